"""
What the annotations of the public classes promise.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import pytest

import destalinization as ds
from destalinization.model import answers
from destalinization.model.record import Record

PUBLIC = {name: getattr(ds, name) for name in ds.__all__}
VALUES = [value for value in PUBLIC.values() if isinstance(value, type) and attrs.has(value)]
RECORDS = [value for value in VALUES if issubclass(value, Record)]


def hints_of(kind: type[attrs.AttrsInstance]) -> dict[str, Any]:
    """
    Give the types of the fields of a class; an answer may name public classes that its module does not import.
    """
    hints = get_type_hints(kind, localns={**vars(answers), **PUBLIC})
    return {field.name: hints[field.name] for field in attrs.fields(kind)}


def inside(hint: object) -> Iterator[object]:
    """
    Give a type and all types that it is made of.
    """
    yield hint
    if get_origin(hint) is not Literal:
        for argument in get_args(hint):
            yield from inside(argument)


@pytest.mark.parametrize("kind", VALUES)
def test_no_attribute_of_a_public_class_is_any(kind: type[attrs.AttrsInstance]) -> None:
    """
    No field of a public class has Any in its type, however deep.
    """
    vague = [name for name, hint in hints_of(kind).items() if Any in inside(hint)]

    assert vague == []


@pytest.mark.parametrize("kind", VALUES)
def test_collections_are_typed_to_the_bottom(kind: type[attrs.AttrsInstance]) -> None:
    """
    A field that holds a tuple or a map says of what.
    """
    bare = [name for name, hint in hints_of(kind).items() if {tuple, ds.FrozenMap} & set(inside(hint))]

    assert bare == []


@pytest.mark.parametrize("kind", RECORDS)
def test_no_record_has_a_mutable_collection(kind: type[attrs.AttrsInstance]) -> None:
    """
    No field of a record is annotated with a list, a dictionary or a set, so that checkers refuse to change it.
    """
    origins = {get_origin(part) for hint in hints_of(kind).values() for part in inside(hint)}

    assert origins <= {None, tuple, ds.FrozenMap, Literal, Union, UnionType}


def test_all_record_types_are_public() -> None:
    """
    No record of the data has, anywhere inside it, a class that the package does not offer by name.
    """
    hints = [hint for kind in RECORDS for hint in hints_of(kind).values()]

    classes = {part for hint in hints for part in inside(hint) if isinstance(part, type) and attrs.has(part)}

    assert classes <= set(VALUES)


def test_every_public_name_is_there() -> None:
    """
    Each name that checkers are told of can be fetched.
    """
    missing = [name for name in ds.__all__ if not hasattr(ds, name)]

    assert missing == []
