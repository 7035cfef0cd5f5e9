"""
Similar spellings, by the number of letters that differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..errors import MissingExtra

if TYPE_CHECKING:
    from .spellings import SpellingIndex


def similar(folded: str, index: SpellingIndex) -> Iterator[tuple[str, int]]:
    """
    Give the folded spellings that differ in few letters, the nearest first.

    Args:
        folded: the folded query. Up to one letter may differ in a name of at most five letters, two in one of at most
            eight, three in a longer one.
        index: the spellings.

    Yields:
        The folded spelling and its distance (Damerau and Levenshtein's, swaps of neighbours counted once).

    Raises:
        MissingExtra: rapidfuzz is not installed.
    """
    try:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract
    except ImportError:
        raise MissingExtra("rapidfuzz", "fuzzy") from None
    limit = 1 if len(folded) <= 5 else 2 if len(folded) <= 8 else 3
    found = extract(folded, index.table().keys(), scorer=OSA.distance, score_cutoff=limit, limit=None)
    for spelling, distance, _ in sorted(found, key=lambda item: (item[1], item[0])):
        if distance:
            yield spelling, int(distance)
