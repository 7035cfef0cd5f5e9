"""
Historical dates: a small, exact part of EDTF (ISO 8601-2, Library of Congress specification of 4 February 2019).

Conformance, in the words of that specification: the following features of level 0 are supported: complete dates,
dates with reduced precision (month, year), and time intervals of these; years 0001 to 9999; no time of day.
In addition the following features of levels 1 and 2 are supported: qualification of a date as a whole
(``?``, ``~``, ``%`` at its end), unspecified digits from the right (``196X``, ``19XX``, ``1961-XX``, ``1961-11-XX``,
``1961-XX-XX``), extended intervals with an open (``..``) or unknown (empty) start or end, and of level 2
"one of a set" of plain dates (``[1961-11-10,1961-11-11]``). Everything else raises `InvalidDate`.

A date keeps its text, so that it can be written back exactly as it was read. Qualifiers never widen its bounds.
All dates are Gregorian.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, Protocol

import attr

from .edtf import NONE, Precision, Qualifier, Reading, bounds, refusal
from .filling import fillable

End = Literal["dated", "open", "unknown"]


class Bounded(Protocol):
    """
    Anything with an earliest and a latest possible day.
    """

    @property
    def text(self) -> str:
        """
        The EDTF text.
        """
        ...

    @property
    def earliest(self) -> date | None:
        """
        The first day that it can mean, or None where it has no bound.
        """
        ...

    @property
    def latest(self) -> date | None:
        """
        The last day that it can mean, or None where it has no bound.
        """
        ...


class Span:
    """
    What a date and an interval have in common: a text and an earliest and a latest possible day.

    Comparisons come in pairs: ``certainly_...`` holds whatever the true days are, ``possibly_...`` unless excluded.
    An open or unknown end has no bound: it may lie any time out. One of a set counts as everything between the
    earliest and the latest day of its members.

    Equality stands here and not in each class (``eq=False``), since attrs would have to compile it for both.
    """

    __slots__ = ("__weakref__",)

    def __eq__(self: Bounded, other: object) -> bool:
        return self.text == other.text if type(other) is type(self) else NotImplemented

    def __hash__(self: Bounded) -> int:
        return hash((type(self), self.text))

    def __repr__(self: Bounded) -> str:
        return f"{type(self).__name__}({self.text!r})"

    def certainly_before(self: Bounded, other: Bounded) -> bool:
        """
        Say whether all of this lies before all of the other.

        >>> HistoricalDate("1961").certainly_before(HistoricalDate("1961-11"))
        False
        """
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def possibly_before(self: Bounded, other: Bounded) -> bool:
        """
        Say whether some day of this may lie before some day of the other.

        >>> HistoricalDate("1961").possibly_before(HistoricalDate("1961-11"))
        True
        """
        return self.earliest is None or other.latest is None or self.earliest < other.latest

    def certainly_after(self: Bounded, other: Bounded) -> bool:
        """
        Say whether all of this lies after all of the other.

        >>> HistoricalDate("1962").certainly_after(HistoricalDate("1961-11"))
        True
        """
        return other.latest is not None and self.earliest is not None and other.latest < self.earliest

    def possibly_after(self: Bounded, other: Bounded) -> bool:
        """
        Say whether some day of this may lie after some day of the other.

        >>> HistoricalDate("1961").possibly_after(HistoricalDate("1961-11-10"))
        True
        """
        return other.earliest is None or self.latest is None or other.earliest < self.latest

    def certainly_within(self: Bounded, other: Bounded) -> bool:
        """
        Say whether every day that this may mean lies between the other's earliest and latest day.

        >>> HistoricalDate("1961-11").certainly_within(Interval("1953-03/1964-10"))
        True
        """
        starts = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return starts and ends

    def possibly_overlaps(self: Bounded, other: Bounded) -> bool:
        """
        Say whether the two may have a day in common.

        >>> HistoricalDate("1961").possibly_overlaps(Interval("1961-11/.."))
        True
        """
        starts = self.earliest is None or other.latest is None or self.earliest <= other.latest
        ends = self.latest is None or other.earliest is None or self.latest >= other.earliest
        return starts and ends


@attr.frozen(repr=False, eq=False)
class HistoricalDate(Span):
    """
    A day, a coarser date, or one of several dates, as EDTF text.

    Attributes:
        text: the EDTF text; two dates are equal if their texts are.
        earliest: the first day that it can mean.
        latest: the last day that it can mean.
        precision: ``day``, ``month``, ``year``, ``decade``, ``century``, or ``set`` for one of a set.
        qualifier: empty, ``~`` (approximate), ``?`` (uncertain) or ``%`` (both).
        options: the dates of a set, otherwise empty.

    Raises:
        InvalidDate: the text is no such date.

    >>> founded = HistoricalDate("1961-11")
    >>> founded.earliest, founded.latest, founded.precision
    (datetime.date(1961, 11, 1), datetime.date(1961, 11, 30), 'month')
    >>> str(HistoricalDate("[1961-11-10,1961-11-11]"))
    '[1961-11-10,1961-11-11]'
    """

    text: str
    earliest: date = attr.field(init=False, eq=False)
    latest: date = attr.field(init=False, eq=False)
    precision: Precision = attr.field(init=False, eq=False)
    qualifier: Qualifier = attr.field(init=False, eq=False)
    options: tuple[HistoricalDate, ...] = attr.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        text = self.text
        if not isinstance(text, str):
            raise refusal(repr(text), 0, "a date is given as text")
        set_field = object.__setattr__
        options = _options(text) if text[:1] == "[" else ()
        earliest, latest, precision, qualifier = _bounds_of_set(options) if options else bounds(text)
        set_field(self, "earliest", earliest)
        set_field(self, "latest", latest)
        set_field(self, "precision", precision)
        set_field(self, "qualifier", qualifier)
        set_field(self, "options", options)

    def __str__(self) -> str:
        return self.text


@attr.frozen(repr=False, eq=False)
class Interval(Span):
    """
    A stretch of time, closed at both ends as EDTF has it, with *open* and *unknown* ends kept apart.

    Attributes:
        text: the EDTF text ``start/end``.
        start: the date on which it starts, or None.
        end: the date on which it ends, or None.
        earliest: the first day that it can hold, or None where the start is open or unknown.
        latest: the last day that it can hold, or None where the end is open or unknown.
        starts: ``dated``, ``open`` (``..``: without beginning) or ``unknown`` (empty).
        ends: ``dated``, ``open`` (``..``: still going on) or ``unknown`` (empty).

    Raises:
        InvalidDate: the text is no such interval, or it certainly ends before it starts.

    >>> thaw = Interval("1953-03/1964-10")
    >>> thaw.earliest, thaw.latest
    (datetime.date(1953, 3, 1), datetime.date(1964, 10, 31))
    >>> Interval("1925/..").ends, Interval("1925/").ends
    ('open', 'unknown')
    """

    text: str
    start: HistoricalDate | None = attr.field(init=False, eq=False)
    end: HistoricalDate | None = attr.field(init=False, eq=False)
    starts: End = attr.field(init=False, eq=False)
    ends: End = attr.field(init=False, eq=False)
    earliest: date | None = attr.field(init=False, eq=False)
    latest: date | None = attr.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        text = self.text
        if not isinstance(text, str):
            raise refusal(repr(text), 0, "an interval is given as text")
        start, starts, end, ends = _ends(text)
        earliest, latest = start and start.earliest, end and end.latest
        read = {"start": start, "end": end, "starts": starts, "ends": ends, "earliest": earliest, "latest": latest}
        for name, value in read.items():
            object.__setattr__(self, name, value)

    def __str__(self) -> str:
        return self.text


_Date = fillable(HistoricalDate)

DateLike = str | int | date | HistoricalDate
PeriodLike = DateLike | Interval


@lru_cache(maxsize=8192)
def parse(text: str) -> HistoricalDate | Interval:
    """
    Read a date or an interval; equal texts give the same object.

    Args:
        text: EDTF, see the module's conformance statement.

    Raises:
        InvalidDate: the text is neither.

    >>> parse("1961-11-10"), parse("1953-03/..")
    (HistoricalDate('1961-11-10'), Interval('1953-03/..'))
    """
    return _interval(text) if "/" in text else _date(text)


def as_date(value: DateLike) -> HistoricalDate:
    """
    Turn what users give for a date into a `HistoricalDate`.

    Args:
        value: EDTF text, a year as an int, a `datetime.date`, or a `HistoricalDate`.

    Raises:
        InvalidDate: it is none of these; a bool and a datetime are refused, since they are rarely meant as dates.

    >>> as_date(1961), as_date(date(1961, 11, 10))
    (HistoricalDate('1961'), HistoricalDate('1961-11-10'))
    """
    if type(value) is HistoricalDate:
        return value
    if type(value) is date:
        return _of_day(value)
    found = as_period(value)
    if isinstance(found, HistoricalDate):
        return found
    raise refusal(found.text, found.text.index("/"), "a date is wanted here, not an interval")


def as_period(value: PeriodLike) -> HistoricalDate | Interval:
    """
    Turn what users give for a date or a stretch of time into a value of this module.

    Raises:
        InvalidDate: as `as_date`, but intervals are accepted.

    >>> as_period("1961/1962")
    Interval('1961/1962')
    """
    match value:
        case HistoricalDate() | Interval():
            return value
        case bool() | datetime():
            raise refusal(repr(value), 0, f"a {type(value).__name__} is no date")
        case str():
            return parse(value)
        case int() if 1 <= value <= 9999:
            return parse(f"{value:04d}")
        case int():
            raise refusal(str(value), 0, "years run from 1 to 9999")
        case date():
            return parse(value.isoformat())
    raise refusal(repr(value), 0, f"a {type(value).__name__} is no date")


def _date(text: str) -> HistoricalDate:
    """
    Read a date, without the constructor where it is no set.
    """
    return HistoricalDate(text) if text[:1] == "[" else _filled(text, bounds(text))


def _of_day(day: date) -> HistoricalDate:
    """
    Make the date of one day without writing and reading its text first.
    """
    return _filled(day.isoformat(), (day, day, "day", NONE))


def _filled(text: str, reading: Reading) -> HistoricalDate:
    """
    Make a date of what its text says.
    """
    made = _Date()
    made.text = text
    made.earliest, made.latest, made.precision, made.qualifier = reading
    made.options = ()
    made.__class__ = HistoricalDate
    found: HistoricalDate = made
    return found


def _interval(text: str) -> Interval:
    """
    Read an interval, without the constructor.
    """
    made = fillable(Interval)()
    made.text = text
    made.start, made.starts, made.end, made.ends = start, _, end, _ = _ends(text)
    made.earliest, made.latest = start and start.earliest, end and end.latest
    made.__class__ = Interval
    found: Interval = made
    return found


def _ends(text: str) -> tuple[HistoricalDate | None, End, HistoricalDate | None, End]:
    """
    Read both ends of an interval: the date at each, and what kind of end it is.
    """
    left, slash, right = text.partition("/")
    if not slash:
        raise refusal(text, len(text), "an interval has a slash between its start and its end")
    start, starts = _interval_end(left, text, 0)
    end, ends = _interval_end(right, text, len(left) + 1)
    if start is None and end is None:
        raise refusal(text, 0, "an interval has a date at one end at least")
    if start is not None and end is not None and end.latest < start.earliest:
        raise refusal(text, len(left) + 1, "the end lies before the start")
    return start, starts, end, ends


def _interval_end(part: str, whole: str, offset: int) -> tuple[HistoricalDate | None, End]:
    """
    Read one end of an interval.
    """
    if not part:
        return None, "unknown"
    if part == "..":
        return None, "open"
    if part[0] in "[{":
        raise refusal(whole, offset, "sets at the ends of intervals are not supported")
    return _filled(part, bounds(part, whole, offset)), "dated"


def _options(text: str) -> tuple[HistoricalDate, ...]:
    """
    Read the members of one of a set, which are plain dates in square brackets.
    """
    if not text.endswith("]"):
        raise refusal(text, len(text), "a set ends with ]")
    options = []
    offset = 1
    for part in text[1:-1].split(","):
        if ".." in part:
            raise refusal(text, offset + part.index(".."), "ranges within sets (level 2) are not supported")
        bounds(part, text, offset)
        options.append(HistoricalDate(part))
        offset += len(part) + 1
    return tuple(options)


def _bounds_of_set(options: tuple[HistoricalDate, ...]) -> Reading:
    """
    Give the bounds of one of a set.
    """
    return min(o.earliest for o in options), max(o.latest for o in options), "set", NONE


if (_hook := sys.modules.get("destalinization._hypothesis_hook")) is not None:
    _hook.introduce(HistoricalDate)
    _hook.introduce(Interval)
