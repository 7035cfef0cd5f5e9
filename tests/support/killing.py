"""
Kill a command at many moments, and tell what it leaves behind: run as a process of its own, which forks.

Usage: killing.py FOLDER KILLS ARGUMENT ..., where ``{}`` in the arguments stands for the folder that is written to, and
FOLDER is what is in it before. Prints, as JSON, an outcome for each run; the first is not killed.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from destalinization.cli import main

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)

EARLY = 77
"""The exit code of a run that was interrupted before the command began."""


def started(arguments: list[str], errors: Path) -> tuple[int, float]:
    """
    Start the command in a fork of this process, and give its id and when it began.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        code = EARLY
        try:
            with suppress(BaseException):
                os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT), 2)
                os.write(writing, b"!")
                code = main(arguments)
                sys.stderr.flush()
        finally:  # also where the signal comes between the command and this: the fork never goes on as its parent
            os._exit(code)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    return child, time.perf_counter()


def killed(before: Path, arguments: list[str], number: int, after: float) -> dict[str, Any]:
    """
    Run the command on a copy of a folder, kill it after a while, and tell what is there then.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder, errors = Path(scratch, "folder"), Path(scratch, "errors")
        shutil.copytree(before, folder)
        child, began = started([argument.replace("{}", str(folder)) for argument in arguments], errors)
        time.sleep(after)
        if number:
            os.kill(child, number)
        _, status = os.waitpid(child, 0)
        took = time.perf_counter() - began
        contents = {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
        }
        return {
            "signal": number,
            "code": os.waitstatus_to_exitcode(status),
            "files": {name: sha256(content).hexdigest() for name, content in contents.items()},
            "text": b"".join(contents.values()).decode(errors="replace") if "check" in arguments else "",
            "errors": errors.read_text(encoding="utf-8"),
            "took": took,
        }


def run(before: Path, kills: int, arguments: list[str]) -> list[dict[str, Any]]:
    """
    Run the command once, then kill it at moments that are spread over the shortest time that it has taken so far: on a
    machine that does other things too, a run may be much slower than the next.
    """
    found = [killed(before, arguments, 0, 0)]
    shortest = found[0]["took"]
    for number in range(kills):
        found.append(killed(before, arguments, SIGNALS[number % len(SIGNALS)], shortest * number / kills))
        if found[-1]["code"] == 0:
            shortest = min(shortest, found[-1]["took"])
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as warm:  # what is imported once is imported here: the forks then only write
        shutil.copytree(sys.argv[1], Path(warm, "folder"))
        main([argument.replace("{}", str(Path(warm, "folder"))) for argument in sys.argv[3:]])
    print(json.dumps(run(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])))
