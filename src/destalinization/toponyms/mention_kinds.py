"""
What a name in a text can be taken for.
"""

from typing import Literal

MentionKind = Literal["place", "adjective", "person", "event", "work", "institution", "street", "word"]

MENTION_KINDS: dict[MentionKind, str] = {
    "place": "A place under this name.",
    "adjective": "An adjective made of the name, or the first part of a compound.",
    "person": "Probably a person who bore the name.",
    "event": "Part of the name of a battle, a plan or another event.",
    "work": "Part of the title of a book, a film or another work.",
    "institution": "An institution, or part of the name of one: a works, a ship, a prize, a front.",
    "street": "Part of the name of a street, a square or a station.",
    "word": "Perhaps no name at all: an ordinary word that a place is called by too.",
}
