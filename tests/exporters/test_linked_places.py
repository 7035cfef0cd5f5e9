"""
Linked Places: complete, valid by the schemas of the World Historical Gazetteer, and true about ends.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rdflib
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

YEAR = HistoricalDate("1950")
BASE = "https://w3id.org/destalinization/"
NAMES = [
    (place, name) for place in ds.places for name in (*place.names, *(side.name for side in place.also))
]  # fmt: skip


@pytest.fixture(scope="module")
def features(write: Write) -> dict[str, Any]:
    """
    All features, by the ids of their places.
    """
    return {feature["@id"].removeprefix(BASE): feature for feature in json.loads(write("linked-places"))["features"]}


def times(feature: dict[str, Any]) -> dict[str, Any]:
    """
    Give the time of each name of a feature, by its English form; of several alike that of the first.
    """
    return {name["toponym"]: name.get("when") for name in reversed(feature["names"]) if name["lang"] == "en"}


def errors(schemas: Path, name: str, thing: Any) -> list[str]:
    """
    Hold a document against a schema.
    """
    other = json.loads((schemas / "csl-citation.json").read_text(encoding="utf-8"))
    registry: Any = Registry().with_resource(
        "https://whgazetteer.org/schema/csl-citation.json", Resource.from_contents(other, default_specification=DRAFT7)
    )
    schema = json.loads((schemas / name).read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(schema, registry=registry).iter_errors(thing)]


def test_it_is_valid(write: Write, schemas: Path) -> None:
    """
    The collection is valid under version 2.0 of the schema.
    """
    assert [] == errors(schemas, "lpf_v2.0.jsonld", json.loads(write("linked-places")))


def test_each_feature_is_valid_by_the_older_schema(features: dict[str, Any], schemas: Path) -> None:
    """
    Each feature is valid under version 1.2.2, which has no way to write that a position is unknown.
    """
    found = []
    for feature in features.values():
        older = {key: value for key, value in feature.items() if key != "geometry" or value is not None}
        found += errors(schemas, "schema_lpf_v1.2.2.json", older)
    assert [] == found


def test_a_hostile_catalogue_is_valid(write: Write, hostile: Catalogue, schemas: Path) -> None:
    """
    Signs that others use for themselves break nothing.
    """
    assert [] == errors(schemas, "lpf_v2.0.jsonld", json.loads(write("linked-places", catalogue=hostile)))


def test_every_name_is_there(features: dict[str, Any]) -> None:
    """
    As many forms, citations and disputes as the data have, for each name.
    """
    assert set(ds.places.ids()) == set(features)
    found = Counter(name["id"].removeprefix(BASE) for feature in features.values() for name in feature["names"])
    forms = Counter(
        {
            f"{place.id}#{name.key}": len({("en", name.text), *((t, f) for t, fs in name.forms.items() for f in fs)})
            for place, name in NAMES
        }
    )
    assert forms == found
    told = {name["id"].removeprefix(BASE): name for feature in features.values() for name in feature["names"]}
    for place, name in NAMES:
        one = told[f"{place.id}#{name.key}"]
        assert [BASE + citation.source for citation in name.citations] == [said["@id"] for said in one["citations"]]
        assert [(d.field, d.value, len(d.citations)) for d in name.disputes] == [
            (d["field"], d["value"], len(d["citations"])) for d in one.get("disputes", [])
        ]
    assert sum(len(place.disputes) for place in ds.places) == sum(
        len(feature["properties"].get("disputes", [])) for feature in features.values()
    )


def test_times(features: dict[str, Any]) -> None:
    """
    A closed end is the day before, a name in use ends no earlier than the release, and nothing has a bare start.
    """
    found = times(features["volgograd"])
    assert {"start": {"in": "1925-04-10"}, "end": {"in": "1961-11-09"}} == found["Stalingrad"]["timespans"][0]
    assert ("1961-11-10/..", "less-certain") == (found["Volgograd"]["label"], found["Volgograd"]["certainty"])
    assert {"start": {"in": "1961-11-10"}, "end": {"earliest": "2026-11-23"}} == found["Volgograd"]["timespans"][0]
    spans = [
        span
        for feature in features.values()
        for name in feature["names"]
        if "when" in name
        for span in name["when"]["timespans"]
    ]
    assert len(spans) > 1500
    assert [] == [span for span in spans if span.keys() != {"start", "end"}]


def test_times_that_are_coarse_or_unknown(features: dict[str, Any]) -> None:
    """
    A decade is two bounds; an unknown end is no earlier than the name was seen; an unknown start no later than that.
    """
    yuzovka = times(features["donetsk"])["Yuzovka"]
    assert {"earliest": "1870-01-01", "latest": "1879-12-31"} == yuzovka["timespans"][0]["start"]
    shahrixon = times(features["shahrixon"])["Stalino"]
    assert {"start": {"in": "1933"}, "end": {"earliest": "1933-01-01"}} == shahrixon["timespans"][0]
    assert "1933/" == shahrixon["label"]
    dyushambe = times(features["dushanbe"])["Dyushambe"]
    assert {"start": {"latest": "1676-12-31"}, "end": {"in": "1929-10-18"}} == dyushambe["timespans"][0]
    assert ["less-certain", "uncertain"] == [
        times(features[place])["Stalino"]["certainty"] for place in ("donetsk", "murgap-turkmenistan")
    ]
    assert times(features["chayli-tartar"])["Stalino"] is None


def test_one_of_several_days_is_two_bounds(write: Write, hostile: Catalogue) -> None:
    """
    A name that ended on one of two days ended between the days before them.
    """
    (feature,) = json.loads(write("linked-places", catalogue=hostile))["features"]
    first, second = feature["names"][0], feature["names"][2]
    assert {"earliest": "1961-11-09", "latest": "1961-11-10"} == first["when"]["timespans"][0]["end"]
    assert {"earliest": "1961-11-10", "latest": "1961-11-11"} == second["when"]["timespans"][0]["start"]
    assert hostile.places["p"].label.replace("\t", " ") == first["toponym"]
    assert "one\ntwo \\ three\x01" == first["citations"][0]["note"]


def test_places_and_their_surroundings(features: dict[str, Any]) -> None:
    """
    Position, class, links, what a place lies in, and a null geometry where nobody knows.
    """
    volgograd = features["volgograd"]
    assert {"type": "Point", "coordinates": [44.4976, 48.71378]} == volgograd["geometry"]
    assert (["RU"], ["P"]) == (volgograd["properties"]["ccodes"], volgograd["properties"]["fclasses"])
    assert ["gn:472757", "wd:Q914"] == [link["identifier"] for link in volgograd["links"]]
    assert ("gvp:broaderPartitive", f"{BASE}volgograd-oblast", "Volgograd Oblast") == tuple(
        volgograd["relations"][0].values()
    )
    assert {place.id for place in ds.places if place.coordinates is None} == {
        id for id, feature in features.items() if feature["geometry"] is None
    }


def test_years_are_text(features: dict[str, Any]) -> None:
    """
    The year of a source is text, as its schema has it; a source without a date has none.
    """
    years = [
        said.get("year") for feature in features.values() for name in feature["names"] for said in name["citations"]
    ]
    assert {type(None), str} == {type(year) for year in years}


def test_institutions_are_left_out(write: Write) -> None:
    """
    An institution is no feature, alone or in a selection of changes.
    """
    assert [] == json.loads(write("linked-places", ds.institutions))["features"]
    mixed = [ds.institutions["stalin-prize"], ds.places["dushanbe"]]
    assert [f"{BASE}dushanbe"] == [feature["@id"] for feature in json.loads(write("linked-places", mixed))["features"]]


def test_it_is_linked_data(write: Write) -> None:
    """
    The context in the file makes statements of it, without a network.
    """
    graph = rdflib.Graph().parse(data=write("linked-places", [ds.places["dushanbe"]]), format="json-ld")
    namespace = "https://github.com/LinkedPasts/linked-pasts-ontology/blob/main/lpo_latest.ttl#"
    toponyms = {str(value) for value in graph.objects(None, rdflib.URIRef(f"{namespace}toponym"))}
    assert {"Stalinabad", "Сталинабад", "Сталинобод", "Dushanbe"} <= toponyms
    targets = {str(value) for value in graph.objects(None, rdflib.URIRef(f"{namespace}relation_to"))}
    assert f"{BASE}tajikistan" in targets


def test_without_a_release(write: Write) -> None:
    """
    Without a day of release a name in use ends no earlier than it began, and a place without dates has no time.
    """
    dated = Place(id="a", label="A", kind="town", current=True, names=[Name(key="a", text="A", since=YEAR)])
    undated = Place(id="b", label="B", kind="town", names=[Name(key="b", text="B")])
    told = json.loads(write("linked-places", catalogue=Catalogue.from_records([dated, undated])))["features"]
    assert [{"start": {"in": "1950"}, "end": {"earliest": "1950-01-01"}}] == told[0]["names"][0]["when"]["timespans"]
    assert ([], False) == (told[1]["when"]["timespans"], "when" in told[1]["names"][0])


def test_nothing_to_write(write: Write) -> None:
    """
    An empty catalogue is a collection without features, and people are refused.
    """
    assert [] == json.loads(write("linked-places", catalogue=Catalogue.from_records([])))["features"]
    with pytest.raises(TypeError, match="not a Person"):
        write("linked-places", [ds.people["joseph-stalin"]])
