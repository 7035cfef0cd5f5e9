"""
Figures, drawn from the data as SVG that takes the colours of the page.

Places along the axis are percentages, so that a figure takes any width while its letters keep their size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from destalinization import Catalogue
from destalinization.model.changes import Bearer
from destalinization.removals import removals
from destalinization.render.style import STYLE_CLASS
from destalinization.render.timeline import timeline

from .markup import Markup, element, joined

ATLAS = "_static/atlas.html"
"""Where the atlas stands."""

HEIGHT = 140
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def by_year(catalogue: Catalogue) -> Markup:
    """
    Draw how many names were removed in each year.

    Args:
        catalogue: whose changes.
    """
    dates = [change.date for change in removals(catalogue) if change.date is not None]
    years = Counter(date.earliest.year for date in dates if date.earliest.year == date.latest.year)
    first, last = min(years, default=1953), max(years, default=1953)
    counted = {str(year): years[year] for year in range(first, last + 1)}
    ticks = {year for year in counted if int(year) % 10 == 0}
    return histogram("Names removed by year, in the data", counted, ticks)


def by_month(catalogue: Catalogue, year: int) -> Markup:
    """
    Draw how many names were removed in each month of a year.

    Args:
        catalogue: whose changes.
        year: the year.
    """
    dates = [change.date for change in removals(catalogue) if change.date is not None]
    within = [
        date for date in dates if (date.earliest.year, date.earliest.month) == (date.latest.year, date.latest.month)
    ]
    months = Counter(date.earliest.month for date in within if date.earliest.year == year)
    counted = {name: months[number] for number, name in enumerate(MONTHS, 1)}
    return histogram(f"Names removed by month of {year}, in the data", counted, set(counted))


def drawn_names(bearer: Bearer) -> Markup | None:
    """
    Draw the names of a bearer along time, or give None where nothing dates them.

    Args:
        bearer: the place or institution.
    """
    drawn = timeline(bearer)
    return element("figure", drawn, class_=f"{STYLE_CLASS} chained") if drawn is not None else None


def atlas(_: Catalogue) -> Markup:
    """
    Show the atlas in a frame, with a link to it.
    """
    frame = element("iframe", src=ATLAS, title="Atlas", loading="lazy")
    return element("figure", frame, element("figcaption", element("a", "The atlas on a page of its own", href=ATLAS)))


def histogram(title: str, counted: Mapping[str, int], ticks: set[str]) -> Markup:
    """
    Draw counts as bars, and give them as a table too.

    Args:
        title: what is counted.
        counted: the counts by what they are of, in order.
        ticks: those whose names are written below the axis.
    """
    highest = max(counted.values(), default=0) or 1
    step = 100 / max(len(counted), 1)
    bars = [_bar(which, count, number * step, step, highest) for number, (which, count) in enumerate(counted.items())]
    names = [_tick(which, (number + 0.5) * step) for number, which in enumerate(counted) if which in ticks]
    drawn = element(
        "svg", element("title", title), *bars, *names,
        role="img", width="100%", height=HEIGHT + 40, class_="figure",
    )  # fmt: skip
    rows = (element("tr", element("td", which), element("td", count)) for which, count in counted.items() if count)
    table = element("details", element("summary", "As a table"), element("table", *rows))
    return element("figure", drawn, element("figcaption", title), table)


def _bar(which: str, count: int, x: float, step: float, highest: int) -> Markup:
    """
    Draw a bar, with its count over it where it is a high one.
    """
    height = round(HEIGHT * count / highest, 1)
    top = HEIGHT + 20 - height
    told = count and (count == highest or step > 5)
    number = element("text", count, x=f"{x + step / 2:.2f}%", y=top - 5, text_anchor="middle") if told else None
    shape = element("title", f"{which}: {count}")
    rect = element("rect", shape, x=f"{x + step * 0.1:.2f}%", y=top, width=f"{step * 0.8:.2f}%", height=height)
    return joined(rect, number)


def _tick(which: str, x: float) -> Markup:
    """
    Write a name below the axis.
    """
    return element("text", which, x=f"{x:.2f}%", y=HEIGHT + 36, text_anchor="middle")
