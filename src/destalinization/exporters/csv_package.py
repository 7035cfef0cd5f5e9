"""
Tables as CSV in a zip archive, with descriptions for programs beside them: a Data Package and CSV on the Web.

A table is one file after RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), in UTF-8, with a header. Nothing stands for
what is not known. Columns, keys and the tables that they lead to are told in ``datapackage.json`` and in
``csv-metadata.json``. The archive is the same, byte for byte, for the same data.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..document import part_of
from ..relational import TABLES
from ..store.catalogue import Catalogue
from . import csvw, datapackage
from .registry import Format

if TYPE_CHECKING:
    from ..document import Part
    from ..relational import Definition, Value

FORMAT = Format(
    name="csv",
    title="CSV: all tables in a zip archive, with a Data Package and CSVW metadata",
    extension=".zip",
    carries=(
        "every record of every table and every part of it, with its citations and disputes",
        "the changes and the period of each name, which are derived",
        "everything that a selection refers to",
        "columns, keys and the tables that they lead to, as Data Package 2.0 and as CSVW",
    ),
    lacks=("the difference between an empty text and none",),
    columns=tuple(column for table in TABLES for column in table.columns),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[bytes]:
    """
    Write the tables of a selection and of all that it refers to.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what the records refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    part = part_of(thing, catalogue)
    tables = {f"{table.name}.csv": _csv(table, part) for table in TABLES}
    described = {
        "datapackage.json": _json(datapackage.descriptor(part, tables)),
        "csv-metadata.json": _json(csvw.metadata(part)),
    }
    yield _zip(described | tables)


def _csv(table: Definition, part: Part) -> bytes:
    """
    Write a table.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows([_cell(value) for value in row] for row in table.rows(part))
    return text.getvalue().encode()


def _cell(value: Value) -> Value:
    """
    Give a value as the writer of CSV takes it, which writes None as nothing and days in ISO 8601.
    """
    return str(value).lower() if isinstance(value, bool) else value


def _json(value: Any) -> bytes:
    """
    Write a description.
    """
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _zip(files: dict[str, bytes]) -> bytes:
    """
    Put files into an archive that bears no traces of the day and the machine on which it was made.
    """
    archive = io.BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as zip:
        try:
            for name, content in files.items():
                info = ZipInfo(name)
                info.create_system = 3
                info.external_attr = 0o644 << 16
                info.compress_type = ZIP_DEFLATED
                zip.writestr(info, content)
        except BaseException:
            zip.fp = None  # given up: to end it would fail in the middle of an entry, and speak louder than the cause
            raise
    return archive.getvalue()
