"""
The state of the data, counted from the data itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from .dates import HistoricalDate
from .model.changes import Change
from .model.places import Place
from .model.provenance import Dispute
from .model.record import Record
from .model.walk import parts
from .removals import dating, independent, removals
from .store.catalogue import STORED, Catalogue
from .vocabulary import SOURCE_KINDS

Count = tuple[str, str, int]


def counts(catalogue: Catalogue) -> Iterator[Count]:
    """
    Count what is in a catalogue.

    Args:
        catalogue: what to count.

    Yields:
        What is counted, by what, and how many: records by table; names; changes by what they are; bearers by kind,
        country and whom they were named after; renamings by the precision of their date; de-Stalinizing changes by
        precision, year, month, and by how many independent sources date them; day-level dates by the kind of their
        best source; positions by their basis; names without a native form; disputes; claims by status;
        sources by kind.

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
    honoured = Counter(target for bearer in bearers for target in {h.target for n in bearer.names for h in n.honours})
    yield from _by("bearers by whom they were named after", honoured)
    yield from _of_removals(catalogue)
    yield from _by("positions by basis", Counter(_basis(place) for place in catalogue.places))
    names = [name for bearer in bearers for name in (*bearer.names, *(side.name for side in bearer.also))]
    yield "names", "without a native form", sum(not name.forms for name in names)
    yield from _by("claims by status", Counter(claim.status for claim in catalogue.claims))
    yield from _by("sources by kind", Counter(source.kind for source in catalogue.sources))
    yield "disputes", "kept", sum(_disputes(record) for _, record in catalogue.stored())


def _of_removals(catalogue: Catalogue) -> Iterator[Count]:
    """
    Count the changes that belong to de-Stalinization, and how well their dates are sourced.
    """
    found = list(removals(catalogue))
    what = "de-Stalinizing changes"
    yield from _by(f"{what} by precision of date", Counter(_precision(change.date) for change in found))
    dated = [change for change in found if change.date is not None]
    counted = Counter(min(independent(dating(change), catalogue), 3) for change in dated)
    dates = [change.date for change in dated if change.date is not None]
    yield from _in_time(f"{what} by year", Counter(str(date.earliest.year) for date in dates if _within_year(date)))
    yield from _in_time(f"{what} by month", Counter(f"{d.earliest:%Y-%m}" for d in dates if _within_month(d)))
    labels = {0: "none", 1: "one", 2: "two", 3: "three or more"}
    for number, label in labels.items():
        yield f"{what} with a date, by independent sources", label, counted[number]
    days = [change for change in catalogue.changes if change.date is not None and change.date.precision == "day"]
    best = Counter(_best_kind(change, catalogue) for change in days)
    yield from _by("changes dated to the day, by their best source", best)


def _best_kind(change: Change, catalogue: Catalogue) -> str:
    """
    Give the kind of the best source that dates a change, in the order of the vocabulary.
    """
    kinds = {catalogue.sources[citation.source].kind for citation in dating(change)}
    return next((kind for kind in SOURCE_KINDS if kind in kinds), "none")


def _basis(place: Place) -> str:
    """
    Say what the position of a place is the position of.
    """
    return place.coordinates.basis if place.coordinates else "none"


def _within_year(date: HistoricalDate) -> bool:
    """
    Say whether a date lies in one year.
    """
    return date.earliest.year == date.latest.year


def _within_month(date: HistoricalDate) -> bool:
    """
    Say whether a date lies in one month.
    """
    return _within_year(date) and date.earliest.month == date.latest.month


def _in_time(what: str, counter: Counter[str]) -> Iterator[Count]:
    """
    Give the counts of one kind, in order of time.
    """
    for which, count in sorted(counter.items()):
        yield what, which, count


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
