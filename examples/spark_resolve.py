"""
Resolve the names in a folder of Parquet files with Spark, and write them to another folder.

The files have a column of names and one of dates; see docs/spark.md. For example::

    spark-submit examples/spark_resolve.py letters/ resolved/ --name town --date written --country country
"""

from __future__ import annotations

import argparse
import sys

from pyspark.sql import SparkSession  # pyright: ignore[reportMissingImports]

import destalinization as ds


def main(arguments: list[str] | None = None) -> int:
    """
    Run the job.

    Args:
        arguments: what was said on the command line.

    Returns:
        The exit code.
    """
    parser = argparse.ArgumentParser(description="Resolve the names in a folder of Parquet files with Spark.")
    parser.add_argument("source", help="the folder with the files")
    parser.add_argument("target", help="the folder to be written; there must be none yet")
    parser.add_argument("--name", default="name", help="the column of the names")
    parser.add_argument("--date", default=None, help="the column of the dates; any time where none is named")
    parser.add_argument("--country", default=None, help="the column of the countries of today")
    parser.add_argument("--kind", default=None, help="the column of the kinds of bearer")
    parser.add_argument("--errors", choices=("raise", "null"), default="raise", help="what to do about wrong values")
    asked = parser.parse_args(arguments)
    session = SparkSession.builder.appName("destalinization").getOrCreate()
    try:
        table = session.read.parquet(asked.source)
        resolved = ds.frames.resolve(
            table, name=asked.name, date=asked.date, country=asked.country, kind=asked.kind, errors=asked.errors
        )
        resolved.write.parquet(asked.target)
    except ds.DestalinizationError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
