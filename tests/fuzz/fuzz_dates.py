"""
Dates from any text: read or refused, and what was read is written back.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import destalinization as ds
from destalinization.dates import HistoricalDate, Interval, as_date, as_period, parse

WORDS = (
    "19",
    "1961",
    "-11",
    "-10",
    "XX",
    "X",
    "~",
    "?",
    "%",
    "/",
    "..",
    "[",
    "]",
    ",",
    "{",
    "T",
    "Z",
    "-00",
    "-21",
    "Y",
    "E",
)


def seeds() -> Iterator[bytes]:
    """
    Give the dates of the shipped data, and some of those that are refused.
    """
    texts = {"1961-11-10T12:00", "1961-21", "-0044", "Y19610", "[1961..1963]", "{1961,1962}", "1961?-11", "0000", ""}
    texts |= {str(name.since) for place in ds.places for name in place.names if name.since}
    texts |= {str(event.when.value) for event in ds.events}
    for text in sorted(texts):
        yield text.encode()


def check(data: bytes) -> None:
    """
    Read a date as the library does wherever one is given.
    """
    text = data.decode(errors="surrogateescape")
    for read in (parse, HistoricalDate, Interval, as_date, as_period):
        try:
            found = read(text)
        except ds.InvalidDate as error:
            assert error.text == text
            assert 0 <= error.position <= len(text)
            assert json.dumps(str(error))
            continue
        assert found.text == str(found) == text
        assert found == type(found)(text)
        assert type(found)(text).earliest == found.earliest
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert not found.certainly_before(found)
        assert found.possibly_overlaps(found)
