"""
Dates against two other readers of EDTF: bounds against the library `edtf`, validity against `edtf_validate`.

Where the others are narrower, wider or mistaken, the exception stands here in words and as a test of its own.

`edtf` on bounds:

- an unknown end gets a bound ten years away, which nobody stated; here it has none;
- an open end gets an infinite number for its bound; here it has none;
- a set of one member, an interval with unspecified digits and an open or unknown end, and most intervals that mix
  unspecified digits with anything else are not read at all; here they are;
- the strict bounds are compared, since its other bounds widen approximate dates; here no qualifier does.

`edtf_validate` on validity:

- it refuses a qualifier after unspecified digits (``196X~``), a set of one member (``[1961]``), unspecified digits in
  some intervals (``19XX/..``), and intervals whose end is coarser than their start and begins before it
  (``1961-11-10/1961-11``); here they are dates;
- it accepts 29 February of any year (``1961-02-29``), a day up to 31 in any month before a qualifier
  (``1961-02-30~``), and intervals with a date at neither end (``../..``, ``/..``); here they are none;
- it accepts what is outside the supported part: year 0000, years below it and of more than four digits, seasons,
  unspecified digits elsewhere, ranges in sets, all of a set, times of day, qualifiers inside a date, exponents,
  significant digits. Here the refusal names the feature.
"""

from __future__ import annotations

import re
import warnings
from datetime import date
from math import inf
from time import struct_time
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from destalinization.dates import HistoricalDate, Interval, parse
from destalinization.errors import InvalidDate

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException
    from edtf_validate.valid_edtf import is_valid  # type: ignore[import-untyped]

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

UNSUPPORTED = re.compile(r"not supported|unspecified digits are supported only|a date at one end at least|one slash")
"""What a refusal says of a text that is EDTF all the same."""

years = st.one_of(
    st.sampled_from(["1961", "1960", "1900", "2000", "0001", "9999", "196X", "19XX"]),
    st.integers(1, 9999).map("{:04d}".format),
)
odd_years = st.sampled_from(["0000", "XXXX", "1XXX", "X961", "000X", "-0044", "Y12000", "1950S2", "1E3"])
months = st.sampled_from(["01", "02", "06", "11", "12", "XX"])
odd_months = st.sampled_from(["00", "13", "21", "24", "1X"])
days = st.sampled_from(["01", "28", "29", "30", "31", "XX"])
odd_days = st.sampled_from(["00", "32", "1X", "X1"])
marks = st.sampled_from(["", "", "", "~", "?", "%"])


@st.composite
def edtf_dates(draw: st.DrawFn, *, odd: bool) -> str:
    """
    Give texts in the shape of EDTF dates, with a few odd parts among them if wanted.
    """

    def part(usual: st.SearchStrategy[str], unusual: st.SearchStrategy[str]) -> str:
        return draw(unusual if odd and draw(st.integers(0, 7)) == 0 else usual)

    size = draw(st.integers(1, 3))
    parts = [part(years, odd_years), part(months, odd_months), part(days, odd_days)]
    return "-".join(parts[:size]) + draw(marks)


def edtf_texts(*, odd: bool) -> st.SearchStrategy[str]:
    """
    Give texts in the shape of EDTF dates, intervals and sets.
    """
    dates = edtf_dates(odd=odd)
    ends = st.one_of(dates, dates, st.sampled_from(["", ".."]))
    sets = st.lists(dates, min_size=1, max_size=3).map(lambda members: f"[{','.join(members)}]")
    return st.one_of(dates, dates, st.tuples(ends, ends).map("/".join), sets)


def ours(text: str) -> HistoricalDate | Interval | InvalidDate:
    """
    Read a text, or give the refusal.
    """
    try:
        return parse(text)
    except InvalidDate as refusal:
        return refusal


def theirs(text: str) -> Any:
    """
    Read a text with `edtf`; None where it cannot.
    """
    try:
        return parse_edtf(text)
    except (EDTFParseException, AttributeError, TypeError):
        return None


def day(found: struct_time) -> date:
    """
    Give the day of a time as `edtf` has it.
    """
    return date(found.tm_year, found.tm_mon, found.tm_mday)


def read_here_only(text: str) -> bool:
    """
    Say whether a text is one that `edtf_validate` refuses and this library reads.
    """
    start, slash, end = text.partition("/")
    if slash:
        coarser = start.rstrip("~?%").startswith(end.rstrip("~?%") + "-")
        return "X" in text or coarser
    return (text.startswith("[") and "," not in text) or re.search(r"X[~?%]", text) is not None


@settings(max_examples=60)
@given(edtf_texts(odd=False))
@example("1961-11")
@example("19XX%")
@example("[196X,1970]")
@example("1961~/1962?")
@example("1961-XX/1962")
def test_bounds_agree_with_edtf(text: str) -> None:
    """
    Where both libraries read a text and its ends are dated, they give the same first and last day.
    """
    found = ours(text)
    other = theirs(text)
    assume(other is not None and not isinstance(found, InvalidDate))
    assert not isinstance(found, InvalidDate)
    if found.earliest is not None:
        assert day(other.lower_strict()) == found.earliest
    if found.latest is not None:
        assert day(other.upper_strict()) == found.latest


@pytest.mark.parametrize("text", ["196X~", "19XX%", "1961~", "1961-11?", "1961-11-10%", "1961-XX?"])
def test_strict_bounds_of_edtf_are_not_widened_either(text: str) -> None:
    """
    The strict bounds of the other library leave qualifiers out of account, too.
    """
    found, other = HistoricalDate(text), parse_edtf(text)
    assert (day(other.lower_strict()), day(other.upper_strict())) == (found.earliest, found.latest)


@pytest.mark.parametrize(("text", "invented"), [("1961/", date(1971, 1, 1)), ("1925-04-10/", date(1935, 4, 10))])
def test_edtf_invents_a_bound_for_an_unknown_end(text: str, invented: date) -> None:
    """
    The other library bounds an unknown end ten years on; here it has no bound.
    """
    assert (invented, None) == (day(parse_edtf(text).upper_strict()), parse(text).latest)


@pytest.mark.parametrize(("text", "invented"), [("/1961", date(1951, 12, 31)), ("/1961-11-10", date(1951, 11, 10))])
def test_edtf_invents_a_bound_for_an_unknown_start(text: str, invented: date) -> None:
    """
    The other library bounds an unknown start ten years back; here it has no bound.
    """
    assert (invented, None) == (day(parse_edtf(text).lower_strict()), parse(text).earliest)


def test_edtf_bounds_an_open_end_by_infinity() -> None:
    """
    The other library gives infinite numbers for the bounds of open ends; here they are None.
    """
    assert (inf, None) == (parse_edtf("1961/..").upper_strict(), parse("1961/..").latest)
    assert (-inf, None) == (parse_edtf("../1961").lower_strict(), parse("../1961").earliest)


@pytest.mark.parametrize("text", ["[1961]", "/1900-XX", "19XX/..", "196X?/1970", "1961-XX~/1970", "../196X"])
def test_edtf_cannot_read_some_texts(text: str) -> None:
    """
    Some texts are read here and not by the other library.
    """
    assert (None, text) == (theirs(text), parse(text).text)


@settings(max_examples=80)
@given(edtf_texts(odd=True))
@example("196X~")
@example("[1961]")
@example("19XX/..")
@example("1961-11-10/1961-11")
@example("1961-02-29")
@example("1961-02-30~")
@example("../..")
def test_validity_agrees_with_edtf_validate(text: str) -> None:
    """
    A text is read here if the validator accepts it, except where the exceptions above say otherwise.
    """
    found, accepted = ours(text), is_valid(text)
    if isinstance(found, InvalidDate):
        no_such_day = re.search(r"-02-29|-(29|3[01])[~?%]", text) and "no such day" in found.reason
        assert not accepted or no_such_day or UNSUPPORTED.search(found.reason)
    else:
        assert accepted or read_here_only(text)


@pytest.mark.parametrize(
    "text",
    ["196X~", "19XX%", "1961-XX?", "[1961]", "[196X]", "19XX/..", "/1900-XX", "1961-11-10/1961-11", "1961-11/1961?"],
)
def test_validator_refuses_what_is_a_date_here(text: str) -> None:
    """
    These texts are dates here, and the validator refuses them.
    """
    assert (False, text) == (is_valid(text), parse(text).text)


@pytest.mark.parametrize(
    "text",
    [
        "1961-02-29",
        "../..",
        "/..",
        "0000",
        "-0044",
        "Y12000",
        "XXXX",
        "1XXX",
        "1961-XX-10",
        "1961-1X",
        "1961-21",
        "[1961..1963]",
        "[..1961]",
        "{1961,1962}",
        "1961-11-10T12:00:00Z",
        "1961~-11",
        "?1961",
        "1950S2",
        "Y-17E7",
    ],
)
def test_validator_accepts_what_is_no_date_here(text: str) -> None:
    """
    These texts are EDTF for the validator, and refused here.
    """
    assert (True, True) == (is_valid(text), isinstance(ours(text), InvalidDate))


@pytest.mark.parametrize(
    "text",
    ["", "x", "1961-13", "1961-00", "1961-11-31", "196", "1961/1960", "1961/1962/1963", "[1961,]", "1961~~", "c. 1961"],
)
def test_both_refuse_what_is_no_date(text: str) -> None:
    """
    What is no EDTF at all is refused by both.
    """
    assert (False, True) == (is_valid(text), isinstance(ours(text), InvalidDate))
