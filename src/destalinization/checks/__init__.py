"""
The laws of the data: each is a function that finds what breaks it.

A law takes a catalogue and gives findings; none of them raises, so that all that is wrong is found at once.
What JSON could not even be read as is found earlier, by `codec`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..errors import Finding
from ..store.catalogue import Catalogue
from ..store.references import dangling
from .chains import (
    acts_before_names,
    chains_in_order,
    countries_are_codes,
    honours_after_birth,
    names_within_life,
    unique_keys,
)
from .spelling import forms_in_script, text_is_clean
from .statements import (
    causes_before_events,
    citations_support_fields,
    claims_accounted_for,
    coordinates_in_range,
    dates_are_cited,
    disputes_are_readable,
    sources_cited_once,
    unique_ids,
)

Law = Callable[[Catalogue], Iterator[Finding]]

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
    "disputes-are-readable": disputes_are_readable,
    "forms-in-script": forms_in_script,
    "text-is-clean": text_is_clean,
    "countries-are-codes": countries_are_codes,
    "claims-accounted-for": claims_accounted_for,
}
"""All laws by name."""


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
