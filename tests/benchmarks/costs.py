"""
What a line of Python costs from the start of the interpreter to its end.

Instructions are counted where valgrind is there, since they hardly differ from run to run; otherwise time is taken.
"""

from __future__ import annotations

import compileall
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROUNDS = 15
VALGRIND = shutil.which("valgrind")
COUNTED = ("--tool=callgrind", "--callgrind-out-file=/dev/null")
UNWANTED = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")


class FailedError(Exception):
    """
    The line of Python ended in an error.
    """


def cost(code: str, path: Path | None = None) -> float:
    """
    Count the instructions of a line of Python, or take the median of its time in seconds.

    Args:
        code: the line.
        path: a folder in which packages are looked for first.

    Raises:
        FailedError: the line ended in an error.
    """
    return clocked(code, path) if VALGRIND is None else instructions(code, path)


@cache
def instructions(code: str, path: Path | None = None) -> int:
    """
    Count the instructions of a line of Python.

    Raises:
        FailedError: the line ended in an error, or there is no valgrind.
    """
    if VALGRIND is None:
        raise FailedError("valgrind is not here")
    report = python(code, prefix=(VALGRIND, *COUNTED), path=path).stderr
    found = re.search(r"Collected\s*:\s*(\d+)", report)
    if found is None:
        raise FailedError("valgrind has counted nothing")
    return int(found[1])


def clocked(code: str, path: Path | None = None) -> float:
    """
    Take the median of the time of a line of Python, in seconds.

    Raises:
        FailedError: the line ended in an error.
    """
    return median(_timed(code, path) for _ in range(ROUNDS))


def python(code: str, prefix: Iterable[str] = (), path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """
    Run a line of Python in an empty folder, so that nothing there is imported by mistake.

    Raises:
        FailedError: it ended in an error.
    """
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(
            [*prefix, sys.executable, "-c", code],
            cwd=empty,
            env=environment(path),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line and not line.startswith("==")]
        raise FailedError(complaints[-1] if complaints else f"exit code {done.returncode}")
    return done


def environment(path: Path | None = None) -> Mapping[str, str]:
    """
    Give the variables of a process that is measured: a fixed hash seed, and bytecode is kept.

    Args:
        path: a folder in which packages are looked for first.
    """
    kept = {key: value for key, value in os.environ.items() if key not in UNWANTED} | {"PYTHONHASHSEED": "0"}
    if path is not None:
        kept["PYTHONPATH"] = os.pathsep.join(filter(None, (str(path), kept.get("PYTHONPATH"))))
    return kept


def compile_packages(*names: str) -> None:
    """
    Compile packages to bytecode, so that no run pays for it.
    """
    for name in names:
        spec = find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            compileall.compile_dir(folder, quiet=2)


def _timed(code: str, path: Path | None) -> float:
    """
    Take the time of one run.
    """
    start = time.perf_counter()
    python(code, path=path)
    return time.perf_counter() - start
