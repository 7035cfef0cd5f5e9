"""
What records are made of: citations, disputes, dated statements, relations, endings, names.
"""

from __future__ import annotations

from typing import Any

from ..dates import parse
from ..filling import fillable
from ..model.converters import forms
from ..model.frozenmap import FrozenMap
from ..model.names import Honour, Name, SideName
from ..model.provenance import Citation, Dated, Dispute
from ..model.relations import Ending, Relation

Raw = dict[str, Any]

NOTHING: FrozenMap[str, Any] = FrozenMap()

_CITED: dict[tuple[Any, ...], Citation] = {}


def citation(raw: Raw) -> Citation:
    """
    Build a citation, or find the same one.
    """
    get = raw.get
    key = raw["source"], get("locator"), tuple(get("supports", ())), get("note")
    found = _CITED.get(key)
    if found is None:
        made: Any = fillable(Citation)()
        made.source, made.locator, made.supports, made.note = key
        made.__class__ = Citation
        found = _CITED.setdefault(key, made)
    return found


def dispute(raw: Raw) -> Dispute:
    """
    Build a dispute.
    """
    get = raw.get
    made: Any = fillable(Dispute)()
    made.field = raw["field"]
    made.value = raw["value"]
    made.standing = get("standing", "open")
    made.note = get("note")
    made.citations = tuple(map(citation, get("citations", ())))
    made.__class__ = Dispute
    return made


def dated(raw: Raw) -> Dated:
    """
    Build a dated statement.
    """
    get = raw.get
    made: Any = fillable(Dated)()
    made.value = parse(raw["value"])
    made.citations = tuple(map(citation, get("citations", ())))
    made.disputes = tuple(map(dispute, get("disputes", ())))
    made.note = get("note")
    made.__class__ = Dated
    return made


def relation(raw: Raw) -> Relation:
    """
    Build a relation.
    """
    get = raw.get
    made: Any = fillable(Relation)()
    made.type = raw["type"]
    made.target = raw["target"]
    made.when = parse(raw["when"]) if "when" in raw else None
    made.citations = tuple(map(citation, get("citations", ())))
    made.note = get("note")
    made.__class__ = Relation
    return made


def ending(raw: Raw) -> Ending:
    """
    Build an ending.
    """
    get = raw.get
    made: Any = fillable(Ending)()
    made.how = raw["how"]
    made.date = parse(raw["date"]) if "date" in raw else None
    made.into = tuple(get("into", ()))
    made.act = get("act")
    made.event = get("event")
    made.citations = tuple(map(citation, get("citations", ())))
    made.disputes = tuple(map(dispute, get("disputes", ())))
    made.note = get("note")
    made.__class__ = Ending
    return made


def honour(raw: Raw) -> Honour:
    """
    Build an honour.
    """
    get = raw.get
    made: Any = fillable(Honour)()
    made.target = raw["target"]
    made.certainty = get("certainty", "certain")
    made.note = get("note")
    made.citations = tuple(map(citation, get("citations", ())))
    made.__class__ = Honour
    return made


def name(raw: Raw) -> Name:
    """
    Build a name.
    """
    get = raw.get
    made: Any = fillable(Name)()
    made.key = raw["key"]
    made.text = raw["text"]
    made.forms = forms(get("forms", NOTHING))
    made.since = parse(raw["since"]) if "since" in raw else None
    made.until = parse(raw["until"]) if "until" in raw else None
    made.succession = get("succession", "direct")
    made.honours = tuple(map(honour, get("honours", ())))
    made.act = get("act")
    made.event = get("event")
    made.attested = tuple(map(dated, get("attested", ())))
    made.citations = tuple(map(citation, get("citations", ())))
    made.disputes = tuple(map(dispute, get("disputes", ())))
    made.note = get("note")
    made.__class__ = Name
    return made


def side_name(raw: Raw) -> SideName:
    """
    Build a side name.
    """
    made: Any = fillable(SideName)()
    made.name = name(raw["name"])
    made.use = raw["use"]
    made.__class__ = SideName
    return made
