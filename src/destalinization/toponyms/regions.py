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

_GENERICS = {
    "област": "область области області областью областю",
    "обл": "область области області областью областю",
    "кра": "край края краю краем крае",
    "район": "район района району районом районе",
    "губерн": "губерния губернии губернию губернией",
    "округ": "округ округа округу округом округе",
}
"""The cases in the singular of the generic words that several names share, by their beginnings."""

_SHARED = re.compile(
    r"(?:,|\)| \([^()]{1,40}\)|"
    r" \(?(?:и|или|а|также|й|і|та|або|ныне|теперь|позже|позднее|затем|ранее|бывшая|нині|тепер)\b|"
    r"[ (][А-ЯЁІЇЄҐ][\w-]+[сцз]ь?к\w+)*"
    r"[ \u00a0\n]+(област|обл(?=\.|\b)|кра(?=[йяеёю])|район|губерн|округ)"
)


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


def sharing(text: str, end: int, word: str, index: SurfaceIndex) -> Surface | None:
    """
    Give what an adjective means that shares its generic word with others ("Молотовской и Свердловской областей",
    "Молотовская (ныне Пермская) область").

    Args:
        text: the text, cleaned.
        end: the offset behind the adjective.
        word: the adjective, folded.
        index: all surfaces.
    """
    shared = _SHARED.match(text, end, end + 100)
    if shared is None:
        return None
    for generic in _GENERICS[shared[1]].split():
        found = index.surfaces.get(f"{word} {fold(generic)}")
        if found is not None:
            return found
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
