"""
Reading files of any size safely, and writing them so that they are whole or absent.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

Content = str | Iterable[str] | Iterable[bytes]

LONGEST = 32
"""How much of its name a file keeps while it stands beside its place; with more it could be too long a name."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: Content) -> None:
    """
    Write a file beside its place and move it there, so that a full disk or a kill leaves the old file whole.

    Args:
        path: where the file shall stand; its folder must exist. Where it is a link, what it leads to is replaced.
            Where it is a pipe or a device, the content goes into that, and it stays what it is.
        content: what it shall hold, whole or in parts: bytes, or text that is written as UTF-8 with Unix line ends.

    Raises:
        OSError: it cannot be written; the old file, if there was one, is as it was.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, Content]) -> None:
    """
    Write several files, and move them to their places when all of them are written; a pipe is written to at once.

    Args:
        contents: what each file shall hold, as for `write_whole`.

    Raises:
        OSError: one of them cannot be written, and all files are as they were; or one cannot be moved to its place, and
            those that were moved before it are there.
    """
    with ExitStack() as stack:
        for path, content in contents.items():
            stack.enter_context(_written(path, content))


@contextmanager
def _written(path: Path, content: Content) -> Iterator[None]:
    """
    Write a file beside its place, and move it there when all goes well; otherwise take it away.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        with _told_of(path), path.open("wb") as stream:
            stream.writelines(as_bytes(content))
        yield
        return
    with _told_of(path):
        target = _behind(path)
        part = target.with_name(f".{target.name[:LONGEST]}.{os.urandom(4).hex()}.part")
    try:
        with _told_of(path, part):
            _write(part, content, target.stat().st_mode & 0o7777 if target.exists() else None)
        yield
        with _told_of(path, part):
            part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _write(part: Path, content: Content, mode: int | None) -> None:
    """
    Write a new file to the disk, with certain permissions, or with those that the process gives its files.
    """
    with os.fdopen(os.open(part, _NEW, 0o666 if mode is None else mode & 0o600), "wb") as file:
        file.writelines(as_bytes(content))
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        part.chmod(mode)


def _behind(path: Path) -> Path:
    """
    Give what a link leads to, which need not be there; anything else as it is.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not path.is_symlink():
        return path
    with suppress(FileNotFoundError):
        path.stat()  # refuses links that lead in a circle
    return Path(os.path.realpath(path))


@contextmanager
def _told_of(path: Path, part: Path | None = None) -> Iterator[None]:
    """
    Let errors name the file that is wanted, where they name none, or the one beside it.
    """
    try:
        yield
    except OSError as error:
        if error.errno is None or error.filename not in (None, str(part)):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


def as_bytes(content: Content) -> Iterator[bytes]:
    """
    Give content as bytes, text as UTF-8.

    Args:
        content: text or bytes, whole or in parts.

    >>> [len(piece) for piece in as_bytes(["Stalino", "Сталино"])]
    [7, 14]
    """
    for piece in [content] if isinstance(content, str) else content:
        yield piece.encode() if isinstance(piece, str) else piece


def read_at_most(path: Path, limit: int) -> bytes:
    """
    Read a file, but no more of it than a limit and one byte, by which the reader sees that it is too large.

    Args:
        path: the file.
        limit: how many bytes are wanted at most.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(limit + 1)
