"""
Which script a language tag names, and which letters of a text are not of it.
"""

from __future__ import annotations

import re
import unicodedata

FORM_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
"""The language tags in use: a language, perhaps a script, perhaps a country."""

_SCRIPTS = {"Cyrl": "CYRILLIC", "Latn": "LATIN", "Geor": "GEORGIAN", "Armn": "ARMENIAN", "Arab": "ARABIC"}
_SCRIPTS |= {"Hebr": "HEBREW", "Grek": "GREEK", "Hans": "CJK", "Hant": "CJK", "Mong": "MONGOLIAN", "Deva": "DEVANAGARI"}

_DEFAULTS = {
    **dict.fromkeys(
        ("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "tt", "ba", "cv", "os", "ab", "ce"), "CYRILLIC"
    ),
    **dict.fromkeys(("mn", "bua", "xal", "kbd", "krc", "inh", "sah", "udm", "kv", "mhr", "tyv", "rue"), "CYRILLIC"),
    **dict.fromkeys(("ka", "xmf"), "GEORGIAN"),
    "hy": "ARMENIAN",
    "el": "GREEK",
    **dict.fromkeys(("he", "yi"), "HEBREW"),
    **dict.fromkeys(("ar", "fa", "ug", "ur"), "ARABIC"),
    "zh": "CJK",
    "hi": "DEVANAGARI",
}
"""The script of a language that has no script in its tag; all others are Latin, and Japanese and Korean are mixed."""

_MIXED = ("ja", "ko")
_ROMAN = re.compile(r"\b[IVXLCDM]+\b")


def wrong_letters(tag: str, text: str) -> str:
    """
    Give the letters of a text that are not of the script that a language tag names.

    Args:
        tag: a BCP 47 tag, with or without a script.
        text: the text; Roman numerals in it may stand in any script.

    >>> wrong_letters("ru", "XXII съезд"), wrong_letters("ru", "Stalin"), wrong_letters("uz-Cyrl", "Сталино")
    ('', 'Stalin', '')
    """
    language, *subtags = tag.split("-")
    if language in _MIXED:
        return ""
    named = next((_SCRIPTS[subtag] for subtag in subtags if subtag in _SCRIPTS), None)
    script = named or _DEFAULTS.get(language, "LATIN")
    bare = _ROMAN.sub("", text)
    return "".join(c for c in bare if unicodedata.category(c)[0] == "L" and not _is_of(c, script))


def _is_of(letter: str, script: str) -> bool:
    """
    Say whether a letter is of a script; modifier letters such as an apostrophe are of every script.
    """
    return unicodedata.category(letter) == "Lm" or script in unicodedata.name(letter, "")
