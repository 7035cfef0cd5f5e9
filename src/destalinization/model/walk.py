"""
Walking through a record and the records inside it.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from .frozenmap import FrozenMap
from .record import Record


def parts(record: Record, path: str = "") -> Iterator[tuple[str, Record]]:
    """
    Give a record and all records inside it, each with its path.

    Args:
        record: where to start.
        path: the path of the start itself, empty for a record of a table.

    >>> from destalinization.model.provenance import Citation, Dispute
    >>> [path for path, part in parts(Dispute(field="since", value="1961", citations=[Citation(source="tass")]))]
    ['', 'citations[0]']
    """
    yield path, record
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        here = f"{path}.{field.name}" if path else field.name
        if isinstance(value, Record):
            yield from parts(value, here)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Record):
                    yield from parts(item, f"{here}[{number}]")


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """
    Give every text in a record with its path, those of the records inside it included.

    >>> from destalinization.model.provenance import Citation
    >>> list(texts(Citation(source="tass", supports=["since"])))
    [('source', 'tass'), ('supports[0]', 'since')]
    """
    for path, part in parts(record):
        for field in attrs.fields(type(part)):
            here = f"{path}.{field.name}" if path else field.name
            yield from _texts(getattr(part, field.name), here)


def _texts(value: object, path: str) -> Iterator[tuple[str, str]]:
    """
    Give the texts of a field that is a text, a tuple of texts, or a map of these.
    """
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):
                yield f"{path}[{number}]", item
    elif isinstance(value, FrozenMap):
        for key, item in value.items():
            yield from _texts(item, f"{path}.{key}")
