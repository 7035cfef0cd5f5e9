"""
RDF as Turtle (https://www.w3.org/TR/turtle/); `triples` says what is stated and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .graph import PREFIXES, Iri, Term
from .registry import Format
from .triples import CARRIES, LACKS, resources

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue
    from .graph import Resource

FORMAT = Format(
    name="turtle",
    title="RDF in Turtle: SKOS-XL labels with their validity, PROV citations",
    extension=".ttl",
    carries=CARRIES,
    lacks=LACKS,
)

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_UNSAFE = re.compile('["\\\\\x00-\x1f\x7f-\x9f]')
_LOCAL = re.compile("[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*")


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write a selection, with all that it refers to, as Turtle, one resource a paragraph.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what they refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    for prefix, namespace in PREFIXES.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for resource in resources(thing, catalogue):
        yield _paragraph(resource)


def _paragraph(resource: Resource) -> str:
    """
    Write what is said of a resource.
    """
    said = " ;\n    ".join(
        f"{_term(predicate)} {', '.join(_term(value) for value in values)}"
        for predicate, values in resource.statements.items()
    )
    return f"\n{_term(resource.subject)}\n    {said} .\n"


def _term(value: Term) -> str:
    """
    Write a term.
    """
    if isinstance(value, Iri):
        return _short(value) or f"<{value}>"
    text = f'"{_UNSAFE.sub(_escaped, value.text)}"'
    if value.language:
        return f"{text}@{value.language}"
    return f"{text}^^{_term(Iri(value.datatype))}" if value.datatype else text


def _short(value: str) -> str | None:
    """
    Give an address with its prefix, where that can be written without escapes.
    """
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace) and _LOCAL.fullmatch(value, len(namespace)):
            return f"{prefix}:{value[len(namespace) :]}"
    return None


def _escaped(sign: re.Match[str]) -> str:
    """
    Write a sign that cannot stand in a text as it is.
    """
    return _ESCAPES.get(sign[0]) or f"\\u{ord(sign[0]):04X}"
