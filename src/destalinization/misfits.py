"""
What does not fit in users' JSON, and where it stands.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import attrs
from cattrs import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError


class MisfitError(Exception):
    """
    Something that does not fit: where it stands, what was found, and what would be right.
    """

    def __init__(self, path: str, found: str, expected: str) -> None:
        super().__init__(path, found, expected)
        self.path = path
        self.found = found
        self.expected = expected


def misfit(value: object, expected: str) -> MisfitError:
    """
    Make the error for a value that does not fit.
    """
    return MisfitError("", shown(value), expected)


class KeyedErrors(Exception):
    """
    Errors under keys of a map.
    """

    def __init__(self, errors: list[tuple[str, Exception]]) -> None:
        super().__init__(errors)
        self.errors = errors


def faults(error: BaseException, path: str) -> Iterator[tuple[str, str, str]]:  # noqa: C901 - a case for each shape
    """
    Give path, found and expected of everything that cattrs complains about.
    """
    match error:
        case MisfitError():
            yield path, error.found, error.expected
        case KeyedErrors():
            for key, inner in error.errors:
                yield from faults(inner, under(path, key))
        case ForbiddenExtraKeysError():
            known = ", ".join(field.name for field in attrs.fields(error.cl))
            for key in sorted(error.extra_fields):
                yield under(path, key), "an unknown key", f"one of {known}"
        case KeyError():
            yield path, "nothing", "a value"
        case IterableValidationError():
            for inner, item in error.group_exceptions()[0]:
                yield from faults(inner, f"{path}[{item.index}]")
        case ClassValidationError():
            fields, others = error.group_exceptions()
            for inner, field in fields:
                yield from faults(inner, under(path, field.name))
            for inner in others:
                yield from faults(inner, path)
        case _:
            yield path, f"a value that is refused ({error})", "another value"


def under(path: str, key: str) -> str:
    """
    Extend a path by a key.
    """
    return f"{path}.{printable(key)}" if path else printable(key)


def printable(text: str) -> str:
    """
    Replace lone surrogates, which cannot be written to a file or a terminal.
    """
    return text.encode(errors="backslashreplace").decode()


def shown(value: object) -> str:
    """
    Show a value in an error, cut where it is long.
    """
    try:
        text = json.dumps(value, ensure_ascii=True) if isinstance(value, dict | list | bool | None) else repr(value)
    except RecursionError:
        return "lists or objects nested deeply"
    return text if len(text) <= 60 else f"{text[:57]}..."
