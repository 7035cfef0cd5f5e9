"""
The reference of the Python API: every public name, in groups, for autodoc.
"""

from __future__ import annotations

from collections.abc import Iterator

import destalinization as ds

TITLE = "Python"

GROUPS: dict[str, tuple[str, str, str]] = {
    "questions": (
        "Questions about names",
        "They ask the bundled data; `catalogue=` asks others.",
        "find one name_on names_during date_names date_text annotate on NameAnswer Candidate Match DatingAnswer"
        " DatedInterval Evidence Conflict Mention Meaning Happening AmbiguousName",
    ),
    "tables": (
        "Tables and the catalogue",
        "`ds.places`, `ds.institutions`, `ds.people`, `ds.topics`, `ds.events`, `ds.acts`, `ds.claims`, `ds.sources`,"
        " `ds.changes` and `ds.renamings` are the tables of the bundled data. Each has a `where` with its own criteria.",
        "Table catalogue Catalogue Release",
    ),
    "records": (
        "Records",
        "Immutable values with keywords only. The [data dictionary](dictionary.md) has the same fields as a table.",
        "Place Institution Bearer Name SideName Honour Period Ending Coordinates Change Renaming Person Topic Relation"
        " Event Act Claim Source Citation Dispute Dated FrozenMap",
    ),
    "dates": ("Dates", "Historical dates in EDTF.", "HistoricalDate Interval"),
    "writing": (
        "Reading and writing",
        "[Formats](../formats.md) has the formats themselves.",
        "export formats Format to_json from_json schema cite patterns",
    ),
    "errors": (
        "Errors",
        "Every error is a `DestalinizationError` and one of Python's own; its fields say what was wrong.",
        "DestalinizationError UnknownId UnknownTerm UnknownName EmptyQuery InvalidDate BrokenText MissingExtra DataError"
        " Finding",
    ),
}
"""The pages: their titles, their first words, and the public names on them."""

TABLES = (
    "places.PlaceTable", "institutions.InstitutionTable", "people.PersonTable", "people.TopicTable",
    "events.EventTable", "events.ActTable", "claims.ClaimTable", "sources.SourceTable", "changes.ChangeTable",
    "changes.RenamingTable",
)  # fmt: skip
MODULES = {
    "strategies": ("Strategies for property tests", "destalinization.strategies"),
    "checks": ("Laws of the data", "destalinization.checks"),
    "removals": ("What counts as de-Stalinization", "destalinization.removals"),
}
"""The modules with functions of their own."""

VARIABLES = (
    "__version__", "__data_version__", "places", "institutions", "people", "topics", "events", "acts", "claims",
    "sources", "changes", "renamings", "frames", "plot",
)  # fmt: skip
"""The public names that are no classes and no functions; pages tell them in words."""


def pages(_: ds.Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the pages.

    Yields:
        The path of each page, and its text.
    """
    for name, (title, about, names) in GROUPS.items():
        extra = _tables() if name == "tables" else ""
        yield f"reference/{name}.md", f"# {title}\n\n{about}\n\n{''.join(map(_entry, names.split()))}{extra}"
    for name, (title, module) in MODULES.items():
        options = ":members:\n:imported-members:" if module == "destalinization.strategies" else ":members:"
        yield f"reference/{name}.md", f"# {title}\n\n{_directive('automodule', module, options)}"


def told() -> set[str]:
    """
    Give the public names that the pages tell.
    """
    return {name for _, _, names in GROUPS.values() for name in names.split()} | set(VARIABLES)


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
    return f"```{{eval-rst}}\n.. {kind}:: {name}\n{''.join(f'   {line}{chr(10)}' for line in options.split(chr(10)))}```\n\n"
