"""
A place of sender, and a day, to the place of today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import destalinization as ds


@dataclass(frozen=True)
class Resolved:
    """
    An address, what it means, and how sure that is.
    """

    written: str
    place: ds.Place | None
    grade: str
    today: str


def resolve(written: str, sent: date | None = None, *, catalogue: ds.Catalogue | None = None) -> Resolved:
    """
    Resolve the name of a place as it stood on a day; what is unknown or ambiguous stays so.
    """
    if not written.strip():
        return Resolved(written, None, "", "")
    matches = ds.find(written, on=sent, catalogue=catalogue)
    places = {match.bearer: match.grade for match in matches if isinstance(match.bearer, ds.Place)}
    if len(places) != 1:
        return Resolved(written, None, "ambiguous" if places else "", "")
    ((place, grade),) = places.items()
    return Resolved(written, place, grade or "", called_today(place))


def called_today(place: ds.Place) -> str:
    """
    Give the name of today, if the place has one.
    """
    return place.names[-1].text if place.current else ""


def called_on(place: ds.Place, day: date) -> str:
    """
    Give the name on a day, with a question mark where sources leave it open.
    """
    answer = place.name_on(day)
    if answer.best is None:
        return ""
    return answer.best.text if answer.grade == "certain" else f"{answer.best.text}?"
