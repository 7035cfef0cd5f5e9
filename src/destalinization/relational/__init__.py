"""
The data set as normalised tables: what each row is, what each column says, which columns are keys, and the rows.

Every part of every record has its row, so that the records can be made again from the tables. Ids of parts are made of
the id of the record and the path of the part in the JSON document, such as ``volgograd#names[2].disputes[0]``.
"""

from __future__ import annotations

from .bearers import ATTESTATIONS, BEARERS, FORMS, HONOURS, NAMES, SUCCESSORS
from .changes import CHANGE_HONOURS, CHANGES
from .claims import CLAIM_EVIDENCE, CLAIM_SUBJECTS, CLAIMS
from .definition import Definition, Row, Value
from .entities import ACTS, EVENT_CAUSES, EVENT_PARTICIPANTS, EVENTS, PEOPLE, SOURCES, TOPICS
from .parts import ALIASES, LINKS, RECORD_FORMS, RECORDS, REDIRECTS, RELATIONS, RELEASE
from .provenance import CITATION_SUPPORTS, CITATIONS, DISPUTES

__all__ = ["TABLES", "Definition", "Row", "Value"]

TABLES: tuple[Definition, ...] = (
    RELEASE, RECORDS, REDIRECTS, BEARERS, SUCCESSORS, NAMES, FORMS, HONOURS, ATTESTATIONS, CHANGES, CHANGE_HONOURS,
    PEOPLE, TOPICS, EVENTS, EVENT_PARTICIPANTS, EVENT_CAUSES, ACTS, CLAIMS, CLAIM_SUBJECTS, CLAIM_EVIDENCE, RELATIONS,
    RECORD_FORMS, ALIASES, LINKS, SOURCES, DISPUTES, CITATIONS, CITATION_SUPPORTS,
)  # fmt: skip
"""All tables of the data set."""
