"""
The tables of what records of several kinds have: ids, spellings, links and relations.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..document import BASE
from ..store.table import singular
from .definition import Row, table
from .values import bearers, dates

if TYPE_CHECKING:
    from ..document import Part
    from ..model.changes import Bearer
    from ..model.people import Person, Topic


def _described(part: Part) -> Iterator[Bearer | Person | Topic]:
    """
    Give the records that have links and relations.
    """
    yield from bearers(part.catalogue)
    yield from part.catalogue.people
    yield from part.catalogue.topics


def _release(part: Part) -> Iterator[Row]:
    """
    Give one row, or none where the data are of no release.
    """
    release = part.catalogue.release
    if release is not None:
        yield release.version, release.date.text, release.licence


def _records(part: Part) -> Iterator[Row]:
    """
    Give a row for each record.
    """
    for kind, record in part.catalogue.stored():
        label = next(getattr(record, field) for field in ("label", "title", "statement") if hasattr(record, field))
        yield record.id, singular(kind), label, BASE + record.id


def _redirects(part: Part) -> Iterator[Row]:
    """
    Give a row for each retired id.
    """
    yield from sorted(part.catalogue.redirects.items())


def _relations(part: Part) -> Iterator[Row]:
    """
    Give a row for each relation.
    """
    for record in _described(part):
        for number, relation in enumerate(record.relations):
            path = f"relations[{number}]"
            yield (
                record.id, number + 1, relation.type, relation.target, *dates(relation.when), relation.note, path
            )  # fmt: skip


def _record_forms(part: Part) -> Iterator[Row]:
    """
    Give a row for each spelling of a person, a topic or the title of an act.
    """
    for record in (*part.catalogue.people, *part.catalogue.topics, *part.catalogue.acts):
        for language, forms in record.forms.items():
            for position, form in enumerate(forms, 1):
                yield record.id, language, position, form


def _aliases(part: Part) -> Iterator[Row]:
    """
    Give a row for each alias of a person or a topic.
    """
    for record in (*part.catalogue.people, *part.catalogue.topics):
        for position, alias in enumerate(record.aliases, 1):
            yield record.id, position, alias


def _links(part: Part) -> Iterator[Row]:
    """
    Give a row for each identifier elsewhere.
    """
    for record in _described(part):
        for authority, identifier in record.links.items():
            yield record.id, authority, identifier


RELEASE = table(
    "release",
    "the state of the data that this is",
    "version",
    _release,
    """
    version text! the version of the data
    date edtf! the day on which it was made
    licence text! the licence of the data, as an SPDX identifier
    """,
)
RECORDS = table(
    "records",
    "a record of any kind",
    "id",
    _records,
    """
    id id! a slug, unique in the data set
    type text! place, institution, person, topic, event, act, claim or source
    label text! its label, its title, or what it states
    uri text! its address
    """,
)
REDIRECTS = table(
    "redirects",
    "an id that was retired",
    "id",
    _redirects,
    """
    id id! the retired id
    successor id!>records.id the record that took its place
    """,
)
RELATIONS = table(
    "relations",
    "a typed tie from one record to another",
    "record position",
    _relations,
    """
    record id!>records.id the record that has the relation
    position integer! its place among the relations of the record, from 1
    type text! its type, such as held-office
    target id!>records.id the other record
    date edtf when it held
    earliest date the first day that this can mean
    latest date the last day that this can mean; empty where its end is open or unknown
    note text what a reader should know about it
    path text! where it stands in its record
    """,
)
RECORD_FORMS = table(
    "record_forms",
    "a spelling of a person or a topic, or of the title of an act",
    "record language position",
    _record_forms,
    """
    record id!>records.id the person, topic or act
    language text! the BCP 47 tag of the language
    position integer! its place among the spellings in this language, preferred first, from 1
    form text! the spelling
    """,
)
ALIASES = table(
    "aliases",
    "another name that a person or a topic is known by",
    "record position",
    _aliases,
    """
    record id!>records.id the person or topic
    position integer! its place among the aliases, from 1
    alias text! the other name
    """,
)
LINKS = table(
    "links",
    "an identifier of a record elsewhere",
    "record authority",
    _links,
    """
    record id!>records.id the place, institution, person or topic
    authority text! the name of the authority, such as geonames
    identifier text! what the authority calls it
    """,
)
