"""
The JSON document: what it carries, and that nothing in it is taken on trust.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.document import SCHEMA, cite, from_json, to_json
from destalinization.errors import DataError, Finding, UnknownId
from destalinization.model.provenance import Citation
from destalinization.store.catalogue import STORED, Catalogue
from destalinization.store.references import references

Change = Callable[[Any], Any]

JSON_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "x", "1961", "volgograd"]),
    st.sampled_from([[], {}, [None], ["x"], [[]], [{}], {"id": 1}, {"x": {"y": []}}]),
)


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """
    Give the places of all values in a JSON value.
    """
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(path for key, item in items for path in paths(item, (*here, key)))]


def replaced(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    """
    Give a copy of a JSON value with another value at a place in it.
    """
    if not path:
        return other
    result = copy.deepcopy(value)
    owner = result
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = other
    return result


@pytest.fixture(scope="module")
def document(mini: Catalogue) -> Any:
    """
    The small data set as a parsed JSON document.
    """
    return json.loads(to_json(mini))


def refused(raw: Any) -> list[Finding]:
    """
    Give what is found in a JSON document that is refused.
    """
    with pytest.raises(DataError) as caught:
        from_json(json.dumps(raw))
    return list(caught.value.findings)


def test_document_gives_the_catalogue_back(mini: Catalogue) -> None:
    """
    A catalogue that is written and read is the same, its redirects and its release included.
    """
    assert mini == from_json(to_json(mini))


def test_document_may_be_bytes(mini: Catalogue) -> None:
    """
    A document may be given as the bytes of a file.
    """
    assert mini == from_json(to_json(mini).encode())


def test_document_of_the_shipped_data_gives_it_back() -> None:
    """
    The whole shipped catalogue survives being written and read.
    """
    assert ds.catalogue() == from_json(to_json(ds.catalogue()))


@pytest.mark.parametrize("name", STORED)
def test_every_record_survives_by_itself(mini: Catalogue, name: str) -> None:
    """
    Each record that is written by itself and read as its class is the same.
    """
    records = list(mini.table(name))
    assert records == [from_json(to_json(record), of=type(record)) for record in records]


def test_outline(document: Any) -> None:
    """
    A document has the address of its schema, the release, the redirects, the tables in their order, and the changes.
    """
    assert ["$schema", "release", "redirects", *STORED, "changes"] == list(document)


def test_schema_is_named(document: Any) -> None:
    """
    A document names the schema that it follows.
    """
    assert SCHEMA == document["$schema"]


def test_one_record_a_line(mini: Catalogue) -> None:
    """
    Each record stands on a line of its own, so that documents can be compared line by line.
    """
    lines = to_json(mini).splitlines()
    starts = [line for line in lines if line.startswith('{"id":')]
    assert len(starts) == sum(len(mini.table(name)) for name in (*STORED, "changes"))


def test_letters_are_written_as_they_are(mini: Catalogue) -> None:
    """
    Cyrillic stands in a document as Cyrillic, not as escapes.
    """
    assert '"ru":["Сталинград"]' in to_json(mini)


def test_periods_are_written_for_readers(document: Any) -> None:
    """
    Each name of a bearer carries its derived period, those beside the chain included.
    """
    volgograd = next(place for place in document["places"] if place["id"] == "volgograd")
    names = [*volgograd["names"], *(side["name"] for side in volgograd["also"])]
    assert [name["period"] for name in names] == [
        {"since": "1589", "before": "1925-04-10"},
        {"since": "1925-04-10", "before": "1961-11-10"},
        {"since": "1961-11-10", "ongoing": True},
        {"since": "2013-01-30"},
    ]


SELECTIONS: list[tuple[str, Change]] = [
    ("table", lambda mini: mini.places),
    ("narrowed table", lambda mini: mini.places.where(country="RU")),
    ("empty table", lambda mini: mini.places.where(country="FR")),
    ("renamings", lambda mini: mini.renamings.where(during="1961")),
    ("claims", lambda mini: mini.claims),
    ("list", lambda mini: [mini.places["fuerstenberg-oder"], mini.people["joseph-stalin"]]),
    ("mixed list", lambda mini: [mini.changes["soviet-union/end"], mini.acts["rsfsr-1961-11-10"]]),
    ("generator", lambda mini: (event for event in mini.events)),
]


@pytest.mark.parametrize("choose", [pytest.param(choose, id=name) for name, choose in SELECTIONS])
def test_selection_carries_all_that_it_refers_to(mini: Catalogue, choose: Change) -> None:
    """
    Each record that a selection refers to, at however many removes, is in its document, as it is in the catalogue.
    """
    part = from_json(to_json(choose(mini), catalogue=mini))
    targets = {t for _, record in part.stored() for _, t, _ in references(record)}
    kept = {record.id: record for _, record in part.stored()}
    wanted = {target.partition("/")[0] for target in targets} | {_bearer(record) for record in choose(mini)}
    assert {id: mini[id] for id in wanted} == {id: kept.get(id) for id in wanted}


def _bearer(record: Any) -> str:
    """
    Give the id of a record, or of the bearer of a change.
    """
    id: str = getattr(record, "bearer", record.id)
    return id


def test_selection_carries_no_more(mini: Catalogue) -> None:
    """
    What a selection does not refer to is not in its document.
    """
    part = from_json(to_json([mini.places["moscow"]], catalogue=mini))
    assert [record.id for _, record in part.stored()] == ["moscow", "geonames"]


def test_table_is_looked_up_in_its_own_catalogue(mini: Catalogue) -> None:
    """
    The records that a table refers to come from the catalogue of the table, not from the bundled one.
    """
    part = from_json(to_json(mini.acts))
    assert part.sources["the60sat50-1961-11-11"] == mini.sources["the60sat50-1961-11-11"]


def test_selection_has_the_release(mini: Catalogue) -> None:
    """
    A selection says which release it was taken from.
    """
    assert mini.release == from_json(to_json(mini.topics)).release


def test_selection_of_changes_has_these_changes(mini: Catalogue) -> None:
    """
    A document of renamings lists these, and no other changes of their bearers.
    """
    raw = json.loads(to_json(mini.renamings.where(during="1961-11", certainly=True)))
    assert [change["id"] for change in raw["changes"]] == [
        "donetsk/donetsk",
        "eisenhuettenstadt/eisenhuettenstadt",
        "volgograd/volgograd",
    ]


def test_selection_of_bearers_has_their_changes(mini: Catalogue) -> None:
    """
    A document of places lists the changes of these places, not of those that come with them.
    """
    raw = json.loads(to_json([mini.places["fuerstenberg-oder"]], catalogue=mini))
    assert [change["id"] for change in raw["changes"]] == ["fuerstenberg-oder/end", "fuerstenberg-oder/fuerstenberg"]


def test_unknown_top_level_key(document: Any) -> None:
    """
    A key that documents do not have is refused.
    """
    (finding,) = refused({**document, "cities": []})
    assert ("structure", "cities", "an unknown key") == (finding.law, finding.path, finding.found)


@pytest.mark.parametrize("raw", [None, True, 7, "places", [], [{"id": "gulag"}]])
def test_what_is_no_object_is_no_document(raw: Any) -> None:
    """
    A document is an object.
    """
    assert [(finding.law, finding.expected) for finding in refused(raw)] == [
        ("structure", "a JSON document (an object)")
    ]


def test_selection_of_claims_has_the_changes_that_are_evidence(mini: Catalogue) -> None:
    """
    A document of claims lists the changes that the claims refer to, and no others.
    """
    cited = {id for claim in mini.claims for id in claim.evidence if "/" in id}
    assert cited
    assert cited == {change["id"] for change in json.loads(to_json(mini.claims))["changes"]}


def test_selection_does_not_depend_on_order_and_repetition(mini: Catalogue) -> None:
    """
    Changes that are chosen twice or in another order are written once and by id.
    """
    chosen = [mini.changes["volgograd/volgograd"], mini.changes["fuerstenberg-oder/end"]]
    assert to_json(chosen, catalogue=mini) == to_json([*chosen[::-1], *chosen], catalogue=mini)


@pytest.mark.parametrize("key", [*STORED, "changes", "redirects", "$schema"])
@pytest.mark.parametrize("value", [7, True, None])
def test_part_of_the_wrong_type(document: Any, key: str, value: Any) -> None:
    """
    Each part of a document has its own type, and nothing else will do.
    """
    assert ("structure", key) in [(finding.law, finding.path) for finding in refused({**document, key: value})]


def test_missing_parts_count_as_empty() -> None:
    """
    A document without anything is an empty catalogue.
    """
    assert Catalogue.from_records([]) == from_json("{}")


@pytest.mark.parametrize(
    ("field", "value"), [("date", "1961-11-11"), ("act", "ukrainian-ssr-1961-11-09"), ("removes", ["karl-marx"])]
)
def test_change_that_the_chain_does_not_make_is_refused(document: Any, field: str, value: Any) -> None:
    """
    A change that says something else than the chain is refused, with what the chain says.
    """
    changes = copy.deepcopy(document["changes"])
    next(change for change in changes if change["id"] == "volgograd/volgograd")[field] = value
    expected = "what the chain says: Stalingrad → Volgograd (1961-11-10)"
    wanted = Finding("derived-values-agree", "changes", "volgograd/volgograd", "", "another change", expected)
    assert [wanted] == refused({**document, "changes": changes})


def test_invented_change_is_refused(document: Any) -> None:
    """
    A change that no chain makes is refused.
    """
    invented = {"id": "moscow/stalinodar", "bearer": "moscow"}
    expected = "none, since no chain has this step"
    wanted = Finding("derived-values-agree", "changes", "moscow/stalinodar", "", "a change", expected)
    assert [wanted] == refused({**document, "changes": [*document["changes"], invented]})


def test_documents_without_changes_are_read(mini: Catalogue, document: Any) -> None:
    """
    Changes are derived, so that a document need not have them.
    """
    assert mini == from_json(json.dumps({**document, "changes": []}))


@pytest.mark.parametrize(
    "period", [{"since": "1589"}, {}, {"since": "1589", "before": "1925-04-11"}, "1589/1925", None, 7, [[]]]
)
def test_period_that_the_chain_does_not_make_is_refused(document: Any, period: Any) -> None:
    """
    A period that says something else than the chain is refused, with what the chain says.
    """
    places = copy.deepcopy(document["places"])
    next(place for place in places if place["id"] == "volgograd")["names"][0]["period"] = period
    expected = '{"since": "1589", "before": "1925-04-10"}, or nothing'
    findings = refused({**document, "places": places})
    assert [("derived-values-agree", "volgograd", "names.tsaritsyn.period", expected)] == [
        (finding.law, finding.record, finding.path, finding.expected) for finding in findings
    ]


def test_period_of_a_side_name_is_checked_too(document: Any) -> None:
    """
    The period of a name beside the chain is not taken on trust either.
    """
    places = copy.deepcopy(document["places"])
    next(place for place in places if place["id"] == "donetsk")["also"][0]["name"]["period"] = {"since": "1941"}
    assert ["names.yuzovka-occupation.period"] == [finding.path for finding in refused({**document, "places": places})]


def test_documents_without_periods_are_read(mini: Catalogue, document: Any) -> None:
    """
    Periods are derived, so that a document need not have them.
    """
    raw = copy.deepcopy(document)
    for bearer in [*raw["places"], *raw["institutions"]]:
        for name in [*bearer["names"], *(side["name"] for side in bearer.get("also", ()))]:
            del name["period"]
    assert mini == from_json(json.dumps(raw))


def test_all_findings_stand_in_one_error(document: Any) -> None:
    """
    What is wrong in several tables is listed at once, each with its record.
    """
    raw = copy.deepcopy(document)
    raw["places"][0]["current"] = "yes"
    raw["topics"][1]["label"] = None
    raw["claims"][3]["status"] = "true"
    raw["release"]["date"] = "today"
    raw["cities"] = []
    assert [(finding.record, finding.path) for finding in refused(raw)] == [
        ("", "cities"),
        ("donetsk", "current"),
        ("first-secretary-of-the-cpsu", "label"),
        ("claim-004", "status"),
        ("release", "date"),
    ]


@given(st.data())
def test_broken_documents_are_refused_in_one_way(mini: Catalogue, data: st.DataObject) -> None:
    """
    Whatever value is put in whatever place of a document, it is read or refused with findings, and never otherwise.
    """
    document = json.loads(to_json(mini))
    text = json.dumps(replaced(document, data.draw(st.sampled_from(paths(document))), data.draw(JSON_VALUES)))
    made: Catalogue | tuple[Finding, ...]
    try:
        made = from_json(text)
    except DataError as error:
        made = error.findings
    assert made if isinstance(made, tuple) else made == from_json(to_json(made))


@pytest.mark.parametrize("depth", [*range(960, 1000, 3), 5_000, 100_000])
@pytest.mark.parametrize(("before", "after"), [("", ""), ('{"places":', "}"), ('{"topics":[{"id":', "}]}")])
def test_deep_nesting_is_refused(depth: int, before: str, after: str) -> None:
    """
    Lists within lists are refused, however many there are and wherever they stand.
    """
    with pytest.raises(DataError):
        from_json(before + "[" * depth + "]" * depth + after)


@pytest.mark.parametrize("thing", [7, [7], ["volgograd"], None])
def test_what_is_no_record_cannot_be_written(thing: Any) -> None:
    """
    Only records, tables and catalogues can be written.
    """
    with pytest.raises(TypeError):
        to_json(thing)


def test_cite_gives_each_source_once(mini: Catalogue) -> None:
    """
    The sources of a record are written out in the order in which they are first cited, each once.
    """
    assert cite(mini.acts["rsfsr-1961-11-10"], catalogue=mini) == (
        f"«62 года назад Сталинград был переименован в Волгоград», {mini.sources['gorvesti-152514'].url}",
        f"«Saturday, November 11, 1961: Volgograd», {mini.sources['the60sat50-1961-11-11'].url}",
    )


def test_cite_finds_sources_within(mini: Catalogue) -> None:
    """
    The sources of a record include those of its names, their disputes and their honours.
    """
    cited = {source.id for source in mini.sources if str(source) in cite(mini.places["volgograd"], catalogue=mini)}
    assert cited == {
        "geonames",
        "gorvesti-152514",
        "mtv-online-6835565185",
        "the60sat50-1961-11-11",
        "vlg-gov-66673",
        "volgograd-news-103180",
        "vounb-tsaritsyn-stalingrad",
    }


def test_cite_of_a_change(mini: Catalogue) -> None:
    """
    A renaming has the sources of the name that it gives.
    """
    assert any("stadtarchiv" in source for source in cite(mini.renamings["eisenhuettenstadt/eisenhuettenstadt"]))


def test_cite_of_what_cites_nothing(mini: Catalogue) -> None:
    """
    A record without citations has no sources.
    """
    assert cite(mini.claims["claim-004"], catalogue=mini) == ()


def test_cite_of_an_unknown_source(mini: Catalogue) -> None:
    """
    A source that is not in the catalogue is an error that names it.
    """
    with pytest.raises(UnknownId) as caught:
        cite(Citation(source="nowhere"), catalogue=mini)
    assert (caught.value.id, caught.value.table) == ("nowhere", "sources")
