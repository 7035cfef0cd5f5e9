"""
Keep public_api.txt true: every public name with its signature, so that a break shows as a difference.

Without an option it says what is out of date and fails; with --fix it rewrites the file.
"""

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

from pages import kept

import destalinization as ds
from destalinization.store.table import Table

QUOTED = re.compile(r"(: |-> )'((?:[^'\\]|\\.)*)'")
"""An annotation, which is text in every module of the package."""

PAGE = Path(__file__).resolve().parents[1] / "public_api.txt"


def main() -> int:
    """
    Compare the file with what it should be, or write it.
    """
    return kept(PAGE, "".join(f"{line}\n" for line in lines()))


def lines() -> Iterator[str]:
    """
    Tell every public name, in order.
    """
    for name in sorted(ds.__all__):
        yield from described(f"destalinization.{name}", getattr(ds, name))


def described(name: str, value: Any) -> Iterator[str]:
    """
    Tell one name: a module by its public functions, a class by its members, a table by its type and criteria.
    """
    if isinstance(value, ModuleType):
        for inner in sorted(getattr(value, "__all__", ())):
            yield from described(f"{name}.{inner}", getattr(value, inner))
    elif isinstance(value, type):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        yield f"class {name}{signature(value)}{f' < {bases}' if bases else ''}"
        yield from members(name, value)
    elif isinstance(value, Table):
        yield f"{name}: {type(value).__name__}, where{signature(getattr(value, 'where'))}"  # noqa: B009
    elif get_args(value):
        yield f"{name} = {' | '.join(getattr(argument, '__name__', repr(argument)) for argument in get_args(value))}"
    elif callable(value):
        yield f"def {name}{signature(value)}"
    else:
        yield f"{name}: {type(value).__name__}"


def members(name: str, kind: type[Any]) -> Iterator[str]:
    """
    Tell the public methods and properties of a class, its own and those that it inherits from classes of the package.
    """
    for inner in sorted(dir(kind)):
        value = inspect.getattr_static(kind, inner)
        if inner.startswith("_") or inner in getattr(kind, "__slots__", ()):
            continue
        if isinstance(value, property):
            yield f"  {name}.{inner}: {inspect.signature(value.fget).return_annotation if value.fget else ''}"
        elif isinstance(value, classmethod | staticmethod) or inspect.isfunction(value):
            yield f"  def {name}.{inner}{signature(getattr(kind, inner))}"


def signature(value: Any) -> str:
    """
    Write a signature as it stands in the source.
    """
    try:
        return QUOTED.sub(r"\1\2", str(inspect.signature(value)))
    except (TypeError, ValueError):
        return ""


if __name__ == "__main__":
    sys.exit(main())
