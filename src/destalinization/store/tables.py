"""
The tables, one class a family, so that `where` is typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .table import Table

if TYPE_CHECKING:
    from typing import Self

    from ..dates import PeriodLike
    from ..model.changes import Change, Renaming
    from ..model.claims import Claim
    from ..model.events import Act, Event
    from ..model.institutions import Institution
    from ..model.people import Person, Topic
    from ..model.places import Place
    from ..model.source import Source
    from ..vocabulary import ActKind, ClaimStatus, EventKind, InstitutionKind, PlaceKind, SourceKind, TopicKind

    C = TypeVar("C", bound=Change)
else:
    Place = Institution = Person = Topic = Event = Act = Claim = Source = Change = Renaming = object
    C = TypeVar("C")


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
        from ..vocabulary import PLACE_KINDS
        from . import criteria as c

        return self._keep(
            c.is_term("kind", kind, "place kind", PLACE_KINDS),
            c.is_text("country", c.country(country)),
            c.refers("within", c.known(self._catalogue, within)),
            c.honours(c.known(self._catalogue, honours)),
        )


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
        from ..vocabulary import INSTITUTION_KINDS
        from . import criteria as c

        return self._keep(
            c.is_term("kind", kind, "institution kind", INSTITUTION_KINDS),
            c.is_text("country", c.country(country)),
            c.honours(c.known(self._catalogue, honours)),
        )


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
        from . import criteria as c

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
        from ..vocabulary import TOPIC_KINDS
        from . import criteria as c

        return self._keep(c.is_term("kind", kind, "topic kind", TOPIC_KINDS))


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
        from ..vocabulary import EVENT_KINDS
        from . import criteria as c

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
        from ..vocabulary import ACT_KINDS
        from . import criteria as c

        return self._keep(
            c.is_term("kind", kind, "act kind", ACT_KINDS),
            c.refers("issuer", c.known(self._catalogue, issuer)),
            c.during(lambda act: act.date, during, certainly=certainly),
        )


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
        from ..vocabulary import CLAIM_STATUSES
        from . import criteria as c

        return self._keep(
            c.is_term("status", status, "claim status", CLAIM_STATUSES),
            c.is_text("section", section),
            c.refers("subjects", c.known(self._catalogue, subject)),
        )


class SourceTable(Table[Source]):
    """
    Sources.
    """

    __slots__ = ()
    name = "sources"

    def where(self, *, kind: SourceKind | None = None, language: str | None = None) -> Self:
        """
        Keep the sources that meet all criteria.

        Args:
            kind: the source kind.
            language: the BCP 47 tag of their language.

        Raises:
            UnknownTerm: there is no such kind.

        >>> import destalinization as ds
        >>> "geonames" in ds.sources.where(kind="gazetteer")
        True

        """
        from ..vocabulary import SOURCE_KINDS
        from . import criteria as c

        return self._keep(c.is_term("kind", kind, "source kind", SOURCE_KINDS), c.is_text("language", language))


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
        from ..vocabulary import INSTITUTION_KINDS, PLACE_KINDS
        from . import criteria as c

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
