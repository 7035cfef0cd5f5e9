"""
Linked Places TSV 0.5: a row a name in its time.

The rules: https://github.com/LinkedPasts/linked-places-format/blob/main/tsv_0.5.md.

A row of that format has one time, so a place with several names takes several rows, ``<place>/<name>``; `lp_tsv_places`
has one row a place. What a reader must know:

- Fields are not quoted. So tabs and line ends become spaces, a straight quotation mark becomes a typographic one, and
  in fields of several values, which semicolons divide, a semicolon becomes a comma; sources stand with " | " between.
- A start alone means "from" there, whether the name is in use or its end unknown.
- A row needs a start or the year of a source. Where there is no start, the year is that of the newest source, or of its
  last being seen, or else of the data's release.
- Institutions are left out: they have no feature class of GeoNames, and no row may be without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..columns import columns
from ..document import BASE
from ..vocabulary import FEATURE_CLASSES
from . import flat, spans
from .linked_places import AAT, PREFIXES
from .registry import Format
from .selection import places

if TYPE_CHECKING:
    from ..model.places import Place
    from ..model.provenance import Citation, Dispute
    from ..store.catalogue import Catalogue
    from .spans import Held

LACKS = (
    "institutions, which have no feature class of GeoNames",
    "unknown ends apart from open ones, and the qualifiers of dates",
    "honours, acts, events and relations other than the place that a place lies in",
    "notes, locators and what a citation supports",
    "people, topics, events, acts, claims and sources as records",
)

COLUMNS = """
    title_source text the sources of the names, written out, with " | " between
    title_uri text address of the first source that has one
    fclasses text GeoNames feature class of the kind
    aat_types text the kind in the Art and Architecture Thesaurus, where it has a number
    attestation_year text year of the newest source
    start date when it began, ISO 8601 with reduced precision; the first day where that is coarser than a year
    end date when it ended, likewise; the last day
    ccodes text country of today, ISO 3166-1 alpha-2
    matches list ids in GeoNames and Wikidata, with the prefixes of the format
    variants list further forms, each with @ and its BCP 47 tag
    types text the kind of place
    parent_name text the place in which it lies today
    parent_id text the address of that place
    lon number longitude in degrees, WGS 84
    lat number latitude in degrees, WGS 84
    geo_source text the source of the position
    geo_id text the address of that source
    description text what the place is, and what other sources say of the name
"""

FORMAT = Format(
    name="lp-tsv",
    title="Linked Places TSV: a row for each name of a place in its time",
    extension=".tsv",
    carries=(
        "every name of every place in all its forms with their BCP 47 tags, with its first and last day",
        "the sources of each name, written out",
        "disputes of names, in the description",
        "position, country, feature class, ids in GeoNames and Wikidata, and the place that a place lies in",
    ),
    lacks=LACKS,
    columns=columns("", "id id the place and the key of the name\ntitle text the name in Latin script" + COLUMNS),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every name of every place as a row.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where sources and other places are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield row(column.name for column in FORMAT.columns)
    for place in places(thing, catalogue):
        for item in spans.held(place):
            yield row(_cells(place, item, catalogue))


def row(cells: Iterable[object]) -> str:
    """
    Write a row; no cell holds a tab, a line end or a straight quotation mark.

    Args:
        cells: the cells.
    """
    return "\t".join(flat.line(str(cell)).replace('"', "”") for cell in cells) + "\n"


def several(values: Iterable[str]) -> str:
    """
    Write several values in one cell; a semicolon within a value becomes a comma.

    Args:
        values: the values.
    """
    return ";".join(value.replace(";", ",") for value in values)


def evidence(found: Iterable[Citation], catalogue: Catalogue) -> tuple[str, str, str]:
    """
    Give sources written out, the first address among them, and the year of the newest.

    Args:
        found: the citations.
        catalogue: where the sources are looked up.
    """
    known = [catalogue.sources[id] for id in dict.fromkeys(citation.source for citation in found)]
    published = [source.date.latest.year for source in known if source.date]
    seen = [source.accessed.latest.year for source in known if source.accessed]
    released = [catalogue.release.date.latest.year] if catalogue.release else []
    label = " | ".join(str(source).replace("|", "/") for source in known) or "destalinization"
    address = next((source.url for source in known if source.url), "")
    return label, address, next((str(max(years)) for years in (published, seen, released) if years), "")


def classes(place: Place) -> tuple[str, str]:
    """
    Give the feature class of a place, and its number in the Art and Architecture Thesaurus or an empty text.

    Args:
        place: the place.
    """
    return FEATURE_CLASSES[place.kind], AAT.get(place.kind, "")


def matches(place: Place) -> str:
    """
    Give the ids of a place elsewhere.

    Args:
        place: the place.
    """
    return several(f"{PREFIXES[key]}:{quote(id)}" for key, id in place.links.items() if key in PREFIXES)


def setting(place: Place, catalogue: Catalogue) -> tuple[object, ...]:
    """
    Give where a place is: the place that it lies in, its position, and whose position that is.

    Args:
        place: the place.
        catalogue: where sources and other places are looked up.
    """
    parent = (catalogue.places[place.within].label, BASE + place.within) if place.within else ("", "")
    if place.coordinates is None:
        return *parent, "", "", "", ""
    source = catalogue.sources[place.coordinates.citation.source]
    return *parent, place.coordinates.longitude, place.coordinates.latitude, str(source), source.url or ""


def described(place: Place, disputes: Iterable[Dispute]) -> str:
    """
    Say what a place is, and what is in dispute.

    Args:
        place: the place.
        disputes: the disputes.
    """
    told = flat.disputes(disputes)
    return " ".join(part for part in (place.summary, f"Disputed: {told}." if told else "") if part)


def _cells(place: Place, item: Held, catalogue: Catalogue) -> tuple[object, ...]:
    """
    Give the cells of a name.
    """
    name, period = item.name, item.period
    label, address, year = evidence(name.citations, catalogue)
    end = spans.last(period)
    return (
        f"{place.id}/{name.key}", name.text, label, address, *classes(place), year,
        spans.first_or_only(period.since) if period.since else "", spans.last_or_only(end) if end else "",
        place.country or "", matches(place), several(f"{form}@{tag}" for tag, form in list(flat.forms(name))[1:]),
        place.kind, *setting(place, catalogue), described(place, name.disputes),
    )  # fmt: skip
