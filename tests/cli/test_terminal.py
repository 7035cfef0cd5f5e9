"""
The command on a terminal: colours, widths, and what other people's data may not do there.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import sys
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from struct import pack
from subprocess import Popen
from termios import TIOCSWINSZ
from unicodedata import combining, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.cli.command import _parser
from destalinization.cli.examples import EXAMPLES
from destalinization.cli.terminal import columns, fit, plain
from destalinization.cli.text import table

Run = Callable[..., tuple[int, str, str]]

ESCAPE = "\x1b["
CODES = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(*arguments: str | Path, width: int = 80, environment: dict[str, str] | None = None) -> str:
    """
    Run the command on a terminal of its own, and give what appears there.
    """
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", 24, width, 0, 0))
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    command = [sys.executable, "-m", "destalinization", *map(str, arguments)]
    with Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env={**kept, "TERM": "xterm", **(environment or {})}
    ):
        os.close(theirs)
        shown = b""
        while piece := _read(ours):
            shown += piece
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """
    Read what appears, nothing once the command has ended.
    """
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_colours_on_a_terminal(mini_folder: Path) -> None:
    """
    On a terminal heads are bold, rules dim, and grades coloured; without the codes it is the text of a pipe.
    """
    question = ("--data", mini_folder, "find", "Stalino", "--on", "1950")
    shown = on_terminal(*question, width=200)
    styles = ["\x1b[1mform", "\x1b[2m-------", "\x1b[32mcertain\x1b[0m"]
    assert [] == [style for style in styles if style not in shown]
    without = [line.rstrip() for line in CODES.sub("", shown).splitlines()]
    assert without == on_terminal(*question, width=200, environment={"NO_COLOR": "1"}).splitlines()


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "0"}, False),
        ({"NO_COLOR": ""}, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
)
def test_colours_are_as_wished(mini_folder: Path, environment: dict[str, str], coloured: bool) -> None:
    """
    NO_COLOR switches colours off, whatever else is set; FORCE_COLOR on; a dumb terminal has none.
    """
    assert coloured is (ESCAPE in on_terminal("--data", mini_folder, "events", environment=environment))


@pytest.mark.parametrize("arguments", [["events"], ["show", "volgograd"], ["name-on", "volgograd", "1961-11-10"]])
def test_no_colours_in_a_pipe(on_mini: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    """
    What goes elsewhere than to a terminal has colours only where they are forced.
    """
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    _, out, _ = on_mini(*arguments)
    monkeypatch.setenv("FORCE_COLOR", "1")
    _, forced, _ = on_mini(*arguments)
    assert (False, True) == (ESCAPE in out, ESCAPE in forced)


@pytest.mark.parametrize("format", ["json", "csv"])
def test_no_colours_for_machines(on_mini: Run, monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    """
    JSON and CSV are never coloured.
    """
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert ESCAPE not in on_mini("claims", "--format", format)[1]


@pytest.mark.parametrize("width", [30, 60, 80, 120])
@pytest.mark.parametrize("verb", [["find", "Stalino", "--on", "1950"], ["claims"], ["renamings"], ["stats"]])
def test_tables_fit_the_terminal(mini_folder: Path, verb: list[str], width: int) -> None:
    """
    No line of a table is wider than the terminal, but the last, which counts.
    """
    lines = CODES.sub("", on_terminal("--data", mini_folder, *verb, width=width)).splitlines()
    assert max(map(columns, lines[:-1])) <= width
    assert len({line.count("  ") for line in lines[1:2]}) == 1


def test_columns_that_do_not_fit_are_named() -> None:
    """
    Where columns cannot be narrower, the last are left out, and the last line says which.
    """
    rows = [dict.fromkeys(("one", "two", "three"), "x" * 30)]
    lines = list(table(rows, ["one", "two", "three"], 27))
    assert ["one           two", f"{'-' * 12}  {'-' * 13}", f"{'x' * 11}…  {'x' * 12}…"] == lines[:3]
    assert "1 row, without three: the terminal is too narrow" == lines[3]


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("Stalino", 7),
        ("Сталино", 7),
        ("Стали\N{COMBINING ACUTE ACCENT}но", 7),
        ("斯大林格勒", 10),
        ("スターリン", 10),
        ("სტალინირი", 9),
        ("e\N{COMBINING CIRCUMFLEX ACCENT}\N{COMBINING DOT BELOW}", 1),
        ("a\N{ZERO WIDTH JOINER}b\N{SOFT HYPHEN}", 2),
        ("ｱ", 1),
        ("Ａ", 2),
        ("", 0),
    ],
)
def test_columns_of_a_text(text: str, width: int) -> None:
    """
    Wide letters take two columns, marks on other letters none.
    """
    assert width == columns(text)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])), st.integers(1, 30))
def test_fitted_text_takes_its_width(text: str, width: int) -> None:
    """
    Whatever a text is made of, cut or filled it takes the columns that it should, less one where a wide letter is cut.
    """
    fitted = fit(text, width)
    wide = any(east_asian_width(sign) in "WF" and not combining(sign) for sign in text)
    assert columns(fitted) == width
    assert fitted.startswith(text) or "…" in fitted
    assert wide or columns(text) > width or fitted.rstrip() == text.rstrip()


def test_table_of_mixed_scripts_is_aligned() -> None:
    """
    The second column begins in the same column of the terminal in each line.
    """
    names = ["Stalino", "Стали\N{COMBINING ACUTE ACCENT}но", "斯大林格勒", "სტალინირი"]
    lines = list(table([{"name": name, "kind": "|"} for name in names], ["name", "kind"], 80))
    assert {12} == {columns(line.partition("|")[0]) for line in lines[2:-1]}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a b"),
        ("\x1b[2J\x1b]0;title\x07x", "[2J ]0;title x"),
        ("a\x9b31mb", "a 31mb"),
        ("a\r\nb\tc", "a b c"),
        ("Сталино", "Сталино"),
    ],
)
def test_data_do_not_steer_the_terminal(text: str, shown: str) -> None:
    """
    Control characters of the data never reach the terminal, and a cell is one line.
    """
    assert (shown, [shown]) == (plain(text), [line.rstrip() for line in table([{"x": text}], ["x"], 80)][2:3])


@pytest.mark.parametrize("verb", EXAMPLES)
def test_help_has_examples(run: Run, verb: str) -> None:
    """
    The help of each verb ends with its examples.
    """
    code, out, _ = run(verb, "--help")
    assert (0, [f"  destalinization {example}" for example in EXAMPLES[verb]]) == (
        code,
        out.rpartition("examples:\n")[2].splitlines(),
    )


def test_every_verb_has_examples() -> None:
    """
    There are examples for all verbs, and for nothing else.
    """
    (verbs,) = [action.choices for action in _parser()._actions if isinstance(action.choices, dict)]
    assert set(verbs) == set(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES["serve"])
def test_examples_of_what_runs_on_are_understood(example: str) -> None:
    """
    The service would answer until it is stopped; its examples are calls that there are.
    """
    assert "serve" == _parser().parse_args(shlex.split(example)).verb.__name__


@pytest.mark.parametrize(
    "example", [example for verb, examples in EXAMPLES.items() if verb != "serve" for example in examples]
)
def test_examples_run(
    run: Run, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mini_folder: Path
) -> None:
    """
    Each example runs as it stands, in a folder that has the files that it names.
    """
    monkeypatch.chdir(tmp_path)
    Path("memoir.txt").write_text("Он жил в Сталинабаде.", encoding="utf-8")
    for name in ("old.json", "new.json"):
        Path(name).write_text('{"places": []}', encoding="utf-8")
    Path("my-data").mkdir()
    for file in mini_folder.glob("*.json"):
        Path("my-data", file.name).write_bytes(file.read_bytes() if file.name == "release.json" else b"[]")
    Path("my-data", "redirects.json").write_text("{}", encoding="utf-8")
    code, out, err = run(*shlex.split(example))
    assert (0, True) == (code, bool(out) or "-o" in example or "check" in example), err
