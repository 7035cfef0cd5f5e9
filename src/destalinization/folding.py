"""
When two spellings are one.

Folding is light: case, accents, apostrophes, soft and hard signs, hyphens, spaces and full stops do not count, and ё
is е.
Letters of their own, such as й and ї, stay what they are; scripts are never mixed.
"""

from __future__ import annotations

import unicodedata

_OWN = "йїў"
"""Cyrillic letters that are a letter with a mark in Unicode, but letters of their own to those who write them."""

_LATIN = {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h"}
"""Latin letters whose mark is a part of them in Unicode, but an accent to those who look for them."""

_SILENT = "ьъʼʻʹʺʾʿˈ"
"""Signs that count as letters in Unicode, but are left out as often as not."""


class _Folded(dict[int, str]):
    """
    What becomes of each letter; worked out when it is first met.
    """

    def __missing__(self, code: int) -> str:
        parts = (part if part in _OWN else unicodedata.normalize("NFKD", part) for part in chr(code).casefold())
        signs = "".join(_LATIN.get(sign, sign) for sign in "".join(parts).casefold())
        folded = self[code] = "".join(sign for sign in signs if sign.isalnum() and sign not in _SILENT)
        return folded


_FOLDED = _Folded()


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
    return (text if text.isascii() else unicodedata.normalize("NFC", text)).translate(_FOLDED)
