"""
The page put together: its parts, the policy that holds them, and the table for browsers without JavaScript.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from importlib_resources import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ...model.changes import Bearer

_PART = re.compile("%([A-Z]+)%")


def page(bearers: Sequence[Bearer], data: dict[str, Any]) -> Iterator[str]:
    """
    Write the page piece by piece.

    Args:
        bearers: what the table for browsers without JavaScript lists.
        data: what the page shows, as plain values.
    """
    for number, piece in enumerate(_PART.split(_part("template.html"))):
        if number % 2 == 0:
            yield piece
        elif piece == "TABLE":
            yield from _table(bearers)
        elif piece == "DATA":
            yield _packed(data)
        else:
            yield _FIXED[piece]()


def _part(name: str) -> str:
    """
    Read a part of the page that ships with the package.
    """
    return files(__package__).joinpath("page", name).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """
    Give the script; it holds no tag that would end it.
    """
    return _part("atlas.js").replace("</", "<\\/")


@cache
def _style() -> str:
    """
    Give the style.
    """
    return _part("style.css")


def _policy() -> str:
    """
    Give the policy: this script, this style, and nothing from anywhere.
    """
    return (
        f"default-src 'none'; script-src {_hash(_script())}; style-src {_hash(_style())}; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _hash(text: str) -> str:
    """
    Give the hash by which a policy knows an element.
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _land() -> str:
    """
    Give the land.
    """
    return _part("land.json").strip()


_FIXED: dict[str, Callable[[], str]] = {"SCRIPT": _script, "STYLE": _style, "POLICY": _policy, "LAND": _land}


def _packed(data: dict[str, Any]) -> str:
    """
    Pack the data.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _table(bearers: Iterable[Bearer]) -> Iterator[str]:
    """
    Write a table of all names, for browsers without JavaScript.
    """
    yield '<div class="plain">\n<h1>Atlas of de-Stalinization</h1>\n'
    yield "<p>The map needs JavaScript. These are the names that it shows, each with the date from which it held.</p>\n"
    yield '<table>\n<thead><tr><th scope="col">Today or last</th><th scope="col">Kind</th><th scope="col">Country</th>'
    yield '<th scope="col">Names</th></tr></thead>\n<tbody>\n'
    for bearer in bearers:
        names = " → ".join(f"{name.text} ({name.since})" if name.since else name.text for name in bearer.names)
        cells = (bearer.kind.replace("-", " "), bearer.country or "", names)
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(bearer.label)}</th>{row}</tr>\n'
    yield "</tbody>\n</table>\n</div>"
