"""
Catalogues from any JSON document, and from folders with any file: read, or refused with findings, and then usable.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from fuzz_records import WORDS as WORDS_OF_RECORDS

import destalinization as ds
from destalinization.checks import check as check_laws
from destalinization.exporters.registry import writer_of
from destalinization.store.catalogue import STORED, Catalogue
from destalinization.store.directory import canonical_files

MINI = Path(__file__).parents[1] / "data" / "mini"
DOCUMENT = "document"
WORDS = (*WORDS_OF_RECORDS, *(f'"{table}"' for table in STORED), '"changes"', '"redirects"', '"period"')


def seeds() -> Iterator[bytes]:
    """
    Give small documents, and the files of the small data set, each after its name.
    """
    mini = Catalogue.from_directory(MINI)
    for records in (mini.topics, mini.people, mini.places.where(country="TJ"), mini.sources):
        yield f"{DOCUMENT}\n{ds.to_json(list(records)[:2], catalogue=mini)}".encode()
    for path in sorted(MINI.rglob("*.json")):
        yield f"{path.relative_to(MINI).as_posix()}\n".encode() + path.read_bytes()


@cache
def files() -> frozenset[str]:
    """
    Give the names of the files of the small data set.
    """
    return frozenset(path.relative_to(MINI).as_posix() for path in MINI.rglob("*.json"))


@cache
def folder() -> Path:
    """
    Copy the small data set to a place where it may be written.
    """
    made = Path(tempfile.mkdtemp(prefix="fuzz-"))
    shutil.copytree(MINI, made, dirs_exist_ok=True)
    return made


def check(data: bytes) -> None:
    """
    Read what stands after the first line as the file that the first line names.
    """
    name, _, content = data.partition(b"\n")
    try:
        found = _read(name.decode(errors="replace"), content)
    except ds.DataError as error:
        assert error.findings
        assert str(error).encode()
        return
    assert ds.from_json(ds.to_json(found)) == found
    for finding in check_laws(found):
        assert str(finding).encode()
    assert "".join(canonical_files(found).values()).encode()
    for format in ("jsonl", "geojson"):
        for piece in writer_of(format)(found, found):
            assert piece if isinstance(piece, bytes) else piece.encode()


def _read(name: str, content: bytes) -> Catalogue:
    """
    Read a document, or the folder in which one file has this content.
    """
    if name not in files():
        return ds.from_json(content)
    path = folder() / name
    path.write_bytes(content)
    try:
        return Catalogue.from_directory(folder())
    finally:
        shutil.copy(MINI / name, path)
