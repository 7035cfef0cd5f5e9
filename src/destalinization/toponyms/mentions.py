"""
Names in running text: where they stand, what they mean, and how sure that is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..dates import as_period
from ..model.places import Place
from ..model.record import Record
from ..model.timeline import timeline_of
from ..store.catalogue import Catalogue, bundled
from .beginnings import pattern
from .cleaning import Cleaned, clean
from .hits import Hit, hits
from .judging import judge
from .mention_kinds import MentionKind
from .surfaces import SurfaceIndex, surfaces_of

if TYPE_CHECKING:
    from ..dates import HistoricalDate, Interval, PeriodLike
    from ..model.answers import Grade
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..model.period import Period
    from .spellings import Entry

MARGIN = 200
"""How many signs around a name are looked at, at most; a text may be read in pieces that overlap by this."""


@frozen(kw_only=True, repr=False, eq=False)
class Meaning(Record):
    """
    A name that a mention can mean.

    Attributes:
        bearer: whose name it is.
        name: the name.
        grade: how sure it is that the name held on the date asked about; None where no date was asked about.
    """

    bearer: Bearer
    name: Name
    grade: Grade | None = None

    @property
    def period(self) -> Period:
        """
        When the name was in force.
        """
        return self.bearer.period(self.name)

    def __repr__(self) -> str:
        return f"<Meaning: {self}>"

    def __str__(self) -> str:
        return f"{self.bearer.id}, {self.name.text}: {self.period}"


@frozen(kw_only=True, repr=False, eq=False)
class Mention(Record):
    """
    A name in a text.

    Attributes:
        start: the offset of its first sign in the text as it was given.
        end: the offset behind its last sign.
        surface: the text between them.
        kind: what it is taken for; see `mention_kinds.MENTION_KINDS`.
        certainty: how sure that is.
        reason: why, in words.
        candidates: what it can mean, best first.

    >>> import destalinization as ds
    >>> [(mention.surface, mention.best.bearer.id) for mention in ds.annotate("Он жил в Сталинабаде.")]
    [('Сталинабаде', 'dushanbe')]
    """

    start: int
    end: int
    surface: str
    kind: MentionKind
    certainty: Grade
    reason: str
    candidates: tuple[Meaning, ...]

    @property
    def best(self) -> Meaning:
        """
        The best candidate.
        """
        return self.candidates[0]

    @property
    def likely(self) -> bool:
        """
        Whether it is likely a place.
        """
        return self.kind == "place" and self.certainty != "possible"

    def __repr__(self) -> str:
        return f"<Mention at {self.start}: {self}>"

    def __str__(self) -> str:
        return f"{self.surface} ({self.kind}, {self.certainty}): {self.best}"


def annotate(
    text: str,
    *,
    language: str | None = None,
    on: PeriodLike | Literal["auto"] | None = None,
    everything: bool = False,
    catalogue: Catalogue | None = None,
) -> tuple[Mention, ...]:
    """
    Find the names in a text.

    The longest name wins, and no two overlap. A surname, an ordinary word or an adjective that a place is called by too
    is taken for a place only where the words around it say so.

    Args:
        text: any text.
        language: keep only forms of this language, such as ``ru``; all where nothing is said.
        on: keep only names that may have held on this date or in this interval; ``auto`` dates the text by the names in
            it first, and takes that. Where no name of a mention may have held, all are kept, and it is only possible.
        everything: give adjectives, people, parts of other names and doubtful places too, each with its kind.
        catalogue: whose names; the bundled data where nothing else is said.

    Returns:
        The mentions, in the order of the text.

    Raises:
        InvalidDate: the date is none.
        TypeError: the text is none.

    >>> import destalinization as ds
    >>> [mention.surface for mention in ds.annotate("Molotov told them that he was born in Voroshilovgrad.")]
    ['Voroshilovgrad']
    """
    if not isinstance(text, str):
        raise TypeError(f"a text is wanted, not {type(text).__name__}")
    own = catalogue or bundled()
    index = surfaces_of(own, language)
    when = time_of(on, lambda: read(text, index, everything=False))
    return tuple(read(text, index, when=when, everything=everything))


def read(
    text: str, index: SurfaceIndex, *, when: HistoricalDate | Interval | None = None, everything: bool = True
) -> Iterator[Mention]:
    """
    Give the mentions in a text.

    Args:
        text: the text.
        index: the surfaces that are looked for.
        when: the time of the text.
        everything: whether mentions that are no likely places are wanted.
    """
    cleaned = clean(text)
    found = hits(cleaned, index, 0, len(text))
    yield from mentions_of(text, cleaned, found, index, when=when, everything=everything)


def mentions_of(
    text: str,
    cleaned: Cleaned,
    found: Iterable[Hit],
    index: SurfaceIndex,
    *,
    when: HistoricalDate | Interval | None,
    everything: bool,
    shift: int = 0,
) -> Iterator[Mention]:
    """
    Make mentions of the names that were found in a text.

    Args:
        text: the text, or a piece of it with margins.
        cleaned: the same, cleaned.
        found: the names.
        index: all surfaces.
        when: the time of the text.
        everything: whether mentions that are no likely places are wanted.
        shift: the offset of the piece in the text.
    """
    for hit in found:
        kind, certainty, reason = judge(cleaned.text, hit, index)
        if not everything and (kind != "place" or certainty == "possible"):
            continue
        candidates, held = _candidates(cleaned.text, hit, when, places=kind == "place")
        if kind == "place" and not held:
            certainty, reason = "possible", f"{reason}, but no such name held then"
        if everything or held:
            first, last = cleaned.origin(hit.start), cleaned.end(hit.end)
            yield Mention(
                start=first + shift,
                end=last + shift,
                surface=text[first:last],
                kind=kind,
                certainty=certainty,
                reason=reason,
                candidates=candidates,
            )


def _candidates(
    text: str, hit: Hit, when: HistoricalDate | Interval | None, *, places: bool
) -> tuple[tuple[Meaning, ...], bool]:
    """
    Give what a surface can mean, best first, and whether any of it may have held at the time; bearers that have another
    name in the text around go first, and what is no place is no candidate for one.
    """
    entries = hit.surface.order
    if len(entries) > 1:
        around = f"{text[max(0, hit.start - MARGIN) : hit.start]} {text[hit.end : hit.end + MARGIN]}"
        near = {word.lower() for word in pattern().findall(around)}
        named = [not words.isdisjoint(near) for words in hit.surface.neighbours]
        if any(named):
            entries = [
                entry
                for sign in (True, False)
                for entry, is_named in zip(entries, named, strict=True)
                if is_named is sign
            ]
    if places:
        entries = [entry for entry in entries if isinstance(entry.bearer, Place)] or entries
    if when is None:
        return tuple([Meaning(bearer=entry.bearer, name=entry.name) for entry in entries]), True
    graded: list[tuple[Entry, Grade | None]] = [(entry, _grade(entry, when)) for entry in entries]
    held = [item for item in graded if item[1] is not None]
    held.sort(key=lambda item: item[1] == "possible")
    meanings = [Meaning(bearer=entry.bearer, name=entry.name, grade=grade) for entry, grade in held or graded]
    return tuple(meanings), bool(held)


def _grade(entry: Entry, when: HistoricalDate | Interval) -> Grade | None:
    """
    Say how sure it is that a name held at a time, or None if it cannot have.
    """
    for candidate in timeline_of(entry.bearer).during(when):
        if candidate.name is entry.name:
            return candidate.grade
    return None


def time_of(
    on: PeriodLike | Literal["auto"] | None, likely: Callable[[], Iterable[Mention]]
) -> HistoricalDate | Interval | None:
    """
    Give the time of a text: as it is said, or as the names in it date it.

    Args:
        on: what is said; ``auto`` for the names.
        likely: gives the likely places in the text.
    """
    if on != "auto":
        return None if on is None else as_period(on)
    from .dated_text import dated, span_of

    return span_of(dated(likely()))
