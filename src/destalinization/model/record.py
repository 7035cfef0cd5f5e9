"""
What all records have in common.
"""

from __future__ import annotations

import sys
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

import attrs


class Record:
    """
    A frozen value: equal by class and fields, without an order, with a ``repr`` that leaves out what is not known.

    Equality stands here and not in each class (``eq=False``), since attrs would have to compile it for every one.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        _values: ClassVar[attrgetter[object]]
        __attrs_attrs__: ClassVar[tuple[attrs.Attribute[Any], ...]]

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls._values = attrgetter(*(field.name for field in attrs.fields(cls)))
        hook = sys.modules.get("destalinization._hypothesis_hook")
        if hook is not None:
            hook.introduce(cls)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values(self) == other._values(other)

    def __hash__(self) -> int:
        return hash((type(self), self._values(self)))

    def __repr__(self) -> str:
        fields = attrs.fields(type(self))
        known = ((field, getattr(self, field.name)) for field in fields)
        shown = (f"{field.name}={value!r}" for field, value in known if value != field.default)
        return f"{type(self).__name__}({', '.join(shown)})"
