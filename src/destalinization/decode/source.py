"""
Sources from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..dates import parse
from ..filling import fillable
from ..model.source import Source
from .parts import Raw


def source(raw: Raw) -> Source:
    """
    Build a source.
    """
    get = raw.get
    made: Any = fillable(Source)()
    made.id = raw["id"]
    made.title = raw["title"]
    made.publisher = get("publisher")
    made.author = get("author")
    made.date = parse(raw["date"]) if "date" in raw else None
    made.url = get("url")
    made.archived_url = get("archived_url")
    made.kind = raw["kind"]
    made.language = get("language")
    made.licence = get("licence")
    made.accessed = parse(raw["accessed"]) if "accessed" in raw else None
    made.derived_from = get("derived_from")
    made.note = get("note")
    made.__class__ = Source
    return made
