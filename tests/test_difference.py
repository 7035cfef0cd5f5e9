"""
Differences: what was added, removed and changed between two catalogues, field by field.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from destalinization.dates import HistoricalDate
from destalinization.difference import FieldChange, RecordChange, difference
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.people import Person, Topic
from destalinization.model.places import Place
from destalinization.model.provenance import Citation
from destalinization.model.release import Release
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue

TASS = Source(id="tass", title="Report", kind="press")
STALIN = Person(id="stalin", label="Joseph Stalin")
OLD = Name(key="old", text="Old", since=HistoricalDate("1900"))
NEW = Name(key="new", text="New", since=HistoricalDate("1961"), citations=[Citation(source="tass")])


def release(version: str) -> Release:
    """
    Make a release of a version.
    """
    return Release(version=version, date=HistoricalDate("2024-05-01"), licence="CC-BY-4.0")


def town(*names: Name, **more: Any) -> Place:
    """
    Make a town of its names.
    """
    return Place(id="town", label="Town", kind="town", names=names or (OLD, NEW), **more)


def fields(old: Any, new: Any) -> dict[str, tuple[Any, Any]]:
    """
    Give what changed between two states of one record, old and new value by path.
    """
    before, after = (Catalogue.from_records([record, TASS, STALIN]) for record in (old, new))
    (change,) = difference(before, after).records
    assert change.how == "changed"
    return {field.path: (field.old, field.new) for field in change.fields}


def test_nothing_changed_between_a_catalogue_and_itself() -> None:
    """
    A catalogue does not differ from itself, nor from an equal one.
    """
    one, other = (Catalogue.from_records([town(), TASS], release=release("1")) for _ in range(2))
    assert () == difference(one, one).records == difference(one, other).records


def test_records_are_added() -> None:
    """
    A record that is new is added, with its table and no fields.
    """
    before, after = Catalogue.from_records([TASS]), Catalogue.from_records([TASS, STALIN])
    assert (RecordChange("people", "stalin", "added"),) == difference(before, after).records


def test_records_are_removed() -> None:
    """
    A record that is no more is removed.
    """
    before, after = Catalogue.from_records([TASS, STALIN]), Catalogue.from_records([TASS])
    assert (RecordChange("people", "stalin", "removed"),) == difference(before, after).records


def test_a_record_that_moves_to_another_table_is_removed_and_added() -> None:
    """
    An id that stands in another table now is removed there and added here.
    """
    before = Catalogue.from_records([Person(id="x", label="X")])
    after = Catalogue.from_records([Topic(id="x", label="X", kind="concept")])
    wanted = (RecordChange("people", "x", "removed"), RecordChange("topics", "x", "added"))
    assert wanted == difference(before, after).records


def test_changes_come_by_table_and_id() -> None:
    """
    Changes come in the order of the document: the release, the tables, the redirects, and in each by id.
    """
    before = Catalogue.from_records([TASS], release=release("1"))
    after = Catalogue.from_records(
        [TASS, Source(id="a", title="A", kind="web"), STALIN, Person(id="lenin", label="Lenin"), town()],
        redirects={"koba": "stalin"},
        release=release("2"),
    )
    found = [(record.table, record.id) for record in difference(before, after).records]
    wanted = [("release", "release"), ("places", "town"), ("people", "lenin"), ("people", "stalin")]
    assert [*wanted, ("sources", "a"), ("redirects", "koba")] == found


def test_a_changed_field_has_its_old_and_new_value() -> None:
    """
    A field that changed is given with what it was and what it is.
    """
    assert {"label": ("Town", "City")} == fields(town(), Place(id="town", label="City", kind="town", names=[OLD, NEW]))


def test_a_new_field_was_nothing() -> None:
    """
    A field that was not known has None for its old value, one that is not known any more for its new.
    """
    assert {"country": (None, "UA")} == fields(town(), town(country="UA"))
    assert {"country": ("UA", None)} == fields(town(country="UA"), town())


def test_several_fields_come_in_the_order_of_the_model() -> None:
    """
    The fields that changed come in the order of the model, those that are new after those that were there.
    """
    one = town(country="UA", summary="A town.")
    other = town(country="RU", summary="A city.", admin1="Oblast", current=True)
    assert ["country", "summary", "admin1", "current"] == list(fields(one, other))


def test_names_are_compared_by_their_keys() -> None:
    """
    A change in a name stands under its key, whatever its place in the chain.
    """
    first = Name(key="first", text="First")
    later = Name(key="new", text="New", since=HistoricalDate("1961-11-10"), citations=[Citation(source="tass")])
    assert {
        "names.new.since": ("1961", "1961-11-10"),
        "names.first": (None, {"key": "first", "text": "First"}),
    } == fields(town(OLD, NEW), town(first, OLD, later))


def test_a_name_that_is_gone_is_shown_whole() -> None:
    """
    A name that is no more is given as it was.
    """
    assert {"names.old": ({"key": "old", "text": "Old", "since": "1900"}, None)} == fields(town(OLD, NEW), town(NEW))


def test_the_order_of_names_is_a_change() -> None:
    """
    Names that changed places are a change of the order, with the keys before and after.
    """
    assert {"names (order)": (["old", "new"], ["new", "old"])} == fields(town(OLD, NEW), town(NEW, OLD))


def test_a_name_in_between_does_not_change_the_order() -> None:
    """
    A new name among the old ones leaves these in their order.
    """
    middle = Name(key="middle", text="Middle")
    assert ["names.middle"] == list(fields(town(OLD, NEW), town(OLD, middle, NEW)))


def test_names_beside_the_chain_are_compared_by_their_keys() -> None:
    """
    A change in a name beside the chain stands under its key.
    """
    side = Name(key="side", text="Side")
    one = town(also=[SideName(name=side, use="unofficial"), SideName(name=OLD, use="planned")])
    other = town(also=[SideName(name=side, use="de-facto"), SideName(name=OLD, use="planned")])
    assert {"also.side.use": ("unofficial", "de-facto")} == fields(one, other)


def test_the_first_name_beside_the_chain_is_shown_whole() -> None:
    """
    A list that was empty is given whole.
    """
    raw = [{"name": {"key": "old", "text": "Old", "since": "1900"}, "use": "planned"}]
    assert {"also": (None, raw)} == fields(town(), town(also=[SideName(name=OLD, use="planned")]))


def test_other_lists_are_compared_whole() -> None:
    """
    Lists of what has no key are given whole, before and after.
    """
    one = Person(id="x", label="X", aliases=["a", "b"], citations=[Citation(source="tass")])
    other = Person(id="x", label="X", aliases=["b", "a"], citations=[Citation(source="tass", locator="p. 1")])
    assert {
        "aliases": (["a", "b"], ["b", "a"]),
        "citations": ([{"source": "tass"}], [{"source": "tass", "locator": "p. 1"}]),
    } == fields(one, other)


def test_names_of_one_key_are_compared_whole() -> None:
    """
    A chain in which a key stands twice, which no law allows, is compared as a whole.
    """
    twice = Name(key="old", text="Older")
    assert ["names"] == list(fields(town(OLD, NEW), town(OLD, twice)))


def test_maps_are_compared_by_key() -> None:
    """
    Spellings and links are compared key by key.
    """
    one = Person(id="x", label="X", forms={"ru": ["Х"], "uk": ["Х"]}, links={"viaf": "1"})
    other = Person(id="x", label="X", forms={"ru": ["Кс"], "ka": ["ხ"]}, links={"viaf": "2"})
    assert {
        "forms.ru": (["Х"], ["Кс"]),
        "forms.uk": (["Х"], None),
        "forms.ka": (None, ["ხ"]),
        "links.viaf": ("1", "2"),
    } == fields(one, other)


def test_parts_of_names_are_compared_whole() -> None:
    """
    The honours of a name have no keys, and are given whole.
    """
    honoured = Name(key="old", text="Old", since=HistoricalDate("1900"), honours=[Honour(target="stalin")])
    found = fields(town(OLD, NEW), town(honoured, NEW))
    assert {"names.old.honours": (None, [{"target": "stalin"}])} == found


def test_the_release_counts_as_a_record() -> None:
    """
    A new version of the data is a change of the record `release`; a first release is one that was added.
    """
    none, one, two = (Catalogue.from_records([TASS], release=made) for made in (None, release("1"), release("2")))
    assert (RecordChange("release", "release", "added"),) == difference(none, one).records
    wanted = RecordChange("release", "release", "changed", (FieldChange("version", "1", "2"),))
    assert (wanted,) == difference(one, two).records


def test_redirects_count_as_records() -> None:
    """
    A retired id that leads elsewhere is a change of its record in `redirects`.
    """
    records: list[Person | Source] = [TASS, STALIN, Person(id="lenin", label="Lenin")]
    one = Catalogue.from_records(records, redirects={"koba": "stalin", "ilyich": "lenin"})
    other = Catalogue.from_records(records, redirects={"koba": "lenin", "soso": "stalin"})
    assert (
        RecordChange("redirects", "ilyich", "removed"),
        RecordChange("redirects", "koba", "changed", (FieldChange("successor", "stalin", "lenin"),)),
        RecordChange("redirects", "soso", "added"),
    ) == difference(one, other).records


BEFORE = Catalogue.from_records([TASS, STALIN, town(OLD, NEW, country="UA")])
AFTER = Catalogue.from_records([TASS, Person(id="lenin", label="Ленин"), town(OLD, NEW, summary="Город.")])


def test_text_counts_and_lists() -> None:
    """
    The text counts the changes, then lists them with their signs and their fields.
    """
    assert (
        "1 added, 1 removed, 1 changed\n"
        "~ places: town\n"
        '    country: "UA" → nothing\n'
        '    summary: nothing → "Город."\n'
        "+ people: lenin\n"
        "- people: stalin\n"
    ) == difference(BEFORE, AFTER).to_text()


def test_text_of_no_change_counts_nothing() -> None:
    """
    Where nothing changed, the text is the counts alone.
    """
    assert "0 added, 0 removed, 0 changed\n" == difference(BEFORE, BEFORE).to_text()


def test_json_lists_what_was_added_removed_and_changed() -> None:
    """
    The JSON has three lists, and fields where something changed.
    """
    text = difference(BEFORE, AFTER).to_json()
    assert {
        "added": [{"table": "people", "id": "lenin"}],
        "removed": [{"table": "people", "id": "stalin"}],
        "changed": [
            {
                "table": "places",
                "id": "town",
                "fields": [
                    {"path": "country", "old": "UA", "new": None},
                    {"path": "summary", "old": None, "new": "Город."},
                ],
            }
        ],
    } == json.loads(text)
    assert "Город." in text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (FieldChange("current", None, True), "current: nothing → true"),
        (FieldChange("names.a.forms", {"ru": ["А"]}, None), 'names.a.forms: {"ru": ["А"]} → nothing'),
    ],
)
def test_a_field_is_written_on_a_line(change: FieldChange, text: str) -> None:
    """
    A changed field is written as JSON on one line.
    """
    assert text == str(change)


def test_going_back_swaps_old_and_new() -> None:
    """
    The difference the other way round has what was added as removed, and old values as new.
    """
    there, back = difference(BEFORE, AFTER), difference(AFTER, BEFORE)
    swap = {"added": "removed", "removed": "added", "changed": "changed"}
    assert {(r.id, swap[r.how], frozenset((f.path, f.new, f.old) for f in r.fields)) for r in there.records} == {
        (r.id, r.how, frozenset((f.path, f.old, f.new) for f in r.fields)) for r in back.records
    }
