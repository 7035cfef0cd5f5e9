"""
KML: valid by its schema, with every name.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fastkml.validator import validate
from lxml import etree

import destalinization as ds
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

K = {"k": "http://www.opengis.net/kml/2.2"}
BEARERS = [*ds.places, *ds.institutions]
NAMES = [(bearer, name) for bearer in BEARERS for name in (*bearer.names, *(side.name for side in bearer.also))]


def read(text: str) -> Any:
    """
    Read KML.
    """
    return etree.parse(BytesIO(text.encode()))


def data(placemark: Any) -> dict[str, str]:
    """
    Give the properties of a placemark.
    """
    return {
        item.get("name"): item.findtext("k:value", namespaces=K)
        for item in placemark.findall(".//k:Data", namespaces=K)
    }


@pytest.fixture(scope="module")
def placemarks(write: Write) -> dict[str, Any]:
    """
    All placemarks, by bearer and key.
    """
    return {
        item.get("id").removeprefix("name."): item
        for item in read(write("kml")).findall(".//k:Placemark", namespaces=K)
    }


@pytest.mark.parametrize("content", ["all", "hostile", "nothing"])
def test_it_is_valid(write: Write, hostile: Catalogue, tmp_path: Path, content: str) -> None:
    """
    The whole, hostile texts and nothing at all are valid under the schema of KML 2.2.
    """
    catalogue = {"all": None, "hostile": hostile, "nothing": Catalogue.from_records([])}[content]
    path = tmp_path / "names.kml"
    path.write_text(write("kml", catalogue=catalogue), encoding="utf-8")
    assert validate(file_to_validate=path) is True


def test_every_name_is_there(placemarks: dict[str, Any]) -> None:
    """
    A placemark a name, with its forms, citations and disputes.
    """
    assert {f"{bearer.id}.{name.key}" for bearer, name in NAMES} == set(placemarks)
    for bearer, name in NAMES:
        told = data(placemarks[f"{bearer.id}.{name.key}"])
        forms = {("en", name.text), *((tag, form) for tag, spellings in name.forms.items() for form in spellings)}
        assert forms == {tuple(form.split(": ", 1)) for form in told["forms"].split("; ")}
        assert {citation.source for citation in name.citations} == set(told["sources"].split())
        description = placemarks[f"{bearer.id}.{name.key}"].findtext("k:description", namespaces=K).splitlines()
        assert len(name.citations) == sum(line.startswith("Source: ") for line in description)
        assert len(name.disputes) == sum(line.startswith("Disputed (") for line in description)


def test_times(placemarks: dict[str, Any]) -> None:
    """
    Spans are closed, as coarse as what is known, and lawful dates where that is coarser than a year.
    """

    def span(id: str) -> tuple[str | None, str | None]:
        found = placemarks[id]
        return found.findtext(".//k:begin", namespaces=K), found.findtext(".//k:end", namespaces=K)

    assert ("1925-04-10", "1961-11-09") == span("volgograd.stalingrad")
    assert ("1961-11-10", None) == span("volgograd.volgograd")
    assert ("1929-10-19", "1961") == span("dushanbe.stalinabad")
    told = data(placemarks["shahrixon.stalino"]), data(placemarks["volgograd.volgograd"])
    assert [("1933/", "false"), ("1961-11-10/..", "true")] == [(one["period"], one["today"]) for one in told]


def test_positions(placemarks: dict[str, Any]) -> None:
    """
    A place has longitude and latitude; what has no position stands in the last folder, without a geometry.
    """
    volgograd = placemarks["volgograd.volgograd"]
    assert "44.4976,48.71378" == volgograd.findtext(".//k:coordinates", namespaces=K)
    assert "RU" == volgograd.getparent().findtext("k:name", namespaces=K)
    bare = {id.split(".")[0] for id, found in placemarks.items() if found.find("k:Point", namespaces=K) is None}
    unknown = {bearer.id for bearer in BEARERS if getattr(bearer, "coordinates", None) is None}
    assert unknown == bare
    prize = next(found for id, found in placemarks.items() if id.startswith("stalin-prize."))
    assert "Without a position" == prize.getparent().findtext("k:name", namespaces=K)


def test_hostile_names(write: Write, hostile: Catalogue) -> None:
    """
    Texts come back as they were, save signs that XML cannot hold.
    """
    found = read(write("kml", catalogue=hostile)).findall(".//k:Placemark", namespaces=K)
    assert [hostile.places["p"].label, "Plain", "Beside"] == [one.findtext("k:name", namespaces=K) for one in found]
    assert "one\ntwo \\ three\ufffd" in found[0].findtext("k:description", namespaces=K)
    assert "100.25,-0.5" == found[0].findtext(".//k:coordinates", namespaces=K)


def test_people_are_refused(write: Write) -> None:
    """
    A format of names takes no people.
    """
    with pytest.raises(TypeError, match="not a Person"):
        write("kml", [ds.people["joseph-stalin"]])
