"""
The tables of events and acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.events import Act, Event
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...dates import PeriodLike
    from ...vocabulary import ActKind, EventKind


class EventTable(Table[Event]):
    """
    Events.
    """

    __slots__ = ()
    name = "events"

    def where(
        self,
        *,
        kind: EventKind | None = None,
        during: PeriodLike | None = None,
        certainly: bool = False,
        place: str | None = None,
        participant: str | None = None,
        cause: str | None = None,
    ) -> Self:
        """
        Keep the events that meet all criteria.

        Args:
            kind: the event kind.
            during: a date or interval in which they may have happened.
            certainly: whether they must lie in it for certain.
            place: the id of the place where they happened.
            participant: the id of somebody who took part.
            cause: the id of an event that brought them about.

        Raises:
            UnknownTerm: there is no such kind.
            UnknownId: no record bears an id.
            InvalidDate: the period is none.

        >>> import destalinization as ds
        >>> "twenty-second-congress" in ds.events.where(kind="congress", during="1961-10")
        True
        """
        from ...vocabulary import EVENT_KINDS
        from .. import criteria as c

        return self._keep(
            c.is_term("kind", kind, "event kind", EVENT_KINDS),
            c.during(lambda event: event.when.value, during, certainly=certainly),
            c.refers("place", c.known(self._catalogue, place)),
            c.refers("participants", c.known(self._catalogue, participant)),
            c.refers("causes", c.known(self._catalogue, cause)),
        )


class ActTable(Table[Act]):
    """
    Acts.
    """

    __slots__ = ()
    name = "acts"

    def where(
        self,
        *,
        kind: ActKind | None = None,
        issuer: str | None = None,
        during: PeriodLike | None = None,
        certainly: bool = False,
    ) -> Self:
        """
        Keep the acts that meet all criteria.

        Args:
            kind: the act kind.
            issuer: the id of the institution that issued them.
            during: a date or interval in which they may have been issued.
            certainly: whether they must lie in it for certain.

        Raises:
            UnknownTerm: there is no such kind.
            UnknownId: no record bears an id.
            InvalidDate: the period is none.

        >>> import destalinization as ds
        >>> [act.id for act in ds.acts.where(during="1957-09-11")]
        ['ussr-1957-09-11']
        """
        from ...vocabulary import ACT_KINDS
        from .. import criteria as c

        return self._keep(
            c.is_term("kind", kind, "act kind", ACT_KINDS),
            c.refers("issuer", c.known(self._catalogue, issuer)),
            c.during(lambda act: act.date, during, certainly=certainly),
        )
