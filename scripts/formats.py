"""
Keep docs/formats.md true: the formats of export, what each holds and lacks, and what its columns say.

Without an option it says what is out of date and fails; with --fix it rewrites the file.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from pages import kept

import destalinization as ds
from destalinization.columns import Column
from destalinization.exporters.registry import Format
from destalinization.relational import TABLES

SHARED = {table.name for table in TABLES}

PAGE = Path(__file__).resolve().parents[1] / "docs" / "formats.md"

HEAD = """\
# Formats of export

`ds.export(format, path, records=...)` writes the data, or the part of them that you name, and so does
`destalinization export FORMAT -o PATH`, with `--of TABLE` and `--where NAME=VALUE` for a part.
A file is whole or absent; the same data give the same bytes. `ds.formats()` says what stands here.
With the extra `fast` (`pip install 'destalinization[fast]'`), orjson writes `json` and `jsonl`: the same text, sooner.

Dates are EDTF unless a column says otherwise. Names hold from their first day up to, not including, the day on which
the next one begins; where a format has closed intervals only, a name ends on the day before that.
"""


def main() -> int:
    """
    Compare the page with what it should be, or write it.
    """
    return kept(PAGE, "".join(page()))


def page() -> Iterator[str]:
    """
    Write the page: the list of formats, and a section for each.
    """
    yield HEAD
    yield "\n| format | file | what it is |\n| --- | --- | --- |\n"
    for format in ds.formats():
        yield f"| [`{format.name}`](#{format.name}) | `{format.extension}` | {cell(format.title)} |\n"
    for format in ds.formats():
        yield from section(format)
    yield from tables()


def section(format: Format) -> Iterator[str]:
    """
    Tell one format.
    """
    yield f"\n## {format.name}\n\n{format.title}. Files end in `{format.extension}`.\n\nIt holds:\n\n"
    yield from (f"- {text}\n" for text in format.carries)
    if format.lacks:
        yield "\nIt cannot hold:\n\n"
        yield from (f"- {text}\n" for text in format.lacks)
    own = [column for column in format.columns if column.table not in SHARED]
    for table, columns in groupby(own, key=lambda column: column.table):
        yield f"\n### {format.name}: {table}\n" if table else ""
        yield from described(columns)
    if len(own) < len(format.columns):
        yield "\nIts tables are told [below](#the-tables).\n"


def tables() -> Iterator[str]:
    """
    Tell the tables that several formats have.
    """
    yield "\n## The tables\n\n`csv`, `sqlite` and `geopackage` have the same tables, made from one definition.\n"
    for table in TABLES:
        yield f"\n### {table.name}\n\n{table.row[0].upper()}{table.row[1:]}.\n"
        yield from described(table.columns)


def described(columns: Iterable[Column]) -> Iterator[str]:
    """
    Tell columns.
    """
    yield "\n| column | type | what it says |\n| --- | --- | --- |\n"
    yield from (f"| `{column.name}` | {column.type} | {cell(column.meaning)} |\n" for column in columns)


def cell(text: str) -> str:
    """
    Write a text into a cell of a table.
    """
    return text.replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main())
