"""
Relations between records, and the end of a bearer.
"""

from __future__ import annotations

from collections.abc import Iterable

from attr import field, frozen

from ..dates import HistoricalDate, Interval
from ..vocabulary import EndingHow, RelationType
from .converters import texts
from .provenance import Citation, Dispute, citations, disputes
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Relation(Record):
    """
    A typed tie to another record.

    Attributes:
        type: the type, such as ``held-office``.
        target: the id of the other record.
        when: when it held.
        citations: who says so.
        note: what a reader should know about it.
    """

    type: RelationType
    target: str
    when: HistoricalDate | Interval | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    note: str | None = None


def relations(items: Iterable[Relation]) -> tuple[Relation, ...]:
    """
    Keep relations as a tuple.
    """
    return tuple(items)


@frozen(kw_only=True, repr=False, eq=False)
class Ending(Record):
    """
    The end of a bearer, which is no renaming.

    Attributes:
        how: abolished, merged, split, demolished, scrapped or dissolved.
        date: the first day on which it was no more.
        into: the ids of what came of it.
        act: the id of the act that ended it.
        event: the id of the event that it belongs to.
        citations: who says so.
        disputes: who says otherwise.
        note: what a reader should know about it.
    """

    how: EndingHow
    date: HistoricalDate | None = None
    into: tuple[str, ...] = field(default=(), converter=texts)
    act: str | None = None
    event: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = field(default=(), converter=disputes)
    note: str | None = None
