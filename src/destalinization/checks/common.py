"""
What the laws share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..errors import Finding
from ..model.chain import Chain
from ..model.institutions import Institution
from ..model.names import Name
from ..model.places import Place
from ..store.catalogue import Catalogue

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""The form of ids and keys."""


def finding(law: str, table: str, record: Any, path: str, found: str, expected: str) -> Finding:
    """
    Make a finding.
    """
    return Finding(law, table, record.id, path, found, expected)


def bearers(catalogue: Catalogue) -> Iterator[tuple[str, Place | Institution]]:
    """
    Give all places and institutions, with the names of their tables.
    """
    for place in catalogue.places:
        yield "places", place
    for institution in catalogue.institutions:
        yield "institutions", institution


def all_names(bearer: Chain) -> Iterator[tuple[str, Name]]:
    """
    Give all names of a bearer, those beside the chain included, with their paths.
    """
    for number, name in enumerate(bearer.names):
        yield f"names[{number}]", name
    for number, side in enumerate(bearer.also):
        yield f"also[{number}].name", side.name
