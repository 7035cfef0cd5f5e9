"""
The forms of toponyms in sentences, by hand and against a dictionary of Russian.
"""

from __future__ import annotations

import pymorphy3
import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.toponyms.inflection import CASES, PERSONAL, TABLES, adjectives, inflect

ANALYZER = pymorphy3.MorphAnalyzer()
PYMORPHY_CASES = {"g": "gent", "d": "datv", "a": "accs", "i": "ablt", "l": "loct"}


def written(language: str) -> list[str]:
    """
    Give the names of one word that the data have in a language.
    """
    names = (name for place in ds.places for name in place.names)
    forms = {form for name in names for form in name.forms.get(language, ())}
    return sorted(form for form in forms if form.isalpha() and form[0].isupper() and not form.isupper())


NAMES = written("ru")


@pytest.mark.parametrize(
    ("form", "language", "wanted"),
    [
        ("Молотов", "ru", "Молотов Молотова Молотову Молотовом Молотове Молотовым"),
        ("Пермь", "ru", "Пермь Перми Пермью"),
        ("Алчевское", "ru", "Алчевское Алчевского Алчевскому Алчевским Алчевском"),
        ("Караганда", "ru", "Караганда Караганды Караганде Караганду Карагандой"),
        ("Мариуполь", "ru", "Мариуполь Мариуполя Мариуполю Мариуполем Мариуполе"),
        ("Сталино", "ru", "Сталино Сталина Сталину Сталином Сталине"),
        ("ДОНЕЦК", "ru", "ДОНЕЦК ДОНЕЦКА ДОНЕЦКУ ДОНЕЦКОМ ДОНЕЦКЕ"),
        ("Чебоксары", "ru", "Чебоксары Чебоксар Чебоксарам Чебоксарами Чебоксарах"),
        ("Гори", "ru", "Гори"),
        ("Донецьк", "uk", "Донецьк Донецька Донецьку Донецьком"),
        ("Сталінград", "be", "Сталінград Сталінграда Сталінграду Сталінградам Сталінградзе"),
        ("Stalinogród", "pl", "Stalinogród Stalinogrodu Stalinogrodowi Stalinogrodem Stalinogrodzie"),
        ("Katowice", "pl", "Katowice Katowic Katowicom Katowicami Katowicach"),
        ("Gottwaldov", "cs", "Gottwaldov Gottwaldova Gottwaldovu Gottwaldovem Gottwaldovom Gottwaldově"),
        ("Stalinstadt", "de", "Stalinstadt Stalinstadts"),
        ("Брашов", "bg", "Брашов"),
        ("Orașul Stalin", "ro", "Orașul Stalin, Orașului Stalin"),
        ("Stalingrad", "en", "Stalingrad"),
    ],
)
def test_forms_by_hand(form: str, language: str, wanted: str) -> None:
    """
    Each ending gives the forms of the grammar, the name itself first.
    """
    found = [inflected.form for inflected in inflect(form, language)]
    assert (wanted.split(", ") if ", " in wanted else wanted.split(" ")) == found


def test_hungarian_suffixes() -> None:
    """
    Hungarian adds its suffixes; the instrumental doubles the last letter.
    """
    found = {inflected.form for inflected in inflect("Sztálinváros", "hu")}
    wanted = {
        "Sztálinvárosban",
        "Sztálinvárosba",
        "Sztálinvárosból",
        "Sztálinvárost",
        "Sztálinvárossal",
    }
    assert wanted <= found
    assert "Budáról" in {inflected.form for inflected in inflect("Buda", "hu")}


@pytest.mark.parametrize(
    ("form", "language", "wanted"),
    [
        ("Сталинская область", "ru", "Сталинской области"),
        ("Северный Казахстан", "ru", "Северного Казахстана"),
        ("Донецька область", "uk", "Донецької області"),
        ("Съветски съюз", "bg", "Съветския съюз"),
        ("Związek Radziecki", "pl", "Związku Radzieckiego"),
        ("Грузинская ССР", "ru", "Грузинской ССР"),
        ("пик Сталина", "ru", "пика Сталина"),
        ("Хан-Тенгри", "ru", "Хан-Тенгри"),
    ],
)
def test_names_of_several_words(form: str, language: str, wanted: str) -> None:
    """
    Adjectives before the first noun and that noun are inflected, what follows is not.
    """
    assert wanted in {inflected.form for inflected in inflect(form, language)}


def test_cases_are_told() -> None:
    """
    A form says which cases it can be.
    """
    found = {inflected.form: inflected.cases for inflected in inflect("Молотов", "ru")}
    assert {"Молотов": "na", "Молотова": "g", "Молотове": "l", "Молотовым": PERSONAL} == {
        form: found[form] for form in ("Молотов", "Молотова", "Молотове", "Молотовым")
    }


@pytest.mark.parametrize(
    ("form", "language", "wanted"),
    [
        ("Сталинград", "ru", "сталинградский"),
        ("Донецк", "ru", "донецкий"),
        ("Пермь", "ru", "пермский"),
        ("Мариуполь", "ru", "мариупольский"),
        ("Сталіно", "uk", "сталінського"),
        ("Stalinogród", "pl", "stalinogródzki"),
        ("Gottwaldov", "cs", "gottwaldovský"),
        ("Stalinstadt", "de", "Stalinstädter"),
        ("Stalingrad", "de", "Stalingrader"),
    ],
)
def test_adjectives(form: str, language: str, wanted: str) -> None:
    """
    Adjectives are made by each language's suffix.
    """
    assert wanted in set(adjectives(form, language))


@pytest.mark.parametrize(("form", "language"), [("Red Square", "ru"), ("Мир", "ru"), ("Stalingrad", "en")])
def test_no_adjectives(form: str, language: str) -> None:
    """
    Names of several words, very short ones, and those of other languages give none.
    """
    assert [] == list(adjectives(form, language))


def test_russian_forms_against_the_dictionary() -> None:
    """
    Where the dictionary knows a name as a place, nearly all its forms are among ours.
    """
    asked, missed = 0, []
    for name in NAMES:
        readings = [parse for parse in ANALYZER.parse(name) if {"Geox", "nomn", "sing"} <= set(parse.tag.grammemes)]
        ours = {inflected.form.lower().replace("ё", "е") for inflected in inflect(name, "ru")}
        for case in PYMORPHY_CASES.values() if readings else ():
            theirs = readings[0].inflect({case})
            if theirs is not None:
                asked += 1
                if theirs.word.replace("ё", "е") not in ours:
                    missed.append((name, case, theirs.word))
    assert asked > 500
    assert len(missed) <= asked / 100, missed


def test_ukrainian_forms_against_the_dictionary() -> None:
    """
    Where the dictionary knows a noun, the cases that it has of it are among ours, but for rare ones.
    """
    analyzer = pymorphy3.MorphAnalyzer(lang="uk")
    asked, missed = 0, []
    for name in written("uk"):
        known = (parse for parse in analyzer.parse(name) if parse.is_known)
        readings = [parse for parse in known if {"NOUN", "nomn"} <= set(parse.tag.grammemes)]
        ours = {inflected.form.lower() for inflected in inflect(name, "uk")}
        for case in PYMORPHY_CASES.values() if readings else ():
            theirs = readings[0].inflect({case})
            if theirs is not None:
                asked += 1
                if theirs.word not in ours:
                    missed.append((name, case, theirs.word))
    assert asked > 100
    assert len(missed) <= asked / 25, missed


def test_polish_forms_against_the_dictionary() -> None:
    """
    Where the dictionary knows a name as a place, nearly all its singular forms are among ours.
    """
    dictionary = pytest.importorskip("morfeusz2", reason="Morfeusz has no wheel for this Python").Morfeusz()
    asked, missed = 0, []
    for name in written("pl"):
        ours = {inflected.form for inflected in inflect(name, "pl")}
        for form, _, tag, kinds, _ in dictionary.generate(name):
            if "nazwa_geograficzna" in kinds and tag.startswith("subst:sg:") and ":voc" not in tag:
                asked += 1
                if form not in ours:
                    missed.append((name, tag, form))
    assert asked > 40
    assert len(missed) <= asked / 25, missed


@given(st.text(max_size=30), st.sampled_from([*TABLES, "hu", "de", "ka", "hy", "ro", "en"]))
def test_any_text_is_inflected(text: str, language: str) -> None:
    """
    No text makes the rules stumble; the text itself comes first, no form twice, and each has a case.
    """
    found = inflect(text, language)
    assert (text, len(found)) == (found[0].form, len({inflected.form for inflected in found}))
    assert all(inflected.cases and set(inflected.cases) <= {*CASES, "n", PERSONAL} for inflected in found)
