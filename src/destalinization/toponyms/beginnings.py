"""
Which words of a text can begin a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

from ..folding import fold
from .engine import Engine

CYRILLIC = "\u0400"
"""The first letter behind those of Latin and Greek scripts."""

MANY = 1 << 16
"""How many words are remembered."""

LARGE = 1 << 14
"""How many signs a text has at least for which an engine is made ready."""


class Beginnings(dict[str, int]):
    """
    How many words the names have, at most, that begin with a word as it is written; zero where none does. Worked out
    when a word is first met, and forgotten when they are many, so that memory does not grow with the text.

    Args:
        firsts: the same by the first words in small letters or folded.
    """

    def __init__(self, firsts: Mapping[str, int]) -> None:
        super().__init__()
        self._firsts = firsts

    @cached_property
    def _engine(self) -> Engine | None:
        """
        The engine of the extra ``fast``, where it is installed.
        """
        try:
            return Engine(self._firsts, pattern())
        except ImportError:
            return None

    def words(self, text: str) -> Iterator[re.Match[str]]:
        """
        Find the words in a text that can begin a name, and others.

        Args:
            text: any text.
        """
        engine = self._engine if len(text) >= LARGE else None
        return pattern().finditer(text) if engine is None else engine.words(text)

    def __missing__(self, word: str) -> int:
        words = self._firsts.get(word.lower(), 0)
        if not words and not word.isascii() and word[0] < CYRILLIC and "_" not in word:  # accents in Latin script vary
            words = self._firsts.get(fold(word), 0)
        if len(self) >= MANY:
            self.clear()
        self[word] = words
        return words


@cache
def pattern() -> re.Pattern[str]:
    """
    Give the pattern of a word that can begin a name: one with a capital, or in a script that has none. Whether a word
    really begins there is left to be seen, since looking back everywhere takes four times as long.
    """
    capitals = "A-ZÀ-ÖØ-ÞĂĄĆČĎĐĒĖĘĚĞĠĢĪĮİĶŁĹĻĽŃŅŇŐŒŘŚŞȘŠŤȚŢŪŮŰŲŹŻŽƏЀ-ЯҐҒҖҚҢҮҰҲҶҺӘӢӨӮԱ-Ֆ"
    caseless = "ა-ჰ"
    return re.compile(rf"[{capitals}{caseless}]\w+")
