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
    from .model.changes import Bearer
    from .model.events import Act
    from .model.people import Person, Topic
    from .model.provenance import Citation, Dated
    from .model.source import Source
    from .store.catalogue import Catalogue
    from .store.table import Table
    from .toponyms.datings import DatedInterval, DatingAnswer
    from .toponyms.happenings import Happening
    from .toponyms.lookup import Match

Row = dict[str, str]


def of_table(table: Table[Any]) -> list[Row]:
    """
    Give a row for each record of a table.

    Args:
        table: any table of a catalogue.

    Returns:
        The rows; changes and events by date, all others in the order of the table.

    >>> import destalinization as ds
    >>> of_table(ds.renamings.where(bearer="volgograd"))[-1]["new"]
    'Volgograd'
    """
    if table.name in ("changes", "renamings"):
        return of_changes(table, table.catalogue)
    makers: dict[str, Callable[[Iterable[Any]], list[Row]]] = {
        "places": of_bearers,
        "institutions": of_bearers,
        "people": of_people,
        "topics": of_topics,
        "events": of_events,
        "acts": of_acts,
        "claims": of_claims,
        "sources": of_sources,
    }
    return makers[table.name](table)


def of_bearers(bearers: Iterable[Bearer]) -> list[Row]:
    """
    Give a row for each place or institution, in their order.

    Args:
        bearers: the places and institutions.
    """
    return [
        {
            "id": bearer.id,
            "label": bearer.label,
            "kind": bearer.kind,
            "country": bearer.country or "",
            "names": " → ".join(name.text for name in bearer.names),
            "founded": _value(bearer.founded),
            "ended": _text(bearer.ending.date or bearer.ending.how) if bearer.ending else "",
            "sources": _sources(c for part in (bearer, *bearer.names) for c in part.citations),
        }
        for bearer in bearers
    ]


def of_people(people: Iterable[Person]) -> list[Row]:
    """
    Give a row for each person, in their order.

    Args:
        people: the people.
    """
    return [
        {
            "id": person.id,
            "label": person.label,
            "born": _value(person.born),
            "died": _value(person.died),
            "sources": _sources(person.citations),
        }
        for person in people
    ]


def of_topics(topics: Iterable[Topic]) -> list[Row]:
    """
    Give a row for each topic, in their order.

    Args:
        topics: the topics.
    """
    return [
        {
            "id": topic.id,
            "label": topic.label,
            "kind": topic.kind,
            "period": _value(topic.period),
            "sources": _sources(topic.citations),
        }
        for topic in topics
    ]


def of_acts(acts: Iterable[Act]) -> list[Row]:
    """
    Give a row for each act, in their order.

    Args:
        acts: the acts.
    """
    return [
        {
            "id": act.id,
            "title": act.title,
            "kind": act.kind,
            "issuer": act.issuer or "",
            "number": act.number or "",
            "date": _text(act.date),
            "sources": _sources(act.citations),
        }
        for act in acts
    ]


def of_sources(sources: Iterable[Source]) -> list[Row]:
    """
    Give a row for each source, in their order.

    Args:
        sources: the sources.
    """
    return [
        {
            "id": source.id,
            "title": source.title,
            "author": source.author or "",
            "publisher": source.publisher or "",
            "kind": source.kind,
            "date": _text(source.date),
            "url": source.url or "",
        }
        for source in sources
    ]


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


def _value(dated: Dated | None) -> str:
    """
    Give the date of a dated statement.
    """
    return str(dated.value) if dated else ""


def _text(value: Any) -> str:
    """
    Give a value as text, nothing as an empty one.
    """
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
