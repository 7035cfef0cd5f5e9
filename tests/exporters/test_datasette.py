"""
Metadata for Datasette, served by Datasette itself with the SQLite database.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from databases import written

import destalinization as ds
from destalinization.exporters.queries import QUERIES
from destalinization.relational import TABLES
from destalinization.store.catalogue import Catalogue

STALINO = [
    ("chayli-tartar", "AZ", None, None), ("donetsk", "UA", "1929~", "1961-11-09"),
    ("malye-shigali", "RU", "1928", "1962-03-27"), ("murgap-turkmenistan", "TM", "1940?", "1961-11-14"),
    ("poznanka-persha", "UA", None, None), ("shahrixon", "UZ", "1933", None),
    ("volodarskogo-moscow-oblast", "RU", None, None),
]  # fmt: skip


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A folder with the database and its metadata.
    """
    folder = tmp_path_factory.mktemp("datasette")
    ds.export("sqlite", folder / "destalinization.db")
    ds.export("datasette", folder / "metadata.json")
    return folder


def served(folder: Path, path: str, **parameters: str) -> Any:
    """
    Ask Datasette for an address.
    """
    pytest.importorskip("datasette", reason="datasette is installed with the group judges")
    address = f"{path}?{urlencode({'_shape': 'array', **parameters})}"
    command = [sys.executable, "-m", "datasette", "destalinization.db", "-m", "metadata.json", "--get", address]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert 0 == result.returncode, result.stderr + result.stdout
    return json.loads(result.stdout)


def test_the_name_on_a_date(folder: Path) -> None:
    """
    Dushanbe was Stalinabad on 1 June 1950.
    """
    answer = served(folder, "/destalinization/name_on_a_date.json", bearer="dushanbe", date="1950-06-01")
    assert [("Stalinabad", "certain", "1929-10-19", "1961", "dushanbe/stalinabad")] == [
        (row["name"], row["grade"], row["since"], row["before"], row["id"]) for row in answer
    ]


@pytest.mark.parametrize("name", ["Stalino", "stalíno"])
def test_the_bearers_of_a_name(folder: Path, name: str) -> None:
    """
    Seven bearers were ever called Stalino; longer names that hold the word are others.
    """
    answer = served(folder, "/destalinization/bearers_of_a_name.json", name=name)
    assert STALINO == [(row["bearer"], row["country"], row["since"], row["before"]) for row in answer]
    assert {"Stalino"} == {row["name"] for row in answer}


def test_every_question_is_answered(folder: Path) -> None:
    """
    Datasette runs each question and gives rows.
    """
    values = {"bearer": "volgograd", "date": "1961-11-10", "name": "Сталинград", "person": "joseph-stalin"}
    for query in QUERIES:
        wanted = {key: value for key, value in values.items() if f":{key}" in query.sql}
        assert served(folder, f"/destalinization/{query.name}.json", **wanted), query.name


def test_renamings_of_stalins_names(folder: Path) -> None:
    """
    Every renaming that removes Stalin is told.
    """
    answer = served(folder, "/destalinization/renamings_of_a_persons_names.json", person="joseph-stalin")
    assert len(ds.renamings.where(removes="joseph-stalin")) == len(answer)
    assert ("Stalingrad", "Volgograd", "1961-11-10") in [(row["old"], row["new"], row["date"]) for row in answer]


def test_tables_are_described(folder: Path) -> None:
    """
    Datasette knows the licence, the source, and the meaning of tables and columns; the facets are columns.
    """
    told = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    assert ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0.html") == (told["license"], told["license_url"])
    assert ds.__data_version__ in told["title"]
    tables = told["databases"]["destalinization"]["tables"]
    for table in TABLES:
        names = {column.name: column.meaning for column in table.columns}
        assert names == tables[table.name]["columns"]
        assert set(tables[table.name].get("facets", ())) <= set(names)
        assert tables[table.name].get("label_column", table.columns[0].name) in names
    assert [{"id": "dushanbe"}] == served(folder, "/destalinization/bearers.json", id="dushanbe", _col="id")


def test_metadata_are_the_same_for_every_selection() -> None:
    """
    What is chosen does not change the metadata; without a release there is no licence in them.
    """
    assert written("datasette") == written("datasette", ds.places.where(country="TJ"))
    assert "license" not in json.loads(written("datasette", catalogue=Catalogue.from_records([])))
