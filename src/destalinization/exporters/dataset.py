"""
What formats say of the data set as a whole: its title, its version, its day and its licence.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ..document import BASE

if TYPE_CHECKING:
    from ..model.release import Release

NAME = "destalinization"
TITLE = "De-Stalinization: names and renamings"
DESCRIPTION = (
    "The reference open data set of de-Stalinization: who and what was renamed, when, by which act, and who says so."
)
HOMEPAGE = BASE
PUBLISHER = "The destalinization contributors"


def licence_url(release: Release) -> str:
    """
    Give the address of the licence of a release, in the list of SPDX.

    Args:
        release: the release.
    """
    return f"https://spdx.org/licenses/{release.licence}.html"


def day(release: Release | None) -> date:
    """
    Give the day of a release, which files bear instead of the day on which they were written.

    Args:
        release: the release; where the data are of none, it is the first day that every format can state.
    """
    return release.date.earliest if release else date(1980, 1, 1)
