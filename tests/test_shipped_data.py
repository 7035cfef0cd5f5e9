"""
The shipped data: every record, every file, every line of the index.
"""

from __future__ import annotations

import copy
import pickle
import re
import weakref
from pathlib import Path
from typing import Any

import attrs
import pytest
from anatomy import told

import destalinization
from destalinization.checks import LAWS
from destalinization.codec import read_json, structure
from destalinization.dates import HistoricalDate, Interval
from destalinization.decode import builder
from destalinization.errors import Finding
from destalinization.model.walk import parts, texts
from destalinization.store import bundle
from destalinization.store.catalogue import STORED, Catalogue, bundled
from destalinization.store.directory import CLASSES, canonical_files, differences, file_of

FOLDER = Path(destalinization.__file__).parent / "data"

BEARERS = [
    "alchevsk",
    "brasov",
    "donetsk",
    "donetsk-oblast",
    "dunaujvaros",
    "dushanbe",
    "eisenhuettenstadt",
    "ismoil-somoni-peak",
    "karl-marx-allee-berlin",
    "katowice",
    "katowice-voivodeship",
    "khashuri",
    "kucove",
    "lenins-mausoleum",
    "luhansk",
    "luhansk-oblast",
    "mariupol",
    "novokuznetsk",
    "novomoskovsk-russia",
    "orenburg",
    "orenburg-oblast",
    "perm",
    "perm-oblast",
    "rybinsk",
    "severodvinsk",
    "stalin-prize",
    "stalin-region-romania",
    "stalinabad-oblast",
    "tskhinvali",
    "ussuriysk",
    "varna",
    "volgograd",
    "volgograd-oblast",
    "zil",
]
"""The best-known bearers of Stalin's name and of his comrades', and the regions named alike."""

MACHINE_PATH = re.compile(r"(?:^|[\s\"'(=])(?:/\w|[A-Za-z]:\\|file:)")
"""The start of a path on somebody's machine; a slash within a web address has something else before it."""

WORKING_WORDS = ("dossier", "assistant")
"""Words of working notes; they have no business in the data."""


@pytest.fixture(scope="module")
def findings() -> dict[str, dict[str, list[str]]]:
    """
    What each law finds in the shipped data, by record.
    """
    found: dict[str, dict[str, list[str]]] = {law: {} for law in LAWS}
    for law, find in LAWS.items():
        for finding in find(bundled()):
            found[law].setdefault(finding.record, []).append(str(finding))
    return found


@pytest.mark.parametrize("law", LAWS)
def test_every_record_obeys_the_law(findings: dict[str, dict[str, list[str]]], law: str) -> None:
    """
    No shipped record breaks the law.
    """
    broken = {record.id: findings[law].get(record.id, []) for _, record in bundled().stored()}
    assert {id: [] for id in broken} == broken


@pytest.mark.parametrize("law", LAWS)
def test_nothing_but_records_breaks_the_law(findings: dict[str, dict[str, list[str]]], law: str) -> None:
    """
    Redirects and everything else that is no record obey the law too.
    """
    assert not findings[law]


def test_files_are_canonical_and_the_index_fits() -> None:
    """
    Every data file is as it would be written, and the index is that of the data.
    """
    nothing: list[Finding] = []
    assert nothing == list(differences(FOLDER, canonical_files(bundled())))


def test_files_read_strictly_give_the_same_catalogue() -> None:
    """
    The strict reader of users' files and the fast reader of the shipped ones agree on every record.
    """
    assert bundled() == Catalogue.from_directory(FOLDER)


@pytest.mark.parametrize("table", STORED)
def test_fast_and_strict_reader_agree(table: str) -> None:
    """
    Each record of a file is the same whichever of the two readers builds it.
    """
    raws = [raw for name in bundle.files(table) for raw in read_json((FOLDER / name).read_bytes())]
    strict = {raw["id"]: told(structure(raw, CLASSES[table])) for raw in raws}
    build = builder(table)
    assert strict == {raw["id"]: told(build(raw)) for raw in raws}


@pytest.mark.parametrize("table", STORED)
def test_records_are_frozen_in_all_their_parts(table: str) -> None:
    """
    No field of a record or of a part of it can be set or deleted, nor a new one set.
    """
    for part in shipped_parts(table):
        for name in (*(field.name for field in attrs.fields(type(part))), "anything"):
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(part, name, None)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                delattr(part, name)


@pytest.mark.parametrize("table", STORED)
def test_records_can_be_copied_and_referred_to(table: str) -> None:
    """
    Copies and pickles of a record tell the same, and it and its parts can be referred to weakly.
    """
    for record in bundled().table(table):
        copies = copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))
        assert [told(record)] * 3 == [told(copied) for copied in copies]
    assert all(part is weakref.ref(part)() for part in shipped_parts(table))


def test_dates_are_those_of_the_constructors() -> None:
    """
    Each date of the data, in intervals too, is what its validating constructor makes of its text.
    """
    values = {
        value for table in STORED for part in shipped_parts(table) for value in attrs.astuple(part, recurse=False)
    }
    dates = [value for value in values if isinstance(value, HistoricalDate | Interval)]
    assert 1000 < len(dates)
    assert [told(type(date)(date.text)) for date in dates] == [told(date) for date in dates]


def shipped_parts(table: str) -> list[Any]:
    """
    Give the shipped records of a table and all records inside them.
    """
    return [part for record in bundled().table(table) for _, part in parts(record)]


@pytest.mark.parametrize("table", STORED)
def test_records_stand_in_their_file(table: str) -> None:
    """
    Places stand in the file of their country, all others in the file of their table.
    """
    files = {raw["id"]: name for name in bundle.files(table) for raw in read_json((FOLDER / name).read_bytes())}
    assert {record.id: file_of(table, record) for record in bundled().table(table)} == files
    assert files == {id: bundle.file_of(table, id) for id in files}


@pytest.mark.parametrize("table", STORED)
def test_single_and_whole_loading_give_equal_records(table: str) -> None:
    """
    A record fetched alone is equal to the one loaded with its table.
    """
    whole = list(bundled().table(table))
    assert whole == [bundle_one(table, record.id) for record in whole]


@pytest.mark.parametrize("table", STORED)
def test_same_id_gives_same_object(table: str) -> None:
    """
    A record looked up is the very object that looking through the table gives.
    """
    whole = bundled().table(table)
    assert all(whole[record.id] is record for record in whole)


def bundle_one(table: str, id: str) -> object:
    """
    Build one shipped record by itself.
    """
    raw = bundle.record(table, id)
    assert raw is not None, id
    return builder(table)(raw)


def test_all_claims_are_there() -> None:
    """
    The claims of the article are numbered without a gap.
    """
    assert tuple(f"claim-{number:03d}" for number in range(1, 118)) == bundled().claims.ids()


@pytest.mark.parametrize("id", [f"claim-{number:03d}" for number in range(1, 118)])
def test_claim_has_what_its_status_demands(id: str) -> None:
    """
    What was borne out has evidence and a source, what was wrong a correction too; what was not found says how it was
    sought, and claims no evidence.
    """
    claim = bundled().claims[id]
    shape = (bool(claim.evidence), bool(claim.citations), bool(claim.correction), bool(claim.note))
    has_note, has_citations, has_correction = shape[3], shape[1], shape[2]
    allowed = {
        "confirmed": [(True, True, has_correction, has_note)],
        "imprecise": [(True, True, True, has_note)],
        "contradicted": [(True, True, True, has_note)],
        "unverified": [(False, has_citations, has_correction, True)],
    }
    assert shape in allowed[claim.status]


@pytest.mark.parametrize("id", [f"claim-{number:03d}" for number in range(1, 118)])
def test_claim_rests_on_records_that_exist(id: str) -> None:
    """
    Each subject and each piece of evidence of a claim is the id of a record, or of a change that a chain makes.
    """
    catalogue = bundled()
    ids = {record.id for _, record in catalogue.stored()}
    steps = {f"{b.id}/{name.key}" for b in (*catalogue.places, *catalogue.institutions) for name in b.names}
    ends = {f"{b.id}/end" for b in (*catalogue.places, *catalogue.institutions) if b.ending}
    claim = catalogue.claims[id]
    assert {*claim.subjects, *claim.evidence} <= ids | steps | ends


@pytest.mark.parametrize("id", BEARERS)
def test_best_known_bearers_are_there(id: str) -> None:
    """
    The best-known bearers are in the data, under their ids and with their names.
    """
    assert bundled().bearer(id).names


def test_no_text_names_a_path_of_a_machine() -> None:
    """
    No text in the data names a file on the machine on which it was made.
    """
    found = [(record.id, path, text) for _, record in bundled().stored() for path, text in texts(record)]
    assert not [place for place in found if MACHINE_PATH.search(place[2])]


def test_no_text_tells_of_working_notes() -> None:
    """
    No text in the data speaks of the notes and helpers with which it was made.
    """
    found = [(record.id, path, text.casefold()) for _, record in bundled().stored() for path, text in texts(record)]
    assert not [place for place in found if any(word in place[2] for word in WORKING_WORDS)]


def test_sources_can_be_found() -> None:
    """
    Every source has an address, or a note that says why there is none.
    """
    assert not [source.id for source in bundled().sources if not (source.url or source.archived_url or source.note)]


def test_addresses_are_of_the_web() -> None:
    """
    Every address of a source starts as web addresses do, and has no space.
    """
    addresses = [url for source in bundled().sources for url in (source.url, source.archived_url) if url]
    assert not [url for url in addresses if not url.startswith(("http://", "https://")) or " " in url]


def test_release_is_dated() -> None:
    """
    The shipped data say which release they are, of which day, and under which licence.
    """
    release = bundled().release
    assert release is not None
    assert (release.licence, release.date.precision) == ("CC-BY-4.0", "day")
