"""
Records from the bundled JSON, built with the standard library alone.

The bundled files are canonical and tested, so nothing is checked here; `codec` reads what users bring, strictly, and
the tests hold the two against each other. Each function fills the slots of one record, field by field in model order,
without its constructor (see `fillable`). They are written out, unlike those of `encode`, since to compile them from the
model would slow each first lookup. Dates that occur many times are built once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from typing import Any

from .dates import parse
from .filling import fillable
from .model.frozenmap import FrozenMap, owning
from .model.names import Honour, Name, SideName
from .model.provenance import Citation, Dated, Dispute
from .model.relations import Ending, Relation

Raw = dict[str, Any]

_NOTHING: FrozenMap[str, Any] = FrozenMap()

_Citation = fillable(Citation)
_Dated = fillable(Dated)
_Honour = fillable(Honour)
_Name = fillable(Name)


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
    fill, module, kind = _BUILDERS[table]
    return partial(fill, *_classes(module, kind))


@cache
def _classes(module: str, name: str) -> tuple[type[Any], Any]:
    """
    Import a class of the model when it is first wanted, and make the one that can be filled.
    """
    kind = getattr(import_module(f".model.{module}", __package__), name)
    return kind, fillable(kind)


def _citation(raw: Raw) -> Any:
    """
    Build a citation.
    """
    made = _Citation()
    made.source = raw["source"]
    made.locator = raw["locator"] if "locator" in raw else None
    made.supports = tuple(raw["supports"]) if "supports" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = Citation
    return made


def _forms(raw: Raw) -> FrozenMap[str, tuple[str, ...]]:
    """
    Build spellings by language tag.
    """
    for tag in raw:
        raw[tag] = tuple(raw[tag])
    return owning(raw)


def _dispute(raw: Raw) -> Any:
    """
    Build a dispute.
    """
    made = fillable(Dispute)()
    made.field = raw["field"]
    made.value = raw["value"]
    made.standing = raw["standing"] if "standing" in raw else "open"
    made.note = raw["note"] if "note" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.__class__ = Dispute
    return made


def _dated(raw: Raw) -> Any:
    """
    Build a dated statement.
    """
    made = _Dated()
    made.value = parse(raw["value"])
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = Dated
    return made


def _relation(raw: Raw) -> Any:
    """
    Build a relation.
    """
    made = fillable(Relation)()
    made.type = raw["type"]
    made.target = raw["target"]
    made.when = parse(raw["when"]) if "when" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = Relation
    return made


def _ending(raw: Raw) -> Any:
    """
    Build an ending.
    """
    made = fillable(Ending)()
    made.how = raw["how"]
    made.date = parse(raw["date"]) if "date" in raw else None
    made.into = tuple(raw["into"]) if "into" in raw else ()
    made.act = raw["act"] if "act" in raw else None
    made.event = raw["event"] if "event" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = Ending
    return made


def _honour(raw: Raw) -> Any:
    """
    Build an honour.
    """
    made = _Honour()
    made.target = raw["target"]
    made.certainty = raw["certainty"] if "certainty" in raw else "certain"
    made.note = raw["note"] if "note" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.__class__ = Honour
    return made


def _name(raw: Raw) -> Any:
    """
    Build a name.
    """
    made = _Name()
    made.key = raw["key"]
    made.text = raw["text"]
    made.forms = _forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.since = parse(raw["since"]) if "since" in raw else None
    made.until = parse(raw["until"]) if "until" in raw else None
    made.succession = raw["succession"] if "succession" in raw else "direct"
    made.honours = tuple(map(_honour, raw["honours"])) if "honours" in raw else ()
    made.act = raw["act"] if "act" in raw else None
    made.event = raw["event"] if "event" in raw else None
    made.attested = tuple(map(_dated, raw["attested"])) if "attested" in raw else ()
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = Name
    return made


def _side_name(raw: Raw) -> Any:
    """
    Build a side name.
    """
    made = fillable(SideName)()
    made.name = _name(raw["name"])
    made.use = raw["use"]
    made.__class__ = SideName
    return made


def _place(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build a place.
    """
    made = new()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = raw["country"] if "country" in raw else None
    made.admin1 = raw["admin1"] if "admin1" in raw else None
    made.within = raw["within"] if "within" in raw else None
    made.coordinates = _coordinates(raw["coordinates"]) if "coordinates" in raw else None
    made.founded = _dated(raw["founded"]) if "founded" in raw else None
    made.ending = _ending(raw["ending"]) if "ending" in raw else None
    made.current = raw["current"] if "current" in raw else None
    made.names = tuple(map(_name, raw["names"]))
    made.also = tuple(map(_side_name, raw["also"])) if "also" in raw else ()
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = owning(raw["links"]) if "links" in raw else _NOTHING
    made.summary = raw["summary"] if "summary" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _coordinates(raw: Raw) -> Any:
    """
    Build coordinates.
    """
    kind, new = _classes("places", "Coordinates")
    made = new()
    made.latitude = raw["latitude"]
    made.longitude = raw["longitude"]
    made.basis = raw["basis"]
    made.citation = _citation(raw["citation"])
    made.__class__ = kind
    return made


def _institution(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build an institution.
    """
    made = new()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = raw["country"] if "country" in raw else None
    made.within = raw["within"] if "within" in raw else None
    made.seat = raw["seat"] if "seat" in raw else None
    made.founded = _dated(raw["founded"]) if "founded" in raw else None
    made.ending = _ending(raw["ending"]) if "ending" in raw else None
    made.current = raw["current"] if "current" in raw else None
    made.names = tuple(map(_name, raw["names"]))
    made.also = tuple(map(_side_name, raw["also"])) if "also" in raw else ()
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = owning(raw["links"]) if "links" in raw else _NOTHING
    made.summary = raw["summary"] if "summary" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _person(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build a person.
    """
    made = new()
    made.id = raw["id"]
    made.label = raw["label"]
    made.forms = _forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.aliases = tuple(raw["aliases"]) if "aliases" in raw else ()
    made.born = _dated(raw["born"]) if "born" in raw else None
    made.died = _dated(raw["died"]) if "died" in raw else None
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = owning(raw["links"]) if "links" in raw else _NOTHING
    made.summary = raw["summary"] if "summary" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.__class__ = kind
    return made


def _topic(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build a topic.
    """
    made = new()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.forms = _forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.aliases = tuple(raw["aliases"]) if "aliases" in raw else ()
    made.period = _dated(raw["period"]) if "period" in raw else None
    made.relations = tuple(map(_relation, raw["relations"])) if "relations" in raw else ()
    made.links = owning(raw["links"]) if "links" in raw else _NOTHING
    made.summary = raw["summary"] if "summary" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.__class__ = kind
    return made


def _event(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build an event.
    """
    made = new()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.when = _dated(raw["when"])
    made.place = raw["place"] if "place" in raw else None
    made.participants = tuple(raw["participants"]) if "participants" in raw else ()
    made.causes = tuple(raw["causes"]) if "causes" in raw else ()
    made.act = raw["act"] if "act" in raw else None
    made.summary = raw["summary"] if "summary" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.disputes = tuple(map(_dispute, raw["disputes"])) if "disputes" in raw else ()
    made.__class__ = kind
    return made


def _act(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build an act.
    """
    made = new()
    made.id = raw["id"]
    made.title = raw["title"]
    made.forms = _forms(raw["forms"]) if "forms" in raw else _NOTHING
    made.kind = raw["kind"]
    made.issuer = raw["issuer"] if "issuer" in raw else None
    made.number = raw["number"] if "number" in raw else None
    made.date = parse(raw["date"]) if "date" in raw else None
    made.published = parse(raw["published"]) if "published" in raw else None
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = kind
    return made


def _claim(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build a claim.
    """
    made = new()
    made.id = raw["id"]
    made.section = raw["section"]
    made.statement = raw["statement"]
    made.subjects = tuple(raw["subjects"]) if "subjects" in raw else ()
    made.status = raw["status"]
    made.correction = raw["correction"] if "correction" in raw else None
    made.evidence = tuple(raw["evidence"]) if "evidence" in raw else ()
    made.citations = tuple(map(_citation, raw["citations"])) if "citations" in raw else ()
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = kind
    return made


def _source(kind: type[Any], new: Any, raw: Raw) -> Any:
    """
    Build a source.
    """
    made = new()
    made.id = raw["id"]
    made.title = raw["title"]
    made.publisher = raw["publisher"] if "publisher" in raw else None
    made.author = raw["author"] if "author" in raw else None
    made.date = parse(raw["date"]) if "date" in raw else None
    made.url = raw["url"] if "url" in raw else None
    made.archived_url = raw["archived_url"] if "archived_url" in raw else None
    made.kind = raw["kind"]
    made.language = raw["language"] if "language" in raw else None
    made.licence = raw["licence"] if "licence" in raw else None
    made.accessed = parse(raw["accessed"]) if "accessed" in raw else None
    made.derived_from = raw["derived_from"] if "derived_from" in raw else None
    made.note = raw["note"] if "note" in raw else None
    made.__class__ = kind
    return made


_BUILDERS: dict[str, tuple[Callable[[type[Any], Any, Raw], Any], str, str]] = {
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
