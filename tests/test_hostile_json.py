"""
JSON that means harm: broken at any place, cut off at any byte, or so large that reading it could take for ever.
"""

from __future__ import annotations

import copy
import json
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from children import command, complaint
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.codec import LONGEST, MOST
from destalinization.store.catalogue import Catalogue

KINDS: dict[str, type[Any]] = {
    "places": ds.Place, "institutions": ds.Institution, "people": ds.Person, "topics": ds.Topic, "events": ds.Event,
    "acts": ds.Act, "claims": ds.Claim, "sources": ds.Source, "changes": ds.Change, "renamings": ds.Renaming,
}  # fmt: skip

HOSTILE: st.SearchStrategy[Any] = st.sampled_from(
    [
        None, True, False, 0, -1, 1.5, 1e308, 10**400, "", " ", "\x00", "\ud800", "\udcff\u202e", "x" * 10_000, "1961",
        "1961/", "../..", "https://", "javascript:alert(1)", [], [[]], {}, [None], {"": None}, {"id": "a"},
        [{"source": "tass"}], {"__class__": "os.system"}, {"\ud800": 1}, ["x"] * 1_000,
    ]
)  # fmt: skip
"""What stands in the place of a value."""

Place = tuple[str | int, ...]


def leaves(value: Any, here: Place = ()) -> Iterator[Place]:
    """
    Give the places of everything in a JSON value that holds nothing itself.
    """
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inner = [leaf for key, item in items for leaf in leaves(item, (*here, key))]
    yield from inner or [here]


def written(path: Place) -> str:
    """
    Write a place as findings do.
    """
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def read(text: str, kind: type[Any]) -> Any:
    """
    Read JSON, or give the error.
    """
    try:
        return ds.from_json(text, of=kind)
    except ds.DataError as error:
        return error


@cache
def fullest(table: str) -> list[Any]:
    """
    Give the shipped records of a table that have the most to break, as plain JSON.
    """
    raws = [json.loads(ds.to_json(record)) for record in getattr(ds, table)]
    return sorted(raws, key=lambda raw: -len(list(leaves(raw))))[:5]


@pytest.mark.parametrize("table", KINDS)
@given(data=st.data())
def test_a_broken_leaf_is_named_or_kept(table: str, data: st.DataObject) -> None:
    """
    Whatever stands in the place of whatever value of a shipped record, the error names that place, or the record is
    read and written back.
    """
    raw = copy.deepcopy(data.draw(st.sampled_from(fullest(table))))
    path = data.draw(st.sampled_from(list(leaves(raw))))
    owner = raw
    for key in path[:-1]:
        owner = owner[key]
    owner[path[-1]] = data.draw(HOSTILE)
    found = read(json.dumps(raw), KINDS[table])
    if isinstance(found, ds.DataError):
        assert any(finding.path.startswith(written(path)) for finding in found.findings)
        assert str(found).encode()
    else:
        assert found == ds.from_json(ds.to_json(found), of=KINDS[table])


def test_a_record_cut_off_anywhere_is_refused() -> None:
    """
    No beginning of a record's JSON is a record.
    """
    whole = ds.to_json(ds.places["volgograd"]).encode()
    for end in range(len(whole)):
        with pytest.raises(ds.DataError):
            ds.from_json(whole[:end], of=ds.Place)


@given(data=st.data())
def test_a_document_cut_off_anywhere_is_refused(mini: Catalogue, data: st.DataObject) -> None:
    """
    No beginning of a document is a document.
    """
    whole = ds.to_json(mini).encode().rstrip()
    with pytest.raises(ds.DataError):
        ds.from_json(whole[: data.draw(st.integers(0, len(whole) - 1))])


@given(data=st.data())
def test_a_folder_with_a_file_cut_off_is_refused(
    tmp_path_factory: pytest.TempPathFactory, mini_folder: Path, data: st.DataObject
) -> None:
    """
    No beginning of a data file is a data file, and the error names it.
    """
    path = data.draw(st.sampled_from([path for path in mini_folder.rglob("*.json") if path.stat().st_size > 9]))
    content = path.read_bytes().rstrip()
    folder = tmp_path_factory.mktemp("cut")
    (folder / "places").mkdir()
    name = path.relative_to(mini_folder)
    (folder / name).write_bytes(content[: data.draw(st.integers(0, len(content) - 1))])
    with pytest.raises(ds.DataError) as caught:
        Catalogue.from_directory(folder)
    assert name.as_posix() == caught.value.findings[0].file


TOPIC = '{"id": "a", "label": "A", "kind": "work"'
GROWING = {
    "records": (
        '{"topics": [', ",".join(f'{{"id": "a{n}", "label": "A", "kind": "work"}}' for n in range(100_000)), "]}",
    ),
    "wrong records": ('{"topics": [', ",".join(["7"] * 1_000_000), "]}"),
    "records without fields": ('{"topics": [', ",".join(["{}"] * 500_000), "]}"),
    "one id": ('{"topics": [', ",".join([TOPIC + "}"] * 50_000), "]}"),
    "unknown keys": (f'{{"topics": [{TOPIC}, ', ",".join(f'"k{n}": 1' for n in range(100_000)), "}]}"),
    "unknown tables": ("{", ",".join(f'"k{n}": 1' for n in range(100_000)), "}"),
    "the same key": ("{", ",".join(f'"k{n}": 1' for n in range(100_000)), ', "k99999": 2}'),
    "a long list": (f'{{"topics": [{TOPIC}, "citations": [', ",".join(["7"] * 1_000_000), "]}]}"),
    "missing sources": (
        f'{{"topics": [{TOPIC}, "citations": [', ",".join(f'{{"source": "s{n}"}}' for n in range(50_000)), "]}]}",
    ),
    "wrong periods": (
        '{"places": [{"id": "a", "label": "A", "kind": "city", "names": [',
        ",".join(f'{{"key": "k{n}", "text": "K", "period": 7}}' for n in range(50_000)),
        "]}]}",
    ),
    "redirects": ('{"redirects": {', ",".join(f'"r{n}": "x"' for n in range(100_000)), "}}"),
    "a long text": (f'{{"topics": [{TOPIC}, "summary": "', "x" * 10_000_000, '"}]}'),
    "a long number": ('{"topics": [', "9" * 4_000 + ("," + "9" * 4_000) * 100, "]}"),
}  # fmt: skip
"""Documents that grow without bound: what is before, what goes on and on, what is behind."""


@pytest.mark.parametrize("what", GROWING)
def test_large_documents_take_their_size_and_no_more(what: str) -> None:
    """
    However much of one thing a document has, it is read or refused in seconds, with no more findings than can be read.
    """
    text = "".join(GROWING[what])
    begun = time.process_time()
    found = read(text, ds.Catalogue)
    size = (len(found.findings), len(str(found))) if isinstance(found, ds.DataError) else (0, 0)
    assert time.process_time() - begun < 20
    assert (size[0] <= LONGEST, size[1] < 3e7) == (True, True)


@pytest.mark.parametrize("record", ["7", '{"x": 1, "y": 2}', '{"id": "a", "kind": "x"}'])
def test_findings_end_somewhere(record: str, tmp_path: Path) -> None:
    """
    Of more wrong records than anybody can look through the first are listed, in a document and in a folder, and the
    last finding says that there are more.
    """
    records = "[" + ",".join([record] * (MOST + 5)) + "]"
    (tmp_path / "topics.json").write_text(records, encoding="utf-8")
    ways: tuple[Callable[[], object], ...] = (
        lambda: ds.from_json(f'{{"topics": {records}}}'),
        lambda: Catalogue.from_directory(tmp_path),
    )
    for way in ways:
        with pytest.raises(ds.DataError) as caught:
            way()
        assert (MOST + 1, "further findings") == (len(caught.value.findings), caught.value.findings[-1].found)


def test_as_many_findings_as_can_be_listed_are(tmp_path: Path) -> None:
    """
    Up to that number nothing is left out.
    """
    with pytest.raises(ds.DataError) as caught:
        ds.from_json('{"topics": [' + ",".join(["7"] * MOST) + "]}")
    assert (MOST, f"topics[{MOST - 1}]") == (len(caught.value.findings), caught.value.findings[-1].record)


def test_a_list_as_long_as_can_be_is_read() -> None:
    """
    A list of the greatest length is read, and one that is longer is refused with both numbers.
    """
    text = '{{"id": "a", "label": "A", "kind": "work", "aliases": [{}]}}'
    assert LONGEST == len(ds.from_json(text.format(",".join(['"x"'] * LONGEST)), of=ds.Topic).aliases)
    with pytest.raises(ds.DataError, match=r"aliases: found a list of 100,001 entries, expected at most 100,000"):
        ds.from_json(text.format(",".join(['"x"'] * (LONGEST + 1))), of=ds.Topic)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xef\xbb\xbf[NaN]", "found NaN"),
        (b'[{"id": "a", "id": "a"}]', "found the key 'id' twice"),
        (b"[" * 100_000, "nested too deeply"),
        (b'["\\ud800"]', "expected an object"),
        (b"[" + b"9" * 100_000 + b"]", "cannot be read"),
        (b'[{"id": "\\ud800\\u001b[31m", "label": "A", "kind": "work"}]', "without lone surrogates"),
    ],
)
def test_check_tells_in_one_line(content: bytes, told: str, tmp_path: Path) -> None:
    """
    A folder with a hostile file is one finding with the file, and nothing that steers a terminal.
    """
    (tmp_path / "topics.json").write_bytes(content)
    done = command("check", tmp_path)
    shown = done.stderr.decode()
    assert (2, 2, True, False) == (done.returncode, shown.count("\n"), told in shown, "\x1b" in shown)
    assert "no folder of data files" in complaint(command("check", tmp_path / "topics.json"))
