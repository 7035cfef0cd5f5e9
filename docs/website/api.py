"""
The reference of the Python API: every public name, in groups, for autodoc.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import destalinization as ds


class Group(NamedTuple):
    """
    A page of the reference.

    Attributes:
        title: its title.
        about: its first words.
        names: the public names on it.
    """

    title: str
    about: str
    names: str


GROUPS = {
    "questions": Group(
        title="Questions about names",
        about="They ask the bundled data; `catalogue=` asks others.",
        names="""
        find one name_on names_during date_names date_text annotate on NameAnswer Candidate Match DatingAnswer
        DatedInterval Evidence Conflict Mention Meaning Happening AmbiguousName
        """,
    ),
    "tables": Group(
        title="Tables and the catalogue",
        about="`ds.places`, `ds.institutions`, `ds.people`, `ds.topics`, `ds.events`, `ds.acts`, `ds.claims`,\n"
        "`ds.sources`, `ds.changes` and `ds.renamings` are the tables of the bundled data.\n"
        "Each has a `where` with its own criteria.",
        names="Table catalogue Catalogue Release",
    ),
    "records": Group(
        title="Records",
        about="Immutable values with keywords only. The [data dictionary](dictionary.md) has their fields as tables.",
        names="""
        Place Institution Bearer Name SideName Honour Period Ending Coordinates Change Renaming Person Topic Relation
        Event Act Claim Source Citation Dispute Dated FrozenMap
        """,
    ),
    "dates": Group(
        title="Dates",
        about="A `DateLike` is EDTF text, a year, a `datetime.date` or a `HistoricalDate`;\n"
        "a `PeriodLike` may be an `Interval` too.\n"
        "[Dates and uncertainty](../explanation/dates.md) tells what they mean.",
        names="HistoricalDate Interval",
    ),
    "writing": Group(
        title="Reading and writing",
        about="[Formats](../formats.md) has the formats themselves.",
        names="export formats Format Column to_json from_json schema cite patterns",
    ),
    "errors": Group(
        title="Errors",
        about="Every error is a `DestalinizationError` and one of Python's own; its fields say what was wrong.",
        names="""
        DestalinizationError UnknownId UnknownTerm UnknownName EmptyQuery InvalidDate BrokenText MissingExtra TableError
        DataError Finding
        """,
    ),
}
"""The pages with public names."""

TABLES = (
    "places.PlaceTable", "institutions.InstitutionTable", "people.PersonTable", "people.TopicTable",
    "events.EventTable", "events.ActTable", "claims.ClaimTable", "sources.SourceTable", "changes.ChangeTable",
    "changes.RenamingTable",
)  # fmt: skip
MODULES = {
    "frames": ("Data frames", "destalinization.frames"),
    "plot": ("Charts", "destalinization.plot"),
    "strategies": ("Strategies for property tests", "destalinization.strategies"),
    "checks": ("Laws of the data", "destalinization.checks"),
    "removals": ("What counts as de-Stalinization", "destalinization.removals"),
}
"""The modules with functions of their own."""

VARIABLES = (
    "__version__", "__data_version__", "places", "institutions", "people", "topics", "events", "acts", "claims",
    "sources", "changes", "renamings",
)  # fmt: skip
"""The public names that are no classes and no functions; pages tell them in words."""


def pages(_: ds.Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the pages.

    Yields:
        The path of each page, and its text.
    """
    for name, group in GROUPS.items():
        entries = "".join(map(_entry, group.names.split())) + (_tables() if name == "tables" else "")
        yield f"reference/{name}.md", f"# {group.title}\n\n{group.about}\n\n{entries}"
    for name, (title, module) in MODULES.items():
        options = ":members:\n:imported-members:" if name in {"frames", "strategies"} else ":members:"
        yield f"reference/{name}.md", f"# {title}\n\n{_directive('automodule', module, options)}"


def told() -> set[str]:
    """
    Give the public names that the pages tell.
    """
    return {name for group in GROUPS.values() for name in group.names.split()} | {*VARIABLES, *MODULES}


def _entry(name: str) -> str:
    """
    Let autodoc tell a public name.
    """
    found = getattr(ds, name)
    if isinstance(found, type):
        return _directive("autoclass", f"destalinization.{name}", ":members:")
    if callable(found):
        return _directive("autofunction", f"destalinization.{name}")
    return f"```{{py:data}} destalinization.{name}\n\n`{found}`\n```\n\n".replace("destalinization.model.", "")


def _tables() -> str:
    """
    Let autodoc tell the criteria of each table.
    """
    return "".join(
        _directive("autoclass", f"destalinization.store.tables.{table}", ":members: where") for table in TABLES
    )


def _directive(kind: str, name: str, options: str = "") -> str:
    """
    Write a directive of autodoc.
    """
    told = "".join(f"   {option}\n" for option in options.splitlines())
    return f"```{{eval-rst}}\n.. {kind}:: {name}\n{told}```\n\n"
