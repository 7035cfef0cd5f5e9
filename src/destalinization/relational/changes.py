"""
The tables of changes, which are derived from the chains of names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .definition import Row, table
from .values import dates

if TYPE_CHECKING:
    from ..document import Part
    from ..model.changes import Change
    from ..model.names import Name


def _changes(part: Part) -> Iterator[Row]:
    """
    Give a row for each change.
    """
    for change in part.changes:
        old, new = _id(change, change.old), _id(change, change.new)
        yield change.id, change.bearer, _how(change), old, new, *dates(change.date), change.act, change.event


def _id(change: Change, name: Name | None) -> str | None:
    """
    Give the id of a name of the changed bearer.
    """
    return f"{change.bearer}/{name.key}" if name else None


def _how(change: Change) -> str:
    """
    Say what kind of change it is.
    """
    return change.ending.how if change.ending else "renaming" if change.old else "naming"


def _change_honours(part: Part) -> Iterator[Row]:
    """
    Give a row for each honour that a change removes or gives.
    """
    for change in part.changes:
        for effect, targets in (("removes", change.removes), ("gives", change.gives)):
            for position, target in enumerate(targets, 1):
                yield change.id, effect, position, target


CHANGES = table(
    "changes",
    "a naming, a renaming or an end; derived from the names",
    "id",
    _changes,
    """
    id id! the bearer and the key of the new name, or the bearer and the word end
    bearer id!>bearers.id the place or institution
    how text! naming, renaming, or how the bearer ended, such as abolished
    old id>names.id the name that was given up
    new id>names.id the name that was taken
    date edtf the first day of the new state
    earliest date the first day that this can mean
    latest date the last day that this can mean
    act id>acts.id the act
    event id>events.id the event that it belongs to
    """,
)
CHANGE_HONOURS = table(
    "change_honours",
    "whom or what a change stops or begins to honour",
    "change effect position",
    _change_honours,
    """
    change id!>changes.id the change
    effect text! removes or gives
    position integer! its place among those that the change removes or gives, from 1
    target id!>records.id whom or what the name honours
    """,
)
