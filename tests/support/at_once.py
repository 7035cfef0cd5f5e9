"""
Ask at once: a program that tests start afresh, with nothing loaded, and that prints what each thread or process got.

``threads SEED``: 32 threads, each of which asks everything, in an order of its own.
``names SEED``: 32 threads, each of which fetches all public names, in an order of its own.
``processes METHOD LOADED``: 8 processes, by fork, spawn or forkserver, after some of the data were loaded here.
``fork``: one process, by fork, while another thread loads.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.queues import SimpleQueue
from multiprocessing.synchronize import Barrier as ProcessBarrier
from pathlib import Path
from random import Random
from threading import Barrier, Event, Thread
from typing import Any, TypeVar

import destalinization as ds

THREADS, PROCESSES = 32, 8
TEXT = "Из Сталино писали в Сталинград, из Дюшамбе в Сталинабад; Молотов ехал в Пермь."
FORMATS = ("geojson", "kml", "linked-places", "renamings")
T = TypeVar("T")
Answer = tuple[str, Sequence[object]]
"""What was said, and the objects that are one a process."""


def of_tables() -> Answer:
    names = (
        "places",
        "institutions",
        "people",
        "topics",
        "events",
        "acts",
        "claims",
        "sources",
        "changes",
        "renamings",
    )
    tables = [getattr(ds, name) for name in names]
    records = [record for table in tables for record in table]
    return " ".join(record.id for record in records), [*tables, *(table.catalogue for table in tables), *records]


def of_ids() -> Answer:
    place, renaming = ds.places["volgograd"], ds.renamings["volgograd/volgograd"]
    found = [place, renaming, ds.catalogue()["gulag"], ds.catalogue().bearer("stalin-prize"), ds.changes[renaming.id]]
    return repr(found), found


def of_release() -> Answer:
    whole = ds.catalogue()
    return f"{whole.release} {dict(whole.redirects)}", [whole, whole.release, whole.redirects]


def of_timelines() -> Answer:
    from destalinization.model.timeline import timeline_of

    lines = [timeline_of(bearer) for bearer in (ds.places["volgograd"], ds.places["dushanbe"])]
    return str(ds.name_on("volgograd", "1961-11-10")), [*lines]


def of_lookup() -> Answer:
    matches = [*ds.find("Сталино"), *ds.find("Stalingrad", on="1950")]
    return repr(matches), [part for match in matches for part in (match.bearer, match.name)]


def of_spellings() -> Answer:
    from destalinization.toponyms.spellings import index_of

    index = index_of(ds.catalogue())
    return str(len(index.table())), [index, index.table()]


def of_texts() -> Answer:
    from destalinization.toponyms.surfaces import surfaces_of

    index = surfaces_of(ds.catalogue(), "ru")
    return repr(ds.annotate(TEXT, language="ru", everything=True)), [index, index.surfaces]


def of_dating() -> Answer:
    return repr(ds.date_names(["Stalinabad", "Molotov"])) + repr(ds.on("1961-11-10")), []


def of_json() -> Answer:
    place = ds.places["dushanbe"]
    assert ds.from_json(ds.to_json(place), of=ds.Place) == place
    return ds.to_json(ds.renamings.where(country="TJ")), []


def of_exports() -> Answer:
    with tempfile.TemporaryDirectory() as folder:
        chosen = ds.places.where(country="TJ")
        files = [ds.export(format, Path(folder, format), records=chosen) for format in FORMATS]
        return " ".join(hashlib.sha256(file.read_bytes()).hexdigest() for file in files), []


def of_pages() -> Answer:
    return ds.people["joseph-stalin"]._repr_html_() + ds.places["volgograd"]._repr_html_(), []


QUESTIONS: tuple[Callable[[], Answer], ...] = (
    of_tables, of_ids, of_release, of_timelines, of_lookup, of_spellings, of_texts, of_dating, of_json, of_exports,
    of_pages,
)  # fmt: skip


def ask(order: Iterable[Callable[[], Answer]]) -> dict[str, Answer]:
    """
    Ask questions in an order, and give a digest of each answer and its objects, which stay alive.
    """
    answers = {question.__name__: question() for question in order}
    digest = {name: hashlib.sha256(said.encode()).hexdigest() for name, (said, _) in answers.items()}
    return {name: (digest[name], answers[name][1]) for name in sorted(answers)}


def in_threads(work: Callable[[int], T]) -> list[T]:
    """
    Let all threads begin at one moment, and change between them as often as can be.
    """
    sys.setswitchinterval(1e-5)
    barrier = Barrier(THREADS)

    def begin(number: int) -> T:
        barrier.wait()
        return work(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(begin, range(THREADS)))


def threads(seed: str) -> list[object]:
    """
    Ask everything in each thread; objects are told by their identity, a number for all of an answer.
    """
    orders = [Random(f"{seed} {number}").sample(QUESTIONS, len(QUESTIONS)) for number in range(THREADS)]
    got = in_threads(lambda number: ask(orders[number]))
    return [{name: [said, hash(tuple(map(id, held)))] for name, (said, held) in one.items()} for one in got]


def names(seed: str) -> list[object]:
    """
    Fetch all public names in each thread; what is made anew each time is told by its value.
    """
    public = sorted(set(ds.__all__) - {"frames", "plot"})
    orders = [Random(f"{seed} {number}").sample(public, len(public)) for number in range(THREADS)]
    got = in_threads(lambda number: {name: getattr(ds, name) for name in orders[number]})
    return [{name: one[name] if name.startswith("_") else id(one[name]) for name in public} for one in got]


def child(barrier: ProcessBarrier, answers: SimpleQueue[object]) -> None:
    """
    Ask everything in a process, once all are there.
    """
    barrier.wait(120)
    answers.put({name: said for name, (said, _) in ask(QUESTIONS).items()})


def in_processes(method: str, count: int) -> list[object]:
    """
    Let processes ask everything, and give the answers of those that end in good time.
    """
    context: Any = multiprocessing.get_context(method)
    barrier, answers = context.Barrier(count), context.SimpleQueue()
    started = [context.Process(target=child, args=(barrier, answers)) for _ in range(count)]
    for process in started:
        process.start()
    for process in started:
        process.join(120)
        process.kill()
    got = []
    while not answers.empty():
        got.append(answers.get())
    return got


def processes(method: str, loaded: str) -> list[object]:
    """
    Ask everything in each process.
    """
    if loaded == "half":
        _ = ds.places["volgograd"], list(ds.institutions), ds.name_on("dushanbe", 1950), ds.find("Stalino")
    if loaded == "all":
        ask(QUESTIONS)
    return in_processes(method, PROCESSES)


def fork() -> list[object]:
    """
    Ask everything in a process that was forked while another thread was in the middle of loading.
    """
    from destalinization.store.shelf import LOCK

    loading = Event()

    def load() -> None:
        with LOCK:
            loading.set()
            time.sleep(0.5)
            list(ds.places)

    thread = Thread(target=load)
    thread.start()
    loading.wait()
    got = in_processes("fork", 1)
    thread.join()
    return got


def alone() -> list[object]:
    """
    Ask everything, one after the other.
    """
    return [{name: said for name, (said, _) in ask(QUESTIONS).items()}]


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
