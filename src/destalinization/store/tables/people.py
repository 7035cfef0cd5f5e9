"""
The tables of people and topics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.people import Person, Topic
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...vocabulary import TopicKind


class PersonTable(Table[Person]):
    """
    People.
    """

    __slots__ = ()
    name = "people"

    def where(self, *, office: str | None = None, member_of: str | None = None) -> Self:
        """
        Keep the people that meet all criteria.

        Args:
            office: the id of an office that they held.
            member_of: the id of a body that they belonged to.

        Raises:
            UnknownId: no record bears an id.

        >>> import destalinization as ds
        >>> "nikita-khrushchev" in ds.people.where(office="first-secretary-of-the-cpsu")
        True
        """
        from .. import criteria as c

        return self._keep(
            c.related("held-office", c.known(self._catalogue, office)),
            c.related("member-of", c.known(self._catalogue, member_of)),
        )


class TopicTable(Table[Topic]):
    """
    Topics.
    """

    __slots__ = ()
    name = "topics"

    def where(self, *, kind: TopicKind | None = None) -> Self:
        """
        Keep the topics of a kind.

        Args:
            kind: the topic kind.

        Raises:
            UnknownTerm: there is no such kind.

        >>> import destalinization as ds
        >>> "first-secretary-of-the-cpsu" in ds.topics.where(kind="office")
        True
        """
        from ...vocabulary import TOPIC_KINDS
        from .. import criteria as c

        return self._keep(c.is_term("kind", kind, "topic kind", TOPIC_KINDS))
