"""
The table of claims.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.claims import Claim
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...vocabulary import ClaimStatus


class ClaimTable(Table[Claim]):
    """
    Claims of the article.
    """

    __slots__ = ()
    name = "claims"

    def where(
        self, *, status: ClaimStatus | None = None, section: str | None = None, subject: str | None = None
    ) -> Self:
        """
        Keep the claims that meet all criteria.

        Args:
            status: what became of them.
            section: the section of the article.
            subject: the id of a record that they speak of.

        Raises:
            UnknownTerm: there is no such status.
            UnknownId: no record bears an id.

        >>> import destalinization as ds
        >>> {claim.status for claim in ds.claims.where(status="contradicted")}
        {'contradicted'}
        """
        from ...vocabulary import CLAIM_STATUSES
        from .. import criteria as c

        return self._keep(
            c.is_term("status", status, "claim status", CLAIM_STATUSES),
            c.is_text("section", section),
            c.refers("subjects", c.known(self._catalogue, subject)),
        )
