"""
The table of sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model.source import Source
from ..table import Table

if TYPE_CHECKING:
    from typing import Self

    from ...vocabulary import SourceKind


class SourceTable(Table[Source]):
    """
    Sources.
    """

    __slots__ = ()
    name = "sources"

    def where(self, *, kind: SourceKind | None = None, language: str | None = None) -> Self:
        """
        Keep the sources that meet all criteria.

        Args:
            kind: the source kind.
            language: the BCP 47 tag of their language.

        Raises:
            UnknownTerm: there is no such kind.

        >>> import destalinization as ds
        >>> "geonames" in ds.sources.where(kind="gazetteer")
        True
        """
        from ...vocabulary import SOURCE_KINDS
        from .. import criteria as c

        return self._keep(c.is_term("kind", kind, "source kind", SOURCE_KINDS), c.is_text("language", language))
