"""
Shelves: where the records of one table stand, whole or fetched as they are asked for.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from threading import RLock
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

LOCK = RLock()
"""One lock for everything that is loaded once: a table may need another one while it loads."""

if sys.platform != "win32":  # a child must not wait for a thread that it does not have
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)


def once(make: Callable[[], T]) -> Callable[[], T]:
    """
    Let a function be called once, whichever thread asks first; what it gave is given ever after.

    Args:
        make: the function.
    """
    made: list[T] = []

    @wraps(make)
    def give() -> T:
        if not made:
            with LOCK:
                if not made:
                    made.append(make())
        return made[0]

    return give


class Shelf(Protocol[T_co]):
    """
    What a table needs to know of its records.
    """

    @property
    def here(self) -> Mapping[str, T_co]:
        """
        The records that are there already, in no order; always the same mapping.
        """
        ...

    def get(self, id: str, /) -> T_co | None:
        """
        Give the record with an id, or None.
        """
        ...

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

    __slots__ = ("here",)

    def __init__(self, records: Mapping[str, T]) -> None:
        self.here: Mapping[str, T] = dict(sorted(records.items()))

    def get(self, id: str, /) -> T | None:
        """
        Give the record with an id, or None.
        """
        return self.here.get(id)

    def all(self) -> Mapping[str, T]:
        """
        Give all records by id, in id order.
        """
        return self.here


class LazyShelf(Generic[T]):
    """
    Records that are fetched when they are asked for, one by one or all at once; the same id gives the same object.

    Args:
        fetch_one: gives the record with an id, or None.
        fetch_all: gives all records as pairs of id and record; where one is there already, that one.
    """

    __slots__ = ("_all", "_fetch_all", "_fetch_one", "here")

    def __init__(
        self,
        fetch_one: Callable[[str], T | None],
        fetch_all: Callable[[Mapping[str, T]], Iterable[tuple[str, T]]],
    ) -> None:
        self._fetch_one = fetch_one
        self._fetch_all = fetch_all
        self._all: Mapping[str, T] | None = None
        self.here: dict[str, T] = {}

    def get(self, id: str, /) -> T | None:
        """
        Give the record with an id, or None; it is fetched if it is not there yet.
        """
        complete = self._all is not None  # asked first, since another thread may be loading
        found = self.here.get(id)
        if complete or found is not None:
            return found
        with LOCK:
            if id not in self.here and self._all is None:
                fetched = self._fetch_one(id)
                if fetched is None:
                    return None
                self.here[id] = fetched
            return self.here.get(id)

    def all(self) -> Mapping[str, T]:
        """
        Give all records by id, in id order; those that are not there yet are fetched.
        """
        if self._all is None:
            with LOCK:
                if self._all is None:
                    loaded = dict(self._fetch_all(self.here))
                    self.here.update(loaded)
                    self._all = {id: loaded[id] for id in sorted(loaded)}
        return self._all
