"""
Strategies of the records that bear no chain of names: sources, people, topics, events, acts, claims.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dates import Interval
from ..model.claims import Claim
from ..model.events import Act, Event
from ..model.frozenmap import FrozenMap
from ..model.people import Person, Topic
from ..model.source import Source
from ..vocabulary import ACT_KINDS, CLAIM_STATUSES, EVENT_KINDS, SOURCE_KINDS, TOPIC_KINDS
from .pool import Pool
from .statements import ANYONE, dateds, doubts, evidence, terms, ties
from .values import (
    ALPHABETS,
    NOTES,
    days,
    few,
    forms,
    historical_dates,
    maybe,
    one_of_ids,
    slugs,
    some_of_ids,
    texts,
)

AUTHORITIES: tuple[str, ...] = ("geonames", "wikidata")


def new_ids(pool: Pool) -> SearchStrategy[str]:
    """
    Give ids that are not in a pool.
    """
    return slugs().filter(lambda slug: slug not in (*pool.any, *pool.sources, *pool.claims))


def links() -> SearchStrategy[FrozenMap[str, str]]:
    """
    Give identifiers elsewhere, by the name of their authority.
    """
    return st.dictionaries(st.sampled_from(AUTHORITIES), texts(), max_size=2).map(FrozenMap)


@st.composite
def sources(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Source:
    """
    Give sources. One may be derived from another whose id comes before its own, so that none derives from itself.

    Args:
        id: its id; a new one if there is none.
        pool: the sources that it may be derived from.

    >>> from hypothesis import given
    >>> @given(sources(id="tass"))
    ... def test_source_derives_from_another(source):
    ...     assert source.derived_from != "tass"
    """
    id = id or draw(new_ids(pool))
    url = slugs().map("https://example.org/{}".format)
    return Source(
        id=id,
        title=draw(texts()),
        publisher=draw(NOTES),
        author=draw(NOTES),
        date=draw(maybe(historical_dates())),
        url=draw(maybe(url)),
        archived_url=draw(maybe(url)),
        kind=draw(terms(SOURCE_KINDS)),
        language=draw(maybe(st.sampled_from(sorted(ALPHABETS)))),
        licence=draw(NOTES),
        accessed=draw(maybe(historical_dates())),
        derived_from=draw(one_of_ids([other for other in pool.sources if other < id])),
        note=draw(NOTES),
    )


@st.composite
def people(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Person:
    """
    Give people, born before they died.

    Args:
        id: the person's id; a new one if there is none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(people())
    ... def test_birth_is_cited(person):
    ...     assert person.born is None or person.born.citations
    """
    born, died = sorted(draw(st.tuples(days(), days())))
    return Person(
        id=id or draw(new_ids(pool)),
        label=draw(texts()),
        forms=draw(forms()),
        aliases=draw(few(texts())),
        born=draw(maybe(dateds(covering=born, pool=pool))),
        died=draw(maybe(dateds(covering=died, pool=pool))),
        relations=draw(ties(pool)),
        links=draw(links()),
        summary=draw(NOTES),
        citations=draw(evidence(Person, pool)),
    )


@st.composite
def topics(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Topic:
    """
    Give topics.

    Args:
        id: its id; a new one if there is none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(topics())
    ... def test_topic_has_a_known_kind(topic):
    ...     assert topic.kind in TOPIC_KINDS
    """
    return Topic(
        id=id or draw(new_ids(pool)),
        label=draw(texts()),
        kind=draw(terms(TOPIC_KINDS)),
        forms=draw(forms()),
        aliases=draw(few(texts())),
        period=draw(maybe(dateds(pool=pool))),
        relations=draw(ties(pool)),
        links=draw(links()),
        summary=draw(NOTES),
        citations=draw(evidence(Topic, pool)),
    )


@st.composite
def events(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Event:
    """
    Give events. A cause has an id before the event's own and does not begin after it, so that none causes itself.

    Args:
        id: its id; a new one if there is none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(events(pool=Pool(places=[])))
    ... def test_event_is_nowhere(event):
    ...     assert event.place is None
    """
    id = id or draw(new_ids(pool))
    when = draw(dateds(pool=pool))
    start = when.value.start if isinstance(when.value, Interval) else when.value
    earlier = [other for other in pool.events if other < id]
    return Event(
        id=id,
        label=draw(texts()),
        kind=draw(terms(EVENT_KINDS)),
        when=when,
        place=draw(one_of_ids(pool.places)),
        participants=draw(some_of_ids(pool.people + pool.institutions + pool.topics + pool.places)),
        causes=draw(some_of_ids(pool.ready(earlier, start))),
        act=draw(one_of_ids(pool.acts)),
        summary=draw(NOTES),
        citations=draw(evidence(Event, pool)),
        disputes=draw(doubts(Event, pool)),
    )


@st.composite
def acts(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Act:
    """
    Give acts, issued before they were published.

    Args:
        id: its id; a new one if there is none.
        pool: what the record may refer to.

    >>> from hypothesis import given
    >>> @given(acts(id="ukase"))
    ... def test_act_keeps_its_id(act):
    ...     assert act.id == "ukase"
    """
    issued, printed = sorted(draw(st.tuples(days(), days())))
    date = draw(maybe(historical_dates(covering=issued)))
    published = draw(maybe(historical_dates(covering=printed)))
    return Act(
        id=id or draw(new_ids(pool)),
        title=draw(texts()),
        kind=draw(terms(ACT_KINDS)),
        issuer=draw(one_of_ids(pool.institutions)),
        number=draw(NOTES),
        date=date,
        published=published,
        citations=draw(evidence(Act, pool, least=1 if date or published else 0)),
        note=draw(NOTES),
    )


@st.composite
def claims(draw: DrawFn, *, id: str | None = None, pool: Pool = ANYONE) -> Claim:
    """
    Give claims, each with what its status demands.

    Args:
        id: its id; a new one if there is none.
        pool: what the record may refer to; without anything in it all claims are unverified.

    >>> from hypothesis import given
    >>> @given(claims())
    ... def test_unverified_claim_has_a_note(claim):
    ...     assert claim.status != "unverified" or claim.note
    """
    id = id or draw(new_ids(pool))
    proofs = (*pool.any, *pool.changes, *(other for other in pool.claims if other < id))
    status = draw(terms(CLAIM_STATUSES if proofs else {"unverified": ""}))
    checked = status != "unverified"
    return Claim(
        id=id,
        section=draw(texts()),
        statement=draw(texts()),
        subjects=draw(some_of_ids(pool.any)),
        status=status,
        correction=draw(texts() if status in ("imprecise", "contradicted") else NOTES),
        evidence=draw(some_of_ids(proofs, least=1)) if checked else (),
        citations=draw(evidence(Claim, pool, least=1 if checked else 0)),
        note=draw(NOTES if checked else texts()),
    )
