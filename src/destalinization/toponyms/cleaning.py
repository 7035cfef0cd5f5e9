"""
Texts as they come: soft hyphens, accents as signs of their own, words broken at the ends of lines.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import NamedTuple

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BROKEN = ("-\n", "-\r\n", "\u2010\n", "\u2010\r\n")
_BREAK = re.compile(r"[-\u2010]\r?\n[ \t]*(?=[^\W\d_])")
_SIGNS = re.compile(f"[{_INVISIBLE}]+")
_MARK = re.compile("[\u0300-\u036f]")
_MARKS = re.compile("[\u0300-\u036f]+")
_MARK_BYTES = (b"\xcc", b"\xcd")
"""The first byte of a mark in UTF-8, which is looked for in an eighth of the time that its letters take."""


class Cleaned(NamedTuple):
    """
    A text that can be searched, and the way back to the text as it was given.

    Attributes:
        text: the text without what does not count.
        starts: the offsets in it from which on the way back differs, ascending.
        shifts: what is added to an offset from there on.
    """

    text: str
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """
        Give the offset in the text as it was given.

        Args:
            offset: an offset in the cleaned text.
        """
        place = bisect_right(self.starts, offset)
        return offset + self.shifts[place - 1] if place else offset

    def end(self, offset: int) -> int:
        """
        Give the end in the text as it was given of what ends before an offset.

        Args:
            offset: an offset in the cleaned text, behind its first sign.
        """
        place = bisect_right(self.starts, offset - 1)
        shift = self.shifts[place - 1] if place else 0
        return offset + shift


def clean(text: str) -> Cleaned:
    r"""
    Join words that are broken at the ends of lines, drop invisible signs, and put accents onto their letters.

    Args:
        text: any text.

    >>> clean("Ста\u00adлин-\nград").text
    'Сталинград'
    """
    found = [(match.start(), match.end(), "") for match in _breaks(text)]
    if not text.isascii():
        if any(sign in text for sign in _INVISIBLE):
            found += [(match.start(), match.end(), "") for match in _SIGNS.finditer(text)]
        encoded = text.encode(errors="surrogatepass")
        if any(byte in encoded for byte in _MARK_BYTES):
            found += [
                (match.start() - 1, match.end(), _composed(text[match.start() - 1 : match.end()]))
                for match in _MARKS.finditer(text)
                if match.start()
            ]
    return _replaced(text, sorted(found)) if found else Cleaned(text)


def _composed(letter: str) -> str:
    """
    Put marks onto their letter; what has no sign of its own, such as the stress on a Cyrillic vowel, is dropped.
    """
    return _MARK.sub("", unicodedata.normalize("NFC", letter))


def _breaks(text: str) -> list[re.Match[str]]:
    """
    Find the hyphens at the ends of lines.
    """
    found = []
    for broken in _BROKEN:
        place = text.find(broken) if all(sign in text for sign in broken) else -1
        while place >= 0:
            match = _BREAK.match(text, place)
            if match is not None and place and text[place - 1].isalpha():
                found.append(match)
            place = text.find(broken, place + 1)
    return found


def _replaced(text: str, found: list[tuple[int, int, str]]) -> Cleaned:
    """
    Replace stretches of a text and keep account of the offsets.
    """
    parts: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    position = length = 0
    for start, end, put in found:
        if start < position:
            continue
        parts += (text[position:start], put)
        length += start - position + len(put)
        position = end
        starts.append(length)
        shifts.append(end - length)
    parts.append(text[position:])
    return Cleaned("".join(parts), tuple(starts), tuple(shifts))
