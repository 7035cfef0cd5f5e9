"""
RDF as JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/); `triples` says what is stated and how, as for `turtle`.

The context has prefixes only and stands in the file, so that it is read without a network.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .graph import PREFIXES, Iri, Term, term
from .registry import Format
from .triples import CARRIES, LACKS, resources

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue
    from .graph import Resource

FORMAT = Format(
    name="json-ld",
    title="RDF in JSON-LD: SKOS-XL labels with their validity, PROV citations",
    extension=".jsonld",
    carries=CARRIES,
    lacks=LACKS,
)

_TYPE = term("rdf:type")


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write a selection, with all that it refers to, as JSON-LD, one resource a line.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what they refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    yield f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": ['
    separator = "\n"
    for resource in resources(thing, catalogue):
        yield separator + json.dumps(_node(resource), ensure_ascii=False)
        separator = ",\n"
    yield "\n]}\n"


def _node(resource: Resource) -> dict[str, Any]:
    """
    Give what is said of a resource.
    """
    node: dict[str, Any] = {"@id": resource.subject}
    for predicate, values in resource.statements.items():
        if predicate == _TYPE:
            node["@type"] = [_short(str(value)) for value in values]
        else:
            node[_short(predicate)] = [_value(value) for value in values]
    return node


def _value(value: Term) -> dict[str, str]:
    """
    Give a value.
    """
    if isinstance(value, Iri):
        return {"@id": value}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text} | ({"@type": _short(value.datatype)} if value.datatype else {})


def _short(address: str) -> str:
    """
    Give the address of a term with its prefix.
    """
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace):
            return f"{prefix}:{address[len(namespace) :]}"
    return address
