"""
Generic words around names: "g. Stalino", "city of Perm", "район". They are understood, not matched.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ..folding import fold

WORDS = {
    "settlement": """
        city town village settlement g gor gorod гор г город пос посёлок пгт с село ст станица poselok posyolok pgt selo
        м місто misto смт селище selyshche град grad гр шаҳр шаҳри shahr shahri ქალაქი kalaki stadt ville miasto wieś
        oraș orașul oras orasul város qyteti město
    """,
    "oblast": "oblast obl область обл вилоят viloyat",
    "krai": "krai kray край",
    "okrug": "okrug округ окръг okręg",
    "voivodeship": "voivodeship województwo",
    "region": "region province regiunea gebiet megye",
    "district": """
        raion rayon rajon район рн р-н district county ноҳия nohiya rejon okres járás kreis
    """,
    "street": """
        street avenue boulevard ul ulica ulitsa улица ул вулиця вул vulytsia straße strasse str allee prospekt проспект
        просп пр rue strada út utca bulevardul ulice
    """,
    "square": "square ploshchad площадь площа пл plac platz piața tér náměstí",
    "mountain": "mount mt peak pik пик гора gora қулла қуллаи qulla qullai vrch връх vrah pic pico vârful vârf gipfel",
    "works": "works plant factory zavod завод комбинат kombinat фабрика werk huta kombinát",
    "named": "im imeni им имени імені imienia named after",
}
"""The words of each class; they are folded before they are compared."""

KINDS = {
    "settlement": {"city", "town", "urban-settlement", "village", "settlement", "neighbourhood"},
    **{name: {"region", "republic"} for name in ("oblast", "krai", "okrug", "voivodeship", "region")},
    "district": {"district"},
    "street": {"street"},
    "square": {"square"},
    "mountain": {"mountain"},
    "works": {"factory", "company"},
}
"""The kinds of bearer that the words of a class speak of; a class that is not here may be of any kind."""

WIDER = {"region": {"oblast", "krai", "okrug", "voivodeship", "region"}}
"""The classes that a class stands for besides itself."""

_LINKS = {"of", "the", "de", "von", "d"}


@cache
def generic_words() -> dict[str, str]:
    """
    Give the class of each generic word, folded.
    """
    return {fold(word): name for name, words in WORDS.items() for word in words.split()}


class Parsed(NamedTuple):
    """
    A text without its generic words.

    Attributes:
        core: what is left, folded.
        classes: the classes of the words that were taken away.
    """

    core: str
    classes: frozenset[str]


def parse(text: str) -> Parsed:
    """
    Take the generic words out of a text.

    Args:
        text: a name, perhaps with words such as "city of" or "обл."

    Returns:
        The folded rest and the classes of what was taken away; where nothing else is there, the text is all name.

    >>> parse("g. Stalino"), parse("Orel")
    (Parsed(core='stalino', classes=frozenset({'settlement'})), Parsed(core='orel', classes=frozenset()))
    """
    return parted(text) or Parsed(fold(text), frozenset())


def parted(text: str) -> Parsed | None:
    """
    Take the generic words out of a text, or give None where it has none, or nothing else.

    Args:
        text: a name, perhaps with words such as "city of" or "обл."

    >>> parted("city of Perm"), parted("Novo Orel")
    (Parsed(core='perm', classes=frozenset({'settlement'})), None)
    """
    if "." not in text and len(text.split()) < 2:
        return None
    known = generic_words()
    words = [fold(word) for word in text.replace(".", " ").replace(",", " ").split()]
    classes = frozenset([known[word] for word in words if word in known])
    if not classes:
        return None
    rest = [word for word in words if word not in known]
    core = "".join([word for word in rest if word not in _LINKS]) or "".join(rest)
    return Parsed(core, classes) if core else None


@cache
def meant(classes: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """
    Give the classes of words that some classes of words stand for, and the kinds of bearer that they speak of.

    Args:
        classes: the classes of the words that were taken out of a text.

    >>> sorted(meant(frozenset({"square"})))
    [frozenset({'square'}), frozenset({'square'})]
    """
    wider = classes.union(*(WIDER.get(name, ()) for name in classes))
    return wider, frozenset().union(*(KINDS.get(name, ()) for name in classes))
