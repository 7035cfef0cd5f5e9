"""
Whom a name honours, in the few groups that a map can colour.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ...model.places import Place
from ...removals import LEADERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...dates import HistoricalDate
    from ...model.names import Name
    from ...store.catalogue import Catalogue

GROUPS = (
    "joseph-stalin", "vladimir-lenin", "vyacheslav-molotov", "kliment-voroshilov", "lazar-kaganovich", "leaders",
    "others", "nobody",
)  # fmt: skip
"""The groups, by rank: a name that honours several belongs to the first of theirs."""

LEADER, OTHER, NOBODY = (GROUPS.index(group) for group in ("leaders", "others", "nobody"))


def group_of(name: Name, ends: HistoricalDate | None, catalogue: Catalogue) -> int:
    """
    Give the group of a name by its place in `GROUPS`; a name given after a place belongs to the group of that place's
    own name of the time, as Stalingrad Oblast does, which is named after the city.

    Args:
        name: the name.
        ends: when it ended, which tells the time where its beginning is unknown.
        catalogue: where places are looked up.

    >>> import destalinization as ds
    >>> volgograd = ds.places["volgograd"]
    >>> [GROUPS[group_of(name, None, ds.catalogue())] for name in volgograd.names]
    ['nobody', 'joseph-stalin', 'others']
    """
    return min((_group_of_target(honour.target, name, ends, catalogue) for honour in name.honours), default=NOBODY)


def _group_of_target(target: str, name: Name, ends: HistoricalDate | None, catalogue: Catalogue) -> int:
    """
    Give the group of one whom a name honours.
    """
    place = catalogue.places.get(target)
    if place is None:
        return _group_of_person(target)
    honoured = {honour.target for own in _named(place, name, ends) for honour in own.honours}
    return min((_group_of_person(other) for other in honoured), default=OTHER)


def _named(place: Place, name: Name, ends: HistoricalDate | None) -> Iterable[Name]:
    """
    Give what a place was called when another was named after it; all its names where the time is unknown.
    """
    day = name.since.latest if name.since else ends.earliest - timedelta(days=1) if ends else None
    best = place.name_on(day).best if day else None
    return (best,) if best else () if day else place.names


def _group_of_person(id: str) -> int:
    """
    Give the group of a person, or of whatever else an id stands for.
    """
    if id in GROUPS:
        return GROUPS.index(id)
    return LEADER if id in LEADERS else OTHER
