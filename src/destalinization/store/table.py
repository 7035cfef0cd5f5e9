"""
A table: the records of one kind, in the order of their ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, overload

from ..model.record import Displayed
from .shelf import Shelf, WholeShelf

if TYPE_CHECKING:
    from typing import Self

    from .catalogue import Catalogue


class Identified(Protocol):
    """
    Anything with an id.
    """

    @property
    def id(self) -> str:
        """
        The id.
        """
        ...


T = TypeVar("T", bound=Identified)
D = TypeVar("D")
Test = Callable[[Any], bool] | None


class Table(Displayed, Generic[T]):
    """
    Records of one kind, in the order of their ids, to be looked up, looked through, and narrowed down.

    A table is no mapping: iterating gives the records. Narrowing gives a table of the same type.

    >>> import destalinization as ds
    >>> ds.places["dushanbe"].label
    'Dushanbe'
    >>> "dushanbe" in ds.places, ds.places.get("atlantis")
    (True, None)
    """

    __slots__ = ("_catalogue", "_here", "_shelf")

    name: ClassVar[str] = "records"

    def __init__(self, shelf: Shelf[T], catalogue: Catalogue) -> None:
        self._shelf = shelf
        self._here = shelf.here
        self._catalogue = catalogue

    def __getitem__(self, id: str) -> T:
        """
        Give the record with an id; a retired id gives the record that took its place.

        Raises:
            UnknownId: there is none; the error names the three nearest ids.
        """
        try:
            return self._here[id]
        except (KeyError, TypeError):
            found = self.get(id)
        if found is not None:
            return found
        from difflib import get_close_matches

        from ..errors import UnknownId

        raise UnknownId(str(id), self.name, tuple(get_close_matches(str(id), self.ids(), n=3, cutoff=0.0)))

    @overload
    def get(self, id: str) -> T | None: ...
    @overload
    def get(self, id: str, default: D) -> T | D: ...
    def get(self, id: str, default: Any = None) -> Any:
        """
        Give the record with an id, or a default.

        Args:
            id: the id; a retired one gives the record that took its place.
            default: what to give where there is none.
        """
        if not isinstance(id, str):
            return default
        found = self._shelf.get(id)
        if found is None:
            successor = self._catalogue.redirects.get(id)
            found = self._shelf.get(successor) if successor else None
        return default if found is None else found

    def __contains__(self, item: object) -> bool:
        """
        Say whether a record, or a record with this id, is in the table.
        """
        if isinstance(item, str):
            return self.get(item) is not None
        id = getattr(item, "id", None)
        return isinstance(id, str) and self._shelf.get(id) == item

    def __iter__(self) -> Iterator[T]:
        return iter(self._shelf.all().values())

    def __len__(self) -> int:
        return len(self._shelf.all())

    def __repr__(self) -> str:
        count = len(self)
        return f"<{type(self).__name__}: {count} {self.name if count != 1 else singular(self.name)}>"

    @property
    def catalogue(self) -> Catalogue:
        """
        The catalogue that the records are of.
        """
        return self._catalogue

    def __reduce__(self) -> tuple[Any, ...]:
        if self._catalogue.table(self.name) is self:
            return _revive, (self._catalogue, self.name)
        return type(self), (WholeShelf(self._shelf.all()), self._catalogue)

    def ids(self) -> tuple[str, ...]:
        """
        Give the ids of the records, in order.
        """
        return tuple(self._shelf.all())

    def filter(self, test: Callable[[T], bool]) -> Self:
        """
        Keep the records that pass a test.

        Args:
            test: a function of a record.

        >>> import destalinization as ds
        >>> all(place.ending for place in ds.places.filter(lambda place: place.ending is not None))
        True
        """
        kept = {record.id: record for record in self if test(record)}
        return type(self)(WholeShelf(kept), self._catalogue)

    def _keep(self, *tests: Test) -> Self:
        """
        Keep the records that pass all tests that are given.
        """
        given = [test for test in tests if test is not None]
        return self.filter(lambda record: all(test(record) for test in given))


def singular(name: str) -> str:
    """
    Give the word for one record of a table.

    >>> singular("places"), singular("people")
    ('place', 'person')
    """
    return {"people": "person"}.get(name, name.removesuffix("s"))


def _revive(catalogue: Catalogue, name: str) -> Table[Any]:
    """
    Give a table that was pickled.
    """
    return catalogue.table(name)
