"""
The data that the package ships, read piece by piece.

A first lookup reads the index and one record. The index is a text of sorted lines, searched by bisection over its
bytes: the id, the file, the offset of the record in the file and its length in bytes, with tabs between them.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any, NamedTuple

INDEX = "index.tsv"


class Entry(NamedTuple):
    """
    Where a record stands.

    Attributes:
        id: the id of the record.
        file: the file, relative to the folder of the data.
        offset: its first byte in the file.
        length: its length in bytes.
    """

    id: str
    file: str
    offset: int
    length: int

    @property
    def table(self) -> str:
        """
        The table that the record is in: the folder of the file, or its stem.

        >>> Entry("dushanbe", "places/tj.json", 2, 100).table, Entry("gulag", "topics.json", 2, 100).table
        ('places', 'topics')
        """
        return _table(self.file)


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


def find(key: str) -> Entry | None:
    """
    Find a record in the index.

    Args:
        key: the id of the record.
    """
    found = next(lines(read(INDEX), key.encode()), None)
    return None if found is None else _entry(found)


def entries() -> Iterator[Entry]:
    """
    Give all lines of the index, in its order.
    """
    return map(_entry, read(INDEX).splitlines())


@cache
def files() -> Mapping[str, list[str]]:
    """
    Give the files of each table, as the index names them.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for file in sorted({line.split(b"\t", 2)[1] for line in read(INDEX).splitlines()}):
        found[_table(file.decode())].append(file.decode())
    return found


def record(entry: Entry) -> dict[str, Any]:
    """
    Read one record as plain JSON.
    """
    parsed: dict[str, Any] = json.loads(read(entry.file)[entry.offset : entry.offset + entry.length])
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


def _table(file: str) -> str:
    """
    Give the table whose records a file holds.
    """
    return file.partition("/")[0].removesuffix(".json")


def _entry(line: bytes) -> Entry:
    """
    Read one line of the index.
    """
    key, file, offset, length = line.decode().split("\t")
    return Entry(key, file, int(offset), int(length))


def fetch_one(table: str, id: str) -> Any:
    """
    Build one bundled record, if the table has it.
    """
    entry = find(id)
    if entry is None or entry.table != table:
        return None
    from ..decode import builder

    return builder(table)(record(entry))


def fetch_all(table: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    """
    Give all bundled records of a table, ready to be built.
    """
    from ..decode import builder

    build = builder(table)
    for file in files()[table]:
        for raw in records(file):
            yield raw["id"], partial(build, raw)
