"""
The catalogue: all tables as one immutable object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar, cast

from . import bundle
from .derived import derived
from .shelf import LOCK, LazyShelf, Shelf, WholeShelf, once

if TYPE_CHECKING:
    from os import PathLike

    from ..model.changes import Bearer
    from ..model.claims import Claim
    from ..model.events import Act, Event
    from ..model.institutions import Institution
    from ..model.people import Person, Topic
    from ..model.places import Place
    from ..model.release import Release
    from ..model.source import Source
    from .table import Table
    from .tables.changes import ChangeTable, RenamingTable
    from .tables.claims import ClaimTable
    from .tables.events import ActTable, EventTable
    from .tables.institutions import InstitutionTable
    from .tables.people import PersonTable, TopicTable
    from .tables.places import PlaceTable
    from .tables.sources import SourceTable

    Stored = Place | Institution | Person | Topic | Event | Act | Claim | Source

T = TypeVar("T")

STORED = ("places", "institutions", "people", "topics", "events", "acts", "claims", "sources")
"""The tables that are stored, in the order of the JSON document."""

DERIVED = ("changes", "renamings")
"""The tables that are derived."""

_CLASSES = {
    "places": ("places", "PlaceTable"), "institutions": ("institutions", "InstitutionTable"),
    "people": ("people", "PersonTable"), "topics": ("people", "TopicTable"), "events": ("events", "EventTable"),
    "acts": ("events", "ActTable"), "claims": ("claims", "ClaimTable"), "sources": ("sources", "SourceTable"),
    "changes": ("changes", "ChangeTable"), "renamings": ("changes", "RenamingTable"),
}  # fmt: skip
"""The module and the class of each table."""

_KINDS = ("Place", "Institution", "Person", "Topic", "Event", "Act", "Claim", "Source")
_TABLE_OF: dict[str, str] = dict(zip(_KINDS, STORED, strict=True))


def table_of(record: object) -> str:
    """
    Give the name of the stored table that a record belongs to.

    Raises:
        TypeError: it is no record of a stored table.
    """
    try:
        return _TABLE_OF[type(record).__name__]
    except KeyError:
        raise TypeError(f"expected a record of {', '.join(_TABLE_OF)}, found {type(record).__name__}") from None


class Catalogue:
    """
    All records: the tables, the redirects of retired ids, and the release that they are of.

    Two catalogues are equal if their records, redirects and releases are.

    >>> import destalinization as ds
    >>> ds.catalogue()["gulag"] in ds.catalogue().institutions
    True
    """

    __slots__ = ("_redirects", "_release", "_remembered", "_shelves", "_tables")

    def __init__(
        self,
        shelves: Mapping[str, Shelf[Any]],
        redirects: Callable[[], Mapping[str, str]],
        release: Callable[[], Release | None],
    ) -> None:
        self._shelves = {**shelves, **derived(self)}
        self._redirects = redirects
        self._release = release
        self._tables: dict[str, Table[Any]] = {}
        self._remembered: dict[str, Any] = {}

    @classmethod
    def from_records(
        cls,
        records: Iterable[Stored],
        *,
        redirects: Mapping[str, str] | None = None,
        release: Release | None = None,
    ) -> Catalogue:
        """
        Make a catalogue out of records.

        Args:
            records: records of any stored tables.
            redirects: retired ids and the ids that took their place; one that was retired in turn is followed.
            release: the release that they are of.

        Raises:
            DataError: an id occurs twice, or a reference leads nowhere.
            TypeError: something is no record.

        >>> from destalinization.model.people import Topic
        >>> Catalogue.from_records([Topic(id="gulag", label="Gulag", kind="concept")])
        <Catalogue: 1 topic>
        """
        from ..errors import DataError, Finding
        from ..model.frozenmap import FrozenMap
        from .references import dangling, settled

        shelves: dict[str, dict[str, Any]] = {name: {} for name in STORED}
        twice = []
        for record in records:
            table = table_of(record)
            for other in STORED:
                if record.id in shelves[other]:
                    found = f"the id of a record in {other}"
                    twice.append(Finding("unique-ids", table, record.id, "id", found, "an id of its own"))
            shelves[table][record.id] = record
        if twice:
            raise DataError(tuple(twice))
        retired = FrozenMap(settled(redirects or {}, {id for shelf in shelves.values() for id in shelf}))
        made = cls(
            {name: WholeShelf(shelf) for name, shelf in shelves.items()},
            lambda: retired,
            lambda: release,
        )
        findings = tuple(dangling(made))
        if findings:
            raise DataError(findings)
        return made

    @classmethod
    def from_directory(cls, path: str | PathLike[str], base: Catalogue | None = None) -> Catalogue:
        """
        Read a folder of data files of the same shape as the bundled ones, strictly.

        Args:
            path: the folder; files that are not there count as empty.
            base: a catalogue that the records are laid over and may refer to; without one the folder is complete.

        Raises:
            DataError: something in the files does not fit; the error lists everything.
            FileNotFoundError: there is no such folder.
        """
        from .directory import read_directory

        return read_directory(path, base)

    def overlay(self, other: Catalogue) -> Catalogue:
        """
        Put another catalogue over this one: its records are added, or replace whole records of the same id.

        Args:
            other: the catalogue on top; its release is taken if it has one.

        Returns:
            A new catalogue; changes are derived anew, references checked anew.

        Raises:
            DataError: a reference leads nowhere, or an id stands in two tables.
        """
        return self.overlaid((record for _, record in other.stored()), other.redirects, other.release)

    def overlaid(
        self, records: Iterable[Stored], redirects: Mapping[str, str] | None = None, release: Release | None = None
    ) -> Catalogue:
        """
        Put records over those of this catalogue; they are added, or replace whole records of the same id.

        Args:
            records: the records on top, which may refer to those below.
            redirects: former ids and the ids that took their places, beside those of this catalogue.
            release: the release of the whole; this catalogue's where nothing is said.

        Raises:
            DataError: a reference leads nowhere, or an id stands twice.
        """
        above = list(records)
        hidden = {(table_of(record), record.id) for record in above}
        below = (record for table, record in self.stored() if (table, record.id) not in hidden)
        return Catalogue.from_records(
            [*below, *above], redirects={**self.redirects, **(redirects or {})}, release=release or self.release
        )

    @property
    def places(self) -> PlaceTable:
        """All places."""
        return cast("PlaceTable", self.table("places"))

    @property
    def institutions(self) -> InstitutionTable:
        """All institutions."""
        return cast("InstitutionTable", self.table("institutions"))

    @property
    def people(self) -> PersonTable:
        """All people."""
        return cast("PersonTable", self.table("people"))

    @property
    def topics(self) -> TopicTable:
        """All topics."""
        return cast("TopicTable", self.table("topics"))

    @property
    def events(self) -> EventTable:
        """All events."""
        return cast("EventTable", self.table("events"))

    @property
    def acts(self) -> ActTable:
        """All acts."""
        return cast("ActTable", self.table("acts"))

    @property
    def claims(self) -> ClaimTable:
        """All claims."""
        return cast("ClaimTable", self.table("claims"))

    @property
    def sources(self) -> SourceTable:
        """All sources."""
        return cast("SourceTable", self.table("sources"))

    @property
    def changes(self) -> ChangeTable:
        """All changes, derived from the chains of names."""
        return cast("ChangeTable", self.table("changes"))

    @property
    def renamings(self) -> RenamingTable:
        """All changes that have an old and a new name."""
        return cast("RenamingTable", self.table("renamings"))

    @property
    def redirects(self) -> Mapping[str, str]:
        """Retired ids, and the ids that took their place."""
        return self._redirects()

    @property
    def release(self) -> Release | None:
        """The release that the records are of, if they are of one."""
        return self._release()

    def table(self, name: str) -> Table[Any]:
        """
        Give a table by its name.

        Args:
            name: one of the stored tables, ``changes`` or ``renamings``.

        Raises:
            UnknownTerm: there is no such table.
        """
        found = self._tables.get(name)
        if found is not None:
            return found
        if name not in self._shelves:
            from ..errors import UnknownTerm

            raise UnknownTerm(name, "table", (*STORED, *DERIVED))
        module, kind = _CLASSES[name]
        made = getattr(import_module(f".tables.{module}", __package__), kind)(self._shelves[name], self)
        with LOCK:
            return self._tables.setdefault(name, made)

    def remember(self, name: str, make: Callable[[Catalogue], T]) -> T:
        """
        Give what is made out of this catalogue once, such as an index; for the rooms above this one.

        Args:
            name: what it is called.
            make: makes it out of the catalogue when it is first asked for.
        """
        found: T | None = self._remembered.get(name)
        if found is None:
            with LOCK:
                found = self._remembered.get(name)
                if found is None:
                    found = self._remembered[name] = make(self)
        return found

    @property
    def is_bundled(self) -> bool:
        """Whether this is the catalogue of the bundled data."""
        return self is bundled()

    def __getitem__(self, id: str) -> Stored:
        """
        Give the record of any stored table with an id.

        Raises:
            UnknownId: there is none; the error names the three nearest ids.
        """
        for name in STORED:
            found = self.table(name).get(id)
            if found is not None:
                return found  # type: ignore[no-any-return]
        from difflib import get_close_matches

        from ..errors import UnknownId

        ids = [record.id for _, record in self.stored()]
        raise UnknownId(id, "the catalogue", tuple(get_close_matches(id, ids, n=3, cutoff=0.0)))

    def bearer(self, id: str) -> Bearer:
        """
        Give a place or an institution.

        Raises:
            UnknownId: there is none.
        """
        found = self._shelves["places"].get(id) or self._shelves["institutions"].get(id)
        if found is None:
            found = self.institutions.get(id) or self.places[id]
        return cast("Bearer", found)

    def stored(self) -> Iterator[tuple[str, Stored]]:
        """
        Give all stored records with the names of their tables, in the order of the JSON document.
        """
        for name in STORED:
            for record in self.table(name):
                yield name, record

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Catalogue):
            return NotImplemented
        return self is other or (
            (self.release, dict(self.redirects)) == (other.release, dict(other.redirects))
            and all(tuple(self.table(name)) == tuple(other.table(name)) for name in STORED)
        )

    def __hash__(self) -> int:
        return hash((self.release, tuple(record.id for _, record in self.stored())))

    def __repr__(self) -> str:
        from .table import singular

        sizes = [(len(self._shelves[name].all()), name) for name in STORED]
        shown = (f"{size} {singular(name) if size == 1 else name}" for size, name in sizes if size)
        return f"<Catalogue: {', '.join(shown) or 'empty'}>"

    def __reduce__(self) -> tuple[Any, ...]:
        if self is bundled():
            return bundled, ()
        return _revive, (tuple(record for _, record in self.stored()), dict(self.redirects), self.release)

    def __copy__(self) -> Catalogue:
        return self

    def __deepcopy__(self, memo: object) -> Catalogue:
        return self


@once
def bundled() -> Catalogue:
    """
    Give the catalogue of the bundled data, always the same object; nothing is read until it is asked for.
    """

    @once
    def redirects() -> Mapping[str, str]:
        from ..model.frozenmap import FrozenMap

        return FrozenMap(bundle.document("redirects.json"))

    @once
    def release() -> Release | None:
        from ..dates import HistoricalDate
        from ..model.release import Release

        raw = bundle.document("release.json")
        return Release(version=raw["version"], date=HistoricalDate(raw["date"]), licence=raw["licence"])

    shelves = {name: LazyShelf(partial(bundle.fetch_one, name), partial(bundle.fetch_all, name)) for name in STORED}
    return Catalogue(shelves, redirects, release)


def _revive(records: tuple[Stored, ...], redirects: dict[str, str], release: Release | None) -> Catalogue:
    """
    Make a catalogue that was pickled.
    """
    return Catalogue.from_records(records, redirects=redirects, release=release)
