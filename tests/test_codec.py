"""
The codec: users' JSON is read strictly, and everything that is wrong is reported at once.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import destalinization as ds
from destalinization import codec
from destalinization.codec import read_json, structure, unstructure
from destalinization.dates import HistoricalDate, Interval
from destalinization.errors import DataError, Finding
from destalinization.model.frozenmap import FrozenMap
from destalinization.model.names import Name
from destalinization.model.people import Person, Topic
from destalinization.model.places import Coordinates, Place
from destalinization.model.provenance import Citation, Dated
from destalinization.model.record import Record

RAW: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "records.json").read_bytes())
CLASSES: dict[str, type[Record]] = {name: getattr(ds, name) for name in RAW}
FIELDS = [(name, field) for name, raw in RAW.items() for field in raw]
ALL_FIELDS = [(name, field) for name, kind in CLASSES.items() for field in attrs.fields(kind)]
REQUIRED = [(name, field.name) for name, field in ALL_FIELDS if field.default is attrs.NOTHING]
WRONG: dict[type, tuple[object, ...]] = {
    str: (1, 1.5, True, ["x"], {"x": "y"}, [], {}, "\ud800"),
    float: ("48.0", True, [48.0], {}, None, float("nan"), float("inf")),
    bool: (0, 1, "true", [], {}),
    list: ("x", 1, True, None, {}, {"x": "y"}),
    dict: ("x", 1, True, [], ["x"], [["x", "y"]]),
}
"""What may not stand in the place of a value, by the type of the value."""

MISFITS = [(name, field, wrong) for name, field in FIELDS for wrong in WRONG[type(RAW[name][field])]]
by_class = pytest.mark.parametrize("name", RAW)


def faults(raw: object, kind: type[Any]) -> list[tuple[str, str, str]]:
    """
    Give path, found and expected of everything that is wrong.
    """
    with pytest.raises(DataError) as caught:
        structure(raw, kind)
    return [(finding.path, finding.found, finding.expected) for finding in caught.value.findings]


def refusal(content: bytes | str) -> Finding:
    """
    Give the one thing that is wrong with a text.
    """
    with pytest.raises(DataError) as caught:
        read_json(content, "places/tj.json")
    (finding,) = caught.value.findings
    return finding


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (b'{"id": "gulag"}', {"id": "gulag"}),
        ('{"id": "ГУЛАГ"}', {"id": "ГУЛАГ"}),
        ("ГУЛАГ".join('""').encode(), "ГУЛАГ"),
        (b'\xef\xbb\xbf["marked"]', ["marked"]),
        ('\ufeff["marked"]', ["marked"]),
        (b" \n[1, 2.5, null, true]\r\n", [1, 2.5, None, True]),
        (b'{"a": {"id": 1}, "b": {"id": 1}}', {"a": {"id": 1}, "b": {"id": 1}}),
    ],
)
def test_json_is_read(content: bytes | str, value: object) -> None:
    """
    JSON is read from text and from UTF-8, with or without a byte order mark.
    """
    assert value == read_json(content)


@pytest.mark.parametrize(
    ("content", "path", "found", "expected"),
    [
        (b"", "", "nothing", "a JSON value"),
        ("", "", "nothing", "a JSON value"),
        (b" \n\t", "", "nothing", "a JSON value"),
        (b"\xef\xbb\xbf", "", "nothing", "a JSON value"),
        (b"[1 2]", "line 1 column 4", "no JSON", "JSON"),
        (b'{\n "id": }', "line 2 column 8", "no JSON", "JSON"),
        (b"{'id': 1}", "line 1 column 2", "no JSON", "JSON"),
        (b"[1] [2]", "line 1 column 5", "no JSON", "JSON"),
        (b'["\n"]', "line 1 column 3", "no JSON", "JSON"),
        (b"[NaN]", "", "NaN", "a number that JSON has"),
        (b"[Infinity]", "", "Infinity", "a number that JSON has"),
        (b"[-Infinity]", "", "-Infinity", "a number that JSON has"),
        (b'{"id": 1, "x": 2, "id": 1}', "", "the key 'id' twice in one object", "each key once"),
        (b'[{"a": {"x": 1, "y": 2, "y": 3}}]', "", "the key 'y' twice in one object", "each key once"),
        (b'{"a": "\xe9"}', "byte 7", "the byte 0xe9", "UTF-8"),
        (b'\xef\xbb\xbf{"a": "\xe9"}', "byte 10", "the byte 0xe9", "UTF-8"),
        ('{"id": "ГУЛАГ"}'.encode("cp1251"), "byte 8", "the byte 0xc3", "UTF-8"),
        ('{"id": "gulag"}'.encode("utf-16"), "byte 0", "the byte 0xff", "UTF-8"),
        (b'{"a": "\xed\xa0\x80"}', "byte 7", "the byte 0xed", "UTF-8"),
        (b"[" * 200_000, "", "lists or objects nested too deeply", "a few levels"),
        (b'{"a":' * 200_000, "", "lists or objects nested too deeply", "a few levels"),
        (b"1" * 5_000, "", "a value that cannot be read", "JSON"),
    ],
)
def test_bad_text_is_refused(content: bytes | str, path: str, found: str, expected: str) -> None:
    """
    What is no JSON is refused in one finding, with the place where it stops being JSON.
    """
    finding = refusal(content)
    assert ("structure", "places/tj.json", "", path, expected) == (
        finding.law,
        finding.file,
        finding.record,
        finding.path,
        finding.expected,
    )
    assert found in finding.found


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A text beyond the largest size is refused by its size, and one of exactly that size is read.
    """
    monkeypatch.setattr(codec, "LARGEST", 1_000)
    assert "x" * 998 == read_json(b'"' + b"x" * 998 + b'"')
    finding = refusal(b'"' + b"x" * 999 + b'"')
    assert ("1,001 bytes", "at most 1,000 bytes") == (finding.found, finding.expected)


def test_the_largest_size_is_in_megabytes() -> None:
    """
    Texts of many megabytes are read, and texts of a hundred are not.
    """
    assert 10 * 1024**2 < codec.LARGEST < 100 * 1000**2


@by_class
def test_records_are_read_and_written(name: str) -> None:
    """
    A record with a value in every field is written as it was read, keys in the order of the model.
    """
    raw = copy.deepcopy(RAW[name])
    assert json.dumps(raw) == json.dumps(unstructure(structure(raw, CLASSES[name])))


@by_class
def test_reading_leaves_the_json_as_it_was(name: str) -> None:
    """
    What is read is not changed.
    """
    raw = copy.deepcopy(RAW[name])
    structure(raw, CLASSES[name])
    assert RAW[name] == raw


@by_class
def test_what_is_not_known_is_not_written(name: str) -> None:
    """
    A record with nothing but its required fields is written with these alone.
    """
    raw = {field: RAW[name][field] for owner, field in REQUIRED if owner == name}
    assert raw == unstructure(structure(raw, CLASSES[name]))


@by_class
def test_order_of_keys_does_not_matter(name: str) -> None:
    """
    Keys may come in any order, and are written in the order of the model.
    """
    raw = dict(reversed(RAW[name].items()))
    assert list(RAW[name]) == list(unstructure(structure(raw, CLASSES[name])))


def test_defaults_are_not_written() -> None:
    """
    What is given as what it is anyway is not written.
    """
    honour = {"target": "b", "certainty": "certain"}
    nothing: dict[str, Any] = {"forms": {}, "citations": [], "act": None}
    raw = {"key": "a", "text": "A", "succession": "direct", "honours": [honour], **nothing}
    assert {"key": "a", "text": "A", "honours": [{"target": "b"}]} == unstructure(structure(raw, Name))


def test_maps_are_written_sorted() -> None:
    """
    Maps are written in the order of their keys, and lists in their own.
    """
    person = Person(id="koba", label="Koba", forms={"ru": ["Б", "А"], "ka": ["ა"]}, links={"viaf": "1", "isni": "2"})
    raw = unstructure(person)
    assert ('{"ka": ["ა"], "ru": ["Б", "А"]}', '{"isni": "2", "viaf": "1"}') == (
        json.dumps(raw["forms"], ensure_ascii=False),
        json.dumps(raw["links"]),
    )


def test_collections_are_read_frozen() -> None:
    """
    Lists are read as tuples, and objects that are no records as frozen maps.
    """
    person = structure(RAW["Person"], Person)
    assert (tuple, FrozenMap, tuple) == (type(person.aliases), type(person.forms), type(person.forms["ru"]))


@pytest.mark.parametrize("number", [48, 48.0])
def test_whole_numbers_are_read_as_numbers(number: float) -> None:
    """
    A coordinate may be written without a fraction.
    """
    found = structure({**RAW["Coordinates"], "latitude": number}, Coordinates)
    assert (48.0, float) == (found.latitude, type(found.latitude))


def test_null_is_read_where_a_value_may_be_missing() -> None:
    """
    Null for a field that may be missing means that it is.
    """
    raw = {"id": "gulag", "label": "Gulag", "kind": "concept", "summary": None, "period": None}
    assert Topic(id="gulag", label="Gulag", kind="concept") == structure(raw, Topic)


@pytest.mark.parametrize(("kind", "text"), [(HistoricalDate, "196X~"), (Interval, "1953/..")])
def test_dates_are_read_and_written(kind: type[HistoricalDate | Interval], text: str) -> None:
    """
    Dates alone are read from their texts and written as these.
    """
    assert text == unstructure(structure(text, kind))


@pytest.mark.parametrize(("name", "field", "wrong"), MISFITS)
def test_a_value_of_another_type_is_refused(name: str, field: str, wrong: object) -> None:
    """
    A value of another type, for which nothing is coerced, is refused at its field.
    """
    places = {path for path, _, _ in faults({**RAW[name], field: wrong}, CLASSES[name])}
    assert {field} == {path.partition(".")[0].partition("[")[0] for path in places}


@pytest.mark.parametrize(("name", "field"), REQUIRED)
def test_null_for_a_required_field_is_refused(name: str, field: str) -> None:
    """
    Null for a field that must be there is refused and shown as null.
    """
    ((path, found, _),) = faults({**RAW[name], field: None}, CLASSES[name])
    assert (field, "null") == (path, found)


@pytest.mark.parametrize(("name", "field"), REQUIRED)
def test_a_missing_field_is_refused(name: str, field: str) -> None:
    """
    A required field that is not there is named.
    """
    raw = {key: value for key, value in RAW[name].items() if key != field}
    assert [(field, "nothing", "a value")] == faults(raw, CLASSES[name])


@by_class
def test_an_unknown_key_is_refused(name: str) -> None:
    """
    A key that the model does not have is refused, and the keys that it has are named.
    """
    expected = f"one of {', '.join(field.name for field in attrs.fields(CLASSES[name]))}"
    assert [("spare", "an unknown key", expected)] == faults({**RAW[name], "spare": 1}, CLASSES[name])


@by_class
@pytest.mark.parametrize("wrong", [None, [], "x", 1, True])
def test_only_an_object_makes_a_record(name: str, wrong: object) -> None:
    """
    What is no object is no record.
    """
    ((path, _, expected),) = faults(wrong, CLASSES[name])
    assert ("", "an object") == (path, expected)


@pytest.mark.parametrize(
    ("kind", "raw", "fault"),
    [
        (Citation, {"source": None}, ("source", "null", "a text")),
        (Citation, {"source": 7}, ("source", "7", "a text")),
        (Citation, {"source": "a\ud800"}, ("source", r"'a\ud800'", "a text without lone surrogates")),
        (Citation, {"source": "tass", "supports": "since"}, ("supports", "'since'", "a list")),
        (Citation, {"source": "tass", "supports": {"0": "since"}}, ("supports", '{"0": "since"}', "a list")),
        (Citation, {"source": "tass", "supports": ["since", None]}, ("supports[1]", "null", "a text")),
        (Topic, {"id": "g", "label": "G", "kind": "idea"}, ("kind", "'idea'", "one of office, concept, ideology")),
        (Topic, {"id": "g", "label": "G", "kind": ["work"]}, ("kind", '["work"]', "one of office, concept")),
        (Dated, {"value": "1961-13"}, ("value", "'1961-13'", "an EDTF date or interval (at character 5: there is no")),
        (Dated, {"value": 1961}, ("value", "1961", "an EDTF date or interval as text")),
        (Name, {"key": "a", "text": "A", "since": "1961/1962"}, ("since", "'1961/1962'", "an EDTF date")),
        (Name, {"key": "a", "text": "A", "since": "Nov"}, ("since", "'Nov'", "an EDTF date (at character 0: expected")),
        (Name, {"key": "a", "text": "A", "since": 1961}, ("since", "1961", "an EDTF date as text")),
        (Name, {"key": "a", "text": "A", "forms": ["ru"]}, ("forms", '["ru"]', "an object")),
        (Name, {"key": "a", "text": "A", "forms": {"ru": "А"}}, ("forms.ru", "'А'", "a list")),
        (Name, {"key": "a", "text": "A", "forms": {"ru": ["А", 1]}}, ("forms.ru[1]", "1", "a text")),
        (Name, {"key": "a", "text": "A", "forms": {"\ud800": []}}, (r"forms.\ud800", r"'\ud800'", "a text without")),
        (Name, {"key": "a", "text": "A", "honours": {"target": "b"}}, ("honours", '{"target": "b"}', "a list")),
        (Name, {"key": "a", "text": "A", "honours": [["b"]]}, ("honours[0]", '["b"]', "an object")),
        (Name, {"key": "a", "text": "A", "honours": [{}]}, ("honours[0].target", "nothing", "a value")),
        (Name, {"key": "a", "text": "A", "\ud800": 1}, (r"\ud800", "an unknown key", "one of key, text, forms")),
        (HistoricalDate, "1961/1962", ("", "'1961/1962'", "an EDTF date")),
        (Interval, "1961", ("", "'1961'", "an EDTF interval")),
        (Interval, None, ("", "null", "an EDTF interval as text")),
        (Citation, {"source": ["x" * 56]}, ("source", '["' + "x" * 56 + '"]', "a text")),
        (Citation, {"source": ["x" * 57]}, ("source", '["' + "x" * 55 + "...", "a text")),
        (Citation, {"source": ["x" * 99]}, ("source", '["' + "x" * 55 + "...", "a text")),
    ],
)
def test_a_fault_is_named_exactly(kind: type[Any], raw: object, fault: tuple[str, str, str]) -> None:
    """
    A fault is reported with its path, with what was found, cut where it is long, and with what would be right.
    """
    ((path, found, expected),) = faults(raw, kind)
    assert fault == (path, found, expected[: len(fault[2])])


@pytest.mark.parametrize("number", [10**400, -(10**400)])
def test_a_number_beyond_all_bounds_is_refused(number: int) -> None:
    """
    A number that no coordinate can hold is refused at its field.
    """
    ((path, _, _),) = faults({**RAW["Coordinates"], "latitude": number}, Coordinates)
    assert "latitude" == path


def test_what_is_nested_deeply_is_refused() -> None:
    """
    A value that is nested more deeply than can be shown is refused all the same.
    """
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    ((path, found, expected),) = faults({"source": deep}, Citation)
    assert ("source", "lists or objects nested deeply", "a text") == (path, found, expected)


def test_everything_is_reported_at_once() -> None:
    """
    All faults of a record are reported in one error, each at its place.
    """
    raw = {
        "id": "town",
        "kind": "hamlet",
        "country": 7,
        "current": "yes",
        "founded": {"value": "1961-13", "citations": "tass"},
        "names": [
            {"key": "a", "text": None, "since": "10 Apr 1925"},
            "Stalino",
            {"key": "b", "text": "B", "honours": [{"target": "stalin", "certainty": "sure", "why": "?"}]},
        ],
        "links": {"viaf": 1, "isni": "2", "gnd": None},
        "spare": 1,
        "extra": 2,
    }
    found = {path: what for path, what, _ in faults(raw, Place)}
    assert {
        "label": "nothing",
        "kind": "'hamlet'",
        "country": "7",
        "current": "'yes'",
        "founded.value": "'1961-13'",
        "founded.citations": "'tass'",
        "names[0].text": "null",
        "names[0].since": "'10 Apr 1925'",
        "names[1]": "'Stalino'",
        "names[2].honours[0].certainty": "'sure'",
        "names[2].honours[0].why": "an unknown key",
        "links.viaf": "1",
        "links.gnd": "null",
        "spare": "an unknown key",
        "extra": "an unknown key",
    } == found


@pytest.mark.parametrize(
    ("raw", "record"),
    [
        ({"id": "gulag"}, "gulag"),
        ({"id": 7}, "[3]"),
        ({}, "[3]"),
        ([], "[3]"),
        ({"id": "gulag\ud800"}, r"gulag\ud800"),
    ],
)
def test_findings_say_where_they_were_found(raw: object, record: str) -> None:
    """
    Every finding names the law, the file, and the record by its id, or by its place where it has none.
    """
    with pytest.raises(DataError) as caught:
        structure(raw, Topic, file="topics.json", record="[3]")
    assert {("structure", "topics.json", record)} == {(f.law, f.file, f.record) for f in caught.value.findings}


def test_message_can_be_written_whatever_was_read() -> None:
    """
    The message about texts with lone surrogates can be written as UTF-8.
    """
    with pytest.raises(DataError) as caught:
        structure({"id": "a\ud800", "label": "\ud800", "forms": {"\ud800": "\ud801"}, "\ud802": 1}, Topic)
    assert str(caught.value).encode().decode() == str(caught.value)
