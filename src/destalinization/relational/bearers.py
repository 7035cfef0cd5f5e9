"""
The tables of places and institutions and of their names.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model.places import Place
from .definition import Row, Value, table
from .values import bearers, bounds, dated, dates, edtf, held, names, names_of

if TYPE_CHECKING:
    from ..document import Part
    from ..model.changes import Bearer


def _bearers(part: Part) -> Iterator[Row]:
    """
    Give a row for each place and institution.
    """
    for bearer in bearers(part.catalogue):
        place = isinstance(bearer, Place)
        yield (
            bearer.id,
            "place" if place else "institution",
            bearer.label,
            bearer.kind,
            bearer.country,
            bearer.admin1 if isinstance(bearer, Place) else None,
            bearer.within,
            None if isinstance(bearer, Place) else bearer.seat,
            *_position(bearer),
            *dated(bearer.founded),
            *_ending(bearer),
            bearer.current,
            bearer.summary,
        )


def _position(bearer: Bearer) -> tuple[Value, Value, Value]:
    """
    Give latitude, longitude and their basis.
    """
    if not isinstance(bearer, Place) or bearer.coordinates is None:
        return None, None, None
    return bearer.coordinates.latitude, bearer.coordinates.longitude, bearer.coordinates.basis


def _ending(bearer: Bearer) -> Row:
    """
    Give how, when and by what a bearer ended.
    """
    ending = bearer.ending
    if ending is None:
        return (None,) * 7
    return ending.how, *dates(ending.date), ending.act, ending.event, ending.note


def _successors(part: Part) -> Iterator[Row]:
    """
    Give a row for each bearer that came of another.
    """
    for bearer in bearers(part.catalogue):
        for position, successor in enumerate(bearer.ending.into if bearer.ending else (), 1):
            yield bearer.id, position, successor


def _names(part: Part) -> Iterator[Row]:
    """
    Give a row for each name.
    """
    for bearer in bearers(part.catalogue):
        for own in names_of(bearer):
            name, period = own.name, bearer.period(own.name)
            yield (
                own.id,
                bearer.id,
                name.key,
                own.position,
                own.use,
                name.text,
                edtf(name.since),
                edtf(period.before),
                *bounds(period),
                *held(bearer, own),
                period.ongoing,
                edtf(name.until),
                name.succession,
                name.act,
                name.event,
                name.note,
                own.path,
            )


def _forms(part: Part) -> Iterator[Row]:
    """
    Give a row for each spelling of a name.
    """
    for own in names(part.catalogue):
        for language, forms in own.name.forms.items():
            for position, form in enumerate(forms, 1):
                yield own.id, language, position, form


def _honours(part: Part) -> Iterator[Row]:
    """
    Give a row for each whom a name honours.
    """
    for own in names(part.catalogue):
        for number, honour in enumerate(own.name.honours):
            path = f"{own.path}.honours[{number}]"
            yield own.id, number + 1, honour.target, honour.certainty, honour.note, path


def _attestations(part: Part) -> Iterator[Row]:
    """
    Give a row for each date on which a name was in use.
    """
    for own in names(part.catalogue):
        for number, attested in enumerate(own.name.attested):
            yield own.id, number + 1, *dated(attested), f"{own.path}.attested[{number}]"


BEARERS = table(
    "bearers",
    "a place or an institution",
    "id",
    _bearers,
    """
    id id!>records.id a slug, unique in the data set
    type text! place or institution
    label text! its name for people, disambiguated
    kind text! its kind, such as city or prize
    country text its country of today, ISO 3166-1 alpha-2
    admin1 text the first-level division in which a place lies today
    within id>bearers.id what it lies in or belongs to today
    seat id>bearers.id the place where an institution has its seat
    latitude number the latitude of a place in degrees, WGS 84
    longitude number the longitude of a place in degrees, WGS 84
    position_basis text what the position is of: object, containing-settlement or approximate
    founded edtf when it was founded or first stood
    founded_earliest date the first day that this can mean
    founded_latest date the last day that this can mean; empty where its end is open or unknown
    founded_note text what a reader should know about the founding
    ended_how text how it ended, such as abolished or merged; empty where it did not
    ended edtf the first day on which it was no more
    ended_earliest date the first day that this can mean
    ended_latest date the last day that this can mean
    ended_act id>acts.id the act that ended it
    ended_event id>events.id the event that its end belongs to
    ended_note text what a reader should know about its end
    current boolean whether its last name is in use today; empty where nobody knows
    summary text what it is
    """,
)
SUCCESSORS = table(
    "successors",
    "a bearer that came of another one when that ended",
    "bearer position",
    _successors,
    """
    bearer id!>bearers.id what ended
    position integer! its place among those that came of it, from 1
    successor id!>bearers.id what came of it
    """,
)
IN_TIME = """\
since edtf when it began
before edtf the first day on which it held no more: the next name began, or the bearer ended
earliest_start date its first day at the earliest, by since
latest_start date its first day at the latest, by since
earliest_end date its last day at the earliest, by before
latest_end date its last day at the latest, by before; empty where it is in use or nobody knows
possible_from date the first day on which it may have held, by all sources and the names around it
certain_from date the first day on which it certainly held; empty where there is no such day
certain_to date the last day on which it certainly held; empty where it is in use or there is no such day
possible_to date the last day on which it may have held; empty where it is in use or nobody knows"""
"""The columns that say when a name held."""

NAMES = table(
    "names",
    "a name of a bearer, in its chain or beside it",
    "id",
    _names,
    f"""
    id id! the bearer and the key of the name
    bearer id!>bearers.id the place or institution
    key text! the key of the name, unique in its bearer
    position integer! its place in the chain, or among the names beside it, from 1
    use text how a name beside the chain was used, such as unofficial; empty for names of the chain
    text text! the name in Latin script
    {IN_TIME}
    dated boolean! whether a date bounds it on either side
    approximate boolean! whether a date that bounds it is marked as approximate or uncertain
    today boolean! whether it is in use today
    until edtf its end where the next name does not say it; before holds it too
    succession text! how it follows the name before it: direct, gap or uncertain
    act id>acts.id the act that gave it
    event id>events.id the event that it belongs to
    note text what a reader should know about it
    path text! where it stands in its bearer
    """,
)
FORMS = table(
    "forms",
    "a spelling of a name",
    "name language position",
    _forms,
    """
    name id!>names.id the name
    language text! the BCP 47 tag of the language
    position integer! its place among the spellings in this language, preferred first, from 1
    form text! the spelling
    """,
)
HONOURS = table(
    "honours",
    "whom or what a name honours",
    "name position",
    _honours,
    """
    name id!>names.id the name
    position integer! its place among the honours of the name, from 1
    target id!>records.id whom or what it honours
    certainty text! certain, probable or doubtful
    note text why it is not certain
    path text! where it stands in its bearer
    """,
)
ATTESTATIONS = table(
    "attestations",
    "a date on which a name was in use",
    "name position",
    _attestations,
    """
    name id!>names.id the name
    position integer! its place among the attestations of the name, from 1
    date edtf! when it was in use; it bounds the period of the name, but does not set it
    earliest date the first day that this can mean
    latest date the last day that this can mean
    note text what a reader should know about it
    path text! where it stands in its bearer
    """,
)
