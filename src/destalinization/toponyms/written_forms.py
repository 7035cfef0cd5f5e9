"""
The forms of a name in which it can stand in a text: those of the data, exonyms, customary words, Latin spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .exonyms import exonyms
from .northern import adapted
from .romanise import romanise
from .spellings import Entry

LANGUAGE_OF_SCHEME = {
    "german": "de", "french": "fr", "polish": "pl", "czech": "cs", "hungarian": "hu", "romanian": "ro", "spanish": "es",
    "dutch": "nl",
}  # fmt: skip
_SCHEMES = ("bgn", "iso9", "popular", "german", "french", "polish", "czech", "hungarian", "romanian", "spanish")
_GERMAN = {"Oblast": (("Gebiet", "Gebiets", "Region"), ("Gebiet", "Oblast"))}
"""The words that German writes before the name of a region, and behind the adjective made of it."""
_NAMED = re.compile(r"(имени|імені|имя|імя|imeni|imienia|im)\b", re.IGNORECASE)


def forms_of(entry: Entry, language: str | None) -> Iterator[tuple[str, str, str]]:
    """
    Give the forms of a name in which it can stand in a text, each with the language whose rules inflect it, and the
    form of the data that it comes from.

    Args:
        entry: the name.
        language: keep only forms of this language.
    """
    written = [(entry.name.text, "en"), *((form, tag) for tag, forms in entry.name.forms.items() for form in forms)]
    written += exonyms(entry)
    seen: set[tuple[str, str]] = set()
    for form, tag in written:
        if _NAMED.match(form) or form.lower().startswith(("город ", "city of ", "місто ")):
            continue
        for made, own in ((form, tag), *_customary(form, tag), *latin_forms(form, tag), *adapted(form, tag)):
            if (language is None or own.partition("-")[0] == language) and (made, own) not in seen:
                seen.add((made, own))
                yield made, own, form


def _customary(form: str, tag: str) -> Iterator[tuple[str, str]]:
    """
    Give other orders and generic words in which German writes a region and English a region and a mountain.
    """
    generic, _, own = form.partition(" ")
    if tag == "de" and generic in ("Oblast", "Region", "Krai"):
        before, behind = _GERMAN.get(generic, (("Region",), ("Region",)))
        yield from ((f"{word} {own}", tag) for word in before)
        if own[-1:] not in "aeiou":
            yield from ((f"{own}er {word}", tag) for word in behind)
    own, _, generic = form.rpartition(" ")
    if tag == "en" and own and generic in ("Oblast", "Krai", "Okrug"):
        yield from ((f"{own} {word}", tag) for word in ("Territory", "Region", "Province"))
    if tag == "en" and own and generic == "Peak":
        yield from ((f"{word} {own}", tag) for word in ("Peak", "Peak of"))


def latin_forms(form: str, tag: str) -> Iterable[tuple[str, str]]:
    """
    Give the Latin spellings of a native form with the language whose custom they are.

    Args:
        form: the native form.
        tag: its language.
    """
    found = romanise(form, tag, only=_SCHEMES)
    return ((made, LANGUAGE_OF_SCHEME.get(scheme, "en")) for scheme, made in found)
