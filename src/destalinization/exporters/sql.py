"""
Tables in SQLite: what their columns are in SQL, and the database as the bytes of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

    from ..columns import Column
    from ..document import Part
    from ..relational import Definition, Value

_TYPES = {"integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
"""The types of the columns that are no text; GeoPackage knows them by the same names."""


@contextmanager
def database() -> Iterator[sqlite3.Connection]:
    """
    Open an empty database in memory, which writes no temporary files either; what is written is kept without being
    committed.
    """
    import sqlite3

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        yield connection


def image(connection: sqlite3.Connection) -> bytes:
    """
    Give the bytes of the file of a database, without gaps, so that they depend on what is in it alone.

    Args:
        connection: the database.
    """
    connection.execute("VACUUM")
    return connection.serialize()


def quoted(name: str) -> str:
    """
    Quote the name of a table or a column.

    Args:
        name: the name.

    >>> quoted("text")
    '"text"'
    """
    return '"' + name.replace('"', '""') + '"'


def column(column: Column) -> str:
    """
    Define a column.

    Args:
        column: the column.

    >>> from destalinization.columns import columns
    >>> [column(found) for found in columns("names", "today boolean! whether it is in use today")]
    ['"today" BOOLEAN NOT NULL']
    """
    return f"{quoted(column.name)} {_TYPES.get(column.type, 'TEXT')}{' NOT NULL' if column.required else ''}"


def create(connection: sqlite3.Connection, table: Definition, *, numbered: bool = False) -> None:
    """
    Create a table with its keys, and an index for each foreign key.

    Args:
        connection: the database.
        table: the table.
        numbered: whether its rows shall be numbered in a column of their own, ``fid``, which then is the primary key;
            the table's own key is unique in any case.
    """
    key = "UNIQUE" if numbered else "PRIMARY KEY"
    lines = ['"fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL'] if numbered else []
    lines += map(column, table.columns)
    lines.append(f"{key} ({', '.join(map(quoted, table.primary_key))})")
    lines += (
        f"FOREIGN KEY ({quoted(own)}) REFERENCES {quoted(other)} ({quoted(target)})"
        for own, other, target in table.foreign_keys
    )
    body = ",\n  ".join(lines)
    connection.execute(f"CREATE TABLE {quoted(table.name)} (\n  {body}\n)")
    for foreign in table.foreign_keys:
        if foreign.column != table.primary_key[0]:
            index(connection, table.name, foreign.column)


def index(connection: sqlite3.Connection, table: str, *names: str) -> None:
    """
    Create an index.

    Args:
        connection: the database.
        table: the table.
        names: its columns.
    """
    name = quoted("_".join((table, *names)))
    connection.execute(f"CREATE INDEX {name} ON {quoted(table)} ({', '.join(map(quoted, names))})")


def insert(
    connection: sqlite3.Connection, table: str, names: Iterable[str], rows: Iterable[Iterable[Value | bytes]]
) -> None:
    """
    Insert rows in one transaction.

    Args:
        connection: the database.
        table: the table.
        names: the columns that have values in the rows.
        rows: the values.
    """
    columns = list(map(quoted, names))
    marks = ", ".join("?" * len(columns))
    connection.execute("BEGIN")
    connection.executemany(
        f"INSERT INTO {quoted(table)} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608
        ([_stored(value) for value in row] for row in rows),
    )
    connection.execute("COMMIT")


def fill(connection: sqlite3.Connection, table: Definition, part: Part) -> None:
    """
    Insert the rows of a table.

    Args:
        connection: the database.
        table: the table.
        part: what of a catalogue is wanted.
    """
    insert(connection, table.name, (column.name for column in table.columns), table.rows(part))


def _stored(value: Value | bytes) -> str | int | float | bytes | None:
    """
    Give a value as SQLite stores it: days as text in ISO 8601, truth as 0 and 1.
    """
    return str(value) if isinstance(value, date) else value
