"""
The laws of the data: each is a function that finds what breaks it.

A law takes a catalogue and gives findings; none of them raises, so that all that is wrong is found at once.
What JSON could not even be read as is found earlier, by `codec`.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from .dates import Bounded, HistoricalDate, Interval
from .errors import Finding
from .model.chain import Chain
from .model.claims import Claim
from .model.events import Act
from .model.institutions import Institution
from .model.names import Name
from .model.places import Coordinates, Place
from .model.provenance import Citation, Dated, Dispute
from .model.record import Record
from .model.relations import Ending, Relation
from .model.source import Source
from .model.walk import parts, texts
from .scripts import FORM_TAG, wrong_letters
from .store.catalogue import Catalogue
from .store.references import dangling

Law = Callable[[Catalogue], Iterator[Finding]]

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COUNTRY = re.compile(r"[A-Z]{2}")
RESERVED = "end"


def check(catalogue: Catalogue) -> tuple[Finding, ...]:
    """
    Hold a catalogue against all laws.

    Args:
        catalogue: what to check.

    Returns:
        Everything that is wrong, law by law; nothing if all is well.

    >>> import destalinization as ds
    >>> check(ds.catalogue())
    ()

    """
    return tuple(finding for law in LAWS.values() for finding in law(catalogue))


def unique_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Ids are slugs, unique across all tables, and no retired id is in use.
    """
    seen: dict[str, str] = {}
    for table, record in catalogue.stored():
        if not SLUG.fullmatch(record.id):
            yield _finding("unique-ids", table, record, "id", repr(record.id), "small letters, digits, single hyphens")
        if record.id in seen:
            yield _finding("unique-ids", table, record, "id", f"an id of {seen[record.id]} too", "an id of its own")
        if record.id in catalogue.redirects:
            yield _finding("unique-ids", table, record, "id", "a retired id", "an id that was never used")
        seen[record.id] = table


def unique_keys(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Keys of names are slugs, unique in their bearer, and none is ``end``.
    """
    for table, bearer in _bearers(catalogue):
        counts = Counter(name.key for _, name in _all_names(bearer))
        for path, name in _all_names(bearer):
            if not SLUG.fullmatch(name.key) or name.key == RESERVED:
                expected = f"small letters, digits, single hyphens, and not {RESERVED!r}"
                yield _finding("unique-keys", table, bearer, f"{path}.key", repr(name.key), expected)
            if counts[name.key] > 1:
                yield _finding("unique-keys", table, bearer, f"{path}.key", f"{name.key!r} twice", "each key once")


def chains_in_order(catalogue: Catalogue) -> Iterator[Finding]:
    """
    The names of a chain begin one after the other, and no period certainly reaches into the next.
    """
    for table, bearer in _bearers(catalogue):
        if not bearer.names:
            yield _finding("chains-in-order", table, bearer, "names", "no names", "at least one name")
        latest: Bounded | None = None
        for number, name in enumerate(bearer.names):
            here = f"names[{number}]"
            for field, date in (("since", name.since), ("until", name.until)):
                if date is None:
                    continue
                if latest is not None and date.certainly_before(latest):
                    yield _finding("chains-in-order", table, bearer, f"{here}.{field}", str(date), f"{latest} or later")
                else:
                    latest = date
            following = bearer.names[number + 1] if number + 1 < len(bearer.names) else None
            begun = following.since if following and following.succession == "direct" else None
            if name.until and begun and name.until.certainly_before(begun):
                expected = f"{begun}, or a gap before the next name"
                yield _finding("chains-in-order", table, bearer, f"{here}.until", str(name.until), expected)
        if bearer.current and (bearer.ending or (bearer.names and bearer.names[-1].until)):
            yield _finding("chains-in-order", table, bearer, "current", "true", "false for what has ended")


def names_within_life(catalogue: Catalogue) -> Iterator[Finding]:
    """
    No name certainly begins before its bearer's founding or after its end, unless it was planned or a note says why.
    """
    for table, bearer in _bearers(catalogue):
        planned = {side.name.key for side in bearer.also if side.use == "planned"}
        founded = bearer.founded.value if bearer.founded else None
        ended = bearer.ending.date if bearer.ending else None
        for path, name in _all_names(bearer):
            if name.since is None or name.note or name.key in planned:
                continue
            if founded is not None and name.since.certainly_before(founded):
                expected = f"{founded} (the founding) or later, or a note"
                yield _finding("names-within-life", table, bearer, f"{path}.since", str(name.since), expected)
            if ended is not None and name.since.certainly_after(ended):
                expected = f"{ended} (the end) or earlier, or a note"
                yield _finding("names-within-life", table, bearer, f"{path}.since", str(name.since), expected)


def acts_before_names(catalogue: Catalogue) -> Iterator[Finding]:
    """
    An act is not certainly later than the name that it gives, or the end that it orders, unless a note says why.
    """
    for table, bearer in _bearers(catalogue):
        given: list[tuple[str, Any, HistoricalDate | None]] = [(p, n, n.since) for p, n in _all_names(bearer)]
        if bearer.ending:
            given.append(("ending", bearer.ending, bearer.ending.date))
        for path, owner, date in given:
            act = catalogue.acts.get(owner.act) if owner.act else None
            if act and act.date and date and act.date.certainly_after(date) and not owner.note:
                expected = f"an act of {date} or earlier, or a note"
                yield _finding("acts-before-names", table, bearer, f"{path}.act", f"{act.id} of {act.date}", expected)


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
            yield _finding("dates-are-cited", table, record, where, f"a date in a {type(part).__name__}", expected)


def honours_after_birth(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Nobody is honoured before birth.
    """
    for table, bearer in _bearers(catalogue):
        for path, name in _all_names(bearer):
            for number, honour in enumerate(name.honours):
                person = catalogue.people.get(honour.target)
                born = person.born.value if person and person.born else None
                if born is not None and name.since is not None and name.since.certainly_before(born):
                    expected = f"a name of {born} (the birth) or later"
                    where = f"{path}.honours[{number}]"
                    yield _finding(
                        "honours-after-birth", table, bearer, where, f"{honour.target} in {name.since}", expected
                    )


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
                        yield _finding("coordinates-in-range", table, record, f"{path}.{field}", str(value), expected)


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
                yield _finding("causes-before-events", "events", event, f"causes[{number}]", id, expected)


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
                    yield _finding("sources-cited-once", table, record, where, f"{citation.source} again", expected)
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
                        yield _finding("citations-support-fields", table, record, where, repr(field), expected)
            for number, dispute in enumerate(_disputes_of(part)):
                if dispute.field not in fields | {"chain"}:
                    where = f"{here}disputes[{number}].field"
                    expected = f"chain, or one of {', '.join(sorted(fields))}"
                    yield _finding("citations-support-fields", table, record, where, repr(dispute.field), expected)


def forms_in_script(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Forms stand under a language tag and in the script that it names; Roman numerals may stand anywhere.
    """
    for table, record in catalogue.stored():
        for path, part in parts(record):
            for tag, spellings in getattr(part, "forms", {}).items():
                here = f"{path}.forms.{tag}" if path else f"forms.{tag}"
                if not FORM_TAG.fullmatch(tag):
                    yield _finding(
                        "forms-in-script", table, record, here, repr(tag), "a BCP 47 tag such as ru or uz-Cyrl"
                    )
                for spelling in spellings:
                    letters = wrong_letters(tag, spelling)
                    if letters:
                        expected = f"only letters of the script of {tag}"
                        yield _finding("forms-in-script", table, record, here, f"{letters!r} in {spelling!r}", expected)


def text_is_clean(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Text is in NFC without stray or doubled spaces or control signs; names have no slashes or brackets.
    """
    for table, record in catalogue.stored():
        for path, text in texts(record):
            fault = _fault(text)
            if fault:
                yield _finding("text-is-clean", table, record, path, fault, "clean text in NFC")
        for path, part in parts(record):
            if isinstance(part, Name):
                for spelling in (part.text, *(spelling for forms in part.forms.values() for spelling in forms)):
                    if re.search(r"[/\\()\[\]{}<>|;]", spelling):
                        yield _finding("text-is-clean", table, record, path, repr(spelling), "one name, no label")


def countries_are_codes(catalogue: Catalogue) -> Iterator[Finding]:
    """
    A country is a code of two capital letters.
    """
    for table, bearer in _bearers(catalogue):
        if bearer.country is not None and not COUNTRY.fullmatch(bearer.country):
            expected = "two capital letters of ISO 3166-1"
            yield _finding("countries-are-codes", table, bearer, "country", repr(bearer.country), expected)


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
                yield _finding("claims-accounted-for", "claims", claim, field, found, expected)


LAWS: dict[str, Law] = {
    "unique-ids": unique_ids,
    "unique-keys": unique_keys,
    "references-resolve": dangling,
    "chains-in-order": chains_in_order,
    "names-within-life": names_within_life,
    "acts-before-names": acts_before_names,
    "dates-are-cited": dates_are_cited,
    "honours-after-birth": honours_after_birth,
    "coordinates-in-range": coordinates_in_range,
    "causes-before-events": causes_before_events,
    "sources-cited-once": sources_cited_once,
    "citations-support-fields": citations_support_fields,
    "forms-in-script": forms_in_script,
    "text-is-clean": text_is_clean,
    "countries-are-codes": countries_are_codes,
    "claims-accounted-for": claims_accounted_for,
}
"""All laws by name."""


def _finding(law: str, table: str, record: Any, path: str, found: str, expected: str) -> Finding:
    return Finding(law, table, record.id, path, found, expected)


def _bearers(catalogue: Catalogue) -> Iterator[tuple[str, Place | Institution]]:
    for place in catalogue.places:
        yield "places", place
    for institution in catalogue.institutions:
        yield "institutions", institution


def _all_names(bearer: Chain) -> Iterator[tuple[str, Name]]:
    for number, name in enumerate(bearer.names):
        yield f"names[{number}]", name
    for number, side in enumerate(bearer.also):
        yield f"also[{number}].name", side.name


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
        case Ending() | Act():
            return part.date is not None
        case Relation():
            return part.when is not None
        case Citation() | Source():
            return False
    return isinstance(part, Dated | Dispute)


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


def _fault(text: str) -> str | None:
    """
    Say what is unclean in a text.
    """
    if not text:
        return "an empty text"
    if text != text.strip() or "  " in text:
        return f"a stray space in {text[:40]!r}"
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Co") for sign in text):
        return f"a control sign in {text[:40]!r}"
    if not unicodedata.is_normalized("NFC", text):
        return f"{text[:40]!r}, which is not in NFC"
    return None


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
