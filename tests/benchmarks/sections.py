"""
What is measured with everything imported: one function a section of the table, each running processes of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from costs import environment
from figure import Figure, kilobytes, mebibytes, megabytes, microseconds, milliseconds, per_second

HERE = Path(__file__).parent
DIST = HERE.parents[1] / "dist"
ROUNDS = 15
ENGINE = "ahocorasick_rs over bytes, all likely forms, no rules"
WHEEL = Figure("900 KB", 900_000, kilobytes)
MEMORY = Figure("60 MiB", 60 * 2**20, mebibytes)


def loading() -> Iterator[Figure]:
    """
    Time loading and building everything, each round in a fresh process and with the order of the two turned round.
    """
    rounds = [program("workloads", "load", ("ours", "json")[number % 2]) for number in range(ROUNDS)]
    parsing = Figure("json.loads of all data files", median(r["json"] for r in rounds), milliseconds)
    yield parsing
    yield Figure("load and build all records", median(r["ours"] for r in rounds), milliseconds, parsing, goal=2)
    times = program("workloads", "construct")
    least = median(times["ours"]) / median(times["json"]) * (parsing.value or 0)
    yield Figure("of that, the classes themselves", least, milliseconds, parsing)
    yield Figure("derive all changes after that", median(r["changes"] for r in rounds), milliseconds, parsing)


def asking() -> Iterator[Figure]:
    """
    Time questions about names, everything loaded; see questions.py.
    """
    times = program("questions")
    base = Figure("dict.get, through a lambda as all below", times.pop("dict.get"), microseconds)
    yield base
    goals = {"ds.places[id]": 2.0, "ds.find(name)": 80.0, "ds.name_on(bearer, day)": 80.0}
    for name, value in times.items():
        yield Figure(name, value, microseconds, base, goals.get(name))


def annotating() -> Iterator[Figure]:
    """
    Judge and time the finding of names in running text; see annotation.py.
    """
    found = program("annotation")
    for group, judged in found["quality"].items():
        note = f"precision {judged['precision']:.3f}, recall {judged['recall']:.3f}, of {judged['of']}"
        yield Figure(f"real sentences, {group}", None, microseconds, note=note)
    if not found["speed"]:
        yield Figure("running text", None, milliseconds, note="the packages with texts cannot be had")
    for text, engines in found["speed"].items():
        base = _engine(text, "flashtext", engines.pop("flashtext"))
        alone = _engine(text, ENGINE, engines.pop(ENGINE), base)
        yield from (base, alone)
        for name, measured in engines.items():
            own = name.startswith("annotate")
            fast = text == "as it is" and "fast" in name
            yield _engine(text, name, measured, base, (1 / 10 if fast else 1 / 3) if own else None)
            if fast:
                yield _engine(text, name, measured, alone, 3.0)
    for times, peak in found.get("memory", {}).items():
        yield Figure(f"peak of memory, annotate_stream, {times}", peak, megabytes)


def _engine(
    text: str, name: str, measured: dict[str, float], against: Figure | None = None, goal: float | None = None
) -> Figure:
    """
    Tell what an engine took, and how many of the stretches that it found are ours.
    """
    note = f"{measured['found']} stretches, {measured['shared']} of them ours"
    label = f"a megabyte of running text {text}: {name}"
    return Figure(label, measured["seconds"], milliseconds, against, goal, note=note)


def reconciling() -> Iterator[Figure]:
    """
    Time the reconciliation service over loopback; see reconciliation.py.
    """
    found = program("reconciliation")
    for size, measured in found.items():
        name = f"reconciliation, batches of {size}"
        yield Figure(f"{name}: queries", measured["per_second"], per_second)
        yield Figure(f"{name}: 99th percentile of a batch", measured["percentile_99"], milliseconds)


def resolving() -> Iterator[Figure]:
    """
    Time the resolving of names in a table of five million rows; see frames.py.
    """
    found = program("frames")
    if not found:
        yield Figure("five million rows", None, milliseconds, note="Polars, PyArrow and narwhals are not here")
        return
    loop = _rows("a plain dict loop", found.pop("a plain dict loop"))
    join = _rows("a Polars join by hand", found.pop("a Polars join by hand"), loop)
    yield from (loop, join)
    for name, measured in found.items():
        yield _rows(name, measured, loop)
        if name == "resolve, Polars":
            yield _rows(name, measured, loop, 1 / 10)
            yield _rows(name, measured, join, 2.0)


def _rows(name: str, measured: dict[str, Any], against: Figure | None = None, goal: float | None = None) -> Figure:
    """
    Tell what resolving took, how busy the processors were, and the peak of memory.
    """
    label = f"five million rows: {name}"
    if "failed" in measured:
        return Figure(label, None, milliseconds, note=f"failed: {measured['failed']}")
    peak, before = megabytes(measured["peak"]), megabytes(measured["before"])
    note = f"processor time {milliseconds(measured['processor'])}, peak {peak}, before {before}"
    return Figure(label, measured["seconds"], milliseconds, against, goal, note=note)


def writing() -> Iterator[Figure]:
    """
    Time writing the whole catalogue.
    """
    times = program("workloads", "write")
    dumping = Figure("json.dumps of ready dictionaries", median(times["json"]), milliseconds)
    yield dumping
    yield Figure("ds.to_json(ds.catalogue())", median(times["ours"]), milliseconds, dumping, goal=1.5)
    if "orjson" in times:
        yield Figure("the same with orjson", median(times["orjson"]), milliseconds, dumping, goal=0.6)


def reading() -> Iterator[Figure]:
    """
    Time reading the whole document strictly.
    """
    times = program("workloads", "read")
    parsing = Figure("json.loads of the document", median(times["json"]), milliseconds)
    yield parsing
    yield Figure("ds.from_json(document)", median(times["ours"]), milliseconds, parsing)


def remembering() -> Iterator[Figure]:
    """
    Measure the resident memory.
    """
    before = Figure("resident memory with everything imported", program("workloads", "resident"), mebibytes)
    yield before
    yield Figure("resident memory with everything loaded", program("workloads", "memory"), mebibytes, MEMORY, 1.0)


def weighing() -> Iterator[Figure]:
    """
    Measure the newest wheel, if one was built.
    """
    wheels = sorted(DIST.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    size = wheels[-1].stat().st_size if wheels else None
    yield Figure("size of the wheel", size, kilobytes, WHEEL, 1.0, note="" if wheels else "none was built")


def program(name: str, *arguments: str, path: Path | None = None) -> Any:
    """
    Run one of the programs here in a process of its own, and give what it prints as JSON.

    Args:
        name: the program, such as ``workloads``.
        arguments: what it is told.
        path: a folder in which packages are looked for first.
    """
    command = [sys.executable, "-W", "ignore", str(HERE / f"{name}.py"), *arguments]
    done = subprocess.run(command, env=environment(path), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
