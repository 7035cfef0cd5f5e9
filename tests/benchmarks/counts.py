"""
Compare what the library costs with what is recorded in counts.json, and fail beyond a tenth in either direction.

Instructions are counted by valgrind, each task in a fresh process with compiled bytecode and a fixed hash seed. What is
compared is no count but its ratio to a base that is counted in the same run: the bare interpreter, `import attrs`,
`json.loads` of the same data, or one round of a loop of pure Python. So another machine with the same version of Python
gives comparable figures. Size of the wheel and resident memory are held against their limits alone.

With --fix the ratios of this version of Python are recorded anew.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from costs import VALGRIND, compile_packages, instructions, python
from figure import aligned
from tasks import BASES, TASKS, Task

HERE = Path(__file__).parent
RECORDED = HERE / "counts.json"
DIST = HERE.parents[1] / "dist"
TOLERANCE = 0.10
WHEEL = 1_090_000
"""The largest wheel in bytes, so that it does not grow unseen; the aim is 900,000."""

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
HEADINGS = ("task", "instructions", "ratio", "to", "recorded", "change", "limit", "")


def main() -> int:
    """
    Count, print the table, and say what changed; or record the ratios.
    """
    if VALGRIND is None:
        print("skipped: instructions are counted by valgrind, which is not here")
        return told(list(size_rows()))
    compile_packages("destalinization", "attr", "attrs", "cattrs", "importlib_resources")
    counts = counted((*BASES, *TASKS))
    ratios = {task.name: counts[task.name] / counts[task.base] for task in TASKS}
    if "--fix" in sys.argv[1:]:
        record(ratios)
    known = recorded(VERSION)
    if not known:
        print(f"nothing is recorded for Python {VERSION}: only the limits are held (`make counts-fix` records it)")
    rows = [*base_rows(counts), *task_rows(counts, ratios, known), *size_rows()]
    return told(rows)


def told(rows: list[tuple[str, ...]]) -> int:
    """
    Print the table, and give 1 if anything in it is wrong.

    Args:
        rows: the rows, the verdict last.
    """
    print(aligned([HEADINGS, *rows], numbers=(1, 2, 4, 5, 6)))
    return 1 if any(row[-1] for row in rows) else 0


def counted(tasks: Iterable[Task]) -> dict[str, float]:
    """
    Count all tasks, each program once, as many side by side as there are processors.
    """
    tasks = tuple(tasks)
    programs = dict.fromkeys(program for task in tasks for program in task.programs())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(instructions, programs))
    return {task.name: task.count() for task in tasks}


def recorded(version: str) -> dict[str, float]:
    """
    Give the ratios that are recorded for a version of Python, nothing where none are.

    Args:
        version: the version, such as ``3.11``.
    """
    every: dict[str, dict[str, float]] = json.loads(RECORDED.read_text(encoding="utf-8"))
    return every.get(version, {})


def record(ratios: dict[str, float]) -> None:
    """
    Record the ratios of this version of Python.

    Args:
        ratios: the ratio of each task by its name.
    """
    every = json.loads(RECORDED.read_text(encoding="utf-8"))
    every[VERSION] = {name: float(f"{ratio:.4g}") for name, ratio in ratios.items()}
    RECORDED.write_text(json.dumps(dict(sorted(every.items())), indent=2) + "\n", encoding="utf-8")


def base_rows(counts: dict[str, float]) -> Iterator[tuple[str, ...]]:
    """
    Tell the bases.
    """
    for task in BASES:
        yield (task.name, f"{counts[task.name]:,.0f}", "", "", "", "", "", "")


def task_rows(counts: dict[str, float], ratios: dict[str, float], known: dict[str, float]) -> Iterator[tuple[str, ...]]:
    """
    Tell the tasks: the ratio of each, the one that is recorded, and how the two differ.
    """
    for task in TASKS:
        ratio, old = ratios[task.name], known.get(task.name)
        yield (
            task.name,
            f"{counts[task.name]:,.0f}",
            f"{ratio:.4g}",
            task.base,
            "" if old is None else f"{old:.4g}",
            "" if old is None else f"{100 * (ratio / old - 1):+.1f} %",
            "" if task.limit is None else f"{task.limit:.4g}",
            verdict(ratio, old, task.limit),
        )


def verdict(ratio: float, known: float | None, limit: float | None) -> str:
    """
    Say what is wrong with a ratio, in a word or two; nothing where it is good.

    Args:
        ratio: what was measured.
        known: what it was when it was recorded, if it was.
        limit: the largest that is good, if there is one.
    """
    if limit is not None and ratio > limit:
        return "BEYOND THE LIMIT"
    if known is None or abs(ratio / known - 1) <= TOLERANCE:
        return ""
    return "WORSE" if ratio > known else "BETTER: record it by `make counts-fix`"


def size_rows() -> Iterator[tuple[str, ...]]:
    """
    Tell the size of the newest wheel, and the resident memory with everything loaded, with their limits.
    """
    for name, size, limit in sizes():
        shown = "not built" if size is None else f"{size:,} bytes"
        yield (name, shown, "", "", "", "", f"{limit:,}", "" if size is None else verdict(size, None, limit))


def sizes() -> Iterator[tuple[str, int | None, int]]:
    """
    Give the name, the bytes and the limit of what is weighed.
    """
    wheels = sorted(DIST.glob("*.whl"), key=lambda wheel: wheel.stat().st_mtime)
    yield "size of the wheel", wheels[-1].stat().st_size if wheels else None, WHEEL
    code = f"import sys; sys.path.append({str(HERE)!r}); import workloads; print(workloads.memory())"
    memory = python(code).stdout.strip()
    yield "resident memory, everything loaded", int(memory) if memory.isdigit() else None, 60 * 2**20


if __name__ == "__main__":
    sys.exit(main())
