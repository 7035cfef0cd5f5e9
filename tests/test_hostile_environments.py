"""
Odd environments: the answers are the same in each, and what cannot be done is one clear error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from children import command, complaint, needs_permissions, powerless, python

import destalinization

PACKAGE = Path(destalinization.__file__).parent

ANSWERS = """
import sys
import destalinization as ds
from hashlib import sha256
from destalinization.exporters.registry import writer_of

place, mini = ds.places["dushanbe"], ds.Catalogue.from_directory(sys.argv[1])
told = [
    place, str(place), ds.__version__, ds.__data_version__, ds.find("Сталино"), ds.name_on("volgograd", "1961-11-10"),
    ds.date_names(["Stalinabad", "Molotov"]), ds.renamings.where(removes="joseph-stalin").ids(), ds.cite(place),
    ds.annotate("Он жил в Сталинабаде.", catalogue=mini), ds.from_json(ds.to_json(place), of=ds.Place) == place,
    ds.from_json(ds.to_json(mini)) == mini, ds.date_text("Stalingrad", catalogue=mini), place._repr_html_(),
    len(ds.schema()), [str(format) for format in ds.formats()],
]
for format in ("json", "atlas", "geojson", "turtle", "csv", "sqlite"):
    pieces = writer_of(format)(mini, mini)
    whole = b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    told.append((format, len(whole), sha256(whole).hexdigest()))
print(ascii(told))
"""
"""Asks of everything that reads a file of the package, or writes, compares or hashes letters beyond ASCII."""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    A script that prints answers.
    """
    path = tmp_path_factory.mktemp("script") / "answers.py"
    path.write_text(ANSWERS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def answers(script: Path, mini_folder: Path) -> bytes:
    """
    The answers in the environment of the tests.
    """
    done = python(script, mini_folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def copied(folder: Path) -> Path:
    """
    Copy the package without its bytecode, and give the folder that it is imported from.
    """
    unwanted = shutil.ignore_patterns("__pycache__", "front")
    shutil.copytree(PACKAGE, folder / "destalinization", ignore=unwanted)
    return folder


@pytest.mark.parametrize(
    "environment",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"HOME": None, "USERPROFILE": None, "XDG_CACHE_HOME": None},
        {"HOME": "/nonexistent", "TMPDIR": "/nonexistent", "TZ": "nowhere", "COLUMNS": "-1", "TERM": "no-such"},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONNODEBUGRANGES": "1", "PYTHONINTMAXSTRDIGITS": "640"},
    ],
    ids="-".join,
)
def test_variables(script: Path, mini_folder: Path, answers: bytes, environment: dict[str, str | None]) -> None:
    """
    No variable of the environment changes an answer.
    """
    done = python(script, mini_folder, environment=environment)
    assert (0, answers, b"") == (done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    "flags",
    [
        ("-OO",),
        ("-W", "error", "-X", "warn_default_encoding", "-bb"),
        ("-X", "dev", "-W", "error"),
        ("-X", "frozen_modules=off", "-X", "no_debug_ranges", "-B", "-u"),
    ],
    ids=" ".join,
)
def test_flags(script: Path, mini_folder: Path, answers: bytes, flags: tuple[str, ...]) -> None:
    """
    No flag of the interpreter changes an answer, and nothing warns.
    """
    done = python(script, mini_folder, flags=flags)
    assert (0, answers, b"") == (done.returncode, done.stdout, done.stderr)


def test_isolated(script: Path, mini_folder: Path, answers: bytes) -> None:
    """
    With neither the user's packages nor the variables of Python the answers are the same; where the package is found
    by such a variable alone, its folder is given by hand.
    """
    code = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); del sys.argv[0]; runpy.run_path(sys.argv[0])"
    done = python("-c", code, PACKAGE.parent, script, mini_folder, flags=("-I",))
    assert (0, answers, b"") == (done.returncode, done.stdout, done.stderr)


def test_times_of_imports(script: Path, mini_folder: Path, answers: bytes) -> None:
    """
    Where the times of imports are told, they stand on standard error alone.
    """
    done = python(script, mini_folder, flags=("-X", "importtime"))
    assert (0, answers, set()) == (
        done.returncode,
        done.stdout,
        {line[:12] for line in done.stderr.splitlines()} - {b"import time:"},
    )


def test_package_in_a_zip(script: Path, mini_folder: Path, answers: bytes, tmp_path: Path) -> None:
    """
    The package works from within a zip: its data, the atlas's page and all formats are read out of that.
    """
    folder, archive = copied(tmp_path / "unpacked"), tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in sorted(folder.rglob("*")):
            made.write(path, path.relative_to(folder))
    code = "import destalinization, runpy, sys; del sys.argv[0]; runpy.run_path(sys.argv[0])"
    code += "; assert 'package.zip' in destalinization.__file__"
    done = python("-c", code, script, mini_folder, environment={"PYTHONPATH": str(archive)})
    assert (0, answers, b"") == (done.returncode, done.stdout, done.stderr)


def test_package_that_may_not_be_written(script: Path, mini_folder: Path, answers: bytes, tmp_path: Path) -> None:
    """
    A package in folders that nobody may write to, without bytecode, works, and stays as it was.
    """
    needs_permissions()
    folder = copied(tmp_path / "installed")
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = python(script, mini_folder, environment={"PYTHONPATH": str(folder)}, before=powerless)
        fixed = command("check", "--fix", environment={"PYTHONPATH": str(folder)}, before=powerless)
        left = [path for path in folder.rglob("*") if path not in paths]
    finally:
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert (0, answers, b"", []) == (done.returncode, done.stdout, done.stderr, left)
    assert "Permission denied" in complaint(fixed)


def test_folder_that_is_gone(script: Path, mini_folder: Path, answers: bytes, tmp_path: Path) -> None:
    """
    In a folder that was removed the answers are the same, and a file beside nothing cannot be written.
    """
    gone = tmp_path / "gone"

    def leave() -> None:
        gone.mkdir(exist_ok=True)
        os.chdir(gone)
        gone.rmdir()

    done = python(script, mini_folder, before=leave)
    assert (0, answers, b"") == (done.returncode, done.stdout, done.stderr)
    assert "out.json: No such file or directory" == complaint(command("export", "json", "-o", "out.json", before=leave))


def closing(*descriptors: int) -> dict[str, object]:
    """
    Give the options by which a child begins with closed standard streams.
    """

    def close() -> None:
        for descriptor in descriptors:
            os.close(descriptor)

    return {"before": close}


@pytest.mark.parametrize(
    "arguments", ["stats --short", "export sqlite", "formats --format csv", "show dushanbe --format json", "--version"]
)
def test_closed_output_is_told(arguments: str) -> None:
    """
    What cannot be printed, since standard output is closed, is one error; it never goes to another file.
    """
    done = command(*arguments.split(), **closing(1))
    assert "standard output: Bad file descriptor" == complaint(done)


@pytest.mark.parametrize("arguments", ["annotate -", "date --text -"])
def test_closed_input_is_told(arguments: str, mini_folder: Path) -> None:
    """
    What cannot be read, since standard input is closed, is one error.
    """
    done = command("--data", mini_folder, *arguments.split(), **closing(0))
    assert ("standard input: Bad file descriptor", b"") == (complaint(done), done.stdout)


def test_closed_streams_are_not_missed(tmp_path: Path, mini_folder: Path) -> None:
    """
    What needs no standard stream works without any.
    """
    path = tmp_path / "out.json"
    done = command("--data", mini_folder, "export", "json", "-o", path, **closing(0, 1, 2))
    assert (0, True) == (done.returncode, path.read_bytes().endswith(b"}\n"))


@pytest.mark.parametrize("arguments", [["show", "atlantis"], ["find"], ["check", "/nonexistent"]])
def test_complaints_never_stand_among_results(arguments: list[str]) -> None:
    """
    Where standard error is closed, a complaint is lost; the exit code still tells.
    """
    done = command(*arguments, **closing(2))
    assert (2, b"") == (done.returncode, done.stdout)


@pytest.mark.skipif(shutil.which("head") is None, reason="there is no head here")
@pytest.mark.parametrize("arguments", ["export json", "annotate --format jsonl -", "formats --format json"])
def test_reader_that_stops(arguments: str, tmp_path: Path, mini_folder: Path) -> None:
    """
    A reader that takes two lines and goes is no reason to complain.
    """
    text = tmp_path / "text.txt"
    text.write_text("Он жил в Сталинабаде.\n" * 2_000, encoding="utf-8")
    told = f'"{sys.executable}" -m destalinization --data "{mini_folder}" {arguments} < "{text}"'
    told += ' | head -n 2; exit "${PIPESTATUS[0]}"'
    done = subprocess.run(["bash", "-c", told], capture_output=True, timeout=60, check=False)
    assert (0, 2, b"") == (done.returncode, done.stdout.count(b"\n"), done.stderr)
