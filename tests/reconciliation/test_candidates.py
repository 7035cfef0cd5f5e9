"""
Reconciling: what a name with its properties means, and when that is a match.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

import destalinization as ds
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.reconciliation.candidates import reconcile
from destalinization.reconciliation.messages import Query
from destalinization.reconciliation.service import Service
from destalinization.store.catalogue import Catalogue

SERVICE = Service(ds.catalogue(), "http://127.0.0.1:8000")


def candidates(text: str, *properties: tuple[str, Any], **more: Any) -> list[dict[str, Any]]:
    """
    Ask for the candidates of one query; properties are given as pairs.
    """
    query = {"query": text, "properties": [{"pid": pid, "v": value} for pid, value in properties]} | more
    reply = SERVICE.answer("POST", "/", {"queries": json.dumps({"q0": query})})
    assert 200 == reply.status, reply.content
    found: list[dict[str, Any]] = json.loads(reply.content)["q0"]["result"]
    return found


def summary(found: list[dict[str, Any]]) -> list[tuple[str, int, bool]]:
    """
    Give id, score and match of candidates.
    """
    return [(candidate["id"], candidate["score"], candidate["match"]) for candidate in found]


def matched(found: list[dict[str, Any]]) -> list[str]:
    """
    Give the ids of candidates that are a match.
    """
    return [candidate["id"] for candidate in found if candidate["match"]]


def test_date_and_country_leave_one() -> None:
    """
    Stalino in Ukraine in 1950 is Donetsk; a village of which no date is known comes after it.
    """
    found = candidates("Stalino", ("date", "1950"), ("country", "UA"))
    assert [("donetsk", 95, True), ("poznanka-persha", 85, False)] == summary(found)
    assert "Stalino on 1950, likely: in force from 1929~, before 1961-11-09" in found[0]["description"]
    assert [{"id": "city", "name": "City"}, {"id": "place", "name": "Place"}] == found[0]["type"]


def test_several_bearers_are_no_match() -> None:
    """
    Stalino alone is several places, and none of them a match.
    """
    found = candidates("Stalino")
    assert {"donetsk", "malye-shigali", "shahrixon"} < {candidate["id"] for candidate in found}
    assert [] == matched(found)


@pytest.mark.parametrize("text", ["Stalinabad", "Сталинабад", "  СТАЛИНАБАД ", "city of Stalinabad", "г. Сталинабад"])
def test_the_only_bearer_is_a_match(text: str) -> None:
    """
    A name that one place alone had is a match, in any script and with generic words.
    """
    assert [("dushanbe", 100, True)] == summary(candidates(text))


def test_misspelt_names_are_never_a_match() -> None:
    """
    What is spelt alike is a candidate with a lower score.
    """
    found = candidates("Stalinabat")
    assert ("dushanbe", 80, False) == summary(found)[0]
    assert [] == matched(found)
    assert found == sorted(found, key=lambda candidate: -candidate["score"])


def test_a_name_at_another_date_is_no_match() -> None:
    """
    Whoever had the name, but not on the date, is a candidate of half the score.
    """
    assert [("dushanbe", 50, False)] == summary(candidates("Stalinabad", ("date", "1980-01-01")))


def test_a_possible_name_is_no_match() -> None:
    """
    On a day that sources disagree about, neither name is a match.
    """
    found = candidates("Volgograd", ("date", "1961-11-10"), ("kind", "city"))
    assert ("volgograd", 85, False) == summary(found)[0]
    assert "possible" in found[0]["description"]
    assert ["volgograd"] == matched(candidates("Volgograd", ("date", "1961-11-11"), ("kind", "city")))


def test_a_name_beside_the_chain_is_told_so() -> None:
    """
    The old name that occupiers brought back is only possible, and described as what it was.
    """
    found = candidates("Yuzovka", ("date", "1942"), ("country", "UA"))
    assert ("donetsk", 85, False) == summary(found)[0]
    assert "Yuzovka on 1942, possible: de-facto name, from " in found[0]["description"]


@pytest.mark.parametrize(
    "value", ["1950", 1950, 1950.0, "1950-06-01T00:00:00Z", " 1950-06-01 ", ["1950"], {"id": "1950", "name": "1950"}]
)
def test_dates_may_be_written_in_many_ways(value: Any) -> None:
    """
    A date is EDTF, a year, or a day with its time of day; one value or a list of one.
    """
    assert [("dushanbe", 100, True)] == summary(candidates("Stalinabad", ("date", value)))


@pytest.mark.parametrize(
    ("pid", "value"),
    [
        ("date", "in the fifties"), ("date", True), ("date", 1950.5), ("date", ["1950", "1951"]), ("date", 12345678),
        ("country", "Tajikistan"), ("kind", "metropolis"), ("honours", "nobody"), ("population", 1000),
    ],
)  # fmt: skip
def test_what_cannot_be_read_rules_out_a_match(pid: str, value: Any) -> None:
    """
    A property that cannot be read narrows nothing down, and leaves no match, which the features say.
    """
    found = candidates("Stalinabad", (pid, value))
    assert [("dushanbe", 100, False)] == summary(found)
    assert {"id": "properties-read", "value": False} in found[0]["features"]


@pytest.mark.parametrize(
    ("pid", "value", "ids"),
    [
        ("country", "UA", {"donetsk", "poznanka-persha"}),
        ("country", "ua", {"donetsk", "poznanka-persha"}),
        ("country", {"id": "TM", "name": "Turkmenistan"}, {"murgap-turkmenistan"}),
        ("country", ["TM", "AZ"], {"murgap-turkmenistan", "chayli-tartar"}),
        ("kind", "city", {"donetsk", "murgap-turkmenistan", "shahrixon"}),
        ("kind", "City", {"donetsk", "murgap-turkmenistan", "shahrixon"}),
        ("country", "", None),
        ("country", [], None),
    ],
)
def test_properties_narrow_down(pid: str, value: Any, ids: set[str] | None) -> None:
    """
    Only bearers with one of the values are left; an empty cell demands nothing.
    """
    found = {candidate["id"] for candidate in candidates("Stalino", (pid, value))}
    assert (ids or {candidate["id"] for candidate in candidates("Stalino")}) == found


@pytest.mark.parametrize("value", ["joseph-stalin", "Joseph Stalin", {"id": "joseph-stalin"}])
def test_honours_narrow_down(value: Any) -> None:
    """
    Whom the name honours is asked about by id or label.
    """
    assert ["dushanbe"] == matched(candidates("Stalinabad", ("honours", value)))
    assert "dushanbe" not in {candidate["id"] for candidate in candidates("Dushanbe", ("honours", value))}


def test_types_are_a_condition_or_not() -> None:
    """
    Any of the types must fit, or all; where they are no condition, others count for less.
    """
    cities = {"donetsk", "murgap-turkmenistan", "shahrixon"}
    assert cities == {candidate["id"] for candidate in candidates("Stalino", type="city")}
    assert cities == {candidate["id"] for candidate in candidates("Stalino", type=["city", "prize"])}
    assert cities == {candidate["id"] for candidate in candidates("Stalino", type=["city", "place"], type_strict="all")}
    assert [] == candidates("Stalino", type=["city", "prize"], type_strict="all")
    assert [] == candidates("Stalino", type="no-such-type")
    scores = {id: score for id, score, _ in summary(candidates("Stalino", type="city", type_strict="should"))}
    assert (100, 70) == (scores["donetsk"], scores["malye-shigali"])


def test_institutions_are_entities_too() -> None:
    """
    A prize is found among institutions.
    """
    found = candidates("Stalin Prize", type="institution")
    assert "stalin-prize" in {candidate["id"] for candidate in found}
    assert {"institution"} == {candidate["type"][1]["id"] for candidate in found}


@pytest.mark.parametrize("text", ["malye-shigali", "https://w3id.org/destalinization/malye-shigali"])
def test_an_id_gives_its_entity(text: str) -> None:
    """
    The id of an entity, or its address, gives it.
    """
    assert ("malye-shigali", 100, True) == summary(candidates(text))[0]


def test_a_retired_id_gives_its_successor() -> None:
    """
    A redirect is followed.
    """
    place = Place(id="new", label="New", kind="city", names=[Name(key="a", text="Alpha")])
    catalogue = Catalogue.from_records([place], redirects={"old": "new"})
    assert [("new", 100, True)] == summary(reconcile(Query(text="old"), catalogue))


def test_an_id_that_is_a_name_is_a_name_where_a_date_is_given() -> None:
    """
    In a table of small letters of 1950, "dushanbe" is no match, since the name was another one.
    """
    assert ("dushanbe", 100, True) == summary(candidates("dushanbe"))[0]
    assert ("dushanbe", 50, False) == summary(candidates("dushanbe", ("date", "1950")))[0]


@pytest.mark.parametrize("text", ["", "   ", "?!", "x" * 301, "no such place anywhere at all"])
def test_nothing_to_be_found(text: str) -> None:
    """
    What is no name, or nobody's, has no candidates.
    """
    assert [] == candidates(text)


def test_the_limit_keeps_the_best() -> None:
    """
    A limit cuts the list, but does not make a match.
    """
    assert summary(candidates("Stalino"))[:2] == summary(candidates("Stalino", limit=2))
    assert [("donetsk", 95, True)] == summary(candidates("Stalino", ("date", "1950"), ("country", "UA"), limit=1))
    assert [] == matched(candidates("Stalino", limit=1))


def test_a_bearer_is_a_candidate_once() -> None:
    """
    A place that took a name twice is one candidate, and a match.
    """
    names = [Name(key="a", text="Alpha"), Name(key="b", text="Beta"), Name(key="c", text="Alpha")]
    catalogue = Catalogue.from_records([Place(id="one", label="One", kind="city", names=names)])
    assert [("one", 100, True)] == summary(reconcile(Query(text="Alpha"), catalogue))


def test_without_rapidfuzz_misspelt_names_have_no_candidates(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is spelt alike needs an optional package; without it exact names are answered all the same.
    """
    monkeypatch.setitem(sys.modules, "rapidfuzz.distance", None)
    assert [] == candidates("Stalinabat")
    assert ["dushanbe"] == matched(candidates("Stalinabad"))


def test_every_name_finds_its_bearer() -> None:
    """
    The English spelling of every name of the data has its bearer among the candidates, and a match is the bearer.
    """
    for bearer in (*ds.places, *ds.institutions):
        for name in bearer.names:
            found = reconcile(Query(text=name.text, limit=1000), ds.catalogue())
            assert bearer.id in {candidate["id"] for candidate in found if candidate["score"] == 100}, name
            assert set(matched(found)) <= {bearer.id}
