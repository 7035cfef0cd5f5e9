"""
The JSON Schema of the JSON document, generated from the model and shipped with the package.
"""

from __future__ import annotations

import types
from inspect import cleandoc
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from .dates import HistoricalDate, Interval
from .document import SCHEMA
from .model.changes import Change
from .model.frozenmap import FrozenMap
from .model.period import Period
from .model.release import Release
from .store.bundle import document as bundled_document
from .store.catalogue import STORED
from .store.directory import CLASSES

_YEAR = (
    r"(\d{4}|\d{3}X|\d{2}XX|\d{4}-(0[1-9]|1[0-2]|XX)|\d{4}-XX-XX|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]|XX))[~?%]?"
)
DATE = rf"^({_YEAR}|\[{_YEAR}(,{_YEAR})*\])$"
"""The form of a date; which days a month has is left to the library."""
INTERVAL = rf"^({_YEAR}|\.\.)?/({_YEAR}|\.\.)?$"
"""The form of an interval."""


def schema() -> dict[str, Any]:
    """
    Give the JSON Schema (draft 2020-12) of the JSON document; its definitions hold a schema of each record.

    >>> import destalinization as ds
    >>> ds.schema()["$defs"]["Name"]["required"]
    ['key', 'text']
    """
    return bundled_document("schema.json")


def generate() -> dict[str, Any]:
    """
    Make the schema from the model.
    """
    definitions: dict[str, Any] = {}
    lists = {name: {"type": "array", "items": _of(CLASSES[name], definitions)} for name in STORED}
    lists["changes"] = {"type": "array", "items": _of(Change, definitions)}
    _of(Period, definitions)
    definitions["Name"]["properties"]["period"] = {
        "$ref": "#/$defs/Period",
        "description": "Derived: when the name was in force. Written for readers, checked when read.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "destalinization",
        "description": "The reference open data set of de-Stalinization as one JSON document.",
        "type": "object",
        "properties": {
            "$schema": {"type": "string"},
            "release": _of(Release, definitions),
            "redirects": {"type": "object", "additionalProperties": {"type": "string"}},
            **lists,
        },
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """
    Give the schema of a type, and add the definitions of the records in it.
    """
    if kind in (str, bool, float):
        return {"type": {str: "string", bool: "boolean", float: "number"}[kind]}
    if kind is HistoricalDate:
        return {"type": "string", "pattern": DATE}
    if kind is Interval:
        return {"type": "string", "pattern": INTERVAL}
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0], definitions)}
    if origin is FrozenMap:
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    if origin in (types.UnionType, Union):
        options = [{"type": "null"} if option is type(None) else _of(option, definitions) for option in inner]
        return {"anyOf": options}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = _record(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _record(kind: type[Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """
    Give the schema of a class of records, with the descriptions of its docstring.
    """
    hints = get_type_hints(kind)
    doc = cleandoc(kind.__doc__ or "")  # Python 3.13 has taken the indentation out already
    descriptions = _attributes(doc)
    fields = attrs.fields(kind)
    return {
        "type": "object",
        "description": _first_sentence(doc),
        "properties": {
            field.name: {**_of(hints[field.name], definitions), "description": descriptions[field.name]}
            for field in fields
        },
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _first_sentence(doc: str) -> str:
    """
    Give the first line of a docstring.
    """
    return doc.strip().splitlines()[0]


def _attributes(doc: str) -> dict[str, str]:
    """
    Read the ``Attributes`` of a docstring.
    """
    found: dict[str, str] = {}
    name = ""
    _, _, section = doc.partition("Attributes:\n")
    for line in section.splitlines():
        if not line.strip() or line.lstrip().startswith(">>>"):
            break
        if line.startswith(" " * 8):
            found[name] += f" {line.strip()}"
        else:
            name, _, text = line.strip().partition(": ")
            found[name] = text
    return found
