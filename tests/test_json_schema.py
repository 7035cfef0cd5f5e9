"""
The JSON Schema: what it accepts, the codec reads, as far as a schema can say.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

import destalinization as ds
from destalinization.codec import structure
from destalinization.errors import DataError
from destalinization.json_schema import generate
from destalinization.model.record import Record
from destalinization.store.catalogue import STORED
from destalinization.vocabulary import PLACE_KINDS

RAW: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "records.json").read_bytes())
CLASSES: dict[str, type[Record]] = {name: getattr(ds, name) for name in RAW if name != "Renaming"}
by_class = pytest.mark.parametrize("name", CLASSES)
PLACE = {"id": "town", "label": "Town", "kind": "town", "names": [{"key": "a", "text": "A"}]}
DATES = ["1961", "1961-11", "1961-11-10", "196X", "19XX", "1961-XX", "1961-11-XX", "1961-XX-XX", "1961~", "1961-11?"]
DATES += ["1961-11-10%", "196X~", "[1961-11-10,1961-11-11]", "[1961]", "[196X,1970?]"]
INTERVALS = ["1953/1964", "1953-03/..", "1953-03/", "../1964", "/1964", "192X~/1961-XX?"]
NO_DATES = ["", "x", "61", "1961-13", "1961-00", "1961-11-32", "1961-21", "1961~~", "~1961", "XXXX", "1961-1X", "[]"]
NO_DATES += ["[1961", "[1961..1963]", "{1961}", "-0044", "Y12000", "1961-11-10T12:00:00", " 1961", "1961/1962/1963"]
BAD: list[tuple[str, dict[str, Any]]] = [
    ("Place", {**PLACE, "spare": 1}),
    ("Place", {**PLACE, "label": None}),
    ("Place", {**PLACE, "label": 7}),
    ("Place", {**PLACE, "kind": "hamlet"}),
    ("Place", {**PLACE, "current": "yes"}),
    ("Place", {**PLACE, "current": 1}),
    ("Place", {**PLACE, "names": "A"}),
    ("Place", {**PLACE, "names": None}),
    ("Place", {**PLACE, "names": {"key": "a", "text": "A"}}),
    ("Place", {**PLACE, "names": [{"key": "a"}]}),
    ("Place", {**PLACE, "names": [{"key": "a", "text": "A", "forms": {"ru": "А"}}]}),
    ("Place", {**PLACE, "links": {"viaf": 1}}),
    ("Place", {**PLACE, "links": ["viaf"]}),
    ("Place", {**PLACE, "founded": "1961"}),
    ("Place", {key: value for key, value in PLACE.items() if key != "names"}),
    ("Coordinates", {**RAW["Coordinates"], "latitude": "48"}),
    ("Coordinates", {**RAW["Coordinates"], "latitude": True}),
    ("Citation", {"source": ["tass"]}),
    ("Citation", {"source": "tass", "supports": "since"}),
    ("Claim", {**RAW["Claim"], "status": "true"}),
    ("Release", {"version": "1", "date": "1961/1962", "licence": "CC0-1.0"}),
]


def validator(name: str) -> Any:
    """
    Make the validator of a class of records.
    """
    schema = ds.schema()
    part = {"$schema": schema["$schema"], "$ref": f"#/$defs/{name}", "$defs": schema["$defs"]}
    return Draft202012Validator(part)


def document(**tables: Any) -> dict[str, Any]:
    """
    Make a JSON document of some tables.
    """
    return {"$schema": "https://example.org/schema.json", **tables}


def test_the_shipped_schema_is_the_one_of_the_model() -> None:
    """
    The schema that the package ships is the one that the model gives.
    """
    assert generate() == ds.schema()


def test_it_is_a_schema_of_its_draft() -> None:
    """
    The schema is valid against the schema of schemas of draft 2020-12.
    """
    Draft202012Validator.check_schema(ds.schema())
    assert Draft202012Validator.META_SCHEMA["$id"] == ds.schema()["$schema"]


@by_class
def test_every_field_is_described(name: str) -> None:
    """
    The schema of a class has its fields in order, each described in words, and demands those without a default.
    """
    found = ds.schema()["$defs"][name]
    fields = [field.name for field in attrs.fields(CLASSES[name])]
    extra = ["period"] if name == "Name" else []
    assert fields + extra == list(found["properties"])
    assert [f.name for f in attrs.fields(CLASSES[name]) if f.default is attrs.NOTHING] == found["required"]
    assert all(len(field["description"].split()) > 1 for field in found["properties"].values())


@by_class
def test_records_are_accepted(name: str) -> None:
    """
    A record with a value in every field is valid.
    """
    assert [] == list(validator(name).iter_errors(RAW[name]))


def test_a_document_is_accepted() -> None:
    """
    A document with every table, a release, redirects and changes is valid.
    """
    names = ("Place", "Institution", "Person", "Topic", "Event", "Act", "Claim", "Source")
    whole = document(**{table: [RAW[name]] for table, name in zip(STORED, names, strict=True)})
    whole |= {"release": RAW["Release"], "redirects": {"stalino": "donetsk"}, "changes": [RAW["Change"]]}
    assert [] == list(Draft202012Validator(ds.schema()).iter_errors(whole))


@pytest.mark.parametrize(
    "whole",
    [
        [],
        document(towns=[]),
        document(places={}),
        document(places=[RAW["Person"]]),
        document(places=["town"]),
        document(redirects=[]),
        document(redirects={"a": 1}),
        document(release="1.0"),
        {"$schema": 1},
    ],
)
def test_other_documents_are_refused(whole: object) -> None:
    """
    A document with unknown tables, or with something else than records in them, is not valid.
    """
    assert [] != list(Draft202012Validator(ds.schema()).iter_errors(whole))


@pytest.mark.parametrize(("name", "raw"), BAD)
def test_both_refuse_what_does_not_fit(name: str, raw: dict[str, Any]) -> None:
    """
    What the codec refuses for its shape, the schema refuses too.
    """
    with pytest.raises(DataError):
        structure(copy.deepcopy(raw), CLASSES[name])
    assert not validator(name).is_valid(raw)


@pytest.mark.parametrize("text", [*DATES, *INTERVALS])
def test_both_accept_dates(text: str) -> None:
    """
    What the codec reads for a date or interval, the schema accepts.
    """
    raw = {"value": text}
    assert text == str(structure(raw, ds.Dated).value)
    assert validator("Dated").is_valid(raw)


@pytest.mark.parametrize("text", NO_DATES)
def test_both_refuse_what_is_no_date(text: str) -> None:
    """
    What the codec refuses for its form as a date, the schema refuses too.
    """
    raw = {"value": text}
    with pytest.raises(DataError):
        structure(raw, ds.Dated)
    assert not validator("Dated").is_valid(raw)


@pytest.mark.parametrize("text", ["0000", "1961-02-30", "1962/1961", "1961-11-10/1961-11-09", "../..", "/"])
def test_some_dates_are_left_to_the_library(text: str) -> None:
    """
    The schema looks at the form of a date alone; which days there are, and in which order, only the codec knows.
    """
    with pytest.raises(DataError):
        structure({"value": text}, ds.Dated)
    assert validator("Dated").is_valid({"value": text})


@pytest.mark.parametrize("text", INTERVALS)
def test_intervals_are_refused_where_a_date_is_wanted(text: str) -> None:
    """
    A field that is a date takes no interval.
    """
    assert not validator("Release").is_valid({"version": "1", "date": text, "licence": "CC0-1.0"})


def test_terms_are_listed() -> None:
    """
    A field that takes terms of a vocabulary lists them.
    """
    assert list(PLACE_KINDS) == ds.schema()["$defs"]["Place"]["properties"]["kind"]["enum"]


def test_the_sample_is_a_record_of_every_class() -> None:
    """
    The schema describes every class that the tests visit, and no other.
    """
    assert set(CLASSES) == set(ds.schema()["$defs"])


def test_generating_twice_gives_the_same() -> None:
    """
    The schema is made anew each time, and is the same each time.
    """
    one, other = generate(), generate()
    one["properties"].clear()
    assert generate() == other
