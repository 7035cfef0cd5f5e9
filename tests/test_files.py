"""
Files: written whole, or not at all.
"""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from destalinization.files import write_all, write_whole

OLD = "old, and long enough to show what is left of it\n"


@pytest.fixture(name="target")
def _target(tmp_path: Path) -> Path:
    """
    A file that stands already.
    """
    path = tmp_path / "out.json"
    path.write_text(OLD, encoding="utf-8")
    return path


def names(folder: Path) -> list[str]:
    """
    List everything in a folder, hidden files too.
    """
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    """
    Give the permissions of a file.
    """
    return stat.S_IMODE(path.stat().st_mode)


def test_new_file_is_written(tmp_path: Path) -> None:
    """
    A file that was not there holds the text as UTF-8 with Unix line ends, and nothing else is left.
    """
    write_whole(tmp_path / "out.json", "Сталино\n\r\n")
    assert "Сталино\n\r\n".encode() == (tmp_path / "out.json").read_bytes()
    assert ["out.json"] == names(tmp_path)


def test_old_file_is_replaced(target: Path) -> None:
    """
    A file that was there holds the new text alone.
    """
    write_whole(target, "new")
    assert "new" == target.read_text(encoding="utf-8")
    assert ["out.json"] == names(target.parent)


@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o644, 0o755, 0o444])
def test_permissions_are_kept(target: Path, permissions: int) -> None:
    """
    A file that is replaced keeps its permissions.
    """
    target.chmod(permissions)
    write_whole(target, "new")
    assert permissions == mode(target)


@pytest.mark.parametrize(("mask", "permissions"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_new_file_follows_the_mask(tmp_path: Path, mask: int, permissions: int) -> None:
    """
    A new file has the permissions that the process gives its files, and the mask is as it was.
    """
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "out.json", "new")
        after = os.umask(mask)
    finally:
        os.umask(before)
    assert (permissions, mask) == (mode(tmp_path / "out.json"), after)


def test_link_leads_to_the_new_text(tmp_path: Path, target: Path) -> None:
    """
    Where the path is a link, the file that it leads to is replaced, and the link stays.
    """
    folder = tmp_path / "links"
    folder.mkdir()
    link = folder / "link.json"
    link.symlink_to(target)
    write_whole(link, "new")
    assert (True, "new", False) == (link.is_symlink(), target.read_text(encoding="utf-8"), target.is_symlink())
    assert ["link.json"] == names(folder)


def test_dangling_link_gets_its_file(tmp_path: Path) -> None:
    """
    A link that leads to no file yet makes that file.
    """
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "later.json")
    write_whole(link, "new")
    assert (True, "new") == (link.is_symlink(), (tmp_path / "later.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("where", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_failure_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, where: str, error: BaseException
) -> None:
    """
    Where writing, setting permissions or replacing fails or is broken off, the old file is whole and nothing is left.
    """

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(where, fail)
    with pytest.raises(type(error)):
        write_whole(target, "new")
    monkeypatch.undo()
    assert (OLD, ["out.json"]) == (target.read_text(encoding="utf-8"), names(target.parent))


def test_text_that_cannot_be_encoded_leaves_the_old_file(target: Path) -> None:
    """
    A text that is no UTF-8 is refused in the middle of writing, and the old file is whole.
    """
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "new" * 10_000 + "\ud800")
    assert (OLD, ["out.json"]) == (target.read_text(encoding="utf-8"), names(target.parent))


def test_failure_leaves_no_new_file(tmp_path: Path) -> None:
    """
    Where there was no file and writing fails, there is none afterwards.
    """
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "out.json", "\ud800")
    assert [] == names(tmp_path)


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    """
    A folder that is not there is not made.
    """
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "out.json", "new")
    assert [] == names(tmp_path)


def test_folder_in_the_place_of_the_file_is_an_error(tmp_path: Path) -> None:
    """
    A folder is not replaced by a file, and nothing is left beside it.
    """
    (tmp_path / "out.json").mkdir()
    with pytest.raises(OSError, match=r"out\.json"):
        write_whole(tmp_path / "out.json", "new")
    assert (["out.json"], True) == (names(tmp_path), (tmp_path / "out.json").is_dir())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
@pytest.mark.parametrize("linked", [False, True])
def test_pipe_gets_the_text_and_stays(tmp_path: Path, *, linked: bool) -> None:
    """
    A pipe is not replaced by a file, nor is one that a link leads to: whoever reads from it gets the text.
    """
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    link = tmp_path / "link"
    link.symlink_to(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(link if linked else pipe, "new\n")
        assert (b"new\n", True, ["link", "pipe"]) == (os.read(reader, 100), pipe.is_fifo(), names(tmp_path))
    finally:
        os.close(reader)


def test_refused_folder_is_an_error(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where no file can be made beside the target, the error comes through and the old file stays.
    """

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refuse)
    with pytest.raises(PermissionError) as caught:
        write_whole(target, "new")
    monkeypatch.undo()
    assert str(target) == caught.value.filename
    assert (OLD, ["out.json"]) == (target.read_text(encoding="utf-8"), names(target.parent))


def test_a_link_in_a_circle_is_an_error(tmp_path: Path) -> None:
    """
    Where links lead to each other, nothing is written, and they stay.
    """
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(OSError, match=r"first\.json"):
        write_whole(first, "new")
    assert (["first.json", "second.json"], True) == (names(tmp_path), first.is_symlink())


@pytest.mark.parametrize(
    "name", ["x" * 255, "\u0442" * 127, "new\nline.json", "\udcff.json", ".hidden", "-o", "a.part"]
)
def test_any_name_that_a_file_can_have(tmp_path: Path, name: str) -> None:
    """
    A file may have as long a name as the system allows, with any letters or bytes in it.
    """
    write_whole(tmp_path / name, "new")
    assert ("new", [name]) == ((tmp_path / name).read_text(encoding="utf-8"), names(tmp_path))


@pytest.mark.parametrize("name", ["none/out.json", "x" * 256, "folder", "link"])
def test_errors_name_the_file_that_is_wanted(tmp_path: Path, name: str) -> None:
    """
    An error has the path that was given, and not that of the file beside it.
    """
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    with pytest.raises(OSError, match=r"^\[Errno \d+\] ") as caught:
        write_whole(tmp_path / name, "new")
    assert (str(tmp_path / name), ["folder", "link"]) == (caught.value.filename, names(tmp_path))


def test_threads_leave_the_mask_alone(tmp_path: Path) -> None:
    """
    However many threads write at once, all files follow the mask, and the mask is as it was.
    """
    before = os.umask(0o027)
    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: write_whole(tmp_path / f"{number}.json", "new"), range(64)))
        after = os.umask(0o027)
    finally:
        os.umask(before)
    assert (0o027, {0o640}) == (after, {mode(path) for path in tmp_path.iterdir()})


def test_several_files_are_all_written_or_none(tmp_path: Path, target: Path) -> None:
    """
    Where one of several files cannot be written, those before it are as they were.
    """
    with pytest.raises(UnicodeEncodeError):
        write_all({target: "new", tmp_path / "next.json": "new", tmp_path / "last.json": "\ud800"})
    assert (OLD, ["out.json"]) == (target.read_text(encoding="utf-8"), names(tmp_path))
    write_all({target: "new", tmp_path / "next.json": "newer"})
    assert ["new", "newer"] == [path.read_text(encoding="utf-8") for path in (target, tmp_path / "next.json")]
