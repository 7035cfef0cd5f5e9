"""
The verbs `export` and `formats`: what is written, and of which records.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import destalinization as ds
from destalinization.cli.choosing import TABLES
from destalinization.store.table import Table

Run = Callable[..., tuple[int, str, str]]


def test_criteria_choose_records(run: Run) -> None:
    """
    Only renamings of the table that meet all criteria are written.
    """
    criteria = ("--where", "removes=joseph-stalin", "--where", "during=1961", "--where", "country=UA")
    code, out, err = run("export", "renamings", "--of", "renamings", *criteria)
    wanted = ds.renamings.where(removes="joseph-stalin", during="1961", country="UA").ids()
    assert (0, "") == (code, err)
    assert list(wanted) == [row["id"] for row in csv.DictReader(io.StringIO(out))]


def test_criteria_alone_are_of_places(run: Run) -> None:
    """
    Without a table criteria choose places; without criteria a table is written whole.
    """
    out = run("export", "jsonl", "--where", "country=TJ", "--where", "kind=city")[1]
    assert list(ds.places.where(country="TJ", kind="city").ids()) == [
        json.loads(line)["id"] for line in out.splitlines()
    ]
    out = run("export", "jsonl", "--of", "topics")[1]
    assert list(ds.topics.ids()) == [json.loads(line)["id"] for line in out.splitlines()]


def test_a_criterion_of_yes_or_no(run: Run) -> None:
    """
    True narrows, false does not, and anything else is an error.
    """

    def count(certainly: str) -> int:
        arguments = ("--of", "changes", "--where", "during=1961-11", "--where", f"certainly={certainly}")
        return len(run("export", "jsonl", *arguments)[1].splitlines())

    assert count("true") < count("false")
    code, out, err = run("export", "jsonl", "--of", "changes", "--where", "certainly=yes")
    assert (2, "") == (code, out)
    assert "expected true or false" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--where", "removes=joseph-stalin"], "'removes' is no criterion of places; accepted: "),
        (["--where", "country"], "expected NAME=VALUE, such as country=TJ"),
        (["--where", "=TJ"], "expected NAME=VALUE"),
        (["--where", "country=TJ", "--where", "country=UA"], "the criterion country is given twice: TJ and UA"),
        (["--where", "country=Tajikistan"], "Tajikistan"),
        (["--of", "renamings", "--where", "during=soon"], "soon"),
        (["--of", "people"], "geojson: this format holds the names of places and institutions, not a Person"),
    ],
)
def test_what_cannot_be_chosen(run: Run, tmp_path: Path, arguments: list[str], told: str) -> None:
    """
    A wrong criterion is one line that says what would be right, and nothing is written.
    """
    code, out, err = run("export", "geojson", "-o", tmp_path / "out", *arguments)
    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err
    assert not list(tmp_path.iterdir())


def test_tables_are_those_of_the_catalogue() -> None:
    """
    Every table that the catalogue has can be chosen from.
    """
    attributes = {name for name in dir(ds.catalogue()) if not name.startswith("_")}
    assert set(TABLES) == {name for name in attributes if isinstance(getattr(ds.catalogue(), name), Table)}


def test_formats_are_listed(run: Run) -> None:
    """
    The list has every format, with what it holds and lacks.
    """
    code, out, _ = run("formats", "--format", "json")
    rows = {row["name"]: row for row in json.loads(out)}
    assert (0, [format.name for format in ds.formats()]) == (code, list(rows))
    assert ("everything", "") == (rows["json"]["carries"], rows["json"]["lacks"])


def test_atlas_is_an_export(run: Run) -> None:
    """
    The verb `atlas` writes what `export atlas` writes, of the same selection.
    """
    chosen = ("--of", "places", "--where", "country=TJ")
    assert run("export", "atlas", *chosen) == run("atlas", *chosen)
    code, out, err = run("atlas", *chosen)
    assert (0, "", "<!doctype html>") == (code, err, out[:15])
