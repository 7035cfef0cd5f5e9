"""
A figure, and the table in which figures stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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


HEADINGS = ("figure", "value", "ratio", "to", "goal", "")


def table(figures: Iterable[Figure]) -> str:
    """
    Write figures as a table of Markdown, in columns that line up.
    """
    rows = [HEADINGS, *map(_row, figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [_line(row, widths) for row in rows]
    rule = "|".join(["", *("-" * (width + 2) for width in widths), ""])
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(figure: Figure) -> tuple[str, ...]:
    """
    Give the cells of a figure.
    """
    return (
        figure.name,
        "-" if figure.value is None else figure.show(figure.value),
        "" if figure.ratio is None else f"{figure.ratio:.2f}",
        figure.against.name if figure.against else "",
        "" if figure.goal is None else f"{figure.goal:.2f}",
        figure.verdict,
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    """
    Write one row; texts begin, and numbers end, where their column does.
    """
    numbers = (1, 2, 4)
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
