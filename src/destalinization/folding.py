"""
When two spellings are one.

Folding is light: case, accents, apostrophes, soft and hard signs, hyphens, spaces and full stops do not count, and ё
is е.
Letters of their own, such as й and ї, stay what they are; scripts are never mixed.
"""

from __future__ import annotations

import unicodedata

_OWN = {"й": "й", "ї": "ї", "ў": "ў"}
"""Cyrillic letters that are a letter with a mark in Unicode, but letters of their own to those who write them."""

_LATIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h"})
_SILENT = frozenset("ьъʼʻʹʺʾʿˈ")


def fold(text: str) -> str:
    """
    Give the common form of all spellings that count as one.

    Args:
        text: a name, in any script.

    Returns:
        Letters and digits only, in small letters; folding twice changes nothing.

    >>> fold("Йошкар-Ола") == fold("йошкар ола"), fold("Brașov"), fold("Perm’")
    (True, 'brasov', 'perm')

    """
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    folded = text.casefold()
    for parted, letter in _PARTED.items():
        folded = folded.replace(parted, letter)
    marked = "".join(sign if sign in _OWN else unicodedata.normalize("NFKD", sign) for sign in folded)
    kept = (sign for sign in marked.casefold().translate(_LATIN) if sign.isalnum() and sign not in _SILENT)
    return "".join(kept)


_PARTED = {unicodedata.normalize("NFD", letter): letter for letter in _OWN}
