"""
Days as numbers that every engine can make of a date and compare, and the dates of a table read once each.

A day is the number ``yyyyddd``, its year and its place in the year, which engines make of a date faster than anything
with months. Zero stands for no date, which means any time, and `INVALID` for what is no date.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from ..dates import HistoricalDate, as_date
from ..errors import InvalidDate

UNDATED = 0
INVALID = -1
FIRST = 1001
"""The first day of the year 1."""

BEYOND = 10_000_000
"""A number greater than that of any day."""


def number(day: date) -> int:
    """
    Give the number of a day.

    Args:
        day: the day.

    >>> number(date(1961, 11, 10))
    1961314
    """
    return day.year * 1000 + day.timetuple().tm_yday


class Calendar(NamedTuple):
    """
    The dates that occur in a column.

    Attributes:
        rows: for each value the number of its first day, and the number of its coarse date.
        coarse: the dates that mean more than one day, by their numbers, which begin at 1; dates of the same first and
            last day are one.
        bad: the values that are no dates, with the reason.
    """

    rows: list[tuple[Any, int, int]]
    coarse: dict[int, HistoricalDate]
    bad: dict[Any, InvalidDate]


def read(values: Iterable[Any]) -> Calendar:
    """
    Read the dates of a column.

    Args:
        values: each value once; what is missing is passed over.

    >>> calendar = read(["1961-11-10", "1961", 1961, "10.11.1961"])
    >>> calendar.rows
    [('1961-11-10', 1961314, 0), ('1961', 1961001, 1), (1961, 1961001, 1), ('10.11.1961', -1, 0)]
    """
    found = Calendar([], {}, {})
    numbers: dict[tuple[date, date], int] = {}
    for value in values:
        if value is None or value != value:  # noqa: PLR0124, a missing number differs from itself
            continue
        try:
            when = _date(value)
        except InvalidDate as error:
            found.bad[value] = error
            found.rows.append((value, INVALID, 0))
            continue
        place = 0
        if when.earliest != when.latest:
            place = numbers.setdefault((when.earliest, when.latest), len(numbers) + 1)
            found.coarse.setdefault(place, when)
        found.rows.append((value, number(when.earliest), place))
    return found


def _date(value: Any) -> HistoricalDate:
    """
    Read a value; a year may be a whole number among others with a fraction, since that is how pandas keeps them.
    """
    if isinstance(value, float):
        return as_date(int(value) if value.is_integer() else repr(value))
    if isinstance(value, datetime):
        return as_date(value.date())
    return as_date(value)
