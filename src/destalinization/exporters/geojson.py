"""
GeoJSON (RFC 7946): a feature for each name in its time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..columns import columns
from ..encode import encode
from ..model.period import Period
from ..model.places import Place
from ..store.catalogue import Catalogue
from . import flat
from .registry import Format
from .selection import bearers

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name

FORMAT = Format(
    name="geojson",
    title="GeoJSON: a feature for each name in its time",
    extension=".geojson",
    carries=(
        "every name, in the chain and beside it, with its period as EDTF and as ISO bounds",
        "position, kind, country and ids of the bearer",
        "honours, act and event by their ids",
        "citations by the ids of their sources, and the sources",
        "disputes as text",
    ),
    lacks=(
        "foundings, endings and relations",
        "notes, locators and what a citation supports",
        "people, topics, events, acts and claims as records",
    ),
    columns=columns(
        "",
        f"""
        {flat.BEARER}
        name text the name in Latin script
        name_local text the name in the language of the country
        name_ru text the name in Russian
        forms list all forms of the name, each with its BCP 47 tag before it
        since edtf when the name began
        before edtf when the next name began, or the bearer ended
        start date the first day of the name at the earliest
        end date the last day of the name at the latest; empty where it is in use or nobody knows
        {flat.USED}
        disputes list what other sources say of the name
        """,
    ),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write names as features, and the sources that they cite as a further member of the collection.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where sources and the bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    chosen = bearers(thing, catalogue)
    cited: dict[str, None] = {}
    yield '{"type": "FeatureCollection", "features": ['
    separator = "\n"
    for bearer in chosen:
        for feature in features(bearer):
            yield separator + json.dumps(feature, ensure_ascii=False)
            separator = ",\n"
        for name in (*bearer.names, *(side.name for side in bearer.also)):
            disputed = (citation for dispute in name.disputes for citation in dispute.citations)
            cited |= dict.fromkeys(citation.source for citation in (*name.citations, *disputed))
    yield '\n], "sources": {'
    separator = "\n"
    for id in sorted(cited):
        yield f"{separator}{json.dumps(id)}: {encode(catalogue.sources[id])}"
        separator = ",\n"
    yield "\n}}\n"


def features(bearer: Bearer) -> Iterator[dict[str, Any]]:
    """
    Give the names of a bearer as features.

    Args:
        bearer: the place or institution.

    >>> import destalinization as ds
    >>> [feature["properties"]["end"] for feature in features(ds.places["volgograd"])]
    ['1925-04-09', '1961-11-09', '', '']
    """
    for name in bearer.names:
        yield _feature(bearer, name, bearer.period(name), "")
    for side in bearer.also:
        yield _feature(bearer, side.name, bearer.period(side.name), side.use)


def _feature(bearer: Bearer, name: Name, period: Period, use: str) -> dict[str, Any]:
    """
    Give one name as a feature; a bearer without a position has a null geometry.
    """
    point = flat.position(bearer)
    start, end = flat.bounds(period)
    return {
        "type": "Feature",
        "id": f"{bearer.id}/{name.key}",
        "geometry": None if point is None else {"type": "Point", "coordinates": list(point)},
        "properties": {
            "bearer": bearer.id,
            "label": bearer.label,
            "kind": bearer.kind,
            "country": bearer.country or "",
            "name": name.text,
            "name_local": flat.local(name, bearer),
            "name_ru": flat.native(name, "ru"),
            "forms": "; ".join(f"{tag}: {form}" for tag, forms in name.forms.items() for form in forms),
            "since": str(period.since or ""),
            "before": str(period.before or ""),
            "start": start,
            "end": end,
            "today": period.ongoing,
            "use": use,
            "honours": " ".join(honour.target for honour in name.honours),
            "act": name.act or "",
            "event": name.event or "",
            "basis": bearer.coordinates.basis if isinstance(bearer, Place) and bearer.coordinates else "",
            "geonames": bearer.links.get("geonames", ""),
            "wikidata": bearer.links.get("wikidata", ""),
            "sources": flat.sources(name.citations),
            "disputes": flat.disputes(name.disputes),
        },
    }
