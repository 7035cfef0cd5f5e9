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


def test_lines_are_sorted() -> None:
    """
    The lines are sorted by the bytes of the folded spelling, and none stands twice.
    """
    lines = CONTENT.splitlines()
    keys = [line.partition(b"\t")[0] for line in lines]
    assert (sorted(keys), len(lines)) == (keys, len(set(lines)))


def test_a_record_gives_the_same_lines_in_any_company() -> None:
    """
    The lines of a bearer do not depend on the other records.
    """
    alone = {spellings._line(spelling).strip("\n") for bearer in BEARERS for spelling in spellings.spellings_of(bearer)}
    assert set(CONTENT.decode().splitlines()) == alone


def test_generated_forms_are_generated_again() -> None:
    """
    A generated spelling is written as it was when the line was made.
    """
    for bearer in BEARERS:
        names = list(names_of(bearer))
        for spelling in spellings.spellings_of(bearer):
            assert spelling.form == spellings.form_of(names[spelling.number], spelling)


def test_bisection_finds_what_the_table_holds() -> None:
    """
    Each folded spelling is found by bisection as it is found in the table of all.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    assert [] == [
        key for key, wanted in table.items() if spellings.SpellingIndex(CONTENT, ds.catalogue()).get(key) != wanted
    ]


def test_table_holds_every_line() -> None:
    """
    The table of all holds as many spellings as there are lines.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    assert len(CONTENT.splitlines()) == sum(map(len, table.values()))


@pytest.mark.parametrize(
    "change", [lambda key: key[:-1], lambda key: f"{key}q", lambda key: f"q{key}", lambda key: key[1:]]
)
def test_bisection_finds_nothing_where_there_is_nothing(change: Any) -> None:
    """
    Keys near those in the index, but not in it, are not found.
    """
    table = spellings.SpellingIndex(CONTENT, ds.catalogue()).table()
    absent = {change(key) for key in table} - set(table)
    assert (True, []) == (
        len(absent) > 1000,
        [key for key in absent if spellings.SpellingIndex(CONTENT, ds.catalogue()).get(key)],
    )


@pytest.mark.parametrize("key", ["", "\t", "\x00", "zzzzzz", "яяяяя", "0", "\U0010ffff", "stalin\t"])
def test_bisection_at_the_edges(key: str) -> None:
    """
    Keys before the first and after the last line are not found.
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
    What a written form means does not depend on whether it is looked up by bisection or as it is written.
    """
    late = spellings.SpellingIndex(CONTENT, ds.catalogue())
    late.table()
    forms = {form for bearer in BEARERS for name in bearer.names for forms in name.forms.values() for form in forms}
    early = {form: spellings.SpellingIndex(CONTENT, ds.catalogue()).exact(form) for form in forms}
    assert (True, []) == (len(forms) > 1000, [form for form in forms if early[form] != late.exact(form)])


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


def test_a_spelling_says_where_it_comes_from() -> None:
    """
    A line holds the form as it is written, unless a capital makes it, its language, how it was made, and the class of
    its generic words.
    """
    lines = [line.split("\t") for line in CONTENT.decode().splitlines()]
    wanted = [
        ["stalinabad", "dushanbe", "1", "en", "", "", ""],
        ["woroschilowgrad", "luhansk", "2", "de", "", "", ""],
        ["vorochilovgrad", "luhansk", "2", "fr", "", "", ""],
        ["molotov", "perm-oblast", "1", "en", "", "oblast", "Molotov Oblast"],
    ]
    assert [] == [line for line in wanted if line not in lines]
