"""
Formats that are SQLite databases, opened.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any

import destalinization as ds
from destalinization.exporters.registry import writer_of
from destalinization.files import as_bytes
from destalinization.relational import TABLES
from destalinization.store.catalogue import Catalogue


def written(format: str, thing: Any = None, catalogue: Catalogue | None = None) -> bytes:
    """
    Write the bundled data, another catalogue, or a selection.
    """
    own = catalogue or ds.catalogue()
    return b"".join(as_bytes(writer_of(format)(own if thing is None else thing, own)))


def opened(format: str, thing: Any = None, catalogue: Catalogue | None = None) -> sqlite3.Connection:
    """
    Write a database and open it.
    """
    connection = sqlite3.connect(":memory:")
    connection.deserialize(written(format, thing, catalogue))
    return connection


def rows(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """
    Read all tables of the data set, truth and days as such.
    """
    found = {}
    for table in TABLES:
        names = ", ".join(f'"{column.name}"' for column in table.columns)
        types = [column.type for column in table.columns]
        found[table.name] = [
            {column.name: _value(type, cell) for column, type, cell in zip(table.columns, types, row, strict=True)}
            for row in connection.execute(f"SELECT {names} FROM {table.name} ORDER BY rowid")
        ]
    return found


def _value(type: str, cell: Any) -> Any:
    if cell is None:
        return None
    if type == "date":
        return date.fromisoformat(cell)
    return bool(cell) if type == "boolean" else cell
