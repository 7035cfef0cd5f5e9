"""
Frozen values that are made without their constructors.

The constructor of a frozen class sets each field by a call, since the class refuses assignment, and runs the
converters. Where the values are known to be right, a tenth of that is enough: an object of a class of the same slots,
which can be assigned to, is filled, and then becomes one of the frozen class.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def fillable(kind: type[Any]) -> type[Any]:
    """
    Make a class of the slots of a frozen one whose objects can be filled; setting their ``__class__`` freezes them.

    Args:
        kind: the frozen class; ``__weakref__`` stands in its base, or Python takes the layouts for different ones.

    >>> from destalinization.model.provenance import Citation
    >>> made = fillable(Citation)()
    >>> made.source, made.locator, made.supports, made.note = "tass", None, (), None
    >>> made.__class__ = Citation
    >>> made
    Citation(source='tass')
    """
    return type(kind.__name__, (kind.__base__,), {"__slots__": kind.__slots__})
