"""
What a bearer was called on a day: by hand, and by two implementations beside each other.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.dates import HistoricalDate, Interval
from destalinization.model.names import Name, SideName
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.relations import Ending
from destalinization.model.timeline import Timeline, Window, timeline_of, window
from destalinization.strategies import historical_dates, institutions, intervals, places
from destalinization.vocabulary import DisputeStanding, Succession

DAY = timedelta(days=1)
BEARERS = [*ds.places, *ds.institutions]
DATED = [bearer for bearer in BEARERS if any(name.since for name in bearer.names)]
EACH = pytest.mark.parametrize("bearer", BEARERS, ids=[bearer.id for bearer in BEARERS])

Answered = tuple[str, list[tuple[str, str]]]


def day(text: str) -> HistoricalDate | None:
    """
    Make a date, or None of an empty text.
    """
    return HistoricalDate(text) if text else None


def dispute(value: str, field: str = "since", standing: DisputeStanding = "open") -> Dispute:
    """
    Make what another source says.
    """
    return Dispute(field=field, value=value, standing=standing, citations=(Citation(source="another"),))


def dated(text: str, *others: str) -> Dated:
    """
    Make a date that others dispute.
    """
    value = Interval(text) if "/" in text else HistoricalDate(text)
    return Dated(value=value, disputes=tuple(dispute(other, "value") for other in others))


def name(
    key: str,
    since: str = "",
    until: str = "",
    *disputes: Dispute,
    succession: Succession = "direct",
    attested: tuple[str, ...] = (),
) -> Name:
    """
    Make a name of its key and dates.
    """
    return Name(
        key=key,
        text=key.upper(),
        since=day(since),
        until=day(until),
        succession=succession,
        attested=tuple(map(dated, attested)),
        disputes=disputes,
        citations=(Citation(source=f"source-{key}"),),
    )


def town(
    *names: Name,
    current: bool | None = True,
    founded: Dated | None = None,
    ending: Ending | None = None,
    also: tuple[SideName, ...] = (),
) -> Place:
    """
    Make a town of its names, in use today unless something else is said.
    """
    current = current if ending is None else False
    return Place(
        id="town", label="Town", kind="town", names=names, current=current, founded=founded, ending=ending, also=also
    )


def ended(text: str, *others: str) -> Ending:
    """
    Make an end on a date that others dispute.
    """
    return Ending(how="abolished", date=day(text), disputes=[dispute(other, "date") for other in others])


def answered(bearer: ds.Bearer, on: str) -> Answered:
    """
    Give the state on a date, and the keys and grades of the names that may hold.
    """
    answer = bearer.name_on(on)
    return answer.state, [(candidate.name.key, candidate.grade) for candidate in answer.candidates]


def reasons(bearer: ds.Bearer, on: str) -> list[str]:
    """
    Give the reasons of the names that may hold on a date.
    """
    return [candidate.reason for candidate in bearer.name_on(on).candidates]


def certain(key: str) -> Answered:
    """
    Give the answer that one name certainly holds.
    """
    return "named", [(key, "certain")]


TWO = town(name("a", "1925-04-10"), name("b", "1961-11-10"))
DISPUTED = town(name("a", "1925-04-10"), name("b", "1961-11-10", "", dispute("1961-11-11")))
REFUTED = town(name("a", "1925-04-10"), name("b", "1961-11-10", "", dispute("1961-11-11", standing="refuted")))
COARSE = town(name("a", "1925-04-10"), name("b", "1961"))
MARKED = town(name("a", "1925-04-10"), name("b", "1929~"), name("c", "1961-11-10"))
GAP = town(name("a", "1900", "1941-10-05"), name("b", "1943-09-08", succession="gap"))
UNSURE = town(name("a", "1900-01-01"), name("b", "1925-01-01", succession="uncertain"))
GONE = town(name("a", "1900"), name("b", "1925"), ending=ended("1970-06-01"))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1925-04-10", certain("a")),
        ("1961-11-09", certain("a")),
        ("1961-11-10", certain("b")),
        ("1961-11-11", certain("b")),
        ("2025-01-01", certain("b")),
        ("1925-04-09", ("unknown", [])),
    ],
)
def test_a_name_holds_up_to_the_day_of_the_next(on: str, expected: Answered) -> None:
    """
    A name holds from its day up to, not including, the day of the next one; of the time before the first name nothing
    is known.
    """
    assert expected == answered(TWO, on)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1961-11-09", certain("a")),
        ("1961-11-10", ("named", [("b", "possible"), ("a", "possible")])),
        ("1961-11-11", certain("b")),
    ],
)
def test_an_open_dispute_makes_days_possible(on: str, expected: Answered) -> None:
    """
    On the days between two dates that sources give, both names may hold, the one of the preferred date first.
    """
    assert expected == answered(DISPUTED, on)


@pytest.mark.parametrize("on", ["1961-11-09", "1961-11-10", "1961-11-11"])
def test_a_refuted_dispute_changes_nothing(on: str) -> None:
    """
    What a document has refuted leaves every day as sure as it was.
    """
    assert answered(TWO, on) == answered(REFUTED, on)


@pytest.mark.parametrize("value", ["renamed by a decree of the city", "1961-13-45", ""])
def test_a_dispute_without_a_date_changes_nothing(value: str) -> None:
    """
    A dispute that gives no date leaves every day as sure as it was.
    """
    bearer = town(name("a", "1925-04-10"), name("b", "1961-11-10", "", dispute(value)))
    assert [answered(TWO, on) for on in ("1961-11-09", "1961-11-10")] == [
        answered(bearer, on) for on in ("1961-11-09", "1961-11-10")
    ]


def test_a_dispute_about_something_else_changes_nothing() -> None:
    """
    A dispute about the act of a name is none about its date.
    """
    bearer = town(name("a", "1925-04-10"), name("b", "1961-11-10", "", dispute("1961-11-11", "act")))
    assert certain("b") == answered(bearer, "1961-11-10")


def test_a_dispute_may_give_an_interval() -> None:
    """
    A source that gives a stretch of time makes all its days possible.
    """
    bearer = town(name("a", "1925-04-10"), name("b", "1961-11-10", "", dispute("1961-11-08/1961-11-12")))
    found = [answered(bearer, f"1961-11-{number:02}")[1][0] for number in range(7, 14)]
    possible = [("a", "possible")] * 2 + [("b", "possible")] * 2
    assert [("a", "certain"), *possible, ("b", "certain"), ("b", "certain")] == found


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1960-12-31", certain("a")),
        ("1961-01-01", ("named", [("a", "possible"), ("b", "possible")])),
        ("1961-12-30", ("named", [("a", "possible"), ("b", "possible")])),
        ("1961-12-31", certain("b")),
    ],
)
def test_a_coarse_date_makes_its_days_possible(on: str, expected: Answered) -> None:
    """
    Within the year in which a name began both may hold; a coarse date counts as its last day.
    """
    assert expected == answered(COARSE, on)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1928-12-31", ("named", [("a", "likely")])),
        ("1929-06-01", ("named", [("a", "possible"), ("b", "possible")])),
        ("1929-12-31", ("named", [("b", "likely")])),
        ("1950-01-01", ("named", [("b", "likely")])),
        ("1961-11-10", certain("c")),
    ],
)
def test_an_approximate_date_is_likely(on: str, expected: Answered) -> None:
    """
    A date that is marked as approximate makes the names that it bounds likely, not certain.
    """
    assert expected == answered(MARKED, on)


@pytest.mark.parametrize("mark", "~?%")
def test_every_mark_is_a_mark(mark: str) -> None:
    """
    Approximate, uncertain, and both: each makes a name likely.
    """
    assert ("named", [("a", "likely")]) == answered(town(name("a", f"1929-01-01{mark}")), "1950")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1941-10-04", certain("a")),
        ("1941-10-05", ("gap", [])),
        ("1943-09-07", ("gap", [])),
        ("1943-09-08", certain("b")),
    ],
)
def test_a_gap_has_no_name(on: str, expected: Answered) -> None:
    """
    Between the day on which a name was given up and the one that follows after a gap there is no name.
    """
    assert expected == answered(GAP, on)


def test_a_gap_without_a_beginning_is_no_gap() -> None:
    """
    Where nobody knows when the gap began, the old name may hold up to the new one.
    """
    bearer = town(name("a", "1900-01-01"), name("b", "1943-09-08", succession="gap"))
    assert ("named", [("a", "possible")]) == answered(bearer, "1943-09-07")


def test_nothing_is_known_between_names_that_do_not_meet() -> None:
    """
    A hole in the chain that nobody calls a gap is unknown.
    """
    bearer = town(name("a", "1900", "1920-01-01"), name("b", "1925-01-01"))
    assert ("unknown", []) == answered(bearer, "1922")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1924-12-31", ("named", [("a", "possible")])),
        ("1925-01-01", certain("b")),
        ("1899-12-31", ("unknown", [])),
    ],
)
def test_names_may_be_missing_in_between(on: str, expected: Answered) -> None:
    """
    Where names may be missing before the next one, a name may hold up to it, but not for certain.
    """
    assert expected == answered(UNSURE, on)


def test_an_attestation_makes_the_time_before_it_certain() -> None:
    """
    A name whose end is unknown certainly held from its beginning up to the last day on which it was attested.
    """
    bearer = town(name("a", "1900-01-01", attested=("1910-05-01",)), name("b", "1925-01-01", succession="uncertain"))
    found = [answered(bearer, on) for on in ("1910-05-01", "1910-05-02")]
    assert [certain("a"), ("named", [("a", "possible")])] == found


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1969-12-31", certain("b")),
        ("1970-05-31", certain("b")),
        ("1970-06-01", ("ended", [])),
        ("2020-01-01", ("ended", [])),
    ],
)
def test_no_name_holds_after_the_end(on: str, expected: Answered) -> None:
    """
    The last name holds up to, not including, the day on which the bearer ended.
    """
    assert expected == answered(GONE, on)


def test_a_disputed_end_is_possible() -> None:
    """
    Between the days that sources give for the end, the last name may hold.
    """
    bearer = town(name("a", "1922-12-30"), ending=ended("1991-12-26", "1991-12-25"))
    found = [answered(bearer, f"1991-12-{number}") for number in (24, 25, 26)]
    assert [certain("a"), ("named", [("a", "possible")]), ("ended", [])] == found


def test_an_end_on_an_unknown_day_is_possible_ever_after() -> None:
    """
    Where the day of the end is unknown, the last name may hold at any time after its beginning.
    """
    bearer = town(name("a", "1922-12-30"), ending=Ending(how="split"))
    assert ("named", [("a", "possible")]) == answered(bearer, "2020-01-01")


def test_a_bearer_may_outlive_its_last_name() -> None:
    """
    Between the end of the last name and the end of the bearer nothing is known; it has not ended yet.
    """
    bearer = town(name("a", "1900", "1960-01-01"), ending=ended("1970-01-01"))
    found = [answered(bearer, on) for on in ("1959-12-31", "1965-01-01", "1970-01-01")]
    assert [certain("a"), ("unknown", []), ("ended", [])] == found


@pytest.mark.parametrize("current", [None, False])
def test_a_name_not_in_use_today_may_have_ended(current: bool | None) -> None:
    """
    A last name that is not in use today, or of which nobody knows, may hold at any time after its beginning.
    """
    assert ("named", [("a", "possible")]) == answered(town(name("a", "1900-01-01"), current=current), "1950-01-01")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1588-12-31", ("before-founding", [])),
        ("1589-06-01", ("named", [("a", "possible")])),
        ("1589-12-31", certain("a")),
    ],
)
def test_no_name_holds_before_the_founding(on: str, expected: Answered) -> None:
    """
    Before the year of the founding there is no bearer; within it there may be.
    """
    assert expected == answered(town(name("a", "1589"), founded=dated("1589")), on)


def test_an_undated_first_name_begins_with_the_founding() -> None:
    """
    A first name without a date holds from the founding, if a later one shows that it does not hold for ever.
    """
    bearer = town(name("a"), name("b", "1925-01-01"), founded=dated("1900-01-01"))
    found = [answered(bearer, on) for on in ("1899-12-31", "1900-01-01", "1924-12-31")]
    assert [("before-founding", []), ("named", [("a", "possible")]), ("named", [("a", "possible")])] == found


def test_a_founding_may_be_an_interval() -> None:
    """
    A founding that took some years begins with its first day.
    """
    bearer = town(name("a", "1953-05-07"), founded=dated("1950-08/1953-05"))
    assert ("before-founding", "unknown") == (answered(bearer, "1950-07-31")[0], answered(bearer, "1950-08-01")[0])


def test_a_coarse_end_is_no_later_than_the_very_next_name() -> None:
    """
    Of three names, the second bounds the coarse end of the first, and not the third.
    """
    bearer = town(
        name("a", "1900", "1941"), name("b", "1941-06-01", succession="gap"), name("c", "1961-11-10"), current=True
    )
    assert [("named", [("a", "possible")]), certain("b")] == [
        answered(bearer, on) for on in ("1941-05-01", "1941-08-01")
    ]


def test_a_first_name_may_begin_with_the_founding_that_others_give() -> None:
    """
    Where another source has an earlier founding, a first name without a date may hold from then on.
    """
    bearer = town(name("a"), name("b", "1900-01-01"), founded=dated("1870-01-01", "1860-01-01"))
    expected = ["before-founding", "named", "named"]
    assert expected == [answered(bearer, on)[0] for on in ("1859-12-31", "1860-01-01", "1870-01-01")]


@pytest.mark.parametrize("founded", ["../1950", "/1950"])
def test_a_founding_without_a_beginning_bounds_nothing(founded: str) -> None:
    """
    Where nobody knows when the founding began, the first name may hold at any time before the second.
    """
    bearer = town(name("a"), name("b", "1925-01-01"), founded=dated(founded))
    assert ("named", [("a", "possible")]) == answered(bearer, "1900")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1941-10-04", certain("a")),
        ("1941-10-05", ("named", [("a", "possible")])),
        ("1941-10-07", ("named", [("a", "possible")])),
        ("1941-10-08", ("gap", [])),
    ],
)
def test_a_disputed_end_of_a_name_makes_days_possible(on: str, expected: Answered) -> None:
    """
    Where another source says that a name was dropped later, it may hold in between.
    """
    ended = name("a", "1900", "1941-10-05", dispute("1941-10-08", "until"))
    assert expected == answered(town(ended, name("b", "1943-09-08", succession="gap")), on)


def test_a_name_that_follows_directly_before_the_end_makes_the_rest_possible() -> None:
    """
    Where a name directly follows before the one in front of it is said to have ended, the latter may have ended then.
    """
    bearer = town(name("a", "1900", "1960-01-01"), name("b", "1950-01-01", "1955-01-01"), current=False)
    assert [certain("a"), ("named", [("a", "possible")])] == [answered(bearer, "1949"), answered(bearer, "1957")]


def test_a_coarse_beginning_is_no_earlier_than_the_founding() -> None:
    """
    Within the year of a name's beginning, the days before the founding are before the founding.
    """
    bearer = town(name("a", "1953"), founded=dated("1953-05-07"))
    assert [("before-founding", []), ("named", [("a", "possible")])] == [
        answered(bearer, on) for on in ("1953-05-06", "1953-05-07")
    ]


def test_a_coarse_beginning_is_no_earlier_than_the_name_before() -> None:
    """
    A name that began some time in a year did not begin before the one that it follows.
    """
    bearer = town(name("x", "1900-01-01"), name("a", "1924-06-10"), name("b", "1924"))
    found = [answered(bearer, on) for on in ("1924-06-09", "1924-06-10", "1924-12-31")]
    assert [certain("x"), ("named", [("a", "possible"), ("b", "possible")]), certain("b")] == found


def test_a_coarse_beginning_is_no_later_than_the_name_after() -> None:
    """
    A name that began some time in a year began before the one that follows it.
    """
    bearer = town(name("x", "1900-01-01"), name("a", "1924"), name("b", "1924-06-10"))
    assert [("named", [("x", "possible"), ("a", "possible")]), certain("b")] == [
        answered(bearer, on) for on in ("1924-06-09", "1924-06-10")
    ]


def test_a_coarse_end_is_no_later_than_the_name_after() -> None:
    """
    A name that ended some time in a year ended before the one that follows it began.
    """
    bearer = town(name("a", "1900", "1925"), name("b", "1925-03-01", succession="gap"))
    assert [("named", [("a", "possible")]), certain("b")] == [
        answered(bearer, on) for on in ("1925-02-28", "1925-03-01")
    ]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1961-02-28", certain("a")),
        ("1961-03-01", certain("a")),
        ("1961-03-02", ("named", [("a", "possible"), ("b", "possible")])),
        ("1961-08-31", ("named", [("a", "possible"), ("b", "possible")])),
        ("1961-09-01", certain("b")),
    ],
)
def test_attestations_narrow(on: str, expected: Answered) -> None:
    """
    A name that was still in use on a day, and the next one that was in use on a later day, narrow the time between.
    """
    bearer = town(name("a", "1925-04-10", attested=("1961-03-01",)), name("b", "1961", attested=("1961-09-01",)))
    assert expected == answered(bearer, on)


def test_an_attestation_is_no_beginning() -> None:
    """
    A name without a date that was in use on a day held on it, and may have held before it.
    """
    bearer = town(name("a", attested=("1676-01-01",)), name("b", "1929-10-19"))
    assert [("named", [("a", "possible")]), certain("a")] == [
        answered(bearer, on) for on in ("1500-01-01", "1700-01-01")
    ]


@pytest.mark.parametrize(
    ("bearer", "expected"),
    [
        (town(name("a")), ("named", [("a", "possible")])),
        (town(name("a"), current=False), ("unknown", [("a", "possible")])),
        (town(name("a"), current=None), ("unknown", [("a", "possible")])),
        (town(), ("unknown", [])),
        (town(ending=ended("1900")), ("ended", [])),
    ],
)
def test_names_without_any_date(bearer: Place, expected: Answered) -> None:
    """
    A single name without a date is in use if it is in use today; otherwise nothing is known, and it is no best name.
    """
    assert expected == answered(bearer, "1950-06-01")


def test_a_disputed_founding_is_before_it_by_the_preferred_date() -> None:
    """
    Before the preferred date of the founding there is no bearer, whatever other sources say; names begin on their own.
    """
    bearer = town(name("a", "2000-01-01"), founded=dated("1999-02", "1999-01-01"))
    found = [answered(bearer, on)[0] for on in ("1998-12-31", "1999-01-31", "1999-02-01", "2000-01-01")]
    assert ["before-founding", "before-founding", "unknown", "named"] == found


def test_dates_that_contradict_each_other_are_possible() -> None:
    """
    Where one name has not ended yet by its own date, and another may have begun, none is more than possible.
    """
    bearer = town(name("a", "1900", "1941-10-05"), name("b", "1943-09-08", "", dispute("1940-01-01")))
    found = [answered(bearer, on) for on in ("1939-12-31", "1940-01-01", "1941-10-05", "1943-09-08")]
    both, one = [("a", "possible"), ("b", "possible")], [("b", "possible")]
    assert [certain("a"), ("named", both), ("named", one), certain("b")] == found


def test_names_without_any_date_step_back() -> None:
    """
    A name that no date bounds is no answer while there is one that a date bounds.
    """
    bearer = town(
        name("a", "1900-01-01"),
        name("b", succession="uncertain"),
        name("c", succession="uncertain"),
        name("d", "1950-01-01", succession="uncertain"),
    )
    assert ("named", [("a", "possible")]) == answered(bearer, "1930-01-01")


@pytest.mark.parametrize(
    ("bearer", "on", "expected"),
    [
        (TWO, "1950", certain("a")),
        (TWO, "1961", ("named", [("a", "possible"), ("b", "possible")])),
        (TWO, "1961-11", ("named", [("b", "possible"), ("a", "possible")])),
        (TWO, "196X", ("named", [("b", "possible"), ("a", "possible")])),
        (TWO, "1962", certain("b")),
        (TWO, "1925", ("named", [("a", "possible")])),
        (TWO, "1961-XX", ("named", [("a", "possible"), ("b", "possible")])),
        (TWO, "[1950-01-01,1970-01-01]", ("named", [("a", "possible"), ("b", "possible")])),
        (TWO, "1961-11-10~", certain("b")),
        (GAP, "1942", ("gap", [])),
        (GAP, "1941", ("named", [("a", "possible")])),
        (GONE, "1970", ("named", [("b", "possible")])),
        (GONE, "1971", ("ended", [])),
        (MARKED, "1950", ("named", [("b", "likely")])),
        (town(name("a", "1950"), founded=dated("1900")), "1949", ("unknown", [])),
        (town(name("a", "1950", "1960-01-01"), ending=ended("1970-06-01")), "1970", ("unknown", [])),
    ],
)
def test_coarse_questions(bearer: Place, on: str, expected: Answered) -> None:
    """
    Over several days a name is certain only if it certainly holds on each; where it only may, the one that holds in
    the middle comes first. Where no day has a name and the days differ, nothing is known.
    """
    assert expected == answered(bearer, on)


@pytest.mark.parametrize("on", ["1950", 1950, date(1950, 6, 1), HistoricalDate("1950-06")])
def test_dates_may_be_given_in_many_ways(on: Any) -> None:
    """
    A date may be text, a year, a date of the standard library, or a date of this one.
    """
    assert "A" == str(TWO.name_on(on).best)


@pytest.mark.parametrize("on", ["", "yesterday", True, 1950.5, None, "1950/1951", 0])
def test_what_is_no_date_is_refused(on: Any) -> None:
    """
    What is no date, and an interval, is refused.
    """
    with pytest.raises(ds.InvalidDate):
        TWO.name_on(on)


@pytest.mark.parametrize(
    ("bearer", "period", "expected"),
    [
        (TWO, "1950/1970", [("a", "certain"), ("b", "certain")]),
        (TWO, "1961-11-10/..", [("b", "certain")]),
        (TWO, "../1925-04-09", []),
        (TWO, "../1925-04-10", [("a", "certain")]),
        (TWO, "1961-11-09", [("a", "certain")]),
        (COARSE, "1961-01/1961-06", [("a", "possible"), ("b", "possible")]),
        (MARKED, "1920/1970", [("a", "likely"), ("b", "likely"), ("c", "certain")]),
        (GAP, "1942-01/1943-01", []),
        (GONE, "1975/", []),
        (town(name("a"), name("b", "1950"), name("c", succession="uncertain")), "1900/2000", None),
        (town(name("a", "1900", "1955-01-01"), name("b", "1950-01-01")), "1952/1953", None),
        (town(name("a", "1900", "1955-01-01"), name("b", "1950-01-01")), "1952", None),
    ],
)
def test_names_during_a_period(bearer: Place, period: str, expected: list[tuple[str, str]] | None) -> None:
    """
    The names of a period are those that may have held on one of its days, in the order of the chain, both ends
    included; certain are those that certainly held on one.
    """
    found = [(candidate.name.key, candidate.grade) for candidate in bearer.names_during(period)]
    assert ([("a", "possible"), ("b", "possible")] if expected is None else expected) == found


def test_a_name_that_came_back_is_named_twice() -> None:
    """
    A name that was taken again is in the period twice.
    """
    bearer = town(name("a", "1900"), name("b", "1930"), name("a-again", "1950"))
    assert ["a", "b", "a-again"] == [candidate.name.key for candidate in bearer.names_during("1900/2000")]


@pytest.mark.parametrize(
    ("bearer", "on", "expected"),
    [
        (TWO, "1950", ["in force from 1925-04-10, before 1961-11-10"]),
        (TWO, "2000", ["in force from 1961-11-10 to today"]),
        (TWO, "1961", ["in force from 1925-04-10, before 1961-11-10", "in force from 1961-11-10 to today"]),
        (
            DISPUTED,
            "1961-11-10",
            [
                "in force from 1961-11-10 to today; another source gives 1961-11-11 for its beginning",
                "in force from 1925-04-10, before 1961-11-10; another source gives 1961-11-11 for the next name",
            ],
        ),
        (
            COARSE,
            "1961-06-01",
            [
                "in force from 1925-04-10, before 1961; the date of the next name is known only as 1961",
                "in force from 1961 to today; the date of its beginning is known only as 1961",
            ],
        ),
        (
            MARKED,
            "1950",
            [
                (
                    "in force from 1929~, before 1961-11-10; the date of its beginning, 1929~, is marked as approximate"
                    " or uncertain"
                )
            ],
        ),
        (UNSURE, "1910", ["in force from 1900-01-01 to an unknown date; its end is unknown"]),
        (
            town(name("a", "1900", "1920", dispute("1922", "until")), name("b", "1950", succession="gap")),
            "1920-06-01",
            [
                (
                    "in force from 1900, before 1920; the date of its end is known only as 1920"
                    "; another source gives 1922 for its end"
                )
            ],
        ),
        (
            town(name("a", "1900"), ending=ended("1970", "1971", "1972")),
            "1971-06-01",
            [
                (
                    "in force from 1900, before 1970; the date of the end is known only as 1970"
                    "; another source gives 1971 or 1972 for the end"
                )
            ],
        ),
        (
            town(name("a", "1900"), ending=Ending(how="split")),
            "1950",
            ["in force from 1900 to an unknown date; the date of the end is unknown"],
        ),
        (
            town(name("a", "1900"), current=None),
            "1950",
            ["in force from 1900 to an unknown date; whether it is in use today is unknown"],
        ),
        (town(name("a", "1900"), current=False), "1950", ["in force from 1900 to an unknown date; its end is unknown"]),
        (
            town(name("a"), name("b", "1950")),
            "1940",
            ["in force from an unknown date, before 1950; the date of its beginning is unknown"],
        ),
        (
            town(name("a", "1900"), name("b"), name("c", "1950")),
            "1940",
            [
                "in force from 1900 to an unknown date; the date of the next name is unknown",
                "in force from an unknown date, before 1950; the date of its beginning is unknown",
            ],
        ),
    ],
)  # fmt: skip
def test_reasons_in_words(bearer: Place, on: str, expected: list[str]) -> None:
    """
    The reason says when the name was in force, and what keeps it from being certain, as far as it bears on the date.
    """
    assert expected == reasons(bearer, on)


def test_an_answer_knows_what_it_rests_on() -> None:
    """
    An answer has the best name, its period, its citations, and what it was asked.
    """
    answer = DISPUTED.name_on("1961-11-10")
    assert (answer.best, answer.grade, str(answer.period), [c.source for c in answer.citations], str(answer.on)) == (
        DISPUTED.names[1],
        "possible",
        "from 1961-11-10 to today",
        ["source-b"],
        "1961-11-10",
    )


@pytest.mark.parametrize(("bearer", "on"), [(GAP, "1942"), (GONE, "1980"), (town(name("a"), current=None), "1950")])
def test_an_answer_without_a_name_has_none(bearer: Place, on: str) -> None:
    """
    Where no name is known to hold, there is no best name, grade or period, and nobody to cite.
    """
    answer = bearer.name_on(on)
    assert (None, None, None, ()) == (answer.best, answer.grade, answer.period, answer.citations)


def test_answers_in_words() -> None:
    """
    An answer and its candidates can be printed.
    """
    answer = DISPUTED.name_on("1961-11-10")
    assert (
        "town on 1961-11-10: B (possible)",
        "<NameAnswer: town on 1961-11-10: B (possible)>",
        "town on 1942: gap",
        "A (possible: in force from 1925-04-10, before 1961-11-10; another source gives 1961-11-11 for the next name)",
        "<Candidate: A (possible) of town on 1961-11-10>",
    ) == (
        str(answer),
        repr(answer),
        str(GAP.name_on("1942")),
        str(answer.candidates[1]),
        repr(answer.candidates[1]),
    )


@pytest.mark.parametrize("bearer", [TWO, DISPUTED, GAP, GONE, MARKED])
@pytest.mark.parametrize("on", ["1942", "1961-11-10", "1980-01-01"])
def test_answers_compare_hash_pickle_and_copy(bearer: Place, on: str) -> None:
    """
    The same question has the same answer, with the same hash, also after pickling and copying.
    """
    answer = bearer.name_on(on)
    twins = [bearer.name_on(on), pickle.loads(pickle.dumps(answer)), copy.deepcopy(answer)]
    assert [(answer, hash(answer))] * 3 == [(twin, hash(twin)) for twin in twins]


def test_answers_to_other_questions_differ() -> None:
    """
    Answers about another date or another bearer are not equal.
    """
    assert 4 == len({TWO.name_on("1950"), TWO.name_on("1951"), COARSE.name_on("1950"), COARSE.name_on("1951")})


def test_names_beside_the_chain() -> None:
    """
    An answer gives the names beside the chain that may have been in use then, and no best name is among them.
    """
    also = tuple(
        SideName(name=side, use="de-facto")
        for side in (name("x", "1941", "1943-09"), name("y", "1950"), name("z"), name("v", "1940", "1942"))
    )
    bearer = town(name("a", "1900"), also=also)
    assert [("a", ["x", "v"]), ("a", ["x"]), ("a", []), ("a", ["y"])] == [
        (answer.best.key if answer.best else "", [side.name.key for side in answer.beside])
        for answer in map(bearer.name_on, ("1942", "1943-09-15", "1945", "1960"))
    ]


@pytest.mark.parametrize(
    ("dated", "others", "expected"),
    [
        ("1961-11-10", [], ("1961-11-10", "1961-11-10", False)),
        ("1961", [], ("1961-01-01", "1961-12-31", False)),
        ("1961~", [], ("1961-01-01", "1961-12-31", True)),
        ("1961-11-10", ["1960", "1961-11-12~"], ("1960-01-01", "1961-11-12", False)),
        ("[1961-11-10,1961-11-12]", [], ("1961-11-10", "1961-11-12", False)),
    ],
)
def test_windows(dated: str, others: list[str], expected: tuple[str, str, bool]) -> None:
    """
    A window reaches from the first to the last day that any of the dates can mean; only a mark of the preferred one
    counts.
    """
    found = window(HistoricalDate(dated), map(dispute, others))
    assert found
    first, last = (date.fromordinal(number).isoformat() for number in found[:2])
    assert (expected, True) == ((first, last, found.marked), found.known)


def test_a_timeline_is_worked_out_once() -> None:
    """
    The same record has the same timeline; another record with its id has its own.
    """
    other = town(name("a", "1925-04-10"), name("b", "1961-11-10"))
    first = timeline_of(TWO)
    assert (True, True) == (first is timeline_of(TWO), timeline_of(other).bearer is other)


def edges(bearer: ds.Bearer) -> Iterator[date]:
    """
    Give the days at which something can change, by the dates of the record itself.
    """
    dates: list[Any] = [bearer.founded and bearer.founded.value, bearer.ending and bearer.ending.date]
    disputes = [
        *(bearer.founded.disputes if bearer.founded else ()),
        *(bearer.ending.disputes if bearer.ending else ()),
    ]
    for own in bearer.names:
        dates += [own.since, own.until, *(found.value for found in own.attested)]
        disputes += own.disputes
    for other in disputes:
        try:
            dates.append(ds.Interval(other.value) if "/" in other.value else ds.HistoricalDate(other.value))
        except ds.InvalidDate:
            continue
    for found in dates:
        for bound in (found.earliest, found.latest) if found else ():
            if bound is not None:
                yield from (bound + step * DAY for step in (-1, 0, 1) if date.min < bound < date.max)


def disagreements(bearer: ds.Bearer, days: list[HistoricalDate]) -> list[str]:
    """
    Give the dates on which bisection and scanning day by day differ.
    """
    timeline = Timeline(bearer)
    return [str(on) for on in days if timeline.on(on) != timeline.scan(on)]


def as_days(days: Iterator[date]) -> list[HistoricalDate]:
    """
    Make dates of days, each once.
    """
    return [HistoricalDate(found.isoformat()) for found in sorted(set(days))]


@EACH
def test_bisection_is_scanning_on_every_boundary(bearer: ds.Bearer) -> None:
    """
    On the day before, on and after each bound of every date, bisection gives what scanning gives.
    """
    assert [] == disagreements(bearer, as_days(edges(bearer)))


@EACH
@pytest.mark.parametrize("on", ["1961", "1941-10", "[1929-10-16,1929-12-05]"])
def test_bisection_is_scanning_over_coarse_dates(bearer: ds.Bearer, on: str) -> None:
    """
    Over a year, a month and a set, bisection gives what scanning gives.
    """
    assert [] == disagreements(bearer, [HistoricalDate(on)])


@given(st.sampled_from(BEARERS), st.lists(st.dates(date(1500, 1, 1), date(2030, 1, 1)), max_size=20))
def test_bisection_is_scanning_on_any_day(bearer: ds.Bearer, days: list[date]) -> None:
    """
    On any day, bisection gives what scanning gives.
    """
    assert [] == disagreements(bearer, as_days(iter(days)))


@given(places() | institutions(), st.data())
def test_bisection_is_scanning_for_any_chain(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    For any chain, on every boundary and over a coarse date, bisection gives what scanning gives.
    """
    days = as_days(edges(bearer))
    drawn = data.draw(historical_dates())
    coarse = [drawn] if (drawn.latest - drawn.earliest).days < 400 else []
    assert [] == disagreements(bearer, days + coarse)


def known_days(bearer: ds.Bearer) -> Iterator[tuple[Name, date]]:
    """
    Give for each name the first and the last day on which its dates leave no doubt that it held: the last day that its
    beginning can mean, and the day before the first that the next one's can.
    """
    for own, period in zip(bearer.names, bearer.periods(), strict=True):
        doubted = any(found.standing == "open" for found in own.disputes)
        following = bearer.names[bearer.names.index(own) + 1 :][:1]
        doubted |= any(found.standing == "open" for name in following for found in name.disputes)
        doubted |= bearer.ending is not None and any(found.standing == "open" for found in bearer.ending.disputes)
        if own.since is None or doubted or not (period.ongoing or period.before):
            continue
        last = date(2030, 1, 1) if period.before is None else period.before.earliest - DAY
        if own.since.latest <= last:
            yield own, own.since.latest
            yield own, last


@pytest.mark.parametrize("bearer", DATED, ids=[bearer.id for bearer in DATED])
def test_every_name_holds_in_its_period(bearer: ds.Bearer) -> None:
    """
    On the first and the last day of the undisputed period of every name, that name is the only answer.
    """
    found = [(own, day.isoformat(), bearer.name_on(day)) for own, day in known_days(bearer)]
    assert [] == [str(answer) for own, _, answer in found if [c.name for c in answer.candidates] != [own]]


@given(st.sampled_from(DATED).filter(lambda bearer: any(known_days(bearer))), st.data())
def test_every_name_holds_on_any_day_of_its_period(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    On any day of the undisputed period of a name, that name is the only answer, and it is more than possible.
    """
    days = list(known_days(bearer))
    number = data.draw(st.integers(0, len(days) // 2 - 1))
    (own, first), (_, last) = days[2 * number : 2 * number + 2]
    answer = bearer.name_on(data.draw(st.dates(first, last)))
    assert ([own], True) == ([candidate.name for candidate in answer.candidates], answer.grade != "possible")


@given(places(successions=("direct",)), st.data())
def test_every_name_of_any_chain_holds_in_its_period(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    In any chain, a name is the answer on the days between its beginning and the next one's.
    """
    wrong = [
        (own.key, day.isoformat())
        for own, day in known_days(bearer)
        if own not in [candidate.name for candidate in bearer.name_on(day).candidates]
    ]
    assert [] == wrong


RENAMINGS = [
    renaming
    for renaming in ds.renamings
    if renaming.date is not None
    and renaming.date.precision == "day"
    and not renaming.date.qualifier
    and all(found.standing != "open" for found in renaming.disputes if found.field == "since")
]


@pytest.mark.parametrize("renaming", RENAMINGS, ids=[renaming.id for renaming in RENAMINGS])
def test_every_renaming_day_by_day(renaming: ds.Renaming) -> None:
    """
    On an undisputed renaming and the day after it the new name holds; on the day before, the old one may, and is the
    best answer if it is known to have begun by then.
    """
    assert renaming.date
    bearer, day = ds.catalogue().bearer(renaming.bearer), renaming.date.earliest
    before, on, after = [bearer.name_on(day + step * DAY) for step in (-1, 0, 1)]
    begun = renaming.old.since is not None and renaming.old.since.latest < day
    assert [renaming.new] * 2 == [on.best, after.best]
    assert renaming.old in ([before.best] if begun else [candidate.name for candidate in before.candidates])


def test_most_renamings_are_visited() -> None:
    """
    There are many renamings with an undisputed day.
    """
    assert len(RENAMINGS) > 50


def backward_windows(bearer: ds.Bearer) -> list[Window]:
    """
    Give the windows of a chain that close before they open.
    """
    own = timeline_of(bearer)
    return [found for found in (*own.starts, *own.ends) if found.last < found.first]


def test_no_window_closes_before_it_opens() -> None:
    """
    A name that was attested on the day on which the next one after a gap began ended no later than that.
    """
    bearer = town(name("a", "1950-01-01", attested=("1950-01-01",)), name("b", "1950-01-01", succession="gap"))
    assert certain("b") == answered(bearer, "1950-01-01")
    assert [] == [found.id for found in (bearer, *BEARERS) if backward_windows(found)]


@given(places() | institutions())
def test_no_window_of_any_chain_closes_before_it_opens(bearer: ds.Bearer) -> None:
    """
    For any chain each window has at least a day.
    """
    assert [] == backward_windows(bearer)


@given(places() | institutions(), st.data())
def test_a_name_that_holds_holds_alone(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    Where a name is more than possible, no other may hold.
    """
    days = sorted(set(edges(bearer))) or [date(1950, 1, 1)]
    answer = bearer.name_on(data.draw(st.sampled_from(days)))
    assert answer.grade in {None, "possible"} or len(answer.candidates) == 1


@EACH
def test_a_shipped_name_that_holds_holds_alone(bearer: ds.Bearer) -> None:
    """
    Where a shipped name is more than possible, no other may hold.
    """
    answers = [bearer.name_on(day) for day in set(edges(bearer))]
    assert [] == [str(a) for a in answers if a.grade not in {None, "possible"} and len(a.candidates) > 1]


@given(places() | institutions(), st.data())
def test_names_of_a_day_are_names_of_its_period(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    The best name of a day is among the names of each period that holds the day, and certain there if it is so then.
    """
    day = data.draw(st.sampled_from(sorted(set(edges(bearer))) or [date(1950, 1, 1)]))
    answer = bearer.name_on(day)
    period = data.draw(intervals(covering=day))
    grades = {candidate.name: candidate.grade for candidate in bearer.names_during(period)}
    assert answer.best is None or (
        answer.best in grades and (answer.grade == "possible") >= (grades[answer.best] == "possible")
    )


@given(places() | institutions(), st.data())
def test_the_period_of_one_day_has_the_answer_of_the_day(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    Where a day has names, a period of that day alone has the same ones, each as sure.
    """
    day = data.draw(st.sampled_from(sorted(set(edges(bearer))) or [date(1950, 1, 1)]))
    answer = bearer.name_on(day)
    found = {(candidate.name, candidate.grade) for candidate in bearer.names_during(f"{day}/{day}")}
    assert answer.state != "named" or found == {(candidate.name, candidate.grade) for candidate in answer.candidates}


@given(places() | institutions(), st.data())
def test_a_coarse_question_holds_the_answers_of_its_days(bearer: ds.Bearer, data: st.DataObject) -> None:
    """
    A name that may hold on a day may hold in its month, and is no surer there.
    """
    order = ["certain", "likely", "possible"]
    day = data.draw(st.sampled_from(sorted(set(edges(bearer))) or [date(1950, 1, 1)]))
    on_day, in_month = bearer.name_on(day), bearer.name_on(day.isoformat()[:7])
    grades = {candidate.name: candidate.grade for candidate in in_month.candidates}
    assert on_day.state != "named" or all(
        order.index(grades[candidate.name]) >= order.index(candidate.grade) for candidate in on_day.candidates
    )


def test_reason_of_a_name_beside_the_chain() -> None:
    """
    A name beside the chain has its own dates to be doubted.
    """
    side = Name(key="side", text="Side", since=HistoricalDate("1930~"), until=HistoricalDate("1940"))
    place = Place(
        id="x",
        label="X",
        kind="city",
        names=[Name(key="main", text="Main")],
        also=[SideName(name=side, use="unofficial")],
    )
    candidate = ds.Candidate(name=side, grade="possible", bearer=place, on=HistoricalDate("1940-06-01"))
    assert (
        "in force from 1930~, before 1940; the date of its beginning, 1930~, is marked as approximate or uncertain; "
        "the date of its end is known only as 1940"
    ) == candidate.reason
