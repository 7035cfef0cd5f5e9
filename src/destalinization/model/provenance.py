"""
Who says so: citations, disagreements, and dated statements that carry both.
"""

from __future__ import annotations

from collections.abc import Iterable

import attr
from attr import frozen

from ..dates import HistoricalDate, Interval
from ..vocabulary import DisputeStanding
from .converters import texts
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Citation(Record):
    """
    A pointer from a statement to the source that makes it.

    Attributes:
        source: the id of the source.
        locator: the page, section or wording.
        supports: the fields of the citing record that the source supports; empty means the record as a whole.
        note: what a reader should know about it.
    """

    source: str
    locator: str | None = None
    supports: tuple[str, ...] = attr.field(default=(), converter=texts)
    note: str | None = None


def citations(items: Iterable[Citation]) -> tuple[Citation, ...]:
    """
    Keep citations as a tuple.
    """
    return tuple(items)


@frozen(kw_only=True, repr=False, eq=False)
class Dispute(Record):
    """
    What another source says; the field itself holds the value that is preferred.

    Attributes:
        field: the field in question, or ``chain`` for the order and number of names.
        value: the other value, as text (EDTF for a date).
        standing: open, or refuted by a document or later research; the note then says by what.
        note: why it is not preferred, or what it may mean.
        citations: who says so.
    """

    field: str
    value: str
    standing: DisputeStanding = "open"
    note: str | None = None
    citations: tuple[Citation, ...] = attr.field(default=(), converter=citations)


def disputes(items: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """
    Keep disputes as a tuple.
    """
    return tuple(items)


@frozen(kw_only=True, repr=False, eq=False)
class Dated(Record):
    """
    A date with its evidence.

    Attributes:
        value: the date or the stretch of time.
        citations: who says so.
        disputes: who says otherwise.
        note: what a reader should know about it.
    """

    value: HistoricalDate | Interval
    citations: tuple[Citation, ...] = attr.field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = attr.field(default=(), converter=disputes)
    note: str | None = None
