"""
Spans: on which days a name held for certain, and on which it may have.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

import destalinization as ds
from destalinization import strategies
from destalinization.dates import HistoricalDate
from destalinization.model.names import Name
from destalinization.model.places import Place
from destalinization.model.provenance import Dated, Dispute
from destalinization.model.relations import Ending
from destalinization.render.spans import Horizon, Span, horizon, spans


def day(text: str) -> int:
    """
    Count the days up to a date.
    """
    return date.fromisoformat(text).toordinal()


def town(*sinces: str | None, current: bool | None = True, ending: str | None = None, **more: object) -> Place:
    """
    Make a town whose names began on certain dates.
    """
    names = [
        Name(key=f"n{number}", text=f"N{number}", since=HistoricalDate(since) if since else None)
        for number, since in enumerate(sinces)
    ]
    end = Ending(how="merged", date=HistoricalDate(ending)) if ending else None
    return Place(id="town", label="Town", kind="town", names=names, current=current and not ending, ending=end, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("place", "first", "before"),
    [
        pytest.param(town("1900-01-01", "1950-01-01"), "1900-01-01", 2282, id="an eighth more"),
        pytest.param(town("1940-01-01", "1950-01-01"), "1940-01-01", 1825, id="five years more at least"),
        pytest.param(town("1589-01-01", "1950-01-01"), "1920-01-09", 1825, id="thirty years before the succession"),
        pytest.param(town(None, "1950-01-01"), "1945-01-02", 1825, id="one date, in the middle"),
    ],
)
def test_horizon(place: Place, first: str, before: int) -> None:
    """
    What is shown is the time of the successions, and a little after.
    """
    assert Horizon(day(first), day("1950-01-01") + before) == horizon([place])


def test_no_date_no_horizon() -> None:
    """
    Where no name is dated there is nothing to show, though the founding may be known.
    """
    founded = town(None, None, founded=Dated(value=HistoricalDate("1827")))
    assert (None, None, None) == (horizon([town(None, None)]), horizon([founded]), horizon([]))


def test_horizon_of_several() -> None:
    """
    Several bearers share one horizon, from the earliest to the latest.
    """
    both = horizon([town("1900-01-01", "1910-01-01"), town("1940-01-01", "1950-01-01")])
    assert Horizon(day("1900-01-01"), day("1950-01-01") + 2282) == both


def test_certain_names_follow_each_other() -> None:
    """
    Where dates are days a name holds up to the day of the next one, and the last one to the end of what is shown.
    """
    place = town("1900-01-01", "1950-01-01")
    shown = Horizon(day("1890-01-01"), day("1960-01-01"))
    assert [
        Span(0, day("1900-01-01"), day("1950-01-01"), sure=True),
        Span(1, day("1950-01-01"), day("1960-01-01"), sure=True),
    ] == list(spans(place, shown))


def test_coarse_dates_are_possible() -> None:
    """
    In a year in which one name followed the other, both are possible.
    """
    place = town("1900-01-01", "1950", ending="1955")
    shown = Horizon(day("1890-01-01"), day("1960-01-01"))
    assert [
        Span(0, day("1900-01-01"), day("1950-01-01"), sure=True),
        Span(0, day("1950-01-01"), day("1950-12-31"), sure=False),
        Span(1, day("1950-01-01"), day("1950-12-31"), sure=False),
        Span(1, day("1950-12-31"), day("1955-01-01"), sure=True),
        Span(1, day("1955-01-01"), day("1955-12-31"), sure=False),
    ] == list(spans(place, shown))


def test_unknown_dates_are_possible_to_the_edges() -> None:
    """
    A first name of unknown beginning may reach back to the edge, a last one that may be gone up to the other.
    """
    place = town(None, "1950-01-01", current=None)
    shown = Horizon(day("1940-01-01"), day("1960-01-01"))
    assert [(0, False), (1, False)] == [(span.number, span.sure) for span in spans(place, shown)]
    assert (shown.first, day("1950-01-01"), shown.before) == (
        min(span.first for span in spans(place, shown)),
        [span.before for span in spans(place, shown) if span.number == 0][-1],
        max(span.before for span in spans(place, shown)),
    )


def test_disputes_are_possible() -> None:
    """
    Between two dates that sources give nothing is certain.
    """
    dispute = Dispute(field="since", value="1950-01-11")
    names = [
        Name(key="a", text="A", since=HistoricalDate("1900-01-01")),
        Name(key="b", text="B", since=HistoricalDate("1950-01-01"), disputes=[dispute]),
    ]
    place = Place(id="town", label="Town", kind="town", names=names, current=True)
    doubtful = [span for span in spans(place, Horizon(day("1890-01-01"), day("1960-01-01"))) if not span.sure]
    assert [
        Span(0, day("1950-01-01"), day("1950-01-11"), sure=False),
        Span(1, day("1950-01-01"), day("1950-01-11"), sure=False),
    ] == doubtful


@given(strategies.places())
def test_spans_agree_with_the_answers(place: Place) -> None:
    """
    On the first and the last day of a certain span the name is an answer, and no span leaves the horizon.
    """
    shown = horizon([place])
    for span in spans(place, shown) if shown else ():
        assert shown is not None
        assert shown.first <= span.first < span.before <= shown.before
        if span.sure:
            for ordinal in (span.first, span.before - 1):
                answer = place.name_on(date.fromordinal(ordinal))
                assert place.names[span.number] in [candidate.name for candidate in answer.candidates]


def test_shipped_names_with_a_date_have_a_span() -> None:
    """
    Of every shipped bearer with a horizon, each name that begins before its end is drawn.
    """
    missing = []
    for bearer in (*ds.places, *ds.institutions):
        shown = horizon([bearer])
        drawn = {span.number for span in spans(bearer, shown)} if shown else set()
        for number, name in enumerate(bearer.names):
            period = bearer.period(name)
            visible = shown and period.since and period.before and period.before.earliest.toordinal() > shown.first
            if visible and period.since.latest < period.before.earliest and number not in drawn:
                missing.append((bearer.id, name.key))
    assert [] == missing
