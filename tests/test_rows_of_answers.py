"""
Flat tables of answers: what stands in each row.
"""

from __future__ import annotations

import pytest

import destalinization as ds
from destalinization import rows
from destalinization.store.catalogue import Catalogue


def test_rows_of_matches(mini: Catalogue) -> None:
    """
    A match is a row with its form, its bearer, its period and its sources.
    """
    assert [
        {
            "name": "Stalingrad",
            "form": "Сталинград",
            "language": "ru",
            "scheme": "",
            "bearer": "volgograd",
            "kind": "city",
            "country": "RU",
            "period": "from 1925-04-10, before 1961-11-10",
            "current": "no",
            "grade": "",
            "distance": "0",
            "sources": "vounb-tsaritsyn-stalingrad",
        }
    ] == rows.of_matches(ds.find("Сталинград", catalogue=mini))


@pytest.mark.parametrize(
    ("text", "on", "column", "expected"),
    [
        ("Vorošilovgrad", None, "current", []),
        ("Volgograd", None, "current", ["yes"]),
        ("Stalingrad", "1950", "grade", ["certain"]),
        ("Stalino", "1929-06", "grade", ["possible"]),
        ("Sztalingrad", None, "scheme", ["hungarian"]),
        ("Союз Советских Социалистических Республик", None, "country", [""]),
    ],
)
def test_columns_of_matches(mini: Catalogue, text: str, on: str | None, column: str, expected: list[str]) -> None:
    """
    Whether a name is that of today, its grade, its scheme and a missing country are plain text.
    """
    assert expected == [row[column] for row in rows.of_matches(ds.find(text, on=on, catalogue=mini))]


def test_rows_of_an_answer(mini: Catalogue) -> None:
    """
    Each name that may have held is a row, best first, with why and its sources.
    """
    shared = {"bearer": "volgograd", "on": "1961-11-10", "state": "named"}
    why = "another source gives 1961-11-11 for"
    assert [
        shared
        | {
            "name": "Volgograd",
            "grade": "possible",
            "reason": f"in force from 1961-11-10 to today; {why} its beginning",
            "sources": "gorvesti-152514, volgograd-news-103180",
        },
        shared
        | {
            "name": "Stalingrad",
            "grade": "possible",
            "reason": f"in force from 1925-04-10, before 1961-11-10; {why} the next name",
            "sources": "vounb-tsaritsyn-stalingrad",
        },
    ] == rows.of_answer(ds.name_on("volgograd", "1961-11-10", catalogue=mini))


@pytest.mark.parametrize(
    ("id", "on", "state"),
    [("volgograd", "1500", "before-founding"), ("donetsk", "1942", "gap"), ("soviet-union", "2000", "ended")],
)
def test_rows_of_an_answer_without_a_name(mini: Catalogue, id: str, on: str, state: str) -> None:
    """
    Where there is no name, one row has the state alone.
    """
    empty = {"name": "", "grade": "", "reason": "", "sources": ""}
    expected = {"bearer": id, "on": on, "state": state} | empty
    assert [expected] == rows.of_answer(ds.name_on(id, on, catalogue=mini))


def test_rows_of_a_dating(mini: Catalogue) -> None:
    """
    Each interval is a row with its evidence, and so is each name that is not in the data.
    """
    interval = {
        "earliest": "1953-05-07",
        "latest": "1961-11-10",
        "certain": "1953-05-07 to 1961-11-09",
        "supports": "Stalingrad, Stalinstadt",
        "after": "Stalinstadt: … → Stalinstadt (1953-05-07)",
        "before": "Stalingrad: Stalingrad → Volgograd (1961-11-10)",
        "conflicts": "",
        "unknown": "",
        "sources": "stadtarchiv-eisenhuettenstadt, gorvesti-152514, volgograd-news-103180",
    }
    unknown = dict.fromkeys(interval, "") | {"unknown": "Atlantis"}
    answer = ds.date_names(["Stalingrad", "Stalinstadt", "Atlantis"], catalogue=mini)
    assert [interval, unknown] == rows.of_dating(answer)


def test_rows_of_a_dating_with_conflicts(mini: Catalogue) -> None:
    """
    Each equally supported interval has the names that conflict with it, and why; an open end is empty.
    """
    found = rows.of_dating(ds.date_names(["Tsaritsyn", "Volgograd"], catalogue=mini))
    assert [
        ("1589-01-01", "1925-04-09", "Volgograd was in force from 1961-11-10 to today (volgograd)"),
        ("1961-11-10", "", "Tsaritsyn was in force from 1589, before 1925-04-10 (volgograd)"),
    ] == [(row["earliest"], row["latest"], row["conflicts"]) for row in found]


def test_rows_of_happenings(mini: Catalogue) -> None:
    """
    Each act, event and change is a row, in the order of the answer.
    """
    found = rows.of_happenings(ds.on("1961-11-10", catalogue=mini))
    assert {
        "date": "1961-11-10",
        "what": "Decree renaming Stalingrad Oblast and the city of Stalingrad",
        "kind": "act",
        "grade": "certain",
        "id": "rsfsr-1961-11-10",
        "sources": "gorvesti-152514, the60sat50-1961-11-11",
    } == found[0]
    assert [("renaming", "volgograd/volgograd", "certain"), ("renaming", "dushanbe/dushanbe", "possible")] == [
        (row["kind"], row["id"], row["grade"]) for row in found[1:]
    ]


@pytest.mark.parametrize("make", [rows.of_matches, rows.of_happenings])
def test_nothing_gives_no_rows(make: type) -> None:
    """
    Where there is nothing, there are no rows.
    """
    assert [] == make([])
