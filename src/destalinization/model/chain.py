"""
What a bearer knows of its chain of names.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from .record import Record

if TYPE_CHECKING:
    from ..dates import DateLike, PeriodLike
    from .answers import Candidate, NameAnswer
    from .changes import Bearer
    from .names import Name, SideName
    from .period import Period
    from .relations import Ending


class Chain(Record):
    """
    What places and institutions have in common: a chain of names.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        id: str
        label: str
        names: tuple[Name, ...]
        also: tuple[SideName, ...]
        current: bool | None
        ending: Ending | None

    def __str__(self) -> str:
        return f"{self.label} ({' → '.join(name.text for name in self.names)})"

    def name(self, key: str) -> Name:
        """
        Give the name with a key, from the chain or from beside it.

        Args:
            key: the key of the name in this bearer.

        Raises:
            UnknownId: the bearer has no such name.

        >>> import destalinization as ds
        >>> ds.places["volgograd"].name("stalingrad").since
        HistoricalDate('1925-04-10')
        """
        for name in self.names:
            if name.key == key:
                return name
        for side in self.also:
            if side.name.key == key:
                return side.name
        from difflib import get_close_matches

        from ..errors import UnknownId

        keys = [name.key for name in (*self.names, *(side.name for side in self.also))]
        raise UnknownId(key, f"the names of {self.id}", tuple(get_close_matches(key, keys, n=3, cutoff=0.0)))

    def period(self, name: Name | str) -> Period:
        """
        Say when a name was in force.

        Args:
            name: a name of this bearer, or its key.

        Returns:
            The period: a name in the chain ends at its ``until`` or where the next one directly begins, the last one
            with the bearer itself, or not yet if it is in use today; a name beside the chain at its own ``until``.

        Raises:
            UnknownId: the bearer has no such name.

        >>> import destalinization as ds
        >>> print(ds.places["volgograd"].period("stalingrad"))
        from 1925-04-10, before 1961-11-10
        """
        from .period import Period

        wanted = self.name(name if isinstance(name, str) else name.key)
        for number, own in enumerate(self.names):
            if own.key == wanted.key:
                return self._period_at(number)
        return Period(since=wanted.since, before=wanted.until)

    def name_on(self, date: DateLike) -> NameAnswer:
        """
        Say what the bearer was called on a date, and how sure that is.

        Args:
            date: EDTF text, a year, a `datetime.date` or a `HistoricalDate`.

        Raises:
            InvalidDate: it is no date.

        >>> import destalinization as ds
        >>> answer = ds.places["volgograd"].name_on("1961-11-09")
        >>> print(answer.best, answer.grade)
        Stalingrad certain
        """
        from ..dates import as_date
        from .timeline import timeline_of

        return timeline_of(cast("Bearer", self)).on(as_date(date))

    def names_during(self, period: PeriodLike) -> tuple[Candidate, ...]:
        """
        Give the names that may have held on some day of a period, in the order of the chain.

        Args:
            period: as for `name_on`, or an interval.

        Returns:
            The names, each graded: certain if it certainly held on some day of the period.

        Raises:
            InvalidDate: it is no date and no interval.

        >>> import destalinization as ds
        >>> [candidate.name.text for candidate in ds.places["volgograd"].names_during("1920/1930")]
        ['Tsaritsyn', 'Stalingrad']
        """
        from ..dates import as_period
        from .timeline import timeline_of

        return timeline_of(cast("Bearer", self)).during(as_period(period))

    def periods(self) -> tuple[Period, ...]:
        """
        Give the periods of the names in the chain, in its order.

        >>> import destalinization as ds
        >>> volgograd = ds.places["volgograd"]
        >>> len(volgograd.periods()) == len(volgograd.names)
        True
        """
        return tuple(self._period_at(number) for number in range(len(self.names)))

    def _period_at(self, number: int) -> Period:
        """
        Give the period of the name at a place in the chain.
        """
        period = _period_class()
        name = self.names[number]
        if name.until is not None:
            return period(since=name.since, before=name.until)
        if number + 1 < len(self.names):
            following = self.names[number + 1]
            return period(since=name.since, before=following.since if following.succession == "direct" else None)
        if self.ending is not None:
            return period(since=name.since, before=self.ending.date)
        return period(since=name.since, ongoing=self.current is True)


@cache
def _period_class() -> type[Period]:
    """
    Give the class of periods, which is loaded when the first is wanted.
    """
    from .period import Period

    return Period
