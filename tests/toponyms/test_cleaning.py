"""
Texts as they come, and the way back to their offsets.
"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.toponyms.cleaning import clean

NOISE = st.lists(
    st.sampled_from(["а", "б", "\u00ad", "\u0301", "й", "и\u0306", "-\n", "-\r\n  ", " ", "\ufeff", "-", "\n"])
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ста\u00adлин\u00adград", "Сталинград"),
        ("Сталин-\nград", "Сталинград"),
        ("Сталин-\r\n   град", "Сталинград"),
        ("Жда\u0301нов", "Жданов"),
        ("Андрии\u0306вка", "Андрийвка"),
        ("Bras\u0326ov", "Brașov"),
        ("Сталин - град", "Сталин - град"),
        ("1941-\n1945", "1941-\n1945"),
        ("-\nград", "-\nград"),
        ("\ufeffСталино", "Сталино"),
        ("plain", "plain"),
    ],
)
def test_what_is_cleaned(text: str, wanted: str) -> None:
    """
    Broken words are joined, invisible signs go, accents join their letters; numbers and dashes stay.
    """
    assert wanted == clean(text).text


@given(NOISE.map("".join))
def test_offsets_lead_back(text: str) -> None:
    """
    Every letter that was left as it is stands, in the text as it was given, where its offset leads.
    """
    cleaned = clean(text)
    kept = [
        (offset, letter)
        for offset, letter in enumerate(cleaned.text)
        if letter in "аб" and letter in unicodedata.normalize("NFD", letter)
    ]
    assert [letter for _, letter in kept] == [text[cleaned.origin(offset)] for offset, _ in kept]


@given(NOISE.map("".join), st.text(alphabet="абв", min_size=1, max_size=5))
def test_a_word_leads_back_to_itself(noise: str, word: str) -> None:
    """
    The stretch that a word of the cleaned text leads back to cleans to that word.
    """
    text = f"{noise}. {word} .{noise}"
    cleaned = clean(text)
    start = cleaned.text.index(f" {word} ") + 1
    stretch = text[cleaned.origin(start) : cleaned.end(start + len(word))]
    assert word == clean(stretch).text
