"""
Institutions: bearers of names without a fixed position on the ground.
"""

from __future__ import annotations

from attrs import field, frozen

from ..vocabulary import InstitutionKind
from .chain import Chain
from .converters import links
from .frozenmap import FrozenMap
from .names import Name, SideName, names, side_names
from .provenance import Citation, Dated, Dispute, citations, disputes
from .relations import Ending, Relation, relations


@frozen(kw_only=True, repr=False, eq=False)
class Institution(Chain):
    """
    A party, agency, prize, network, ship or the like, and its names.

    Attributes:
        id: a slug, unique in the data set.
        label: the name for people, disambiguated; it is never searched.
        kind: an institution kind of the vocabulary.
        country: ISO 3166-1 alpha-2 of the country to which it belongs today; None where there is none.
        within: the id of the institution or place to which it belongs today.
        seat: the id of the place where it has its seat.
        founded: when it was founded.
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
    >>> ds.institutions["stalin-prize"].kind
    'prize'
    """

    id: str
    label: str
    kind: InstitutionKind
    country: str | None = None
    within: str | None = None
    seat: str | None = None
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
