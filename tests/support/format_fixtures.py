"""
What the tests of formats share: writing, a small hostile catalogue, and the schemas of others.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.exporters.registry import writer_of
from destalinization.files import as_bytes
from destalinization.model.names import Name, SideName
from destalinization.model.places import Coordinates, Place
from destalinization.model.provenance import Citation, Dispute
from destalinization.model.release import Release
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

HOSTILE = 'Stalin\'s <b>"&\\town"</b>; =1+1\t@x'
"""A name with the signs that one format or another uses for itself."""


EVIL = "</script></noscript><img src=x onerror=alert(1)><script>alert(2)</script>"
"""A text that tries to break out of a page."""


@pytest.fixture(scope="session")
def write() -> Write:
    """
    Write the bundled data, a selection of it, or a catalogue in a format.
    """

    def write(format: str, thing: Any = None, catalogue: Catalogue | None = None) -> str:
        own = catalogue or ds.catalogue()
        return b"".join(as_bytes(writer_of(format)(own if thing is None else thing, own))).decode()

    return write


@pytest.fixture
def hostile() -> Catalogue:
    """
    A catalogue of one place whose texts are hard to write.
    """
    says = Citation(source="s", locator='p. "1" <2>', note="one\ntwo \\ three\x01")
    other = Dispute(field="since", value='19"51', note="a\\b\n</note>", citations=[says])
    day = HistoricalDate("1950-01-01")
    first = Name(key="a", text=HOSTILE, forms={"ru": ['Ст"алин\\о']}, since=day, citations=[says], disputes=[other])
    second = Name(key="b", text="Plain", since=HistoricalDate("[1961-11-10,1961-11-11]"), citations=[says])
    side = Name(key="c", text="Beside", until=HistoricalDate("1990"), citations=[says])
    place = Place(
        id="p",
        label=HOSTILE,
        kind="city",
        country="RU",
        current=True,
        coordinates=Coordinates(latitude=-0.5, longitude=100.25, basis="object", citation=says),
        names=[first, second],
        also=[SideName(name=side, use="unofficial")],
        links={"wikidata": "Q1 <2>"},
        summary=HOSTILE,
    )
    source = Source(id="s", title='On "names" <&>\n', url="https://example.org/?a=<b>&c", kind="web")
    release = Release(version="1", date=HistoricalDate("2020-02-03"), licence="CC-BY-4.0")
    return Catalogue.from_records([place, source], release=release)


@pytest.fixture(scope="session")
def schemas() -> Path:
    """
    The folder of the schemas of others, which are not in the repository.
    """
    folder = os.environ.get("DESTALINIZATION_SCHEMAS")
    if not folder:
        pytest.skip("DESTALINIZATION_SCHEMAS names no folder with the schemas of others")
    return Path(folder)


@pytest.fixture
def evil() -> Catalogue:
    """
    A catalogue of which every text tries to be markup.
    """
    source = Source(id="bad", title=EVIL, kind="web", url="javascript:alert(3)")
    person = ds.Person(id="somebody", label=EVIL)
    cited = Citation(source="bad", locator=EVIL)
    names = [
        Name(key="good", text="Good", since=HistoricalDate("1920-01-01")),
        Name(
            key="evil",
            text=EVIL,
            since=HistoricalDate("1950-01-01"),
            forms={"ru": [EVIL]},
            honours=[ds.Honour(target="somebody")],
            note=EVIL,
        ),
    ]
    place = Place(
        id="evil",
        label=EVIL,
        kind="town",
        country="XX",
        current=True,
        names=names,
        links={"geonames": '1" onclick=alert(4) x="', EVIL: EVIL},
        coordinates=Coordinates(latitude=50, longitude=50, basis="object", citation=cited),
        summary=EVIL,
        citations=[cited],
    )
    return Catalogue.from_records([source, person, place])
