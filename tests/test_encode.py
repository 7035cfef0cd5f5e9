"""
Records as JSON text in one pass: the same text as by way of plain values.
"""

from __future__ import annotations

import json

import pytest
from examples import FEW
from hypothesis import given

import destalinization as ds
from destalinization.codec import unstructure
from destalinization.encode import encode
from destalinization.model.record import Record
from destalinization.model.walk import parts
from destalinization.store.catalogue import STORED, Catalogue
from destalinization.strategies import catalogues


def by_way_of_plain_values(record: Record) -> str:
    """
    Write a record with cattrs and json.
    """
    return json.dumps(unstructure(record), ensure_ascii=False, allow_nan=False)


@pytest.mark.parametrize("table", [*STORED, "changes"])
def test_every_record_is_written_the_same(table: str) -> None:
    """
    One pass and two give the same text of each shipped record.
    """
    records = list(ds.catalogue().table(table))
    assert [by_way_of_plain_values(record) for record in records] == [encode(record) for record in records]


@FEW
@given(catalogues())
def test_generated_records_are_written_the_same(catalogue: Catalogue) -> None:
    """
    So they do of any record and of any part of one, whether texts of parts are kept or not.
    """
    known: dict[int, str] = {}
    kept = [part for _, record in catalogue.stored() for _, part in parts(record)]
    for part in kept:
        assert by_way_of_plain_values(part) == encode(part) == encode(part, known)


def test_parts_are_written_once() -> None:
    """
    The text of a part that is known is taken as it is.
    """
    name = ds.places["dushanbe"].names[0]
    assert '"names": ["known"' in encode(ds.places["dushanbe"], {id(name): '"known"'})


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
