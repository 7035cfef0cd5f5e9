"""
A folder of data files: read strictly, written canonically.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..canonical import render, render_file
from ..codec import STRUCTURE, gather, read_file, structure, unstructure
from ..errors import DataError, Finding
from ..model.claims import Claim
from ..model.events import Act, Event
from ..model.institutions import Institution
from ..model.people import Person, Topic
from ..model.places import Place
from ..model.release import Release
from ..model.source import Source
from .bundle import INDEX
from .catalogue import STORED, Catalogue

if TYPE_CHECKING:
    from .catalogue import Stored

CLASSES: dict[str, type[Any]] = {
    "places": Place,
    "institutions": Institution,
    "people": Person,
    "topics": Topic,
    "events": Event,
    "acts": Act,
    "claims": Claim,
    "sources": Source,
}
"""The class of the records of each stored table."""

NOWHERE = "zz"
"""The file of places that lie in no country of today."""


def read_directory(path: str | PathLike[str], base: Catalogue | None = None) -> Catalogue:
    """
    Read a folder of data files.

    Args:
        path: the folder; files that are not there count as empty.
        base: a catalogue that the records are laid over, and may refer to.

    Raises:
        DataError: something in the files does not fit; the error lists everything.
        FileNotFoundError: there is no such folder.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise FileNotFoundError(f"no folder of data files: {folder}")
    findings: list[Finding] = []
    records: list[Stored] = []
    for table in STORED:
        for file in _files(folder, table):
            records += _read_records(file, file.relative_to(folder).as_posix(), CLASSES[table], findings)
    redirects = _read_object(folder / "redirects.json", findings) or {}
    if not all(isinstance(successor, str) for successor in redirects.values()):
        findings.append(Finding(STRUCTURE, "redirects.json", "", "", "other values", "the id that took its place"))
    release = _read_release(folder / "release.json", findings)
    if findings:
        raise DataError(tuple(findings))
    make = Catalogue.from_records if base is None else base.overlaid
    return make(records, redirects=redirects, release=release)


def file_of(table: str, record: Any) -> str:
    """
    Say in which file a record belongs, relative to the folder.

    Args:
        table: the name of its table.
        record: the record.

    >>> from destalinization.model.people import Topic
    >>> file_of("topics", Topic(id="gulag", label="Gulag", kind="concept"))
    'topics.json'
    """
    if table == "places":
        return f"places/{(record.country or NOWHERE).lower()}.json"
    return f"{table}.json"


def canonical_files(catalogue: Catalogue) -> dict[str, str]:
    """
    Write a catalogue as data files.

    Args:
        catalogue: what to write.

    Returns:
        The text of each file by its path relative to the folder, the index included.
    """
    shards: dict[str, list[dict[str, Any]]] = {f"{table}.json": [] for table in STORED if table != "places"}
    for table, record in catalogue.stored():
        shards.setdefault(file_of(table, record), []).append(unstructure(record))
    files = {file: render_file(raws) for file, raws in sorted(shards.items())}
    files["redirects.json"] = render(dict(sorted(catalogue.redirects.items()))) + "\n"
    if catalogue.release is not None:
        files["release.json"] = render(unstructure(catalogue.release)) + "\n"
    files[INDEX] = "".join(f"{place.id}\t{file_of('places', place)}\n" for place in catalogue.places)
    return files


def differences(folder: Path, wanted: Mapping[str, str]) -> Iterator[Finding]:
    """
    Find the files of a folder that are not as they would be written.

    Args:
        folder: the folder.
        wanted: the canonical text of each file.
    """
    for file, text in wanted.items():
        path = folder / file
        if not path.is_file():
            if text not in ("[]\n", "{}\n"):
                yield Finding("canonical-files", file, "", "", "no file", "the file (`check --fix` writes it)")
        elif path.read_bytes() != text.encode():
            yield Finding("canonical-files", file, "", "", "another form", "the canonical form (`check --fix`)")
    for path in _files(folder, "places"):
        name = path.relative_to(folder).as_posix()
        if name not in wanted:
            yield Finding("canonical-files", name, "", "", "a file without records", "no file (`check --fix`)")


def write_files(folder: Path, wanted: Mapping[str, str]) -> None:
    """
    Write the files of a folder, all of them before one takes its place, and remove places' files that are not wanted.

    A record that moves from one file to another is thus never in neither of them for long, and nothing is lost where
    the disk is full.
    """
    from ..files import write_all

    kept = {
        folder / file: text
        for file, text in wanted.items()
        if text not in ("[]\n", "{}\n") or (folder / file).exists() or file == INDEX
    }
    for path in kept:
        path.parent.mkdir(parents=True, exist_ok=True)
    write_all(kept)
    for path in _files(folder, "places"):
        if path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


def _files(folder: Path, table: str) -> list[Path]:
    """
    Give the files of a table that are there.
    """
    if table != "places":
        return [folder / f"{table}.json"] if _is_there(folder / f"{table}.json") else []
    places = folder / "places"
    if not os.path.lexists(places):
        return []
    found = (path for path in places.iterdir() if path.suffix == ".json" and not path.name.startswith("."))
    return sorted(path for path in found if _is_there(path))


def _is_there(path: Path) -> bool:
    """
    Say whether a file is there; a link that leads nowhere or a pipe in its place is an error, and not nothing.
    """
    if not os.path.lexists(path):
        return False
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    return True


def _read_records(path: Path, file: str, kind: type[Any], findings: list[Finding]) -> list[Any]:
    """
    Read the records of a file, and add what is wrong in it to the findings.
    """
    try:
        raws = read_file(path, file)
    except DataError as error:
        findings.extend(error.findings)
        return []
    if not isinstance(raws, list):
        findings.append(Finding(STRUCTURE, file, "", "", f"a {type(raws).__name__}", "a list of records"))
        return []
    records = []
    for number, raw in enumerate(raws):
        try:
            records.append(structure(raw, kind, file=file, record=f"[{number}]"))
        except DataError as error:
            gather(findings, error)
    return records


def _read_object(path: Path, findings: list[Finding]) -> dict[str, Any] | None:
    """
    Read a file that is one object, if it is there.
    """
    if not _is_there(path):
        return None
    try:
        raw = read_file(path, path.name)
    except DataError as error:
        findings.extend(error.findings)
        return None
    if isinstance(raw, dict):
        return raw
    findings.append(Finding(STRUCTURE, path.name, "", "", f"a {type(raw).__name__}", "an object"))
    return None


def _read_release(path: Path, findings: list[Finding]) -> Release | None:
    """
    Read the release, if the folder has one.
    """
    raw = _read_object(path, findings)
    if raw is None:
        return None
    try:
        return structure(raw, Release, file=path.name)
    except DataError as error:
        findings.extend(error.findings)
        return None
