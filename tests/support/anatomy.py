"""
What a record consists of, down to the classes of its parts.
"""

from __future__ import annotations

from typing import Any

import attrs

from destalinization.model.frozenmap import FrozenMap


def anatomy(value: object) -> tuple[Any, ...]:
    """
    Give the class of a value and its fields or items, each taken apart in the same way, order included.
    """
    kind = type(value)
    if attrs.has(kind):
        return kind, *((field.name, anatomy(getattr(value, field.name))) for field in attrs.fields(kind))
    if isinstance(value, FrozenMap):
        return kind, *((key, anatomy(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return kind, *map(anatomy, value)
    return kind, value


def told(record: object) -> tuple[Any, ...]:
    """
    Give what can be told of a record: what it consists of, its hash, its representation and its text.
    """
    return anatomy(record), hash(record), repr(record), str(record)
