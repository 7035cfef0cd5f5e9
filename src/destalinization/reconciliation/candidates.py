"""
Reconciling: which places and institutions a name may mean, with scores.

Names are looked for as `destalinization.toponyms.lookup.find` does it. Where no bearer fits exactly, those that had the
name at another date are given too; where there is none at all, those whose names are spelt alike.

A score is 100, less 20 for each letter that differs; less 5 if the name held only likely on the date, 15 if only
possibly, 50 if it did not; less 30 for one of another type where the types are no condition. It is never below 0.

A candidate is a match if it alone fits exactly: no letter differs, all demands were read and are met, and the name held
certainly or likely on the date if there is one. Candidates that held it only possibly do not stand in its way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..document import BASE
from ..errors import EmptyQuery, MissingExtra
from ..model.answers import Candidate as Held
from ..toponyms.lookup import Match, find
from .criteria import Criteria, criteria_of
from .entity_types import types_of, written

if TYPE_CHECKING:
    from ..model.answers import Grade
    from ..model.changes import Bearer
    from ..store.catalogue import Catalogue
    from .messages import Query

LONGEST = 300
"""The longest text that is looked for, in letters; nothing has so long a name."""

_DEDUCTED: dict[Grade | None, int] = {None: 0, "certain": 0, "likely": 5, "possible": 15}
_PER_LETTER = 20
_OTHER_DATE = 50
_OTHER_TYPE = 30


@frozen(kw_only=True)
class Candidate:
    """
    A place or an institution that a query may mean.

    Attributes:
        bearer: the place or institution.
        match: the name of it that was found; None where its id was given.
        held: whether the name may have held on the date, if there is one.
        of_type: whether it is of the types that were asked for.
    """

    bearer: Bearer
    match: Match | None = None
    held: bool = True
    of_type: bool = True

    @property
    def grade(self) -> Grade | None:
        """
        How sure it is that the name held on the date; None where no date was asked about.
        """
        return self.match.grade if self.match else None

    @property
    def distance(self) -> int:
        """
        How many letters differ.
        """
        return self.match.distance if self.match else 0

    @property
    def score(self) -> int:
        """
        How well it fits, from 0 to 100.
        """
        deducted = _PER_LETTER * self.distance + _DEDUCTED[self.grade]
        return max(0, 100 - deducted - (not self.held) * _OTHER_DATE - (not self.of_type) * _OTHER_TYPE)

    @property
    def fits(self) -> bool:
        """
        Whether it fits exactly.
        """
        return self.distance == 0 and self.held and self.of_type and self.grade != "possible"


def reconcile(query: Query, catalogue: Catalogue) -> list[dict[str, Any]]:
    """
    Give the candidates of a query, best first, as the protocol writes them.

    Args:
        query: the query; one without a text has no candidates.
        catalogue: where to look.

    >>> import destalinization as ds
    >>> from destalinization.reconciliation.messages import Query
    >>> found = reconcile(Query(text="Сталинабад"), ds.catalogue())
    >>> [(candidate["id"], candidate["score"], candidate["match"]) for candidate in found]
    [('dushanbe', 100, True)]
    """
    criteria = criteria_of(query, catalogue)
    found = sorted(candidates(query, criteria, catalogue), key=lambda candidate: -candidate.score)
    fitting = [candidate for candidate in found if candidate.fits]
    match = fitting[0] if len(fitting) == 1 and criteria.read else None
    return [_written(candidate, query, criteria, match=candidate is match) for candidate in found[: query.limit]]


def candidates(query: Query, criteria: Criteria, catalogue: Catalogue) -> list[Candidate]:
    """
    Give the candidates of a query, each bearer once.

    Args:
        query: the query.
        criteria: what its properties demand.
        catalogue: where to look.
    """
    text = (query.text or "").strip()
    if not text or len(text) > LONGEST:
        return []

    def kept(found: Iterator[Candidate]) -> list[Candidate]:
        return _once(_of_types(found, query), criteria)

    try:
        exact = kept(_exact(text, criteria, catalogue))
        if not any(candidate.fits for candidate in exact):
            exact = kept(chain(exact, _at_other_dates(text, criteria, catalogue)))
        return exact or kept(_similar(text, criteria, catalogue))
    except EmptyQuery:
        return []


def bearer_of(id: str, catalogue: Catalogue) -> Bearer | None:
    """
    Give the place or institution with an id, or None; a retired id gives its successor.

    Args:
        id: the id, or the address that begins with the identifier space.
        catalogue: where to look.
    """
    own = id.removeprefix(BASE)
    return catalogue.places.get(own) or catalogue.institutions.get(own)


def _exact(text: str, criteria: Criteria, catalogue: Catalogue) -> Iterator[Candidate]:
    """
    Give the bearer of which the text is the id, and those of the name.

    Where a date is demanded, an id that is also a name of its bearer is taken for the name.
    """
    named = bearer_of(text, catalogue)
    if named is not None and not (
        criteria.date and named in [match.bearer for match in find(text, catalogue=catalogue)]
    ):
        yield Candidate(bearer=named)
    for match in find(text, on=criteria.date, catalogue=catalogue):
        yield Candidate(bearer=match.bearer, match=match)


def _at_other_dates(text: str, criteria: Criteria, catalogue: Catalogue) -> Iterator[Candidate]:
    """
    Give the bearers of the name at any date, where one is demanded.
    """
    if criteria.date is not None:
        for match in find(text, catalogue=catalogue):
            yield Candidate(bearer=match.bearer, match=match, held=False)


def _similar(text: str, criteria: Criteria, catalogue: Catalogue) -> Iterator[Candidate]:
    """
    Give the bearers of names that are spelt alike; none where the package that finds them is not installed.
    """
    with suppress(MissingExtra):
        for match in find(text, on=criteria.date, fuzzy=True, catalogue=catalogue):
            yield Candidate(bearer=match.bearer, match=match)


def _of_types(found: Iterable[Candidate], query: Query) -> Iterator[Candidate]:
    """
    Keep candidates of the types of a query, or mark the others where the types are no condition.
    """
    wanted = set(query.types)
    for candidate in found:
        own = wanted.intersection(types_of(candidate.bearer))
        if not wanted or own == wanted or (own and query.strict != "all"):
            yield candidate
        elif query.strict == "should":
            yield Candidate(bearer=candidate.bearer, match=candidate.match, held=candidate.held, of_type=False)


def _once(found: Iterable[Candidate], criteria: Criteria) -> list[Candidate]:
    """
    Keep candidates that meet the criteria, each bearer at its best.
    """
    best: dict[str, Candidate] = {}
    for candidate in found:
        bearer, match = candidate.bearer, candidate.match
        if not criteria.accept(bearer, bearer.names if match is None else [match.name]):
            continue
        if bearer.id not in best or candidate.score > best[bearer.id].score:
            best[bearer.id] = candidate
    return list(best.values())


def _written(candidate: Candidate, query: Query, criteria: Criteria, *, match: bool) -> dict[str, Any]:
    """
    Write a candidate.
    """
    return {
        "id": candidate.bearer.id,
        "name": candidate.bearer.label,
        "description": described(candidate),
        "type": written(types_of(candidate.bearer)),
        "score": candidate.score,
        "match": match,
        "features": list(_features(candidate, query, criteria)),
    }


def described(candidate: Candidate) -> str:
    """
    Say in words what a candidate is, and why it was found.

    Args:
        candidate: the candidate.
    """
    bearer, match = candidate.bearer, candidate.match
    what = ", ".join(part for part in (bearer.kind.replace("-", " "), bearer.country) if part)
    if match is None:
        return what
    use = next((side.use for side in bearer.also if side.name is match.name), None)
    reason = f"{use} name, {match.period}" if use else f"in force {match.period}"
    if match.on is None or match.grade is None:
        return f"{what}; {match.form}: {reason}"
    if use is None:
        reason = Held(name=match.name, grade=match.grade, bearer=bearer, on=match.on).reason
    return f"{what}; {match.form} on {match.on}, {match.grade}: {reason}"


def _features(candidate: Candidate, query: Query, criteria: Criteria) -> Iterator[dict[str, Any]]:
    """
    Give what the score is made of.
    """
    yield {"id": "differing-letters", "value": candidate.distance}
    yield {"id": "by-id", "value": candidate.match is None}
    if candidate.match is not None:
        yield {"id": "name-of-today", "value": candidate.match.current}
    if criteria.date is not None and candidate.match is not None:
        yield {"id": "held-on-date", "value": candidate.held}
        yield {"id": "held-certainly", "value": candidate.grade == "certain"}
    if query.types:
        yield {"id": "of-type", "value": candidate.of_type}
    if query.properties:
        yield {"id": "properties-read", "value": criteria.read}
