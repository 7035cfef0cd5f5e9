"""
Changes: the steps of the chains of names, derived and never stored.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from ..dates import HistoricalDate
from .converters import texts
from .institutions import Institution
from .names import Name
from .places import Place
from .provenance import Citation, Dispute, citations, disputes
from .record import Record
from .relations import Ending

Bearer = Place | Institution


@frozen(kw_only=True, repr=False, eq=False)
class Change(Record):
    """
    A naming (no old name), a renaming (old and new name) or an end (no new name).

    Attributes:
        id: ``<bearer>/<key of the new name>``, or ``<bearer>/end``.
        bearer: the id of the bearer.
        old: the name that was given up.
        new: the name that was taken.
        ending: how the bearer ended.
        date: the first day of the new state.
        act: the id of the act.
        event: the id of the event that it belongs to.
        removes: the ids of those whom the old name honours and the new one does not.
        gives: the ids of those whom the new name honours and the old one does not.
        citations: who says so.
        disputes: who says otherwise.
    """

    id: str
    bearer: str
    old: Name | None = None
    new: Name | None = None
    ending: Ending | None = None
    date: HistoricalDate | None = None
    act: str | None = None
    event: str | None = None
    removes: tuple[str, ...] = field(default=(), converter=texts)
    gives: tuple[str, ...] = field(default=(), converter=texts)
    citations: tuple[Citation, ...] = field(default=(), converter=citations)
    disputes: tuple[Dispute, ...] = field(default=(), converter=disputes)

    def __str__(self) -> str:
        step = f"{self.old or '…'} → {self.new or (self.ending.how if self.ending else '…')}"
        return f"{step} ({self.date or 'unknown date'})"


@frozen(kw_only=True, repr=False, eq=False)
class Renaming(Change):
    """
    A change that has both an old and a new name.

    Attributes:
        old: the name that was given up.
        new: the name that was taken.

    >>> import destalinization as ds
    >>> print(ds.renamings["volgograd/volgograd"])
    Stalingrad → Volgograd (1961-11-10)
    """

    old: Name  # pyright: ignore[reportGeneralTypeIssues]
    new: Name  # pyright: ignore[reportGeneralTypeIssues]

    __str__ = Change.__str__


def changes_of(bearer: Bearer) -> Iterator[Change]:
    """
    Derive the changes of a bearer from its chain, in the order of the chain.

    Only a direct succession makes a renaming; a name after a gap, or after names that may be missing, is a naming.
    """
    old: Name | None = None
    for name in bearer.names:
        yield _step(bearer, old if name.succession == "direct" else None, name)
        old = name
    if bearer.ending is not None:
        yield _end(bearer, old, bearer.ending)


def _step(bearer: Bearer, old: Name | None, new: Name) -> Change:
    """
    Make the change that gives a name.
    """
    before, after = _honoured(old), _honoured(new)
    shared = {
        "id": f"{bearer.id}/{new.key}",
        "bearer": bearer.id,
        "new": new,
        "date": new.since,
        "act": new.act,
        "event": new.event,
        "removes": tuple(target for target in before if target not in after),
        "gives": tuple(target for target in after if target not in before),
        "citations": new.citations,
        "disputes": new.disputes,
    }
    return Change(**shared) if old is None else Renaming(old=old, **shared)  # type: ignore[arg-type]


def _end(bearer: Bearer, old: Name | None, ending: Ending) -> Change:
    """
    Make the change that ends a bearer.
    """
    return Change(
        id=f"{bearer.id}/end",
        bearer=bearer.id,
        old=old,
        ending=ending,
        date=ending.date,
        act=ending.act,
        event=ending.event,
        removes=_honoured(old),
        citations=ending.citations,
        disputes=ending.disputes,
    )


def _honoured(name: Name | None) -> tuple[str, ...]:
    """
    Give the ids of those whom a name honours.
    """
    return tuple(honour.target for honour in name.honours) if name else ()
