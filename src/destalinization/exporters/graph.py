"""
RDF terms and small graphs, for the formats that write statements about the records.

Terms are those of RDF 1.1 (https://www.w3.org/TR/rdf11-concepts/), without blank nodes: everything has an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from ..document import BASE

PREFIXES = {
    "bibo": "http://purl.org/ontology/bibo/",
    "crm": "http://www.cidoc-crm.org/cidoc-crm/",
    "dcterms": "http://purl.org/dc/terms/",
    "ds": f"{BASE}vocabulary#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "geosparql": "http://www.opengis.net/ont/geosparql#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The namespaces, by their usual prefixes; ``ds`` is this library's own."""


class Iri(str):
    """
    The address of something, in full.
    """

    __slots__ = ()


class Literal(NamedTuple):
    """
    A value.

    Attributes:
        text: how it is written.
        language: its BCP 47 tag, or an empty text.
        datatype: the address of its type; empty for plain text.
    """

    text: str
    language: str = ""
    datatype: str = ""


Term = Iri | Literal


class Resource(NamedTuple):
    """
    Something, and what is said of it.

    Attributes:
        subject: its address.
        statements: what is said: properties, each with its values, in the order in which they were first said.
    """

    subject: Iri
    statements: dict[Iri, list[Term]]


class Graph:
    """
    Statements, kept by what they are about.

    >>> graph = Graph()
    >>> graph.add(record("volgograd"), "rdfs:label", Literal("Volgograd", language="en"))
    >>> [(resource.subject, len(resource.statements)) for resource in graph.resources()]
    [('https://w3id.org/destalinization/volgograd', 1)]
    """

    __slots__ = ("_said",)

    def __init__(self) -> None:
        self._said: dict[Iri, dict[Iri, dict[Term, None]]] = {}

    def add(self, subject: Iri, predicate: str, *objects: Term | None) -> None:
        """
        Say something, once.

        Args:
            subject: what it is about.
            predicate: the property, with its prefix.
            objects: the values; None is nothing said.
        """
        values = [value for value in objects if value is not None]
        if values:
            self._said.setdefault(subject, {}).setdefault(term(predicate), {}).update(dict.fromkeys(values))

    def resources(self) -> Iterator[Resource]:
        """
        Give what is said, by what it is about.
        """
        for subject, said in self._said.items():
            yield Resource(subject, {predicate: list(values) for predicate, values in said.items()})


def term(name: str) -> Iri:
    """
    Give the address of a term with a prefix.

    Args:
        name: the term.

    >>> term("skos:prefLabel")
    'http://www.w3.org/2004/02/skos/core#prefLabel'
    """
    prefix, _, local = name.partition(":")
    return Iri(PREFIXES[prefix] + local)


def record(id: str) -> Iri:
    """
    Give the address of a record.

    Args:
        id: its id.
    """
    return Iri(BASE + quote(id))


def part(whole: Iri, name: str) -> Iri:
    """
    Give the address of a part of something.

    Args:
        whole: the address of the whole.
        name: what the part is called in it.

    >>> part(part(record("volgograd"), "stalingrad"), "dispute-1")
    'https://w3id.org/destalinization/volgograd#stalingrad.dispute-1'
    """
    return Iri(f"{whole}{'.' if '#' in whole else '#'}{quote(name)}")


def concept(vocabulary: str, name: str) -> Iri:
    """
    Give the address of a term of a vocabulary.

    Args:
        vocabulary: the vocabulary.
        name: the term.

    >>> concept("PlaceKind", "city")
    'https://w3id.org/destalinization/vocabulary#PlaceKind-city'
    """
    return term(f"ds:{vocabulary}-{name}")


def english(text: str | None) -> Literal | None:
    """
    Give an English text, or nothing.

    Args:
        text: the text.
    """
    return Literal(text, language="en") if text else None


def plain(text: object) -> Literal | None:
    """
    Give a text without a language, or nothing.

    Args:
        text: the text.
    """
    return Literal(str(text)) if text else None


def edtf(text: object) -> Literal | None:
    """
    Give a date or interval as EDTF, or nothing.

    Args:
        text: the date.
    """
    return Literal(str(text), datatype=term("edtf:EDTF")) if text else None


def day(value: object) -> Literal | None:
    """
    Give a day as a date of XML Schema, which queries can compare, or nothing.

    Args:
        value: the day.
    """
    return Literal(str(value), datatype=term("xsd:date")) if value else None


def number(value: float) -> Literal:
    """
    Give a number.

    Args:
        value: the number.
    """
    return Literal(f"{value:.10f}".rstrip("0").rstrip("."), datatype=term("xsd:decimal"))


def integer(value: int) -> Literal:
    """
    Give a whole number.

    Args:
        value: the number.
    """
    return Literal(str(value), datatype=term("xsd:integer"))


def address(text: str | None) -> Literal | None:
    """
    Give an address on the web as a value, since not all that sources have are lawful, or nothing.

    Args:
        text: the address.
    """
    return Literal(text, datatype=term("xsd:anyURI")) if text else None
