"""
Claims from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..filling import fillable
from ..model.claims import Claim
from .parts import Raw, citation


def claim(raw: Raw) -> Claim:
    """
    Build a claim.
    """
    get = raw.get
    made: Any = fillable(Claim)()
    made.id = raw["id"]
    made.section = raw["section"]
    made.statement = raw["statement"]
    made.subjects = tuple(get("subjects", ()))
    made.status = raw["status"]
    made.correction = get("correction")
    made.evidence = tuple(get("evidence", ()))
    made.citations = tuple(map(citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = Claim
    return made
