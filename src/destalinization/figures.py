"""
The state of the data, counted from the data itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .dates import HistoricalDate
from .model.provenance import Dispute
from .model.record import Record
from .model.walk import parts
from .store.catalogue import STORED, Catalogue

Count = tuple[str, str, int]


def counts(catalogue: Catalogue) -> Iterator[Count]:
    """
    Count what is in a catalogue.

    Args:
        catalogue: what to count.

    Yields:
        What is counted, by what, and how many: records by table; names; changes by what they are; bearers by kind and
        country; renamings by the precision of their date; disputes; claims by status; sources by kind.

    >>> import destalinization as ds
    >>> dict((which, count) for what, which, count in counts(ds.catalogue()) if what == "records")["claims"]
    117
    """
    for name in STORED:
        yield "records", name, len(catalogue.table(name))
    bearers = [*catalogue.places, *catalogue.institutions]
    yield "names", "in chains", sum(len(bearer.names) for bearer in bearers)
    yield "names", "beside chains", sum(len(bearer.also) for bearer in bearers)
    kinds = Counter("end" if c.new is None else "renaming" if c.old else "naming" for c in catalogue.changes)
    yield from _by("changes", kinds)
    yield from _by("renamings by precision of date", Counter(_precision(c.date) for c in catalogue.renamings))
    yield from _by("bearers by kind", Counter(bearer.kind for bearer in bearers))
    yield from _by("bearers by country", Counter(bearer.country or "none" for bearer in bearers))
    removed = Counter(target for change in catalogue.changes for target in change.removes)
    yield from _by("names removed, by whom they honoured", removed)
    yield from _by("claims by status", Counter(claim.status for claim in catalogue.claims))
    yield from _by("sources by kind", Counter(source.kind for source in catalogue.sources))
    yield "disputes", "kept", sum(_disputes(record) for _, record in catalogue.stored())


def _by(what: str, counter: Counter[str]) -> Iterator[Count]:
    """
    Give the counts of one kind, largest first.
    """
    for which, count in sorted(counter.items(), key=lambda item: (-item[1], item[0])):
        yield what, which, count


def _precision(date: HistoricalDate | None) -> str:
    """
    Say how precise a date is.
    """
    return date.precision if date else "unknown"


def _disputes(record: Record) -> int:
    """
    Count the disputes in a record.
    """
    return sum(isinstance(part, Dispute) for _, part in parts(record))
