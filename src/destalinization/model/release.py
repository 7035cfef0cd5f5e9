"""
The release of the data.
"""

from __future__ import annotations

from attrs import frozen

from ..dates import HistoricalDate
from .record import Record


@frozen(kw_only=True, repr=False, eq=False)
class Release(Record):
    """
    Which state of the data this is.

    Attributes:
        version: the version of the data, apart from the version of the code.
        date: the day on which it was made.
        licence: the licence of the data, as an SPDX identifier.
    """

    version: str
    date: HistoricalDate
    licence: str
