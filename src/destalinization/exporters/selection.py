"""
What of the data an export is about: the bearers, the changes and the records of a selection.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ..model.changes import Change, changes_of
from ..model.institutions import Institution
from ..model.places import Place
from ..store.catalogue import STORED, Catalogue, table_of
from ..store.references import references

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.record import Record


def bearers(thing: Catalogue | Iterable[Record], catalogue: Catalogue) -> list[Bearer]:
    """
    Give the places and institutions of a selection, each once and by id; a change stands for its bearer.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    if isinstance(thing, Catalogue):
        return [*thing.places, *thing.institutions]
    found: dict[str, Bearer] = {}
    for record in thing:
        if isinstance(record, Change):
            found[record.bearer] = catalogue.bearer(record.bearer)
        elif isinstance(record, Place | Institution):
            found[record.id] = record
        else:
            raise TypeError(f"this format holds the names of places and institutions, not a {type(record).__name__}")
    return [found[id] for id in sorted(found)]


def changes(thing: Catalogue | Iterable[Record], catalogue: Catalogue) -> list[Change]:
    """
    Give the changes of a selection: those that are in it, and all of a bearer that is.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    if isinstance(thing, Catalogue):
        return list(thing.changes)
    records = list(thing)
    chosen = {record.id: record for record in records if isinstance(record, Change)}
    others = [record for record in records if not isinstance(record, Change)]
    chosen |= {change.id: change for bearer in bearers(others, catalogue) for change in changes_of(bearer)}
    return [chosen[id] for id in sorted(chosen)]


def records(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> list[tuple[str, Record]]:
    """
    Give the stored records of a selection with the names of their tables; a change stands for its bearer.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    if isinstance(thing, Catalogue):
        return list(thing.stored())
    stored = [catalogue.bearer(record.bearer) if isinstance(record, Change) else record for record in thing]
    found = {record.id: (table_of(record), record) for record in stored}
    return [found[key] for key in sorted(found, key=lambda key: (STORED.index(found[key][0]), key))]


def places(thing: Catalogue | Iterable[Record], catalogue: Catalogue) -> list[Place]:
    """
    Give the places of a selection, each once and by id; institutions are left out, since they lie nowhere.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where bearers of changes are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    return [bearer for bearer in bearers(thing, catalogue) if isinstance(bearer, Place)]


def closure(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> list[tuple[str, Any]]:
    """
    Give the stored records of a selection, and all that they refer to, with the names of their tables.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where what they refer to is looked up.

    Raises:
        TypeError: something in the selection is no record of a table.
    """
    if isinstance(thing, Catalogue):
        return list(thing.stored())
    found: dict[str, Any] = {}
    wanted: list[Any] = [record for _, record in records(thing, catalogue)]
    while wanted:
        record = wanted.pop()
        if record.id not in found:
            found[record.id] = record
            wanted += [catalogue[target.partition("/")[0]] for _, target, _ in references(record)]
    return list(records(found.values(), catalogue))
