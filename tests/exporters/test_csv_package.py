"""
Tables as CSV in an archive: read back whole, and judged by those who made the rules.
"""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from examples import FEW
from hypothesis import given
from jsonschema import Draft7Validator, FormatChecker
from rebuild import rebuilt

import destalinization as ds
from destalinization.columns import Column
from destalinization.exporters.registry import writer_of
from destalinization.files import as_bytes
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.relational import TABLES
from destalinization.store.catalogue import Catalogue
from destalinization.strategies.catalogues import catalogues

SCHEMAS = os.environ.get("DESTALINIZATION_SCHEMAS")
READ: dict[str, Any] = {
    "integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__, "date": date.fromisoformat,
}  # fmt: skip
HOSTILE = ('Ста"лино', "a,b;c", "=1+1", "line\nbreak", "carriage\rreturn", " space ", "<b>&amp;", "’́")


def archive(thing: Any = None, catalogue: Catalogue | None = None) -> ZipFile:
    """
    Write an archive and open it.
    """
    own = catalogue or ds.catalogue()
    return ZipFile(io.BytesIO(b"".join(as_bytes(writer_of("csv")(own if thing is None else thing, own)))))


def rows(opened: ZipFile) -> dict[str, list[dict[str, Any]]]:
    """
    Read all tables, each value as the type of its column.
    """
    found = {}
    for table in TABLES:
        text = io.StringIO(opened.read(f"{table.name}.csv").decode(), newline="")
        columns = {column.name: column for column in table.columns}
        found[table.name] = [
            {key: value(columns[key], cell) for key, cell in row.items()} for row in csv.DictReader(text)
        ]
    return found


def value(column: Column, cell: str) -> Any:
    """
    Read a cell; an empty one is nothing.
    """
    return None if cell == "" else READ.get(column.type, str)(cell)


def town(*texts: str) -> Catalogue:
    """
    Make a catalogue of a town with names.
    """
    names = [Name(key=f"name-{number}", text=text, note=text) for number, text in enumerate(texts)]
    return Catalogue.from_records([Place(id="town", label=texts[0], kind="town", names=names)])


@pytest.fixture(scope="module", name="folder")
def _folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A folder with the whole data, unpacked.
    """
    folder = tmp_path_factory.mktemp("package")
    archive().extractall(folder)
    return folder


@pytest.fixture(scope="module", name="part")
def _part(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A folder with a part of the data, unpacked.
    """
    folder = tmp_path_factory.mktemp("part")
    archive(ds.places.where(country="TJ")).extractall(folder)
    return folder


def judged(*command: object) -> subprocess.CompletedProcess[str]:
    """
    Run a validator in a process of its own.
    """
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)


def spoilt(folder: Path, target: Path) -> None:
    """
    Copy a folder, and let a name belong to nobody.
    """
    for file in folder.iterdir():
        content = file.read_text(encoding="utf-8")
        if file.name == "names.csv":
            content = content.replace("dushanbe,stalinabad", "atlantis,stalinabad", 1)
            assert "atlantis" in content
        (target / file.name).write_text(content, encoding="utf-8", newline="")


def test_the_shipped_data_are_read_back() -> None:
    """
    The records that are made again from the archive are those that were written.
    """
    assert ds.catalogue() == rebuilt(rows(archive()))


@FEW
@given(catalogues().filter(lambda catalogue: not catalogue.redirects))
def test_any_data_are_read_back(catalogue: Catalogue) -> None:
    """
    Every lawful catalogue is read back from its archive.
    """
    assert catalogue == rebuilt(rows(archive(catalogue=catalogue)))


def test_hostile_names() -> None:
    """
    Quotes, separators and line ends of any kind are read back as they were.
    """
    assert list(HOSTILE) == [row["text"] for row in rows(archive(catalogue=town(*HOSTILE)))["names"]]


def test_nothing_to_write() -> None:
    """
    An empty catalogue gives all tables, without rows and without a version.
    """
    opened = archive(catalogue=Catalogue.from_records([]))
    assert {table.name: [] for table in TABLES} == rows(opened)
    told = json.loads(opened.read("datapackage.json"))
    assert {"version", "licenses", "sources", "created"} & told.keys() == set()


def test_the_same_bytes() -> None:
    """
    The archive bears no traces of when and where it was made, nor of the order of the selection.
    """
    chosen = [ds.places["dushanbe"], ds.places["volgograd"]]
    first, second = (
        b"".join(as_bytes(writer_of("csv")(selection, ds.catalogue()))) for selection in (chosen, chosen[::-1])
    )
    assert first == second
    assert {(1980, 1, 1, 0, 0, 0)} == {info.date_time for info in ZipFile(io.BytesIO(first)).infolist()}


def test_an_interrupt_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    To be interrupted in the middle of an entry is an interrupt, and no failure to end the archive.
    """
    entries = []

    def interrupted(self: ZipFile, *_: object) -> None:
        entries.append(self.open("half", "w"))
        raise KeyboardInterrupt

    monkeypatch.setattr(ZipFile, "writestr", interrupted)
    with pytest.raises(KeyboardInterrupt) as caught:
        archive()
    assert caught.value.__context__ is None


def test_a_selection() -> None:
    """
    A selection has what it refers to, and not the rest.
    """
    found = rows(archive([ds.changes["dushanbe/dushanbe"]]))
    assert ["dushanbe/dushanbe"] == [row["id"] for row in found["changes"]]
    assert "dushanbe" in {row["id"] for row in found["bearers"]}
    assert "volgograd" not in {row["id"] for row in found["bearers"]}


def test_the_descriptor_tells_version_licence_and_keys() -> None:
    """
    Version, day and licence are those of the release; keys lead to tables and columns that there are.
    """
    release = ds.catalogue().release
    assert release is not None
    told = json.loads(archive().read("datapackage.json"))
    assert (release.version, f"{release.date}T00:00:00Z") == (told["version"], told["created"])
    assert [{"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0.html"}] == told["licenses"]
    assert len(ds.sources) == len(told["sources"])
    names = next(resource for resource in told["resources"] if resource["name"] == "names")
    assert {"fields": ["bearer"], "reference": {"resource": "bearers", "fields": ["id"]}} in names["schema"][
        "foreignKeys"
    ]
    since = next(field for field in names["schema"]["fields"] if field["name"] == "since")
    assert ("string", True) == (since["type"], "pattern" in since["constraints"])


@pytest.mark.skipif(SCHEMAS is None, reason="DESTALINIZATION_SCHEMAS names no folder of schemas")
@pytest.mark.parametrize("folder_name", ["folder", "part"])
def test_the_descriptor_fits_the_schemas(folder_name: str, request: pytest.FixtureRequest) -> None:
    """
    The descriptor and its parts fit the schemas of Data Package 2.0.
    """
    folder = request.getfixturevalue(folder_name)
    told = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    parts = {
        "datapackage": [told],
        "dataresource": told["resources"],
        "tableschema": [resource["schema"] for resource in told["resources"]],
    }
    for name, instances in parts.items():
        schema = json.loads(Path(str(SCHEMAS), "dp2.0", f"{name}.json").read_text(encoding="utf-8"))
        validator = Draft7Validator(schema, format_checker=FormatChecker())
        assert [] == [error.message for instance in instances for error in validator.iter_errors(instance)]
        assert not validator.is_valid({"resources": "none", "name": 1, "fields": {}, "path": 3})


@pytest.mark.parametrize("folder_name", ["folder", "part"])
def test_frictionless_finds_nothing_wrong(folder_name: str, request: pytest.FixtureRequest) -> None:
    """
    Frictionless reads every value as its type and follows every key.
    """
    pytest.importorskip("frictionless", reason="frictionless is installed with the group judges")
    result = judged("-m", "frictionless", "validate", request.getfixturevalue(folder_name) / "datapackage.json")
    assert 0 == result.returncode, result.stdout
    assert len(TABLES) == result.stdout.count(" VALID ")


def test_frictionless_finds_a_broken_key(part: Path, tmp_path: Path) -> None:
    """
    A name of nobody is found, so the keys are told well.
    """
    pytest.importorskip("frictionless", reason="frictionless is installed with the group judges")
    spoilt(part, tmp_path)
    result = judged("-m", "frictionless", "validate", tmp_path / "datapackage.json")
    assert 1 == result.returncode
    assert "atlantis" in result.stdout


@pytest.mark.parametrize("folder_name", ["folder", "part"])
def test_csvw_finds_nothing_wrong(folder_name: str, request: pytest.FixtureRequest) -> None:
    """
    A strict validator of CSVW accepts the metadata and all rows.
    """
    pytest.importorskip("csvw", reason="csvw is installed with the group judges")
    metadata = request.getfixturevalue(folder_name) / "csv-metadata.json"
    program = "from csvw.__main__ import csvwvalidate; csvwvalidate()"
    result = judged("-c", program, metadata)
    assert (0, True) == (result.returncode, "OK" in result.stdout), result.stdout


def test_csvw_finds_a_broken_key(part: Path, tmp_path: Path) -> None:
    """
    A name of nobody is found, so the keys are told well.
    """
    pytest.importorskip("csvw", reason="csvw is installed with the group judges")
    spoilt(part, tmp_path)
    result = judged("-c", "from csvw.__main__ import csvwvalidate; csvwvalidate()", tmp_path / "csv-metadata.json")
    assert 0 != result.returncode
