"""
The data as tables of the user's library, with typed columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, get_args

from ..document import part_of
from ..errors import UnknownTerm
from ..model.changes import Change
from ..model.institutions import Institution
from ..model.places import Place
from ..relational import TABLES, flat
from ..store.catalogue import Catalogue, bundled
from ..store.table import Table
from .engines import installed, narwhals

if TYPE_CHECKING:
    from ..document import Part
    from ..model.record import Record
    from ..relational import Definition, Row, Value

    Selection = Catalogue | Table[Any] | Iterable[Record]

Library = Literal["pandas", "polars", "pyarrow", "duckdb"]
LIBRARIES: tuple[Library, ...] = get_args(Library)
_PANDAS = {"integer": "Int64", "number": "Float64", "boolean": "boolean", "date": "datetime64[s]"}


def names(
    *, records: Selection | None = None, backend: Library | None = None, catalogue: Catalogue | None = None
) -> Any:
    """
    Give all names in their time as one flat table: a row a name, with its period and its bearer.

    Args:
        records: which places and institutions, or changes of them; all where nothing is said.
        backend: the library, as for `table`.
        catalogue: where records are looked up, as for `table`.

    Returns:
        A table with the columns of `destalinization.relational.flat.NAMES_IN_TIME`.

    Raises:
        MissingExtra: a library that is needed is not installed.
        TypeError: something in the selection has no names.
        UnknownTerm: there is no such library.

    For example::

        destalinization.frames.names(records=destalinization.places.where(country="TJ"), backend="polars")
    """
    source = _source(records, catalogue)
    if records is None or isinstance(records, Catalogue):
        return _framed(flat.NAMES_IN_TIME, flat.NAMES_IN_TIME.rows(part_of(records or source, source)), backend)
    chosen = list(records)
    wanted = {_bearer(record) for record in chosen}
    of = [column.name for column in flat.NAMES_IN_TIME.columns].index("bearer")
    rows = flat.NAMES_IN_TIME.rows(part_of(chosen, source))  # with all that the chosen ones refer to
    return _framed(flat.NAMES_IN_TIME, (row for row in rows if row[of] in wanted), backend)


def renamings(
    *, records: Selection | None = None, backend: Library | None = None, catalogue: Catalogue | None = None
) -> Any:
    """
    Give all renamings as one flat table: a row a renaming, with its date and its bearer.

    Args:
        records: which renamings, or places and institutions; all where nothing is said.
        backend: the library, as for `table`.
        catalogue: where records are looked up, as for `table`.

    Returns:
        A table with the columns of `destalinization.relational.flat.RENAMINGS`.

    Raises:
        MissingExtra: a library that is needed is not installed.
        TypeError: something in the selection is no record of a table.
        UnknownTerm: there is no such library.
    """
    return _framed(flat.RENAMINGS, flat.RENAMINGS.rows(_part(records, catalogue)), backend)


def events(
    *, records: Selection | None = None, backend: Library | None = None, catalogue: Catalogue | None = None
) -> Any:
    """
    Give all events, as ``table("events")`` does.

    Args:
        records: which events, or records that refer to them; all where nothing is said.
        backend: the library, as for `table`.
        catalogue: where records are looked up, as for `table`.

    Raises:
        MissingExtra: a library that is needed is not installed.
        TypeError: something in the selection is no record of a table.
        UnknownTerm: there is no such library.
    """
    return table("events", records=records, backend=backend, catalogue=catalogue)


def table(
    name: str,
    *,
    records: Selection | None = None,
    backend: Library | None = None,
    catalogue: Catalogue | None = None,
) -> Any:
    """
    Give one of the normalised tables, which together hold everything; `destalinization.relational` describes them.

    Days are dates, truth is boolean, and nothing stands for what is not known. In pandas the columns have its nullable
    types, and days are ``datetime64[s]``, which holds all years from 1 to 9999.

    Args:
        name: the name of the table, such as ``names``, ``forms`` or ``citations``.
        records: which records; all where nothing is said. Records that they refer to come with them.
        backend: pandas, polars, pyarrow or duckdb (which takes pyarrow too); the first of these that is installed where
            nothing is said.
        catalogue: where records are looked up; that of the table, or the bundled one, where nothing else is said.

    Raises:
        MissingExtra: a library that is needed is not installed.
        TypeError: something in the selection is no record of a table.
        UnknownTerm: there is no such table, or no such library.
    """
    for known in TABLES:
        if known.name == name:
            return _framed(known, known.rows(_part(records, catalogue)), backend)
    raise UnknownTerm(name, "table", tuple(known.name for known in TABLES))


def _framed(definition: Definition, rows: Iterable[Row], backend: Library | None) -> Any:
    """
    Make a table in the user's library, or in the first that is installed.
    """
    if backend is not None and backend not in LIBRARIES:
        raise UnknownTerm(backend, "library for tables", LIBRARIES)
    library = installed(*((backend,) if backend else LIBRARIES))
    values = list(zip(*rows, strict=True)) or [()] * len(definition.columns)
    columns = {column.name: list(own) for column, own in zip(definition.columns, values, strict=True)}
    if library == "pandas":
        return _in_pandas(definition, columns)
    return _through_narwhals(definition, columns, library)


def _in_pandas(definition: Definition, columns: dict[str, list[Value]]) -> Any:
    """
    Make a table of pandas, whose types that know missing values narwhals does not choose.
    """
    import pandas as pd

    types = {column.name: _PANDAS.get(column.type, "string") for column in definition.columns}
    return pd.DataFrame({name: pd.Series(own, dtype=types[name]) for name, own in columns.items()})


def _through_narwhals(definition: Definition, columns: dict[str, list[Value]], library: str) -> Any:
    """
    Make a table of Polars or PyArrow, or a relation of DuckDB's own connection.
    """
    nw = narwhals()
    types = {"integer": nw.Int64, "number": nw.Float64, "boolean": nw.Boolean, "date": nw.Date}
    schema = {column.name: types.get(column.type, nw.String) for column in definition.columns}
    frame = nw.from_dict(columns, schema, backend=installed("pyarrow") if library == "duckdb" else library)
    return (frame.lazy(backend="duckdb") if library == "duckdb" else frame).to_native()


def _part(records: Selection | None, catalogue: Catalogue | None) -> Part:
    """
    Give what is wanted of a catalogue.
    """
    source = _source(records, catalogue)
    return part_of(source if records is None else records, source)


def _source(records: Selection | None, catalogue: Catalogue | None) -> Catalogue:
    """
    Give the catalogue in which records are looked up.
    """
    return catalogue or (records.catalogue if isinstance(records, Table) else bundled())


def _bearer(record: Record) -> str:
    """
    Give the id of the place or institution that a record is, or is a change of.
    """
    if isinstance(record, Change):
        return record.bearer
    if isinstance(record, Place | Institution):
        return record.id
    raise TypeError(f"this table holds the names of places and institutions, not a {type(record).__name__}")
