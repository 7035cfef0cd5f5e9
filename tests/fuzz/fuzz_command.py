"""
Any arguments of the command: it ends with 0, 1 or 2, and complains on standard error alone, without a traceback.
"""

from __future__ import annotations

import io
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from unittest import mock

import destalinization.cli.verbs
from destalinization.cli import main

MINI = Path(__file__).parents[1] / "data" / "mini"
CALLS = (
    "show dushanbe", "show volgograd/volgograd --format json", "find Stalino --on 1950 --country UA --kind city",
    "find Сталинабад --honours joseph-stalin --format csv", "find Stalinabda --fuzzy", "name-on volgograd 1961-11-10",
    "name-on dushanbe 1950 --format json", "date Stalinabad Molotov", "date --text -", "annotate -",
    "annotate --on auto --format tei -", "annotate text.txt --errors replace --everything --format jsonl -o out.txt",
    "patterns --language ru", "renamings --removes joseph-stalin --during 1961 --certainly", "on 1961-11-11",
    "events --kind congress --during 1953/1964", "claims --status contradicted --section x", "formats --format json",
    "--data data export json -o out.json", "--data data export renamings --where country=TJ",
    "--data data export geojson --of renamings --where removes=joseph-stalin --where during=1961",
    "--data data atlas -o a.html", "--data data export sqlite -o out.db", "--data data export turtle --of people",
    "check data", "check data --fix", "check", "diff out.json out.json --format json", "diff text.txt data",
    "stats --short", "stats --format csv", "--version", "--help", "find --help", "--data data stats",
    "--data none on 1961",
)  # fmt: skip
WORDS = tuple(sorted({word for call in CALLS for word in call.split()}))


def seeds() -> Iterator[bytes]:
    """
    Give calls, each after what stands on standard input.
    """
    for call in CALLS:
        yield f"Он жил в Сталинабаде.\n{call}".encode()


def check(data: bytes) -> None:
    """
    Run the command in a folder of its own, with what stands in the last line as its arguments.
    """
    stdin, _, line = data.rpartition(b"\n")
    try:
        arguments = shlex.split(line.decode(errors="surrogateescape"))
    except ValueError:
        return
    if "serve" in arguments or any(map(_leads_out, arguments)):
        return
    out, err = _stream(b""), _stream(b"")
    with _Home(), mock.patch.object(sys, "stdin", _stream(stdin)), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else -1
        out.flush()
        err.flush()
    told = err.buffer.getvalue().decode()  # type: ignore[attr-defined]
    assert code in {0, 1, 2}
    assert "Traceback" not in told
    assert code != 2 or told.startswith(("destalinization: ", "usage: "))


def _leads_out(argument: str) -> bool:
    """
    Say whether an argument may be a path that leads out of the folder, which is none of the fuzzer's business.
    """
    return "/" in argument and (argument.startswith(("/", "-")) or ".." in argument or "=/" in argument)


def _stream(content: bytes) -> io.TextIOWrapper:
    """
    Make a standard stream.
    """
    return io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", errors="surrogateescape")


class _Home:
    """
    A folder that the command runs in and takes its bundled data from, where it may write; made anew when it has.
    """

    def __enter__(self) -> None:
        folder = _folder()
        self.before = Path.cwd()
        os.chdir(folder)
        self.patch = mock.patch.object(destalinization.cli.verbs, "_bundled_folder", return_value=str(folder / "data"))
        self.patch.start()

    def __exit__(self, *_: object) -> None:
        self.patch.stop()
        os.chdir(self.before)
        for path in _folder().iterdir():
            if path.name not in {"data", "text.txt"}:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


@cache
def _folder() -> Path:
    """
    Make a folder with a copy of the small data set and a text.
    """
    made = Path(tempfile.mkdtemp(prefix="fuzz-"))
    shutil.copytree(MINI, made / "data")
    (made / "text.txt").write_text("Он жил в Сталинабаде.", encoding="utf-8")
    return made
