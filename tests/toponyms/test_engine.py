"""
The extra ``fast``: the same mentions as without it, to the letter.
"""

from __future__ import annotations

import io
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import destalinization as ds
from destalinization.toponyms import beginnings
from destalinization.toponyms.beginnings import Beginnings, pattern
from destalinization.toponyms.engine import Engine
from destalinization.toponyms.streams import annotate_stream

SENTENCES = [
    str(sentence["text"])
    for sentence in json.loads((Path(__file__).parents[1] / "data" / "sentences.json").read_text(encoding="utf-8"))
]
FORMS = sorted(
    {
        form
        for place in ds.places
        for name in place.names
        for form in (name.text, *(form for forms in name.forms.values() for form in forms))
    }
)
FIRSTS = ("is", "stalin", "stalinabad", "brasov", "brașov", "сталино", "мkаd", "ос", "სტალინირი", "x", "k2", "łodz")
NEVER = sys.maxsize


@pytest.fixture(autouse=True)
def large() -> Iterator[None]:
    """
    Put back from which length on the engine is used.
    """
    before = beginnings.LARGE
    yield
    beginnings.LARGE = before


def read(text: str, least: int, size: int = 0) -> list[tuple[Any, ...]]:
    """
    Annotate with the engine for texts of so many signs at least, whole or in pieces of some size.
    """
    beginnings.LARGE = least
    if size:
        content = io.BytesIO(text.encode(errors="replace"))
        found = [m for piece in annotate_stream(content, everything=True, size=size) for m in piece.mentions]
    else:
        found = list(ds.annotate(text, everything=True))
    return [
        (
            *(m.start, m.end, m.surface, m.kind, m.certainty, m.reason),
            *((meaning.bearer.id, meaning.name.text) for meaning in m.candidates),
        )
        for m in found
    ]


def spans(words: Iterator[Any], text: str) -> list[tuple[int, int]]:
    """
    Give where the words stand that begin a name, and are no ends of longer ones.
    """
    known = Beginnings(dict.fromkeys(FIRSTS, 1))
    return [word.span() for word in words if known[word[0]] and not (word.start() and text[word.start() - 1].isalnum())]


def test_sentences_give_the_same_mentions() -> None:
    """
    Over real sentences, one by one and as one text, in capitals too.
    """
    whole = "\n".join(SENTENCES)
    for text in (*SENTENCES, whole, whole.upper(), whole.swapcase()):
        assert read(text, NEVER) == read(text, 0)
    assert len(read(whole, 0)) > len(SENTENCES)


def test_all_names_give_the_same_mentions_in_pieces() -> None:
    """
    Over all names in a shuffled order, whole and in pieces of any size.
    """
    text = " и ".join(random.Random(1961).sample(FORMS, len(FORMS)))
    wanted = read(text, NEVER)
    assert len(wanted) > len(FORMS) / 2
    assert wanted == read(text, 0)
    assert [wanted, wanted] == [read(text, 0, size) for size in (3001, 1 << 16)]


def written(name: str) -> st.SearchStrategy[str]:
    """
    Give ways to write a name, clean or not.
    """
    place = st.integers(0, len(name))
    noise = st.sampled_from(
        ["\u00ad", "\u0301", "\u0326", "-\n", "_", "ʼ", "K", "İ", "Ş", "é", "а", "S", "\ud800", "1"]
    )
    spoilt = st.builds(lambda at, sign: name[:at] + sign + name[at:], place, noise)
    cased = st.builds(lambda at: name[:at].upper() + name[at:], place)
    small = st.builds(lambda at: name[:at] + name[at : at + 1].upper() + name[at + 1 :].lower(), place)
    return st.one_of(
        st.just(name), spoilt, cased, small, st.sampled_from([name.upper(), name.swapcase(), name.title()])
    )


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(FORMS).flatmap(written), st.sampled_from([" ", ", ", "_", "’", "—", " в ", "S", "é", "\n"])
    ),
    max_size=12,
).map("".join)


@settings(max_examples=300)
@given(st.one_of(TEXTS, st.text()))
@example("Zé_Сталинград_Сталинград, a_Сталинград и Bраşov")
def test_texts_with_names_give_the_same_mentions(text: str) -> None:
    """
    Over texts with names in mixed case and script, with accents, soft hyphens and underscores inside.
    """
    assert read(text, NEVER) == read(text, 0)


@settings(max_examples=500)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(FIRSTS).flatmap(written),
            st.text("ISTLNABDROVŁKisталиноСABCeé_’ \u212a\u1e9e\u0130\u0219\u0306სК2", max_size=4),
        ),
        max_size=8,
    ).map("".join)
)
def test_no_word_that_begins_a_name_is_left_out(text: str) -> None:
    """
    The engine stops at the same words that begin a name as the pattern does, however they are written.
    """
    assert spans(pattern().finditer(text), text) == spans(Engine(FIRSTS, pattern()).words(text), text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Is Island IS", ["Is", "IS"]),
        ("STALIN, StAlin, stalin, sTalin", ["STALIN", "StAlin"]),
        ("“Brașov”—BRAȘOV", ["Brașov", "BRAȘOV"]),
        ("Łodz’s MacStalin", ["Łodz"]),
        ("Сталино Ос Остров", ["Сталино", "Ос"]),
        ("М\u212aаD სტალინირი", ["М\u212aаD", "სტალინირი"]),
        ("a_Stalin A_Stalin", ["Stalin"]),
        ("\ud800Stalin K2", ["Stalin", "K2"]),
        ("", []),
    ],
)
def test_words_that_begin_a_name(text: str, wanted: list[str]) -> None:
    """
    Words of any case, accent or script are found, behind any sign that is no letter.
    """
    assert wanted == [text[slice(*span)] for span in spans(Engine(FIRSTS, pattern()).words(text), text)]


def test_most_words_are_passed_over() -> None:
    """
    Of words that look like none of the data, the engine stops at hardly any.
    """
    text = "Zebra Quagga Yak Жираф Ящерица " * 100 + "Stalinabad"
    assert ["Stalinabad"] == [word[0] for word in Engine(FIRSTS, pattern()).words(text)]


def test_without_the_extra_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the extra is not installed, large texts are read all the same.
    """
    with_it = Beginnings(dict.fromkeys(FIRSTS, 1))
    monkeypatch.setitem(sys.modules, "ahocorasick_rs", None)
    without = Beginnings(dict.fromkeys(FIRSTS, 1))
    text = "Сталино Zebra " * beginnings.LARGE
    assert spans(without.words(text), text) == spans(with_it.words(text), text)
    assert len(list(without.words(text))) == 2 * beginnings.LARGE
