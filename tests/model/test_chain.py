"""
Chains: which name a bearer has, and from when to when each was in force.
"""

from __future__ import annotations

import pytest

from destalinization.dates import HistoricalDate
from destalinization.errors import UnknownId
from destalinization.model.changes import Bearer
from destalinization.model.institutions import Institution
from destalinization.model.names import Name, SideName
from destalinization.model.period import Period
from destalinization.model.places import Place
from destalinization.model.relations import Ending
from destalinization.vocabulary import Succession


def name(key: str, since: str = "", until: str = "", succession: Succession = "direct") -> Name:
    """
    Make a name of its key and dates.
    """
    return Name(key=key, text=key.title(), since=day(since), until=day(until), succession=succession)


def day(text: str) -> HistoricalDate | None:
    """
    Make a date, or None of an empty text.
    """
    return HistoricalDate(text) if text else None


def period(since: str = "", before: str = "", *, ongoing: bool = False) -> Period:
    """
    Make a period of its dates.
    """
    return Period(since=day(since), before=day(before), ongoing=ongoing)


def place(
    *names: Name, also: tuple[SideName, ...] = (), current: bool | None = None, ending: Ending | None = None
) -> Place:
    """
    Make a town of its names.
    """
    return Place(id="town", label="Town", kind="town", names=names, also=also, current=current, ending=ending)


def test_a_name_ends_where_the_next_directly_begins() -> None:
    """
    A name is in force up to, not including, the day of the name that directly follows it.
    """
    town = place(name("a", "1900"), name("b", "1925-04-10"), name("c", "1961-11-10"), current=True)
    assert (
        period("1900", "1925-04-10"),
        period("1925-04-10", "1961-11-10"),
        period("1961-11-10", ongoing=True),
    ) == town.periods()


def test_until_comes_first() -> None:
    """
    A name with a day of its own on which it ended ends there, whatever follows.
    """
    town = place(name("a", "1900", "1920-05"), name("b", "1925", "1930"), current=True)
    assert (period("1900", "1920-05"), period("1925", "1930")) == town.periods()


@pytest.mark.parametrize("succession", ["gap", "uncertain"])
def test_a_name_before_a_gap_has_no_known_end(succession: Succession) -> None:
    """
    Where the next name does not directly follow, its day says nothing about the end of the one before.
    """
    town = place(name("a", "1900"), name("b", "1925", succession=succession))
    assert period("1900") == town.periods()[0]


@pytest.mark.parametrize("succession", ["gap", "uncertain"])
def test_a_name_before_a_gap_may_have_its_own_end(succession: Succession) -> None:
    """
    Where the next name does not directly follow, the end is the one that is stated.
    """
    town = place(name("a", "1900", "1910"), name("b", "1925", succession=succession))
    assert period("1900", "1910") == town.periods()[0]


def test_an_unknown_beginning_is_an_unknown_end() -> None:
    """
    A name that is directly followed by one without a date ends on an unknown day.
    """
    assert (period("1900"), period()) == place(name("a", "1900"), name("b")).periods()


@pytest.mark.parametrize(("current", "ongoing"), [(True, True), (False, False), (None, False)])
def test_the_last_name_goes_on_only_if_it_is_current(current: bool | None, ongoing: bool) -> None:
    """
    The last name is open-ended if it is in use today, and not if it is not, or if nobody knows.
    """
    assert period("1961", ongoing=ongoing) == place(name("a", "1961"), current=current).periods()[-1]


@pytest.mark.parametrize("current", [True, False, None])
def test_the_last_name_ends_with_the_bearer(current: bool | None) -> None:
    """
    The last name of a bearer that ended ends with it, and the ones before do not.
    """
    ending = Ending(how="abolished", date=HistoricalDate("1970"))
    town = place(name("a", "1900"), name("b", "1925"), current=current, ending=ending)
    assert (period("1900", "1925"), period("1925", "1970")) == town.periods()


def test_the_last_name_ends_with_the_bearer_on_an_unknown_day() -> None:
    """
    Where the day of the bearer's end is unknown, so is that of its last name.
    """
    assert period("1925") == place(name("b", "1925"), ending=Ending(how="split")).periods()[-1]


def test_until_comes_before_the_end_of_the_bearer() -> None:
    """
    A last name that was given up before the bearer ended ends on its own day.
    """
    ending = Ending(how="abolished", date=HistoricalDate("1970"))
    assert period("1925", "1960") == place(name("b", "1925", "1960"), ending=ending).periods()[-1]


def test_a_name_beside_the_chain_has_its_own_period() -> None:
    """
    A name beside the chain lasts from its own beginning to its own end, and never goes on by itself.
    """
    also = (SideName(name=name("x", "1930", "1940"), use="unofficial"), SideName(name=name("y", "1950"), use="planned"))
    town = place(name("a", "1900"), also=also, current=True)
    assert [period("1930", "1940"), period("1950")] == [town.period("x"), town.period("y")]


def test_a_period_is_asked_for_by_name_or_by_key() -> None:
    """
    The period of a name is the same by its key and by the name itself.
    """
    town = place(name("a", "1900"), name("b", "1925"), current=True)
    assert [period("1900", "1925")] * 2 == [town.period("a"), town.period(town.names[0])]


def test_periods_are_those_of_the_names() -> None:
    """
    The periods of a chain are the periods of its names, one by one.
    """
    town = place(name("a", "1900"), name("b", "1925", "1930"), name("c", "1935", succession="gap"), current=True)
    assert town.periods() == tuple(town.period(own) for own in town.names)


def test_a_chain_without_names_has_no_periods() -> None:
    """
    A bearer without names has no periods.
    """
    assert () == place().periods()


def test_a_name_is_found_by_its_key() -> None:
    """
    Names in the chain and beside it are found by their keys.
    """
    side = SideName(name=name("x"), use="ceremonial")
    town = place(name("a"), name("b"), also=(side,))
    assert [town.names[1], side.name] == [town.name("b"), town.name("x")]


@pytest.mark.parametrize("ask", ["name", "period"])
def test_an_unknown_key_names_the_nearest(ask: str) -> None:
    """
    A key that the bearer does not have is an error that names the nearest keys, those beside the chain too.
    """
    side = SideName(name=name("stalino-station"), use="unofficial")
    town = place(name("yuzovka"), name("trotsk"), name("yuzovka-2"), name("stalin"), name("donetsk"), also=(side,))
    with pytest.raises(UnknownId) as caught:
        getattr(town, ask)("stalino")
    assert ("stalino", "the names of town", "stalin", 3) == (
        caught.value.id,
        caught.value.table,
        caught.value.suggestions[0],
        len(caught.value.suggestions),
    )


def test_a_bearer_without_names_has_nothing_to_suggest() -> None:
    """
    Where a bearer has no names, the error suggests none.
    """
    with pytest.raises(UnknownId) as caught:
        place().name("stalino")
    assert UnknownId("stalino", "the names of town") == caught.value


def test_institutions_have_chains_too() -> None:
    """
    What holds for the names of a place holds for those of an institution.
    """
    names = [name("stalin-prize", "1939-12-20"), name("state-prize", "1966-09-09")]
    ending = Ending(how="abolished", date=HistoricalDate("1991"))
    prize: Bearer = Institution(id="prize", label="Prize", kind="prize", names=names, ending=ending)
    assert (period("1939-12-20", "1966-09-09"), period("1966-09-09", "1991")) == prize.periods()
