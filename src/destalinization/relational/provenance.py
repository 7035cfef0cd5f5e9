"""
The tables of who says so, and who says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..model.names import Name
from ..model.provenance import Citation, Dispute
from ..model.walk import parts
from .definition import Row, table

if TYPE_CHECKING:
    from ..document import Part
    from ..model.record import Record


class _Found(NamedTuple):
    """
    A citation or a dispute, and where it stands.

    Attributes:
        what: the citation or dispute.
        id: its record and its own path.
        record: the id of its record.
        path: the path of the part of the record that it is about; empty where it is the whole record.
        name: the id of the name that it is about, or None.
        dispute: the id of the dispute that it is about, or None.
    """

    what: Record
    id: str
    record: str
    path: str
    name: str | None
    dispute: str | None


def _found(part: Part) -> Iterator[_Found]:
    """
    Give the citations and disputes of all records.
    """
    for _, record in part.catalogue.stored():
        name, dispute = ("", ""), ""
        for path, own in parts(record):
            if isinstance(own, Name):
                name = (path, own.key)
            elif isinstance(own, Citation | Dispute):
                about = path[: max(path.rfind("."), 0)]
                within = f"{record.id}/{name[1]}" if name[0] and path.startswith(f"{name[0]}.") else None
                disputed = f"{record.id}#{dispute}" if dispute and about == dispute else None
                yield _Found(own, f"{record.id}#{path}", record.id, about, within, disputed)
                dispute = path if isinstance(own, Dispute) else dispute


def _disputes(part: Part) -> Iterator[Row]:
    """
    Give a row for each dispute.
    """
    for found in _found(part):
        if isinstance(dispute := found.what, Dispute):
            yield (
                found.id,
                found.record,
                found.path,
                found.name,
                dispute.field,
                dispute.value,
                dispute.standing,
                dispute.note,
            )


def _citations(part: Part) -> Iterator[Row]:
    """
    Give a row for each citation.
    """
    for found in _found(part):
        if isinstance(citation := found.what, Citation):
            yield (
                found.id,
                found.record,
                found.path,
                found.name,
                found.dispute,
                citation.source,
                citation.locator,
                citation.note,
            )


def _supports(part: Part) -> Iterator[Row]:
    """
    Give a row for each field that a citation supports.
    """
    for found in _found(part):
        if isinstance(citation := found.what, Citation):
            for position, field in enumerate(citation.supports, 1):
                yield found.id, position, field


DISPUTES = table(
    "disputes",
    "what another source says; the field itself holds the preferred value",
    "id",
    _disputes,
    """
    id id! the record and the path of the dispute in it
    record id!>records.id the record
    path text the path of what is disputed, such as names[1]; empty for the record itself
    name id>names.id the name that is disputed; empty where it is no name
    field text! the field in question, or chain for the order and number of names
    value text! the other value, EDTF for a date
    standing text! open, or refuted by a document or later research
    note text why it is not preferred, or what it may mean
    """,
)
CITATIONS = table(
    "citations",
    "a pointer from a statement to the source that makes it",
    "id",
    _citations,
    """
    id id! the record and the path of the citation in it
    record id!>records.id the record
    path text the path of what makes the statement, such as names[1].disputes[0]; empty for the record itself
    name id>names.id the name that the statement is about; empty where it is no name
    dispute id>disputes.id the dispute that makes the statement; empty where it is the record's own
    source id!>sources.id the source
    locator text the page, section or wording
    note text what a reader should know about it
    """,
)
CITATION_SUPPORTS = table(
    "citation_supports",
    "a field that a citation supports; a citation without any supports the whole",
    "citation position",
    _supports,
    """
    citation id!>citations.id the citation
    position integer! its place among the fields, from 1
    field text! the field
    """,
)
