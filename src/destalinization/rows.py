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
    from .model.answers import NameAnswer
    from .model.provenance import Citation
    from .store.catalogue import Catalogue
    from .toponyms.datings import DatedInterval, DatingAnswer
    from .toponyms.happenings import Happening
    from .toponyms.lookup import Match

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
            "sources": _sources(change.citations),
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
            "sources": _sources(event.when.citations),
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
            "sources": _sources(claim.citations),
        }
        for claim in claims
    ]


def of_matches(matches: Iterable[Match]) -> list[Row]:
    """
    Give a row for each match, in their order.

    Args:
        matches: the matches.
    """
    return [
        {
            "name": match.name.text,
            "form": match.form,
            "language": match.language,
            "scheme": match.scheme or "",
            "bearer": match.bearer.id,
            "kind": match.bearer.kind,
            "country": match.bearer.country or "",
            "period": str(match.period),
            "current": "yes" if match.current else "no",
            "grade": match.grade or "",
            "distance": str(match.distance),
            "sources": _sources(match.name.citations),
        }
        for match in matches
    ]


def of_answer(answer: NameAnswer) -> list[Row]:
    """
    Give a row for each name of an answer, best first; one with the state alone where there is none.

    Args:
        answer: the answer.
    """
    shared = {"bearer": answer.bearer.id, "on": str(answer.on), "state": answer.state}
    rows = [
        shared
        | {
            "name": candidate.name.text,
            "grade": candidate.grade,
            "reason": candidate.reason,
            "sources": _sources(candidate.citations),
        }
        for candidate in answer.candidates
    ]
    return rows or [shared | {"name": "", "grade": "", "reason": "", "sources": ""}]


def of_dating(answer: DatingAnswer) -> list[Row]:
    """
    Give a row for each interval of an answer, and one for each name that is not in the data.

    Args:
        answer: the answer.
    """
    rows = [
        {
            "earliest": _text(interval.earliest),
            "latest": _text(interval.latest),
            **_counts(answer, interval),
            "certain": "; ".join(f"{_text(first)} to {_text(last)}" for first, last in interval.certain),
            "supports": ", ".join(interval.supports),
            "after": "; ".join(map(str, interval.post)),
            "before": "; ".join(map(str, interval.ante)),
            "conflicts": "; ".join(map(str, interval.conflicts)),
            "unknown": "",
            "sources": _sources(c for evidence in (*interval.post, *interval.ante) for c in evidence.citations),
        }
        for interval in answer.intervals
    ]
    counts = ("mentions", "against") if answer.mentions else ()
    empty = dict.fromkeys(("earliest", "latest", *counts, "certain", "supports", "after", "before", "conflicts"), "")
    return rows + [empty | {"unknown": name, "sources": ""} for name in answer.unknown]


def _counts(answer: DatingAnswer, interval: DatedInterval) -> Row:
    """
    Count the mentions for and against an interval, where a text was asked about.
    """
    if not answer.mentions:
        return {}
    return {
        "mentions": str(len(answer.supporting(interval))),
        "against": str(len(answer.contradicting(interval))),
    }


def of_happenings(happenings: Iterable[Happening]) -> list[Row]:
    """
    Give a row for each happening, in their order.

    Args:
        happenings: the happenings.
    """
    return [
        {
            "date": str(happening.date),
            "what": str(happening.record),
            "kind": type(happening.record).__name__.lower(),
            "grade": happening.grade,
            "id": happening.record.id,
            "sources": _sources(happening.record.citations),
        }
        for happening in happenings
    ]


def of_counts(counts: Iterable[tuple[str, str, int]]) -> list[Row]:
    """
    Give a row for each count.

    Args:
        counts: what is counted, by what, and how many.
    """
    return [{"what": what, "which": which, "count": str(count)} for what, which, count in counts]


def _sources(citations: Iterable[Citation]) -> str:
    """
    Give the ids of the sources of citations, each once.
    """
    return ", ".join(dict.fromkeys(citation.source for citation in citations))


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
