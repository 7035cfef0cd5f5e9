"""
Where each record stands in the site.
"""

from __future__ import annotations

import re
from typing import Any

from destalinization import Catalogue
from destalinization.store.catalogue import table_of

from .markup import Markup, element

PAGES = {"people": "people", "topics": "topics", "events": "chronology", "acts": "acts", "claims": "article"}
"""The page of each table whose records share one."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Addresses:
    """
    The addresses of records, as seen from a page.
    """

    def __init__(self, catalogue: Catalogue, root: str = "") -> None:
        self.catalogue = catalogue
        self.root = root

    def of(self, id: str) -> str:
        """
        Give the address of a record or a change.

        Args:
            id: its id.

        Raises:
            ValueError: the id is no slug, so that no file could bear its name.
        """
        bearer, _, key = id.partition("/")
        record = self.catalogue[slug(bearer)]
        page = PAGES.get(table_of(record))
        if page:
            return f"{self.root}{page}.html#{slug(record.id)}"
        return f"{self.root}bearers/{slug(record.id)}.html{f'#{anchor(key)}' if key else ''}"

    def link(self, id: str, shown: object = None) -> Markup:
        """
        Link to a record or a change.

        Args:
            id: its id.
            shown: what is shown; its label where nothing is said.
        """
        return element("a", shown or label(self.catalogue, id), href=self.of(id))


def label(catalogue: Catalogue, id: str) -> str:
    """
    Give what a record or a change is called.

    Args:
        catalogue: where it is looked up.
        id: its id.
    """
    if "/" in id:
        return str(catalogue.changes[id])
    record: Any = catalogue[id]
    return str(getattr(record, "label", record))


def anchor(key: str) -> str:
    """
    Give the anchor of a name on the page of its bearer.

    Args:
        key: the key of the name, or ``end``.
    """
    return f"name-{slug(key)}"


def slug(id: str) -> str:
    """
    Give an id, which becomes part of an address.

    Args:
        id: the id.

    Raises:
        ValueError: it is no slug.

    >>> slug("dushanbe")
    'dushanbe'
    """
    if not _SLUG.fullmatch(id):
        raise ValueError(f"{id!r} is no slug")
    return id
