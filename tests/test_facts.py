"""
Facts: what a record says, sorted for reading.
"""

from __future__ import annotations

import pytest

import destalinization as ds
from destalinization.dates import HistoricalDate, Interval
from destalinization.facts import disputed, facts, named, why

DOUBT = ds.Dispute(field="since", value="1961-11-11", note="The day of printing.")
TOWN = ds.Place(
    id="town",
    label="Town",
    kind="town",
    country="UA",
    within="oblast",
    founded=ds.Dated(value=HistoricalDate("1869")),
    ending=ds.Ending(how="merged", into=["city"]),
    names=[
        ds.Name(key="old", text="Old", since=HistoricalDate("1869")),
        ds.Name(key="new", text="New", since=HistoricalDate("1961-11-10"), disputes=[DOUBT]),
    ],
    also=[ds.SideName(name=ds.Name(key="side", text="Side"), use="unofficial")],
    relations=[ds.Relation(type="capital-of", target="oblast", when=Interval("1932/1938"))],
    disputes=[ds.Dispute(field="chain", value="four names", standing="refuted", note="Nobody saw them.")],
)


def test_facts_in_order() -> None:
    """
    Facts come with their labels; those that are not known are left out.
    """
    assert [
        ("id", "town"),
        ("kind", "town"),
        ("country", "UA"),
        ("within", "oblast"),
        ("founded", "1869"),
        ("ended", "merged, date unknown"),
        ("capital-of", "oblast (1932/1938)"),
    ] == list(facts(TOWN))


def test_others_are_called_as_told() -> None:
    """
    Those that a record refers to are called what the caller calls them, and nothing else is.
    """
    found = facts(TOWN, {"oblast": "the Oblast"}.__getitem__)
    assert ["the Oblast", "the Oblast (1932/1938)"] == [value for _, value in found if "blast" in value]


def test_several_ids_are_one_fact() -> None:
    """
    A list of ids is one fact.
    """
    claim = ds.Claim(id="c", section="lead", statement="So.", status="confirmed", subjects=["a", "b"])
    assert [("id", "c"), ("status", "confirmed"), ("subjects", "A, B")] == list(facts(claim, str.upper))


def test_names_with_their_periods() -> None:
    """
    The names of the chain come first, then those beside it with what they are used for.
    """
    assert [
        ("Old", "from 1869, before 1961-11-10", ""),
        ("New", "from 1961-11-10 to an unknown date", ""),
        ("Side", "from an unknown date to an unknown date", "unofficial"),
    ] == [(name.text, str(period), use) for name, period, use in named(TOWN)]


def test_disputes_with_their_place() -> None:
    """
    Each dispute comes with the path of what it is about, that of the record itself is empty.
    """
    assert [("names[1]", DOUBT), ("", TOWN.disputes[0])] == list(disputed(TOWN))


@pytest.mark.parametrize(
    ("dispute", "words"),
    [
        (DOUBT, "since; The day of printing."),
        (TOWN.disputes[0], "chain, refuted; Nobody saw them."),
        (ds.Dispute(field="until", value="1961"), "until"),
    ],
)
def test_what_a_dispute_is_about(dispute: ds.Dispute, words: str) -> None:
    """
    A dispute says its field, whether it is settled, and why.
    """
    assert words == why(dispute)
