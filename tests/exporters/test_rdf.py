"""
RDF: two serialisations of the same statements, complete, lawful, and answering questions about days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from pyshacl import validate
from rdflib import RDF, Literal, URIRef

import destalinization as ds
from destalinization.model.changes import changes_of
from destalinization.model.provenance import Citation, Dispute
from destalinization.model.walk import parts
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SERIALISATIONS = {"turtle": "turtle", "json-ld": "json-ld"}
SHAPES = Path(__file__).parent.parent / "data" / "shapes.ttl"
BASE = "https://w3id.org/destalinization/"
BEARERS = [*ds.places, *ds.institutions]
NAMES = [(bearer, name) for bearer in BEARERS for name in (*bearer.names, *(side.name for side in bearer.also))]
PREFIXES = """
PREFIX ds: <https://w3id.org/destalinization/vocabulary#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX schema: <https://schema.org/>
PREFIX skosxl: <http://www.w3.org/2008/05/skos-xl#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
IN_FORCE = """
?label schema:validFrom ?from . OPTIONAL { ?label schema:validThrough ?through }
FILTER(?from <= "1950-06-01"^^xsd:date && (!BOUND(?through) || ?through >= "1950-06-01"^^xsd:date))
"""


def term(name: str) -> URIRef:
    """
    Give a term of this library's own vocabulary.
    """
    return URIRef(f"{BASE}vocabulary#{name}")


def prov(name: str) -> URIRef:
    """
    Give a term of PROV-O.
    """
    return URIRef(f"http://www.w3.org/ns/prov#{name}")


def read(write: Write, format: str, thing: Any = None, catalogue: Catalogue | None = None) -> rdflib.Graph:
    """
    Write and read a serialisation.
    """
    return rdflib.Graph().parse(data=write(format, thing, catalogue), format=SERIALISATIONS[format])


@pytest.fixture(scope="module")
def graph(write: Write) -> rdflib.Graph:
    """
    The whole data.
    """
    return read(write, "turtle")


def ask(graph: rdflib.Graph, query: str) -> set[tuple[str, ...]]:
    """
    Ask a question.
    """
    found: Any = graph.query(PREFIXES + query)
    return {tuple(str(value).removeprefix(BASE) for value in row) for row in found}


def test_both_serialisations_state_the_same(write: Write, graph: rdflib.Graph) -> None:
    """
    Nothing is nameless, so the same statements are the same graph.
    """
    assert set(graph) == set(read(write, "json-ld"))
    assert not [node for triple in graph for node in triple if isinstance(node, rdflib.BNode)]


def test_what_dushanbe_was_called(graph: rdflib.Graph) -> None:
    """
    The name in force on a day, in English and in Tajik.
    """
    query = f"""SELECT ?name {{
      <{BASE}dushanbe> skosxl:prefLabel|skosxl:altLabel ?label .
      ?label skosxl:literalForm ?name . FILTER(LANG(?name) IN ('en', 'tg'))
      {IN_FORCE} }}"""
    assert {("Stalinabad",), ("Сталинобод",)} == ask(graph, query)


def test_which_places_were_called_stalino(graph: rdflib.Graph) -> None:
    """
    Those that had a name on a day, or may have had it.
    """
    query = f"""SELECT ?bearer {{
      ?bearer skosxl:prefLabel|skosxl:altLabel ?label . ?label skosxl:literalForm 'Stalino'@en .
      {IN_FORCE} }}"""
    assert {("donetsk",), ("malye-shigali",), ("murgap-turkmenistan",), ("shahrixon",)} == ask(graph, query)


def test_who_says_so(graph: rdflib.Graph) -> None:
    """
    A renaming leads to its act, and a name to its sources.
    """
    query = f"""SELECT ?act ?source {{
      <{BASE}volgograd/volgograd> prov:wasInfluencedBy ?act ; prov:generated/prov:wasDerivedFrom ?source }}"""
    sources = ("gorvesti-152514", "volgograd-news-103180", "emelyanov-sud-pigmeev")
    assert {("rsfsr-1961-11-10", source) for source in sources} == ask(graph, query)


def test_open_and_unknown_ends(graph: rdflib.Graph) -> None:
    """
    A name without a last day is in use, or its end is unknown.
    """
    query = "SELECT ?label { ?label a ds:Name ; schema:validFrom ?from ; ds:inUse true }"
    in_use = ask(graph, query)
    assert ("volgograd#volgograd",) in in_use
    assert ("shahrixon#stalino",) not in in_use
    valid = URIRef("http://purl.org/dc/terms/valid")
    edtf = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")
    told = [next(graph.objects(URIRef(BASE + id), valid)) for id in ("volgograd#volgograd", "shahrixon#stalino")]
    assert [Literal("1961-11-10/..", datatype=edtf), Literal("1933/", datatype=edtf)] == told


def test_every_name_is_there(graph: rdflib.Graph) -> None:
    """
    A name, and as many labels as it has forms.
    """
    names = set(graph.subjects(RDF.type, term("Name")))
    assert {URIRef(f"{BASE}{bearer.id}#{name.key}") for bearer, name in NAMES} == names
    forms = sum(len({("en", n.text), *((t, f) for t, fs in n.forms.items() for f in fs)}) for _, n in NAMES)
    assert forms == len(list(graph.subjects(RDF.type, URIRef("http://www.w3.org/2008/05/skos-xl#Label"))))


def test_every_citation_and_dispute_is_there(graph: rdflib.Graph) -> None:
    """
    As many as there are anywhere in the records; those of names stand at their names.
    """
    found = [part for _, record in ds.catalogue().stored() for _, part in parts(record)]
    assert sum(type(part) is Citation for part in found) == len(list(graph.subjects(RDF.type, prov("Derivation"))))
    assert sum(type(part) is Dispute for part in found) == len(list(graph.subjects(RDF.type, term("Dispute"))))
    for bearer, name in NAMES:
        node = URIRef(f"{BASE}{bearer.id}#{name.key}")
        cited = [
            value
            for one in graph.objects(node, prov("qualifiedDerivation"))
            for value in graph.objects(one, prov("entity"))
        ]
        assert Counter(citation.source for citation in name.citations) == Counter(
            str(v).removeprefix(BASE) for v in cited
        )
        assert len(name.disputes) == len(list(graph.objects(node, term("dispute"))))


def test_every_record_is_there(graph: rdflib.Graph) -> None:
    """
    Each record of each table, and each change, has a class.
    """
    typed = {str(subject).removeprefix(BASE) for subject in graph.subjects(RDF.type, None)}
    assert [] == [record.id for _, record in ds.catalogue().stored() if record.id not in typed]
    assert [] == [id for id in ds.changes.ids() if id not in typed]
    renamings = {str(subject).removeprefix(BASE) for subject in graph.subjects(RDF.type, term("Renaming"))}
    assert set(ds.renamings.ids()) == renamings


def test_terms_are_defined(graph: rdflib.Graph) -> None:
    """
    Every term of a vocabulary that occurs comes with its definition.
    """
    used = {value for value in graph.objects() if str(value).startswith(f"{BASE}vocabulary#") and "-" in str(value)}
    defined = set(graph.subjects(URIRef("http://www.w3.org/2004/02/skos/core#definition"), None))
    assert len(used) > 100
    assert used == defined


def test_it_keeps_its_shapes(graph: rdflib.Graph, hostile: Catalogue, write: Write) -> None:
    """
    The data, and a hostile catalogue, have what the shapes demand; a name robbed of its citations has not.
    """
    shapes = rdflib.Graph().parse(SHAPES)
    small = read(write, "turtle", catalogue=hostile)
    for one in (graph, small):
        conforms, _, report = validate(one, shacl_graph=shapes)
        assert conforms, report
    small.remove((URIRef(f"{BASE}p#a"), prov("qualifiedDerivation"), None))
    assert validate(small, shacl_graph=shapes)[0] is False


@pytest.mark.parametrize("format", SERIALISATIONS)
def test_hostile_names(write: Write, hostile: Catalogue, format: str) -> None:
    """
    Texts come back sign for sign.
    """
    graph = read(write, format, catalogue=hostile)
    texts = set(graph.objects())
    assert {Literal(hostile.places["p"].label, lang="en"), Literal('Ст"алин\\о', lang="ru"), Literal('19"51')} <= texts
    assert Literal("one\ntwo \\ three\x01", lang="en") in texts
    assert Literal("POINT(100.25 -0.5)", datatype=URIRef("http://www.opengis.net/ont/geosparql#wktLiteral")) in texts


@pytest.mark.parametrize("format", SERIALISATIONS)
def test_a_selection_brings_what_it_refers_to(write: Write, format: str) -> None:
    """
    A change stands for its bearer, whose acts, honoured and sources come along.
    """
    graph = read(write, format, [ds.changes["volgograd/stalingrad"]])
    subjects = {str(subject).removeprefix(BASE) for subject in graph.subjects()}
    assert {
        "volgograd",
        "volgograd/stalingrad",
        "joseph-stalin",
        "ussr-cec-1925-04-10",
        "mtv-online-6835565185",
    } <= subjects
    assert "dushanbe" not in subjects
    steps = {str(one).removeprefix(BASE) for one in graph.subjects(term("bearer"), URIRef(f"{BASE}volgograd"))}
    assert {change.id for change in changes_of(ds.places["volgograd"])} == steps


@pytest.mark.parametrize("format", SERIALISATIONS)
def test_nothing_to_write(write: Write, format: str) -> None:
    """
    An empty catalogue says nothing.
    """
    assert 0 == len(read(write, format, catalogue=Catalogue.from_records([])))
