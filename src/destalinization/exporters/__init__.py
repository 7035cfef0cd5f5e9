"""
The ways out: one module a format, behind one function.
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..model.record import Record
    from ..store.catalogue import Catalogue
    from ..store.table import Table

    Selection = Catalogue | Table[Any] | Iterable[Record]


def export(
    format: str,
    path: str | PathLike[str],
    *,
    records: Selection | None = None,
    catalogue: Catalogue | None = None,
) -> Path:
    """
    Write data to a file, which is whole or absent: it is written beside its place and moved there.

    Args:
        format: the name of the format, as `formats` lists them; ``json`` is the JSON document.
        path: where the file shall stand; its folder must exist.
        records: what to write, a table or several records; everything where nothing is said. Records that the
            selection refers to come with it, as far as the format holds them.
        catalogue: where records are looked up; that of the table, or the bundled one, where nothing else is said.

    Returns:
        The path of the file.

    Raises:
        UnknownTerm: there is no such format.
        OSError: the file cannot be written; an older file of this name is as it was.

    >>> import destalinization as ds, tempfile, pathlib
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = ds.export("json", pathlib.Path(folder, "tajikistan.json"), records=ds.places.where(country="TJ"))
    ...     path.stat().st_size > 1000
    True
    """
    from ..files import write_whole
    from ..store.catalogue import bundled
    from ..store.table import Table
    from .registry import writer_of

    writer = writer_of(format)
    source = catalogue or (records.catalogue if isinstance(records, Table) else bundled())
    target = Path(path)
    write_whole(target, writer(source if records is None else records, source))
    return target
