"""
The criteria of each table's `where`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from destalinization.dates import HistoricalDate, Interval
from destalinization.errors import InvalidDate, UnknownId, UnknownTerm
from destalinization.store.catalogue import DERIVED, STORED, Catalogue

STALIN = "joseph-stalin"

CHOSEN: list[tuple[str, dict[str, Any], list[str]]] = [
    ("places", {"kind": "town"}, ["fuerstenberg-oder"]),
    ("places", {"kind": "bridge"}, []),
    ("places", {"country": "DE"}, ["eisenhuettenstadt", "fuerstenberg-oder"]),
    ("places", {"within": "eisenhuettenstadt"}, ["fuerstenberg-oder"]),
    ("places", {"honours": STALIN}, ["donetsk", "dushanbe", "eisenhuettenstadt", "volgograd"]),
    ("places", {"honours": "karl-marx"}, ["eisenhuettenstadt"]),
    ("places", {"honours": STALIN, "country": "UA"}, ["donetsk"]),
    ("places", {"honours": STALIN, "kind": "country"}, []),
    ("institutions", {"kind": "prize"}, ["stalin-prize"]),
    ("institutions", {"country": "RU"}, []),
    ("institutions", {"honours": STALIN}, ["stalin-prize"]),
    ("people", {"office": "first-secretary-of-the-cpsu"}, ["nikita-khrushchev"]),
    ("people", {"member_of": "communist-party-of-the-soviet-union"}, ["nikita-khrushchev"]),
    ("people", {"member_of": "first-secretary-of-the-cpsu"}, []),
    ("topics", {"kind": "office"}, ["first-secretary-of-the-cpsu"]),
    ("events", {"kind": "congress"}, ["twentieth-congress", "twenty-second-congress"]),
    ("events", {"during": 1961}, ["khrushchev-thaw", "twenty-second-congress"]),
    ("events", {"during": "1961", "certainly": True}, ["twenty-second-congress"]),
    ("events", {"during": Interval("/1953")}, ["stalin-death"]),
    ("events", {"place": "moscow"}, ["twentieth-congress", "twenty-second-congress"]),
    ("events", {"participant": STALIN}, ["stalin-death"]),
    ("events", {"cause": "twentieth-congress"}, ["khrushchev-thaw", "twenty-second-congress"]),
    ("acts", {"kind": "resolution"}, ["ussr-cec-1925-04-10"]),
    ("acts", {"issuer": "presidium-of-the-supreme-soviet-of-the-rsfsr"}, ["rsfsr-1961-11-10"]),
    ("acts", {"during": "1961-11"}, ["rsfsr-1961-11-10", "ukrainian-ssr-1961-11-09"]),
    ("acts", {"during": date(1961, 11, 9), "certainly": True}, ["ukrainian-ssr-1961-11-09"]),
    ("claims", {"status": "unverified"}, ["claim-004"]),
    ("claims", {"section": "lead"}, ["claim-003", "claim-004"]),
    ("claims", {"section": "nowhere"}, []),
    ("claims", {"subject": "volgograd"}, ["claim-002"]),
    ("claims", {"subject": "stalingrad"}, ["claim-002"]),
    ("sources", {"kind": "gazetteer"}, ["geonames"]),
    ("sources", {"kind": "press", "language": "de"}, ["moz-65-jahre-stalinstadt"]),
    ("changes", {"bearer": "volgograd"}, ["volgograd/stalingrad", "volgograd/tsaritsyn", "volgograd/volgograd"]),
    ("changes", {"kind": "country"}, ["soviet-union/end", "soviet-union/union-of-soviet-socialist-republics"]),
    ("changes", {"kind": "prize"}, ["stalin-prize/end", "stalin-prize/stalin-prize"]),
    ("changes", {"old": "Lenin Prize"}, []),
    ("changes", {"old": "Stalin Prize"}, ["stalin-prize/end"]),
    ("changes", {"during": "1941-10"}, []),
    ("changes", {"during": "1953/1959", "certainly": True}, ["eisenhuettenstadt/stalinstadt"]),
    ("changes", {"gives": "john-hughes"}, ["donetsk/yuzovsky-zavod"]),
    ("renamings", {"bearer": "stalingrad"}, ["volgograd/stalingrad", "volgograd/volgograd"]),
    ("renamings", {"old": "СТАЛИНАБАД"}, ["dushanbe/dushanbe"]),
    ("renamings", {"new": " wołgograd "}, ["volgograd/volgograd"]),
    ("renamings", {"old": "Stalino", "new": "Donezk"}, []),
    (
        "renamings",
        {"removes": STALIN},
        ["donetsk/donetsk", "dushanbe/dushanbe", "eisenhuettenstadt/eisenhuettenstadt", "volgograd/volgograd"],
    ),
    (
        "renamings",
        {"gives": STALIN, "during": "192X"},
        ["donetsk/stalin", "dushanbe/stalinabad", "volgograd/stalingrad"],
    ),
    ("renamings", {"country": "TJ"}, ["dushanbe/dushanbe", "dushanbe/stalinabad"]),
    ("renamings", {"kind": "town"}, []),
    ("renamings", {"during": "1961-11-10"}, ["dushanbe/dushanbe", "volgograd/volgograd"]),
    ("renamings", {"during": HistoricalDate("1961-11-10"), "certainly": True}, ["volgograd/volgograd"]),
    ("renamings", {"event": "twenty-second-congress"}, ["volgograd/volgograd"]),
    ("renamings", {"act": "ukrainian-ssr-1961-11-09"}, ["donetsk/donetsk"]),
]

WRONG_TERMS: list[tuple[str, dict[str, Any]]] = [
    ("places", {"kind": "planet"}),
    ("places", {"kind": "party"}),
    ("places", {"country": "ru"}),
    ("places", {"country": "Russia"}),
    ("places", {"country": "УА"}),
    ("institutions", {"kind": "city"}),
    ("institutions", {"country": ""}),
    ("topics", {"kind": "theme"}),
    ("events", {"kind": "renaming"}),
    ("acts", {"kind": "ukase"}),
    ("claims", {"status": "true"}),
    ("sources", {"kind": "book"}),
    ("changes", {"kind": "office"}),
    ("renamings", {"country": "SU1"}),
]

IDS: list[tuple[str, str]] = [
    ("places", "within"),
    ("places", "honours"),
    ("institutions", "honours"),
    ("people", "office"),
    ("people", "member_of"),
    ("events", "place"),
    ("events", "participant"),
    ("events", "cause"),
    ("acts", "issuer"),
    ("claims", "subject"),
    ("changes", "bearer"),
    ("renamings", "removes"),
    ("renamings", "gives"),
    ("renamings", "event"),
    ("renamings", "act"),
]


def where(catalogue: Catalogue, table: str, criteria: dict[str, Any]) -> Any:
    """
    Narrow a table down by criteria whose names are known only now.
    """
    found: Any = catalogue.table(table)
    return found.where(**criteria)


@pytest.mark.parametrize(("table", "criteria", "ids"), CHOSEN)
def test_criteria_keep_what_meets_them(mini: Catalogue, table: str, criteria: dict[str, Any], ids: list[str]) -> None:
    """
    A table keeps the records that meet all criteria, and only these.
    """
    assert ids == list(where(mini, table, criteria).ids())


@pytest.mark.parametrize("table", [*STORED, *DERIVED])
def test_no_criteria_keep_all(mini: Catalogue, table: str) -> None:
    """
    Without criteria everything is kept.
    """
    assert mini.table(table).ids() == where(mini, table, {}).ids()


@pytest.mark.parametrize("table", [*STORED, *DERIVED])
def test_unknown_criterion_is_an_error(mini: Catalogue, table: str) -> None:
    """
    A criterion that a table does not have is no silent nothing.
    """
    with pytest.raises(TypeError, match="colour"):
        where(mini, table, {"colour": "red"})


@pytest.mark.parametrize("table", [*STORED, *DERIVED])
def test_criteria_have_names(mini: Catalogue, table: str) -> None:
    """
    A criterion without its name is refused, since it could be any.
    """
    narrowed: Any = mini.table(table)
    with pytest.raises(TypeError, match="positional"):
        narrowed.where("city")


@pytest.mark.parametrize(("table", "criteria"), WRONG_TERMS)
def test_term_outside_the_vocabulary_is_an_error(mini: Catalogue, table: str, criteria: dict[str, Any]) -> None:
    """
    A term that no record can have is an error that names the term.
    """
    (term,) = criteria.values()
    with pytest.raises(UnknownTerm) as caught:
        where(mini, table, criteria)
    assert term == caught.value.term


@pytest.mark.parametrize(("table", "criterion"), IDS)
def test_id_that_no_record_bears_is_an_error(mini: Catalogue, table: str, criterion: str) -> None:
    """
    An id that no record bears is an error that names the three nearest.
    """
    with pytest.raises(UnknownId) as caught:
        where(mini, table, {criterion: "josef-stalin"})
    assert (caught.value.suggestions[0], len(caught.value.suggestions)) == (STALIN, 3)


@pytest.mark.parametrize("table", ["events", "acts", "changes", "renamings"])
@pytest.mark.parametrize("period", ["11 November 1961", "", True, datetime(1961, 11, 10, 12), 0, 1961.5])
def test_what_is_no_date_is_an_error(mini: Catalogue, table: str, period: Any) -> None:
    """
    A period that is neither a date nor an interval is refused.
    """
    with pytest.raises(InvalidDate):
        where(mini, table, {"during": period})


@pytest.mark.parametrize("criterion", ["old", "new"])
@pytest.mark.parametrize("blank", ["", " ", "\t\n"])
def test_blank_name_is_an_error(mini: Catalogue, criterion: str, blank: str) -> None:
    """
    A blank name is refused, since it matches nothing.
    """
    with pytest.raises(ValueError, match=f"{criterion}: a blank name"):
        where(mini, "renamings", {criterion: blank})


@pytest.mark.parametrize("table", ["changes", "renamings"])
def test_criteria_can_follow_each_other(mini: Catalogue, table: str) -> None:
    """
    Narrowing twice is narrowing by both criteria at once.
    """
    both = where(mini, table, {"removes": STALIN, "country": "RU"})
    first: Any = where(mini, table, {"removes": STALIN})
    assert both.ids() == first.where(country="RU").ids()


def test_what_has_no_date_is_certainly_in_no_period(mini: Catalogue) -> None:
    """
    A change of unknown date is in no period at all, however long that is.
    """
    dated = where(mini, "changes", {"during": "0001/9999"})
    assert "dushanbe/dyushambe" not in dated


def test_certain_criteria_are_narrower(mini: Catalogue) -> None:
    """
    A date that is coarser than a period may lie in it, but does not certainly.
    """
    possible = where(mini, "changes", {"during": "1961-11"}).ids()
    certain = where(mini, "changes", {"during": "1961-11", "certainly": True}).ids()
    assert set(possible) - set(certain) == {"dushanbe/dushanbe"}
