"""
What several tables have in common: dates with their bounds, and names with their paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from ..model.timeline import EVER, Window, about, timeline_of, window
from .definition import Value

if TYPE_CHECKING:
    from ..dates import HistoricalDate, Interval
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from ..model.provenance import Dated
    from ..store.catalogue import Catalogue

Dates = tuple[Value, Value, Value]


class OwnName(NamedTuple):
    """
    A name, and where it stands.

    Attributes:
        id: the id of the bearer and the key of the name.
        path: where it stands in the bearer.
        position: its place in the chain, or among the names beside it, from 1.
        name: the name.
        use: how a name beside the chain was used; None for names of the chain.
    """

    id: str
    path: str
    position: int
    name: Name
    use: str | None


def bearers(catalogue: Catalogue) -> Iterator[Bearer]:
    """
    Give the places, then the institutions.

    Args:
        catalogue: whose they are.
    """
    yield from catalogue.places
    yield from catalogue.institutions


def names_of(bearer: Bearer) -> Iterator[OwnName]:
    """
    Give the names of a bearer, first those of the chain, then those beside it.

    Args:
        bearer: the place or institution.
    """
    for number, name in enumerate(bearer.names):
        yield OwnName(f"{bearer.id}/{name.key}", f"names[{number}]", number + 1, name, None)
    for number, side in enumerate(bearer.also):
        yield OwnName(f"{bearer.id}/{side.name.key}", f"also[{number}].name", number + 1, side.name, side.use)


def names(catalogue: Catalogue) -> Iterator[OwnName]:
    """
    Give the names of all bearers.

    Args:
        catalogue: whose they are.
    """
    for bearer in bearers(catalogue):
        yield from names_of(bearer)


def edtf(found: HistoricalDate | Interval | None) -> str | None:
    """
    Give a date as EDTF.

    Args:
        found: the date, if there is one.
    """
    return None if found is None else found.text


def dates(found: HistoricalDate | Interval | None) -> Dates:
    """
    Give a date as EDTF, the first day that it can mean, and the last.

    Args:
        found: the date, if there is one.

    >>> from destalinization.dates import HistoricalDate
    >>> dates(HistoricalDate("1961-11"))
    ('1961-11', datetime.date(1961, 11, 1), datetime.date(1961, 11, 30))
    """
    return (None, None, None) if found is None else (found.text, found.earliest, found.latest)


def dated(found: Dated | None) -> tuple[Value, Value, Value, Value]:
    """
    Give a date with evidence as `dates` gives it, and its note.

    Args:
        found: the date with its evidence, if there is one.
    """
    return (None, None, None, None) if found is None else (*dates(found.value), found.note)


def bounds(period: Period) -> tuple[date | None, date | None, date | None, date | None]:
    """
    Give the first day of a period at the earliest and at the latest, and its last at the earliest and at the latest.

    The last day is the one before the day on which the name held no more.

    Args:
        period: the period, half-open.

    >>> import destalinization as ds
    >>> [str(day) for day in bounds(ds.places["volgograd"].period("stalingrad"))]
    ['1925-04-10', '1925-04-10', '1961-11-09', '1961-11-09']
    """
    since, before = period.since, period.before
    earliest_start, latest_start = (since.earliest, since.latest) if since else (None, None)
    earliest_end, latest_end = (_eve(before.earliest), _eve(before.latest)) if before else (None, None)
    return earliest_start, latest_start, earliest_end, latest_end


class Held(NamedTuple):
    """
    The days on which a name held, by all sources and by the names around it.

    Attributes:
        possible_from: the first day on which it may have held; None where that is unknown.
        certain_from: the first day on which it certainly held; None where there is no such day.
        certain_to: the last day on which it certainly held; None where it is in use, or where there is no such day.
        possible_to: the last day on which it may have held; None where it is in use, or where that is unknown.
        dated: whether a date bounds it on either side.
        approximate: whether a date that bounds it is marked as approximate or uncertain.
    """

    possible_from: date | None
    certain_from: date | None
    certain_to: date | None
    possible_to: date | None
    dated: bool
    approximate: bool


def held(bearer: Bearer, own: OwnName) -> Held:
    """
    Say on which days a name held, as `destalinization.name_on` answers.

    A name beside the chain has its own dates only.

    Args:
        bearer: the place or institution.
        own: the name.

    >>> import destalinization as ds
    >>> volgograd = ds.places["volgograd"]
    >>> [str(day) for day in held(volgograd, list(names_of(volgograd))[1])[:4]]
    ['1925-04-10', '1925-04-10', '1961-11-09', '1961-11-10']
    """
    if own.use is None:
        timeline = timeline_of(bearer)
        start, end = timeline.starts[own.position - 1], timeline.ends[own.position - 1]
    else:
        start = window(own.name.since, about(own.name.disputes, "since")) or Window(-EVER, EVER)
        end = window(own.name.until, about(own.name.disputes, "until")) or Window(start.first, EVER)
    certain = start.last < end.first
    return Held(
        _day(start.first),
        _day(start.last) if certain else None,
        _day(end.first - 1) if certain else None,
        _day(end.last - 1),
        start.known or end.known,
        start.marked or end.marked,
    )


def _day(number: int) -> date | None:
    """
    Give the day of a number of days since the year 1, or None beyond all time.
    """
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def _eve(day: date) -> date | None:
    """
    Give the day before, or None before the first day of the year 1.
    """
    return None if day == date.min else day - timedelta(days=1)
