"""
Which records a command is about: a table and criteria, as words of the command line.
"""

from __future__ import annotations

from collections.abc import Iterable
from inspect import signature
from typing import TYPE_CHECKING, Any

from ..errors import UnknownTerm

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue
    from ..store.table import Table

TABLES = (
    "places", "institutions", "people", "topics", "events", "acts", "claims", "sources", "changes", "renamings",
)  # fmt: skip
"""The tables that can be chosen from."""


def chosen(catalogue: Catalogue, table: str | None, criteria: Iterable[str]) -> Table[Any] | None:
    """
    Give the records of a table that meet criteria, or None where neither table nor criterion is given.

    Args:
        catalogue: whose records they are.
        table: the name of a table; places where there are criteria only.
        criteria: the criteria, each as ``name=value``, such as ``country=TJ``.

    Raises:
        UnknownTerm: there is no such table, or it has no such criterion.
        ValueError: a criterion is not of that form, or said twice, or its value is none that it accepts.

    >>> import destalinization as ds
    >>> chosen(ds.catalogue(), "renamings", ["removes=joseph-stalin", "country=TJ", "during=1961"]).ids()
    ('dushanbe/dushanbe',)
    """
    given = _split(criteria)
    if table is None and not given:
        return None
    name = table or "places"
    if name not in TABLES:
        raise UnknownTerm(name, "table", TABLES)
    records: Table[Any] = getattr(catalogue, name)
    where: Any = getattr(records, "where")  # noqa: B009
    known = signature(where).parameters
    for criterion in given:
        if criterion not in known:
            raise UnknownTerm(criterion, f"criterion of {name}", tuple(known))
    found: Table[Any] = where(**{key: _value(key, value, known[key].default) for key, value in given.items()})
    return found


def _split(criteria: Iterable[str]) -> dict[str, str]:
    """
    Split criteria at their first sign of equality.
    """
    given: dict[str, str] = {}
    for criterion in criteria:
        key, equal, value = criterion.partition("=")
        if not (key and equal and value):
            raise ValueError(f"{criterion!r} is no criterion: expected NAME=VALUE, such as country=TJ")
        if key in given:
            raise ValueError(f"the criterion {key} is given twice: {given[key]} and {value}")
        given[key] = value
    return given


def _value(criterion: str, value: str, default: object) -> str | bool:
    """
    Read the value of a criterion; one that is yes or no by default takes true or false.
    """
    if not isinstance(default, bool):
        return value
    if value not in ("true", "false"):
        raise ValueError(f"{criterion} is {value!r}: expected true or false")
    return value == "true"
