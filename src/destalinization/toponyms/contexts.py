"""
A name in a text with what stands around it, and what it is taken for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from . import cues
from .cues import Cues
from .mention_kinds import MentionKind

if TYPE_CHECKING:
    from ..model.answers import Grade
    from .hits import Hit
    from .surfaces import SurfaceIndex

REACH = 100
"""How many signs on either side of a name can tell what it is."""
CAPITAL = r"[^\W\d_a-zа-яёіїєґў]"
TOKENS = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")
_TAIL = re.compile(r"(\w+)$")
_PADDING = ' \n\t\r\u00a0«»„“”"‘’.(—–:→-'
_HEAD = re.compile(r"[\s«»„“”\"‘’)]*(\w+|[^\w\s])")
_ELIDED = re.compile("^(?:l|d|s|qu)'")
_OF_A_YEAR = re.compile(r"\d{4} ?гг?\.\s?$")
_PASSED = {"before": frozenset('«»„“”"‘’.(—–-:→'), "after": frozenset('«»„“”"‘’)')}
"""Signs between a name and a cue that do not part them."""
OPEN, CLOSE = frozenset('«„“"'), frozenset('»“”"')


class Reading(NamedTuple):
    """
    What a name in a text is taken for.

    Attributes:
        kind: the kind.
        certainty: how sure that is.
        reason: why.
    """

    kind: MentionKind
    certainty: Grade
    reason: str


class Context:
    """
    A name in a text with what stands around it.

    Args:
        text: the text, cleaned.
        hit: the name.
        index: all surfaces.
    """

    __slots__ = ("after", "before", "capitals", "found", "hit", "index", "place", "written")

    def __init__(self, text: str, hit: Hit, index: SurfaceIndex) -> None:
        self.hit = hit
        self.index = index
        self.before = text[max(0, hit.start - REACH) : hit.start]
        self.after = text[hit.end : hit.end + REACH]
        self.found = [*cues_before(self.before), *cues_beside(self.after, "after")]
        self.written = text[hit.start : hit.end]
        self.capitals = self.written.isupper()
        self.place = next((words for cue, words in self.found if cue.kind == "place"), "") if self.found else ""

    @property
    def is_single(self) -> bool:
        """
        Whether the name is one word.
        """
        return " " not in self.written

    @property
    def is_named_otherwise(self) -> bool:
        """
        Whether another name of what the name means stands near.
        """
        near = {word.lower() for word in TOKENS.findall(self.before[-60:] + " " + self.after[:60])}
        return any(not words.isdisjoint(near) for words in self.hit.surface.neighbours)

    def fits(self, cue: Cues) -> bool:
        """
        Say whether the name stands in a case that a cue for a place asks for.
        """
        if self.hit.surface.guard == "adjective":
            return not cue.cases or (cue.cases == cues.NAMING and self.after[:1] in ("", ".", ",", ";", ")", "»", "”"))
        return not cue.cases or not set(cue.cases).isdisjoint(self.hit.surface.cases)


def cues_before(before: str) -> list[tuple[Cues, str]]:
    """
    Give the cues that stand directly before a name, without the "г." of a year, which is no town's.
    """
    found = cues_beside(before, "before")
    if found and _OF_A_YEAR.search(before[-12:]):
        return [item for item in found if item[1] not in ("г", "гг")]
    return found


def cues_beside(beside: str, side: Literal["before", "after"]) -> list[tuple[Cues, str]]:
    """
    Give the cues that stand directly before or after a name, the longest phrase first.
    """
    known, signs = cues.lexicon(side), _PASSED[side]
    nearest = _TAIL.search(beside[-24:].rstrip(_PADDING)) if side == "before" else _HEAD.match(beside)
    if nearest is None or nearest.group(1).lower() not in cues.nearest(side):
        return []
    near = (beside[-48:] if side == "before" else beside[:48]).lower().replace("’", "'")
    words = [word for word in TOKENS.findall(near) if word not in signs]
    words = words[-4:] if side == "before" else words[:4]
    if "'" in near:
        words = [_ELIDED.sub("", word) for word in words]
    found = []
    for count in range(len(words), 0, -1):
        phrase = " ".join(words[-count:] if side == "before" else words[:count])
        if phrase in known:
            found += [(cue, phrase) for cue in known[phrase]]
    return found
