"""
What the properties of a query demand: a date, a country, a kind, whom the name honours.

A cell of a user's table may hold anything. A value that cannot be read, or a property that is not known here, narrows
nothing down; but then no candidate is called a match, since what was not read may speak against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import frozen

from ..dates import HistoricalDate, as_date
from ..document import BASE
from ..errors import InvalidDate
from ..folding import fold
from .entity_types import TYPES, types_of

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..store.catalogue import Catalogue
    from .messages import Query, Value

_TIME = re.compile(r"T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$")
"""The time of day that OpenRefine writes behind a day; the names of places do not ask for it."""


@frozen(kw_only=True)
class Criteria:
    """
    What the properties of a query demand.

    Attributes:
        date: when the name must have held.
        countries: the countries of today that are accepted; None where any is.
        kinds: the kinds that are accepted; None where any is.
        honoured: the ids of those whom the name may honour; None where it need honour nobody.
        read: whether all of the properties could be read.
    """

    date: HistoricalDate | None = None
    countries: frozenset[str] | None = None
    kinds: frozenset[str] | None = None
    honoured: frozenset[str] | None = None
    read: bool = True

    def accept(self, bearer: Bearer, names: Iterable[Name]) -> bool:
        """
        Say whether a bearer meets all criteria but the date.

        Args:
            bearer: the place or institution.
            names: the names of it that may honour those who are wanted.
        """
        if self.countries is not None and bearer.country not in self.countries:
            return False
        if self.kinds is not None and self.kinds.isdisjoint(types_of(bearer)):
            return False
        return self.honoured is None or any(honour.target in self.honoured for name in names for honour in name.honours)


NO_CRITERIA = Criteria()


def criteria_of(query: Query, catalogue: Catalogue) -> Criteria:
    """
    Read the properties of a query.

    Args:
        query: the query.
        catalogue: where those who are honoured are looked up.
    """
    if not query.properties:
        return NO_CRITERIA
    given: dict[str, list[Value]] = {}
    for pid, values in query.properties:
        given.setdefault(pid, []).extend(value for value in values if not _blank(value))
    found = {pid: [_READERS[pid](value, catalogue) for value in given.get(pid, ())] for pid in _READERS}
    dates = [_date(value) for value in given.get("date", ())]
    complete = None not in dates and all(None not in values for values in found.values())
    return Criteria(
        date=dates[0] if len(dates) == 1 else None,
        countries=_any_of(found["country"]),
        kinds=_any_of(found["kind"]),
        honoured=_any_of(found["honours"]),
        read=complete and len(dates) < 2 and not given.keys() - {"date", *_READERS},
    )


def _any_of(values: list[str | None]) -> frozenset[str] | None:
    """
    Keep the values that could be read, or give None if there are none.
    """
    return frozenset(value for value in values if value is not None) or None


def _blank(value: Value) -> bool:
    """
    Say whether a cell is empty, which demands nothing.
    """
    return isinstance(value, str) and not value.strip()


def _date(value: Value) -> HistoricalDate | None:
    """
    Read a date: EDTF, a year, or a day with its time of day, which is left out.
    """
    given = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(given, bool | float):
        return None
    try:
        return as_date(_TIME.sub("", given.strip()) if isinstance(given, str) else given)
    except InvalidDate:
        return None


def _country(value: Value, _: Catalogue) -> str | None:
    """
    Read a country code.
    """
    code = str(value).strip().upper()
    return code if re.fullmatch("[A-Z]{2}", code) else None


def _kind(value: Value, _: Catalogue) -> str | None:
    """
    Read a type, by its id or its name.
    """
    id = str(value).strip().casefold().replace(" ", "-")
    return id if id in TYPES else None


def _honoured(value: Value, catalogue: Catalogue) -> str | None:
    """
    Read one who is honoured, by id or label.
    """
    text = str(value).strip().removeprefix(BASE)
    return catalogue.remember("honoured", _all_honoured).get(fold(text))


def _all_honoured(catalogue: Catalogue) -> dict[str, str]:
    """
    Give the ids of all who are honoured by a name, by their folded ids and labels; an id goes before a label.
    """
    bearers = (*catalogue.places, *catalogue.institutions)
    names = [name for bearer in bearers for name in (*bearer.names, *(side.name for side in bearer.also))]
    ids = sorted({honour.target for name in names for honour in name.honours})
    labels = {fold(getattr(catalogue[id], "label", id)): id for id in ids}
    return labels | {fold(id): id for id in ids}


_READERS = {"country": _country, "kind": _kind, "honours": _honoured}
