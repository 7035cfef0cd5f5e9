"""
Records as JSON text, by way of plain values that a function compiled for each class makes.

The values are those of `codec.unstructure`, with parts that occur several times made once; the tests hold the two
against each other. They are written without spaces by orjson (https://github.com/ijl/orjson) where it is installed and
by `json` otherwise, and the text is the same: what orjson would write in another way, or refuse, is left to `json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import attrs

from .dates import HistoricalDate, Interval
from .model.frozenmap import FrozenMap
from .model.names import Name
from .model.provenance import Citation, Dispute
from .model.relations import Ending

if TYPE_CHECKING:
    from .model.record import Record

Plain = dict[str, Any]
"""What JSON makes an object of."""

Known = dict[int, Plain]
"""The values of parts of the classes in `SHARED`, by the identity of the part, which must outlive the writing."""

SHARED = {Name, Ending, Citation, Dispute}
"""The classes of parts that occur several times, since bearers and their changes have them in common."""

STANDARD = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False, separators=(",", ":")).encode
"""What writes plain values without orjson."""


def encode(record: Record, known: Known | None = None) -> str:
    """
    Write a record as JSON on one line: keys in model order, what is not known left out, maps sorted by key.

    Args:
        record: a record, or a part of one.
        known: values of parts; those of the parts of this record are added.

    Raises:
        ValueError: a number is none that JSON has.

    >>> from destalinization.model.provenance import Citation
    >>> encode(Citation(source="tass", supports=["since"]))
    '{"source":"tass","supports":["since"]}'
    """
    return writer()(plain(record, {} if known is None else known))


@cache
def writer() -> Callable[[Any], str]:
    """
    Give the function that writes plain values: that of orjson, if it is installed.
    """
    try:
        import orjson
    except ImportError:
        return STANDARD
    option = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_SUBCLASS

    def write(value: Any) -> str:
        try:
            return orjson.dumps(value, None, option).decode()
        except orjson.JSONEncodeError:
            return STANDARD(value)

    return write


def plain(record: Record, known: Known) -> Plain:
    """
    Give the values of a record as JSON has them.

    Args:
        record: a record, or a part of one.
        known: values of parts, which must not be changed; those of the parts of this record are added.
    """
    kind: Any = type(record)
    return _compiled(kind)(record, known)


class _Odd(float):
    """
    A number that orjson writes in another way than `json`, or that JSON does not have; orjson refuses it.
    """


def _number(number: float) -> float:
    """
    Mark a number that is left to `json`.
    """
    return number if 1e-4 <= abs(number) < 1e16 or number == 0 else _Odd(number)


def _map(items: FrozenMap[str, Any]) -> Plain:
    """
    Give the values of a map, sorted by key.
    """
    return dict(sorted(items.items()))


@cache
def _compiled(kind: Any) -> Callable[[Any, Known], Plain]:
    """
    Compile the function that gives the values of a class; a loop over its fields would take twice as long.
    """
    hints = get_type_hints(kind)
    names: dict[str, Any] = {"number": _number, "map": _map}
    lines = ["def values(record, known):", " found = {}"]
    for field in attrs.fields(kind):
        default = names[f"default_{field.name}"] = field.default
        if default is None or default is attrs.NOTHING:
            worth = "value is not None"
        else:
            worth = f"value is not None and value != default_{field.name}" if default else "value"
        lines.append(f" value = record.{field.name}")
        lines.append(f" if {worth}: found[{field.name!r}] = {_expression(hints[field.name], names)}")
    exec("\n".join([*lines, " return found"]), names)  # noqa: S102, made of the names of fields alone
    made: Callable[[Any, Known], Plain] = names["values"]
    return made


def _expression(hint: Any, names: dict[str, Any], value: str = "value") -> str:
    """
    Say in Python how a value of a type becomes one that JSON has; what that takes is added to the names.
    """
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    origin: Any = get_origin(hint) or hint
    if origin in {Union, UnionType}:
        return _expression(kinds[0], names)
    if origin is tuple and attrs.has(kinds[0]):
        return f"[{_expression(kinds[0], names, 'item')} for item in value]"
    if origin is FrozenMap:
        return f"map({value})"
    if origin in {HistoricalDate, Interval}:
        return f"{value}.text"
    if origin is float:
        return f"number({value})"
    if not attrs.has(origin):
        return value
    name = origin.__name__
    names[name] = _remembering(origin) if origin in SHARED else _compiled(origin)
    return f"{f'known.get(id({value})) or ' if origin in SHARED else ''}{name}({value}, known)"


def _remembering(kind: Any) -> Callable[[Any, Known], Plain]:
    """
    Give the function that gives the values of a class and remembers them.
    """
    values = _compiled(kind)

    def remembered(part: Any, known: Known) -> Plain:
        found = known[id(part)] = values(part, known)
        return found

    return remembered
