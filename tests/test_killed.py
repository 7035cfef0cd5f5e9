"""
A command that is killed while it writes leaves the old file or the new one, and never half of one.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from hashlib import sha256
from pathlib import Path
from typing import Any

import killing
import pytest
from children import python

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")

KILLS = 30


def outcomes(before: Path, *arguments: object) -> list[dict[str, Any]]:
    """
    Kill a command at thirty moments, by turns with each signal, and give what each leaves.
    """
    done = python(killing.__file__, before, KILLS, *arguments)
    assert not done.returncode, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def hold(found: list[dict[str, Any]], before: dict[str, str]) -> None:
    """
    Hold what is left of files against what was there before and what a whole run leaves.
    """
    whole, *killed = found
    assert (whole["code"], len(killed)) == (0, KILLS)
    assert {-signal.SIGKILL, 128 + signal.SIGTERM, 128 + signal.SIGINT} <= {outcome["code"] for outcome in killed}
    for outcome in killed:
        beside = {name for name in outcome["files"] if name.endswith(".part")}
        assert outcome["signal"] == signal.SIGKILL or not beside
        assert "Traceback" not in outcome["errors"]
        assert outcome["code"] in {0, -outcome["signal"], 128 + outcome["signal"], killing.EARLY}
        for name in {*before, *whole["files"], *outcome["files"]} - beside:
            assert outcome["files"].get(name) in {before.get(name), whole["files"].get(name)}


@pytest.mark.parametrize("format", ["json", "csv", "sqlite", "geopackage", "atlas"])
def test_an_export_leaves_the_old_file_or_the_new(format: str, tmp_path: Path, mini_folder: Path) -> None:
    """
    Whenever an export is killed, the file is as it was or as it should be; only SIGKILL leaves anything beside it.
    """
    before = tmp_path / "before"
    before.mkdir()
    (before / "out").write_bytes(b"old")
    found = outcomes(before, "--data", mini_folder, "export", format, "-o", "{}/out")
    hold(found, {"out": sha256(b"old").hexdigest()})
    assert found[0]["files"].keys() == {"out"}


def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, mini_folder: Path) -> None:
    """
    Whenever annotating into a new file is killed, it is whole or absent.
    """
    (tmp_path / "text.txt").write_text("Он жил в Волгограде. " * 100, encoding="utf-8")
    (tmp_path / "before").mkdir()
    text = ("annotate", tmp_path / "text.txt", "--format", "jsonl", "-o", "{}/out")
    hold(outcomes(tmp_path / "before", "--data", mini_folder, *text), {})


def test_mending_data_files_loses_no_record(tmp_path: Path, mini_folder: Path) -> None:
    """
    Whenever `check --fix` is killed while it moves places between files, each is still in one of them.
    """
    before = tmp_path / "before"
    shutil.copytree(mini_folder, before)
    places = before / "places"
    german, russian = ((places / name).read_bytes() for name in ("de.json", "ru.json"))
    (places / "de.json").write_bytes(russian)
    (places / "ru.json").write_bytes(german)
    files = {path.relative_to(before).as_posix(): path for path in before.rglob("*.*")}
    found = outcomes(before, "check", "{}", "--fix")
    hold(found, {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items()})
    ids = [place["id"] for content in (german, russian) for place in json.loads(content)]
    assert all(f'"id": "{id}"' in outcome["text"] for outcome in found for id in ids)
