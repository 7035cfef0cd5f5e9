"""
The JSON document: a whole catalogue, or a selection with everything that it refers to, as one JSON object.

It holds ``$schema``, ``release``, ``redirects``, the stored tables, and ``changes``. The changes, and the ``period`` of
each name, are derived; they are written for readers, and checked, not trusted, when a document is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, overload

import attrs

from .canonical import render
from .codec import MOST, STRUCTURE, gather, read_file, read_json, structure, unstructure
from .encode import Known, encode, plain, writer
from .errors import DataError, Finding
from .misfits import shown
from .model.chain import Chain
from .model.changes import Change, Renaming
from .model.period import Period
from .model.record import Record
from .model.release import Release
from .store.catalogue import STORED, Catalogue, bundled, table_of
from .store.directory import CLASSES
from .store.references import references, sources
from .store.table import Table

T = TypeVar("T")

BASE = "https://w3id.org/destalinization/"
"""What the address of a record begins with, followed by its id; not registered yet."""

SCHEMA = f"{BASE}schema.json"
"""The address of the JSON Schema; it is not registered yet, the package ships the schema itself."""


def to_json(thing: Record | Catalogue | Table[Any] | Iterable[Record], *, catalogue: Catalogue | None = None) -> str:
    """
    Write a record, a selection of records or a whole catalogue as JSON.

    Args:
        thing: a record gives its JSON; a catalogue, a table or several records give a JSON document, which carries
            every record that the selection refers to.
        catalogue: where records that are referred to are looked up; the bundled one where nothing else is said.

    Returns:
        JSON text; `from_json` gives back what was written.

    Raises:
        TypeError: it is none of these.

    >>> import destalinization as ds
    >>> print(ds.to_json(ds.places["dushanbe"].name("stalinabad").honours[0]))
    {"target": "joseph-stalin"}
    """
    if isinstance(thing, Record):
        return render(unstructure(thing))
    return "".join(document_lines(thing, catalogue=catalogue))


def document_lines(
    thing: Catalogue | Table[Any] | Iterable[Record], *, catalogue: Catalogue | None = None
) -> Iterator[str]:
    """
    Write a JSON document piece by piece, one record a line.

    Args:
        thing: what to write, as for `to_json`.
        catalogue: where records that are referred to are looked up.

    Yields:
        Pieces of the text.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    whole, changes = part_of(thing, catalogue)
    yield f'{{"$schema": {json.dumps(SCHEMA)}'
    if whole.release is not None:
        yield f',\n"release": {encode(whole.release)}'
    yield f',\n"redirects": {json.dumps(dict(sorted(whole.redirects.items())), ensure_ascii=False)}'
    known: Known = {}
    for name in STORED:
        yield from _array(name, (_with_periods(record, known) for record in whole.table(name)))
    yield from _array("changes", (encode(change, known) for change in changes))
    yield "}\n"


@overload
def from_json(text: str | bytes, of: type[T]) -> T: ...
@overload
def from_json(text: str | bytes) -> Catalogue: ...
def from_json(text: str | bytes, of: type[Any] = Catalogue) -> Any:
    """
    Read JSON strictly.

    Args:
        text: JSON, as written by `to_json`.
        of: the class of the record that it holds, or `Catalogue` for a JSON document.

    Returns:
        The record, or the catalogue.

    Raises:
        DataError: something does not fit; the error lists everything.

    >>> import destalinization as ds
    >>> place = ds.places["dushanbe"]
    >>> ds.from_json(ds.to_json(place), of=ds.Place) == place
    True
    """
    raw = read_json(text)
    return _catalogue(raw) if of is Catalogue else structure(raw, of)


def read_document(path: Path) -> Catalogue:
    """
    Read the file of a JSON document strictly.

    Args:
        path: the file.

    Raises:
        DataError: something does not fit; the error lists everything.
        OSError: it cannot be read.
    """
    raw = read_file(path)
    try:
        return _catalogue(raw)
    except DataError as error:
        named = tuple(attrs.evolve(finding, file=f"{path}: {finding.file}".rstrip(": ")) for finding in error.findings)
        raise DataError(named) from None


class Part(NamedTuple):
    """
    What is written of a catalogue.

    Attributes:
        catalogue: the chosen records, and all that they refer to.
        changes: the chosen changes, or those of the chosen bearers, and those that chosen claims refer to, by id.
    """

    catalogue: Catalogue
    changes: tuple[Change, ...]


def part_of(thing: Catalogue | Table[Any] | Iterable[Any], catalogue: Catalogue | None = None) -> Part:
    """
    Give what is written of a catalogue for a selection: every record that it refers to comes with it.

    Args:
        thing: a catalogue, a table or several records; a change brings its bearer with it.
        catalogue: where records that are referred to are looked up; that of the table, or the bundled one, where
            nothing else is said.

    Raises:
        TypeError: something in the selection is no record of a table.

    >>> import destalinization as ds
    >>> part = part_of([ds.changes["dushanbe/dushanbe"]])
    >>> [change.id for change in part.changes], "dushanbe" in part.catalogue.places
    (['dushanbe/dushanbe'], True)
    """
    if isinstance(thing, Catalogue):
        return Part(thing, tuple(thing.changes))
    if isinstance(thing, Table):
        catalogue = catalogue or thing.catalogue
    source = catalogue or bundled()
    chosen = list(thing)
    changes = {record.id for record in chosen if isinstance(record, Change)}
    records = [source.bearer(record.bearer) if isinstance(record, Change) else record for record in chosen]
    found = _closed(records, source)
    redirects = {retired: successor for retired, successor in source.redirects.items() if successor in found}
    part = Catalogue.from_records(found.values(), redirects=redirects, release=source.release)
    if not changes:
        own = {record.id for record in records}
        changes = {change.id for change in part.changes if change.bearer in own}
    changes |= {part.changes[id].id for claim in part.claims for id in claim.evidence if id in part.changes}
    return Part(part, tuple(change for change in part.changes if change.id in changes))


def _closed(records: Iterable[Any], source: Catalogue) -> dict[str, Any]:
    """
    Give records and all that they refer to, by id.
    """
    wanted = list(records)
    for record in wanted:
        table_of(record)  # refuses what is no record of a table
    found: dict[str, Any] = {}
    while wanted:
        record = wanted.pop()
        if record.id in found:
            continue
        found[record.id] = record
        targets = {target.partition("/")[0] for _, target, _ in references(record)}
        wanted += [source[target] for target in sorted(targets) if target not in found]
    return found


def cite(record: Record, *, catalogue: Catalogue | None = None) -> tuple[str, ...]:
    """
    Give the sources of a record, each written out, in the order in which they are first cited.

    Args:
        record: any record, or part of one.
        catalogue: where the sources are looked up; the bundled one where nothing else is said.

    Raises:
        UnknownId: a source is not in the catalogue.

    >>> import destalinization as ds
    >>> any("gorvesti" in source for source in ds.cite(ds.renamings["volgograd/volgograd"]))
    True
    """
    known = (catalogue or bundled()).sources
    return tuple(str(known[id]) for id in sources(record))


def _array(name: str, items: Iterable[str]) -> Iterator[str]:
    """
    Write an array, one item a line.
    """
    yield f',\n"{name}": ['
    separator = "\n"
    for item in items:
        yield separator + item
        separator = ",\n"
    yield "]"


def _with_periods(record: Record, known: Known) -> str:
    """
    Write a record, with the period of each name where it has names.
    """
    values = plain(record, known)
    if isinstance(record, Chain):
        periods = [plain(period, known) for period in record.periods()]
        values["names"] = [name | {"period": own} for name, own in zip(values["names"], periods, strict=True)]
        for beside, side in zip(values.get("also", ()), record.also, strict=True):
            beside["name"] = beside["name"] | {"period": plain(record.period(side.name), known)}
    return writer()(values)


def _catalogue(raw: Any) -> Catalogue:
    """
    Build a catalogue out of a JSON document.
    """
    if not isinstance(raw, dict):
        raise DataError((Finding(STRUCTURE, "", "", "", f"a {type(raw).__name__}", "a JSON document (an object)"),))
    findings = list(islice(_shape(raw), MOST))
    records: list[Any] = []
    periods: list[tuple[str, str, Any]] = []
    for table in STORED:
        for number, item in enumerate(_list(raw, table)):
            periods += _take_periods(item)
            records += _read(item, CLASSES[table], f"{table}[{number}]", findings)
    changes: list[Change] = []
    for number, item in enumerate(_list(raw, "changes")):
        kind = Renaming if isinstance(item, dict) and {"old", "new"} <= item.keys() else Change
        changes += _read(item, kind, f"changes[{number}]", findings)
    release = _read(raw["release"], Release, "release", findings) if raw.get("release") is not None else []
    if findings:
        raise DataError(tuple(findings))
    made = Catalogue.from_records(records, redirects=raw.get("redirects"), release=release[0] if release else None)
    findings += _underived(made, changes, periods)
    if findings:
        raise DataError(tuple(findings))
    return made


def _shape(raw: dict[str, Any]) -> Iterator[Finding]:
    """
    Find what is wrong with the outline of a document.
    """
    known = ("$schema", "release", "redirects", *STORED, "changes")
    for key in raw:
        if key not in known:
            yield Finding(STRUCTURE, "", "", key, "an unknown key", f"one of {', '.join(known)}")
    for key in (*STORED, "changes"):
        if not isinstance(raw.get(key, []), list):
            yield Finding(STRUCTURE, "", "", key, f"a {type(raw[key]).__name__}", "a list of records")
    redirects = raw.get("redirects", {})
    if not isinstance(redirects, dict) or not all(isinstance(id, str) for id in redirects.values()):
        yield Finding(STRUCTURE, "", "", "redirects", "something else", "an object of ids")
    if not isinstance(raw.get("$schema", ""), str):
        yield Finding(STRUCTURE, "", "", "$schema", f"a {type(raw['$schema']).__name__}", "an address")


def _list(raw: dict[str, Any], key: str) -> list[Any]:
    """
    Give a list of a document, empty where there is none.
    """
    found = raw.get(key, [])
    return found if isinstance(found, list) else []


def _read(raw: Any, kind: type[T], record: str, findings: list[Finding]) -> list[T]:
    """
    Read one record, and add what is wrong in it to the findings.
    """
    try:
        return [structure(raw, kind, record=record)]
    except DataError as error:
        gather(findings, error)
        return []


def _take_periods(raw: Any) -> Iterator[tuple[str, str, Any]]:
    """
    Take the derived periods out of a raw bearer: its id, the key of the name, and the raw period.
    """
    if not isinstance(raw, dict):
        return
    sides = [side.get("name") for side in _list(raw, "also") if isinstance(side, dict)]
    for name in [*_list(raw, "names"), *sides]:
        if isinstance(name, dict) and "period" in name:
            yield str(raw.get("id")), str(name.get("key")), name.pop("period")


def _underived(catalogue: Catalogue, changes: list[Change], periods: list[tuple[str, str, Any]]) -> Iterator[Finding]:
    """
    Find the derived statements of a document that do not follow from its chains.
    """
    law = "derived-values-agree"
    for change in changes:
        derived = catalogue.changes.get(change.id)
        if derived is None:
            yield Finding(law, "changes", change.id, "", "a change", "none, since no chain has this step")
        elif derived != change:
            yield Finding(law, "changes", change.id, "", "another change", f"what the chain says: {derived}")
    known: dict[str, dict[str, Period]] = {}
    for bearer, key, raw in periods:
        if bearer not in known:
            known[bearer] = _periods(catalogue.bearer(bearer))
        derived_period = known[bearer][key]
        derived_raw = unstructure(derived_period)
        if raw != derived_raw:
            expected = f"{json.dumps(derived_raw)}, or nothing"
            yield Finding(law, "", bearer, f"names.{key}.period", shown(raw), expected)


def _periods(bearer: Chain) -> dict[str, Period]:
    """
    Give the periods of all names of a bearer, by their keys; the first of several with one key counts.
    """
    chain = zip(reversed(bearer.names), reversed(bearer.periods()), strict=True)
    beside = ((side.name, Period(since=side.name.since, before=side.name.until)) for side in reversed(bearer.also))
    return {name.key: period for name, period in (*beside, *chain)}
