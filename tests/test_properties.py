"""
The laws of the library, over generated records and catalogues, and over every shipped record.

The shipped catalogue is given to each test as an example, so that all its records are visited.
"""

from __future__ import annotations

import copy
import json
import pickle
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import attrs
import pytest
from anatomy import told
from examples import FEW
from hypothesis import assume, example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import destalinization as ds
from destalinization import strategies
from destalinization.checks import check
from destalinization.codec import structure, unstructure
from destalinization.dates import HistoricalDate, Interval, parse
from destalinization.decode import builder
from destalinization.errors import DataError, Finding
from destalinization.store.catalogue import STORED, Catalogue, bundled
from destalinization.store.directory import CLASSES, canonical_files

RECORDS: dict[type[Any], st.SearchStrategy[Any]] = {
    ds.Source: strategies.sources(),
    ds.Citation: strategies.citations(),
    ds.Dispute: strategies.disputes(),
    ds.Dated: strategies.dateds(),
    ds.Act: strategies.acts(),
    ds.Honour: strategies.honours(),
    ds.Name: strategies.names(),
    ds.SideName: strategies.side_names(),
    ds.Ending: strategies.endings(),
    ds.Relation: strategies.relations(),
    ds.Coordinates: strategies.coordinates(),
    ds.Place: strategies.places(),
    ds.Institution: strategies.institutions(),
    ds.Person: strategies.people(),
    ds.Topic: strategies.topics(),
    ds.Event: strategies.events(),
    ds.Claim: strategies.claims(),
    ds.Change: strategies.changes(),
    ds.Renaming: strategies.renamings(),
    ds.Release: strategies.releases(),
}

KIND = {**CLASSES, "changes": ds.Change, "renamings": ds.Renaming}

by_kind = pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
by_table = pytest.mark.parametrize("table", KIND)
small = strategies.catalogues(least=1, most=1)
generated_and_shipped = example(catalogue=bundled())

days = st.dates(date(1700, 1, 1), date(2020, 12, 31))
wanted_periods = days.flatmap(
    lambda day: strategies.historical_dates(covering=day) | strategies.intervals(covering=day)
)


def shipped(table: str) -> list[Any]:
    """
    Give all shipped records of a table, those with the plainest ids first.
    """
    return sorted(bundled().table(table), key=lambda record: (len(record.id), record.id))


@cache
def validator() -> Any:
    """
    Give the validator of JSON documents.
    """
    return Draft202012Validator(ds.schema())


def bearers(catalogue: Catalogue) -> Iterator[Any]:
    """
    Give everything that bears names.
    """
    yield from catalogue.places
    yield from catalogue.institutions


def bounds(value: HistoricalDate | Interval) -> tuple[float, float]:
    """
    Give the first and the last day as numbers, endless where there is no bound.
    """
    first = value.earliest.toordinal() if value.earliest else float("-inf")
    last = value.latest.toordinal() if value.latest else float("inf")
    return first, last


@FEW
@given(catalogue=strategies.catalogues())
@generated_and_shipped
def test_every_catalogue_is_lawful(catalogue: Catalogue) -> None:
    """
    No catalogue breaks a law.
    """
    nothing: tuple[Finding, ...] = ()
    assert nothing == check(catalogue)


@by_kind
@given(data=st.data())
def test_generated_records_survive_json(kind: type[Any], data: st.DataObject) -> None:
    """
    Reading what was written of a record gives an equal record.
    """
    record = data.draw(RECORDS[kind])
    assert record == ds.from_json(ds.to_json(record), of=type(record))


@by_table
def test_shipped_records_survive_json(table: str) -> None:
    """
    Reading what was written of each shipped record gives an equal record.
    """
    assert [] == [record.id for record in shipped(table) if record != ds.from_json(ds.to_json(record), of=type(record))]


@by_kind
@given(data=st.data())
def test_generated_records_survive_copying(kind: type[Any], data: st.DataObject) -> None:
    """
    A pickled record and a deep copy are equal to the record, and have its hash.
    """
    record = data.draw(RECORDS[kind])
    copies = (pickle.loads(pickle.dumps(record)), copy.deepcopy(record), copy.copy(record))
    assert [(record, hash(record))] * 3 == [(copied, hash(copied)) for copied in copies]


@by_table
def test_shipped_records_survive_copying(table: str) -> None:
    """
    The pickled shipped records and their deep copies are equal to them, and have their hashes.
    """
    for record in shipped(table):
        copies = (pickle.loads(pickle.dumps(record)), copy.deepcopy(record))
        assert [(record, hash(record))] * 2 == [(copied, hash(copied)) for copied in copies]


@by_kind
@given(data=st.data())
def test_records_are_equal_by_value(kind: type[Any], data: st.DataObject) -> None:
    """
    Two records are equal exactly if they are written alike.
    """
    one, other = data.draw(st.tuples(RECORDS[kind], RECORDS[kind]))
    assert (ds.to_json(one) == ds.to_json(other)) is (one == other)


@pytest.mark.parametrize("table", STORED)
@given(data=st.data())
def test_fast_and_strict_reader_agree(table: str, data: st.DataObject) -> None:
    """
    The fast reader of the shipped files and the strict reader of users' files build the same record.
    """
    raw = unstructure(data.draw(RECORDS[CLASSES[table]]))
    strict = structure(raw, CLASSES[table])
    assert told(strict) == told(builder(table)(copy.deepcopy(raw)))


@given(strategies.historical_dates() | strategies.intervals())
def test_dates_that_are_read_are_those_of_the_constructors(value: HistoricalDate | Interval) -> None:
    """
    Reading a text gives what the validating constructor makes of it, and it is as frozen.
    """
    read = parse(value.text)
    assert told(type(value)(value.text)) == told(read)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.text = "1961"  # type: ignore[misc]


@given(strategies.historical_dates() | strategies.intervals())
def test_dates_give_their_text_back(value: HistoricalDate | Interval) -> None:
    """
    Reading the text of a date gives an equal date of the same text.
    """
    read = parse(str(value))
    assert (value, str(value)) == (read, str(read))


@FEW
@given(catalogue=strategies.catalogues())
@generated_and_shipped
def test_document_gives_the_catalogue_back(catalogue: Catalogue) -> None:
    """
    Reading the document of a catalogue gives an equal catalogue.
    """
    assert catalogue == ds.from_json(ds.to_json(catalogue))


@FEW
@given(catalogue=strategies.catalogues())
@generated_and_shipped
def test_document_is_valid(catalogue: Catalogue) -> None:
    """
    The JSON Schema accepts the document of a catalogue.
    """
    errors = validator().iter_errors(json.loads(ds.to_json(catalogue)))
    assert [] == [error.message for error in errors]


@given(catalogue=small)
@generated_and_shipped
def test_periods_survive_json(catalogue: Catalogue) -> None:
    """
    Reading what was written of a period gives an equal period.
    """
    periods = [period for bearer in bearers(catalogue) for period in bearer.periods()]
    assert periods == [ds.from_json(ds.to_json(period), of=ds.Period) for period in periods]


@FEW
@given(catalogue=strategies.catalogues())
def test_every_record_can_be_written_alone(catalogue: Catalogue) -> None:
    """
    The document of one record holds this record and nothing that its catalogue does not hold.
    """
    for table, record in catalogue.stored():
        part = ds.from_json(ds.to_json([record], catalogue=catalogue))
        assert record in part.table(table)
        assert all(other in catalogue.table(name) for name, other in part.stored())


@FEW
@given(catalogue=strategies.catalogues())
@generated_and_shipped
def test_files_give_the_catalogue_back(catalogue: Catalogue) -> None:
    """
    Reading the files of a catalogue gives an equal catalogue, whose files are the same.
    """
    files = canonical_files(catalogue)
    with tempfile.TemporaryDirectory() as folder:
        for file, text in files.items():
            path = Path(folder, file)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        read = Catalogue.from_directory(folder)

    assert (catalogue, files) == (read, canonical_files(read))


@given(catalogue=small)
@generated_and_shipped
def test_catalogues_survive_pickling(catalogue: Catalogue) -> None:
    """
    A pickled catalogue is equal to the catalogue, and has its hash.
    """
    copied = pickle.loads(pickle.dumps(catalogue))
    assert (catalogue, hash(catalogue)) == (copied, hash(copied))


@given(catalogue=small)
@generated_and_shipped
def test_overlay_of_itself_is_equal(catalogue: Catalogue) -> None:
    """
    A catalogue put over itself is as it was.
    """
    assert catalogue == catalogue.overlay(catalogue)


@given(small, small)
def test_overlay_is_a_merge_by_id(below: Catalogue, above: Catalogue) -> None:
    """
    An overlay holds the records of both, those of the one above where both have an id.
    """
    try:
        both = below.overlay(above)
    except DataError:  # a claim below rests on a change that is no more
        assume(False)
    mine = {record.id: record for _, record in below.stored()}
    theirs = {record.id: record for _, record in above.stored()}
    assert mine | theirs == {record.id: record for _, record in both.stored()}


@given(catalogue=small)
@generated_and_shipped
def test_no_renaming_precedes_the_founding(catalogue: Catalogue) -> None:
    """
    The last day on which a renaming can have happened is not before the first on which its bearer can have been
    founded.
    """
    for renaming in catalogue.renamings:
        founded = catalogue.bearer(renaming.bearer).founded
        if founded is not None and renaming.date is not None:
            assert bounds(founded.value)[0] <= bounds(renaming.date)[1], renaming.id


@given(catalogue=small)
@generated_and_shipped
def test_periods_do_not_overlap(catalogue: Catalogue) -> None:
    """
    Of two names of a chain, the later one does not certainly begin before the earlier one has ended.
    """
    for bearer in bearers(catalogue):
        for earlier, later in combinations(bearer.periods(), 2):
            assert not earlier.ongoing, bearer.id
            if earlier.before is not None and later.since is not None:
                assert bounds(earlier.before)[0] <= bounds(later.since)[1], bearer.id


@given(catalogue=small)
@generated_and_shipped
def test_periods_end_after_they_began(catalogue: Catalogue) -> None:
    """
    No name certainly ended before it began.
    """
    for bearer in bearers(catalogue):
        for period in bearer.periods():
            if period.since is not None and period.before is not None:
                assert bounds(period.since)[0] <= bounds(period.before)[1], bearer.id


@given(catalogue=small)
@generated_and_shipped
def test_changes_are_the_steps_of_the_chains(catalogue: Catalogue) -> None:
    """
    Every name has the change that gave it, every ended bearer the change that ended it, and there are no others.
    """
    steps = [(f"{bearer.id}/{name.key}", name, name.since) for bearer in bearers(catalogue) for name in bearer.names]
    ends = [(f"{bearer.id}/end", None, bearer.ending.date) for bearer in bearers(catalogue) if bearer.ending]
    expected = sorted([*steps, *ends], key=lambda step: step[0])
    assert expected == [(change.id, change.new, change.date) for change in catalogue.changes]


@given(catalogue=small)
@generated_and_shipped
def test_direct_successions_are_the_renamings(catalogue: Catalogue) -> None:
    """
    Each name that directly follows another makes a renaming of these two, and nothing else makes one.
    """
    expected = {
        f"{bearer.id}/{new.key}": (old, new)
        for bearer in bearers(catalogue)
        for old, new in zip(bearer.names, bearer.names[1:], strict=False)
        if new.succession == "direct"
    }
    assert expected == {renaming.id: (renaming.old, renaming.new) for renaming in catalogue.renamings}


@given(catalogue=small)
@generated_and_shipped
def test_renamings_remove_and_give_what_names_honour(catalogue: Catalogue) -> None:
    """
    What a renaming removes and gives is the difference between those whom its two names honour.
    """
    for renaming in catalogue.renamings:
        old = {honour.target for honour in renaming.old.honours}
        new = {honour.target for honour in renaming.new.honours}
        assert (old - new, new - old) == (set(renaming.removes), set(renaming.gives)), renaming.id


@FEW
@given(catalogue=strategies.catalogues(), wanted=wanted_periods, certainly=st.booleans())
@example(catalogue=bundled(), wanted=Interval("1953-03-05/1964-10-14"), certainly=False)
@example(catalogue=bundled(), wanted=Interval("1953-03-05/1964-10-14"), certainly=True)
@example(catalogue=bundled(), wanted=Interval("../1956"), certainly=True)
@example(catalogue=bundled(), wanted=HistoricalDate("196X"), certainly=False)
def test_where_during_is_a_filter(catalogue: Catalogue, wanted: HistoricalDate | Interval, certainly: bool) -> None:
    """
    What may have happened in a period has a day in common with it; what certainly did has all its days in it.
    """
    first, last = bounds(wanted)

    def fits(value: HistoricalDate | Interval | None) -> bool:
        if value is None:
            return False
        starts, ends = bounds(value)
        return first <= starts and ends <= last if certainly else starts <= last and first <= ends

    expected = {
        "changes": [change.id for change in catalogue.changes if fits(change.date)],
        "renamings": [renaming.id for renaming in catalogue.renamings if fits(renaming.date)],
        "events": [event.id for event in catalogue.events if fits(event.when.value)],
        "acts": [act.id for act in catalogue.acts if fits(act.date)],
    }
    tables = (catalogue.changes, catalogue.renamings, catalogue.events, catalogue.acts)
    found = [table.where(during=wanted, certainly=certainly) for table in tables]
    assert expected == {table.name: list(table.ids()) for table in found}


@given(wanted=wanted_periods, certainly=st.booleans())
def test_where_during_filters_the_shipped_renamings(wanted: HistoricalDate | Interval, certainly: bool) -> None:
    """
    Of the shipped renamings those are kept whose days lie in the period, or may do so.
    """
    first, last = bounds(wanted)
    dated = [(renaming.id, *bounds(renaming.date)) for renaming in bundled().renamings if renaming.date]
    inside = [id for id, starts, ends in dated if first <= starts and ends <= last]
    touching = [id for id, starts, ends in dated if starts <= last and first <= ends]
    found = bundled().renamings.where(during=wanted, certainly=certainly)
    assert (inside if certainly else touching) == list(found.ids())
