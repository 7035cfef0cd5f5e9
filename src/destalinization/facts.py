"""
What a record says, sorted for reading: its plain facts, its names with their periods, what is disputed in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from .model.provenance import Dated, Dispute
from .model.walk import parts
from .store.references import POINTERS

if TYPE_CHECKING:
    from .model.chain import Chain
    from .model.names import Name
    from .model.period import Period
    from .model.record import Record

_SINGLE = (
    "id", "kind", "status", "country", "admin1", "within", "seat", "founded", "born", "died", "period", "when", "date",
    "issuer", "number", "published", "place", "act", "event", "url",
    "archived_url",
)  # fmt: skip
_SEVERAL = ("removes", "gives", "participants", "causes", "subjects", "evidence")
_POINTING = frozenset(field for _, field in POINTERS)


def facts(record: Record, called: Callable[[str], str] = str) -> Iterator[tuple[str, str]]:
    """
    Give the plain facts of a record, with their labels.

    Args:
        record: the record.
        called: what a record that it refers to is called, by its id; the id itself where nothing is said.

    >>> import destalinization as ds
    >>> dict(facts(ds.places["volgograd"]))["kind"]
    'city'
    """
    for label in _SINGLE:
        value = getattr(record, label, None)
        if value is not None and not callable(value):
            text = str(value.value if isinstance(value, Dated) else value)
            yield label, called(text) if label in _POINTING else text
    for label in _SEVERAL:
        values = getattr(record, label, ())
        if values:
            yield label, ", ".join(map(called, values))
    ending = getattr(record, "ending", None)
    if ending is not None:
        yield "ended", f"{ending.how}, {ending.date or 'date unknown'}"
    for relation in getattr(record, "relations", ()):
        yield relation.type, called(relation.target) + (f" ({relation.when})" if relation.when else "")


def named(bearer: Chain) -> Iterator[tuple[Name, Period, str]]:
    """
    Give the names of a bearer with their periods, those of the chain first, and what those beside it are used for.

    Args:
        bearer: the place or institution.
    """
    for name, period in zip(bearer.names, bearer.periods(), strict=True):
        yield name, period, ""
    for side in bearer.also:
        yield side.name, bearer.period(side.name), side.use


def disputed(record: Record) -> Iterator[tuple[str, Dispute]]:
    """
    Give what is disputed in a record, each once, with the path of what it is about; the path of the record is empty.

    Args:
        record: the record.
    """
    seen: dict[Dispute, str] = {}
    for path, part in parts(record):
        if isinstance(part, Dispute):
            seen.setdefault(part, path.rpartition("disputes")[0].rstrip("."))
    yield from ((path, dispute) for dispute, path in seen.items())


def why(dispute: Dispute) -> str:
    """
    Say what a dispute is about, whether it is settled, and its note.

    Args:
        dispute: the dispute.
    """
    about = dispute.field if dispute.standing == "open" else f"{dispute.field}, refuted"
    return f"{about}; {dispute.note}" if dispute.note else about
