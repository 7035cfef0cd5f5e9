"""
The error for a name that several bearers had.
"""

from __future__ import annotations

import attrs

from ..errors import DestalinizationError
from .lookup import Match


@attrs.frozen
class AmbiguousName(DestalinizationError, LookupError):
    """
    Several bearers were called this.

    Attributes:
        text: the name that was asked for.
        candidates: the matches, best first.
    """

    text: str
    candidates: tuple[Match, ...]

    def __str__(self) -> str:
        ids = dict.fromkeys(match.bearer.id for match in self.candidates)
        return f"{self.text!r} was the name of {len(ids)} bearers: {', '.join(ids)}; narrow it down, or use `find`"
