"""
What a terminal can show: how many columns a text takes, and whether colours are wanted.

Colours follow https://no-color.org and https://force-color.org: where ``NO_COLOR`` is set to anything there are none,
where ``FORCE_COLOR`` is there are, and otherwise there are on a terminal that is not ``dumb``.
"""

from __future__ import annotations

import os
import re
import sys
from unicodedata import category, combining, east_asian_width

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}
"""The parameters of SGR (ECMA-48, 8.3.117) by what they do."""

_OF_WORDS = {
    "certain": "green",
    "likely": "yellow",
    "possible": "yellow",
    "confirmed": "green",
    "imprecise": "yellow",
    "contradicted": "red",
    "unverified": "dim",
}
"""The styles of grades, and of what became of claims."""

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def colours() -> bool:
    """
    Say whether standard output is to be coloured.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def styled(text: str, style: str | None) -> str:
    """
    Show a text in a style, where colours are wanted.

    Args:
        text: the text.
        style: bold, dim, red, green or yellow; None for none.
    """
    return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if style and text and colours() else text


def graded(text: str) -> str:
    """
    Show a grade, or what became of a claim, in its colour; the word says the same without it.

    Args:
        text: the word, perhaps with spaces around it.
    """
    return styled(text, _OF_WORDS.get(text.strip()))


def plain(text: str) -> str:
    r"""
    Put a text on one line and take out what steers a terminal, as a user's own data may hold.

    Args:
        text: the text.

    >>> plain("two\nlines, \x1b[31mred")
    'two lines,  [31mred'
    """
    return _CONTROLS.sub(" ", text).strip() if _CONTROLS.search(text) else text


def columns(text: str) -> int:
    """
    Count the columns that a text takes: two for a wide letter (UAX 11), none for a mark that sits on another.

    Args:
        text: the text.

    >>> columns("Сталінград"), columns("Стали\N{COMBINING ACUTE ACCENT}но"), columns("斯大林")
    (10, 7, 6)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def fit(text: str, width: int) -> str:
    """
    Fill a text up to a width, or cut it and say so with an ellipsis.

    Args:
        text: the text.
        width: how many columns it is to take.

    >>> fit("Stalinabad", 7), fit("斯大林", 5), fit("Gori", 6)
    ('Stalin…', '斯大…', 'Gori  ')
    """
    taken = columns(text)
    if taken > width:
        text = f"{_start(text, width - 1)}…"
        taken = columns(text)
    return text + " " * (width - taken)


def _start(text: str, width: int) -> str:
    """
    Give as much of the start of a text as a width holds.
    """
    taken = 0
    for number, sign in enumerate(text):
        taken += _columns(sign)
        if taken > width:
            return text[:number]
    return text


def _columns(sign: str) -> int:
    """
    Count the columns of one sign.
    """
    if combining(sign) or category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
