"""
What a command needs of its process: standard streams that can be used, and an end that leaves nothing behind.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any, NoReturn

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGQUIT") if hasattr(signal, name))
"""What ends a process that could still clear up; Python itself makes an exception of an interrupt alone."""


class EndedError(BaseException):
    """
    The process was told to end: by which signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def ended_by(error: BaseException | None) -> int | None:
    """
    Give the signal that ended the process, where an error came of it or came up while it was cleared up after it.

    Args:
        error: what was raised.

    Returns:
        The number of the signal; None where there was none.
    """
    while error is not None:
        if isinstance(error, EndedError):
            return error.number
        if isinstance(error, KeyboardInterrupt):
            return signal.SIGINT
        error = error.__context__
    return None


class _Closed(io.RawIOBase):
    """
    A standard stream that was closed before the command began: to use it is an error that names it.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, _: Any) -> NoReturn:
        raise self._error()

    def write(self, _: Any) -> NoReturn:
        raise self._error()

    def _error(self) -> OSError:
        return OSError(errno.EBADF, os.strerror(errno.EBADF), self.name)


class _Nowhere(io.TextIOBase):
    """
    A standard error that was closed: what is said there is lost, and does not stand among the results.
    """

    def write(self, text: str) -> int:
        return len(text)


def prepare_streams() -> None:
    """
    Make the standard streams usable: closed ones tell so, and a terminal that lacks a letter shows its escape.
    """
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(_Closed("standard input"), encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(_Closed("standard output"), encoding="utf-8", write_through=True)
    if sys.stderr is None:
        sys.stderr = _Nowhere()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextmanager
def ending_clears_up() -> Iterator[None]:
    """
    Make exceptions of the signals that end a process, so that files half-written are taken away.

    Raises:
        EndedError: the process was told to end.
    """
    if current_thread() is not main_thread():
        yield
        return

    def end(number: int, _: Any) -> NoReturn:
        for other in taken:  # a second signal must not interrupt the clearing up
            signal.signal(other, signal.SIG_IGN)
        raise EndedError(number)

    before = {number: signal.getsignal(number) for number in _SIGNALS}
    taken = [number for number, handler in before.items() if handler == signal.SIG_DFL]
    for number in taken:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)
