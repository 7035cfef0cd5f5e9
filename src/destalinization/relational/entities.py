"""
The tables of people, topics, events, acts and sources.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from .definition import Row, table
from .values import dated, dates, edtf

if TYPE_CHECKING:
    from ..document import Part


def _people(part: Part) -> Iterator[Row]:
    """
    Give a row for each person.
    """
    for person in part.catalogue.people:
        yield person.id, person.label, *dated(person.born), *dated(person.died), person.summary


def _topics(part: Part) -> Iterator[Row]:
    """
    Give a row for each topic.
    """
    for topic in part.catalogue.topics:
        yield topic.id, topic.label, topic.kind, *dated(topic.period), topic.summary


def _events(part: Part) -> Iterator[Row]:
    """
    Give a row for each event.
    """
    for event in part.catalogue.events:
        yield event.id, event.label, event.kind, *dated(event.when), event.place, event.act, event.summary


def _participants(part: Part) -> Iterator[Row]:
    """
    Give a row for each participant of an event.
    """
    for event in part.catalogue.events:
        for position, participant in enumerate(event.participants, 1):
            yield event.id, position, participant


def _causes(part: Part) -> Iterator[Row]:
    """
    Give a row for each cause of an event.
    """
    for event in part.catalogue.events:
        for position, cause in enumerate(event.causes, 1):
            yield event.id, position, cause


def _acts(part: Part) -> Iterator[Row]:
    """
    Give a row for each act.
    """
    for act in part.catalogue.acts:
        published = edtf(act.published)
        yield act.id, act.title, act.kind, act.issuer, act.number, *dates(act.date), published, act.note


def _sources(part: Part) -> Iterator[Row]:
    """
    Give a row for each source.
    """
    for source in part.catalogue.sources:
        yield (
            source.id,
            source.title,
            source.publisher,
            source.author,
            edtf(source.date),
            source.url,
            source.archived_url,
            source.kind,
            source.language,
            source.licence,
            edtf(source.accessed),
            source.derived_from,
            source.note,
        )


PEOPLE = table(
    "people",
    "a person",
    "id",
    _people,
    """
    id id!>records.id a slug, unique in the data set
    label text! the name for people, disambiguated
    born edtf the birth
    born_earliest date the first day that this can mean
    born_latest date the last day that this can mean
    born_note text what a reader should know about the birth
    died edtf the death
    died_earliest date the first day that this can mean
    died_latest date the last day that this can mean
    died_note text what a reader should know about the death
    summary text who it is
    """,
)
TOPICS = table(
    "topics",
    "an office, a concept, a work, a document or the like",
    "id",
    _topics,
    """
    id id!>records.id a slug, unique in the data set
    label text! the name for people, disambiguated
    kind text! its kind, such as office or work
    period edtf when it existed or was current
    period_earliest date the first day that this can mean
    period_latest date the last day that this can mean
    period_note text what a reader should know about the period
    summary text what it is
    """,
)
EVENTS = table(
    "events",
    "something that happened; renamings are in changes",
    "id",
    _events,
    """
    id id!>records.id a slug, unique in the data set
    label text! what it is called
    kind text! its kind, such as congress or speech
    date edtf! when it happened
    earliest date the first day that this can mean
    latest date the last day that this can mean
    date_note text what a reader should know about the date
    place id>bearers.id where it happened
    act id>acts.id the act that ordered it
    summary text what happened
    """,
)
EVENT_PARTICIPANTS = table(
    "event_participants",
    "one who took part in an event",
    "event position",
    _participants,
    """
    event id!>events.id the event
    position integer! its place among the participants, from 1
    participant id!>records.id who took part
    """,
)
EVENT_CAUSES = table(
    "event_causes",
    "an event that brought another one about",
    "event position",
    _causes,
    """
    event id!>events.id the event
    position integer! its place among the causes, from 1
    cause id!>events.id the event that brought it about
    """,
)
ACTS = table(
    "acts",
    "a decree, law or decision",
    "id",
    _acts,
    """
    id id!>records.id a slug, unique in the data set
    title text! what it is called, in English
    kind text! its kind, such as decree
    issuer id>bearers.id the institution that issued it
    number text its number, as written on it
    date edtf the day on which it was issued
    earliest date the first day that this can mean
    latest date the last day that this can mean
    published edtf the day on which it was printed or announced
    note text what a reader should know about it
    """,
)
SOURCES = table(
    "sources",
    "a text, map, database or page that states facts",
    "id",
    _sources,
    """
    id id!>records.id a slug, unique in the data set
    title text! the title as the source has it
    publisher text the publisher or site
    author text the author
    date edtf when it was published
    url text the address
    archived_url text the address of an archived copy
    kind text! law, gazette, scholarship, reference, press, web, wiki or gazetteer
    language text its language as a BCP 47 tag
    licence text the licence that it is under
    accessed edtf when it was last seen
    derived_from id>sources.id the source that it copies or translates; the two are not independent
    note text what a reader should know about it
    """,
)
