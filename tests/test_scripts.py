"""
Scripts: which letters of a text are not of the script that its language tag names.
"""

from __future__ import annotations

import pytest

from destalinization.scripts import FORM_TAG, wrong_letters

RIGHT = [
    ("ru", "Сталинград"),
    ("ru", "имени Сталина, № 2 (бывш.)"),
    ("uk", "Сталіно́"),
    ("tg", "Душанбе — Сталинобод"),
    ("sr", "Стаљинград"),
    ("sr-Latn", "Staljingrad"),
    ("mn", "Сталин"),
    ("mn-Mong", "ᠮᠣᠩᠭᠣᠯ"),
    ("ka", "სტალინირი"),
    ("hy", "Ստալինգրադ"),
    ("el", "Στάλινγκραντ"),
    ("he", "סטלינגרד"),
    ("yi", "סטאַלין"),
    ("fa", "استالین‌آباد"),
    ("ar", "ستالينغراد"),
    ("zh", "斯大林格勒"),
    ("zh-Hans", "斯大林"),
    ("zh-Hant", "史達林"),
    ("hi", "स्टालिन"),
    ("de", "Straße der Königin, Stalinallee"),
    ("pl", "Stalinogród"),
    ("ro", "Orașul Stalin"),
    ("cs", "Gottwaldův Zlín"),
    ("en", "Stalin's Peak 1"),
    ("uz", "Stalino"),
    ("uz-Cyrl", "Сталино"),
    ("uz-Arab", "ستالین"),
    ("kk-Latn-KZ", "Almaty"),
    ("de-DE", "Stalinstadt"),
    ("ja", "スターリングラード・市 Stalin"),
    ("ko", "스탈린그라드 史達林 Stalin"),
    ("uk", "м. Кам’янське"),
    ("en", "Kamʼianske"),
    ("uk", "Камʼянське"),
    ("ru", "XXII съезд"),
    ("ru", "площадь XX и XXI съездов"),
    ("ka", "XVII ყრილობა"),
    ("ru", ""),
    ("ru", "1961–1962, 2%"),
]
WRONG = [
    ("ru", "Stalin", "Stalin"),
    ("ru", "Стaлин", "a"),
    ("ru", "Cталин", "C"),
    ("ru", "cталин", "c"),
    ("ru", "IXb съезд", "IXb"),
    ("ru", "Стάλин", "άλ"),
    ("uz", "Сталино", "Сталино"),
    ("uz-Cyrl", "Stalino", "Stalino"),
    ("sr-Latn", "Сталин", "Сталин"),
    ("en", "Stаlin", "а"),
    ("ka", "Сталин", "Сталин"),
    ("hy", "Stalin", "Stalin"),
    ("zh", "Stalin 斯", "Stalin"),
    ("de-DE", "Сталин", "Сталин"),
]
TAGS = ["ru", "kbd", "uz-Cyrl", "zh-Hant", "de-DE", "sr-Latn-RS", "mhr"]
NO_TAGS = ["", "r", "russ", "RU", "ru-cyrl", "ru-CYRL", "ru_RU", "ru-ru", "ru-RUS", "ru-", "ru-RU-Cyrl", "x-private"]


@pytest.mark.parametrize(("tag", "text"), RIGHT)
def test_letters_of_the_script_are_right(tag: str, text: str) -> None:
    """
    Letters of the script that a tag names, signs, digits and Roman numerals are right.
    """
    assert "" == wrong_letters(tag, text)


@pytest.mark.parametrize(("tag", "text", "wrong"), WRONG)
def test_letters_of_another_script_are_wrong(tag: str, text: str, wrong: str) -> None:
    """
    Letters of another script are found, in their order, even one that looks alike.
    """
    assert wrong == wrong_letters(tag, text)


@pytest.mark.parametrize("tag", TAGS)
def test_tags_in_use_are_known(tag: str) -> None:
    """
    A language, perhaps with a script and a country, is a tag.
    """
    assert FORM_TAG.fullmatch(tag)


@pytest.mark.parametrize("tag", NO_TAGS)
def test_other_tags_are_not_known(tag: str) -> None:
    """
    Anything else is no tag.
    """
    assert not FORM_TAG.fullmatch(tag)
