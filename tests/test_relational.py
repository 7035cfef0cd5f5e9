"""
The data set as tables: nothing is lost, keys hold, and bounds say what the records say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from examples import FEW
from hypothesis import given
from rebuild import rebuilt

import destalinization as ds
from destalinization.document import part_of
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.people import Topic
from destalinization.model.places import Place
from destalinization.model.provenance import Dispute
from destalinization.model.walk import parts
from destalinization.relational import TABLES
from destalinization.store.catalogue import Catalogue
from destalinization.strategies.catalogues import catalogues

TYPES: dict[str, tuple[type, ...]] = {
    "text": (str,), "id": (str,), "edtf": (str,), "integer": (int,), "number": (float, int), "boolean": (bool,),
    "date": (date,),
}  # fmt: skip


def tables(thing: Any, catalogue: Catalogue | None = None) -> dict[str, list[dict[str, Any]]]:
    """
    Give all tables of a selection.
    """
    part = part_of(thing, catalogue)
    return {table.name: list(table.dicts(part)) for table in TABLES}


def broken(found: dict[str, list[dict[str, Any]]]) -> Iterable[str]:
    """
    Find what is wrong with keys, types and what is required.
    """
    for table in TABLES:
        rows = found[table.name]
        keys = Counter(tuple(row[key] for key in table.primary_key) for row in rows)
        yield from (f"{table.name}: {key} occurs {count} times" for key, count in keys.items() if count > 1)
        for own, other, target in table.foreign_keys:
            there = {row[target] for row in found[other]} | {None}
            yield from (f"{table.name}.{own}: {row[own]} leads nowhere" for row in rows if row[own] not in there)
        for column in table.columns:
            values = [row[column.name] for row in rows]
            if column.required or column.name in table.primary_key:
                yield from (f"{column} is empty" for value in values if value is None)
            fits = TYPES[column.type]
            yield from (f"{column}: {value!r}" for value in values if value is not None and not isinstance(value, fits))


@pytest.fixture(scope="module", name="whole")
def _whole() -> dict[str, list[dict[str, Any]]]:
    return tables(ds.catalogue())


def test_the_shipped_data_are_made_again(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    The records that are made out of the tables are those from which the tables were made.
    """
    made = rebuilt(whole)
    for name, record in ds.catalogue().stored():
        assert record == made.table(name)[record.id]
    assert ds.catalogue() == made


@FEW
@given(catalogues().filter(lambda catalogue: not catalogue.redirects))
def test_any_data_are_made_again(catalogue: Catalogue) -> None:
    """
    Every lawful catalogue is made again from its tables.
    """
    assert catalogue == rebuilt(tables(catalogue))


@FEW
@given(catalogues())
def test_keys_of_any_data(catalogue: Catalogue) -> None:
    """
    Keys are unique and lead somewhere, even where records refer to retired ids.
    """
    assert [] == list(broken(tables(catalogue)))


def test_keys_of_the_shipped_data(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    Keys are unique and lead somewhere, values are of the types of their columns, and what is required is there.
    """
    assert [] == list(broken(whole))


@pytest.mark.parametrize(
    "thing",
    [
        ds.places.where(country="TJ"),
        [ds.changes["dushanbe/dushanbe"], ds.changes["dushanbe/dushanbe"], ds.changes["volgograd/volgograd"]],
        [ds.claims["claim-001"], ds.people["joseph-stalin"]],
        ds.claims,
        ds.sources,
        [],
    ],
    ids=["table", "changes", "records", "claims", "sources", "nothing"],
)
def test_keys_of_a_selection(thing: Any) -> None:
    """
    A selection brings all that its keys lead to.
    """
    assert [] == list(broken(tables(thing)))


def test_a_selection_is_kept_small(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    A selection has the changes that were chosen, and the sources that are cited, and not all.
    """
    found = tables([ds.changes["dushanbe/dushanbe"]])
    assert ["dushanbe/dushanbe"] == [row["id"] for row in found["changes"]]
    assert 0 < len(found["sources"]) < len(whole["sources"]) / 5


def test_the_order_of_a_selection_does_not_count() -> None:
    """
    The same records in another order give the same rows.
    """
    chosen = [ds.places["volgograd"], ds.places["dushanbe"], ds.changes["donetsk/donetsk"]]
    assert tables(chosen) == tables(list(reversed(chosen)))


def test_counts(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    There are as many names, citations and disputes as in the records.
    """
    found = Counter(type(part).__name__ for _, record in ds.catalogue().stored() for _, part in parts(record))
    assert [found[name] for name in ("Name", "Citation", "Dispute", "Honour", "Relation")] == [
        len(whole[table]) for table in ("names", "citations", "disputes", "honours", "relations")
    ]
    assert len(ds.changes) == len(whole["changes"])


def test_a_name(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    A name has its place in the chain, its period, and the days on which it may and certainly did hold.
    """
    (row,) = (row for row in whole["names"] if row["id"] == "volgograd/stalingrad")
    told = {key: value for key, value in row.items() if value is not None and key not in ("act", "event", "note")}
    assert {
        "id": "volgograd/stalingrad",
        "bearer": "volgograd",
        "key": "stalingrad",
        "position": 2,
        "text": "Stalingrad",
        "since": "1925-04-10",
        "before": "1961-11-10",
        "earliest_start": date(1925, 4, 10),
        "latest_start": date(1925, 4, 10),
        "earliest_end": date(1961, 11, 9),
        "latest_end": date(1961, 11, 9),
        "possible_from": date(1925, 4, 10),
        "certain_from": date(1925, 4, 10),
        "certain_to": date(1961, 11, 9),
        "possible_to": date(1961, 11, 10),
        "dated": True,
        "approximate": False,
        "today": False,
        "succession": "direct",
        "path": "names[1]",
    } == told


def test_a_change(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    A change says how and when, and whom it stops to honour.
    """
    (row,) = (row for row in whole["changes"] if row["id"] == "volgograd/volgograd")
    assert ("renaming", "volgograd/stalingrad", "volgograd/volgograd", date(1961, 11, 10)) == (
        row["how"], row["old"], row["new"], row["latest"]
    )  # fmt: skip
    honours = [row for row in whole["change_honours"] if row["change"] == "volgograd/volgograd"]
    assert ("removes", "joseph-stalin") in [(row["effect"], row["target"]) for row in honours]
    assert {"naming", "renaming", "abolished"} <= {row["how"] for row in whole["changes"]}


def test_a_citation_of_a_dispute(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    A citation knows its record, its path, its name and its dispute.
    """
    dispute = next(
        row for row in whole["disputes"] if row["name"] == "volgograd/volgograd" and row["value"] == "1961-11-11"
    )
    assert ("volgograd", "names[2]", "since", "open") == (
        dispute["record"], dispute["path"], dispute["field"], dispute["standing"]
    )  # fmt: skip
    cited = [row for row in whole["citations"] if row["dispute"] == dispute["id"]]
    wanted = next(d for d in ds.places["volgograd"].name("volgograd").disputes if d.value == "1961-11-11")
    assert [citation.source for citation in wanted.citations] == [row["source"] for row in cited]
    assert {"volgograd/volgograd"} == {row["name"] for row in cited}


def test_coarse_ends_have_both_bounds(whole: dict[str, list[dict[str, Any]]]) -> None:
    """
    A name that ended in some year ended on the last day of the year before at the earliest.
    """
    (row,) = (row for row in whole["names"] if row["id"] == "dushanbe/stalinabad")
    assert ("1961", date(1960, 12, 31), date(1961, 12, 30)) == (row["before"], row["earliest_end"], row["latest_end"])
    assert (date(1960, 12, 31), date(1961, 12, 30)) == (row["certain_to"], row["possible_to"])


@pytest.mark.parametrize(("current", "certain_from"), [(True, date(1961, 11, 10)), (None, None)])
def test_open_ends_are_not_unknown_ends(current: bool | None, certain_from: date | None) -> None:
    """
    A name in use holds from its first day on, without a last one; where nobody knows, no day is certain.
    """
    name = Name(key="a", text="A", since=ds.HistoricalDate("1961-11-10"))
    place = Place(id="x", label="X", kind="city", names=[name], current=current)
    (row,) = tables(Catalogue.from_records([place]))["names"]
    assert (current is True, None, None) == (row["today"], row["latest_end"], row["possible_to"])
    assert (certain_from, None) == (row["certain_from"], row["certain_to"])


def test_a_name_beside_the_chain_has_its_own_days() -> None:
    """
    A name beside the chain is placed among its like, and holds by its own dates and their disputes.
    """
    disputed = Dispute(field="since", value="1931")
    side = Name(
        key="b", text="B", since=ds.HistoricalDate("1930~"), until=ds.HistoricalDate("1940"), disputes=[disputed]
    )
    also = [SideName(name=side, use="unofficial"), SideName(name=Name(key="c", text="C"), use="planned")]
    place = Place(id="x", label="X", kind="city", names=[Name(key="a", text="A")], also=also)
    _, second, third = tables(Catalogue.from_records([place]))["names"]
    assert (1, "unofficial", "also[0].name") == (second["position"], second["use"], second["path"])
    assert (date(1930, 1, 1), date(1931, 12, 31), date(1939, 12, 31), date(1940, 12, 30)) == (
        second["possible_from"], second["certain_from"], second["certain_to"], second["possible_to"]
    )  # fmt: skip
    assert (True, True) == (second["dated"], second["approximate"])
    assert (2, False, None, None) == (third["position"], third["dated"], third["possible_from"], third["certain_from"])


def test_retired_ids_lead_to_those_of_today() -> None:
    """
    A record that refers to another one by a retired id leads to the one that took its place.
    """
    names = [Name(key="a", text="A", honours=[Honour(target="old")])]
    place, topic = Place(id="x", label="X", kind="city", names=names), Topic(id="new", label="New", kind="concept")
    found = tables(Catalogue.from_records([place, topic], redirects={"old": "new"}))
    assert ["new"] == [row["target"] for row in found["honours"]]
    assert [{"id": "old", "successor": "new"}] == found["redirects"]


def test_the_first_day_of_all() -> None:
    """
    A name that ended on the first day that there is has no last day.
    """
    names = [Name(key="a", text="A"), Name(key="b", text="B", since=ds.HistoricalDate("0001-01-01"))]
    place = Place(id="x", label="X", kind="city", names=names)
    first, second = tables(Catalogue.from_records([place]))["names"]
    assert (None, None, "0001-01-01") == (first["earliest_end"], first["latest_end"], first["before"])
    assert date(1, 1, 1) == second["earliest_start"]


def test_every_table_says_what_it_is() -> None:
    """
    Tables and columns have meanings, names that occur once, and keys among their columns.
    """
    assert len(TABLES) == len({table.name for table in TABLES})
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(names) == len(set(names))
        assert set(table.primary_key) <= set(names)
        assert table.row
        assert all(column.meaning and column.type in TYPES and column.table == table.name for column in table.columns)
    assert "names: a name of a bearer, in its chain or beside it" in map(str, TABLES)
