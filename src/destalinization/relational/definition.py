"""
What a table is: its columns, its keys, and how its rows are made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from ..columns import Column, columns
from ..model.record import Record

if TYPE_CHECKING:
    from ..document import Part

Value = str | int | float | bool | date | None
Row = tuple[Value, ...]


class ForeignKey(NamedTuple):
    """
    A column whose values stand in a column of another table, or of the same.

    Attributes:
        column: the column.
        table: the table that it leads to.
        target: the column there.
    """

    column: str
    table: str
    target: str


@frozen(kw_only=True, repr=False, eq=False)
class Definition(Record):
    """
    A table of the data set.

    Attributes:
        name: what it is called.
        row: what a row is.
        columns: its columns.
        primary_key: the columns that together tell a row from all others.
        make: makes its rows out of a part of a catalogue, in the order of the catalogue.

    >>> import destalinization as ds
    >>> from destalinization.document import part_of
    >>> from destalinization.relational import TABLES
    >>> names = next(table for table in TABLES if table.name == "names")
    >>> next(names.dicts(part_of([ds.places["dushanbe"]])))["text"]
    'Dyushambe'
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    primary_key: tuple[str, ...]
    make: Callable[[Part], Iterator[Row]]

    def __str__(self) -> str:
        return f"{self.name}: {self.row}"

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """
        The columns whose values stand in other tables.
        """
        led = (column for column in self.columns if column.target)
        return tuple(ForeignKey(column.name, *column.target.split(".")) for column in led)

    def rows(self, part: Part) -> Iterator[Row]:
        """
        Give the rows, with the ids of today where a record refers to another one by a retired id.

        Args:
            part: what of a catalogue is wanted.
        """
        retired = part.catalogue.redirects
        if not retired:
            return self.make(part)
        led = [bool(column.target) for column in self.columns]
        return (
            tuple(
                retired.get(value, value) if leads and isinstance(value, str) else value
                for value, leads in zip(row, led, strict=True)
            )
            for row in self.make(part)
        )

    def dicts(self, part: Part) -> Iterator[dict[str, Value]]:
        """
        Give the rows with the names of their columns.

        Args:
            part: what of a catalogue is wanted.
        """
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows(part))


def table(name: str, row: str, key: str, make: Callable[[Part], Iterator[Row]], text: str) -> Definition:
    """
    Define a table.

    Args:
        name: what it is called.
        row: what a row is.
        key: the columns of its primary key.
        make: makes its rows.
        text: a line a column, as `destalinization.columns.columns` reads them.
    """
    return Definition(name=name, row=row, columns=columns(name, text), primary_key=tuple(key.split()), make=make)
