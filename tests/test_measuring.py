"""
What measures the library: its verdicts, its page, and the data that it generates.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import destalinization as ds
from destalinization.checks import check

sys.path.append(str(Path(__file__).parent / "benchmarks"))

import counts
import figure
import grown
import page
import tasks

BASE = figure.Figure("the limit_of *all*", 2.0, figure.milliseconds)


@pytest.mark.parametrize(
    ("ratio", "recorded", "limit", "said"),
    [
        (1.0, 1.0, None, ""),
        (1.09, 1.0, None, ""),
        (0.91, 1.0, None, ""),
        (1.11, 1.0, None, "WORSE"),
        (0.89, 1.0, None, "BETTER: record it by `make counts-fix`"),
        (5.0, None, None, ""),
        (1.31, 1.31, 1.3, "BEYOND THE LIMIT"),
        (1.3, None, 1.3, ""),
    ],
)
def test_counts_beyond_a_tenth_or_a_limit_fail(
    ratio: float, recorded: float | None, limit: float | None, said: str
) -> None:
    """
    A ratio fails where it is beyond its limit, or further than a tenth from the one that is recorded, better or worse.
    """
    assert said == counts.verdict(ratio, recorded, limit)


@pytest.mark.parametrize("version", ["3.11", "3.12"])
def test_every_task_is_recorded(version: str) -> None:
    """
    The recorded ratios of a version of Python are those of all tasks, and all of them above nothing.
    """
    recorded = counts.recorded(version)

    assert {task.name for task in tasks.TASKS} == recorded.keys()
    assert min(recorded.values()) > 0


def test_page_says_plainly_which_goals_are_missed() -> None:
    """
    The page counts the goals that are met, missed and not measured, and names each with what it is held against.
    """
    figures = [
        figure.Figure("slow", 5.0, figure.milliseconds, BASE, goal=2.0),
        figure.Figure("quick", 1.0, figure.milliseconds, BASE, goal=2.0),
        figure.Figure("unknown", None, figure.milliseconds, BASE, goal=2.0),
    ]

    text = "".join(page.page({"All": [BASE, *figures]}, "- Day: today\n"))

    assert "Of 3 goals: 1 missed, 1 met, 1 not measured.\n\nMissed:\n\n- `slow`" in text
    assert "- `slow`: at most 2.00 times `the limit_of *all*`, measured 2.50 times\n" in text
    assert r"the limit\_of \*all\*" in text


def test_generated_data_break_no_law_and_are_found() -> None:
    """
    The generated records are as many as were asked for, break no law, are the same each time, and have names that are
    found.
    """
    records = list(grown.generated(100))
    made = ds.Catalogue.from_records(records)
    town = made.places[made.places.ids()[0]]

    assert 100 == len(records)
    assert [] == list(check(made))
    assert records == list(grown.generated(100))
    assert town in {match.bearer for match in ds.find(town.names[0].forms["ru"][0], catalogue=made)}
