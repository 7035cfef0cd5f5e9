"""
The atlas: one page for the browser, with a map, a slider of days and the whole chain of every bearer on its card.

The page asks nothing of the network, and its policy (Content Security Policy Level 3,
https://www.w3.org/TR/CSP3/) forbids it to; only the script and the style that came with it may run, and Trusted Types
(https://www.w3.org/TR/trusted-types/) keep that script from reading any text as markup. The data stand in it as compact
JSON, packed by zlib (RFC 1950) and written in base64, so that they fit and can hold no markup; the browser unpacks
them. Without JavaScript the page is a table of all names.

How a day is shown that is not known exactly, the module `stretches` says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..registry import Format
from ..selection import bearers
from .page import page
from .payload import payload

if TYPE_CHECKING:
    from ...store.catalogue import Catalogue

FORMAT = Format(
    name="atlas",
    title="Atlas: a page for the browser, with a map of the names of any day",
    extension=".html",
    carries=(
        "every name, in the chain and beside it, with its period and all its forms",
        "position and its basis, kind, country and ids of the bearer",
        "honours, acts and events by what they are called",
        "foundings, endings and attestations",
        "every citation with its locator and note, and the sources with their addresses",
        "every dispute",
    ),
    lacks=(
        "relations",
        "people, topics, events and claims as records",
        "what a citation supports",
        "licences, languages and notes of sources",
        "which changes of a bearer were selected: it comes with its whole chain",
    ),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write the page.

    Args:
        thing: a catalogue, a table or several records.
        catalogue: where all that they refer to is looked up.

    Raises:
        TypeError: something in the selection has no names.

    >>> import destalinization as ds
    >>> next(write([ds.places["dushanbe"]], ds.catalogue()))[:15]
    '<!doctype html>'
    """
    chosen = bearers(thing, catalogue)
    yield from page(chosen, payload(chosen, catalogue))
