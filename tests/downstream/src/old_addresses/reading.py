"""
The places in the text of a letter, and when it can have been written.
"""

from __future__ import annotations

from collections import Counter

import destalinization as ds


def places_in(text: str, *, on: str | None = None, catalogue: ds.Catalogue | None = None) -> Counter[str]:
    """
    Count the places of a text by their ids.
    """
    mentions = ds.annotate(text, on=on, catalogue=catalogue)
    return Counter(mention.best.bearer.id for mention in mentions)


def years_of(text: str, *, catalogue: ds.Catalogue | None = None) -> list[tuple[int | None, int | None]]:
    """
    Give the first and last years in which the names in a text were in use together.
    """
    answer = ds.date_text(text, catalogue=catalogue)
    spans = [(interval.earliest, interval.latest) for interval in answer.intervals]
    return [(first.year if first else None, last.year if last else None) for first, last in spans]
