"""
Extending a table: what is known of the entities, property by property.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..document import cite
from ..misfits import MisfitError
from ..model.places import Place
from ..toponyms.naming import name_on
from .candidates import bearer_of
from .entity_types import TYPES, types_of

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..store.catalogue import Catalogue
    from .messages import Column, Extension

Values = Iterator[dict[str, Any]]


@frozen
class Property:
    """
    A property of the entities.

    Attributes:
        id: its id.
        name: what people call it.
        description: what it says.
        values: gives its values; None where it can be asked about only.
        asked: whether queries may have it.
        types: the types whose entities have it; all of them where it is empty.
    """

    id: str
    name: str
    description: str
    values: Callable[[Bearer, Column, Catalogue], Values] | None
    asked: bool = False
    types: tuple[str, ...] = ()

    def written(self) -> dict[str, str]:
        """
        Write it as the protocol has it.
        """
        return {"id": self.id, "name": self.name, "description": self.description}


SETTINGS: tuple[dict[str, Any], ...] = (
    {
        "name": "date",
        "label": "Date",
        "type": "text",
        "default": "",
        "help_text": "The date that is asked for, in EDTF: 1950, 1950-06 or 1950-06-01.",
    },
    {
        "name": "language",
        "label": "Language of names",
        "type": "text",
        "default": "",
        "help_text": "A BCP 47 tag such as ru or uk; blank for the English spelling. Names without that form stay out.",
    },
)
"""What users can set for each property."""


def extend(request: Extension, catalogue: Catalogue) -> dict[str, Any]:
    """
    Give the values of properties of entities, as the protocol writes them.

    Args:
        request: which entities, and which properties. An unknown entity has no values; of a property that is asked for
            twice, the settings of the last count.
        catalogue: where the entities are looked up.

    Raises:
        MisfitError: a property is not known.

    >>> import destalinization as ds
    >>> from destalinization.dates import as_date
    >>> from destalinization.reconciliation.messages import Column, Extension
    >>> column = Column(id="name-on-date", date=as_date("1950"))
    >>> extend(Extension(ids=("dushanbe",), columns=(column,)), ds.catalogue())["rows"]
    {'dushanbe': {'name-on-date': [{'str': 'Stalinabad'}]}}
    """
    columns = {column.id: (column, _extending(column)) for column in request.columns}
    rows: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for id in request.ids:
        bearer = bearer_of(id, catalogue)
        rows[id] = {
            property: [] if bearer is None else list(values(bearer, column, catalogue))
            for property, (column, values) in columns.items()
        }
    return {"meta": [{"id": id, "name": PROPERTIES[id].name} for id in columns], "rows": rows}


def propose(type: str, limit: int | None = None) -> dict[str, Any]:
    """
    Propose properties that entities of a type can be extended by, as the protocol writes them.

    Args:
        type: the id of a type; all properties are proposed for an unknown one.
        limit: how many are wanted at most.
    """
    above = {type, *(broader["id"] for broader in TYPES.get(type, {}).get("broader", ()))}
    found = [
        property.written()
        for property in PROPERTIES.values()
        if property.values and (not property.types or type not in TYPES or above.intersection(property.types))
    ]
    return {"type": type, "properties": found[:limit]} | ({} if limit is None else {"limit": limit})


def _extending(column: Column) -> Callable[[Bearer, Column, Catalogue], Values]:
    """
    Give what finds the values of a column.
    """
    property = PROPERTIES.get(column.id)
    if property is None or property.values is None:
        known = ", ".join(property.id for property in PROPERTIES.values() if property.values)
        raise MisfitError(f"{column.where}.id", repr(column.id[:60]), f"one of {known}")
    return property.values


def _spelt(names: Iterable[Name], column: Column) -> Values:
    """
    Spell names in the language of a column; what has no form in it stays out.
    """
    for name in names:
        forms = name.forms.get(column.language, ()) if column.language else (name.text,)
        yield from _texts(forms[:1])


def _texts(values: Iterable[str | None]) -> Values:
    """
    Write texts, without those that are not known.
    """
    yield from ({"str": value} for value in values if value)


def _in_question(bearer: Bearer, column: Column) -> tuple[Name, ...]:
    """
    Give the best name on the date of a column, or all names of the chain where it has no date.
    """
    if column.date is None:
        return bearer.names
    best = name_on(bearer, column.date).best
    return () if best is None else (best,)


def _name_on_date(bearer: Bearer, column: Column, _: Catalogue) -> Values:
    return _spelt(_in_question(bearer, column) if column.date else (), column)


def _certainty(bearer: Bearer, column: Column, _: Catalogue) -> Values:
    if column.date is not None:
        answer = name_on(bearer, column.date)
        yield {"str": answer.grade or answer.state}


def _name_today(bearer: Bearer, column: Column, _: Catalogue) -> Values:
    return _spelt(bearer.names[-1:] if bearer.current else (), column)


def _former_names(bearer: Bearer, column: Column, _: Catalogue) -> Values:
    return _spelt(bearer.names[:-1] if bearer.current else bearer.names, column)


def _periods(bearer: Bearer, _column: Column, _: Catalogue) -> Values:
    periods = zip(bearer.names, bearer.periods(), strict=True)
    return _texts(f"{name}: {period}" for name, period in periods)


def _latitude(bearer: Bearer, _column: Column, _: Catalogue) -> Values:
    if isinstance(bearer, Place) and bearer.coordinates:
        yield {"float": bearer.coordinates.latitude}


def _longitude(bearer: Bearer, _column: Column, _: Catalogue) -> Values:
    if isinstance(bearer, Place) and bearer.coordinates:
        yield {"float": bearer.coordinates.longitude}


def _link(authority: str) -> Callable[[Bearer, Column, Catalogue], Values]:
    """
    Make what gives the id of a bearer elsewhere.
    """
    return lambda bearer, _column, _: _texts([bearer.links.get(authority)])


def _country(bearer: Bearer, _column: Column, _: Catalogue) -> Values:
    return _texts([bearer.country])


def _kind(bearer: Bearer, _column: Column, _: Catalogue) -> Values:
    return _texts(types_of(bearer)[:1])


def _honours(bearer: Bearer, column: Column, catalogue: Catalogue) -> Values:
    names = _in_question(bearer, column)
    for target in dict.fromkeys(honour.target for name in names for honour in name.honours):
        yield {"id": target, "name": str(getattr(catalogue[target], "label", target))}


def _sources(bearer: Bearer, column: Column, catalogue: Catalogue) -> Values:
    records = [bearer] if column.date is None else _in_question(bearer, column)
    return _texts(source for record in records for source in cite(record, catalogue=catalogue))


PROPERTIES: dict[str, Property] = {
    property.id: property
    for property in (
        Property("date", "Date", "When the name was in use, in EDTF: 1950, 1950-06 or 1950-06-01.", None, asked=True),
        Property(
            "name-on-date", "Name on a date", "The best name on the date that is set; none without one.", _name_on_date
        ),
        Property(
            "certainty-on-date",
            "Certainty of the name on a date",
            "Certain, likely or possible; or why it had no name.",
            _certainty,
        ),
        Property("name-today", "Name of today", "The name in use today.", _name_today),
        Property("former-names", "Former names", "The names of the chain that are not in use today.", _former_names),
        Property("names", "Names with their periods", "The whole chain of names, first to last.", _periods),
        Property("latitude", "Latitude", "Degrees north in WGS 84.", _latitude, types=("place",)),
        Property("longitude", "Longitude", "Degrees east in WGS 84.", _longitude, types=("place",)),
        Property("geonames", "GeoNames id", "The id in GeoNames.", _link("geonames")),
        Property("wikidata", "Wikidata id", "The id in Wikidata.", _link("wikidata")),
        Property("country", "Country", "The country of today, ISO 3166-1 alpha-2.", _country, asked=True),
        Property("kind", "Kind", "The kind, such as city or prize.", _kind, asked=True),
        Property(
            "honours",
            "Honours",
            "Whom its names honour, or the name on the date that is set; asked about by id or label.",
            _honours,
            asked=True,
        ),
        Property("sources", "Sources", "The sources of the record, or of the name on the date that is set.", _sources),
    )
}
"""All properties by their ids."""
