"""
What happened on a day, in a month, or in a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from ..dates import HistoricalDate, Interval, as_date, parse
from ..errors import InvalidDate
from ..model.record import Record
from ..model.timeline import about
from ..store.catalogue import Catalogue, bundled

if TYPE_CHECKING:
    from ..dates import DateLike
    from ..model.answers import Grade
    from ..model.changes import Change
    from ..model.events import Act, Event
    from ..model.provenance import Dispute

_TABLES = ("acts", "events", "changes")


@frozen(kw_only=True, repr=False, eq=False)
class Happening(Record):
    """
    A change, an event or an act that belongs to a date.

    Attributes:
        record: the change, event or act.
        date: when it happened, by the preferred source.
        grade: certain if it lies within the date asked about, possible if its own date is coarser, or if another source
            puts it there.
    """

    record: Change | Event | Act
    date: HistoricalDate | Interval
    grade: Grade

    def __str__(self) -> str:
        return f"{self.date}: {self.record} ({self.grade})"


def on(date: DateLike, *, catalogue: Catalogue | None = None) -> tuple[Happening, ...]:
    """
    Say what happened on a day, or in a month or year: renamings and other changes, events, acts.

    Args:
        date: EDTF text, a year, a `datetime.date` or a `HistoricalDate`.
        catalogue: where to look; the bundled data where nothing else is said.

    Returns:
        What certainly happened then first, then what may have; each in the order of their dates, and on one day acts
        before events before changes. An event of long duration belongs to the dates of its start and its end.

    Raises:
        InvalidDate: the date is none.

    >>> import destalinization as ds
    >>> [happening.record.id for happening in ds.on("1961-11-10") if happening.grade == "certain"][-2:]
    ['volgograd-oblast/volgograd-oblast', 'volgograd/volgograd']
    """
    own = catalogue or bundled()
    asked = as_date(date)
    found = [
        Happening(record=record, date=when, grade=grade)
        for table in _TABLES
        for record in own.table(table)
        for when, disputes in _dates(record)
        if (grade := _grade(asked, when, disputes)) is not None
    ]
    return tuple(sorted(found, key=_order))


def _dates(record: Change | Event | Act) -> Iterator[tuple[HistoricalDate | Interval, tuple[Dispute, ...]]]:
    """
    Give the date of a record, if it has one, with what disputes it.
    """
    when = getattr(record, "when", None)
    if when is not None:
        yield when.value, tuple(about(when.disputes, "value"))
        return
    date: HistoricalDate | None = getattr(record, "date", None)
    if date is not None:
        disputes: tuple[Dispute, ...] = getattr(record, "disputes", ())
        yield date, (*about(disputes, "since"), *about(disputes, "date"))


def _grade(asked: HistoricalDate, when: HistoricalDate | Interval, disputes: tuple[Dispute, ...]) -> Grade | None:
    """
    Say how sure it is that something belongs to a date, or None if it does not.
    """
    points = [point for point in (when.start, when.end) if point] if isinstance(when, Interval) else [when]
    if any(point.certainly_within(asked) for point in points) or when.certainly_within(asked):
        return "certain"
    others = [other for other in map(_read, disputes) if other is not None]
    if any(point.possibly_overlaps(asked) for point in (*points, *others)):
        return "possible"
    return None


def _read(dispute: Dispute) -> HistoricalDate | Interval | None:
    """
    Read the date that another source gives.
    """
    try:
        return parse(dispute.value)
    except InvalidDate:
        return None


def _order(happening: Happening) -> tuple[bool, str, int, str]:
    """
    Order what happened: certain first, then by date, then acts, events, changes.
    """
    kind = {"Act": 0, "Event": 1}.get(type(happening.record).__name__, 2)
    return happening.grade != "certain", str(happening.date.earliest), kind, happening.record.id
