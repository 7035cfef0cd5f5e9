"""
Names and changes as RDF: labels of SKOS-XL (https://www.w3.org/TR/skos-reference/#xl) that hold for a time.

Each form of a name is a label, since a label has one form there. The first is the name itself, ``<bearer>#<key>``, and
has all that is said of the name; the others are versions of it. Forms of a name in use today are preferred labels, one
a language; all others are alternative ones. Names of the chain have their place in it (``schema:position``).

A label has its time as a closed EDTF interval (``dcterms:valid``) and by its first and last day (``schema:validFrom``,
``schema:validThrough``), which queries can compare. What is in use today has ``ds:inUse``; without it, a missing last
day is an unknown one. The bounds of both ends are those of a time span of CIDOC CRM
(https://cidoc-crm.org/html/cidoc_crm_v7.1.2.html#E52).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.changes import Renaming, changes_of
from . import flat, spans
from .graph import Graph, Iri, Literal, concept, day, edtf, english, integer, part, record, term
from .rdf_evidence import cite, date, dispute

if TYPE_CHECKING:
    from ..model.changes import Bearer, Change
    from ..model.names import Honour, Name
    from ..model.period import Period
    from .spans import Held

_TRUE = Literal("true", datatype=term("xsd:boolean"))


def describe_names(graph: Graph, bearer: Bearer) -> None:
    """
    Say what a bearer was called, and when.

    Args:
        graph: what is said.
        bearer: the place or institution.
    """
    preferred: set[str] = set()
    for position, item in enumerate(spans.held(bearer), 1):
        node = name_of(bearer, item.name)
        _label(graph, bearer, item, preferred)
        graph.add(node, "schema:position", None if item.use else integer(position))
        _describe(graph, node, item)


def describe_changes(graph: Graph, bearer: Bearer) -> None:
    """
    Say how the names of a bearer followed each other.

    Args:
        graph: what is said.
        bearer: the place or institution.
    """
    for change in changes_of(bearer):
        node = record(change.id)
        graph.add(node, "rdf:type", term("prov:Activity"), term(f"ds:{_kind(change)}"))
        graph.add(node, "rdfs:label", english(str(change)))
        graph.add(node, "ds:bearer", record(bearer.id))
        if change.old is not None:
            graph.add(node, "ds:removesName", name_of(bearer, change.old))
        if change.new is not None:
            graph.add(node, "prov:generated", name_of(bearer, change.new))
        if change.date is not None:
            graph.add(node, "dcterms:date", edtf(change.date))
            graph.add(node, "ds:earliest", day(change.date.earliest))
            graph.add(node, "ds:latest", day(change.date.latest))
        graph.add(node, "prov:wasInfluencedBy", record(change.act) if change.act else None)
        graph.add(node, "dcterms:isPartOf", record(change.event) if change.event else None)
        graph.add(node, "ds:removes", *map(record, change.removes))
        graph.add(node, "ds:gives", *map(record, change.gives))


def name_of(bearer: Bearer, name: Name) -> Iri:
    """
    Give the address of a name.

    Args:
        bearer: whose name it is.
        name: the name.
    """
    return part(record(bearer.id), name.key)


def _kind(change: Change) -> str:
    """
    Give the class of a change.
    """
    if isinstance(change, Renaming):
        return "Renaming"
    return "Naming" if change.new else "End"


def _is_current(item: Held) -> bool:
    """
    Say whether a name of the chain is in use today.
    """
    return item.period.ongoing and not item.use


def _label(graph: Graph, bearer: Bearer, item: Held, preferred: set[str]) -> None:
    """
    Write the forms of a name as labels, and note the languages that have a preferred one.
    """
    name = name_of(bearer, item.name)
    for number, (tag, form) in enumerate(flat.forms(item.name)):
        label = part(name, f"form-{number}") if number else name
        kind = "altLabel"
        if _is_current(item) and tag not in preferred:
            kind = "prefLabel"
            preferred.add(tag)
        graph.add(record(bearer.id), f"skosxl:{kind}", label)
        graph.add(label, "rdf:type", term("skosxl:Label"))
        graph.add(label, "skosxl:literalForm", Literal(form, language=tag))
        graph.add(label, "dcterms:isVersionOf", name if number else None)
        _valid(graph, label, item.period)


def _valid(graph: Graph, label: Iri, period: Period) -> None:
    """
    Say when a label holds.
    """
    graph.add(label, "dcterms:valid", edtf(spans.edtf(period)))
    graph.add(label, "schema:validFrom", day(period.since.earliest) if period.since else None)
    graph.add(label, "schema:validThrough", day(spans.closed_end(period.before)[1]) if period.before else None)
    graph.add(label, "ds:inUse", _TRUE if period.ongoing else None)


def _describe(graph: Graph, node: Iri, item: Held) -> None:
    """
    Say what is said of a name beside its forms.
    """
    name = item.name
    graph.add(node, "rdf:type", term("ds:Name"))
    _bound(graph, node, item.period)
    graph.add(node, "ds:use", concept("NameUse", item.use) if item.use else None)
    graph.add(node, "ds:succession", concept("Succession", name.succession))
    graph.add(node, "ds:act", record(name.act) if name.act else None)
    graph.add(node, "ds:event", record(name.event) if name.event else None)
    graph.add(node, "skos:note", english(name.note))
    for number, honour in enumerate(name.honours, 1):
        _honour(graph, node, number, honour)
    for number, attested in enumerate(name.attested, 1):
        date(graph, node, "ds:attested", f"attested-{number}", attested)
    cite(graph, node, name.citations)
    dispute(graph, node, name.disputes)


def _bound(graph: Graph, node: Iri, period: Period) -> None:
    """
    Say between which days the two ends of a period lie.
    """
    if period.since is None and period.before is None:
        return
    time = part(node, "period")
    graph.add(node, "dcterms:temporal", time)
    graph.add(time, "rdf:type", term("dcterms:PeriodOfTime"), term("crm:E52_Time-Span"))
    if period.since is not None:
        graph.add(time, "crm:P82a_begin_of_the_begin", day(period.since.earliest))
        graph.add(time, "crm:P81a_end_of_the_begin", day(period.since.latest))
    if period.before is not None:
        earliest, latest = spans.closed_end(period.before)
        graph.add(time, "crm:P81b_begin_of_the_end", day(earliest))
        graph.add(time, "crm:P82b_end_of_the_end", day(latest))


def _honour(graph: Graph, name: Iri, number: int, honour: Honour) -> None:
    """
    Say whom a name honours: straight, and with certainty and evidence.
    """
    node = part(name, f"honour-{number}")
    graph.add(name, "ds:honours", record(honour.target))
    graph.add(name, "ds:honour", node)
    graph.add(node, "rdf:type", term("ds:Honour"))
    graph.add(node, "ds:target", record(honour.target))
    graph.add(node, "ds:certainty", concept("HonourCertainty", honour.certainty))
    graph.add(node, "rdfs:comment", english(honour.note))
    cite(graph, node, honour.citations)
