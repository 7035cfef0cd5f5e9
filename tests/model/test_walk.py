"""
Walking: every record inside a record, and every text in it, with its path.
"""

from __future__ import annotations

from destalinization.dates import HistoricalDate
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.places import Coordinates, Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.walk import parts, texts

TASS = Citation(source="tass", supports=["since", "act"])
FOUNDED = Dated(value=HistoricalDate("1869"), citations=[TASS])
LATER = Dispute(field="since", value="1962", citations=[TASS])
STALINO = Name(
    key="stalino",
    text="Stalino",
    forms={"ru": ["Сталино", "Сталин"], "uk": ["Сталіно"]},
    honours=[Honour(target="joseph-stalin"), Honour(target="steel", note="first said")],
    disputes=[LATER],
)
SIDE = SideName(name=Name(key="steel-town", text="Steel Town"), use="unofficial")
POSITION = Coordinates(latitude=48.0, longitude=37.8, basis="object", citation=Citation(source="geonames"))
PLACE = Place(
    id="donetsk",
    label="Donetsk",
    kind="city",
    coordinates=POSITION,
    founded=FOUNDED,
    names=[STALINO],
    also=[SIDE],
    links={"viaf": "1"},
)


def test_parts_are_given_with_their_paths() -> None:
    """
    A record, and every record inside it, is given in the order of the model, with where it stands.
    """
    assert [
        ("", PLACE),
        ("coordinates", POSITION),
        ("coordinates.citation", POSITION.citation),
        ("founded", FOUNDED),
        ("founded.citations[0]", TASS),
        ("names[0]", STALINO),
        ("names[0].honours[0]", STALINO.honours[0]),
        ("names[0].honours[1]", STALINO.honours[1]),
        ("names[0].disputes[0]", LATER),
        ("names[0].disputes[0].citations[0]", TASS),
        ("also[0]", SIDE),
        ("also[0].name", SIDE.name),
    ] == list(parts(PLACE))


def test_parts_start_from_a_path() -> None:
    """
    The paths go on from where the record itself stands.
    """
    assert ["names[3]", "names[3].disputes[0]"] == [path for path, _ in parts(STALINO, "names[3]")][::3]


def test_a_record_without_parts_is_its_only_part() -> None:
    """
    A record that holds no other gives itself alone.
    """
    assert [("", TASS)] == list(parts(TASS))


def test_texts_are_given_with_their_paths() -> None:
    """
    Every text, in lists and in maps too, is given with where it stands; dates and numbers are none.
    """
    assert [
        ("key", "stalino"),
        ("text", "Stalino"),
        ("forms.ru[0]", "Сталино"),
        ("forms.ru[1]", "Сталин"),
        ("forms.uk[0]", "Сталіно"),
        ("succession", "direct"),
        ("honours[0].target", "joseph-stalin"),
        ("honours[0].certainty", "certain"),
        ("honours[1].target", "steel"),
        ("honours[1].certainty", "certain"),
        ("honours[1].note", "first said"),
        ("disputes[0].field", "since"),
        ("disputes[0].value", "1962"),
        ("disputes[0].standing", "open"),
        ("disputes[0].citations[0].source", "tass"),
        ("disputes[0].citations[0].supports[0]", "since"),
        ("disputes[0].citations[0].supports[1]", "act"),
    ] == list(texts(STALINO))


def test_texts_of_maps_have_the_keys_in_their_paths() -> None:
    """
    A map of texts gives each text under its key.
    """
    assert ("links.viaf", "1") in list(texts(PLACE))


def test_texts_stand_at_their_paths() -> None:
    """
    The path of a text in a part begins with the path of the part.
    """
    assert [path for path, _ in texts(PLACE) if path.startswith("coordinates")] == [
        "coordinates.basis",
        "coordinates.citation.source",
    ]
