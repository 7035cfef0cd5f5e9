"""
The index of former names: every spelling of every name that is not used today, in every script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from destalinization import Catalogue, HistoricalDate, Name, Period
from destalinization.model.changes import Bearer

from .addresses import Addresses, anchor, label
from .bearers import every
from .markup import Markup, block, element, joined

SCRIPTS = {"LATIN": ("latin", "Latin script"), "CYRILLIC": ("cyrillic", "Cyrillic script")}
"""The scripts with a page of their own."""

OTHERS = ("others", "Other scripts")

Entry = tuple[Bearer, Name]

TOP = """\
# Former names

Every spelling of every name that is not used today, and of the names beside the chains.
Each leads to its place or institution.
The search of this site finds them too.

```{toctree}
:maxdepth: 1

latin
cyrillic
others
```
"""


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the index.

    Args:
        catalogue: whose names.

    Yields:
        The path of each page, and its text.
    """
    entries = former(catalogue)
    addresses = Addresses(catalogue, "../")
    yield "names/index.md", TOP
    for script, title in (*SCRIPTS.values(), OTHERS):
        own = sorted((s for s in entries if script_of(s) == script), key=lambda s: (order(s), s))
        yield f"names/{script}.md", f"# Former names: {title}\n\n{''.join(_letters(own, entries, addresses))}"


def former(catalogue: Catalogue) -> dict[str, list[Entry]]:
    """
    Give the bearers and names of every former spelling.

    Args:
        catalogue: whose names.
    """
    found: dict[str, list[Entry]] = {}
    for bearer in every(catalogue):
        today = bearer.names[-1] if bearer.names and bearer.current else None
        names = [name for name in bearer.names if name is not today] + [side.name for side in bearer.also]
        for name in names:
            for spelling in dict.fromkeys((name.text, *(form for own in name.forms.values() for form in own))):
                found.setdefault(spelling, []).append((bearer, name))
    return found


def script_of(spelling: str) -> str:
    """
    Give the page on which a spelling stands, by the script of its first letter.

    Args:
        spelling: the spelling.
    """
    return SCRIPTS.get(_script(spelling), OTHERS)[0]


def _script(spelling: str) -> str:
    """
    Give the name of the script of the first letter of a spelling.
    """
    first = next((sign for sign in spelling if sign.isalpha()), "")
    return unicodedata.name(first, "OTHER").split()[0] if first else "LATIN"


def order(spelling: str) -> str:
    """
    Give what spellings are sorted by: their letters without marks.

    Args:
        spelling: the spelling.

    >>> order("Sztálinváros")
    'sztalinvaros'
    """
    plain = unicodedata.normalize("NFKD", spelling).casefold()
    return "".join(sign for sign in plain if sign.isalnum()) or plain


def _letters(spellings: Iterable[str], entries: dict[str, list[Entry]], addresses: Addresses) -> Iterator[str]:
    """
    Write the spellings under their first letters, or under their scripts where these have few.
    """
    for head, own in groupby(spellings, key=_head):
        items = (element("li", element("b", s), *_bearers(entries[s], addresses)) for s in own)
        yield f"## {head}\n\n{block(element('ul', *items, class_='columns'))}\n"


def _head(spelling: str) -> str:
    """
    Give the heading under which a spelling stands.
    """
    if script_of(spelling) == OTHERS[0]:
        script = _script(spelling)
        return "Chinese" if script == "CJK" else script.capitalize()
    first = order(spelling)[:1].upper()
    return first if first.isalpha() else "0–9"


def _bearers(found: list[Entry], addresses: Addresses) -> Iterator[Markup]:
    """
    Link to the bearers of a spelling.
    """
    for bearer, name in found:
        shown = label(addresses.catalogue, bearer.id)
        linked = element("a", shown, href=f"{addresses.of(bearer.id)}#{anchor(name.key)}")
        held = years(bearer.period(name))
        yield joined(" ", linked, element("small", f" {held}") if held else None)


def years(period: Period) -> str:
    """
    Give a period in years.

    Args:
        period: the period.

    >>> years(Period(since=HistoricalDate("1925-04-10"), before=HistoricalDate("1961-11-10")))
    '1925–1961'
    """
    since, before = _year(period.since), _year(period.before)
    if since == before:
        return since
    if since and before:
        return f"{since}–{before}"
    return f"from {since}" if since else f"until {before}"


def _year(date: HistoricalDate | None) -> str:
    """
    Give the year of a date, the date itself where it can be in several, or nothing.
    """
    if date is None:
        return ""
    first, last = date.earliest.year, date.latest.year
    return f"{first}{date.qualifier}" if first == last else str(date)
