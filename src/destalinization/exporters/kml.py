"""
KML 2.2 (https://www.ogc.org/standards/kml/): a placemark for each name in its time, in folders by country.

What a reader must know:

- Times are closed, with the precision that is known; those coarser than a year are given by their first or last day.
- A time span without an end lasts to this day for programs, although the end may only be unknown: the data ``period``
  and ``today`` keep the two apart.
- What has no position stands in a folder of its own, without a geometry, so that no name is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..columns import columns
from . import flat, spans
from .markup import DECLARATION, element, text
from .registry import Format
from .selection import bearers

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.provenance import Citation
    from ..store.catalogue import Catalogue
    from .spans import Held

FORMAT = Format(
    name="kml",
    title="KML: a placemark for each name in its time",
    extension=".kml",
    carries=(
        "every name, in the chain and beside it, in all its forms, with its time span and its period as EDTF",
        "position, kind, country and ids of the bearer; what has no position stands in a folder without geometry",
        "honours, act and event by their ids",
        "the sources of each name by their ids, and written out in the description",
        "disputes, in the description and as data",
    ),
    lacks=(
        "foundings, endings and relations",
        "locators of citations and what they support",
        "people, topics, events, acts, claims and sources as records",
    ),
    columns=columns(
        "",
        f"""
        {flat.BEARER}
        forms list all forms of the name, each with its BCP 47 tag before it
        period edtf the time of the name as a closed interval; empty where nothing is known of it
        {flat.USED}
        disputes list what other sources say of the name
        """,
    ),
)

_UNPLACED = "Without a position"
_NO_COUNTRY = "No country of today"


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write names as placemarks, folder by folder.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where sources and the bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield f'{DECLARATION}<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n'
    yield element("name", "Names in their time") + "\n"
    folders: dict[str, list[Bearer]] = {}
    for bearer in bearers(thing, catalogue):
        title = (bearer.country or _NO_COUNTRY) if flat.position(bearer) else _UNPLACED
        folders.setdefault(title, []).append(bearer)
    for title in sorted(folders, key=lambda title: (title in {_NO_COUNTRY, _UNPLACED}, title)):
        yield f"<Folder>{element('name', text(title))}\n"
        for bearer in folders[title]:
            for item in spans.held(bearer):
                yield _placemark(bearer, item, catalogue) + "\n"
        yield "</Folder>\n"
    yield "</Document></kml>\n"


def _placemark(bearer: Bearer, item: Held, catalogue: Catalogue) -> str:
    """
    Write a name.
    """
    point = flat.position(bearer)
    where = element("Point", element("coordinates", f"{point[0]},{point[1]}")) if point else ""
    return element(
        "Placemark",
        element("name", text(item.name.text)),
        element("description", text(_description(bearer, item, catalogue))),
        _time(item),
        element("ExtendedData", *(_data(key, value) for key, value in _properties(bearer, item).items())),
        where,
        id=f"name.{bearer.id}.{item.name.key}",
    )


def _time(item: Held) -> str:
    """
    Write the time of a name, or nothing where neither end is known.
    """
    since, end = item.period.since, spans.last(item.period)
    begin = element("begin", spans.first_or_only(since)) if since else ""
    finish = element("end", spans.last_or_only(end)) if end else ""
    return element("TimeSpan", begin, finish) if begin or finish else ""


def _data(key: str, value: object) -> str:
    """
    Write a property.
    """
    return element("Data", f"<value>{text(value)}</value>", name=key)


def _properties(bearer: Bearer, item: Held) -> dict[str, object]:
    """
    Give the properties of a name.
    """
    name = item.name
    coordinates = getattr(bearer, "coordinates", None)
    return {
        "bearer": bearer.id,
        "label": bearer.label,
        "kind": bearer.kind,
        "country": bearer.country or "",
        "forms": "; ".join(f"{tag}: {form}" for tag, form in flat.forms(name)),
        "period": spans.edtf(item.period),
        "today": str(item.period.ongoing).lower(),
        "use": item.use,
        "honours": " ".join(honour.target for honour in name.honours),
        "act": name.act or "",
        "event": name.event or "",
        "basis": coordinates.basis if coordinates else "",
        "geonames": bearer.links.get("geonames", ""),
        "wikidata": bearer.links.get("wikidata", ""),
        "sources": flat.sources(name.citations),
        "disputes": flat.disputes(name.disputes),
    }


def _description(bearer: Bearer, item: Held, catalogue: Catalogue) -> str:
    """
    Say what the bearer is, when it had the name, and who says so or otherwise.
    """
    name = item.name
    lines = [f"{bearer.label}: {name.text}, {item.period}", bearer.summary, name.note]
    lines += [f"Source: {_told(citation, catalogue)}" for citation in name.citations]
    for dispute in name.disputes:
        said = "; ".join(_told(citation, catalogue) for citation in dispute.citations)
        note = f" {dispute.note}" if dispute.note else ""
        lines.append(f"Disputed ({dispute.standing}): {dispute.field} {dispute.value}.{note} Source: {said}")
    return "\n".join(line for line in lines if line)


def _told(citation: Citation, catalogue: Catalogue) -> str:
    """
    Write a citation out.
    """
    source = str(catalogue.sources[citation.source])
    return f"{source} ({citation.note})" if citation.note else source
