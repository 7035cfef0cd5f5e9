"""
What is joined with the user's tables: dates as numbers, and the answers for all time.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.frames import calendar
from destalinization.frames.gazetteer import COLUMNS, Answer, Gazetteer, Query, era_of
from destalinization.store.catalogue import Catalogue


@given(st.dates(), st.dates())
def test_numbers_of_days_stand_in_the_order_of_days(first: date, second: date) -> None:
    """
    Of two days, the earlier has the smaller number and no later era; no number is one of those with a meaning.
    """
    assert (first < second) == (calendar.number(first) < calendar.number(second))
    assert first > second or era_of(calendar.number(first)) <= era_of(calendar.number(second))
    assert calendar.FIRST <= calendar.number(first) < calendar.BEYOND


def test_dates_are_read_whatever_they_are_given_as() -> None:
    """
    A day may be a date, a date with a time, or text; a year a number of either kind; what is missing is passed over.
    """
    given = [date(1961, 11, 10), datetime(1961, 11, 10, 8, 30), "1961-11-10", 1961, 1961.0, None, float("nan")]
    read = calendar.read(given)
    assert [row[1:] for row in read.rows] == [(1961314, 0), (1961314, 0), (1961314, 0), (1961001, 1), (1961001, 1)]
    assert {place: str(when) for place, when in read.coarse.items()} == {1: "1961"}
    assert read.bad == {}


@pytest.mark.parametrize("value", ["", "10.11.1961", "1953/1964", True, 0, 10_000, 1961.5, float("inf"), "1961-13"])
def test_what_is_no_date_is_told(value: object) -> None:
    """
    A value that is no date has a number of its own, and the reason.
    """
    read = calendar.read([value])
    assert read.rows == [(value, calendar.INVALID, 0)]
    assert isinstance(read.bad[value], ds.InvalidDate)


def test_dates_that_mean_the_same_days_are_one() -> None:
    """
    A mark for approximate or uncertain does not change the days that a date means.
    """
    read = calendar.read(["1961", "1961~", "1961-XX", "1961-11"])
    assert [row[2] for row in read.rows] == [1, 1, 1, 2]


def test_stretches_cover_all_time_once() -> None:
    """
    For each meaning every number of a day, and the two others, lie in exactly one stretch of their era.
    """
    texts = ["Stalino", "Stalinabad", "Volgograd", "Stalin Prize", "Atlantis", "-"]
    gazetteer = Gazetteer([Query(text) for text in texts], {}, ds.catalogue())
    days = [date.min, date(1904, 1, 1), date(1911, 12, 31), date(1912, 1, 1), date(2031, 12, 31), date.max]
    days += [date(1850, 1, 1) + timedelta(days=97 * number) for number in range(700)]
    for meaning in {row[0] for row in gazetteer.steps}:
        own = [row for row in gazetteer.steps if row[0] == meaning]
        for day in (calendar.INVALID, calendar.UNDATED, *map(calendar.number, days)):
            assert len([row for row in own if row[1] == era_of(day) and row[2] <= day < row[3]]) == 1


def test_texts_of_one_meaning_share_it() -> None:
    """
    Two spellings of the same names have one meaning; what means nothing has none.
    """
    asked = ["Stalinabad", "Сталинабад", "сталинабад", "Atlantis"]
    gazetteer = Gazetteer([Query(text) for text in asked], {}, ds.catalogue())
    assert [query.name for query, _ in gazetteer.keys] == asked[:3]
    assert len({meaning for _, meaning in gazetteer.keys}) == 1


def test_wrong_countries_and_kinds_are_told() -> None:
    """
    A query with what is no country or no kind is refused, with the reason that `find` gives.
    """
    queries = [Query("Stalino", "ua"), Query("Stalino", "", "hamlet"), Query("Stalino", "UA", "city")]
    gazetteer = Gazetteer(queries, {}, ds.catalogue())
    assert {query: error.term for query, error in gazetteer.refused.items()} == {queries[0]: "ua", queries[1]: "hamlet"}


def test_columns_are_the_fields_of_answers() -> None:
    """
    What is told of the columns is told of what there is.
    """
    assert tuple(column.name for column in COLUMNS) == Answer._fields


def test_nothing_is_asked_of_an_empty_catalogue() -> None:
    """
    Where there are no names, every text means nothing.
    """
    gazetteer = Gazetteer([Query("Stalino"), Query("")], {}, Catalogue.from_records([]))
    assert gazetteer.keys == [(Query(""), 1)]
