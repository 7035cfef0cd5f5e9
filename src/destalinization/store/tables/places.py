"""
The table of places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.places import Place
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...vocabulary import PlaceKind


class PlaceTable(Table[Place]):
    """
    Places.
    """

    __slots__ = ()
    name = "places"

    def where(
        self,
        *,
        kind: PlaceKind | None = None,
        country: str | None = None,
        within: str | None = None,
        honours: str | None = None,
    ) -> Self:
        """
        Keep the places that meet all criteria.

        Args:
            kind: the place kind.
            country: the country of today, ISO 3166-1 alpha-2.
            within: the id of the place in which they lie.
            honours: the id of a person, institution, topic, event or place that any of their names honours.

        Raises:
            UnknownTerm: there is no such kind, or the country is no code.
            UnknownId: no record bears an id.

        >>> import destalinization as ds
        >>> [place.label for place in ds.places.where(kind="city", country="TJ", honours="joseph-stalin")]
        ['Dushanbe']
        """
        from ...vocabulary import PLACE_KINDS
        from .. import criteria as c

        return self._keep(
            c.is_term("kind", kind, "place kind", PLACE_KINDS),
            c.is_text("country", c.country(country)),
            c.refers("within", c.known(self._catalogue, within)),
            c.honours(c.known(self._catalogue, honours)),
        )
