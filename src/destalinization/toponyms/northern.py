"""
How Lithuanian, Latvian, Estonian and Finnish write Russian toponyms, and the endings that these take in sentences.

Lithuanian and Latvian give a town its gender by an ending ("Norilskas", "Noriļska"), and inflect that; Estonian and
Finnish add their endings to the name as it is. Folding drops accents, so that they need not be exact here. Sources: the
school grammars of each language, and the custom of their encyclopedias.
"""

from __future__ import annotations

from collections.abc import Iterator

from .romanise import romanise

TOWNS = ("sk", "ck", "grad", "bad")
"""How names of towns end, in Latin letters, that take the ending of a gender."""

_CONSONANTS = tuple("bcdfghjklmnpqrstvwxzšž")
_VOWELS = tuple("aeiouyõäöü")

ENDINGS: dict[str, tuple[tuple[str, tuple[str, ...], str, str], ...]] = {
    "lt": (
        ("as", (), "o ui ą u e", "l"),
        ("a", (), "os ai ą oje", "l"),
        ("ė", (), "ės ei ę e ėje", "l"),
    ),
    "lv": (("a", (), "as ai u ā", "l"), ("e", (), "es ei i ē", "l"), ("s", ("as", "es"), "a am u ā", "l")),
    "et": (
        ("", _VOWELS, "i is ist isse ile il ilt iga iks ini", "l"),
        ("", _CONSONANTS, "s st sse le l lt ga ks ni", "l"),
        ("Liit", (), "Liidu Liidus Liidust Liitu Liiduga Liidule Liidult", "l"),
    ),
    "fi": (
        ("", _VOWELS, "in issa ista iin illa ilta ille iksi", "l"),
        ("", _CONSONANTS, "n ssa ssä sta stä an än lla llä lta ltä lle ksi", "l"),
    ),
}
"""By language: the ending that gives way, endings that take none, what is added, and the case."""


def adapted(form: str, tag: str) -> Iterator[tuple[str, str]]:
    """
    Give the forms of a Russian name of one word in the languages of the north, each with the language's tag.

    Args:
        form: the name, in the nominative.
        tag: its language's tag.

    >>> list(adapted("Норильск", "ru"))
    [('Norilskas', 'lt'), ('Norilska', 'lv'), ('Norilsk', 'et'), ('Norilsk', 'fi')]
    >>> list(adapted("Пермь", "ru"))[:2]
    [('Permė', 'lt'), ('Perma', 'lv')]
    """
    if tag != "ru" or not form.isalpha() or form.isupper():
        return
    latin = next(made for _, made in romanise(form, tag, only=("scholarly",)))
    if form.endswith("ь"):
        yield latin.replace("x", "ch") + "ė", "lt"
    elif latin.endswith(TOWNS):
        yield latin.replace("x", "ch") + "as", "lt"
    if form.endswith("ь") or latin.endswith(TOWNS):
        yield latin.replace("x", "h") + "a", "lv"
    if not (form.endswith("ь") or latin.endswith((*TOWNS, *_VOWELS))):
        return
    plain = latin.replace("c", "ts").replace("x", "h")
    yield from ((plain, "et"), (plain, "fi"))
