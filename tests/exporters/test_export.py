"""
Exports: whole or absent, in a format that there is.
"""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.document import from_json, to_json
from destalinization.errors import UnknownTerm
from destalinization.exporters import export
from destalinization.store.catalogue import Catalogue


def test_export_gives_the_path(mini: Catalogue, tmp_path: Path) -> None:
    """
    An export says where it stands.
    """
    target = tmp_path / "mini.json"
    assert target == export("json", target, catalogue=mini)


def test_export_writes_the_whole(mini: Catalogue, tmp_path: Path) -> None:
    """
    Without a selection the whole catalogue is written, and read back the same.
    """
    assert mini == from_json(export("json", tmp_path / "mini.json", catalogue=mini).read_bytes())


def test_export_takes_the_bundled_data(tmp_path: Path) -> None:
    """
    Without a catalogue the bundled one is written.
    """
    assert ds.catalogue() == from_json(export("json", tmp_path / "all.json").read_bytes())


def test_export_takes_text_for_a_path(mini: Catalogue, tmp_path: Path) -> None:
    """
    A path may be given as text.
    """
    assert (tmp_path / "mini.json") == export("json", str(tmp_path / "mini.json"), catalogue=mini)


def test_export_is_what_to_json_gives(mini: Catalogue, tmp_path: Path) -> None:
    """
    The file holds the JSON document, in UTF-8 with Unix line ends.
    """
    assert to_json(mini).encode() == export("json", tmp_path / "mini.json", catalogue=mini).read_bytes()


def test_export_of_a_selection(mini: Catalogue, tmp_path: Path) -> None:
    """
    A selection is written with what it refers to, and no more.
    """
    path = export("json", tmp_path / "x.json", records=mini.places.where(kind="country"), catalogue=mini)
    assert from_json(path.read_bytes()).places.ids() == ("soviet-union",)


def test_export_of_a_table_takes_its_own_catalogue(mini: Catalogue, tmp_path: Path) -> None:
    """
    What a table refers to comes from the catalogue that the table is of.
    """
    made = from_json(export("json", tmp_path / "x.json", records=mini.acts).read_bytes())
    assert mini.release == made.release


def test_export_of_nothing(mini: Catalogue, tmp_path: Path) -> None:
    """
    An empty selection is not the whole: it is written as a document without records.
    """
    path = export("json", tmp_path / "x.json", records=mini.places.where(country="FR"), catalogue=mini)
    assert json.loads(path.read_bytes())["places"] == []


@pytest.mark.parametrize("format", ["xml", "JSON", "", "geo json"])
def test_unknown_format(tmp_path: Path, format: str) -> None:
    """
    A format that there is not is an error that names it and those that there are.
    """
    with pytest.raises(UnknownTerm) as caught:
        export(format, tmp_path / "x")
    assert (format, True) == (caught.value.term, "json" in caught.value.accepted)


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    """
    Where the format is wrong, no file is made.
    """
    with pytest.raises(UnknownTerm):
        export("xml", tmp_path / "x")
    assert not list(tmp_path.iterdir())


def test_missing_folder(mini: Catalogue, tmp_path: Path) -> None:
    """
    An export into a folder that is not there fails and makes none.
    """
    with pytest.raises(FileNotFoundError):
        export("json", tmp_path / "nowhere" / "mini.json", catalogue=mini)
    assert not list(tmp_path.iterdir())


def test_folder_instead_of_a_file(mini: Catalogue, tmp_path: Path) -> None:
    """
    An export cannot take the place of a folder, and leaves nothing beside it.
    """
    (tmp_path / "mini.json").mkdir()
    with pytest.raises(IsADirectoryError):
        export("json", tmp_path / "mini.json", catalogue=mini)
    assert [tmp_path / "mini.json"] == list(tmp_path.iterdir())


def test_export_replaces_an_older_file(mini: Catalogue, tmp_path: Path) -> None:
    """
    An older file of the name gives way to the new one, whole.
    """
    target = tmp_path / "mini.json"
    target.write_text("x" * 1_000_000, encoding="utf-8")
    assert mini == from_json(export("json", target, catalogue=mini).read_bytes())


@pytest.mark.parametrize("function", ["fsync", "replace"])
def test_failure_leaves_the_older_file_whole(
    mini: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    """
    Where writing fails on the way, as on a full disk, the older file is as it was, and nothing stands beside it.
    """
    target = tmp_path / "mini.json"
    target.write_text("old", encoding="utf-8")

    def fail(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if function == "fsync" else Path, function, fail)
    with pytest.raises(OSError, match="No space left"):
        export("json", target, catalogue=mini)
    assert {target: "old"} == {path: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}


def test_failure_in_the_records_leaves_the_older_file_whole(mini: Catalogue, tmp_path: Path) -> None:
    """
    Where the selection is no selection, the older file is as it was.
    """
    target = tmp_path / "mini.json"
    target.write_text("old", encoding="utf-8")
    wrong: Any = [7]
    with pytest.raises(TypeError):
        export("json", target, records=wrong, catalogue=mini)
    assert target.read_text(encoding="utf-8") == "old"


def test_new_file_has_the_usual_rights(mini: Catalogue, tmp_path: Path) -> None:
    """
    A new file can be read by whoever can read files made here, not by its owner alone.
    """
    plain = tmp_path / "plain"
    plain.touch()
    made = export("json", tmp_path / "mini.json", catalogue=mini)
    assert stat.S_IMODE(plain.stat().st_mode) == stat.S_IMODE(made.stat().st_mode)


def test_older_file_keeps_its_rights(mini: Catalogue, tmp_path: Path) -> None:
    """
    Replacing a file does not change who may read it.
    """
    target = tmp_path / "mini.json"
    target.touch()
    target.chmod(0o640)
    export("json", target, catalogue=mini)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_link_is_followed(mini: Catalogue, tmp_path: Path) -> None:
    """
    Where the path is a link, what it leads to is replaced, and the link stays.
    """
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    export("json", link, catalogue=mini)
    assert (link.is_symlink(), from_json(real.read_bytes())) == (True, mini)
