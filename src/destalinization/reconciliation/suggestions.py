"""
Suggesting entities, properties and types while somebody types.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..folding import fold
from ..toponyms.spellings import index_of
from .candidates import bearer_of
from .entity_types import TYPES, types_of, written
from .extension import PROPERTIES

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..store.catalogue import Catalogue

PAGE = 20
"""How many suggestions are given at once."""


def suggest_entities(prefix: str, cursor: int, catalogue: Catalogue) -> dict[str, Any]:
    """
    Suggest places and institutions by the beginning of any of their names, as the protocol writes them.

    Args:
        prefix: what was typed: the beginning of a name, or an id.
        cursor: how many suggestions are to be passed over.
        catalogue: where to look.

    >>> import destalinization as ds
    >>> suggest_entities("сталинаб", 0, ds.catalogue())["result"][0]["description"]
    'Dyushambe → Stalinabad → Dushanbe'
    """
    found = list({bearer.id: bearer for bearer in _beginning(prefix, catalogue)}.values())
    return {
        "result": [
            {
                "id": bearer.id,
                "name": bearer.label,
                "description": " → ".join(name.text for name in bearer.names),
                "notable": written(types_of(bearer)),
            }
            for bearer in found[cursor : cursor + PAGE]
        ]
    }


def suggest_properties(prefix: str, cursor: int) -> dict[str, Any]:
    """
    Suggest properties by the beginning of a word of their names, as the protocol writes them.

    Args:
        prefix: what was typed; nothing gives all of them.
        cursor: how many suggestions are to be passed over.
    """
    return _page((property.written() for property in PROPERTIES.values()), prefix, cursor)


def suggest_types(prefix: str, cursor: int) -> dict[str, Any]:
    """
    Suggest types by the beginning of a word of their names, as the protocol writes them.

    Args:
        prefix: what was typed; nothing gives all of them.
        cursor: how many suggestions are to be passed over.
    """
    return _page(TYPES.values(), prefix, cursor)


def _beginning(prefix: str, catalogue: Catalogue) -> Iterator[Bearer]:
    """
    Give the bearer of an id, and those with a name that begins like this, in the order of their spellings.
    """
    named = bearer_of(prefix.strip(), catalogue)
    if named is not None:
        yield named
    folded = fold(prefix)
    if not folded:
        return
    table = index_of(catalogue).table()
    spellings = catalogue.remember("spellings-in-order", lambda own: sorted(index_of(own).table()))
    for number in range(bisect_left(spellings, folded), len(spellings)):
        if not spellings[number].startswith(folded):
            return
        yield from (entry.bearer for entry in table[spellings[number]])


def _page(found: Iterable[dict[str, Any]], prefix: str, cursor: int) -> dict[str, Any]:
    """
    Keep what begins like this, and give a page of it.
    """
    wanted = prefix.strip().casefold()
    kept = [
        item for item in found if item["id"].startswith(wanted) or f" {item['name'].casefold()}".find(f" {wanted}") >= 0
    ]
    return {"result": kept[cursor : cursor + PAGE]}
