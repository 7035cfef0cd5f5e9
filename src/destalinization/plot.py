"""
Charts of names and renamings, drawn with Altair; they need the extra ``plot``.

What Altair is given are plain rows, so that a chart can be styled, layered and saved like any other. Days are written
as local midnights (``1961-11-10T00:00:00``): Vega-Lite reads a day without a time as UTC and shows it in local time,
which would be the day before in America.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import util
from itertools import cycle, islice
from typing import TYPE_CHECKING, Literal

from .errors import MissingExtra, UnknownTerm
from .model.changes import Change, changes_of
from .model.institutions import Institution
from .model.places import Place
from .render import labels, spans
from .store.catalogue import Catalogue, bundled
from .store.table import Table

if TYPE_CHECKING:
    import altair as alt

    from .dates import HistoricalDate
    from .model.changes import Bearer

Unit = Literal["month", "year"]
Item = Place | Institution | Change | str
Items = Item | Iterable[Item]

UNITS: dict[Unit, Literal["yearmonth", "year"]] = {"month": "yearmonth", "year": "year"}
"""The units of time by which renamings are counted, and what Vega-Lite calls them."""

NOBODY = "nobody"
"""Whom a name honours that honours nobody."""

GREY = "#a5acb5"
PALETTE = ("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#f0e442")
"""Colours that the colour-blind can tell apart (M. Okabe, K. Ito, "Color Universal Design", 2008)."""


def timeline(what: Items, *, catalogue: Catalogue | None = None) -> alt.Chart:
    """
    Draw the chains of names of places and institutions, a row a bearer and a bar a name, coloured by whom it honours.

    Where a date is coarse, unknown or disputed, the days on which the name may have held are paler than those on which
    it certainly did. Names that are much older than the first succession of names that is drawn are cut thirty years
    before it, and names in use today a little after the last date; the tooltip has the periods as they are.

    Args:
        what: a place or an institution, its id, or several of these; a table of them; or changes, each of which stands
            for its bearer.
        catalogue: where ids are looked up; that of the table, or the bundled one, where nothing else is said.

    Raises:
        MissingExtra: Altair is not installed.
        UnknownId: there is no such bearer.
        TypeError: something has no names.

    >>> import destalinization as ds
    >>> ds.plot.timeline("volgograd").to_dict()["mark"]["type"]
    'bar'
    """
    _need_altair()
    import altair as alt

    own = _catalogue_of(what, catalogue)
    bearers = list(_bearers(what, own))
    shown = spans.horizon(bearers)
    rows = [row for bearer in bearers for row in _bars(bearer, shown, own)] if shown else []
    honoured = _honoured(rows)
    colours = islice(cycle(PALETTE), len(honoured))
    order = [bearer.label for bearer in bearers]
    tooltip = [alt.Tooltip(f"{field}:N") for field in ("bearer", "name", "period", "honours", "held")]
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows))
        .mark_bar()
        .encode(
            x=alt.X("first:T").title(None),
            x2=alt.X2("before"),
            y=alt.Y("bearer:N").sort(order).title(None),
            color=alt.Color("honours:N")
            .title("in honour of")
            .scale(domain=[*honoured, NOBODY], range=[*colours, GREY]),
            opacity=alt.Opacity("held:N").scale(domain=["certainly", "possibly"], range=[1, 0.4]),
            tooltip=tooltip,
        )
    )
    return chart


def waves(what: Items, *, by: Unit = "year", catalogue: Catalogue | None = None) -> alt.Chart:
    """
    Draw how many renamings there were in each month or year.

    A renaming counts where its date, or all that its date can mean, lies in one month or year. Those that are dated
    more coarsely, or not at all, are in no bar; the line under the title says how many they are.

    Args:
        what: a table of changes or of bearers, or several changes, bearers or ids; of bearers, all renamings.
        by: the unit of time.
        catalogue: where ids are looked up; that of the table, or the bundled one, where nothing else is said.

    Raises:
        MissingExtra: Altair is not installed.
        UnknownTerm: the unit is neither month nor year.
        UnknownId: there is no such bearer.
        TypeError: something is neither a change nor has names.

    >>> import destalinization as ds
    >>> [(row["year"], row["renamings"]) for row in ds.plot.waves("volgograd").data.values]
    [('1925', 1), ('1961', 1)]
    """
    if by not in UNITS:
        raise UnknownTerm(by, "unit of time", tuple(UNITS))
    _need_altair()
    import altair as alt

    found = list(_renamings(what, _catalogue_of(what, catalogue)))
    counted = Counter(start for change in found if (start := _start(change.date, by)) is not None)
    rows = [
        {"first": _midnight(day), by: day.isoformat()[: 7 if by == "month" else 4], "renamings": count}
        for day, count in sorted(counted.items())
    ]
    left_out = len(found) - counted.total()
    said = [f"{left_out} more are dated more coarsely than by {by}, or not at all"] if left_out else []
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=rows), title=alt.Title(f"Renamings by {by}", subtitle=said))
        .mark_bar()
        .encode(
            x=alt.X("first:T").timeUnit(UNITS[by]).title(None),
            y=alt.Y("renamings:Q").title("renamings").axis(tickMinStep=1),
            tooltip=[alt.Tooltip(f"{by}:N"), alt.Tooltip("renamings:Q")],
        )
    )
    return chart


def _need_altair() -> None:
    """
    Refuse to go on where Altair is not installed.
    """
    if util.find_spec("altair") is None:
        raise MissingExtra("altair", "plot")


def _catalogue_of(what: Items, catalogue: Catalogue | None) -> Catalogue:
    """
    Give the catalogue in which ids are looked up.
    """
    return catalogue or (what.catalogue if isinstance(what, Table) else bundled())


def _items(what: Items) -> Iterable[Item]:
    """
    Give one or several as several.
    """
    return [what] if isinstance(what, Place | Institution | Change | str) else what


def _bearers(what: Items, catalogue: Catalogue) -> Iterator[Bearer]:
    """
    Give the bearers of what was asked for, each once, in its order.
    """
    seen = set()
    for item in _items(what):
        bearer = _bearer(item, catalogue)
        if bearer.id not in seen:
            seen.add(bearer.id)
            yield bearer


def _bearer(item: Item, catalogue: Catalogue) -> Bearer:
    """
    Give the bearer that an item is or stands for.
    """
    match item:
        case Place() | Institution():
            return item
        case Change():
            return catalogue.bearer(item.bearer)
        case str():
            return catalogue.bearer(item)
    raise TypeError(f"expected a place, an institution, a change or an id, found {type(item).__name__}")


def _renamings(what: Items, catalogue: Catalogue) -> Iterator[Change]:
    """
    Give the renamings of what was asked for.
    """
    for item in _items(what):
        changes = [item] if isinstance(item, Change) else changes_of(_bearer(item, catalogue))
        yield from (change for change in changes if change.old is not None and change.new is not None)


def _bars(bearer: Bearer, shown: spans.Horizon, catalogue: Catalogue) -> Iterator[dict[str, str]]:
    """
    Give a row for each stretch of days on which a name certainly or possibly held.
    """
    called = labels.labels(catalogue)
    for span in spans.spans(bearer, shown):
        name = bearer.names[span.number]
        yield {
            "bearer": bearer.label,
            "name": name.text,
            "honours": ", ".join(called(honour.target) for honour in name.honours) or NOBODY,
            "period": str(bearer.period(name)),
            "held": "certainly" if span.sure else "possibly",
            "first": _midnight(date.fromordinal(span.first)),
            "before": _midnight(date.fromordinal(span.before)),
        }


def _honoured(rows: Iterable[dict[str, str]]) -> list[str]:
    """
    Give those who are honoured, the most frequent first.
    """
    return [who for who, _ in Counter(row["honours"] for row in rows).most_common() if who != NOBODY]


def _start(day: HistoricalDate | None, by: Unit) -> date | None:
    """
    Give the first day of the month or year in which a date lies, or None where that is not known.
    """
    if day is None:
        return None
    first, last = (
        bound.replace(day=1) if by == "month" else bound.replace(month=1, day=1) for bound in (day.earliest, day.latest)
    )
    return first if first == last else None


def _midnight(day: date) -> str:
    """
    Write the beginning of a day, in local time.
    """
    return f"{day.isoformat()}T00:00:00"
