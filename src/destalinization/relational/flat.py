"""
Tables without nesting that stand alone: names in their time and renamings, each with its bearer beside it.

What the normalised tables spread over many rows is put together here; so these are not part of `TABLES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model.changes import Renaming
from ..model.places import Place
from .bearers import IN_TIME
from .definition import Row, Value, table
from .values import bearers, bounds, dates, edtf, held, names_of

if TYPE_CHECKING:
    from ..document import Part
    from ..model.changes import Bearer
    from ..model.provenance import Citation, Dispute


def _bearer(bearer: Bearer) -> Row:
    """
    Give what a bearer is and where.
    """
    position = bearer.coordinates if isinstance(bearer, Place) else None
    latitude, longitude = (position.latitude, position.longitude) if position else (None, None)
    links = bearer.links
    return (
        bearer.id, bearer.label, bearer.kind, bearer.country, latitude, longitude, links.get("geonames"),
        links.get("wikidata"),
    )  # fmt: skip


def _named(part: Part) -> Iterator[Row]:
    """
    Give a row for each name, with its bearer.
    """
    for bearer in bearers(part.catalogue):
        about = _bearer(bearer)
        for own in names_of(bearer):
            name, period, days = own.name, bearer.period(own.name), held(bearer, own)
            yield (
                own.id,
                name.text,
                _joined(f"{tag}: {form}" for tag, forms in name.forms.items() for form in forms),
                own.use,
                edtf(name.since),
                edtf(period.before),
                *bounds(period),
                *days[:4],
                period.ongoing,
                *about,
                _ids(honour.target for honour in name.honours),
                name.act,
                name.event,
                _sources(name.citations),
                _disputes(name.disputes),
                name.note,
            )


def _renamings(part: Part) -> Iterator[Row]:
    """
    Give a row for each renaming, with its bearer.
    """
    for change in part.changes:
        if isinstance(change, Renaming):
            yield (
                change.id,
                *dates(change.date),
                change.old.text,
                change.new.text,
                *_bearer(part.catalogue.bearer(change.bearer)),
                _ids(change.removes),
                _ids(change.gives),
                change.act,
                change.event,
                _sources(change.citations),
                _disputes(change.disputes),
            )


def _sources(citations: Iterable[Citation]) -> Value:
    """
    Give the ids of the sources of citations.
    """
    return _ids(citation.source for citation in citations)


def _disputes(disputes: Iterable[Dispute]) -> Value:
    """
    Write disputes as one text.
    """
    return _joined(
        f"{dispute.field}: {dispute.value} ({dispute.standing}: {_sources(dispute.citations)})" for dispute in disputes
    )


def _ids(found: Iterable[str]) -> Value:
    """
    Join ids, each once, or give None where there is none.
    """
    return " ".join(dict.fromkeys(found)) or None


def _joined(texts: Iterable[str]) -> Value:
    """
    Join texts, or give None where there is none.
    """
    return "; ".join(texts) or None


_ABOUT = """
    bearer id! the place or institution
    label text! its name for people, disambiguated
    kind text! its kind, such as city or prize
    country text its country of today, ISO 3166-1 alpha-2
    latitude number its latitude in degrees, WGS 84
    longitude number its longitude in degrees, WGS 84
    geonames text the bearer in GeoNames
    wikidata text the bearer in Wikidata
"""
NAMES_IN_TIME = table(
    "names",
    "a name of a place or an institution in its time",
    "id",
    _named,
    f"""
    id id! the bearer and the key of the name
    name text! the name in Latin script
    forms list its spellings, each with its BCP 47 tag before it
    use text how a name beside the chain was used, such as unofficial; empty for names of the chain
    {IN_TIME}
    today boolean! whether it is in use today
    {_ABOUT.strip()}
    honours ids whom or what the name honours
    act id the act that gave it
    event id the event that it belongs to
    sources ids the sources of the name
    disputes list what other sources say of it
    note text what a reader should know about it
    """,
)
RENAMINGS = table(
    "renamings",
    "a renaming of a place or an institution",
    "id",
    _renamings,
    f"""
    id id! the bearer and the key of the new name
    date edtf the first day of the new name
    earliest date the first day that this can mean
    latest date the last day that this can mean
    old text! the old name in Latin script
    new text! the new name in Latin script
    {_ABOUT.strip()}
    removes ids whom or what the old name honoured and the new one does not
    gives ids whom or what the new name honours and the old one did not
    act id the act that gave the new name
    event id the event that the renaming belongs to
    sources ids the sources of the renaming
    disputes list what other sources say of it
    """,
)
