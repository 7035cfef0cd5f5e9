"""
Uses of the public names that checkers accept, with the types that they find; nothing here is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, assert_type

import destalinization as ds
from destalinization.store.tables.changes import ChangeTable, RenamingTable
from destalinization.store.tables.claims import ClaimTable
from destalinization.store.tables.events import ActTable, EventTable
from destalinization.store.tables.institutions import InstitutionTable
from destalinization.store.tables.people import PersonTable, TopicTable
from destalinization.store.tables.places import PlaceTable
from destalinization.store.tables.sources import SourceTable


def a_table_gives_its_own_records() -> None:
    assert_type(ds.places["volgograd"], ds.Place)
    assert_type(ds.institutions["stalin-prize"], ds.Institution)
    assert_type(ds.people["joseph-stalin"], ds.Person)
    assert_type(ds.topics["gulag"], ds.Topic)
    assert_type(ds.events["twenty-second-congress"], ds.Event)
    assert_type(ds.acts["ussr-1957-09-11"], ds.Act)
    assert_type(ds.claims["one"], ds.Claim)
    assert_type(ds.sources["geonames"], ds.Source)
    assert_type(ds.changes["volgograd/end"], ds.Change)
    assert_type(ds.renamings["volgograd/volgograd"], ds.Renaming)


def get_gives_a_record_or_the_default() -> None:
    assert_type(ds.places.get("volgograd"), ds.Place | None)
    assert_type(ds.places.get("volgograd", None), ds.Place | None)
    assert_type(ds.places.get("volgograd", ds.places["donetsk"]), ds.Place)
    assert_type(ds.people.get("nobody", "nobody"), ds.Person | str)


def a_table_is_looked_through() -> None:
    for place in ds.places:
        assert_type(place, ds.Place)
    assert_type([event.label for event in ds.events], list[str])
    assert_type(iter(ds.renamings), Iterator[ds.Renaming])
    assert_type(sorted(ds.people, key=lambda person: person.id), list[ds.Person])
    assert_type(len(ds.acts), int)
    assert_type("volgograd" in ds.places, bool)
    assert_type(ds.places["volgograd"] in ds.places, bool)
    assert_type(ds.places.ids(), tuple[str, ...])
    assert_type(ds.places.catalogue, ds.Catalogue)


def where_gives_a_table_of_the_same_type() -> None:
    assert_type(ds.places.where(kind="city", country="UA", within="ukraine", honours="joseph-stalin"), PlaceTable)
    assert_type(ds.institutions.where(kind="prize"), InstitutionTable)
    assert_type(ds.people.where(office="first-secretary", member_of="cpsu"), PersonTable)
    assert_type(ds.topics.where(kind="concept"), TopicTable)
    assert_type(ds.events.where(during="1956", certainly=True, participant="nikita-khrushchev"), EventTable)
    assert_type(ds.acts.where(kind="decree", during=1957), ActTable)
    assert_type(ds.claims.where(status="contradicted", section="Effects"), ClaimTable)
    assert_type(ds.sources.where(kind="law", language="ru"), SourceTable)
    assert_type(ds.changes.where(bearer="volgograd", during=date(1961, 11, 10)), ChangeTable)
    assert_type(ds.renamings.where(removes="joseph-stalin", during=ds.Interval("1953/1964")), RenamingTable)
    assert_type(ds.renamings.where(during=ds.HistoricalDate("1961")).where(country="RU"), RenamingTable)


def filter_gives_a_table_of_the_same_type() -> None:
    assert_type(ds.places.filter(lambda place: place.current is True), PlaceTable)
    assert_type(ds.renamings.filter(lambda renaming: renaming.old.text == "Stalino"), RenamingTable)


def a_table_fits_where_any_table_of_its_records_does() -> None:
    def count(table: ds.Table[ds.Place]) -> int:
        return len(table)

    assert_type(count(ds.places), int)


def a_place_knows_its_chain(place: ds.Place) -> None:
    assert_type(place.names, tuple[ds.Name, ...])
    assert_type(place.names[0].since, ds.HistoricalDate | None)
    assert_type(place.names[0].forms, ds.FrozenMap[str, tuple[str, ...]])
    assert_type(place.names[0].forms["ru"][0], str)
    assert_type(place.names[0].honours, tuple[ds.Honour, ...])
    assert_type(place.name("stalingrad"), ds.Name)
    assert_type(place.period("stalingrad"), ds.Period)
    assert_type(place.period(place.names[0]), ds.Period)
    assert_type(place.periods(), tuple[ds.Period, ...])
    assert_type(place.also, tuple[ds.SideName, ...])
    assert_type(place.ending, ds.Ending | None)
    assert_type(place.coordinates, ds.Coordinates | None)
    assert_type(place.current, bool | None)
    assert_type(place.citations, tuple[ds.Citation, ...])
    assert_type(place.disputes, tuple[ds.Dispute, ...])
    assert_type(place.links.get("geonames"), str | None)


def terms_are_literals(claim: ds.Claim, name: ds.Name) -> None:
    assert_type(claim.status, Literal["confirmed", "imprecise", "contradicted", "unverified"])
    assert_type(name.succession, Literal["direct", "gap", "uncertain"])


def only_a_renaming_has_both_names_for_certain(change: ds.Change, renaming: ds.Renaming) -> None:
    assert_type(change.old, ds.Name | None)
    assert_type(change.new, ds.Name | None)
    assert_type(renaming.old, ds.Name)
    assert_type(renaming.new, ds.Name)
    assert_type(renaming.date, ds.HistoricalDate | None)
    assert_type(ds.catalogue().bearer(renaming.bearer), ds.Bearer)


def a_date_has_bounds_and_an_interval_may_lack_them(dated: ds.Dated) -> None:
    assert_type(dated.value, ds.HistoricalDate | ds.Interval)
    assert_type(ds.HistoricalDate("1961").earliest, date)
    assert_type(ds.HistoricalDate("1961").options, tuple[ds.HistoricalDate, ...])
    assert_type(ds.Interval("1953/..").latest, date | None)
    assert_type(ds.Interval("1953/..").ends, Literal["dated", "open", "unknown"])
    assert_type(dated.value.certainly_before(ds.HistoricalDate("1961")), bool)


def records_are_made_of_lists_and_dictionaries() -> None:
    citation = ds.Citation(source="tass", supports=["since"])
    name = ds.Name(key="stalino", text="Stalino", forms={"ru": ["Сталино"]}, citations=[citation])
    place = ds.Place(id="donetsk", label="Donetsk", kind="city", names=[name], links={"geonames": "709717"})
    assert_type(place.names, tuple[ds.Name, ...])


def questions_about_names_have_typed_answers(place: ds.Place) -> None:
    answer = ds.name_on("volgograd", date(1961, 11, 10))
    assert_type(answer, ds.NameAnswer)
    assert_type(answer.best, ds.Name | None)
    assert_type(answer.grade, Literal["certain", "likely", "possible"] | None)
    assert_type(answer.candidates, tuple[ds.Candidate, ...])
    assert_type(answer.candidates[0].citations, tuple[ds.Citation, ...])
    assert_type(place.name_on(1950), ds.NameAnswer)
    assert_type(ds.names_during(place, "1950/1970"), tuple[ds.Candidate, ...])
    assert_type(ds.on("1961-11-10"), tuple[ds.Happening, ...])
    assert_type(ds.date_names(["Stalinabad", "Molotov"]), ds.DatingAnswer)


def names_are_found() -> None:
    assert_type(ds.find("Сталино", on="1950", country="UA"), tuple[ds.Match, ...])
    assert_type(ds.find("Stalino")[0].bearer, ds.Bearer)
    assert_type(ds.one("Stalinabad", of=ds.Place), ds.Place)
    assert_type(ds.one("Stalin Prize", of=ds.Institution, kind="prize"), ds.Institution)
    assert_type(ds.one("Stalinabad"), ds.Bearer)


def json_gives_back_what_was_asked_for(text: str, content: bytes) -> None:
    assert_type(ds.from_json(text, of=ds.Place), ds.Place)
    assert_type(ds.from_json(content, of=ds.Citation), ds.Citation)
    assert_type(ds.from_json(text), ds.Catalogue)
    assert_type(ds.from_json(text, of=ds.Catalogue), ds.Catalogue)


def everything_is_written_as_text(place: ds.Place) -> None:
    assert_type(ds.to_json(place), str)
    assert_type(ds.to_json([place]), str)
    assert_type(ds.to_json(ds.renamings.where(country="UA")), str)
    assert_type(ds.to_json(ds.catalogue()), str)
    assert_type(ds.cite(place), tuple[str, ...])


def a_catalogue_has_the_same_tables(catalogue: ds.Catalogue) -> None:
    assert_type(catalogue.places, PlaceTable)
    assert_type(catalogue.renamings["volgograd/volgograd"], ds.Renaming)
    assert_type(catalogue.redirects, Mapping[str, str])
    assert_type(catalogue.release, ds.Release | None)
    assert_type(catalogue.overlay(ds.Catalogue.from_directory("mine")), ds.Catalogue)
    assert_type(ds.Catalogue.from_records([ds.places["donetsk"], ds.people["joseph-stalin"]]), ds.Catalogue)


def errors_have_fields() -> None:
    try:
        ds.places["volgogard"]
    except ds.UnknownId as unknown:
        assert_type(unknown.id, str)
        assert_type(unknown.table, str)
        assert_type(unknown.suggestions, tuple[str, ...])
    except ds.UnknownName as name:
        assert_type(name.suggestions, tuple[str, ...])
    except ds.AmbiguousName as ambiguous:
        assert_type(ambiguous.candidates, tuple[ds.Match, ...])
    except ds.UnknownTerm as term:
        assert_type(term.accepted, tuple[str, ...])
    except ds.InvalidDate as wrong:
        assert_type(wrong.text, str)
        assert_type(wrong.position, int)
        assert_type(wrong.reason, str)
    except ds.DataError as error:
        assert_type(error.findings, tuple[ds.Finding, ...])
        assert_type(error.findings[0].path, str)


def errors_have_a_builtin_base() -> None:
    unknown: KeyError = ds.UnknownId("volgogard", "places", ("volgograd",))
    invalid: list[ValueError] = [ds.InvalidDate("1961-13", 5, "there is no such month"), ds.DataError(())]
    own: list[ds.DestalinizationError] = [
        ds.UnknownId("volgogard", "places"),
        ds.UnknownTerm("metropolis", "place kind"),
    ]
    print(unknown, invalid, own)


def versions_are_texts() -> None:
    assert_type(ds.__version__, str)
    assert_type(ds.__data_version__, str)
