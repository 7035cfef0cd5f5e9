"""
How quickly the reconciliation service answers over loopback; run as a process of its own, prints one JSON value.

The service runs in another process, as users run it. Batches hold random English and native spellings of the data, half
of them with a random date; every batch is asked once, one after the other, over a connection of its own.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from statistics import quantiles
from urllib.parse import urlencode, urlsplit

import destalinization as ds

SEED = 1961
BATCHES = {10: 500, 500: 100}
"""How many batches of each size are asked."""

Batch = dict[str, dict[str, object]]


def main() -> None:
    """
    Time batches of each size, and print queries a second and the 99th percentile of a batch, in seconds.
    """
    random.seed(SEED)
    names = sorted({form for bearer in (*ds.places, *ds.institutions) for name in bearer.names for form in forms(name)})
    with served() as (host, port):
        for _ in range(20):
            asked(host, port, batch(names, 100))
        result = {size: measured(host, port, names, size) for size in BATCHES}
    print(json.dumps(result))


def measured(host: str, port: int, names: list[str], size: int) -> dict[str, float]:
    """
    Ask batches of one size.
    """
    times = [asked(host, port, batch(names, size)) for _ in range(BATCHES[size])]
    return {"per_second": size * len(times) / sum(times), "percentile_99": quantiles(times, n=100)[98]}


def asked(host: str, port: int, queries: Batch) -> float:
    """
    Ask one batch, and give the time until its answer is read.
    """
    body = urlencode({"queries": json.dumps(queries)})
    start = time.perf_counter()
    connection = HTTPConnection(host, port, timeout=60)
    connection.request("POST", "/", body, {"Content-Type": "application/x-www-form-urlencoded"})
    answer = json.loads(connection.getresponse().read())
    taken = time.perf_counter() - start
    connection.close()
    if answer.keys() != queries.keys():
        raise ValueError(f"{len(queries)} queries, {len(answer)} answers")
    return taken


def batch(names: list[str], size: int) -> Batch:
    """
    Make a batch of queries.
    """
    return {f"q{number}": query(random.choice(names), dated=number % 2 == 0) for number in range(size)}


def query(name: str, *, dated: bool) -> dict[str, object]:
    """
    Make a query as OpenRefine does.
    """
    year = str(random.randint(1900, 2020))
    return {"query": name, "limit": 3} | ({"properties": [{"pid": "date", "v": year}]} if dated else {})


def forms(name: ds.Name) -> Iterator[str]:
    """
    Give the spellings of a name.
    """
    yield name.text
    for spelt in name.forms.values():
        yield from spelt


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """
    Serve on a free port, and give host and port.
    """
    command = [sys.executable, "-m", "destalinization", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            address = urlsplit((process.stdout.readline() if process.stdout else "").split()[0])
            yield str(address.hostname), int(address.port or 0)
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
