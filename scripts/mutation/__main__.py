"""
Mutation testing: put small faults into the code, and see whether the tests notice.

Some of all faults that `mutations.py` finds are drawn by a seed. Each is put into a copy of the project, and the tests
that concern the file are run against it: those first that run the function at fault, the quickest first. A fault that
no test notices survives. What survives and is no fault at all is in `tests/mutants.toml`, with the reason.

Why a runner of our own: mutmut leaves alone every function that has a decorator, properties and caches among them, and
all tables of a module, and cosmic-ray writes into the checkout and runs one command against every fault; neither draws
by a seed, nor chooses the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from importlib.util import cache_from_source
from pathlib import Path
from typing import TypeVar

from mutations import Mutant, mutants
from trials import Measured, attempt, load_elsewhere, measure, read_measured, start

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path("src", "destalinization")
WORK = ROOT / "build" / "mutants"
OUTCOMES = WORK / "outcomes.json"
ACCEPTED = ROOT / "tests" / "mutants.toml"

TESTS = {
    "dates.py": ("test_dates.py", "test_dates_oracles.py"),
    "edtf.py": ("test_dates.py", "test_dates_oracles.py"),
    "folding.py": ("test_folding.py", "toponyms/test_lookup.py"),
    "checks/__init__.py": ("test_checks.py", "cli/test_command.py"),
    "checks/chains.py": ("test_checks.py",),
    "checks/common.py": ("test_checks.py",),
    "checks/spelling.py": ("test_checks.py",),
    "checks/statements.py": ("test_checks.py",),
    "model/chain.py": ("model/test_chain.py", "model/test_timeline.py"),
    "model/changes.py": ("model/test_changes.py", "model/test_chain.py", "store/test_tables.py"),
    "model/timeline.py": ("model/test_timeline.py", "toponyms/test_questions.py"),
    "toponyms/lookup.py": ("toponyms/test_lookup.py", "toponyms/test_questions.py"),
    "toponyms/dating.py": ("toponyms/test_dating.py", "toponyms/test_questions.py"),
    "toponyms/datings.py": ("toponyms/test_dating.py", "toponyms/test_questions.py", "toponyms/test_mentions.py"),
    "toponyms/fuzzy.py": ("toponyms/test_lookup.py",),
    "toponyms/ambiguity.py": ("toponyms/test_lookup.py",),
    "toponyms/generic.py": ("toponyms/test_lookup.py", "toponyms/test_spellings.py"),
}
"""The files of tests that concern a file of code."""

SOURCES = {file: (ROOT / PACKAGE / file).read_bytes() for file in TESTS}
"""The files as they are without a fault."""

SPENT = 40.0
"""How many seconds of tests are run against a fault at most, as they were measured while lines were counted."""
SURVIVED = (0, 5)
"""The exit codes of pytest when no test failed, and when there was none to run."""


@dataclass(frozen=True)
class Outcome:
    """
    What became of a fault: ``killed``, ``survived`` or ``timed out``.
    """

    mutant: Mutant
    word: str


def main() -> int:
    """
    Draw faults, try them, and say what became of them.
    """
    options = _options()
    os.environ["HYPOTHESIS_PROFILE"] = "ci"
    drawn = draw(options.seed, options.number, options.files)
    before = read_outcomes(drawn) if options.again else []
    drawn = [mutant for mutant in drawn if mutant not in {outcome.mutant for outcome in before}]
    load_elsewhere()
    folders = [copied(number) for number in range(options.jobs)]
    tests = measured(sorted({test for mutant in drawn for test in tests_of(mutant.file)}), folders)
    outcomes = before + try_all(drawn, tests, folders)
    write_outcomes(outcomes)
    return report(options.seed, outcomes)


def _options() -> argparse.Namespace:
    """
    Read the command line.
    """
    parser = argparse.ArgumentParser(description="Put faults into the code, and see whether the tests notice.")
    parser.add_argument("--seed", type=int, default=1956)
    parser.add_argument("--number", type=int, default=300, help="how many faults are drawn")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--again", action="store_true", help="try only those that survived the last time")
    parser.add_argument("files", nargs="*", metavar="FILE", help="draw from these files only, such as dates.py")
    return parser.parse_args()


def draw(seed: int, number: int, files: Iterable[str] = ()) -> list[Mutant]:
    """
    Draw faults from all that can be put into the files; the same seed draws the same from the same files.
    """
    found = [mutant for file in files or TESTS for mutant in mutants(file, SOURCES[file])]
    drawn = random.Random(seed).sample(range(len(found)), min(number, len(found)))
    return [found[place] for place in sorted(drawn)]


def tests_of(file: str) -> list[str]:
    """
    Give the files of tests that concern a file of code.
    """
    return [f"tests/{test}" for test in TESTS[file]]


def copied(number: int) -> Path:
    """
    Copy the project to where faults are put into it.
    """
    folder = WORK / f"copy-{number}"
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("src", "tests", "scripts"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    shutil.copy2(ROOT / "pyproject.toml", folder)
    return folder


def measured(files: list[str], folders: list[Path]) -> dict[str, dict[str, Measured]]:
    """
    Run the tests without a fault; what was measured once is kept until these files or the tests change.
    """
    code = hashlib.sha256(b"".join(SOURCES.values()))
    results = {}
    for file in files:
        state = code.copy()
        state.update((ROOT / file).read_bytes())
        results[file] = WORK / f"{Path(file).stem}-{state.hexdigest()[:16]}.json"

    def work(file: str, folder: Path) -> int:
        return measure(folder, file, results[file])

    missing = [file for file in files if not results[file].exists()]
    for file, status in side_by_side(missing, folders, work, lambda _: 900.0):
        if status:
            sys.exit(f"{file} fails without a fault; see {WORK}/copy-*.log")
    return {file: read_measured(result) for file, result in results.items()}


def try_all(drawn: list[Mutant], tests: dict[str, dict[str, Measured]], folders: list[Path]) -> list[Outcome]:
    """
    Try each fault, as many side by side as there are copies.
    """
    chosen = {mutant: choose(mutant, {file: tests[file] for file in tests_of(mutant.file)}) for mutant in drawn}

    def work(mutant: Mutant, folder: Path) -> int:
        write(folder / PACKAGE / mutant.file, mutant.applied(SOURCES[mutant.file]))
        return attempt([id for id, _ in chosen[mutant]])

    def limit(mutant: Mutant) -> float:
        return 60 + sum(seconds for _, seconds in chosen[mutant])

    outcomes = [Outcome(mutant, "survived") for mutant in drawn if not chosen[mutant]]
    for outcome in outcomes:
        show(outcome)
    todo = [mutant for mutant in drawn if chosen[mutant]]
    for mutant, status in side_by_side(todo, folders, work, limit):
        late = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM
        survived = os.WIFEXITED(status) and os.WEXITSTATUS(status) in SURVIVED
        if os.WIFEXITED(status) and os.WEXITSTATUS(status) == os.EX_SOFTWARE:
            sys.exit("the run itself failed; what it says stands above")
        outcomes.append(Outcome(mutant, "timed out" if late else "survived" if survived else "killed"))
        show(outcomes[-1])
    return sorted(outcomes, key=lambda outcome: drawn.index(outcome.mutant))


def write(path: Path, source: bytes) -> None:
    """
    Write a module, and take away what was compiled of it: its time may be the same.
    """
    path.write_bytes(source)
    Path(cache_from_source(path)).unlink(missing_ok=True)


def choose(mutant: Mutant, tests: dict[str, dict[str, Measured]]) -> list[tuple[str, float]]:
    """
    Give the tests that are run against a fault, with their seconds: first those that run the function at fault, then
    the others of the same files, since what is cached runs once; the quickest first, but of a test with very many cases
    25 at a time, until the time is spent. None where no test runs the function.
    """
    first, last = mutant.lines or (0, 0)
    every = sorted(
        ((id, found) for file in tests.values() for id, found in file.items()), key=lambda test: test[1].seconds
    )
    near = {id for id, found in every if any(first <= line <= last for line in found.lines.get(mutant.file, ()))}
    if mutant.lines and not near:
        return []
    seen: Counter[str] = Counter()
    rounds = {}
    for id, _ in every:
        function = id.partition("[")[0]
        rounds[id] = seen[function] // 25
        seen[function] += 1
    every.sort(key=lambda test: (test[0] not in near, rounds[test[0]], test[1].seconds))
    chosen: list[tuple[str, float]] = []
    spent = 0.0
    for id, found in every:
        spent += found.seconds
        if chosen and spent > SPENT:
            break
        chosen.append((id, found.seconds))
    return chosen


def side_by_side(
    todo: list[T], folders: list[Path], work: Callable[[T, Path], int], limit: Callable[[T], float]
) -> Iterator[tuple[T, int]]:
    """
    Do each piece of work in a process and a copy of its own, and give its status; a file that has a fault is put back.
    """
    free = list(folders)
    running: dict[int, tuple[T, Path]] = {}
    waiting = list(reversed(todo))
    while waiting or running:
        while waiting and free:
            item, folder = waiting.pop(), free.pop()
            process = start(folder, folder.with_suffix(".log"), limit(item), partial(work, item, folder))
            running[process] = (item, folder)
        process, status = os.wait()
        item, folder = running.pop(process)
        if isinstance(item, Mutant):
            write(folder / PACKAGE / item.file, SOURCES[item.file])
        free.append(folder)
        yield item, status


def show(outcome: Outcome) -> None:
    """
    Print a fault that no test noticed as soon as that is known.
    """
    if outcome.word == "survived" and outcome.mutant.key(SOURCES[outcome.mutant.file]) not in accepted():
        print(*outcome.mutant.diff(SOURCES[outcome.mutant.file]), sep="\n", end="\n\n", flush=True)


@cache
def accepted() -> dict[tuple[str, str, str, str], str]:
    """
    Give the faults that are none, with the reasons.
    """
    if not ACCEPTED.exists():
        return {}
    raw = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))
    return {
        (fault["file"], fault["where"], fault["old"], fault["new"]): group["reason"]
        for group in raw["group"]
        for fault in group["faults"]
    }


def read_outcomes(drawn: list[Mutant]) -> list[Outcome]:
    """
    Give those of the drawn faults that were noticed the last time.
    """
    known = {tuple(key): word for key, word in json.loads(OUTCOMES.read_text(encoding="utf-8"))}
    words = [(mutant, known.get(mutant.key(SOURCES[mutant.file]), "survived")) for mutant in drawn]
    return [Outcome(mutant, word) for mutant, word in words if word != "survived"]


def write_outcomes(outcomes: list[Outcome]) -> None:
    """
    Keep what became of the faults.
    """
    found = [(outcome.mutant.key(SOURCES[outcome.mutant.file]), outcome.word) for outcome in outcomes]
    OUTCOMES.write_text(json.dumps(found), encoding="utf-8")


def report(seed: int, outcomes: list[Outcome]) -> int:
    """
    Print what became of the faults; 1 if fewer than 85 of 100 were noticed.
    """
    words = [outcome.word for outcome in outcomes]
    killed, late = words.count("killed"), words.count("timed out")
    share = (killed + late) / len(outcomes)
    known = accepted()
    survivors = [outcome.mutant for outcome in outcomes if outcome.word == "survived"]
    explained = [mutant for mutant in survivors if mutant.key(SOURCES[mutant.file]) in known]
    print(f"seed {seed}, {len(outcomes)} drawn: {killed} killed, {late} timed out, {len(survivors)} survived")
    print(f"{share:.1%} noticed; of the survivors {len(explained)} are explained in {ACCEPTED.relative_to(ROOT)}")
    return int(share < 0.85)


if __name__ == "__main__":
    sys.exit(main())
