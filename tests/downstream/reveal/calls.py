"""
What checkers find for the main calls; nothing here is run.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal, assert_type

from hypothesis import strategies as st

import destalinization as ds
from destalinization import strategies


def calls(text: str, place: ds.Place) -> None:
    assert_type(ds.places["volgograd"], ds.Place)
    assert_type([place.label for place in ds.places.where(country="UA")], list[str])
    assert_type(ds.find("Stalino"), tuple[ds.Match, ...])
    assert_type(ds.find("Stalino")[0].grade, Literal["certain", "likely", "possible"] | None)
    assert_type(ds.one("Stalinabad", of=ds.Place).names[0].text, str)
    assert_type(ds.name_on("dushanbe", date(1950, 6, 1)).best, ds.Name | None)
    assert_type(place.name_on(1950).candidates, tuple[ds.Candidate, ...])
    assert_type(ds.annotate(text), tuple[ds.Mention, ...])
    assert_type(ds.annotate(text)[0].best, ds.Meaning)
    assert_type(ds.date_text(text), ds.DatingAnswer)
    assert_type(ds.export("geojson", "places.geojson"), Path)
    assert_type(ds.from_json(text, of=ds.Place), ds.Place)
    assert_type(ds.to_json(place), str)
    assert_type(ds.catalogue().overlay(ds.catalogue()).places["volgograd"], ds.Place)
    assert_type(ds.formats()[0].name, str)


def generated() -> None:
    assert_type(strategies.places(), st.SearchStrategy[ds.Place])
    assert_type(strategies.bundled_places(country="TJ"), st.SearchStrategy[ds.Place])
    assert_type(strategies.catalogues(), st.SearchStrategy[ds.Catalogue])
    assert_type(strategies.historical_dates(), st.SearchStrategy[ds.HistoricalDate])
    assert_type(st.from_type(ds.Place), st.SearchStrategy[ds.Place])
