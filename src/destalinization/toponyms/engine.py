"""
Words that may begin a name, found by the automaton of Aho and Corasick in the extra ``fast``: one passage in compiled
code over the UTF-8 of a text, which leaves out nearly all words that begin none.

It only says where to look. It leaves out no word that begins a name, and whether one does is then seen as without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

DEPTH = 5
"""How many letters of a word the automaton looks at; with more, it outgrows the cache of a processor."""

_LATIN = range(0x80, 0x400)
"""Letters outside of ASCII that folding may turn into others."""

_SHARED = re.compile("[kßåθω]")
"""Letters that are the small ones of two capitals in Unicode, such as k of K and the kelvin sign."""

_ALNUM = bytes(code for code in range(0x80) if chr(code).isalnum())
_LETTERS = bytes(code for code in range(0x80) if chr(code).isalpha())
_CYRILLIC = b"\xd0\xd1\xd3"
"""Bytes that begin letters and nothing else in UTF-8."""

_LEADS = bytes(range(0xC2, 0xF5))
"""Bytes that begin a sign outside of ASCII in UTF-8, which folding may drop or turn into other letters."""


class Engine:
    """
    An automaton for the words that may begin a name.

    Args:
        firsts: the first words of names, in small letters or folded.
        pattern: what a word must look like in a text: a capital, and more letters.

    Raises:
        ImportError: the extra ``fast`` is not installed.
    """

    __slots__ = ("_automaton", "_longer", "_pattern")

    def __init__(self, firsts: Iterable[str], pattern: re.Pattern[str]) -> None:
        beginnings = _beginnings(firsts, lambda letter: pattern.match(letter * 2) is not None)
        irregular = [bytes((letter, lead)) for letter in _ALNUM for lead in _LEADS]
        irregular += [chr(code).encode() for code in _LATIN if pattern.match(chr(code) * 2)]
        self._automaton = _automaton([*(word.encode() for word in beginnings), *irregular])
        self._longer = [_going_on(word) if whole else b"" for word, whole in beginnings.items()]
        self._longer += [b""] * len(irregular)
        self._pattern = pattern

    def words(self, text: str) -> Iterator[re.Match[str]]:
        """
        Find the words in a text that may begin a name, a few that begin none among them.

        Args:
            text: any text.

        Yields:
            Those of the matches that the pattern finds in the text, in their order.
        """
        free = 0
        for offset in self._offsets(text):
            begin = _begin(text, offset)
            found = self._pattern.match(text, begin) if begin >= free else None
            if found is not None and not self._goes_on(text, begin):
                free = found.end()
                yield found

    def _offsets(self, text: str) -> Iterator[int]:
        """
        Give the offsets in a text at which the automaton stops, but for those in front of longer words than it knows.
        """
        content = text.encode(errors="surrogatepass") + b"\n"
        wide, longer = not text.isascii(), self._longer
        last = offset = 0
        for number, start, end in self._automaton.find_matches_as_indexes(content):
            if content[end] in longer[number]:
                continue
            offset += len(content[last:start].decode(errors="surrogatepass")) if wide else start - last
            last = start
            yield offset

    def _goes_on(self, text: str, begin: int) -> bool:
        """
        Say whether the word belongs, by underscores, to one that has begun with a capital before.
        """
        if text[begin - 1 : begin] != "_":
            return False
        while begin and (text[begin - 1].isalnum() or text[begin - 1] == "_"):
            begin -= 1
            if self._pattern.match(text, begin):
                return True
        return False


def _automaton(patterns: list[bytes]) -> BytesAhoCorasick:
    """
    Make the automaton.
    """
    from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

    return BytesAhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)


def _begin(text: str, offset: int) -> int:
    """
    Go back to where a word begins, as far as it matters.
    """
    begin = offset
    while begin and offset - begin < DEPTH and text[begin - 1].isalnum():
        begin -= 1
    return begin


def _going_on(word: str) -> bytes:
    """
    Give bytes that surely go on a word; a digit may be the number of a note.
    """
    return _LETTERS if word.isascii() else _CYRILLIC


def _beginnings(firsts: Iterable[str], begins: Callable[[str], bool]) -> dict[str, bool]:
    """
    Give how words are written in texts, up to the depth: with one capital, in capitals, and up to the first letter that
    is in neither way.

    Args:
        firsts: the words, in small letters or folded.
        begins: says whether a letter can be the first one of a name in a text.

    Returns:
        For each, whether it is a whole word wherever it comes from.
    """
    found: dict[str, bool] = {}
    for first in firsts:
        known = _regular(first)
        for head in {known[:1], _capital(known[:1])}:
            if head and begins(head):
                for word in _cases(head, known[1:]):
                    whole = len(word) == len(first)
                    found[word] = found.get(word, whole) and whole
    return found


def _regular(first: str) -> str:
    """
    Give the beginning of a word whose letters can be written in two ways at most; the whole is empty if the rest is
    found by its letters outside of ASCII.
    """
    if len(first) < 2:
        return ""
    depth = first[:DEPTH]
    if ord(first[0]) < _LATIN.stop:
        return depth if depth.isascii() else ""
    return _SHARED.split(depth, 1)[0]


def _cases(head: str, tail: str) -> Iterator[str]:
    """
    Write a word with one capital, in capitals, and up to the first letter that is in neither way.
    """
    capitals = "".join(map(_capital, tail))
    yield head + tail
    yield head + capitals
    for place in range(1, len(tail)):
        yield head + tail[:place] + capitals[place]
        yield head + capitals[:place] + tail[place]


def _capital(letter: str) -> str:
    """
    Give the capital of a letter, or the letter where it has none of its own.
    """
    capital = letter.upper()
    return capital if capital.lower() == letter and len(capital) == 1 else letter
