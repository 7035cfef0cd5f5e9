"""
The times of names as formats with closed intervals have them.

A name's period is half-open: it ends where the next name begins. Here it ends on the day before, where the next name's
date has the precision of a day; a coarse end stays coarse. What goes on (``..``) and what nobody knows (nothing) are
kept apart, as EDTF has it (https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ..dates import HistoricalDate
from ..model.period import Period

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name

_DAY = timedelta(days=1)


class Held(NamedTuple):
    """
    A name in its time.

    Attributes:
        name: the name.
        period: when it was in force, half-open.
        use: how a name beside the chain was used; empty for names of the chain.
    """

    name: Name
    period: Period
    use: str


def held(bearer: Bearer) -> Iterator[Held]:
    """
    Give the names of a bearer in their times: the chain, then the names beside it.

    Args:
        bearer: the place or institution.
    """
    for name, period in zip(bearer.names, bearer.periods(), strict=True):
        yield Held(name, period, "")
    for side in bearer.also:
        yield Held(side.name, bearer.period(side.name), side.use)


def last(period: Period) -> HistoricalDate | None:
    """
    Give the last day of a period, or the coarse date in which it lies; None where it is to come or unknown.

    One of a set becomes the finest date that holds all its members; it stays a set where they lie centuries apart.

    Args:
        period: the period, half-open.

    >>> day, year = HistoricalDate("1961-11-10"), HistoricalDate("1961")
    >>> print(last(Period(before=day)), last(Period(before=year)))
    1961-11-09 1961
    """
    before = period.before
    if before is None:
        return None
    earliest, latest = closed_end(before)
    if before.precision == "day":
        return HistoricalDate(f"{earliest}{before.qualifier}")
    covering = _covering(earliest, latest) if before.options else ""
    return HistoricalDate(covering) if covering else before


def closed_end(before: HistoricalDate) -> tuple[date, date]:
    """
    Give the earliest and the latest day that can be the last one before a date.

    Args:
        before: the first day on which something no longer held.

    >>> [str(day) for day in closed_end(HistoricalDate("1961"))]
    ['1961-01-01', '1961-12-30']
    """
    days = {option.precision for option in before.options or (before,)} == {"day"}
    first = max(before.earliest, date(1, 1, 2)) - _DAY if days else before.earliest
    return first, max(first, max(before.latest, date(1, 1, 2)) - _DAY)


def edtf(period: Period) -> str:
    """
    Write a period as a closed EDTF interval; empty where nothing at all is known of it.

    Args:
        period: the period, half-open.

    >>> edtf(Period(since=HistoricalDate("1925-04-10"), before=HistoricalDate("1961-11-10")))
    '1925-04-10/1961-11-09'
    >>> edtf(Period(since=HistoricalDate("1961"), ongoing=True)), edtf(Period(since=HistoricalDate("1961")))
    ('1961/..', '1961/')
    """
    first = _at_end(period.since)
    end = ".." if period.ongoing else _at_end(last(period))
    return f"{first}/{end}" if first or end else ""


def coarse(day: HistoricalDate) -> str:
    """
    Give a date as ISO 8601 with reduced precision, or an empty text where it is coarser than a year or one of a set.

    Args:
        day: the date; its qualifier is left out.

    >>> coarse(HistoricalDate("1961-11~")), coarse(HistoricalDate("196X"))
    ('1961-11', '')
    """
    size = {"day": 10, "month": 7, "year": 4}.get(day.precision)
    return "" if size is None else day.earliest.isoformat()[:size]


def first_or_only(day: HistoricalDate) -> str:
    """
    Give a date as ISO 8601 with reduced precision, the first day that it can mean where that cannot hold it.

    Args:
        day: the date.
    """
    return coarse(day) or day.earliest.isoformat()


def last_or_only(day: HistoricalDate) -> str:
    """
    Give a date as ISO 8601 with reduced precision, the last day that it can mean where that cannot hold it.

    Args:
        day: the date.
    """
    return coarse(day) or day.latest.isoformat()


def _at_end(day: HistoricalDate | None) -> str:
    """
    Write a date for the end of an interval, where no set may stand; empty where there is none, or none that holds it.
    """
    if day is None:
        return ""
    return _covering(day.earliest, day.latest) if day.options else day.text


def _covering(earliest: date, latest: date) -> str:
    """
    Give the finest EDTF date that holds two days, or an empty text where they lie in different centuries.
    """
    first, final = earliest.isoformat(), latest.isoformat()
    for size, rest in ((10, ""), (7, ""), (4, ""), (3, "X"), (2, "XX")):
        if first[:size] == final[:size]:
            return first[:size] + rest
    return ""
