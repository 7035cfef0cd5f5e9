"""
The JSON document, which holds everything and is read again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..document import document_lines
from ..store.catalogue import Catalogue
from .registry import Format

FORMAT = Format(name="json", title="the JSON document", extension=".json", carries=("everything",))


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write the JSON document.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what the records refer to is looked up.
    """
    return document_lines(thing, catalogue=catalogue)
