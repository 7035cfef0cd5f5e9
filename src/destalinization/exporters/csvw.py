"""
The metadata of CSV on the Web (https://www.w3.org/TR/tabular-metadata/) for tables as CSV.

Strict validators of CSVW want a foreign key in every row; so only columns that are never empty are told as such here.
The Data Package tells them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..relational import TABLES
from . import dataset
from .datapackage import EDTF

if TYPE_CHECKING:
    from ..columns import Column
    from ..document import Part
    from ..relational import Definition

_TYPES: dict[str, Any] = {
    "integer": "integer",
    "number": "double",
    "boolean": "boolean",
    "date": "date",
    "edtf": {"base": "string", "format": EDTF},
}
"""The types of the columns that are no plain text."""


def metadata(part: Part) -> dict[str, Any]:
    """
    Describe the tables.

    Args:
        part: what they hold.
    """
    release = part.catalogue.release
    about: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": dataset.TITLE,
        "dc:description": dataset.DESCRIPTION,
        "dc:publisher": dataset.PUBLISHER,
    }
    if release is not None:
        about["dc:license"] = {"@id": dataset.licence_url(release)}
        about["dc:issued"] = str(dataset.day(release))
        about["schema:version"] = release.version
    return about | {"tables": [_table(table) for table in TABLES]}


def _table(table: Definition) -> dict[str, Any]:
    """
    Describe a table, its columns and its keys.
    """
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    required = {column.name for column in table.columns if column.required}
    keys = [key for key in table.foreign_keys if key.column in required]
    if keys:
        schema["foreignKeys"] = [
            {
                "columnReference": key.column,
                "reference": {"resource": f"{key.table}.csv", "columnReference": key.target},
            }
            for key in keys
        ]
    return {"url": f"{table.name}.csv", "dc:description": table.row, "tableSchema": schema}


def _column(column: Column) -> dict[str, Any]:
    """
    Describe a column.
    """
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": _TYPES.get(column.type, "string"),
        "required": column.required,
    }
