"""
Figures: the state of the data, against counts made by hand.
"""

from __future__ import annotations

import pytest

from destalinization.dates import HistoricalDate
from destalinization.figures import counts
from destalinization.model.claims import Claim
from destalinization.model.institutions import Institution
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.people import Person
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.relations import Ending
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue
from destalinization.vocabulary import ClaimStatus, Succession

STALIN = [Honour(target="stalin")]


def name(key: str, since: str = "", honours: list[Honour] | None = None, succession: Succession = "direct") -> Name:
    """
    Make a name of its key, day and honours.
    """
    date = HistoricalDate(since) if since else None
    return Name(key=key, text=key.title(), since=date, honours=honours or [], succession=succession)


def claim(number: int, status: ClaimStatus) -> Claim:
    """
    Make a claim of its status.
    """
    return Claim(id=f"claim-{number}", section="S", statement="So it was.", status=status)


@pytest.fixture(scope="module", name="found")
def _found() -> list[tuple[str, str, int]]:
    """
    The counts of two towns, a village, a ship, two people, three claims and two sources.
    """
    later = Dispute(field="since", value="1962", citations=[Citation(source="tass")])
    disputed = Name(key="c", text="C", since=HistoricalDate("1961-11-10"), disputes=[later, later])
    towns = [
        Place(
            id="town",
            label="Town",
            kind="town",
            country="UA",
            founded=Dated(value=HistoricalDate("1869"), disputes=[later]),
            names=[name("a", "1869"), name("b", "1924", STALIN), disputed],
            also=[SideName(name=name("x", honours=STALIN), use="unofficial")],
        ),
        Place(id="city", label="City", kind="town", country="RU", names=[name("a"), name("b", "1961-11"), name("c")]),
        Place(
            id="village",
            label="Village",
            kind="village",
            country="UA",
            names=[name("a", "1930", STALIN), name("b", "1960", succession="gap")],
        ),
    ]
    ship = Institution(
        id="ship",
        label="Ship",
        kind="ship",
        names=[name("a", "1930", [*STALIN, Honour(target="lenin")])],
        ending=Ending(how="scrapped"),
    )
    people = [Person(id="stalin", label="Stalin"), Person(id="lenin", label="Lenin")]
    claims = [claim(1, "confirmed"), claim(2, "imprecise"), claim(3, "confirmed")]
    sources = [Source(id="tass", title="T", kind="press"), Source(id="wiki", title="W", kind="wiki")]
    return list(counts(Catalogue.from_records([*towns, ship, *people, *claims, *sources])))


def of(found: list[tuple[str, str, int]], what: str) -> list[tuple[str, int]]:
    """
    Give the counts of one kind.
    """
    return [(which, count) for kind, which, count in found if kind == what]


def test_records_are_counted_by_table(found: list[tuple[str, str, int]]) -> None:
    """
    Every stored table is counted, empty ones too, in the order of the document.
    """
    assert [
        ("places", 3),
        ("institutions", 1),
        ("people", 2),
        ("topics", 0),
        ("events", 0),
        ("acts", 0),
        ("claims", 3),
        ("sources", 2),
    ] == of(found, "records")


def test_names_are_counted(found: list[tuple[str, str, int]]) -> None:
    """
    Names are counted in chains and beside them.
    """
    assert [("in chains", 9), ("beside chains", 1), ("without a native form", 10)] == of(found, "names")


def test_changes_are_counted_by_what_they_are(found: list[tuple[str, str, int]]) -> None:
    """
    Four first names and one after a gap are namings, four names follow directly, and one bearer ended.
    """
    assert [("naming", 5), ("renaming", 4), ("end", 1)] == of(found, "changes")


def test_renamings_are_counted_by_precision(found: list[tuple[str, str, int]]) -> None:
    """
    Renamings are counted by how precise their date is.
    """
    wanted = [("day", 1), ("month", 1), ("unknown", 1), ("year", 1)]
    assert wanted == of(found, "renamings by precision of date")


def test_bearers_are_counted_by_kind_and_country(found: list[tuple[str, str, int]]) -> None:
    """
    Bearers are counted by kind, most first, and by country, those in none too.
    """
    assert [("town", 2), ("ship", 1), ("village", 1)] == of(found, "bearers by kind")
    assert [("UA", 2), ("RU", 1), ("none", 1)] == of(found, "bearers by country")


def test_removed_honours_are_counted(found: list[tuple[str, str, int]]) -> None:
    """
    Whom names honoured is counted where names were given up directly, or their bearer ended.
    """
    assert [("stalin", 2), ("lenin", 1)] == of(found, "names removed, by whom they honoured")


def test_claims_and_sources_are_counted(found: list[tuple[str, str, int]]) -> None:
    """
    Claims are counted by status and sources by kind, equal counts in alphabetical order.
    """
    assert [("confirmed", 2), ("imprecise", 1)] == of(found, "claims by status")
    assert [("press", 1), ("wiki", 1)] == of(found, "sources by kind")


def test_disputes_are_counted_wherever_they_stand(found: list[tuple[str, str, int]]) -> None:
    """
    Disputes are counted in names and in dated statements.
    """
    assert [("kept", 3)] == of(found, "disputes")


def test_an_empty_catalogue_has_no_counts_but_zeros() -> None:
    """
    In an empty catalogue there are tables, names and disputes to count, and all are none.
    """
    assert {0} == {count for _, _, count in counts(Catalogue.from_records([]))}


@pytest.fixture(scope="module", name="removed")
def _removed() -> list[tuple[str, str, int]]:
    """
    The counts of three towns that gave up Stalin's name, in 1935, in 1956 and in November 1961, and of a region
    that was named after one of them.
    """
    stalin = [Honour(target="joseph-stalin")]

    def town(id: str, date: str, sources: list[str]) -> Place:
        cited = [Citation(source=source, supports=["since"]) for source in sources]
        new = Name(key="b", text="B", forms={"ru": ["Б"]}, since=HistoricalDate(date), citations=cited)
        return Place(id=id, label=id, kind="town", names=[name("a", honours=stalin), new])

    region = Place(
        id="region",
        label="Region",
        kind="region",
        names=[name("a", honours=[Honour(target="late")]), name("b", "1961-11-10")],
    )
    sources = [
        Source(id="law", title="L", kind="law"),
        Source(id="wiki", title="W", kind="wiki"),
        Source(id="copy", title="C", kind="wiki", derived_from="wiki"),
    ]
    towns = [
        town("early", "1935-01-01", ["law"]),
        town("middle", "1956", ["wiki", "copy"]),
        town("late", "1961-11-10", ["wiki", "law"]),
    ]
    people = [Person(id="joseph-stalin", label="Stalin")]
    return list(counts(Catalogue.from_records([*towns, region, *people, *sources])))


def test_removals_are_counted_from_the_death_of_stalin_on(removed: list[tuple[str, str, int]]) -> None:
    """
    A name given up in 1935 does not count; a region named after a town named after Stalin does.
    """
    assert [("1956", 1), ("1961", 2)] == of(removed, "de-Stalinizing changes by year")
    assert [("1961-11", 2)] == of(removed, "de-Stalinizing changes by month")
    assert [("day", 2), ("year", 1)] == of(removed, "de-Stalinizing changes by precision of date")


def test_copies_of_a_source_are_one(removed: list[tuple[str, str, int]]) -> None:
    """
    A wiki and its copy date a change once, a wiki and a law twice.
    """
    wanted = [("none", 1), ("one", 1), ("two", 1), ("three or more", 0)]
    assert wanted == of(removed, "de-Stalinizing changes with a date, by independent sources")


def test_the_best_source_of_a_day_counts(removed: list[tuple[str, str, int]]) -> None:
    """
    A day that a law and a wiki give counts as the law's.
    """
    assert [("law", 2), ("none", 1)] == of(removed, "changes dated to the day, by their best source")


def test_positions_and_honours_are_counted(removed: list[tuple[str, str, int]]) -> None:
    """
    Places without a position are counted as such, and bearers by whom any of their names honours.
    """
    assert [("none", 4)] == of(removed, "positions by basis")
    assert [("joseph-stalin", 3), ("late", 1)] == of(removed, "bearers by whom they were named after")
