"""
Sources: what a citation points to.
"""

from __future__ import annotations

from attrs import frozen

from ..dates import HistoricalDate
from ..vocabulary import SourceKind
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Source(Record):
    """
    A text, map, database or page that states facts.

    Attributes:
        id: a slug, unique in the data set.
        title: the title as the source has it.
        publisher: the publisher or site.
        author: the author.
        date: when it was published.
        url: the address.
        archived_url: the address of an archived copy.
        kind: law, gazette, scholarship, reference, press, web, wiki or gazetteer.
        language: its language as a BCP 47 tag.
        licence: the licence that it is under.
        accessed: when it was last seen.
        derived_from: the id of the source that it copies or translates; the two are not independent.
        note: what a reader should know about it.
    """

    id: str
    title: str
    publisher: str | None = None
    author: str | None = None
    date: HistoricalDate | None = None
    url: str | None = None
    archived_url: str | None = None
    kind: SourceKind
    language: str | None = None
    licence: str | None = None
    accessed: HistoricalDate | None = None
    derived_from: str | None = None
    note: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.author, f"«{self.title}»", self.publisher, self.url) if part)
