"""
The one mapping type of the records: immutable and hashable.
"""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V", covariant=True)


class FrozenMap(Mapping[K, V]):
    """
    A mapping that cannot change, equal to any mapping of the same items, whatever their order.

    Args:
        items: a mapping, or pairs of key and value; values must be hashable for the map to be so.

    >>> forms = FrozenMap({"ru": ("Сталинград",)})
    >>> forms["ru"]
    ('Сталинград',)
    >>> hash(forms) == hash(FrozenMap([("ru", ("Сталинград",))]))
    True
    """

    __slots__ = ("_items",)

    _items: dict[K, V]

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def items(self) -> ItemsView[K, V]:
        """
        Give the pairs of key and value.
        """
        return self._items.items()

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items
        return self._items == other if isinstance(other, Mapping) else NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a FrozenMap cannot change: {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"a FrozenMap cannot change: {name!r}")

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (self._items,)

    def __copy__(self) -> FrozenMap[K, V]:
        return self

    def __deepcopy__(self, memo: object) -> FrozenMap[K, V]:
        return self


_set_items = FrozenMap.__dict__["_items"].__set__


def owning(items: dict[K, V]) -> FrozenMap[K, V]:
    """
    Make a map of a dictionary without copying it; nobody else may change it from now on.

    >>> owning({"geonames": "472757"})
    FrozenMap({'geonames': '472757'})
    """
    made: FrozenMap[K, V] = FrozenMap.__new__(FrozenMap)
    _set_items(made, items)
    return made
