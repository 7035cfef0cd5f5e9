"""
The laws of records and what they state.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..dates import HistoricalDate, Interval, parse
from ..errors import Finding, InvalidDate
from ..model.claims import Claim
from ..model.events import Act
from ..model.names import Name
from ..model.places import Coordinates
from ..model.provenance import Citation, Dated, Dispute
from ..model.record import Record
from ..model.relations import Ending, Relation
from ..model.source import Source
from ..model.walk import parts
from ..store.catalogue import Catalogue
from .common import SLUG, finding


def unique_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Ids are slugs, unique across all tables, and no retired id is in use.
    """
    seen: dict[str, str] = {}
    for table, record in catalogue.stored():
        if not SLUG.fullmatch(record.id):
            yield finding("unique-ids", table, record, "id", repr(record.id), "small letters, digits, single hyphens")
        if record.id in seen:
            yield finding("unique-ids", table, record, "id", f"an id of {seen[record.id]} too", "an id of its own")
        if record.id in catalogue.redirects:
            yield finding("unique-ids", table, record, "id", "a retired id", "an id that was never used")
        seen[record.id] = table


def dates_are_cited(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Every dated statement has a citation, and so has every dispute.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            if not _is_dated(part) or _citations(part):
                continue
            expected = "at least one citation"
            where = f"{path}.citations" if path else "citations"
            yield finding("dates-are-cited", table, record, where, f"a date in a {type(part).__name__}", expected)


def sources_cited_once(catalogue: Catalogue) -> Iterator[Finding]:
    """
    No two citations of one statement are from one source.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            seen: set[tuple[str, str]] = set()
            for number, citation in enumerate(_citations(part)):
                pairs = {(citation.source, field) for field in citation.supports or ("",)}
                if seen & pairs:
                    where = f"{path}.citations[{number}]" if path else f"citations[{number}]"
                    expected = "one citation of a source for a statement"
                    yield finding("sources-cited-once", table, record, where, f"{citation.source} again", expected)
                seen |= pairs


def citations_support_fields(catalogue: Catalogue) -> Iterator[Finding]:
    """
    What a citation supports, and what a dispute is about, is a field of the record that it stands in.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            fields = _statements(part)
            here = f"{path}." if path else ""
            for number, citation in enumerate(_citations(part)):
                for field in citation.supports:
                    if field not in fields:
                        where = f"{here}citations[{number}].supports"
                        expected = f"one of {', '.join(sorted(fields))}"
                        yield finding("citations-support-fields", table, record, where, repr(field), expected)
            for number, dispute in enumerate(_disputes_of(part)):
                if dispute.field not in fields | {"chain"}:
                    where = f"{here}disputes[{number}].field"
                    expected = f"chain, or one of {', '.join(sorted(fields))}"
                    yield finding("citations-support-fields", table, record, where, repr(dispute.field), expected)


def disputes_are_readable(catalogue: Catalogue) -> Iterator[Finding]:
    """
    What disputes a date is a date, and what is refuted has a note that says by what.
    """
    law = "disputes-are-readable"
    for table, record in catalogue.stored():
        for path, part in parts(record):
            for number, dispute in enumerate(_disputes_of(part)):
                here = f"{path}.disputes[{number}]" if path else f"disputes[{number}]"
                is_date = dispute.field in ("since", "until", "date") or isinstance(part, Dated)
                if is_date and dispute.field != "chain" and not _is_date(dispute.value):
                    expected = "an EDTF date or interval, or the field chain"
                    yield finding(law, table, record, f"{here}.value", repr(dispute.value), expected)
                if dispute.standing == "refuted" and not dispute.note:
                    yield finding(law, table, record, f"{here}.note", "nothing", "what refutes it")


def causes_before_events(catalogue: Catalogue) -> Iterator[Finding]:
    """
    The cause of an event does not certainly begin after it, and is not the event itself.
    """
    for event in catalogue.events:
        for number, id in enumerate(event.causes):
            cause = catalogue.events.get(id)
            later = cause is not None and _starts_after(cause.when.value, event.when.value)
            if id == event.id or later:
                expected = f"an event that begins by {event.when.value}"
                yield finding("causes-before-events", "events", event, f"causes[{number}]", id, expected)


def claims_accounted_for(catalogue: Catalogue) -> Iterator[Finding]:
    """
    A claim has what its status demands: evidence and citations, a correction where it is not right, or a note of what
    was searched where nothing was found.
    """
    for claim in catalogue.claims:
        for field, wanted in _demands(claim):
            if bool(getattr(claim, field)) is not wanted:
                found = "something" if getattr(claim, field) else "nothing"
                expected = f"{'something' if wanted else 'nothing'} for a claim that is {claim.status}"
                yield finding("claims-accounted-for", "claims", claim, field, found, expected)


def coordinates_in_range(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Latitudes lie between -90 and 90 degrees, longitudes between -180 and 180.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            if isinstance(part, Coordinates):
                for field, value, limit in (("latitude", part.latitude, 90), ("longitude", part.longitude, 180)):
                    if not -limit <= value <= limit:
                        expected = f"{-limit} to {limit} degrees"
                        yield finding("coordinates-in-range", table, record, f"{path}.{field}", str(value), expected)


def _citations(part: Record) -> tuple[Citation, ...]:
    """
    Give the citations of a record, if it can have any.
    """
    found: tuple[Citation, ...] = getattr(part, "citations", ())
    return found


def _disputes_of(part: Record) -> tuple[Dispute, ...]:
    """
    Give the disputes of a record, if it can have any.
    """
    found: tuple[Dispute, ...] = getattr(part, "disputes", ())
    return found


def _is_dated(part: Record) -> bool:
    """
    Say whether a record makes a dated statement, or disputes one.
    """
    match part:
        case Name():
            return part.since is not None or part.until is not None
        case Ending():
            return part.date is not None
        case Act():
            return part.date is not None or part.published is not None
        case Relation():
            return part.when is not None
        case Citation() | Source():
            return False
    return isinstance(part, Dated | Dispute)


def _is_date(text: str) -> bool:
    """
    Say whether a text is a date or an interval.
    """
    try:
        parse(text)
    except InvalidDate:
        return False
    return True


def _statements(part: Record) -> set[str]:
    """
    Give the fields of a record about which something can be said.
    """
    aside = {"id", "key", "citations", "disputes", "note", "summary"}
    return {field.name for field in attrs.fields(type(part))} - aside


def _starts_after(cause: HistoricalDate | Interval, effect: HistoricalDate | Interval) -> bool:
    """
    Say whether a cause certainly begins after its effect began.
    """
    start = cause.start if isinstance(cause, Interval) else cause
    begun = effect.start if isinstance(effect, Interval) else effect
    return start is not None and begun is not None and start.certainly_after(begun)


def _demands(claim: Claim) -> Iterator[tuple[str, bool]]:
    """
    Say which fields a claim of its status must have, and must not have.
    """
    if claim.status == "unverified":
        yield from (("evidence", False), ("note", True))
    else:
        yield from (("evidence", True), ("citations", True))
    if claim.status in ("imprecise", "contradicted"):
        yield "correction", True
