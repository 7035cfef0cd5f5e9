"""
What else around a surname speaks for a person or for a place than cues: initials and given names; lists of towns,
brackets, years, datelines, and what a sentence says it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from . import wordlists
from .contexts import CAPITAL, Context, cues_before
from .keys import words_of
from .longer_names import items_in

if TYPE_CHECKING:
    from .surfaces import SurfaceIndex

_AND = r",| и| і| й| та| and| und| i| a| és| și| et| y| или| or| oder|/| –| —| -| →|;|-(?=\s)"
_INITIALS = re.compile(rf"(?:^|[^\w.])(?:{CAPITAL}{{1,2}}[a-zа-яё]?\.[ \u00a0]?){{1,2}}$")
_LAST_WORD = re.compile(rf"({CAPITAL}\w+)[ \u00a0]$")
_PAIR = re.compile(rf"({CAPITAL}\w+)[-–]$")
_BEFORE_IN_LIST = re.compile(rf"({CAPITAL}\w+)\)?(?:{_AND})\s+$")
_AFTER_IN_LIST = re.compile(rf"\s?(?:{_AND})\s+({CAPITAL}\w+)")
_CELL_BEFORE = re.compile(rf"({CAPITAL}[\w-]+)\s*\|[\s\d|—–:-]*$")
_CELL_AFTER = re.compile(rf"[\s\d|—–:-]*\|\s*({CAPITAL}[\w-]+)")
_BRACKET = re.compile(
    r"\s?\((?:now|today|modern|present|formerly|then|later|ныне|сейчас|теперь|бывш|нын|с 19|до 19|нині|тепер|heute|"
    r"jetzt|früher|obecnie|dziś|dnes|ma |azi|aujourd|actuel|hoy)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf" \(({CAPITAL}[\w-]+)")
_BEFORE_BRACKETS = re.compile(rf"({CAPITAL}[\w-]+) \($")
_FORMERLY = re.compile(r"\b(?:[Ff]ormerly|[Pp]reviously),? $")
_YEARS = re.compile(r"\d{4}\D{0,8}[-–—:] $")
_RANGE = re.compile(r"\d{4}\s?[-–—]\s?\d{2,4}[^\n\d]{0,10}$")
_SINCE = re.compile(
    r"\b(?:до|с|з|від|from|since|until|till|bis|seit|do|od) \d{4}(?: ?(?:гг?\.|года|року|р\.))? ?[-–—]? ?$"
)
_CASE_ENDING = re.compile(r"(?<=[бгдкь])(?:а|у|ом|е|і|ові|ем|u|em|ie|ě|y)$")
_CLUB_AND_TOWN = re.compile(r"[»”\"] $")
_END = re.compile(r"\s*(?:[,;)]|[–—-] ?\d|$)")
_CLUB = re.compile(r"[»”\"\d] ?\($")
_DATELINE = re.compile(r"[.,:] ?(?:\d{1,2} [^\W\d_]+ )?19[1-9]\d\b")
_BEFORE_CAPITAL = re.compile(f" {CAPITAL}")
_POSSESSIVE = re.compile(r"['’]s|\ss\b")
_NAMESAKE = re.compile(r"[^.;]{0,40}\b(?:benannt|getauft)\b")
_SETTLEMENT = re.compile(
    r"(?: \([^()]*\)| \[[^\[\]]*\])?(?:,| (?:is|was|est|était|ist|war|è|era|es|este|byl[oa]?|je|to|är|var|is de)) "
    r"(?:(?:an?|the|une?|l[ae]|eine?|die|una?|o|en|ett|een) )?(?:[^\W\d_][\w-]+ ){0,3}"
    r"(?:city|town|village|settlement|ville|village|(?:[A-Z][a-zäöü]+)*stadt|Stadt|Dorf|Siedlung|città|"
    r"cittadina|ciudad|cidade|oraș|miasto|město|mesto|stad|by)"
    r"(?=[.,;:()\n]|$| (?:in|on|of|at|near|with|which|that|where|whose|and|located|situated|im|am|an|bei|mit|"
    r"de|du|des|en|sur|dans|nel|sul|della?|din|w|v|na|à)\b)"
)
_IN_THE_UNION = re.compile(
    r",? ?[,(] ?(?:now |today )?(?:USSR|U\.S\.S\.R\.|RSFSR|Russian SFSR|Soviet Union|Ukrainian SSR|UkSSR|Ukraine|"
    r"Russia|UdSSR|Sowjetunion|Russland|URSS|Union soviétique|Unione Sovietica|Unión Soviética|ZSRR|SSSR)"
    r"(?=[.,;:)|\]\n]|$| ?[-–—(\d])"
)
_FROM = re.compile(r"\b(?:[Ff]rom|[Vv]on|[Dd][eai]|[Oo]d|[Zz]) $")
_TO_NEXT = re.compile(rf" (?:to|nach|bis|à|a|do|till?) ({CAPITAL}\w+)")
_TO = re.compile(rf"\b(?:[Ff]rom|[Vv]on|[Dd][eai]|[Oo]d|[Zz]) ({CAPITAL}\w+) (?:to|nach|bis|à|a|do|till?) $")


def sign_of_a_person(context: Context) -> str:
    """
    Say what around a name speaks for a person, or give an empty text.

    Args:
        context: the name and what stands around it.
    """
    if _INITIALS.search(context.before[-14:]) and not (context.capitals and context.before.rstrip().endswith("Г.")):
        return "initials before it"
    given = _LAST_WORD.search(context.before[-30:])
    if given and fold(given[1]) in context.index.given:
        return "a given name before it"
    pair = _PAIR.search(context.before[-30:])
    if pair and not _is_town(pair[1], context.index):
        return "the second of two surnames"
    for cue, words in context.found:
        if cue.kind == "person":
            return f"“{words}” {cue.side} it"
    if _POSSESSIVE.match(context.after):
        return "a possessive"
    return "something is named after it" if _NAMESAKE.match(context.after) else ""


def sign_of_a_place(context: Context) -> str:
    """
    Say what else around a surname speaks for a place, or give an empty text.

    Args:
        context: the surname and what stands around it.
    """
    before, after = context.before, context.after
    if _YEARS.search(before[-16:]) or (_RANGE.search(before[-30:]) and after[:1] in ("),;.")):
        return "after years, as in a list of names"
    if _are_towns(_listed(context), context.index):
        return "in a list of towns"
    if _FORMERLY.search(before[-12:]):
        return "behind a word for what was"
    ways = (_TO.search(before[-40:]), _TO_NEXT.match(after) if _FROM.search(before[-6:]) else None)
    if any(_is_town(word[1], context.index) and not _is_moscow(word[1]) for word in ways if word is not None):
        return "the way from a town or to one"
    return _after_a_list(context) or _told_apart(context)


def _listed(context: Context) -> list[str]:
    """
    Give the words between which a name stands in a list or in the cells of a table; of a name that is no nominative
    they may have an ending, and are given without it too.
    """
    before, after = context.before, context.after
    beside = [_BEFORE_IN_LIST.search(before[-40:]), _AFTER_IN_LIST.match(after)]
    if "|" in before[-4:] and "|" in after[:4]:
        beside += [_CELL_BEFORE.search(before[-40:]), _CELL_AFTER.match(after)]
    found = [word[1] for word in beside if word is not None]
    if "n" not in context.hit.surface.cases:
        found += [_CASE_ENDING.sub("", word) for word in found]
    return found


def _after_a_list(context: Context) -> str:
    """
    Say which cue for a place stands before the list that a name goes on, or give an empty text.
    """
    items = items_in(context.before)
    for cue, words in cues_before(context.before[: items.start()]) if items else ():
        if cue.kind == "place" and context.fits(cue):
            return f"in a list after “{words}”"
    return ""


def _told_apart(context: Context) -> str:
    """
    Say what in brackets, behind a comma or in apposition tells that a surname is a place, or give an empty text.
    """
    before, after = context.before, context.after
    if _BRACKET.match(after) or _is_same(_IN_BRACKETS.match(after), context):
        return "another name of the place in brackets"
    if after[:1] == ")" and _is_same(_BEFORE_BRACKETS.search(before[-40:]), context):
        return "in brackets behind another name of the place"
    if _IN_THE_UNION.match(after):
        return "its country after it"
    return _beside_base(context) if "n" in context.hit.surface.cases else ""


def _beside_base(context: Context) -> str:
    """
    Say what else around a surname in the nominative speaks for a place, or give an empty text.
    """
    before, after = context.before, context.after
    if _SETTLEMENT.match(after):
        return "a word for a settlement says what it is"
    if _SINCE.search(before[-24:]) and after[:1] in (")", ";"):
        return "after a year, as in a list of names"
    if _CLUB.search(before[-4:]) and after[:1] == ")":
        return "in brackets behind what stands there, such as a club"
    if _CLUB_AND_TOWN.search(before[-2:]) and _END.match(after):
        return "behind a name in quotation marks, such as a club's"
    if _DATELINE.match(after) and not before.endswith("("):
        return "a date after it, as in a dateline or an imprint"
    if not _BEFORE_CAPITAL.match(after) and context.is_named_otherwise:
        return "another name of the place is near"
    return ""


def _is_same(word: re.Match[str] | None, context: Context) -> bool:
    """
    Say whether a word is a name of a bearer that the name at hand can mean too.
    """
    other = context.index.surfaces.get(" ".join(words_of(word[1]))) if word is not None else None
    bearers = {entry.bearer.id for entry in other.entries} if other is not None else set()
    return any(entry.bearer.id in bearers for entry in context.hit.surface.entries)


def _are_towns(words: list[str], index: SurfaceIndex) -> bool:
    """
    Say whether the neighbours in a list make it one of towns: one is, and if that bears a surname, none is a surname.
    """
    towns = [word for word in words if _is_town(word, index)]
    named = all(word.lower() in wordlists.PEOPLED for word in towns)
    return bool(towns) and not (named and any(fold(word) in index.surnames for word in words if word not in towns))


def _is_moscow(word: str) -> bool:
    """
    Say whether a word is Moscow, from and to which people send and travel more than to any town called after them.
    """
    return word.lower().startswith(("mosc", "mosk", "моск"))


def _is_town(word: str, index: SurfaceIndex) -> bool:
    """
    Say whether a word is called like a town, or is one.
    """
    small = word.lower()
    if small.endswith(wordlists.TOWNISH) or small in wordlists.CITIES:
        return True
    surface = index.surfaces.get(fold(word))
    return surface is not None and surface.guard == "" and not surface.kinds <= wordlists.COUNTRIES
