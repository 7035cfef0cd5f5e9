"""
How fast names in a table are resolved, and in how much memory; prints one JSON value.

Without an argument it makes the table, which it keeps, and measures each contestant in a process of its own; with the
name of one it measures that.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import destalinization as ds

ROWS = int(os.environ.get("DESTALINIZATION_ROWS", "5000000"))
SEED = 1961
TABLE = Path(tempfile.gettempdir()) / f"destalinization-{ds.__data_version__}-{ROWS}.parquet"
COLUMNS = ("outcome", "bearer", "label", "name", "name_today", "latitude", "longitude", "candidates")


def main() -> None:
    """
    Measure all contestants whose libraries are here.
    """
    if not all(map(find_spec, ("polars", "pyarrow", "narwhals"))):
        json.dump({}, sys.stdout)
        return
    if not TABLE.exists():
        make(TABLE, ROWS)
    found = {}
    for name, (library, _) in CONTESTANTS.items():
        if find_spec(library) is not None:
            command = [sys.executable, __file__, name]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            found[name] = json.loads(done.stdout) if done.returncode == 0 else {"failed": done.stderr[-300:]}
    json.dump(found, sys.stdout)


def make(path: Path, rows: int) -> None:
    """
    Write a table of names and days: spellings of the data, the frequent ones much more frequent, one in ten unknown.
    """
    import polars as pl

    draw = random.Random(SEED)
    bearers = (*ds.places, *ds.institutions)
    texts = {form for bearer in bearers for name in bearer.names for forms in name.forms.values() for form in forms}
    texts |= {name.text for bearer in bearers for name in bearer.names}
    known = sorted(texts)
    draw.shuffle(known)
    names = pl.Series([*known, *(f"Nowhere {number}" for number in range(len(known) // 9))])
    first, last = date(1900, 1, 1), date(2020, 1, 1)
    span = (last - first).days
    picked = pl.Series([int(draw.random() ** 2 * len(names)) for _ in range(rows)], dtype=pl.UInt32)
    days = pl.Series([int(draw.random() * span) for _ in range(rows)], dtype=pl.Int32)
    shuffled = names.sample(fraction=1, shuffle=True, seed=SEED)
    start = (first - date(1970, 1, 1)).days
    pl.DataFrame({"name": shuffled.gather(picked), "date": (days + start).cast(pl.Date)}).write_parquet(path)


def gazetteer() -> list[tuple[Any, ...]]:
    """
    Give each spelling of each name with the days on which it may have held, as anybody would who writes the join.
    """
    found = []
    names = ds.frames.table("names", backend="polars").select("id", "possible_from", "possible_to")
    held = {id: (first or date.min, last or date.max) for id, first, last in names.rows()}
    for bearer in (*ds.places, *ds.institutions):
        position = getattr(bearer, "coordinates", None)
        today = bearer.names[-1].text if bearer.current else None
        latitude, longitude = (position.latitude, position.longitude) if position else (None, None)
        for name in bearer.names:
            texts = {name.text, *(form for forms in name.forms.values() for form in forms)}
            first, last = held[f"{bearer.id}/{name.key}"]
            rest = (bearer.id, bearer.label, name.text, today, latitude, longitude)
            found += [(text, first, last, *rest) for text in sorted(texts)]
    return found


def dict_loop() -> tuple[Callable[[Any], Any], Any]:
    """
    Look each row up in a dictionary, and make a table of what was found.
    """
    import polars as pl

    index: dict[str, list[Any]] = {}
    for text, first, last, *rest in gazetteer():
        index.setdefault(text, []).append((first, last, tuple(rest)))
    nothing = ("none", None, None, None, None, None, None, "")

    def answers(table: Any) -> list[Any]:
        found: list[Any] = []
        for name, day in zip(table["name"].to_list(), table["date"].to_list(), strict=True):
            rows = [rest for first, last, rest in index.get(name, ()) if first <= day <= last]
            if len(rows) == 1:
                found.append(("found", *rows[0], rows[0][0]))
            elif rows:
                found.append(("ambiguous", None, None, None, None, None, None, " ".join(row[0] for row in rows)))
            else:
                found.append(nothing)
        return found

    def run(table: Any) -> Any:
        columns = zip(*answers(table), strict=True)
        return table.with_columns(pl.Series(name, own) for name, own in zip(COLUMNS, columns, strict=True))

    return run, pl.read_parquet


def join_alone() -> tuple[Callable[[Any], Any], Any]:
    """
    Join in Polars by hand, and stop there: rows with several candidates come several times, those with none are lost.
    """
    import polars as pl

    columns = ["name", "first", "last", "bearer", "label", "found", "today", "latitude", "longitude"]
    known = pl.DataFrame(gazetteer(), columns, orient="row", infer_schema_length=None).lazy()

    def run(table: Any) -> Any:
        return table.lazy().join(known, on="name").filter(pl.col("date").is_between("first", "last")).collect()

    return run, pl.read_parquet


def join_by_hand() -> tuple[Callable[[Any], Any], Any]:
    """
    Join in Polars by hand so that each row comes once, with its candidates.
    """
    import polars as pl

    columns = ["name", "first", "last", "bearer", "label", "found", "today", "latitude", "longitude"]
    known = pl.DataFrame(gazetteer(), columns, orient="row", infer_schema_length=None).lazy()

    def run(table: Any) -> Any:
        rows = table.lazy().with_row_index("row")
        met = rows.join(known, on="name").filter(pl.col("date").is_between("first", "last"))
        first = met.group_by("row").agg(
            pl.col("label", "found", "today", "latitude", "longitude").first(),
            pl.col("bearer").first(),
            pl.len().alias("candidate_count"),
            pl.col("bearer").str.join(" ").alias("candidates"),
        )
        alone = pl.col("candidate_count") == 1
        single = [
            pl.when(alone).then(pl.col(name)).alias(name)
            for name in ("bearer", "label", "found", "today", "latitude", "longitude")
        ]
        return rows.join(first, on="row", how="left").with_columns(single).sort("row").collect()

    return run, pl.read_parquet


def ours(read: Callable[[Path], Any], after: Callable[[Any], Any] = lambda table: table) -> Any:
    """
    Resolve the table of some library.
    """
    return lambda: (lambda table: after(ds.frames.resolve(table, name="name", date="date")), read)


def _polars(path: Path) -> Any:
    import polars as pl

    return pl.read_parquet(path)


def _polars_lazy(path: Path) -> Any:
    import polars as pl

    return pl.read_parquet(path).lazy()


def _pandas(path: Path) -> Any:
    import pandas as pd

    return pd.read_parquet(path)


def _arrow(path: Path) -> Any:
    import pyarrow.parquet

    return pyarrow.parquet.read_table(path)


def _duckdb(path: Path) -> Any:
    import duckdb

    return duckdb.from_parquet(str(path))


def _spark(path: Path) -> Any:
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[*]").config("spark.ui.enabled", "false").getOrCreate()
    return session.read.parquet(str(path))


def _written(table: Any) -> None:
    """
    Have Spark do all the work and keep nothing.
    """
    table.write.format("noop").mode("overwrite").save()


CONTESTANTS: dict[str, tuple[str, Callable[[], Any]]] = {
    "a plain dict loop": ("polars", dict_loop),
    "a Polars join by hand": ("polars", join_by_hand),
    "a Polars join by hand, without a row for each row": ("polars", join_alone),
    "resolve, Polars": ("polars", ours(_polars)),
    "resolve, Polars, lazy": ("polars", ours(_polars_lazy, lambda table: table.collect())),
    "resolve, pandas": ("pandas", ours(_pandas)),
    "resolve, PyArrow": ("pyarrow", ours(_arrow)),
    "resolve, DuckDB": ("duckdb", ours(_duckdb, lambda table: table.to_arrow_table())),
    "resolve, PySpark": ("pyspark", ours(_spark, _written)),
}


def measured(name: str) -> dict[str, float]:
    """
    Time one contestant, its libraries and its index of names loaded, and give the peak of its memory and that before.
    """
    run, read = CONTESTANTS[name][1]()
    if name.startswith("resolve"):  # the others have made their index already
        import pyarrow.parquet

        few = pyarrow.parquet.ParquetFile(TABLE).read_row_group(0).slice(0, 1000)
        ds.frames.resolve(few, name="name", date="date")
    table = read(TABLE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    start, busy = time.perf_counter(), time.process_time()
    kept = run(table)
    taken, busy = time.perf_counter() - start, time.process_time() - busy
    del kept
    return {
        "seconds": taken,
        "processor": busy,
        "before": before,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


if __name__ == "__main__":
    if sys.argv[1:]:
        json.dump(measured(sys.argv[1]), sys.stdout)
    else:
        main()
