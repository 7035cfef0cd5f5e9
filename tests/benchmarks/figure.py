"""
A figure, and the table in which figures stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """
    One measured value, and what it is held against.

    Attributes:
        name: what was measured.
        value: how much, or None where it could not be measured.
        show: writes the value with its unit.
        against: the figure that the ratio is of.
        goal: the largest ratio that is good.
        note: what a reader should know, such as why there is no value.
    """

    name: str
    value: float | None
    show: Callable[[float], str]
    against: Figure | None = None
    goal: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """
        The value over the one that it is held against.
        """
        if self.value is None or self.against is None or not self.against.value:
            return None
        return self.value / self.against.value

    @property
    def verdict(self) -> str:
        """
        Whether the goal is met; the note where there is no goal.
        """
        if self.goal is None or self.ratio is None:
            return self.note
        return "met" if self.ratio <= self.goal else "MISSED"


HEADINGS = ("what", "value", "ratio", "to", "goal", "")


Sections = Mapping[str, Sequence[Figure]]
"""Figures by what they are about."""


def table(sections: Sections, cell: Callable[[str], str] = str) -> str:
    """
    Write figures as one table of Markdown, in columns that line up.

    Args:
        sections: the figures by what they are about.
        cell: writes a text into a cell; as it is if nothing else is said, for a terminal.
    """
    rows: list[tuple[str, ...]] = [HEADINGS]
    for title, figures in sections.items():
        rows += [(f"**{title}**", *[""] * (len(HEADINGS) - 1)), *(_row(figure, cell) for figure in figures)]
    return aligned(rows, numbers=(1, 2, 4))


def aligned(rows: Sequence[Sequence[str]], numbers: Container[int]) -> str:
    """
    Write rows as a table of Markdown, in columns that line up; texts begin, and numbers end, where their column does.

    Args:
        rows: the cells of each row, the headings first.
        numbers: the columns that hold numbers.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths, numbers) for row in rows]
    rules = (f"{'-' * (width + 1)}{':' if column in numbers else '-'}" for column, width in enumerate(widths))
    return "\n".join([lines[0], "|".join(["", *rules, ""]), *lines[1:]])


def _row(figure: Figure, cell: Callable[[str], str]) -> tuple[str, ...]:
    """
    Give the cells of a figure.
    """
    return (
        cell(figure.name),
        "-" if figure.value is None else figure.show(figure.value),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        cell(figure.against.name) if figure.against else "",
        "" if figure.goal is None else f"{figure.goal:.2f}",
        cell(figure.verdict),
    )


def literal(text: str) -> str:
    """
    Write a text so that nothing in it is read as markup.
    """
    return re.sub(r"([\\|*_\[\]<>`])", r"\\\1", text)


def _line(row: Sequence[str], widths: Sequence[int], numbers: Container[int]) -> str:
    """
    Write one row.
    """
    cells = [
        cell.rjust(width) if column in numbers else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return f"| {' | '.join(cells)} |"


def millions(value: float) -> str:
    """
    Write a count of instructions.
    """
    return f"{value / 1e6:.1f} M instructions"


def milliseconds(value: float) -> str:
    """
    Write a time that is given in seconds.
    """
    return f"{value * 1e3:.2f} ms"


def microseconds(value: float) -> str:
    """
    Write a short time that is given in seconds.
    """
    return f"{value * 1e6:.2f} µs"


def kilobytes(value: float) -> str:
    """
    Write a small size that is given in bytes.
    """
    return f"{value / 1e3:.0f} KB"


def mebibytes(value: float) -> str:
    """
    Write a size of memory that is given in bytes.
    """
    return f"{value / 2**20:.1f} MiB"


def megabytes(value: float) -> str:
    """
    Write a size that is given in bytes.
    """
    return f"{value / 1e6:.2f} MB"


def per_second(value: float) -> str:
    """
    Write how many are done in a second.
    """
    return f"{value:,.0f} a second"
