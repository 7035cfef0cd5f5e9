"""
What imports, first lookups and answers of other libraries cost, and how our own costs grow with the data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from costs import VALGRIND, FailedError, clocked, cost
from figure import Figure, mebibytes, megabytes, microseconds, millions, milliseconds
from grown import data_of, grown
from peers import OURS, PEERS, Peer
from sections import program

SIZES = (500, 5_000, 50_000)
ROUNDS = 5
FIND_GOALS = {500: None, 5_000: None, 50_000: 2.0}


def starting() -> Iterator[Figure]:
    """
    Measure imports and first lookups, ours and those of others, each in a fresh interpreter.
    """
    nothing = started("pass")
    classes = started("import attrs", against=nothing)
    yield nothing
    yield started("import destalinization", against=nothing, goal=1.05)
    yield classes
    by_id, by_name = (started(peer.first) for peer in OURS)
    yield _against(by_id, classes)
    yield _against(by_name, classes, goal=1.3)
    for peer in _installed():
        base = started(peer.first, against=classes)
        yield base
        if peer.module == "pycountry":
            yield _against(by_name if peer.name == "by name" else by_id, base, goal=1.0)


def repeating() -> Iterator[Figure]:
    """
    Time the same questions again and again once everything that they need is loaded.
    """
    own: dict[str, Figure] = {}
    for number, peer in enumerate((*OURS, *PEERS)):
        if peer in OURS or peer in _installed():
            figure = Figure(f"again: {peer.ask}", program("peers", str(number)), microseconds, own.get(peer.name))
            own.setdefault(peer.name, figure)
            yield figure


def growing() -> Iterator[Figure]:
    """
    Measure what the package costs with generated data of several sizes.
    """
    classes = started("import attrs")
    clock = Figure("import attrs, by the clock", clocked("import attrs"), milliseconds)
    yield clock
    for size in SIZES:
        with grown(size) as path:
            yield from _grown(size, path, classes, clock)


def _grown(size: int, path: Path, classes: Figure, clock: Figure) -> Iterator[Figure]:
    """
    Measure one size.
    """
    label = f"{size:,} records"
    id, name = _one_of(data_of(size))
    start = partial(started, against=classes, path=path)
    find = f"import destalinization as ds; assert ds.find({name!r})"
    yield start(find, goal=FIND_GOALS[size], name=f"{label}: import and first lookup by name")
    yield Figure(f"{label}: the same, by the clock", clocked(find, path), milliseconds, clock)
    yield start(f"import destalinization as ds; ds.places[{id!r}]", name=f"{label}: import and first record by id")
    asked = program("questions", "ours", path=path)
    base = Figure(f"{label}: dict.get", asked.pop("dict.get"), microseconds)
    yield from (Figure(f"{label}: {what}", value, microseconds, base) for what, value in asked.items())
    rounds = [program("workloads", "load", ("ours", "json")[n % 2], path=path) for n in range(ROUNDS)]
    parsing = Figure(f"{label}: json.loads of all data files", median(r["json"] for r in rounds), milliseconds)
    yield parsing
    yield Figure(f"{label}: load and build all records", median(r["ours"] for r in rounds), milliseconds, parsing)
    files = Figure(f"{label}: the data files", sum(f.stat().st_size for f in data_of(size).rglob("*.*")), megabytes)
    yield files
    yield Figure(f"{label}: resident memory, all loaded", program("workloads", "memory", path=path), mebibytes, files)


def _one_of(folder: Path) -> tuple[str, str]:
    """
    Give id and former name of the place in the middle of the data.
    """
    lines = (folder / "index.tsv").read_text(encoding="utf-8").splitlines()
    id, _, file = lines[len(lines) // 2].partition("\t")
    records = json.loads((folder / file).read_text(encoding="utf-8"))
    names = next(record["names"] for record in records if record["id"] == id)
    return id, names[0]["forms"]["ru"][0]


def started(
    code: str, against: Figure | None = None, goal: float | None = None, path: Path | None = None, name: str = ""
) -> Figure:
    """
    Measure a line of Python in a fresh interpreter.
    """
    show = millions if VALGRIND else milliseconds
    try:
        return Figure(name or code, cost(code, path), show, against, goal)
    except FailedError as error:
        return Figure(name or code, None, show, against, goal, note=f"failed: {error}")


def _against(figure: Figure, against: Figure, goal: float | None = None) -> Figure:
    """
    Hold a figure against another one.
    """
    return Figure(figure.name, figure.value, figure.show, against, goal, figure.note)


def _installed() -> list[Peer]:
    """
    Give the peers that are installed.
    """
    return [peer for peer in PEERS if find_spec(peer.module) is not None]
