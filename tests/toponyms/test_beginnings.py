"""
Words that can begin a name: how many words such names have, remembered within bounds.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from destalinization.toponyms import beginnings
from destalinization.toponyms.beginnings import Beginnings

FIRSTS = {"stalin": 2, "сталин": 3, "brasov": 1}


def test_words_as_they_are_written() -> None:
    """
    Case does not count, nor accents in Latin script; other words begin nothing.
    """
    known = Beginnings(FIRSTS)
    assert [2, 2, 3, 1, 0, 0] == [known[word] for word in ("Stalin", "STALIN", "Сталин", "Brașov", "Сталiн", "Perm")]


@given(st.lists(st.text(min_size=1, max_size=5), max_size=30))
def test_memory_has_bounds(words: list[str]) -> None:
    """
    However many words are met, only so many are remembered, and answers stay the same.
    """
    known, many = Beginnings(FIRSTS), beginnings.MANY
    beginnings.MANY = 7
    try:
        first = [known[word] for word in words]
        assert len(known) <= 7
        assert first == [known[word] for word in words]
    finally:
        beginnings.MANY = many
