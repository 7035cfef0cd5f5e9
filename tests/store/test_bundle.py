"""
The shipped data, piece by piece: the index and its bisection.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization
from destalinization.store import bundle

INDEX = (Path(destalinization.__file__).parent / "data" / bundle.INDEX).read_bytes()
IDS = [line.split("\t")[0] for line in INDEX.decode().splitlines()]


def scanned(key: str) -> bundle.Entry | None:
    """
    Find an id by reading the index from its first line to its last.
    """
    for line in INDEX.decode().splitlines():
        id, file, offset, length = line.split("\t")
        if id == key:
            return bundle.Entry(id, file, int(offset), int(length))
    return None


def test_every_id_is_found() -> None:
    """
    Bisection finds each id of the index, and finds the same as reading all lines.
    """
    assert list(bundle.entries()) == [bundle.find(id) for id in IDS]


def test_index_is_sorted() -> None:
    """
    The lines of the index are in the order of the bytes of their ids, each id once.
    """
    assert sorted({id.encode() for id in IDS}) == [id.encode() for id in IDS]


@pytest.mark.parametrize("key", ["", " ", "!", "\t", "\n", "a\t", "0", "zzzzzz", "~", "я", "\U0010ffff"])
def test_ids_beyond_both_ends_are_not_found(key: str) -> None:
    """
    What lies before the first or after the last id is not found.
    """
    assert bundle.find(key) is None


def test_ids_in_between_are_not_found() -> None:
    """
    What lies just before or just after an id is not found, unless it is an id too.
    """
    near = {key for id in IDS for key in (id[:-1], f"{id}-", f"{id}\t", f"{id}0", f"{id}\n")} - set(IDS)
    assert not [key for key in near if bundle.find(key) is not None]


@given(st.sampled_from(IDS), st.text(max_size=4), st.integers(0, 60))
def test_bisection_agrees_with_reading_all_lines(id: str, inserted: str, place: int) -> None:
    """
    Whatever key is asked for, bisection gives what reading all lines gives.
    """
    key = id[:place] + inserted + id[place:]
    assert scanned(key) == bundle.find(key)


@given(st.text())
def test_any_text_may_be_asked_for(key: str) -> None:
    """
    No text makes the index stumble.
    """
    assert scanned(key) == bundle.find(key)


@given(st.sets(st.text("ab-", min_size=1, max_size=4), max_size=12), st.text("ab-", max_size=5))
def test_lines_agree_with_reading_all_lines(keys: set[str], key: str) -> None:
    """
    In any sorted lines, bisection gives those that begin with the key and a tab.
    """
    rows = [f"{item}\t{number}".encode() for item in sorted(keys) for number in (1, 2)]
    content = b"".join(row + b"\n" for row in rows)
    wanted = [row for row in rows if row.startswith(f"{key}\t".encode())]
    assert wanted == list(bundle.lines(content, key.encode()))


@pytest.mark.parametrize(
    ("file", "table"), [("places/tj.json", "places"), ("topics.json", "topics"), ("places/zz.json", "places")]
)
def test_entry_knows_its_table(file: str, table: str) -> None:
    """
    A line of the index tells the table by the file.
    """
    assert table == bundle.Entry("x", file, 2, 10).table


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
