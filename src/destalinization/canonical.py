"""
The canonical form of the data files: what fits on a line stands on one, everything else is spread out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

WIDTH = 120


def render(value: Any, depth: int = 0) -> str:
    """
    Write a JSON value so that people can read and compare it.

    Args:
        value: a value that `json` can write; keys keep their order.
        depth: how many levels deep it stands, two spaces each.

    >>> print(render({"id": "gulag", "forms": {"ru": ["ГУЛАГ"]}}))
    {"id": "gulag", "forms": {"ru": ["ГУЛАГ"]}}
    """
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if not isinstance(value, dict | list) or not value or len(flat) + 2 * depth <= WIDTH:
        return flat
    pad = "  " * (depth + 1)
    if isinstance(value, dict):
        opening, closing = "{", "}"
        items = [f"{json.dumps(key, ensure_ascii=False)}: {render(item, depth + 1)}" for key, item in value.items()]
    else:
        opening, closing = "[", "]"
        items = [render(item, depth + 1) for item in value]
    inside = ",\n".join(pad + item for item in items)
    return f"{opening}\n{inside}\n{'  ' * depth}{closing}"


def render_file(records: Iterable[dict[str, Any]]) -> str:
    r"""
    Write a data file.

    Args:
        records: the records as plain dictionaries, in order.

    >>> render_file([{"id": "gulag"}])
    '[\n{"id": "gulag"}\n]\n'
    """
    text = ",\n".join(render(record) for record in records)
    return f"[\n{text}\n]\n" if text else "[]\n"
