"""
Finding bearers by name: what matches, in which order, and what is refused.
"""

from __future__ import annotations

import pickle
import sys
from itertools import chain
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.errors import DestalinizationError
from destalinization.folding import fold
from destalinization.model.institutions import Institution
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.people import Person
from destalinization.model.places import Place
from destalinization.store.catalogue import Catalogue
from destalinization.strategies import catalogues
from destalinization.toponyms import generic

SHIPPED = ds.catalogue()


def name(key: str, text: str, since: str = "", until: str = "", **more: Any) -> Name:
    """
    Make a name.
    """
    return Name(
        key=key,
        text=text,
        since=HistoricalDate(since) if since else None,
        until=HistoricalDate(until) if until else None,
        **more,
    )


STALIN = Honour(target="stalin")
OWN = Catalogue.from_records(
    [
        Person(id="stalin", label="Stalin"),
        Place(
            id="a-town",
            label="A",
            kind="town",
            country="UA",
            current=True,
            names=[
                name(
                    "stalino", "Stalino", "1924-01-01", honours=[STALIN], forms={"ru": ["Сталино"], "uk": ["Сталіно"]}
                ),
                name("lesovo", "Lesovo", "1961-11-09"),
            ],
        ),
        Place(
            id="b-village",
            label="B",
            kind="village",
            country="RU",
            current=True,
            names=[name("lesovo", "Lesovo"), name("stalino", "Stalino", "1935", honours=[STALIN])],
        ),
        Place(
            id="c-region",
            label="C",
            kind="region",
            country="UA",
            current=False,
            names=[name("stalino-oblast", "Stalino Oblast", "1938-06-03", "1961-11-09")],
        ),
        Place(
            id="d-mountain",
            label="D",
            kind="mountain",
            country="RU",
            current=True,
            names=[
                name("first", "Stalino", "1930-01-01"),
                name("second", "Garmo", "1940-01-01"),
                name("third", "Stalino", "1950-01-01"),
            ],
            also=[SideName(name=name("side", "Stalino", "1932", "1960"), use="unofficial")],
        ),
        Institution(
            id="e-works",
            label="E",
            kind="company",
            country="RU",
            current=False,
            names=[name("works", "Stalino", "1931-01-01", forms={"ru": ["Завод имени Сталина"]})],
        ),
    ],
    redirects={"koba": "stalin"},
)


def found(text: str, **criteria: Any) -> list[str]:
    """
    Give what a query finds, bearer and key, in order.
    """
    return [f"{match.bearer.id}/{match.name.key}" for match in ds.find(text, catalogue=OWN, **criteria)]


def test_names_of_today_come_first_then_ids_then_the_chain() -> None:
    """
    Where no date is asked about, names of today come first; then bearers are in the order of their ids, and the names
    of one in the order of its chain, those beside it last.
    """
    expected = ["b-village/stalino", "d-mountain/third", "a-town/stalino", "d-mountain/first", "d-mountain/side"]
    assert [*expected, "e-works/works"] == found("Stalino")


def test_sure_names_come_before_possible_ones() -> None:
    """
    On a date, names that certainly held come before those that may have, and names that did not hold are left out.
    """
    matches = ds.find("Stalino", on="1935-06-01", catalogue=OWN)
    assert [
        ("a-town", "stalino", "certain"),
        ("d-mountain", "first", "certain"),
        ("b-village", "stalino", "possible"),
        ("d-mountain", "side", "possible"),
        ("e-works", "works", "possible"),
    ] == [(match.bearer.id, match.name.key, match.grade) for match in matches]


def test_nearer_spellings_come_before_everything() -> None:
    """
    Exact matches come before similar ones, whatever else is said of them, and the distance is told.
    """
    matches = ds.find("Lesova", fuzzy=True, catalogue=OWN)
    exact = ds.find("Lesovo", fuzzy=True, catalogue=OWN)
    assert ([("a-town", 1), ("b-village", 1)], [0, 0]) == (
        [(match.bearer.id, match.distance) for match in matches],
        [match.distance for match in exact],
    )


@given(st.sampled_from(sorted({n.text for bearer in (*SHIPPED.places, *SHIPPED.institutions) for n in bearer.names})))
def test_shipped_answers_are_in_order(text: str) -> None:
    """
    The answers to any shipped name are in the documented order, each bearer and name once.
    """
    matches = ds.find(text)
    order = [
        (match.distance, not match.current, match.bearer.id, match.bearer.names.index(match.name))
        for match in matches
        if match.name in match.bearer.names
    ]
    assert (sorted(order), len({(m.bearer.id, m.name.key) for m in matches})) == (order, len(matches))


def scanned(text: str, catalogue: Catalogue) -> set[tuple[str, str]]:
    """
    Look through all names of a catalogue for those of which a form is written like a text.
    """
    names = [
        (bearer.id, name)
        for bearer in (*catalogue.places, *catalogue.institutions)
        for name in (*bearer.names, *(side.name for side in bearer.also))
    ]
    forms = {(id, name.key): (name.text, *chain.from_iterable(name.forms.values())) for id, name in names}
    return {place for place, spellings in forms.items() if fold(text) in map(fold, spellings)}


def indexed(text: str, catalogue: Catalogue) -> set[tuple[str, str]]:
    """
    Find a name, without the matches of other spellings in Latin script and those that generic words gave.
    """
    matches = ds.find(text, catalogue=catalogue)
    return {(m.bearer.id, m.name.key) for m in matches if m.scheme is None and fold(m.form) == fold(text)}


@given(st.sampled_from(sorted({n.text for bearer in (*SHIPPED.places, *SHIPPED.institutions) for n in bearer.names})))
def test_the_index_finds_what_a_scan_finds(text: str) -> None:
    """
    The index gives the shipped names that a look through all of them gives.
    """
    assert scanned(text, SHIPPED) == indexed(text, SHIPPED)


@settings(max_examples=8)
@given(catalogues(least=1, most=1))
def test_the_index_of_any_catalogue_finds_what_a_scan_finds(catalogue: Catalogue) -> None:
    """
    So does the index that is made of a generated catalogue, for each of its names.
    """
    for bearer in catalogue.places:
        for own in bearer.names:
            assert scanned(own.text, catalogue) == indexed(own.text, catalogue)


@given(catalogues(least=1, most=1))
def test_answers_do_not_depend_on_the_order_of_records(catalogue: Catalogue) -> None:
    """
    A catalogue of the same records in another order gives the same answers.
    """
    records = [record for _, record in catalogue.stored()]
    turned = Catalogue.from_records(reversed(records), redirects=catalogue.redirects)
    texts = [n.text for bearer in catalogue.places for n in bearer.names]
    assert [ds.find(text, catalogue=catalogue) for text in texts] == [ds.find(text, catalogue=turned) for text in texts]


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ({"country": "UA"}, ["a-town/stalino"]),
        ({"country": "FR"}, []),
        ({"kind": "village"}, ["b-village/stalino"]),
        ({"kind": "company"}, ["e-works/works"]),
        ({"kind": "park"}, []),
        ({"honours": "stalin"}, ["b-village/stalino", "a-town/stalino"]),
        ({"honours": "koba"}, ["b-village/stalino", "a-town/stalino"]),
        ({"honours": "a-town"}, []),
        ({"on": "1961-11-08", "country": "UA"}, ["a-town/stalino"]),
        ({"on": "1961-11-09", "country": "UA"}, []),
        ({"on": "1900"}, []),
        ({"honours": "stalin", "kind": "town", "country": "UA", "on": "1950"}, ["a-town/stalino"]),
        ({"honours": "stalin", "kind": "mountain"}, []),
    ],
)
def test_criteria_narrow(criteria: dict[str, Any], expected: list[str]) -> None:
    """
    Each criterion keeps what fits, and several keep what fits them all.
    """
    assert expected == found("Stalino", **criteria)


@pytest.mark.parametrize(
    ("criteria", "error"),
    [
        ({"country": "ua"}, ds.UnknownTerm),
        ({"country": "Ukraine"}, ds.UnknownTerm),
        ({"country": ""}, ds.UnknownTerm),
        ({"kind": "planet"}, ds.UnknownTerm),
        ({"kind": ""}, ds.UnknownTerm),
        ({"honours": "nobody"}, ds.UnknownId),
        ({"honours": ""}, ds.UnknownId),
        ({"on": "yesterday"}, ds.InvalidDate),
        ({"on": "1950/1960"}, ds.InvalidDate),
        ({"on": True}, ds.InvalidDate),
    ],
)
@pytest.mark.parametrize("ask", [ds.find, ds.one])
def test_criteria_that_nothing_can_meet_are_errors(
    ask: Any, criteria: dict[str, Any], error: type[DestalinizationError]
) -> None:
    """
    A criterion that no record can meet is an error, also where the name itself is unknown.
    """
    for text in ("Stalino", "Atlantis"):
        with pytest.raises(error):
            ask(text, catalogue=OWN, **criteria)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "-", "...", "’", "ь", "!?"])
@pytest.mark.parametrize("ask", [ds.find, ds.one, lambda text: ds.date_names([text])])
def test_nothing_to_look_for_is_an_error(ask: Any, text: str) -> None:
    """
    A query without a letter or digit is an error.
    """
    with pytest.raises(ds.EmptyQuery) as caught:
        ask(text)
    assert caught.value.text == text


@pytest.mark.parametrize("text", ["Atlantis", "Stalin0", "斯", "x" * 10_000, "1", "Stalino Oblast of Nowhere"])
def test_an_unknown_name_finds_nothing(text: str) -> None:
    """
    A name that nothing was ever called finds nothing, and raises nothing.
    """
    assert () == ds.find(text, catalogue=OWN)


@given(st.text(max_size=20), st.booleans())
def test_any_text_may_be_asked(text: str, fuzzy: bool) -> None:
    """
    Any text either has nothing to look for, or an answer.
    """
    try:
        matches = ds.find(text, fuzzy=fuzzy)
    except ds.EmptyQuery:
        return
    assert all(isinstance(match, ds.Match) for match in matches)


@pytest.mark.parametrize("query", [3, None, b"Stalino", ("Stalino",)])
def test_a_query_is_text(query: Any) -> None:
    """
    What is no text is refused by a word that says so.
    """
    with pytest.raises(TypeError) as caught:
        ds.find(query)
    assert f"a name is text, not {type(query).__name__}: {query!r}" == str(caught.value)


def test_an_unknown_kind_is_told_each_kind_once() -> None:
    """
    Kinds that places and institutions share stand once in the error.
    """
    with pytest.raises(ds.UnknownTerm) as caught:
        ds.find("Stalino", kind="planet")  # type: ignore[arg-type]
    told = str(caught.value).partition("accepted: ")[2].split(", ")
    assert (sorted(set(told)), True) == (sorted(told), "university" in told)


@pytest.mark.parametrize("text", ["Сталино", "Сталіно", "СТАЛИНО", "Stalìno", "stalino", "  Stalino ", "Sta-lino"])
def test_scripts_and_spellings(text: str) -> None:
    """
    A name is found in each of its scripts, whatever the case and accents.
    """
    assert "a-town/stalino" in found(text)


@pytest.mark.parametrize(
    ("text", "form", "language", "scheme"),
    [
        ("Stalino", "Stalino", "en", None),
        ("Сталино", "Сталино", "ru", None),
        ("Сталіно", "Сталіно", "uk", None),
        ("Sztalino", "Sztalino", "ru", "hungarian"),
    ],
)
def test_a_match_says_what_matched(text: str, form: str, language: str, scheme: str | None) -> None:
    """
    A match has the form that matched, its language, and how it was brought into Latin script.
    """
    match = ds.find(text, kind="town", catalogue=OWN)[0]
    assert (form, language, scheme) == (match.form, match.language, match.scheme)


def test_a_match_knows_its_period_and_today() -> None:
    """
    A match has the period of its name, and says whether it is the name of today.
    """
    stalino, lesovo = (
        ds.find("Stalino", kind="town", catalogue=OWN)[0],
        ds.find("Lesovo", kind="town", catalogue=OWN)[0],
    )
    assert [("from 1924-01-01, before 1961-11-09", False), ("from 1961-11-09 to today", True)] == [
        (str(match.period), match.current) for match in (stalino, lesovo)
    ]


def test_a_match_beside_the_chain_is_never_of_today() -> None:
    """
    A name beside the chain is not the name of today, and has its own period.
    """
    match = next(match for match in ds.find("Stalino", catalogue=OWN) if match.name.key == "side")
    assert (False, "from 1932, before 1960") == (match.current, str(match.period))


def test_matches_in_words() -> None:
    """
    A match can be printed.
    """
    match = ds.find("Stalino", kind="town", catalogue=OWN)[0]
    text = "Stalino (en): a-town, from 1924-01-01, before 1961-11-09"
    assert (text, f"<Match: {text}>") == (str(match), repr(match))


def test_matches_compare_hash_and_pickle() -> None:
    """
    The same query has equal answers, with equal hashes, also after pickling.
    """
    matches = ds.find("Stalino", on="1950", catalogue=OWN)
    again = pickle.loads(pickle.dumps(matches))
    assert (matches, matches, hash(matches)) == (ds.find("Stalino", on="1950", catalogue=OWN), again, hash(again))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("g. Stalino", ["b-village/stalino", "a-town/stalino"]),
        ("г. Сталино", ["a-town/stalino"]),
        ("м. Сталіно", ["a-town/stalino"]),
        ("city of Stalino", ["b-village/stalino", "a-town/stalino"]),
        ("the town of Stalino", ["b-village/stalino", "a-town/stalino"]),
        ("село Сталино", ["a-town/stalino"]),
        ("Stalino oblast", ["c-region/stalino-oblast"]),
        ("Stalino region", ["c-region/stalino-oblast"]),
        ("Stalino obl.", ["c-region/stalino-oblast"]),
        ("Mount Stalino", ["d-mountain/third", "d-mountain/first", "d-mountain/side"]),
        ("Stalino works", ["e-works/works"]),
        ("завод Сталина", ["e-works/works"]),
        ("им. Сталина", ["e-works/works"]),
        ("Stalino street", []),
        ("Stalino raion", []),
        ("Stalino krai", []),
        ("Atlantis oblast", []),
    ],
)
def test_generic_words_are_understood(text: str, expected: list[str]) -> None:
    """
    Words such as "city of" are not matched, but narrow the kind, or the names that have such a word themselves.
    """
    assert expected == found(text)


def test_a_generic_word_alone_is_a_name() -> None:
    """
    Where nothing but a generic word is there, it is the name that is asked for.
    """
    assert generic.Parsed("oblast", frozenset()) == generic.parse("Oblast")


@pytest.mark.parametrize(
    ("text", "core", "classes"),
    [
        ("Perm", "perm", set()),
        ("City of Perm", "perm", {"settlement"}),
        ("г. Пермь", "перм", {"settlement"}),
        ("Perm, Oblast", "perm", {"oblast"}),
        ("р-н Сталинский", "сталинский", {"district"}),
        ("ул. им. Сталина", "сталина", {"street", "named"}),
        ("Isle of Man", "isleofman", set()),
        ("The Hague", "thehague", set()),
        ("Rue de Stalingrad", "stalingrad", {"street"}),
        ("Stalin-Allee", "stalinallee", set()),
        ("Stalin Allee", "stalin", {"street"}),
        ("STRASSE STALIN", "stalin", {"street"}),
    ],
)
def test_generic_words_are_taken_out(text: str, core: str, classes: set[str]) -> None:
    """
    Generic words are taken out with what links them to the name; small words stay where there are none.
    """
    assert generic.Parsed(core, frozenset(classes)) == generic.parse(text)


@pytest.mark.parametrize(
    ("class_", "word"), [(class_, word) for class_, words in generic.WORDS.items() for word in words.split()]
)
def test_every_generic_word_is_understood(class_: str, word: str) -> None:
    """
    Every word of the table is taken out before and after a name, and belongs to its class.
    """
    expected = generic.Parsed("stalino", frozenset([class_]))
    assert [expected] * 3 == [
        generic.parse(text) for text in (f"{word} Stalino", f"Stalino {word}", f"{word}. Stalino")
    ]


@pytest.mark.parametrize(
    ("text", "core", "class_"),
    [
        ("Stalin City", "stalin", "settlement"),
        ("Cidade Stalin city", "cidadestalin", "settlement"),
        ("qyteti Stalin", "stalin", "settlement"),
        ("Stalin oblast", "stalin", "oblast"),
        ("viloyat Stalinobod", "stalinobod", "oblast"),
        ("Altai krai", "altai", "krai"),
        ("Алтайский край", "алтайский", "krai"),
        ("Aginsky okrug", "aginsky", "okrug"),
        ("okręg Stalinogród", "stalinogrod", "okrug"),
        ("voivodeship Stalinogród", "stalinogrod", "voivodeship"),
        ("Województwo stalinogrodzkie", "stalinogrodzkie", "voivodeship"),
        ("Stalin region", "stalin", "region"),
        ("Sztálin megye", "sztalin", "region"),
        ("raion Stalin", "stalin", "district"),
        ("Kreis Stalinstadt", "stalinstadt", "district"),
        ("street Stalin", "stalin", "street"),
        ("ulice Stalinova", "stalinova", "street"),
        ("Stalin square", "stalin", "square"),
        ("Stalinovo náměstí", "stalinovo", "square"),
        ("mount Stalin", "stalin", "mountain"),
        ("Stalin gipfel", "stalin", "mountain"),
        ("Stalin works", "stalin", "works"),
        ("kombinát Stalin", "stalin", "works"),
        ("im Stalin", "stalin", "named"),
        ("after Stalin", "stalin", "named"),
        ("the city of D", "theofd", "settlement"),
    ],
)
def test_generic_words_of_each_class(text: str, core: str, class_: str) -> None:
    """
    Words of every class are taken out, in front of the name and behind it.
    """
    assert generic.Parsed(core, frozenset({class_})) == generic.parse(text)


def test_a_region_may_be_of_any_sort() -> None:
    """
    Who says region may mean an oblast, a krai, an okrug or a voivodeship; who says oblast means an oblast.
    """
    sorts = {"region", "oblast", "krai", "okrug", "voivodeship"}
    assert (sorts, {"region", "republic"}) == tuple(map(set, generic.meant(frozenset({"region"}))))
    assert ({"oblast"}, {"region", "republic"}) == tuple(map(set, generic.meant(frozenset({"oblast"}))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Garmy", "Garmo"),
        ("Garxy", None),
        ("Zarechxx", "Zarechny"),
        ("Zarecxxx", None),
        ("Molotoxxx", "Molotovsk"),
        ("Molotxxxx", None),
    ],
)
def test_longer_names_may_differ_in_more_letters(text: str, name: str | None) -> None:
    """
    One letter may differ in five, two in eight, three in more.
    """
    towns = [
        Place(id=text.lower(), label=text, kind="town", names=[Name(key="name", text=text)])
        for text in ("Garmo", "Zarechny", "Molotovsk")
    ]
    found = ds.find(text, fuzzy=True, catalogue=Catalogue.from_records(towns))
    assert [name] * (name is not None) == [match.name.text for match in found]


def test_kinds_of_generic_words_exist() -> None:
    """
    The kinds that the classes speak of are kinds of the vocabulary, and the classes are those of the words.
    """
    from destalinization.vocabulary import INSTITUTION_KINDS, PLACE_KINDS

    kinds = set().union(*generic.KINDS.values())
    assert (set(), set()) == (
        kinds - set(PLACE_KINDS) - set(INSTITUTION_KINDS),
        set(generic.KINDS) - set(generic.WORDS),
    )


def test_one_gives_the_record() -> None:
    """
    A name that one bearer had gives that bearer, however often it had it.
    """
    assert OWN.places["d-mountain"] is ds.one("Stalino", kind="mountain", catalogue=OWN)


@pytest.mark.parametrize(
    ("of", "criteria", "id"),
    [
        (ds.Institution, {}, "e-works"),
        (ds.Place, {"country": "UA"}, "a-town"),
        (ds.Place, {"kind": "village"}, "b-village"),
        (object, {"country": "UA", "on": "1950"}, "a-town"),
    ],
)
def test_one_is_narrowed(of: Any, criteria: dict[str, Any], id: str) -> None:
    """
    The class of the record and the criteria of find narrow down what is meant.
    """
    assert id == ds.one("Stalino", of=of, catalogue=OWN, **criteria).id


def test_an_ambiguous_name_has_its_candidates() -> None:
    """
    A name that several bearers had is an error that holds the matches, best first, and names the bearers once each.
    """
    with pytest.raises(ds.AmbiguousName) as caught:
        ds.one("Stalino", of=ds.Place, catalogue=OWN)
    error = caught.value
    ids = ["b-village", "d-mountain", "a-town", "d-mountain", "d-mountain"]
    assert ("Stalino", ids) == (error.text, [match.bearer.id for match in error.candidates])
    assert "'Stalino' was the name of 3 bearers: b-village, d-mountain, a-town; " in str(error)
    assert isinstance(error, LookupError)


def test_an_unknown_name_has_suggestions() -> None:
    """
    A name that nothing was called is an error that names the nearest spellings, as they are written.
    """
    with pytest.raises(ds.UnknownName) as caught:
        ds.one("Lesow", catalogue=OWN)
    assert ("Lesow", "Lesovo") == (caught.value.text, caught.value.suggestions[0])
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize(("text", "suggestions"), [("Stalxyz", ("Stalino",)), ("Staxxyz", ())])
def test_half_of_the_letters_make_a_suggestion(text: str, suggestions: tuple[str, ...]) -> None:
    """
    A name of which half of the letters fit is suggested, and one of which fewer do is not.
    """
    town = Place(id="town", label="Town", kind="town", names=[Name(key="stalino", text="Stalino")])
    with pytest.raises(ds.UnknownName) as caught:
        ds.one(text, catalogue=Catalogue.from_records([town]))
    assert suggestions == caught.value.suggestions


def test_an_unknown_name_may_have_no_suggestions() -> None:
    """
    Where nothing is near, nothing is suggested.
    """
    with pytest.raises(ds.UnknownName) as caught:
        ds.one("Qqqqqqqq", catalogue=OWN)
    assert () == caught.value.suggestions


def test_a_name_of_another_class_is_unknown() -> None:
    """
    A name that only an institution had is no name of a place.
    """
    with pytest.raises(ds.UnknownName):
        ds.one("Завод имени Сталина", of=ds.Place, catalogue=OWN)


@pytest.mark.parametrize(
    ("text", "distance"),
    [("Lesvoo", 1), ("Lesoov", 1), ("Lesovoo", 1), ("Leovo", 1), ("Llesovoo", 2), ("Losova", 2), ("Lesovoxyz", 3)],
)
def test_similar_spellings_have_their_distance(text: str, distance: int) -> None:
    """
    A similar spelling is found with the number of letters that differ, a swap of neighbours counted once.
    """
    assert {distance} == {match.distance for match in ds.find(text, fuzzy=True, catalogue=OWN)}


@pytest.mark.parametrize("text", ["Les", "Garm1x", "Lisava", "Molotov"])
def test_spellings_that_differ_too_much_are_not_similar(text: str) -> None:
    """
    In short names few letters may differ.
    """
    near = [match.name.text for match in ds.find(text, fuzzy=True, catalogue=OWN)]
    assert [] == [name for name in near if name in {"Lesovo", "Stalino"}]


def test_similar_spellings_are_asked_for() -> None:
    """
    A similar spelling is not found unless it is asked for.
    """
    assert ([], True) == (found("Lesova"), bool(found("Lesova", fuzzy=True)))


@given(
    st.sampled_from(["Сталинград", "Stalinabad", "Molotov", "Katowice", "Перм", "Dunapentele", "Stalino"]), st.data()
)
def test_exact_matches_come_before_similar_ones(text: str, data: st.DataObject) -> None:
    """
    What is asked for with similar spellings begins with what is asked for without, and goes on ever farther away.
    """
    cut = data.draw(st.integers(3, len(text)))
    exact, near = ds.find(text[:cut]), ds.find(text[:cut], fuzzy=True)
    distances = [match.distance for match in near]
    assert (exact, sorted(distances), [0] * len(exact)) == (near[: len(exact)], distances, distances[: len(exact)])


def test_without_rapidfuzz_similar_spellings_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where the extra is not installed, asking for similar spellings names what to install, and exact ones are found.
    """
    for module in [module for module in sys.modules if module.partition(".")[0] == "rapidfuzz"]:
        monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    with pytest.raises(ds.MissingExtra) as caught:
        ds.find("Stalino", fuzzy=True, catalogue=OWN)
    assert "pip install 'destalinization[fuzzy]'" in str(caught.value)
    assert bool(found("Stalino"))


def test_every_question_takes_a_catalogue() -> None:
    """
    Questions about a catalogue of one's own are answered from it, and not from the shipped data.
    """
    answers = (
        ds.find("Volgograd", catalogue=OWN),
        str(ds.name_on("a-town", "1950", catalogue=OWN).best),
        [candidate.name.text for candidate in ds.names_during("a-town", "1930/1950", catalogue=OWN)],
        ds.one("Lesovo", country="UA", catalogue=OWN).id,
        ds.date_names(["Volgograd"], catalogue=OWN).unknown,
    )
    assert ((), "Stalino", ["Stalino"], "a-town", ("Volgograd",)) == answers


def test_bearers_may_be_given_as_records() -> None:
    """
    Where a bearer is asked about, its id and the record itself mean the same.
    """
    record = OWN.places["a-town"]
    assert ds.name_on("a-town", "1950", catalogue=OWN) == ds.name_on(record, "1950")
    assert ds.names_during("a-town", "1950", catalogue=OWN) == ds.names_during(record, "1950")


@pytest.mark.parametrize("ask", [ds.name_on, ds.names_during])
def test_an_unknown_bearer_is_an_error(ask: Any) -> None:
    """
    An id that no place and no institution has is an error, also where another record has it.
    """
    for id in ("atlantis", "stalin", ""):
        with pytest.raises(ds.UnknownId):
            ask(id, "1950", catalogue=OWN)


def test_retired_ids_are_followed() -> None:
    """
    A retired id means the record that took its place.
    """
    retired = {"stalino": "a-town"}
    moved = Catalogue.from_records([record for _, record in OWN.stored()], redirects=retired)
    assert "a-town" == ds.name_on("stalino", "1950", catalogue=moved).bearer.id
