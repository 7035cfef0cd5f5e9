"""
Odd paths: links, pipes, folders that may not be read or written, full disks, names of any bytes.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from children import command, complaint, needs_permissions, powerless

from destalinization.store.catalogue import Catalogue

BYTES = os.fsdecode(b"caf\xe9\nbar\x1b[31m")
"""A name that is no UTF-8, of two lines, one of which would colour a terminal."""

FILES = ["topics.json", "redirects.json", "release.json", "places/zz.json"]


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, mini_folder: Path) -> Path:
    """
    A copy of the small data set.
    """
    return Path(shutil.copytree(mini_folder, tmp_path / "data"))


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def leading_nowhere(path: Path) -> None:
    path.symlink_to("/nonexistent")


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def subfolder(path: Path) -> None:
    path.mkdir()


INSTEAD: dict[Callable[[Path], None], str] = {
    circle: "Too many levels of symbolic links",
    leading_nowhere: "No such file or directory",
    pipe: "Not a regular file",
    device: "Not a regular file",
    subfolder: "Is a directory",
}
"""What may stand where a file should, and what is said of it."""


@pytest.mark.parametrize("make", INSTEAD)
@pytest.mark.parametrize("file", [*FILES, "places/xx.json"])
def test_what_is_no_file_is_told(folder: Path, file: str, make: Callable[[Path], None]) -> None:
    """
    What stands in the place of a data file without being one is an error that names it: it is not taken for a file
    that is not there, and not waited for.
    """
    path = folder / file
    path.unlink(missing_ok=True)
    make(path)
    with pytest.raises(OSError, match=INSTEAD[make]) as caught:
        Catalogue.from_directory(folder)
    assert str(path) == caught.value.filename


@pytest.mark.parametrize("make", [circle, leading_nowhere, pipe])
def test_what_is_no_folder_of_places_is_told(folder: Path, make: Callable[[Path], None]) -> None:
    """
    Places are not left out because their folder cannot be read.
    """
    shutil.rmtree(folder / "places")
    make(folder / "places")
    with pytest.raises(OSError, match="places"):
        Catalogue.from_directory(folder)


def test_links_to_files_and_folders_are_followed(folder: Path, mini: Catalogue, tmp_path: Path) -> None:
    """
    Data files and folders may be links; `check --fix` writes what they lead to, and they stay links.
    """
    (folder / "topics.json").rename(tmp_path / "elsewhere.json")
    (folder / "topics.json").symlink_to("../elsewhere.json")
    (folder / "places").rename(tmp_path / "elsewhere")
    (folder / "places").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "elsewhere.json").write_bytes((tmp_path / "elsewhere.json").read_bytes() + b"\n")
    assert mini == Catalogue.from_directory(tmp_path / "link")
    assert 0 == command("check", "--fix", tmp_path / "link").returncode
    assert ((folder / "topics.json").is_symlink(), (folder / "places").is_symlink()) == (True, True)
    assert mini == Catalogue.from_directory(folder)


@pytest.mark.parametrize("file", ["places", "topics.json", "places/ru.json", ""])
def test_what_may_not_be_read_is_told(folder: Path, file: str) -> None:
    """
    A file or folder that may not be read is an error that names it, and never counts as empty.
    """
    needs_permissions()
    path = folder / file
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        done = command("check", folder, before=powerless)
    finally:
        path.chmod(mode)
    assert "Permission denied" in complaint(done)
    assert str(path) in complaint(done)


@pytest.mark.parametrize("arguments", ["export json -o {}/out.json", "export sqlite -o {}/link", "check --fix {}/data"])
def test_what_may_not_be_written_is_told(tmp_path: Path, folder: Path, arguments: str) -> None:
    """
    Where nothing may be written, the error says where, and everything is as it was.
    """
    needs_permissions()
    (tmp_path / "link").symlink_to(folder / "out.db")
    (folder / "topics.json").write_bytes((folder / "topics.json").read_bytes() + b"\n")
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}
    for closed in (tmp_path, folder, folder / "places"):
        closed.chmod(0o555)
    try:
        done = command(*arguments.format(tmp_path).split(), before=powerless)
    finally:
        for closed in (tmp_path, folder, folder / "places"):
            closed.chmod(0o755)
    assert ("Permission denied" in complaint(done), str(tmp_path) in complaint(done)) == (True, True)
    assert before == {path: path.read_bytes() for path in folder.rglob("*.*")}


def short_of_space() -> None:
    """
    Let no file of this process grow beyond 64 KB, as on a full disk.
    """
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536))


@pytest.mark.parametrize("format", ["json", "sqlite", "csv", "atlas"])
def test_full_disks_are_told(tmp_path: Path, format: str) -> None:
    """
    Where the disk is full, the error names the file, the old one is whole, and nothing else is left.
    """
    path = tmp_path / "out"
    path.write_text("old", encoding="utf-8")
    done = command("export", format, "-o", path, before=short_of_space)
    assert f"{path}: File too large" == complaint(done)
    assert ("old", ["out"]) == (path.read_text(encoding="utf-8"), [path.name for path in tmp_path.iterdir()])


def test_full_disk_leaves_data_files_alone(folder: Path) -> None:
    """
    Where one of the data files cannot be written, all are as they were.
    """
    for file in ("acts.json", "topics.json", "places/ru.json"):
        (folder / file).write_bytes((folder / file).read_bytes() + b"\n")
    before = {path: path.read_bytes() for path in folder.rglob("*.*")}

    def shorter_of_space() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, 4_096))

    assert "File too large" in complaint(command("check", "--fix", folder, before=shorter_of_space))
    assert before == {path: path.read_bytes() for path in folder.rglob("*.*")}


def test_names_of_any_bytes(folder: Path, tmp_path: Path, mini: Catalogue) -> None:
    """
    Files and folders of any name are read and written, and errors about them are one line that steers no terminal.
    """
    odd = folder.rename(tmp_path / BYTES)
    assert 0 == command("--data", odd, "export", "json", "-o", odd / BYTES).returncode
    assert (odd / BYTES).read_bytes().endswith(b"}\n")
    assert mini == Catalogue.from_directory(odd)
    for arguments in (
        ["annotate", odd / "none"],
        ["check", odd / "none"],
        ["export", "json", "-o", odd / "none" / "x"],
    ):
        told = complaint(command(*arguments))
        assert ("\x1b" in told, r"caf\udce9" in told) == (False, True)


@pytest.mark.parametrize(
    "arguments",
    [["check", ""], ["check", "", "--fix"], ["--data", "", "stats"], ["annotate", ""], ["export", "json", "-o", ""]],
    ids=" ".join,
)
def test_an_empty_path_is_refused(arguments: list[str]) -> None:
    """
    An empty text, as a variable that is not set gives it, is no path, and does not mean the bundled data.
    """
    done = command(*arguments)
    assert (2, b"", True) == (done.returncode, done.stdout, b"'' is no path" in done.stderr)
