"""
The pages that hold a whole table: people, topics, acts, the chronology, and all places and institutions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from destalinization import Act, Catalogue, Event, Person, Topic
from destalinization.model.changes import Bearer

from .addresses import Addresses
from .bearers import every
from .citing import Sources
from .countries import country_name
from .markup import Markup, block, element, joined, markdown

HEADS = {
    "people": "# People\n\nThose whom names honour, and those who decided.\n",
    "topics": "# Topics\n\nOffices, concepts, titles and documents that names and statements refer to.\n",
    "acts": "# Acts\n\nDecrees, laws and decisions, by date, with what they renamed.\n",
    "chronology": "# Chronology\n\nWhat happened, by date. Renamings are not here; they stand with their places.\n",
}
BEARERS = "# Places and institutions\n\nBy the country of today, with all their names.\n\n"
LAST = "9999"


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the pages.

    Args:
        catalogue: whose records.

    Yields:
        The path of each page, and its text.
    """
    named, enacted = _named(catalogue), _enacted(catalogue)
    yield "people.md", _page("people", catalogue, sorted(catalogue.people, key=_called), _person, named)
    yield "topics.md", _page("topics", catalogue, sorted(catalogue.topics, key=_called), _topic, named)
    yield "acts.md", _page("acts", catalogue, sorted(catalogue.acts, key=_day_of_act), _act, enacted)
    yield "chronology.md", _page("chronology", catalogue, sorted(catalogue.events, key=_day_of_event), _event, {})
    yield "bearers/index.md", BEARERS + "".join(_countries(catalogue))


def _named(catalogue: Catalogue) -> dict[str, list[str]]:
    """
    Give the ids of the bearers that had a name in honour of each record.
    """
    found: dict[str, list[str]] = {}
    for bearer in every(catalogue):
        names = (*bearer.names, *(side.name for side in bearer.also))
        for target in dict.fromkeys(honour.target for name in names for honour in name.honours):
            found.setdefault(target, []).append(bearer.id)
    return found


def _enacted(catalogue: Catalogue) -> dict[str, list[str]]:
    """
    Give the ids of the changes that each act brought about.
    """
    found: dict[str, list[str]] = {}
    for change in catalogue.changes:
        if change.act:
            found.setdefault(change.act, []).append(change.id)
    return found


def _called(record: Person | Topic) -> tuple[str, str]:
    """
    Give what people and topics are sorted by.
    """
    return record.label, record.id


def _day_of_act(act: Act) -> tuple[str, str]:
    """
    Give what acts are sorted by.
    """
    return (str(act.date.earliest) if act.date else LAST, act.id)


def _day_of_event(event: Event) -> tuple[str, str]:
    """
    Give what events are sorted by.
    """
    return (str(event.when.value.earliest or LAST), event.id)


def _page(name: str, catalogue: Catalogue, records: Iterable[Any], tell: Any, tied: dict[str, list[str]]) -> str:
    """
    Write the page of a table.
    """
    addresses, sources = Addresses(catalogue), Sources(catalogue)
    items = [
        element("li", *tell(record, addresses, sources), _tied(tied.get(record.id, []), addresses), id=record.id)
        for record in records
    ]
    listed = element("ul", *items, class_="records")
    return f"{HEADS[name]}\n{block(listed, *sources.list())}"


def _tied(ids: list[str], addresses: Addresses) -> Markup | None:
    """
    List what is tied to a record; more than ten are folded together.
    """
    if not ids:
        return None
    links = joined(*(addresses.link(id) for id in ids), by=", ")
    if len(ids) <= 10:
        return element("p", links)
    return element("details", element("summary", f"{len(ids)} in the data"), element("p", links))


def _person(person: Person, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell of a person.
    """
    life = "–".join(str(dated.value) if dated else "?" for dated in (person.born, person.died))
    cited = (*person.citations, *(c for dated in (person.born, person.died) if dated for c in dated.citations))
    yield _title(person.label, life if person.born or person.died else None, sources.marks(dict.fromkeys(cited)))
    yield from _of_thing(person, addresses, sources)


def _topic(topic: Topic, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell of a topic.
    """
    when = joined(topic.kind, topic.period and topic.period.value, by=", ")
    yield _title(topic.label, when, sources.marks(topic.citations))
    yield from _of_thing(topic, addresses, sources)


def _title(title: str, facts: object, marks: Markup) -> Markup:
    """
    Give the first line of a record.
    """
    return element("p", joined(element("b", title), facts and element("small", facts), by=" "), marks)


def _of_thing(record: Person | Topic, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell what people and topics have in common.
    """
    forms = dict.fromkeys(spellings[0] for spellings in record.forms.values() if spellings)
    if forms:
        yield element("p", element("small", ", ".join(forms)))
    if record.summary:
        yield element("p", record.summary)
    ties = [
        joined(
            element("span", f"{tie.type}:", class_="term"), " ", addresses.link(tie.target),
            f" ({tie.when})" if tie.when else None, sources.marks(tie.citations, record.label),
        )
        for tie in record.relations
    ]  # fmt: skip
    if ties:
        yield element("p", joined(*ties, by="; "))


def _act(act: Act, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell of an act.
    """
    yield _title(act.title, act.date, sources.marks(act.citations, act.title))
    issuer = addresses.link(act.issuer) if act.issuer else None
    number = f"no. {act.number}" if act.number else None
    printed = f"published {act.published}" if act.published else None
    facts = joined(act.kind, issuer, number, printed, *(f for own in act.forms.values() for f in own), by=", ")
    yield element("p", element("small", facts))
    if act.note:
        yield element("p", act.note)


def _event(event: Event, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell of an event.
    """
    cited = dict.fromkeys((*event.when.citations, *event.citations))
    yield _title(event.label, joined(event.when.value, event.kind, by=", "), sources.marks(cited, event.label))
    if event.summary:
        yield element("p", event.summary)
    ids = (event.place, *event.participants, event.act)
    tied = joined(*(addresses.link(id) for id in ids if id), by=", ")
    if tied:
        yield element("p", element("small", tied))
    if event.causes:
        yield element("p", element("small", "after ", joined(*(addresses.link(id) for id in event.causes), by=", ")))
    for dispute in (*event.when.disputes, *event.disputes):
        yield element("p", "Disputed: ", dispute.value, "; ", dispute.note, sources.marks(dispute.citations))


def _countries(catalogue: Catalogue) -> Iterator[str]:
    """
    List the bearers under their countries.
    """
    addresses = Addresses(catalogue, "../")
    found = sorted(every(catalogue), key=lambda bearer: (country_name(bearer.country) or "~", bearer.label))
    for country, own in groupby(found, key=lambda bearer: bearer.country):
        items = (element("li", *_line(bearer, addresses)) for bearer in own)
        title = markdown(country_name(country) or "Without a country of today")
        yield f"## {title}\n\n{block(element('ul', *items, class_='columns wide'))}\n"


def _line(bearer: Bearer, addresses: Addresses) -> Iterator[Markup]:
    """
    Give a bearer with its names.
    """
    yield addresses.link(bearer.id)
    others = list(dict.fromkeys(name.text for name in bearer.names))
    yield element("small", f" {' → '.join(others)}") if others != [bearer.label] else Markup()
