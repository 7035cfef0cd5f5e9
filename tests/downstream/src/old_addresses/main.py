"""
The command: a table of letters in, their places as GeoJSON out.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import destalinization as ds

from .resolving import Resolved, called_on, resolve


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Resolve the places of letters and write those that were found.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("letters", type=Path)
    parser.add_argument("--overlay", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    chosen = parser.parse_args(arguments)
    catalogue = with_own(chosen.overlay)
    found: list[ds.Place] = []
    with chosen.letters.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            sent = date.fromisoformat(row["sent"])
            resolved = resolve(row["place"], sent, catalogue=catalogue)
            print(line(resolved, sent))
            if resolved.place is not None:
                found.append(resolved.place)
    ds.export("geojson", chosen.output, records=found, catalogue=catalogue)
    return 0


def with_own(folder: Path | None) -> ds.Catalogue:
    """
    Lay the user's own records over the bundled ones.
    """
    return ds.catalogue() if folder is None else ds.catalogue().overlay(ds.Catalogue.from_directory(folder))


def line(resolved: Resolved, sent: date) -> str:
    """
    Say what an address means.
    """
    if resolved.place is None:
        return f"{resolved.written}: {resolved.grade or 'unknown'}"
    return f"{resolved.written}: {called_on(resolved.place, sent)}, now {resolved.today} ({resolved.grade})"
