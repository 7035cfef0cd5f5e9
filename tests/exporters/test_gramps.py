"""
Gramps XML: valid by Gramps' own schema, with every name, citation and dispute, and no reference that leads nowhere.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from importlib import metadata
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

import destalinization as ds
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

G = {"g": "http://gramps-project.org/xml/1.7.2/"}
NAMES = [(place, name) for place in ds.places for name in (*place.names, *(side.name for side in place.also))]
SCHEMA = "grampsxml.rng"


def schema() -> bytes | None:
    """
    Find Gramps' schema: in an installed Gramps, or, as a file or in Gramps' wheel, in the folder of others' schemas.
    """
    try:
        for file in metadata.files("gramps") or ():
            if file.name == SCHEMA:
                return Path(str(file.locate())).read_bytes()
    except metadata.PackageNotFoundError:
        pass
    folder = Path(os.environ.get("DESTALINIZATION_SCHEMAS") or os.devnull)
    for path in folder.glob(f"**/{SCHEMA}"):
        return path.read_bytes()
    for path in folder.glob("**/gramps-*.whl"):
        with ZipFile(path) as wheel:
            return next(wheel.read(name) for name in wheel.namelist() if name.endswith(f"/{SCHEMA}"))
    return None


def read(text: str) -> Any:
    """
    Read Gramps XML.
    """
    return etree.parse(BytesIO(text.encode())).getroot()


@pytest.fixture(scope="module")
def root(write: Write) -> Any:
    """
    The whole data.
    """
    return read(write("gramps"))


def place(root: Any, id: str) -> Any:
    """
    Give a place.
    """
    return root.find(f".//g:placeobj[@id='{id}']", namespaces=G)


def names(placeobj: Any) -> dict[str, dict[str, str]]:
    """
    Give the date of each name of a place, by its English form.
    """
    return {
        name.get("value"): dict(name[0].attrib) if len(name) else {}
        for name in placeobj.findall("g:pname[@lang='en']", namespaces=G)
    }


@pytest.mark.parametrize("content", ["all", "hostile", "nothing"])
def test_it_is_valid(write: Write, hostile: Catalogue, content: str) -> None:
    """
    The whole, hostile texts and nothing at all are valid under the schema of Gramps.
    """
    rules = schema()
    if rules is None:
        pytest.skip("no Gramps, and no schema or wheel of it in DESTALINIZATION_SCHEMAS")
    catalogue = {"all": None, "hostile": hostile, "nothing": Catalogue.from_records([])}[content]
    judge = etree.RelaxNG(etree.parse(BytesIO(rules)))
    assert judge.validate(read(write("gramps", catalogue=catalogue))), judge.error_log


def test_references_resolve(root: Any) -> None:
    """
    Every handle is there once, and everything that is pointed at is there.
    """
    handles = Counter(item.get("handle") for item in root.iter() if item.get("handle"))
    assert {1} == set(handles.values())
    assert set() == {item.get("hlink") for item in root.iter() if item.get("hlink")} - set(handles)


def test_every_name_is_there(root: Any) -> None:
    """
    As many forms, citations and disputes as the data have.
    """
    assert set(ds.places.ids()) == {one.get("id") for one in root.iterfind(".//g:placeobj", namespaces=G)}
    for one in ds.places:
        found = place(root, one.id)
        wanted = Counter(
            pair
            for own, name in NAMES
            if own is one
            for pair in {("en", name.text), *((tag, form) for tag, forms in name.forms.items() for form in forms)}
        )
        assert wanted == Counter(
            (name.get("lang"), name.get("value")) for name in found.findall("g:pname", namespaces=G)
        )


def test_every_citation_and_dispute_is_there(root: Any) -> None:
    """
    Each citation of a name says whose it is, and each dispute is a note.
    """
    wanted = Counter((own.id, name.key, citation.source) for own, name in NAMES for citation in name.citations)
    found: Counter[tuple[str, str, str]] = Counter()
    for citation in root.iterfind(".//g:citation", namespaces=G):
        told = {item.get("type"): item.get("value") for item in citation.findall("g:srcattribute", namespaces=G)}
        if "Name" in told and "Disputed" not in told:
            source = citation.find("g:sourceref", namespaces=G).get("hlink").removeprefix("_s.")
            found[citation.get("handle").split(".")[1], told["Name"], source] += 1
    assert wanted == found
    disputes = sum(len(name.disputes) for _, name in NAMES) + sum(len(one.disputes) for one in ds.places)
    assert disputes == len(root.findall(".//g:note[@type='Dispute']", namespaces=G))


def test_times(root: Any) -> None:
    """
    Closed spans; after the day before for a name in use, estimated where its end is unknown; nothing for no date.
    """
    volgograd = names(place(root, "volgograd"))
    assert {"start": "1925-04-10", "stop": "1961-11-09"} == volgograd["Stalingrad"]
    assert {"val": "1961-11-09", "type": "after"} == volgograd["Volgograd"]
    assert {"val": "1933", "type": "after", "quality": "estimated"} == names(place(root, "shahrixon"))["Stalino"]
    assert {"val": "1929-10-19", "type": "before"} == names(place(root, "dushanbe"))["Dyushambe"]
    assert {"start": "1929-10-19", "stop": "1961"} == names(place(root, "dushanbe"))["Stalinabad"]
    assert {"val": "unknown"} == names(place(root, "chayli-tartar"))["Stalino"]
    assert ["Volgograd", "Stalingrad", "Tsaritsyn", "Hero City Stalingrad"] == list(volgograd)


def test_where_a_place_lies(write: Write) -> None:
    """
    The places in which a selected place lies come with it, and nothing else does.
    """
    root = read(write("gramps", [ds.places["volgograd"]]))
    ids = [one.get("id") for one in root.iterfind(".//g:placeobj", namespaces=G)]
    assert {"volgograd", "volgograd-oblast"} <= set(ids)
    assert len(ids) < 6
    volgograd = place(root, "volgograd")
    assert "_p.volgograd-oblast" == volgograd.find("g:placeref", namespaces=G).get("hlink")
    assert ("44.4976", "48.71378", "City") == (
        volgograd.find("g:coord", namespaces=G).get("long"),
        volgograd.find("g:coord", namespaces=G).get("lat"),
        volgograd.get("type"),
    )


def test_hostile_names(write: Write, hostile: Catalogue) -> None:
    """
    Texts come back as they were, save signs that XML cannot hold.
    """
    root = read(write("gramps", catalogue=hostile))
    found = place(root, "p").findall("g:pname", namespaces=G)
    assert ["Plain", hostile.places["p"].label, 'Ст"алин\\о', "Beside"] == [name.get("value") for name in found]
    notes = [note.findtext("g:text", namespaces=G) for note in root.iterfind(".//g:note", namespaces=G)]
    assert f'{hostile.places["p"].label}: since: 19"51 (open). a\\b\n</note> Sources: s' in notes
    assert 'p. "1" <2>' in [page.text for page in root.iterfind(".//g:page", namespaces=G)]


def test_what_is_no_place(write: Write) -> None:
    """
    Institutions are left out, people refused.
    """
    assert [] == read(write("gramps", ds.institutions)).findall(".//g:placeobj", namespaces=G)
    with pytest.raises(TypeError, match="not a Person"):
        write("gramps", [ds.people["joseph-stalin"]])
