"""
Which place or institution was ever called this.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar, overload

from attr import frozen

from ..dates import HistoricalDate, as_date
from ..folding import fold
from ..model.record import Record
from ..store.catalogue import Catalogue, bundled
from .spellings import Entry, Spelling, SpellingIndex, form_of, index_of

if TYPE_CHECKING:
    from ..dates import DateLike
    from ..model.answers import Grade, NameAnswer
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from ..vocabulary import InstitutionKind, PlaceKind

B = TypeVar("B")


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
        return form_of(self.name, self.spelling)

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
    entries = index_of(own).exact(text) or _nothing(text)
    if on is country is kind is honours is None and not fuzzy:
        return tuple([Match(bearer=entry.bearer, name=entry.name, spelling=entry.spelling) for entry in entries])
    date = None if on is None else as_date(on)
    wanted = _criteria(own, country, kind, honours)
    found = _matches(entries, date)
    if fuzzy:
        for distance, near in _near(text, entries, index_of(own)):
            found += _matches(near, date, distance)
    return tuple([match for match in found if all(test(match) for test in wanted)] if wanted else found)


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
    return {(entry.bearer.id, entry.name.key): (entry.bearer, entry.name) for entry in _exact(text, catalogue)}


def _exact(text: str, catalogue: Catalogue) -> list[Entry]:
    """
    Give what a query means exactly.
    """
    return index_of(catalogue).exact(text) or _nothing(text)


def _nothing(text: str) -> list[Entry]:
    """
    Give an empty answer, unless there was nothing to look for.
    """
    if not fold(text):
        from ..errors import EmptyQuery

        raise EmptyQuery(text)
    return []


def _near(text: str, exact: list[Entry], index: SpellingIndex) -> Iterator[tuple[int, list[Entry]]]:
    """
    Give what else a query may mean: the names of similar spelling by their distance, each at its nearest.
    """
    from .fuzzy import similar

    seen = {entry.rank for entry in exact}
    for distance, spellings in groupby(similar(fold(text), index), key=itemgetter(1)):
        entries = [entry for folded, _ in spellings for entry in index.get(folded) if not entry.spelling.generic]
        nearest = {entry.rank: entry for entry in reversed(entries) if entry.rank not in seen}
        seen |= nearest.keys()
        yield distance, [nearest[rank] for rank in sorted(nearest)]


def _matches(entries: list[Entry], date: HistoricalDate | None, distance: int = 0) -> list[Match]:
    """
    Make matches of what was found, without the names that cannot have held on the date; the surest come first.
    """
    if date is None:
        return [
            Match(bearer=entry.bearer, name=entry.name, spelling=entry.spelling, distance=distance) for entry in entries
        ]
    from ..model.timeline import RANK, timeline_of

    found = [
        Match(bearer=entry.bearer, name=entry.name, spelling=entry.spelling, on=date, grade=grade, distance=distance)
        for entry in entries
        if (grade := _grade(timeline_of(entry.bearer).on(date), entry.name)) is not None
    ]
    return sorted(found, key=lambda match: RANK[match.grade or "possible"])


def _grade(answer: NameAnswer, name: Name) -> Grade | None:
    """
    Say how sure it is that a name held on the date that was answered for, or None if it cannot have.
    """
    for number, grade in answer.held:
        if answer.bearer.names[number] is name:
            return grade
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
    c.is_term("kind", kind, "kind of bearer", tuple(dict.fromkeys((*PLACE_KINDS, *INSTITUTION_KINDS))))
    tests: list[Any] = []
    if code is not None:
        tests.append(lambda match: match.bearer.country == code)
    if kind is not None:
        tests.append(lambda match: match.bearer.kind == kind)
    if target is not None:
        tests.append(lambda match: any(honour.target == target for honour in match.name.honours))
    return tests


def _nearest(text: str, catalogue: Catalogue) -> tuple[str, ...]:
    """
    Give the nearest spellings, for an error.
    """
    from difflib import get_close_matches

    table = index_of(catalogue).table()
    near = get_close_matches(fold(text), table, n=12, cutoff=0.5)
    entries = (table[folded][0] for folded in near)
    return tuple(dict.fromkeys(form_of(entry.name, entry.spelling) for entry in entries))[:3]
