"""
The tables of what the encyclopedia article claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .definition import Row, table

if TYPE_CHECKING:
    from ..document import Part


def _claims(part: Part) -> Iterator[Row]:
    """
    Give a row for each claim.
    """
    for claim in part.catalogue.claims:
        yield claim.id, claim.section, claim.statement, claim.status, claim.correction, claim.note


def _subjects(part: Part) -> Iterator[Row]:
    """
    Give a row for each record that a claim speaks of.
    """
    for claim in part.catalogue.claims:
        for position, subject in enumerate(claim.subjects, 1):
            yield claim.id, position, subject


def _evidence(part: Part) -> Iterator[Row]:
    """
    Give a row for each record or change that holds the fact of a claim.
    """
    for claim in part.catalogue.claims:
        for position, id in enumerate(claim.evidence, 1):
            yield (claim.id, position, None, id) if "/" in id else (claim.id, position, id, None)


CLAIMS = table(
    "claims",
    "a statement of the article, checked",
    "id",
    _claims,
    """
    id id!>records.id a slug, unique in the data set
    section text! the section of the article
    statement text! what it says
    status text! confirmed, imprecise, contradicted or unverified
    correction text what is right, where the claim is imprecise or contradicted
    note text what a reader should know; for an unverified claim, what was searched
    """,
)
CLAIM_SUBJECTS = table(
    "claim_subjects",
    "a record that a claim speaks of",
    "claim position",
    _subjects,
    """
    claim id!>claims.id the claim
    position integer! its place among the subjects, from 1
    subject id!>records.id the record
    """,
)
CLAIM_EVIDENCE = table(
    "claim_evidence",
    "a record or a change that holds the fact of a claim",
    "claim position",
    _evidence,
    """
    claim id!>claims.id the claim
    position integer! its place in the evidence, from 1
    record id>records.id the record; empty where it is a change
    change id>changes.id the change; empty where it is a record
    """,
)
