"""
Names in running text: what is found, what it is taken for, and what never happens.
"""

from __future__ import annotations

import io
import json
import pickle
import re
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.store.catalogue import Catalogue
from destalinization.toponyms import cues, mention_kinds
from destalinization.toponyms.datings import DatedInterval
from destalinization.toponyms.inflection import inflect
from destalinization.toponyms.streams import Piece, annotate_stream

SENTENCES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[1] / "data" / "sentences.json").read_text(encoding="utf-8")
)
TEXT = "\n".join(sentence["text"] for sentence in SENTENCES)
DOCS = (Path(__file__).parents[2] / "docs").is_dir()
"""Whether this is a checkout, with the documentation beside the tests."""

PLAIN = ("Сталинабад", "Ворошиловград", "Сталиногорск", "Katowice", "Eisenhüttenstadt", "Sztálinváros", "Volgograd")


def found(text: str, **options: Any) -> list[tuple[str, str]]:
    """
    Give the surfaces and kinds of all mentions.
    """
    return [(mention.surface, mention.kind) for mention in ds.annotate(text, everything=True, **options)]


def places(text: str, **options: Any) -> list[tuple[str, str]]:
    """
    Give the surfaces of the likely places, each with the bearer that it means best.
    """
    return [(mention.surface, mention.best.bearer.id) for mention in ds.annotate(text, **options)]


@pytest.mark.parametrize("cue", cues.CUES, ids=lambda cue: cue.example)
def test_each_cue_does_what_its_example_shows(cue: cues.Cues) -> None:
    """
    The name in the example is taken for what the cue speaks for.
    """
    start, end = cue.example.index("{"), cue.example.index("}") - 1
    text = cue.example.replace("{", "").replace("}", "")
    assert [(start, end, cue.kind)] == [
        (mention.start, mention.end, mention.kind)
        for mention in ds.annotate(text, everything=True)
        if mention.start < end and start < mention.end
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Эшелон ушёл из Сталинабада.", [("Сталинабада", "dushanbe")]),
        ("Под Ворошиловградом шли бои.", [("Ворошиловградом", "luhansk")]),
        ("ГОРОД СТАЛИНГРАД", [("СТАЛИНГРАД", "volgograd")]),
        ("Mieszkali w Stalinogrodzie.", [("Stalinogrodzie", "katowice")]),
        ("Bydleli v Gottwaldově.", [("Gottwaldově", "zlin")]),
        ("Sztálinvárosban dolgozott.", [("Sztálinvárosban", "dunaujvaros")]),
        ("Stalingrad's ruins", [("Stalingrad", "volgograd")]),
        ("in Woroschilowgrads Umgebung", [("Woroschilowgrads", "luhansk")]),
        ("Сталинская область", [("Сталинская область", "donetsk-oblast")]),
        ("в Сталинской обл.", [("Сталинской обл", "donetsk-oblast")]),
        ("the Molotov region", [("Molotov region", "perm-oblast")]),
        ("Ста\u00adлин\u00adабад", [("Ста\u00adлин\u00adабад", "dushanbe")]),
        ("в Ворошилов-\nграде", [("Ворошилов-\nграде", "luhansk")]),
        ("Bras\u0326ov, Bras\u0326ovul", [("Bras\u0326ov", "brasov"), ("Bras\u0326ovul", "brasov")]),
        ("восхождение на пик Сталина", [("пик Сталина", "ismoil-somoni-peak")]),
        ("Karl-Marx-Allee", [("Karl-Marx-Allee", "karl-marx-allee-berlin")]),
        ("из Свердловска, Молотова, Челябинска", [("Молотова", "perm")]),
        ("Пермь (Молотов)", [("Пермь", "perm"), ("Молотов", "perm")]),
        ("Молотов, 1942.", [("Молотов", "perm")]),
        ("1940–1957 – Молотов", [("Молотов", "perm")]),
        ("пытались удержать Калинин", [("Калинин", "tver")]),
        ("наступал на Калинин", [("Калинин", "tver")]),
        ("Добрались до Ворошилова-Уссурийского.", [("Ворошилова-Уссурийского", "ussuriysk")]),
        ("we współczesnej Rosji", [("Rosji", "russia")]),
        ("Сталина пик, высшая вершина", [("Сталина пик", "ismoil-somoni-peak")]),
        ("which was called Mount Stalin", [("Mount Stalin", "mount-peck-british-columbia")]),
        ("din oraşul Stalin.", [("oraşul Stalin", "brasov")]),
        ("Onești (1965-1990 Gheorghe Gheorghiu-Dej)", [("Onești", "onesti"), ("Gheorghe Gheorghiu-Dej", "onesti")]),
        ("станция метро «Автозаводская»", [("Автозаводская", "avtozavodskaya-metro-moscow")]),
        ("streets named after Stalingrad everywhere", [("Stalingrad", "volgograd")]),
        (
            "в Молотовской, Свердловской и Чкаловской областях",
            [("Молотовской", "perm-oblast"), ("Чкаловской", "orenburg-oblast")],
        ),
        ("в Молотовской и\nСвердловской областях", [("Молотовской", "perm-oblast")]),
        ("в Пермском и Алтайском краях", [("Пермском", "perm-krai")]),
        ("the Donetsk\u00a0region", [("Donetsk\u00a0region", "donetsk-oblast")]),
        ("Молотовская (ныне Пермская) область", [("Молотовская", "perm-oblast"), ("Пермская", "perm-oblast")]),
        ("Сталінської та Луганської областей", [("Сталінської", "donetsk-oblast"), ("Луганської", "luhansk-oblast")]),
        (
            "в Тверской области, тогда Калининской, жили",
            [("Тверской области", "tver-oblast"), ("Калининской", "tver-oblast")],
        ),
        (
            "из Луганской области пришли трое, из Донецкой — пятеро",
            [("Луганской области", "luhansk-oblast"), ("Донецкой", "donetsk-oblast")],
        ),
        ("v Molotovské (dnes Permské) oblasti", [("Molotovské", "perm-oblast"), ("Permské", "perm-oblast")]),
        ("Він їхав до Оренбурзької області.", [("Оренбурзької області", "orenburg-oblast")]),
        ("в Молотовската област, в Молотовска област", [("Молотовска област", "perm-oblast")]),
        ("жили в Перми (Молотове)", [("Перми", "perm"), ("Молотове", "perm")]),
        ("у перейменуванні міста Жданова", [("Жданова", "mariupol")]),
        ("захопивши Калінін, вони пішли далі", [("Калінін", "tver")]),
        ("город Ново-Кузнецк", [("Ново-Кузнецк", "novokuznetsk")]),
        ("народы Савецкага Саюза", [("Савецкага Саюза", "soviet-union")]),
        ("уроженец Перми, гражданин РФ", [("Перми", "perm"), ("РФ", "russia")]),
        ("| Свердловск | 23 | Молотов | 22 |", [("Молотов", "perm")]),
        ("от «Автозаводской» до вокзала", [("Автозаводской", "avtozavodskaya-metro-moscow")]),
        ("Donetsk and Luhansk oblasts", [("Donetsk", "donetsk-oblast"), ("Luhansk oblasts", "luhansk-oblast")]),
        ("dans la région de Donetsk", [("région de Donetsk", "donetsk-oblast")]),
        ("en el óblast de Volgogrado", [("óblast de Volgogrado", "volgograd-oblast")]),
        ("in der Region Donezk", [("Region Donezk", "donetsk-oblast")]),
        ("wohnte im Gebiet Perm", [("Gebiet Perm", "perm-oblast")]),
        ("im Bezirk Donezk", [("Bezirk Donezk", "donetsk-oblast")]),
        ("Im Permer Gebiet gibt es Salz", [("Permer Gebiet", "perm-oblast")]),
        ("the Krasnoyarsk region", [("Krasnoyarsk region", "krasnoyarsk-krai")]),
        ("Perm, oblast di Volgograd", [("Perm", "perm"), ("oblast di Volgograd", "volgograd-oblast")]),
        ("then Peak Communism", [("Peak Communism", "ismoil-somoni-peak")]),
        ("dirbo Severodvinske", [("Severodvinske", "severodvinsk")]),
        ("į Permės sritį", [("Permės sritį", "perm-oblast")]),
        ("dzīvoja Noriļskā", [("Noriļskā", "norilsk")]),
        ("memoriaal Norilskis", [("Norilskis", "norilsk")]),
        ("Volgogradissa asuvat", [("Volgogradissa", "volgograd")]),
        ("Stalingrado e il Volga1, che", [("Stalingrado", "volgograd"), ("Volga", "volga")]),
        ("crowds on Red Square", [("Red Square", "red-square")]),
        ("Koroljow ist eine russische Stadt.", [("Koroljow", "korolyov")]),
        ("Molotov, a city in the Urals", [("Molotov", "perm")]),
        ("born in 1940, Zhdanov, Ukrainian SSR.", [("Zhdanov", "mariupol")]),
        ("from Molotov to Sverdlovsk", [("Molotov", "perm")]),
        ("the train via Moscow", [("Moscow", "moscow")]),
        ("medzi Zlínom a Gottwaldovom", [("Zlínom", "zlin"), ("Gottwaldovom", "zlin")]),
        ("loď pluje po Volze", [("Volze", "volga")]),
        ("budowali Kanał Białomorsko-Bałtycki", [("Kanał Białomorsko-Bałtycki", "white-sea-baltic-canal")]),
        (
            "пик Сталина (Коммунизма, Сомони) покорён",
            [(name, "ismoil-somoni-peak") for name in ("пик Сталина", "Коммунизма", "Сомони")],
        ),
        ("Жовтневий район став Олександрівським.", [("Жовтневий район", "oleksandrivskyi-district-zaporizhzhia")]),
        ("«Сталино» – «Донецк»", [("Сталино", "donetsk"), ("Донецк", "donetsk")]),
        ("Сталинград был разрушен", [("Сталинград", "volgograd")]),
        ("памяти защитников Сталинграда", [("Сталинграда", "volgograd")]),
        ("Formerly, Molotov.", [("Molotov", "perm")]),
        ("Grossman spent a hundred days in Stalingrad", [("Stalingrad", "volgograd")]),
        ("Wolgograd wird wieder Stalingrad: Die Stadt", [("Wolgograd", "volgograd"), ("Stalingrad", "volgograd")]),
    ],
)
def test_places(text: str, wanted: list[tuple[str, str]]) -> None:
    """
    Inflected, upper-case, broken and many-worded names are found, each with what it means.
    """
    assert wanted == places(text)


def test_words_for_mountains_belong_to_one_name() -> None:
    """
    A word for a mountain that belongs to one name is no part of the next.
    """
    assert ["Stalin Peak", "Stalin"] == [
        mention.surface for mention in ds.annotate("Stalin Peak Stalin", everything=True)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("В. М. Молотов заявил", [("Молотов", "person")]),
        ("Vyacheslav Molotov flew in", [("Vyacheslav Molotov", "person")]),
        ("Вячеслава Молотова", [("Молотова", "person")]),
        ("прах Валерия Чкалова находится здесь", [("Чкалова", "person")]),
        ("товарищ Каганович", [("Каганович", "person")]),
        ("Molotov-Ribbentrop", [("Molotov", "person")]),
        ("two Molotov cocktails", [("Molotov", "person")]),
        ("Сталинградская битва", [("Сталинградская", "event")]),
        ("the Battle of Stalingrad", [("Stalingrad", "event")]),
        ("Сталинградский фронт", [("Сталинградский", "institution")]),
        ("the cruiser Molotov", [("Molotov", "institution")]),
        ("улица Молотова", [("Молотова", "street")]),
        ("Place de Stalingrad à Paris", [("Stalingrad", "street")]),
        ("the novel “Stalingrad”", [("Stalingrad", "work")]),
        ("Stalingrad by Antony Beevor", [("Stalingrad", "work")]),
        ("сталинградский вокзал", []),
        ("Сталинградский вокзал", [("Сталинградский", "adjective")]),
        ("She got a Perm at last.", [("Perm", "word")]),
        ("лагерь Пермь-36", [("Пермь", "institution")]),
        ("В 1917 г. Ворошилов был избран", [("Ворошилов", "person")]),
        ("walki o Stalingrad trwały", [("Stalingrad", "event")]),
        ("the Donetsk Coal and Iron Works", [("Donetsk", "institution")]),
        ("the Kalinin Offensive Operation", [("Kalinin", "event")]),
        ("члены ЦИК СССР", [("СССР", "institution")]),
        ("роман В. Некрасова «В окопах Сталинграда» вышел", [("Сталинграда", "work")]),
        ("появились улицы Щорса, Калинина", [("Калинина", "street")]),
        ("na Sztálinvárosi vásár", [("Sztálinvárosi", "adjective")]),
        ("Игорь Калинин приехал", [("Калинин", "person")]),
        ("с Игорем Калининым", [("Калининым", "person")]),
        ("pacte Hitler-Staline", [("Staline", "person")]),
        ("наркомат при Совнаркоме, Госплан РСФСР", [("РСФСР", "institution")]),
        ("МЧС России сообщает", [("России", "institution")]),
        ("chairman of the USSR Chess Federation", [("USSR", "institution")]),
        ("Union des écrivains de l'URSS", [("URSS", "institution")]),
        ("im Schriftstellerverband der UdSSR", [("UdSSR", "institution")]),
        ("the Luhansk People's Republic", [("Luhansk", "institution")]),
        ("TJ Gottwaldov", [("Gottwaldov", "institution")]),
        ("Stalingrad est une station des lignes 2 et 5", [("Stalingrad", "street")]),
        ("Place de la Bataille-de-Stalingrad", [("Stalingrad", "street")]),
        ("Die Chkalova-Straße ist lang", [("Chkalova", "street")]),
        ("a sequel to Stalingrad", [("Stalingrad", "work")]),
        ("орбитальная станция «Мир»", [("Мир", "institution")]),
        ("в Калининской областной больнице", [("Калининской", "adjective")]),
        ("город Сталина, как его прозвали", [("Сталина", "person")]),
        (
            "На этом настаивали Молотов, Калинин, Ворошилов",
            [("Молотов", "person"), ("Калинин", "person"), ("Ворошилов", "person")],
        ),
        ("В 1932 г. Каганович и Молотов приехали", [("Каганович", "person"), ("Молотов", "person")]),
        ("това е решение на Сталин, който пътуваше", [("Сталин", "person")]),
        ("Marie Gottwaldové bylo", [("Gottwaldové", "person")]),
        ("на улицах Чкалова и Садовой", [("Чкалова", "street")]),
        ("в Міністерстві оборони СРСР", [("СРСР", "institution")]),
        ("теплоход вышел в море, «Советский Союз» остался", [("Советский Союз", "institution")]),
        ("договор о дружбе между Францией и Советским Союзом", [("Советским Союзом", "event")]),
        ("сборник статей «Ворошиловград. Люди и годы» издан", [("Ворошиловград", "work")]),
        ("Stalin, Molotov and Kirov met", [("Stalin", "person"), ("Molotov", "person")]),
        ("po Stalino mirties ėjo", [("Stalino", "person")]),
        ("members of the Partei der Sowjetunion", [("Sowjetunion", "institution")]),
        ("the Moscow Olympics", [("Moscow", "event")]),
        ("Shakhtar Donetsk won the cup", [("Donetsk", "institution")]),
        ("head of the Donetsk regional administration", [("Donetsk", "institution")]),
        ("under belägringen av Stalingrad", [("Stalingrad", "event")]),
        ("la ritirata di Russia", [("Russia", "event")]),
        ("it may become another Stalingrad", [("Stalingrad", "event")]),
        ("the Moscow Conservatory", [("Moscow", "institution")]),
        ("Perm 36 is a museum", [("Perm", "institution")]),
        ("in via Stalingrado 12", [("Stalingrado", "street")]),
        ("будинок на проспекті Героїв Сталінграда", [("Сталінграда", "street")]),
        ("przy ul. Obrońców Stalingradu 5", [("Stalingradu", "street")]),
        ("Stalingrad oznaczał przełom w wojnie", [("Stalingrad", "event")]),
        ("Сталинград стал переломом войны", [("Сталинград", "event")]),
        ("«Сталинград» — военный фильм", [("Сталинград", "work")]),
        ("Фильм показали под названием «Сталинград» в клубе", [("Сталинград", "work")]),
        ("Gottwaldova hrobka stojí", [("Gottwaldova", "person")]),
        ("рішення ухвалила Покровська міська громада", [("Покровська", "adjective")]),
        ("«Металлург» – «Мариуполь» 1:1", [("Мариуполь", "institution")]),
    ],
)
def test_what_is_no_place(text: str, wanted: list[tuple[str, str]]) -> None:
    """
    People, and parts of the names of events, works, streets and institutions, are what they are; none is a place.
    """
    assert (wanted, []) == (found(text), places(text))


def test_longest_wins_and_none_overlap() -> None:
    """
    Of two names that share words the longer is taken, and no two mentions of the real sentences overlap.
    """
    assert [("Communist Party of the Soviet Union", "institution")] == found("Communist Party of the Soviet Union")
    ends = [0]
    for mention in ds.annotate(TEXT, everything=True):
        assert ends[-1] <= mention.start < mention.end
        ends.append(mention.end)
    assert len(ends) > 300


def test_the_date_chooses() -> None:
    """
    Only names that may have held are candidates; what cannot have held is only possible.
    """
    all_of_them = {meaning.bearer.id for meaning in ds.annotate("Stalino")[0].candidates}
    then = {meaning.bearer.id for meaning in ds.annotate("Stalino", on="1928")[0].candidates}
    assert ({"donetsk", "malye-shigali"} <= all_of_them, "donetsk" in then) == (True, True)
    assert then < all_of_them
    assert () == ds.annotate("Stalinabad", on="1990")
    late = ds.annotate("Stalinabad", on="1990", everything=True)[0]
    assert ("possible", True) == (late.certainty, late.reason.endswith("but no such name held then"))


def test_a_text_dates_itself() -> None:
    """
    With ``auto``, the names of the text tell its time, and that chooses.
    """
    text = "Сталинабад и Ворошиловград, потом Чкалов и город Молотов."
    assert [
        ("Сталинабад", "dushanbe"),
        ("Ворошиловград", "luhansk"),
        ("Чкалов", "orenburg"),
        ("Молотов", "perm"),
    ] == places(text, on="auto")
    grades = {meaning.grade for mention in ds.annotate(text, on="auto") for meaning in mention.candidates}
    assert grades <= {"certain", "likely", "possible"}
    assert None not in grades
    assert () == ds.annotate("nothing here", on="auto")


def test_other_names_near_choose_among_the_bearers() -> None:
    """
    Of two towns of one name the one is meant whose other name stands near.
    """
    assert "eisenhuettenstadt" == places("Stalinstadt")[0][1]
    assert "brasov" == places("Kronstadt, deutsch zeitweise Stalinstadt, heute Brașov")[1][1]


def test_what_is_widely_known_goes_first() -> None:
    """
    Of many streets of one name the one is meant that everybody knows, unless the text says otherwise.
    """
    assert "karl-marx-allee-berlin" == places("die Paläste der Stalinallee")[0][1]
    assert "berliner-strasse-potsdam" == places("die Stalinallee, heute Berliner Straße")[0][1]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("brought to Perm' by boat", "Perm'"),
        ("the centre of Donetsk oblast’ (region)", "Donetsk oblast’"),
        ("the town of 'Perm' on the Kama", "Perm"),
        ("‘Nobody’s brother was sent to Perm’ he said", "Perm"),
        ("Perm's river", "Perm"),
        ("the Volgograd' of today", "Volgograd"),
        ("близ города Пермь' на Каме", "Пермь"),
    ],
)
def test_soft_signs_belong_to_names(text: str, surface: str) -> None:
    """
    An apostrophe that stands for a soft sign is a part of the name; a quotation mark and a possessive are not.
    """
    assert surface == places(text)[0][0]


def test_only_places_are_candidates_for_a_place() -> None:
    """
    A ship of the same name does not widen the time of a text that names the town.
    """
    mention = ds.annotate("в городе Молотове")[0]
    assert {True} == {isinstance(meaning.bearer, ds.Place) for meaning in mention.candidates}
    assert "cruiser-slava" in {
        m.bearer.id for found in ds.annotate("крейсер Молотов", everything=True) for m in found.candidates
    }


def test_a_language_narrows() -> None:
    """
    Only forms of the language are found.
    """
    assert ([("Sztálinvárosban", "dunaujvaros")], []) == (
        places("Sztálinvárosban", language="hu"),
        places("Sztálinvárosban", language="ru"),
    )


def test_a_language_keeps_to_its_own_forms() -> None:
    """
    No form of another language comes in by a generated spelling or another generic word.
    """
    assert ([("Gebiets Donezk", "donetsk-oblast")], []) == (
        places("des Gebiets Donezk", language="de"),
        places("des Gebiets Donezk", language="ru"),
    )


@pytest.mark.parametrize("language", ["russian", "xx", "", "ru-RU"])
def test_a_language_without_forms_is_an_error(language: str) -> None:
    """
    A tag that no form has is told those that there are, instead of finding nothing.
    """
    with pytest.raises(ds.UnknownTerm) as caught:
        ds.annotate("Сталинград", language=language)
    assert "is no language of the forms; accepted: " in str(caught.value)
    assert {"ru", "de", "en", "nl"} <= set(str(caught.value).partition("accepted: ")[2].split(", "))


def test_kinds_are_defined() -> None:
    """
    Every kind has a definition, here and on the page about texts, and nothing else has one.
    """
    page = (Path(__file__).parents[2] / "docs" / "texts.md").read_text(encoding="utf-8") if DOCS else ""
    told = re.findall(r"^\| (\w+) \| (?!---)", page, re.MULTILINE)[1:]
    assert list(get_args(mention_kinds.MentionKind)) == list(mention_kinds.MENTION_KINDS)
    assert not DOCS or told == list(mention_kinds.MENTION_KINDS)


def test_another_catalogue() -> None:
    """
    The names are those of the catalogue that is asked.
    """
    own = Catalogue.from_records(
        [ds.Place(id="x", label="X", kind="town", names=[ds.Name(key="y", text="Nowhereville")])]
    )
    assert ([("Nowhereville", "x")], []) == (
        places("in Nowhereville", catalogue=own),
        places("in Stalinabad", catalogue=own),
    )


@pytest.mark.parametrize("text", [None, 3, b"Stalino"])
def test_a_text_is_wanted(text: Any) -> None:
    """
    What is no text is refused.
    """
    with pytest.raises(TypeError, match="a text is wanted, not"):
        ds.annotate(text)


def test_mentions_are_values() -> None:
    """
    Mentions compare by value, are hashable and picklable, and tell themselves in short.
    """
    one, other = (ds.annotate("Жил в Сталинабаде.")[0] for _ in range(2))
    assert (one, hash(one), one) == (other, hash(other), pickle.loads(pickle.dumps(one)))
    assert "<Mention at 6: Сталинабаде (place, certain): dushanbe, Stalinabad: from 1929-10-19, before 1961>" == repr(
        one
    )


def test_offsets_give_the_surface() -> None:
    """
    In the real sentences, in all their scripts, the text between the offsets is the surface.
    """
    mentions = ds.annotate(TEXT, everything=True)
    assert [] == [mention for mention in mentions if TEXT[mention.start : mention.end] != mention.surface]


@given(st.text(max_size=200))
def test_no_text_stumbles(text: str) -> None:
    """
    Any text is read, and its offsets give the surfaces.
    """
    for mention in ds.annotate(text, everything=True):
        assert text[mention.start : mention.end] == mention.surface


@given(
    st.lists(
        st.one_of(
            st.sampled_from(PLAIN),
            st.text(alphabet="абвгд abcABC АБВ.,-\n\u00ad\u0301«»()1", max_size=12),
        ),
        max_size=30,
    )
)
def test_mixed_scripts_and_noise(parts: list[str]) -> None:
    """
    Names among letters of several scripts, signs and broken lines make nothing stumble.
    """
    text = "".join(parts)
    for mention in ds.annotate(text, everything=True):
        assert text[mention.start : mention.end] == mention.surface


@given(
    st.lists(
        st.tuples(st.sampled_from(PLAIN), st.sampled_from(["вчера", "the train", "und dann"])), min_size=1, max_size=8
    )
)
def test_inserted_names_are_found(pairs: list[tuple[str, str]]) -> None:
    """
    Names put into a text are found, each once and in order.
    """
    text = ". ".join(f"{filler} {name}" for name, filler in pairs)
    assert [name for name, _ in pairs] == [mention.surface for mention in ds.annotate(text)]


def test_every_unguarded_form_of_every_name_is_found() -> None:
    """
    Each written form of each city's names, alone in a text, is found and means its bearer, whatever it is taken for.
    """
    missed = []
    for place in ds.places.where(kind="city"):
        for name in place.names:
            for tag, forms in name.forms.items():
                for form in forms:
                    if (
                        form[0].isupper()
                        and len(form) > 3
                        and tag.partition("-")[0] in ("ru", "uk", "de", "pl", "cs", "hu")
                    ):
                        for inflected, _ in inflect(form, tag):
                            mentions = ds.annotate(inflected, everything=True)
                            if not any(place.id == m.bearer.id for mention in mentions for m in mention.candidates):
                                missed.append((place.id, inflected))
    assert [] == missed


@pytest.mark.parametrize("size", [17, 256, 4096, 1 << 20])
@pytest.mark.parametrize("everything", [True, False])
def test_pieces_give_what_the_whole_gives(size: int, everything: bool) -> None:
    """
    A text that is read in pieces gives the same mentions, and its pieces are the text.
    """
    pieces = list(annotate_stream(io.BytesIO(TEXT.encode()), size=size, everything=everything))
    assert TEXT == "".join(piece.text for piece in pieces)
    assert list(ds.annotate(TEXT, everything=everything)) == [m for piece in pieces for m in piece.mentions]


@settings(max_examples=15)
@given(
    st.lists(st.sampled_from([*PLAIN, "x" * 900, "\n", ". ", "Сталин-\n", "град ", "Ста\u00adлино "]), max_size=60),
    st.integers(1, 999),
)
def test_pieces_of_odd_texts(parts: list[str], size: int) -> None:
    """
    Long words, broken lines and cuts anywhere change nothing.
    """
    text = " ".join(parts)
    pieces = list(annotate_stream(io.BytesIO(text.encode()), size=size, everything=True))
    assert (text, list(ds.annotate(text, everything=True))) == (
        "".join(piece.text for piece in pieces),
        [m for piece in pieces for m in piece.mentions],
    )


def test_a_text_without_a_space_is_read() -> None:
    """
    Megabytes without a space are read in one go.
    """
    text = "Сталинград" * 200_000
    assert () == ds.annotate(text, everything=True)
    assert ["Сталинград"] == [mention.surface for mention in ds.annotate(f"{'х' * 2_000_000} Сталинград")]


def test_broken_bytes_are_told_with_their_place() -> None:
    """
    Bytes that are no UTF-8 are an error with file and offset, in the middle of a piece and at its end.
    """
    with pytest.raises(ds.BrokenText) as caught:
        list(annotate_stream(io.BytesIO("Сталино ".encode() * 50 + b"\xff"), name="a.txt", size=64))
    assert ("a.txt", 750, 0xFF) == (caught.value.file, caught.value.offset, caught.value.byte)
    assert "a.txt: byte 750 (0xff) is not UTF-8; convert the file, or replace what is broken (--errors replace)" == str(
        caught.value
    )
    with pytest.raises(ds.BrokenText) as cut:
        list(annotate_stream(io.BytesIO("Сталино".encode()[:-1]), name="b.txt", size=3))
    assert ("b.txt", 12) == (cut.value.file, cut.value.offset)


def test_broken_bytes_can_be_replaced() -> None:
    """
    On request they become U+FFFD, and the names are found all the same.
    """
    pieces = list(annotate_stream(io.BytesIO(b"\xff " + "Сталинабад".encode()), errors="replace"))
    assert [Piece(0, "\ufffd Сталинабад", pieces[0].mentions)] == [piece for piece in pieces if piece.text]
    assert ["Сталинабад"] == [mention.surface for piece in pieces for mention in piece.mentions]


def test_a_pipe_cannot_date_itself() -> None:
    """
    What cannot be read twice cannot be dated first.
    """

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    with pytest.raises(ValueError, match=r"in\.txt: to date the text by its names it is read twice"):
        list(annotate_stream(Pipe(b"Stalino"), name="in.txt", on="auto"))


def test_a_file_dates_itself_from_where_it_stands() -> None:
    """
    A file is read twice from its position, and every mention has a grade.
    """
    file = io.BytesIO("xx Сталинабад и Чкаловская область.".encode())
    file.seek(3)
    mentions = [m for piece in annotate_stream(file, on="auto") for m in piece.mentions]
    assert [("Сталинабад", "certain")] == [(m.surface, m.best.grade) for m in mentions[:1]]


def test_progress_is_told() -> None:
    """
    Whoever asks is told how many bytes have been read.
    """
    told: list[int] = []
    list(annotate_stream(io.BytesIO(b"x" * 100), size=40, progress=told.append))
    assert [40, 80, 100, 100] == told


def test_dating_a_text() -> None:
    """
    A text is dated by what most of its mentions support; a footnote with today's name does not destroy the answer.
    """
    text = "Сталинабад. Сталинабада. В Сталинабаде, из Ворошиловграда. (Ныне Душанбе.)"
    answer = ds.date_text(text)
    interval = answer.intervals[0]
    assert ("1935-11-05", "1958-03-04") == (str(interval.earliest), str(interval.latest))
    assert ["Сталинабад", "Сталинабада", "Сталинабаде", "Ворошиловграда"] == [
        m.surface for m in answer.supporting(interval)
    ]
    assert ["Душанбе"] == [m.surface for m in answer.contradicting(interval)]
    assert ["Dushanbe"] == [conflict.text for conflict in interval.conflicts]


@pytest.mark.parametrize(
    ("first", "last", "supported"),
    [
        (None, None, True),
        (None, "1930-01-01", True),
        (None, "1929-12-31", False),
        ("1949-12-31", None, True),
        ("1950-01-01", None, False),
    ],
)
def test_mentions_support_the_days_of_their_names(first: str | None, last: str | None, supported: bool) -> None:
    """
    A mention supports an interval if its name held on some day of it, the first and the last included.
    """
    names = [
        ds.Name(key="stalino", text="Stalino", forms={"ru": ["Сталино"]}, since=HistoricalDate("1930-01-01")),
        ds.Name(key="donetsk", text="Donetsk", since=HistoricalDate("1950-01-01")),
    ]
    town = ds.Place(id="donetsk", label="Donetsk", kind="city", current=True, names=names)
    answer = ds.date_text("Сталино.", catalogue=Catalogue.from_records([town]))
    earliest, latest = (date.fromisoformat(day) if day else None for day in (first, last))
    interval = DatedInterval(earliest=earliest, latest=latest)
    found = (answer.supporting(interval), answer.contradicting(interval))
    assert (answer.mentions, ()) == (found if supported else found[::-1])


def test_dating_loses_no_mention() -> None:
    """
    Names that are written alike but mean different bearers keep apart, and each mention counts.
    """
    answer = ds.date_text("Сталино. Stalino. Стали́но, Stalino und Сталино; the Stalino region.")
    texts = {mention.surface for mention in answer.mentions}
    groups = {frozenset((m.bearer.id, m.name.key) for m in mention.candidates) for mention in answer.mentions}
    assert ({"Сталино", "Stalino", "Stalino region"}, True) == (texts - {"Стали́но"}, len(groups) >= 2)
    assert len(groups) == len(answer.names) == len(set(answer.names))


def test_dating_a_text_without_names() -> None:
    """
    A text without names has no date, and says so.
    """
    answer = ds.date_text("Nothing to see here.")
    assert ((), (), "no date") == (answer.intervals, answer.mentions, str(answer))


@pytest.mark.parametrize(("half", "precision", "recall"), [("seen", 0.95, 0.9), ("unseen", 0.9, 0.83)])
def test_real_sentences(half: str, precision: float, recall: float) -> None:
    """
    In the real sentences, likely places are found as well as when the rules were written, in both halves.
    """
    right = wrong = missed = 0
    for sentence in SENTENCES:
        if sentence["half"] == half:
            spans = [span for span in sentence["spans"] if span["kind"] == "place"]
            wanted = {(span["start"], span["end"]) for span in spans if span.get("bearers")}
            allowed = {(span["start"], span["end"]) for span in spans}
            given = {(mention.start, mention.end) for mention in ds.annotate(sentence["text"])}
            right += len(given & wanted)
            wrong += len(given - allowed)
            missed += len(wanted - given)
    assert right > 100
    assert right / (right + wrong) >= precision
    assert right / (right + missed) >= recall


def test_the_sentences_are_well_made() -> None:
    """
    Offsets give the surfaces, each source is used once, halves are even, and a third are hard negatives.
    """
    assert [] == [
        (sentence["id"], span)
        for sentence in SENTENCES
        for span in sentence["spans"]
        if sentence["text"][span["start"] : span["end"]] != span["surface"]
    ]
    assert len(SENTENCES) == len({sentence["source"]["url"] for sentence in SENTENCES}) >= 150
    assert abs(2 * sum(sentence["half"] == "seen" for sentence in SENTENCES) - len(SENTENCES)) <= 1
    negative = [s for s in SENTENCES if not any(span["kind"] == "place" and span.get("bearers") for span in s["spans"])]
    assert 3 * len(negative) >= len(SENTENCES)
