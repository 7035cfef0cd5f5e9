"""
What happened and what was enacted.
"""

from __future__ import annotations

from attrs import field, frozen

from ..dates import HistoricalDate
from ..vocabulary import ActKind, EventKind
from .converters import forms, texts
from .frozenmap import FrozenMap
from .provenance import Citation, Dated, Dispute, citations, disputes
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Act(Record):
    """
    A decree, law or decision; one act may rename several bearers.

    Attributes:
        id: a slug, unique in the data set.
        title: what it is called, in English.
        forms: its title as issued, by BCP 47 tag.
        kind: an act kind of the vocabulary.
        issuer: the id of the institution that issued it.
        number: its number, as written on it.
        date: the day on which it was issued.
        published: the day on which it was printed or announced.
        citations: who says so.
        note: what a reader should know about it.
    """

    id: str
    title: str
    forms: FrozenMap[str, tuple[str, ...]] = field(default=FrozenMap(), converter=forms)
    kind: ActKind
    issuer: str | None = None
    number: str | None = None
    date: HistoricalDate | None = None
    published: HistoricalDate | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    note: str | None = None

    def __str__(self) -> str:
        return self.title


@frozen(kw_only=True, repr=False, eq=False)
class Event(Record):
    """
    Something that happened; a renaming is none, since it is derived from a chain of names.

    Attributes:
        id: a slug, unique in the data set.
        label: what it is called.
        kind: an event kind of the vocabulary.
        when: when it happened.
        place: the id of the place where it happened.
        participants: the ids of those who took part.
        causes: the ids of the events that brought it about.
        act: the id of the act that ordered it.
        summary: what happened, in our own words.
        citations: who says so.
        disputes: who says otherwise.
    """

    id: str
    label: str
    kind: EventKind
    when: Dated
    place: str | None = None
    participants: tuple[str, ...] = field(default=(), converter=texts)
    causes: tuple[str, ...] = field(default=(), converter=texts)
    act: str | None = None
    summary: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = field(default=(), converter=disputes)

    def __str__(self) -> str:
        return f"{self.label} ({self.when.value})"
