"""
Users' JSON: read strictly, written canonically.

Nothing is coerced: an unknown key, a null for a text, a text for a list are errors, and all of them are reported at
once, each with the file, the record, the path, what was found and what would be right.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any, Literal, NoReturn, TypeVar, get_args, get_origin

import attrs
from cattrs import BaseConverter, BaseValidationError, Converter
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from .dates import HistoricalDate, Interval, parse
from .errors import DataError, Finding, InvalidDate
from .files import read_at_most
from .misfits import KeyedErrors, MisfitError, faults, misfit, printable
from .model.frozenmap import FrozenMap

T = TypeVar("T")
Hook = Callable[[Any, Any], Any]

STRUCTURE = "structure"
"""The name of the law that data has the shape of the model."""

LARGEST = 64 * 1024 * 1024
"""The largest JSON text that is read, in bytes."""


LONGEST = 100_000
"""How many entries a list in a record may have."""

MOST = 10_000
"""How many findings are listed at once; a file of millions of wrong records would fill the memory with them."""


def read_json(content: bytes | str, file: str = "") -> Any:
    """
    Parse JSON strictly.

    Args:
        content: the JSON, as UTF-8 where it is bytes; a byte order mark is skipped.
        file: the name of the file, for the error.

    Raises:
        DataError: it is empty, too large, no UTF-8, no JSON, nested too deeply, has NaN, or the same key twice.

    >>> read_json(b'{"id": "gulag"}')
    {'id': 'gulag'}
    """
    try:
        return _parse(content)
    except MisfitError as error:
        raise DataError((Finding(STRUCTURE, file, "", error.path, error.found, error.expected),)) from None


def _parse(content: bytes | str) -> Any:
    """
    Parse JSON, or say what is wrong with it.
    """
    if len(content) > LARGEST:
        raise MisfitError("", f"{len(content):,} bytes", f"at most {LARGEST:,} bytes")
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content.removeprefix("\ufeff")
        if not text.strip():
            raise MisfitError("", "nothing", "a JSON value")
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        skipped = len(content) - len(error.object)  # a byte order mark
        place, byte = f"byte {skipped + error.start}", f"the byte 0x{error.object[error.start]:02x}"
        raise MisfitError(place, byte, "UTF-8") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}"
        raise MisfitError(place, f"no JSON ({error.msg})", "JSON") from None
    except RecursionError:
        raise MisfitError("", "lists or objects nested too deeply", "a few levels") from None
    except ValueError as error:
        raise MisfitError("", f"a value that cannot be read ({error})", "JSON") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """
    Make an object of its pairs, each key once.
    """
    result = dict(pairs)
    if len(result) < len(pairs):
        twice = next(key for key, number in Counter(key for key, _ in pairs).items() if number > 1)
        raise MisfitError("", f"the key {twice!r} twice in one object", "each key once")
    return result


def _refuse_constant(name: str) -> NoReturn:
    """
    Refuse NaN and the infinities, which JSON does not have.
    """
    raise MisfitError("", name, "a number that JSON has")


def read_file(path: Path, file: str = "") -> Any:
    """
    Parse a JSON file strictly.

    Args:
        path: the file.
        file: what it is called in an error; its path where nothing is said.

    Raises:
        DataError: as for `read_json`.
        OSError: it cannot be read.
    """
    size = path.stat().st_size
    if size > LARGEST:
        found, expected = f"{size:,} bytes", f"at most {LARGEST:,} bytes"
        raise DataError((Finding(STRUCTURE, file or str(path), "", "", found, expected),))
    return read_json(read_at_most(path, LARGEST), file or str(path))


def structure(raw: Any, kind: type[T], *, file: str = "", record: str = "") -> T:
    """
    Build a record out of parsed JSON, strictly.

    Args:
        raw: the parsed JSON.
        kind: the class of the record.
        file: the name of the file, for the error.
        record: the id of the record, for the error; taken from ``raw`` where it has one.

    Raises:
        DataError: something does not fit; the error lists everything.

    >>> from destalinization.model.provenance import Citation
    >>> structure({"source": "tass", "supports": ["since"]}, Citation)
    Citation(source='tass', supports=('since',))
    """
    if isinstance(raw, dict) and isinstance(raw.get("id"), str):
        record = printable(raw["id"])
    try:
        return converter().structure(raw, kind)
    except (BaseValidationError, MisfitError) as error:
        found = islice(faults(error, ""), MOST + 1)
        findings = tuple(Finding(STRUCTURE, file, record, path, what, expected) for path, what, expected in found)
        raise DataError(findings) from None


def gather(findings: list[Finding], error: DataError) -> None:
    """
    Add what is wrong with one record to what is wrong with those before it.

    Args:
        findings: what has been found so far.
        error: what is wrong with one more.

    Raises:
        DataError: it is more than anybody can look through, so that nothing further is read.
    """
    findings.extend(error.findings)
    if len(findings) > MOST:
        last = Finding(STRUCTURE, "", "", "", "further findings", f"no more than {MOST:,} at once")
        raise DataError((*findings[:MOST], last)) from None


def unstructure(record: object) -> Any:
    """
    Turn a record into plain JSON values: keys in model order, what is not known left out, maps sorted by key.

    >>> from destalinization.model.provenance import Citation
    >>> unstructure(Citation(source="tass", supports=["since"]))
    {'source': 'tass', 'supports': ['since']}
    """
    return converter().unstructure(record)


@cache
def converter() -> Converter:
    """
    Give the strict converter of all record types, made once.
    """
    made = Converter(forbid_extra_keys=True, omit_if_default=True, unstruct_collection_overrides={tuple: list})
    _register_dates(made)
    _register_scalars(made)
    _register_collections(made)
    return made


def _register_dates(made: Converter) -> None:
    """
    Dates are EDTF texts.
    """

    def date_of(kinds: tuple[type, ...], wanted: str) -> Hook:
        def read(value: Any, _: Any) -> Any:
            if type(value) is not str:
                raise misfit(value, f"{wanted} as text")
            try:
                found = parse(value)
            except InvalidDate as error:
                raise misfit(value, f"{wanted} (at character {error.position}: {error.reason})") from None
            if not isinstance(found, kinds):
                raise misfit(value, wanted)
            return found

        return read

    either = (HistoricalDate | Interval, HistoricalDate | Interval | None)
    read_either = date_of((HistoricalDate, Interval), "an EDTF date or interval")

    def read_optional(value: Any, kind: Any) -> Any:
        return None if value is None else read_either(value, kind)

    made.register_structure_hook_func(lambda t: t is HistoricalDate, date_of((HistoricalDate,), "an EDTF date"))
    made.register_structure_hook_func(lambda t: t is Interval, date_of((Interval,), "an EDTF interval"))
    made.register_structure_hook_func(lambda t: t == either[0], read_either)
    made.register_structure_hook_func(lambda t: t == either[1], read_optional)
    made.register_unstructure_hook_func(lambda t: t in (HistoricalDate, Interval) or t == either[0], str)
    made.register_unstructure_hook_func(lambda t: t == either[1], lambda value: None if value is None else str(value))


def _register_scalars(made: Converter) -> None:
    """
    Texts, numbers, truth values and terms are taken as they are, or not at all.
    """

    def text(value: Any, _: Any) -> str:
        if type(value) is not str:
            raise misfit(value, "a text")
        if not value.isascii() and any("\ud800" <= sign <= "\udfff" for sign in value):
            raise misfit(value, "a text without lone surrogates")
        return value

    def truth(value: Any, _: Any) -> bool:
        if type(value) is not bool:
            raise misfit(value, "true or false")
        return value

    def number(value: Any, _: Any) -> float:
        if type(value) not in (int, float) or not isfinite(value):
            raise misfit(value, "a number")
        return float(value)

    def term(value: Any, kind: Any) -> Any:
        if type(value) is not str or value not in get_args(kind):
            raise misfit(value, f"one of {', '.join(get_args(kind))}")
        return value

    made.register_structure_hook(str, text)
    made.register_structure_hook(bool, truth)
    made.register_structure_hook(float, number)
    made.register_structure_hook_func(lambda t: _origin(t) is Literal, term)


def _register_collections(made: Converter) -> None:
    """
    Lists become tuples, and objects records or maps; nothing else does.
    """
    made.register_structure_hook_factory(lambda t: _origin(t) is tuple, _tuple_hook)
    made.register_structure_hook_factory(_is_record, _record_hook)
    made.register_unstructure_hook_factory(_is_record, _writing_hook)
    made.register_structure_hook_factory(lambda t: _origin(t) is FrozenMap, _map_hook)
    made.register_unstructure_hook_func(lambda t: _origin(t) is FrozenMap or t is FrozenMap, _plain_map)


def _tuple_hook(kind: Any, converter: BaseConverter) -> Hook:
    """
    Make the hook of a tuple: only a list will do.
    """
    inner = homogenous_tuple_structure_factory(kind, converter)

    def read(value: Any, kind: Any) -> Any:
        if type(value) is not list:
            raise misfit(value, "a list")
        if len(value) > LONGEST:
            raise MisfitError("", f"a list of {len(value):,} entries", f"at most {LONGEST:,}")
        return inner(value, kind)

    return read


def _record_hook(kind: Any, converter: BaseConverter) -> Hook:
    """
    Make the hook of a class of records: only an object of its fields will do.
    """
    inner = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def read(value: Any, kind: Any) -> Any:
        if type(value) is not dict:
            raise misfit(value, "an object")
        return inner(value, kind)

    return read


def _writing_hook(kind: Any, converter: BaseConverter) -> Callable[[Any], dict[str, Any]]:
    """
    Make the hook that writes a class of records; cattrs alone would write the required fields before the others.
    """
    inner = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True)
    fields = attrs.fields(kind)
    order = [field.name for field in fields]
    if order == [field.name for field in sorted(fields, key=lambda field: field.default is not attrs.NOTHING)]:
        return inner

    def write(record: Any) -> dict[str, Any]:
        raw = inner(record)
        return {name: raw[name] for name in order if name in raw}

    return write


def _map_hook(kind: Any, converter: BaseConverter) -> Hook:
    """
    Make the hook of a map: only an object will do.
    """
    inner = get_args(kind)[1]

    def read(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise misfit(value, "an object")
        errors: list[tuple[str, Exception]] = []
        items: dict[str, Any] = {}
        for key, item in value.items():
            try:
                items[converter.structure(key, str)] = converter.structure(item, inner)
            except (BaseValidationError, MisfitError) as error:
                errors.append((key, error))
        if errors:
            raise KeyedErrors(errors)
        return FrozenMap(items)

    return read


def _plain_map(value: FrozenMap[str, Any]) -> dict[str, Any]:
    """
    Turn a map into a plain one, sorted by key.
    """
    return {key: list(item) if isinstance(item, tuple) else item for key, item in sorted(value.items())}


def _origin(kind: Any) -> Any:
    """
    Give what a generic type is made from.
    """
    return get_origin(kind)


def _is_record(kind: Any) -> bool:
    """
    Say whether a type is a class of records, which dates are not.
    """
    return attrs.has(kind) and kind not in (HistoricalDate, Interval)
