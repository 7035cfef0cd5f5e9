"""
References between records: which there are, and whether they lead somewhere.
"""

from __future__ import annotations

import attrs
import pytest

from destalinization.errors import DataError
from destalinization.model.events import Act, Event
from destalinization.model.institutions import Institution
from destalinization.model.people import Person, Topic
from destalinization.model.places import Place
from destalinization.model.walk import texts
from destalinization.store.catalogue import STORED, Catalogue
from destalinization.store.references import POINTERS, dangling, references

ROW_OF_ALL = [
    ("volgograd", "founded.citations[0].source", "volgograd-news-103180"),
    ("volgograd", "coordinates.citation.source", "geonames"),
    ("volgograd", "names[1].honours[0].target", "joseph-stalin"),
    ("volgograd", "names[1].act", "ussr-cec-1925-04-10"),
    ("volgograd", "names[1].disputes[0].citations[0].source", "mtv-online-6835565185"),
    ("volgograd", "names[2].event", "twenty-second-congress"),
    ("volgograd", "also[0].name.honours[0].target", "joseph-stalin"),
    ("dushanbe", "names[0].attested[0].citations[0].source", "ru-wikipedia-dushanbe"),
    ("fuerstenberg-oder", "within", "eisenhuettenstadt"),
    ("fuerstenberg-oder", "ending.into[0]", "eisenhuettenstadt"),
    ("eisenhuettenstadt", "relations[0].target", "fuerstenberg-oder"),
    ("stalin-prize", "within", "soviet-union"),
    ("communist-party-of-the-soviet-union", "seat", "moscow"),
    ("rsfsr-1961-11-10", "issuer", "presidium-of-the-supreme-soviet-of-the-rsfsr"),
    ("twentieth-congress", "place", "moscow"),
    ("twentieth-congress", "participants[1]", "nikita-khrushchev"),
    ("twentieth-congress", "causes[0]", "stalin-death"),
    ("claim-002", "subjects[0]", "volgograd"),
    ("claim-002", "evidence[0]", "volgograd/volgograd"),
    ("copy-of-the-decree", "derived_from", "gorvesti-152514"),
]


@pytest.mark.parametrize(("id", "path", "target"), ROW_OF_ALL)
def test_references_are_found_with_their_paths(mini: Catalogue, id: str, path: str, target: str) -> None:
    """
    A reference is found wherever in a record it stands, with its path and its target.
    """
    assert (path, target) in [(reference.path, reference.target) for reference in references(mini[id])]


def test_all_references_of_a_small_record(mini: Catalogue) -> None:
    """
    A record has the references that its fields hold, and no others.
    """
    wanted = [
        ("issuer", "presidium-of-the-supreme-soviet-of-the-rsfsr", ("institutions",)),
        ("citations[0].source", "gorvesti-152514", ("sources",)),
        ("citations[1].source", "the60sat50-1961-11-11", ("sources",)),
    ]
    assert wanted == [tuple(reference) for reference in references(mini["rsfsr-1961-11-10"])]


def test_every_text_that_is_an_id_is_a_reference(mini: Catalogue) -> None:
    """
    No field that holds the id of another record escapes the table of pointers.
    """
    ids = {record.id for _, record in mini.stored()}
    plain = {"key", "id", "section"}
    missed = [
        (record.id, path)
        for _, record in mini.stored()
        for path, text in texts(record)
        if text in ids and path.rpartition(".")[2] not in plain and path not in {r.path for r in references(record)}
    ]
    assert not missed


@pytest.mark.parametrize(("owner", "tables"), [(f"{a}.{b}", tables) for (a, b), tables in POINTERS.items()])
def test_pointers_lead_to_tables(owner: str, tables: tuple[str, ...]) -> None:
    """
    Each pointer leads to stored tables, or to changes.
    """
    assert {*tables} <= {*STORED, "changes"}, owner


@pytest.mark.parametrize("kind", [Place, Institution, Person, Topic, Event, Act])
def test_pointers_are_fields(kind: type[attrs.AttrsInstance]) -> None:
    """
    Each pointer of a class is a field of it.
    """
    fields = {field.name for field in attrs.fields(kind)}
    assert {field for owner, field in POINTERS if owner == kind.__name__} <= fields


def test_nothing_dangles_in_the_small_data_set(mini: Catalogue) -> None:
    """
    All references of the small data set resolve.
    """
    assert not list(dangling(mini))


def test_all_dangling_references_are_listed(mini: Catalogue) -> None:
    """
    A catalogue that lacks a source names every statement that rests on it.
    """
    kept = [record for _, record in mini.stored() if record.id != "geonames"]
    with pytest.raises(DataError) as caught:
        Catalogue.from_records(kept, redirects=mini.redirects)
    paths = [(finding.record, finding.path, finding.found) for finding in caught.value.findings]
    assert paths == [
        ("dushanbe", "coordinates.citation.source", "'geonames'"),
        ("moscow", "names[0].citations[0].source", "'geonames'"),
        ("volgograd", "coordinates.citation.source", "'geonames'"),
    ]
