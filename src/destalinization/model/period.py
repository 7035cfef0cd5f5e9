"""
The period of a name.

A period is half-open at day level: a name holds from its first day up to, not including, the day of the next name.
"""

from __future__ import annotations

from attrs import frozen

from ..dates import HistoricalDate
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Period(Record):
    """
    When a name was in force: from ``since`` up to, not including, ``before``.

    Attributes:
        since: the day on which it began, or None where that is unknown.
        before: the first day on which it no longer held, or None where that is unknown or yet to come.
        ongoing: whether it is in force today.

    >>> from destalinization.dates import HistoricalDate
    >>> str(Period(since=HistoricalDate("1925-04-10"), before=HistoricalDate("1961-11-10")))
    'from 1925-04-10, before 1961-11-10'
    """

    since: HistoricalDate | None = None
    before: HistoricalDate | None = None
    ongoing: bool = False

    def __str__(self) -> str:
        start = f"from {self.since}" if self.since else "from an unknown date"
        if self.ongoing:
            return f"{start} to today"
        return f"{start}, before {self.before}" if self.before else f"{start} to an unknown date"
