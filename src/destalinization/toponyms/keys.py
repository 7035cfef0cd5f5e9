"""
The keys of surfaces: their folded words, in the ways in which they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import fold

WORD = re.compile(r"\w+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`"))


def turned(surface: str) -> str | None:
    """
    Give a name of two words as gazetteers and addresses write it, with its generic word behind: "Сталина пик".
    """
    generic, _, own = surface.partition(" ")
    return f"{own} {generic}" if own and generic.islower() and " " not in own else None


def words_of(text: str) -> list[str]:
    """
    Give the folded words of a text; hyphens and apostrophes part them.

    Args:
        text: a name, or a stretch of a text.

    >>> words_of("Karl-Marx-Allee")
    ['karl', 'marx', 'allee']
    """
    return [fold(word) for word in WORD.findall(text)]


def parted(surface: str) -> Iterator[str]:
    """
    Give the key of a name of a new town as older texts write it, with a hyphen: "Ново-Кузнецк".

    Args:
        surface: the name in one word.

    >>> list(parted("Новокузнецк"))
    ['ново кузнецк']
    """
    if surface.lower().startswith(("ново", "novo")) and surface.isalpha() and len(surface) > 8:
        yield f"{fold(surface[:4])} {fold(surface[4:])}"


def joined(surface: str) -> Iterator[str]:
    """
    Give the keys of a surface whose apostrophe is a letter, or whose hyphen stood at the end of a line.
    """
    bare = surface.translate(_APOSTROPHES)
    if bare != surface:
        yield " ".join(words_of(bare))
    if "-" in surface:
        yield " ".join(words_of(surface.replace("-", "", 1)))
