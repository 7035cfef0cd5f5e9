"""
Names in the user's tables: each row resolved as `find` would, in every library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from resolved import PREFIX, differences, questions

import destalinization as ds
from destalinization.frames.gazetteer import COLUMNS
from destalinization.frames.resolving import ANSWER, ROW, _in_order
from destalinization.store.catalogue import Catalogue
from destalinization.strategies import catalogues

narwhals = pytest.importorskip("narwhals", reason="the extra frames is not installed")
pd = pytest.importorskip("pandas", reason="pandas is not installed")
pl = pytest.importorskip("polars", reason="Polars is not installed")
pa = pytest.importorskip("pyarrow", reason="PyArrow is not installed")
duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")

Rows = list[dict[str, Any]]
NEW = [PREFIX + column.name for column in COLUMNS]
ROWS: dict[str, list[Any]] = {
    "name": [
        "Stalino",
        "г. Сталинабад",
        "Volgograd",
        "Atlantis",
        None,
        "--",
        "Stalingrad",
        "Stalinabad",
        "Stalin Prize",
    ],
    "date": ["1950", "1955-06-01", "1961-11", None, "1960", None, "[1961-11-10,1961-11-12]", None, "1950~"],
    "country": ["UA", None, "", "RU", "TJ", None, "RU", "TJ", None],
    "kind": ["city", "city", None, None, None, None, "", None, "prize"],
}


def of_pandas(table: Any) -> Rows:
    """
    Give the rows of a table of pandas, with None for whatever is missing.
    """
    return [{key: None if pd.isna(value) else value for key, value in row.items()} for row in table.to_dict("records")]


def of_arrow(table: Any) -> Rows:
    """
    Give the rows of a table of PyArrow.
    """
    rows: Rows = table.to_pylist()
    return rows


LIBRARIES: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Rows]]] = {
    "pandas": (pd.DataFrame, of_pandas),
    "polars": (lambda columns: pl.DataFrame(columns, strict=False), lambda table: table.to_dicts()),
    "polars, lazy": (lambda columns: pl.LazyFrame(columns, strict=False), lambda table: table.collect().to_dicts()),
    "pyarrow": (pa.table, of_arrow),
    "duckdb": (lambda columns: duckdb.from_arrow(pa.table(columns)), lambda table: of_arrow(table.to_arrow_table())),
}
EAGER = ("pandas", "polars", "pyarrow")
everywhere = pytest.mark.parametrize("library", LIBRARIES)


def resolved(library: str, columns: Mapping[str, Any], **asked: Any) -> Rows:
    """
    Resolve a table of a library, and give its rows; those of a lazy one by their number, which the table must have.
    """
    make, rows = LIBRARIES[library]
    found = rows(ds.frames.resolve(make(columns), **asked))
    return found if library in EAGER else sorted(found, key=lambda row: row.get("number", 0))


def numbered(columns: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """
    Add a column with the numbers of the rows.
    """
    return {"number": list(range(len(columns["name"]))), **columns}


@everywhere
def test_rows_are_resolved_as_find_would(library: str) -> None:
    """
    By name, date, country and kind, with each of them missing somewhere.
    """
    asked = {"name": "name", "date": "date", "country": "country", "kind": "kind"}
    rows = resolved(library, numbered(ROWS), **asked)
    assert [row["number"] for row in rows] == list(range(len(ROWS["name"])))
    assert list(rows[0]) == ["number", *ROWS, *NEW]
    assert [row["name"] for row in rows] == ROWS["name"]
    assert differences(rows, ds.catalogue()) == []


def test_outcomes_are_what_is_known_of_them() -> None:
    """
    The rows whose answer anybody can look up have it.
    """
    rows = resolved("polars", ROWS, name="name", date="date", country="country")
    assert [row["resolved_outcome"] for row in rows] == [
        "ambiguous", "found", "found", "none", "no-name", "no-name", "found", "found", "found",
    ]  # fmt: skip
    assert (rows[1]["resolved_bearer"], rows[1]["resolved_name_then"], rows[1]["resolved_name_today"]) == (
        "dushanbe", "Stalinabad", "Dushanbe",
    )  # fmt: skip
    assert (rows[1]["resolved_grade"], rows[2]["resolved_grade"], rows[7]["resolved_grade"]) == (
        "certain", "possible", None,
    )  # fmt: skip
    assert rows[0]["resolved_bearer"] is None
    assert "donetsk" in rows[0]["resolved_candidates"].split()
    assert rows[0]["resolved_candidate_count"] == len(rows[0]["resolved_candidates"].split()) > 1


@everywhere
def test_every_shipped_name_at_its_edges(library: str) -> None:
    """
    Every name of the data around every date of its bearer, in days and in coarser dates, as `find` answers.
    """
    asked = list(questions(ds.catalogue()))
    asked = asked[:: 3 if library == "polars" else 15]
    columns = numbered({"name": [name for name, _ in asked], "date": [on for _, on in asked]})
    rows = resolved(library, columns, name="name", date="date")
    assert len(rows) == len(asked) > 500
    assert differences(rows, ds.catalogue()) == []
    assert {row["resolved_outcome"] for row in rows} == {"found", "ambiguous", "none"}
    assert {row["resolved_grade"] for row in rows} == {"certain", "likely", "possible", None}


@settings(max_examples=10)
@given(st.data())
def test_generated_catalogues(data: st.DataObject) -> None:
    """
    Whatever the names and their periods are, and whatever days are asked about.
    """
    own = data.draw(catalogues(least=2, most=4))
    asked = list(questions(own))
    days = data.draw(st.lists(st.dates(), min_size=1, max_size=3))
    names = sorted({name for name, _ in asked} | {data.draw(st.text(max_size=3))})
    asked += [(name, str(day)) for name in names for day in days]
    columns = {"name": [name for name, _ in asked], "date": [on for _, on in asked]}
    for library in ("pandas", "polars"):
        assert differences(resolved(library, columns, name="name", date="date", catalogue=own), own) == []


@pytest.mark.parametrize("library", EAGER)
def test_rows_of_eager_tables_keep_their_order(library: str) -> None:
    """
    However the joins go, row by row stands where it stood.
    """
    names = [ROWS["name"][number * 5 % 9] for number in range(5_000)]
    columns = {"name": names, "n": list(range(5_000))}
    rows = resolved(library, columns, name="name")
    assert [row["n"] for row in rows] == columns["n"]
    assert [row["name"] for row in rows] == names


@pytest.mark.parametrize("library", EAGER)
def test_answers_stand_in_their_rows(library: str) -> None:
    """
    Each row of a table that engines work on in pieces has the answer of its name.
    """
    make, _ = LIBRARIES[library]
    alone = {row["name"]: row["resolved_candidates"] for row in resolved(library, ROWS, name="name")}
    names = [ROWS["name"][number * 7 % 9] for number in range(200_000)]
    found = narwhals.from_native(ds.frames.resolve(make({"name": names}), name="name"), eager_only=True)
    assert found["resolved_candidates"].to_list() == [alone[name] for name in names]


@pytest.mark.parametrize("library", EAGER)
def test_numbers_of_answers_are_put_in_order(library: str) -> None:
    """
    Whatever order the rows come out of a join in, the answers follow the numbers of the rows.
    """
    make, _ = LIBRARIES[library]
    mixed = narwhals.from_native(make({ROW: [2, 0, 3, 1], ANSWER: [7, 8, 9, 5]}), eager_only=True)
    assert _in_order(mixed).to_list() == [8, 5, 7, 9]


def test_lazy_tables_stay_lazy() -> None:
    """
    A LazyFrame gives a LazyFrame, and a relation a relation.
    """
    assert isinstance(ds.frames.resolve(pl.LazyFrame(ROWS), name="name"), pl.LazyFrame)
    relation = ds.frames.resolve(duckdb.from_arrow(pa.table(ROWS)), name="name", date="date")
    assert isinstance(relation, duckdb.DuckDBPyRelation)


def test_relations_of_a_connection_of_its_own() -> None:
    """
    A relation is joined within the connection that it belongs to.
    """
    with duckdb.connect() as connection:
        relation = connection.sql("SELECT 'Stalinabad' AS town, DATE '1950-01-01' AS seen")
        answer = ds.frames.resolve(relation, name="town", date="seen").filter("resolved_bearer = 'dushanbe'")
        assert answer.aggregate("count(*)").fetchall() == [(1,)]


@pytest.mark.parametrize(
    "dates",
    [
        [date(1961, 11, 9), date(1961, 11, 10), None],
        [datetime(1961, 11, 9, 23, 59), datetime(1961, 11, 10), None],
        ["1961-11-09", "1961-11-10", None],
    ],
)
@everywhere
def test_days_of_any_type(library: str, dates: list[Any]) -> None:
    """
    A day is the same day as a date, with a time, and as text.
    """
    columns = {"number": [0, 1, 2], "name": ["Stalingrad"] * 3, "date": dates, "country": ["RU"] * 3}
    rows = resolved(library, columns, name="name", date="date", country="country")
    assert [row["resolved_grade"] for row in rows] == ["certain", "possible", None]
    assert [row["resolved_name_then"] for row in rows] == ["Stalingrad", "Volgograd", None]


@everywhere
def test_years_as_numbers(library: str) -> None:
    """
    A whole number is a year, even where a missing one has made the others fractions.
    """
    columns = {"number": [0, 1, 2], "name": ["Stalinabad"] * 3, "date": [1950, 1961, None]}
    rows = resolved(library, columns, name="name", date="date")
    assert [row["resolved_grade"] for row in rows] == ["certain", "possible", None]


def test_days_in_pandas_that_are_objects() -> None:
    """
    Days of Python in a column of objects are read as text is.
    """
    table = pd.DataFrame({"name": ["Stalinabad"] * 2, "date": pd.Series([date(1950, 1, 1), None], dtype=object)})
    found = ds.frames.resolve(table, name="name", date="date")
    assert found["resolved_grade"].fillna("").tolist() == ["certain", ""]


def test_categories_are_text() -> None:
    """
    Columns of categories are resolved like columns of text, and stay what they are.
    """
    categories = pl.DataFrame(ROWS).with_columns(pl.col("name", "date").cast(pl.Categorical))
    found = ds.frames.resolve(categories, name="name", date="date")
    assert found.schema["name"] == pl.Categorical
    assert found.select(NEW).equals(ds.frames.resolve(pl.DataFrame(ROWS), name="name", date="date").select(NEW))
    assert ds.frames.resolve(pd.DataFrame(ROWS).astype("category"), name="name").shape == (9, 4 + len(NEW))


def test_the_index_of_pandas_is_kept() -> None:
    """
    Rows keep their labels, even those that two rows share.
    """
    table = pd.DataFrame(ROWS, index=[3, 3, 1, 0, 9, 8, 7, 6, 5])
    found = ds.frames.resolve(table, name="name", date="date")
    assert found.index.tolist() == [3, 3, 1, 0, 9, 8, 7, 6, 5]
    assert found["resolved_bearer"].iloc[1] == "dushanbe"


@everywhere
def test_tables_without_rows(library: str) -> None:
    """
    An empty table gets its columns and stays empty.
    """
    make, rows = LIBRARIES[library]
    empty = pa.table({"name": pa.array([], pa.string()), "date": pa.array([], pa.string())})
    made = {"pyarrow": empty, "duckdb": duckdb.from_arrow(empty), "pandas": empty.to_pandas()}
    table = made.get(library, make({"name": pl.Series([], dtype=pl.String), "date": pl.Series([], dtype=pl.String)}))
    found = ds.frames.resolve(table, name="name", date="date")
    assert rows(found) == []
    assert list(found.collect_schema() if library == "polars, lazy" else getattr(found, "column_names", found.columns))[
        2:
    ] == (NEW)


@everywhere
def test_columns_without_values(library: str) -> None:
    """
    Where nothing stands in a column, no row has a name, or any time is meant.
    """
    rows = resolved(library, {"name": [None, None], "date": ["1950", None]}, name="name", date="date")
    assert [row["resolved_outcome"] for row in rows] == ["no-name", "no-name"]
    rows = resolved(library, {"name": ["Stalinabad"], "date": [None]}, name="name", date="date")
    assert [(row["resolved_bearer"], row["resolved_grade"]) for row in rows] == [("dushanbe", None)]


@everywhere
def test_a_bad_date_is_told(library: str) -> None:
    """
    The error names the column, the first bad value, why it is bad, and how many rows hold it.
    """
    columns = {"name": ["Stalino"] * 4, "seen": ["10.11.1961", "1950", "10.11.1961", "x"]}
    with pytest.raises(ds.TableError) as caught:
        resolved(library, columns, name="name", date="seen")
    assert caught.value.column == "seen"
    assert "'10.11.1961', at character 2" in caught.value.problem
    assert 'it stands in 2 rows, and 1 other values are wrong too; errors="null"' in caught.value.problem


@everywhere
def test_bad_values_are_passed_over_on_request(library: str) -> None:
    """
    A row with what is no date, no country or no kind is invalid, not undated; the others are resolved.
    """
    columns = {
        "number": [0, 1, 2, 3],
        "name": ["Stalinabad"] * 4,
        "date": ["1.1.1950", "1950", "1950", "1950"],
        "country": [None, "tj", "TJ", "TJ"],
        "kind": [None, None, "hamlet", "city"],
    }
    asked = {"name": "name", "date": "date", "country": "country", "kind": "kind"}
    rows = resolved(library, columns, **asked, errors="null")
    assert [row["resolved_outcome"] for row in rows] == ["invalid", "invalid", "invalid", "found"]
    assert [row["resolved_bearer"] for row in rows] == [None, None, None, "dushanbe"]


@pytest.mark.parametrize(
    ("column", "value", "word"), [("country", "tj", "country code"), ("kind", "hamlet", "kind of")]
)
@everywhere
def test_a_bad_term_is_told(library: str, column: str, value: str, word: str) -> None:
    """
    The error names the column, the value, what would be right, and how many rows hold it.
    """
    columns = {"name": ["Stalino", "Stalinabad", "x"], column: [value, value, None]}
    with pytest.raises(ds.TableError, match=f"column '{column}': '{value}' is no {word}.*it stands in 2 rows;"):
        resolved(library, columns, name="name", **{column: column})


def test_days_beyond_the_calendar_are_invalid() -> None:
    """
    A day in a year that no text can say is no date.
    """
    table = pl.DataFrame({"name": ["Stalinabad"] * 2, "day": pl.Series([-1_000_000, 3_000_000]).cast(pl.Date)})
    found = ds.frames.resolve(table, name="name", date="day")
    assert found["resolved_outcome"].to_list() == ["invalid", "invalid"]


@pytest.mark.parametrize(
    ("asked", "column", "words"),
    [
        ({"name": "town"}, "town", "it is not in the table, which has name, date, country, kind"),
        ({"name": "name", "date": "day"}, "day", "it is not in the table"),
        (
            {"name": "name", "prefix": ""},
            "name",
            "it is in the table already and would be added; choose another prefix",
        ),
    ],
)
@everywhere
def test_missing_and_clashing_columns(library: str, asked: dict[str, str], column: str, words: str) -> None:
    """
    The error names the column and what is there.
    """
    with pytest.raises(ds.TableError) as caught:
        resolved(library, ROWS, **asked)
    assert (caught.value.column, words in caught.value.problem) == (column, True)


@everywhere
def test_columns_of_a_wrong_type(library: str) -> None:
    """
    Names are text, and dates are no truth values.
    """
    with pytest.raises(ds.TableError, match=r"column 'name': it holds .*Int.*, and text is wanted"):
        resolved(library, {"name": [1, 2]}, name="name")
    with pytest.raises(
        ds.TableError, match="column 'date': it holds Boolean, and dates, years as whole numbers, or text"
    ):
        resolved(library, {"name": ["a", "b"], "date": [True, False]}, name="name", date="date")


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame([[1, 2, "x"]], columns=["a", "a", "name"]),
        pa.table([["a"], ["b"], ["x"]], names=["a", "a", "name"]),
    ],
)
def test_two_columns_of_one_name(table: Any) -> None:
    """
    The error names the name that stands there twice.
    """
    with pytest.raises(ds.TableError, match="each column name once; 'a' stands there several times"):
        ds.frames.resolve(table, name="name")


@pytest.mark.parametrize("table", [[("Stalino",)], {"name": ["Stalino"]}, "Stalino", None])
def test_what_is_no_table_is_refused(table: Any) -> None:
    """
    The error says what would be a table.
    """
    with pytest.raises(ds.TableError, match="a table of pandas, Polars, PyArrow, DuckDB or PySpark is wanted, not a"):
        ds.frames.resolve(table, name="name")


def test_other_ways_with_errors_are_refused() -> None:
    """
    There are two.
    """
    with pytest.raises(ds.UnknownTerm, match="'ignore' is no way with errors; accepted: raise, null"):
        ds.frames.resolve(pl.DataFrame(ROWS), name="name", errors="ignore")  # type: ignore[arg-type]


def test_the_prefix_is_chosen() -> None:
    """
    The added columns bear it.
    """
    found = ds.frames.resolve(pl.DataFrame(ROWS), name="name", prefix="x_")
    assert found.columns == [*ROWS, *(f"x_{column.name}" for column in COLUMNS)]


def test_another_catalogue(mini: Catalogue) -> None:
    """
    Names are looked for where the user says.
    """
    asked = list(questions(mini))
    columns = {"name": [name for name, _ in asked], "date": [on for _, on in asked]}
    assert differences(resolved("polars", columns, name="name", date="date", catalogue=mini), mini) == []


def test_without_narwhals(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The error says how to get it.
    """
    monkeypatch.setitem(__import__("sys").modules, "narwhals", None)
    with pytest.raises(ds.MissingExtra, match=r"this needs narwhals: pip install 'destalinization\[frames\]'"):
        ds.frames.resolve(pl.DataFrame(ROWS), name="name")
