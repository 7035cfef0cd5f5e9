"""
What all tables have in common: looking up, looking through, narrowing down.
"""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from destalinization.errors import UnknownId
from destalinization.store.catalogue import DERIVED, STORED, Catalogue

TABLES = (*STORED, *DERIVED)


@pytest.mark.parametrize("name", TABLES)
def test_iterating_gives_records_by_id(mini: Catalogue, name: str) -> None:
    """
    A table gives its records in the order of their ids.
    """
    ids = [record.id for record in mini.table(name)]
    assert sorted(ids) == ids


@pytest.mark.parametrize("name", TABLES)
def test_ids_are_those_of_the_records(mini: Catalogue, name: str) -> None:
    """
    The ids of a table are those of the records that it gives.
    """
    table = mini.table(name)
    assert tuple(record.id for record in table) == table.ids()


@pytest.mark.parametrize("name", TABLES)
def test_length_counts_the_records(mini: Catalogue, name: str) -> None:
    """
    The length of a table is the number of records that it gives.
    """
    table = mini.table(name)
    assert len(list(table)) == len(table)


@pytest.mark.parametrize("name", TABLES)
def test_every_record_is_found_by_its_id(mini: Catalogue, name: str) -> None:
    """
    Looking up the id of a record gives that record.
    """
    table = mini.table(name)
    assert list(table) == [table[record.id] for record in table]


@pytest.mark.parametrize("name", TABLES)
def test_every_record_and_its_id_are_in(mini: Catalogue, name: str) -> None:
    """
    A table holds its records, and answers for their ids too.
    """
    table = mini.table(name)
    assert all(record in table and record.id in table for record in table)


@pytest.mark.parametrize("name", TABLES)
def test_keeping_all_gives_all(mini: Catalogue, name: str) -> None:
    """
    A test that every record passes keeps every record.
    """
    table = mini.table(name)
    assert list(table) == list(table.filter(lambda record: record is not None))


@pytest.mark.parametrize("name", TABLES)
def test_narrowing_gives_the_same_type(mini: Catalogue, name: str) -> None:
    """
    Narrowing a table down gives a table of the same type, even if it is empty.
    """
    table = mini.table(name)
    assert type(table) is type(table.filter(lambda record: not record))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("places", "<PlaceTable: 7 places>"),
        ("institutions", "<InstitutionTable: 3 institutions>"),
        ("people", "<PersonTable: 4 people>"),
        ("topics", "<TopicTable: 2 topics>"),
        ("events", "<EventTable: 4 events>"),
        ("acts", "<ActTable: 4 acts>"),
        ("claims", "<ClaimTable: 4 claims>"),
        ("sources", "<SourceTable: 35 sources>"),
        ("changes", "<ChangeTable: 23 changes>"),
        ("renamings", "<RenamingTable: 9 renamings>"),
    ],
)
def test_repr_counts(mini: Catalogue, name: str, shown: str) -> None:
    """
    A table shows its type and how many records it has.
    """
    assert shown == repr(mini.table(name))


@pytest.mark.parametrize(
    ("name", "id", "shown"),
    [
        ("places", "dushanbe", "<PlaceTable: 1 place>"),
        ("people", "joseph-stalin", "<PersonTable: 1 person>"),
        ("acts", "rsfsr-1961-11-10", "<ActTable: 1 act>"),
    ],
)
def test_repr_of_one_record_is_singular(mini: Catalogue, name: str, id: str, shown: str) -> None:
    """
    A table of one record says so in the singular.
    """
    assert shown == repr(mini.table(name).filter(lambda record: record.id == id))


def test_filter_keeps_what_passes(mini: Catalogue) -> None:
    """
    Filtering keeps the records that pass the test, and only these.
    """
    kept = mini.places.filter(lambda place: place.ending is not None)
    assert kept.ids() == ("fuerstenberg-oder", "soviet-union")


def test_what_is_filtered_out_is_not_found(mini: Catalogue) -> None:
    """
    A narrowed table knows nothing of the records that it left out.
    """
    kept = mini.places.filter(lambda place: place.country == "RU")
    assert kept.get("dushanbe") is None


def test_unknown_id_names_the_nearest(mini: Catalogue) -> None:
    """
    An id that no record bears is an error that names the id, the table, and the three nearest ids, best first.
    """
    with pytest.raises(UnknownId) as caught:
        mini.places["dushambe"]
    error = caught.value
    assert (error.id, error.table, error.suggestions[0], len(error.suggestions)) == (
        "dushambe",
        "places",
        "dushanbe",
        3,
    )


def test_unknown_id_is_a_key_error(mini: Catalogue) -> None:
    """
    An id that no record bears can be caught as any missing key.
    """
    with pytest.raises(KeyError, match="no record 'atlantis' in places; did you mean"):
        mini.places["atlantis"]


def test_unknown_id_in_an_empty_table_suggests_nothing(mini: Catalogue) -> None:
    """
    Where there is no record there is no id to suggest.
    """
    with pytest.raises(UnknownId) as caught:
        mini.places.filter(lambda place: place.id == "")["dushanbe"]
    assert caught.value.suggestions == ()


@pytest.mark.parametrize("wrong", [None, 7, ("dushanbe",), b"dushanbe"])
def test_what_is_no_text_is_no_id(mini: Catalogue, wrong: Any) -> None:
    """
    Something that is no text is the id of no record, and the error says so.
    """
    with pytest.raises(UnknownId):
        mini.places[wrong]


def test_get_gives_the_record(mini: Catalogue) -> None:
    """
    Getting an id gives the record with it.
    """
    assert mini.places["dushanbe"] is mini.places.get("dushanbe")


def test_get_gives_none_where_there_is_nothing(mini: Catalogue) -> None:
    """
    Getting an unknown id gives None.
    """
    assert mini.places.get("atlantis") is None


def test_get_gives_the_default(mini: Catalogue) -> None:
    """
    Getting an unknown id gives the default, if one is given.
    """
    fallback = mini.places["volgograd"]
    assert fallback is mini.places.get("atlantis", fallback)


def test_retired_id_gives_its_successor(mini: Catalogue) -> None:
    """
    A retired id gives the record that took its place.
    """
    assert mini.places["volgograd"] is mini.places["stalingrad"]


def test_retired_id_is_in(mini: Catalogue) -> None:
    """
    A table answers for a retired id.
    """
    assert "stalingrad" in mini.places


def test_retired_id_is_not_listed(mini: Catalogue) -> None:
    """
    A retired id is not among the ids of a table.
    """
    assert "stalingrad" not in mini.places.ids()


def test_retired_id_is_followed_in_its_own_table_only(mini: Catalogue) -> None:
    """
    A retired id of a place is no id of a person.
    """
    assert "stalingrad" not in mini.people


@pytest.mark.parametrize("other", ["joseph-stalin", "", "Volgograd", "volgograd ", None, 1961, object()])
def test_what_is_not_in_is_not_in(mini: Catalogue, other: object) -> None:
    """
    Neither ids of other tables nor things that are no ids are in a table.
    """
    assert other not in mini.places


def test_record_of_another_state_is_not_in(mini: Catalogue) -> None:
    """
    A record with the id of a table's record but other content is not in the table.
    """
    assert attrs.evolve(mini.places["dushanbe"], label="Elsewhere") not in mini.places


def test_equal_record_is_in(mini: Catalogue) -> None:
    """
    A record is in a table if it equals the one that the table has.
    """
    assert attrs.evolve(mini.places["dushanbe"]) in mini.places


def test_table_knows_its_catalogue(mini: Catalogue) -> None:
    """
    A narrowed table still knows of which catalogue its records are.
    """
    assert mini is mini.places.filter(lambda place: place.id == "").catalogue
