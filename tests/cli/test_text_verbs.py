"""
The verbs for texts: annotate, patterns, and date with a text.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from destalinization.cli import command
from destalinization.exporters import annotated

Run = Callable[..., tuple[int, str, str]]
TEXT = "Он родился в Сталинабаде, служил в Ворошиловграде."


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """
    A file with a text.
    """
    path = tmp_path / "memoir.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


class Stdin:
    """
    Standard input with some bytes in it.
    """

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_annotate_tells_each_place(run: Run, text: Path) -> None:
    """
    A line a mention: where it stands, what it is and why.
    """
    code, out, err = run("annotate", text)
    lines = out.splitlines()
    assert (0, "", 2) == (code, err, len(lines))
    assert f"{text}:13  Сталинабаде  place, certain (“в” beside it): dushanbe" in lines[0]


@pytest.mark.parametrize("format", command.ANNOTATIONS)
def test_formats(run: Run, text: Path, tmp_path: Path, format: str) -> None:
    """
    Each format goes to standard output and, the same, to a file.
    """
    target = tmp_path / "out"
    code, out, _ = run("annotate", text, "--format", format)
    again = run("annotate", text, "--format", format, "-o", target)
    assert (0, (0, "", ""), out) == (code, again, target.read_text(encoding="utf-8"))
    assert "dushanbe" in out


def test_the_formats_of_the_command_are_those_of_the_exporter() -> None:
    """
    The command offers what can be written, no more and no less.
    """
    assert command.ANNOTATIONS == annotated.formats()


def test_several_files_and_standard_input(run: Run, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Files come in their order, and a dash is standard input.
    """
    monkeypatch.setattr(sys, "stdin", Stdin("в Сталиногорске".encode()))
    code, out, _ = run("annotate", text, "-", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert (0, ["dushanbe", "luhansk", "novomoskovsk-russia"]) == (code, [row["bearer"] for row in rows])
    assert [str(text), str(text), "-"] == [row["file"] for row in rows]


def test_options(run: Run, text: Path) -> None:
    """
    A date, a language and the wish for everything are heeded.
    """
    assert (0, "", "") == run("annotate", text, "--on", "1995")
    assert (0, "", "") == run("annotate", text, "--language", "de")
    assert 2 == len(run("annotate", text, "--on", "auto")[1].splitlines())
    assert 2 == len(run("annotate", text, "--everything", "--on", "1995")[1].splitlines())


def test_broken_bytes(run: Run, tmp_path: Path) -> None:
    """
    They are an error with file and offset, no file is left behind, and on request they are replaced.
    """
    path, target = tmp_path / "broken.txt", tmp_path / "out.csv"
    path.write_bytes("Сталинабад ".encode() + b"\xff")
    told = "byte 21 (0xff) is not UTF-8; convert the file, or replace what is broken (--errors replace)"
    assert (2, "", f"destalinization: {path}: {told}\n") == run("annotate", path, "--format", "csv", "-o", target)
    assert [path] == list(tmp_path.iterdir())
    code, out, _ = run("annotate", path, "--errors", "replace")
    assert (0, True) == (code, "dushanbe" in out)


def test_an_old_file_stays_when_something_is_wrong(run: Run, tmp_path: Path) -> None:
    """
    A file that was there before is as it was.
    """
    path, target = tmp_path / "broken.txt", tmp_path / "out.csv"
    path.write_bytes(b"\xff")
    target.write_text("old", encoding="utf-8")
    assert 2 == run("annotate", path, "--format", "csv", "-o", target)[0]
    assert "old" == target.read_text(encoding="utf-8")


def test_a_missing_file(run: Run, tmp_path: Path) -> None:
    """
    A file that is not there is one line of error.
    """
    missing = tmp_path / "missing.txt"
    assert (2, "", f"destalinization: {missing}: No such file or directory\n") == run("annotate", missing)


def test_progress_on_a_terminal(run: Run, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where standard error is a terminal, it says how far the file has been read; elsewhere it does not.
    """
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    _, _, err = run("annotate", text)
    assert f"{text}: 100 %" in err


def test_dating_a_text(run: Run, text: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file, or standard input, is dated by its names, with how many speak for it and against it.
    """
    code, out, _ = run("date", "--text", text, "--format", "json")
    row = json.loads(out)[0]
    assert (0, "1935-11-05", "1958-03-04", "2", "0") == (
        code, row["earliest"], row["latest"], row["mentions"], row["against"]
    )  # fmt: skip
    monkeypatch.setattr(sys, "stdin", Stdin(TEXT.encode()))
    assert (0, out, "") == run("date", "--text", "-", "--format", "json")


@pytest.mark.parametrize("arguments", [["date"], ["date", "Stalino", "--text", "x"]])
def test_date_takes_one_thing(run: Run, arguments: list[str]) -> None:
    """
    Names or a text, not both and not neither.
    """
    code, out, err = run(*arguments)
    assert (2, "", True) == (code, out, err.startswith("usage: destalinization date"))


def test_patterns(run: Run, tmp_path: Path) -> None:
    """
    A JSON object a line, on standard output or in a file.
    """
    target = tmp_path / "patterns.jsonl"
    code, out, _ = run("patterns", "--language", "en")
    assert (0, {"label": "GPE", "pattern": "Stalinabad", "id": "dushanbe"}) == (
        code,
        next(row for row in map(json.loads, out.splitlines()) if row["pattern"] == "Stalinabad"),
    )
    assert (0, "", "") == run("patterns", "--language", "en", "-o", target)
    assert out == target.read_text(encoding="utf-8")
