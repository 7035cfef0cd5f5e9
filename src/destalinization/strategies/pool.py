"""
What generated records may refer to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen, validators

from ..dates import HistoricalDate, Interval
from ..model.converters import texts
from ..model.frozenmap import FrozenMap
from ..store.catalogue import Catalogue


@frozen(kw_only=True)
class Pool:
    """
    The ids that generated records may refer to, by table.

    Attributes:
        sources: the ids of sources; there must be one, since what is dated is cited.
        places: the ids of places.
        institutions: the ids of institutions.
        people: the ids of people.
        topics: the ids of topics.
        events: the ids of events.
        acts: the ids of acts.
        claims: the ids of claims.
        changes: the ids of changes.
        begins: the birth of a person, the day of an act, the start of an event, by id; nothing that is certainly
            earlier refers to them. An id that is not here may be referred to at any time.

    >>> Pool(people=["joseph-stalin"]).people
    ('joseph-stalin',)
    """

    sources: tuple[str, ...] = field(default=("a-source",), converter=texts, validator=validators.min_len(1))
    places: tuple[str, ...] = field(default=("a-place",), converter=texts)
    institutions: tuple[str, ...] = field(default=("an-institution",), converter=texts)
    people: tuple[str, ...] = field(default=("a-person",), converter=texts)
    topics: tuple[str, ...] = field(default=("a-topic",), converter=texts)
    events: tuple[str, ...] = field(default=("an-event",), converter=texts)
    acts: tuple[str, ...] = field(default=("an-act",), converter=texts)
    claims: tuple[str, ...] = field(default=(), converter=texts)
    changes: tuple[str, ...] = field(default=(), converter=texts)
    begins: Mapping[str, HistoricalDate | Interval] = field(factory=FrozenMap)

    @classmethod
    def of(cls, catalogue: Catalogue) -> Pool:
        """
        Give a pool of everything in a catalogue.

        Args:
            catalogue: the catalogue; it must have a source.

        >>> import destalinization as ds
        >>> "joseph-stalin" in Pool.of(ds.catalogue()).people
        True
        """
        stored = (record for _, record in catalogue.stored())
        return cls(
            sources=catalogue.sources.ids(),
            places=catalogue.places.ids(),
            institutions=catalogue.institutions.ids(),
            people=catalogue.people.ids(),
            topics=catalogue.topics.ids(),
            events=catalogue.events.ids(),
            acts=catalogue.acts.ids(),
            claims=catalogue.claims.ids(),
            changes=catalogue.changes.ids(),
            begins=begins_of(stored),
        )

    @property
    def bearers(self) -> tuple[str, ...]:
        """
        The ids of bearers.
        """
        return self.places + self.institutions

    @property
    def honoured(self) -> tuple[str, ...]:
        """
        The ids of whom and what a name can honour.
        """
        return self.people + self.institutions + self.topics + self.events + self.places

    @property
    def any(self) -> tuple[str, ...]:
        """
        The ids of all that has a life of its own: all but sources, claims and changes.
        """
        return self.honoured + self.acts

    def ready(self, ids: Iterable[str], by: HistoricalDate | None) -> tuple[str, ...]:
        """
        Keep the ids that do not certainly begin after a date.

        Args:
            ids: some ids.
            by: the date; without one all ids are kept.

        >>> pool = Pool(begins={"an-act": HistoricalDate("1961-11-10")})
        >>> pool.ready(["an-act", "a-person"], HistoricalDate("1960"))
        ('a-person',)
        """
        return tuple(id for id in ids if by is None or id not in self.begins or not self.begins[id].certainly_after(by))


def begins_of(records: Iterable[object]) -> dict[str, HistoricalDate | Interval]:
    """
    Give the dates before which nothing refers to these records, by id, as far as they are known.

    Args:
        records: records of any tables.
    """
    from ..model.events import Act, Event
    from ..model.people import Person

    found: dict[str, HistoricalDate | Interval | None] = {}
    for record in records:
        match record:
            case Person(born=born):
                found[record.id] = born.value if born else None
            case Act(date=date):
                found[record.id] = date
            case Event(when=when):
                found[record.id] = when.value.start if isinstance(when.value, Interval) else when.value
    return {id: value for id, value in found.items() if value is not None}
