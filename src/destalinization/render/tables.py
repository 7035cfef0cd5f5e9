"""
Tables as HTML: how many records they hold, and the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..rows import of_table
from ..store.table import singular
from .markup import Markup, cut, element
from .records import grid

if TYPE_CHECKING:
    from ..store.table import Table

ROWS = 20
"""How many records are shown."""

WIDEST = 60
"""How many signs of a cell are shown."""


def table(records: Table[Any]) -> Iterator[Markup]:
    """
    Show a table.

    Args:
        records: the table.
    """
    rows = of_table(records)
    count = len(rows)
    more = f", the first {ROWS} of them" if count > ROWS else ""
    yield element("p", element("b", f"{count} {records.name if count != 1 else singular(records.name)}"), more)
    if rows:
        yield grid(rows[0], ([cut(cell, WIDEST) for cell in row.values()] for row in rows[:ROWS]))
