"""
What clients send, read strictly: batches of queries, and requests for further columns.

What does not fit is refused with its place, what was found there, and what would be right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from attrs import frozen

from ..codec import read_json
from ..dates import HistoricalDate, as_date
from ..errors import DataError, InvalidDate
from ..misfits import MisfitError, misfit, under

T = TypeVar("T")
Value = str | float | bool

BATCH = 1000
"""How many queries, or entities to be extended, a request may hold."""

WIDTH = 100
"""How many properties a request for further columns may ask for."""

DEFAULT_LIMIT = 10
"""How many candidates a query gets that does not say."""

STRICT = ("any", "all", "should")
"""What `Query.strict` may be."""


class TooManyError(Exception):
    """
    More in one request than is answered.
    """


@frozen(kw_only=True)
class Query:
    """
    One query of a batch.

    Attributes:
        text: the name, or the id of an entity; None where properties alone are given.
        types: the ids of types.
        strict: what a candidate must have of the types: any of them, all of them, or none ("should": the others count
            for less).
        limit: how many candidates are wanted at most.
        properties: ids of properties, each with the values that are accepted; an entity stands for its id.
    """

    text: str | None = None
    types: tuple[str, ...] = ()
    strict: str = "any"
    limit: int = DEFAULT_LIMIT
    properties: tuple[tuple[str, tuple[Value, ...]], ...] = ()


@frozen(kw_only=True)
class Column:
    """
    A property that entities are to be extended by.

    Attributes:
        id: the id of the property.
        where: where the request has it, for errors.
        date: the date that it is asked for, if any.
        language: the tag of the language in which names are wanted; empty for their English spelling.
    """

    id: str
    where: str = ""
    date: HistoricalDate | None = None
    language: str = ""


@frozen(kw_only=True)
class Extension:
    """
    A request for further columns.

    Attributes:
        ids: the ids of the entities.
        columns: the properties.
    """

    ids: tuple[str, ...]
    columns: tuple[Column, ...]


def read_queries(text: str) -> dict[str, Query]:
    """
    Read a batch of queries.

    Args:
        text: its JSON.

    Raises:
        MisfitError: it is no JSON, or no batch of queries.
        TooManyError: it has too many queries.

    >>> read_queries('{"q0": {"query": "Stalino", "limit": 3}}')["q0"].limit
    3
    """
    raw = _object(_parsed(text, "queries"), "queries")
    _few(raw, "queries", BATCH)
    return {key: _query(value, under("queries", key)) for key, value in raw.items()}


def read_extension(text: str) -> Extension:
    """
    Read a request for further columns.

    Args:
        text: its JSON.

    Raises:
        MisfitError: it is no JSON, or no such request.
        TooManyError: it asks for too much.

    >>> read_extension('{"ids": ["dushanbe"], "properties": [{"id": "country"}]}').columns[0].id
    'country'
    """
    raw = _object(_parsed(text, "extend"), "extend")
    ids = _items(_needed(raw, "ids", "extend"), "extend.ids", _text)
    columns = _items(_needed(raw, "properties", "extend"), "extend.properties", _column)
    _few(ids, "extend.ids", BATCH)
    _few(columns, "extend.properties", WIDTH)
    return Extension(ids=ids, columns=columns)


def read_count(text: str, where: str) -> int:
    """
    Read a whole number that is not negative from a parameter.

    Args:
        text: the digits.
        where: the name of the parameter, for the error.

    Raises:
        MisfitError: it is no such number.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise MisfitError(where, repr(text[:60]), "a whole number, 0 or more")
    return int(text)


def _parsed(text: str, where: str) -> Any:
    """
    Parse JSON.
    """
    try:
        return read_json(text)
    except DataError as error:
        finding = error.findings[0]
        raise MisfitError(f"{where}: {finding.path}".rstrip(": "), finding.found, finding.expected) from None


def _query(raw: Any, where: str) -> Query:
    """
    Read one query.
    """
    known = _object(raw, where)
    for key in known:
        if key not in ("query", "type", "limit", "properties", "type_strict"):
            raise MisfitError(under(where, key), "an unknown key", "query, type, limit, properties or type_strict")
    if "query" not in known and not known.get("properties"):
        raise MisfitError(where, "neither", "a query or properties")
    types = known.get("type", [])
    strict = known.get("type_strict", STRICT[0])
    if strict not in STRICT:
        raise _at(f"{where}.type_strict", strict, "any, all or should")
    return Query(
        text=_text(known["query"], f"{where}.query") if "query" in known else None,
        types=_items([types] if isinstance(types, str) else types, f"{where}.type", _text),
        strict=strict,
        limit=_limit(known.get("limit", DEFAULT_LIMIT), f"{where}.limit"),
        properties=_items(known.get("properties", []), f"{where}.properties", _property),
    )


def _property(raw: Any, where: str) -> tuple[str, tuple[Value, ...]]:
    """
    Read a property of a query: one value, or several.
    """
    known = _object(raw, where)
    pid = _text(_needed(known, "pid", where), f"{where}.pid")
    value = _needed(known, "v", where)
    return pid, _items(value if isinstance(value, list) else [value], f"{where}.v", _value)


def _value(raw: Any, where: str) -> Value:
    """
    Read a value of a property; an entity stands for its id.
    """
    if isinstance(raw, dict):
        return _text(_needed(raw, "id", where), f"{where}.id")
    if not isinstance(raw, str | int | float):
        raise _at(where, raw, "a text, a number, true, false, or an entity")
    return raw


def _column(raw: Any, where: str) -> Column:
    """
    Read a property that entities are to be extended by.
    """
    known = _object(raw, where)
    settings = _object(known.get("settings", {}), f"{where}.settings")
    return Column(
        id=_text(_needed(known, "id", where), f"{where}.id"),
        where=where,
        date=_date(settings.get("date", ""), f"{where}.settings.date"),
        language=_text(settings.get("language", ""), f"{where}.settings.language").strip(),
    )


def _date(raw: Any, where: str) -> HistoricalDate | None:
    """
    Read the date of a setting; a blank one is none.
    """
    text = raw.strip() if isinstance(raw, str) else raw
    if text == "":
        return None
    try:
        return as_date(text)
    except InvalidDate as error:
        raise _at(where, raw, f"a date in EDTF ({error.reason})") from None


def _limit(raw: Any, where: str) -> int:
    """
    Read the limit of a query.
    """
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw < 1 or raw != raw // 1:
        raise _at(where, raw, "a whole number, 1 or more")
    return int(raw)


def _object(raw: Any, where: str) -> dict[str, Any]:
    """
    Demand an object.
    """
    if not isinstance(raw, dict):
        raise _at(where, raw, "an object")
    return raw


def _items(raw: Any, where: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
    """
    Demand a list, and read its items.
    """
    if not isinstance(raw, list):
        raise _at(where, raw, "a list")
    return tuple([read(item, f"{where}[{number}]") for number, item in enumerate(raw)])


def _text(raw: Any, where: str) -> str:
    """
    Demand a text.
    """
    if not isinstance(raw, str):
        raise _at(where, raw, "a text")
    return raw


def _needed(raw: dict[str, Any], key: str, where: str) -> Any:
    """
    Demand a member of an object.
    """
    if key not in raw:
        raise MisfitError(under(where, key), "nothing", "a value")
    return raw[key]


def _few(found: dict[str, Any] | tuple[Any, ...], where: str, most: int) -> None:
    """
    Demand no more than can be answered.
    """
    if len(found) > most:
        raise TooManyError(f"{where}: found {len(found):,}, expected {most:,} at most")


def _at(where: str, raw: Any, expected: str) -> MisfitError:
    """
    Make the error for a value at a place.
    """
    return MisfitError(where, misfit(raw, expected).found, expected)
