"""
Places from the bundled JSON.
"""

from __future__ import annotations

from typing import Any

from ..filling import fillable
from ..model.converters import links
from ..model.places import Coordinates, Place
from .parts import NOTHING, Raw, citation, dated, dispute, ending, name, relation, side_name


def place(raw: Raw) -> Place:
    """
    Build a place.
    """
    get = raw.get
    made: Any = fillable(Place)()
    made.id = raw["id"]
    made.label = raw["label"]
    made.kind = raw["kind"]
    made.country = get("country")
    made.admin1 = get("admin1")
    made.within = get("within")
    made.coordinates = coordinates(raw["coordinates"]) if "coordinates" in raw else None
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
    made.__class__ = Place
    return made


def coordinates(raw: Raw) -> Coordinates:
    """
    Build coordinates.
    """
    made: Any = fillable(Coordinates)()
    made.latitude = raw["latitude"]
    made.longitude = raw["longitude"]
    made.basis = raw["basis"]
    made.citation = citation(raw["citation"])
    made.__class__ = Coordinates
    return made
