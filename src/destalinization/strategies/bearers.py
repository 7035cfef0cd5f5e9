"""
Strategies of bearers, their names, their ends, and the changes that follow from their chains.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dates import HistoricalDate
from ..model.changes import Change, Renaming, changes_of
from ..model.institutions import Institution
from ..model.names import Honour, Name, SideName
from ..model.places import Place
from ..model.relations import Ending
from ..vocabulary import ENDINGS, INSTITUTION_KINDS, NAME_USES, PLACE_KINDS, Succession
from .entities import links, new_ids
from .pool import Pool
from .statements import ANYONE, coordinates, dateds, doubts, evidence, honours, terms, ties
from .values import NOTES, days, few, forms, historical_dates, maybe, one_of_ids, slugs, some_of_ids, spellings, texts

SUCCESSIONS: tuple[Succession, ...] = get_args(Succession)


def keys() -> SearchStrategy[str]:
    """
    Give keys of names; ``end`` is reserved.
    """
    return slugs().filter(lambda key: key != "end")


@st.composite
def names(
    draw: DrawFn,
    *,
    key: str | None = None,
    since: HistoricalDate | None = None,
    until: HistoricalDate | None = None,
    succession: Succession = "direct",
    pool: Pool = ANYONE,
) -> Name:
    """
    Give names: cited where they are dated, given by no act that came later, honouring nobody who was not yet born.

    Args:
        key: its key; any if there is none.
        since: the day on which it began; unknown if there is none.
        until: the day on which it was no longer in force; not said if there is none.
        succession: how it follows the name before it.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(names(key="stalino"))
    ... def test_name_keeps_its_key(name):
    ...     assert name.key == "stalino"
    """
    dated = since is not None or until is not None
    return Name(
        key=key or draw(keys()),
        text=draw(spellings()),
        forms=draw(forms()),
        since=since,
        until=until,
        succession=succession,
        honours=draw(_honours(since, pool)),
        act=draw(one_of_ids(pool.ready(pool.acts, since))),
        event=draw(one_of_ids(pool.events)),
        attested=draw(few(dateds(pool=pool), 1)),
        citations=draw(evidence(Name, pool, least=1 if dated else 0)),
        disputes=draw(doubts(Name, pool)),
        note=draw(NOTES),
    )


def _honours(since: HistoricalDate | None, pool: Pool) -> SearchStrategy[tuple[Honour, ...]]:
    """
    Give the honours of a name, each to somebody else, if there is anybody to honour.
    """
    if not pool.ready(pool.honoured, since):
        return st.just(())
    honour = honours(since=since, pool=pool)
    return st.lists(honour, max_size=2, unique_by=lambda honour: honour.target).map(tuple)


@st.composite
def side_names(draw: DrawFn, *, key: str | None = None, life: Sequence[date] = (), pool: Pool = ANYONE) -> SideName:
    """
    Give names beside the chain.

    Args:
        key: the key of the name; any if there is none.
        life: the first and the last day on which it can have been in use; any day if there are none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(side_names())
    ... def test_side_name_has_a_known_use(side):
    ...     assert side.use in NAME_USES
    """
    day = st.dates(*life) if life else days()
    began, ended = sorted(draw(st.tuples(day, day)))
    since = draw(maybe(historical_dates(covering=began)))
    until = draw(maybe(historical_dates(covering=ended)))
    return SideName(name=draw(names(key=key, since=since, until=until, pool=pool)), use=draw(terms(NAME_USES)))


@st.composite
def endings(draw: DrawFn, *, covering: date | None = None, pool: Pool = ANYONE) -> Ending:
    """
    Give ends of bearers, cited where they are dated, ordered by no act that came later.

    Args:
        covering: a day that its date must be able to mean; some day if there is none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(endings())
    ... def test_dated_end_is_cited(ending):
    ...     assert ending.date is None or ending.citations
    """
    day = covering or draw(days())
    ended = draw(maybe(historical_dates(covering=day)))
    return Ending(
        how=draw(terms(ENDINGS)),
        date=ended,
        into=draw(some_of_ids(pool.bearers)),
        act=draw(one_of_ids(pool.ready(pool.acts, ended))),
        event=draw(one_of_ids(pool.events)),
        citations=draw(evidence(Ending, pool, least=0 if ended is None else 1)),
        disputes=draw(doubts(Ending, pool)),
        note=draw(NOTES),
    )


@st.composite
def places(
    draw: DrawFn,
    *,
    id: str | None = None,
    least: int = 1,
    successions: Sequence[Succession] = SUCCESSIONS,
    pool: Pool = ANYONE,
) -> Place:
    """
    Give places with a chain of names. One lies only in places whose ids come before its own, so that none lies in
    itself.

    Args:
        id: its id; a new one if there is none.
        least: how many names the chain has at least.
        successions: how the names may follow one another.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(places(least=2))
    ... def test_place_has_two_names(place):
    ...     assert len(place.names) >= 2
    """
    id = id or draw(new_ids(pool))
    return Place(
        id=id,
        label=draw(texts()),
        kind=draw(terms(PLACE_KINDS)),
        country=draw(_countries()),
        admin1=draw(NOTES),
        within=draw(one_of_ids([other for other in pool.places if other < id])),
        coordinates=draw(maybe(coordinates(pool=pool))),
        relations=draw(ties(pool)),
        links=draw(links()),
        summary=draw(NOTES),
        citations=draw(evidence(Place, pool)),
        disputes=draw(doubts(Place, pool)),
        **draw(_lives(least, successions, pool)),
    )


@st.composite
def institutions(
    draw: DrawFn,
    *,
    id: str | None = None,
    least: int = 1,
    successions: Sequence[Succession] = SUCCESSIONS,
    pool: Pool = ANYONE,
) -> Institution:
    """
    Give institutions with a chain of names. One belongs only to bearers whose ids come before its own, so that none
    belongs to itself.

    Args:
        id: its id; a new one if there is none.
        least: how many names the chain has at least.
        successions: how the names may follow one another.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(institutions())
    ... def test_ended_institution_is_not_current(institution):
    ...     assert not (institution.ending and institution.current)
    """
    id = id or draw(new_ids(pool))
    return Institution(
        id=id,
        label=draw(texts()),
        kind=draw(terms(INSTITUTION_KINDS)),
        country=draw(_countries()),
        within=draw(one_of_ids([other for other in pool.bearers if other < id])),
        seat=draw(one_of_ids(pool.places)),
        relations=draw(ties(pool)),
        links=draw(links()),
        summary=draw(NOTES),
        citations=draw(evidence(Institution, pool)),
        disputes=draw(doubts(Institution, pool)),
        **draw(_lives(least, successions, pool)),
    )


def changes(*, pool: Pool = ANYONE) -> SearchStrategy[Change]:
    """
    Give changes: namings, renamings and ends, each a step of a generated chain.

    Args:
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(changes())
    ... def test_change_has_a_name(change):
    ...     assert change.old or change.new
    """
    return (places(pool=pool) | institutions(pool=pool)).flatmap(lambda bearer: st.sampled_from([*changes_of(bearer)]))


def renamings(*, pool: Pool = ANYONE) -> SearchStrategy[Renaming]:
    """
    Give renamings, each a step of a generated chain.

    Args:
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(renamings())
    ... def test_renaming_belongs_to_its_bearer(renaming):
    ...     assert renaming.id == f"{renaming.bearer}/{renaming.new.key}"
    """
    own = places(least=2, successions=("direct",), pool=pool)
    bearers = own | institutions(least=2, successions=("direct",), pool=pool)
    return bearers.flatmap(lambda bearer: st.sampled_from([c for c in changes_of(bearer) if isinstance(c, Renaming)]))


def _countries() -> SearchStrategy[str | None]:
    """
    Give None, a country, or any other code of two capital letters.
    """
    return maybe(st.sampled_from(("RU", "UA", "TJ")) | st.text("ABCXYZ", min_size=2, max_size=2))


@st.composite
def _lives(draw: DrawFn, least: int, successions: Sequence[Succession], pool: Pool) -> dict[str, Any]:
    """
    Give the life of a bearer: its founding, its names, and what became of it.

    All dates cover days of one sorted list, so that none of them is certainly out of order.
    """
    count = draw(st.integers(least, max(least, 3)))
    first, *turns, last = sorted(draw(st.lists(days(), min_size=2 * count + 2, max_size=2 * count + 2)))
    current, ended = draw(st.sampled_from(((True, False), (None, False), (False, False), (False, True), (None, True))))
    steps: list[Succession] = ["direct", *(draw(st.sampled_from(successions)) for _ in range(count - 1))]
    keyed = draw(st.lists(keys(), min_size=count, max_size=count + 1, unique=True))
    chain = []
    for number, (key, step) in enumerate(zip(keyed, steps, strict=False)):
        direct = steps[number + 1 : number + 2] == ["direct"]
        gone = turns[2 * number + 2] if direct else turns[2 * number + 1]
        open_ended = current is True and number + 1 == count
        since = draw(maybe(historical_dates(covering=turns[2 * number])))
        until = None if open_ended else draw(maybe(historical_dates(covering=gone)))
        chain.append(draw(names(key=key, since=since, until=until, succession=step, pool=pool)))
    return {
        "founded": draw(maybe(dateds(covering=first, pool=pool))),
        "ending": draw(endings(covering=last, pool=pool)) if ended else None,
        "current": current,
        "names": chain,
        "also": [draw(side_names(key=key, life=(first, last), pool=pool)) for key in keyed[count:]],
    }
