"""
Loading at once: threads share their records, processes agree on them.
"""

from __future__ import annotations

import json
import multiprocessing
import subprocess
import sys

import destalinization as ds

RACE = """
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import destalinization as ds

sys.setswitchinterval(1e-5)
barrier = Barrier(16)
ids = ["volgograd", "dushanbe", "donetsk", "luhansk"]


def look_up(number):
    barrier.wait()
    if number % 2:
        single = [ds.places[key] for key in ids]
        table = {place.id: place for place in ds.catalogue().places}
    else:
        table = {place.id: place for place in ds.places}
        single = [ds.catalogue()[key] for key in ids]
    renaming = ds.renamings["volgograd/volgograd"]
    changes = {change.id: change for change in ds.changes}
    inside = [table[key] for key in ids] + [changes["volgograd/volgograd"], ds.catalogue(), ds.catalogue().places]
    return [id(thing) for thing in [*single, renaming, *inside]]


with ThreadPoolExecutor(16) as pool:
    seen = list(pool.map(look_up, range(16)))
print(json.dumps(seen))
"""


def test_threads_get_the_same_objects() -> None:
    """
    Sixteen threads that look up and load at once, in a process that has loaded nothing yet, get the same objects.
    """
    done = subprocess.run([sys.executable, "-c", RACE], capture_output=True, text=True, check=True, timeout=60)
    seen = json.loads(done.stdout)
    assert [seen[0]] * 16 == seen


def test_looking_up_and_looking_through_give_the_same_objects() -> None:
    """
    In each thread, a record looked up is the one that looking through the table gives.
    """
    done = subprocess.run([sys.executable, "-c", RACE], capture_output=True, text=True, check=True, timeout=60)
    single, table = json.loads(done.stdout)[0][:5], json.loads(done.stdout)[0][5:10]
    assert single == table


def test_processes_get_equal_answers() -> None:
    """
    Four processes, each of which loads the data for itself, cite the same sources for the same renamings.
    """
    renamings = list(ds.renamings)[:24]
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        answers = pool.map(ds.cite, renamings, chunksize=6)
    assert [ds.cite(renaming) for renaming in renamings] == answers


def test_records_cross_between_processes() -> None:
    """
    A record that was sent to another process is written there as it is written here.
    """
    places = list(ds.places)[:8]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        written = pool.map(ds.to_json, places)
    assert [ds.to_json(place) for place in places] == written
