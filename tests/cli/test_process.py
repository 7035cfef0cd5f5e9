"""
The process of a command: standard streams that are closed, and signals that end it.
"""

from __future__ import annotations

import signal
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from destalinization.cli import main
from destalinization.cli.arguments import path, port
from destalinization.cli.process import EndedError, ending_clears_up, prepare_streams


def close(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Have no standard streams, as Python has it where they were closed before it began.
    """
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    prepare_streams()


def test_closed_streams_name_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    To read from a closed input, or to write to a closed output, is an error that names it; a closed standard error
    takes everything, and shows nothing.
    """
    close(monkeypatch)
    with pytest.raises(OSError, match="standard input"):
        sys.stdin.buffer.read()
    with pytest.raises(OSError, match="standard output"):
        print("Stalino")
    assert (7, False) == (sys.stderr.write("Stalino"), sys.stdout.isatty())


def test_a_command_without_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A command that has something to print fails, and one that has not does not.
    """
    close(monkeypatch)
    assert (2, 2, 0) == (main(["formats"]), main(["show", "atlantis"]), main(["check"]))


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no such signals here")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_becomes_an_exception(name: str) -> None:
    """
    Within the command a signal to end is an exception; afterwards it is what it was.
    """
    number = getattr(signal, name)
    inherited = signal.signal(number, signal.SIG_DFL)  # whoever started the tests may ignore it, as nohup does
    try:
        with pytest.raises(EndedError) as caught, ending_clears_up():
            signal.raise_signal(number)
        assert (number, signal.SIG_DFL) == (caught.value.number, signal.getsignal(number))
    finally:
        signal.signal(number, inherited)


def test_handlers_of_others_stay() -> None:
    """
    A handler that somebody has set is not replaced, and in other threads nothing is.
    """
    seen: list[int] = []
    before = signal.signal(signal.SIGTERM, lambda number, _: seen.append(number))
    try:
        with ending_clears_up():
            signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)

    def inside() -> object:
        with ending_clears_up():
            return signal.getsignal(signal.SIGTERM)

    with ThreadPoolExecutor(1) as pool:
        assert ([signal.SIGTERM], before) == (seen, pool.submit(inside).result())


def test_a_terminated_command_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A command that is told to end has the exit code that shells give it.
    """
    monkeypatch.setattr("destalinization.cli.verbs.describe", lambda *_: signal.raise_signal(signal.SIGTERM))
    assert 128 + signal.SIGTERM == main(["show", "volgograd"])


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_clearing_up_that_fails_hides_no_signal(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """
    What goes wrong while a command that was told to end clears up is not told as an error of the command.
    """

    def interrupted(*_: object) -> None:
        try:
            signal.raise_signal(getattr(signal, name))
        finally:
            raise ValueError("the archive is still being written")

    monkeypatch.setattr("destalinization.cli.verbs.describe", interrupted)
    assert 128 + getattr(signal, name) == main(["show", "volgograd"])
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "a\0b"])
def test_what_is_no_path(text: str) -> None:
    """
    An empty text is no path, nor is one that no system takes.
    """
    with pytest.raises(Exception, match="is no path"):
        path(text)


def test_paths_and_ports() -> None:
    """
    Any other text is a path, a number of a port is one.
    """
    assert ("-", "a\nb", 65535) == (path("-"), path("a\nb"), port("65535"))
