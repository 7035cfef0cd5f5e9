"""
The laws of the data: for each law, a valid catalogue changed in one place shows that this law fires, and no other.
"""

from __future__ import annotations

import pytest
from breaking import Step, changed, put

from destalinization.checks import LAWS, check
from destalinization.dates import HistoricalDate, Interval
from destalinization.errors import DataError, Finding
from destalinization.model.provenance import Citation, Dispute
from destalinization.store.catalogue import STORED, Catalogue

Fault = tuple[str, str, str, str, str]

DAY = HistoricalDate
SLUG = "small letters, digits, single hyphens"
KEY = "small letters, digits, single hyphens, and not 'end'"
NAME_FIELDS = "act, attested, event, forms, honours, since, succession, text, until"
CITED = (Citation(source="bes-dushanbe"),)
HONOURED = "the id of a record in people or institutions or topics or events or places"


BROKEN: list[tuple[str, list[Step], list[Fault]]] = [
    (
        "unique-ids",
        [("claim-001", "id", "claim_001")],
        [("claims", "claim_001", "id", "'claim_001'", SLUG)],
    ),
    (
        "unique-ids",
        [("khrushchev-thaw", "id", "john-hughes")],
        [("events", "john-hughes", "id", "an id of people too", "an id of its own")],
    ),
    (
        "unique-ids",
        [("khrushchev-thaw", "id", "stalingrad")],
        [("events", "stalingrad", "id", "a retired id", "an id that was never used")],
    ),
    (
        "unique-keys",
        [("eisenhuettenstadt", "names[0].key", "Stalinstadt")],
        [("places", "eisenhuettenstadt", "names[0].key", "'Stalinstadt'", KEY)],
    ),
    (
        "unique-keys",
        [("stalin-prize", "names[0].key", "end")],
        [("institutions", "stalin-prize", "names[0].key", "'end'", KEY)],
    ),
    (
        "unique-keys",
        [("donetsk", "names[4].key", "stalino")],
        [
            ("places", "donetsk", "names[3].key", "'stalino' twice", "each key once"),
            ("places", "donetsk", "names[4].key", "'stalino' twice", "each key once"),
        ],
    ),
    (
        "unique-keys",
        [("donetsk", "also[0].name.key", "yuzovka")],
        [
            ("places", "donetsk", "names[1].key", "'yuzovka' twice", "each key once"),
            ("places", "donetsk", "also[0].name.key", "'yuzovka' twice", "each key once"),
        ],
    ),
    (
        "references-resolve",
        [("volgograd", "names[1].honours[0].target", "nobody")],
        [("places", "volgograd", "names[1].honours[0].target", "'nobody'", HONOURED)],
    ),
    (
        "references-resolve",
        [("twentieth-congress", "place", "joseph-stalin")],
        [("events", "twentieth-congress", "place", "'joseph-stalin'", "the id of a record in places")],
    ),
    (
        "references-resolve",
        [("joseph-stalin", "citations[0].source", "nowhere")],
        [("people", "joseph-stalin", "citations[0].source", "'nowhere'", "the id of a record in sources")],
    ),
    (
        "references-resolve",
        [("claim-002", "evidence[0]", "volgograd/leningrad")],
        [
            (
                "claims",
                "claim-002",
                "evidence[0]",
                "'volgograd/leningrad'",
                "the id of a record in " + " or ".join([*STORED[:-1], "changes"]),
            )
        ],
    ),
    (
        "chains-in-order",
        [("moscow", "names", ())],
        [("places", "moscow", "names", "no names", "at least one name")],
    ),
    (
        "chains-in-order",
        [("dushanbe", "names[2].since", DAY("1920"))],
        [("places", "dushanbe", "names[2].since", "1920", "1929-10-19 or later")],
    ),
    (
        "chains-in-order",
        [("donetsk", "names[3].until", DAY("1928"))],
        [("places", "donetsk", "names[3].until", "1928", "1929~ or later")],
    ),
    (
        "chains-in-order",
        [("donetsk", "names[4].since", DAY("1940"))],
        [("places", "donetsk", "names[4].since", "1940", "1941-10 or later")],
    ),
    (
        "chains-in-order",
        [("donetsk", "names[3].since", DAY("1924")), ("donetsk", "names[3].until", DAY("1924-03"))],
        [("places", "donetsk", "names[3].until", "1924-03", "1924-04-22 or later")],
    ),
    (
        "chains-in-order",
        [("eisenhuettenstadt", "names[0].until", DAY("1960"))],
        [("places", "eisenhuettenstadt", "names[0].until", "1960", "1961-11-13, or a gap before the next name")],
    ),
    (
        "chains-in-order",
        [("fuerstenberg-oder", "current", True)],
        [("places", "fuerstenberg-oder", "current", "true", "false for what has ended")],
    ),
    (
        "chains-in-order",
        [("dushanbe", "names[2].until", DAY("2020"))],
        [("places", "dushanbe", "current", "true", "false for what has ended")],
    ),
    (
        "names-within-life",
        [("volgograd", "names[0].since", DAY("1588"))],
        [("places", "volgograd", "names[0].since", "1588", "1589 (the founding) or later, or a note")],
    ),
    (
        "names-within-life",
        [("donetsk", "also[0].name.since", DAY("1868"))],
        [("places", "donetsk", "also[0].name.since", "1868", "1869 (the founding) or later, or a note")],
    ),
    (
        "names-within-life",
        [("soviet-union", "names[0].since", DAY("1992"))],
        [("places", "soviet-union", "names[0].since", "1992", "1991-12-26 (the end) or earlier, or a note")],
    ),
    (
        "acts-before-names",
        [("volgograd", "names[2].since", DAY("1961-11-09"))],
        [
            (
                "places",
                "volgograd",
                "names[2].act",
                "rsfsr-1961-11-10 of 1961-11-10",
                "an act of 1961-11-09 or earlier, or a note",
            )
        ],
    ),
    (
        "acts-before-names",
        [("fuerstenberg-oder", "ending.act", "ussr-1957-09-11"), ("ussr-1957-09-11", "date", DAY("1962"))],
        [
            (
                "places",
                "fuerstenberg-oder",
                "ending.act",
                "ussr-1957-09-11 of 1962",
                "an act of 1961-11-13 or earlier, or a note",
            )
        ],
    ),
    *(
        ("dates-are-cited", [(id, path, ())], [(table, id, path, f"a date in a {kind}", "at least one citation")])
        for table, id, path, kind in [
            ("places", "volgograd", "founded.citations", "Dated"),
            ("places", "volgograd", "names[1].citations", "Name"),
            ("places", "volgograd", "names[2].disputes[0].citations", "Dispute"),
            ("places", "donetsk", "also[0].name.citations", "Name"),
            ("places", "dushanbe", "names[0].attested[0].citations", "Dated"),
            ("places", "eisenhuettenstadt", "relations[0].citations", "Relation"),
            ("places", "fuerstenberg-oder", "ending.citations", "Ending"),
            ("people", "joseph-stalin", "born.citations", "Dated"),
            ("people", "joseph-stalin", "died.citations", "Dated"),
            ("topics", "de-stalinization", "period.citations", "Dated"),
            ("events", "stalin-death", "when.citations", "Dated"),
            ("acts", "rsfsr-1961-11-10", "citations", "Act"),
        ]
    ),
    (
        "dates-are-cited",
        [("moscow", "names[0].until", DAY("2000")), ("moscow", "current", False), ("moscow", "names[0].citations", ())],
        [("places", "moscow", "names[0].citations", "a date in a Name", "at least one citation")],
    ),
    (
        "dates-are-cited",
        [("rsfsr-1961-11-10", "date", None), ("rsfsr-1961-11-10", "citations", ())],
        [("acts", "rsfsr-1961-11-10", "citations", "a date in a Act", "at least one citation")],
    ),
    (
        "honours-after-birth",
        [("donetsk", "names[1].honours[0].target", "nikita-khrushchev")],
        [
            (
                "places",
                "donetsk",
                "names[1].honours[0]",
                "nikita-khrushchev in 187X",
                "a name of 1894-04-15 (the birth) or later",
            )
        ],
    ),
    *(
        ("coordinates-in-range", [("dushanbe", path, value)], [("places", "dushanbe", path, str(value), expected)])
        for path, value, expected in [
            ("coordinates.latitude", 90.5, "-90 to 90 degrees"),
            ("coordinates.latitude", -90.5, "-90 to 90 degrees"),
            ("coordinates.latitude", float("nan"), "-90 to 90 degrees"),
            ("coordinates.longitude", 180.5, "-180 to 180 degrees"),
            ("coordinates.longitude", -180.5, "-180 to 180 degrees"),
        ]
    ),
    (
        "causes-before-events",
        [("twentieth-congress", "causes[0]", "twenty-second-congress")],
        [
            (
                "events",
                "twentieth-congress",
                "causes[0]",
                "twenty-second-congress",
                "an event that begins by 1956-02-14/1956-02-25",
            )
        ],
    ),
    (
        "causes-before-events",
        [("stalin-death", "causes", ["stalin-death"])],
        [("events", "stalin-death", "causes[0]", "stalin-death", "an event that begins by 1953-03-05")],
    ),
    (
        "sources-cited-once",
        [("volgograd", "names[2].citations[1].source", "gorvesti-152514")],
        [
            (
                "places",
                "volgograd",
                "names[2].citations[1]",
                "gorvesti-152514 again",
                "one citation of a source for a statement",
            )
        ],
    ),
    (
        "sources-cited-once",
        [("claim-001", "citations", [Citation(source="bes-dushanbe"), Citation(source="bes-dushanbe", locator="D")])],
        [("claims", "claim-001", "citations[1]", "bes-dushanbe again", "one citation of a source for a statement")],
    ),
    (
        "citations-support-fields",
        [("volgograd", "names[2].citations[0].supports[0]", "sinse")],
        [("places", "volgograd", "names[2].citations[0].supports", "'sinse'", f"one of {NAME_FIELDS}")],
    ),
    (
        "citations-support-fields",
        [("rsfsr-1961-11-10", "citations[0].supports[0]", "note")],
        [
            (
                "acts",
                "rsfsr-1961-11-10",
                "citations[0].supports",
                "'note'",
                "one of date, forms, issuer, kind, number, published, title",
            )
        ],
    ),
    (
        "citations-support-fields",
        [("dushanbe", "names[2].disputes[0].field", "year")],
        [("places", "dushanbe", "names[2].disputes[0].field", "'year'", f"chain, or one of {NAME_FIELDS}")],
    ),
    *(
        (
            "disputes-are-readable",
            [(id, f"{path}.value", "the next day")],
            [(table, id, f"{path}.value", "'the next day'", "an EDTF date or interval, or the field chain")],
        )
        for table, id, path in [
            ("places", "volgograd", "names[2].disputes[0]"),
            ("places", "soviet-union", "ending.disputes[0]"),
            ("people", "joseph-stalin", "born.disputes[0]"),
        ]
    ),
    (
        "disputes-are-readable",
        [("dushanbe", "names[2].disputes[0].standing", "refuted")],
        [("places", "dushanbe", "names[2].disputes[0].note", "nothing", "what refutes it")],
    ),
    (
        "disputes-are-readable",
        [("dushanbe", "disputes", (Dispute(field="chain", value="two names", standing="refuted", citations=CITED),))],
        [("places", "dushanbe", "disputes[0].note", "nothing", "what refutes it")],
    ),
    (
        "forms-in-script",
        [("volgograd", "names[2].forms.ru", ("Volgograd",))],
        [
            (
                "places",
                "volgograd",
                "names[2].forms.ru",
                "'Volgograd' in 'Volgograd'",
                "only letters of the script of ru",
            )
        ],
    ),
    (
        "forms-in-script",
        [("joseph-stalin", "forms.ka", ("იოსებ Stalin",))],
        [("people", "joseph-stalin", "forms.ka", "'Stalin' in 'იოსებ Stalin'", "only letters of the script of ka")],
    ),
    (
        "forms-in-script",
        [("volgograd", "names[2].forms.german", ("Wolgograd",))],
        [("places", "volgograd", "names[2].forms.german", "'german'", "a BCP 47 tag such as ru or uz-Cyrl")],
    ),
    *(
        ("text-is-clean", [("volgograd", path, text)], [("places", "volgograd", path, found, "clean text in NFC")])
        for path, text, found in [
            ("summary", "", "an empty text"),
            ("summary", " City", "a stray space in ' City'"),
            ("summary", "City ", "a stray space in 'City '"),
            ("admin1", "Volgograd  Oblast", "a stray space in 'Volgograd  Oblast'"),
            ("summary", "City\non the Volga", r"a control sign in 'City\non the Volga'"),
            ("links.wikidata", "Q\x00914", r"a control sign in 'Q\x00914'"),
            ("summary", "Ci\u200bty", r"a control sign in 'Ci\u200bty'"),
            ("summary", "Ci\ue000ty", r"a control sign in 'Ci\ue000ty'"),
            ("summary", "Ci\ud800ty", r"a control sign in 'Ci\ud800ty'"),
            ("names[1].disputes[0].value", "e\u0301", "'e\u0301', which is not in NFC"),
        ]
    ),
    (
        "text-is-clean",
        [("joseph-stalin", "aliases[0]", "Koba\t")],
        [("people", "joseph-stalin", "aliases[0]", r"a stray space in 'Koba\t'", "clean text in NFC")],
    ),
    *(
        (
            "text-is-clean",
            [("dushanbe", path, text)],
            [("places", "dushanbe", where, repr(shown), "one name, no label")],
        )
        for path, text, where, shown in [
            ("names[1].text", "Stalinabad/Dushanbe", "names[1]", "Stalinabad/Dushanbe"),
            ("names[1].text", "Stalinabad (city)", "names[1]", "Stalinabad (city)"),
            ("names[1].forms.tg", ("Сталинобод [шаҳр]",), "names[1]", "Сталинобод [шаҳр]"),
        ]
    ),
    (
        "countries-are-codes",
        [("moscow", "country", "Ru")],
        [("places", "moscow", "country", "'Ru'", "two capital letters of ISO 3166-1")],
    ),
    (
        "countries-are-codes",
        [("stalin-prize", "country", "SUN")],
        [("institutions", "stalin-prize", "country", "'SUN'", "two capital letters of ISO 3166-1")],
    ),
    *(
        (
            "claims-accounted-for",
            [(id, field, value)],
            [("claims", id, field, found, f"{wanted} for a claim that is {status}")],
        )
        for id, status, field, value, found, wanted in [
            ("claim-001", "confirmed", "evidence", (), "nothing", "something"),
            ("claim-001", "confirmed", "citations", (), "nothing", "something"),
            ("claim-002", "imprecise", "correction", None, "nothing", "something"),
            ("claim-002", "imprecise", "evidence", (), "nothing", "something"),
            ("claim-003", "contradicted", "correction", None, "nothing", "something"),
            ("claim-003", "contradicted", "citations", (), "nothing", "something"),
            ("claim-004", "unverified", "note", None, "nothing", "something"),
            ("claim-004", "unverified", "evidence", ["stalin-prize"], "something", "nothing"),
        ]
    ),
]

SILENT: list[tuple[str, list[Step]]] = [
    ("a reference to a retired id resolves", [("claim-002", "subjects[0]", "stalingrad")]),
    ("a coarse date may hold the exact one before it", [("donetsk", "names[3].since", DAY("1924"))]),
    (
        "a name may end on the day on which the next begins",
        [("eisenhuettenstadt", "names[0].until", DAY("1961-11-13"))],
    ),
    (
        "a gap may follow a name that ended early",
        [("eisenhuettenstadt", "names[0].until", DAY("1960")), ("eisenhuettenstadt", "names[1].succession", "gap")],
    ),
    ("what ended is not in use", [("dushanbe", "names[2].until", DAY("2020")), ("dushanbe", "current", None)]),
    ("a name may begin on the day of the founding", [("volgograd", "founded.value", DAY("1589-01-01"))]),
    (
        "a note explains a name older than the founding",
        [("volgograd", "names[0].since", DAY("1588")), ("volgograd", "names[0].note", "The fort came first.")],
    ),
    (
        "a note explains a name younger than the end",
        [("soviet-union", "names[0].since", DAY("1992")), ("soviet-union", "names[0].note", "Used afterwards.")],
    ),
    ("a planned name may be older than the founding", [("eisenhuettenstadt", "also[0].name.since", DAY("1949"))]),
    (
        "a note explains an act that is later than its name",
        [("volgograd", "names[2].since", DAY("1961-11-09")), ("volgograd", "names[2].note", "Confirmed afterwards.")],
    ),
    ("an act may be later within a coarse date", [("volgograd", "names[2].since", DAY("1961-11"))]),
    ("an act without a date needs no citation", [("ussr-1957-09-11", "citations", ())]),
    ("a name without a date needs no citation", [("moscow", "names[0].citations", ())]),
    ("a relation without a date needs no citation", [("de-stalinization", "relations[0].citations", ())]),
    ("a name may be given in the year of a birth", [("nikita-khrushchev", "born.value", DAY("187X"))]),
    ("the pole and the date line are in range", [("dushanbe", "coordinates.latitude", -90.0)]),
    ("the date line is in range", [("dushanbe", "coordinates.longitude", 180.0)]),
    ("a cause may last longer than its effect", [("stalin-death", "when.value", Interval("1953-03-05/1999"))]),
    ("a cause whose start is unknown may be early", [("stalin-death", "when.value", Interval("/1999"))]),
    (
        "one source may support two fields in two citations",
        [
            ("volgograd", "names[2].citations[0].supports", ("act",)),
            ("volgograd", "names[2].citations[1].source", "gorvesti-152514"),
        ],
    ),
    ("a dispute may be about the chain", [("volgograd", "names[2].disputes[0].field", "chain")]),
    ("an interval may dispute a date", [("dushanbe", "names[2].disputes[0].value", "1960/1961")]),
    ("a note may refute a dispute", [("volgograd", "names[2].disputes[0].standing", "refuted")]),
    ("Roman numerals stand in any script", [("joseph-stalin", "forms.ru", ("Сталин и XXII съезд",))]),
    ("a subtag names the script", [("volgograd", "names[2].forms.tg-Latn", ("Volgograd",))]),
    ("a label may have brackets", [("volgograd", "label", "Volgograd (city)")]),
    ("a bearer may have no country", [("moscow", "country", None)]),
    ("a claim that is confirmed may have a note", [("claim-001", "note", "The day is not known.")]),
]


@pytest.mark.parametrize(("law", "steps", "faults"), BROKEN)
def test_law_fires_alone(mini: Catalogue, law: str, steps: list[Step], faults: list[Fault]) -> None:
    """
    A valid catalogue changed in one place breaks the law that forbids it, there, and no other law.
    """
    assert [Finding(law, *fault) for fault in faults] == list(check(changed(mini, *steps)))


@pytest.mark.parametrize("steps", [pytest.param(steps, id=words) for words, steps in SILENT])
def test_exceptions_break_no_law(mini: Catalogue, steps: list[Step]) -> None:
    """
    What only looks like a breach, or is explained by a note, is none.
    """
    assert check(changed(mini, *steps)) == ()


def test_every_law_has_a_broken_case() -> None:
    """
    No law goes without a case that breaks it.
    """
    assert set(LAWS) == {law for law, _, _ in BROKEN}


def test_the_small_data_set_breaks_no_law(mini: Catalogue) -> None:
    """
    The catalogue that the cases start from is valid, so that each breach is the case's own.
    """
    assert check(mini) == ()


def test_an_empty_catalogue_breaks_no_law() -> None:
    """
    Where nothing is, nothing is wrong.
    """
    assert check(Catalogue.from_records([])) == ()


def test_a_redirect_to_nowhere_is_found(mini: Catalogue) -> None:
    """
    A retired id must lead to a record.
    """
    wanted = Finding("references-resolve", "redirects", "tsaritsyn", "", "'atlantis'", "the id of a record")
    assert (wanted,) == check(changed(mini, redirects={"tsaritsyn": "atlantis"}))


def test_a_redirect_to_a_retired_id_is_found(mini: Catalogue) -> None:
    """
    A retired id must lead to the record itself, not to another retired id.
    """
    wanted = Finding("references-resolve", "redirects", "tsaritsyn", "", "'stalingrad'", "the id of a record")
    assert (wanted,) == check(changed(mini, redirects={"tsaritsyn": "stalingrad"}))


def test_a_redirect_of_an_id_in_use_is_found(mini: Catalogue) -> None:
    """
    An id cannot be retired and in use at once.
    """
    wanted = Finding("unique-ids", "places", "dushanbe", "id", "a retired id", "an id that was never used")
    assert (wanted,) == check(changed(mini, redirects={"dushanbe": "volgograd"}))


def test_dangling_references_are_refused_from_the_start(mini: Catalogue) -> None:
    """
    A catalogue made of records refuses references that lead nowhere, with the same finding as the law.
    """
    broken = [put(r, "names[1].honours[0].target", "nobody") if r.id == "volgograd" else r for _, r in mini.stored()]
    with pytest.raises(DataError) as caught:
        Catalogue.from_records(broken, redirects=mini.redirects)
    place = "names[1].honours[0].target"
    wanted = Finding("references-resolve", "places", "volgograd", place, "'nobody'", HONOURED)
    assert (wanted,) == caught.value.findings


def test_all_breaches_are_found_at_once(mini: Catalogue) -> None:
    """
    Breaches of several laws are listed together, in the order of the laws.
    """
    broken = changed(
        mini,
        ("moscow", "country", "Ru"),
        ("moscow", "names", ()),
        ("claim-004", "note", None),
        ("dushanbe", "coordinates.latitude", 91.0),
    )
    laws = ["chains-in-order", "coordinates-in-range", "countries-are-codes", "claims-accounted-for"]
    assert laws == [finding.law for finding in check(broken)]


@pytest.mark.parametrize("name", LAWS)
def test_laws_name_themselves(mini: Catalogue, name: str) -> None:
    """
    The findings of a law bear the name under which it stands in the table of laws.
    """
    steps = next(steps for law, steps, _ in BROKEN if law == name)
    assert {name} == {finding.law for finding in LAWS[name](changed(mini, *steps))}
