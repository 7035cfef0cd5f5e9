"""
Which place or institution was ever called this.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attrs import frozen

from ..dates import HistoricalDate, as_date
from ..errors import AmbiguousName, EmptyQuery, UnknownName
from ..folding import fold
from ..model.record import Record
from ..store.catalogue import Catalogue, bundled
from .generic import KINDS, parse
from .spellings import Spelling, index_of

if TYPE_CHECKING:
    from ..dates import DateLike, PeriodLike
    from ..model.answers import Candidate, Grade, NameAnswer
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from ..vocabulary import InstitutionKind, PlaceKind

B = TypeVar("B")

_RANK = {"certain": 0, "likely": 1, "possible": 2, None: 0}


@frozen(kw_only=True, repr=False)
class Match(Record):
    """
    A name that a query found.

    Attributes:
        bearer: whose name it is.
        name: the name.
        form: the spelling that matched.
        language: the tag of its language.
        scheme: how it was brought into Latin script, or None for a form that the data has.
        on: the date asked about, if one was.
        grade: how sure it is that the name held on that date; None where no date was asked about.
        distance: how many letters differ from the query, zero for an exact match.

    """

    bearer: Bearer
    name: Name
    form: str
    language: str
    scheme: str | None = None
    on: HistoricalDate | None = None
    grade: Grade | None = None
    distance: int = 0

    @property
    def period(self) -> Period:
        """
        When the name was in force.
        """
        return self.bearer.period(self.name)

    @property
    def current(self) -> bool:
        """
        Whether it is the name of today.
        """
        return self.bearer.current is True and self.bearer.names[-1] is self.name

    def __repr__(self) -> str:
        return f"<Match: {self}>"

    def __str__(self) -> str:
        return f"{self.form} ({self.language}): {self.bearer.id}, {self.period}"


def find(
    text: str,
    *,
    on: DateLike | None = None,
    country: str | None = None,
    kind: PlaceKind | InstitutionKind | None = None,
    honours: str | None = None,
    fuzzy: bool = False,
    catalogue: Catalogue | None = None,
) -> tuple[Match, ...]:
    """
    Find the places and institutions that were ever called something, in any script and spelling.

    Generic words ("g. Stalino", "city of Perm", "обл.") are understood: they narrow the kind, and are not matched.

    Args:
        text: the name as somebody wrote it.
        on: keep only names that may have held on this date, and grade them.
        country: keep only bearers in this country of today, ISO 3166-1 alpha-2.
        kind: keep only bearers of this kind.
        honours: keep only names that honour the record with this id.
        fuzzy: take similar spellings too, after the exact ones; this needs the extra ``fuzzy``.
        catalogue: where to look; the bundled data where nothing else is said.

    Returns:
        One match for each bearer and name, best first: by distance, then by grade, then names of today, then by the
        bearer's id, then in the order of its names. Empty if there is none.

    Raises:
        EmptyQuery: the text has no letter or digit.
        InvalidDate: the date is none.
        UnknownTerm: there is no such kind, or the country is no code.
        UnknownId: no record has the id that names shall honour.

    >>> import destalinization as ds
    >>> [match.bearer.id for match in ds.find("Сталинабад")]
    ['dushanbe']

    """
    own = catalogue or bundled()
    date = None if on is None else as_date(on)
    wanted = _criteria(own, country, kind, honours)
    found: dict[tuple[str, str], Match] = {}
    for spelling, distance in _spellings(text, own, fuzzy=fuzzy):
        if (spelling.bearer, spelling.key) in found:
            continue
        match = _match(own, spelling, distance, date)
        if match is not None and all(test(match) for test in wanted):
            found[spelling.bearer, spelling.key] = match
    if len(found) < 2:
        return tuple(found.values())
    return tuple(sorted(found.values(), key=_order))


@overload
def one(
    text: str,
    *,
    of: type[B],
    on: DateLike | None = None,
    country: str | None = None,
    kind: PlaceKind | InstitutionKind | None = None,
    honours: str | None = None,
    catalogue: Catalogue | None = None,
) -> B: ...
@overload
def one(
    text: str,
    *,
    on: DateLike | None = None,
    country: str | None = None,
    kind: PlaceKind | InstitutionKind | None = None,
    honours: str | None = None,
    catalogue: Catalogue | None = None,
) -> Bearer: ...
def one(text: str, *, of: type[Any] = object, catalogue: Catalogue | None = None, **criteria: Any) -> Any:
    """
    Give the one place or institution that was ever called something.

    Args:
        text: the name as somebody wrote it.
        of: the class of the record, `Place` or `Institution`; either where nothing is said.
        catalogue: where to look; the bundled data where nothing else is said.
        criteria: as for `find`, without ``fuzzy``.

    Raises:
        AmbiguousName: there are several; the error holds the matches.
        UnknownName: there is none; the error names the nearest spellings.
        EmptyQuery: the text has no letter or digit.

    >>> import destalinization as ds
    >>> ds.one("Stalinabad", of=ds.Place).label
    'Dushanbe'

    """
    found = tuple(
        match for match in find(text, catalogue=catalogue, fuzzy=False, **criteria) if isinstance(match.bearer, of)
    )
    bearers = {match.bearer.id: match.bearer for match in found}
    if len(bearers) == 1:
        return found[0].bearer
    if bearers:
        raise AmbiguousName(text, found)
    raise UnknownName(text, _nearest(text, catalogue or bundled()))


def name_on(bearer: str | Bearer, date: DateLike, *, catalogue: Catalogue | None = None) -> NameAnswer:
    """
    Say what a place or institution was called on a date, how sure that is, and why.

    A name holds from its first day up to, not including, the day of the next one. Where a date is coarse or disputed,
    every name that may have held is given, best first: by grade, then the name that held by the preferred date, a
    coarse date counting as its middle, then in the order of the chain.

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
    return found.name_on(date)


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
    return found.names_during(period)


def meanings(text: str, catalogue: Catalogue) -> Iterator[tuple[Bearer, Name]]:
    """
    Give the bearers and names that a text means exactly, each once, in no order.

    Args:
        text: the name as somebody wrote it.
        catalogue: where to look.

    Raises:
        EmptyQuery: the text has no letter or digit.

    """
    seen: set[tuple[str, str]] = set()
    for spelling, _ in _spellings(text, catalogue, fuzzy=False):
        if (spelling.bearer, spelling.key) not in seen:
            seen.add((spelling.bearer, spelling.key))
            bearer = catalogue.bearer(spelling.bearer)
            yield bearer, bearer.name(spelling.key)


def _spellings(text: str, catalogue: Catalogue, *, fuzzy: bool) -> Iterator[tuple[Spelling, int]]:
    """
    Give the spellings that a query means, the nearest first, with how far they are from it.
    """
    whole = fold(text)
    if not whole:
        raise EmptyQuery(text)
    index = index_of(catalogue)
    for spelling in index.get(whole):
        if not spelling.generic:
            yield spelling, 0
    core, classes = parse(text)
    if classes:
        kinds = set().union(*(KINDS.get(name, set()) for name in classes))
        for spelling in index.get(core):
            fits = spelling.generic in classes if spelling.generic else _is_of(spelling, kinds, catalogue)
            if fits or classes == {"named"}:
                yield spelling, 0
    if fuzzy:
        from .fuzzy import similar

        for folded, distance in similar(whole, index):
            yield from ((spelling, distance) for spelling in index.get(folded) if not spelling.generic)


def _is_of(spelling: Spelling, kinds: set[str], catalogue: Catalogue) -> bool:
    """
    Say whether the bearer of a spelling is of one of the kinds.
    """
    return catalogue.bearer(spelling.bearer).kind in kinds


def _match(catalogue: Catalogue, spelling: Spelling, distance: int, date: HistoricalDate | None) -> Match | None:
    """
    Make a match of a spelling, unless its name cannot have held on the date.
    """
    bearer = catalogue.bearer(spelling.bearer)
    name = bearer.name(spelling.key)
    grade: Grade | None = None
    if date is not None:
        answer = bearer.name_on(date)
        grade = next((candidate.grade for candidate in answer.candidates if candidate.name is name), None)
        if grade is None:
            if all(side.name is not name for side in answer.beside):
                return None
            grade = "possible"
    return Match(
        bearer=bearer,
        name=name,
        form=spelling.form,
        language=spelling.language,
        scheme=spelling.scheme or None,
        on=date,
        grade=grade,
        distance=distance,
    )


def _criteria(catalogue: Catalogue, country: str | None, kind: str | None, honours: str | None) -> list[Any]:
    """
    Make the tests of a match.
    """
    if country is None and kind is None and honours is None:
        return []
    from ..store import criteria as c
    from ..vocabulary import INSTITUTION_KINDS, PLACE_KINDS

    code = c.country(country)
    target = c.known(catalogue, honours)
    c.is_term("kind", kind, "kind of bearer", (*PLACE_KINDS, *INSTITUTION_KINDS))
    tests: list[Any] = []
    if code is not None:
        tests.append(lambda match: match.bearer.country == code)
    if kind is not None:
        tests.append(lambda match: match.bearer.kind == kind)
    if target is not None:
        tests.append(lambda match: any(honour.target == target for honour in match.name.honours))
    return tests


def _order(match: Match) -> tuple[int, int, bool, str, int]:
    """
    Order matches, the best first.
    """
    names = match.bearer.names
    place = next((number for number, name in enumerate(names) if name is match.name), len(names))
    return match.distance, _RANK[match.grade], not match.current, match.bearer.id, place


def _nearest(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """
    Give the nearest spellings, for an error.
    """
    from difflib import get_close_matches

    table = index_of(catalogue).table()
    near = get_close_matches(fold(text), table, n=12, cutoff=0.5)
    return tuple(dict.fromkeys(table[folded][0].form for folded in near))[:3]
