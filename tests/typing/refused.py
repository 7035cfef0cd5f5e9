"""
Mistakes that checkers find; nothing here is run.

Each line says which complaint is expected of mypy and of pyright, and a checker that does not complain is told so.
"""

from __future__ import annotations

import destalinization as ds


def a_misspelt_public_name() -> None:
    print(ds.plaecs)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def an_attribute_that_no_place_has(place: ds.Place) -> None:
    print(place.born)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def a_criterion_that_does_not_exist() -> None:
    ds.renamings.where(colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_criterion_of_another_table() -> None:
    ds.places.where(removes="joseph-stalin")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_term_that_the_vocabulary_lacks() -> None:
    ds.places.where(kind="metropolis")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_criterion_without_its_name() -> None:
    ds.places.where("city")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def an_id_that_is_no_text() -> None:
    ds.places[0]  # type: ignore[index]  # pyright: ignore[reportArgumentType]


def a_change_of_a_record(place: ds.Place) -> None:
    place.label = "Stalingrad"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def an_entry_of_a_frozen_map(name: ds.Name) -> None:
    name.forms["ru"] = ("Сталинград",)  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


def a_date_that_may_be_missing(name: ds.Name) -> None:
    print(name.since.earliest)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def a_name_that_a_change_may_lack(change: ds.Change) -> None:
    print(change.old.text)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def an_order_of_dates() -> None:
    print(ds.HistoricalDate("1956") < ds.HistoricalDate("1961"))  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def an_order_of_records(place: ds.Place, other: ds.Place) -> None:
    print(place < other)  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]


def a_search_by_something_else() -> None:
    ds.find("Stalino", colour="red")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_year_as_a_fraction() -> None:
    ds.name_on("volgograd", 1961.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def an_answer_that_may_lack_a_name() -> None:
    print(ds.name_on("volgograd", "1500").best.text)  # type: ignore[union-attr]  # pyright: ignore[reportOptionalMemberAccess]


def a_bearer_where_a_place_is_wanted() -> ds.Place:
    return ds.one("Stalinabad")  # type: ignore[return-value]  # pyright: ignore[reportReturnType]


def a_record_without_what_it_needs() -> None:
    ds.Citation()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_record_by_position() -> None:
    ds.Citation("tass")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_single_date_where_a_record_is_wanted() -> None:
    ds.cite(ds.HistoricalDate("1961"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def json_of_one_record_as_another(text: str) -> ds.Person:
    return ds.from_json(text, of=ds.Place)  # type: ignore[return-value]  # pyright: ignore[reportReturnType]
