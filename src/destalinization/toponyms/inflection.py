"""
The forms that toponyms take in sentences: cases, and the adjectives made of them.

A row of a table is an ending and what stands in its place in the genitive, dative, accusative, instrumental and
locative, a dot standing for nothing and a bar between variants; the first row whose ending fits, the longest first, is
taken. The rules cover the endings that toponyms have, not the languages. Sources: the school grammars of each language;
Zaliznyak's classes for Russian. In other languages than these, a form stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from . import northern

CASES = "gdail"
"""Genitive, dative, accusative, instrumental, locative, a letter each; ``n`` is the form itself."""

ACRONYM = 4
"""Capital letters that a word has at most to count as an acronym, which is not inflected."""

PERSONAL = "p"
"""The instrumental of a surname, which towns called like one take after a generic word only: "городом Щербаковым"."""

RUSSIAN = """
ский   ского   скому   ский   ским    ском
цкий   цкого   цкому   цкий   цким    цком
ий     его     ему     ий     им      ем
ый     ого     ому     ый     ым      ом
ой     ого     ому     ой     ым      ом
ская   ской    ской    скую   ской    ской
цкая   цкой    цкой    цкую   цкой    цкой
ая     ой      ой      ую     ой      ой
ское   ского   скому   ское   ским    ском
цкое   цкого   цкому   цкое   цким    цком
ое     ого     ому     ое     ым      ом
ее     его     ему     ее     им      ем
ия     ии      ии      ию     ией     ии
ие     ия      ию      ие     ием     ии
ье     ья      ью      ье     ьем     ье
я      и       е       ю      ей      е
га     ги      ге      гу     гой     ге
ка     ки      ке      ку     кой     ке
ха     хи      хе      ху     хой     хе
жа     жи      же      жу     жей     же
ша     ши      ше      шу     шей     ше
ца     цы      це      цу     цей     це
а      ы       е       у      ой      е
ай     ая      аю      ай     аем     ае
ей     ея      ею      ей     еем     ее
поль   поля    полю    поль   полем   поле
авль   авля    авлю    авль   авлем   авле
мль    мля     млю     мль    млём|млем мле
ь      и       и       ь      ью      и
нец    нца     нцу     нец    нцом    нце
лец    льца    льцу    лец    льцом   льце
ец     ца      цу      ец     цом     це
рёл    рла     рлу     рёл    рлом    рле
ице    иц      ицам    ице    ицами   ицах
ы      .       ам      ы      ами     ах
ки     ок|ек   кам     ки     ками    ках
ж      жа      жу      ж      жем     же
ш      ша      шу      ш      шем|шом ше
ч      ча      чу      ч      чем     че
о      о|а     о|у     о      о|ом    о|е
"""
UKRAINIAN = """
ський  ського  ському  ський  ським   ському|ськім
цький  цького  цькому  цький  цьким   цькому|цькім
ий     ого     ому     ий     им      ому|ім
ська   ської   ській   ську   ською   ській
цька   цької   цькій   цьку   цькою   цькій
зька   зької   зькій   зьку   зькою   зькій
ське   ського  ському  ське   ським   ському|ськім
цьке   цького  цькому  цьке   цьким   цькому|цькім
не     ного    ному    не     ним     ному|нім
ве     вого|ва вому|ву ве     вим|вом вому|ві|вім
ський  ського  ському  ський  ським   ському
те     того    тому    те     тим     тому|тім
ке     кого    кому    ке     ким     кому|кім
ння    ння     нню     ння    нням    нні
ія     ії      ії      ію     ією     ії
га     ги      зі      гу     гою     зі
ка     ки      ці      ку     кою     ці
ца     ци      ці      цу     цою     ці
ща     щі      щі      щу     щею     щі
ця     ці      ці      цю     цею     ці
а      и       і       у      ою      і
я      і       і       ю      ею      і
ів     ова|ева ову|еву ів     овом|евом ові|еві
їв     єва     єву     їв     євом    єві
поль   поля    полю    поль   полем   полі
ль     ля      лю      ль     лем     лі
ь      і       і       ь      ю       і
рм     рмі     рмі     рм     рм'ю    рмі
твер   твері   твері   твер   твер'ю  твері
бург   бурга   бургу   бург   бургом  бурзі
ш      ша      шу      ш      шем     ші
ськ    ська    ську    ськ    ськом   ську
цьк    цька    цьку    цьк    цьком   цьку
ни     .       ам      ни     ами     ах
рай    раю     раю     рай    раєм    раї
о      а       у       о      ом      і
"""
BELARUSIAN = """
скі    скага   скаму   скі    скім    скім
цкі    цкага   цкаму   цкі    цкім    цкім
ы      ага     аму     ы      ым      ым
ская   скай    скай    скую   скай    скай
ск     ска     ску     ск     скам    ску
цк     цка     цку     цк     цкам    цку
град   града   граду   град   градам  градзе
рад    рада    раду    рад    радам   радзе
ка     кі      цы      ку     кай     цы
а      ы       е       у      ай      е
ь      я       ю       ь      ем      і
"""
POLISH = """
ród    rodu    rodowi  ród    rodem   rodzie
grad   gradu   gradowi grad   gradem  gradzie
bad    badu    badowi  bad    badem   badzie
stadt  stadtu  stadtowi stadt stadtem stadcie
ów     owa     owowi   ów     owem    owie
w      wa      wowi    w      wem     wie
ski    skiego  skiemu  ski    skim    skim
cki    ckiego  ckiemu  cki    ckim    ckim
dzki   dzkiego dzkiemu dzki   dzkim   dzkim
ek     ku|ka   kowi    ek     kiem    ku
iec    ca      cowi    iec    cem     cu
ec     ca      cowi    ec     cem     cu
sk     ska     skowi   sk     skiem   sku
ck     cka     ckowi   ck     ckiem   cku
ice    ic      icom    ice    icami   icach
y      .       om      y      ami     ach
sz     sza     szowi   sz     szem    szu
cz     cza     czowi   cz     czem    czu
ch     chu     chowi   ch     chem    chu
ń      nia     niowi   ń      niem    niu
l      la      lowi    l      lem     lu
ł      łu      łowi    ł      łem     le
n      na|nu   nowi    n      nem     nie
r      ru|ra   rowi    r      rem     rze
t      tu      towi    t      tem     cie
d      du      dowi    d      dem     dzie
k      ka      kowi    k      kiem    ku
g      ga|gu   gowi    g      giem    gu
j      ja      jowi    j      jem     ju
ia     ii      ii      ię     ią      ii
ja     ji      ji      ję     ją      ji
ga     gi      dze     gę     gą      dze
ka     ki      ce      kę     ką      ce
ra     ry      rze     rę     rą      rze
ta     ty      cie     tę     tą      cie
da     dy      dzie    dę     dą      dzie
ła     ły      le      łę     łą      le
la     li      li      lę     lą      li
nia    ni      ni      nię    nią     ni
na     ny      nie     nę     ną      nie
wa     wy      wie     wę     wą      wie
a      y       ie      ę      ą       ie
o      a       u       o      em      ie
"""
CZECH = """
ov     ova     ovu     ov     ovem    ově
ín     ína     ínu     ín     ínem    íně
grad   gradu   gradu   grad   gradem  gradu|gradě
sk     sku|ska sku     sk     skem    sku
ice    ic      icím    ice    icemi   icích
blast  blasti  blasti  blast  blastí  blasti
mestie mestia  mestiu  mestie mestím  mestí
ec     ce      ci      ec     cem     ci
ský    ského   skému   ský    ským    ském
á      é       é       ou     ou      é
ka     ky      ce      ku     kou     ce
a      y       ě       u      ou      ě
o      a       u       o      em      u|ě
"""
BULGARIAN = """
ски    ския|ският ския ския   ския    ския
цки    цкия|цкият цкия цкия   цкия    цкия
"""
HUNGARIAN_SUFFIXES = """
ban ben ba be ból ből nak nek on en ön ra re ról ről hoz hez höz tól től nál nél t at et ot ig ért
val vel vá vé ként beli
"""
SUFFIXES: dict[str, tuple[tuple[str, tuple[str, ...], str, str], ...]] = {
    "de": (("", ("s", "x", "z", "ß"), "s", "g"),),
    "ro": (("", tuple("aeiouăâî"), "ul", "n"), ("", tuple("aeiouăâî"), "ului", "g")),
    "ka": (("ი", (), "ის ში ს იდან ზე ით მა", "l"),),
    "hy": (("", (), "ում ի ից ը ն ով", "l"),),
    "sq": (("ë", (), "a ës ën", "g"), ("", tuple("aeiouë"), "i it in", "g")),
    "hr": (("", tuple("aeiou"), "a u om", "g"),),
    "sl": (("", tuple("aeiou"), "a u om", "g"),),
    "sr": (("", tuple("аеиоу"), "а у ом", "g"),),
}
"""For languages that add endings: the ending that gives way, endings that take none, what is added, and the case."""

GERMAN_ADJECTIVE = (("stadt", "städter"), ("", "er"))
CONSONANTS = {
    "ru": "а у . ом е",
    "uk": "а|у у|ові . ом і|у|ові",
    "be": "а у . ам е",
    "bg": ". . . . .",
    "pl": "u|a owi . em ie",
    "cs": "u|a u . em u|ě",
    "sk": "u|a u . om e",
}
"""What a form that ends in a consonant takes, where no row of its language fits."""

TABLES = {"ru": RUSSIAN, "uk": UKRAINIAN, "be": BELARUSIAN, "bg": BULGARIAN, "pl": POLISH, "cs": CZECH, "sk": CZECH}
ADJECTIVAL = (
    *("ий", "ый", "ой", "ая", "ое", "ее", "ські", "ька", "ьке", "ский", "скі", "цкі", "ски", "цки"),
    *("ski", "ská", "ský", "ské"),
)
"""How Slavic adjectives in names end."""

VOWELS = "аеёиоуыэюяіїєўйьaeiouyáéíóúýąęěůäöü"

ADJECTIVES = {
    "ru": ("ск", "ий ого ому им ом ая ой ую ое ие их ими"),
    "uk": ("ськ", "ий ого ому им ім а ої ій у ою е і их ими"),
    "be": ("ск", "і ага аму ім ая ай ую ае ія іх імі"),
    "bg": ("ск", "и ият ия а ата о ото ите"),
    "pl": ("sk", "i iego iemu im a iej ą ie ich imi"),
    "cs": ("sk", "ý ého ému ým ém á é ou í ých ými"),
}
"""The suffix of an adjective made of a toponym, and its endings."""


class Inflected(NamedTuple):
    """
    A form as it stands in a sentence.

    Attributes:
        form: the form.
        cases: the cases that it can be, a letter each.
    """

    form: str
    cases: str


def inflect(form: str, language: str) -> list[Inflected]:
    """
    Give the forms that a toponym takes in sentences, itself first.

    In a name of several words, the adjectives before the first noun and that noun are inflected, what follows is not.

    Args:
        form: the name, in the nominative.
        language: its language's tag.

    >>> [found.form for found in inflect("Сталинград", "ru")]
    ['Сталинград', 'Сталинграда', 'Сталинграду', 'Сталинградом', 'Сталинграде']
    >>> [found.form for found in inflect("Сталинская область", "ru")][1]
    'Сталинской области'
    """
    found: dict[str, str] = {form: "n"}
    for case, variants in zip(CASES, _paradigm(form, language.partition("-")[0]), strict=False):
        for variant in variants:
            found[variant] = found.get(variant, "") + case
    for suffixed, case in _suffixed(form, language):
        found.setdefault(suffixed, case)
    return [Inflected(text, cases) for text, cases in found.items()]


def adjectives(form: str, language: str) -> Iterator[str]:
    """
    Give the adjectives made of a toponym of one word.

    Args:
        form: the name, in the nominative.
        language: its language's tag.

    >>> list(adjectives("Сталинград", "ru"))[:2], list(adjectives("Stalinstadt", "de"))
    (['сталинградский', 'сталинградского'], ['Stalinstädter'])
    """
    if " " in form or len(form) < 4:
        return
    if language == "de":
        ending, adjective = next(pair for pair in GERMAN_ADJECTIVE if form.endswith(pair[0]))
        yield form[: len(form) - len(ending)] + adjective
        return
    if language == "hu":
        yield f"{form}i"
    if language not in ADJECTIVES:
        return
    suffix, endings = ADJECTIVES[language]
    stem = form.lower().rstrip("аяоеёиыйіїєaeiouyě")
    stem = stem if stem.endswith("ль") else stem.rstrip("ь")
    if language == "pl" and stem.endswith("d"):
        suffix = "zk"
    soft = suffix.replace("с", "ц").replace("s", "c")
    stem = stem.removesuffix(suffix).removesuffix(soft) + (soft if stem.endswith(soft) else suffix)
    for ending in endings.split():
        yield stem + ending


@cache
def _rows(language: str) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """
    Read the table of a language, the longest endings first.
    """
    rows = [line.split() for line in TABLES[language].strip().splitlines()]
    read = [(row[0], tuple(tuple(cell.replace(".", "").split("|")) for cell in row[1:])) for row in rows]
    return tuple(sorted(read, key=lambda row: -len(row[0])))


def _paradigm(form: str, language: str) -> list[list[str]]:
    """
    Give the five cases of a form, each with its variants; nothing for a language without a table.
    """
    if language not in TABLES:
        return []
    words = form.split(" ")
    number = 0
    while number < len(words) - 1 and _is_adjective(words[number]):
        number += 1
    while (
        language == "pl" and number < len(words) - 1 and words[number + 1].endswith(("ski", "cki", "dzki", "ny", "wy"))
    ):
        number += 1
    inflected = [_cases(word, language) for word in words[: number + 1]]
    tail = words[number + 1 :]
    return [
        [" ".join([*combined, *tail]) for combined in zip(*_even(variants), strict=True)]
        for variants in zip(*inflected, strict=True)
    ]


def _even(variants: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """
    Bring the variants of several words to one number, by repeating the last.
    """
    most = max(map(len, variants))
    return [(*found, *[found[-1]] * (most - len(found))) for found in variants]


def _cases(word: str, language: str) -> list[tuple[str, ...]]:
    """
    Give the five cases of a word.
    """
    small = word.lower()
    if word.isupper() and len(word) <= ACRONYM:
        return [(word,)] * 5
    first, hyphen, second = word.rpartition("-")
    if hyphen and _is_adjective(second):
        pairs = zip(_cases(first, language), _cases(second, language), strict=True)
        return [tuple("-".join(both) for both in zip(*_even(found), strict=True)) for found in pairs]
    for ending, cells in _rows(language):
        if small.endswith(ending) and len(small) > len(ending):
            stem = word[: len(word) - len(ending)]
            return [tuple(stem + _like(cell, word) for cell in cells_of_case) for cells_of_case in cells]
    if small[-1:] in VOWELS or not small[-1:].isalpha():
        return [(word,)] * 5
    cells_text = CONSONANTS[language].split()
    return [tuple(word + _like(cell.strip("."), word) for cell in text.split("|")) for text in cells_text]


def _like(ending: str, word: str) -> str:
    """
    Write an ending in capitals where the word is.
    """
    return ending.upper() if len(word) > 1 and word.isupper() else ending


def _is_adjective(word: str) -> bool:
    """
    Say whether a word before another looks like a Slavic adjective.
    """
    return word.lower().endswith(ADJECTIVAL)


def _suffixed(form: str, language: str) -> Iterator[tuple[str, str]]:
    """
    Give the forms of languages that add endings and change little else, and what the tables leave out.
    """
    if language == "hu" and form[-1:].isalpha():
        stem = {"a": form[:-1] + "á", "e": form[:-1] + "é"}.get(form[-1], form)
        for suffix in (*HUNGARIAN_SUFFIXES.split(), *(form[-1] + ending for ending in ("al", "el", "á", "é"))):
            yield stem + suffix, "l"
    elif language in ("ru", "uk") and form.lower().endswith(("ов", "ев", "ёв", "ин", "ын", "ін")):
        yield form + _like("ым" if language == "ru" else "им", form), PERSONAL
    elif language == "ro" and form.startswith("Orașul "):
        yield "Orașului " + form.removeprefix("Orașul "), "g"
    for ending, closed, suffixes, case in (*SUFFIXES.get(language, ()), *northern.ENDINGS.get(language, ())):
        if (
            form
            and (" " not in form or language in northern.ENDINGS)
            and form.endswith(ending)
            and not form.endswith(closed)
        ):
            for suffix in suffixes.split():
                yield form.removesuffix(ending) + suffix, case
