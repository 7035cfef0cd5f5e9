"""
The chain of names of a bearer as an SVG timeline, a bar a name.

A bar is thick and red where the name honours someone, thin and grey where it does not, and striped where nobody knows
whether it held yet or still. All places on the axis are percentages, so that the picture takes any width while its
letters keep their size.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Protocol

from .markup import Markup, cut, element
from .spans import Horizon, Span, horizon, spans
from .style import STYLE_CLASS

if TYPE_CHECKING:
    from ..dates import HistoricalDate
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period

ROW = 30
"""The height of a name in pixels."""

LONGEST = 40
"""How many letters of a name are shown."""

_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_TICKS = 7


class Bounded(Protocol):
    """
    What has a first and a last day.
    """

    @property
    def earliest(self) -> date | None:
        """
        The first day.
        """
        ...


def timeline(bearer: Bearer, *, on: Bounded | None = None, style: str | None = None) -> Markup | None:
    """
    Draw the chain of names of a bearer.

    Args:
        bearer: the place or institution.
        on: a date to mark.
        style: the style sheet, where the picture is to stand on its own.

    Returns:
        The picture, or None where nothing dates the names.
    """
    shown = horizon([bearer])
    if shown is None:
        return None
    height = ROW * len(bearer.names) + 16
    return element(
        "svg",
        element("title", f"The names of {bearer.label}"),
        element("desc", *_described(bearer)),
        style and element("style", Markup(style)),
        *_ticks(shown, height),
        *_names(bearer, shown),
        on and _mark(on, shown, height),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        height=height,
        width="100%",
        class_=style and STYLE_CLASS,
    )


def _described(bearer: Bearer) -> Iterator[str]:
    """
    Say what the picture shows.
    """
    for name, period in zip(bearer.names, bearer.periods(), strict=True):
        yield f"{name}{', in honour of someone' if name.honours else ''}: {period}. "


def _ticks(shown: Horizon, height: int) -> Iterator[Markup]:
    """
    Draw the years.
    """
    first, last = (date.fromordinal(day).year for day in shown)
    step = next((step for step in _STEPS if (last - first) // step <= _TICKS), _STEPS[-1])
    for year in range(first // step * step, last + 1, step):
        at = _at(date(max(year, 1), 1, 1).toordinal(), shown)
        if 4 <= at <= 96:
            yield element("line", x1=f"{at}%", x2=f"{at}%", y1=0, y2=height - 14, class_="t")
            yield element("text", year, x=f"{at}%", y=height - 2, text_anchor="middle", class_="y")


def _names(bearer: Bearer, shown: Horizon) -> Iterator[Markup]:
    """
    Draw each name with its bars.
    """
    found = list(spans(bearer, shown))
    for number, (name, period) in enumerate(zip(bearer.names, bearer.periods(), strict=True)):
        own = [span for span in found if span.number == number]
        if own:
            yield element(
                "g",
                _label(name, period, _at(own[0].first, shown), _at(own[-1].before, shown)),
                *(_bar(span, shown) for span in own),
                class_="h" if name.honours else None,
                transform=f"translate(0 {ROW * number + 20})",
            )


def _label(name: Name, period: Period, start: float, end: float) -> Markup:
    """
    Write a name and its years over its bar, to the side where there is room.
    """
    left = start <= 50
    return element(
        "text",
        cut(name.text, LONGEST),
        element("tspan", f" {_years(period)}", class_="y"),
        x=f"{start if left else end}%",
        y=-8,
        text_anchor=None if left else "end",
    )


def _bar(span: Span, shown: Horizon) -> Markup:
    """
    Draw the days on which a name held, wide enough to be seen.
    """
    start, end = _at(span.first, shown), _at(span.before, shown)
    return element("line", x1=f"{start}%", x2=f"{max(end, start + 0.4):g}%", class_=None if span.sure else "u")


def _mark(on: Bounded, shown: Horizon, height: int) -> Markup | None:
    """
    Mark a date, if it is one of the days that are shown.
    """
    if on.earliest is None or not shown.first <= on.earliest.toordinal() < shown.before:
        return None
    at = _at(on.earliest.toordinal(), shown)
    return element("line", x1=f"{at}%", x2=f"{at}%", y1=0, y2=height - 14, class_="m")


def _years(period: Period) -> str:
    """
    Give a period in years.
    """
    return f"{_year(period.since)}–{'today' if period.ongoing else _year(period.before)}"


def _year(day: HistoricalDate | None) -> str:
    """
    Give the year of a date, or the years that it can be in.
    """
    if day is None:
        return "?"
    first, last = day.earliest.year, day.latest.year
    return f"{first}{day.qualifier}" if first == last else f"{first}/{last}{day.qualifier}"


def _at(day: int, shown: Horizon) -> float:
    """
    Give the place of a day on the axis, in percent.
    """
    return round(100 * (day - shown.first) / (shown.before - shown.first), 2)
