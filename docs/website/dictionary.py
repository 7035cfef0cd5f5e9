"""
The data dictionary and the vocabularies, from the JSON Schema and the vocabulary itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import destalinization as ds
from destalinization.json_schema import DATE, INTERVAL
from destalinization.vocabulary import FEATURE_CLASSES, VOCABULARIES

from .markup import markdown

ORDER = (
    "Place", "Institution", "Name", "SideName", "Honour", "Ending", "Coordinates", "Person", "Topic", "Relation",
    "Event", "Act", "Claim", "Source", "Citation", "Dispute", "Dated", "Change", "Period", "Release",
)  # fmt: skip
"""The records in the order in which they are told; a record that is not here comes last."""

DICTIONARY = """\
# Data dictionary

The records and their fields, as they are in Python, in the JSON document and in the data files.
The same in JSON Schema: `ds.schema()`. The columns of tables are with the [formats](../formats.md).
An optional field that is not known is left out.

"""
TERMS = """\
# Vocabularies

Every term that a field of kind, status or the like may have. A term that is not here is an error.

"""
PLAIN = {"string": "text", "number": "number", "boolean": "true or false"}


def pages(_: ds.Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the data dictionary and the vocabularies.

    Yields:
        The path of each page, and its text.
    """
    definitions = ds.schema()["$defs"]
    names = sorted(definitions, key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))
    yield "reference/dictionary.md", DICTIONARY + "".join(_record(name, definitions[name]) for name in names)
    yield "reference/vocabularies.md", TERMS + "".join(map(_vocabulary, VOCABULARIES))


def _record(name: str, definition: dict[str, Any]) -> str:
    """
    Tell a record.
    """
    needed = set(definition["required"])
    rows = (
        f"| `{field}` | {_type(field, spec)}{', required' * (field in needed)} | {markdown(spec['description'])} |\n"
        for field, spec in definition["properties"].items()
    )
    head = "| field | value | what it says |\n| --- | --- | --- |\n"
    return f"## {name}\n\n{markdown(definition['description'])}\n\n{head}{''.join(rows)}\n"


def _type(field: str, spec: dict[str, Any]) -> str:
    """
    Say what may stand in a field.
    """
    if "anyOf" in spec:
        return " or ".join(_type(field, option) for option in spec["anyOf"] if option != {"type": "null"})
    if "$ref" in spec:
        name = spec["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "enum" in spec:
        return _enum(tuple(spec["enum"]))
    if spec.get("pattern") in (DATE, INTERVAL):
        return "date (EDTF)" if spec["pattern"] == DATE else "interval (EDTF)"
    if spec["type"] == "array":
        return f"list of {_type(field, spec['items'])}"
    if spec["type"] == "object":
        return f"by key: {_type(field, spec['additionalProperties'])}"
    return PLAIN[spec["type"]]


def _enum(terms: tuple[str, ...]) -> str:
    """
    Link to a vocabulary.
    """
    name = next(name for name, definitions in VOCABULARIES.items() if tuple(definitions) == terms)
    return f"[{name}](vocabularies.md#{name.lower()})"


def _vocabulary(name: str) -> str:
    """
    Tell a vocabulary.
    """
    classed = name == "PlaceKind"
    head = f"| term | meaning |{' GeoNames class |' * classed}\n| --- | --- |{' --- |' * classed}\n"
    rows = (
        f"| `{term}` | {markdown(means)} |{f' {FEATURE_CLASSES[term]} |' if classed else ''}\n"
        for term, means in VOCABULARIES[name].items()
    )
    return f"## {name}\n\n{head}{''.join(rows)}\n"
