"""
Timelines: the chain of names as a picture that can be read by machines, by eye and by ear.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

import destalinization as ds
from destalinization import strategies
from destalinization.dates import HistoricalDate
from destalinization.model.names import Honour, Name
from destalinization.model.places import Place
from destalinization.render import STYLE_CLASS, svg
from destalinization.render.timeline import ROW, timeline

SVG = "{http://www.w3.org/2000/svg}"
TOWN = Place(
    id="town",
    label="Town",
    kind="town",
    names=[
        Name(key="old", text="Old", since=HistoricalDate("1900-01-01"), honours=[Honour(target="someone")]),
        Name(key="new", text="New", since=HistoricalDate("1950")),
    ],
    current=True,
)
"""Shown from 1900-01-01 on for 18,626 days and an eighth of them: 20,954 days."""


def drawn(bearer: ds.Bearer, **options: HistoricalDate) -> ET.Element:
    """
    Draw a bearer and read the picture.
    """
    picture = timeline(bearer, **options)  # type: ignore[arg-type]
    assert picture is not None
    return ET.fromstring(picture)


def bars(group: ET.Element) -> list[tuple[str | None, str | None, str | None]]:
    """
    Give the bars of a name: where they start and end, and whether they are striped.
    """
    return [(line.get("x1"), line.get("x2"), line.get("class")) for line in group.iter(f"{SVG}line")]


def test_names_are_bars() -> None:
    """
    A name is a bar from its beginning to its end in percent of the days shown, striped where it is not certain.
    """
    old, new = drawn(TOWN).iter(f"{SVG}g")
    assert ("h", [("0.0%", "87.15%", None), ("87.15%", "88.89%", "u")]) == (old.get("class"), bars(old))
    assert (None, [("87.15%", "88.89%", "u"), ("88.89%", "100%", None)]) == (new.get("class"), bars(new))


def test_names_are_written_where_there_is_room() -> None:
    """
    A name on the left half begins with its bar, one on the right half ends with it; years stand beside it.
    """
    old, new = (text for text in drawn(TOWN).iter(f"{SVG}text") if text.find(f"{SVG}tspan") is not None)
    assert ("0.0%", None, "Old 1900–1950") == (old.get("x"), old.get("text-anchor"), "".join(old.itertext()))
    assert ("100.0%", "end", "New 1950–today") == (new.get("x"), new.get("text-anchor"), "".join(new.itertext()))


def test_years_are_ticks() -> None:
    """
    At most eight years stand under the axis, each at its place; none at the very edge.
    """
    ticks = {text.text: text.get("x") for text in drawn(TOWN).iter(f"{SVG}text") if text.get("text-anchor") == "middle"}
    assert {"1910": "17.43%", "1920": "34.86%"} == {year: ticks[year] for year in ("1910", "1920")}
    assert ["1910", "1920", "1930", "1940", "1950"] == list(ticks)


def test_picture_can_be_heard() -> None:
    """
    It has a title and a description that says all that it shows.
    """
    picture = drawn(TOWN)
    assert ("img", "The names of Town") == (picture.get("role"), picture.findtext(f"{SVG}title"))
    assert "Old, in honour of someone: from 1900-01-01, before 1950. New: from 1950 to today. " == picture.findtext(
        f"{SVG}desc"
    )


def test_picture_takes_any_width() -> None:
    """
    Its width is the page's; its height is that of its names.
    """
    assert ("100%", str(2 * ROW + 16), None) == tuple(drawn(TOWN).get(key) for key in ("width", "height", "viewBox"))


def test_a_date_is_marked() -> None:
    """
    The date asked about is a line; outside what is shown there is none.
    """
    marks = [line.get("x1") for line in drawn(TOWN, on=HistoricalDate("1950")).iter() if line.get("class") == "m"]
    assert (["87.15%"], 0) == (
        marks,
        sum(line.get("class") == "m" for line in drawn(TOWN, on=HistoricalDate("1800")).iter()),
    )


def test_nothing_dated_nothing_drawn() -> None:
    """
    Where nothing dates the names there is no picture.
    """
    assert svg(Place(id="a", label="A", kind="town", names=[Name(key="a", text="A")])) is None


def test_every_shipped_bearer() -> None:
    """
    Each bearer with a date is drawn, no name twice, within the picture, and small.
    """
    for bearer in (*ds.places, *ds.institutions):
        picture = svg(bearer)
        if picture is None:
            assert [] == [name for name in bearer.names if name.since or name.until]
            continue
        read = ET.fromstring(picture)
        assert len(list(read.iter(f"{SVG}g"))) <= len(bearer.names)
        places = [float(line.get(key, "").rstrip("%")) for line in read.iter(f"{SVG}line") for key in ("x1", "x2")]
        assert 0 <= min(places) <= max(places) <= 100.4
        assert len(picture) < 8_000


@given(strategies.places())
def test_generated_bearers(place: Place) -> None:
    """
    Any lawful chain can be drawn.
    """
    picture = svg(place)
    assert picture is None or ET.fromstring(picture).tag == f"{SVG}svg"


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", '" onload="alert(1)', "a\x00b", "Я" * 1000])
def test_hostile_names(text: str) -> None:
    """
    Whatever a name is, the picture holds what it holds for any other, and long names are cut.
    """
    harmless = drawn(
        Place(id="a", label="A", kind="town", names=[Name(key="a", text="A", since=HistoricalDate("1950"))])
    )
    picture = drawn(
        Place(id="a", label=text, kind="town", names=[Name(key="a", text=text, since=HistoricalDate("1950"))])
    )
    assert [element.tag for element in harmless.iter()] == [element.tag for element in picture.iter()]
    assert {len(element.attrib) for element in harmless.iter()} == {len(element.attrib) for element in picture.iter()}
    assert max(len(element.text or "") for element in picture.iter(f"{SVG}text")) <= 40


def test_picture_that_stands_alone_has_its_style() -> None:
    """
    As a file the picture brings its colours; inside a page the page does.
    """
    alone, inside = ET.fromstring(str(svg(TOWN))), drawn(TOWN)
    assert (STYLE_CLASS, None) == (alone.get("class"), inside.get("class"))
    assert (True, False) == tuple(page.find(f"{SVG}style") is not None for page in (alone, inside))
