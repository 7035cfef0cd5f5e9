"""
Overlays, many in a row, beside a plain dictionary that is kept of what should be there.
"""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.errors import DataError, UnknownId
from destalinization.model.names import Honour, Name
from destalinization.model.people import Person, Topic
from destalinization.model.places import Place
from destalinization.store.catalogue import Catalogue

TOWNS = ("a-town", "b-town", "c-town", "d-town")
PEOPLE = ("lenin", "stalin", "molotov")
TEXTS = ("Alpha", "Beta", "Gamma", "Delta")
YEARS = range(1920, 1960)


@st.composite
def towns(draw: st.DrawFn) -> Place:
    """
    Give towns that bore one name after the other, each from 1 January of a year.
    """
    years = sorted(draw(st.sets(st.sampled_from(YEARS), min_size=1, max_size=3)))
    names = [
        Name(
            key=f"name-{year}",
            text=draw(st.sampled_from(TEXTS)),
            since=HistoricalDate(f"{year}-01-01"),
            honours=[Honour(target=target) for target in draw(st.sets(st.sampled_from(PEOPLE), max_size=1))],
        )
        for year in years
    ]
    return Place(id=draw(st.sampled_from(TOWNS)), label="Town", kind="town", current=True, names=names)


def honoured(place: Any) -> set[str]:
    """
    Give the ids of those whom the names of a town honour.
    """
    return {honour.target for name in getattr(place, "names", ()) for honour in name.honours}


class Overlays(RuleBasedStateMachine):
    """
    A catalogue over which others are put, and the records and retired ids that it should have.
    """

    def __init__(self) -> None:
        super().__init__()
        self.catalogue = Catalogue.from_records([])
        self.records: dict[str, Any] = {}
        self.retired: dict[str, str] = {}

    def there(self, id: str) -> Any:
        """
        Give the record that should be found under an id, or None.
        """
        while id not in self.records and id in self.retired:
            id = self.retired[id]
        return self.records.get(id)

    @rule(some=st.lists(towns(), min_size=1, max_size=3, unique_by=lambda town: town.id))
    def put_towns(self, some: list[Place]) -> None:
        """
        Towns and those whom they honour are added, or take the place of records with their ids; no id comes back.
        """
        people: set[str] = set().union(*map(honoured, some))
        assume(not {town.id for town in some} & self.retired.keys() and not people & self.retired.keys())
        put: list[Place | Person] = [*some, *(Person(id=id, label=f"{id} of {some[0].id}") for id in people)]
        self.catalogue = self.catalogue.overlay(Catalogue.from_records(put))
        self.records |= {record.id: record for record in put}

    def pairs(self) -> list[tuple[str, str]]:
        """
        Give the ids that can be retired, each with one of its kind; first choice are those that took another's place.
        """
        kinds = {id: type(record) for id, record in sorted(self.records.items())}
        found = [(id, other) for id in kinds for other in kinds if id != other and kinds[id] is kinds[other]]
        return [pair for pair in found if pair[0] in self.retired.values()] or found

    @precondition(lambda self: len(self.pairs()) > 0)
    @rule(data=st.data())
    def retire(self, data: st.DataObject) -> None:
        """
        A record goes, and another of its kind takes its place.
        """
        id, successor = data.draw(st.sampled_from(self.pairs()))
        del self.records[id]
        self.retired[id] = successor
        retired = {**self.catalogue.redirects, id: successor}
        self.catalogue = Catalogue.from_records(self.records.values(), redirects=retired)

    @rule(town=towns())
    def honour_nobody(self, town: Place) -> None:
        """
        An overlay whose references lead nowhere is refused, and nothing changes.
        """
        wrong = Name(key="nobody", text="Nobody", honours=[Honour(target="nobody")])
        with pytest.raises(DataError) as caught:
            Catalogue.from_records([Place(id=town.id, label="Town", kind="town", names=[wrong])])
        path = "names[0].honours[0].target"
        assert [(town.id, path, "'nobody'")] == [(f.record, f.path, f.found) for f in caught.value.findings]

    @precondition(lambda self: any(map(honoured, self.records.values())))
    @rule(data=st.data())
    def take_away_who_is_honoured(self, data: st.DataObject) -> None:
        """
        What others refer to cannot go without a successor, whichever of its ids they know.
        """
        target = data.draw(st.sampled_from(sorted(set().union(*map(honoured, self.records.values())))))
        left = [record for record in self.records.values() if record is not self.there(target)]
        with pytest.raises(DataError):
            Catalogue.from_records(left, redirects=self.catalogue.redirects)

    @precondition(lambda self: any(id in self.records for id in TOWNS))
    @rule(data=st.data())
    def put_a_topic_of_the_same_id(self, data: st.DataObject) -> None:
        """
        A record of another table cannot take an id that is in use.
        """
        id = data.draw(st.sampled_from([id for id in TOWNS if id in self.records]))
        with pytest.raises(DataError) as caught:
            self.catalogue.overlay(Catalogue.from_records([Topic(id=id, label="Topic", kind="concept")]))
        assert [("unique-ids", id)] == [(f.law, f.record) for f in caught.value.findings]

    @invariant()
    def ids_lead_to_records(self) -> None:
        """
        Each id in use, and each retired one, gives the record of the dictionary; any other is an error.
        """
        for id in (*TOWNS, *PEOPLE, "nobody"):
            if self.there(id) is None:
                with pytest.raises(UnknownId):
                    self.catalogue[id]
            else:
                assert self.catalogue[id] == self.there(id)

    @invariant()
    def names_lead_to_bearers(self) -> None:
        """
        A name is found exactly where a town of the dictionary bears it.
        """
        for text in TEXTS:
            expected = {
                (record.id, name.key)
                for record in self.records.values()
                for name in getattr(record, "names", ())
                if name.text == text
            }
            found = ds.find(text, catalogue=self.catalogue)
            assert expected == {(match.bearer.id, match.name.key) for match in found}

    @invariant()
    def days_lead_to_names(self) -> None:
        """
        In the middle of each year a town bears the name that it took last.
        """
        for id in filter(self.records.__contains__, TOWNS):
            for year in (YEARS[0] - 1, YEARS[0], 1937, 1953, YEARS[-1]):
                begun = [name for name in self.records[id].names if name.since.earliest.year <= year]
                best = ds.name_on(id, f"{year}-07-01", catalogue=self.catalogue).best
                assert best == (begun[-1] if begun else None)

    @invariant()
    def changes_follow_the_chains(self) -> None:
        """
        Each name makes a change, and each but the first of a town a renaming.
        """
        chains = [(id, self.records[id].names) for id in TOWNS if id in self.records]
        assert [f"{id}/{name.key}" for id, names in chains for name in names] == list(self.catalogue.changes.ids())
        assert [f"{id}/{name.key}" for id, names in chains for name in names[1:]] == list(
            self.catalogue.renamings.ids()
        )

    @invariant()
    def overlaying_is_making_anew(self) -> None:
        """
        The catalogue is equal to one made of the dictionary, to itself under nothing, and to what is read of its JSON.
        """
        anew = Catalogue.from_records(reversed([*self.records.values()]), redirects=self.retired)
        assert anew == self.catalogue
        assert self.catalogue.overlay(Catalogue.from_records([])) == self.catalogue
        assert ds.from_json(ds.to_json(self.catalogue)) == self.catalogue
        assert pickle.loads(pickle.dumps(self.catalogue)) == self.catalogue


TestOverlays = Overlays.TestCase
TestOverlays.settings = settings(max_examples=20, stateful_step_count=12, deadline=None)
