"""
The data as tables of the library that the user works with, and the names in the user's own tables resolved.

The extra ``frames`` brings narwhals; pandas, Polars, PyArrow, DuckDB or PySpark is what the user brings.
"""

from __future__ import annotations

from .making import Library, events, names, renamings, table
from .resolving import resolve

__all__ = ["Library", "events", "names", "renamings", "resolve", "table"]
