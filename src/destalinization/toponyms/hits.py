"""
Where the names of the data stand in a text: the longest first, without overlaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..folding import fold
from . import wordlists
from .cleaning import Cleaned
from .regions import mountain, sharing, spanning, widened
from .surfaces import LONGEST, Surface, SurfaceIndex

_NEXT_WORD = re.compile(r"[^\w\n)]{0,3}\n?[^\w\n)]{0,3}(\w+)")
_ANOTHER = re.compile(r"['’]? (?:(?:d[ei]|of) )?[^\W\d_a-zа-яёіїєґў]")
_WORDS = re.compile(r"\w+")
_NOTED = re.compile(r"(?<=[^\W\d_]{3})[1-9]\d?$")
"""The number of a footnote, which copies of pages leave glued to the word."""
_CLOSING = {")": "(", "»": "«"}
_SOFT_SIGNS = frozenset("'’ʹʼ′")
"""What romanisations write for a soft sign: "Perm'", "Donetsk oblast'"."""
_QUOTATION = 150
"""How many signs a quotation in single marks may have before a name that ends it."""
_QUOTED = re.compile(r"(?<!\w)['‘’](?:[^'’\n]|['’](?=\w))*$")
_OPENED = re.compile(
    r"(?<!\w)([^\W\d_]+)\s+(?:([^\W\d_][\w-]+)\s+)?[^\W\d_][\w-]+\s+\("
    r"(?:(?:ныне|теперь|бывший|бывшая|затем|нині|тепер|колишній|dnes|dziś|obecnie)\s)?(?:[^\W\d_][\w -]+,\s?)*$"
)
"""What stands before an item in brackets, with the word that may be a generic one before them."""
_ENDS_ITEM = (",", ")")
DIGITS = frozenset("0123456789")
_ADJECTIVAL = ("ske", "cke")
"""Endings of Czech adjectives that are those of Lithuanian towns too, once folded."""


class Hit(NamedTuple):
    """
    A surface in a cleaned text.

    Attributes:
        start: the offset of its first sign.
        end: the offset behind its last sign.
        surface: what it means.
        word: its letters, folded.
    """

    start: int
    end: int
    surface: Surface
    word: str


def hits(cleaned: Cleaned, index: SurfaceIndex, start: int, stop: int) -> Iterator[Hit]:
    """
    Find the surfaces that begin in a stretch of a text, the longest first, without overlaps.

    Args:
        cleaned: the text.
        index: the surfaces.
        start: the offset in the text as it was given from which on they may begin.
        stop: the offset before which they begin.
    """
    text, beginnings, origin = cleaned.text, index.beginnings, cleaned.origin
    free = 0
    for match in beginnings.words(text):
        word = match[0] if match[0][-1] not in DIGITS else _NOTED.sub("", match[0])
        words = beginnings[word]
        if not words:
            continue
        first = match.start()
        if first < free or (first and text[first - 1].isalnum()):
            continue
        begin = origin(first)
        if begin >= stop + LONGEST:
            return
        hit = _longest(text, first, first + len(word), words, index, free)
        if hit is not None and (closing := _CLOSING.get(text[hit.end : hit.end + 1])) is not None:
            hit = hit._replace(end=hit.end + 1) if closing in text[hit.start : hit.end] else hit
        if hit is not None and text[hit.end : hit.end + 1] in _SOFT_SIGNS and _ends_softly(text, hit):
            hit = hit._replace(end=hit.end + 1)
        if hit is not None and start <= (begin if hit.start == first else origin(hit.start)) < stop:
            free = hit.end
            yield hit


def _ends_softly(text: str, hit: Hit) -> bool:
    """
    Say whether what looks like an apostrophe behind a name in Latin letters is its soft sign, and closes no quotation.
    """
    if text[hit.end + 1 : hit.end + 2].isalnum() or not text[hit.start : hit.end].isascii():
        return False
    if _QUOTED.search(text, max(0, hit.start - _QUOTATION), hit.start):
        return False
    native = (form for entry in hit.surface.entries for form in entry.name.forms.get("ru", ()))
    return any(form.endswith("ь") for form in native)


def _longest(text: str, start: int, end: int, words: int, index: SurfaceIndex, free: int) -> Hit | None:
    """
    Take as many words as make a known surface, and those in small letters before it that belong to it.
    """
    ends, folded = [end], [fold(text[start:end])]
    while len(ends) < words and (following := _NEXT_WORD.match(text, ends[-1])):
        ends.append(following.end())
        folded.append(fold(following.group(1)))
    for count in range(len(ends), 0, -1):
        last, key = ends[count - 1], " ".join(folded[:count])
        heads = index.tails.get(key)
        hit = (_headed(text, start, last, heads, free) or _bracketed(text, start, last, heads)) if heads else None
        if hit is not None:
            return hit
        found = index.surfaces.get(key) if last - start <= LONGEST else None
        if found is not None and count > 1 and "," in text[start:last] and _ANOTHER.match(text, last):
            continue  # the generic word belongs to the next name: "Perm, oblast Volgograd"
        if found is not None and (found.guard != "acronym" or text[start:last].isupper()):
            return _region(text, Hit(start, last, found, "".join(folded[:count])), index, free)
    return None


def _region(text: str, hit: Hit, index: SurfaceIndex, free: int) -> Hit:
    """
    Take a region for what a name means with a generic word behind it, of its own or shared with other names.
    """
    adjective = hit.surface.guard == "adjective"
    if adjective or hit.word.endswith(_ADJECTIVAL):
        shared = sharing(text, hit.start, hit.end, hit.word, index)
        if adjective or shared is not None:
            return hit if shared is None else hit._replace(surface=shared[0], word=shared[1])
    if hit.surface.guard == "surname" and (high := mountain(text, hit.start, hit.end, free, index)) is not None:
        return Hit(*high, fold(text[high[0] : high[1]]))
    if (region := spanning(text, hit.start, hit.end, free, hit.surface, index)) is not None:
        return Hit(*region, fold(text[region[0] : region[1]]))
    wide = widened(text, hit.start, hit.end, hit.surface, index)
    return hit if wide is None else Hit(hit.start, wide[0], wide[1], fold(text[hit.start : wide[0]]))


def _headed(text: str, start: int, end: int, heads: dict[str, Surface], free: int) -> Hit | None:
    """
    Take the words in small letters before a name that belong to it.
    """
    words = list(_WORDS.finditer(text, max(free, start - LONGEST), start))
    for count in range(min(3, len(words)), 0, -1):
        found = heads.get(" ".join(fold(word.group()) for word in words[-count:]))
        if found is not None and text[words[-1].end() : start].isspace():
            first = words[-count].start()
            return Hit(first, end, found, fold(text[first:end]))
    return None


def _bracketed(text: str, start: int, end: int, heads: dict[str, Surface]) -> Hit | None:
    """
    Take a name in brackets whose generic word stands before them: "пик Сталина (Коммунизма, Сомони)".
    """
    if text[end : end + 1] not in _ENDS_ITEM or text.rfind("(", max(0, start - 40), start) < 0:
        return None
    opened = _OPENED.search(text, max(0, start - 90), start)
    generic = (fold(word) for word in opened.groups() if word) if opened is not None else ()
    found = next((heads[word] for word in generic if word in heads), None)
    if found is None or not found.kinds.isdisjoint(wordlists.BUILT):  # streets of a name are too many
        return None
    return Hit(start, end, found, fold(text[start:end]))
