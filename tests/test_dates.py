"""
Dates: what is read, what days it means, how it compares, and how what is no date is refused.
"""

from __future__ import annotations

import copy
import pickle
from datetime import date, datetime, timedelta
from fnmatch import fnmatchcase
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.dates import (
    DateLike,
    HistoricalDate,
    Interval,
    PeriodLike,
    as_date,
    as_period,
    parse,
)
from destalinization.errors import ACCEPTED_DATES, InvalidDate

DATES = [
    # text, earliest, latest, precision, qualifier
    ("1961-11-10", "1961-11-10", "1961-11-10", "day", ""),
    ("1960-02-29", "1960-02-29", "1960-02-29", "day", ""),
    ("0001-01-01", "0001-01-01", "0001-01-01", "day", ""),
    ("9999-12-31", "9999-12-31", "9999-12-31", "day", ""),
    ("1961-11-10~", "1961-11-10", "1961-11-10", "day", "~"),
    ("1961-11-10?", "1961-11-10", "1961-11-10", "day", "?"),
    ("1961-11-10%", "1961-11-10", "1961-11-10", "day", "%"),
    ("1961-11", "1961-11-01", "1961-11-30", "month", ""),
    ("1961-12", "1961-12-01", "1961-12-31", "month", ""),
    ("1961-02", "1961-02-01", "1961-02-28", "month", ""),
    ("1960-02", "1960-02-01", "1960-02-29", "month", ""),
    ("1900-02", "1900-02-01", "1900-02-28", "month", ""),
    ("2000-02", "2000-02-01", "2000-02-29", "month", ""),
    ("9999-12", "9999-12-01", "9999-12-31", "month", ""),
    ("1961-11~", "1961-11-01", "1961-11-30", "month", "~"),
    ("1961-11-XX", "1961-11-01", "1961-11-30", "month", ""),
    ("1961-11-XX?", "1961-11-01", "1961-11-30", "month", "?"),
    ("1961", "1961-01-01", "1961-12-31", "year", ""),
    ("0001", "0001-01-01", "0001-12-31", "year", ""),
    ("9999", "9999-01-01", "9999-12-31", "year", ""),
    ("1961~", "1961-01-01", "1961-12-31", "year", "~"),
    ("1961?", "1961-01-01", "1961-12-31", "year", "?"),
    ("1961%", "1961-01-01", "1961-12-31", "year", "%"),
    ("1961-XX", "1961-01-01", "1961-12-31", "year", ""),
    ("1961-XX%", "1961-01-01", "1961-12-31", "year", "%"),
    ("1961-XX-XX", "1961-01-01", "1961-12-31", "year", ""),
    ("1961-XX-XX~", "1961-01-01", "1961-12-31", "year", "~"),
    ("196X", "1960-01-01", "1969-12-31", "decade", ""),
    ("001X", "0010-01-01", "0019-12-31", "decade", ""),
    ("999X", "9990-01-01", "9999-12-31", "decade", ""),
    ("196X~", "1960-01-01", "1969-12-31", "decade", "~"),
    ("19XX", "1900-01-01", "1999-12-31", "century", ""),
    ("01XX", "0100-01-01", "0199-12-31", "century", ""),
    ("99XX", "9900-01-01", "9999-12-31", "century", ""),
    ("19XX?", "1900-01-01", "1999-12-31", "century", "?"),
    ("[1961-11-10,1961-11-11]", "1961-11-10", "1961-11-11", "set", ""),
    ("[1961-11-11,1961-11-10]", "1961-11-10", "1961-11-11", "set", ""),
    ("[1961,1962-03]", "1961-01-01", "1962-03-31", "set", ""),
    ("[196X,1955-02-03,1970]", "1955-02-03", "1970-12-31", "set", ""),
    ("[1961~,1962]", "1961-01-01", "1962-12-31", "set", ""),
    ("[1961]", "1961-01-01", "1961-12-31", "set", ""),
]
SETS = [
    ("[1961-11-10,1961-11-11]", ("1961-11-10", "1961-11-11")),
    ("[196X,1955-02-03,1970?]", ("196X", "1955-02-03", "1970?")),
    ("[1961]", ("1961",)),
]
INTERVALS = [
    # text, earliest, latest, how it starts, how it ends
    ("1953-03/1964-10", "1953-03-01", "1964-10-31", "dated", "dated"),
    ("1961/1961", "1961-01-01", "1961-12-31", "dated", "dated"),
    ("1961-11-10/1961-11", "1961-11-10", "1961-11-30", "dated", "dated"),
    ("1961-11/1961", "1961-11-01", "1961-12-31", "dated", "dated"),
    ("192X~/1961-XX?", "1920-01-01", "1961-12-31", "dated", "dated"),
    ("18XX/19XX", "1800-01-01", "1999-12-31", "dated", "dated"),
    ("1925-04-10/..", "1925-04-10", None, "dated", "open"),
    ("1925-04-10/", "1925-04-10", None, "dated", "unknown"),
    ("1925~/..", "1925-01-01", None, "dated", "open"),
    ("../1961-11-10", None, "1961-11-10", "open", "dated"),
    ("/1961-11-10", None, "1961-11-10", "unknown", "dated"),
    ("/196X", None, "1969-12-31", "unknown", "dated"),
]
BAD = [
    # text, where it stops making sense, a word of the reason
    ("", 0, "nothing stands"),
    ("x", 0, "expected a digit"),
    ("unknown", 0, "expected a digit"),
    ("c. 1961", 0, "expected a digit"),
    ("November 1961", 0, "expected a digit"),
    ("Spring 1961", 0, "expected a digit"),
    ("Tuesday", 0, "expected a digit"),
    ("10 Apr 1925", 2, "expected a digit"),
    ("10.11.1961", 2, "expected a digit"),
    ("+1961", 0, "expected a digit"),
    (" 1961", 0, "expected a digit"),
    ("1961 ", 4, "expected a hyphen"),
    ("1961\n", 4, "expected a hyphen"),
    ("１９６１", 0, "expected a digit"),
    ("١٩٦١", 0, "expected a digit"),
    ("1961–11", 4, "expected a hyphen"),
    ("1961.11.10", 4, "expected a hyphen"),
    ("19611110", 4, "expected a hyphen"),
    ("10000", 4, "expected a hyphen"),
    ("1961X", 4, "expected a hyphen"),
    ("1961-11X", 7, "expected a hyphen"),
    ("1961]", 4, "expected a hyphen"),
    ("1961-314", 7, "expected a hyphen"),
    ("1961-W45", 5, "expected a digit"),
    ("196x", 3, "expected a digit"),
    ("1961-xx", 5, "expected a digit"),
    ("196u", 3, "expected a digit"),
    ("196", 3, "cut short"),
    ("1961-", 5, "cut short"),
    ("1961-1", 6, "cut short"),
    ("1961-11-", 8, "cut short"),
    ("1961-11-1", 9, "cut short"),
    ("1961-11-100", 10, "ends here"),
    ("1961-11-10 ", 10, "ends here"),
    ("1961-11-10+01:00", 10, "ends here"),
    ("1961-11-10~?", 10, "ends here"),
    ("1961-00", 5, "no such month"),
    ("1961-13", 5, "no such month"),
    ("1961-42", 5, "no such month"),
    ("1961-13-XX", 5, "no such month"),
    ("1961-11-00", 8, "no such day"),
    ("1961-11-31", 8, "no such day"),
    ("1961-01-32", 8, "no such day"),
    ("1961-12-32", 8, "no such day"),
    ("1961-02-29", 8, "no such day"),
    ("1900-02-29", 8, "no such day"),
    ("1961-11-10T12:00:00", 10, "times of day"),
    ("1961-11-10T12:00:00Z", 10, "times of day"),
    ("Y12000", 0, "more than four digits"),
    ("Y-17E7", 0, "more than four digits"),
    ("1E3", 1, "exponential"),
    ("1950S2", 4, "significant digits"),
    ("-0044", 0, "before 0001"),
    ("-1961-11", 0, "before 0001"),
    ("0000", 0, "0000 is not supported"),
    ("0000-01-01", 0, "0000 is not supported"),
    ("0000-XX", 0, "0000 is not supported"),
    ("000X", 0, "0000 is not supported"),
    ("00XX", 0, "0000 is not supported"),
    ("XXXX", 0, "unspecified"),
    ("1XXX", 1, "unspecified"),
    ("X961", 0, "unspecified"),
    ("19X1", 2, "unspecified"),
    ("1961-1X", 6, "unspecified"),
    ("1961-X1", 5, "unspecified"),
    ("1961-11-1X", 9, "unspecified"),
    ("1961-XX-10", 5, "unspecified"),
    ("196X-11", 3, "unspecified"),
    ("19XX-XX", 2, "unspecified"),
    ("1961-21", 5, "seasons"),
    ("1961-24~", 5, "seasons"),
    ("1961-41", 5, "seasons"),
    ("1961-21-XX", 5, "seasons"),
    ("~1961", 0, "inside a date"),
    ("1961~-11", 4, "inside a date"),
    ("1961-~11", 5, "inside a date"),
    ("1961-11%-10", 7, "inside a date"),
    ("1961?~", 4, "inside a date"),
    ("{1961,1962}", 0, "all of a set"),
    ("[1961..1963]", 5, "ranges within sets"),
    ("[..1961]", 1, "ranges within sets"),
    ("[1961,1962..]", 10, "ranges within sets"),
    ("[", 1, "a set ends with"),
    ("[1961,1962", 10, "a set ends with"),
    ("[1961,1962]~", 12, "a set ends with"),
    ("[]", 1, "nothing stands"),
    ("[1961,]", 6, "nothing stands"),
    ("[1961,1961-13]", 11, "no such month"),
    ("[1961, 1962]", 6, "expected a digit"),
    ("[1961,[1962]]", 6, "expected a digit"),
    ("[{1961}]", 1, "all of a set"),
    ("..", 0, "belongs to an interval"),
    ("1961..", 4, "belongs to an interval"),
    ("/", 0, "a date at one end"),
    ("../..", 0, "a date at one end"),
    ("/..", 0, "a date at one end"),
    ("../", 0, "a date at one end"),
    ("1961/1960", 5, "before the start"),
    ("1961-11-10/1961-11-09", 11, "before the start"),
    ("1961-11/1961-10~", 8, "before the start"),
    ("1961/1962/1963", 9, "one slash"),
    ("1961/11/10", 7, "one slash"),
    ("1961/19623", 9, "expected a hyphen"),
    ("1961-13/1962", 5, "no such month"),
    ("1961/1962-13", 10, "no such month"),
    ("1961/-0001", 5, "before 0001"),
    ("1961/[1962,1963]", 5, "sets at the ends"),
    ("[1961,1962]/1963", 0, "sets at the ends"),
    ("{1961}/1962", 0, "sets at the ends"),
]
QUALIFIERS = ("~", "?", "%")

UNIVERSE = [date(1961, 10, 1) + timedelta(days=n) for n in range(150)]
"""Days around those that the small dates below mean; an open end reaches to the first or last of them."""


def day(text: str | None) -> date | None:
    """
    Read an ISO day.
    """
    return date.fromisoformat(text) if text else None


def meant(text: str) -> list[date]:
    """
    List the days that a text means by holding it against every day of the universe, one by one.
    """
    if "/" in text:
        first, last = text.split("/")
        from_day = UNIVERSE[0] if first in ("", "..") else meant(first)[0]
        to_day = UNIVERSE[-1] if last in ("", "..") else meant(last)[-1]
        return [found for found in UNIVERSE if from_day <= found <= to_day]
    patterns = [part.replace("X", "?") + "*" for part in text.strip("[]~?%").split(",")]
    return [found for found in UNIVERSE if any(fnmatchcase(found.isoformat(), pattern) for pattern in patterns)]


def covered(text: str) -> list[date]:
    """
    List the days from the first to the last that a text means.
    """
    days = meant(text)
    return [found for found in UNIVERSE if days[0] <= found <= days[-1]]


small_months = st.sampled_from(["1961-11", "1961-12", "1962-01"])
small_days = st.builds("{}-{:02d}".format, small_months, st.integers(1, 30))
small_dates = st.one_of(
    st.builds("{}{}".format, small_days, st.sampled_from(["", "~", "?", "%"])),
    st.builds("{}{}".format, small_months, st.sampled_from(["", "-XX", "~"])),
)
small_sets = st.lists(small_days, min_size=1, max_size=3).map(lambda days: f"[{','.join(days)}]")
small_intervals = st.one_of(
    st.tuples(small_dates, small_dates).filter(lambda ends: bool(meant("/".join(ends)))).map("/".join),
    st.builds("{}/{}".format, small_dates, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), small_dates),
)
small_periods = st.one_of(small_dates, small_sets, small_intervals)


@st.composite
def date_texts(draw: st.DrawFn) -> str:
    """
    Give the text of a date of any supported shape that is no set.
    """
    found = draw(st.dates())
    year, whole = f"{found.year:04d}", found.isoformat()
    shapes = [whole, whole[:7], f"{whole[:7]}-XX", year, f"{year}-XX", f"{year}-XX-XX"]
    if found.year >= 10:
        shapes.append(f"{year[:3]}X")
    if found.year >= 100:
        shapes.append(f"{year[:2]}XX")
    return draw(st.sampled_from(shapes)) + draw(st.sampled_from(["", *QUALIFIERS]))


set_texts = st.lists(date_texts(), min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]")
half_open_texts = st.one_of(
    st.builds("{}/{}".format, date_texts(), st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), date_texts()),
)


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "qualifier"), DATES)
def test_date_has_bounds(text: str, earliest: str, latest: str, precision: str, qualifier: str) -> None:
    """
    A date means the days from its earliest to its latest.
    """
    found = HistoricalDate(text)
    assert (day(earliest), day(latest)) == (found.earliest, found.latest)


@pytest.mark.parametrize(("text", "earliest", "latest", "precision", "qualifier"), DATES)
def test_date_has_precision_and_qualifier(
    text: str, earliest: str, latest: str, precision: str, qualifier: str
) -> None:
    """
    A date knows how precise it is, and how it is marked as a whole.
    """
    found = HistoricalDate(text)
    assert (precision, qualifier) == (found.precision, found.qualifier)


@pytest.mark.parametrize(("text", "options"), SETS)
def test_set_has_options(text: str, options: tuple[str, ...]) -> None:
    """
    One of a set keeps its members in the order in which they are written.
    """
    assert tuple(HistoricalDate(option) for option in options) == HistoricalDate(text).options


def test_plain_date_has_no_options() -> None:
    """
    Only a set has options.
    """
    assert () == HistoricalDate("1961-11-10").options


@pytest.mark.parametrize(("text", "earliest", "latest", "starts", "ends"), INTERVALS)
def test_interval_has_bounds(text: str, earliest: str | None, latest: str | None, starts: str, ends: str) -> None:
    """
    An interval lasts from the first day of its start to the last day of its end; an open or unknown end is no bound.
    """
    found = Interval(text)
    assert (day(earliest), day(latest)) == (found.earliest, found.latest)


@pytest.mark.parametrize(("text", "earliest", "latest", "starts", "ends"), INTERVALS)
def test_interval_keeps_open_and_unknown_apart(
    text: str, earliest: str | None, latest: str | None, starts: str, ends: str
) -> None:
    """
    An interval says whether each of its ends is dated, open or unknown.
    """
    found = Interval(text)
    assert (starts, ends) == (found.starts, found.ends)


@pytest.mark.parametrize(("text", "earliest", "latest", "starts", "ends"), INTERVALS)
def test_interval_has_ends(text: str, earliest: str | None, latest: str | None, starts: str, ends: str) -> None:
    """
    The dated ends of an interval are dates, the others None.
    """
    wanted = [HistoricalDate(part) if part not in ("", "..") else None for part in text.split("/")]
    found = Interval(text)
    assert wanted == [found.start, found.end]


@pytest.mark.parametrize("text", [row[0] for row in (*DATES, *INTERVALS)])
def test_text_is_kept(text: str) -> None:
    """
    What was read is written back exactly.
    """
    assert text == str(parse(text)) == parse(text).text


@given(st.one_of(date_texts(), set_texts, half_open_texts))
def test_any_text_is_kept(text: str) -> None:
    """
    Every supported text, whatever its year, is written back exactly.
    """
    assert text == str(parse(text))


@given(date_texts(), date_texts())
def test_any_interval_in_order_is_kept(one: str, other: str) -> None:
    """
    Two dates in the order of their days make an interval that is written back exactly.
    """
    first, last = sorted((one, other), key=lambda text: HistoricalDate(text).earliest)
    assert f"{first}/{last}" == str(parse(f"{first}/{last}"))


@given(date_texts())
def test_latest_is_not_before_earliest(text: str) -> None:
    """
    The earliest day of a date is not after its latest.
    """
    found = HistoricalDate(text)
    assert found.earliest <= found.latest


@given(date_texts(), st.sampled_from(QUALIFIERS))
def test_qualifiers_never_widen(text: str, qualifier: str) -> None:
    """
    A date marked as approximate or uncertain has the bounds of the plain one.
    """
    plain = HistoricalDate(text.rstrip("~?%"))
    marked = HistoricalDate(plain.text + qualifier)
    assert (plain.earliest, plain.latest) == (marked.earliest, marked.latest)


@given(small_dates)
def test_bounds_are_the_first_and_last_day_meant(text: str) -> None:
    """
    The bounds are the first and the last of the days that match the text.
    """
    found = HistoricalDate(text)
    assert (meant(text)[0], meant(text)[-1]) == (found.earliest, found.latest)


@pytest.mark.parametrize("text", [row[0] for row in DATES])
def test_date_is_shown_as_it_is_made(text: str) -> None:
    """
    The repr of a date makes the same date.
    """
    assert f"HistoricalDate({text!r})" == repr(HistoricalDate(text))


def test_interval_is_shown_as_it_is_made() -> None:
    """
    The repr of an interval makes the same interval.
    """
    assert "Interval('1953-03/..')" == repr(Interval("1953-03/.."))


def test_dates_are_equal_if_their_texts_are() -> None:
    """
    Two dates of one text are equal and have one hash.
    """
    assert {HistoricalDate("1961-11")} == {HistoricalDate("1961-11"), HistoricalDate("1961-11")}


def test_dates_of_the_same_days_but_other_texts_differ() -> None:
    """
    A year and the same year with unspecified months are not equal, nor are open and unknown ends.
    """
    assert (True, True) == (
        HistoricalDate("1961") != HistoricalDate("1961-XX"),
        Interval("1961/..") != Interval("1961/"),
    )


def test_dates_have_no_order() -> None:
    """
    Dates refuse to be sorted, since coarse dates have no order; the comparisons have names.
    """
    with pytest.raises(TypeError, match="not supported"):
        assert HistoricalDate("1961") < HistoricalDate("1962")  # type: ignore[operator]


@pytest.mark.parametrize("found", [HistoricalDate("[1961,1962]"), Interval("1961/..")])
def test_dates_cannot_change(found: HistoricalDate | Interval) -> None:
    """
    No field of a date can be set.
    """
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.text = "1962"  # type: ignore[misc]


@pytest.mark.parametrize("text", ["1961-11-10~", "[1961,1962]", "1961/..", "/1961"])
def test_dates_survive_pickling_and_copying(text: str) -> None:
    """
    A date that was pickled or copied is the same in every field.
    """
    found = parse(text)
    shown = [(field.name, getattr(found, field.name)) for field in attrs.fields(type(found))]
    for other in (pickle.loads(pickle.dumps(found)), copy.deepcopy(found), copy.copy(found)):
        assert shown == [(field.name, getattr(other, field.name)) for field in attrs.fields(type(other))]


def test_parse_gives_a_date_or_an_interval() -> None:
    """
    A text with a slash is an interval, any other a date.
    """
    assert [HistoricalDate, Interval] == [type(parse("1961")), type(parse("1961/1962"))]


def test_parse_gives_the_same_object_again() -> None:
    """
    Equal texts give one object.
    """
    assert parse("1961-11-10") is parse("1961-11-" + "10")


@pytest.mark.parametrize(("text", "position", "reason"), BAD)
def test_bad_text_is_refused_at_its_place(text: str, position: int, reason: str) -> None:
    """
    What is no date is refused, and the error names the text, the place in it and what is wrong there.
    """
    with pytest.raises(InvalidDate) as caught:
        parse(text)
    assert (text, position) == (caught.value.text, caught.value.position)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing stands where a date should"),
        ("x", "expected a digit"),
        ("10000", "expected a hyphen"),
        ("196", "the date is cut short"),
        ("1961-11-10~?", "a date ends here, or with a single ~, ? or %"),
        ("1961-13", "there is no such month"),
        ("1961-02-29", "there is no such day in that month"),
        ("1961-21", "seasons (levels 1 and 2) are not supported"),
        ("1961~-11", "a qualifier inside a date (level 2) is not supported"),
        ("1961-11-10T12", "times of day are not supported"),
        ("Y12000", "years of more than four digits (level 1) are not supported"),
        ("{1961,1962}", "all of a set (level 2) is not supported"),
        ("1E3", "exponential years (level 2) are not supported"),
        ("1950S2", "significant digits (level 2) are not supported"),
        ("1961..", "an open end belongs to an interval, such as 1961/.."),
        ("-0044", "years before 0001 (level 1) are not supported"),
        ("0000", "the year 0000 is not supported; years run from 0001 to 9999"),
        ("X961", "unspecified digits are supported only as in 196X, 19XX, 1961-XX, 1961-XX-XX and 1961-11-XX"),
        ("1961/1962/1963", "an interval has one slash, and stands where an interval is wanted"),
        ("../..", "an interval has a date at one end at least"),
        ("1962/1961", "the end lies before the start"),
        ("[1961,1962]/1963", "sets at the ends of intervals are not supported"),
        ("[1961", "a set ends with ]"),
        ("[1961..1963]", "ranges within sets (level 2) are not supported"),
    ],
)
def test_refusals_in_words(text: str, reason: str) -> None:
    """
    A refusal says in a whole sentence what is wrong.
    """
    with pytest.raises(InvalidDate) as caught:
        parse(text)
    assert reason == caught.value.reason


@pytest.mark.parametrize("sign", "~?%")
def test_a_sign_in_the_place_of_a_hyphen(sign: str) -> None:
    """
    A qualifier after year or month is named as what it is, and where it ends the text the date is merely cut off there.
    """
    with pytest.raises(InvalidDate) as caught:
        parse(f"1961{sign}{sign}")
    assert (4, "a qualifier inside a date (level 2) is not supported") == (caught.value.position, caught.value.reason)


@pytest.mark.parametrize(("text", "position", "reason"), BAD)
def test_bad_text_is_refused_with_the_accepted_forms(text: str, position: int, reason: str) -> None:
    """
    The message of a refusal shows the text, the place and the accepted forms.
    """
    with pytest.raises(InvalidDate) as caught:
        parse(text)
    message = str(caught.value)
    assert (True, True, True) == (
        repr(text) in message,
        f"at character {position}: " in message,
        message.endswith(ACCEPTED_DATES),
    )


@given(st.text("0123456789X-~?%[],./ TYES{}", max_size=14))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    """
    Whatever the text, it is kept as a date, or refused at a place within it.
    """
    try:
        told, position = str(parse(text)), 0
    except InvalidDate as error:
        told, position = error.text, error.position
    assert (text, True) == (told, 0 <= position <= len(text))


def test_slash_is_refused_where_a_date_is_wanted() -> None:
    """
    An interval is no date.
    """
    with pytest.raises(InvalidDate) as caught:
        HistoricalDate("1961/1962")
    assert (4, True) == (caught.value.position, "stands where an interval is wanted" in caught.value.reason)


def test_date_is_refused_where_an_interval_is_wanted() -> None:
    """
    A date is no interval: the slash is missing at its end.
    """
    with pytest.raises(InvalidDate) as caught:
        Interval("1961")
    assert (4, True) == (caught.value.position, "slash between its start and its end" in caught.value.reason)


@pytest.mark.parametrize("kind", [HistoricalDate, Interval])
@pytest.mark.parametrize("value", [1961, None, b"1961", date(1961, 11, 10)])
def test_only_text_makes_a_date(kind: type[HistoricalDate | Interval], value: object) -> None:
    """
    The classes themselves take text and nothing else.
    """
    with pytest.raises(InvalidDate, match="given as text"):
        kind(value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1961-11", "1961-11"),
        (1961, "1961"),
        (1, "0001"),
        (987, "0987"),
        (9999, "9999"),
        (date(1961, 11, 10), "1961-11-10"),
        (date(987, 1, 2), "0987-01-02"),
        (HistoricalDate("196X~"), "196X~"),
    ],
)
def test_as_date_takes_what_users_give(value: DateLike, text: str) -> None:
    """
    A text, a year, a day and a date are taken for a date.
    """
    assert HistoricalDate(text) == as_date(value) == as_period(value)


@pytest.mark.parametrize(
    ("value", "text"), [("1961/..", "1961/.."), (Interval("/1961"), "/1961"), ("1961/1962", "1961/1962")]
)
def test_as_period_takes_intervals_too(value: PeriodLike, text: str) -> None:
    """
    A period may be an interval.
    """
    assert Interval(text) == as_period(value)


@given(st.dates())
def test_as_date_makes_a_day_as_its_text_does(day: date) -> None:
    """
    A `datetime.date` is not read by way of its text, but gives the same in every attribute.
    """
    made, read = as_date(day), HistoricalDate(day.isoformat())
    attributes = ("text", "earliest", "latest", "precision", "qualifier", "options")
    assert (made, hash(made), repr(made)) == (read, hash(read), repr(read))
    assert [getattr(read, name) for name in attributes] == [getattr(made, name) for name in attributes]


@pytest.mark.parametrize("value", ["1961/1962", Interval("1961/1962")])
def test_as_date_refuses_an_interval(value: str | Interval) -> None:
    """
    Where a date is wanted, an interval is refused at its slash.
    """
    with pytest.raises(InvalidDate) as caught:
        as_date(value)  # type: ignore[arg-type]
    assert InvalidDate("1961/1962", 4, "a date is wanted here, not an interval") == caught.value


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (True, "a bool is no date"),
        (False, "a bool is no date"),
        (datetime(1961, 11, 10, 12), "a datetime is no date"),
        (None, "a NoneType is no date"),
        (1961.0, "a float is no date"),
        (["1961"], "a list is no date"),
        (b"1961", "a bytes is no date"),
        (0, "years run from 1 to 9999"),
        (-44, "years run from 1 to 9999"),
        (10000, "years run from 1 to 9999"),
    ],
)
def test_as_date_refuses_everything_else(value: object, reason: str) -> None:
    """
    What is rarely meant as a date, and what cannot be one, is refused and shown.
    """
    with pytest.raises(InvalidDate) as caught:
        as_date(value)  # type: ignore[arg-type]
    assert InvalidDate(repr(value), 0, reason) == caught.value


@given(small_periods, small_periods)
def test_certainly_before_holds_for_all_days(one: str, other: str) -> None:
    """
    One lies certainly before the other if each of its days lies before each of the other's.
    """
    wanted = all(a < b for a, b in product(covered(one), covered(other)))
    assert wanted == parse(one).certainly_before(parse(other))


@given(small_periods, small_periods)
def test_possibly_before_holds_for_some_days(one: str, other: str) -> None:
    """
    One lies possibly before the other if some day of it lies before some day of the other.
    """
    wanted = any(a < b for a, b in product(covered(one), covered(other)))
    assert wanted == parse(one).possibly_before(parse(other))


@given(small_periods, small_periods)
def test_certainly_after_holds_for_all_days(one: str, other: str) -> None:
    """
    One lies certainly after the other if each of its days lies after each of the other's.
    """
    wanted = all(a > b for a, b in product(covered(one), covered(other)))
    assert wanted == parse(one).certainly_after(parse(other))


@given(small_periods, small_periods)
def test_possibly_after_holds_for_some_days(one: str, other: str) -> None:
    """
    One lies possibly after the other if some day of it lies after some day of the other.
    """
    wanted = any(a > b for a, b in product(covered(one), covered(other)))
    assert wanted == parse(one).possibly_after(parse(other))


@given(small_periods, small_periods)
def test_certainly_within_holds_for_all_days(one: str, other: str) -> None:
    """
    One lies certainly within the other if each of its days is among the other's.
    """
    assert (set(covered(one)) <= set(covered(other))) == parse(one).certainly_within(parse(other))


@given(small_periods, small_periods)
def test_possibly_overlaps_holds_for_a_shared_day(one: str, other: str) -> None:
    """
    Two possibly overlap if they share a day.
    """
    wanted = not set(covered(one)).isdisjoint(covered(other))
    assert wanted == parse(one).possibly_overlaps(parse(other))


@given(small_periods, small_periods)
def test_what_is_certain_is_possible(one: str, other: str) -> None:
    """
    What certainly lies before another possibly does, and certainly not after it.
    """
    a, b = parse(one), parse(other)
    assert not a.certainly_before(b) or (a.possibly_before(b) and not a.possibly_after(b))


@given(small_periods, small_periods)
def test_before_and_after_mirror_each_other(one: str, other: str) -> None:
    """
    One lies before the other where the other lies after it.
    """
    a, b = parse(one), parse(other)
    assert (a.certainly_before(b), a.possibly_before(b)) == (b.certainly_after(a), b.possibly_after(a))


@pytest.mark.parametrize("text", ["1961/..", "1961/", "../1961", "/1961"])
def test_nothing_is_certain_across_a_missing_end(text: str) -> None:
    """
    An interval without an end on one side is neither certainly before nor certainly after itself.
    """
    found = parse(text)
    assert (False, False, True) == (
        found.certainly_before(found),
        found.certainly_after(found),
        found.possibly_overlaps(found),
    )
