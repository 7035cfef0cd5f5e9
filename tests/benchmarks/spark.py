"""
The job of examples/spark_resolve.py over a folder of Parquet files with 20 million rows, in local mode: time, peak of
memory of Python and Java together, and what was shuffled. Run it by ``make test-spark``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
JOB = ROOT / "examples" / "spark_resolve.py"
ROWS = int(os.environ.get("DESTALINIZATION_ROWS", "20000000"))
MEMORY = os.environ.get("DESTALINIZATION_MEMORY", "2g")
FIRST, DAYS = "1900-01-01", 43_829


def main() -> None:
    """
    Make the folder, run the job and check its result, each in a process of its own, and print what the job took.
    """
    with tempfile.TemporaryDirectory() as scratch:
        source, target, events = (str(Path(scratch, name)) for name in ("letters", "resolved", "events"))
        Path(events).mkdir()
        run([sys.executable, __file__, "make", source])
        start = time.perf_counter()
        settings = {"spark.eventLog.enabled": "true", "spark.eventLog.compress": "false"}
        settings["spark.eventLog.dir"] = f"file:{events}"
        peak = run([sys.executable, str(JOB), source, target, "--date", "date"], settings)
        taken = time.perf_counter() - start
        print(f"the job took {taken:.1f} s", flush=True)
        counted = subprocess.run(
            [sys.executable, __file__, "count", target], env=environment({}), capture_output=True, text=True, check=True
        ).stdout.splitlines()[-1]
        print(f"{ROWS:,} rows in {taken:.1f} s, the start of Spark included: {ROWS / taken:,.0f} rows a second")
        print(f"peak of resident memory of the job and its Java: {peak / 1e6:,.0f} MB (Java may have {MEMORY})")
        print(f"shuffled: {shuffled(Path(events)) / 1e6:.2f} MB")
        print(f"size of the folders: {size(source) / 1e6:,.0f} MB before, {size(target) / 1e6:,.0f} MB after")
        print(f"rows by outcome: {counted}")


def environment(settings: dict[str, str]) -> dict[str, str]:
    """
    Give the variables for a process that uses Spark in local mode.
    """
    common = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.log.level": "ERROR"}
    options = " ".join(f"--conf {key}={value}" for key, value in (common | settings).items())
    submit = f"--master local[*] --driver-memory {MEMORY} {options} pyspark-shell"
    return os.environ | {"PYSPARK_SUBMIT_ARGS": submit, "PYSPARK_PYTHON": sys.executable}


def run(command: list[str], settings: dict[str, str] | None = None) -> int:
    """
    Run a process, and give the peak of the resident memory of it and all its children together.
    """
    peak = 0
    with subprocess.Popen(command, env=environment(settings or {})) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(resident, family(process.pid))))
            time.sleep(0.2)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return peak


def family(parent: int) -> Iterator[int]:
    """
    Give a process and all processes that it started.
    """
    yield parent
    for listed in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from family(int(child))


def resident(process: int) -> int:
    """
    Give the resident memory of a process, or zero where it is gone.
    """
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def shuffled(events: Path) -> int:
    """
    Count the bytes that were shuffled, by what Spark has logged.
    """
    found = 0
    for log in (path for path in events.rglob("*") if path.is_file() and path.name.startswith(("local-", "events_"))):
        for line in log.read_text(encoding="utf-8").splitlines():
            metrics = json.loads(line).get("Task Metrics") or {}
            found += (metrics.get("Shuffle Write Metrics") or {}).get("Shuffle Bytes Written", 0)
    return found


def size(folder: str) -> int:
    """
    Give the size of the files in a folder.
    """
    return sum(path.stat().st_size for path in Path(folder).rglob("*.parquet"))


def make(folder: str) -> None:
    """
    Write names and days at random: spellings of the data, the frequent ones much more frequent, one in ten unknown.
    """
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as f

    import destalinization as ds

    bearers = (*ds.places, *ds.institutions)
    forms = {form for bearer in bearers for name in bearer.names for own in name.forms.values() for form in own}
    texts = sorted(forms)
    texts += [f"Nowhere {number}" for number in range(len(texts) // 9)]
    session = SparkSession.builder.getOrCreate()
    names = session.createDataFrame(list(enumerate(texts)), "number int, name string").hint("broadcast")
    rows = session.range(ROWS, numPartitions=16).select(
        (f.pow(f.rand(1961), 2) * len(texts)).cast("int").alias("number"),
        f.date_add(f.lit(FIRST).cast("date"), (f.rand(1956) * DAYS).cast("int")).alias("date"),
    )
    rows.join(names, "number").select("name", "date").write.parquet(folder)


def count(folder: str) -> None:
    """
    Count the rows of a resolved folder by their outcome.
    """
    from pyspark.sql import SparkSession

    session = SparkSession.builder.getOrCreate()
    found = session.read.parquet(folder).groupBy("resolved_outcome").count().collect()
    print(", ".join(sorted(f"{row['resolved_outcome']} {row['count']:,}" for row in found)))


if __name__ == "__main__":
    if sys.argv[1:]:
        {"make": make, "count": count}[sys.argv[1]](sys.argv[2])
    else:
        main()
