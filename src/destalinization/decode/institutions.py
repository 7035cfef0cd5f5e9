"""
Institutions from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..filling import fillable
from ..model.converters import links
from ..model.institutions import Institution
from .parts import NOTHING, Raw, citation, dated, dispute, ending, name, relation, side_name


def institution(raw: Raw) -> Institution:
    """
    Build an institution.
    """
    get = raw.get
    made: Any = fillable(Institution)()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = get("country")
    made.within = get("within")
    made.seat = get("seat")
    made.founded = dated(raw["founded"]) if "founded" in raw else None
    made.ending = ending(raw["ending"]) if "ending" in raw else None
    made.current = get("current")
    made.names = tuple(map(name, raw["names"]))
    made.also = tuple(map(side_name, get("also", ())))
    made.relations = tuple(map(relation, get("relations", ())))
    made.links = links(get("links", NOTHING))
    made.summary = get("summary")
    made.citations = tuple(map(citation, get("citations", ())))
    made.disputes = tuple(map(dispute, get("disputes", ())))
    made.__class__ = Institution
    return made
