"""
The table of institutions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.institutions import Institution
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...vocabulary import InstitutionKind


class InstitutionTable(Table[Institution]):
    """
    Institutions.
    """

    __slots__ = ()
    name = "institutions"

    def where(
        self, *, kind: InstitutionKind | None = None, country: str | None = None, honours: str | None = None
    ) -> Self:
        """
        Keep the institutions that meet all criteria.

        Args:
            kind: the institution kind.
            country: the country of today, ISO 3166-1 alpha-2.
            honours: the id of a record that any of their names honours.

        Raises:
            UnknownTerm: there is no such kind, or the country is no code.
            UnknownId: no record bears an id.

        >>> import destalinization as ds
        >>> "stalin-prize" in ds.institutions.where(kind="prize", honours="joseph-stalin")
        True
        """
        from ...vocabulary import INSTITUTION_KINDS
        from .. import criteria as c

        return self._keep(
            c.is_term("kind", kind, "institution kind", INSTITUTION_KINDS),
            c.is_text("country", c.country(country)),
            c.honours(c.known(self._catalogue, honours)),
        )
