"""
The data that the package ships, read piece by piece.

A first lookup reads one record. In the canonical form of the data files each record begins on a line of its own, and
the records stand in the order of their ids, so that one is found by bisection over the bytes of its file. In which file
a place stands says the index, a text of sorted lines: the id and the file with a tab between them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

INDEX = "index.tsv"


@cache
def read(name: str) -> bytes:
    """
    Read a bundled file, by the package's own loader where it can, which is cheaper than `importlib_resources`.

    Args:
        name: its path below the data folder, with slashes.

    Raises:
        FileNotFoundError: there is no such file.
    """
    package = sys.modules[__name__.partition(".")[0]]
    spec = package.__spec__
    get_data = getattr(spec.loader, "get_data", None) if spec else None
    if spec and get_data and spec.submodule_search_locations:
        content: bytes = get_data(f"{spec.submodule_search_locations[0]}/data/{name}")
        return content
    from importlib_resources import files

    return files(package).joinpath("data", *name.split("/")).read_bytes()


def lines(content: bytes, key: bytes) -> Iterator[bytes]:
    r"""
    Give the lines that begin with a key and a tab, out of sorted lines, by bisection.

    Args:
        content: the lines, sorted by the bytes of their keys.
        key: the key.

    >>> list(lines(b"a\t1\nb\t2\nb\t3\nc\t4\n", b"b"))
    [b'b\t2', b'b\t3']
    """
    low, high = 0, len(content)
    while low < high:
        start = max(content.rfind(b"\n", 0, (low + high) // 2) + 1, low)
        if content[start : content.find(b"\t", start)] < key:
            low = content.find(b"\n", start) + 1
        else:
            high = start
    while content.startswith(key + b"\t", low):
        end = content.find(b"\n", low)
        yield content[low:end]
        low = end + 1


def cut(content: bytes, id: str) -> bytes | None:
    r"""
    Give the text of a record out of a data file in canonical form, by bisection, or None if it is not there.

    Args:
        content: the file.
        id: the id of the record.

    >>> cut(b'[\n{"id": "gulag"},\n{\n  "id": "thaw"\n}\n]\n', "thaw")
    b'{\n  "id": "thaw"\n}'
    """
    key = _key(id)
    low, high = content.find(b"\n{"), len(content)
    while 0 <= low < high:
        start = content.rfind(b"\n{", low, (low + high) // 2 + 2)
        if _id_at(content, start) < key:
            low = content.find(b"\n{", start + 1)
        else:
            high = start
    if low < 0 or _id_at(content, low) != key:
        return None
    end = content.find(b",\n{", low)
    return content[low + 1 : end if end >= 0 else content.rindex(b"\n]")]


def _key(id: str) -> bytes:
    """
    Give an id as bytes; one with lone surrogates, which is nowhere in the data, can be looked for like any other.
    """
    return id.encode(errors="surrogatepass")


def _id_at(content: bytes, start: int) -> bytes:
    """
    Give the id of the record that begins at a place.
    """
    first = content.index(b'"id": "', start) + len(b'"id": "')
    return content[first : content.index(b'"', first)]


def file_of(table: str, id: str) -> str | None:
    """
    Say in which file a record stands, if it is there.

    Args:
        table: the name of its table.
        id: its id.

    >>> file_of("places", "dushanbe"), file_of("topics", "gulag"), file_of("places", "atlantis")
    ('places/tj.json', 'topics.json', None)
    """
    if table != "places":
        return f"{table}.json"
    found = next(lines(read(INDEX), _key(id)), None)
    return None if found is None else found.partition(b"\t")[2].decode()


@cache
def files(table: str) -> tuple[str, ...]:
    """
    Give the files of a table, in order.

    Args:
        table: the name of the table.
    """
    if table != "places":
        return (f"{table}.json",)
    return tuple(sorted({line.partition(b"\t")[2].decode() for line in read(INDEX).splitlines()}))


def record(table: str, id: str) -> dict[str, Any] | None:
    """
    Read one record as plain JSON, or None if the table has none of this id.

    Args:
        table: the name of the table.
        id: the id.
    """
    file = file_of(table, id)
    found = None if file is None else cut(read(file), id)
    if found is None:
        return None
    parsed: dict[str, Any] = json.loads(found)
    return parsed


def records(file: str) -> list[dict[str, Any]]:
    """
    Read all records of a file as plain JSON.
    """
    parsed: list[dict[str, Any]] = json.loads(read(file))
    return parsed


def document(file: str) -> dict[str, Any]:
    """
    Read a file that is one object, such as ``release.json``.
    """
    parsed: dict[str, Any] = json.loads(read(file))
    return parsed


def fetch_one(table: str, id: str) -> Any:
    """
    Build one bundled record, if the table has it.
    """
    raw = record(table, id)
    if raw is None:
        return None
    from ..decode import builder

    return builder(table)(raw)


def fetch_all(table: str, here: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """
    Build all bundled records of a table.

    Args:
        table: the name of the table.
        here: the records that are built already, by id.
    """
    from ..decode import builder

    build = builder(table)
    for file in files(table):
        for raw in records(file):
            id = raw["id"]
            yield id, here[id] if id in here else build(raw)
