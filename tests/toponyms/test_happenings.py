"""
What happened on a day, in a month, in a year.
"""

from __future__ import annotations

import pickle
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.model.provenance import Dispute
from destalinization.store.catalogue import Catalogue


def happened(catalogue: Catalogue, on: Any) -> list[tuple[str, str]]:
    """
    Give what happened on a date, and how sure that is.
    """
    return [(happening.record.id, happening.grade) for happening in ds.on(on, catalogue=catalogue)]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (
            "1961-11-10",
            [
                ("rsfsr-1961-11-10", "certain"),
                ("volgograd/volgograd", "certain"),
                ("dushanbe/dushanbe", "possible"),
            ],
        ),
        ("1961-11-11", [("dushanbe/dushanbe", "possible"), ("volgograd/volgograd", "possible")]),
        (
            "1961-11",
            [
                ("ukrainian-ssr-1961-11-09", "certain"),
                ("donetsk/donetsk", "certain"),
                ("rsfsr-1961-11-10", "certain"),
                ("volgograd/volgograd", "certain"),
                ("eisenhuettenstadt/eisenhuettenstadt", "certain"),
                ("fuerstenberg-oder/end", "certain"),
                ("dushanbe/dushanbe", "possible"),
            ],
        ),
        ("1925", [("ussr-cec-1925-04-10", "certain"), ("volgograd/stalingrad", "certain")]),
        ("1922-12-30", [("soviet-union/union-of-soviet-socialist-republics", "certain")]),
        ("1953-03-05", [("stalin-death", "certain"), ("stalin-prize/end", "possible")]),
        ("1991-12-25", [("soviet-union/end", "possible")]),
        ("1991-12-26", [("soviet-union/end", "certain")]),
        ("1960", [("dushanbe/dushanbe", "possible")]),
        ("1700", []),
        ("2024", []),
    ],
)
def test_what_happened(mini: Catalogue, on: str, expected: list[tuple[str, str]]) -> None:
    """
    What certainly happened then comes first, by date, and on one day acts before events before changes; then what may
    have: with a coarser date, or by another source.
    """
    assert expected == happened(mini, on)


@pytest.mark.parametrize(
    ("on", "grade"),
    [
        ("1956-02-14", "certain"),
        ("1956-02-25", "certain"),
        ("1956-02", "certain"),
        ("1956-02-20", None),
        ("1956-02-13", None),
    ],
)
def test_a_long_event_belongs_to_its_first_and_last_day(mini: Catalogue, on: str, grade: str | None) -> None:
    """
    An event of several days belongs to the first and the last of them, not to those in between.
    """
    assert grade == dict(happened(mini, on)).get("twentieth-congress")


@pytest.mark.parametrize("on", ["1961-11-10", date(1961, 11, 10), HistoricalDate("1961-11-10")])
def test_dates_may_be_given_in_many_ways(mini: Catalogue, on: Any) -> None:
    """
    A date may be text, a date of the standard library, or a date of this one.
    """
    assert ("rsfsr-1961-11-10", "certain") == happened(mini, on)[0]


def test_a_dispute_without_a_date_puts_nothing_anywhere() -> None:
    """
    What another source says in words about a date does not move a change to other days.
    """
    dispute = Dispute(field="since", value="some years before the war")
    name = Name(key="a", text="A", since=HistoricalDate("1938-06-03"), disputes=[dispute])
    own = Catalogue.from_records([Place(id="town", label="Town", kind="town", names=[name])])
    assert ([], [("town/a", "certain")]) == (happened(own, "1936"), happened(own, "1938"))


@pytest.mark.parametrize("on", ["", "yesterday", "1961/1962", None, True])
def test_what_is_no_date_is_refused(mini: Catalogue, on: Any) -> None:
    """
    What is no date, and an interval, is refused.
    """
    with pytest.raises(ds.InvalidDate):
        ds.on(on, catalogue=mini)


def test_happenings_in_words(mini: Catalogue) -> None:
    """
    What happened can be printed, with its date and grade.
    """
    assert [
        "1961-11-10: Decree renaming Stalingrad Oblast and the city of Stalingrad (certain)",
        "1961-11-10: Stalingrad → Volgograd (1961-11-10) (certain)",
        "1961: Stalinabad → Dushanbe (1961) (possible)",
    ] == [str(happening) for happening in ds.on("1961-11-10", catalogue=mini)]


def test_happenings_compare_hash_and_pickle(mini: Catalogue) -> None:
    """
    The same question has equal answers, with equal hashes, also after pickling.
    """
    answer = ds.on("1961-11", catalogue=mini)
    assert (answer, hash(answer), answer) == (
        ds.on("1961-11", catalogue=mini),
        hash(ds.on("1961-11", catalogue=mini)),
        pickle.loads(pickle.dumps(answer)),
    )


def test_without_a_catalogue_the_shipped_data_are_asked() -> None:
    """
    The shipped data answer where no catalogue is given.
    """
    assert ds.on("1953-03-05") == ds.on("1953-03-05", catalogue=ds.catalogue())


DATED = [
    *((record, record.date) for table in (ds.changes, ds.acts) for record in table if record.date),
    *((event, event.when.value) for event in ds.events),
]


@pytest.mark.parametrize(("record", "when"), DATED, ids=[record.id for record, _ in DATED])
def test_every_record_is_found_on_its_dates(record: Any, when: Any) -> None:
    """
    Every dated change, act and event is found on the first and the last day that its date can mean, and certainly
    where these are the days of its date.
    """
    points = [point for point in (when.start, when.end) if point] if isinstance(when, ds.Interval) else [when]
    found = [
        (point.precision != "day" or point.qualifier != "", happening.grade)
        for point in points
        for bound in (point.earliest, point.latest)
        for happening in ds.on(bound)
        if happening.record is record or happening.record == record
    ]
    assert len(found) >= 2 * len(points)
    assert [] == [grade for coarse, grade in found if not coarse and grade != "certain"]


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)))
def test_a_month_holds_its_days(day: date) -> None:
    """
    What certainly happened on a day certainly happened in its month, and that in its year.
    """
    on_day, in_month, in_year = (
        {happening.record.id for happening in ds.on(text) if happening.grade == "certain"}
        for text in (day.isoformat(), day.isoformat()[:7], day.isoformat()[:4])
    )
    assert on_day <= in_month <= in_year


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.sampled_from((4, 7, 10)))
def test_answers_are_in_order(day: date, length: int) -> None:
    """
    What is certain comes first, and each part is in the order of its dates.
    """
    found = ds.on(day.isoformat()[:length])
    order = [(happening.grade != "certain", str(happening.date.earliest)) for happening in found]
    assert sorted(order) == order
