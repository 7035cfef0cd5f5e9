"""
Reading files of any size safely, and writing them so that they are whole or absent.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path


def write_whole(path: Path, content: str | Iterable[str] | Iterable[bytes]) -> None:
    """
    Write a file beside its place and move it there, so that a full disk or a kill leaves the old file whole.

    Args:
        path: where the file shall stand; its folder must exist. Where it is a link, what it leads to is replaced.
            Where it is a pipe or a device, the content goes into that, and it stays what it is.
        content: what it shall hold, whole or in parts: bytes, or text that is written as UTF-8 with Unix line ends.

    Raises:
        OSError: it cannot be written; the old file, if there was one, is as it was.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        with path.open("wb") as stream:
            stream.writelines(as_bytes(content))
        return
    target = path.resolve() if path.is_symlink() else path
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(as_bytes(content))
            file.flush()
            os.fsync(file.fileno())
        part.chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def as_bytes(content: str | Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
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


def _umask() -> int:
    """
    Give the process's mask for new files, which can only be read by setting it.
    """
    mask = os.umask(0)
    os.umask(mask)
    return mask
