"""
Charts: what Altair is given, by hand for a small catalogue, and that its own schema accepts it.
"""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import pytest

import destalinization as ds
from destalinization import plot
from destalinization.dates import HistoricalDate
from destalinization.errors import MissingExtra, UnknownId, UnknownTerm
from destalinization.store.catalogue import Catalogue

pytest.importorskip("altair")


def town(id: str, *names: tuple[str, str | None, tuple[str, ...]]) -> ds.Place:
    """
    Make a town of its names, each with its first day and whom it honours.
    """
    made = [
        ds.Name(
            key=text.lower(),
            text=text,
            since=HistoricalDate(since) if since else None,
            honours=[ds.Honour(target=target) for target in honours],
        )
        for text, since, honours in names
    ]
    return ds.Place(id=id, label=id.title(), kind="town", names=made, current=True)


@pytest.fixture(scope="module", name="small")
def _small() -> Catalogue:
    """
    Three towns with five renamings: two on days of one month, one in a year, one in one of two years, one undated.
    """
    return Catalogue.from_records(
        [
            ds.Person(id="stalin", label="J. Stalin"),
            ds.Person(id="lenin", label="V. Lenin"),
            town("alpha", ("A", "1900-01-01", ()), ("B", "1930-05-01", ("stalin",)), ("C", "1961-11-10", ("lenin",))),
            town("beta", ("D", "1935", ("stalin", "lenin")), ("E", "1961-11-11", ())),
            town("gamma", ("F", None, ()), ("G", "[1961,1962]", ()), ("H", None, ())),
        ]
    )


def values(chart: Any) -> list[dict[str, Any]]:
    """
    Give the rows of a chart, once Altair's schema has accepted it.
    """
    (rows,) = chart.to_dict()["datasets"].values()
    return list(rows)


def test_timeline_has_a_row_for_each_stretch(small: Catalogue) -> None:
    """
    A name has a row for the days on which it certainly held, and one for those on which it may have.
    """
    chart = plot.timeline("alpha", catalogue=small)
    shared = {"bearer": "Alpha", "held": "certainly"}
    assert [
        shared
        | {"name": "A", "honours": "nobody", "period": "from 1900-01-01, before 1930-05-01"}
        | {"first": "1900-01-01T00:00:00", "before": "1930-05-01T00:00:00"},
        shared
        | {"name": "B", "honours": "J. Stalin", "period": "from 1930-05-01, before 1961-11-10"}
        | {"first": "1930-05-01T00:00:00", "before": "1961-11-10T00:00:00"},
        shared
        | {"name": "C", "honours": "V. Lenin", "period": "from 1961-11-10 to today"}
        | {"first": "1961-11-10T00:00:00", "before": "1969-08-04T00:00:00"},
    ] == values(chart)


def test_timeline_of_coarse_dates(small: Catalogue) -> None:
    """
    What is known to the year is possible in that year, and certain from its last day on.
    """
    rows = values(plot.timeline("beta", catalogue=small))
    assert [
        ("D", "possibly", "1935-01-01T00:00:00", "1935-12-31T00:00:00"),
        ("D", "certainly", "1935-12-31T00:00:00", "1961-11-11T00:00:00"),
        ("E", "certainly", "1961-11-11T00:00:00"),
    ] == [(row["name"], row["held"], row["first"], row["before"])[: 4 if row["name"] == "D" else 3] for row in rows]
    assert {"J. Stalin, V. Lenin", "nobody"} == {row["honours"] for row in rows}


def test_timeline_says_what_is_drawn_how(small: Catalogue) -> None:
    """
    Bearers are rows, time is the axis, colours are whom names honour with grey for nobody, paleness is doubt.
    """
    chart = plot.timeline(small.places, catalogue=small).to_dict()
    encoding = chart["encoding"]
    assert ("bar", "first", "temporal", "before") == (
        chart["mark"]["type"],
        encoding["x"]["field"],
        encoding["x"]["type"],
        encoding["x2"]["field"],
    )
    assert ("bearer", ["Alpha", "Beta", "Gamma"]) == (encoding["y"]["field"], encoding["y"]["sort"])
    scale = encoding["color"]["scale"]
    assert ("nobody", plot.GREY) == (scale["domain"][-1], scale["range"][-1])
    assert {"J. Stalin", "V. Lenin", "J. Stalin, V. Lenin", "nobody"} == set(scale["domain"])
    assert ["certainly", "possibly"] == encoding["opacity"]["scale"]["domain"]


def test_what_timelines_take(small: Catalogue) -> None:
    """
    A bearer, its id, several of these, a table, and changes, which stand for their bearers, each once.
    """
    alpha = small.places["alpha"]
    same: list[plot.Items] = [
        alpha,
        "alpha",
        [alpha, "alpha"],
        small.places.filter(lambda place: place.id == "alpha"),
        small.changes,
    ]
    drawn = [{row["bearer"] for row in values(plot.timeline(what, catalogue=small))} for what in same]
    assert [{"Alpha"}] * 4 + [{"Alpha", "Beta", "Gamma"}] == drawn
    assert values(plot.timeline(small.places)) == values(plot.timeline(list(small.places), catalogue=small))


def test_waves_by_year(small: Catalogue) -> None:
    """
    A renaming counts in the year in which its date lies; those of two years or of none are said to be left out.
    """
    chart = plot.waves(small.renamings)
    assert [
        {"first": "1930-01-01T00:00:00", "year": "1930", "renamings": 1},
        {"first": "1961-01-01T00:00:00", "year": "1961", "renamings": 2},
    ] == values(chart)
    assert ["2 more are dated more coarsely than by year, or not at all"] == chart.to_dict()["title"]["subtitle"]


def test_waves_by_month(small: Catalogue) -> None:
    """
    By month those count that are dated to a month or a day.
    """
    chart = plot.waves(small.changes, by="month")
    assert [
        {"first": "1930-05-01T00:00:00", "month": "1930-05", "renamings": 1},
        {"first": "1961-11-01T00:00:00", "month": "1961-11", "renamings": 2},
    ] == values(chart)
    assert ("yearmonth", "quantitative") == (
        chart.to_dict()["encoding"]["x"]["timeUnit"],
        chart.to_dict()["encoding"]["y"]["type"],
    )


def test_waves_of_bearers(small: Catalogue) -> None:
    """
    Of a bearer all renamings count, and nothing is said where nothing is left out.
    """
    chart = plot.waves("alpha", catalogue=small)
    assert (["1930", "1961"], []) == ([row["year"] for row in values(chart)], chart.to_dict()["title"]["subtitle"])


@pytest.mark.parametrize("by", ["month", "year"])
def test_waves_of_the_shipped_data(by: plot.Unit) -> None:
    """
    Of the shipped renamings, the counted and the left out are all.
    """
    starts: Counter[str] = Counter()
    for renaming in ds.renamings:
        if renaming.date is not None:
            length = 7 if by == "month" else 4
            first, last = str(renaming.date.earliest)[:length], str(renaming.date.latest)[:length]
            starts[first] += first == last
    chart = plot.waves(ds.renamings, by=by)
    assert {month: count for month, count in starts.items() if count} == {
        row[by]: row["renamings"] for row in values(chart)
    }
    left_out = len(ds.renamings) - starts.total()
    assert chart.to_dict()["title"]["subtitle"][0].startswith(f"{left_out} more ")


def test_timeline_of_all_shipped_places() -> None:
    """
    All places can be drawn, and each that has a date is.
    """
    drawn = {row["bearer"] for row in values(plot.timeline(ds.places))}
    assert {place.label for place in ds.places if any(name.since for name in place.names)} <= drawn


def test_nothing_to_draw(small: Catalogue) -> None:
    """
    Nothing gives an empty chart that the schema accepts.
    """
    empty = small.places.filter(lambda place: place.id == "atlantis")
    for chart in (plot.timeline(empty), plot.waves(small.renamings.where(during="1800")), plot.timeline([])):
        assert [] == values(chart)


def test_what_cannot_be_drawn(small: Catalogue) -> None:
    """
    Unknown ids, units and things without names are errors.
    """
    with pytest.raises(UnknownId):
        plot.timeline("atlantis")
    with pytest.raises(UnknownTerm, match="'week' is no unit of time; accepted: month, year"):
        plot.waves(small.renamings, by="week")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="expected a place, an institution, a change or an id, found Person"):
        plot.timeline(small.people)  # type: ignore[arg-type]


@pytest.mark.parametrize("draw", [plot.timeline, plot.waves])
def test_without_altair(draw: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the extra is not installed, the error says what to install.
    """
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtra, match=r"this needs altair: pip install 'destalinization\[plot\]'"):
        draw("volgograd")


def test_plot_is_the_submodule() -> None:
    """
    The public name is the module itself.
    """
    assert ds.plot is plot
