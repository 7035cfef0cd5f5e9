"""
Names of regions whose generic word stands apart or is shared: "Donetsk region", "Молотовской и Свердловской областей".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from .surfaces import Surface

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .spellings import Entry
    from .surfaces import SurfaceIndex

_SPACES = (" ", "\u00a0")
_REGION = re.compile(r"[ \u00a0](?:oblast|region|province|krai|raion|rayon|district)\b", re.IGNORECASE)
_CITY = re.compile(r"[ \u00a0](?:oblast|region|province|krai|raion|rayon|district|city)\b", re.IGNORECASE)

_MOUNTAIN = re.compile(r"[ \u00a0](?:peak|mountain)\b", re.IGNORECASE)
_MOUNTAIN_BEFORE = re.compile(r"\b(?:Mount|Mt\.?|Peak|Pik|Berg|гора|пик)[ \u00a0]$", re.IGNORECASE)

_GENERICS = {
    "област": "область области області областью областю",
    "обл": "область области області областью областю",
    "кра": "край края краю краем крае",
    "район": "район района району районом районе",
    "губерн": "губерния губернии губернию губернией",
    "округ": "округ округа округу округом округе",
    "oblast": "oblast oblasti oblastí",
}
"""The cases in the singular of the generic words that several names share, by their beginnings."""

_SHARED = re.compile(
    r"(?:,|\)|[ \u00a0\n]\([^()]{1,40}\)|"
    r"[ \u00a0\n]\(?(?:и|или|а|также|й|і|та|або|ныне|теперь|позже|позднее|затем|ранее|бывшая|нині|тепер)\b|"
    r"[ \u00a0\n(][А-ЯЁІЇЄҐ][\w-]+[сцз]ь?к\w+)*"
    r"[ \u00a0\n]+(?:(област)(?:ь|и|ью|ей|ям|ями|ях|і)|(обл)|(кра)(?:й|я|ю|ем|е|ев|ям|ями|ях|ї)|"
    r"(район)(?:а|у|ом|е|ы|ов|ам|ами|ах|и|ів)?|(губерн)(?:и[яиюейх]{1,3})|(округ)(?:а|у|ом|е|ов|ам|ами|ах)?)\b"
)
_SHARED_LATIN = re.compile(
    r"(?:\)|[ \u00a0\n]\([^()]{1,40}\)|[ \u00a0\n]\(?(?:a|i|nebo|dnes|nyní|později)\b|"
    r"[ \u00a0\n(][A-ZČĎŇŘŠŤŽ][\w-]+[sc]k\w+)+[ \u00a0\n]+(oblast)(?:i|í)?\b"
)
_APART = re.compile(
    r"\b(?:(област)\w*|(обл)\b|(кра)[йяюеї]\w*|(район)\w*|(губерн)\w*|(округ)\w*)[.,]?[^.;()\n]{0,40}[ \u00a0(]"
    r"(?:из|із|з|от|від|для|к|до|у|"
    r"ныне|теперь|тогда(?:-то)?|в то время|в те годы|позже|позднее|затем|ранее|раньше|бывш\w+|стал\w*|в|на|сейчас|"
    r"сегодня|назы?в\w+|соответственно|нині|тепер|тоді|згодом|називал\w+),?(?:[ \u00a0][—–-])?[ \u00a0]$"
)
_NO_NOUN = re.compile(r"[,.;)!?»]|\s*$|[ \u00a0](?:а|и|но|і|й|та|or|—|–|-)[ \u00a0]")


def widened(text: str, start: int, end: int, surface: Surface, index: SurfaceIndex) -> tuple[int, Surface] | None:
    """
    Take a generic word after a name to it ("Donetsk region"), where a bearer of that kind has the name.

    Args:
        text: the text, cleaned.
        start: the offset of the name.
        end: the offset behind the name.
        surface: what the name alone means.
        index: all surfaces.

    Returns:
        The offset behind the generic word, and what the whole means.
    """
    if text[end : end + 1] not in _SPACES or "n" not in surface.cases:
        return None
    generic = (_CITY if surface.guard == "surname" else _REGION).match(text, end)
    entries = index.spellings.exact(text[start : generic.end()]) if generic else []
    return (generic.end(), _surface(entries)) if generic and entries else None


def mountain(text: str, start: int, end: int, free: int, index: SurfaceIndex) -> tuple[int, int, Surface] | None:
    """
    Take the word for a mountain beside a surname to it ("Mount Stalin", "Stalin peak"), where one has the name.

    Args:
        text: the text, cleaned.
        start: the offset of the surname.
        end: the offset behind it.
        free: the offset behind the mention before it.
        index: all surfaces.

    Returns:
        The offsets of the whole, and what it means.
    """
    before = _MOUNTAIN_BEFORE.search(text, max(free, start - 10), start)
    after = _MOUNTAIN.match(text, end)
    if before is None and after is None:
        return None
    first, last = before.start() if before else start, after.end() if after and not before else end
    entries = index.spellings.exact(text[first:last])
    return (first, last, _surface(entries)) if entries else None


def sharing(text: str, start: int, end: int, word: str, index: SurfaceIndex) -> tuple[Surface, str] | None:
    """
    Give what an adjective means that shares its generic word with others ("Молотовской и Свердловской областей",
    "Молотовская (ныне Пермская) область", "в Тверской области, тогда Калининской").

    Args:
        text: the text, cleaned.
        start: the offset of the adjective.
        end: the offset behind the adjective.
        word: the adjective, folded.
        index: all surfaces.

    Returns:
        What it means, and its letters with those of the generic word, folded.
    """
    shared = _SHARED.match(text, end, end + 100) or _SHARED_LATIN.match(text, end, end + 100)
    if shared is None and _NO_NOUN.match(text, end):
        shared = _APART.search(text, max(0, start - 80), start)
    if shared is None:
        return None
    for generic in _GENERICS[shared[shared.lastindex or 0]].split():
        found = index.surfaces.get(f"{word} {fold(generic)}")
        if found is not None:
            return found, word + fold(generic)
    return None


def _surface(entries: Iterable[Entry]) -> Surface:
    """
    Make a surface that means some names.
    """
    first, *others = entries
    made = Surface(first, "n", "")
    for entry in others:
        made.add(entry, "n", "")
    return made
