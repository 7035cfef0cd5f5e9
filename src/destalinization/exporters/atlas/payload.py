"""
The data of the page: what it shows, in as few signs as may be.

Keys are one letter, lists are positional, and what is empty is left out; sources, acts and those who are honoured are
told once and referred to by number. `front/data.js` gives everything its full name again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...model.changes import changes_of
from ...model.places import Place
from ...vocabulary import HONOUR_CERTAINTIES
from .honoured import GROUPS, group_of
from .stretches import EPOCH, START, first_honoured, stretches

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...dates import HistoricalDate
    from ...model.changes import Bearer
    from ...model.names import Honour, Name
    from ...model.provenance import Citation, Dated, Dispute
    from ...model.relations import Ending
    from ...store.catalogue import Catalogue

BASES = ("object", "containing-settlement", "approximate")
_CERTAINTIES = tuple(HONOUR_CERTAINTIES)
LANDMARKS = {
    "stalin-death": "Stalin dies",
    "secret-speech-delivered": "Secret Speech",
    "anti-party-group-defeated": "Anti-Party Group falls",
    "stalin-body-removed": "Out of the mausoleum",
}
"""Events that the page marks where the catalogue has them, and what it calls them for short."""


def payload(bearers: Iterable[Bearer], catalogue: Catalogue) -> dict[str, Any]:
    """
    Give the data of the page as plain values.

    Args:
        bearers: what it shows.
        catalogue: where all that they refer to is looked up.
    """
    return _Payload(catalogue).whole(bearers)


class _Payload:
    """
    The data of a page in the making.

    Args:
        catalogue: where records are looked up.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.sources: dict[str, int] = {}
        self.acts: dict[str, int] = {}
        self.honoured: dict[str, int] = {}
        self.first = first_honoured([*catalogue.places, *catalogue.institutions])

    def whole(self, bearers: Iterable[Bearer]) -> dict[str, Any]:
        """
        Give everything; what is referred to comes after what refers to it, since it is found there.
        """
        told = [self.bearer(bearer) for bearer in bearers]
        acts = [self.act(id) for id in self.acts]
        release = self.catalogue.release
        return {
            "release": [release.version, str(release.date)] if release else [],
            "start": START.toordinal() - EPOCH,
            "groups": GROUPS,
            "bases": BASES,
            "certainties": _CERTAINTIES,
            "honoured": [[id, self.label(id)] for id in self.honoured],
            "landmarks": list(self.landmarks()),
            "bearers": told,
            "acts": acts,
            "sources": [self.source(id) for id in self.sources],
        }

    def landmarks(self) -> Iterable[list[Any]]:
        """
        Give the days to be marked, with what happened on them.
        """
        for id, short in LANDMARKS.items():
            event = self.catalogue.events.get(id)
            if event is not None and event.when.value.earliest is not None:
                yield [event.when.value.earliest.toordinal() - EPOCH, short, event.label]

    def label(self, id: str) -> str:
        """
        Give what a record is called.
        """
        found: str = getattr(self.catalogue[id], "label")  # noqa: B009
        return found

    def bearer(self, bearer: Bearer) -> dict[str, Any]:
        """
        Give a place or an institution.
        """
        renamed = {change.new.key for change in changes_of(bearer) if change.old and change.new}
        at = bearer.coordinates if isinstance(bearer, Place) else None
        return _filled(
            i=bearer.id,
            l=bearer.label,
            k=bearer.kind,
            p=int(isinstance(bearer, Place)),
            c=bearer.country,
            a=bearer.admin1 if isinstance(bearer, Place) else None,
            w=self.label(bearer.within) if bearer.within else None,
            g=[at.latitude, at.longitude, BASES.index(at.basis), self.citation(at.citation)] if at else None,
            f=self.dated(bearer.founded) if bearer.founded else None,
            z=self.ending(bearer.ending) if bearer.ending else None,
            t=None if bearer.current is None else int(bearer.current),
            n=[self.name(bearer, name) | ({"r": 1} if name.key in renamed else {}) for name in bearer.names],
            x=[self.name(bearer, side.name) | {"u": side.use} for side in bearer.also],
            u=dict(bearer.links),
            s=bearer.summary,
            q=self.citations(bearer.citations),
            d=self.disputes(bearer.disputes),
            e=stretches(bearer, self.first),
        )

    def name(self, bearer: Bearer, name: Name) -> dict[str, Any]:
        """
        Give a name with its period, its group and who says so.
        """
        period = bearer.period(name)
        return _filled(
            t=name.text,
            f=_forms(name),
            s=str(period.since or ""),
            y=_days(name.since),
            b=str(period.before or ""),
            o=1 if period.ongoing else None,
            h=[self.honour(honour) for honour in name.honours],
            g=group_of(name, period.before, self.catalogue),
            a=_number(self.acts, name.act) if name.act else None,
            v=self.label(name.event) if name.event else None,
            w=[self.dated(dated) for dated in name.attested],
            q=self.citations(name.citations),
            d=self.disputes(name.disputes),
            m=name.note,
        )

    def honour(self, honour: Honour) -> list[Any]:
        """
        Give whom a name honours, and how certain that is.
        """
        return _trimmed(
            _number(self.honoured, honour.target),
            _CERTAINTIES.index(honour.certainty),
            honour.note or "",
            self.citations(honour.citations),
        )

    def ending(self, ending: Ending) -> list[Any]:
        """
        Give how something ended.
        """
        return _trimmed(
            ending.how,
            str(ending.date or ""),
            [self.label(id) for id in ending.into],
            ending.note or "",
            self.citations(ending.citations),
            self.disputes(ending.disputes),
            _number(self.acts, ending.act) if ending.act else -1,
        )

    def dated(self, dated: Dated) -> list[Any]:
        """
        Give a date with its evidence.
        """
        cited, disputed = self.citations(dated.citations), self.disputes(dated.disputes)
        return _trimmed(str(dated.value), dated.note or "", cited, disputed)

    def act(self, id: str) -> list[Any]:
        """
        Give an act.
        """
        act = self.catalogue.acts[id]
        cited = self.citations(act.citations)
        return _trimmed(act.title, str(act.date or ""), self.label(act.issuer) if act.issuer else "", cited)

    def source(self, id: str) -> list[Any]:
        """
        Give a source.
        """
        source = self.catalogue.sources[id]
        by = ", ".join(part for part in (source.author, source.publisher) if part)
        return _trimmed(source.title, by, str(source.date or ""), source.url or source.archived_url or "")

    def citation(self, citation: Citation) -> int | list[Any]:
        """
        Give a citation: the number of its source, with locator and note where it has them.
        """
        told = _trimmed(_number(self.sources, citation.source), citation.locator or "", citation.note or "")
        return told if len(told) > 1 else int(told[0])

    def citations(self, citations: Iterable[Citation]) -> list[int | list[Any]]:
        """
        Give citations.
        """
        return [self.citation(citation) for citation in citations]

    def disputes(self, disputes: Iterable[Dispute]) -> list[list[Any]]:
        """
        Give disputes, those that are refuted marked with 1.
        """
        return [
            [told.field, told.value, int(told.standing == "refuted"), told.note or "", self.citations(told.citations)]
            for told in disputes
        ]


def _number(numbers: dict[str, int], id: str) -> int:
    """
    Give the number of what is told once.
    """
    return numbers.setdefault(id, len(numbers))


def _forms(name: Name) -> list[str]:
    """
    Give the spellings of a name, each once and with its language tags before it.
    """
    found: dict[str, list[str]] = {}
    for tag, forms in name.forms.items():
        for form in forms:
            found.setdefault(form, []).append(tag)
    return [f"{' '.join(tags)}: {form}" for form, tags in found.items()]


def _days(date: HistoricalDate | None) -> list[int]:
    """
    Give the first and the last day of a date.
    """
    return [date.earliest.toordinal() - EPOCH, date.latest.toordinal() - EPOCH] if date else []


def _filled(**values: Any) -> dict[str, Any]:
    """
    Leave out what is empty.
    """
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _trimmed(*values: Any) -> list[Any]:
    """
    Leave out what is empty at the end, down to one value.
    """
    kept = list(values)
    while len(kept) > 1 and kept[-1] in ("", [], -1):
        kept.pop()
    return kept
