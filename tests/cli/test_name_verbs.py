"""
The verbs that answer questions about names: find, name-on, date, on.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable

import pytest

Outcome = tuple[int, str, str]
Run = Callable[..., Outcome]

ASKED = [
    ["find", "Stalino"],
    ["name-on", "volgograd", "1961-11-10"],
    ["date", "Stalino", "Stalingrad"],
    ["on", "1961-11"],
]
COLUMNS = {
    "find": "name form language scheme bearer kind country period current grade distance sources",
    "name-on": "bearer on state name grade reason sources",
    "date": "earliest latest certain supports after before conflicts unknown sources",
    "on": "date what kind grade id sources",
}


def cells(out: str) -> list[list[str]]:
    """
    Give the cells of a table, without its rule and its last line, which counts the rows.
    """
    lines = out.splitlines()
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in (lines[0], *lines[2:-1])]


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Make the terminal wide enough for every table.
    """
    monkeypatch.setenv("COLUMNS", "400")


def test_find_as_a_table(on_mini: Run) -> None:
    """
    Each match is a row, with its period and sources.
    """
    code, out, err = on_mini("find", "Стали́но")
    donetsk = ["Сталино", "Stalino", "donetsk", "city", "UA"]
    assert (0, "", ["form", "name", "bearer", "kind", "country", "period", "sources"]) == (code, err, cells(out)[0])
    assert [
        [*donetsk, "from 1929~, before 1941-10", "unian-donetsk-stalino, kashkaha-36217"],
        [*donetsk, "from 1943-09, before 1961-11-09", "unian-donetsk-stalino"],
    ] == cells(out)[1:]


def test_find_on_a_date_shows_the_grade(on_mini: Run) -> None:
    """
    Where a date is asked about, the grade is shown, and names that did not hold are left out.
    """
    code, out, _ = on_mini("find", "Stalino", "--on", "1950")
    assert (0, 2, "certain") == (code, len(cells(out)), cells(out)[1][6])


@pytest.mark.parametrize(
    ("criteria", "bearers"),
    [
        ([], ["volgograd"]),
        (["--country", "RU"], ["volgograd"]),
        (["--country", "UA"], []),
        (["--kind", "city"], ["volgograd"]),
        (["--kind", "prize"], []),
        (["--honours", "joseph-stalin", "--on", "1950"], ["volgograd"]),
        (["--honours", "karl-marx"], []),
        (["--on", "1900"], []),
    ],
)
def test_find_by_criteria(on_mini: Run, criteria: list[str], bearers: list[str]) -> None:
    """
    Each criterion of find can be given on the command line.
    """
    _, out, _ = on_mini("find", "Stalingrad", *criteria, "--format", "json")
    assert bearers == [row["bearer"] for row in json.loads(out)]


def test_find_similar_spellings(on_mini: Run) -> None:
    """
    Similar spellings are found where they are asked for, with their distance.
    """
    plain, fuzzy = (
        on_mini("find", "Stalinabat", "--format", "json"),
        on_mini("find", "Stalinabat", "--fuzzy", "--format", "json"),
    )
    assert ([], ("dushanbe", "1")) == (
        json.loads(plain[1]),
        (json.loads(fuzzy[1])[0]["bearer"], json.loads(fuzzy[1])[0]["distance"]),
    )


def test_find_without_rapidfuzz(on_mini: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the extra is not installed, the complaint says what to install.
    """
    for module in ["rapidfuzz", *(module for module in sys.modules if module.startswith("rapidfuzz."))]:
        monkeypatch.setitem(sys.modules, module, None)
    assert (2, "", "destalinization: this needs rapidfuzz: pip install 'destalinization[fuzzy]'\n") == on_mini(
        "find", "Stalino", "--fuzzy"
    )


def test_name_on_in_words(on_mini: Run) -> None:
    """
    The answer is followed by every name that may have held, why, and the sources of each.
    """
    code, out, err = on_mini("name-on", "volgograd", "1961-11-10")
    lines = out.splitlines()
    assert (0, "", "volgograd on 1961-11-10: Volgograd (possible)") == (code, err, lines[0])
    assert [
        "  Volgograd (possible: in force from 1961-11-10 to today; another source gives 1961-11-11 for its beginning)",
        (
            "  Stalingrad (possible: in force from 1925-04-10, before 1961-11-10;"
            " another source gives 1961-11-11 for the next name)"
        ),
    ] == [line for line in lines[1:] if not line.startswith("    ")]
    assert 5 == len([line for line in lines if line.startswith("    ")])


@pytest.mark.parametrize(
    ("id", "on", "state"),
    [
        ("volgograd", "1500", "before-founding"),
        ("donetsk", "1942", "gap"),
        ("soviet-union", "2000", "ended"),
        ("stalingrad", "1950", "Stalingrad (certain)"),
    ],
)
def test_name_on_says_the_state(on_mini: Run, id: str, on: str, state: str) -> None:
    """
    Where there is no name the state is said alone; a retired id is followed.
    """
    code, out, _ = on_mini("name-on", id, on)
    assert (0, state) == (code, out.splitlines()[0].partition(": ")[2])


def test_date_as_a_table(on_mini: Run) -> None:
    """
    Each interval is a row, with what gives its ends; so is each name that is not in the data.
    """
    code, out, err = on_mini("date", "Stalingrad", "Stalinstadt", "Atlantis")
    head, interval, unknown = cells(out)
    assert (0, "", ["earliest", "latest", "after", "before", "conflicts", "unknown", "sources"]) == (code, err, head)
    assert ["1953-05-07", "1961-11-10", "Stalinstadt: … → Stalinstadt (1953-05-07)"] == interval[:3]
    assert ["Atlantis"] == unknown


def test_on_as_a_table(on_mini: Run) -> None:
    """
    What happened is a row each, in order.
    """
    code, out, err = on_mini("on", "1961-11-10")
    assert (0, "", ["date", "what", "kind", "grade", "sources"]) == (code, err, cells(out)[0])
    assert ["act", "renaming", "renaming"] == [row[2] for row in cells(out)[1:]]


@pytest.mark.parametrize("arguments", ASKED, ids=lambda arguments: arguments[0])
def test_csv_holds_what_json_holds(on_mini: Run, arguments: list[str]) -> None:
    """
    The rows are the same in CSV and in JSON, and have all columns.
    """
    _, text, _ = on_mini(*arguments, "--format", "csv")
    _, raw, _ = on_mini(*arguments, "--format", "json")
    rows = json.loads(raw)
    assert (rows, [COLUMNS[arguments[0]].split()] * len(rows)) == (
        list(csv.DictReader(io.StringIO(text))),
        [list(row) for row in rows],
    )


@pytest.mark.parametrize("arguments", ASKED, ids=lambda arguments: arguments[0])
def test_answers_name_their_sources(on_mini: Run, arguments: list[str]) -> None:
    """
    Every row names its sources.
    """
    _, raw, _ = on_mini(*arguments, "--format", "json")
    assert [] == [row for row in json.loads(raw) if not row["sources"]]


@pytest.mark.parametrize("arguments", [["find", "Atlantis"], ["on", "1700"]], ids=lambda arguments: arguments[0])
@pytest.mark.parametrize(("format", "last"), [("table", "0 rows"), ("json", "[]"), ("csv", "")])
def test_nothing_found_is_no_error(on_mini: Run, arguments: list[str], format: str, last: str) -> None:
    """
    An answer without rows is no error, in any format.
    """
    code, out, err = on_mini(*arguments, "--format", format)
    assert (0, last, "") == (code, "".join(out.splitlines()[-1:]), err)


def test_a_state_without_a_name_is_a_row(on_mini: Run) -> None:
    """
    Where there is no name, the state is a row of its own.
    """
    _, raw, _ = on_mini("name-on", "donetsk", "1942", "--format", "json")
    empty = {"name": "", "grade": "", "reason": "", "sources": ""}
    assert [{"bearer": "donetsk", "on": "1942", "state": "gap"} | empty] == json.loads(raw)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["find", ""], "nothing to look for in ''"),
        (["find", " - "], "nothing to look for in ' - '"),
        (["find", "Stalino", "--on", "yesterday"], "not a date: 'yesterday'"),
        (["find", "Stalino", "--country", "Ukraine"], "'Ukraine' is no country code"),
        (["find", "Stalino", "--kind", "planet"], "'planet' is no kind of bearer"),
        (["find", "Stalino", "--honours", "atlantis"], "no record 'atlantis'"),
        (["name-on", "atlantis", "1950"], "no record 'atlantis'"),
        (["name-on", "joseph-stalin", "1950"], "no record 'joseph-stalin'"),
        (["name-on", "volgograd", "1950/1960"], "not a date: '1950/1960'"),
        (["name-on", "volgograd", "1961-13"], "not a date: '1961-13'"),
        (["date", ""], "nothing to look for in ''"),
        (["date", "Stalino", "..."], "nothing to look for in '...'"),
        (["on", "yesterday"], "not a date: 'yesterday'"),
        (["on", ""], "not a date: ''"),
    ],
)
def test_what_cannot_be_asked_is_an_error(on_mini: Run, arguments: list[str], complaint: str) -> None:
    """
    What cannot be asked ends with code 2, one line on standard error, and nothing printed.
    """
    code, out, err = on_mini(*arguments)
    assert (2, "", 1, True) == (code, out, err.count("\n"), err.startswith(f"destalinization: {complaint}"))


@pytest.mark.parametrize("arguments", [["find"], ["name-on", "volgograd"], ["date"], ["on"], ["find", "a", "b"]])
def test_missing_arguments_are_explained(on_mini: Run, arguments: list[str]) -> None:
    """
    A verb without what it needs, or with too much, is answered with the usage.
    """
    code, out, err = on_mini(*arguments)
    assert (2, "", True) == (code, out, err.startswith("usage: destalinization"))


@pytest.mark.parametrize("verb", ["find", "name-on", "date", "on"])
def test_verbs_explain_themselves(on_mini: Run, verb: str) -> None:
    """
    Each verb has its help.
    """
    code, out, _ = on_mini(verb, "--help")
    assert (0, True) == (code, out.startswith(f"usage: destalinization {verb}"))
