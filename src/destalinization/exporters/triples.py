"""
The records as RDF: one definition of what is stated, for every serialisation.

Terms are those of SKOS and SKOS-XL, PROV-O, Dublin Core, schema.org, BIBO, GeoSPARQL and WGS84; what they lack is in a
vocabulary of this library's own, ``ds:``, whose concepts come with their definitions. The addresses of records are made
of one base and their ids; the base is not registered yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..document import BASE
from ..store.catalogue import Catalogue
from ..vocabulary import VOCABULARIES
from .graph import (
    PREFIXES,
    Graph,
    Iri,
    Literal,
    Resource,
    address,
    concept,
    edtf,
    english,
    number,
    part,
    plain,
    record,
    term,
)
from .rdf_evidence import cite, date, dispute, relate
from .rdf_names import describe_changes, describe_names
from .selection import closure

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.claims import Claim
    from ..model.events import Act, Event
    from ..model.institutions import Institution
    from ..model.people import Person, Topic
    from ..model.places import Coordinates, Place
    from ..model.relations import Ending
    from ..model.release import Release
    from ..model.source import Source

CARRIES = (
    "every record of every table, and the changes, as resources",
    "every name in all its forms as SKOS-XL labels, with its time as EDTF and as days that queries compare",
    "every citation with its source, locator, note and what it supports, as derivations of PROV",
    "every dispute with its standing and citations, as a resource",
    "position in WGS 84 and as GeoSPARQL, relations, honours, foundings and endings with their evidence",
    "definitions of the terms of the vocabulary that occur",
)
LACKS = ("the order of equal statements, such as further forms in one language",)

_WEB = {"geonames": "https://sws.geonames.org/{}/", "wikidata": "http://www.wikidata.org/entity/{}"}
_INSTITUTIONS = {
    "prize": "schema:Thing",
    "ship": "schema:Vehicle",
    "vehicle-type": "schema:ProductModel",
    "website": "schema:WebSite",
}
_SOURCES = {
    "law": "bibo:LegalDocument", "gazette": "bibo:Periodical", "press": "bibo:Article", "web": "bibo:Webpage",
    "wiki": "bibo:Webpage", "gazetteer": "schema:Dataset",
}  # fmt: skip


def resources(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[Resource]:
    """
    Give a selection, and all that it refers to, as resources, record by record.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where what they refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.

    >>> import destalinization as ds
    >>> [one.subject for one in resources([ds.sources["gorvesti-152514"]], ds.catalogue())][0]
    'https://w3id.org/destalinization/gorvesti-152514'
    """
    used: set[str] = set()
    chosen = closure(thing, catalogue)
    ids = {one.id for _, one in chosen}
    for graph in _graphs(chosen, {old: new for old, new in catalogue.redirects.items() if new in ids}):
        for resource in graph.resources():
            used |= {str(value) for values in resource.statements.values() for value in values if _is_concept(value)}
            yield resource
    if chosen and catalogue.release:
        yield from _release(catalogue.release).resources()
    yield from _vocabulary(sorted(used)).resources()


def _graphs(chosen: Iterable[tuple[str, Any]], redirects: dict[str, str]) -> Iterator[Graph]:
    """
    Give what is said of each record, and which addresses were retired.
    """
    for table, one in chosen:
        graph = Graph()
        _DESCRIBE[table](graph, record(one.id), one)
        yield graph
    graph = Graph()
    for retired, successor in redirects.items():
        graph.add(record(retired), "dcterms:isReplacedBy", record(successor))
    yield graph


def _place(graph: Graph, node: Iri, place: Place) -> None:
    """
    Describe a place.
    """
    graph.add(node, "rdf:type", term("schema:Place"))
    graph.add(node, "dcterms:type", concept("PlaceKind", place.kind))
    graph.add(node, "ds:admin1", english(place.admin1))
    graph.add(node, "schema:containedInPlace", _known(place.within))
    if place.coordinates is not None:
        _position(graph, node, place.coordinates)
    _bearer(graph, node, place)


def _position(graph: Graph, node: Iri, position: Coordinates) -> None:
    """
    Say where a place is.
    """
    longitude, latitude = number(position.longitude), number(position.latitude)
    geometry = part(node, "_position")
    graph.add(node, "rdf:type", term("geosparql:Feature"))
    graph.add(node, "geo:lat", latitude)
    graph.add(node, "geo:long", longitude)
    graph.add(node, "geosparql:hasGeometry", geometry)
    graph.add(geometry, "rdf:type", term("geosparql:Geometry"))
    point = f"POINT({longitude.text} {latitude.text})"
    graph.add(geometry, "geosparql:asWKT", Literal(point, datatype=term("geosparql:wktLiteral")))
    graph.add(geometry, "ds:basis", concept("CoordinateBasis", position.basis))
    cite(graph, geometry, (position.citation,))


def _institution(graph: Graph, node: Iri, institution: Institution) -> None:
    """
    Describe an institution.
    """
    graph.add(node, "rdf:type", term(_INSTITUTIONS.get(institution.kind, "schema:Organization")))
    graph.add(node, "dcterms:type", concept("InstitutionKind", institution.kind))
    graph.add(node, "dcterms:isPartOf", _known(institution.within))
    graph.add(node, "schema:location", _known(institution.seat))
    _bearer(graph, node, institution)


def _bearer(graph: Graph, node: Iri, bearer: Bearer) -> None:
    """
    Describe what places and institutions have in common.
    """
    _common(graph, node, bearer)
    graph.add(node, "ds:country", plain(bearer.country))
    if bearer.current is not None:
        graph.add(node, "ds:current", Literal(str(bearer.current).lower(), datatype=term("xsd:boolean")))
    date(graph, node, "ds:founded", "_founded", bearer.founded)
    if bearer.ending is not None:
        _ending(graph, node, bearer.ending)
    dispute(graph, node, bearer.disputes)
    describe_names(graph, bearer)
    describe_changes(graph, bearer)


def _ending(graph: Graph, node: Iri, ending: Ending) -> None:
    """
    Say how a bearer ended.
    """
    end = part(node, "_ending")
    graph.add(node, "ds:ending", end)
    graph.add(end, "rdf:type", term("ds:Ending"))
    graph.add(end, "ds:how", concept("EndingHow", ending.how))
    graph.add(end, "dcterms:date", edtf(ending.date))
    graph.add(end, "ds:into", *map(record, ending.into))
    graph.add(end, "ds:act", _known(ending.act))
    graph.add(end, "ds:event", _known(ending.event))
    graph.add(end, "rdfs:comment", english(ending.note))
    cite(graph, end, ending.citations)
    dispute(graph, end, ending.disputes)


def _person(graph: Graph, node: Iri, person: Person) -> None:
    """
    Describe a person.
    """
    graph.add(node, "rdf:type", term("schema:Person"))
    _common(graph, node, person)
    _spellings(graph, node, person)
    date(graph, node, "ds:born", "_born", person.born)
    date(graph, node, "ds:died", "_died", person.died)


def _topic(graph: Graph, node: Iri, topic: Topic) -> None:
    """
    Describe a topic.
    """
    graph.add(node, "rdf:type", term("skos:Concept"))
    graph.add(node, "dcterms:type", concept("TopicKind", topic.kind))
    _common(graph, node, topic)
    _spellings(graph, node, topic)
    date(graph, node, "ds:period", "_period", topic.period)


def _common(graph: Graph, node: Iri, one: Bearer | Person | Topic) -> None:
    """
    Describe what bearers, people and topics have in common.
    """
    graph.add(node, "rdfs:label", english(one.label))
    graph.add(node, "dcterms:description", english(one.summary))
    ids = (Iri(_WEB[key].format(quote(id))) for key, id in one.links.items() if key in _WEB)
    graph.add(node, "skos:closeMatch", *ids)
    graph.add(node, "dcterms:identifier", *(plain(f"{key}:{id}") for key, id in one.links.items()))
    relate(graph, node, one.relations)
    cite(graph, node, one.citations)


def _spellings(graph: Graph, node: Iri, one: Person | Topic) -> None:
    """
    Give the names of a person or topic.
    """
    forms = (Literal(form, language=tag) for tag, spellings in one.forms.items() for form in spellings)
    graph.add(node, "schema:name", *forms)
    graph.add(node, "schema:alternateName", *map(plain, one.aliases))


def _event(graph: Graph, node: Iri, event: Event) -> None:
    """
    Describe an event.
    """
    graph.add(node, "rdf:type", term("schema:Event"))
    graph.add(node, "rdfs:label", english(event.label))
    graph.add(node, "dcterms:type", concept("EventKind", event.kind))
    graph.add(node, "dcterms:description", english(event.summary))
    date(graph, node, "ds:when", "_when", event.when)
    graph.add(node, "schema:location", _known(event.place))
    graph.add(node, "ds:participant", *map(record, event.participants))
    graph.add(node, "ds:cause", *map(record, event.causes))
    graph.add(node, "ds:act", _known(event.act))
    cite(graph, node, event.citations)
    dispute(graph, node, event.disputes)


def _act(graph: Graph, node: Iri, act: Act) -> None:
    """
    Describe an act.
    """
    graph.add(node, "rdf:type", term("schema:Legislation"), term("prov:Entity"))
    graph.add(node, "rdfs:label", english(act.title))
    forms = (Literal(form, language=tag) for tag, spellings in act.forms.items() for form in spellings)
    graph.add(node, "dcterms:title", *forms)
    graph.add(node, "dcterms:type", concept("ActKind", act.kind))
    graph.add(node, "dcterms:creator", _known(act.issuer))
    graph.add(node, "bibo:number", plain(act.number))
    graph.add(node, "dcterms:date", edtf(act.date))
    graph.add(node, "dcterms:issued", edtf(act.published))
    graph.add(node, "rdfs:comment", english(act.note))
    cite(graph, node, act.citations)


def _claim(graph: Graph, node: Iri, claim: Claim) -> None:
    """
    Describe a claim.
    """
    graph.add(node, "rdf:type", term("schema:Claim"))
    graph.add(node, "rdfs:label", english(claim.statement))
    graph.add(node, "ds:section", english(claim.section))
    graph.add(node, "schema:about", *map(record, claim.subjects))
    graph.add(node, "ds:status", concept("ClaimStatus", claim.status))
    graph.add(node, "ds:correction", english(claim.correction))
    graph.add(node, "ds:evidence", *map(record, claim.evidence))
    graph.add(node, "rdfs:comment", english(claim.note))
    cite(graph, node, claim.citations)


def _source(graph: Graph, node: Iri, source: Source) -> None:
    """
    Describe a source.
    """
    graph.add(node, "rdf:type", term(_SOURCES.get(source.kind, "bibo:Document")), term("prov:Entity"))
    graph.add(node, "dcterms:title", plain(source.title))
    graph.add(node, "dcterms:type", concept("SourceKind", source.kind))
    graph.add(node, "dcterms:publisher", plain(source.publisher))
    graph.add(node, "dcterms:creator", plain(source.author))
    graph.add(node, "dcterms:issued", edtf(source.date))
    graph.add(node, "schema:url", address(source.url))
    graph.add(node, "schema:archivedAt", address(source.archived_url))
    graph.add(node, "dcterms:language", plain(source.language))
    graph.add(node, "dcterms:license", plain(source.licence))
    graph.add(node, "ds:accessed", edtf(source.accessed))
    graph.add(node, "prov:wasDerivedFrom", _known(source.derived_from))
    graph.add(node, "rdfs:comment", english(source.note))


def _release(release: Release) -> Graph:
    """
    Describe the release of the data.
    """
    graph, node = Graph(), Iri(BASE)
    graph.add(node, "rdf:type", term("schema:Dataset"))
    graph.add(node, "schema:version", plain(release.version))
    graph.add(node, "dcterms:issued", edtf(release.date))
    graph.add(node, "dcterms:license", plain(release.licence))
    return graph


def _vocabulary(used: Iterable[str]) -> Graph:
    """
    Define the terms of the vocabularies that are used.
    """
    graph = Graph()
    for one in used:
        vocabulary, _, name = one.removeprefix(PREFIXES["ds"]).partition("-")
        graph.add(Iri(one), "rdf:type", term("skos:Concept"))
        graph.add(Iri(one), "skos:prefLabel", english(name))
        graph.add(Iri(one), "skos:definition", english(VOCABULARIES[vocabulary].get(name)))
    return graph


def _is_concept(value: object) -> bool:
    """
    Say whether a value is a term of a vocabulary.
    """
    return isinstance(value, Iri) and value.removeprefix(PREFIXES["ds"]).partition("-")[0] in VOCABULARIES


def _known(id: str | None) -> Iri | None:
    """
    Give the address of a record, or nothing.
    """
    return record(id) if id else None


_DESCRIBE: dict[str, Callable[[Graph, Iri, Any], None]] = {
    "places": _place,
    "institutions": _institution,
    "people": _person,
    "topics": _topic,
    "events": _event,
    "acts": _act,
    "claims": _claim,
    "sources": _source,
}
