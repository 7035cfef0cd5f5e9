"""
The libraries for tables that the user may bring: which are here, and what each must be asked in its own way.

Everything else is written once, over narwhals (https://narwhals-dev.github.io/narwhals/).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtra, TableError

if TYPE_CHECKING:
    from narwhals import DataFrame, LazyFrame

_SPARK = {"text": "string", "integer": "int", "number": "double"}


def narwhals() -> Any:
    """
    Give the module narwhals.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module("narwhals")
    except ImportError:
        raise MissingExtra("narwhals", "frames") from None


def installed(*libraries: str) -> str:
    """
    Give the first library that is installed.

    Args:
        libraries: the names of libraries, best first.

    Raises:
        MissingExtra: none is; the error names the first.
    """
    for library in libraries:
        if find_spec(library):
            return library
    raise MissingExtra(libraries[0], "")


def taken(table: Any) -> Any:
    """
    Take a table of the user's, eager or lazy as it came.

    Args:
        table: a pandas, Polars or PyArrow table, a Polars LazyFrame, a DuckDB relation, or a PySpark DataFrame.

    Returns:
        A frame of narwhals.

    Raises:
        TableError: it is none of these, or two columns have the same name.
        MissingExtra: narwhals is not installed.
    """
    names = _names(table)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise TableError("", f"it has each column name once; {', '.join(map(repr, twice))} stands there several times")
    try:
        return narwhals().from_native(table)
    except TypeError:
        wanted = "a table of pandas, Polars, PyArrow, DuckDB or PySpark"
        raise TableError("", f"{wanted} is wanted, not a {type(table).__name__}") from None


def _names(table: Any) -> list[str]:
    """
    Give the names of the columns of a table in which a name may stand several times, as it may not in Polars.
    """
    if type(table).__module__.startswith("polars."):
        return []
    return [str(name) for name in getattr(table, "column_names", getattr(table, "columns", ()))]


def rows(frame: LazyFrame[Any]) -> list[tuple[Any, ...]]:
    """
    Execute a query, and give its rows.

    Args:
        frame: the query; its result is small.
    """
    native, library = frame.to_native(), frame.implementation
    if library.is_duckdb():
        return list(native.fetchall())
    if library.is_spark_like():
        return list(map(tuple, native.collect()))
    return frame.collect().rows()


def executed(frame: LazyFrame[Any]) -> DataFrame[Any]:
    """
    Execute a query over an eager table; Polars is told to stream, which is faster and loses the order of rows.

    Args:
        frame: the query.
    """
    if frame.implementation.is_polars():
        return frame.collect("polars", engine="streaming")
    return frame.collect()


def lazy_table(columns: Mapping[str, str], rows: Iterable[Sequence[Any]], like: LazyFrame[Any]) -> LazyFrame[Any]:
    """
    Make a small table that can be joined with a frame; on Spark it is sent to every executor.

    Args:
        columns: the names of its columns with their types: text, integer or number.
        rows: its rows.
        like: the frame.
    """
    native, library = like.to_native(), like.implementation
    if library.is_spark_like():
        schema = ", ".join(f"`{name}` {_SPARK[type]}" for name, type in columns.items())
        made = native.sparkSession.createDataFrame(list(map(tuple, rows)), schema)
        return narwhals().from_native(made.hint("broadcast"))  # type: ignore[no-any-return]
    if library.is_duckdb():
        made = _eager(columns, rows, installed("pyarrow", "pandas")).to_native()
        return narwhals().from_native(native.query("_destalinization", "SELECT * FROM made"))  # type: ignore[no-any-return]
    return _eager(columns, rows, library).lazy()


def _eager(columns: Mapping[str, str], rows: Iterable[Sequence[Any]], library: Any) -> DataFrame[Any]:
    """
    Make a small table in an eager library.
    """
    nw = narwhals()
    types = {"text": nw.String, "integer": nw.Int32, "number": nw.Float64}
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    data = {name: list(column) for name, column in zip(columns, values, strict=True)}
    schema = {name: types[type] for name, type in columns.items()}
    return nw.from_dict(data, schema, backend=library)  # type: ignore[no-any-return]
