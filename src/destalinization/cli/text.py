"""
Records and tables as text for a terminal.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence

from ..document import cite
from ..facts import disputed, facts, named, why
from ..model.chain import Chain
from ..model.record import Record
from ..rows import Row
from ..store.catalogue import Catalogue
from .terminal import columns as measured
from .terminal import fit, graded, plain, styled

NARROW = 12
"""How narrow a column may be cut."""

GRADED = ("grade", "status", "certainty")
"""The columns whose words have colours."""


def write_rows(rows: list[Row], format: str, shown: Sequence[str] | None = None) -> None:
    """
    Write rows to standard output.

    Args:
        rows: the rows.
        format: ``table``, ``json`` or ``csv``; the last two hold all columns.
        shown: the columns of the table; all of them where nothing is said.
    """
    if format == "json":
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif format == "csv":
        writer = csv.DictWriter(sys.stdout, fieldnames=list(rows[0]) if rows else [], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        for line in table(rows, shown or (list(rows[0]) if rows else ())):
            print(line)


def table(rows: list[Row], columns: Sequence[str], width: int | None = None) -> Iterator[str]:
    r"""
    Lay out rows as an aligned table that is no wider than the terminal: the longest columns are cut, and where that is
    not enough the last ones are left out, which the last line says.

    Args:
        rows: the rows.
        columns: the columns to show, in order.
        width: how wide it may be; the terminal's width, or 160 where there is none.

    >>> print(*table([{"old": "Stalino", "new": "Donetsk"}], ["old", "new"], 40), sep="\n")
    old      new
    -------  -------
    Stalino  Donetsk
    1 row
    """
    limit = width or shutil.get_terminal_size((160, 24)).columns
    cells = [{column: plain(row[column]) for column in columns} for row in rows]
    widths = _widths(cells, columns, limit)
    yield _line(styled(fit(column, width), "bold") for column, width in widths.items())
    yield _line(styled("-" * width, "dim") for width in widths.values())
    for row in cells:
        yield _line(_cell(column, fit(row[column], width)) for column, width in widths.items())
    hidden = [column for column in columns if column not in widths]
    without = f", without {', '.join(hidden)}: the terminal is too narrow" if hidden else ""
    yield f"{len(rows)} row{'' if len(rows) == 1 else 's'}{without}"


def _widths(cells: list[Row], columns: Sequence[str], limit: int) -> dict[str, int]:
    """
    Give the widths of the columns that fit: as wide as what is in them, the widest cut first.
    """
    widths = {column: max([measured(column), *(measured(row[column]) for row in cells)]) for column in columns}
    while len(widths) > 1 and _taken(min(width, NARROW) for width in widths.values()) > limit:
        widths.popitem()
    while _taken(widths.values()) > max(limit, 1):
        widths[max(widths, key=lambda column: widths[column])] -= 1
    return widths


def _taken(widths: Iterable[int]) -> int:
    """
    Give the width of a line, with two spaces between columns.
    """
    return sum(width + 2 for width in widths) - 2


def _line(cells: Iterable[str]) -> str:
    """
    Give a line of a table.
    """
    return "  ".join(cells).rstrip()


def _cell(column: str, text: str) -> str:
    """
    Give a cell that is as wide as it should be; grades are coloured.
    """
    return graded(text) if column in GRADED else text


def describe(record: Record, catalogue: Catalogue) -> str:
    """
    Describe a record for people: what it is, its names with their periods, what is disputed, and who says so.

    Args:
        record: the record.
        catalogue: where its sources are looked up.
    """
    lines = [styled(plain(str(record)), "bold")]
    summary = getattr(record, "summary", None) or getattr(record, "correction", None)
    if summary:
        lines += ["", plain(summary)]
    said = [f"{styled(f'{label}:'.ljust(13), 'dim')} {graded(plain(value))}" for label, value in facts(record)]
    if said:
        lines += ["", *said]
    if isinstance(record, Chain):
        lines += _section("Names", _names(record))
    lines += _section("Disputed", (f"{path or 'the record'}: {d.value} ({why(d)})" for path, d in disputed(record)))
    lines += _section("Sources", cite(record, catalogue=catalogue))
    return "\n".join(lines)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    """
    Give lines under a title, nothing where there are none.
    """
    shown = [f"  {plain(line)}" for line in lines]
    return ["", styled(title, "bold"), *shown] if shown else []


def _names(bearer: Chain) -> Iterator[str]:
    """
    Give a line for each name of a bearer.
    """
    for name, period, use in named(bearer):
        forms = ", ".join(spellings[0] for spellings in name.forms.values() if spellings)
        honours = ", ".join(honour.target for honour in name.honours)
        beside = f", {use}" if use else ""
        yield f"{name}: {period}{beside}{f' [{forms}]' if forms else ''}{f'; honours {honours}' if honours else ''}"
