"""
What a map shows of a bearer from day to day.

A name changes on the first day that its preferred date can mean, and counts as uncertain on all days on which the date,
or another that openly disputes it, leaves room for another name: a name of "1961" is shown from 1 January 1961, and is
uncertain up to 31 December. What ends on a coarse date is shown, as uncertain, up to the last day that it can mean.
A name whose beginning nobody dates is shown, as uncertain, from the first day on which any dated name honours the same
person; in the years before it can hardly have been given. One that is given after a place follows that place's own.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ...model.timeline import EVER, timeline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model.changes import Bearer
    from ...model.names import Name
    from ...model.timeline import Timeline

START = date(1917, 1, 1)
"""The first day that the map shows."""

EPOCH = date(1970, 1, 1).toordinal()
"""Days are counted from here, as JavaScript counts them."""

NOTHING = {"unknown": -1, "before-founding": -2, "gap": -3, "ended": -4}
"""What stands in the place of a name where there is none to show."""


def first_honoured(bearers: Iterable[Bearer]) -> dict[str, int]:
    """
    Give the first day on which a dated name honours each of those who are honoured; for a bearer after which no dated
    name is given, the first day on which its own name honours somebody.

    Args:
        bearers: all places and institutions.
    """
    found: dict[str, int] = {}
    own: dict[str, int] = {}
    for bearer in bearers:
        for name in bearer.names:
            if name.since is not None and name.honours:
                day = name.since.earliest.toordinal()
                own[bearer.id] = min(day, own.get(bearer.id, day))
                for honour in name.honours:
                    found[honour.target] = min(day, found.get(honour.target, day))
    return own | found


def stretches(bearer: Bearer, honoured: Mapping[str, int]) -> list[int]:
    """
    Give the days from which something else is shown of a bearer, in threes: the day, the place of the name in the chain
    (or what `NOTHING` says), and 1 where it is certain.

    Args:
        bearer: the place or institution.
        honoured: the first day on which a dated name honours someone, as `first_honoured` gives it.

    >>> import destalinization as ds
    >>> stretches(ds.places["volgograd"], {})[-6:]
    [-2974, 2, 0, -2973, 2, 1]
    """
    timeline = timeline_of(bearer)
    floors = [_floor(timeline, number, honoured) for number in range(len(bearer.names))]
    found: list[int] = []
    for day in _edges(timeline, floors):
        shown = _shown(timeline, floors, day)
        if list(shown) != found[-2:]:
            found += (day - EPOCH, *shown)
    return found


def _edges(timeline: Timeline, floors: list[int]) -> list[int]:
    """
    Give the days on which something may change, the first day of the map among them.
    """
    windows = [*timeline.starts, *timeline.ends, timeline.founded, *([timeline.gone] if timeline.gone else ())]
    days = {day for window in windows for day in (window.first, window.last)} | set(floors)
    for name in timeline.bearer.names:
        if name.since is not None:
            days |= {name.since.earliest.toordinal(), name.since.latest.toordinal()}
    start = START.toordinal()
    return sorted({start} | {day for day in days if start < day < EVER})


def _floor(timeline: Timeline, number: int, honoured: Mapping[str, int]) -> int:
    """
    Give the day before which an undated name is not shown; a day that would hide it altogether does not count.
    """
    if timeline.starts[number].known:
        return -EVER
    days = (honoured.get(other.target, -EVER) for other in timeline.bearer.names[number].honours)
    return max((day for day in days if day < timeline.ends[number].last), default=-EVER)


def _shown(timeline: Timeline, floors: list[int], day: int) -> tuple[int, int]:
    """
    Give what is shown on a day, and 1 where it is certain.
    """
    verdict = timeline.judge(day)
    if verdict.state != "named":
        return NOTHING[verdict.state], int(verdict.state in ("gap", "ended"))
    held = {number: grade for number, grade in verdict.names if floors[number] <= day}
    if not held:
        return NOTHING["unknown"], 0
    begun = [number for number in held if _begun(timeline.bearer.names[number], day)]
    number = max(begun) if begun else min(held)
    return number, int(held[number] == "certain" and len(verdict.names) == 1)


def _begun(name: Name, day: int) -> bool:
    """
    Say whether a name can have begun by a day, by its preferred date.
    """
    return name.since is not None and name.since.earliest.toordinal() <= day
