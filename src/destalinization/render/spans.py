"""
The chains of names as stretches of days: when each name certainly held, and when it may have.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ..model.timeline import EVER, timeline_of

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.timeline import Window

FAR = 60 * 365
"""How many days before the first succession of names its first date may lie so as to be shown."""

LEAD = 30 * 365
"""How many days are shown before the first succession of names where the first date lies farther back."""

MARGIN = 5 * 365
"""How many days are shown after the last date, at least."""


class Horizon(NamedTuple):
    """
    The days that are shown.

    Attributes:
        first: the first day, counted as `datetime.date.toordinal` does.
        before: the day after the last one.
    """

    first: int
    before: int


class Span(NamedTuple):
    """
    Days on which a name held.

    Attributes:
        number: the place of the name in the chain.
        first: the first day.
        before: the day after the last one.
        sure: whether it certainly held, and not only may have.
    """

    number: int
    first: int
    before: int
    sure: bool


def horizon(bearers: Iterable[Bearer]) -> Horizon | None:
    """
    Choose which days to show, so that the successions of names stand in the middle: a first name may be centuries old,
    and the last one may be in use today.

    Args:
        bearers: whose names are shown.

    Returns:
        The days, or None where nothing dates any of the names.
    """
    changes: set[int] = set()
    dates: set[int] = set()
    for bearer in bearers:
        own = timeline_of(bearer)
        if any(window.known for window in (*own.starts, *own.ends)):
            changes |= _days(own.starts[1:])
            dates |= _days((*own.starts, *own.ends))
    if not dates:
        return None
    first, last = min(dates), max(dates)
    if changes and min(changes) - first > FAR:
        first = min(changes) - LEAD
    margin = max(MARGIN, (last - first) // 8)
    return Horizon(first if first < last else max(first - margin, 1), min(last + margin, date.max.toordinal()))


def spans(bearer: Bearer, shown: Horizon) -> Iterator[Span]:
    """
    Give the days on which each name of a chain held or may have held, as far as they are shown.

    Args:
        bearer: whose names.
        shown: the days that are shown.
    """
    own = timeline_of(bearer)
    for number, (start, end) in enumerate(zip(own.starts, own.ends, strict=True)):
        for first, before, sure in _stretches(start, end):
            first, before = max(first, shown.first), min(before, shown.before)  # noqa: PLW2901
            if first < before:
                yield Span(number, first, before, sure)


def _stretches(start: Window, end: Window) -> tuple[tuple[int, int, bool], ...]:
    """
    Part the time between two windows into what is certain and what is possible; where no date is known nothing is.
    """
    if start.last >= end.first or not (start.known or end.known):
        return ((start.first, end.last, False),)
    return (start.first, start.last, False), (start.last, end.first, True), (end.first, end.last, False)


def _days(windows: Iterable[Window]) -> set[int]:
    """
    Give the days at which windows open and close.
    """
    return {day for window in windows for day in (window.first, window.last) if abs(day) < EVER}
