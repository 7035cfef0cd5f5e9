"""
HTML: every record, table, answer and mention as a notebook shows it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

import attrs
import pytest
from examples import FEW
from hypothesis import given

import destalinization as ds
from destalinization import strategies
from destalinization.dates import HistoricalDate
from destalinization.model.record import Record
from destalinization.render import STYLE_CLASS, html
from destalinization.render.style import COLOURS
from destalinization.render.tables import ROWS
from destalinization.store.catalogue import DERIVED, STORED, Catalogue

Read = Callable[[str], Any]

SCRIPT = "<script>alert(1)</script>"
IMAGE = '"><img src=x onerror="alert(1)">'
TEXT = "Он жил в Сталинабаде, а родился в Ворошиловграде."


def answers() -> Iterator[Any]:
    """
    Give an answer of every kind, about the bundled data.
    """
    for on in ("1961-11-10", "1400", "1950"):
        yield ds.name_on("volgograd", on)
    answer = ds.name_on("volgograd", "2020")
    yield from (answer, *answer.candidates, *answer.beside)
    yield from ds.find("Сталино", on="1950")
    yield from ds.find("Stalinabad")
    dating = ds.date_names(["Stalinabad", "Molotov", "Atlantis"])
    yield from (dating, *dating.intervals, *dating.conflicts, *dating.intervals[0].post)
    yield ds.date_names(["Atlantis"])
    yield ds.date_text(TEXT)
    yield from ds.on("1961-11-10")
    for mention in ds.annotate(TEXT, on="1950", everything=True):
        yield from (mention, *mention.candidates)


ANSWERS = list(answers())


def hostile() -> Catalogue:
    """
    Make a catalogue whose every free text is an attempt to break out.
    """
    source = ds.Source(id="s", title=SCRIPT, author=IMAGE, kind="web", url="javascript:alert(1)", archived_url=IMAGE)
    person = ds.Person(id="p", label=IMAGE, aliases=[SCRIPT], summary=SCRIPT, links={SCRIPT: "javascript:alert(1)"})
    cited = [ds.Citation(source="s", locator=SCRIPT, note=IMAGE)]
    dispute = ds.Dispute(field=SCRIPT, value=IMAGE, note=SCRIPT, citations=cited)
    names = [
        ds.Name(
            key="old",
            text=SCRIPT,
            forms={'ru" onload="alert(1)': [IMAGE]},
            since=HistoricalDate("1930"),
            honours=[ds.Honour(target="p", note=SCRIPT)],
            citations=cited,
            disputes=[dispute],
            note=SCRIPT,
        ),
        ds.Name(key="new", text=IMAGE, since=HistoricalDate("1961-11-10"), citations=cited),
    ]
    town = ds.Place(
        id="t", label=SCRIPT, kind="town", country=IMAGE, admin1=SCRIPT, names=names, summary=IMAGE, disputes=[dispute]
    )
    claim = ds.Claim(id="c", section=SCRIPT, statement=IMAGE, status="unverified", note=SCRIPT, evidence=["t"])
    return Catalogue.from_records([source, person, town, claim])


def test_every_shipped_record(read: Read) -> None:
    """
    Each record and each change is shown as well-formed HTML and XML without anything that runs or loads.
    """
    shown = {
        record.id: record._repr_html_() for table in (*STORED, "changes") for record in ds.catalogue().table(table)
    }
    assert {id: [] for id in shown} == {id: read(markup).dangers() for id, markup in shown.items()}
    assert {"div"} == {ET.fromstring(markup).tag for markup in shown.values()}


def test_every_shipped_record_is_small() -> None:
    """
    No record takes more than 13 kB, whatever is known of it, and most take less than half of that.
    """
    sizes = sorted(len(record._repr_html_().encode()) for _, record in ds.catalogue().stored())
    assert (True, True) == (sizes[-1] < 13_000, sizes[len(sizes) // 2] < 6_500)


@pytest.mark.parametrize("name", [*STORED, *DERIVED])
def test_every_table(read: Read, name: str) -> None:
    """
    A table tells how many records it holds, and shows the first of them, a row each.
    """
    table = ds.catalogue().table(name)
    page = read(table._repr_html_())
    assert ([], True) == (page.dangers(), page.text.startswith(f"{len(table)} {name}, the first 20 of them"))
    assert ROWS + 1 == page.tags.count("tr")


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: type(answer).__name__)
def test_every_answer(read: Read, answer: Record) -> None:
    """
    Answers, mentions and what they are made of are shown as well-formed HTML and XML.
    """
    markup = html(answer)
    page = read(markup)
    assert ([], "div", STYLE_CLASS) == (page.dangers(), ET.fromstring(markup).tag, ET.fromstring(markup).get("class"))
    assert "object at 0x" not in page.text
    assert "Citation(" not in page.text


@FEW
@given(strategies.catalogues())
def test_generated_catalogues(catalogue: Catalogue) -> None:
    """
    Any lawful record, every part of it and every table can be shown.
    """
    for name in (*STORED, *DERIVED):
        table = catalogue.table(name)
        shown = [table._repr_html_(), *(record._repr_html_() for record in table)]
        assert {"div"} == {ET.fromstring(markup).tag for markup in shown}


@pytest.mark.parametrize("name", [*STORED, *DERIVED])
def test_hostile_records(read: Read, name: str) -> None:
    """
    What would break out is shown letter by letter, and what is no address of the web is no link.
    """
    table = hostile().table(name)
    for shown in (table, *table):
        page = read(shown._repr_html_())
        assert ([], []) == (page.dangers(), page.links())
    texts = "".join(read(record._repr_html_()).text for record in table)
    if len(table):
        assert (True, True) == (SCRIPT in texts or name == "changes", IMAGE in texts)


def test_hostile_answers(read: Read) -> None:
    """
    Answers about hostile records, and mentions in hostile texts, are as harmless.
    """
    catalogue = hostile()
    town = catalogue.places["t"]
    asked = [town.name_on("1961"), *ds.find(SCRIPT, catalogue=catalogue), *ds.on("1961", catalogue=catalogue)]
    asked += [*town.names_during("1961"), ds.date_names([SCRIPT, IMAGE], catalogue=catalogue), *town.names]
    mention = ds.annotate("Он жил в Сталинабаде.")[0]
    meanings = tuple(ds.Meaning(bearer=town, name=name) for name in town.names)
    asked += [attrs.evolve(mention, surface=SCRIPT, reason=IMAGE, candidates=meanings), *meanings]
    for answer in asked:
        page = read(answer._repr_html_())
        assert ([], []) == (page.dangers(), page.links())
    assert len(asked) > 10


def test_hostile_signs_are_replaced() -> None:
    """
    Control characters and lone surrogates, which no document may hold, do not break it.
    """
    name = ds.Name(key="a", text="a\x00b\x1b[31m\ud800")
    place = ds.Place(id="a", label="\x07", kind="town", names=[name])
    assert "a\N{REPLACEMENT CHARACTER}b" in "".join(ET.fromstring(html(place)).itertext())


def test_place_in_words(read: Read, mini: Catalogue) -> None:
    """
    A place is shown with its names, their forms and periods, its facts, its disputes and its sources.
    """
    page = read(html(mini.places["volgograd"]))
    cells = ["Tsaritsyn", "Stalingrad", "Сталинград", "1925-04-10", "1961-11-10", "joseph-stalin", "today"]
    assert [] == [cell for cell in cells if cell not in page.texts]
    said = [
        "Hero City Stalingrad ceremonial",
        "Volgograd: 1961-11-11 (since; The day on which the decree was printed.)",
    ]
    assert [] == [words for words in said if words not in page.text]


def test_labels_are_those_of_the_bundled_data(read: Read, mini: Catalogue) -> None:
    """
    A record of the bundled data calls others by their labels; one that differs from it knows their ids only.
    """
    bundled, other = (read(html(place)).text for place in (ds.places["dushanbe"], mini.places["dushanbe"]))
    assert (True, False) == ("Joseph Stalin" in bundled, "joseph-stalin" in bundled)
    assert (False, True) == ("Joseph Stalin" in other, "joseph-stalin" in other)


def test_sources_are_links(read: Read) -> None:
    """
    The sources of a bundled record lead to their addresses.
    """
    record = ds.places["dushanbe"]
    cited = {citation.source for citation in record.names[1].citations}
    addresses = {ds.sources[id].url for id in cited} - {None}
    assert addresses <= set(read(html(record)).links())
    assert addresses


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (ds.name_on("volgograd", "1961-11-09"), ["Volgograd on 1961-11-09", "Stalingrad", "certain"]),
        (ds.name_on("volgograd", "1400"), ["The bearer did not exist yet."]),
        (ds.name_on("volgograd", "2020"), ["Beside it: Hero City Stalingrad (ceremonial)"]),
        (ds.find("Stalinabad")[0], ["Stalinabad", "Dushanbe dushanbe", "from 1929-10-19"]),
        (
            ds.date_names(["Stalinabad", "Chkalov", "Atlantis"]),
            ["1938-12-26 to 1957-12-03", "Not in the data: Atlantis"],
        ),
        (ds.renamings["volgograd/volgograd"], ["Stalingrad → Volgograd (1961-11-10)", "renaming", "Joseph Stalin"]),
        (ds.annotate("Он жил в Сталинабаде.")[0], ["Сталинабаде", "9–20", "Stalinabad", "place, certain"]),
        (ds.places["volgograd"].period("stalingrad"), ["Period", "since", "1925-04-10", "before", "1961-11-10"]),
        (ds.people["joseph-stalin"], ["Joseph Stalin", "person", "born", "1878-12-18", "held-office"]),
        (ds.places.where(country="TJ", kind="city"), ["Dyushambe → Stalinabad → Dushanbe"]),
        (ds.places.where(country="FR"), ["0 places"]),
        (ds.places.filter(lambda place: place.id == "dushanbe"), ["1 place"]),
    ],
)
def test_what_is_said(read: Read, thing: Any, words: list[str]) -> None:
    """
    What is shown says the answer.
    """
    shown = read(thing._repr_html_()).text
    assert [] == [word for word in words if word not in shown]


def test_changes_of_a_table_stand_by_date(read: Read, mini: Catalogue) -> None:
    """
    Renamings are shown as the command lists them, by date.
    """
    texts = read(html(mini.renamings)).texts
    dates = [text for text in texts if text[:2] in ("18", "19") and text[4:5] == "-"]
    assert (sorted(dates), True) == (dates, len(dates) > 5)


def luminance(colour: str) -> float:
    """
    Give the relative luminance of a colour (WCAG 2.2).
    """
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("use", "ratio"), [("ink", 4.5), ("dim", 4.5), ("link", 4.5), ("honour", 3.0), ("plain", 3.0)])
def test_colours_stand_out(use: str, ratio: float, ground: int) -> None:
    """
    Texts and bars have the contrast that WCAG asks, light and dark.
    """
    low, high = sorted(luminance(COLOURS[name][ground]) for name in ("paper", use))
    assert (high + 0.05) / (low + 0.05) >= ratio


def test_showing_is_loaded_when_it_is_wanted() -> None:
    """
    A lookup loads nothing of what shows records; a notebook that shows one does.
    """
    code = (
        "import sys, destalinization as ds; place = ds.places['dushanbe']; name = 'destalinization.render';"
        "before = name in sys.modules; place._repr_html_(); print(before, name in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert "False True" == done.stdout.strip()
