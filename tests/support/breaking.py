"""
Catalogues changed in one place, as their own constructors would refuse to make them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from destalinization.model.frozenmap import FrozenMap
from destalinization.store.catalogue import STORED, Catalogue, table_of
from destalinization.store.shelf import WholeShelf

Step = tuple[str, str, Any]
"""The id of a record, a place in it, and the value that is put there."""


def put(owner: Any, path: str, value: Any) -> Any:
    """
    Give a record that is changed in one place, such as ``names[1].since``.
    """
    return _put(owner, re.findall(r"[^.\[\]]+", path), value)


def _put(owner: Any, steps: list[str], value: Any) -> Any:
    """
    Give a value with another value at the end of some steps into it.
    """
    if not steps:
        return value
    step, *rest = steps
    if isinstance(owner, tuple):
        number = int(step)
        return (*owner[:number], _put(owner[number], rest, value), *owner[number + 1 :])
    if isinstance(owner, FrozenMap):
        return {**owner, step: _put(owner.get(step), rest, value)}
    return attrs.evolve(owner, **{step: _put(getattr(owner, step), rest, value)})


def loose(records: Iterable[Any], redirects: Mapping[str, str]) -> Catalogue:
    """
    Put a catalogue together from its pieces, without the checks of `Catalogue.from_records`.
    """
    shelves: dict[str, dict[str, Any]] = {name: {} for name in STORED}
    for record in records:
        shelves[table_of(record)][record.id] = record
    return Catalogue({name: WholeShelf(shelf) for name, shelf in shelves.items()}, lambda: redirects, lambda: None)


def changed(catalogue: Catalogue, *steps: Step, redirects: Mapping[str, str] | None = None) -> Catalogue:
    """
    Give a catalogue in which some records are changed: the id of the record, the place in it, the value put there.
    """
    records = {record.id: record for _, record in catalogue.stored()}
    for id, path, value in steps:
        records[id] = put(records[id], path, value)
    return loose(records.values(), {**catalogue.redirects, **(redirects or {})})
