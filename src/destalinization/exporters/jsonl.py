"""
JSON Lines: a record a line, with the name of its table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..encode import encode
from ..store.catalogue import Catalogue
from .registry import Format
from .selection import records

FORMAT = Format(
    name="jsonl",
    title="JSON Lines: a record a line, with the name of its table",
    extension=".jsonl",
    carries=("every record of every table, whole",),
    lacks=("the changes, which are derived from the chains of names", "ids that were retired"),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write records as JSON Lines.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    >>> import destalinization as ds
    >>> next(write([ds.people["joseph-stalin"]], ds.catalogue()))[:41]
    '{"table":"people","id":"joseph-stalin","l'
    """
    for table, record in records(thing, catalogue):
        yield f'{{"table":{json.dumps(table)},{encode(record)[1:]}\n'
