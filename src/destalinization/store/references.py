"""
References between records: which field points where, and whether something is there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..model.record import Record
from ..model.walk import parts

if TYPE_CHECKING:
    from ..errors import Finding
    from .catalogue import Catalogue

BEARERS = ("places", "institutions")
HONOURED = ("people", "institutions", "topics", "events", "places")
ANY = ("places", "institutions", "people", "topics", "events", "acts")

POINTERS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Citation", "source"): ("sources",),
    ("Source", "derived_from"): ("sources",),
    ("Honour", "target"): HONOURED,
    ("Name", "act"): ("acts",),
    ("Name", "event"): ("events",),
    ("Ending", "act"): ("acts",),
    ("Ending", "event"): ("events",),
    ("Ending", "into"): BEARERS,
    ("Relation", "target"): ANY,
    ("Place", "within"): ("places",),
    ("Institution", "within"): BEARERS,
    ("Institution", "seat"): ("places",),
    ("Act", "issuer"): ("institutions",),
    ("Event", "place"): ("places",),
    ("Event", "participants"): ("people", "institutions", "topics", "places"),
    ("Event", "causes"): ("events",),
    ("Event", "act"): ("acts",),
    ("Claim", "subjects"): ANY,
    ("Claim", "evidence"): (*ANY, "claims", "changes"),
}
"""The tables in which the target of a field may stand, by class and field."""


class Reference(NamedTuple):
    """
    A pointer from one record to another.

    Attributes:
        path: where it stands.
        target: the id that it names.
        tables: the tables in which the target may stand.
    """

    path: str
    target: str
    tables: tuple[str, ...]


def references(record: Record) -> Iterator[Reference]:
    """
    Give all references of a record, those of the records inside it included.

    Args:
        record: a record of any stored table.
    """
    for path, part in parts(record):
        for name, tables in _POINTERS_OF.get(type(part).__name__, ()):
            value = getattr(part, name)
            here = f"{path}.{name}" if path else name
            if isinstance(value, str):
                yield Reference(here, value, tables)
            elif value is not None:
                for number, target in enumerate(value):
                    yield Reference(f"{here}[{number}]", target, tables)


def sources(record: Record) -> tuple[str, ...]:
    """
    Give the ids of the sources that a record cites, each once, in the order in which they are first cited.

    Args:
        record: any record, or part of one.
    """
    return tuple(dict.fromkeys(target for _, target, tables in references(record) if tables == ("sources",)))


def settled(redirects: Mapping[str, str], ids: Container[str]) -> dict[str, str]:
    """
    Let each retired id lead to the record that took its place in the end, whatever else was retired in between.

    Args:
        redirects: retired ids and the ids that took their place.
        ids: the ids of the records that are there.

    >>> settled({"stalino": "yuzovka", "yuzovka": "donetsk"}, {"donetsk"})
    {'stalino': 'donetsk', 'yuzovka': 'donetsk'}
    """
    found = {}
    for retired, successor in redirects.items():
        passed = {retired}
        while successor not in ids and successor not in passed and successor in redirects:
            passed.add(successor)
            successor = redirects[successor]  # noqa: PLW2901 - the next step of the way
        found[retired] = successor
    return found


def dangling(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Find the references that lead nowhere, and the redirects that do.

    Args:
        catalogue: what to check.
    """
    from ..errors import Finding

    law = "references-resolve"
    for table, record in catalogue.stored():
        for path, target, tables in references(record):
            if not any(target in catalogue.table(name) for name in tables):
                yield Finding(law, table, record.id, path, repr(target), f"the id of a record in {' or '.join(tables)}")
    for retired, successor in catalogue.redirects.items():
        found = (catalogue.table(name).get(successor) for name in (*ANY, "claims", "sources"))
        if not any(record is not None and record.id == successor for record in found):
            yield Finding(law, "redirects", retired, "", repr(successor), "the id of a record")


_POINTERS_OF: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
for (_owner, _field), _tables in POINTERS.items():
    _POINTERS_OF.setdefault(_owner, []).append((_field, _tables))
