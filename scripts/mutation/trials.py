"""
Running tests in a process of their own, in a copy of the project, for `make mutants`.

A process is forked for each run, so that what the tests import from elsewhere is loaded once and not 300 times.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

OPTIONS = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--no-header"]
ELSEWHERE = ("attrs", "cattrs", "jsonschema", "rapidfuzz.process", "doctest", "difflib", "sqlite3", "http.server")
"""What the tests import from elsewhere and is slow to import; not Hypothesis, which looks for a hook of ours."""


@dataclass
class Measured:
    """
    What a test takes and touches.

    Attributes:
        seconds: how long it runs.
        lines: the lines that it runs, by file below the package.
    """

    seconds: float = 0.0
    lines: dict[str, list[int]] = field(default_factory=dict)


class Meter:
    """
    A plugin of pytest that notes how long each test runs, and under which name its lines are counted.
    """

    def __init__(self, counter: Any) -> None:
        self.counter = counter
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """
        Count what a test runs as its own.
        """
        self.counter.switch_context(item.nodeid)
        began = time.perf_counter()
        result = yield
        self.seconds[item.nodeid] = time.perf_counter() - began
        self.counter.switch_context("")
        return result


class Choice:
    """
    A plugin of pytest that runs some tests only, in an order of its own.
    """

    def __init__(self, ids: list[str]) -> None:
        self.place = {id: number for number, id in enumerate(ids)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """
        Leave out what is not chosen, and sort the rest.
        """
        chosen = [item for item in items if item.nodeid in self.place]
        items[:] = sorted(chosen, key=lambda item: self.place[item.nodeid])


def load_elsewhere() -> None:
    """
    Import what all runs share.
    """
    for name in ELSEWHERE:
        import_module(name)


def start(folder: Path, log: Path, limit: float, work: Callable[[], int]) -> int:
    """
    Do some work in a process of its own, which ends when the time is over.

    Args:
        folder: the copy of the project in which it works.
        log: where it writes what it has to say.
        limit: how many seconds it has.
        work: what it does; its result is the exit code.

    Returns:
        The id of the process.
    """
    process = os.fork()
    if process:
        return process
    try:
        signal.setitimer(signal.ITIMER_REAL, limit)
        os.chdir(folder)
        with log.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        sys.path.insert(0, str(folder / "src"))
        os.environ["PYTHONPATH"] = str(folder / "src")
        code = work()
        sys.stdout.flush()
        os._exit(code)
    except BaseException:
        traceback.print_exc()
        os._exit(70)


def measure(folder: Path, test_file: str, result: Path) -> int:
    """
    Run a file of tests, all of which must pass, and write down what each takes and touches.
    """
    package = folder / "src" / "destalinization"
    counter = import_module("coverage").Coverage(  # in `scripts` another module bears the name
        data_file=None, config_file=False, include=[f"{package}/*"]
    )
    counter.start()
    meter = Meter(counter)
    code = pytest.main([*OPTIONS, test_file], plugins=[meter])
    counter.stop()
    if code:
        return int(code)
    found = {id: Measured(seconds) for id, seconds in meter.seconds.items()}
    data = counter.get_data()
    for file in data.measured_files():
        for line, ids in data.contexts_by_lineno(file).items():
            for id in filter(None, ids):
                found[id].lines.setdefault(str(Path(file).relative_to(package)), []).append(line)
    result.write_text(json.dumps({id: vars(measured) for id, measured in found.items()}), encoding="utf-8")
    return 0


def read_measured(result: Path) -> dict[str, Measured]:
    """
    Read what was written down of the tests of a file.
    """
    raw: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return {id: Measured(**measured) for id, measured in raw.items()}


def attempt(tests: list[str]) -> int:
    """
    Run some tests in the order given until one fails.
    """
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    return int(pytest.main([*OPTIONS, *files], plugins=[Choice(tests)]))
