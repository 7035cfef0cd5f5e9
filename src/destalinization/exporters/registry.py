"""
The formats that the data can be written in: what each is called, what it holds, and what it cannot hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from attrs import frozen

from ..columns import Column
from ..errors import UnknownTerm
from ..model.record import Record

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue

    Writer = Callable[[Any, Catalogue], Iterator[str] | Iterator[bytes]]


@frozen(kw_only=True, repr=False, eq=False)
class Format(Record):
    """
    A format for export.

    Attributes:
        name: what it is called in `export`.
        title: what it is.
        extension: how the names of its files end.
        carries: what of the data it holds.
        lacks: what of the data it cannot hold.
        columns: its columns or properties, where it has such.
    """

    name: str
    title: str
    extension: str
    carries: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()

    def __str__(self) -> str:
        return f"{self.name} ({self.title})"


_MODULES = (
    "atlas", "csv_package", "datasette", "former_names", "geojson", "geopackage", "gramps", "json_document", "json_ld",
    "jsonl", "kml", "linked_places", "lp_tsv", "lp_tsv_places", "parquet", "renamings", "sqlite", "turtle",
)  # fmt: skip
"""One module a format, with its `FORMAT` and `write`, by the names of the formats."""


def formats() -> tuple[Format, ...]:
    """
    Give the formats that `export` writes, by name.

    >>> [format.name for format in formats() if format.extension == ".csv"]
    ['former-names', 'renamings']
    """
    return tuple(_module(name).FORMAT for name in _MODULES)


def writer_of(format: str) -> Writer:
    """
    Give the function that writes a format piece by piece, as text or as bytes.

    Args:
        format: the name of the format.

    Raises:
        UnknownTerm: there is no such format.
    """
    for name in _MODULES:
        if format == _module(name).FORMAT.name:
            write: Writer = _module(name).write
            return write
    raise UnknownTerm(format, "export format", tuple(known.name for known in formats()))


def _module(name: str) -> Any:
    """
    Give the module of a format.
    """
    return import_module(f".{name}", __package__)
