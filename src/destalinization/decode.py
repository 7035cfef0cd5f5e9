"""
Records from the bundled JSON, built with the standard library alone.

The bundled files are canonical and tested, so nothing is checked here; `codec` reads what users bring, strictly, and
the tests hold the two against each other. Each function fills the slots of one record, field by field in model order,
without its constructor (see `fillable`). Citations and dates that occur many times are built once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from typing import Any

from .dates import parse
from .filling import fillable
from .model.converters import forms, links
from .model.frozenmap import FrozenMap
from .model.names import Honour, Name, SideName
from .model.provenance import Citation, Dated, Dispute
from .model.relations import Ending, Relation

Raw = dict[str, Any]

_NOTHING: FrozenMap[str, Any] = FrozenMap()

_CITED: dict[tuple[Any, ...], Citation] = {}


@cache
def builder(table: str) -> Callable[[Raw], Any]:
    """
    Give the function that builds the records of a table out of parsed JSON.

    Args:
        table: the name of a stored table, such as ``places``.

    Raises:
        KeyError: there is no such table.

    >>> builder("topics")({"id": "gulag", "label": "Gulag", "kind": "concept"}).label
    'Gulag'
    """
    fill, module, kind = _BUILDERS[table]
    return partial(fill, getattr(import_module(f".model.{module}", __package__), kind))


def _citation(raw: Raw) -> Citation:
    """
    Build a citation, or find the same one.
    """
    get = raw.get
    key = raw["source"], get("locator"), tuple(get("supports", ())), get("note")
    found = _CITED.get(key)
    if found is None:
        made: Any = fillable[Citation]()
        made.source, made.locator, made.supports, made.note = key
        made.__class__ = Citation
        found = _CITED.setdefault(key, made)
    return found


def _dispute(raw: Raw) -> Any:
    """
    Build a dispute.
    """
    get = raw.get
    made: Any = fillable[Dispute]()
    made.field = raw["field"]
    made.value = raw["value"]
    made.standing = get("standing", "open")
    made.note = get("note")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.__class__ = Dispute
    return made


def _dated(raw: Raw) -> Any:
    """
    Build a dated statement.
    """
    get = raw.get
    made: Any = fillable[Dated]()
    made.value = parse(raw["value"])
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = get("note")
    made.__class__ = Dated
    return made


def _relation(raw: Raw) -> Any:
    """
    Build a relation.
    """
    get = raw.get
    made: Any = fillable[Relation]()
    made.type = raw["type"]
    made.target = raw["target"]
    made.when = parse(raw["when"]) if "when" in raw else None
    made.citations = tuple(map(_citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = Relation
    return made


def _ending(raw: Raw) -> Any:
    """
    Build an ending.
    """
    get = raw.get
    made: Any = fillable[Ending]()
    made.how = raw["how"]
    made.date = parse(raw["date"]) if "date" in raw else None
    made.into = tuple(get("into", ()))
    made.act = get("act")
    made.event = get("event")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = get("note")
    made.__class__ = Ending
    return made


def _honour(raw: Raw) -> Any:
    """
    Build an honour.
    """
    get = raw.get
    made: Any = fillable[Honour]()
    made.target = raw["target"]
    made.certainty = get("certainty", "certain")
    made.note = get("note")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.__class__ = Honour
    return made


def _name(raw: Raw) -> Any:
    """
    Build a name.
    """
    get = raw.get
    made: Any = fillable[Name]()
    made.key = raw["key"]
    made.text = raw["text"]
    made.forms = forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.since = parse(raw["since"]) if "since" in raw else None
    made.until = parse(raw["until"]) if "until" in raw else None
    made.succession = get("succession", "direct")
    made.honours = tuple(map(_honour, raw["honours"])) if "honours" in raw else ()
    made.act = get("act")
    made.event = get("event")
    made.attested = tuple(map(_dated, raw["attested"])) if "attested" in raw else ()
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = get("note")
    made.__class__ = Name
    return made


def _side_name(raw: Raw) -> Any:
    """
    Build a side name.
    """
    made: Any = fillable[SideName]()
    made.name = _name(raw["name"])
    made.use = raw["use"]
    made.__class__ = SideName
    return made


def _place(kind: type[Any], raw: Raw) -> Any:
    """
    Build a place.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = get("country")
    made.admin1 = get("admin1")
    made.within = get("within")
    made.coordinates = _coordinates(raw["coordinates"]) if "coordinates" in raw else None
    made.founded = _dated(raw["founded"]) if "founded" in raw else None
    made.ending = _ending(raw["ending"]) if "ending" in raw else None
    made.current = get("current")
    made.names = tuple(map(_name, raw["names"]))
    made.also = tuple(map(_side_name, raw["also"])) if "also" in raw else ()
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = links(raw["links"]) if "links" in raw else _NOTHING
    made.summary = get("summary")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _coordinates(raw: Raw) -> Any:
    """
    Build coordinates.
    """
    from .model.places import Coordinates

    made: Any = fillable[Coordinates]()
    made.latitude = raw["latitude"]
    made.longitude = raw["longitude"]
    made.basis = raw["basis"]
    made.citation = _citation(raw["citation"])
    made.__class__ = Coordinates
    return made


def _institution(kind: type[Any], raw: Raw) -> Any:
    """
    Build an institution.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = get("country")
    made.within = get("within")
    made.seat = get("seat")
    made.founded = _dated(raw["founded"]) if "founded" in raw else None
    made.ending = _ending(raw["ending"]) if "ending" in raw else None
    made.current = get("current")
    made.names = tuple(map(_name, raw["names"]))
    made.also = tuple(map(_side_name, raw["also"])) if "also" in raw else ()
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = links(raw["links"]) if "links" in raw else _NOTHING
    made.summary = get("summary")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _person(kind: type[Any], raw: Raw) -> Any:
    """
    Build a person.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.label = raw["label"]
    made.forms = forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.aliases = tuple(get("aliases", ()))
    made.born = _dated(raw["born"]) if "born" in raw else None
    made.died = _dated(raw["died"]) if "died" in raw else None
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = links(raw["links"]) if "links" in raw else _NOTHING
    made.summary = get("summary")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.__class__ = kind
    return made


def _topic(kind: type[Any], raw: Raw) -> Any:
    """
    Build a topic.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.forms = forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.aliases = tuple(get("aliases", ()))
    made.period = _dated(raw["period"]) if "period" in raw else None
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = links(raw["links"]) if "links" in raw else _NOTHING
    made.summary = get("summary")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.__class__ = kind
    return made


def _event(kind: type[Any], raw: Raw) -> Any:
    """
    Build an event.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.when = _dated(raw["when"])
    made.place = get("place")
    made.participants = tuple(get("participants", ()))
    made.causes = tuple(get("causes", ()))
    made.act = get("act")
    made.summary = get("summary")
    made.citations = tuple(map(_citation, get("citations", ())))
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _act(kind: type[Any], raw: Raw) -> Any:
    """
    Build an act.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.title = raw["title"]
    made.forms = forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.kind = raw["kind"]
    made.issuer = get("issuer")
    made.number = get("number")
    made.date = parse(raw["date"]) if "date" in raw else None
    made.published = parse(raw["published"]) if "published" in raw else None
    made.citations = tuple(map(_citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = kind
    return made


def _claim(kind: type[Any], raw: Raw) -> Any:
    """
    Build a claim.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.section = raw["section"]
    made.statement = raw["statement"]
    made.subjects = tuple(get("subjects", ()))
    made.status = raw["status"]
    made.correction = get("correction")
    made.evidence = tuple(get("evidence", ()))
    made.citations = tuple(map(_citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = kind
    return made


def _source(kind: type[Any], raw: Raw) -> Any:
    """
    Build a source.
    """
    get = raw.get
    made: Any = fillable[kind]()
    made.id = raw["id"]
    made.title = raw["title"]
    made.publisher = get("publisher")
    made.author = get("author")
    made.date = parse(raw["date"]) if "date" in raw else None
    made.url = get("url")
    made.archived_url = get("archived_url")
    made.kind = raw["kind"]
    made.language = get("language")
    made.licence = get("licence")
    made.accessed = parse(raw["accessed"]) if "accessed" in raw else None
    made.derived_from = get("derived_from")
    made.note = get("note")
    made.__class__ = kind
    return made


_BUILDERS: dict[str, tuple[Callable[[type[Any], Raw], Any], str, str]] = {
    "places": (_place, "places", "Place"),
    "institutions": (_institution, "institutions", "Institution"),
    "people": (_person, "people", "Person"),
    "topics": (_topic, "people", "Topic"),
    "events": (_event, "events", "Event"),
    "acts": (_act, "events", "Act"),
    "claims": (_claim, "claims", "Claim"),
    "sources": (_source, "source", "Source"),
}
"""How the records of each table are filled, and the module and the name of their class."""
