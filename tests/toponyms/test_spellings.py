"""
The index of spellings: whatever was printed, written or generated finds its bearer and name.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import destalinization as ds
from destalinization.folding import fold
from destalinization.model.names import Name
from destalinization.store import bundle
from destalinization.store.catalogue import Catalogue
from destalinization.strategies import catalogues
from destalinization.toponyms import spellings
from destalinization.toponyms.romanise import romanise

PUBLISHED: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "spellings.json").read_text(encoding="utf-8")
)
NOT_FOUND = {
    "Woroschylowgrad": "a mixture of two languages: the y is that of the Ukrainian form, the g that of the Russian one",
}
"""Spellings that were published, but cannot be found, and why."""

BEARERS = [*ds.places, *ds.institutions]
CONTENT = bundle.read(spellings.FILE)
LINES = CONTENT.decode().splitlines()


def names_of(bearer: ds.Bearer) -> Iterator[Name]:
    """
    Give the names in the chain of a bearer and beside it.
    """
    yield from bearer.names
    for side in bearer.also:
        yield side.name


def written(name: Name) -> Iterator[str]:
    """
    Give what the data have for a name: its text, its forms, and what is generated of them.
    """
    yield name.text
    for tag, forms in name.forms.items():
        for form in forms:
            yield form
            yield from (latin for _, latin in romanise(form, tag))


def parted(line: str) -> tuple[str, str, list[tuple[str, str, str]]]:
    """
    Take a line apart: the bearer, the number of the name, and its spellings with their origin and generic words.
    """
    bearer, number, *groups = line.split("\t")
    parts = [(group.split("=")[0], part) for group in groups for part in group.split("=")[1:]]
    return bearer, number, [(made, *part.partition("+")[::2]) for made, part in parts]


def found(text: str, catalogue: Catalogue | None = None) -> set[tuple[str, str]]:
    """
    Give the bearers, and the keys of their names, that a text finds.
    """
    return {(match.bearer.id, match.name.key) for match in ds.find(text, catalogue=catalogue)}


def missed(catalogue: Catalogue | None, bearers: list[Any]) -> list[tuple[str, str, str]]:
    """
    Give what does not find its bearer and name: all that is written, in small letters, capitals, and titles.
    """
    return [
        (bearer.id, name.key, variant)
        for bearer in bearers
        for name in names_of(bearer)
        for text in dict.fromkeys(written(name))
        if fold(text)
        for variant in dict.fromkeys((text, text.lower(), text.upper(), text.title()))
        if (bearer.id, name.key) not in found(variant, catalogue)
    ]


@pytest.mark.parametrize(
    "entry", PUBLISHED, ids=[f"{entry['spelling']}-{entry['language']}-{entry['bearer']}" for entry in PUBLISHED]
)
def test_published_spellings_find_their_name(entry: dict[str, Any]) -> None:
    """
    A spelling that was published somewhere finds the bearer and the name that are meant there.
    """
    texts = {match.name.text for match in ds.find(entry["spelling"]) if match.bearer.id == entry["bearer"]}
    assert (entry["name"] in texts) is (entry["spelling"] not in NOT_FOUND)


def test_there_are_enough_published_spellings() -> None:
    """
    There are at least 150 published spellings, in many languages, and those not found are among them.
    """
    languages = Counter(entry["language"] for entry in PUBLISHED)
    different = {entry["spelling"] for entry in PUBLISHED}
    assert (len(different) >= 150, len(languages) >= 10, set(NOT_FOUND) <= different) == (True, True, True)


@pytest.mark.parametrize("bearer", BEARERS, ids=[bearer.id for bearer in BEARERS])
def test_all_that_is_written_finds_its_name(bearer: ds.Bearer) -> None:
    """
    Every text, native form and generated spelling of every name, in any case, finds its bearer and that name.
    """
    assert [] == missed(None, [bearer])


@given(catalogues(least=1, most=1))
def test_all_that_is_written_finds_its_name_in_any_catalogue(catalogue: Catalogue) -> None:
    """
    The same holds for any catalogue that somebody may make.
    """
    assert [] == missed(catalogue, [*catalogue.places, *catalogue.institutions])


def test_bundled_index_is_that_of_the_data() -> None:
    """
    The index in the wheel is what the data give.
    """
    assert spellings.lines(ds.catalogue()) == CONTENT.decode()


def test_each_name_has_one_line() -> None:
    """
    The lines are sorted by the ids of the bearers, each with those of its names in the order of the chain.
    """
    wanted = [(bearer.id, str(number)) for bearer in BEARERS for number, _ in enumerate(names_of(bearer))]
    assert sorted(wanted, key=lambda name: (name[0], int(name[1]))) == [tuple(line.split("\t")[:2]) for line in LINES]


def test_no_spelling_stands_twice() -> None:
    """
    A name has a spelling, with or without its generic words, once: in the language and scheme that came first.
    """
    held = Counter((*line[:2], *spelling[1:]) for line in map(parted, LINES) for spelling in line[2])
    assert (True, []) == (len(held) > 10_000, [spelling for spelling, count in held.items() if count > 1])


def test_a_record_gives_the_same_lines_in_any_company() -> None:
    """
    The lines of a bearer do not depend on the other records.
    """
    alone = {line.strip("\n") for bearer in BEARERS for line in spellings._lines_of(bearer)}
    assert set(LINES) == alone


def test_each_spelling_is_written_as_its_name_is() -> None:
    """
    A spelling of the data is written as the first form of its name in its language that folds to it; a generated one
    as the first that its scheme gives.
    """
    wrong = []
    for bearer in BEARERS:
        names = list(names_of(bearer))
        for spelling in spellings.spellings_of(bearer):
            if not spelling.generic:
                name = names[spelling.number]
                own = [name.text] * (spelling.language == "en") + list(name.forms.get(spelling.language, ()))
                made = [
                    form
                    for each in own
                    for scheme, form in romanise(each, spelling.language)
                    if scheme == spelling.scheme
                ]
                wanted = next(form for form in (made if spelling.scheme else own) if fold(form) == spelling.folded)
                wrong += [spelling] * (wanted != spellings.form_of(name, spelling))
    assert [] == wrong


def test_a_spelling_without_generic_words_is_written_with_them() -> None:
    """
    A spelling out of which generic words were taken is written as the form that has them.
    """
    forms = {match.form for text in ("Molotov Oblast", "Молотовская область") for match in ds.find(text)}
    assert {"Molotov Oblast", "Молотовская область"} <= forms


def test_scan_finds_what_the_table_holds() -> None:
    """
    Each folded spelling is found by a scan as it is found in the table of all.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    assert [] == [
        key for key, wanted in table.items() if spellings.SpellingIndex(CONTENT, ds.catalogue()).get(key) != wanted
    ]


def test_table_holds_every_spelling() -> None:
    """
    The table of all holds as many spellings as the lines do.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    assert CONTENT.count(b"=") == sum(map(len, table.values()))


@pytest.mark.parametrize(
    "change", [lambda key: key[:-1], lambda key: f"{key}q", lambda key: f"q{key}", lambda key: key[1:]]
)
def test_scan_finds_nothing_where_there_is_nothing(change: Any) -> None:
    """
    Keys near those in the index, but not in it, are not found.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    absent = {change(key) for key in table} - set(table)
    assert (True, []) == (
        len(absent) > 1000,
        [key for key in absent if spellings.SpellingIndex(CONTENT, ds.catalogue()).get(key)],
    )


@pytest.mark.parametrize(
    "key",
    [
        "",
        "\t",
        "\n",
        "=",
        "+",
        "\x00",
        "zzzzzz",
        "яяяяя",
        "0",
        "\U0010ffff",
        "stalin\t",
        "stalin+street",
        "stalinabad\n",
    ],
)
def test_what_is_no_folded_spelling_is_not_found(key: str) -> None:
    """
    What no line holds is not found, nor what holds the signs between spellings.
    """
    assert [] == spellings.SpellingIndex(CONTENT, ds.catalogue()).get(key)


def test_the_table_takes_over() -> None:
    """
    After some questions the table answers, and it answers the same.
    """
    index = spellings.SpellingIndex(CONTENT, ds.catalogue())
    answers = [index.get("stalino") for _ in range(spellings.PATIENCE + 3)]
    assert ([answers[0]] * len(answers), True) == (answers, bool(answers[0]))


def test_each_form_means_the_same_before_and_after_the_table() -> None:
    """
    What a written form means does not depend on whether it is looked up by a scan or as it is written.
    """
    late = spellings.SpellingIndex(CONTENT, ds.catalogue())
    late.table()
    forms = {form for bearer in BEARERS for name in bearer.names for forms in name.forms.values() for form in forms}
    early = {form: spellings.SpellingIndex(CONTENT, ds.catalogue()).exact(form) for form in forms}
    assert (True, []) == (len(forms) > 1000, [form for form in forms if early[form] != late.exact(form)])


@given(catalogues(least=1, most=1))
def test_what_is_written_is_what_is_read(catalogue: Catalogue) -> None:
    """
    The lines of any catalogue hold what is worked out for it.
    """
    written = spellings.SpellingIndex(spellings.lines(catalogue).encode(), catalogue)
    assert spellings.index_of(catalogue).table() == written.table()


@pytest.mark.parametrize("tag", ["ru:bgn", "ru=ru", "ru\tru", "ru\nru", ""])
def test_tags_that_are_none_do_no_harm(tag: str) -> None:
    """
    A name in somebody's own data is found though the tag of its language holds signs that stand between spellings.
    """
    name = Name(key="yashma", text="Jasper", forms={tag: ["Яшма"]})
    place = ds.Place(id="yashma", label="Yashma", kind="town", names=[name])
    found = ds.find("яшма", catalogue=Catalogue.from_records([place]))
    assert [("Яшма", tag)] == [(match.form, match.language) for match in found]


def test_an_empty_index_holds_nothing() -> None:
    """
    The index of a catalogue without bearers finds nothing.
    """
    index = spellings.index_of(Catalogue.from_records([]))
    assert ([], {}) == (index.get("stalino"), index.table())


def test_the_index_of_a_catalogue_is_made_once() -> None:
    """
    The same catalogue has the same index.
    """
    catalogue = Catalogue.from_records([])
    assert spellings.index_of(catalogue) is spellings.index_of(catalogue)


def test_the_index_of_the_bundled_data_is_read() -> None:
    """
    The index of the bundled data has the lines of the wheel.
    """
    assert spellings.SpellingIndex(CONTENT, ds.catalogue()).table() == spellings.index_of(ds.catalogue()).table()


def test_a_line_says_where_spellings_come_from() -> None:
    """
    A line holds the spellings of a name by their languages and schemes, with the classes of generic words taken out.
    """
    held = {(*line[:2], spelling) for line in map(parted, LINES) for spelling in line[2]}
    wanted = {
        ("dushanbe", "1", ("en", "stalinabad", "")),
        ("dushanbe", "1", ("ru:hungarian", "sztalinabad", "")),
        ("luhansk", "2", ("de", "woroschilowgrad", "")),
        ("luhansk", "2", ("fr", "vorochilovgrad", "")),
        ("perm-oblast", "1", ("en", "molotov", "oblast")),
    }
    assert set() == wanted - held
