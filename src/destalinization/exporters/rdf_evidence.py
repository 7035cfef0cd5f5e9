"""
Who says so, as RDF: citations as derivations of PROV-O (https://www.w3.org/TR/prov-o/), disputes and dated statements.

Each citation is said twice: ``prov:wasDerivedFrom`` leads straight to the source, and ``prov:qualifiedDerivation`` to a
derivation that has the locator, the note and what is supported.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .graph import Graph, Iri, concept, day, edtf, english, part, plain, record, term

if TYPE_CHECKING:
    from ..model.provenance import Citation, Dated, Dispute
    from ..model.relations import Relation


def cite(graph: Graph, subject: Iri, citations: Iterable[Citation]) -> None:
    """
    Say where something is taken from.

    Args:
        graph: what is said.
        subject: what it is about.
        citations: who says so.
    """
    for number, citation in enumerate(citations, 1):
        source, derivation = record(citation.source), part(subject, f"citation-{number}")
        graph.add(subject, "prov:wasDerivedFrom", source)
        graph.add(subject, "prov:qualifiedDerivation", derivation)
        graph.add(derivation, "rdf:type", term("prov:Derivation"))
        graph.add(derivation, "prov:entity", source)
        graph.add(derivation, "bibo:locator", plain(citation.locator))
        graph.add(derivation, "ds:supports", *map(plain, citation.supports))
        graph.add(derivation, "rdfs:comment", english(citation.note))


def dispute(graph: Graph, subject: Iri, disputes: Iterable[Dispute]) -> None:
    """
    Say what other sources say.

    Args:
        graph: what is said.
        subject: what it is about.
        disputes: the disputes.
    """
    for number, other in enumerate(disputes, 1):
        node = part(subject, f"dispute-{number}")
        graph.add(subject, "ds:dispute", node)
        graph.add(node, "rdf:type", term("ds:Dispute"))
        graph.add(node, "ds:field", plain(other.field))
        graph.add(node, "rdf:value", plain(other.value))
        graph.add(node, "ds:standing", concept("DisputeStanding", other.standing))
        graph.add(node, "rdfs:comment", english(other.note))
        cite(graph, node, other.citations)


def date(graph: Graph, subject: Iri, predicate: str, name: str, dated: Dated | None) -> None:
    """
    Say when something was, and who says so.

    Args:
        graph: what is said.
        subject: what it is about.
        predicate: what it is the date of.
        name: what the statement is called among the parts of the subject.
        dated: the date with its evidence; nothing is said without one.
    """
    if dated is None:
        return
    node = part(subject, name)
    graph.add(subject, predicate, node)
    graph.add(node, "rdf:type", term("ds:DatedStatement"))
    graph.add(node, "rdf:value", edtf(dated.value))
    graph.add(node, "ds:earliest", day(dated.value.earliest))
    graph.add(node, "ds:latest", day(dated.value.latest))
    graph.add(node, "rdfs:comment", english(dated.note))
    cite(graph, node, dated.citations)
    dispute(graph, node, dated.disputes)


def relate(graph: Graph, subject: Iri, relations: Iterable[Relation]) -> None:
    """
    Say what something has to do with other records: straight, and with time and evidence.

    Args:
        graph: what is said.
        subject: what it is about.
        relations: the relations.
    """
    for number, relation in enumerate(relations, 1):
        node, target = part(subject, f"_relation-{number}"), record(relation.target)
        graph.add(subject, f"ds:{relation.type}", target)
        graph.add(subject, "ds:relation", node)
        graph.add(node, "rdf:type", term("ds:Relation"))
        graph.add(node, "ds:relationType", concept("RelationType", relation.type))
        graph.add(node, "ds:target", target)
        graph.add(node, "dcterms:valid", edtf(relation.when))
        graph.add(node, "rdfs:comment", english(relation.note))
        cite(graph, node, relation.citations)
