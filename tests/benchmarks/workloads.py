"""
What is timed inside the interpreter; each of these runs in a process of its own, and prints one JSON value.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

import destalinization as ds
from destalinization.decode import builder
from destalinization.encode import writer
from destalinization.model.walk import parts
from destalinization.store.catalogue import STORED

DATA = Path(ds.__path__[0]) / "data"
ROUNDS = 7


def data_files() -> list[Path]:
    """
    Give the files that hold the records: one array each, other than the schema and the release.
    """
    return [file for file in sorted(DATA.rglob("*.json")) if file.read_bytes().lstrip().startswith(b"[")]


def load(first: str) -> dict[str, float]:
    """
    Time `json.loads` of all data files, and loading and building all records, which includes reading the files.

    Everything is imported before, and nothing is loaded: this can be done once in a process.

    Args:
        first: ``ours`` or ``json``, whichever is to be timed first.
    """
    catalogue = ds.catalogue()
    for table in STORED:
        catalogue.table(table)
        builder(table)
    contents = [file.read_bytes() for file in data_files()]
    tasks: dict[str, Callable[[], object]] = {
        "json": lambda: [json.loads(content) for content in contents],
        "ours": lambda: [catalogue.table(table).ids() for table in STORED],
    }
    times = {name: timed(tasks[name]) for name in sorted(tasks, key=lambda name: name != first)}
    return times | {"changes": timed(catalogue.changes.ids)}


def construct() -> dict[str, list[float]]:
    """
    Time `json.loads` of all data files, and calling every class of what is in them, with ready arguments, in turns.

    This is the least that building can cost: nothing is read, converted or looked up, and no record is made twice.
    """
    contents = [file.read_bytes() for file in data_files()]
    calls = list(_calls())
    times: dict[str, list[float]] = {"json": [], "ours": []}
    for _ in range(ROUNDS):
        times["json"].append(timed(lambda: [json.loads(content) for content in contents]))
        times["ours"].append(timed(lambda: [kind(**arguments) for kind, arguments in calls]))
    return times


def _calls() -> Iterator[tuple[type[Any], dict[str, Any]]]:
    """
    Give the class and the arguments of each record, part of a record and date of the bundled data.
    """
    whole = [part for _, record in ds.catalogue().stored() for _, part in parts(record)]
    for part in {id(part): part for part in whole}.values():
        fields = attrs.fields(type(part))
        values = {field.name: getattr(part, field.name) for field in fields}
        yield type(part), {field.name: values[field.name] for field in fields if values[field.name] != field.default}
    dates = [value for part in whole for value in attrs.astuple(part, recurse=False)]
    for date in {date for date in dates if isinstance(date, ds.HistoricalDate | ds.Interval)}:
        yield type(date), {"text": date.text}


def write() -> dict[str, list[float]]:
    """
    Time `json.dumps` of ready dictionaries, and writing the whole catalogue without and with orjson, in turns.
    """
    catalogue = ds.catalogue()
    ready = json.loads(ds.to_json(catalogue))
    ways = ("ours", "orjson") if find_spec("orjson") else ("ours",)
    times: dict[str, list[float]] = {"json": [], **{way: [] for way in ways}}
    for _ in range(ROUNDS):
        times["json"].append(timed(lambda: json.dumps(ready, ensure_ascii=False)))
        for way in ways:
            with mock.patch.dict(sys.modules, {} if way == "orjson" else {"orjson": None}):
                writer.cache_clear()
                times[way].append(timed(lambda: ds.to_json(catalogue)))
    return times


def read() -> dict[str, list[float]]:
    """
    Time `json.loads` of the whole document, and reading it strictly, in turns.
    """
    text = ds.to_json(ds.catalogue())
    ds.from_json(text)
    times: dict[str, list[float]] = {"json": [], "ours": []}
    for _ in range(ROUNDS):
        times["json"].append(timed(lambda: json.loads(text)))
        times["ours"].append(timed(lambda: ds.from_json(text)))
    return times


def memory() -> int | None:
    """
    Give the resident memory after loading everything, in bytes, where the system tells.
    """
    catalogue = ds.catalogue()
    for table in (*STORED, "changes", "renamings"):
        catalogue.table(table).ids()
    gc.collect()
    return resident()


def resident() -> int | None:
    """
    Give the resident memory of this process, in bytes, where the system tells.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024


def timed(task: Callable[[], object]) -> float:
    """
    Take the time of a task, in seconds; what is older than the task is kept out of the collector's way.
    """
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    kept = task()  # freeing it is no part of the task
    taken = time.perf_counter() - start
    del kept
    return taken


WORKLOADS: dict[str, Callable[..., object]] = {
    task.__name__: task for task in (load, construct, write, read, memory, resident)
}

if __name__ == "__main__":
    workload, *arguments = sys.argv[1:]
    print(json.dumps(WORKLOADS[workload](*arguments)))
