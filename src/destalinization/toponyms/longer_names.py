"""
Longer names that a name stands in: titles of works, English names of institutions, lists of streets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import wordlists
from .contexts import CAPITAL, CLOSE, OPEN, TOKENS, Context, Reading

if TYPE_CHECKING:
    from .mention_kinds import MentionKind

_BETWEEN = (", ", " и ", " й ", " і ", " та ", " and ", " und ", " i ", " a ")
_ITEM = rf"{CAPITAL}[\w-]+(?: \([^()]{{1,30}}\))?(?:{'|'.join(_BETWEEN)})"
_ITEMS = re.compile(rf"(?<!\w)(?:{_ITEM}){{1,8}}$")
_TITLE = re.compile(
    r": (?:The|A|An|Der|Die|Das|Le|La)\b| \((?:194[39]|1989|199\d|20[0-3]\d)\)| ?/ ?Stalingrad|"
    r" \(?(?:19|20)\d\d film| by [A-Z]\w+ [A-Z]"
)
_LIES_IN = (" in ", " nach ", " в ", " под ", " у ", " w ", " v ", " à ")
"""Prepositions before a town, not before a title that stands without quotation marks."""
_OWNER = re.compile(r"[^\W\d_a-z][a-z]+['’]s (?:new |great |first |own )?[\"“‘]?$")
_LONGER = re.compile(
    r"(?: (?:[A-Z]\w+|and|of|de)){0,4} (Works|Plant|Factory|Mill|Mine|Institute|University|Academy|Museum|Theatre|"
    r"Theater|Railway|Front|Army|Division|Seaport|Offensive|Operation|Campaign|Prize|Federation|Ministry|Committee|"
    r"Council|People['’]s Republic|Olympics|Trials?|Treaty|Declaration|Armistice|Conservatory|Conservatoire|"
    r"Philharmonic|Orchestra|Choir|Circus|Zoo|Times|News|Gazette|Airport|Society|College|School|Hospital|Library|Bank|"
    r"Cathedral|Monastery|Synagogue|Basin|Diocese|Garrison|Flotilla|Corps|Regiment|Battalion|Embankment|Uprising)\b"
)
_BODY = re.compile(
    r"(?:Ministry|Council|Committee|Commission|Academy|Orchestra|Choir|Bank|Union|Federation|Prizes?|"
    r"Ministère|Académie|Conseil|Comité)"
    r"(?: (?:of|for|and|the|de|des|du|[A-Z]\w+|[a-zé]+))"
    r"{0,4} (?:of (?:the )?|de l['’]|de la |du )(?:Republic of )?$|"
    r"\b(?:[Pp]arti|[Pp]artido|[Pp]artito|Partidului|Partidul) [Cc]om+unist[eao]? (?:de l['’]|del?l?(?:a |['’]| ))$|"
    r"\bPartei (?:der|des) $|"
    r"\b[A-ZÄÖÜ]\w*(?:verband(?:e?s)?|rat(?:e?s)?|ministeriums?|akademie|komitees?) (?:der|des) $"
)
_SLAVIC_BODY = re.compile(
    r"(?<!\w)(?:министерств|міністерств|міністэрств|академи[еийюя]|академі|комитет|комітет|камітэт|комисси[еийюя]|"
    r"комісі|прокуратур|агентств|федераци[еийюя]|федераці|народн\w+ комиссариат|ministerst|akademi|komitet|"
    r"komisaria|komissaria)\w*(?: (?!(?:в|во|на|из|с|о|об|для|у|при|по|за|к|та|і|i|v|ve|w|we|na|z|ze|o|a|do) )"
    r"[^\W\d_]+){0,3} (?:Республики |Республіки )?$",
    re.IGNORECASE,
)
_TREATY = re.compile(
    r"(?:[Дд]оговор|[Пп]акт|[Тт]рактат|[Сс]оглашени|[Uu]mow|[Pp]akt|[Ss]mlouv|[Tt]reaty|[Pp]act)\w* (?:о|про|o|of|on) "
    r"[^.,;:]{3,40} (?:между|між|pomiędzy|między|mezi|medzi|between) (?:\w+ (?:и|і|та|a|i|and) )?(?:the )?$"
)
_OWN_REPUBLIC = re.compile(r" (?:Народн|народн)\w+ (?:Респ|респ)")
_COMMUNITY = re.compile(r" (?:(?:міськ|сільськ|селищн|територіальн)\w+ ){0,2}громад(?:а|и|і|у|ою)\b")
_STREET_OF_HEROES = re.compile(
    r"(?:(?<!\w)(?:улиц|вулиц|вуліц|проспект|праспект|площ|плошч|бульвар|набережн|сквер|парк|шоссе|ul\b|ulic|alej|plac|"
    r"rond|most|náměst|námest|nábřež|nábrež|tříd|tried)\w*|(?<!\w)(?:ул|пр|просп|пл|вул|ul|al|pl|nám|tř)\.)\s\w+ $",
    re.IGNORECASE,
)
_HEROES = (
    *("героев ", "героїв ", "герояў ", "защитников ", "захисників ", "абаронцаў ", "обороны ", "оборони "),
    *("битвы ", "битви ", "bohaterów ", "obrońców ", "hrdinů ", "hrdinov ", "obránců ", "obrancov ", "obrany "),
)
"""What a street is called after, before the name of a town."""
_AS_A_BATTLE = re.compile(
    r" (?:cost the|(?:был[аои]?|стал[аои]?|означал|був|став|означав|był|stał się|oznaczał|byl|bol|znamenal|stal sa|"
    r"se stal|was|became|marked|war|wurde|brachte|bedeutete) (?:[^\W\d_]+ ){0,2}(?:перелом|поворотн|катастроф|"
    r"квинтэссенц|переломн|поразк|поражени|przełom|punkt\w* zwrotn|klęsk|katastrof|kwintesenc|zlom|přelom|prelom|obrat|"
    r"porážk|turning|disaster|catastrophe|watershed|Wende|Katastrophe))"
)
_IS_A_WORK = re.compile(
    r"[ \u00a0]?[»“”\"]?(?: \([^()]{1,40}\))?[ \u00a0][-–—][ \u00a0](?:(?:это|це|to|je) )?(?:[^\W\d_][\w-]* ){0,3}"
    r"(?:роман|фильм|фільм|драма|повесть|поэма|эпопея|кинофильм|художественный фильм|film|drama|powieść|román|kniha)\b"
)
_WORKS_NEAR = re.compile(r"\b(?:фильм|роман|книг|опубликован|издан|картин|сериал|повест|пьес)", re.IGNORECASE)
_INITIALED = re.compile(rf"(?<!\w){CAPITAL}{{2,5}}(?:\(\w\))? $")
_QUOTATION_MARKS = re.compile('[«»„“”"]')
_GOES_ON = (" ", ".", ",", ":")
_CLOSED = re.compile(r"[^«»„“”\"]{0,60}[»“”\"]")


def in_a_longer_name(context: Context) -> Reading | None:
    """
    Say whether a name stands in a longer one: an English one of capitals that ends in "Works" or the like, the title of
    a work in quotation marks, an institution of a country by its initials, or a list of streets.
    """
    before, after = context.before, context.after
    if (longer := _LONGER.match(after)) is not None:
        kind: MentionKind = "event" if longer[1] in wordlists.OPERATIONS else "institution"
        return Reading(kind, "likely", f"part of a name that ends in “{longer[1]}”")
    if _OWN_REPUBLIC.match(after):
        return Reading("institution", "likely", "part of the name of a republic of its own")
    if "громад" in after and _COMMUNITY.match(after):
        return Reading("adjective", "likely", "the adjective of a community")
    if context.hit.surface.kinds <= wordlists.COUNTRIES and _of_a_body(before):
        return Reading("institution", "likely", "the country in the name of a body")
    if context.hit.surface.kinds <= wordlists.COUNTRIES and _TREATY.search(before[-100:]):
        return Reading("event", "likely", "a party to a treaty, in its name")
    if context.hit.surface.guard == "acronym" and _INITIALED.search(before[-12:]):
        return Reading("institution", "likely", "behind the initials of an institution")
    quoted = _quoted(before)
    if quoted is not None and (quoted[1] or after[:1] in _GOES_ON):
        near = {word.lower() for word in TOKENS.findall(quoted[0])}
        if not wordlists.WORKISH.isdisjoint(near) and _CLOSED.match(after):
            return Reading("work", "likely", "in a title")
    return _of_a_street(before)


def _of_a_street(before: str) -> Reading | None:
    """
    Say whether the words before a name make a street of it: one of heroes or defenders, or a list of streets.
    """
    items = items_in(before)
    if items is not None and before[: items.start()].lower().endswith(wordlists.STREETS):
        return Reading("street", "likely", "in a list of streets")
    if before[-12:].lower().endswith(_HEROES) and _STREET_OF_HEROES.search(before[-50:]):
        return Reading("street", "likely", "part of the name of a street")
    return None


def items_in(before: str) -> re.Match[str] | None:
    """
    Find the items of a list that a name goes on.

    Args:
        before: the text before the name.
    """
    return _ITEMS.search(before) if before.removesuffix("\n").endswith(_BETWEEN) else None


def _quoted(before: str) -> tuple[str, str] | None:
    """
    Give up to seventy signs in front of the quotation that is open before a name, and up to sixty of its own.
    """
    marks = [mark.start() for mark in _QUOTATION_MARKS.finditer(before)]
    if not marks or before[marks[-1]] not in OPEN or len(before.removesuffix("\n")) - marks[-1] > 61:
        return None
    front = max(marks[-1] - 70, marks[-2] + 1 if len(marks) > 1 else 0)
    return before[front : marks[-1]], before[marks[-1] + 1 :]


def _of_a_body(before: str) -> bool:
    """
    Say whether the words before a country's name are those of a body of it.
    """
    last = before[-40:].lower().rstrip(" \u00a0\n")
    bare = last.rstrip(")")
    return (
        any(bare.endswith(body) and not bare[: -len(body)][-1:].isalpha() for body in wordlists.BODIES)
        or _BODY.search(before[-80:]) is not None
        or _SLAVIC_BODY.search(before[-80:]) is not None
    )


def stands_for_a_battle(context: Context) -> bool:
    """
    Say whether what follows a name that a battle is called by speaks of what it brought: "Stalingrad was a disaster".
    """
    return not context.place and _AS_A_BATTLE.match(context.after) is not None


def title_of(context: Context) -> str:
    """
    Say why a name that works are called by is a title, or give an empty text.
    """
    before, after = context.before[-80:], context.after[:80]
    quoted = before[-1:] in OPEN and after[:1] in CLOSE
    if _IS_A_WORK.match(after):
        return "what follows says that it is a work"
    if (
        context.place not in wordlists.GENERIC
        and not before.endswith(_LIES_IN)
        and any(author in (before + after).lower() for author in wordlists.AUTHORS)
    ):
        return "an author of a work of this name is near"
    if before.rstrip()[-1:] in OPEN and context.place.startswith("назван") and _WORKS_NEAR.search(before):
        return "a work is called so"
    if context.place or "n" not in context.hit.surface.cases:
        return ""
    if quoted:
        return "it stands in quotation marks"
    if (_TITLE.match(after) and not context.is_named_otherwise) or _OWNER.search(before[-40:]):
        return "it is written like a title"
    words = [word.lower() for word in TOKENS.findall(before[-60:])] or [""]
    near = {*words, *(word.lower() for word in TOKENS.findall(after[:60]))}
    if words[-1] not in wordlists.PREPOSITIONS and not wordlists.WORKISH.isdisjoint(near):
        return "a word for a work is near"
    return ""
