"""
What Russian names are called in other Slavic languages, by the rules by which these take them over.

The data have the forms that their sources give. A name that has a Russian form there, but none in Ukrainian, Bulgarian
or Czech, is written in these by rule. For Ukrainian these are the rules of the orthography, § 109 in its edition of
2012 (http://spelling.ulif.org.ua/ptr_4.htm), for letters and for -ск and -цк; Bulgarian and Czech give adjectives
their own endings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .romanise import romanise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .spellings import Entry

KINDS = frozenset(["city", "country", "mountain", "region", "republic", "river", "town", "urban-settlement"])
"""Kinds of bearers that texts in other languages name."""

_UKRAINIAN = (
    (r"(?<=[гжз])ск(?=(?:ая|ий|ое)\b)", "зьк"),
    (r"(?<=[кцч])ск(?=(?:ая|ий|ое)\b)", "цьк"),
    (r"[гж](?=зьк)|[кч](?=цьк)", ""),
    (r"([сц])к(?=ий\b|ая\b|ое\b|$)", r"\1ьк"),
    (r"ий\b", "ЙЙ"),
    (r"ая\b", "а"),
    (r"ое\b", "е"),
    (r"(?<=[жшчщц])и(?=[бвгджзклмнпрстфхцчшщ])", "ИИ"),
    (r"(?<=[бвжмпрчшщ])ь\b", ""),
    (r"(?<=[жчшщ])ё", "о"),
    (r"(?<=[бвгдзклмнпрстфхц])ё", "ьо"),
    (r"ё", "йо"),
    (r"и", "і"),
    (r"И(?!И)", "І"),
    (r"ы", "и"),
    (r"э", "е"),
    (r"Э", "Е"),
    (r"ъ", "’"),
    (r"ІІ|ИІ|ИИ", "и"),
    (r"ЙЙ", "ий"),
    (r"(?<=[аеиоуяюєїі])е|\bе", "є"),
    (r"\bЕ", "Є"),
)
_BULGARIAN = (
    (r"ая\b", "а"),
    (r"ий\b", "и"),
    (r"[оы]й\b", ""),
    (r"ь\b", ""),
    (r"ы", "и"),
    (r"э", "е"),
    (r"Э", "Е"),
    (r"ё", "ьо"),
)


def exonyms(entry: Entry) -> Iterator[tuple[str, str]]:
    """
    Give what a name of which the data have but a Russian form is called in other languages, each with its tag.

    Args:
        entry: the name.

    >>> import destalinization as ds
    >>> from destalinization.toponyms.spellings import entries_of
    >>> list(exonyms(list(entries_of(ds.places["tver-oblast"]))[0]))
    [('Калінінська область', 'uk'), ('Калининска област', 'bg'), ('Kalininská oblast', 'cs')]
    """
    known = {tag.partition("-")[0] for tag in entry.name.forms}
    if entry.bearer.kind not in KINDS:
        return
    for form in entry.name.forms.get("ru", ()):
        if form.isupper():
            continue
        for tag, rules in (("uk", _UKRAINIAN), ("bg", _BULGARIAN)):
            made = _by_rules(form, rules)
            if tag not in known and (made != form or tag == "uk"):
                yield made, tag
        if "cs" not in known and form.endswith(("ская область", "цкая область")):
            for _, made in romanise(form.removesuffix("ая область"), "ru", only=("czech",)):
                yield f"{made}á oblast", "cs"


def _by_rules(form: str, rules: tuple[tuple[str, str], ...]) -> str:
    """
    Write a form by the rules of a language, one after the other.
    """
    for pattern, replacement in rules:
        form = re.sub(pattern, replacement, form)
    return form
