"""
Strategies of whole catalogues and their releases.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..model.changes import changes_of
from ..model.release import Release
from ..store.catalogue import Catalogue
from .bearers import institutions, places
from .entities import acts, claims, events, people, sources, topics
from .pool import Pool, begins_of
from .values import days, historical_dates, maybe, slugs, texts


@st.composite
def releases(draw: DrawFn) -> Release:
    """
    Give releases.

    >>> from hypothesis import given
    >>> @given(releases())
    ... def test_release_is_dated(release):
    ...     assert release.date.precision
    """
    version = st.tuples(*[st.integers(0, 99)] * 3).map(lambda numbers: ".".join(map(str, numbers)))
    day = draw(days())
    return Release(version=draw(version), date=draw(historical_dates(covering=day)), licence=draw(texts()))


@st.composite
def catalogues(draw: DrawFn, *, least: int = 0, most: int = 2) -> Catalogue:
    """
    Give whole lawful catalogues: what is referred to is there, and nothing comes before its time.

    Args:
        least: how many places there are at least.
        most: how many records of one kind there are at most.

    >>> from hypothesis import given
    >>> @given(catalogues())
    ... def test_renaming_is_a_change(catalogue):
    ...     assert all(renaming in catalogue.changes for renaming in catalogue.renamings)
    """
    pool = draw(_pools(least, max(least, most)))
    found: dict[str, Any] = {}

    def add(strategy: Callable[..., SearchStrategy[Any]], ids: tuple[str, ...]) -> None:
        for id in sorted(ids):
            found[id] = draw(strategy(id=id, pool=pool))

    add(sources, pool.sources)
    add(people, pool.people)
    add(topics, pool.topics)
    add(acts, pool.acts)
    for id in sorted(pool.events):  # one by one, since an event has causes among those before it
        pool = attrs.evolve(pool, begins=begins_of(found.values()))
        add(events, (id,))
    pool = attrs.evolve(pool, begins=begins_of(found.values()))
    add(places, pool.places)
    add(institutions, pool.institutions)
    retired = draw(_redirects(pool))
    steps = [change.id for id in pool.bearers for change in changes_of(found[id])]
    pool = attrs.evolve(pool, changes=steps, topics=[*pool.topics, *retired])
    add(claims, pool.claims)
    return Catalogue.from_records(found.values(), redirects=retired, release=draw(maybe(releases())))


def _redirects(pool: Pool) -> SearchStrategy[dict[str, str]]:
    """
    Give a retired id and the one that took its place, or none.
    """
    if not pool.any:
        return st.just({})
    return st.dictionaries(slugs().map("retired-{}".format), st.sampled_from(pool.any), max_size=1)


@st.composite
def _pools(draw: DrawFn, least: int, most: int) -> Pool:
    """
    Give the ids of a catalogue that is still to be made.
    """

    def ids(kind: str, least: int = 0) -> tuple[str, ...]:
        own = st.lists(slugs(), unique=True, min_size=least, max_size=most)
        return tuple(f"{kind}-{slug}" for slug in draw(own))

    return Pool(
        sources=ids("source", 1),
        places=ids("place", least),
        institutions=ids("institution"),
        people=ids("person"),
        topics=ids("topic"),
        events=ids("event"),
        acts=ids("act"),
        claims=ids("claim"),
    )
