"""
Linked Places Format 1.3 (https://github.com/LinkedPasts/linked-places-format): a feature a place, for gazetteers.

What a reader must know:

- Features are places. Institutions have no position and no feature class of GeoNames, which the format demands, so
  they are left out.
- A start without an end means "during that date" there. So no name has one: a name in use ends no earlier than the day
  of the data's release, and one whose end is unknown no earlier than it was last seen in use.
- The format has no EDTF. Its dates are ISO 8601, coarse ones as ``earliest`` and ``latest``; the period in EDTF stands
  in ``when.label`` and in the further key ``edtf``.
- ``~`` and an open dispute about the time make a name ``less-certain``, ``?`` and ``%`` ``uncertain``.
- The JSON-LD context is written into the file, so that it can be read without a network.
- A place without a position has a null geometry, as version 1.3 has it; the schema of version 1.2.2 wants none at all.
- A collection without features is lawful GeoJSON, but the World Historical Gazetteer takes none.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..columns import columns
from ..dates import HistoricalDate, Interval
from ..document import BASE
from ..model.period import Period
from ..vocabulary import FEATURE_CLASSES, PLACE_KINDS
from . import flat, spans
from .registry import Format
from .selection import places

if TYPE_CHECKING:
    from ..model.names import Name
    from ..model.places import Place
    from ..model.provenance import Citation, Dispute
    from ..model.relations import Relation
    from ..store.catalogue import Catalogue
    from .spans import Held

    Json = dict[str, Any]

FORMAT = Format(
    name="linked-places",
    title="Linked Places Format: a feature for each place, for gazetteers",
    extension=".json",
    carries=(
        "every name of every place, in all its forms with their BCP 47 tags, with its period",
        "citations of names with source, locator, note and what they support",
        "disputes of names and of places, with their citations",
        "position, country, feature class, founding and ending",
        "relations, with the place that a place lies in, and ids in GeoNames and Wikidata",
        "honours, act and event of a name by their addresses",
    ),
    lacks=(
        "institutions, which have no feature class of GeoNames",
        "people, topics, events, acts, claims and sources as records",
        "dates on which a name is attested",
        "notes of honours, relations, foundings and endings",
    ),
    columns=columns(
        "names",
        """
        toponym text the name in one form
        lang text the form's BCP 47 tag
        when object the time of the name, with its certainty
        citations list who says so
        id id the place and the key of the name; all forms of one name have the same
        edtf edtf the time of the name as a closed interval; absent where nothing is known of it
        use text how a name beside the chain was used, such as unofficial; absent for names of the chain
        honours list addresses of those whom the name honours
        act id address of the act that gave the name
        event id address of the event that the naming belongs to
        note text what a reader should know about the name
        disputes list what other sources say of the name
        """,
    ),
)

PREFIXES = {"geonames": "gn", "wikidata": "wd"}
"""The prefixes of the format for authorities elsewhere."""

AAT = {
    "city": "300008389", "town": "300008375", "village": "300008372", "settlement": "300008347",
    "urban-settlement": "300008347", "country": "300387506", "geographic-region": "300182722",
}  # fmt: skip
"""Kinds of place in the Art and Architecture Thesaurus, as far as the World Historical Gazetteer's list has them."""

_TIMELY = ("since", "until", "chain")
"""The fields whose dispute makes the time of a name less certain."""

_PARTITIVE = ("part-of", "located-in", "located-on")
_NAMESPACES = {
    "aat": "http://vocab.getty.edu/aat/",
    "cito": "http://purl.org/spar/cito#",
    "dct": "http://purl.org/dc/terms/",
    "ds": f"{BASE}vocabulary#",
    "geojson": "https://purl.org/geojson/vocab#",
    "gn": "http://www.geonames.org/",
    "gvp": "http://vocab.getty.edu/ontology#",
    "lpo": "https://github.com/LinkedPasts/linked-pasts-ontology/blob/main/lpo_latest.ttl#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "wd": "http://www.wikidata.org/entity/",
}
_TERMS = {
    "Feature": "geojson:Feature", "FeatureCollection": "geojson:FeatureCollection", "Point": "geojson:Point",
    "features": "lpo:hasFeature", "properties": "geojson:properties", "geometry": "geojson:geometry",
    "title": "dct:title", "label": "rdfs:label", "value": "dct:description", "year": "dct:date", "when": "lpo:when",
    "ccodes": "http://www.geonames.org/ontology#countryCode",
    "fclasses": "http://www.geonames.org/ontology#featureClass",
    "timespans": "lpo:timespan", "start": "lpo:has_start", "end": "lpo:has_end", "in": "lpo:in",
    "earliest": "lpo:earliest", "latest": "lpo:latest", "certainty": "lpo:has_certainty",
    "names": "lpo:name_attestation", "toponym": "lpo:toponym", "lang": "dct:language", "citations": "cito:cites",
    "types": "lpo:type_attestation", "links": "lpo:link_attestation", "relations": "lpo:rel_attestation",
    "descriptions": "dct:description", "closeMatch": "skos:closeMatch", "edtf": "dct:valid", "disputes": "ds:dispute",
    "note": "skos:note", "use": "ds:use", "field": "ds:field", "standing": "ds:standing", "locator": "ds:locator",
    "supports": "ds:supports",
}  # fmt: skip
_ADDRESSES = {
    "identifier": "dct:identifier", "relationType": "lpo:relation_type", "relationTo": "lpo:relation_to",
    "honours": "ds:honours", "act": "ds:act", "event": "ds:event", "source": "dct:source", "id": "dct:isPartOf",
}  # fmt: skip

CONTEXT: Json = {
    **_NAMESPACES,
    "type": "@type",
    **_TERMS,
    **{key: {"@id": term, "@type": "@id"} for key, term in _ADDRESSES.items()},
    "coordinates": {"@id": "geojson:coordinates", "@container": "@list"},
}
"""The JSON-LD context: the format's terms where it has them, GeoNames' and this library's own otherwise."""


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write places as a collection of features, one a line.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where sources and other records are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield f'{{"type": "FeatureCollection",\n"@context": {_json(CONTEXT)},\n"features": ['
    separator = "\n"
    for place in places(thing, catalogue):
        yield separator + _json(feature(place, catalogue))
        separator = ",\n"
    yield "\n]}\n"


def feature(place: Place, catalogue: Catalogue) -> Json:
    """
    Give a place as a feature.

    Args:
        place: the place.
        catalogue: where sources and other records are looked up.

    >>> import destalinization as ds
    >>> stalingrad = feature(ds.places["volgograd"], ds.catalogue())["names"][9]
    >>> stalingrad["toponym"], stalingrad["when"]["timespans"]
    ('Stalingrad', [{'start': {'in': '1925-04-10'}, 'end': {'in': '1961-11-09'}}])
    """
    point = flat.position(place)
    country = {"ccodes": [place.country]} if place.country else {}
    return {
        "@id": BASE + place.id,
        "type": "Feature",
        "properties": {
            "title": flat.line(place.label),
            **country,
            "fclasses": [FEATURE_CLASSES[place.kind]],
            **_disputed(place.disputes, catalogue),
        },
        "when": _existence(place, catalogue),
        "names": [name for item in spans.held(place) for name in _names(place, item, catalogue)],
        "types": [_type(place)],
        "geometry": None if point is None else {"type": "Point", "coordinates": list(point)},
        "links": [
            {"type": "closeMatch", "identifier": f"{PREFIXES[key]}:{quote(id)}"}
            for key, id in place.links.items()
            if key in PREFIXES
        ],
        "relations": list(_relations(place, catalogue)),
        "descriptions": [{"value": flat.line(place.summary), "lang": "en"}] if place.summary else [],
    }


def _type(place: Place) -> Json:
    """
    Give the kind of a place, with its number in the thesaurus where it has one.
    """
    number = AAT.get(place.kind)
    identifier = f"aat:{number}" if number else f"{BASE}vocabulary#PlaceKind-{place.kind}"
    return {"identifier": identifier, "label": place.kind, "sourceLabels": [{"label": PLACE_KINDS[place.kind]}]}


def _names(place: Place, item: Held, catalogue: Catalogue) -> Iterator[Json]:
    """
    Give all forms of a name; they share what is said of the name.
    """
    name = item.name
    about: Json = {
        "id": f"{BASE}{place.id}#{name.key}",
        **_when(item, catalogue),
        "citations": [_citation(citation, catalogue) for citation in name.citations],
    }
    if item.use:
        about["use"] = item.use
    if name.honours:
        about["honours"] = [BASE + honour.target for honour in name.honours]
    about |= {key: BASE + id for key, id in (("act", name.act), ("event", name.event)) if id}
    if name.note:
        about["note"] = name.note
    about |= _disputed(name.disputes, catalogue)
    for tag, form in flat.forms(name):
        yield {"toponym": flat.line(form), "lang": tag, **about}


def _disputed(disputes: Iterable[Dispute], catalogue: Catalogue) -> Json:
    """
    Give disputes as a member, or nothing where there are none.
    """
    told = [
        {
            "field": dispute.field,
            "value": dispute.value,
            "standing": dispute.standing,
            **({"note": dispute.note} if dispute.note else {}),
            "citations": [_citation(citation, catalogue) for citation in dispute.citations],
        }
        for dispute in disputes
    ]
    return {"disputes": told} if told else {}


def _citation(citation: Citation, catalogue: Catalogue) -> Json:
    """
    Give a citation, with the year of its source as text, as the World Historical Gazetteer demands.
    """
    source = catalogue.sources[citation.source]
    told: Json = {"@id": BASE + source.id, "label": flat.line(str(source))}
    if source.date is not None and spans.coarse(source.date):
        told["year"] = str(source.date.earliest.year)
    told |= {key: value for key in ("locator", "note") if (value := getattr(citation, key))}
    return told | ({"supports": list(citation.supports)} if citation.supports else {})


def _relations(place: Place, catalogue: Catalogue) -> Iterator[Json]:
    """
    Give what a place lies in, its other relations, and what came of it.
    """
    if place.within:
        yield _tie("gvp:broaderPartitive", place.within, catalogue)
    for relation in place.relations:
        known = relation.type in _PARTITIVE
        kind = "gvp:broaderPartitive" if known else f"{BASE}vocabulary#{relation.type}"
        told = [_citation(citation, catalogue) for citation in relation.citations]
        yield _tie(kind, relation.target, catalogue) | _during(relation) | ({"citations": told} if told else {})
    for successor in place.ending.into if place.ending else ():
        yield _tie(f"{BASE}vocabulary#into", successor, catalogue)


def _tie(kind: str, target: str, catalogue: Catalogue) -> Json:
    """
    Give a relation to another record.
    """
    return {"relationType": kind, "relationTo": BASE + target, "label": flat.line(flat.title(catalogue[target]))}


def _during(relation: Relation) -> Json:
    """
    Give the time of a relation.
    """
    match relation.when:
        case None:
            return {}
        case HistoricalDate() as day:
            span = {"start": _point(day), "end": _point(day)}
        case Interval(start=start, end=end):
            known = start or end
            first = _point(start) if start else {"latest": str(known.latest)} if known else {}
            final = _point(end) if end else {"earliest": str(known.earliest)} if known else {}
            span = {"start": first, "end": final}
    return {"when": {"timespans": [span], "label": relation.when.text}}


def _when(item: Held, catalogue: Catalogue) -> Json:
    """
    Give the time of a name, or nothing where nothing bounds it.
    """
    seen = [entry.value for entry in item.name.attested]
    first = min((day.latest for day in seen if day.latest), default=None)
    final = max((day.earliest for day in seen if day.earliest), default=None)
    span = _timespan(item.period, first, final, _released(catalogue))
    if span is None:
        return {}
    interval = spans.edtf(item.period)
    when: Json = {"timespans": [span]} | ({"label": interval} if interval else {})
    return {"when": when | {"certainty": _certainty(item)}} | ({"edtf": interval} if interval else {})


def _timespan(period: Period, seen: date | None, last_seen: date | None, released: date | None) -> Json | None:
    """
    Give a period as a time span with a start and an end, each as narrow as can truly be said.

    Args:
        period: the period.
        seen: a day by which the thing was there.
        last_seen: a day on or after which it was there.
        released: the day of the data's release, on which what is ongoing still was there.
    """
    began = period.since.earliest if period.since else None
    ended = period.before.latest if period.before else None
    there = released if period.ongoing else None
    latest_start = min((day for day in (seen, ended, there) if day), default=began)
    earliest_end = max((day for day in (began, last_seen, there) if day), default=None)
    if latest_start is None:
        return None
    end = spans.last(period)
    return {
        "start": _point(period.since) if period.since else {"latest": str(latest_start)},
        "end": _end(period, end) if end else {"earliest": str(earliest_end or latest_start)},
    }


def _end(period: Period, end: HistoricalDate) -> Json:
    """
    Give the end of a period that has one; one of several days keeps its bounds.
    """
    if period.before is not None and period.before.options:
        earliest, latest = spans.closed_end(period.before)
        return {"earliest": str(earliest), "latest": str(latest)}
    return _point(end)


def _point(day: HistoricalDate) -> Json:
    """
    Give a date: a day, month or year as it is, anything else by its bounds.
    """
    exact = spans.coarse(day)
    return {"in": exact} if exact else {"earliest": str(day.earliest), "latest": str(day.latest)}


def _certainty(item: Held) -> str:
    """
    Say how certain the time of a name is.
    """
    marks = {day.qualifier for day in (item.period.since, item.period.before) if day}
    if marks & {"?", "%"}:
        return "uncertain"
    return "less-certain" if "~" in marks or _in_question(item.name) else "certain"


def _in_question(name: Name) -> bool:
    """
    Say whether the time of a name is in open dispute.
    """
    return any(dispute.standing == "open" and dispute.field in _TIMELY for dispute in name.disputes)


def _existence(place: Place, catalogue: Catalogue) -> Json:
    """
    Give the time of a place itself; of one without any date only that it began before the data's release.
    """
    value = place.founded.value if place.founded else None
    ending = place.ending.date if place.ending else None
    period = Period(
        since=value.start if isinstance(value, Interval) else value,
        before=ending,
        ongoing=place.current is True and place.ending is None,
    )
    seen = [name.since for name in place.names if name.since]
    seen += [day.value for name in place.names for day in name.attested if isinstance(day.value, HistoricalDate)]
    first, final = min((day.latest for day in seen), default=None), max((day.earliest for day in seen), default=None)
    released = _released(catalogue)
    span = _timespan(period, first, final, released)
    if span is None and released is not None:
        span = {"start": {"latest": str(released)}}
    return {"timespans": [span] if span else []}


def _released(catalogue: Catalogue) -> date | None:
    """
    Give the day of the data's release, if they are of one.
    """
    return catalogue.release.date.latest if catalogue.release else None


def _json(value: object) -> str:
    """
    Write a value on one line.
    """
    return json.dumps(value, ensure_ascii=False)
