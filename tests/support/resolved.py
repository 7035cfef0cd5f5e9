"""
What a row of a table must resolve to: asked of `find` row by row, which is slow, and the measure of the joins.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

import destalinization as ds
from destalinization.store.catalogue import Catalogue

PREFIX = "resolved_"
NOTHING = dict.fromkeys(
    (
        "bearer", "label", "name", "name_then", "name_today", "grade", "latitude", "longitude",
    )
)  # fmt: skip


def expected(name: str | None, on: Any, country: str | None, kind: Any, catalogue: Catalogue) -> dict[str, Any]:
    """
    Ask `find` about one row.
    """
    none = NOTHING | {"candidate_count": 0, "candidates": ""}
    try:
        matches = ds.find(name or "", on=on, country=country or None, kind=kind or None, catalogue=catalogue)
    except ds.EmptyQuery:
        return none | {"outcome": "no-name"}
    bearers = {match.bearer.id: match.bearer for match in matches}
    many = {"candidate_count": len(bearers), "candidates": " ".join(bearers)}
    if len(bearers) != 1:
        return none | many | {"outcome": "ambiguous" if bearers else "none"}
    (bearer,) = bearers.values()
    place = getattr(bearer, "coordinates", None)
    then = bearer.name_on(on).best if on is not None else None
    return many | {
        "outcome": "found",
        "bearer": bearer.id,
        "label": bearer.label,
        "name": matches[0].name.text,
        "name_then": then and then.text,
        "name_today": bearer.names[-1].text if bearer.current is True else None,
        "grade": matches[0].grade,
        "latitude": place and place.latitude,
        "longitude": place and place.longitude,
    }


def differences(rows: Iterable[dict[str, Any]], catalogue: Catalogue) -> list[Any]:
    """
    Give the rows of a resolved table that are not what `find` says, each with what it says.
    """
    wrong = []
    for row in rows:
        got = {key.removeprefix(PREFIX): value for key, value in row.items() if key.startswith(PREFIX)}
        wanted = expected(row["name"], row["date"], row.get("country"), row.get("kind"), catalogue)
        if got != wanted:
            wrong.append((row, wanted))
    return wrong


def questions(catalogue: Catalogue, seed: int = 1956) -> Iterator[tuple[str, str]]:
    """
    Give names and dates that are hard to get right: every name and form around every date in its bearer's chain, as
    days, months, years, decades and sets.
    """
    draw = random.Random(seed)
    for bearer in (*catalogue.places, *catalogue.institutions):
        names = [*bearer.names, *(side.name for side in bearer.also)]
        dates = [found for name in names for found in (name.since, name.until) if found is not None]
        dates += [found for found in (bearer.founded and bearer.founded.value,) if found]
        days = [day for found in dates for day in (found.earliest, found.latest) if day is not None]
        days.append(date(draw.randrange(1800, 2030), draw.randrange(1, 13), draw.randrange(1, 29)))
        for name in names:
            text = draw.choice([name.text, *(form for forms in name.forms.values() for form in forms)])
            for day in days:
                near = day + timedelta(days=draw.choice((-1, 0, 0, 1, 40, -400) if 11 < day.year < 9990 else (0,)))
                iso = near.isoformat()
                yield text, iso
                later = min(near, date(9990, 1, 1)) + timedelta(days=draw.randrange(1, 400))
                coarse = (iso[:7], iso[:4], iso[:4] + "~", f"[{iso},{later}]", iso[:3] + "X")
                yield text, draw.choice(coarse[: 5 if near.year > 9 else 4])
