"""
The tables of changes and renamings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ...model.changes import Change, Renaming
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...dates import PeriodLike
    from ...vocabulary import InstitutionKind, PlaceKind

C = TypeVar("C", bound=Change)


class _Changes(Table[C], Generic[C]):
    """
    What the two tables of changes have in common.
    """

    __slots__ = ()

    def where(
        self,
        *,
        bearer: str | None = None,
        old: str | None = None,
        new: str | None = None,
        removes: str | None = None,
        gives: str | None = None,
        country: str | None = None,
        kind: PlaceKind | InstitutionKind | None = None,
        during: PeriodLike | None = None,
        certainly: bool = False,
        event: str | None = None,
        act: str | None = None,
    ) -> Self:
        """
        Keep the changes that meet all criteria.

        Args:
            bearer: the id of the place or institution.
            old: a spelling of the name given up, in any language.
            new: a spelling of the name taken, in any language.
            removes: the id of somebody whom the old name honours and the new one does not.
            gives: the id of somebody whom the new name honours and the old one does not.
            country: the country of today, ISO 3166-1 alpha-2.
            kind: the place kind or institution kind of the bearer.
            during: a date or interval in which they may have happened.
            certainly: whether they must lie in it for certain.
            event: the id of the event that they belong to.
            act: the id of the act.

        Raises:
            UnknownTerm: there is no such kind, or the country is no code.
            UnknownId: no record bears an id.
            InvalidDate: the period is none.

        >>> import destalinization as ds
        >>> print(*ds.renamings.where(removes="joseph-stalin", old="Сталинград"))
        Stalingrad → Volgograd (1961-11-10)
        """
        from ...vocabulary import INSTITUTION_KINDS, PLACE_KINDS
        from .. import criteria as c

        own = self._catalogue
        kind_of = c.is_term("kind", kind, "kind of bearer", (*PLACE_KINDS, *INSTITUTION_KINDS))
        country_of = c.is_text("country", c.country(country))
        return self._keep(
            c.refers("bearer", c.known(own, bearer)),
            c.called("old", old),
            c.called("new", new),
            c.refers("removes", c.known(own, removes)),
            c.refers("gives", c.known(own, gives)),
            kind_of and (lambda change: kind_of(own.bearer(change.bearer))),
            country_of and (lambda change: country_of(own.bearer(change.bearer))),
            c.during(lambda change: change.date, during, certainly=certainly),
            c.refers("event", c.known(own, event)),
            c.refers("act", c.known(own, act)),
        )


class ChangeTable(_Changes[Change]):
    """
    Changes: namings, renamings and ends.
    """

    __slots__ = ()
    name = "changes"


class RenamingTable(_Changes[Renaming]):
    """
    Renamings: changes with an old and a new name.
    """

    __slots__ = ()
    name = "renamings"
