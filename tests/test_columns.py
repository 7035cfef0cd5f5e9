"""
Columns, as they are told in lines.
"""

from __future__ import annotations

import pytest

from destalinization.columns import Column, columns


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("text text the name", Column(table="names", name="text", type="text", meaning="the name")),
        ("text text! the name", Column(table="names", name="text", type="text", meaning="the name", required=True)),
        (
            "act id>acts.id who gave it",
            Column(table="names", name="act", type="id", meaning="who gave it", target="acts.id"),
        ),
        (
            "bearer id!>bearers.id whose: it > is!",
            Column(
                table="names", name="bearer", type="id", meaning="whose: it > is!", required=True, target="bearers.id"
            ),
        ),
    ],
)
def test_a_line(line: str, wanted: Column) -> None:
    """
    A line says the name, the type, whether it may be empty, where it leads, and what it means.
    """
    assert (wanted,) == columns("names", f"\n    {line}\n")


def test_a_column_is_called_with_its_table() -> None:
    """
    Where there is only one table, its name is left out.
    """
    assert ["names.a", "a"] == [str(found) for table in ("names", "") for found in columns(table, "a text what it is")]
