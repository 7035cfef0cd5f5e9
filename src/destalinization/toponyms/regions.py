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

Found = tuple[int, int, Surface]
"""The offsets of a name, and what it means."""

_SPACES = (" ", "\u00a0")
_REGION = re.compile(r"[ \u00a0](?:oblast|region|province|krai|raion|rayon|district)s?\b", re.IGNORECASE)
_CITY = re.compile(r"[ \u00a0](?:oblast|region|province|krai|raion|rayon|district|city)s?\b", re.IGNORECASE)

_REGIONS = re.compile(r"(?:, [A-Z][\w-]+)*,? and [A-Z][\w-]+[ \u00a0](oblast|region|province)s\b", re.IGNORECASE)
_REGION_OF = re.compile(
    r"(?<!\w)(?:r[ée]gion|oblast['’]?|kraï|krai|regione|territorio|región|provincia|província|óblast|oblasti|região|"
    r"regiunea|regiunii|regio|provincie|provinz|gebiete?s?|bezirke?s?|region|province|territory)[ \u00a0]"
    r"(?:(?:of|de|di|do|da|del|von|van)[ \u00a0]|d['’])?(?:the[ \u00a0])?$",
    re.IGNORECASE,
)
_REGION_AFTER = re.compile(
    r"[ \u00a0](?:srit(?:is|ies|yje|į)|krašt(?:as|o|e|ą)|apgabal(?:s|a|ā|u)|novad(?:s|a|ā|u)|oblast(?:is?|isse|ist|il)|"
    r"krais?|megy(?:e|ében|éből|ébe|ei)|(?:határ)?terület(?:en|ről|re|i)?|alue(?:en|ella)?|vilayeti|bölgesi)\b"
)
_KRAI = re.compile(r"kra[iï]|krašt", re.IGNORECASE)
_MOUNTAIN = re.compile(r"(?:['’]s)?[ \u00a0](?:peak|mountain)\b", re.IGNORECASE)
_MOUNTAIN_BEFORE = re.compile(r"\b(?:Mount|Mt\.?|Peak|Pik|Berg|гора|пик)[ \u00a0]$", re.IGNORECASE)

_GENERICS = {
    "област": "область области області областью областю",
    "обл": "область области області областью областю",
    "кра": "край края краю краем крае",
    "район": "район района району районом районе районі",
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
    r"ныне|теперь|тогда(?:-то)?|в то время|в те годы|позже|позднее|затем|ранее|раньше|бывш\w+|стал\w*|став|в|на|сейчас|"
    r"сегодня|назы?в\w+|соответственно|нині|тепер|тоді|згодом|називал\w+),?(?:[ \u00a0][—–-])?[ \u00a0]$"
)
_NO_NOUN = re.compile(r"[,.;)!?»]|\s*$|[ \u00a0](?:а|и|но|і|й|та|or|—|–|-)[ \u00a0]")


def widened(text: str, start: int, end: int, surface: Surface, index: SurfaceIndex) -> tuple[int, Surface] | None:
    """
    Take a generic word after a name to it ("Donetsk region"), where a bearer of that kind has the name; one that it
    shares with others ("Donetsk and Luhansk oblasts") leaves the name as it is, but means the region.

    Args:
        text: the text, cleaned.
        start: the offset of the name.
        end: the offset behind the name.
        surface: what the name alone means.
        index: all surfaces.

    Returns:
        The offset behind the generic word, and what the whole means.
    """
    if "n" not in surface.cases:
        return None
    if (shared := _REGIONS.match(text, end, end + 80)) is not None:
        entries = index.spellings.exact(f"{text[start:end]} {shared[1]}")
        return (end, _surface(entries)) if entries else None
    if text[end : end + 1] not in _SPACES:
        return None
    generic = (_CITY if surface.guard == "surname" else _REGION).match(text, end)
    entries = index.spellings.exact(text[start : generic.end()].removesuffix("s")) if generic else []
    return (generic.end(), _surface(entries)) if generic and entries else None


def spanning(text: str, start: int, end: int, free: int, surface: Surface, index: SurfaceIndex) -> Found | None:
    """
    Take a generic word to a name as languages other than English and Russian write a region's: before it ("région de
    Donetsk", "Region Perm"), or behind its genitive ("Permės sritis", "Donyecki terület").

    Args:
        text: the text, cleaned.
        start: the offset of the name.
        end: the offset behind the name.
        free: the offset behind the mention before it.
        surface: what the name alone means.
        index: all surfaces.

    Returns:
        The offsets of the whole, and what it means.
    """
    if "city" not in surface.kinds:
        return None
    before = _REGION_OF.search(text, max(free, start - 24), start)
    after = _REGION_AFTER.match(text, end) if before is None else None
    if before is None and after is None:
        return None
    city = next(entry for entry in surface.order if entry.bearer.kind == "city")
    kind = "Krai" if _KRAI.search((before or after or [""])[0]) else "Oblast"
    spelled = (f"{city.name.text} {generic}" for generic in (kind, "region"))
    entries = next((found for found in map(index.spellings.exact, spelled) if found), [])
    entries = [entry for entry in entries if entry.bearer.kind == "region"]
    if not entries:
        return None
    return (before.start() if before else start, after.end() if after else end, _surface(entries))


def mountain(text: str, start: int, end: int, free: int, index: SurfaceIndex) -> Found | None:
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
    entries = index.spellings.exact(text[first:last]) or index.spellings.exact(f"Peak {text[start:end]}")
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
