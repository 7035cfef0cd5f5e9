"""
What all records have in common.
"""

from __future__ import annotations

import sys
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar

import attr

RENDERER = "destalinization.render"
"""What shows records in notebooks; it is called by its name, since the model knows nothing of the rooms above it."""


class Displayed:
    """
    What a notebook shows as HTML.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """
        Give the HTML that Jupyter shows; what makes it is loaded when it is first wanted.
        """
        shown: str = import_module(RENDERER).html(self)
        return shown


class Record(Displayed):
    """
    A frozen value: equal by class and fields, without an order, with a ``repr`` that leaves out what is not known.

    Equality stands here and not in each class (``eq=False``), since attrs would have to compile it for every one.
    """

    __slots__ = ("__weakref__",)

    if TYPE_CHECKING:
        _values: ClassVar[attrgetter[object]]
        __attrs_attrs__: ClassVar[tuple[attr.Attribute[Any], ...]]

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        cls._values = attrgetter(*(field.name for field in attr.fields(cls)))
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
        fields = attr.fields(type(self))
        known = ((field, getattr(self, field.name)) for field in fields)
        shown = (f"{field.name}={value!r}" for field, value in known if value != field.default)
        return f"{type(self).__name__}({', '.join(shown)})"
