"""
Records and tables as text for a terminal.
"""

from __future__ import annotations

import csv
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from ..document import cite
from ..model.chain import Chain
from ..model.provenance import Dated, Dispute
from ..model.record import Record
from ..model.walk import parts
from ..rows import Row
from ..store.catalogue import Catalogue


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
    Lay out rows as an aligned table, the longest columns cut where it would be wider than the terminal.

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
    widths = {column: max([len(column), *(len(row[column]) for row in rows)]) for column in columns}
    while sum(widths.values()) + 2 * (len(widths) - 1) > limit and max(widths.values(), default=0) > 12:
        widths[max(widths, key=lambda column: widths[column])] -= 1
    for cells in [{column: column for column in columns}, {c: "-" * widths[c] for c in columns}, *rows]:
        yield "  ".join(_fit(cells[column], widths[column]) for column in columns).rstrip()
    yield f"{len(rows)} row{'' if len(rows) == 1 else 's'}"


def describe(record: Record, catalogue: Catalogue) -> str:
    """
    Describe a record for people: what it is, its names with their periods, what is disputed, and who says so.

    Args:
        record: the record.
        catalogue: where its sources are looked up.
    """
    lines = [str(record)]
    summary = getattr(record, "summary", None) or getattr(record, "correction", None)
    if summary:
        lines += ["", summary]
    facts = list(_facts(record))
    if facts:
        lines += ["", *(f"{label + ':':<14}{value}" for label, value in facts)]
    if isinstance(record, Chain):
        lines += ["", "Names", *_names(record)]
    disputed: dict[Dispute, str] = {}
    for path, part in parts(record):
        if isinstance(part, Dispute):
            disputed.setdefault(part, _field(path))
    disputes = [f"  {where}: {dispute.value} ({_why(dispute)})" for dispute, where in disputed.items()]
    if disputes:
        lines += ["", "Disputed", *disputes]
    sources = cite(record, catalogue=catalogue)
    if sources:
        lines += ["", "Sources", *(f"  {source}" for source in sources)]
    return "\n".join(lines)


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    """
    Give the plain facts of a record, with their labels.
    """
    for label in (
        "id", "kind", "status", "country", "admin1", "within", "founded", "born", "died", "period", "when", "date",
        "issuer", "number", "published", "place", "act", "event", "url",
    ):  # fmt: skip
        value = getattr(record, label, None)
        if value is not None and not callable(value):
            yield label, str(value.value if isinstance(value, Dated) else value)
    for label in ("removes", "gives", "participants", "causes", "subjects", "evidence"):
        values = getattr(record, label, ())
        if values:
            yield label, ", ".join(values)
    ending = getattr(record, "ending", None)
    if ending is not None:
        yield "ended", f"{ending.how}, {ending.date or 'date unknown'}"


def _names(bearer: Chain) -> Iterator[str]:
    """
    Give a line for each name of a bearer.
    """
    named: list[tuple[Any, Any, str]] = [(n, p, "") for n, p in zip(bearer.names, bearer.periods(), strict=True)]
    named += [(side.name, bearer.period(side.name), f", {side.use}") for side in bearer.also]
    for name, period, use in named:
        forms = ", ".join(spellings[0] for spellings in name.forms.values() if spellings)
        honours = ", ".join(honour.target for honour in name.honours)
        yield f"  {name.text}: {period}{use}{f' [{forms}]' if forms else ''}{f'; honours {honours}' if honours else ''}"


def _field(path: str) -> str:
    """
    Give the place of a dispute without its number.
    """
    return path.rpartition("disputes")[0].rstrip(".") or "the record"


def _why(dispute: Dispute) -> str:
    """
    Give what a dispute is about, and its note.
    """
    about = dispute.field if dispute.standing == "open" else f"{dispute.field}, refuted"
    return f"{about}; {dispute.note}" if dispute.note else about


def _fit(text: str, width: int) -> str:
    """
    Cut a text to a width, or fill it up.
    """
    return text.ljust(width) if len(text) <= width else f"{text[: width - 1]}…"
