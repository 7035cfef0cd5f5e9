"""
A plain CSV file of all renamings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..columns import columns
from ..model.changes import Renaming
from ..store.catalogue import Catalogue
from . import flat
from .registry import Format
from .selection import changes

FORMAT = Format(
    name="renamings",
    title="CSV: every renaming",
    extension=".csv",
    carries=(
        "old and new name, their Russian and their local forms",
        "the date as EDTF and its first and last day",
        "kind, country, position and ids of the bearer",
        "whom the change removes and gives",
        "act, event and sources by their ids",
        "disputes about the date",
    ),
    lacks=(
        "names that were never changed",
        "foundings and endings",
        "forms in other languages",
        "notes, locators and what a citation supports",
        "all that is no place or institution",
    ),
    columns=columns(
        "",
        f"""
        id id the change: the bearer and the key of the new name
        date edtf when it was renamed
        earliest date the first day that this can mean
        latest date the last day that this can mean
        old text the old name in Latin script
        old_local text the old name in the language of the country
        old_ru text the old name in Russian
        new text the new name in Latin script
        new_local text the new name in the language of the country
        new_ru text the new name in Russian
        {flat.PLACED}
        removes ids whom or what the old name honoured and the new one does not
        gives ids whom or what the new name honours and the old one did not
        act id the act that gave the new name
        event id the event that the renaming belongs to
        sources ids the sources of the renaming
        disputes list what other sources say of it
        """,
    ),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every renaming as a row, by id.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield flat.row(column.name for column in FORMAT.columns)
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
                    *flat.about(bearer),
                    " ".join(change.removes),
                    " ".join(change.gives),
                    change.act or "",
                    change.event or "",
                    flat.sources(change.citations),
                    flat.disputes(change.disputes),
                )
            )
