"""
The names that a table asks for with their answers, laid out so that any engine can join them by equality.

What `destalinization.find` answers for a name is the same on all days between two days on which something changes. So
all time is cut into *stretches* for each *meaning* (the names that a text can mean), and each stretch has one answer,
which is what `find` says of its first day. A row of the user's table then meets exactly one stretch. Engines join by
equality much faster than by order, and some cannot join by order at all; so stretches are filed by *era*, which is a
few years, and those of other days of the era are filtered out after the join.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, cast

from ..columns import columns
from ..dates import HistoricalDate
from ..errors import EmptyQuery, UnknownTerm
from ..model.places import Place
from ..model.timeline import timeline_of
from ..toponyms.lookup import Match, find
from .calendar import BEYOND, INVALID, UNDATED, number

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..store.catalogue import Catalogue
    from ..vocabulary import InstitutionKind, PlaceKind

ERAS_FROM, ERAS_TO, ERA = 1904, 2032, 8
"""Eras of eight years; the first one is all time before, the last one all time after."""

NONE, NO_NAME, BAD = 0, 1, 2
"""The meanings, and the answers, of texts that mean nothing, hold no name, or stand beside something wrong."""

COLUMNS = columns(
    "",
    """
    outcome text! found, ambiguous, none (nothing bears this name, or not then), no-name or invalid
    bearer id the place or institution; empty unless there is exactly one
    label text its name for people, disambiguated
    name text the name of it that was found, in Latin script
    name_then text its name on the date, in Latin script
    name_today text its name today, in Latin script; empty where it is no more or nobody knows
    grade text how sure it is that the name held on the date: certain, likely or possible
    latitude number its latitude in degrees, WGS 84
    longitude number its longitude in degrees, WGS 84
    candidate_count integer! how many candidates there are
    candidates ids! the ids of all candidates, best first
    """,
)
"""The columns of answers."""


class Answer(NamedTuple):
    """
    What is said of a row; the fields are those of `COLUMNS`.
    """

    outcome: str
    bearer: str | None = None
    label: str | None = None
    name: str | None = None
    name_then: str | None = None
    name_today: str | None = None
    grade: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    candidate_count: int = 0
    candidates: str = ""


class Query(NamedTuple):
    """
    What is asked for besides the date.

    Attributes:
        name: the name as somebody wrote it.
        country: the country of today; any where it is empty.
        kind: the kind of bearer; any where it is empty.
    """

    name: str
    country: str = ""
    kind: str = ""


class Gazetteer:
    """
    The answers to some queries at all times.

    Args:
        queries: the queries, each once.
        coarse: the dates of more than one day that are asked about, by their numbers.
        catalogue: where to look.

    Attributes:
        keys: the queries and their meanings, without those that mean nothing.
        refused: the queries that name no country or no kind that there is, with the reason.
        steps: meaning, era, first day and last day plus one of each stretch, and its answer.
        wholes: meaning, coarse date and answer, where that is not the answer for the first day of the date.
        answers: the answers, by their numbers.

    >>> import destalinization as ds
    >>> gazetteer = Gazetteer([Query("Stalinabad")], {}, ds.catalogue())
    >>> gazetteer.keys
    [(Query(name='Stalinabad', country='', kind=''), 3)]
    >>> {gazetteer.answers[row[-1]].grade for row in gazetteer.steps if row[0] == 3 and row[2] <= 1950001 < row[3]}
    {'certain'}
    """

    def __init__(self, queries: Iterable[Query], coarse: Mapping[int, HistoricalDate], catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._numbers = {Answer("none"): NONE, Answer("no-name"): NO_NAME, Answer("invalid"): BAD}
        self.refused: dict[Query, UnknownTerm] = {}
        self.keys: list[tuple[Query, int]] = []
        self.steps = [row for special in (NONE, NO_NAME, BAD) for row in _filed(special, [(UNDATED, special)])]
        self.wholes: list[tuple[int, int, int]] = []
        years = _by_year(coarse)
        meanings: dict[tuple[tuple[str, str], ...], int] = {}
        for query in queries:
            known = len(meanings)
            meaning, found = self._meaning(query, meanings)
            if meaning:
                self.keys.append((query, meaning))
            if len(meanings) > known:
                self._lay_out(meaning, query, found, years)

    @property
    def answers(self) -> list[Answer]:
        """
        The answers, by their numbers.
        """
        return list(self._numbers)

    def _meaning(self, query: Query, meanings: dict[tuple[tuple[str, str], ...], int]) -> tuple[int, tuple[Match, ...]]:
        """
        Give the number of what a query means, and what it means.
        """
        try:
            found = self._find(query, None)
        except EmptyQuery:
            return NO_NAME, ()
        except UnknownTerm as error:
            self.refused[query] = error
            return BAD, ()
        names = tuple((match.bearer.id, match.name.key) for match in found)
        return (meanings.setdefault(names, len(meanings) + BAD + 1) if names else NONE), found

    def _lay_out(
        self, meaning: int, query: Query, found: tuple[Match, ...], years: dict[int, dict[int, HistoricalDate]]
    ) -> None:
        """
        Cut all time into stretches, and answer for each and for each coarse date that is in more than one.
        """
        bearers = {match.bearer.id: match.bearer for match in found}
        edges = sorted({day for bearer in bearers.values() for day in _edges(bearer)})
        starts = [(UNDATED, self._number(_answer(found))), (UNDATED + 1, self._answer(query, date.min))]
        starts += ((number(day), self._answer(query, day)) for day in map(date.fromordinal, edges))
        self.steps += _filed(meaning, starts)
        split = {place: when for day in edges for place, when in years.get(date.fromordinal(day).year, {}).items()}
        for place, when in split.items():
            first, last = when.earliest.toordinal(), when.latest.toordinal()
            after = bisect_left(edges, first + 1)
            if after < len(edges) and edges[after] <= last:
                self.wholes.append((meaning, place, self._answer(query, when)))

    def _find(self, query: Query, on: date | HistoricalDate | None) -> tuple[Match, ...]:
        """
        Ask a query.
        """
        return find(
            query.name,
            on=on,
            country=query.country or None,
            kind=cast("PlaceKind | InstitutionKind | None", query.kind or None),
            catalogue=self._catalogue,
        )

    def _answer(self, query: Query, on: date | HistoricalDate) -> int:
        """
        Give the number of the answer to a query.
        """
        return self._number(_answer(self._find(query, on)))

    def _number(self, answer: Answer) -> int:
        """
        Give the number of an answer.
        """
        return self._numbers.setdefault(answer, len(self._numbers))


def _answer(matches: tuple[Match, ...]) -> Answer:
    """
    Make an answer of what was found.
    """
    ids = tuple(dict.fromkeys(match.bearer.id for match in matches))
    if len(ids) != 1:
        return Answer("ambiguous" if ids else "none", candidate_count=len(ids), candidates=" ".join(ids))
    best = matches[0]
    bearer, on = best.bearer, best.on
    then = None if on is None else bearer.name_on(on).best
    position = bearer.coordinates if isinstance(bearer, Place) else None
    return Answer(
        outcome="found",
        bearer=bearer.id,
        label=bearer.label,
        name=best.name.text,
        name_then=then.text if then else None,
        name_today=bearer.names[-1].text if bearer.current else None,
        grade=best.grade,
        latitude=position.latitude if position else None,
        longitude=position.longitude if position else None,
        candidate_count=1,
        candidates=bearer.id,
    )


def _edges(bearer: Bearer) -> Iterator[int]:
    """
    Give the days on which an answer about a bearer may change.
    """
    yield from timeline_of(bearer).days
    for side in bearer.also:
        since, until = side.name.since, side.name.until
        if since is not None:
            yield since.earliest.toordinal()
        if until is not None and until.latest != date.max:
            yield until.latest.toordinal() + 1


def _filed(meaning: int, starts: list[tuple[int, int]]) -> Iterator[tuple[int, int, int, int, int]]:
    """
    File the stretches of a meaning under their eras, with one before all others for what is no date.
    """
    kept = [starts[0], *(start for before, start in pairwise(starts) if start[1] != before[1])]
    for (start, answer), (end, _) in pairwise([(INVALID, BAD), *kept, (BEYOND, BAD)]):
        for era in range(era_of(start), era_of(end - 1) + 1):
            yield meaning, era, start, end, answer


def era_of(day: int) -> int:
    """
    Give the era of a day.

    Args:
        day: the number of the day.

    >>> era_of(1904001), era_of(1961314), era_of(2024001)
    (0, 7, 15)
    """
    return (min(max(day // 1000, ERAS_FROM), ERAS_TO - 1) - ERAS_FROM) // ERA


def _by_year(coarse: Mapping[int, HistoricalDate]) -> dict[int, dict[int, HistoricalDate]]:
    """
    Give the coarse dates that touch each year.
    """
    years: dict[int, dict[int, HistoricalDate]] = {}
    for place, when in coarse.items():
        for year in range(when.earliest.year, when.latest.year + 1):
            years.setdefault(year, {})[place] = when
    return years
