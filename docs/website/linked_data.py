"""
What search engines read: the data set and each bearer in the terms of https://schema.org, as JSON-LD.
"""

from __future__ import annotations

import json
from typing import Any

from destalinization import Catalogue, Place
from destalinization.document import BASE
from destalinization.exporters import dataset
from destalinization.model.changes import Bearer

from .markup import Markup

THINGS = ("prize", "ship", "vehicle-type", "railway", "metro", "website")
"""The kinds of institutions that are no organisations."""

SAME = {"geonames": "https://sws.geonames.org/{}/", "wikidata": "http://www.wikidata.org/entity/{}"}
"""The addresses by which authorities call the things that their identifiers stand for."""


def of_bearer(bearer: Bearer, catalogue: Catalogue) -> dict[str, Any]:
    """
    Describe a bearer, with all its names (https://schema.org/Place).

    Args:
        bearer: the place or institution.
        catalogue: where the place around it is looked up.
    """
    place = isinstance(bearer, Place)
    today = bearer.names[-1].text if bearer.names and bearer.current else bearer.label
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Place" if place else "Thing" if bearer.kind in THINGS else "Organization",
        "@id": f"{BASE}{bearer.id}",
        "identifier": bearer.id,
        "name": today,
        "alternateName": [other for other in spellings(bearer) if other != today],
    }
    if bearer.summary:
        said["description"] = bearer.summary
    if isinstance(bearer, Place):
        said |= _position(bearer, catalogue)
    same = [SAME[authority].format(id) for authority, id in bearer.links.items() if authority in SAME]
    return said | ({"sameAs": same} if same else {})


def _position(place: Place, catalogue: Catalogue) -> dict[str, Any]:
    """
    Say where a place is.
    """
    said: dict[str, Any] = {}
    if place.coordinates and place.coordinates.basis == "object":
        at = place.coordinates
        said["geo"] = {"@type": "GeoCoordinates", "latitude": at.latitude, "longitude": at.longitude}
    if place.within:
        around = catalogue.places[place.within]
        said["containedInPlace"] = {"@type": "Place", "@id": f"{BASE}{around.id}", "name": around.label}
    elif place.country:
        said["containedInPlace"] = {"@type": "Country", "identifier": place.country}
    return said


def spellings(bearer: Bearer) -> list[str]:
    """
    Give every spelling of every name of a bearer, once.

    Args:
        bearer: the place or institution.
    """
    names = (*bearer.names, *(side.name for side in bearer.also))
    return list(
        dict.fromkeys(s for name in names for s in (name.text, *(f for own in name.forms.values() for f in own)))
    )


def of_dataset(catalogue: Catalogue, licence: str = "https://creativecommons.org/licenses/by/4.0/") -> dict[str, Any]:
    """
    Describe the data set (https://schema.org/Dataset).

    Args:
        catalogue: the data.
        licence: the address of the licence of the data.
    """
    release = catalogue.release
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": BASE,
        "name": dataset.TITLE,
        "description": dataset.DESCRIPTION,
        "license": licence,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": dataset.PUBLISHER},
        "keywords": ["de-Stalinization", "toponyms", "gazetteer", "place names", "Soviet Union"],
        "temporalCoverage": "1917/..",
        "variableMeasured": ["name", "period of a name", "renaming", "act", "source"],
    }
    return said | ({"version": release.version, "datePublished": str(release.date)} if release else {})


def script(said: dict[str, Any]) -> Markup:
    """
    Put a description into a page, so that nothing in it can end the element.

    Args:
        said: the description.
    """
    shown = json.dumps(said, ensure_ascii=True).replace("<", r"\u003c").replace("`", r"\u0060")
    return Markup(f'<script type="application/ld+json">{shown}</script>')
