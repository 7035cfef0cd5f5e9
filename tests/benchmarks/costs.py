"""
What a line of Python costs from the start of the interpreter to its end.

Instructions are counted where valgrind is there, since they hardly differ from run to run; otherwise time is taken.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from statistics import median

ROUNDS = 15
VALGRIND = shutil.which("valgrind")


class FailedError(Exception):
    """
    The line of Python ended in an error.
    """


def cost(code: str) -> float:
    """
    Count the instructions of a line of Python, or take the median of its time in seconds.

    Raises:
        FailedError: the line ended in an error.
    """
    if VALGRIND is None:
        return median(_timed(code) for _ in range(ROUNDS))
    report = python(code, prefix=(VALGRIND, "--tool=callgrind", "--callgrind-out-file=/dev/null")).stderr
    found = re.search(r"Collected\s*:\s*(\d+)", report)
    if found is None:
        raise FailedError("valgrind has counted nothing")
    return int(found[1])


def python(code: str, prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """
    Run a line of Python in an empty folder, so that nothing there is imported by mistake.

    Raises:
        FailedError: it ended in an error.
    """
    unwanted = ("PYTHONDONTWRITEBYTECODE", "COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")
    environment = {key: value for key, value in os.environ.items() if key not in unwanted} | {"PYTHONHASHSEED": "0"}
    with tempfile.TemporaryDirectory() as empty:
        done = subprocess.run(
            [*prefix, sys.executable, "-c", code],
            cwd=empty,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line and not line.startswith("==")]
        raise FailedError(complaints[-1] if complaints else f"exit code {done.returncode}")
    return done


def _timed(code: str) -> float:
    """
    Take the time of one run.
    """
    start = time.perf_counter()
    python(code)
    return time.perf_counter() - start
