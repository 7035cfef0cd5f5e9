"""
The SQLite database: whole, sound, quick to ask, and of one mind with the library.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from databases import opened, rows, written
from examples import FEW
from hypothesis import given
from rebuild import rebuilt

import destalinization as ds
from destalinization.exporters.queries import QUERIES
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.relational import TABLES
from destalinization.store.catalogue import Catalogue
from destalinization.strategies.catalogues import catalogues

DAYS = (
    "1589-06-01", "1900-01-01", "1924-02-01", "1925-04-10", "1929-10-19", "1931-12-03", "1936-07-01", "1950-06-01",
    "1956-02-25", "1957-08-20", "1961-01-01", "1961-11-07", "1961-11-09", "1961-11-10", "1961-11-11", "1962-01-01",
    "1992-06-01", "2026-01-01",
)  # fmt: skip
HOSTILE = ('Ста"лино', "'); DROP TABLE names; --", "a\nb", "\x00x", "<b>", "’́")


@pytest.fixture(scope="module", name="whole")
def _whole() -> Iterator[sqlite3.Connection]:
    with closing(opened("sqlite")) as connection:
        yield connection


def asked(connection: sqlite3.Connection, query: str, **parameters: str) -> list[tuple[Any, ...]]:
    """
    Ask one of the questions.
    """
    (sql,) = (known.sql for known in QUERIES if known.name == query)
    return connection.execute(sql, parameters).fetchall()


def found(connection: sqlite3.Connection, text: str) -> set[str]:
    """
    Give the names that the full-text search finds.
    """
    sql = "SELECT name FROM names_search WHERE names_search MATCH ?"
    return {name for (name,) in connection.execute(sql, (f'"{text}"',))}


def test_the_shipped_data_are_read_back(whole: sqlite3.Connection) -> None:
    """
    The records that are made again from the database are those that were written.
    """
    assert ds.catalogue() == rebuilt(rows(whole))


@FEW
@given(catalogues())
def test_any_data_are_sound(catalogue: Catalogue) -> None:
    """
    Every lawful catalogue gives a sound database, and is read back where it has no retired ids.
    """
    with closing(opened("sqlite", catalogue=catalogue)) as connection:
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()
        if not catalogue.redirects:
            assert catalogue == rebuilt(rows(connection))


@pytest.mark.parametrize(
    "thing",
    [None, ds.places.where(country="TJ"), ds.people, [ds.changes["dushanbe/dushanbe"]], ds.claims, []],
    ids=["whole", "table", "people", "changes", "claims", "nothing"],
)
def test_it_is_sound(thing: Any) -> None:
    """
    Foreign keys lead somewhere and the file is intact, whatever was chosen.
    """
    with closing(opened("sqlite", thing)) as connection:
        assert [] == connection.execute("PRAGMA foreign_key_check").fetchall()
        assert [("ok",)] == connection.execute("PRAGMA integrity_check").fetchall()


def test_keys_are_declared(whole: sqlite3.Connection) -> None:
    """
    Types, primary keys, foreign keys and what is required are those of the tables, and every foreign key has an index.
    """
    for table in TABLES:
        told = whole.execute(f"PRAGMA table_info({table.name})").fetchall()
        assert [column.name for column in table.columns] == [row[1] for row in told]
        assert [column.required for column in table.columns] == [bool(row[3]) for row in told]
        assert list(table.primary_key) == [row[1] for row in sorted(told, key=lambda row: row[5]) if row[5]]
        keys = {(row[3], row[2], row[4]) for row in whole.execute(f"PRAGMA foreign_key_list({table.name})")}
        assert set(table.foreign_keys) == keys
        indexes = [row[1] for row in whole.execute(f"PRAGMA index_list({table.name})")]
        first = {whole.execute(f"PRAGMA index_info({name})").fetchone()[2] for name in indexes}
        assert {key.column for key in table.foreign_keys} <= first
    types = dict(whole.execute("SELECT name, type FROM pragma_table_info('names')").fetchall())
    assert ("TEXT", "INTEGER", "DATE", "BOOLEAN") == (
        types["text"], types["position"], types["possible_from"], types["today"]
    )  # fmt: skip


@pytest.mark.parametrize("spelling", ["Stalino", "stalíno", "STALINO", "Сталино", "сталино"])
def test_names_are_found_however_they_are_spelt(whole: sqlite3.Connection, spelling: str) -> None:
    """
    Case, accents and script do not hide a name.
    """
    assert "donetsk/stalino" in found(whole, spelling)


@pytest.mark.parametrize("spelling", ["Йошкар-Ола", "йошкар ола", "йошкарола", "Ёшкар’Ола"])
def test_hyphens_and_spaces_do_not_count(spelling: str) -> None:
    """
    A name of two words is found as one word and as two; ё may be written as е, and the other way round.
    """
    name = Name(key="x", text="Yoshkar-Ola", forms={"ru": ["Ёшкар-Ола" if spelling[0] == "Ё" else "Йошкар-Ола"]})
    catalogue = Catalogue.from_records([Place(id="town", label="Town", kind="town", names=[name])])
    with closing(opened("sqlite", catalogue=catalogue)) as connection:
        assert {"town/x"} == found(connection, spelling)
        assert set() == found(connection, "Ола Йошкар")


def test_hostile_names() -> None:
    """
    Quotes and commands are data.
    """
    names = [Name(key=f"name-{number}", text=text) for number, text in enumerate(HOSTILE)]
    catalogue = Catalogue.from_records([Place(id="town", label="Town", kind="town", names=names)])
    with closing(opened("sqlite", catalogue=catalogue)) as connection:
        assert list(HOSTILE) == [row["text"] for row in rows(connection)["names"]]
        for text in ("", '"', "*", "NEAR(", *HOSTILE):
            if "\x00" not in text:  # the search of SQLite ends there
                asked(connection, "bearers_of_a_name", name=text)


@pytest.mark.parametrize("day", DAYS)
def test_the_name_on_a_day_is_that_of_the_library(whole: sqlite3.Connection, day: str) -> None:
    """
    For every bearer the database gives the same names with the same grades in the same order as the library.
    """
    for bearer in (*ds.places, *ds.institutions):
        answer = ds.name_on(bearer.id, day)
        wanted = [(f"{bearer.id}/{candidate.name.key}", candidate.grade) for candidate in answer.candidates]
        rows = asked(whole, "name_on_a_date", bearer=bearer.id, date=day)
        assert wanted == [(row[4], row[1]) for row in rows], bearer.id


def test_renamings_are_all_in_the_view(whole: sqlite3.Connection) -> None:
    """
    The view of renamings has as many rows as the library has renamings, with both names.
    """
    told = {row[0]: row[1:] for row in whole.execute("SELECT id, old, new, date FROM renamings")}
    assert set(ds.renamings.ids()) == set(told)
    assert ("Stalingrad", "Volgograd", "1961-11-10") == told["volgograd/volgograd"]


def test_former_names_have_the_name_of_today(whole: sqlite3.Connection) -> None:
    """
    The view of former names has a row for each name that is not in use, and today's where there is one.
    """
    told = dict(whole.execute("SELECT id, today FROM former_names").fetchall())
    wanted = {
        f"{bearer.id}/{name.key}"
        for bearer in (*ds.places, *ds.institutions)
        for name in bearer.names
        if not (bearer.current and name is bearer.names[-1])
    }
    assert wanted == set(told)
    assert ("Volgograd", None) == (told["volgograd/stalingrad"], told["fuerstenberg-oder/fuerstenberg"])


def test_renamings_by_month(whole: sqlite3.Connection) -> None:
    """
    November 1961 saw more renamings than any other month.
    """
    counts = dict(asked(whole, "renamings_by_month"))
    first, last = date(1961, 11, 1), date(1961, 11, 30)
    wanted = sum(
        1 for change in ds.renamings if change.date and first <= change.date.earliest and change.date.latest <= last
    )
    assert (wanted, max(counts.values())) == (counts["1961-11"], counts["1961-11"])


def test_disputes_of_a_bearer(whole: sqlite3.Connection) -> None:
    """
    All disputes of a bearer are told, those of its names and those of its founding.
    """
    told = asked(whole, "disputes_of_a_bearer", bearer="volgograd")
    volgograd = ds.places["volgograd"]
    assert volgograd.founded is not None
    wanted = [*volgograd.founded.disputes, *(dispute for name in volgograd.names for dispute in name.disputes)]
    assert sorted(dispute.value for dispute in wanted) == sorted(row[3] for row in told)
    assert ("Volgograd", "names[2]", "since", "1961-11-11", "open") in [row[:5] for row in told]


def test_the_same_bytes_from_another_process(tmp_path: Path) -> None:
    """
    The file depends on the data alone, not on the process, its hash seed or the hour.
    """
    program = (
        "import destalinization as ds, sys; ds.export('sqlite', sys.argv[1], records=ds.places.where(country='TJ'))"
    )
    target = tmp_path / "out.db"
    subprocess.run([sys.executable, "-c", program, str(target)], check=True, env={"PYTHONHASHSEED": "7"} | _path())
    assert written("sqlite", ds.places.where(country="TJ")) == target.read_bytes()


def _path() -> dict[str, str]:
    """
    Say where the package is.
    """
    return {"PYTHONPATH": str(Path(ds.__file__).parents[1])}
