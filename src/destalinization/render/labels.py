"""
What the records are called that a record refers to.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ..model.changes import Change
from ..store.catalogue import STORED, bundled, table_of

if TYPE_CHECKING:
    from ..model.record import Record
    from ..model.source import Source
    from ..store.catalogue import Catalogue

Labels = Callable[[str], str]


def home(record: Record) -> Catalogue | None:
    """
    Give the bundled catalogue where it holds a record just as it is, and None elsewhere: a record does not know which
    catalogue it is of, and its ids may mean others there.

    Args:
        record: the record.
    """
    try:
        name = "changes" if isinstance(record, Change) else table_of(record)
    except TypeError:
        return None
    return bundled() if record in bundled().table(name) else None


def labels(catalogue: Catalogue | None) -> Labels:
    """
    Give what says how a record is called, by its id.

    Args:
        catalogue: where records are looked up; without it, and where it has none, the id is all that is known.
    """

    def called(id: str) -> str:
        tables = () if catalogue is None else map(catalogue.table, (*STORED, "changes"))
        record = next((found for table in tables if (found := table.get(id)) is not None), None)
        return id if record is None else getattr(record, "label", None) or str(record)

    return called


def source(id: str, catalogue: Catalogue | None) -> Source | None:
    """
    Give the source with an id, if it is known.

    Args:
        id: the id.
        catalogue: where it is looked up.
    """
    return catalogue.sources.get(id) if catalogue is not None else None
