"""
People and topics from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..filling import fillable
from ..model.converters import forms, links
from ..model.people import Person, Topic
from .parts import NOTHING, Raw, citation, dated, relation


def person(raw: Raw) -> Person:
    """
    Build a person.
    """
    get = raw.get
    made: Any = fillable(Person)()
    made.id = raw["id"]
    made.label = raw["label"]
    made.forms = forms(get("forms", NOTHING))
    made.aliases = tuple(get("aliases", ()))
    made.born = dated(raw["born"]) if "born" in raw else None
    made.died = dated(raw["died"]) if "died" in raw else None
    made.relations = tuple(map(relation, get("relations", ())))
    made.links = links(get("links", NOTHING))
    made.summary = get("summary")
    made.citations = tuple(map(citation, get("citations", ())))
    made.__class__ = Person
    return made


def topic(raw: Raw) -> Topic:
    """
    Build a topic.
    """
    get = raw.get
    made: Any = fillable(Topic)()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.forms = forms(get("forms", NOTHING))
    made.aliases = tuple(get("aliases", ()))
    made.period = dated(raw["period"]) if "period" in raw else None
    made.relations = tuple(map(relation, get("relations", ())))
    made.links = links(get("links", NOTHING))
    made.summary = get("summary")
    made.citations = tuple(map(citation, get("citations", ())))
    made.__class__ = Topic
    return made
