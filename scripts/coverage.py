"""
Keep docs/coverage.md true: the figures of the data, and what is known to be missing.

Without an option it says what is out of date and fails; with --fix it rewrites the file.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from pages import kept

import destalinization as ds
from destalinization.figures import counts

PAGE = Path(__file__).resolve().parents[1] / "docs" / "coverage.md"
GAPS = PAGE.with_name("gaps.md")

HEAD = """\
# What is in the data, and what is missing

The figures are counted from the data, version {version}, by `destalinization stats`; `make readme` renews this page.
[The data](data.md) says what is counted as de-Stalinization.
"""


def main() -> int:
    """
    Compare the page with what it should be, or write it.
    """
    return kept(PAGE, "".join(page()))


def page() -> Iterator[str]:
    """
    Write the page: a table for each thing that is counted, and the gaps.
    """
    yield HEAD.format(version=ds.__data_version__)
    found: dict[str, list[str]] = {}
    for what, which, count in counts(ds.catalogue()):
        found.setdefault(what, []).append(f"| {which} | {count} |\n")
    for what, rows in found.items():
        yield f"\n## {what[0].upper()}{what[1:]}\n\n| | |\n| --- | ---: |\n"
        yield from rows
    yield "\n" + GAPS.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
