"""
Strategies of texts and dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeVar
from unicodedata import normalize

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ..dates import HistoricalDate, Interval
from ..model.frozenmap import FrozenMap

T = TypeVar("T")

ALPHABETS = {
    "ru": "абвгдежзиклмнопрстщёя",
    "de": "abcdefghiklmnoprstzÄöüß",
    "uk": "абвгдежзиклмнопрстєіїґ",
    "ka": "აბგდევზთიკლმნოპჟრსტ",
    "hy": "աբգդեզէըթժիլխծկ",
    "el": "αβγδεζηθικλμνξοπρστ",
    "he": "אבגדהוזחטיכלמנסע",
    "fa": "ابتثجحخدرزسشصطعفقکگ",
    "zh": "斯大林格勒市列宁山",
    "ja": "スターリン市山川",
    "tg-Arab": "ابتثجحخدرزسشصط",
    "uz-Cyrl": "абвгдежзиклмнўқғҳ",
    "uz-Latn": "abdefghijklmnopqrstuvxyz",
    "sr-Latn-RS": "abcčćdđefghijklmnoprsštuvzž",
}
"""Letters of the script of some language tags."""

ROMAN = ("I ", "XXII ", "MCMLXI ")
"""Roman numerals, which may stand in a name in any script."""


def maybe(strategy: SearchStrategy[T]) -> SearchStrategy[T | None]:
    """
    Give None, or a value.
    """
    return st.none() | strategy


def few(strategy: SearchStrategy[T], most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """
    Give a tuple of no more than a few values.
    """
    return st.lists(strategy, max_size=most).map(tuple)


def one_of_ids(ids: Sequence[str]) -> SearchStrategy[str | None]:
    """
    Give None, or one of some ids.
    """
    return maybe(st.sampled_from(ids)) if ids else st.none()


def some_of_ids(ids: Sequence[str], least: int = 0, most: int = 2) -> SearchStrategy[tuple[str, ...]]:
    """
    Give a few of some ids, each once.
    """
    if not ids:
        return st.just(())
    return st.lists(st.sampled_from(ids), unique=True, min_size=least, max_size=most).map(tuple)


def _spellings(letters: str) -> SearchStrategy[str]:
    """
    Give one or two words of some letters, perhaps after a Roman numeral.
    """
    word = st.text(letters, min_size=1, max_size=5)
    more = st.just("") | word.map(" {}".format)
    return st.tuples(st.sampled_from(("", *ROMAN)), word, more).map("".join)


def _form(tag: str) -> SearchStrategy[tuple[str, tuple[str, ...]]]:
    """
    Give a language tag and one or two spellings.
    """
    return st.tuples(st.just(tag), st.lists(SPELLINGS[tag], min_size=1, max_size=2).map(tuple))


# Strategies without arguments are made once, since making one costs more than drawing from it.
_PART = st.text("0123456789abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6)
SLUGS = st.lists(_PART, min_size=1, max_size=3).map("-".join)
_WORD = st.text(st.characters(categories=["L", "M", "N", "P", "S"]), min_size=1, max_size=6)
TEXTS = st.lists(_WORD, min_size=1, max_size=3).map(lambda words: normalize("NFC", " ".join(words)))
NOTES = maybe(TEXTS)
SPELLINGS = {tag: _spellings(letters) for tag, letters in ALPHABETS.items()}
_FORMS = st.one_of([_form(tag) for tag in sorted(ALPHABETS)])
FORMS = st.lists(_FORMS, max_size=2, unique_by=lambda form: form[0]).map(FrozenMap)
DAYS = st.dates(date(1700, 1, 1), date(2020, 12, 31))
ANY_DAY = st.dates()
QUALIFIERS = st.sampled_from(("", "~", "?", "%"))


def slugs() -> SearchStrategy[str]:
    """
    Give ids and keys: small letters and digits with single hyphens.

    >>> from hypothesis import find
    >>> find(slugs(), lambda slug: "-" in slug)
    '0-0'
    """
    return SLUGS


def texts() -> SearchStrategy[str]:
    """
    Give clean texts in any script: in NFC, not empty, no control signs, no stray or doubled spaces.

    >>> from hypothesis import find
    >>> find(texts(), lambda text: " " in text)
    '0 0'
    """
    return TEXTS


def spellings(tag: str = "de") -> SearchStrategy[str]:
    """
    Give spellings of names in the script of a language; some hold a Roman numeral.

    Args:
        tag: one of a few language tags, such as ``ru``, ``ka`` or ``uz-Cyrl``; ``de`` gives Latin letters.

    Raises:
        KeyError: there are no letters here for this tag.

    >>> from hypothesis import find
    >>> find(spellings("ru"), lambda spelling: True)
    'а'
    """
    return SPELLINGS[tag]


def forms() -> SearchStrategy[FrozenMap[str, tuple[str, ...]]]:
    """
    Give spellings by language tag, each in the script that its tag names.

    >>> from hypothesis import find
    >>> georgian = find(forms(), lambda forms: "ka" in forms)["ka"][0]
    >>> all("ა" <= letter <= "ჿ" or not letter.isalpha() for letter in georgian)
    True
    """
    return FORMS


def days() -> SearchStrategy[date]:
    """
    Give days of the centuries that this library is about.
    """
    return DAYS


@st.composite
def historical_dates(draw: DrawFn, *, covering: date | None = None, sets: bool = True) -> HistoricalDate:
    """
    Give dates of every supported form: days, months, years, decades, centuries, qualified or not, one of a set.

    Args:
        covering: a day that the date must be able to mean; any day if there is none.
        sets: whether one of a set is given too.

    >>> from hypothesis import find
    >>> find(historical_dates(), lambda date: date.qualifier == "~")
    HistoricalDate('2000-01-01~')
    >>> find(historical_dates(covering=date(1961, 11, 10)), lambda date: date.precision == "decade")
    HistoricalDate('196X')
    """
    day = draw(ANY_DAY) if covering is None else covering
    if sets and draw(st.integers(0, 4)) == 4:
        others = draw(st.lists(ANY_DAY.flatmap(_plain), max_size=2))
        options = draw(st.permutations([draw(_plain(day)), *others]))
        return HistoricalDate(f"[{','.join(options)}]")
    return HistoricalDate(draw(st.sampled_from(_shapes(day))) + draw(QUALIFIERS))


@st.composite
def intervals(draw: DrawFn, *, covering: date | None = None) -> Interval:
    """
    Give intervals whose ends are dated, open or unknown, at least one of them dated.

    Args:
        covering: a day that the interval must be able to hold; any day if there is none.

    >>> from hypothesis import find
    >>> find(intervals(covering=date(1961, 11, 10)), lambda interval: interval.ends == "open")
    Interval('1961-11-10/..')
    """
    day = draw(ANY_DAY) if covering is None else covering
    before = draw(st.just(day) | st.dates(max_value=day))
    after = draw(st.just(day) | st.dates(min_value=day))
    start = str(draw(historical_dates(covering=before, sets=False)))
    end = str(draw(historical_dates(covering=after, sets=False)))
    undated = st.sampled_from(("..", ""))
    texts = st.just((start, end)) | st.tuples(st.just(start), undated) | st.tuples(undated, st.just(end))
    return Interval("/".join(draw(texts)))


def periods(*, covering: date | None = None) -> SearchStrategy[HistoricalDate | Interval]:
    """
    Give dates and intervals.

    Args:
        covering: a day that they must be able to mean or hold; any day if there is none.
    """
    return historical_dates(covering=covering) | intervals(covering=covering)


def _plain(day: date) -> SearchStrategy[str]:
    """
    Give a day, its month and its year.
    """
    return st.sampled_from(_shapes(day)[:3])


def _shapes(day: date) -> list[str]:
    """
    Write a day in every form without a qualifier, the simplest first; there is no year 0000, so no decade 000X.
    """
    text = day.isoformat()
    shapes = [text, text[:7], text[:4], f"{text[:7]}-XX", f"{text[:4]}-XX", f"{text[:4]}-XX-XX"]
    return shapes + [f"{text[:3]}X"] * (day.year >= 10) + [f"{text[:2]}XX"] * (day.year >= 100)
