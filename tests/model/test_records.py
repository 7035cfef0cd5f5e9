"""
Records: frozen values that keep what they are given.
"""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest

import destalinization as ds
from destalinization.codec import structure
from destalinization.dates import HistoricalDate
from destalinization.model.changes import Change, Renaming
from destalinization.model.frozenmap import FrozenMap
from destalinization.model.names import Name, SideName
from destalinization.model.people import Person, Topic
from destalinization.model.period import Period
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.record import Record
from destalinization.model.relations import Ending, Relation

RAW: dict[str, dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "records.json").read_bytes())
CLASSES: dict[str, type[Record]] = {name: getattr(ds, name) for name in RAW}
FULL: dict[str, Record] = {name: structure(raw, CLASSES[name]) for name, raw in RAW.items()}
STRINGS: tuple[str, ...] = (
    "Citation.supports",
    "Ending.into",
    "Person.aliases",
    "Topic.aliases",
    "Event.participants",
    "Event.causes",
)
STRINGS += ("Claim.subjects", "Claim.evidence", "Change.removes", "Change.gives")
by_class = pytest.mark.parametrize("name", RAW)


def given(record: Record) -> dict[str, Any]:
    """
    Give the fields of a record as arguments.
    """
    return {field.name: getattr(record, field.name) for field in attrs.fields(type(record))}


def loose(value: Any) -> Any:
    """
    Turn tuples into lists and maps into dictionaries, as users hand them over.
    """
    if isinstance(value, tuple):
        return [loose(item) for item in value]
    return {key: loose(item) for key, item in value.items()} if isinstance(value, FrozenMap) else value


def test_every_public_record_is_tested() -> None:
    """
    The tests visit every class of records that the package offers, answers to questions apart.
    """
    offered = [getattr(ds, name) for name in ds.__all__]
    records = [kind for kind in offered if isinstance(kind, type) and issubclass(kind, Record)]
    stored = [kind for kind in records if ".model." in kind.__module__ and not kind.__module__.endswith(".answers")]
    assert set(RAW) == {kind.__name__ for kind in stored}


@by_class
def test_the_sample_has_every_field(name: str) -> None:
    """
    The record that the tests use has a value in every field.
    """
    assert [field.name for field in attrs.fields(CLASSES[name])] == list(RAW[name])


@by_class
def test_fields_cannot_be_set_or_deleted(name: str) -> None:
    """
    No field of a record can be set or deleted.
    """
    record = FULL[name]
    for field in attrs.fields(type(record)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(record, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(record, field.name)
    assert structure(RAW[name], CLASSES[name]) == record


@by_class
def test_no_attribute_can_be_added(name: str) -> None:
    """
    A record has slots, and takes no attribute but its fields.
    """
    with pytest.raises(AttributeError):
        setattr(FULL[name], "spare", 1)  # noqa: B010
    assert not hasattr(FULL[name], "__dict__")


@by_class
def test_fields_are_given_by_name_only(name: str) -> None:
    """
    A record takes its fields by name and refuses them by position.
    """
    kinds = {parameter.kind for parameter in inspect.signature(CLASSES[name]).parameters.values()}
    assert {inspect.Parameter.KEYWORD_ONLY} == kinds
    with pytest.raises(TypeError, match="positional"):
        CLASSES[name](*given(FULL[name]).values())


@by_class
def test_records_are_equal_by_value(name: str) -> None:
    """
    Two records of the same values are equal and have one hash.
    """
    twin = CLASSES[name](**given(FULL[name]))
    assert (FULL[name], hash(FULL[name])) == (twin, hash(twin))


@by_class
def test_records_of_other_values_differ(name: str) -> None:
    """
    A record that differs in any one field is another record.
    """
    record = FULL[name]
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        other: object = FrozenMap() if isinstance(value, FrozenMap) else () if isinstance(value, tuple) else "another"
        assert record != type(record)(**{**given(record), field.name: other}), field.name


@by_class
def test_records_of_other_classes_differ(name: str) -> None:
    """
    A record is equal to no record of another class, and to no dictionary of its fields.
    """
    assert [name] == [other for other, record in FULL.items() if record == FULL[name]]
    fields: object = given(FULL[name])
    assert FULL[name] != fields


@by_class
def test_records_have_no_order(name: str) -> None:
    """
    Records refuse to be sorted.
    """
    record: Any = FULL[name]
    with pytest.raises(TypeError, match="not supported"):
        assert record < record  # noqa: PLR0124
    with pytest.raises(TypeError, match="not supported"):
        assert record >= record  # noqa: PLR0124


@by_class
def test_records_survive_pickling_and_copying(name: str) -> None:
    """
    A record that was pickled or copied is equal, of the same class, and shown alike.
    """
    record = FULL[name]
    for other in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert (record, type(record), repr(record), hash(record)) == (other, type(other), repr(other), hash(other))


@by_class
def test_lists_and_dictionaries_are_kept_frozen(name: str) -> None:
    """
    What is handed over as lists and dictionaries is kept as tuples and frozen maps.
    """
    record = FULL[name]
    other = CLASSES[name](**{field: loose(value) for field, value in given(record).items()})
    assert record == other
    kept = [type(value) for value in given(other).values() if isinstance(value, list | dict | tuple | FrozenMap)]
    assert set(kept) <= {tuple, FrozenMap}


@by_class
def test_record_is_hashable_whatever_it_was_made_of(name: str) -> None:
    """
    A record that was made of lists and dictionaries has a hash.
    """
    other = CLASSES[name](**{field: loose(value) for field, value in given(FULL[name]).items()})
    assert {FULL[name]} == {other}


@pytest.mark.parametrize("field", STRINGS)
def test_a_text_for_several_texts_is_refused(field: str) -> None:
    """
    A single text where several are wanted is refused, and not taken apart into letters.
    """
    name, _, field = field.partition(".")
    with pytest.raises(TypeError, match="expected several texts, found the text 'one'"):
        CLASSES[name](**{**given(FULL[name]), field: "one"})


def test_a_text_for_several_spellings_is_refused() -> None:
    """
    A single text for the spellings of a language is refused.
    """
    with pytest.raises(TypeError, match="expected several texts, found the text 'Сталино'"):
        Name(key="stalino", text="Stalino", forms={"ru": "Сталино"})


@by_class
def test_repr_shows_every_value(name: str) -> None:
    """
    The repr names the class and shows every field that has a value of its own.
    """
    shown = ", ".join(f"{field}={value!r}" for field, value in given(FULL[name]).items())
    assert f"{name}({shown})" == repr(FULL[name])


@by_class
def test_repr_leaves_out_what_is_not_known(name: str) -> None:
    """
    The repr of a record with nothing but its required fields shows these alone.
    """
    required = [field.name for field in attrs.fields(CLASSES[name]) if field.default is attrs.NOTHING]
    bare = CLASSES[name](**{field: getattr(FULL[name], field) for field in required})
    shown = ", ".join(f"{field}={getattr(bare, field)!r}" for field in required)
    assert f"{name}({shown})" == repr(bare)


STALINO = Name(key="stalino", text="Stalino")
DONETSK = Name(key="donetsk", text="Donetsk")


@pytest.mark.parametrize(
    ("record", "text"),
    [
        (STALINO, "Stalino"),
        (Place(id="d", label="Donetsk", kind="city", names=[STALINO, DONETSK]), "Donetsk (Stalino → Donetsk)"),
        (FULL["Institution"], "Stalin Prize (USSR) (Stalin Prize)"),
        (Person(id="koba", label="Joseph Stalin"), "Joseph Stalin"),
        (Topic(id="gulag", label="Gulag", kind="concept"), "Gulag"),
        (FULL["Event"], "Twenty-second Congress (1961-10-17/1961-10-31)"),
        (FULL["Act"], "On the renaming of the city of Stalino"),
        (FULL["Claim"], "Stalino became Donetsk in 1961. [imprecise]"),
        (FULL["Source"], "A. B., «Сообщение», TASS, https://example.org/1"),
        (ds.Source(id="s", title="T", kind="web"), "«T»"),
        (Period(), "from an unknown date to an unknown date"),
        (Period(ongoing=True), "from an unknown date to today"),
        (Period(since=HistoricalDate("1961"), ongoing=True), "from 1961 to today"),
        (Period(before=HistoricalDate("1961")), "from an unknown date, before 1961"),
        (Period(since=HistoricalDate("1925")), "from 1925 to an unknown date"),
        (Change(id="d/s", bearer="d", new=STALINO), "… → Stalino (unknown date)"),
        (Change(id="d/end", bearer="d", old=STALINO, ending=Ending(how="merged")), "Stalino → merged (unknown date)"),
        (Change(id="d/end", bearer="d"), "… → … (unknown date)"),
        (
            Renaming(id="d/d", bearer="d", old=STALINO, new=DONETSK, date=HistoricalDate("1961-11-09")),
            "Stalino → Donetsk (1961-11-09)",
        ),
    ],
)  # fmt: skip
def test_records_are_written_for_people(record: Record, text: str) -> None:
    """
    The text of a record is what a reader would call it.
    """
    assert text == str(record)


def test_a_renaming_is_a_change() -> None:
    """
    A renaming can stand wherever a change can.
    """
    assert isinstance(FULL["Renaming"], Change)


def test_a_renaming_needs_both_names() -> None:
    """
    A renaming without its old name cannot be made.
    """
    with pytest.raises(TypeError, match="'old'"):
        Renaming(id="d/d", bearer="d", new=DONETSK)  # type: ignore[call-arg]


def test_parts_may_come_from_a_generator() -> None:
    """
    Parts may be handed over one by one, and are kept as a tuple.
    """
    disputes = [Dispute(field="since", value="1924")]
    found = Dated(value=HistoricalDate("1929"), citations=iter([Citation(source="tass")]), disputes=iter(disputes))
    assert ((Citation(source="tass"),), tuple(disputes)) == (found.citations, found.disputes)


def test_frozen_map_is_kept_as_it_is() -> None:
    """
    A frozen map that is handed over is not copied.
    """
    forms = FrozenMap({"ru": ("Сталино",)})
    links = FrozenMap({"viaf": "1"})
    found = Person(id="koba", label="Koba", forms=forms, links=links)
    assert found.forms is forms
    assert found.links is links


def test_defaults_hold_nothing() -> None:
    """
    What is not given is empty or unknown, and a name follows directly unless it is said otherwise.
    """
    assert ((), FrozenMap(), None, "direct") == (STALINO.citations, STALINO.forms, STALINO.since, STALINO.succession)


def test_side_name_holds_a_name() -> None:
    """
    A name beside the chain is a name with its use.
    """
    side = SideName(name=STALINO, use="planned")
    assert (STALINO, "planned") == (side.name, side.use)


def test_relation_may_hold_a_date_or_an_interval() -> None:
    """
    A relation is dated by a day or by a stretch of time.
    """
    dates: list[HistoricalDate | ds.Interval] = [HistoricalDate("1961"), ds.Interval("1953/1961")]
    assert dates == [Relation(type="buried-in", target="mausoleum", when=when).when for when in dates]
