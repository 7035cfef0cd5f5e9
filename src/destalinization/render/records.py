"""
Records as HTML: what a record is, its names as a timeline and as a table, its facts, disputes and sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import TYPE_CHECKING

import attrs

from ..dates import HistoricalDate
from ..facts import disputed, facts, named, why
from ..model.changes import Change
from ..model.claims import Claim
from ..model.events import Act, Event
from ..model.frozenmap import FrozenMap
from ..model.institutions import Institution
from ..model.names import Honour
from ..model.people import Person, Topic
from ..model.places import Place
from ..model.provenance import Citation, Dated, Dispute
from ..model.record import Record
from ..model.source import Source
from ..store.references import sources
from .labels import home, labels, source
from .markup import Markup, element, joined, link
from .timeline import timeline

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..store.catalogue import Catalogue
    from .timeline import Bounded

KEY = "Thick red bars: names that honour someone or something. Stripes: whether the name held then is not certain."
"""What the timeline's bars mean."""

MOST = 12
"""How many facts of one kind, disputes or sources are shown."""


@singledispatch
def body(record: Record) -> Iterator[Markup]:
    """
    Show what is in a record, field by field.

    Args:
        record: a record or an answer; the classes that have more to show are registered.

    Yields:
        The elements, one after another.
    """
    yield heading(type(record).__name__)
    fields = ((field, getattr(record, field.name)) for field in attrs.fields(type(record)))
    yield definitions((field.name, _plain(value)) for field, value in fields if value not in (None, (), field.default))


@body.register(Person)
@body.register(Topic)
@body.register(Event)
@body.register(Act)
@body.register(Claim)
@body.register(Change)
def _of_stored(record: Record) -> Iterator[Markup]:
    """
    Show a record of a table.
    """
    yield heading(str(record), type(record).__name__.lower())
    yield from about(record, home(record))


@body.register
def _of_source(record: Source) -> Iterator[Markup]:
    """
    Show a source.
    """
    yield heading(record.title, "source")
    yield from about(record, home(record))


@body.register(Place)
@body.register(Institution)
def _of_bearer(record: Bearer) -> Iterator[Markup]:
    """
    Show a place or an institution, with its names.
    """
    catalogue = home(record)
    yield heading(record.label, record.kind)
    yield from picture(record)
    yield _names(record, catalogue)
    yield from about(record, catalogue)


def heading(title: object, *kinds: object) -> Markup:
    """
    Give the first line.

    Args:
        title: what is shown.
        kinds: what it is, in small letters.
    """
    return element("p", element("b", title), *(joined(" ", element("small", kind)) for kind in kinds))


def picture(bearer: Bearer, on: Bounded | None = None) -> Iterator[Markup]:
    """
    Give the timeline of a bearer with its key, where there is one.

    Args:
        bearer: the bearer.
        on: a date to mark.
    """
    drawn = timeline(bearer, on=on)
    if drawn is not None:
        yield element("figure", drawn, element("figcaption", KEY))


def about(record: Record, catalogue: Catalogue | None) -> Iterator[Markup]:
    """
    Give the summary, the facts, the disputes and the sources of a record.

    Args:
        record: the record.
        catalogue: where those that it refers to are looked up.
    """
    for words in ("summary", "correction", "note"):
        if getattr(record, words, None):
            yield element("p", getattr(record, words))
    yield definitions(facts(record, labels(catalogue)))
    doubts = [
        element("li", f"{_part(record, path)}{dispute.value}", element("small", f" ({why(dispute)})"))
        for path, dispute in disputed(record)
    ]
    if doubts:
        yield folded("Disputed", doubts)
    yield from sourced(sources(record), catalogue)


def sourced(ids: Iterable[str], catalogue: Catalogue | None) -> Iterator[Markup]:
    """
    Give the sources with these ids, folded together.

    Args:
        ids: the ids.
        catalogue: where they are looked up; elsewhere the ids are shown.
    """
    shown = [element("li", _source(id, source(id, catalogue))) for id in ids]
    if shown:
        yield folded("Sources", shown)


def folded(title: str, items: list[Markup]) -> Markup:
    """
    Give a list that opens when it is wanted.

    Args:
        title: what it holds.
        items: its items.
    """
    more = [element("li", f"and {len(items) - MOST} more")] if len(items) > MOST else []
    return element("details", element("summary", f"{title} ({len(items)})"), element("ul", *items[:MOST], *more))


def definitions(pairs: Iterable[tuple[str, object]]) -> Markup:
    """
    Give facts with their labels; an address of the web is a link.

    Args:
        pairs: the labels and what they are of.
    """
    grouped: dict[str, list[object]] = {}
    for label, value in pairs:
        grouped.setdefault(label, []).append(value)
    return element(
        "dl",
        *(
            joined(element("dt", label), *(element("dd", _linked(value)) for value in values[:MOST]))
            for label, values in grouped.items()
        ),
    )


def _linked(value: object) -> Markup:
    """
    Give a value, linked where it is an address.
    """
    return value if isinstance(value, Markup) else link(str(value), value)


def grid(head: Iterable[object], lines: Iterable[Iterable[object]]) -> Markup:
    """
    Give a table.

    Args:
        head: what stands over its columns.
        lines: its rows.
    """
    return element(
        "table",
        element("thead", element("tr", *(element("th", title, scope="col") for title in head))),
        element("tbody", *(element("tr", *map(_cell, cells)) for cells in lines)),
    )


def _cell(shown: object) -> Markup:
    """
    Give a cell; a date stands on one line.
    """
    return element("td", shown, class_="d" if isinstance(shown, HistoricalDate) else None)


def _names(bearer: Bearer, catalogue: Catalogue | None) -> Markup:
    """
    Give the names of a bearer as a table.
    """
    called = labels(catalogue)
    lines = (
        (
            joined(name.text, element("small", f" {use}") if use else None),
            _forms(name),
            period.since or "?",
            "today" if period.ongoing else period.before or "?",
            ", ".join(called(honour.target) for honour in name.honours),
        )
        for name, period, use in named(bearer)
    )
    return grid(("name", "forms", "from", "before", "honours"), lines)


def _forms(name: Name) -> Markup:
    """
    Give the preferred spelling of each language that is not the name itself.
    """
    spelt: dict[str, str] = {}
    for tag, spellings in name.forms.items():
        if spellings and spellings[0] != name.text:
            spelt.setdefault(spellings[0], tag)
    shown = [element("span", form, lang=tag) for form, tag in list(spelt.items())[:MOST]]
    return Markup(", ".join(shown))


def _source(id: str, known: Source | None) -> Markup:
    """
    Give a source with a link, or its id where nothing more is known.
    """
    if known is None:
        return element("code", id)
    return joined(
        known.author and f"{known.author}, ", link(known.url, known.title), known.publisher and f", {known.publisher}"
    )


def _part(record: Record, path: str) -> str:
    """
    Say which part of a record a path leads to: the name, or the path itself.
    """
    found = re.match(r"(names)\[(\d+)\]", path)
    if found:
        names: tuple[Name, ...] = getattr(record, found[1])
        return f"{names[int(found[2])].text}: "
    return f"{path}: " if path else ""


def _plain(value: object) -> object:
    """
    Give the value of a field in one line.
    """
    match value:
        case FrozenMap():
            return "; ".join(f"{key}: {_plain(item)}" for key, item in value.items())
        case tuple():
            return ", ".join(str(_plain(item)) for item in value)
        case Citation(source=id) | Honour(target=id):
            return id
        case Dated(value=date):
            return date
        case Dispute(value=other):
            return f"{other} ({why(value)})"
    return value
