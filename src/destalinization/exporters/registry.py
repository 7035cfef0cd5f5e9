"""
The formats that the data can be written in: what each is called, what it holds, and what it cannot hold.
"""

from __future__ import annotations

from attrs import frozen

from ..model.record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Format(Record):
    """
    A format for export.

    Attributes:
        name: what it is called in `export`.
        title: what it is.
        extension: how the names of its files end.
        carries: what of the data it holds.
        lacks: what of the data it cannot hold.
    """

    name: str
    title: str
    extension: str
    carries: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.title})"


FORMATS = (
    Format(
        name="former-names",
        title="CSV: every former name with the name of today",
        extension=".csv",
        carries=("the text of every former name, its Russian and its local form", "its period", "today's name",
                 "kind, country, position and ids of the bearer", "the ids of the sources of each former name"),
        lacks=("names of today beside their former ones", "forms in other languages", "acts, honours and events",
               "disputes", "notes, locators and what a citation supports", "all that is no place or institution"),
    ),
    Format(
        name="geojson",
        title="GeoJSON: a feature for each name in its time",
        extension=".geojson",
        carries=("every name, in the chain and beside it, with its period as EDTF and as ISO bounds",
                 "position, kind, country and ids of the bearer", "honours, act and event by their ids",
                 "citations by the ids of their sources, and the sources", "disputes as text"),
        lacks=("foundings, endings and relations", "notes, locators and what a citation supports",
               "people, topics, events, acts and claims as records"),
    ),
    Format(
        name="json",
        title="the JSON document",
        extension=".json",
        carries=("everything",),
    ),
    Format(
        name="jsonl",
        title="JSON Lines: a record a line, with the name of its table",
        extension=".jsonl",
        carries=("every record of every table, whole",),
        lacks=("the changes, which are derived from the chains of names", "ids that were retired"),
    ),
    Format(
        name="renamings",
        title="CSV: every renaming",
        extension=".csv",
        carries=("old and new name, their Russian and their local forms", "the date as EDTF and its first and last day",
                 "kind, country, position and ids of the bearer", "whom the change removes and gives",
                 "act, event and sources by their ids", "disputes about the date"),
        lacks=("names that were never changed", "foundings and endings", "forms in other languages",
               "notes, locators and what a citation supports", "all that is no place or institution"),
    ),
)  # fmt: skip


def formats() -> tuple[Format, ...]:
    """
    Give the formats that `export` writes, by name.

    >>> [format.name for format in formats()]
    ['former-names', 'geojson', 'json', 'jsonl', 'renamings']
    """
    return FORMATS
