"""
What a place or institution was called on a date, or during a period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..dates import as_date, as_period
from ..model.timeline import timeline_of
from ..store.catalogue import Catalogue, bundled

if TYPE_CHECKING:
    from ..dates import DateLike, PeriodLike
    from ..model.answers import Candidate, NameAnswer
    from ..model.changes import Bearer


def name_on(bearer: str | Bearer, date: DateLike, *, catalogue: Catalogue | None = None) -> NameAnswer:
    """
    Say what a place or institution was called on a date, how sure that is, and why.

    A name holds from its first day up to, not including, the day of the next one. Where a date is coarse or disputed,
    every name that may have held is given, best first: by grade, then the name that held by the preferred date, a
    coarse date counting as its last day, then in the order of the chain.

    Args:
        bearer: its id, or the record itself.
        date: EDTF text, a year, a `datetime.date` or a `HistoricalDate`.
        catalogue: where the id is looked up; the bundled data where nothing else is said.

    Returns:
        The answer. Its state is ``named``, ``before-founding``, ``gap``, ``ended`` or ``unknown``; only the first gives
        a best name, never simply the nearest one.

    Raises:
        UnknownId: no place or institution has the id.
        InvalidDate: the date is none.

    >>> import destalinization as ds
    >>> ds.name_on("volgograd", "1961-11-09")
    <NameAnswer: volgograd on 1961-11-09: Stalingrad (certain)>
    """
    found = (catalogue or bundled()).bearer(bearer) if isinstance(bearer, str) else bearer
    return timeline_of(found).on(as_date(date))


def names_during(
    bearer: str | Bearer, period: PeriodLike, *, catalogue: Catalogue | None = None
) -> tuple[Candidate, ...]:
    """
    Give the names that a place or institution may have had on some day of a period, in the order of its chain.

    Args:
        bearer: its id, or the record itself.
        period: a date as for `name_on`, or an interval.
        catalogue: where the id is looked up; the bundled data where nothing else is said.

    Returns:
        The names, each graded: certain if it certainly held on some day of the period.

    Raises:
        UnknownId: no place or institution has the id.
        InvalidDate: the period is none.

    >>> import destalinization as ds
    >>> [candidate.name.text for candidate in ds.names_during("volgograd", "1900/1950")]
    ['Tsaritsyn', 'Stalingrad']
    """
    found = (catalogue or bundled()).bearer(bearer) if isinstance(bearer, str) else bearer
    return timeline_of(found).during(as_period(period))
