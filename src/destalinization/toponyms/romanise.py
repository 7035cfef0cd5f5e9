"""
The spellings that a native form takes in Latin script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .schemes import TABLES

TWO_WORDED = frozenset(["bgn", "popular", "national", "streamlined", "scholarly", "scholarly-ch", "german"])
"""The schemes of names of two words, which nobody writes in other customs."""

THREE_WORDED = frozenset(["bgn", "national", "streamlined", "scholarly-ch", "german"])
"""The schemes of names of three words."""

LONG = frozenset(["bgn", "national", "streamlined"])
"""The schemes of names of more words."""

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
"""How German writes its letters where a keyboard lacks them."""

_CASELESS = frozenset(map(chr, range(ord("ა"), ord("ჿ") + 1)))
"""Georgian letters, which have no capitals in running text."""


class Scheme(NamedTuple):
    """
    A way of writing native letters in Latin script.

    Attributes:
        name: what it is called, such as ``bgn``.
        letters: what becomes of each letter.
        rules: what becomes of letters in certain places, before that.
    """

    name: str
    letters: dict[int, str]
    rules: tuple[tuple[re.Pattern[str], str], ...]

    def write(self, text: str) -> str:
        """
        Write a native text in Latin letters; words keep their capitals.
        """
        return re.sub(r"[\w'’]+", lambda word: self._word(word.group()), text)

    def _word(self, word: str) -> str:
        """
        Write one word.
        """
        small = word.lower().replace("’", "'").replace("ʼ", "'")
        for pattern, replacement in self.rules:
            small = pattern.sub(replacement, small)
        latin = small.translate(self.letters)
        if len(word) > 1 and word.isupper():
            return latin.upper()
        return latin[:1].upper() + latin[1:] if word[:1].isupper() or word[:1] in _CASELESS else latin


@cache
def schemes(language: str) -> tuple[Scheme, ...]:
    """
    Give the schemes of a language, the most common first.

    Args:
        language: the language's tag; scripts and countries in it are passed over.

    >>> [scheme.name for scheme in schemes("bg")]
    ['streamlined', 'bgn', 'iso9', 'scholarly', 'german', 'french']
    """
    found = TABLES.get(language.partition("-")[0])
    if found is None or language.endswith(("-Latn", "-Arab")):
        return ()
    table, rules, variants = found
    header, *rows = table.strip("\n").splitlines()
    names = header.split()
    letters: dict[str, dict[int, str]] = {name: {} for name in names}
    for row in rows:
        native, *cells = row.split()
        for name, cell in zip(names, cells, strict=True):
            letters[name][ord(native)] = "" if cell == "." else cell
    made = []
    for name in (*names, *(variant for variant in rules if variant not in names)):
        base = variants.get(name, name)
        own = (*(rules.get(name, ())), *(rules.get(base, ()) if base != name else ()))
        compiled = tuple((re.compile(pattern), replacement) for pattern, replacement in own)
        made.append(Scheme(name, letters[base], compiled))
    return tuple(made)


def romanise(text: str, language: str, *, only: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """
    Give the Latin spellings of a native form, each once.

    Args:
        text: the native form.
        language: its language's tag.
        only: the schemes that are wanted; a spelling then comes once for each of them.

    Yields:
        The name of the scheme and the spelling; of a name of several words in the common schemes only. Nothing for a
        language that is written in Latin script, but for the digraphs of German.

    >>> dict(romanise("Ворошиловград", "ru"))["german"]
    'Woroschilowgrad'
    """
    if language == "de" and (plain := text.translate(_DIGRAPHS)) != text:
        yield "german-digraphs", plain
    seen: set[str] = set()
    known = schemes(language)
    kept = (None, TWO_WORDED, THREE_WORDED, LONG)[min(3, text.count(" "))]
    for scheme in known:
        if (only and scheme.name not in only) or (kept is not None and scheme.name not in kept):
            continue
        spelling = scheme.write(text)
        if only or spelling not in seen:
            seen.add(spelling)
            yield scheme.name, spelling
