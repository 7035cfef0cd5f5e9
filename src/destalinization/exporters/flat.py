"""
What formats without nesting have in common: names, periods and disputes as plain values.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..model.places import Place
from ..relational import values

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from ..model.provenance import Citation, Dispute
    from ..model.record import Record

BEARER = """\
bearer id the place or institution
label text its name for people, disambiguated
kind text its kind
country text its country of today, ISO 3166-1 alpha-2"""
"""The columns that say what a bearer is."""

PLACED = f"""\
{BEARER}
latitude number its latitude in degrees, WGS 84
longitude number its longitude in degrees, WGS 84
geonames text the bearer in GeoNames
wikidata text the bearer in Wikidata"""
"""The columns that say what a bearer is and where."""

USED = """\
today boolean whether the name is in use today
use text how a name beside the chain was used, such as unofficial; empty for names of the chain
honours ids whom or what the name honours
act id the act that gave the name
event id the event that the naming belongs to
basis text what the position is of: the object, the containing settlement, or approximate
geonames text the bearer in GeoNames
wikidata text the bearer in Wikidata
sources ids the sources of the name"""
"""The columns about a name in its time that formats of features have in common."""

_LOCAL = {
    "AL": "sq", "AM": "hy", "AT": "de", "AZ": "az", "BG": "bg", "BY": "be", "CN": "zh", "CZ": "cs", "DE": "de",
    "EE": "et", "GE": "ka", "HU": "hu", "KG": "ky", "KZ": "kk", "LT": "lt", "LV": "lv", "MD": "ro", "MN": "mn",
    "PL": "pl", "RO": "ro", "RU": "ru", "SK": "sk", "TJ": "tg", "TM": "tk", "UA": "uk", "UZ": "uz",
}  # fmt: skip
"""The language of a country of today in which a local form is given."""


def local(name: Name, bearer: Bearer) -> str:
    """
    Give a name in the language of the bearer's country, or an empty text where the data have none.

    Args:
        name: the name.
        bearer: whose name it is.
    """
    return native(name, _LOCAL.get(bearer.country or "", ""))


def native(name: Name, language: str) -> str:
    """
    Give a name in a language, or an empty text where the data have none.

    Args:
        name: the name.
        language: the language's tag.
    """
    return next(iter(name.forms.get(language, ())), "")


def forms(name: Name) -> Iterator[tuple[str, str]]:
    """
    Give all forms of a name, each with its BCP 47 tag: the text in English, then the others, no pair twice.

    Args:
        name: the name.
    """
    given = ((tag, form) for tag, spellings in name.forms.items() for form in spellings)
    yield from dict.fromkeys([("en", name.text), *given])


def line(text: str) -> str:
    r"""
    Give a text on one line, for fields that cannot hold several.

    Args:
        text: the text.

    >>> line("Stalin\n  Street")
    'Stalin Street'
    """
    return " ".join(text.split())


def title(record: Record) -> str:
    """
    Give what a record is called: its label, title or statement.

    Args:
        record: a record of any stored table.
    """
    names = (getattr(record, field, None) for field in ("label", "title", "statement"))
    return str(next(name for name in names if name is not None))


def bounds(period: Period) -> tuple[str, str]:
    """
    Give the first day of a period at the earliest and its last at the latest, in ISO 8601; empty where unknown or to
    come. A closed interval ends on the day before the next name began.

    Args:
        period: the period, half-open.
    """
    start, _, _, end = values.bounds(period)
    return str(start or ""), str(end or "")


def position(bearer: Bearer) -> tuple[float, float] | None:
    """
    Give the longitude and latitude of a bearer, or None where the data have none.

    Args:
        bearer: a place or an institution; an institution has none of its own.
    """
    if isinstance(bearer, Place) and bearer.coordinates is not None:
        return bearer.coordinates.longitude, bearer.coordinates.latitude
    return None


def about(bearer: Bearer) -> tuple[object, ...]:
    """
    Give what a bearer is and where: its id, label, kind, country, latitude, longitude, and ids elsewhere.

    Args:
        bearer: the place or institution.
    """
    longitude, latitude = position(bearer) or ("", "")
    links = bearer.links
    return (
        bearer.id, bearer.label, bearer.kind, bearer.country or "", latitude, longitude, links.get("geonames", ""),
        links.get("wikidata", ""),
    )  # fmt: skip


def sources(citations: Iterable[Citation]) -> str:
    """
    Give the ids of the sources of citations, each once.

    Args:
        citations: the citations.
    """
    return " ".join(dict.fromkeys(citation.source for citation in citations))


def disputes(found: Iterable[Dispute]) -> str:
    """
    Write disputes as one text.

    Args:
        found: the disputes.
    """
    return "; ".join(
        f"{dispute.field}: {dispute.value} ({dispute.standing}: {sources(dispute.citations)})" for dispute in found
    )


def row(values: Iterable[object]) -> str:
    """
    Write one row of CSV.

    Args:
        values: the cells.
    """
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()
