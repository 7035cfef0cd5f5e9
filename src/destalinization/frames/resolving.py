"""
Resolving a column of names in a table of any size: who bore the name, on the date that stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

from ..errors import TableError, UnknownTerm
from ..store.catalogue import bundled
from . import calendar
from .engines import executed, lazy_table, narwhals, rows, taken
from .gazetteer import COLUMNS, ERA, ERAS_FROM, ERAS_TO, Gazetteer, Query

if TYPE_CHECKING:
    from collections.abc import Mapping

    from narwhals import DataFrame, LazyFrame, Series

    from ..dates import HistoricalDate
    from ..store.catalogue import Catalogue

T = TypeVar("T")
Errors = Literal["raise", "null"]

ERAS = (ERAS_TO - ERAS_FROM) // ERA
"""How many eras there are."""

MARK = "_destalinization_"
"""What the names of columns begin with that stand in a table only while it is worked on."""

ROW, DATE, DAY, COARSE, MEANING, PLACE, START, END, ANSWER, WHOLE = (
    MARK + name for name in ("row", "date", "day", "coarse", "meaning", "place", "start", "end", "answer", "whole")
)


class _Asked(NamedTuple):
    """
    What is asked of a table.

    Attributes:
        parts: the column of each part of a query: of the name, and of the country and the kind where they are given.
        date: the column of the date.
        errors: what to do about a wrong value.
        prefix: what the names of the new columns begin with.
        catalogue: where to look.
    """

    parts: dict[str, str]
    date: str | None
    errors: Errors
    prefix: str
    catalogue: Catalogue

    @property
    def columns(self) -> list[str]:
        """
        The columns of the table that are read, each once.
        """
        return list(dict.fromkeys([*self.parts.values(), *([self.date] if self.date else [])]))

    @property
    def new(self) -> dict[str, str]:
        """
        The columns that are added, and their types.
        """
        plain = {"id": "text", "ids": "text"}
        return {self.prefix + column.name: plain.get(column.type, column.type) for column in COLUMNS}


def resolve(
    table: T,
    *,
    name: str,
    date: str | None = None,
    country: str | None = None,
    kind: str | None = None,
    prefix: str = "resolved_",
    errors: Errors = "raise",
    catalogue: Catalogue | None = None,
) -> T:
    """
    Add to a table who bore the name in each row, on the date in that row.

    Each row gets what ``destalinization.find(name, on=date, country=country, kind=kind)`` answers. The columns that are
    added are those of `destalinization.frames.gazetteer.COLUMNS`: the outcome, the id and label of the bearer, the name
    that was found, its name on the date and today, the grade, the position, and the candidates. Where several places or
    institutions bore the name, the outcome is ``ambiguous``, the candidates are listed, and no bearer is chosen. No row
    is left out. Rows of an eager table keep their order; a lazy one, which has none, stays lazy, but the different
    names and dates in it are read at once.

    Args:
        table: a pandas, Polars or PyArrow table, a Polars LazyFrame, a DuckDB relation, or a PySpark DataFrame.
        name: the column of the names, as somebody wrote them; a missing one stays unresolved.
        date: the column of the dates: days, days with a time (which is dropped), whole numbers for years, or text in
            ISO 8601 or EDTF; a missing one means any time. Any time is meant too where no column is named.
        country: the column of countries of today, ISO 3166-1 alpha-2; a missing or empty one means any.
        kind: the column of kinds of bearer; a missing or empty one means any.
        prefix: what the names of the added columns begin with.
        errors: what to do about text or a number that is no date, and about what is no country or kind: ``raise``, or
            ``null`` for the outcome ``invalid``. Days before the year 1 or after 9999 always have that outcome.
        catalogue: where to look; the bundled data where nothing else is said.

    Returns:
        The table with the further columns, in the library that it came in.

    Raises:
        TableError: it is no table; a column is missing, of a wrong type, there twice, or would be there twice; or a
            value is wrong and ``errors`` is ``raise``.
        MissingExtra: narwhals is not installed.
        UnknownTerm: ``errors`` is neither ``raise`` nor ``null``.

    For example::

        table = polars.DataFrame({"name": ["Stalino", "Stalinabad"], "date": ["1950", "1955-06-01"]})
        destalinization.frames.resolve(table, name="name", date="date")
    """
    if errors not in {"raise", "null"}:
        raise UnknownTerm(errors, "way with errors", ("raise", "null"))
    given = {"name": name, "country": country, "kind": kind}
    parts = {part: column for part, column in given.items() if column is not None}
    asked = _Asked(parts, date, errors, prefix, catalogue or bundled())
    frame: Any = taken(table)
    names = frame.collect_schema().names()
    _check(names, asked)
    if isinstance(frame, narwhals().LazyFrame):
        frame, answers = _numbered(frame, asked, names)
        return frame.join(answers, on=ANSWER, how="left").select(*names, *asked.new).to_native()  # type: ignore[no-any-return]
    done, answers = _numbered(frame.select(*asked.columns).with_row_index(ROW).lazy(), asked, [ROW])
    found = answers.collect(frame.implementation)[_in_order(executed(done))]
    return frame.with_columns(*(found[column] for column in asked.new)).to_native()  # type: ignore[no-any-return]


def _check(names: list[str], asked: _Asked) -> None:
    """
    Refuse a table without the columns that are named, or with the columns that will be added.
    """
    for column in asked.columns:
        if column not in names:
            raise TableError(column, f"it is not in the table, which has {', '.join(names) or 'no columns'}")
    for column in asked.new:
        if column in names:
            raise TableError(column, "it is in the table already and would be added; choose another prefix")


def _in_order(done: DataFrame[Any]) -> Series[Any]:
    """
    Give the numbers of the answers in the order of the rows.
    """
    numbers = done[ANSWER]
    return numbers if done[ROW].is_sorted() else numbers.scatter(done[ROW], numbers)


def _numbered(frame: LazyFrame[Any], asked: _Asked, kept: list[str]) -> tuple[LazyFrame[Any], LazyFrame[Any]]:
    """
    Add to some columns of a frame the number of the answer of each row; give the answers too, in the order of numbers.
    """
    schema = frame.collect_schema()
    frame = frame.select(*kept, **_queries(schema, asked), **_dates(schema, asked))
    parts = [MARK + part for part in asked.parts]
    queries = [Query(**dict(zip(asked.parts, row, strict=True))) for row in rows(frame.select(*parts).unique())]
    frame, coarse = _with_days(frame, asked)
    found = Gazetteer(queries, coarse, asked.catalogue)
    _refuse_terms(frame, found, asked)
    frame = _with_answers(_with_meanings(frame, found, asked), found, dated=asked.date is not None)
    answers = ((number, *answer) for number, answer in enumerate(found.answers))
    return frame.select(*kept, ANSWER), lazy_table({ANSWER: "integer", **asked.new}, answers, frame)


def _queries(schema: Mapping[str, Any], asked: _Asked) -> dict[str, Any]:
    """
    Say how the parts of the queries are made plain text.
    """
    nw = narwhals()
    for column in asked.parts.values():
        if not isinstance(schema[column], nw.String | nw.Categorical | nw.Enum | nw.Unknown):
            raise TableError(column, f"it holds {schema[column]}, and text is wanted")
    return {MARK + part: nw.col(column).cast(nw.String).fill_null("") for part, column in asked.parts.items()}


def _dates(schema: Mapping[str, Any], asked: _Asked) -> dict[str, Any]:
    """
    Say how the dates are made numbers of days, or else what of them must be read.
    """
    nw = narwhals()
    if asked.date is None:
        return {DAY: nw.lit(calendar.UNDATED, nw.Int32)}
    column, type = nw.col(asked.date), schema[asked.date]
    if isinstance(type, nw.Date | nw.Datetime):
        year, day = (part.fill_null(0).cast(nw.Int32) for part in (column.dt.year(), column.dt.ordinal_day()))
        number = year * 1000 + day  # none is UNDATED
        good = (number == calendar.UNDATED) | number.is_between(calendar.FIRST, calendar.BEYOND - 1)
        return {DAY: nw.when(good).then(number).otherwise(calendar.INVALID).cast(nw.Int32)}
    if isinstance(type, nw.String | nw.Categorical | nw.Enum | nw.Unknown | nw.Object):
        return {DATE: column.cast(nw.String)}
    if type.is_integer() or type.is_float():
        return {DATE: column.cast(nw.Float64)}
    raise TableError(asked.date, f"it holds {type}, and dates, years as whole numbers, or text are wanted")


def _with_days(frame: LazyFrame[Any], asked: _Asked) -> tuple[LazyFrame[Any], dict[int, HistoricalDate]]:
    """
    Add the number of the first day of each date that must be read, which is done once for each value, and the number
    of the coarse date where it is one; give the coarse dates too.
    """
    schema = frame.collect_schema()
    if asked.date is None or DATE not in schema:
        return frame, {}
    values = sorted(value for (value,) in rows(frame.select(DATE).drop_nulls().unique()))
    read = calendar.read(values)
    if read.bad and asked.errors == "raise":
        value, error = next(iter(read.bad.items()))
        raise TableError(asked.date, _wrong(str(error), _count(frame, {DATE: value}), len(read.bad)))
    types = {DATE: "number" if schema[DATE].is_float() else "text", DAY: "integer", COARSE: "integer"}
    frame = frame.join(lazy_table(types, read.rows, frame), on=DATE, how="left")
    return frame.with_columns(_filled(DAY), _filled(COARSE)), read.coarse


def _filled(column: str) -> Any:
    """
    Put zero where nothing stands in a column of whole numbers.
    """
    nw = narwhals()
    return nw.col(column).fill_null(0).cast(nw.Int32)


def _refuse_terms(frame: LazyFrame[Any], found: Gazetteer, asked: _Asked) -> None:
    """
    Refuse a table with something that is no country or no kind.
    """
    if not found.refused or asked.errors == "null":
        return
    wrong = {
        (part, getattr(query, part)): error
        for query, error in found.refused.items()
        for part in asked.parts
        if getattr(query, part) == error.term
    }
    (part, value), error = min(wrong.items())
    raise TableError(asked.parts[part], _wrong(str(error), _count(frame, {MARK + part: value}), len(wrong)))


def _count(frame: LazyFrame[Any], values: Mapping[str, Any]) -> int:
    """
    Count the rows that hold certain values.
    """
    nw = narwhals()
    found = frame.filter(*(nw.col(column) == value for column, value in values.items()))
    return int(rows(found.select(nw.len()))[0][0])


def _wrong(problem: str, count: int, values: int) -> str:
    """
    Say what is wrong with values of a column.
    """
    others = f", and {values - 1} other values are wrong too" if values > 1 else ""
    return f'{problem}; it stands in {count} row{"" if count == 1 else "s"}{others}; errors="null" passes over them'


def _with_meanings(frame: LazyFrame[Any], found: Gazetteer, asked: _Asked) -> LazyFrame[Any]:
    """
    Add the meaning of each query.
    """
    columns = [MARK + part for part in asked.parts]
    keys: Iterable[tuple[Any, ...]] = (
        (*(getattr(query, part) for part in asked.parts), meaning) for query, meaning in found.keys
    )
    table = lazy_table(dict.fromkeys(columns, "text") | {MEANING: "integer"}, keys, frame)
    return frame.join(table, on=columns, how="left").with_columns(_filled(MEANING))


def _with_answers(frame: LazyFrame[Any], found: Gazetteer, *, dated: bool) -> LazyFrame[Any]:
    """
    Add the number of the answer for the meaning at the time.
    """
    nw = narwhals()
    year = (nw.col(DAY) // 1000).clip(ERAS_FROM, ERAS_TO - 1)
    place = nw.col(MEANING) * ERAS + (year - ERAS_FROM) // ERA  # engines join by one number faster than by two
    frame = frame.with_columns(**{PLACE: place.cast(nw.Int32)})
    types = dict.fromkeys((PLACE, START, END, ANSWER), "integer")
    steps = ((meaning * ERAS + era, *step) for meaning, era, *step in found.steps if dated or _undated(*step))
    frame = frame.join(lazy_table(types, steps, frame), on=PLACE, how="inner")
    frame = frame.filter(nw.col(START) <= nw.col(DAY), nw.col(DAY) < nw.col(END))
    if not found.wholes:
        return frame
    types = dict.fromkeys((MEANING, COARSE, WHOLE), "integer")
    frame = frame.join(lazy_table(types, found.wholes, frame), on=[MEANING, COARSE], how="left")
    return frame.with_columns(nw.coalesce(WHOLE, ANSWER).cast(nw.Int32).alias(ANSWER))


def _undated(start: int, end: int, _: int) -> bool:
    """
    Say whether a stretch is for rows without a date.
    """
    return start <= calendar.UNDATED < end
