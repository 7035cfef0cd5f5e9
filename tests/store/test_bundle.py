"""
The shipped data, piece by piece: records cut out of their files by bisection.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization
from destalinization.canonical import render_file
from destalinization.errors import UnknownId
from destalinization.store import bundle
from destalinization.store.catalogue import STORED, bundled

FOLDER = Path(destalinization.__file__).parent / "data"
RECORDS = {
    table: {record["id"]: record for file in bundle.files(table) for record in json.loads((FOLDER / file).read_bytes())}
    for table in STORED
}
"""All records as plain JSON, read from the whole files."""

ids = st.sampled_from([(table, id) for table, records in RECORDS.items() for id in records])


@pytest.mark.parametrize("table", STORED)
def test_every_record_is_found(table: str) -> None:
    """
    Bisection cuts each record out of its file, the same as reading the whole file gives.
    """
    assert RECORDS[table] == {id: bundle.record(table, id) for id in RECORDS[table]}


@pytest.mark.parametrize("table", STORED)
@pytest.mark.parametrize("key", ["", " ", "!", "\t", "\n", "a\t", "0", "zzzzzz", "~", "я", "\U0010ffff", '"', "id"])
def test_ids_beyond_both_ends_are_not_found(table: str, key: str) -> None:
    """
    What lies before the first or after the last id is not found.
    """
    assert bundle.record(table, key) is None


@pytest.mark.parametrize("table", STORED)
def test_ids_in_between_are_not_found(table: str) -> None:
    """
    What lies just before or just after an id is not found, unless it is an id too.
    """
    known = RECORDS[table]
    near = {key for id in known for key in (id[:-1], f"{id}-", f"{id}\t", f"{id}0", f"{id}\n", f'{id}"')} - set(known)
    assert not [key for key in near if bundle.record(table, key) is not None]


@given(ids, st.text(max_size=4), st.integers(0, 60))
def test_bisection_agrees_with_reading_the_whole(place: tuple[str, str], inserted: str, at: int) -> None:
    """
    Whatever key is asked for, bisection gives what reading the whole file gives.
    """
    table, id = place
    key = id[:at] + inserted + id[at:]
    assert RECORDS[table].get(key) == bundle.record(table, key)


@given(st.sampled_from(STORED), st.text())
def test_any_text_may_be_asked_for(table: str, key: str) -> None:
    """
    No text makes the bisection stumble.
    """
    assert RECORDS[table].get(key) == bundle.record(table, key)


@pytest.mark.parametrize("table", STORED)
@pytest.mark.parametrize("key", ["\ud800", "dushanbe\udcff", "\x00", 'gulag", "label', "dushanbe\tplaces/tj.json"])
def test_ids_that_no_file_can_hold_are_not_found(table: str, key: str) -> None:
    """
    Lone surrogates, and what would be a piece of a file, are asked for in vain.
    """
    assert None is bundle.fetch_one(table, key)
    with pytest.raises(UnknownId):
        bundled().table(table)[key]


@given(st.dictionaries(st.text("ab-", min_size=1, max_size=4), st.text(max_size=150), max_size=9), st.text("ab-"))
def test_cut_agrees_with_reading_the_whole(texts: dict[str, str], key: str) -> None:
    """
    Out of any file in canonical form the right record is cut, whatever its texts hold.
    """
    raws = {id: {"id": id, "note": texts[id], "also": [{"id": key}]} for id in sorted(texts)}
    content = render_file(raws.values()).encode()
    for id in (*raws, key):
        found = bundle.cut(content, id)
        assert raws.get(id) == (None if found is None else json.loads(found))


def test_index_is_sorted() -> None:
    """
    The lines of the index are in the order of the bytes of their ids, each id once.
    """
    lines = [line.split(b"\t")[0] for line in bundle.read(bundle.INDEX).splitlines()]
    assert sorted({id.encode() for id in RECORDS["places"]}) == lines


@given(st.sets(st.text("ab-", min_size=1, max_size=4), max_size=12), st.text("ab-", max_size=5))
def test_lines_agree_with_reading_all_lines(keys: set[str], key: str) -> None:
    """
    In any sorted lines, bisection gives those that begin with the key and a tab.
    """
    rows = [f"{item}\t{number}".encode() for item in sorted(keys) for number in (1, 2)]
    content = b"".join(row + b"\n" for row in rows)
    wanted = [row for row in rows if row.startswith(f"{key}\t".encode())]
    assert wanted == list(bundle.lines(content, key.encode()))


def test_records_of_other_tables_are_not_fetched() -> None:
    """
    An id is looked up in its own table only.
    """
    assert bundle.fetch_one("people", "dushanbe") is None


def test_missing_file_is_an_error() -> None:
    """
    A file that the package does not have is not found.
    """
    with pytest.raises(FileNotFoundError):
        bundle.read("places/atlantis.json")
