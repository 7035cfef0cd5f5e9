"""
Converters of record fields: what users hand over as lists and dictionaries is kept as tuples and `FrozenMap`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .frozenmap import FrozenMap


def texts(items: Iterable[str]) -> tuple[str, ...]:
    """
    Keep texts as a tuple.

    Raises:
        TypeError: a single text is given; it would be taken apart into letters.

    >>> texts(["Koba", "Soso"])
    ('Koba', 'Soso')
    """
    if isinstance(items, str):
        raise TypeError(f"expected several texts, found the text {items!r}")
    return tuple(items)


def forms(items: Mapping[str, Iterable[str]]) -> FrozenMap[str, tuple[str, ...]]:
    """
    Keep spellings by language tag, preferred first.

    >>> forms({"ru": ["Сталинград"]})
    FrozenMap({'ru': ('Сталинград',)})
    """
    if type(items) is FrozenMap:
        return items  # built by this function before
    return FrozenMap({tag: texts(spellings) for tag, spellings in items.items()})


def links(items: Mapping[str, str]) -> FrozenMap[str, str]:
    """
    Keep identifiers by the name of their authority.

    >>> links({"geonames": "472757"})["geonames"]
    '472757'
    """
    return items if type(items) is FrozenMap else FrozenMap(items)
