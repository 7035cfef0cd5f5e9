"""
Derived shelves: the changes of a catalogue, made out of the chains of names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    def every(here: Mapping[str, Change]) -> Iterator[tuple[str, Change]]:
        from ..model.changes import changes_of

        for bearer in (*catalogue.places, *catalogue.institutions):
            for change in changes_of(bearer):
                yield change.id, here.get(change.id, change)

    changes = LazyShelf(one, every)

    def renaming(id: str) -> Renaming | None:
        from ..model.changes import Renaming

        found = changes.get(id)
        return found if isinstance(found, Renaming) else None

    def renamings(_: Mapping[str, Renaming]) -> Iterator[tuple[str, Renaming]]:
        from ..model.changes import Renaming

        for id, change in changes.all().items():
            if isinstance(change, Renaming):
                yield id, change

    return {"changes": changes, "renamings": LazyShelf(renaming, renamings)}
