"""
Frozen values that are made without their constructors.

The constructor of a frozen class sets each field by a call, since the class refuses assignment, and runs the
converters. Where the values are known to be right, a small part of that is enough: an object of a class of the same
slots, which can be assigned to, is filled, and then becomes one of the frozen class.
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def fillable(kind: type[Any]) -> Any:
    """
    Make a class of the same slots, once, whose objects can be filled; setting their ``__class__`` freezes them.

    ``__weakref__`` must stand in a base of the frozen class, or Python takes the two for differently laid out. Audit
    hooks are told of the freezing (``object.__setattr__``), so what is but half filled has a plain representation.

    Args:
        kind: the frozen class.

    >>> from destalinization.model.provenance import Citation
    >>> made = fillable(Citation)()
    >>> made.source, made.locator, made.supports, made.note = "tass", None, (), None
    >>> made.__class__ = Citation
    >>> made
    Citation(source='tass')
    """
    return type(kind.__name__, kind.__bases__, {"__slots__": kind.__slots__, "__repr__": object.__repr__})
