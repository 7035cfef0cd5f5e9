"""
The strategies themselves: what they give is lawful, various, and simple where it can be.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from destalinization import strategies
from destalinization.checks import check
from destalinization.dates import HistoricalDate, Interval
from destalinization.errors import Finding
from destalinization.model.events import Act, Event
from destalinization.model.institutions import Institution
from destalinization.model.names import Name
from destalinization.model.people import Person, Topic
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue, table_of
from destalinization.strategies import Pool

if TYPE_CHECKING:
    from destalinization.store.catalogue import Stored

EVER = Dated(value=Interval("0001/.."), citations=[Citation(source="a-source")])

REFERRED: list[Stored] = [
    Source(id="a-source", title="A source", kind="law"),
    Place(id="a-place", label="A place", kind="city", names=[Name(key="a", text="A")]),
    Institution(id="an-institution", label="An institution", kind="party", names=[Name(key="a", text="A")]),
    Person(id="a-person", label="A person"),
    Topic(id="a-topic", label="A topic", kind="concept"),
    Event(id="an-event", label="An event", kind="period", when=EVER),
    Act(id="an-act", title="An act", kind="law"),
]
"""What records refer to where no pool is given."""


def place_of(**known: Any) -> Place:
    """
    Give a place that holds what is to be tested.
    """
    return Place(**{"id": "holder", "label": "Holder", "kind": "city", "names": [Name(key="own", text="Own")]} | known)


def person_of(**known: Any) -> Person:
    """
    Give a person who holds what is to be tested.
    """
    return Person(**{"id": "holder", "label": "Holder"} | known)


HOLDERS: dict[str, Callable[[Any], Stored]] = {
    "slugs": lambda slug: Topic(id=f"a-{slug}-topic", label="Topic", kind="concept"),
    "texts": lambda text: person_of(label=text, aliases=[text], summary=text),
    "spellings": lambda spelling: place_of(names=[Name(key="own", text=spelling)]),
    "forms": lambda forms: place_of(names=[Name(key="own", text="Own", forms=forms)]),
    "citations": lambda citation: place_of(citations=[citation]),
    "disputes": lambda dispute: place_of(names=[Name(key="own", text="Own", disputes=[dispute])]),
    "dateds": lambda dated: person_of(born=dated),
    "honours": lambda honour: place_of(names=[Name(key="own", text="Own", honours=[honour])]),
    "names": lambda name: place_of(names=[name]),
    "side_names": lambda side: place_of(names=[Name(key="end-of-all", text="Own")], also=[side]),
    "endings": lambda ending: place_of(ending=ending),
    "relations": lambda relation: person_of(relations=[relation]),
    "coordinates": lambda coordinates: place_of(coordinates=coordinates),
    **dict.fromkeys(
        ("places", "institutions", "people", "topics", "events", "acts", "claims", "sources"), lambda record: record
    ),
}
"""How a value of each strategy becomes a record, or a part of one."""

QUICKLY = settings(
    max_examples=2000,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def example_of(strategy: st.SearchStrategy[Any], wanted: Callable[[Any], bool]) -> Any:
    """
    Give any value that is wanted, however large.
    """
    return find(strategy, wanted, settings=QUICKLY)


@pytest.mark.parametrize("name", HOLDERS)
@given(data=st.data())
def test_every_value_is_lawful(name: str, data: st.DataObject) -> None:
    """
    A record of every strategy, beside what it refers to, breaks no law.
    """
    value = data.draw(getattr(strategies, name)())
    nothing: tuple[Finding, ...] = ()
    assert nothing == check(Catalogue.from_records([*REFERRED, HOLDERS[name](value)]))


def test_every_strategy_is_tested_for_its_lawfulness() -> None:
    """
    No public strategy is forgotten: dates, releases and what follows from chains are held to their own laws, and the
    shipped records to those of the shipped data.
    """
    others = {"Pool", "historical_dates", "intervals", "catalogues", "changes", "renamings", "releases"}
    others |= {name for name in strategies.__all__ if name.startswith("bundled_")}
    assert {*HOLDERS, *others} == set(strategies.__all__)


@given(day=st.dates(), data=st.data())
def test_dates_cover_the_day_asked_for(day: date, data: st.DataObject) -> None:
    """
    A date that shall cover a day begins by that day, and does not end before it.
    """
    found = data.draw(strategies.historical_dates(covering=day))
    assert found.earliest <= day <= found.latest


@given(day=st.dates(), data=st.data())
def test_intervals_cover_the_day_asked_for(day: date, data: st.DataObject) -> None:
    """
    An interval that shall cover a day does so, wherever it has bounds.
    """
    found = data.draw(strategies.intervals(covering=day))
    assert (found.earliest or day) <= day <= (found.latest or day)


@given(data=st.data())
def test_records_of_a_pool_fit_its_catalogue(mini: Catalogue, data: st.DataObject) -> None:
    """
    Records that refer to a catalogue can be put into it without breaking a law that it kept.
    """
    pool = Pool.of(mini)
    kinds = (strategies.places, strategies.events, strategies.claims, strategies.acts)
    record: Any = data.draw(st.one_of([kind(pool=pool) for kind in kinds]))
    stored = [stored for _, stored in mini.stored()]
    assert check(mini) == check(Catalogue.from_records([*stored, record], redirects=mini.redirects))


@pytest.mark.parametrize("name", ["places", "institutions", "people", "topics", "events", "acts", "claims", "sources"])
@given(data=st.data())
def test_ids_are_the_ones_given(name: str, data: st.DataObject) -> None:
    """
    A record bears the id that was asked for.
    """
    id = data.draw(strategies.slugs())
    assert id == data.draw(getattr(strategies, name)(id=id)).id


@pytest.mark.parametrize("name", ["places", "institutions"])
@given(data=st.data())
def test_chains_are_as_asked_for(name: str, data: st.DataObject) -> None:
    """
    A chain has the number of names and the successions that were asked for.
    """
    bearer = data.draw(getattr(strategies, name)(least=2, successions=("gap",)))
    assert {"gap"} == {name.succession for name in bearer.names[1:]}


@given(data=st.data())
def test_no_bearer_lies_in_itself(data: st.DataObject) -> None:
    """
    Following what bearers lie in comes to an end.
    """
    catalogue = data.draw(strategies.catalogues())
    for bearer in (*catalogue.places, *catalogue.institutions):
        seen = [bearer.id]
        while (within := catalogue.bearer(seen[-1]).within) is not None:
            assert within not in seen
            seen.append(within)


@given(data=st.data())
def test_renamings_and_changes_are_steps(data: st.DataObject) -> None:
    """
    A change takes up a name or ends the bearer, and never both.
    """
    change = data.draw(strategies.changes() | strategies.renamings())
    assert (change.new is None) is (change.ending is not None)


@given(strategies.renamings())
def test_renamings_have_two_names(renaming: Any) -> None:
    """
    A renaming has an old and a new name with two keys.
    """
    assert renaming.old.key != renaming.new.key


@given(strategies.releases())
def test_releases_have_a_version_of_three_numbers(release: Any) -> None:
    """
    The version of a release is three numbers with dots between them.
    """
    assert [True] * 3 == [part.isdecimal() for part in release.version.split(".")]


@pytest.mark.parametrize("least", [1, 2])
@given(data=st.data())
def test_catalogues_are_as_large_as_asked_for(least: int, data: st.DataObject) -> None:
    """
    A catalogue has at least as many places as asked for, and at most as many records of any other kind.
    """
    catalogue = data.draw(strategies.catalogues(least=least, most=1))
    assert least == len(catalogue.places)
    assert all(len(catalogue.table(name)) <= least for name in ("institutions", "people", "claims", "sources"))


def test_pool_without_sources_is_refused() -> None:
    """
    There is no pool without a source, since nothing could be cited.
    """
    with pytest.raises(ValueError, match="sources"):
        Pool(sources=[])


def test_nothing_to_refer_to_is_said() -> None:
    """
    Relations to nothing cannot be given.
    """
    pool = Pool(places=[], institutions=[], people=[], topics=[], events=[], acts=[])
    with pytest.raises(InvalidArgument):
        example_of(strategies.relations(pool=pool), bool)


@given(data=st.data())
def test_records_refer_to_nothing_where_there_is_nothing(data: st.DataObject) -> None:
    """
    With nothing but sources to refer to, records cite these and refer to nothing else.
    """
    pool = Pool(places=[], institutions=[], people=[], topics=[], events=[], acts=[])
    kinds = (strategies.places, strategies.institutions, strategies.people, strategies.events, strategies.claims)
    record: Any = data.draw(st.one_of([kind(pool=pool) for kind in kinds]))
    assert record.id in Catalogue.from_records([REFERRED[0], record]).table(table_of(record))


DATES: dict[str, Callable[[HistoricalDate], bool]] = {
    "a day": lambda found: found.precision == "day",
    "a month": lambda found: found.precision == "month",
    "a year": lambda found: found.precision == "year",
    "a decade": lambda found: found.precision == "decade",
    "a century": lambda found: found.precision == "century",
    "an unspecified day": lambda found: found.text.endswith("-XX") and found.precision == "month",
    "an unspecified month": lambda found: found.text.endswith("-XX") and len(found.text) == 7,
    "an unspecified day and month": lambda found: found.text.endswith("-XX-XX"),
    "approximate": lambda found: found.qualifier == "~",
    "uncertain": lambda found: found.qualifier == "?",
    "both": lambda found: found.qualifier == "%",
    "an unspecified day, qualified": lambda found: "-XX~" in found.text,
    "a set of one": lambda found: len(found.options) == 1,
    "a set of three": lambda found: len(found.options) == 3,
    "a set out of order": lambda found: list(found.options) != sorted(found.options, key=lambda date: date.earliest),
    "the first century": lambda found: found.earliest.year < 100,
}


@pytest.mark.parametrize("shape", DATES)
def test_dates_have_every_shape(shape: str) -> None:
    """
    Every supported shape of a date occurs.
    """
    assert DATES[shape](example_of(strategies.historical_dates(), DATES[shape]))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [("dated", "dated"), ("dated", "open"), ("dated", "unknown"), ("open", "dated"), ("unknown", "dated")],
)
def test_intervals_have_every_end(starts: str, ends: str) -> None:
    """
    Dated, open and unknown ends occur on both sides.
    """
    found = example_of(strategies.intervals(), lambda interval: (interval.starts, interval.ends) == (starts, ends))
    assert (starts, ends) == (found.starts, found.ends)


BEARERS: dict[str, Callable[[Any], bool]] = {
    "three names": lambda bearer: len(bearer.names) == 3,
    "a direct succession": lambda bearer: "direct" in [name.succession for name in bearer.names[1:]],
    "a gap": lambda bearer: "gap" in [name.succession for name in bearer.names],
    "an uncertain succession": lambda bearer: "uncertain" in [name.succession for name in bearer.names],
    "a current name": lambda bearer: bearer.current is True,
    "a name that is no longer current": lambda bearer: bearer.current is False and bearer.ending is None,
    "an unknown present": lambda bearer: bearer.current is None,
    "a dated ending": lambda bearer: bearer.ending is not None and bearer.ending.date is not None,
    "an undated ending": lambda bearer: bearer.ending is not None and bearer.ending.date is None,
    "a founding in an interval": lambda bearer: bearer.founded and isinstance(bearer.founded.value, Interval),
    "a founding in a set": lambda bearer: bearer.founded and getattr(bearer.founded.value, "options", ()),
    "an undated name between dated ones": lambda bearer: (
        [True, False, True] == [name.since is not None for name in bearer.names]
    ),
    "an end where the next name begins": lambda bearer: any(
        a.until and b.since and b.succession == "direct" for a, b in zip(bearer.names, bearer.names[1:], strict=False)
    ),
    "an end before a gap": lambda bearer: any(
        a.until and b.since and b.succession == "gap" for a, b in zip(bearer.names, bearer.names[1:], strict=False)
    ),
    "an open dispute": lambda bearer: any(d.standing == "open" for name in bearer.names for d in name.disputes),
    "a refuted dispute": lambda bearer: any(d.standing == "refuted" for name in bearer.names for d in name.disputes),
    "a planned name": lambda bearer: "planned" in [side.use for side in bearer.also],
    "an attestation": lambda bearer: any(name.attested for name in bearer.names),
    "two honours": lambda bearer: any(len(name.honours) == 2 for name in bearer.names),
    "an act": lambda bearer: any(name.act for name in bearer.names),
    "a country without a place in this world": lambda bearer: bearer.country not in (None, "RU", "UA", "TJ"),
}


@pytest.fixture(scope="module")
def bearers() -> list[Any]:
    """
    Some hundred generated bearers.
    """
    drawn: list[Any] = []

    @settings(QUICKLY, max_examples=400)
    @given(strategies.places() | strategies.institutions())
    def draw(bearer: Any) -> None:
        drawn.append(bearer)

    draw()
    return drawn


@pytest.mark.parametrize("feature", BEARERS)
def test_bearers_have_every_feature(bearers: list[Any], feature: str) -> None:
    """
    Everything that a chain of names may hold occurs; what is rare in some versions of Hypothesis is looked for.
    """
    has = BEARERS[feature]
    assert any(map(has, bearers)) or example_of(strategies.places(), lambda place: bool(has(place)))


TIES: dict[str, tuple[st.SearchStrategy[Any], Callable[[Any], object]]] = {
    "a place in a place": (strategies.places(id="z"), lambda place: place.within),
    "an institution in a place": (strategies.institutions(id="z"), lambda institution: institution.within == "a-place"),
    "a source derived from another": (strategies.sources(id="z"), lambda source: source.derived_from),
    "an event with a cause": (strategies.events(id="z"), lambda event: event.causes),
    "an act with an issuer": (strategies.acts(), lambda act: act.issuer),
    "a renaming that removes somebody": (strategies.renamings(), lambda renaming: renaming.removes),
    "an end": (strategies.changes(), lambda change: change.ending),
}


@pytest.mark.parametrize("tie", TIES)
def test_records_are_tied_in_every_way(tie: str) -> None:
    """
    Everything that ties records together occurs.
    """
    strategy, is_tied = TIES[tie]
    assert is_tied(example_of(strategy, lambda record: bool(is_tied(record))))


CATALOGUES: dict[str, Callable[[Catalogue], object]] = {
    "a renaming": lambda catalogue: len(catalogue.renamings),
    "a retired id": lambda catalogue: catalogue.redirects,
    "a release": lambda catalogue: catalogue.release,
    "no release": lambda catalogue: catalogue.release is None,
}


@pytest.mark.parametrize("feature", CATALOGUES)
def test_catalogues_have_every_feature(feature: str) -> None:
    """
    What a catalogue may have, or not have, occurs.
    """
    assert CATALOGUES[feature](example_of(strategies.catalogues(), lambda found: bool(CATALOGUES[feature](found))))


def test_disputes_may_be_about_the_chain() -> None:
    """
    A dispute may be about the order and number of names.
    """
    assert "chain" == example_of(strategies.disputes(), lambda dispute: dispute.field == "chain").field


def test_claims_may_rest_on_changes() -> None:
    """
    The evidence of a claim may be a change.
    """
    claims = strategies.claims(pool=Pool(changes=["a-place/a"]))
    assert "a-place/a" in example_of(claims, lambda claim: "a-place/a" in claim.evidence).evidence


@pytest.mark.parametrize("status", ["confirmed", "imprecise", "contradicted", "unverified"])
def test_claims_have_every_status(status: str) -> None:
    """
    Every status of a claim occurs.
    """
    assert status == example_of(strategies.claims(), lambda claim: claim.status == status).status


@pytest.mark.parametrize(
    ("name", "simplest"),
    [
        ("texts", "'0'"),
        ("historical_dates", "HistoricalDate('2000-01-01')"),
        ("intervals", "Interval('2000-01-01/2000-01-01')"),
        ("names", "Name(key='0', text='a')"),
        ("places", "Place(id='0', label='0', kind='city', current=True, names=(Name(key='0', text='a'),))"),
        ("people", "Person(id='0', label='0')"),
        ("catalogues", "<Catalogue: 1 source>"),
    ],
)
def test_simplest_comes_first(name: str, simplest: str) -> None:
    """
    The first value that a test is given is the simplest, to which others shrink.
    """
    once = settings(max_examples=1, database=None, phases=[Phase.generate])
    assert simplest == repr(find(getattr(strategies, name)(), lambda _: True, settings=once))


def test_missing_hypothesis_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without Hypothesis the error says what to install.
    """
    for module in [name for name in sys.modules if name.startswith("destalinization.strategies")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, "hypothesis", None)

    with pytest.raises(ImportError, match=r"pip install destalinization\[hypothesis\]"):
        importlib.import_module("destalinization.strategies")
