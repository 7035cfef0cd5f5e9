"""
People and topics: whom and what names honour and claims speak of.
"""

from __future__ import annotations

from attrs import field, frozen

from ..vocabulary import TopicKind
from .converters import forms, links, texts
from .frozenmap import FrozenMap
from .provenance import Citation, Dated, citations
from .record import Record
from .relations import Relation, relations


@frozen(kw_only=True, repr=False, eq=False)
class Person(Record):
    """
    A person.

    Attributes:
        id: a slug, unique in the data set.
        label: the name for people, disambiguated.
        forms: the name's spellings by BCP 47 tag, preferred first.
        aliases: other names that the person is known by.
        born: the birth.
        died: the death.
        relations: ties to other records, such as offices held.
        links: identifiers elsewhere, by the name of their authority.
        summary: who it is, in our own words.
        citations: who says so.
    """

    id: str
    label: str
    forms: FrozenMap[str, tuple[str, ...]] = field(default=FrozenMap(), converter=forms)
    aliases: tuple[str, ...] = field(default=(), converter=texts)
    born: Dated | None = None
    died: Dated | None = None
    relations: tuple[Relation, ...] = field(default=(), converter=relations)
    links: FrozenMap[str, str] = field(default=FrozenMap(), converter=links)
    summary: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)

    def __str__(self) -> str:
        return self.label


@frozen(kw_only=True, repr=False, eq=False)
class Topic(Record):
    """
    An office, a concept, a work, a document or the like.

    Attributes:
        id: a slug, unique in the data set.
        label: the name for people, disambiguated.
        kind: a topic kind of the vocabulary.
        forms: the name's spellings by BCP 47 tag, preferred first.
        aliases: other names that it is known by.
        period: when it existed or was current.
        relations: ties to other records.
        links: identifiers elsewhere, by the name of their authority.
        summary: what it is, in our own words.
        citations: who says so.
    """

    id: str
    label: str
    kind: TopicKind
    forms: FrozenMap[str, tuple[str, ...]] = field(default=FrozenMap(), converter=forms)
    aliases: tuple[str, ...] = field(default=(), converter=texts)
    period: Dated | None = None
    relations: tuple[Relation, ...] = field(default=(), converter=relations)
    links: FrozenMap[str, str] = field(default=FrozenMap(), converter=links)
    summary: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)

    def __str__(self) -> str:
        return self.label
