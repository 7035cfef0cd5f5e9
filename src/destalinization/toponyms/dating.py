"""
When something can have been written that uses certain names.

Each name was in force in one or more stretches of time, for every bearer that had it. Where all stretches overlap, a
text with all the names can have been written; where they never all do, the stretches that most names share are given,
and the names that speak against them. A name holds up to, not including, the day of the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from ..errors import EmptyQuery
from ..folding import fold
from ..model.record import Record
from ..model.timeline import EVER, about, timeline_of, window
from ..store.catalogue import Catalogue, bundled
from .lookup import meanings

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

    def __str__(self) -> str:
        return "; ".join(map(str, self.intervals)) or "no date"


def _supports(mention: Mention, interval: DatedInterval) -> bool:
    """
    Say whether a mention's name may have been in force in an interval.
    """
    first = interval.earliest.toordinal() if interval.earliest else -EVER
    last = interval.latest.toordinal() if interval.latest else EVER
    pieces = [_piece(meaning.bearer, meaning.name) for meaning in mention.candidates]
    return any(piece.first <= last and first < piece.before for piece in pieces)


class Piece(NamedTuple):
    """
    A stretch in which one name was in force, in days: possible from ``first`` up to, not including, ``before``; certain
    from ``sure_first`` up to ``sure_before``; whether anything dates it.
    """

    first: int
    before: int
    sure_first: int
    sure_before: int
    bearer: Bearer
    name: Name
    dated: bool


def date_names(names: Iterable[str], *, catalogue: Catalogue | None = None) -> DatingAnswer:
    """
    Say when something can have been written that uses certain names.

    A name that several bearers had, or one had twice, counts wherever any of them had it: it widens, never narrows.
    Only a bearer whose name has no date on either side is left out of account where others have one, and named in the
    answer: it would allow any time.

    Args:
        names: the names, in any script and spelling that `find` understands.
        catalogue: where to look; the bundled data where nothing else is said.

    Returns:
        The intervals that most of the names support, with what gives each end and which names conflict.

    Raises:
        EmptyQuery: there is no name, or one without a letter or digit.

    >>> import destalinization as ds
    >>> answer = ds.date_names(["Stalinabad", "Volgograd", "Atlantis"])
    >>> answer.unknown, answer.consistent
    (('Atlantis',), True)
    """
    own = catalogue or bundled()
    asked = {fold(text): text for text in reversed(_texts(names))}
    asked = dict(reversed(asked.items()))
    return date_meanings({text: [*meanings(text, own).values()] for text in asked.values()})


def date_meanings(
    meant: Mapping[str, Sequence[tuple[Bearer, Name]]],
    *,
    weights: Mapping[str, int] | None = None,
    mentions: tuple[Mention, ...] = (),
) -> DatingAnswer:
    """
    Say when something can have been written that uses names whose meanings are known.

    Args:
        meant: what each name can mean.
        weights: how often each name is used, where it counts; each counts once where nothing is said.
        mentions: the mentions that the names come from, to stand in the answer.
    """
    pieces = {text: [_piece(*meaning) for meaning in found] for text, found in meant.items()}
    dated = {text: [piece for piece in found if piece.dated] or found for text, found in pieces.items()}
    known = {text: sorted(found, key=lambda piece: piece[:4]) for text, found in dated.items() if found}
    left = {piece.bearer.id: piece.bearer for text, found in pieces.items() for piece in found if not piece.dated}
    counts = weights or dict.fromkeys(known, 1)
    intervals = tuple(_interval(first, before, known) for first, before in _best(known, counts))
    unknown = tuple(text for text, found in pieces.items() if not found)
    used = {piece.bearer.id for found in known.values() for piece in found}
    undated = tuple(bearer for id, bearer in sorted(left.items()) if id not in used)
    return DatingAnswer(names=tuple(meant), unknown=unknown, undated=undated, intervals=intervals, mentions=mentions)


def _texts(names: Iterable[str]) -> list[str]:
    """
    Take the names, of which there must be one.
    """
    if isinstance(names, str):
        raise TypeError(f"expected several names, found the text {names!r}")
    texts = list(names)
    if not texts:
        raise EmptyQuery("")
    return texts


def _piece(bearer: Bearer, name: Name) -> Piece:
    """
    Give the stretch in which a name was in force.
    """
    for number, own in enumerate(bearer.names):
        if own is name:
            timeline = timeline_of(bearer)
            start, end = timeline.starts[number], timeline.ends[number]
            sure_first = EVER if start.marked or end.marked else start.last
            return Piece(start.first, end.last, sure_first, end.first, bearer, name, start.known or end.known)
    begin = window(name.since, about(name.disputes, "since"))
    cease = window(name.until, about(name.disputes, "until"))
    first, sure_first = (begin.first, begin.last) if begin else (-EVER, EVER)
    sure_before, before = (cease.first, cease.last) if cease else (-EVER, EVER)
    if (begin and begin.marked) or (cease and cease.marked):
        sure_first = EVER
    dated = begin is not None or cease is not None
    return Piece(first, before, sure_first, sure_before, bearer, name, dated)


def _best(known: dict[str, list[Piece]], weights: Mapping[str, int]) -> list[tuple[int, int]]:
    """
    Give the stretches that most names share, earliest first; where two touch, other names share them.
    """
    edges: dict[int, int] = {}
    for text, pieces in known.items():
        for first, before in _union([piece[:2] for piece in pieces]):
            edges[first] = edges.get(first, 0) + weights[text]
            edges[before] = edges.get(before, 0) - weights[text]
    count, counts = 0, []
    days = sorted(edges)
    for day in days:
        count += edges[day]
        counts.append(count)
    most = max(counts, default=0)
    return [(days[number], days[number + 1]) for number, found in enumerate(counts) if found == most > 0]


def _union(stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """
    Join stretches that overlap or touch; empty ones are left out.
    """
    joined: list[tuple[int, int]] = []
    for first, before in sorted(stretches):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(before, joined[-1][1]))
        elif first < before:
            joined.append((first, before))
    return joined


def _supporters(known: dict[str, list[Piece]], day: int) -> list[str]:
    """
    Give the names that may have been in force on a day.
    """
    return [text for text, pieces in known.items() if any(p.first <= day < p.before for p in pieces)]


def _interval(first: int, before: int, known: dict[str, list[Piece]]) -> DatedInterval:
    """
    Describe a stretch: who supports it, what bounds it, who conflicts.
    """
    supports = _supporters(known, first)
    held = {text: [p for p in known[text] if p.first < before and first < p.before] for text in supports}
    earlier, later = _supporters(known, first - 1), _supporters(known, before)
    post = [(text, p) for text, pieces in held.items() if text not in earlier for p in pieces if p.first == first]
    ante = [(text, p) for text, pieces in held.items() if text not in later for p in pieces if p.before == before]
    conflicts = tuple(
        Conflict(text=text, names=tuple((p.bearer, p.name) for p in pieces))
        for text, pieces in known.items()
        if text not in supports
    )
    return DatedInterval(
        earliest=_day(first),
        latest=_day(before - 1),
        certain=tuple((_day(start), _day(stop - 1)) for start, stop in _certain(first, before, held)),
        supports=tuple(supports),
        post=tuple(_evidence(text, p, end=False) for text, p in post),
        ante=tuple(_evidence(text, p, end=True) for text, p in ante),
        conflicts=conflicts,
    )


def _certain(first: int, before: int, held: dict[str, list[Piece]]) -> list[tuple[int, int]]:
    """
    Give the stretches on which all supporting names were certainly in force.
    """
    shared = [(first, before)]
    for pieces in held.values():
        sure = _union([piece[2:4] for piece in pieces])
        shared = [
            (max(start, low), min(stop, high))
            for start, stop in shared
            for low, high in sure
            if max(start, low) < min(stop, high)
        ]
    return sorted(shared)


def _evidence(text: str, piece: Piece, *, end: bool) -> Evidence:
    """
    Make the evidence for one end of the stretch of a name.
    """
    return Evidence(text=text, bearer=piece.bearer, name=piece.name, end=end)


def _day(number: int) -> date | None:
    """
    Turn a day's number into a date, or None beyond all dates.
    """
    return date.fromordinal(number) if 1 <= number < EVER - 1 else None
