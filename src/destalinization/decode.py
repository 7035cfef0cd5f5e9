"""
Records from the bundled JSON, built with the standard library alone.

The bundled files are canonical and tested, so nothing is checked here; `codec` reads what users bring, strictly, and
the tests hold the two against each other. Citations and dates that occur many times are built once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import attr

from .dates import parse
from .model.names import Honour, Name, SideName
from .model.provenance import Citation, Dated, Dispute
from .model.relations import Ending, Relation

Raw = dict[str, Any]


@cache
def builder(table: str) -> Callable[[Raw], Any]:
    """
    Give the function that builds the records of a table out of parsed JSON; it consumes what it is given.

    Args:
        table: the name of a stored table, such as ``places``.

    Raises:
        KeyError: there is no such table.

    >>> builder("topics")({"id": "gulag", "label": "Gulag", "kind": "concept"}).label
    'Gulag'
    """
    return _BUILDERS[table]()


def _record(kind: type[Any], /, **converters: Callable[[Any], Any]) -> Callable[[Raw], Any]:
    """
    Make a function that builds a record after building the records and dates in it.

    It passes the names of the class itself, since a call by equal but other strings takes half as long again.
    """
    fields = {field.name: (field.name, converters.get(field.name)) for field in attr.fields(kind)}

    def build(raw: Raw) -> Any:
        known = {}
        for key, value in raw.items():
            name, convert = fields[key]
            known[name] = value if convert is None else convert(value)
        return kind(**known)

    return build


def _each(build: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    """
    Make a function that builds several records.
    """
    return lambda raw: [build(item) for item in raw]


_cited = cache(Citation)


def _citation(raw: Raw) -> Citation:
    """
    Build a citation, or find the same one.
    """
    if "supports" in raw:
        raw["supports"] = tuple(raw["supports"])
    return _cited(**raw)


_citations = _each(_citation)
_disputes = _each(_record(Dispute, citations=_citations))
_sourced: dict[str, Callable[[Any], Any]] = {"citations": _citations, "disputes": _disputes}
_dated = _record(Dated, value=parse, **_sourced)
_relations = _each(_record(Relation, when=parse, citations=_citations))
_ending = _record(Ending, date=parse, **_sourced)
_name = _record(
    Name,
    since=parse,
    until=parse,
    honours=_each(_record(Honour, citations=_citations)),
    attested=_each(_dated),
    **_sourced,
)
_bearing: dict[str, Callable[[Any], Any]] = {
    "founded": _dated,
    "ending": _ending,
    "names": _each(_name),
    "also": _each(_record(SideName, name=_name)),
    "relations": _relations,
    **_sourced,
}
_described: dict[str, Callable[[Any], Any]] = {
    "relations": _relations,
    "citations": _citations,
}


def _places() -> Callable[[Raw], Any]:
    from .model.places import Coordinates, Place

    return _record(Place, coordinates=_record(Coordinates, citation=_citation), **_bearing)


def _institutions() -> Callable[[Raw], Any]:
    from .model.institutions import Institution

    return _record(Institution, **_bearing)


def _people() -> Callable[[Raw], Any]:
    from .model.people import Person

    return _record(Person, born=_dated, died=_dated, **_described)


def _topics() -> Callable[[Raw], Any]:
    from .model.people import Topic

    return _record(Topic, period=_dated, **_described)


def _events() -> Callable[[Raw], Any]:
    from .model.events import Event

    return _record(Event, when=_dated, **_sourced)


def _acts() -> Callable[[Raw], Any]:
    from .model.events import Act

    return _record(Act, date=parse, published=parse, citations=_citations)


def _claims() -> Callable[[Raw], Any]:
    from .model.claims import Claim

    return _record(Claim, citations=_citations)


def _sources() -> Callable[[Raw], Any]:
    from .model.source import Source

    return _record(Source, date=parse, accessed=parse)


_BUILDERS: dict[str, Callable[[], Callable[[Raw], Any]]] = {
    "places": _places,
    "institutions": _institutions,
    "people": _people,
    "topics": _topics,
    "events": _events,
    "acts": _acts,
    "claims": _claims,
    "sources": _sources,
}
