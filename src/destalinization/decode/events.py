"""
Acts and events from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..dates import parse
from ..filling import fillable
from ..model.converters import forms
from ..model.events import Act, Event
from .parts import NOTHING, Raw, citation, dated, dispute


def event(raw: Raw) -> Event:
    """
    Build an event.
    """
    get = raw.get
    made: Any = fillable(Event)()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.when = dated(raw["when"])
    made.place = get("place")
    made.participants = tuple(get("participants", ()))
    made.causes = tuple(get("causes", ()))
    made.act = get("act")
    made.summary = get("summary")
    made.citations = tuple(map(citation, get("citations", ())))
    made.disputes = tuple(map(dispute, get("disputes", ())))
    made.__class__ = Event
    return made


def act(raw: Raw) -> Act:
    """
    Build an act.
    """
    get = raw.get
    made: Any = fillable(Act)()
    made.id = raw["id"]
    made.title = raw["title"]
    made.forms = forms(get("forms", NOTHING))
    made.kind = raw["kind"]
    made.issuer = get("issuer")
    made.number = get("number")
    made.date = parse(raw["date"]) if "date" in raw else None
    made.published = parse(raw["published"]) if "published" in raw else None
    made.citations = tuple(map(citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = Act
    return made
