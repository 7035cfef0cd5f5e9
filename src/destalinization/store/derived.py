"""
Derived shelves: the changes of a catalogue, made out of the chains of names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from .shelf import LazyShelf, Shelf

if TYPE_CHECKING:
    from ..model.changes import Change, Renaming
    from .catalogue import Catalogue


def derived(catalogue: Catalogue) -> dict[str, Shelf[Any]]:
    """
    Make the shelves of changes and renamings of a catalogue.
    """

    def one(id: str) -> Change | None:
        from ..model.changes import changes_of

        bearer_id, _, _ = id.partition("/")
        bearer = catalogue.places.get(bearer_id) or catalogue.institutions.get(bearer_id)
        return next((change for change in changes_of(bearer) if change.id == id), None) if bearer else None

    def every() -> Iterator[tuple[str, Callable[[], Change]]]:
        from ..model.changes import changes_of

        for bearer in (*catalogue.places, *catalogue.institutions):
            for change in changes_of(bearer):
                yield change.id, partial(_same, change)

    changes = LazyShelf(one, every)

    def renaming(id: str) -> Renaming | None:
        from ..model.changes import Renaming

        found = changes.get(id)
        return found if isinstance(found, Renaming) else None

    def renamings() -> Iterator[tuple[str, Callable[[], Renaming]]]:
        from ..model.changes import Renaming

        for id, change in changes.all().items():
            if isinstance(change, Renaming):
                yield id, partial(_same, change)

    return {"changes": changes, "renamings": LazyShelf(renaming, renamings)}


def _same(record: Any) -> Any:
    """
    Give what is given.
    """
    return record
