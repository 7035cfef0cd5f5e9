"""
Flat tables of records: a header and rows of plain values, for terminals, CSV and data frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from .model.changes import Change
from .model.claims import Claim
from .model.events import Event

if TYPE_CHECKING:
    from .store.catalogue import Catalogue

Row = dict[str, str]


def of_changes(changes: Iterable[Change], catalogue: Catalogue) -> list[Row]:
    """
    Give a row for each change, by date; those without a date come last.

    Args:
        changes: the changes.
        catalogue: where the bearers are looked up.

    >>> import destalinization as ds
    >>> of_changes([ds.renamings["volgograd/volgograd"]], ds.catalogue())[0]["date"]
    '1961-11-10'

    """
    return [
        {
            "date": _text(change.date),
            "old": _text(change.old),
            "new": _text(change.new) or (change.ending.how if change.ending else ""),
            "bearer": change.bearer,
            "kind": catalogue.bearer(change.bearer).kind,
            "country": catalogue.bearer(change.bearer).country or "",
            "removes": ", ".join(change.removes),
            "gives": ", ".join(change.gives),
            "act": change.act or "",
            "sources": ", ".join(dict.fromkeys(citation.source for citation in change.citations)),
        }
        for change in sorted(changes, key=_by(lambda change: change.date))
    ]


def of_events(events: Iterable[Event]) -> list[Row]:
    """
    Give a row for each event, by date.

    Args:
        events: the events.

    """
    return [
        {
            "when": str(event.when.value),
            "event": event.label,
            "kind": event.kind,
            "place": event.place or "",
            "id": event.id,
            "sources": ", ".join(dict.fromkeys(citation.source for citation in event.when.citations)),
        }
        for event in sorted(events, key=_by(lambda event: event.when.value))
    ]


def of_claims(claims: Iterable[Claim]) -> list[Row]:
    """
    Give a row for each claim, in the order of the article.

    Args:
        claims: the claims.

    """
    return [
        {
            "id": claim.id,
            "section": claim.section,
            "status": claim.status,
            "statement": claim.statement,
            "correction": claim.correction or "",
            "evidence": ", ".join(claim.evidence),
            "sources": ", ".join(dict.fromkeys(citation.source for citation in claim.citations)),
        }
        for claim in claims
    ]


def of_counts(counts: Iterable[tuple[str, str, int]]) -> list[Row]:
    """
    Give a row for each count.

    Args:
        counts: what is counted, by what, and how many.

    """
    return [{"what": what, "which": which, "count": str(count)} for what, which, count in counts]


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _by(date: Callable[[Any], Any]) -> Callable[[Any], tuple[bool, Any, str]]:
    """
    Make a sort key of a date, earliest day first, what has none last.
    """

    def key(record: Any) -> tuple[bool, Any, str]:
        found = date(record)
        earliest = found.earliest if found is not None else None
        return earliest is None, str(earliest), record.id

    return key
