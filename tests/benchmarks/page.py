"""
The page of the documentation that tells what was measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from figure import Figure, Sections, literal, table

HEAD = """\
# Speed and size

What the library costs, beside other libraries that are asked for the same thing and beside the least that it could
cost: a bare interpreter, `dict.get`, `json.loads` of the same files. `make performance` measures everything anew and
writes this page; `tests/benchmarks/README.md` says how.

A figure counts by its ratio to what stands beside it, which is from the same run on the same machine; times alone mean
little. Instructions are those of a fresh interpreter from its start to its end, with compiled bytecode.
"""


def page(sections: Sections, about: str, left_out: Sequence[str] = ()) -> Iterator[str]:
    """
    Write the page.

    Args:
        sections: the figures.
        about: with what, on what and when they were measured, as a list.
        left_out: what was not measured this time.
    """
    yield HEAD
    yield f"\n## With what, and on what\n\n{about}"
    if left_out:
        yield f"\nNot measured this time: {', '.join(left_out).lower()}.\n"
    yield from goals(list(chain.from_iterable(sections.values())))
    yield "\n## Everything that was measured\n\n"
    yield "A ratio is the value over that of the row which is named after it; a goal is the largest that is good.\n\n"
    yield f"{table(sections, literal)}\n"


def goals(figures: list[Figure]) -> Iterator[str]:
    """
    Say which goals are met, which are missed, and which could not be measured.

    Args:
        figures: all figures.
    """
    aimed = [figure for figure in figures if figure.goal is not None]
    kinds = {
        "Missed": [figure for figure in aimed if figure.verdict == "MISSED"],
        "Met": [figure for figure in aimed if figure.verdict == "met"],
        "Not measured": [figure for figure in aimed if figure.ratio is None],
    }
    counts = ", ".join(f"{len(found)} {kind.lower()}" for kind, found in kinds.items())
    yield f"\n## Goals\n\nOf {len(aimed)} goals: {counts}.\n"
    for kind, found in kinds.items():
        if found:
            yield f"\n{kind}:\n\n"
            yield from (f"- {told(figure)}\n" for figure in found)


def told(figure: Figure) -> str:
    """
    Tell a goal in a line.
    """
    against = figure.against.name if figure.against else ""
    goal = f"at most {figure.goal:.2f} times `{against}`"
    return f"`{figure.name}`: {goal}" + ("" if figure.ratio is None else f", measured {figure.ratio:.2f} times")
