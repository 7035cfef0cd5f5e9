"""
Names resolved by Spark: lazily, on the executors, without a shuffle, and as `find` would.
"""

from __future__ import annotations

import io
import os
import runpy
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from resolved import differences, questions

import destalinization as ds

pytest.importorskip("narwhals", reason="the extra frames is not installed")
sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed; make test-spark installs it")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

JOB = Path(__file__).parents[1] / "examples" / "spark_resolve.py"
pytestmark = pytest.mark.filterwarnings("default")  # Spark and Java warn of what is theirs


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """
    A session on two threads of this machine.
    """
    settings = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
    builder = sql.SparkSession.builder.master("local[2]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    opened = builder.getOrCreate()
    yield opened
    opened.stop()


def rows(frame: Any) -> list[dict[str, Any]]:
    """
    Execute a query and give its rows.
    """
    return [row.asDict() for row in frame.collect()]


def plan(frame: Any) -> str:
    """
    Give the physical plan of a query.
    """
    said = io.StringIO()
    with redirect_stdout(said):
        frame.explain()
    return said.getvalue()


def test_rows_are_resolved_as_find_would(session: Any) -> None:
    """
    Names of the data around the dates of their bearers, with and without a country, and names and dates missing.
    """
    asked: list[tuple[Any, ...]] = [(name, on, None) for name, on in list(questions(ds.catalogue()))[::15]]
    asked += [("Stalino", "1950", "UA"), ("Stalino", None, "UA"), ("Nowhere", "1950", ""), ("-", None, None)]
    table = session.createDataFrame([*asked, (None, "1950", "UA")], "name string, date string, country string")
    found = rows(ds.frames.resolve(table, name="name", date="date", country="country"))
    assert len(found) == len(asked) + 1 > 500
    assert differences(found, ds.catalogue()) == []


def test_days_are_joined_without_a_shuffle(session: Any) -> None:
    """
    The answers are sent to the executors; the rows of the user stay where they are, and meet no Python.
    """
    days = [("Stalingrad", date(1961, 11, 9)), ("Stalingrad", date(1961, 11, 10)), (None, None)]
    frame = ds.frames.resolve(session.createDataFrame(days, "name string, date date"), name="name", date="date")
    assert isinstance(frame, sql.DataFrame)
    said = plan(frame)
    assert said.count("BroadcastHashJoin") == 3
    assert not [word for word in ("SortMergeJoin", "Exchange hashpartitioning", "Python") if word in said]
    found = rows(frame)
    assert [row["resolved_outcome"] for row in found] == ["ambiguous", "ambiguous", "no-name"]


def test_bad_dates_are_told_before_the_work(session: Any) -> None:
    """
    The error names the first bad value and its rows.
    """
    table = session.createDataFrame([("Stalino", "1.1.1950"), ("Stalino", "1.1.1950")], "name string, date string")
    with pytest.raises(ds.TableError, match=r"'1\.1\.1950'.*it stands in 2 rows"):
        ds.frames.resolve(table, name="name", date="date")
    found = rows(ds.frames.resolve(table, name="name", date="date", errors="null"))
    assert [row["resolved_outcome"] for row in found] == ["invalid", "invalid"]


def test_the_job_resolves_a_folder(session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    A folder of Parquet files comes out as another one, with as many rows; a wrong column ends the job.
    """
    if not JOB.exists():
        pytest.skip("the examples are not here")
    job = runpy.run_path(str(JOB))["main"]
    source, target = str(tmp_path / "letters"), str(tmp_path / "resolved")
    letters = [("Stalinabad", "1950-06-01", "TJ"), ("Stalino", "1950", "UA"), ("Atlantis", None, None)]
    table = session.createDataFrame(letters * 5, "name string, date string, country string")
    table.repartition(3).write.parquet(source)
    assert job([source, target, "--name", "town"]) == 2
    assert "column 'town': it is not in the table, which has name, date, country" in capsys.readouterr().err
    assert job([source, target, "--date", "date", "--country", "country"]) == 0
    found = rows(session.read.parquet(target))
    assert len(found) == 15
    assert differences(found, ds.catalogue()) == []
    assert sum(row["resolved_bearer"] == "dushanbe" for row in found) == 5
