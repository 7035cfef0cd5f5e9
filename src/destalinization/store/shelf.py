"""
Shelves: where the records of one table stand, whole or fetched as they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import RLock
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LOCK = RLock()
"""One lock for everything that is loaded once: a table may need another one while it loads."""


class Shelf(Protocol[T_co]):
    """
    What a table needs to know of its records.
    """

    def get(self, id: str, /) -> T_co | None:
        """
        Give the record with an id, or None.
        """

    def all(self) -> Mapping[str, T_co]:
        """
        Give all records by id, in id order.
        """
        ...


class WholeShelf(Generic[T]):
    """
    Records that are all there.

    Args:
        records: the records by id, in any order.
    """

    __slots__ = ("_records",)

    def __init__(self, records: Mapping[str, T]) -> None:
        self._records = dict(sorted(records.items()))

    def get(self, id: str, /) -> T | None:
        """
        Give the record with an id, or None.
        """
        return self._records.get(id)

    def all(self) -> Mapping[str, T]:
        """
        Give all records by id, in id order.
        """
        return self._records


class LazyShelf(Generic[T]):
    """
    Records that are fetched when they are asked for, one by one or all at once; the same id gives the same object.

    Args:
        fetch_one: gives the record with an id, or None.
        fetch_all: gives all records as pairs of their id and a function that builds them.
    """

    __slots__ = ("_complete", "_fetch_all", "_fetch_one", "_records")

    def __init__(
        self,
        fetch_one: Callable[[str], T | None],
        fetch_all: Callable[[], Iterable[tuple[str, Callable[[], T]]]],
    ) -> None:
        self._fetch_one = fetch_one
        self._fetch_all = fetch_all
        self._records: dict[str, T] = {}
        self._complete = False

    def get(self, id: str, /) -> T | None:
        """
        Give the record with an id, or None; it is fetched if it is not there yet.
        """
        found = self._records.get(id)
        if found is not None or self._complete:
            return found
        with LOCK:
            if id not in self._records and not self._complete:
                fetched = self._fetch_one(id)
                if fetched is None:
                    return None
                self._records[id] = fetched
            return self._records.get(id)

    def all(self) -> Mapping[str, T]:
        """
        Give all records by id, in id order; those that are not there yet are fetched.
        """
        if not self._complete:
            with LOCK:
                if not self._complete:
                    known = self._records
                    loaded = {id: known[id] if id in known else build() for id, build in self._fetch_all()}
                    self._records = dict(sorted(loaded.items()))
                    self._complete = True
        return self._records
