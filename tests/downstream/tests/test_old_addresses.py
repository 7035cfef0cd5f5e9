"""
The project's tests: examples, and properties over generated and shipped records.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import destalinization as ds
from destalinization import strategies
from old_addresses.main import main
from old_addresses.reading import places_in, years_of
from old_addresses.resolving import called_on, called_today, resolve

HERE = Path(__file__).parents[1]
days = st.dates(date(1900, 1, 1), date(2020, 12, 31))


def test_a_letter_from_voroshilovgrad() -> None:
    resolved = resolve("Ворошиловград", date(1950, 5, 9))

    assert resolved.place is ds.places["luhansk"]
    assert resolved.today == "Luhansk"
    assert resolve("Stalino", date(1950, 5, 9)).grade == "ambiguous"


def test_places_and_years_of_a_text() -> None:
    text = "В Сталинабаде он узнал, что поезд вышел из Ворошиловграда."

    assert places_in(text) == {"dushanbe": 1, "luhansk": 1}
    assert years_of(text) == [(1935, 1958)]


@settings(deadline=None, max_examples=30)
@given(strategies.places(), days)
def test_generated_places_have_a_name_or_none(place: ds.Place, day: date) -> None:
    texts = {name.text for name in place.names}

    assert called_on(place, day).removesuffix("?") in {"", *(text.removesuffix("?") for text in texts)}
    assert called_today(place) in {"", place.names[-1].text}


@settings(deadline=None, max_examples=30)
@given(st.from_type(ds.Place))
def test_places_come_from_their_type(place: ds.Place) -> None:
    assert ds.from_json(ds.to_json(place), of=ds.Place) == place


@settings(deadline=None, max_examples=30)
@given(strategies.bundled_places(kind="city"))
def test_every_city_is_found_by_its_names(place: ds.Place) -> None:
    for name in place.names:
        resolved = resolve(name.text)
        assert resolved.place == place or resolved.grade == "ambiguous"


@settings(deadline=None, max_examples=5)
@given(strategies.catalogues(), st.text("abcЖдан -", max_size=20).filter(lambda text: any(map(str.isalpha, text))))
def test_any_catalogue_can_be_asked(catalogue: ds.Catalogue, written: str) -> None:
    resolved = resolve(written, catalogue=catalogue)

    assert resolved.place is None or resolved.place in catalogue.places


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "letters.geojson"

    assert main([str(HERE / "letters.csv"), "--overlay", str(HERE / "overlay"), "-o", str(output)]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[:2] == [
        "Voroshilovgrad: Voroshilovgrad, now Luhansk (certain)",
        "Krasny Pakhar: Krasny Pakhar, now Sad (certain)",
    ]
    assert said[-1] == "Nowhere: unknown"
    found = {feature["properties"]["bearer"] for feature in json.loads(output.read_text())["features"]}
    assert found == {"luhansk", "our-village", "dushanbe"}
