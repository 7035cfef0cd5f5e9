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

from ..errors import EmptyQuery
from ..folding import fold
from ..model.timeline import EVER, about, timeline_of, window
from ..store.catalogue import Catalogue, bundled
from .datings import Conflict, DatedInterval, DatingAnswer, Evidence
from .lookup import meanings

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name
    from .mentions import Mention


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
    pieces = {text: [piece_of(*meaning) for meaning in found] for text, found in meant.items()}
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


def piece_of(bearer: Bearer, name: Name) -> Piece:
    """
    Give the stretch in which a name was in force.

    Args:
        bearer: the bearer.
        name: one of its names.
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
