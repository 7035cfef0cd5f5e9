"""
Gramps XML 1.7.2 (https://gramps-project.org/xml/): places with dated names, for genealogists.

What a reader must know:

- Gramps shows the first name whose date matches that of an event; so names stand in the order of the chain, the last
  first, each with its English form before the others.
- "After" and "before" are strict there: a name in use since a day is written as after the day before it.
- An estimated "after" is a name whose end is unknown, a plain one a name in use. A name without any date has the text
  ``unknown`` for its date, which matches nothing, unless the place never had another.
- A name has no citations there. So they stand at the place, each with the key of its name as an attribute, and disputes
  and remarks are notes of the place.
- Institutions are left out: they are no places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from ..dates import HistoricalDate
from ..document import BASE
from . import flat, spans
from .markup import DECLARATION, element, text
from .registry import Format
from .selection import places

if TYPE_CHECKING:
    from ..model.names import Name
    from ..model.period import Period
    from ..model.places import Place
    from ..model.provenance import Citation, Dispute
    from ..store.catalogue import Catalogue

FORMAT = Format(
    name="gramps",
    title="Gramps XML: places with dated names, for genealogists",
    extension=".gramps",
    carries=(
        "every name of every place in all its forms with their language tags, with its dates",
        "citations of names and places with source, locator, note and what they support; their sources",
        "disputes and notes of names and places, as notes",
        "position, kind, ids in GeoNames and Wikidata as addresses, and the place that a place lies in",
    ),
    lacks=(
        "institutions, which are no places",
        "approximate, uncertain and coarse dates apart from each other: all are estimated",
        "honours, acts, events, relations, foundings and endings",
        "dates on which a name is attested",
        "people, topics, events, acts and claims as records",
    ),
)

_TYPES = {
    "city": "City", "town": "Town", "village": "Village", "settlement": "Locality", "urban-settlement": "Town",
    "neighbourhood": "Neighborhood", "district": "District", "region": "Region", "republic": "State",
    "country": "Country", "street": "Street", "farm": "Farm", "building": "Building",
}  # fmt: skip
"""The types of place that Gramps knows; others are written as they are."""

_WEB = {"geonames": "https://www.geonames.org/", "wikidata": "https://www.wikidata.org/wiki/"}
_NORMAL = "2"
"""The confidence of a citation that Gramps calls normal."""


class Cited(NamedTuple):
    """
    A citation, with what it is about.

    Attributes:
        citation: the citation.
        name: the key of the name that it is about, or an empty text for the place.
        disputed: the field that it disputes, if it does.
    """

    citation: Citation
    name: str
    disputed: str = ""


class Remark(NamedTuple):
    """
    A note of a place.

    Attributes:
        kind: what kind of note it is.
        content: what it says.
    """

    kind: str
    content: str


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write places, and the places in which they lie, with their citations, sources and notes.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where sources and other places are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    chosen = _with_parents(places(thing, catalogue), catalogue)
    day = str(catalogue.release.date.earliest) if catalogue.release else "1970-01-01"
    yield f'{DECLARATION}<database xmlns="http://gramps-project.org/xml/1.7.2/">\n'
    yield element("header", element("created", date=day, version="6.0.0"), "<researcher/>") + "\n"
    yield from _section("citations", (_citation(place, *item) for place in chosen for item in _numbered(_cited(place))))
    ids = sorted({cited.citation.source for place in chosen for cited in _cited(place)})
    yield from _section("sources", (_source(id, catalogue) for id in ids))
    yield from _section("places", (_place(place) for place in chosen))
    yield from _section("notes", (_note(place, *item) for place in chosen for item in _numbered(_remarks(place))))
    yield "</database>\n"


def _with_parents(chosen: list[Place], catalogue: Catalogue) -> list[Place]:
    """
    Add the places in which others lie, and put all in the order of their ids.
    """
    found: dict[str, Place] = {}
    wanted = list(chosen)
    while wanted:
        place = wanted.pop()
        if place.id not in found:
            found[place.id] = place
            wanted += [catalogue.places[place.within]] if place.within else []
    return [found[id] for id in sorted(found)]


def _section(tag: str, items: Iterable[str]) -> Iterator[str]:
    """
    Write a part of the file, one object a line.
    """
    yield f"<{tag}>\n"
    for item in items:
        yield item + "\n"
    yield f"</{tag}>\n"


def _numbered(items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    """
    Number what belongs to a place.
    """
    return enumerate(items, 1)


def _cited(place: Place) -> Iterator[Cited]:
    """
    Give all citations of a place, its names and their disputes.
    """
    owners: list[tuple[str, Place | Name]] = [("", place), *((name.key, name) for name, _, _ in spans.held(place))]
    for name, owner in owners:
        yield from (Cited(citation, name) for citation in owner.citations)
        for dispute in owner.disputes:
            yield from (Cited(citation, name, dispute.field) for citation in dispute.citations)
    if place.coordinates:
        yield Cited(place.coordinates.citation, "")


def _remarks(place: Place) -> Iterator[Remark]:
    """
    Give what a place has to say beside names and citations.
    """
    if place.summary:
        yield Remark("General", place.summary)
    yield from (Remark("Dispute", _told(place.label, dispute)) for dispute in place.disputes)
    for name, _, use in spans.held(place):
        if use:
            yield Remark("Use", f"{name.text}: {use}")
        if name.note:
            yield Remark("General", f"{name.text}: {name.note}")
        yield from (Remark("Dispute", _told(name.text, dispute)) for dispute in name.disputes)


def _told(subject: str, dispute: Dispute) -> str:
    """
    Write a dispute as a sentence.
    """
    note = f" {dispute.note}" if dispute.note else ""
    said = flat.sources(dispute.citations)
    return f"{subject}: {dispute.field}: {dispute.value} ({dispute.standing}).{note} Sources: {said}"


def _citation(place: Place, number: int, cited: Cited) -> str:
    """
    Write a citation.
    """
    citation = cited.citation
    attributes = {
        "Name": cited.name,
        "Disputed": cited.disputed,
        "Supports": " ".join(citation.supports),
        "Note": citation.note or "",
    }
    return element(
        "citation",
        element("page", text(citation.locator)) if citation.locator else "",
        element("confidence", _NORMAL),
        *(element("srcattribute", type=key, value=value) for key, value in attributes.items() if value),
        element("sourceref", hlink=f"_s.{citation.source}"),
        **_object(f"_c.{place.id}.{number}"),
    )


def _source(id: str, catalogue: Catalogue) -> str:
    """
    Write a source.
    """
    source = catalogue.sources[id]
    published = ", ".join(str(part) for part in (source.publisher, source.date, source.url) if part)
    attributes = {"Kind": source.kind, "Language": source.language, "Archived": source.archived_url}
    return element(
        "source",
        element("stitle", text(source.title)),
        element("sauthor", text(source.author)) if source.author else "",
        element("spubinfo", text(published)) if published else "",
        *(element("srcattribute", type=key, value=value) for key, value in attributes.items() if value),
        **_object(f"_s.{source.id}"),
        id=source.id,
    )


def _place(place: Place) -> str:
    """
    Write a place.
    """
    point = flat.position(place)
    held = sorted(spans.held(place), key=lambda item: bool(item.use))
    chain = [item for item in held if not item.use]
    others = [item for item in held if item.use]
    only = len(place.names) == 1
    return element(
        "placeobj",
        element("ptitle", text(place.label)),
        *(
            element("pname", _date(period, only=only), value=form, lang=tag)
            for name, period, _ in (*reversed(chain), *others)
            for tag, form in flat.forms(name)
        ),
        element("coord", long=point[0], lat=point[1]) if point else "",
        element("placeref", hlink=f"_p.{place.within}") if place.within else "",
        element("url", type="Web Home", href=BASE + place.id, description="destalinization"),
        *(
            element("url", type="Web Search", href=_WEB[key] + id, description=key)
            for key, id in place.links.items()
            if key in _WEB
        ),
        *(element("noteref", hlink=f"_n.{place.id}.{number}") for number, _ in _numbered(_remarks(place))),
        *(element("citationref", hlink=f"_c.{place.id}.{number}") for number, _ in _numbered(_cited(place))),
        **_object(f"_p.{place.id}"),
        id=place.id,
        type=_TYPES.get(place.kind, place.kind.replace("-", " ").capitalize()),
    )


def _note(place: Place, number: int, remark: Remark) -> str:
    """
    Write a note.
    """
    content = element("text", text(remark.content))
    return element("note", content, **_object(f"_n.{place.id}.{number}"), type=remark.kind)


def _object(handle: str) -> dict[str, object]:
    """
    Give what every object has: its handle, and the time of its last change, which is not told.
    """
    return {"handle": handle, "change": "0"}


def _date(period: Period, *, only: bool) -> str:
    """
    Write the time of a name.
    """
    since, before = period.since, period.before
    end = spans.last(period)
    quality = "estimated" if _vague(since) or _vague(before) else None
    if since and end:
        start, stop = spans.first_or_only(since), spans.last_or_only(end)
        return element("datespan", start=start, stop=stop, quality=quality)
    if since:
        quality = quality if period.ongoing else "estimated"
        return element("dateval", val=_day_before(since), type="after", quality=quality)
    if before:
        return element("dateval", val=spans.last_or_only(before), type="before", quality=quality)
    return "" if only else element("datestr", val="unknown")


def _vague(day: HistoricalDate | None) -> bool:
    """
    Say whether a date is marked as approximate or uncertain, or is coarser than a year.
    """
    return day is not None and (bool(day.qualifier) or not spans.coarse(day))


def _day_before(since: HistoricalDate) -> str:
    """
    Give the day before a day; a coarse date stays what it is.
    """
    if since.precision == "day":
        return str(since.earliest - timedelta(days=1))
    return spans.first_or_only(since)
