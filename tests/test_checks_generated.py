"""
The laws of the data over generated and shipped catalogues: whatever obeys a law and is then made to break it is caught.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from breaking import Step, changed
from hypothesis import given, settings

from destalinization.checks import LAWS
from destalinization.dates import HistoricalDate
from destalinization.errors import Finding
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.store.catalogue import Catalogue, bundled
from destalinization.strategies import catalogues

Breach = Callable[[Catalogue], Iterator[list[Step]]]

LATE = HistoricalDate("9998")
LATEST = HistoricalDate("9999")


def bearers(catalogue: Catalogue) -> Iterator[Any]:
    """
    Give everything that bears names.
    """
    yield from (bearer for table in (catalogue.places, catalogue.institutions) for bearer in table if bearer.names)


def dated(catalogue: Catalogue) -> Iterator[tuple[Any, str, Any]]:
    """
    Give the names of chains that have a date, with their bearers and places.
    """
    for bearer in bearers(catalogue):
        for number, name in enumerate(bearer.names):
            if name.since is not None:
                yield bearer, f"names[{number}]", name


def unique_ids(catalogue: Catalogue) -> Iterator[list[Step]]:
    for _, record in catalogue.stored():
        yield [(record.id, "id", f"{record.id}--")]


def unique_keys(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer in bearers(catalogue):
        yield [(bearer.id, "names[0].key", "end")]


def references_resolve(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer in bearers(catalogue):
        yield [(bearer.id, "names[0].act", "no-such-act")]


def chains_in_order(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, _ in dated(catalogue):
        yield [(bearer.id, f"{path}.until", HistoricalDate("0001"))]


def names_within_life(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, _ in dated(catalogue):
        yield [(bearer.id, "founded", Dated(value=LATE)), (bearer.id, f"{path}.note", None)]


def acts_before_names(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, name in dated(catalogue):
        if name.act is not None:
            yield [(bearer.id, f"{path}.note", None), (name.act, "date", LATE)]


def dates_are_cited(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, _ in dated(catalogue):
        yield [(bearer.id, f"{path}.citations", ())]


def honours_after_birth(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, _, name in dated(catalogue):
        for honour in name.honours:
            if honour.target in catalogue.people.ids():
                yield [(honour.target, "born", Dated(value=LATEST)), (bearer.id, "label", "A namesake")]


def coordinates_in_range(catalogue: Catalogue) -> Iterator[list[Step]]:
    for place in catalogue.places:
        if place.coordinates is not None:
            yield [(place.id, "coordinates.latitude", -90.001)]
            yield [(place.id, "coordinates.longitude", 180.001)]


def causes_before_events(catalogue: Catalogue) -> Iterator[list[Step]]:
    for event in catalogue.events:
        yield [(event.id, "causes", (event.id,))]
        for cause in event.causes:
            early = Dated(value=HistoricalDate("0001-01-01"))
            yield [(cause, "when", Dated(value=LATE)), (event.id, "when", early)]


def sources_cited_once(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, name in dated(catalogue):
        yield [(bearer.id, f"{path}.citations", (name.citations[-1],) * 2)]


def citations_support_fields(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, name in dated(catalogue):
        yield [(bearer.id, f"{path}.citations", (Citation(source=name.citations[0].source, supports=("label",)),))]


def disputes_are_readable(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer, path, name in dated(catalogue):
        for field, value, standing in (("since", "soon", "open"), ("text", "Stalino", "refuted")):
            dispute = Dispute(field=field, value=value, standing=standing, citations=name.citations[:1])  # type: ignore[arg-type]
            yield [(bearer.id, f"{path}.disputes", (dispute,))]


def forms_in_script(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer in bearers(catalogue):
        yield [(bearer.id, "names[0].forms", {"ru": ["Сталинo"]})]  # the last letter is a Latin one


def text_is_clean(catalogue: Catalogue) -> Iterator[list[Step]]:
    for _, record in catalogue.stored():
        field = next(field for field in ("label", "title", "statement") if hasattr(record, field))
        yield [(record.id, field, f"{getattr(record, field)} ")]


def countries_are_codes(catalogue: Catalogue) -> Iterator[list[Step]]:
    for bearer in bearers(catalogue):
        yield [(bearer.id, "country", "ua")]


def claims_accounted_for(catalogue: Catalogue) -> Iterator[list[Step]]:
    for claim in catalogue.claims:
        yield [(claim.id, "status", "unverified"), (claim.id, "note", None)]
        yield [(claim.id, "status", "contradicted"), (claim.id, "correction", None)]


BREACHES: dict[str, Breach] = {
    "unique-ids": unique_ids,
    "unique-keys": unique_keys,
    "references-resolve": references_resolve,
    "chains-in-order": chains_in_order,
    "names-within-life": names_within_life,
    "acts-before-names": acts_before_names,
    "dates-are-cited": dates_are_cited,
    "honours-after-birth": honours_after_birth,
    "coordinates-in-range": coordinates_in_range,
    "causes-before-events": causes_before_events,
    "sources-cited-once": sources_cited_once,
    "citations-support-fields": citations_support_fields,
    "disputes-are-readable": disputes_are_readable,
    "forms-in-script": forms_in_script,
    "text-is-clean": text_is_clean,
    "countries-are-codes": countries_are_codes,
    "claims-accounted-for": claims_accounted_for,
}
"""How each law can be broken, wherever a catalogue allows it."""


def uncaught(law: str, catalogue: Catalogue, breaches: Iterator[list[Step]]) -> list[list[Step]]:
    """
    Give the breaches after which a law finds nothing in the record that was changed first.
    """
    return [
        steps
        for steps in breaches
        if not any(
            finding.record in (steps[0][0], f"{steps[0][0]}--", steps[-1][0])
            for finding in LAWS[law](changed(catalogue, *steps))
        )
    ]


def test_every_law_can_be_broken(mini: Catalogue) -> None:
    """
    There is a way to break each law, and the small data set has a place for it.
    """
    assert list(LAWS) == list(BREACHES)
    assert [] == [law for law, breaches in BREACHES.items() if not any(breaches(mini))]


@pytest.mark.parametrize("law", LAWS)
def test_every_breach_of_the_small_data_set_is_caught(mini: Catalogue, law: str) -> None:
    """
    Wherever the small data set is made to break a law, the law says so.
    """
    assert [] == uncaught(law, mini, BREACHES[law](mini))


@pytest.mark.parametrize("law", LAWS)
def test_a_breach_of_the_shipped_data_is_caught(law: str) -> None:
    """
    The shipped data break no law until they are made to, in the first place that there is.
    """
    nothing: list[Finding] = []
    assert nothing == list(LAWS[law](bundled()))
    assert [] == uncaught(law, bundled(), iter([next(BREACHES[law](bundled()))]))


@settings(max_examples=10)
@given(catalogue=catalogues(least=1))
def test_every_breach_of_a_generated_catalogue_is_caught(catalogue: Catalogue) -> None:
    """
    Wherever a generated catalogue is made to break a law, the law says so.
    """
    assert {} == {
        law: missed for law, breaches in BREACHES.items() if (missed := uncaught(law, catalogue, breaches(catalogue)))
    }
