"""
The verb `serve`: what it says, how it ends, and what it refuses.
"""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

Run = Callable[..., tuple[int, str, str]]

posix = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent to one process there")


AWAKE = """
import signal, sys
from destalinization.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(main(sys.argv[1:]))
"""
"""The command, which can be interrupted even if whoever runs the tests ignores that."""


@contextmanager
def serving(*arguments: str | Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """
    Serve in a process of its own, and give it with the first line that it prints.
    """
    command = [sys.executable, "-c", AWAKE, *map(str, arguments)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline()
        finally:
            process.kill()


@posix
def test_it_says_its_address_and_ends_cleanly(mini_folder: Path) -> None:
    """
    The address is printed and served; Ctrl-C ends it with code 0 and without a word, even while a client waits.
    """
    with serving("--data", mini_folder, "serve", "--port", "0") as (process, line):
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/ \(this machine only\); Ctrl-C ends it\n", line)
        assert found is not None, line
        with urlopen(f"http://127.0.0.1:{found[1]}/suggest/entity?prefix=stalingr", timeout=10) as answer:
            assert "volgograd" in {item["id"] for item in json.load(answer)["result"]}
        with socket.create_connection(("127.0.0.1", int(found[1]))):
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=10)
    assert (0, "", "") == (process.returncode, out, err)


@posix
def test_it_says_that_others_can_reach_it(mini_folder: Path) -> None:
    """
    On all interfaces it says so, and links begin with the address that is given.
    """
    arguments = ("serve", "--host", "0.0.0.0", "--port", "0", "--url", "http://names.example/")
    with serving("--data", mini_folder, *arguments) as (_, line):
        assert "http://names.example/ (open to every machine that can reach this one); Ctrl-C ends it\n" == line


def test_a_port_in_use_is_one_line(on_mini: Run) -> None:
    """
    The error names the address, and the exit code is 2.
    """
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, out, err = on_mini("serve", "--port", port)
    assert (2, "", 1) == (code, out, err.count("\n"))
    assert f"127.0.0.1:{port}: " in err


@pytest.mark.parametrize("port", ["-1", "65536", "http", "1e3", "²"])
def test_what_is_no_port(on_mini: Run, port: str) -> None:
    """
    A port is a number from 0 to 65535.
    """
    code, out, err = on_mini("serve", f"--port={port}")
    assert (2, "", True) == (code, out, "expected a number from 0 to 65535" in err)


def test_an_unknown_host_is_one_line(on_mini: Run) -> None:
    """
    A host without an address is an error with exit code 2.
    """
    code, out, err = on_mini("serve", "--host", "256.256.256.256")
    assert (2, "", 1) == (code, out, err.count("\n"))
    assert "256.256.256.256:8000" in err


def test_a_hint_where_misspelt_names_are_not_found(on_mini: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without the package that finds misspelt names, it says how to get it; Ctrl-C is exit code 0.
    """

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    monkeypatch.setattr("destalinization.reconciliation.server.Server.serve_forever", interrupted)
    code, out, err = on_mini("serve", "--port", "0")
    assert (0, 1, "misspelt names are not found: pip install 'destalinization[fuzzy]'\n") == (
        code,
        out.count("\n"),
        err,
    )
