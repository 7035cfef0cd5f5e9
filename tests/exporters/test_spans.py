"""
Times as closed intervals.
"""

from __future__ import annotations

import warnings

import pytest

import destalinization as ds
from destalinization.dates import HistoricalDate, Interval
from destalinization.exporters import spans
from destalinization.model.period import Period

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf_validate.valid_edtf import is_valid  # type: ignore[import-untyped]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def period(since: str = "", before: str = "", *, ongoing: bool = False) -> Period:
    """
    Make a period.
    """
    return Period(
        since=HistoricalDate(since) if since else None,
        before=HistoricalDate(before) if before else None,
        ongoing=ongoing,
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (period("1925-04-10", "1961-11-10"), "1925-04-10/1961-11-09"),
        (period("1925", "1961"), "1925/1961"),
        (period("1925-04~", "1961-03-01?"), "1925-04~/1961-02-28?"),
        (period("1925"), "1925/"),
        (period("1925", ongoing=True), "1925/.."),
        (period(ongoing=True), "/.."),
        (period("", "1961"), "/1961"),
        (period(), ""),
        (period("193X", "[1961-11-10,1961-11-11]"), "193X/1961-11"),
        (period("[1947,1948]", "[1961-11-01,1961-11-02]"), "194X/1961"),
        (period("1850", "[1899,1901]"), "1850/"),
        (period("[1899,1901]", "[1961-11-01,1961-11-01]"), "/1961-10-31"),
    ],
)
def test_periods_are_closed(found: Period, expected: str) -> None:
    """
    A day is the one before, what is coarse stays so, and unknown and open ends are kept apart; no set stands at an end.
    """
    assert expected == spans.edtf(found)


def test_all_periods_are_edtf() -> None:
    """
    Each time of the data is valid EDTF, by another's judgement, which does not know unspecified digits in intervals.
    """
    found = {spans.edtf(item.period) for bearer in [*ds.places, *ds.institutions] for item in spans.held(bearer)} - {""}
    assert len(found) > 300
    assert [] == sorted(text for text in found if "X" not in text and not is_valid(text))
    assert [text for text in found if "X" in text] == [str(Interval(text)) for text in found if "X" in text]


def test_every_name_is_held() -> None:
    """
    The chain comes first, then the names beside it with their use.
    """
    volgograd = list(spans.held(ds.places["volgograd"]))
    assert [("Tsaritsyn", ""), ("Stalingrad", ""), ("Volgograd", ""), ("Hero City Stalingrad", "ceremonial")] == [
        (item.name.text, item.use) for item in volgograd
    ]


@pytest.mark.parametrize(
    ("text", "expected", "first", "final"),
    [
        ("1961-11-10", "1961-11-10", "1961-11-10", "1961-11-10"),
        ("1961-11?", "1961-11", "1961-11", "1961-11"),
        ("1961~", "1961", "1961", "1961"),
        ("196X", "", "1960-01-01", "1969-12-31"),
        ("[1961,1963]", "", "1961-01-01", "1963-12-31"),
    ],
)
def test_reduced_precision(text: str, expected: str, first: str, final: str) -> None:
    """
    Days, months and years are written as they are; anything coarser by its bounds.
    """
    day = HistoricalDate(text)
    assert (expected, first, final) == (spans.coarse(day), spans.first_or_only(day), spans.last_or_only(day))


def test_the_last_day_at_the_ends_of_time() -> None:
    """
    Nothing ends before the first day that there is.
    """
    assert "0001-01-01" == str(spans.last(period("", "0001-01-01")))
