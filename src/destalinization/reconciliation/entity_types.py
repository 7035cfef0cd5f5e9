"""
The types of the entities: every kind of the vocabulary, under place or institution.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..model.changes import Bearer
from ..model.places import Place
from ..vocabulary import INSTITUTION_KINDS, PLACE_KINDS

_COMMON = {
    "place": ("Place", "Anything with a fixed position on the ground."),
    "institution": ("Institution", "A body, a prize, a ship or the like: anything named that has no fixed position."),
}
_KINDS = {"place": PLACE_KINDS, "institution": INSTITUTION_KINDS}


def _types() -> Iterator[dict[str, Any]]:
    """
    Make the types; a kind of both places and institutions is one type under both.
    """
    common = {id: {"id": id, "name": name, "description": meaning} for id, (name, meaning) in _COMMON.items()}
    yield from common.values()
    for kind in dict.fromkeys((*PLACE_KINDS, *INSTITUTION_KINDS)):
        above = [id for id in common if kind in _KINDS[id]]
        yield {
            "id": kind,
            "name": kind.replace("-", " ").capitalize(),
            "description": " ".join(_KINDS[id][kind] for id in above),
            "broader": [{"id": id, "name": common[id]["name"]} for id in above],
        }


TYPES: dict[str, dict[str, Any]] = {type["id"]: type for type in _types()}
"""All types by their ids, as the protocol writes them."""

DEFAULT_TYPES = tuple(TYPES[id] for id in _COMMON)
"""The types that fit every entity."""


def types_of(bearer: Bearer) -> tuple[str, ...]:
    """
    Give the ids of the types of a place or an institution: its kind, then what every such bearer is.

    Args:
        bearer: the place or institution.

    >>> import destalinization as ds
    >>> types_of(ds.places["dushanbe"])
    ('city', 'place')
    """
    return bearer.kind, "place" if isinstance(bearer, Place) else "institution"


@cache
def written(ids: tuple[str, ...]) -> list[dict[str, str]]:
    """
    Write types as a candidate has them: with id and name. The list is shared; it is not to be changed.

    Args:
        ids: the ids of the types.
    """
    return [{"id": id, "name": TYPES[id]["name"]} for id in ids]
