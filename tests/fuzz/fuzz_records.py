"""
Records from any JSON: read, or refused with findings, and what was read is written back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import destalinization as ds

KINDS: tuple[type[Any], ...] = (
    ds.Place, ds.Institution, ds.Person, ds.Topic, ds.Event, ds.Act, ds.Claim, ds.Source, ds.Change, ds.Renaming,
    ds.Name, ds.SideName, ds.Honour, ds.Citation, ds.Dispute, ds.Dated, ds.Ending, ds.Relation, ds.Coordinates,
    ds.Release,
)  # fmt: skip
WORDS = (
    "{", "}", "[", "]", '":', "null", "true", "1e999", "-1", "NaN", "Infinity", '"\\ud800"', "\ufeff", '"id"',
    '"names"', '"since"', '"disputes"', '"citations"', '"forms"', '"coordinates"', '"1961-11-10"', '"also"',
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """
    Give the first shipped records of each table, and parts of them, each after the number of its class.
    """
    for number, kind in enumerate(KINDS):
        for record in _shipped(kind)[:4]:
            yield bytes([number]) + ds.to_json(record).encode()
    yield bytes([3]) + b"[" * 2000
    yield bytes([3]) + b'{"id": "a", "id": "a"}'
    yield bytes([18]) + b'{"latitude": NaN, "longitude": 1e999, "basis": "object"}'


def _shipped(kind: type[Any]) -> list[Any]:
    """
    Give shipped records of a class, or parts of one.
    """
    tables: list[Any] = [
        ds.places, ds.institutions, ds.people, ds.topics, ds.events, ds.acts, ds.claims, ds.sources, ds.changes,
        ds.renamings,
    ]  # fmt: skip
    found = dict(zip(KINDS, tables, strict=False)).get(kind)
    return list(found) if found is not None else [part for part in _parts() if type(part) is kind]


def _parts() -> Iterator[Any]:
    """
    Give what a place consists of.
    """
    place = ds.places["volgograd"]
    yield from (*place.names, *place.also, place.founded, place.coordinates, *place.relations)
    for name in place.names:
        yield from (*name.honours, *name.citations, *name.disputes)


def check(data: bytes) -> None:
    """
    Read JSON as a record of the class that the first byte says.
    """
    kind = KINDS[data[0] % len(KINDS)] if data else ds.Place
    try:
        record = ds.from_json(data[1:], of=kind)
    except ds.DataError as error:
        assert error.findings
        assert str(error).encode()
        return
    assert type(record) is kind
    assert ds.from_json(ds.to_json(record), of=kind) == record
    assert (str(record) + repr(record)).encode()
