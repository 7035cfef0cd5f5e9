"""
Rows: records as flat tables of texts.
"""

from __future__ import annotations

import pytest

from destalinization import rows
from destalinization.dates import HistoricalDate, parse
from destalinization.model.claims import Claim
from destalinization.model.events import Act, Event
from destalinization.model.institutions import Institution
from destalinization.model.names import Honour, Name
from destalinization.model.people import Person
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated
from destalinization.model.relations import Ending
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue

TASS, PRAVDA = Citation(source="tass"), Citation(source="pravda", locator="p. 1")


def name(key: str, since: str = "", **more: object) -> Name:
    """
    Make a name of its key and day.
    """
    return Name(key=key, text=key.title(), since=HistoricalDate(since) if since else None, **more)  # type: ignore[arg-type]


def event(id: str, when: str) -> Event:
    """
    Make an event of its day.
    """
    return Event(id=id, label=id.title(), kind="death", when=Dated(value=parse(when)))


@pytest.fixture(scope="module", name="catalogue")
def _catalogue() -> Catalogue:
    """
    A town that was renamed, and a ship that was scrapped.
    """
    honour = [Honour(target="stalin"), Honour(target="lenin")]
    town = Place(
        id="town",
        label="Town",
        kind="town",
        country="UA",
        names=[
            name("old", honours=honour, citations=[TASS]),
            name("new", "1961-11-10", act="decree", citations=[PRAVDA, TASS, PRAVDA]),
        ],
    )
    ship = Institution(
        id="ship",
        label="Ship",
        kind="ship",
        names=[name("ship", "1930", honours=[Honour(target="lenin")])],
        ending=Ending(how="scrapped", date=HistoricalDate("1961-03")),
    )
    people = [Person(id="stalin", label="Stalin"), Person(id="lenin", label="Lenin")]
    sources = [Source(id=id, title=id, kind="press") for id in ("tass", "pravda")]
    return Catalogue.from_records([town, ship, *people, *sources, Act(id="decree", title="Decree", kind="decree")])


def test_changes_have_a_row_each(catalogue: Catalogue) -> None:
    """
    A renaming is a row with its day, names, bearer, kind, country, honours, act and sources, each source once.
    """
    assert [
        {
            "date": "1961-11-10",
            "old": "Old",
            "new": "New",
            "bearer": "town",
            "kind": "town",
            "country": "UA",
            "removes": "stalin, lenin",
            "gives": "",
            "act": "decree",
            "sources": "pravda, tass",
        }
    ] == rows.of_changes(catalogue.renamings, catalogue)


def test_an_end_has_how_it_came_for_its_new_name(catalogue: Catalogue) -> None:
    """
    The end of a bearer shows how it ended where the new name would stand, and nothing for what is not known.
    """
    (row,) = rows.of_changes([catalogue.changes["ship/end"]], catalogue)
    assert ("Ship", "scrapped", "", "", "lenin") == (row["old"], row["new"], row["country"], row["act"], row["removes"])


def test_changes_come_by_date_and_unknown_ones_last(catalogue: Catalogue) -> None:
    """
    Rows are sorted by the earliest day of the change; those without a date come last.
    """
    found = rows.of_changes(catalogue.changes, catalogue)
    assert ["1930", "1961-03", "1961-11-10", ""] == [row["date"] for row in found]


def test_a_naming_has_no_old_name(catalogue: Catalogue) -> None:
    """
    The first name of a chain has an empty text for its old one.
    """
    (row,) = rows.of_changes([catalogue.changes["town/old"]], catalogue)
    assert ("", "", "Old", "stalin, lenin") == (row["date"], row["old"], row["new"], row["gives"])


def test_events_have_a_row_each() -> None:
    """
    An event is a row with when it was, its kind, place and the sources of its date.
    """
    congress = Event(
        id="congress",
        label="Congress",
        kind="congress",
        when=Dated(value=parse("1961-10-17/1961-10-31"), citations=[TASS, TASS, PRAVDA]),
        place="moscow",
        citations=[Citation(source="other")],
    )
    assert [
        {
            "when": "1961-10-17/1961-10-31",
            "event": "Congress",
            "kind": "congress",
            "place": "moscow",
            "id": "congress",
            "sources": "tass, pravda",
        }
    ] == rows.of_events([congress])


def test_events_come_by_date() -> None:
    """
    Events are sorted by their earliest day, then by id; what has no first day comes last.
    """
    events = [event("open", "../1900"), event("c", "1961-11"), event("b", "1961-11-01/.."), event("a", "196X")]
    assert ["a", "b", "c", "open"] == [row["id"] for row in rows.of_events(events)]


def test_early_years_come_first() -> None:
    """
    A year of three digits comes before one of four.
    """
    assert ["a", "b"] == [row["id"] for row in rows.of_events([event("b", "1147"), event("a", "0988")])]


def test_claims_have_a_row_each_in_their_order() -> None:
    """
    Claims keep the order in which they are given.
    """
    full = Claim(
        id="claim-2",
        section="Renamings",
        statement="It was so.",
        status="imprecise",
        correction="It was otherwise.",
        evidence=["town/new", "decree"],
        citations=[TASS, PRAVDA, TASS],
    )
    bare = Claim(id="claim-1", section="Lead", statement="It is so.", status="unverified")
    assert [
        {
            "id": "claim-2",
            "section": "Renamings",
            "status": "imprecise",
            "statement": "It was so.",
            "correction": "It was otherwise.",
            "evidence": "town/new, decree",
            "sources": "tass, pravda",
        },
        {
            "id": "claim-1",
            "section": "Lead",
            "status": "unverified",
            "statement": "It is so.",
            "correction": "",
            "evidence": "",
            "sources": "",
        },
    ] == rows.of_claims([full, bare])


def test_counts_have_a_row_each() -> None:
    """
    A count is a row of texts.
    """
    wanted = [{"what": "records", "which": "places", "count": "7"}]
    assert wanted == rows.of_counts([("records", "places", 7)])


def test_nothing_makes_no_rows(catalogue: Catalogue) -> None:
    """
    No records make no rows.
    """
    assert ([], [], [], []) == (
        rows.of_changes([], catalogue),
        rows.of_events([]),
        rows.of_claims([]),
        rows.of_counts([]),
    )


@pytest.mark.parametrize(
    ("table", "first"),
    [
        ("places", "town"),
        ("institutions", "ship"),
        ("people", "lenin"),
        ("events", "1961"),
        ("claims", "claim"),
        ("sources", "pravda"),
        ("changes", "1930"),
        ("renamings", "1961-11-10"),
    ],
)
def test_each_table_has_its_rows(mini: Catalogue, catalogue: Catalogue, table: str, first: str) -> None:
    """
    A table gives a row for each record, with the same columns in all of them.
    """
    own, other = catalogue.table(table), mini.table(table)
    found = rows.of_table(other)
    assert (len(other), 1) == (len(found), len({tuple(row) for row in found}))
    if len(own):
        assert first == next(iter(rows.of_table(own)[0].values()))


def test_a_bearer_is_a_row(catalogue: Catalogue) -> None:
    """
    A bearer is a row with its chain of names, and the sources of the bearer and of its names, each once.
    """
    assert {
        "id": "town",
        "label": "Town",
        "kind": "town",
        "country": "UA",
        "names": "Old → New",
        "founded": "",
        "ended": "",
        "sources": "tass, pravda",
    } == rows.of_bearers(catalogue.places)[0]
    assert "1961-03" == rows.of_bearers(catalogue.institutions)[0]["ended"]
