"""
Fuzz the library, an hour in all, and print a line for each target; or repeat what was found.

Usage::

    fuzz.py [--seconds 3600] [TARGET ...]    fuzz all targets, or these, and share the time out among them
    fuzz.py --repeat TARGET FILE             check one file, without atheris

What the fuzzer has learnt stays in build/fuzz/TARGET/corpus, and the next run goes on from there. A finding is a file
in build/fuzz/TARGET/found.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from targets import TARGETS, target

BUILD = Path("build/fuzz")
ENGINE = Path(__file__).with_name("engine.py")
LIMITS = ("-timeout=30", "-rss_limit_mb=3000", "-max_len=8192", "-print_final_stats=1")
"""How long and large a single input may make the library, and how long it may be itself."""


class Outcome(NamedTuple):
    """
    What became of a target.

    Attributes:
        name: the target.
        runs: how many inputs it was given.
        covered: how many edges of the code they went along.
        kept: how many inputs are kept, since each went a way that no other did.
        found: the files that do what must not happen.
    """

    name: str
    runs: int
    covered: int
    kept: int
    found: tuple[Path, ...]


def prepare(name: str) -> Path:
    """
    Write the seeds and the dictionary of a target; what was found before is a seed, so that it is tried again.

    Args:
        name: the target.

    Returns:
        The folder that all of it stands in.
    """
    folder = BUILD / name
    for part in ("seeds", "corpus", "found"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    for path in (folder / "found").iterdir():
        path.replace(folder / "seeds" / path.name)
    module = target(name)
    for seed in module.seeds():
        (folder / "seeds" / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in module.WORDS)
    (folder / "words").write_text("".join(f'"{word}"\n' for word in words), encoding="ascii")
    return folder


def fuzz(name: str, seconds: int) -> Outcome:
    """
    Fuzz one target.

    Args:
        name: the target.
        seconds: how long.
    """
    folder = prepare(name)
    command: list[str | Path] = [
        sys.executable, ENGINE, name, f"-max_total_time={seconds}", f"-dict={folder / 'words'}",
        f"-artifact_prefix={folder / 'found'}/", *LIMITS, folder / "corpus", folder / "seeds",
    ]  # fmt: skip
    with (folder / "log").open("w", encoding="utf-8") as log:
        ended = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False).returncode
    told = (folder / "log").read_text(encoding="utf-8", errors="replace")
    runs = _last(r"stat::number_of_executed_units:\s+(\d+)|^#(\d+)", told)
    found = tuple(sorted(path for path in (folder / "found").iterdir() if not path.name.startswith("slow-unit")))
    if ended and not found:
        raise SystemExit(f"{name}: the engine failed, see {folder / 'log'}")
    return Outcome(name, runs, _last(r"cov: (\d+)", told), len(list((folder / "corpus").iterdir())), found)


def _last(pattern: str, text: str) -> int:
    """
    Give the last number in a log that a pattern finds.
    """
    numbers = [max(match.groups(default="")) for match in re.finditer(pattern, text, re.MULTILINE)]
    return int(numbers[-1]) if numbers else 0


def summary(outcomes: list[Outcome]) -> Iterator[str]:
    """
    Write what became of the targets, with the commands that repeat what was found.

    Args:
        outcomes: one for each target.
    """
    yield f"{'target':12}{'inputs':>12}{'edges':>8}{'kept':>8}{'found':>8}"
    for name, runs, covered, kept, found in outcomes:
        yield f"{name:12}{runs:>12,}{covered:>8,}{kept:>8,}{len(found):>8}"
    for outcome in outcomes:
        for path in outcome.found:
            yield f"{sys.executable} {Path(__file__).relative_to(Path.cwd())} --repeat {outcome.name} {path}"


def main() -> int:
    """
    Do what the command line says.
    """
    parser = argparse.ArgumentParser(description="Fuzz the library.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"one of {', '.join(TARGETS)}; all without it")
    parser.add_argument("--seconds", type=int, default=3600, help="how long, in all")
    parser.add_argument("--repeat", nargs=2, metavar=("TARGET", "FILE"), help="check one file")
    options = parser.parse_args()
    if options.repeat:
        name, path = options.repeat
        target(name).check(Path(path).read_bytes())
        return 0
    wanted = options.targets or TARGETS
    outcomes = []
    for name in wanted:
        print(f"fuzzing {name} for {options.seconds // len(wanted)} s", flush=True)
        outcomes.append(fuzz(name, options.seconds // len(wanted)))
    print(*summary(outcomes), sep="\n")
    return 1 if any(outcome.found for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
