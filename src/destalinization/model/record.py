"""
What all records have in common.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import attrs


class Record:
    """
    A frozen value whose ``repr`` shows what is known and leaves out what is not.
    """

    __slots__ = ()

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[tuple[attrs.Attribute[Any], ...]]

    def __repr__(self) -> str:
        fields = attrs.fields(type(self))
        known = ((field, getattr(self, field.name)) for field in fields)
        shown = (f"{field.name}={value!r}" for field, value in known if value != field.default)
        return f"{type(self).__name__}({', '.join(shown)})"
