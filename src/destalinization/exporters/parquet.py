"""
Apache Parquet (https://parquet.apache.org/docs/): every name in its time, in one flat table.

A Parquet file holds one table, so this is the one that most questions need; the normalised tables are had by
``destalinization.frames.table``. PyArrow writes the file, or Polars where that is not here. What they write is the same
data, but not the same bytes from library to library and version to version.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..relational import flat
from ..store.catalogue import Catalogue
from .registry import Format

if TYPE_CHECKING:
    from ..frames import Library

FORMAT = Format(
    name="parquet",
    title="Parquet: every name in its time, through PyArrow or Polars",
    extension=".parquet",
    carries=(
        "every name, in the chain and beside it, with its period as EDTF, as dates, and as it can be relied on",
        "position, kind, country and ids of the bearer",
        "honours, act and event by their ids",
        "citations by the ids of their sources",
        "disputes as text",
    ),
    lacks=(
        "foundings, endings and relations",
        "locators, notes of citations and what a citation supports",
        "people, topics, events, acts, claims and sources as records",
    ),
    columns=flat.NAMES_IN_TIME.columns,
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[bytes]:
    """
    Write the names of the places and institutions of a selection.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where the bearers of changes are looked up.

    Raises:
        MissingExtra: neither PyArrow nor Polars is installed, or narwhals is not.
        TypeError: something in the selection has no names.
    """
    from ..frames import engines, names

    library: Library = "pyarrow" if engines.installed("pyarrow", "polars") == "pyarrow" else "polars"
    file = io.BytesIO()
    table = names(records=thing, backend=library, catalogue=catalogue)
    engines.narwhals().from_native(table).write_parquet(file)
    yield file.getvalue()
