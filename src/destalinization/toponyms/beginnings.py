"""
Which words of a text can begin a name.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..folding import fold

CYRILLIC = "\u0400"
"""The first letter behind those of Latin and Greek scripts."""

MANY = 1 << 16
"""How many words are remembered."""


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

    def __missing__(self, word: str) -> int:
        words = self._firsts.get(word.lower(), 0)
        if not words and not word.isascii() and word[0] < CYRILLIC:  # accents in Latin script vary
            words = self._firsts.get(fold(word), 0)
        if len(self) >= MANY:
            self.clear()
        self[word] = words
        return words
