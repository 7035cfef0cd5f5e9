"""
The formats that the data go out in: each carries what it says, in full.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.exporters.registry import writer_of
from destalinization.files import as_bytes
from destalinization.store.catalogue import STORED, Catalogue

BEARERS = [*ds.places, *ds.institutions]
NAMES = [(bearer, name) for bearer in BEARERS for name in (*bearer.names, *(side.name for side in bearer.also))]
FORMATS = [format.name for format in ds.formats()]
LINES = ["former-names", "geojson", "jsonl", "renamings"]
TEXT = [format.name for format in ds.formats() if format.extension not in (".db", ".gpkg", ".parquet", ".zip")]


def written(format: str, thing: Any = None, catalogue: Catalogue | None = None) -> str:
    """
    Write the bundled data, or a selection of it.
    """
    own = catalogue or ds.catalogue()
    return b"".join(as_bytes(writer_of(format)(own if thing is None else thing, own))).decode()


def rows(format: str, thing: Any = None) -> list[dict[str, str]]:
    """
    Write a CSV format and read it.
    """
    return list(csv.DictReader(io.StringIO(written(format, thing))))


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_written(format: str, tmp_path: Path) -> None:
    """
    Each goes to a file as it goes anywhere else; text ends with a line end.
    """
    if format == "parquet":
        pytest.importorskip("narwhals", reason="the extra frames is not installed")
        pytest.importorskip("pyarrow", reason="PyArrow is not installed")
    content = ds.export(format, tmp_path / "out").read_bytes()
    assert content == b"".join(as_bytes(writer_of(format)(ds.catalogue(), ds.catalogue())))
    assert format not in TEXT or content.decode().endswith("\n")


def test_the_list_of_formats() -> None:
    """
    Formats are told by name, in order, with what they hold and how their files end; json holds everything.
    """
    assert sorted(FORMATS) == FORMATS
    assert [] == [format for format in ds.formats() if not format.carries or not format.extension.startswith(".")]
    assert [("json", ())] == [
        (format.name, format.lacks) for format in ds.formats() if format.carries == ("everything",)
    ]
    assert "geojson (GeoJSON: a feature for each name in its time)" in [str(format) for format in ds.formats()]


def test_an_unknown_format_is_told_the_others() -> None:
    """
    The error lists all formats.
    """
    with pytest.raises(
        ds.UnknownTerm, match=r"accepted: atlas, csv, datasette, .*json, .*parquet, renamings, sqlite, turtle"
    ):
        ds.export("shapefile", "x")


def test_json_lines_hold_every_record() -> None:
    """
    As many records a table as there are, each as the JSON document has it.
    """
    found = [json.loads(line) for line in written("jsonl").splitlines()]
    assert {name: len(ds.catalogue().table(name)) for name in STORED} == Counter(row["table"] for row in found)
    volgograd = next(row for row in found if row["id"] == "volgograd")
    assert ds.places["volgograd"] == ds.from_json(
        json.dumps({k: v for k, v in volgograd.items() if k != "table"}), of=ds.Place
    )


def test_geojson_holds_every_name() -> None:
    """
    A feature a name, with its citations and disputes, and every source that they cite.
    """
    collection = json.loads(written("geojson"))
    features = collection["features"]
    assert sorted(f"{bearer.id}/{name.key}" for bearer, name in NAMES) == sorted(feature["id"] for feature in features)
    by_id = {feature["id"]: feature["properties"] for feature in features}
    for bearer, name in NAMES:
        told = by_id[f"{bearer.id}/{name.key}"]
        assert {citation.source for citation in name.citations} == set(told["sources"].split())
        assert len(name.disputes) == len([part for part in told["disputes"].split("; ") if part])
        assert all(f"{d.field}: {d.value} ({d.standing}: " in told["disputes"] for d in name.disputes)
    cited = {c.source for _, name in NAMES for c in (*name.citations, *(c for d in name.disputes for c in d.citations))}
    assert cited == set(collection["sources"])


def test_geojson_is_geojson() -> None:
    """
    Members, geometries and the order of coordinates are those of RFC 7946.
    """
    collection = json.loads(written("geojson"))
    assert "FeatureCollection" == collection["type"]
    for feature in collection["features"]:
        geometry = feature["geometry"]
        bearer = ds.catalogue().bearer(feature["properties"]["bearer"])
        position = bearer.coordinates if isinstance(bearer, ds.Place) else None
        assert ("Feature", None if position is None else [position.longitude, position.latitude]) == (
            feature["type"],
            geometry and geometry["coordinates"],
        )
        assert geometry is None or geometry["type"] == "Point"
        assert all(isinstance(value, str | bool) for value in feature["properties"].values())


def test_geojson_bounds_are_closed() -> None:
    """
    A name's last day is the one before the next name began; what is unknown or to come is empty; no end before a start.
    """
    found = {f["id"]: f["properties"] for f in json.loads(written("geojson"))["features"]}
    stalingrad, volgograd = found["volgograd/stalingrad"], found["volgograd/volgograd"]
    assert ("1925-04-10", "1961-11-09", False) == (stalingrad["start"], stalingrad["end"], stalingrad["today"])
    assert ("1961-11-10", "", True) == (volgograd["start"], volgograd["end"], volgograd["today"])
    for told in found.values():
        if told["start"] and told["end"]:
            assert date.fromisoformat(told["start"]) <= date.fromisoformat(told["end"]), told


def test_renamings_are_all_there() -> None:
    """
    A row a renaming, with both names, the date and the disputes.
    """
    found = {row["id"]: row for row in rows("renamings")}
    assert set(found) == set(ds.renamings.ids())
    row = found["volgograd/volgograd"]
    assert ("Stalingrad", "Сталинград", "Volgograd", "1961-11-10", "joseph-stalin") == (
        row["old"], row["old_ru"], row["new"], row["date"], row["removes"]
    )  # fmt: skip
    assert "since: 1961-11-11 (open: " in row["disputes"]
    assert ("Сталіно", "Донецьк") == (found["donetsk/donetsk"]["old_local"], found["donetsk/donetsk"]["new_local"])


def test_former_names_are_all_there() -> None:
    """
    A row a name that is not used today, with the name of today where there is one.
    """
    wanted = Counter(
        (bearer.id, name.text)
        for bearer in BEARERS
        for name in bearer.names
        if not (bearer.current and name is bearer.names[-1])
    )
    found = rows("former-names")
    assert wanted == Counter((row["bearer"], row["former"]) for row in found)
    assert {bearer.names[-1].text for bearer in BEARERS if bearer.current and len(bearer.names) > 1} == {
        row["today"] for row in found
    } - {""}


@pytest.mark.parametrize("format", LINES)
def test_a_selection(format: str) -> None:
    """
    A table, a list of records and a list of changes give what is theirs and nothing else.
    """
    whole, part = written(format), written(format, ds.places.where(country="TJ"))
    assert 0 < len(part) < len(whole) / 5
    assert ("dushanbe" in part, "volgograd/volgograd" in part) == (True, False)
    assert written(format, [ds.places["dushanbe"]]) == written(format, [ds.places["dushanbe"], ds.places["dushanbe"]])
    assert "dushanbe" in written(format, [ds.changes["dushanbe/dushanbe"]])


def test_a_selection_of_changes_is_kept_to_them() -> None:
    """
    Of selected changes only those are written.
    """
    assert ["dushanbe/dushanbe"] == [row["id"] for row in rows("renamings", [ds.changes["dushanbe/dushanbe"]])]


@pytest.mark.parametrize("format", ["geojson", "renamings", "former-names"])
def test_what_has_no_names_is_refused(format: str) -> None:
    """
    A format of names takes no people.
    """
    with pytest.raises(TypeError, match="holds the names of places and institutions, not a Person"):
        written(format, [ds.people["joseph-stalin"]])


@pytest.mark.parametrize("format", ["former-names", "geojson", "jsonl", "renamings"])
def test_nothing_to_write(format: str) -> None:
    """
    An empty catalogue gives an empty but lawful file.
    """
    content = written(format, catalogue=Catalogue.from_records([]))
    if format == "geojson":
        assert {"type": "FeatureCollection", "features": [], "sources": {}} == json.loads(content)
    elif format == "jsonl":
        assert "" == content
    else:
        assert 1 == content.count("\n")
