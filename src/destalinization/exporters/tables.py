"""
Two plain CSV files that people ask for: all renamings, and every former name with the name of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..model.changes import Renaming
from ..store.catalogue import Catalogue
from . import flat
from .selection import bearers, changes

if TYPE_CHECKING:
    from ..model.changes import Bearer

_BEARER = ("bearer", "label", "kind", "country", "latitude", "longitude", "geonames", "wikidata")
RENAMINGS = (
    "id", "date", "earliest", "latest", "old", "old_local", "old_ru", "new", "new_local", "new_ru", *_BEARER, "removes",
    "gives", "act", "event", "sources", "disputes",
)  # fmt: skip
FORMER_NAMES = (
    "former", "former_local", "former_ru", "since", "before", "start", "end", "today", "today_local", "today_ru",
    *_BEARER, "sources",
)  # fmt: skip


def renamings(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every renaming as a row, by id.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield flat.row(RENAMINGS)
    for change in changes(thing, catalogue):
        if isinstance(change, Renaming):
            bearer = catalogue.bearer(change.bearer)
            yield flat.row(
                (
                    change.id,
                    str(change.date or ""),
                    str(change.date.earliest) if change.date else "",
                    str(change.date.latest) if change.date else "",
                    change.old.text,
                    flat.local(change.old, bearer),
                    flat.native(change.old, "ru"),
                    change.new.text,
                    flat.local(change.new, bearer),
                    flat.native(change.new, "ru"),
                    *_of(bearer),
                    " ".join(change.removes),
                    " ".join(change.gives),
                    change.act or "",
                    change.event or "",
                    flat.sources(change.citations),
                    flat.disputes(change.disputes),
                )
            )


def former_names(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every name that is not used today as a row, with the name of today where there is one.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield flat.row(FORMER_NAMES)
    for bearer in bearers(thing, catalogue):
        today = bearer.names[-1] if bearer.current else None
        for name in bearer.names:
            if name is not today:
                period = bearer.period(name)
                yield flat.row(
                    (
                        name.text,
                        flat.local(name, bearer),
                        flat.native(name, "ru"),
                        str(period.since or ""),
                        str(period.before or ""),
                        *flat.bounds(period),
                        today.text if today else "",
                        flat.local(today, bearer) if today else "",
                        flat.native(today, "ru") if today else "",
                        *_of(bearer),
                        flat.sources(name.citations),
                    )
                )


def _of(bearer: Bearer) -> tuple[object, ...]:
    """
    Give the columns about a bearer.
    """
    longitude, latitude = flat.position(bearer) or ("", "")
    links = bearer.links
    return (
        bearer.id, bearer.label, bearer.kind, bearer.country or "", latitude, longitude, links.get("geonames", ""),
        links.get("wikidata", ""),
    )  # fmt: skip
