"""
The decoder: builds what the codec reads, without looking.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from anatomy import told

from destalinization.codec import structure
from destalinization.decode import builder
from destalinization.model.frozenmap import FrozenMap
from destalinization.store.catalogue import STORED
from destalinization.store.directory import CLASSES

RAW: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "data" / "records.json").read_bytes())
REQUIRED: dict[str, dict[str, Any]] = {
    "places": {"id": "town", "label": "Town", "kind": "town", "names": []},
    "institutions": {"id": "nkvd", "label": "NKVD", "kind": "security-agency", "names": []},
    "people": {"id": "koba", "label": "Koba"},
    "topics": {"id": "gulag", "label": "Gulag", "kind": "concept"},
    "events": {"id": "coup", "label": "Coup", "kind": "conflict", "when": {"value": "1991-08"}},
    "acts": {"id": "decree", "title": "Decree", "kind": "decree"},
    "claims": {"id": "claim-1", "section": "S", "statement": "It was so.", "status": "confirmed"},
    "sources": {"id": "tass", "title": "Report", "kind": "press"},
}
by_table = pytest.mark.parametrize("table", STORED)


def full(table: str) -> dict[str, Any]:
    """
    Give the JSON of a record of a table with a value in every field, to be consumed.
    """
    return copy.deepcopy(RAW[CLASSES[table].__name__])


def parts_of(record: dict[str, Any]) -> dict[str, Any]:
    """
    Give a town whose one name has as many parts as a name can have.
    """
    return {**copy.deepcopy(REQUIRED["places"]), "names": [copy.deepcopy(record)]}


@by_table
def test_full_records_are_those_of_the_codec(table: str) -> None:
    """
    A record with a value in every field is built as the codec reads it.
    """
    assert told(structure(full(table), CLASSES[table])) == told(builder(table)(full(table)))


@by_table
def test_bare_records_are_those_of_the_codec(table: str) -> None:
    """
    A record with nothing but its required fields is built as the codec reads it.
    """
    raw = REQUIRED[table]
    assert told(structure(raw, CLASSES[table])) == told(builder(table)(copy.deepcopy(raw)))


@by_table
def test_records_are_of_their_class(table: str) -> None:
    """
    The builder of a table makes records of its class.
    """
    assert CLASSES[table] is type(builder(table)(full(table)))


def test_a_full_name_is_that_of_the_codec() -> None:
    """
    A name with a value in every field is built as the codec reads it.
    """
    raw = parts_of(RAW["Name"])
    assert told(structure(raw, CLASSES["places"])) == told(builder("places")(copy.deepcopy(raw)))


@pytest.mark.parametrize("part", ["Relation", "Dated", "Ending", "Dispute", "Honour", "Citation", "SideName"])
def test_full_parts_are_those_of_the_codec(part: str) -> None:
    """
    A part with a value in every field is built as the codec reads it.
    """
    place = {"Relation": "relations", "Dispute": "disputes", "Citation": "citations", "SideName": "also"}
    raw = copy.deepcopy(REQUIRED["places"])
    if part in place:
        raw[place[part]] = [copy.deepcopy(RAW[part])]
    elif part == "Honour":
        raw["names"] = [{"key": "a", "text": "A", "honours": [copy.deepcopy(RAW[part])]}]
    else:
        raw[{"Dated": "founded", "Ending": "ending"}[part]] = copy.deepcopy(RAW[part])
    assert told(structure(raw, CLASSES["places"])) == told(builder("places")(copy.deepcopy(raw)))


def test_maps_are_frozen_and_keep_their_order() -> None:
    """
    Maps are built as frozen maps of tuples, in the order of the file.
    """
    person = builder("people")({"id": "koba", "label": "Koba", "forms": {"ru": ["Коба"], "ka": ["კობა"]}})
    assert (FrozenMap, [("ru", ("Коба",)), ("ka", ("კობა",))]) == (type(person.forms), list(person.forms.items()))


def test_equal_dates_are_one_object() -> None:
    """
    Dates of one text are built once.
    """
    acts = [builder("acts")({"id": id, "title": id, "kind": "law", "date": "1961-11-10"}) for id in ("a", "b")]
    assert acts[0].date is acts[1].date


@by_table
def test_a_builder_is_made_once(table: str) -> None:
    """
    The builder of a table is always the same.
    """
    assert builder(table) is builder(table)


@pytest.mark.parametrize("table", ["changes", "renamings", "atlantis"])
def test_an_unknown_table_is_a_key_error(table: str) -> None:
    """
    Tables that are not stored have no builder.
    """
    with pytest.raises(KeyError, match=table):
        builder(table)
