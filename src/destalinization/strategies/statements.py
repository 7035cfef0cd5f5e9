"""
Strategies of what stands inside records: citations, disputes, dated statements, honours, relations, coordinates.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any, cast

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dates import HistoricalDate
from ..model.names import Honour, Name
from ..model.places import Coordinates, Place
from ..model.provenance import Citation, Dated, Dispute
from ..model.record import Record
from ..model.relations import Relation
from ..vocabulary import COORDINATE_BASES, DISPUTE_STANDINGS, HONOUR_CERTAINTIES, RELATION_TYPES
from .pool import Pool
from .values import NOTES, days, few, historical_dates, maybe, periods, some_of_ids, texts

ANYONE = Pool()
"""The pool where none is given."""

ASIDE = ("id", "key", "citations", "disputes", "note", "summary")
DATES = ("since", "until", "date", "published", "value", "when", "founded", "born", "died", "period")


def terms(vocabulary: dict[str, str]) -> SearchStrategy[Any]:
    """
    Give the terms of a vocabulary.
    """
    return st.sampled_from(tuple(vocabulary))


def _fields(of: type[Record]) -> tuple[str, ...]:
    """
    Give the fields of a class about which something can be said.
    """
    return tuple(field.name for field in attrs.fields(of) if field.name not in ASIDE)


@st.composite
def citations(draw: DrawFn, of: type[Record] = Place, *, pool: Pool = ANYONE) -> Citation:
    """
    Give citations.

    Args:
        of: the class of the record in which the citation stands; it supports fields of this only.
        pool: the sources.

    >>> from hypothesis import find
    >>> find(citations(Name, pool=Pool(sources=["tass"])), lambda citation: True)
    Citation(source='tass')
    """
    return Citation(
        source=draw(st.sampled_from(pool.sources)),
        locator=draw(NOTES),
        supports=draw(some_of_ids(_fields(of))),
        note=draw(NOTES),
    )


def evidence(of: type[Record], pool: Pool, *, least: int = 0) -> SearchStrategy[tuple[Citation, ...]]:
    """
    Give the citations of a record, no two of them from one source.

    Args:
        of: the class of the record.
        pool: the sources.
        least: how many there must be: one where something is dated.
    """
    return _evidence(of, pool.sources, least)  # type: ignore[arg-type]  # a class can be hashed, too


@lru_cache(maxsize=256)
def _evidence(of: type[Record], sources: tuple[str, ...], least: int) -> SearchStrategy[tuple[Citation, ...]]:
    """
    Make a strategy of citations once, since making one costs more than drawing from it.
    """
    most = min(2, len(sources))
    one = citations(of, pool=Pool(sources=sources))
    return st.lists(one, min_size=least, max_size=most, unique_by=lambda citation: citation.source).map(tuple)


@st.composite
def disputes(draw: DrawFn, of: type[Record] = Name, *, pool: Pool = ANYONE) -> Dispute:
    """
    Give disputes, each with a citation; a disputed date has a date for its value, a refuted
    one a note.

    Args:
        of: the class of the record in which the dispute stands; it is about a field of this, or about the chain.
        pool: the sources.

    >>> from hypothesis import given
    >>> @given(disputes(Name))
    ... def test_dispute_is_cited(dispute):
    ...     assert dispute.citations
    """
    field = draw(st.sampled_from((*_fields(of), "chain")))
    standing = draw(terms(DISPUTE_STANDINGS))
    return Dispute(
        field=field,
        value=str(draw(historical_dates())) if field in DATES else draw(texts()),
        standing=standing,
        note=draw(NOTES if standing == "open" else texts()),
        citations=draw(evidence(Dispute, pool, least=1)),
    )


def doubts(of: type[Record], pool: Pool) -> SearchStrategy[tuple[Dispute, ...]]:
    """
    Give the disputes of a record: none, or one.

    Args:
        of: the class of the record.
        pool: the sources.
    """
    return _doubts(of, pool.sources)  # type: ignore[arg-type]  # a class can be hashed, too


@lru_cache(maxsize=256)
def _doubts(of: type[Record], sources: tuple[str, ...]) -> SearchStrategy[tuple[Dispute, ...]]:
    """
    Make a strategy of disputes once.
    """
    return few(disputes(of, pool=Pool(sources=sources)), 1)


@st.composite
def dateds(draw: DrawFn, *, covering: date | None = None, pool: Pool = ANYONE) -> Dated:
    """
    Give dated statements with their citations.

    Args:
        covering: a day that the value must be able to mean; some day if there is none.
        pool: the sources.

    >>> from hypothesis import given
    >>> @given(dateds())
    ... def test_dated_statement_is_cited(dated):
    ...     assert dated.citations
    """
    return Dated(
        value=draw(periods(covering=covering or draw(days()))),
        citations=draw(evidence(Dated, pool, least=1)),
        disputes=draw(doubts(Dated, pool)),
        note=draw(NOTES),
    )


@st.composite
def honours(draw: DrawFn, *, since: HistoricalDate | None = None, pool: Pool = ANYONE) -> Honour:
    """
    Give honours; one that is not certain has a note.

    Args:
        since: the day on which the name began; nobody is honoured before birth.
        pool: those who may be honoured; there must be somebody.

    >>> from hypothesis import given
    >>> @given(honours(pool=Pool(people=["koba"])))
    ... def test_doubtful_honour_has_a_note(honour):
    ...     assert honour.certainty != "doubtful" or honour.note
    """
    certainty = draw(terms(HONOUR_CERTAINTIES))
    return Honour(
        target=draw(st.sampled_from(pool.ready(pool.honoured, since))),
        certainty=certainty,
        note=draw(NOTES if certainty == "certain" else texts()),
        citations=draw(evidence(Honour, pool)),
    )


@st.composite
def relations(draw: DrawFn, *, pool: Pool = ANYONE) -> Relation:
    """
    Give relations to other records, cited where they are dated.

    Args:
        pool: the records that they may lead to; there must be one.

    >>> from hypothesis import given
    >>> @given(relations())
    ... def test_relation_leads_somewhere(relation):
    ...     assert relation.target
    """
    when = draw(maybe(days().flatmap(lambda day: periods(covering=day))))
    return Relation(
        type=draw(terms(RELATION_TYPES)),
        target=draw(st.sampled_from(pool.any)),
        when=when,
        citations=draw(evidence(Relation, pool, least=0 if when is None else 1)),
        note=draw(NOTES),
    )


def ties(pool: Pool) -> SearchStrategy[tuple[Relation, ...]]:
    """
    Give the relations of a record, if there is anything to be related to.
    """
    return cast("SearchStrategy[tuple[Relation, ...]]", few(relations(pool=pool), 1) if pool.any else st.just(()))


@st.composite
def coordinates(draw: DrawFn, *, pool: Pool = ANYONE) -> Coordinates:
    """
    Give positions on the globe, each with its citation.

    Args:
        pool: the sources.

    >>> from hypothesis import find
    >>> find(coordinates(), lambda position: position.latitude < 0).longitude
    0.0
    """
    return Coordinates(
        latitude=draw(st.floats(-90, 90)),
        longitude=draw(st.floats(-180, 180)),
        basis=draw(terms(COORDINATE_BASES)),
        citation=draw(citations(Coordinates, pool=pool)),
    )
