"""
Columns: what a table, or a format without nesting, says of each value that it holds.
"""

from __future__ import annotations

from attrs import frozen

from .model.record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Column(Record):
    """
    A column of a table, or a property of a feature.

    Attributes:
        table: the table that it stands in; empty where there is one table only.
        name: what it is called there.
        type: text, integer, number, boolean, date (ISO 8601), edtf, id, ids (with spaces between) or list (with "; "
            between).
        meaning: what it says.
        required: whether it is never empty.
        target: the column that holds every value of this one, as ``table.column``; empty where there is none.
    """

    table: str = ""
    name: str
    type: str
    meaning: str
    required: bool = False
    target: str = ""

    def __str__(self) -> str:
        return f"{self.table}.{self.name}" if self.table else self.name


def columns(table: str, text: str) -> tuple[Column, ...]:
    """
    Read columns from lines of name, type and meaning.

    After the type, ``!`` stands for a column that is never empty, and ``>table.column`` for its target.

    Args:
        table: the table that they stand in; empty where there is one only.
        text: a line a column.

    >>> since, act = columns("names", '''
    ...     since edtf! when the name began
    ...     act id>acts.id the act that gave it
    ... ''')
    >>> str(since), since.required, act.type, act.target
    ('names.since', True, 'id', 'acts.id')
    """
    return tuple(_column(table, line) for line in text.strip().splitlines())


def _column(table: str, line: str) -> Column:
    """
    Read a column from a line.
    """
    name, type, meaning = line.split(maxsplit=2)
    type, _, target = type.partition(">")
    return Column(
        table=table,
        name=name,
        type=type.removesuffix("!"),
        meaning=meaning,
        required=type.endswith("!"),
        target=target,
    )
