"""
Records from the bundled JSON, built with the standard library alone.

The bundled files are canonical and tested, so nothing is checked here; `codec` reads what users bring, strictly, and
the tests hold the two against each other. Each function fills the slots of one record, field by field in model order,
without its constructor (see `fillable`). Citations and dates that occur many times are built once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

_BUILDERS = {
    "places": ("places", "place"), "institutions": ("institutions", "institution"),
    "people": ("people", "person"), "topics": ("people", "topic"), "events": ("events", "event"),
    "acts": ("events", "act"), "claims": ("claims", "claim"), "sources": ("source", "source"),
}  # fmt: skip
"""The module and the function of each table."""


@cache
def builder(table: str) -> Callable[[dict[str, Any]], Any]:
    """
    Give the function that builds the records of a table out of parsed JSON.

    Args:
        table: the name of a stored table, such as ``places``.

    Raises:
        KeyError: there is no such table.

    >>> builder("topics")({"id": "gulag", "label": "Gulag", "kind": "concept"}).label
    'Gulag'
    """
    module, function = _BUILDERS[table]
    found: Callable[[dict[str, Any]], Any] = getattr(import_module(f".{module}", __name__), function)
    return found
