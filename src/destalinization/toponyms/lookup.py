"""
Which place or institution was ever called this.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attrs import frozen

from ..dates import HistoricalDate, as_date
from ..folding import fold
from ..model.record import Record
from ..store.catalogue import Catalogue, bundled
from .generic import KINDS, WIDER, mentions, parse
from .spellings import Spelling, SpellingIndex, index_of

if TYPE_CHECKING:
    from ..dates import DateLike
    from ..model.answers import Grade
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from ..vocabulary import InstitutionKind, PlaceKind

B = TypeVar("B")

_RANK = {"certain": 0, "likely": 1, "possible": 2, None: 0}


@frozen(kw_only=True, repr=False, eq=False)
class Match(Record):
    """
    A name that a query found.

    Attributes:
        bearer: whose name it is.
        name: the name.
        spelling: the spelling that matched.
        on: the date asked about, if one was.
        grade: how sure it is that the name held on that date; None where no date was asked about.
        distance: how many letters differ from the query, zero for an exact match.
    """

    bearer: Bearer
    name: Name
    spelling: Spelling
    on: HistoricalDate | None = None
    grade: Grade | None = None
    distance: int = 0

    @property
    def form(self) -> str:
        """
        The spelling that matched, as it is written.
        """
        return self.spelling.form

    @property
    def language(self) -> str:
        """
        The tag of its language.
        """
        return self.spelling.language

    @property
    def scheme(self) -> str | None:
        """
        How it was brought into Latin script, or None for a form that the data has.
        """
        return self.spelling.scheme or None

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
    index = index_of(own)
    date = None if on is None else as_date(on)
    wanted = _criteria(own, country, kind, honours)
    found: dict[tuple[str, str], tuple[int, Match]] = {}
    for spelling, distance in _spellings(text, index, own, fuzzy=fuzzy):
        mark = (spelling.bearer, spelling.key)
        if mark not in found:
            bearer, name, place = index.meaning(spelling, own)
            match = _match(bearer, name, spelling, distance, date)
            if match is not None and (not wanted or all(test(match) for test in wanted)):
                found[mark] = (place, match)
    ordered = found.values() if len(found) < 2 else sorted(found.values(), key=_order)
    return tuple([match for _, match in ordered])


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
        from .ambiguity import AmbiguousName

        raise AmbiguousName(text, found)
    from ..errors import UnknownName

    raise UnknownName(text, _nearest(text, catalogue or bundled()))


def meanings(text: str, catalogue: Catalogue) -> dict[tuple[str, str], tuple[Bearer, Name]]:
    """
    Give the bearers and names that a text means exactly, by the bearer's id and the name's key, in no order.

    Args:
        text: the name as somebody wrote it.
        catalogue: where to look.

    Raises:
        EmptyQuery: the text has no letter or digit.
    """
    index = index_of(catalogue)
    spellings = _spellings(text, index, catalogue, fuzzy=False)
    return {(s.bearer, s.key): index.meaning(s, catalogue)[:2] for s, _ in spellings}


def _spellings(text: str, index: SpellingIndex, catalogue: Catalogue, *, fuzzy: bool) -> list[tuple[Spelling, int]]:
    """
    Give the spellings that a query means, the nearest first, with how far they are from it.
    """
    whole = fold(text)
    if not whole:
        from ..errors import EmptyQuery

        raise EmptyQuery(text)
    found = [(spelling, 0) for spelling in index.whole(whole)]
    if (" " in text or "." in text) and mentions(text):
        found += [(spelling, 0) for spelling in _without_generic_words(text, index, catalogue)]
    if fuzzy:
        from .fuzzy import similar

        for folded, distance in similar(whole, index):
            found += [(spelling, distance) for spelling in index.whole(folded)]
    return found


def _without_generic_words(text: str, index: SpellingIndex, catalogue: Catalogue) -> Iterator[Spelling]:
    """
    Give the spellings that a query with words such as "city of" means: names with such words, and bearers of the kind.
    """
    core, classes = parse(text)
    if not classes:
        return
    wanted = classes.union(*(WIDER.get(name, set()) for name in classes))
    kinds = set().union(*(KINDS.get(name, set()) for name in classes))
    for spelling in index.get(core):
        fits = spelling.generic in wanted if spelling.generic else catalogue.bearer(spelling.bearer).kind in kinds
        if fits or classes == {"named"}:
            yield spelling


def _match(bearer: Bearer, name: Name, spelling: Spelling, distance: int, date: HistoricalDate | None) -> Match | None:
    """
    Make a match of a spelling, unless its name cannot have held on the date.
    """
    grade = None if date is None else _grade(bearer, name, date)
    if date is not None and grade is None:
        return None
    return Match(
        bearer=bearer,
        name=name,
        spelling=spelling,
        on=date,
        grade=grade,
        distance=distance,
    )


def _grade(bearer: Bearer, name: Name, date: HistoricalDate) -> Grade | None:
    """
    Say how sure it is that a name held on a date, or None if it cannot have.
    """
    answer = bearer.name_on(date)
    for candidate in answer.candidates:
        if candidate.name is name:
            return candidate.grade
    return "possible" if any(side.name is name for side in answer.beside) else None


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


def _order(item: tuple[int, Match]) -> tuple[int, int, bool, str, int]:
    """
    Order matches, the best first.
    """
    place, match = item
    return match.distance, _RANK[match.grade], not match.current, match.bearer.id, place


def _nearest(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """
    Give the nearest spellings, for an error.
    """
    from difflib import get_close_matches

    table = index_of(catalogue).table()
    near = get_close_matches(fold(text), table, n=12, cutoff=0.5)
    return tuple(dict.fromkeys(table[folded][0].form for folded in near))[:3]
