"""
Records made again from tables: the proof that the tables hold all of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from destalinization.dates import HistoricalDate, parse
from destalinization.model.claims import Claim
from destalinization.model.events import Act, Event
from destalinization.model.institutions import Institution
from destalinization.model.names import Honour, Name, SideName
from destalinization.model.people import Person, Topic
from destalinization.model.places import Coordinates, Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.relations import Ending, Relation
from destalinization.model.release import Release
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue

Rows = dict[str, list[dict[str, Any]]]


def rebuilt(tables: Rows) -> Catalogue:
    """
    Make the catalogue of which the tables are.
    """
    return _Builder(tables).catalogue()


class _Builder:
    """
    Looks parts up by what they belong to.
    """

    def __init__(self, tables: Rows) -> None:
        self.tables = tables
        self.by: dict[tuple[str, str], dict[Any, list[dict[str, Any]]]] = {}

    def of(self, table: str, column: str, value: Any) -> list[dict[str, Any]]:
        if (table, column) not in self.by:
            index = self.by[table, column] = defaultdict(list)
            for row in self.tables[table]:
                index[row[column]].append(row)
        return self.by[table, column][value]

    def catalogue(self) -> Catalogue:
        records = [
            *map(self.bearer, self.tables["bearers"]),
            *map(self.person, self.tables["people"]),
            *map(self.topic, self.tables["topics"]),
            *map(self.event, self.tables["events"]),
            *map(self.act, self.tables["acts"]),
            *map(self.claim, self.tables["claims"]),
            *map(self.source, self.tables["sources"]),
        ]
        releases = [
            Release(version=row["version"], date=HistoricalDate(row["date"]), licence=row["licence"])
            for row in self.tables["release"]
        ]
        redirects = {row["id"]: row["successor"] for row in self.tables["redirects"]}
        return Catalogue.from_records(records, redirects=redirects, release=releases[0] if releases else None)

    def citations(self, record: str, path: str) -> list[Citation]:
        return [
            Citation(
                source=row["source"],
                locator=row["locator"],
                supports=[field["field"] for field in self.of("citation_supports", "citation", row["id"])],
                note=row["note"],
            )
            for row in self.of("citations", "record", record)
            if (row["path"] or "") == path
        ]

    def said(self, record: str, path: str = "") -> dict[str, Any]:
        disputes = [
            Dispute(
                field=row["field"],
                value=row["value"],
                standing=row["standing"],
                note=row["note"],
                citations=self.citations(record, row["id"].partition("#")[2]),
            )
            for row in self.of("disputes", "record", record)
            if (row["path"] or "") == path
        ]
        return {"citations": self.citations(record, path), "disputes": disputes}

    def dated(self, row: dict[str, Any], column: str, record: str, path: str, note: str) -> Dated | None:
        if row[column] is None:
            return None
        return Dated(value=parse(row[column]), note=row[note], **self.said(record, path))

    def described(self, id: str) -> dict[str, Any]:
        relations = [
            Relation(
                type=row["type"],
                target=row["target"],
                when=None if row["date"] is None else parse(row["date"]),
                note=row["note"],
                citations=self.citations(id, row["path"]),
            )
            for row in self.of("relations", "record", id)
        ]
        links = {row["authority"]: row["identifier"] for row in self.of("links", "record", id)}
        return {"relations": relations, "links": links}

    def forms(self, table: str, column: str, id: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self.of(table, column, id):
            found.setdefault(row["language"], []).append(row["form"])
        return found

    def bearer(self, row: dict[str, Any]) -> Place | Institution:
        id = row["id"]
        names = self.of("names", "bearer", id)
        shared = {
            **{key: row[key] for key in ("id", "label", "kind", "country", "within", "current", "summary")},
            "founded": self.dated(row, "founded", id, "founded", "founded_note"),
            "ending": self.ending(row),
            "names": [self.name(name) for name in names if name["use"] is None],
            "also": [SideName(name=self.name(name), use=name["use"]) for name in names if name["use"] is not None],
            **self.described(id),
            **self.said(id),
        }
        if row["type"] == "institution":
            return Institution(seat=row["seat"], **shared)
        return Place(admin1=row["admin1"], coordinates=self.coordinates(row), **shared)

    def coordinates(self, row: dict[str, Any]) -> Coordinates | None:
        if row["latitude"] is None:
            return None
        (citation,) = self.citations(row["id"], "coordinates")
        return Coordinates(
            latitude=row["latitude"], longitude=row["longitude"], basis=row["position_basis"], citation=citation
        )

    def ending(self, row: dict[str, Any]) -> Ending | None:
        if row["ended_how"] is None:
            return None
        return Ending(
            how=row["ended_how"],
            date=None if row["ended"] is None else HistoricalDate(row["ended"]),
            into=[into["successor"] for into in self.of("successors", "bearer", row["id"])],
            act=row["ended_act"],
            event=row["ended_event"],
            note=row["ended_note"],
            **self.said(row["id"], "ending"),
        )

    def name(self, row: dict[str, Any]) -> Name:
        bearer, path = row["bearer"], row["path"]
        return Name(
            **{key: row[key] for key in ("key", "text", "succession", "act", "event", "note")},
            forms=self.forms("forms", "name", row["id"]),
            since=None if row["since"] is None else HistoricalDate(row["since"]),
            until=None if row["until"] is None else HistoricalDate(row["until"]),
            honours=[
                Honour(
                    target=honour["target"],
                    certainty=honour["certainty"],
                    note=honour["note"],
                    citations=self.citations(bearer, honour["path"]),
                )
                for honour in self.of("honours", "name", row["id"])
            ],
            attested=[
                Dated(value=parse(found["date"]), note=found["note"], **self.said(bearer, found["path"]))
                for found in self.of("attestations", "name", row["id"])
            ],
            **self.said(bearer, path),
        )

    def person(self, row: dict[str, Any]) -> Person:
        id = row["id"]
        return Person(
            id=id,
            label=row["label"],
            summary=row["summary"],
            born=self.dated(row, "born", id, "born", "born_note"),
            died=self.dated(row, "died", id, "died", "died_note"),
            forms=self.forms("record_forms", "record", id),
            aliases=[alias["alias"] for alias in self.of("aliases", "record", id)],
            citations=self.citations(id, ""),
            **self.described(id),
        )

    def topic(self, row: dict[str, Any]) -> Topic:
        id = row["id"]
        return Topic(
            id=id,
            label=row["label"],
            kind=row["kind"],
            summary=row["summary"],
            period=self.dated(row, "period", id, "period", "period_note"),
            forms=self.forms("record_forms", "record", id),
            aliases=[alias["alias"] for alias in self.of("aliases", "record", id)],
            citations=self.citations(id, ""),
            **self.described(id),
        )

    def event(self, row: dict[str, Any]) -> Event:
        id = row["id"]
        when = self.dated(row, "date", id, "when", "date_note")
        assert when is not None
        return Event(
            **{key: row[key] for key in ("id", "label", "kind", "place", "act", "summary")},
            when=when,
            participants=[found["participant"] for found in self.of("event_participants", "event", id)],
            causes=[found["cause"] for found in self.of("event_causes", "event", id)],
            **self.said(id),
        )

    def act(self, row: dict[str, Any]) -> Act:
        return Act(
            **{key: row[key] for key in ("id", "title", "kind", "issuer", "number", "note")},
            forms=self.forms("record_forms", "record", row["id"]),
            date=None if row["date"] is None else HistoricalDate(row["date"]),
            published=None if row["published"] is None else HistoricalDate(row["published"]),
            citations=self.citations(row["id"], ""),
        )

    def claim(self, row: dict[str, Any]) -> Claim:
        return Claim(
            **row,
            subjects=[found["subject"] for found in self.of("claim_subjects", "claim", row["id"])],
            evidence=[found["record"] or found["change"] for found in self.of("claim_evidence", "claim", row["id"])],
            citations=self.citations(row["id"], ""),
        )

    def source(self, row: dict[str, Any]) -> Source:
        days = {key: None if row[key] is None else HistoricalDate(row[key]) for key in ("date", "accessed")}
        return Source(**{**row, **days})
