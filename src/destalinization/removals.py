"""
Which changes belong to de-Stalinization, and how well they are sourced.

What counts: from Stalin's death on, a name that honours one of the leaders of his time, directly or at one remove (a
region named after a city named after the man), is given up, or its bearer comes to an end. Statues that are taken down
count, since their bearers end. Names given up before count as changes, but not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from .dates import HistoricalDate
from .model.changes import Change
from .model.names import Name
from .model.provenance import Citation
from .store.catalogue import Catalogue

BEGINNING = HistoricalDate("1953-03-05")
"""The day on which Stalin died."""

LEADERS = (
    "joseph-stalin", "vyacheslav-molotov", "lazar-kaganovich", "kliment-voroshilov", "georgy-malenkov",
    "lavrentiy-beria", "anastas-mikoyan", "andrei-zhdanov", "mir-jafar-baghirov", "nikolai-bulganin",
    "nikita-khrushchev", "semyon-budyonny", "mikhail-kalinin", "nikolai-yezhov", "alexander-shcherbakov",
    "valery-chkalov", "klement-gottwald", "matyas-rakosi", "boleslaw-bierut", "vasil-kolarov", "valko-chervenkov",
    "gheorghe-gheorghiu-dej", "petru-groza", "khorloogiin-choibalsan", "enver-hoxha",
)  # fmt: skip
"""The leaders, Soviet and of the allied states, whose names the cult of their time gave to places."""


def removals(catalogue: Catalogue) -> Iterator[Change]:
    """
    Give the changes that belong to de-Stalinization, in the order of their ids.

    Args:
        catalogue: where they are looked for.

    >>> import destalinization as ds
    >>> "volgograd/volgograd" in {change.id for change in removals(ds.catalogue())}
    True
    """
    for change in catalogue.changes:
        late = change.date is None or not change.date.certainly_before(BEGINNING)
        if late and change.old is not None:
            given_up = _honoured(change.old, catalogue, until=change.date)
            taken = _honoured(change.new, catalogue, since=change.date) if change.new else set()
            if given_up - taken:
                yield change


def _honoured(
    name: Name, catalogue: Catalogue, *, since: HistoricalDate | None = None, until: HistoricalDate | None = None
) -> set[str]:
    """
    Give the leaders whom a name honours, directly or through a place that bore their name on the eve of the name's end,
    or from its beginning on.
    """
    found = set()
    for honour in name.honours:
        place = catalogue.places.get(honour.target)
        if honour.target in LEADERS:
            found.add(honour.target)
        elif place is not None:
            held: tuple[Name, ...] = place.names
            day = since.latest if since else until.earliest - timedelta(days=1) if until else None
            if day is not None:
                best = place.name_on(day).best
                held = (best,) if best else ()
            found |= {other.target for own in held for other in own.honours if other.target in LEADERS}
    return found


def independent(citations: Iterable[Citation], catalogue: Catalogue) -> int:
    """
    Count the independent sources of citations: a source that copies or translates another counts as that one.

    Args:
        citations: the citations of a statement.
        catalogue: where the sources are looked up.

    >>> import destalinization as ds
    >>> independent([ds.Citation(source="geonames"), ds.Citation(source="geonames")], ds.catalogue())
    1
    """
    return len({_root(citation.source, catalogue) for citation in citations})


def dating(change: Change) -> tuple[Citation, ...]:
    """
    Give the citations that support the date of a change: those that name it, and those that name nothing.

    Args:
        change: the change.
    """
    fields = {"since", "date"}
    return tuple(citation for citation in change.citations if not citation.supports or fields & set(citation.supports))


def _root(id: str, catalogue: Catalogue) -> str:
    """
    Follow a source to what it copies or translates.
    """
    seen: set[str] = set()
    while id not in seen:
        seen.add(id)
        source = catalogue.sources.get(id)
        if source is None or source.derived_from is None:
            return id
        id = source.derived_from
    return id
