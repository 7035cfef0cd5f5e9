"""
The reference open data set of de-Stalinization, typed, dated, sourced, and tested.

>>> import destalinization as ds
>>> print(ds.places["dushanbe"].names[-1])
Dushanbe

Importing the package reads no data and imports nothing; everything here is fetched when it is first asked for.
"""

TYPE_CHECKING = False

__all__ = [
    "Act",
    "AmbiguousName",
    "Bearer",
    "BrokenText",
    "Candidate",
    "Catalogue",
    "Change",
    "Citation",
    "Claim",
    "Column",
    "Conflict",
    "Coordinates",
    "DataError",
    "Dated",
    "DatedInterval",
    "DatingAnswer",
    "DestalinizationError",
    "Dispute",
    "EmptyQuery",
    "Ending",
    "Event",
    "Evidence",
    "Finding",
    "Format",
    "FrozenMap",
    "Happening",
    "HistoricalDate",
    "Honour",
    "Institution",
    "Interval",
    "InvalidDate",
    "Match",
    "Meaning",
    "Mention",
    "MissingExtra",
    "Name",
    "NameAnswer",
    "Period",
    "Person",
    "Place",
    "Relation",
    "Release",
    "Renaming",
    "SideName",
    "Source",
    "Table",
    "TableError",
    "Topic",
    "UnknownId",
    "UnknownName",
    "UnknownTerm",
    "__data_version__",
    "__version__",
    "acts",
    "annotate",
    "catalogue",
    "changes",
    "cite",
    "claims",
    "date_names",
    "date_text",
    "events",
    "export",
    "find",
    "formats",
    "frames",
    "from_json",
    "institutions",
    "name_on",
    "names_during",
    "on",
    "one",
    "patterns",
    "people",
    "places",
    "plot",
    "renamings",
    "schema",
    "sources",
    "to_json",
    "topics",
]

if TYPE_CHECKING:
    from . import frames, plot
    from .columns import Column
    from .dates import HistoricalDate, Interval
    from .document import cite, from_json, to_json
    from .errors import (
        BrokenText,
        DataError,
        DestalinizationError,
        EmptyQuery,
        Finding,
        InvalidDate,
        MissingExtra,
        TableError,
        UnknownId,
        UnknownName,
        UnknownTerm,
    )
    from .exporters import export
    from .exporters.annotated import patterns
    from .exporters.registry import Format, formats
    from .json_schema import schema
    from .model.answers import Candidate, NameAnswer
    from .model.changes import Bearer, Change, Renaming
    from .model.claims import Claim
    from .model.events import Act, Event
    from .model.frozenmap import FrozenMap
    from .model.institutions import Institution
    from .model.names import Honour, Name, SideName
    from .model.people import Person, Topic
    from .model.period import Period
    from .model.places import Coordinates, Place
    from .model.provenance import Citation, Dated, Dispute
    from .model.relations import Ending, Relation
    from .model.release import Release
    from .model.source import Source
    from .store.catalogue import Catalogue
    from .store.catalogue import bundled as catalogue
    from .store.table import Table
    from .store.tables.changes import ChangeTable, RenamingTable
    from .store.tables.claims import ClaimTable
    from .store.tables.events import ActTable, EventTable
    from .store.tables.institutions import InstitutionTable
    from .store.tables.people import PersonTable, TopicTable
    from .store.tables.places import PlaceTable
    from .store.tables.sources import SourceTable
    from .toponyms.ambiguity import AmbiguousName
    from .toponyms.dated_text import date_text
    from .toponyms.dating import date_names
    from .toponyms.datings import Conflict, DatedInterval, DatingAnswer, Evidence
    from .toponyms.happenings import Happening, on
    from .toponyms.lookup import Match, find, one
    from .toponyms.mentions import Meaning, Mention, annotate
    from .toponyms.naming import name_on, names_during

    __version__: str
    __data_version__: str
    places: PlaceTable
    institutions: InstitutionTable
    people: PersonTable
    topics: TopicTable
    events: EventTable
    acts: ActTable
    claims: ClaimTable
    sources: SourceTable
    changes: ChangeTable
    renamings: RenamingTable
else:
    _TABLES = frozenset(
        ["places", "institutions", "people", "topics", "events", "acts", "claims", "sources", "changes", "renamings"]
    )
    _SUBMODULES = frozenset(["frames", "plot"])
    _HOMES = {
        "columns": "Column",
        "dates": "HistoricalDate Interval",
        "document": "cite from_json to_json",
        "errors": (
            "BrokenText DataError DestalinizationError EmptyQuery Finding InvalidDate MissingExtra TableError "
            "UnknownId UnknownName UnknownTerm"
        ),
        "exporters": "export",
        "exporters.annotated": "patterns",
        "exporters.registry": "Format formats",
        "model.answers": "Candidate NameAnswer",
        "model.changes": "Bearer Change Renaming",
        "model.claims": "Claim",
        "model.events": "Act Event",
        "model.frozenmap": "FrozenMap",
        "model.institutions": "Institution",
        "model.names": "Honour Name SideName",
        "model.people": "Person Topic",
        "model.period": "Period",
        "model.places": "Coordinates Place",
        "model.provenance": "Citation Dated Dispute",
        "model.relations": "Ending Relation",
        "model.release": "Release",
        "model.source": "Source",
        "json_schema": "schema",
        "store.catalogue": "Catalogue",
        "store.table": "Table",
        "toponyms.ambiguity": "AmbiguousName",
        "toponyms.dated_text": "date_text",
        "toponyms.dating": "date_names",
        "toponyms.datings": "Conflict DatedInterval DatingAnswer Evidence",
        "toponyms.happenings": "Happening on",
        "toponyms.lookup": "Match find one",
        "toponyms.mentions": "Meaning Mention annotate",
        "toponyms.naming": "name_on names_during",
    }

    def __getattr__(name):
        """
        Fetch a public name when it is first asked for, and keep it.
        """
        if name in _TABLES or name == "catalogue":
            from .store.catalogue import bundled

            found = bundled if name == "catalogue" else bundled().table(name)
        elif name in _SUBMODULES:
            found = __import__(f"{__name__}.{name}", fromlist=[name])
        elif name == "__version__":
            from importlib import metadata

            found = metadata.version("destalinization")
        elif name == "__data_version__":
            from .store.catalogue import bundled

            found = bundled().release.version
        else:
            home = next((module for module, names in _HOMES.items() if name in names.split()), None)
            if home is None:
                raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
            module = __import__(f"{__name__}.{home}", fromlist=[name])
            found = getattr(module, name)
        globals()[name] = found
        return found

    def __dir__():
        """
        List the public names.
        """
        return sorted(__all__)
