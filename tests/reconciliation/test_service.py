"""
The service: every message of the protocol, and what it refuses.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

import destalinization as ds
from destalinization.model.names import Name
from destalinization.model.people import Person
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dispute
from destalinization.model.source import Source
from destalinization.reconciliation.entity_types import TYPES, types_of
from destalinization.reconciliation.service import Service
from destalinization.store.catalogue import Catalogue
from destalinization.vocabulary import INSTITUTION_KINDS, PLACE_KINDS

Judge = Callable[[str, Any], list[str]]

SPACE = "https://reconciliation-api.github.io/specs/0.2/schemas/"
SWAGGER = "http://swagger.io/v2/schema.json"
SERVICE = Service(ds.catalogue(), "http://127.0.0.1:8000")
HOSTILE = "<script>alert('1')</script> & \"q\""

BATCH = {
    "q0": {"query": "Stalino", "type": "place", "limit": 3, "type_strict": "should"},
    "Ж": {"query": "Сталинград", "properties": [{"pid": "date", "v": "1950-06-01"}, {"pid": "country", "v": ["RU"]}]},
    "": {"properties": [{"pid": "kind", "v": "city"}]},
    "near": {"query": "Stalinabat"},
    "none": {"query": "—"},
}


def ask(path: str, status: int = 200, **parameters: Any) -> Any:
    """
    Ask the service by GET, and read its answer.
    """
    encoded = {key: value if isinstance(value, str) else json.dumps(value) for key, value in parameters.items()}
    reply = SERVICE.answer("GET", path, encoded)
    assert (status, "application/json; charset=utf-8") == (reply.status, reply.media_type), reply.content
    return json.loads(reply.content)


@pytest.fixture(scope="session")
def judge() -> Judge:
    """
    Hold a message against a schema of the protocol, and give what is wrong with it.
    """
    if "DESTALINIZATION_SCHEMAS" not in os.environ:
        pytest.skip("DESTALINIZATION_SCHEMAS names no folder of schemas")
    folder = Path(os.environ["DESTALINIZATION_SCHEMAS"]) / "recon-0.2"
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    known = [(f"{SPACE}{name}.json", Resource.from_contents(schema, DRAFT7)) for name, schema in schemas.items()]
    registry: Registry[Any] = Registry().with_resources([*known, (SWAGGER, Resource.from_contents({}, DRAFT7))])

    def judge(name: str, message: Any) -> list[str]:
        found = Draft7Validator(schemas[name] | {"$id": f"{SPACE}{name}.json"}, registry=registry)
        return [error.message for error in found.iter_errors(message)]

    return judge


def extended(id: str, property: str, **settings: str) -> list[Any]:
    """
    Ask for one property of one entity.
    """
    request = {"ids": [id], "properties": [{"id": property, "settings": settings}]}
    values = ask("/", extend=request)["rows"][id][property]
    return [value if "id" in value else next(iter(value.values())) for value in values]


def hostile() -> Service:
    """
    A service whose data are full of markup.
    """
    cited = [Citation(source="s")]
    disputes = [Dispute(field="since", value="1961", note=HOSTILE, citations=cited)]
    name = Name(key="a", text=HOSTILE, forms={"ru": [HOSTILE]}, honours=[ds.Honour(target="p")], disputes=disputes)
    place = Place(id="one", label=HOSTILE, kind="city", admin1=HOSTILE, names=[name], summary=HOSTILE, citations=cited)
    records: list[Place | Person | Source] = [
        place,
        Person(id="p", label=HOSTILE),
        Source(id="s", title=HOSTILE, kind="web"),
    ]
    return Service(Catalogue.from_records(records), "http://127.0.0.1:8000")


def test_the_manifest(judge: Judge) -> None:
    """
    The manifest is lawful, names the version, and its links begin with the address of the service.
    """
    found = ask("/")
    assert [] == judge("manifest", found)
    assert ("0.2" in found["versions"], 1000) == (True, found["batchSize"])
    links = [found["view"], found["preview"], *found["suggest"].values(), found["extend"]["propose_properties"]]
    assert {True} == {
        value.startswith("http://127.0.0.1:8000") for link in links for key, value in link.items() if "url" in key
    }


def test_the_judge_judges(judge: Judge) -> None:
    """
    The schemas refuse what breaks them, references to other schemas included.
    """
    assert judge("manifest", {"versions": ["0.2"], "name": "n", "identifierSpace": "i"})
    assert judge("suggest-types-response", {"result": [{"id": "no name"}]})
    assert judge("reconciliation-result-batch", {"q0": {"result": [{"id": "a", "name": "b", "score": "high"}]}})


def test_results_are_lawful(judge: Judge) -> None:
    """
    A batch gets a lawful result under each of its keys.
    """
    assert [] == judge("reconciliation-query-batch", BATCH)
    found = ask("/", queries=BATCH)
    assert [] == judge("reconciliation-result-batch", found)
    assert list(BATCH) == list(found)
    counts = {key: len(value["result"]) for key, value in found.items()}
    assert (3, 0, 0) == (counts["q0"], counts[""], counts["none"])
    assert ["volgograd"] == [item["id"] for item in found["Ж"]["result"] if item["match"]]


@pytest.mark.parametrize(
    ("of", "prefix", "wanted"),
    [
        ("entity", "сталинаба", "dushanbe"), ("entity", "Stalin Pri", "stalin-prize"),
        ("entity", "dushanbe", "dushanbe"),
        ("property", "name of", "name-today"), ("property", "geo", "geonames"), ("type", "urb", "urban-settlement"),
        ("type", "settl", "urban-settlement"), ("type", "", "place"), ("property", "", "date"),
    ],
)  # fmt: skip
def test_suggestions(judge: Judge, of: str, prefix: str, wanted: str) -> None:
    """
    The beginning of a name, or an id, brings what it is the beginning of.
    """
    found = ask(f"/suggest/{of}", prefix=prefix)
    plural = {"entity": "entities", "property": "properties", "type": "types"}[of]
    assert [] == judge(f"suggest-{plural}-response", found)
    assert wanted in [item["id"] for item in found["result"]]


def test_suggestions_come_in_pages() -> None:
    """
    A cursor passes suggestions over; pages do not overlap, and end.
    """
    pages = [ask("/suggest/entity", prefix="s", cursor=str(start))["result"] for start in (0, 20)]
    ids = [item["id"] for page in pages for item in page]
    assert (20, 40, 40) == (len(pages[0]), len(ids), len(set(ids)))
    assert [] == ask("/suggest/entity", prefix="s", cursor="99999")["result"]
    assert [] == ask("/suggest/entity", prefix="")["result"]


def test_types_are_those_of_the_vocabulary() -> None:
    """
    Every kind is a type; a kind of places and of institutions is one type under both.
    """
    assert {"place", "institution", *PLACE_KINDS, *INSTITUTION_KINDS} == set(TYPES)
    assert ["place", "institution"] == [broader["id"] for broader in TYPES["theatre"]["broader"]]
    assert ("prize", "institution") == types_of(ds.institutions["stalin-prize"])


@pytest.mark.parametrize(
    ("id", "property", "settings", "wanted"),
    [
        ("donetsk", "name-on-date", {"date": "1950"}, ["Stalino"]),
        ("donetsk", "name-on-date", {"date": "1950", "language": "uk"}, ["Сталіно"]),
        ("donetsk", "name-on-date", {"date": "1950", "language": "zz"}, []),
        ("donetsk", "name-on-date", {}, []),
        ("donetsk", "certainty-on-date", {"date": "1950"}, ["likely"]),
        ("volgograd", "certainty-on-date", {"date": "1500"}, ["before-founding"]),
        ("volgograd", "name-on-date", {"date": "1500"}, []),
        ("volgograd", "name-today", {}, ["Volgograd"]),
        ("volgograd", "former-names", {}, ["Tsaritsyn", "Stalingrad"]),
        ("volgograd", "former-names", {"language": "ru"}, ["Царицын", "Сталинград"]),
        ("volgograd", "latitude", {}, [48.71378]),
        ("volgograd", "longitude", {}, [44.4976]),
        ("volgograd", "geonames", {}, ["472757"]),
        ("volgograd", "wikidata", {}, ["Q914"]),
        ("volgograd", "country", {}, ["RU"]),
        ("volgograd", "kind", {}, ["city"]),
        ("volgograd", "honours", {"date": "1950"}, [{"id": "joseph-stalin", "name": "Joseph Stalin"}]),
        ("stalin-prize", "latitude", {}, []),
        ("no-such-entity", "country", {}, []),
    ],
)
def test_extension(id: str, property: str, settings: dict[str, str], wanted: list[Any]) -> None:
    """
    Each property has the values of the data, with the date and the language that are set.
    """
    assert wanted == extended(id, property, **settings)


def test_extension_tells_periods_and_sources() -> None:
    """
    The chain comes with its periods, and what is said with its sources.
    """
    assert "Stalingrad: from 1925-04-10, before 1961-11-10" in extended("volgograd", "names")
    whole, dated = (extended("volgograd", "sources", **date) for date in ({}, {"date": "1950"}))
    assert any("gorvesti" in source for source in whole)
    assert 0 < len(dated) < len(whole)
    assert set(dated) <= set(whole)


def test_a_property_that_is_asked_for_twice() -> None:
    """
    Rows have a property once; the last settings count.
    """
    columns = [{"id": "name-on-date", "settings": {"date": date}} for date in ("1950", "2000")]
    found = ask("/", extend={"ids": ["volgograd"], "properties": columns})
    assert ([{"str": "Volgograd"}], 1) == (found["rows"]["volgograd"]["name-on-date"], len(found["meta"]))


def test_extension_is_lawful(judge: Judge) -> None:
    """
    Every property that is proposed can be asked for, for every entity, and the answer is lawful.
    """
    proposed = ask("/properties", type="city", limit="100")
    assert [] == judge("data-extension-property-proposal", proposed)
    properties = [{"id": property["id"], "settings": {"date": "1950"}} for property in proposed["properties"]]
    request = {"ids": [*ds.places.ids(), *ds.institutions.ids(), "no-such-entity"], "properties": properties}
    assert [] == judge("data-extension-query", request)
    found = ask("/", extend=request)
    assert [] == judge("data-extension-response", found)
    assert (request["ids"], [property["id"] for property in properties]) == (
        list(found["rows"]),
        [column["id"] for column in found["meta"]],
    )


def test_proposals_fit_the_type() -> None:
    """
    Coordinates are proposed for places only, and no more than the limit.
    """
    city, prize = ([p["id"] for p in ask("/properties", type=type)["properties"]] for type in ("city", "prize"))
    assert {"latitude", "longitude"} == set(city) - set(prize)
    assert "date" not in city
    assert city[:3] == [p["id"] for p in ask("/properties", type="city", limit="3")["properties"]]


def test_a_preview_tells_names_and_disputes() -> None:
    """
    A preview is a page with the chain of names, what is disputed, and the sources.
    """
    reply = SERVICE.answer("GET", "/preview", {"id": "volgograd"})
    text = reply.content.decode()
    assert "text/html; charset=utf-8" == reply.media_type
    assert "<li>Stalingrad: from 1925-04-10, before 1961-11-10; " in text
    assert "honours Joseph Stalin" in text
    assert "<li>Volgograd; since: 1961-11-11; " in text
    assert "gorvesti.ru" in text


def test_every_entity_has_a_preview() -> None:
    """
    So has everybody whom a name honours.
    """
    targets = {h.target for b in (*ds.places, *ds.institutions) for name in b.names for h in name.honours}
    for id in (*ds.places.ids(), *ds.institutions.ids(), *targets):
        assert 200 == SERVICE.answer("GET", "/preview", {"id": id}).status, id


@pytest.mark.parametrize(("of", "id"), [("entity", "volgograd"), ("property", "date"), ("type", "city")])
def test_flyouts(of: str, id: str) -> None:
    """
    A flyout repeats the id, and is a piece of HTML.
    """
    found = ask(f"/flyout/{of}", id=id)
    assert ({"id", "html"}, id, True) == (set(found), found["id"], found["html"].startswith("<h1>"))


def test_markup_in_the_data_is_escaped() -> None:
    """
    No text of the data becomes markup in a preview or a flyout.
    """
    service = hostile()
    page = service.answer("GET", "/preview", {"id": "one"}).content.decode()
    person = service.answer("GET", "/preview", {"id": "p"}).content.decode()
    small = json.loads(service.answer("GET", "/flyout/entity", {"id": "one"}).content)["html"]
    assert 9 <= page.count("&lt;script&gt;")
    assert (False, False, False) == tuple("<script" in text for text in (page, person, small))


@pytest.mark.parametrize("name", ["cb", "jQuery123_456", "$", "a.b._c"])
def test_jsonp(name: str) -> None:
    """
    A function of a plain name can be called with the answer.
    """
    reply = SERVICE.answer("GET", "/", {"callback": name})
    text = reply.content.decode()
    assert "application/javascript; charset=utf-8" == reply.media_type
    assert (f"/**/{name}(", ");") == (text[: len(name) + 5], text[-2:])
    assert SERVICE.answer("GET", "/", {}).content.decode() == text[len(name) + 5 : -2]


@pytest.mark.parametrize(
    ("path", "parameters", "status", "told"),
    [
        ("/", {"queries": "{"}, 400, "queries: line 1 column 2: found no JSON"),
        ("/", {"queries": ""}, 400, "queries: found nothing, expected a JSON value"),
        ("/", {"queries": "[]"}, 400, "queries: found [], expected an object"),
        ("/", {"queries": "[" * 100_000}, 400, "nested too deeply"),
        ("/", {"queries": '{"a": NaN}'}, 400, "found NaN"),
        ("/", {"queries": '{"a": {"query": "x"}, "a": {"query": "y"}}'}, 400, "the key 'a' twice"),
        ("/", {"queries": '{"q0": 1}'}, 400, "queries.q0: found 1, expected an object"),
        ("/", {"queries": '{"q0": {}}'}, 400, "queries.q0: found neither, expected a query or properties"),
        ("/", {"queries": '{"q0": {"query": null}}'}, 400, "queries.q0.query: found null, expected a text"),
        ("/", {"queries": '{"q0": {"query": "a", "lim": 1}}'}, 400, "an unknown key, expected query, type, limit"),
        ("/", {"queries": '{"q0": {"query": "a", "limit": 0}}'}, 400, "queries.q0.limit: found 0, expected a whole"),
        ("/", {"queries": '{"q0": {"query": "a", "limit": 1e999}}'}, 400, "queries.q0.limit: found inf"),
        ("/", {"queries": '{"q0": {"query": "a", "limit": true}}'}, 400, "queries.q0.limit: found true"),
        ("/", {"queries": '{"q0": {"query": "a", "type": ["x", 1]}}'}, 400, "queries.q0.type[1]: found 1"),
        ("/", {"queries": '{"q0": {"query": "a", "type_strict": []}}'}, 400, "expected any, all or should"),
        ("/", {"queries": '{"q0": {"query": "a", "properties": [{"v": 1}]}}'}, 400, "properties[0].pid: found nothing"),
        (
            "/",
            {"queries": '{"q0": {"query": "a", "properties": [{"pid": "date", "v": [1, null]}]}}'},
            400,
            "queries.q0.properties[0].v[1]: found null",
        ),
        ("/", {"queries": '{"a": {"properties": [{"pid": "date", "v": {"name": "x"}}]}}'}, 400, "v[0].id: found"),
        ("/", {"queries": json.dumps({str(n): {"query": "a"} for n in range(1001)})}, 413, "1,000 at most"),
        ("/", {"extend": '{"ids": "a", "properties": []}'}, 400, 'extend.ids: found \'a\', expected a list'),
        ("/", {"extend": '{"ids": []}'}, 400, "extend.properties: found nothing"),
        ("/", {"extend": '{"ids": [], "properties": [{"id": "size"}]}'}, 400, "extend.properties[0].id: found 'size'"),
        ("/", {"extend": '{"ids": [], "properties": [{"id": "date"}]}'}, 400, "one of name-on-date, "),
        (
            "/",
            {"extend": '{"ids": [], "properties": [{"id": "names", "settings": {"date": "soon"}}]}'},
            400,
            "extend.properties[0].settings.date: found 'soon', expected a date in EDTF",
        ),
        ("/", {"extend": json.dumps({"ids": ["a"] * 1001, "properties": []})}, 413, "extend.ids: found 1,001"),
        ("/", {"extend": json.dumps({"ids": [], "properties": [{"id": "kind"}] * 101})}, 413, "100 at most"),
        ("/", {"callback": "alert(1)//"}, 400, "callback: found 'alert(1)//'"),
        ("/", {"callback": "x" * 1000}, 400, "the name of a function"),
        ("/", {"callback": "имя"}, 400, "the name of a function"),
        ("/suggest/entity", {"prefix": "a", "cursor": "-1"}, 400, "cursor: found '-1'"),
        ("/properties", {"limit": "²"}, 400, "limit: found '²'"),
        ("/preview", {"id": "no-such-entity"}, 404, "nothing has the id 'no-such-entity'"),
        ("/preview", {}, 404, "nothing has the id ''"),
        ("/flyout/type", {"id": "x"}, 404, "nothing has the id 'x'"),
        ("/../etc/passwd", {}, 404, "nothing is at '/../etc/passwd'"),
        ("/suggest/", {}, 404, "/suggest/entity"),
    ],
)  # fmt: skip
def test_what_is_refused(path: str, parameters: dict[str, str], status: int, told: str) -> None:
    """
    The error says where something is wrong, what was found, and what would be right.
    """
    reply = SERVICE.answer("GET", path, parameters)
    error = json.loads(reply.content)
    assert (status, status, "application/json; charset=utf-8") == (reply.status, error["status"], reply.media_type)
    assert told in error["error"]


def test_a_full_batch_is_answered() -> None:
    """
    A thousand queries are not too many.
    """
    assert 1000 == len(ask("/", queries={str(n): {"query": "Stalinabad"} for n in range(1000)}))


@pytest.mark.parametrize(("method", "path"), [("PUT", "/"), ("DELETE", "/preview"), ("POST", "/suggest/type")])
def test_wrong_methods(method: str, path: str) -> None:
    """
    A path that is asked by another method says by which.
    """
    reply = SERVICE.answer(method, path, {})
    assert (405, True) == (reply.status, "GET" in reply.allowed)


def test_a_form_that_asks_nothing() -> None:
    """
    A POST holds queries or a request for further columns.
    """
    reply = SERVICE.answer("POST", "/", {"query": "Stalino"})
    assert (400, True) == (reply.status, b"expected queries or extend" in reply.content)


NAMES = sorted({name.text for bearer in (*ds.places, *ds.institutions) for name in bearer.names})
VALUES = st.one_of(
    st.text(),
    st.sampled_from(
        ["1950", "UA", "city", "joseph-stalin", "1929~", "[1961-11-10,1961-11-11]", "1950T00:00Z", "../.."]
    ),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.fixed_dictionaries({"id": st.text()}),
)
YEARS = st.fixed_dictionaries({"pid": st.just("date"), "v": st.integers(1800, 2030)})
PROPERTIES = YEARS | st.fixed_dictionaries(
    {
        "pid": st.sampled_from(["date", "country", "kind", "honours"]) | st.text(),
        "v": VALUES | st.lists(VALUES, max_size=3),
    }
)
QUERIES = st.fixed_dictionaries(
    {"query": st.text() | st.sampled_from(NAMES) | st.sampled_from(["г. Киров", "volgograd", "Stalinabat"])},
    optional={
        "type": st.sampled_from(["city", "place", "x"]) | st.lists(st.sampled_from(["city", "prize"])),
        "limit": st.integers(1, 30),
        "properties": st.lists(PROPERTIES, max_size=3),
        "type_strict": st.sampled_from(["any", "all", "should"]),
    },
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(batch=st.dictionaries(st.text(), QUERIES, max_size=4))
def test_every_lawful_batch_is_answered(batch: dict[str, Any]) -> None:
    """
    Each query gets its answer: scores from 0 to 100, best first, at most one match, and no more than the limit.
    """
    found = ask("/", queries=batch)
    assert batch.keys() == found.keys()
    for key, value in found.items():
        scores = [candidate["score"] for candidate in value["result"]]
        assert sorted(scores, reverse=True) == scores
        assert all(0 <= score <= 100 for score in scores)
        assert len(scores) <= batch[key].get("limit", 10)
        assert sum(candidate["match"] for candidate in value["result"]) <= 1


@given(batch=st.dictionaries(st.text(), QUERIES, max_size=4))
def test_answers_to_lawful_batches_are_lawful(batch: dict[str, Any], judge: Judge) -> None:
    """
    What the schema of queries allows gets what the schema of results allows.
    """
    assert [] == judge("reconciliation-query-batch", batch)
    assert [] == judge("reconciliation-result-batch", ask("/", queries=batch))


@given(
    what=st.sampled_from(["queries", "extend"]),
    content=st.text() | ANYTHING.map(json.dumps) | st.dictionaries(st.text(), ANYTHING).map(json.dumps),
    path=st.sampled_from(["/", "/preview", "/suggest/entity", "/flyout/entity", "/properties"]),
    more=st.dictionaries(st.sampled_from(["id", "prefix", "cursor", "limit", "type"]), st.text()),
)
def test_anything_is_answered_or_refused(what: str, content: str, path: str, more: dict[str, str]) -> None:
    """
    Whatever is sent, the answer is JSON or a page, and never the fault of the service.
    """
    reply = SERVICE.answer("GET", path, {what: content} | more)
    assert reply.status in (200, 400, 404, 413)
    if reply.media_type.startswith("application/json"):
        assert isinstance(json.loads(reply.content), dict)
