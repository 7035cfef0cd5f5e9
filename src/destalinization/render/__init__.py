"""
HTML and SVG of records, tables, answers and mentions, as notebooks show them.

Whatever a record holds is shown as text and never as markup, and only addresses of the web become links. Each piece of
HTML carries its own style under one class, `STYLE_CLASS`, and is light or dark as the page around it: it follows the
page's ``color-scheme`` and the themes of Jupyter, Visual Studio Code and Sphinx. No script, font or image is loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .answers import body
from .markup import Markup, element
from .style import CSS, STYLE_CLASS
from .tables import table
from .timeline import timeline

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.record import Record
    from ..store.table import Table

__all__ = ["STYLE_CLASS", "html", "svg"]


def html(thing: Record | Table[Any]) -> str:
    """
    Show a record, an answer or a table as HTML.

    Those whom a record refers to are called by their labels where it is a record of the bundled data or, in a table, of
    the table's catalogue; elsewhere by their ids, since a record knows no catalogue.

    Args:
        thing: any record or part of one, an answer, a mention, or a table.

    Returns:
        One ``<div>``, which is well-formed XML too.

    >>> import destalinization as ds
    >>> "<td>Stalingrad" in html(ds.places["volgograd"])
    True
    """
    from ..model.record import Record

    parts = body(thing) if isinstance(thing, Record) else table(thing)
    return element("div", element("style", Markup(CSS)), *parts, class_=STYLE_CLASS)


def svg(bearer: Bearer) -> str | None:
    """
    Draw the chain of names of a place or institution as a picture that stands on its own.

    Args:
        bearer: the place or institution.

    Returns:
        An SVG document, or None where nothing dates the names.

    >>> import destalinization as ds
    >>> str(svg(ds.places["volgograd"]))[:4]
    '<svg'
    """
    return timeline(bearer, style=CSS)
