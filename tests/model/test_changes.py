"""
Changes: namings, renamings and ends, derived from the chains of names.
"""

from __future__ import annotations

from typing import Any

import pytest

from destalinization.dates import HistoricalDate
from destalinization.model.changes import Change, Renaming, changes_of
from destalinization.model.institutions import Institution
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dispute
from destalinization.model.relations import Ending
from destalinization.vocabulary import Succession

TASS = Citation(source="tass")
PRAVDA = Citation(source="pravda")
LATER = Dispute(field="since", value="1961-11-11")


def name(key: str, *honours: str, **more: Any) -> Name:
    """
    Make a name of its key and of those whom it honours.
    """
    return Name(key=key, text=key.title(), honours=[Honour(target=target) for target in honours], **more)


def town(*names: Name, **more: Any) -> Place:
    """
    Make a town of its names.
    """
    return Place(id="town", label="Town", kind="town", names=names, **more)


def test_the_first_name_is_a_naming() -> None:
    """
    The first name of a chain has no name before it.
    """
    only = name("old")
    assert [Change(id="town/old", bearer="town", new=only)] == list(changes_of(town(only)))


def test_a_direct_succession_is_a_renaming() -> None:
    """
    A name that directly follows another makes a renaming, with the day, act, event and evidence of the new name.
    """
    old = name("old", since=HistoricalDate("1925"), citations=[PRAVDA])
    new = name(
        "new",
        since=HistoricalDate("1961-11-10"),
        act="decree",
        event="congress",
        citations=[TASS],
        disputes=[LATER],
    )
    wanted = Renaming(
        id="town/new",
        bearer="town",
        old=old,
        new=new,
        date=HistoricalDate("1961-11-10"),
        act="decree",
        event="congress",
        citations=[TASS],
        disputes=[LATER],
    )
    assert wanted == list(changes_of(town(old, new)))[1]


@pytest.mark.parametrize("succession", ["gap", "uncertain"])
def test_any_other_succession_is_a_naming(succession: Succession) -> None:
    """
    After a gap, or after names that may be missing, a name is given and none is given up.
    """
    new = name("new", "lenin", succession=succession)
    change = list(changes_of(town(name("old", "stalin"), new)))[1]
    assert Change(id="town/new", bearer="town", new=new, gives=["lenin"]) == change


def test_steps_come_in_the_order_of_the_chain() -> None:
    """
    A chain of three names and an end has four steps, in its order, each of its own kind.
    """
    bearer = town(name("a"), name("b"), name("c", succession="gap"), ending=Ending(how="merged"))
    steps = [(change.id, type(change)) for change in changes_of(bearer)]
    assert [("town/a", Change), ("town/b", Renaming), ("town/c", Change), ("town/end", Change)] == steps


def test_a_renaming_after_a_gap_starts_from_the_name_after_the_gap() -> None:
    """
    The old name of a renaming is the one just before it in the chain.
    """
    bearer = town(name("a"), name("b", succession="gap"), name("c"))
    last = list(changes_of(bearer))[2]
    assert (bearer.names[1], bearer.names[2]) == (last.old, last.new)


@pytest.mark.parametrize(
    ("before", "after", "removes", "gives"),
    [
        ((), (), (), ()),
        (("stalin",), (), ("stalin",), ()),
        ((), ("lenin",), (), ("lenin",)),
        (("stalin",), ("lenin",), ("stalin",), ("lenin",)),
        (("stalin",), ("stalin",), (), ()),
        (("stalin", "lenin", "kirov"), ("marx", "lenin", "engels"), ("stalin", "kirov"), ("marx", "engels")),
    ],
)
def test_honours_are_removed_and_given(
    before: tuple[str, ...], after: tuple[str, ...], removes: tuple[str, ...], gives: tuple[str, ...]
) -> None:
    """
    A renaming removes those whom only the old name honours, and gives those whom only the new one does.
    """
    change = list(changes_of(town(name("old", *before), name("new", *after))))[1]
    assert (removes, gives) == (change.removes, change.gives)


def test_a_first_name_gives_its_honours() -> None:
    """
    A naming gives all whom the name honours and removes none.
    """
    change = next(changes_of(town(name("new", "stalin", "steel"))))
    assert ((), ("stalin", "steel")) == (change.removes, change.gives)


def test_an_end_removes_the_honours_of_the_last_name() -> None:
    """
    The end of a bearer gives up its last name and whom it honours, with the day, act, event and evidence of the end.
    """
    ending = Ending(
        how="demolished",
        date=HistoricalDate("1991-08"),
        act="decree",
        event="coup",
        citations=[TASS],
        disputes=[LATER],
    )
    last = name("last", "stalin")
    wanted = Change(
        id="town/end",
        bearer="town",
        old=last,
        ending=ending,
        date=HistoricalDate("1991-08"),
        act="decree",
        event="coup",
        removes=["stalin"],
        citations=[TASS],
        disputes=[LATER],
    )
    assert wanted == list(changes_of(town(last, ending=ending)))[-1]


def test_an_end_without_names_gives_up_none() -> None:
    """
    A bearer without names has its end as its only change.
    """
    ending = Ending(how="scrapped")
    assert [Change(id="town/end", bearer="town", ending=ending)] == list(changes_of(town(ending=ending)))


def test_names_beside_the_chain_make_no_change() -> None:
    """
    Names beside the chain take no part in changes.
    """
    also = [SideName(name=name("side", "stalin"), use="unofficial")]
    assert ["town/old"] == [change.id for change in changes_of(town(name("old"), also=also))]


def test_institutions_change_too() -> None:
    """
    The chain of an institution has changes like that of a place.
    """
    prize = Institution(id="prize", label="Prize", kind="prize", names=[name("stalin", "stalin"), name("state")])
    assert [("prize/stalin", ()), ("prize/state", ("stalin",))] == [(c.id, c.removes) for c in changes_of(prize)]
