"""
Records as JSON text: the same as by way of cattrs and json, with orjson and without.
"""

from __future__ import annotations

import json
import sys
from datetime import date

import attrs
import pytest
from examples import FEW
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.codec import unstructure
from destalinization.encode import STANDARD, Known, encode, plain, writer
from destalinization.exporters import jsonl
from destalinization.model.record import Record
from destalinization.model.walk import parts
from destalinization.store.catalogue import STORED, Catalogue
from destalinization.strategies import catalogues


def by_way_of_cattrs(record: Record) -> str:
    """
    Write a record with cattrs and json.
    """
    return json.dumps(unstructure(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"))


@pytest.mark.parametrize("table", [*STORED, "changes"])
def test_every_record_is_written_the_same(table: str) -> None:
    """
    With orjson, without it and by way of cattrs, each shipped record has the same text.
    """
    records = list(ds.catalogue().table(table))
    expected = [by_way_of_cattrs(record) for record in records]
    assert expected == [encode(record) for record in records]
    assert expected == [STANDARD(plain(record, {})) for record in records]


@FEW
@given(catalogues())
def test_generated_records_are_written_the_same(catalogue: Catalogue) -> None:
    """
    So has any record and any part of one, whether values of parts are kept or not.
    """
    known: Known = {}
    kept = [part for _, record in catalogue.stored() for _, part in parts(record)]
    for part in kept:
        assert by_way_of_cattrs(part) == encode(part) == encode(part, known) == STANDARD(plain(part, known))


def test_the_document_is_the_same_without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Not a character of the document or of the lines depends on what is installed.
    """
    pytest.importorskip("orjson", reason="orjson, which the extra fast installs, is not there")
    catalogue = ds.catalogue()
    writer.cache_clear()
    assert writer() is not STANDARD
    document, lines = ds.to_json(catalogue), list(jsonl.write(catalogue, catalogue))
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "orjson", None)
        writer.cache_clear()
        assert writer() is STANDARD
        assert (document, lines) == (ds.to_json(catalogue), list(jsonl.write(catalogue, catalogue)))
    writer.cache_clear()


@given(st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([1e-5, 9.9e-5, 1e-4, 1e16, -0.0, 5e-324]))
def test_numbers_are_written_the_same(number: float) -> None:
    """
    Small and large ones too, which orjson writes without a zero or a sign in the exponent.
    """
    citation = ds.Citation(source="geonames")
    position = ds.Coordinates(latitude=1.0, longitude=1.0, basis="object", citation=citation)
    object.__setattr__(position, "latitude", number)
    assert encode(position) == by_way_of_cattrs(position)


@given(st.text(st.characters(codec=None)))
def test_texts_are_written_the_same(note: str) -> None:
    """
    Control characters are escaped alike, and half of a surrogate pair is left as it is, as json does.
    """
    citation = ds.Citation(source="tass", note=note)
    assert encode(citation) == by_way_of_cattrs(citation)


def test_parts_are_made_once() -> None:
    """
    The values of a part that is known are taken as they are, and those of a new one are kept.
    """
    place = ds.places["dushanbe"]
    name = place.names[0]
    assert '"names":[{"text":"known"}' in encode(place, {id(name): {"text": "known"}})
    known: Known = {}
    plain(place, known)
    assert known[id(name)]["text"] == name.text


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_does_not_have_is_refused(number: float) -> None:
    """
    No NaN, and nothing infinite.
    """
    citation = ds.Citation(source="geonames")
    position = ds.Coordinates(latitude=1.0, longitude=1.0, basis="object", citation=citation)
    object.__setattr__(position, "latitude", number)
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode(position)


def test_what_is_no_text_is_refused_alike() -> None:
    """
    What orjson would write of itself, such as a day, is no JSON here.
    """
    wrong = attrs.evolve(ds.Citation(source="tass"), note=date(1961, 11, 10))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="date is not JSON serializable"):
        encode(wrong)
