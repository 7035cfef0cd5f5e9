"""
Claims: what the encyclopedia article says, sentence by sentence, and what became of it.
"""

from __future__ import annotations

from attrs import field, frozen

from ..vocabulary import ClaimStatus
from .converters import texts
from .provenance import Citation, citations
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Claim(Record):
    """
    A statement of the article, checked.

    Attributes:
        id: a slug, unique in the data set.
        section: the section of the article.
        statement: what it says, in our own words.
        subjects: the ids of the records that it speaks of.
        status: confirmed, imprecise, contradicted or unverified.
        correction: what is right, where the claim is imprecise or contradicted.
        evidence: the ids of the records and changes that hold the fact.
        citations: who says so.
        note: what a reader should know; for an unverified claim, what was searched.
    """

    id: str
    section: str
    statement: str
    subjects: tuple[str, ...] = field(default=(), converter=texts)
    status: ClaimStatus
    correction: str | None = None
    evidence: tuple[str, ...] = field(default=(), converter=texts)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    note: str | None = None

    def __str__(self) -> str:
        return f"{self.statement} [{self.status}]"
