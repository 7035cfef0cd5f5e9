"""
Measure what the library costs, and print one table.

Run it by ``python tests/benchmarks/run.py``; see README.md beside this file.
"""

from __future__ import annotations

import compileall
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from costs import VALGRIND, FailedError, cost, python
from figure import Figure, megabytes, microseconds, millions, milliseconds, per_second, table

HERE = Path(__file__).parent
DIST = HERE.parents[1] / "dist"
ROUNDS = 15
HEAVY = ("attr", "attrs", "cattrs", "json", "importlib_resources")

ENGINE = "ahocorasick_rs over bytes, all likely forms, no rules"

IMPORT = "import destalinization"
LOOKUP = 'import destalinization as ds; ds.places["dushanbe"]'
FIND = 'import destalinization as ds; ds.find("Сталинабад")'
SEARCH = 'import pycountry; pycountry.countries.lookup("tajikistan")'
COUNTRY = 'import pycountry; pycountry.countries.get(name="Tajikistan")'


def main() -> None:
    """
    Measure everything and print it.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_packages("destalinization", "attr", "attrs", "cattrs", "importlib_resources", "pycountry")
    if VALGRIND is None:
        print("valgrind is not here: wall-clock medians stand in for counts of instructions", file=sys.stderr)
    print(
        table(
            [
                *starting(),
                *asking(),
                *loading(),
                *writing(),
                *reading(),
                *annotating(),
                *reconciling(),
                *resolving(),
                *remembering(),
                *weighing(),
            ]
        )
    )
    print()
    print(heavy_imports())
    print(circumstances())


def compile_packages(*names: str) -> None:
    """
    Compile packages to bytecode, so that no run pays for it.
    """
    for name in names:
        spec = find_spec(name)
        for folder in (spec and spec.submodule_search_locations) or ():
            compileall.compile_dir(folder, quiet=2)


def starting() -> Iterator[Figure]:
    """
    Measure imports and first lookups, each in a fresh interpreter.
    """
    nothing = started("pass")
    country = started(COUNTRY, against=nothing)
    yield nothing
    yield started(IMPORT, against=nothing, goal=1.1)
    classes = started("import attrs", against=nothing)
    search = started(SEARCH, against=nothing)
    yield classes
    yield country
    yield started(LOOKUP, against=country, goal=1.0)
    yield search
    yield started(FIND, against=search, goal=1.0)
    yield started(FIND, against=classes, goal=1.4)


def started(code: str, against: Figure | None = None, goal: float | None = None) -> Figure:
    """
    Measure a line of Python in a fresh interpreter.
    """
    show = millions if VALGRIND else milliseconds
    try:
        return Figure(code, cost(code), show, against, goal)
    except FailedError as error:
        return Figure(code, None, show, against, goal, note=f"failed: {error}")


def loading() -> Iterator[Figure]:
    """
    Time loading and building everything, each round in a fresh process and with the order of the two turned round.
    """
    rounds = [workload("load", ("ours", "json")[number % 2]) for number in range(ROUNDS)]
    parsing = Figure("json.loads of all data files", median(r["json"] for r in rounds), milliseconds)
    yield parsing
    yield Figure("load and build all records", median(r["ours"] for r in rounds), milliseconds, parsing, goal=2)
    times = workload("construct")
    least = median(times["ours"]) / median(times["json"]) * (parsing.value or 0)
    yield Figure("of that, the classes themselves", least, milliseconds, parsing)
    yield Figure("derive all changes after that", median(r["changes"] for r in rounds), milliseconds, parsing)


def asking() -> Iterator[Figure]:
    """
    Time questions about names, everything loaded; see questions.py.
    """
    command = [sys.executable, str(HERE / "questions.py")]
    times = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    base = Figure("dict.get, through a lambda as all below", times.pop("dict.get"), microseconds)
    yield base
    goals = {"ds.places[id]": 2.0, "ds.find(name)": 80.0, "ds.name_on(bearer, day)": 80.0}
    for name, value in times.items():
        yield Figure(name, value, microseconds, base, goals.get(name))


def annotating() -> Iterator[Figure]:
    """
    Judge and time the finding of names in running text; see annotation.py.
    """
    command = [sys.executable, str(HERE / "annotation.py")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
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
            yield _engine(text, name, measured, base, 1 / 10 if own else None)
            if own:
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
    command = [sys.executable, str(HERE / "reconciliation.py")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    for size, measured in found.items():
        name = f"reconciliation, batches of {size}"
        yield Figure(f"{name}: queries", measured["per_second"], per_second)
        yield Figure(f"{name}: 99th percentile of a batch", measured["percentile_99"], milliseconds)


def resolving() -> Iterator[Figure]:
    """
    Time the resolving of names in a table of five million rows; see frames.py.
    """
    command = [sys.executable, "-W", "ignore", str(HERE / "frames.py")]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
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
    times = workload("write")
    dumping = Figure("json.dumps of ready dictionaries", median(times["json"]), milliseconds)
    yield dumping
    yield Figure("ds.to_json(ds.catalogue())", median(times["ours"]), milliseconds, dumping, goal=1.5)


def reading() -> Iterator[Figure]:
    """
    Time reading the whole document strictly.
    """
    times = workload("read")
    parsing = Figure("json.loads of the document", median(times["json"]), milliseconds)
    yield parsing
    yield Figure("ds.from_json(document)", median(times["ours"]), milliseconds, parsing)


def remembering() -> Iterator[Figure]:
    """
    Measure the resident memory.
    """
    before = Figure("resident memory with everything imported", workload("resident"), megabytes)
    yield before
    yield Figure("resident memory with everything loaded", workload("memory"), megabytes, before)


def weighing() -> Iterator[Figure]:
    """
    Measure the newest wheel, if one was built.
    """
    wheels = sorted(DIST.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    if wheels:
        yield Figure("size of the wheel", wheels[-1].stat().st_size, megabytes)
    else:
        yield Figure("size of the wheel", None, megabytes, note="none was built")


def workload(*arguments: str) -> Any:
    """
    Run one workload in a process of its own.
    """
    command = [sys.executable, str(HERE / "workloads.py"), *arguments]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def heavy_imports() -> str:
    """
    Say which heavy packages ``import destalinization`` brings in.
    """
    found = python(f"{IMPORT}, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))").stdout.split()
    return f"{IMPORT} brings in {', '.join(found) or 'none'} of {', '.join(HEAVY)} (goal: none)."


def circumstances() -> str:
    """
    Say what was measured with what, on what, and when.
    """
    packages = (f"{name} {installed(name)}" for name in ("destalinization", "attrs", "cattrs", "pycountry"))
    data = python(f"{IMPORT} as ds; print(ds.__data_version__)").stdout.strip()
    tool = VALGRIND and subprocess.run([VALGRIND, "--version"], capture_output=True, text=True, check=True).stdout
    tools = f"Python {platform.python_version()}, {tool.strip() if tool else 'no valgrind'}"
    machine = f"{processor()}, {os.cpu_count()} cores, {platform.platform()}, {datetime.now(UTC):%Y-%m-%d}"
    return f"Versions: {', '.join(packages)}, data {data}, {tools}.\nMachine: {machine}."


def installed(name: str) -> str:
    """
    Give the version of an installed package.
    """
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def processor() -> str:
    """
    Name the processor.
    """
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
