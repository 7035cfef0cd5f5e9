"""
A plain CSV file of every former name with the name of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..columns import columns
from ..store.catalogue import Catalogue
from . import flat
from .registry import Format
from .selection import bearers

FORMAT = Format(
    name="former-names",
    title="CSV: every former name with the name of today",
    extension=".csv",
    carries=(
        "the text of every former name, its Russian and its local form",
        "its period",
        "today's name",
        "kind, country, position and ids of the bearer",
        "the ids of the sources of each former name",
    ),
    lacks=(
        "names of today beside their former ones",
        "forms in other languages",
        "acts, honours and events",
        "disputes",
        "notes, locators and what a citation supports",
        "all that is no place or institution",
    ),
    columns=columns(
        "",
        f"""
        former text the former name in Latin script
        former_local text the former name in the language of the country
        former_ru text the former name in Russian
        since edtf when it began
        before edtf when the next name began, or the bearer ended
        start date its first day at the earliest
        end date its last day at the latest
        today text the name of today in Latin script; empty where the bearer is no more or nobody knows
        today_local text the name of today in the language of the country
        today_ru text the name of today in Russian
        {flat.PLACED}
        sources ids the sources of the former name
        """,
    ),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every name that is not used today as a row, with the name of today where there is one.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield flat.row(column.name for column in FORMAT.columns)
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
                        *flat.about(bearer),
                        flat.sources(name.citations),
                    )
                )
