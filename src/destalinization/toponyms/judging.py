"""
What a name in a text is taken for, by the words around it; the words themselves stand in `cues`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..folding import fold
from ..model.places import Place
from . import wordlists
from .contexts import CAPITAL, CLOSE, OPEN, TOKENS, Context, Reading
from .cues import Cues
from .longer_names import in_a_longer_name, stands_for_a_battle, title_of
from .mention_kinds import MentionKind
from .surroundings import sign_of_a_person, sign_of_a_place

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from .hits import Hit
    from .surfaces import SurfaceIndex


_WOMAN = re.compile(r"\wov(?:á|é|ou)$")
_POSSESSIVE = re.compile(r"\wova$")
"""What in Czech and Slovak is the genitive of a town, and the possessive of the man: "Gottwaldova socha"."""
_OPENING = re.compile(r"(?:^|[.!?\n„] ?)$")
_SMALL = re.compile(" [a-zá-ž]")
_FORMER = re.compile(r"(?:\d{4} ?[-–—] ?(?:\d{2}){1,2},?|[Ff]ormerly[:,]?(?: -)?) $")
_MORE_STREETS = re.compile(rf"(?:,| и| та| і) {CAPITAL}")
_BULGARIAN = re.compile(
    r"ъ(?![еёюя])|\b(?:се|са|си|като|към|беше|ще|най|той|един|който|която|които|през|във)\b", re.IGNORECASE
)
"""What tells Bulgarian, in which "на" makes the genitive, from the languages in which it means a direction."""
_NUMBERED = re.compile(r"[-–]\d{2}\b| ?3[5-7]\b")
_COMPOUND = re.compile(r"[-\u2010\u2011–]([^\W\d_]\w*)")
_AT = re.compile(r"(?:^|\W)(?:в|во|на|о|об|при)\s$", re.IGNORECASE)
_QUOTED_NOUN = re.compile(r"([а-яёіїєґў]+)[ \u00a0][«„“\"]$")
_PLAYS = re.compile(
    r"[«„“\"]([^«»„“”\"]{2,30})[»”\"] ?(?:[-–—:]|(?:разгромил|обыграл|победил|переиграл|одолел|переміг|розгромив|"
    r"обіграв|принимал|встретил)[\w ]{0,20}) ?[«„“\"]$"
)
_PLAYED = re.compile(r"[»”\"] ?[-–—:] ?[«„“\"]([^«»„“”\"]{2,30})[»”\"]")
_ATTRIBUTE = re.compile(
    r" (?!(?:of|and|in|was|were|is|are|had|has|that|which|to|from|on|at|for|with|by|as|or|would|we|he|she|they)\b)"
    r"[a-z]"
)
_STATION = re.compile(
    r"(?: \([^()]*\)| \[[^\[\]]*\])? (?:is|was|est|ist|war|è) (?:an?|une?|eine?|una) (?:[\w-]+ ){0,3}"
    r"(?:station|métro|metro|u-bahnhof|bahnhof|stazione)\b",
    re.IGNORECASE,
)
_IN_A_COMPOUND = re.compile(r"\w-(?:de|du|des|la|of)-$")
_HYPHENS = ("-", "\u2010", "\u2011", "–")

_BINDING = {"before": frozenset(" «„“\"\n\u00a0.‘'(:"), "after": frozenset(' -\n\u00a0“»"”')}
"""What a cue for something else than a place may stand behind or before."""

_ADJECTIVAL = ("ский", "цкий", "ський", "цький", "скі", "цкі")

_OTHER: dict[str, MentionKind] = {"surname": "person", "word": "word", "adjective": "adjective"}


def judge(text: str, hit: Hit, index: SurfaceIndex) -> Reading:
    """
    Say what a name in a text is.

    Args:
        text: the text, cleaned.
        hit: the name.
        index: all surfaces.
    """
    surface = hit.surface
    word = hit.word
    if word in index.people and not _in_brackets_after_years(text, hit):
        return Reading("person", "likely", "the name of a person")
    if surface.kinds.isdisjoint(wordlists.SIZES) and surface.kinds.isdisjoint(wordlists.BUILT):
        return Reading("institution", "likely", "the name of an institution")
    context = Context(text, hit, index)
    reading = _part_of_another_name(context, word) or in_a_longer_name(context) or _by_its_form(context, word)
    if reading is not None:
        return reading
    if surface.guard in _OTHER:
        return _guarded(context)
    if surface.kinds <= wordlists.BUILT:
        return _built(text, context)
    if context.before[-4:].lower() == "the " and _ATTRIBUTE.match(context.after) and surface.kinds <= wordlists.TOWNS:
        return Reading("adjective", "likely", "an attribute, between “the” and a noun")
    letters = wordlists.GENITIVES.get(word, "")
    if any(letter in context.before or letter in context.after for letter in letters) and not context.place:
        return Reading("person", "likely", "a surname in the genitive, in the language of the text")
    if context.place:
        return Reading("place", "certain", f"“{context.place}” beside it")
    return Reading("place", "likely", "its name")


def _in_brackets_after_years(text: str, hit: Hit) -> bool:
    """
    Say whether a name stands where a former name does: behind years, or behind a word such as "formerly".
    """
    return _FORMER.search(text, max(0, hit.start - 30), hit.start) is not None


def _part_of_another_name(context: Context, word: str) -> Reading | None:
    """
    Say whether a name is a part of an event's, a work's, an institution's or a street's, by a word beside it.
    """
    if not context.found and not word.startswith(wordlists.TITLED):
        return None
    others = [
        (cue, words) for cue, words in context.found if cue.kind in ("event", "institution", "work", "street", "word")
    ]
    if context.hit.surface.kinds <= wordlists.COUNTRIES:  # "the USSR Academy of Arts" names the country all the same
        others = [(cue, words) for cue, words in others if cue.side == "before"]
    others.sort(key=lambda item: item[0].kind)  # event, institution, street, word, work
    for cue, words in others:
        if cue.kind == "street" and "metro-station" in context.hit.surface.kinds and words in wordlists.METRO:
            return Reading("place", "likely", f"“{words}” {cue.side} it")
        if _is_misread(cue, words, context):
            continue
        if _binds(cue, context) and (cue.kind != "word" or word in wordlists.HOMONYMS):
            return Reading(cue.kind, "likely", f"“{words}” {cue.side} it")
    namesake = any(words in wordlists.NAMESAKES for _, words in context.found)
    if word.startswith(wordlists.TITLED) and not namesake and context.before.lower().endswith(wordlists.AFTERMATH):
        return Reading("event", "possible", "after words that speak of the battle")
    if word.startswith(wordlists.TITLED) and stands_for_a_battle(context):
        return Reading("event", "likely", "before words that speak of the battle")
    if word.startswith(wordlists.TITLED) and (title := title_of(context)):
        return Reading("work", "possible", title)
    return None


def _is_misread(cue: Cues, words: str, context: Context) -> bool:
    """
    Say whether a cue is no cue here: a namesake that a town can be, the English preposition "via" for the Italian word
    for a street, or the German "im" for the Polish word for a namesake.
    """
    surface = context.hit.surface
    if words in wordlists.NAMESAKES:
        return cue.kind == "institution" and surface.guard == ""
    if words == "via":
        return context.written in {entry.name.text for entry in surface.entries}
    return words == "im" and context.before.lower().endswith("im ") and "g" not in surface.cases


def _by_its_form(context: Context, word: str) -> Reading | None:
    """
    Say what a name is that is a part of a compound, has a number, stands in quotation marks, or has an adjective's
    case.
    """
    before, after = context.before, context.after
    if _STATION.match(after) or _IN_A_COMPOUND.search(before[-8:]):
        return Reading("street", "likely", "part of the name of a street or a station")
    compound = _COMPOUND.match(after) if after[:1] in _HYPHENS else None
    if compound is not None and compound[1].lower().startswith(wordlists.STREETISH):
        return Reading("street", "likely", "part of the name of a street")
    if compound is not None and not _joins(compound.group(1), context.index):
        kind: MentionKind = "person" if context.hit.surface.guard == "surname" else "adjective"
        return Reading(kind, "likely", "part of a compound")
    if compound is None and _NUMBERED.match(after):
        return Reading("institution", "likely", "a number after it, as of a camp or a works")
    named = before[-1:] in OPEN and after[:1] in CLOSE and not context.place and context.is_single
    if _is_quoted(context) and context.hit.surface.kinds <= wordlists.COUNTRIES:
        return Reading("institution", "likely", "a country in quotation marks, as a ship or a hotel is called")
    if named and _is_noun(_QUOTED_NOUN.search(before[-30:])):
        return Reading("institution", "likely", "in quotation marks after a noun")
    if (other := _club_or_man(context, word, named=named)) is not None:
        return other
    if _WOMAN.search(context.written):
        return Reading("person", "likely", "a woman's surname")
    if word.endswith(("ском", "цком")) and "-" not in context.written and _AT.search(before[-8:]):
        return Reading("adjective", "likely", "an adjective by its case")
    return None


def _club_or_man(context: Context, word: str, *, named: bool) -> Reading | None:
    """
    Say whether a name is that of a club beside another's, or a Czech or Slovak possessive: "Gottwaldova socha".
    """
    before, after, surfaces = context.before, context.after, context.index.surfaces
    rival = (_PLAYS.search(before[-60:]) or _PLAYED.match(after)) if named else None
    if rival is not None and fold(rival[1]) not in surfaces:
        return Reading("institution", "likely", "in quotation marks beside another, as clubs are called")
    genitive = _POSSESSIVE.search(context.written) and word.removesuffix("a") in surfaces
    if genitive and _OPENING.search(before[-3:]) and _SMALL.match(after):
        return Reading("person", "likely", "a possessive that begins a sentence")
    return None


def _is_noun(word: re.Match[str] | None) -> bool:
    """
    Say whether a word before quotation marks is likely a noun that says what they hold.
    """
    return word is not None and word[1].islower() and len(word[1]) > 3 and word[1] not in wordlists.PREPOSITIONS


def _guarded(context: Context) -> Reading:
    """
    Say what a name is that is a surname, an ordinary word or an adjective too.
    """
    surface = context.hit.surface
    other = _OTHER[surface.guard]
    if surface.guard == "adjective" and not surface.cases:
        return Reading("adjective", "likely", "an adjective made of the name")
    if surface.guard == "adjective" and "metro-station" in surface.kinds and _is_quoted(context):
        return Reading("place", "likely", "in quotation marks, as stations are")
    against = sign_of_a_person(context)
    if against:
        return Reading(other, "likely", against)
    for cue, words in context.found:
        if cue.kind == "place" and context.fits(cue):
            if words in wordlists.STREETS_OR_TOWN and _MORE_STREETS.match(context.after):
                return Reading("street", "likely", "the first in a list of streets")
            if words != "на" or not _BULGARIAN.search(context.before + context.after):
                return Reading("place", "likely", f"“{words}” {cue.side} it")
    reason = "" if surface.guard == "adjective" else sign_of_a_place(context)
    if reason:
        return Reading("place", "likely", reason)
    return Reading(other, "likely", "nothing beside it speaks for a place")


def _built(text: str, context: Context) -> Reading:
    """
    Say what the name of a street, a district or a building is: many towns have one of that name, so that it is likely
    only where few do and, for a name of several words, where what it lies in is named near.
    """
    hit, surfaces = context.hit, context.index.surfaces
    bearers = {entry.bearer.id: entry.bearer for entry in hit.surface.entries}
    if len(bearers) <= 6 and (" " not in text[hit.start : hit.end] or hit.surface.kinds.isdisjoint(wordlists.COMMON)):
        return Reading("place", "likely", "its name")
    if wordlists.FAMOUS.issuperset(bearers) and any(
        entry.bearer.label.startswith(entry.name.text) for entry in hit.surface.entries
    ):
        return Reading("place", "likely", "a name that is widely known")
    towns = {bearer.within for bearer in bearers.values() if isinstance(bearer, Place) and bearer.within}
    words = (fold(word) for word in TOKENS.findall(f"{context.before} {context.after}") if word[0].isupper())
    if towns and any(
        entry.bearer.id in towns for word in words if word in surfaces for entry in surfaces[word].entries
    ):
        return Reading("place", "likely", "the town that it lies in is near")
    if any(_is_renamed(bearer, context) for bearer in bearers.values()):
        return Reading("place", "likely", "another name of it is near")
    return Reading("place", "possible", "a name that many towns have")


def _is_renamed(bearer: Bearer, context: Context) -> bool:
    """
    Say whether another name of a bearer stands near, an East Slavic adjective in any case: "став Олександрівським".
    """
    near = f"{context.before} {context.after}".lower()
    own = context.written.lower().split()[0][:-2]
    firsts = {form.lower().split()[0] for name in bearer.names for forms in name.forms.values() for form in forms}
    renamed = (first[:-2] for first in firsts if first.endswith(_ADJECTIVAL) and not first.startswith(own))
    return any(stem in near for stem in renamed)


def _binds(cue: Cues, context: Context) -> bool:
    """
    Say whether a cue for something else than a place holds: it is not cut off, and a noun after the name belongs to an
    adjective or to a form that is like the base.
    """
    if cue.side == "before":
        return context.before[-1:] in _BINDING["before"]
    surface = context.hit.surface
    return context.after[:1] in _BINDING["after"] and (surface.guard == "adjective" or "n" in surface.cases)


def _is_quoted(context: Context) -> bool:
    """
    Say whether a name stands in quotation marks alone.
    """
    return context.before[-1:] in OPEN and context.after[:1] in CLOSE and context.before[-1:] != ""


def _joins(word: str, index: SurfaceIndex) -> bool:
    """
    Say whether a word after a hyphen leaves the place what it is: another place, or an adjective that tells it apart.
    """
    small = word.lower()
    return small.endswith(("ский", "ского", "ском", *wordlists.TOWNISH)) or small in index.firsts
