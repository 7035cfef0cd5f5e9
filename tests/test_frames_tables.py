"""
The data as tables of the user's library, and as Parquet: typed, complete, and the same in each.
"""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.document import part_of
from destalinization.exporters.registry import writer_of
from destalinization.frames import engines
from destalinization.frames.making import LIBRARIES, Library
from destalinization.relational import TABLES
from destalinization.relational.flat import NAMES_IN_TIME, RENAMINGS
from destalinization.store.catalogue import Catalogue

pytest.importorskip("narwhals", reason="the extra frames is not installed")
pd = pytest.importorskip("pandas", reason="pandas is not installed")
pl = pytest.importorskip("polars", reason="Polars is not installed")
pa = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")

NAMES = [(bearer, name) for bearer in (*ds.places, *ds.institutions) for name in bearer.names]
SIDES = [side for bearer in (*ds.places, *ds.institutions) for side in bearer.also]
in_each = pytest.mark.parametrize("library", LIBRARIES)


def rows(table: Any) -> list[dict[str, Any]]:
    """
    Give the rows of a table of any library, days as dates and nothing as None.
    """
    if isinstance(table, pd.DataFrame):
        days = table.select_dtypes("datetime").columns
        table = table.astype(object).where(table.notna(), None)
        found = table.to_dict("records")
        return [row | {day: row[day] and row[day].date() for day in days} for row in found]
    if isinstance(table, pl.DataFrame):
        return list(table.to_dicts())
    return list((table if isinstance(table, pa.Table) else table.to_arrow_table()).to_pylist())


@pytest.mark.parametrize("definition", TABLES, ids=lambda definition: definition.name)
@in_each
def test_every_table_holds_its_rows(library: Library, definition: Any) -> None:
    """
    Row by row and value by value what the definition gives.
    """
    found = rows(ds.frames.table(definition.name, backend=library))
    wanted = list(definition.dicts(part_of(ds.catalogue())))
    key = definition.primary_key
    assert len(found) == len(wanted)
    assert sorted(found, key=lambda row: [str(row[name]) for name in key]) == sorted(
        wanted, key=lambda row: [str(row[name]) for name in key]
    )


def test_columns_have_types() -> None:
    """
    Days are dates, truth is boolean, numbers are numbers, also where all values are missing.
    """
    wanted = {"possible_from": pl.Date, "today": pl.Boolean, "latitude": pl.Float64, "since": pl.String}
    selections: tuple[list[Any] | None, ...] = (None, [])
    for records in selections:
        schema = ds.frames.names(backend="polars", records=records).schema
        assert {name: schema[name] for name in wanted} == wanted
        types = ds.frames.names(backend="pandas", records=records).dtypes.astype(str)
        assert {name: types[name] for name in wanted} == {
            "possible_from": "datetime64[s]", "today": "boolean", "latitude": "Float64", "since": "string",
        }  # fmt: skip
        relation = ds.frames.names(backend="duckdb", records=records)
        assert dict(zip(relation.columns, map(str, relation.types), strict=True)).items() >= {
            "possible_from": "DATE", "today": "BOOLEAN", "latitude": "DOUBLE", "since": "VARCHAR",
        }.items()  # fmt: skip
    assert ds.frames.table("names", backend="pyarrow").schema.field("position").type == pa.int64()
    assert str(ds.frames.table("bearers", backend="pandas")["current"].dtype) == "boolean"


@in_each
def test_names_in_their_time(library: Library) -> None:
    """
    Every name of every chain and beside it, with its period, its bearer and its sources.
    """
    found = {row["id"]: row for row in rows(ds.frames.names(backend=library))}
    assert len(found) == len(NAMES) + len(SIDES)
    stalingrad = found["volgograd/stalingrad"]
    assert {key: stalingrad[key] for key in ("name", "since", "latest_end", "possible_to", "today", "label")} == {
        "name": "Stalingrad",
        "since": "1925-04-10",
        "latest_end": date(1961, 11, 9),
        "possible_to": date(1961, 11, 10),
        "today": False,
        "label": "Volgograd",
    }
    assert "ru: Сталинград" in stalingrad["forms"].split("; ")
    assert stalingrad["honours"] == "joseph-stalin"
    assert found["volgograd/volgograd"]["latest_end"] is None
    cited = {f"{bearer.id}/{name.key}": {citation.source for citation in name.citations} for bearer, name in NAMES}
    assert {id: set((found[id]["sources"] or "").split()) for id in cited} == cited
    disputes = sum(len(name.disputes) for _, name in NAMES) + sum(len(side.name.disputes) for side in SIDES)
    assert disputes > 100
    assert sum(row["disputes"].count("(open: ") + row["disputes"].count("(refuted: ")
               for row in found.values() if row["disputes"]) == disputes  # fmt: skip


@in_each
def test_renamings(library: Library) -> None:
    """
    Every renaming, with both names, its date and whom it removes.
    """
    found = {row["id"]: row for row in rows(ds.frames.renamings(backend=library))}
    assert set(found) == set(ds.renamings.ids())
    row = found["volgograd/volgograd"]
    assert (row["old"], row["new"], row["date"], row["earliest"], row["removes"]) == (
        "Stalingrad", "Volgograd", "1961-11-10", date(1961, 11, 10), "joseph-stalin",
    )  # fmt: skip


def test_events_are_those_of_the_data() -> None:
    """
    The short way gives the same table as the long one.
    """
    assert ds.frames.events(backend="polars").equals(ds.frames.table("events", backend="polars"))
    assert set(ds.frames.events(backend="polars")["id"]) == set(ds.events.ids())


def test_selections() -> None:
    """
    Names and renamings are those of the chosen records alone; other tables have what these refer to besides.
    """
    tajik = ds.places.where(country="TJ")
    assert set(ds.frames.names(records=tajik, backend="polars")["bearer"]) == set(tajik.ids())
    assert set(ds.frames.renamings(records=tajik, backend="polars")["bearer"]) <= set(tajik.ids())
    one = [ds.renamings["volgograd/volgograd"]]
    assert ds.frames.renamings(records=one, backend="polars")["id"].to_list() == ["volgograd/volgograd"]
    assert set(ds.frames.names(records=iter(one), backend="polars")["bearer"]) == {"volgograd"}
    bearers = ds.frames.table("bearers", records=[ds.places["volgograd"]], backend="polars")["id"]
    assert {"volgograd", "soviet-union"} & set(bearers) != set()
    assert len(bearers) < len(NAMES) / 10
    with pytest.raises(TypeError, match="names of places and institutions, not a Person"):
        ds.frames.names(records=[ds.people["joseph-stalin"]], backend="polars")


def test_another_catalogue(mini: Catalogue) -> None:
    """
    A whole catalogue, or a table of it, is its own source.
    """
    wanted = {place.id for place in mini.places} | {institution.id for institution in mini.institutions}
    assert set(ds.frames.names(catalogue=mini, backend="polars")["bearer"]) == wanted
    assert set(ds.frames.names(records=mini, catalogue=mini, backend="polars")["bearer"]) == wanted
    assert set(ds.frames.names(records=mini.places, backend="polars")["bearer"]) == set(mini.places.ids())


def test_an_empty_catalogue() -> None:
    """
    There is nothing in it, but its columns.
    """
    empty = Catalogue.from_records([])
    for definition, make in ((NAMES_IN_TIME, ds.frames.names), (RENAMINGS, ds.frames.renamings)):
        for library in LIBRARIES:
            table = make(catalogue=empty, backend=library)
            assert rows(table) == []
            assert list(getattr(table, "column_names", table.columns)) == [c.name for c in definition.columns]


def test_the_library_is_the_first_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The order is pandas, Polars, PyArrow, DuckDB; where there is none, the error says what to install.
    """
    assert isinstance(ds.frames.names(), pd.DataFrame)
    here = set(LIBRARIES)
    monkeypatch.setattr(engines, "find_spec", lambda name: name if name in here else None)
    here.remove("pandas")
    assert isinstance(ds.frames.names(), pl.DataFrame)
    here.remove("polars")
    assert isinstance(ds.frames.names(), pa.Table)
    here.clear()
    with pytest.raises(ds.MissingExtra, match="this needs pandas: pip install pandas"):
        ds.frames.names()
    with pytest.raises(ds.MissingExtra, match="this needs polars: pip install polars"):
        ds.frames.names(backend="polars")
    with pytest.raises(ds.MissingExtra, match="this needs pyarrow: pip install pyarrow"):
        b"".join(writer_of("parquet")(ds.catalogue(), ds.catalogue()))  # type: ignore[arg-type]


def test_unknown_tables_and_libraries() -> None:
    """
    The errors list those that there are.
    """
    with pytest.raises(ds.UnknownTerm, match="'name' is no table; accepted: release, records, "):
        ds.frames.table("name", backend="polars")
    with pytest.raises(
        ds.UnknownTerm, match="'vaex' is no library for tables; accepted: pandas, polars, pyarrow, duckdb"
    ):
        ds.frames.names(backend="vaex")  # type: ignore[arg-type]


def test_frames_is_the_module() -> None:
    """
    The public name is the submodule itself, with its functions.
    """
    assert ds.frames is __import__("destalinization.frames").frames
    assert ds.frames.__all__ == ["Library", "events", "names", "renamings", "resolve", "table"]


@pytest.mark.parametrize("records", [None, "TJ", []])
@pytest.mark.parametrize("library", ["pyarrow", "polars"])
def test_parquet(library: str, records: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The file holds the names in their time, whichever library writes it and whichever reads it.
    """
    monkeypatch.setattr(engines, "find_spec", lambda name: name if name == library else find_spec(name + "_absent"))
    chosen = ds.places.where(country="TJ") if records == "TJ" else records
    path = ds.export("parquet", tmp_path / "names.parquet", records=chosen)
    monkeypatch.undo()
    wanted = rows(ds.frames.names(records=chosen, backend="pyarrow"))
    assert rows(pl.read_parquet(path)) == wanted
    assert rows(pa.parquet.read_table(path) if hasattr(pa, "parquet") else wanted) == wanted
    assert rows(duckdb.from_parquet(str(path))) == wanted
    types = dict(pl.read_parquet_schema(path))
    assert (types["possible_from"], types["today"], types["latitude"]) == (pl.Date, pl.Boolean, pl.Float64)


def test_parquet_holds_names_only(tmp_path: Path) -> None:
    """
    What has no names is refused, and no file is left.
    """
    with pytest.raises(TypeError, match="not a Person"):
        ds.export("parquet", tmp_path / "x.parquet", records=[ds.people["joseph-stalin"]])
    assert list(tmp_path.iterdir()) == []
