"""
What tests of exports share: records that try to break out of what they are written into.
"""

from __future__ import annotations

import pytest

import destalinization as ds
from destalinization.model.places import Coordinates

EVIL = "</script></noscript><img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture
def hostile() -> ds.Catalogue:
    """
    A catalogue of which every text tries to be markup.
    """
    source = ds.Source(id="bad", title=EVIL, kind="web", url="javascript:alert(3)")
    person = ds.Person(id="somebody", label=EVIL)
    cited = ds.Citation(source="bad", locator=EVIL)
    names = [
        ds.Name(key="good", text="Good", since=ds.HistoricalDate("1920-01-01")),
        ds.Name(
            key="evil",
            text=EVIL,
            since=ds.HistoricalDate("1950-01-01"),
            forms={"ru": [EVIL]},
            honours=[ds.Honour(target="somebody")],
            note=EVIL,
        ),
    ]
    place = ds.Place(
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
    return ds.Catalogue.from_records([source, person, place])
