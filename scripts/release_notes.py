"""
The notes of a release: its section of the changelog, and what changed in the data since the release before it.
"""

import re
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from destalinization import Catalogue
from destalinization.difference import Difference, difference
from destalinization.document import read_document

DIFFERENCE = "DATA-CHANGES.txt"
DATA = "destalinization/data/"


def section(changelog: str, version: str) -> tuple[str, str]:
    """
    Give the date and the text of a version's section of the changelog.

    Args:
        changelog: the whole changelog.
        version: the version.

    Raises:
        LookupError: there is no such section.
    """
    pattern = rf"^## \[{re.escape(version)}\] - (\S+)\n(.*?)(?=^## |\Z)"
    found = re.search(pattern, changelog, re.DOTALL | re.MULTILINE)
    if found is None:
        raise LookupError(f"CHANGELOG.md has no section for {version}")
    return found[1], found[2].strip()


def unreleased(changelog: str) -> str:
    """
    Give what the changelog says under Unreleased.
    """
    found = re.search(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", changelog, re.DOTALL | re.MULTILINE)
    return found[1].strip() if found else ""


def notes(changelog: str, version: str, changed: Difference | None) -> Iterator[str]:
    """
    Write the notes.

    Args:
        changelog: the whole changelog.
        version: the version.
        changed: what changed in the data, or None for the first release.
    """
    date, text = section(changelog, version)
    yield f"# destalinization {version}\n\nReleased on {date}.\n\n{text}\n\n### Records\n\n"
    if changed is None:
        yield "This is the first release.\n"
    elif not changed.records:
        yield "The data are those of the release before it.\n"
    else:
        yield from _counted(changed)
        yield f"\n`{DIFFERENCE}` has them one by one.\n"


def _counted(changed: Difference) -> Iterator[str]:
    """
    Count what changed in each table.
    """
    counts = Counter((record.table, record.how) for record in changed.records)
    yield "| table | added | removed | changed |\n| --- | ---: | ---: | ---: |\n"
    for table in dict.fromkeys(record.table for record in changed.records):
        numbers = (str(counts[table, how]) for how in ("added", "removed", "changed"))
        yield f"| {table} | {' | '.join(numbers)} |\n"


def since(previous: Path | None, new: Catalogue) -> Difference | None:
    """
    Compare the data with those of the release before.

    Args:
        previous: its wheel or its JSON document; None if there is no release before.
        new: the data.

    Raises:
        DataError: the older data cannot be read; the error lists everything.
    """
    if previous is None:
        return None
    old = data_of(previous) if previous.suffix == ".whl" else read_document(previous)
    return difference(old, new)


def data_of(wheel: Path) -> Catalogue:
    """
    Read the data that a wheel holds, strictly.

    Args:
        wheel: the wheel.
    """
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.startswith(DATA)])
        return Catalogue.from_directory(Path(folder, DATA))
