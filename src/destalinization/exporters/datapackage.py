"""
The descriptor of a Data Package 2.0 (https://datapackage.org/standard/data-package/) for tables as CSV.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..json_schema import DATE, INTERVAL
from ..relational import TABLES
from . import dataset

if TYPE_CHECKING:
    from ..columns import Column
    from ..document import Part
    from ..relational import Definition

EDTF = f"{DATE}|{INTERVAL}"
"""The form of a date or an interval."""

_PROFILES = "https://datapackage.org/profiles/2.0/"
_TYPES = {"integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}
"""The types of the columns that are no text."""


def descriptor(part: Part, files: dict[str, bytes]) -> dict[str, Any]:
    """
    Describe the package and its tables.

    Args:
        part: what it holds.
        files: the file of each table, by name.
    """
    release, sources = part.catalogue.release, part.catalogue.sources
    about: dict[str, Any] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": dataset.NAME,
        "title": dataset.TITLE,
        "description": dataset.DESCRIPTION,
        "homepage": dataset.HOMEPAGE,
        "contributors": [{"title": dataset.PUBLISHER, "roles": ["creator"]}],
    }
    if release is not None:
        about["version"] = release.version
        about["created"] = f"{dataset.day(release)}T00:00:00Z"
        about["licenses"] = [{"name": release.licence, "path": dataset.licence_url(release)}]
    if len(sources):
        told = ({"title": source.title, "path": source.url} for source in sources)
        about["sources"] = [{key: value for key, value in source.items() if value} for source in told]
    return about | {"resources": [_resource(table, files[f"{table.name}.csv"]) for table in TABLES]}


def _resource(table: Definition, content: bytes) -> dict[str, Any]:
    """
    Describe a table.
    """
    return {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.row,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: Definition) -> dict[str, Any]:
    """
    Describe the columns and keys of a table.
    """
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.target]}}
            for key in table.foreign_keys
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    """
    Describe a column.
    """
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.type == "edtf":
        constraints["pattern"] = EDTF
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, "string"),
        "description": column.meaning,
    }
    return field | ({"constraints": constraints} if constraints else {})
