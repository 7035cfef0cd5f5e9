"""
Places: bearers of names with a fixed position on the ground.
"""

from __future__ import annotations

from attr import field, frozen

from ..vocabulary import CoordinateBasis, PlaceKind
from .chain import Chain
from .converters import links
from .frozenmap import FrozenMap
from .names import Name, SideName, names, side_names
from .provenance import Citation, Dated, Dispute, citations, disputes
from .record import Record
from .relations import Ending, Relation, relations


@frozen(kw_only=True, repr=False, eq=False)
class Coordinates(Record):
    """
    A position in WGS 84.

    Attributes:
        latitude: degrees north.
        longitude: degrees east.
        basis: whether it is the object's own, its settlement's, or approximate.
        citation: who says so.
    """

    latitude: float
    longitude: float
    basis: CoordinateBasis
    citation: Citation


@frozen(kw_only=True, repr=False, eq=False)
class Place(Chain):
    """
    A place and its names.

    Attributes:
        id: a slug, unique in the data set.
        label: the name for people, disambiguated; it is never searched.
        kind: a place kind of the vocabulary.
        country: ISO 3166-1 alpha-2 of the country in which it lies today; None where there is none.
        admin1: the first-level division in which it lies today.
        within: the id of the place in which it lies today.
        coordinates: its position.
        founded: when it was founded or first stood.
        ending: its end, if it has one.
        current: whether its last name is in use today; None where nobody knows.
        names: the chain of names, first to last.
        also: names beside the chain.
        relations: ties to other records.
        links: identifiers elsewhere, by the name of their authority.
        summary: what it is, in our own words.
        citations: who says so.
        disputes: who says otherwise.

    >>> import destalinization as ds
    >>> dushanbe = ds.places["dushanbe"]
    >>> print(dushanbe.name("stalinabad"), dushanbe.country)
    Stalinabad TJ
    """

    id: str
    label: str
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None
    within: str | None = None
    coordinates: Coordinates | None = None
    founded: Dated | None = None
    ending: Ending | None = None
    current: bool | None = None
    names: tuple[Name, ...] = field(converter=names)
    also: tuple[SideName, ...] = field(default=(), converter=side_names)
    relations: tuple[Relation, ...] = field(default=(), converter=relations)
    links: FrozenMap[str, str] = field(default=FrozenMap(), converter=links)
    summary: str | None = None
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = field(default=(), converter=disputes)

    __str__ = Chain.__str__
