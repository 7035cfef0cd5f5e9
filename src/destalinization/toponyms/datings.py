"""
Answers to when something can have been written.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import frozen

from ..model.record import Record

if TYPE_CHECKING:
    from ..dates import HistoricalDate
    from ..model.changes import Bearer, Change
    from ..model.names import Name
    from ..model.period import Period
    from ..model.provenance import Citation
    from .mentions import Mention


@frozen(kw_only=True, repr=False, eq=False)
class Evidence(Record):
    """
    What bounds an interval on one side.

    Attributes:
        text: the name as it was asked about.
        bearer: whose name it is.
        name: the name.
        end: whether it is the end of the name's time that bounds, and not its beginning.
    """

    text: str
    bearer: Bearer
    name: Name
    end: bool

    @property
    def change(self) -> Change | None:
        """
        The naming, renaming or end that gives the bound, or None where nothing dated does.
        """
        from ..model.changes import changes_of

        if self.end and self.name.until is not None:
            return None
        for change in changes_of(self.bearer):
            if (change.old if self.end else change.new) is self.name and change.date is not None:
                return change
        return None

    @property
    def date(self) -> HistoricalDate | None:
        """
        The date that gives the bound: of the change, or the name's own where no change does.
        """
        change = self.change
        return change.date if change else self.name.until if self.end else self.name.since

    @property
    def citations(self) -> tuple[Citation, ...]:
        """
        Who gives the date.
        """
        change = self.change
        return change.citations if change else self.name.citations if self.date else ()

    def __repr__(self) -> str:
        return f"<Evidence: {self}>"

    def __str__(self) -> str:
        if self.change is None and self.date is not None:
            return f"{self.text}: {'until' if self.end else 'from'} {self.date}"
        return f"{self.text}: {self.change or 'no dated change'}"


@frozen(kw_only=True, repr=False, eq=False)
class Conflict(Record):
    """
    A name that was not in force in an interval.

    Attributes:
        text: the name as it was asked about.
        names: the names that it means, with their bearers.
    """

    text: str
    names: tuple[tuple[Bearer, Name], ...]

    @property
    def periods(self) -> tuple[tuple[Bearer, Period], ...]:
        """
        When it was in force, with its bearers.
        """
        return tuple((bearer, bearer.period(name)) for bearer, name in self.names)

    @property
    def reason(self) -> str:
        """
        Why it conflicts, in words.
        """
        return f"{self.text} was in force " + ", or ".join(f"{period} ({bearer.id})" for bearer, period in self.periods)

    def __repr__(self) -> str:
        return f"<Conflict: {self}>"

    def __str__(self) -> str:
        return self.reason


@frozen(kw_only=True, repr=False, eq=False)
class DatedInterval(Record):
    """
    A stretch of time in which names were in force together.

    Attributes:
        earliest: the first day on which they can have been; None where nothing bounds it.
        latest: the last such day; None where nothing bounds it, as for names still in use.
        certain: the stretches of days, first and last, on which they certainly were.
        supports: the names that were in force.
        post: what gives the first day (terminus post quem).
        ante: what gives the last day (terminus ante quem).
        conflicts: the names that were not in force.
    """

    earliest: date | None
    latest: date | None
    certain: tuple[tuple[date | None, date | None], ...] = ()
    supports: tuple[str, ...] = ()
    post: tuple[Evidence, ...] = ()
    ante: tuple[Evidence, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def open(self) -> bool:
        """
        Whether the end is open: all the names may be in use to this day.
        """
        return self.latest is None

    def __repr__(self) -> str:
        return f"<DatedInterval: {self}>"

    def __str__(self) -> str:
        return f"{self.earliest or '…'} to {self.latest or 'today'}"


@frozen(kw_only=True, repr=False, eq=False)
class DatingAnswer(Record):
    """
    When something can have been written that uses certain names.

    Attributes:
        names: the names asked about, each once.
        unknown: those that are not in the data.
        undated: bearers of the names that were left out of account, since nothing dates their names.
        intervals: the best supported intervals, earliest first; more than one where names were in force twice, or where
            several stretches are supported by equally many names.
        mentions: the mentions that speak for a date, where a text was asked about.

    >>> import destalinization as ds
    >>> print(ds.date_names(["Stalinabad", "Chkalov"]).intervals[0])
    1938-12-26 to 1957-12-03
    """

    names: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    undated: tuple[Bearer, ...] = ()
    intervals: tuple[DatedInterval, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def supporting(self, interval: DatedInterval) -> tuple[Mention, ...]:
        """
        Give the mentions that support an interval of a text's dating.

        Args:
            interval: one of the intervals.
        """
        return tuple(mention for mention in self.mentions if _supports(mention, interval))

    def contradicting(self, interval: DatedInterval) -> tuple[Mention, ...]:
        """
        Give the mentions that contradict an interval of a text's dating.

        Args:
            interval: one of the intervals.
        """
        return tuple(mention for mention in self.mentions if not _supports(mention, interval))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """
        The names that conflict with one of the intervals.
        """
        return tuple(dict.fromkeys(conflict for interval in self.intervals for conflict in interval.conflicts))

    @property
    def consistent(self) -> bool:
        """
        Whether all names in the data can have been in force together.
        """
        return bool(self.intervals) and not self.conflicts

    def __repr__(self) -> str:
        return f"<DatingAnswer: {self}>"

    def __str__(self) -> str:
        return "; ".join(map(str, self.intervals)) or "no date"


def _supports(mention: Mention, interval: DatedInterval) -> bool:
    """
    Say whether a mention's name may have been in force in an interval.
    """
    from ..model.timeline import EVER
    from .dating import piece_of

    first = interval.earliest.toordinal() if interval.earliest else -EVER
    last = interval.latest.toordinal() if interval.latest else EVER
    pieces = [piece_of(meaning.bearer, meaning.name) for meaning in mention.candidates]
    return any(piece.first <= last and first < piece.before for piece in pieces)
