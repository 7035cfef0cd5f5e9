"""
Names: what a bearer was called, from when, after whom, by which act, and according to whom.
"""

from __future__ import annotations

from collections.abc import Iterable

from attr import field, frozen

from ..dates import HistoricalDate
from ..vocabulary import HonourCertainty, NameUse, Succession
from .converters import forms
from .frozenmap import FrozenMap
from .provenance import Citation, Dated, Dispute, citations, disputes
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Honour(Record):
    """
    Whom or what a name honours.

    Attributes:
        target: the id of the person, institution, topic, event or place; a place where a name was given at one
            remove, as Stalingrad Oblast after the city and not the man.
        certainty: certain, probable or doubtful.
        note: why it is not certain.
        citations: who says so.
    """

    target: str
    certainty: HonourCertainty = "certain"
    note: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)


def honours(items: Iterable[Honour]) -> tuple[Honour, ...]:
    """
    Keep honours as a tuple.
    """
    return tuple(items)


def attestations(items: Iterable[Dated]) -> tuple[Dated, ...]:
    """
    Keep attestations as a tuple.
    """
    return tuple(items)


@frozen(kw_only=True, repr=False, eq=False)
class Name(Record):
    """
    One name in the chain of a bearer.

    Attributes:
        key: a slug, unique in its bearer.
        text: the name in English spelling, without labels.
        forms: its spellings by BCP 47 tag, preferred first.
        since: the day on which it began.
        until: the day on which it was no longer in force; only where the next name does not say so.
        succession: how it follows the name before it: direct, gap or uncertain.
        honours: whom it honours.
        act: the id of the act that gave it.
        event: the id of the event that it belongs to.
        attested: dates on which it was in use; they bound its period, but do not set it.
        citations: who says so.
        disputes: who says otherwise.
        note: what a reader should know about it.

    >>> from destalinization.dates import HistoricalDate
    >>> day = HistoricalDate("1925-04-10")
    >>> name = Name(key="stalingrad", text="Stalingrad", forms={"ru": ["Сталинград"]}, since=day)
    >>> name.forms["ru"]
    ('Сталинград',)
    """

    key: str
    text: str
    forms: FrozenMap[str, tuple[str, ...]] = field(default=FrozenMap(), converter=forms)
    since: HistoricalDate | None = None
    until: HistoricalDate | None = None
    succession: Succession = "direct"
    honours: tuple[Honour, ...] = field(default=(), converter=honours)
    act: str | None = None
    event: str | None = None
    attested: tuple[Dated, ...] = field(default=(), converter=attestations)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = field(default=(), converter=disputes)
    note: str | None = None

    def __str__(self) -> str:
        return self.text


def names(items: Iterable[Name]) -> tuple[Name, ...]:
    """
    Keep names as a tuple.
    """
    return tuple(items)


@frozen(kw_only=True, repr=False, eq=False)
class SideName(Record):
    """
    A name beside the chain.

    Attributes:
        name: the name.
        use: unofficial, ceremonial, planned, de-facto or other-community.
    """

    name: Name
    use: NameUse


def side_names(items: Iterable[SideName]) -> tuple[SideName, ...]:
    """
    Keep side names as a tuple.
    """
    return tuple(items)
