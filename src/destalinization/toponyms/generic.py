"""
Generic words around names: "g. Stalino", "city of Perm", "район". They are understood, not matched.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..folding import fold

WORDS = {
    "settlement": """
        city town village settlement g gor gorod гор г город пос посёлок пгт с село ст станица poselok posyolok pgt selo
        м місто misto смт селище selyshche град grad гр шаҳр shahr ქალაქი kalaki stadt ville miasto wieś oraș orașul
        oras orasul város qyteti město
    """,
    "region": """
        oblast obl область обл край krai kray region province voivodeship województwo okrug округ regiunea gebiet
        вилоят viloyat okręg megye
    """,
    "district": """
        raion rayon rajon район рн р-н district county ноҳия nohiya rejon okres járás kreis
    """,
    "street": """
        street avenue boulevard ul ulica ulitsa улица ул вулиця вул vulytsia straße strasse str allee prospekt проспект
        просп пр rue strada út utca bulevardul ulice
    """,
    "square": "square ploshchad площадь площа пл plac platz piața tér náměstí",
    "mountain": "mount mt peak pik пик гора gora қулла qulla vrch връх vrah",
    "works": "works plant factory zavod завод комбинат kombinat фабрика werk huta kombinát",
    "named": "im imeni им имени імені imienia named after",
}
"""The words of each class; they are folded before they are compared."""

KINDS = {
    "settlement": {"city", "town", "urban-settlement", "village", "neighbourhood"},
    "region": {"region", "republic"},
    "district": {"district"},
    "street": {"street"},
    "square": {"square"},
    "mountain": {"mountain"},
    "works": {"factory", "company"},
}
"""The kinds of bearer that the words of a class speak of; a class that is not here may be of any kind."""

_CLASS_OF = {fold(word): name for name, words in WORDS.items() for word in words.split()}
_LINKS = {"of", "the", "de", "von", "d"}
_TOKENS = re.compile(r"[^\s.,]+")


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
    words = [fold(word) for word in _TOKENS.findall(text)]
    kept = [word for word in words if word and word not in _CLASS_OF]
    if len(kept) < len(words):
        kept = [word for word in kept if word not in _LINKS] or kept
    if not kept:
        return Parsed(fold(text), frozenset())
    return Parsed("".join(kept), frozenset(_CLASS_OF[word] for word in words if word in _CLASS_OF))
