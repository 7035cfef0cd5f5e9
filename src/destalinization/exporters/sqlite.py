"""
A SQLite database (https://www.sqlite.org/fileformat.html) of all tables, with keys, indexes and full-text search.

Days are text in ISO 8601, dates as sources state them are EDTF, and what is true is 1. Beside the tables there are
``names_search``, an FTS5 table (https://www.sqlite.org/fts5.html) of every spelling of every name, as it is written and
folded, and two views: ``renamings`` and ``former_names``.
The file is the same, byte for byte, for the same data and the same version of SQLite.

A name is found in any case, with and without accents, hyphens and apostrophes, if it is looked for in both columns::

    SELECT DISTINCT name FROM names_search WHERE names_search MATCH '"stalíno"';
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..document import part_of
from ..folding import fold
from ..relational import TABLES, values
from ..store.catalogue import Catalogue
from . import sql
from .registry import Format

if TYPE_CHECKING:
    import sqlite3

    from ..document import Part

FORMAT = Format(
    name="sqlite",
    title="SQLite: all tables in a database with keys, indexes, full-text search and views",
    extension=".db",
    carries=(
        "every record of every table and every part of it, with its citations and disputes",
        "the changes and the period of each name, which are derived",
        "everything that a selection refers to",
        "full-text search over every spelling of every name",
        "views of all renamings and of all former names",
    ),
    columns=tuple(column for table in TABLES for column in table.columns),
)

_INDEXES = (
    ("names", "text"), ("names", "possible_from", "possible_to"), ("forms", "form"), ("changes", "earliest"),
    ("events", "earliest"), ("links", "authority", "identifier"),
)  # fmt: skip
"""What is looked for besides keys."""

_SEARCH = """
CREATE VIRTUAL TABLE names_search USING fts5(
  form, folded, name UNINDEXED, bearer UNINDEXED, tokenize = 'unicode61 remove_diacritics 2'
)
"""
_VIEWS = (
    """
    CREATE VIEW renamings AS
    SELECT changes.id, changes.date, changes.earliest, changes.latest, old.text AS old, new.text AS new,
      changes.bearer, bearers.label, bearers.kind, bearers.country, bearers.latitude, bearers.longitude,
      changes.act, changes.event
    FROM changes
    JOIN bearers ON bearers.id = changes.bearer
    JOIN names AS old ON old.id = changes.old
    JOIN names AS new ON new.id = changes.new
    WHERE changes.how = 'renaming'
    """,
    """
    CREATE VIEW former_names AS
    SELECT names.id, names.text AS former, names.since, names.before, names.earliest_start, names.latest_end,
      today.text AS today, names.bearer, bearers.label, bearers.kind, bearers.country, bearers.latitude,
      bearers.longitude
    FROM names
    JOIN bearers ON bearers.id = names.bearer
    LEFT JOIN names AS today ON today.bearer = names.bearer AND today.today AND today."use" IS NULL
    WHERE NOT names.today AND names."use" IS NULL
    """,
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[bytes]:
    """
    Write the tables of a selection and of all that it refers to as a database.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what the records refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
        sqlite3.OperationalError: Python's SQLite was built without full-text search.
    """
    part = part_of(thing, catalogue)
    with sql.database() as connection:
        for table in TABLES:
            sql.create(connection, table)
            sql.fill(connection, table, part)
        for name, *columns in _INDEXES:
            sql.index(connection, name, *columns)
        _search(connection, part)
        for view in _VIEWS:
            connection.execute(view)
        connection.execute("ANALYZE")
        yield sql.image(connection)


def _search(connection: sqlite3.Connection, part: Part) -> None:
    """
    Fill the full-text search with every spelling of every name, each once.
    """
    connection.execute(_SEARCH)
    rows = (
        (form, fold(form), own.id, own.id.partition("/")[0])
        for own in values.names(part.catalogue)
        for form in dict.fromkeys((own.name.text, *(form for forms in own.name.forms.values() for form in forms)))
    )
    sql.insert(connection, "names_search", ("form", "folded", "name", "bearer"), rows)
    connection.execute("INSERT INTO names_search (names_search) VALUES ('optimize')")
