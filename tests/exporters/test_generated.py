"""
Formats under generated catalogues: whatever the records, the files are well formed and every name is in them.
"""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
import rdflib
from examples import FEW
from hypothesis import given

from destalinization.exporters.registry import writer_of
from destalinization.files import as_bytes
from destalinization.store.catalogue import Catalogue
from destalinization.strategies import catalogues

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def written(format: str, catalogue: Catalogue) -> str:
    """
    Write a catalogue.
    """
    return b"".join(as_bytes(writer_of(format)(catalogue, catalogue))).decode()


def names(catalogue: Catalogue, *, institutions: bool) -> list[str]:
    """
    Give the texts of all names, sorted.
    """
    bearers = [*catalogue.places, *(catalogue.institutions if institutions else ())]
    return sorted(name.text for one in bearers for name in (*one.names, *(side.name for side in one.also)))


@FEW
@given(catalogues())
def test_linked_places(catalogue: Catalogue) -> None:
    """
    Every name of every place is in Linked Places and in its TSV.
    """
    features = json.loads(written("linked-places", catalogue))["features"]
    ids = {name["id"] for feature in features for name in feature["names"]}
    wanted = names(catalogue, institutions=False)
    assert len(wanted) == len(ids)
    rows = [line.split("\t") for line in written("lp-tsv", catalogue).removesuffix("\n").split("\n")]
    assert {len(rows[0])} == {len(row) for row in rows}
    assert len(wanted) == len(rows) - 1
    assert len(catalogue.places) == written("lp-tsv-places", catalogue).count("\n") - 1


@FEW
@given(catalogues())
def test_xml(catalogue: Catalogue) -> None:
    """
    KML has every name, Gramps XML every name of a place.
    """
    kml = ET.fromstring(written("kml", catalogue))
    found = [one.findtext("{*}name") or "" for one in kml.iterfind(".//{*}Placemark")]
    assert names(catalogue, institutions=True) == sorted(found)
    gramps = ET.fromstring(written("gramps", catalogue))
    english = {one.get("value") for one in gramps.iterfind(".//{*}pname[@lang='en']")}
    assert set(names(catalogue, institutions=False)) <= english
    assert len(catalogue.places) == len(gramps.findall(".//{*}placeobj"))


@FEW
@given(catalogues())
def test_rdf(catalogue: Catalogue) -> None:
    """
    Both serialisations are read, and state the same.
    """
    turtle = rdflib.Graph().parse(data=written("turtle", catalogue), format="turtle")
    assert set(turtle) == set(rdflib.Graph().parse(data=written("json-ld", catalogue), format="json-ld"))
    kind = rdflib.URIRef("https://w3id.org/destalinization/vocabulary#Name")
    assert len(names(catalogue, institutions=True)) == len(list(turtle.subjects(rdflib.RDF.type, kind)))
