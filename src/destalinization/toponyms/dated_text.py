"""
When a text can have been written, by the names in it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from ..store.catalogue import Catalogue, bundled
from .dating import date_meanings
from .datings import DatingAnswer

if TYPE_CHECKING:
    from ..dates import Interval
    from .mentions import Mention


def date_text(text: str, *, language: str | None = None, catalogue: Catalogue | None = None) -> DatingAnswer:
    """
    Say when a text can have been written, by the places that it names.

    Each mention counts, so that a later name in a footnote or an earlier one in a quotation does not outweigh the rest:
    the intervals that most mentions support are given, with the names that contradict them.

    Args:
        text: any text.
        language: take only forms of this language; all where nothing is said.
        catalogue: whose names; the bundled data where nothing else is said.

    Returns:
        The answer, with the mentions as evidence; without intervals where no dated name was found.

    Raises:
        TypeError: the text is none.

    >>> import destalinization as ds
    >>> print(ds.date_text("Из Сталинабада поезд идёт в Ворошиловград через Чкалов.").intervals[0])
    1938-12-26 to 1957-12-03
    """
    from .mentions import annotate

    own = catalogue or bundled()
    return dated(annotate(text, language=language, catalogue=own))


def dated(mentions: Iterable[Mention]) -> DatingAnswer:
    """
    Date a text by the mentions in it.

    Args:
        mentions: the mentions of places.
    """
    found = tuple(mentions)
    groups: dict[frozenset[tuple[str, str]], list[Mention]] = {}
    for mention in found:
        groups.setdefault(frozenset((m.bearer.id, m.name.key) for m in mention.candidates), []).append(mention)
    names: dict[str, list[Mention]] = {}
    for group in groups.values():
        names[_label(group[0], names)] = group
    meanings = {text: [(m.bearer, m.name) for m in group[0].candidates] for text, group in names.items()}
    weights = {text: len(group) for text, group in names.items()}
    return date_meanings(meanings, weights=weights, mentions=found)


def _label(mention: Mention, taken: Container[str]) -> str:
    """
    Give what a mention's name is called in the answer: its text, unless another name is called so already.
    """
    best = mention.best
    labels = (best.name.text, mention.surface, f"{best.name.text} ({best.bearer.id})")
    return next((label for label in labels if label not in taken), f"{mention.surface} at {mention.start}")


def span_of(answer: DatingAnswer) -> Interval | None:
    """
    Give the time of a text from its first best interval to its last, or None where nothing dates it.

    Args:
        answer: when it can have been written.
    """
    from ..dates import Interval

    if not answer.intervals:
        return None
    first, last = answer.intervals[0].earliest, answer.intervals[-1].latest
    return None if first is None and last is None else Interval(f"{first or '..'}/{last or '..'}")
