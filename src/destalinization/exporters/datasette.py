"""
Metadata for Datasette (https://docs.datasette.io/en/stable/metadata.html), to be served with the SQLite database.

The database must be called ``destalinization.db``, since Datasette knows it by the name of its file::

    destalinization export sqlite -o destalinization.db
    destalinization export datasette -o metadata.json
    datasette destalinization.db --metadata metadata.json
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..relational import TABLES
from ..store.catalogue import Catalogue
from . import dataset
from .queries import QUERIES
from .registry import Format

if TYPE_CHECKING:
    from ..relational import Definition

FORMAT = Format(
    name="datasette",
    title="JSON: metadata for Datasette, to be served with the SQLite database",
    extension=".json",
    carries=(
        "title, version and licence of the data",
        "the meaning of every table and column of the SQLite database, and what to narrow it down by",
        "questions: the name on a date, all bearers of a name, renamings of a person's names and by month, disputes",
    ),
    lacks=("the data, which are in the format sqlite; the metadata are the same for every selection",),
)

_FACETS = {
    "bearers": ("type", "kind", "country", "current"),
    "names": ("today", "use", "succession"),
    "forms": ("language",),
    "honours": ("target", "certainty"),
    "changes": ("how",),
    "change_honours": ("effect", "target"),
    "events": ("kind",),
    "acts": ("kind", "issuer"),
    "claims": ("section", "status"),
    "relations": ("type",),
    "sources": ("kind", "language"),
    "disputes": ("field", "standing"),
    "records": ("type",),
}
"""The columns that Datasette offers for narrowing a table down."""

_LABELS = ("label", "text", "title", "statement", "form", "alias")
"""The columns by which Datasette calls a row, in order of preference."""


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write the metadata.

    Args:
        thing: a catalogue, a table or several records; the metadata are the same for all.
        catalogue: whose release they are of.
    """
    own = thing if isinstance(thing, Catalogue) else catalogue
    release = own.release
    about: dict[str, Any] = {
        "title": dataset.TITLE,
        "description": dataset.DESCRIPTION,
        "source": dataset.PUBLISHER,
        "source_url": dataset.HOMEPAGE,
    }
    if release is not None:
        about["title"] = f"{dataset.TITLE} ({release.version})"
        about["license"] = release.licence
        about["license_url"] = dataset.licence_url(release)
    about["databases"] = {
        dataset.NAME: {
            "tables": {table.name: _table(table) for table in TABLES} | {"names_search": {"hidden": True}},
            "queries": {query.name: _query(query.title, query.description, query.sql) for query in QUERIES},
        }
    }
    yield f"{json.dumps(about, ensure_ascii=False, indent=2)}\n"


def _table(table: Definition) -> dict[str, Any]:
    """
    Describe a table.
    """
    names = [column.name for column in table.columns]
    label = next((name for name in _LABELS if name in names), None)
    return {
        "description": f"A row is {table.row}.",
        "columns": {column.name: column.meaning for column in table.columns},
        **({"label_column": label} if label else {}),
        **({"facets": list(_FACETS[table.name])} if table.name in _FACETS else {}),
    }


def _query(title: str, description: str, sql: str) -> dict[str, str]:
    """
    Describe a question.
    """
    return {"title": title, "description": description, "sql": sql.strip()}
