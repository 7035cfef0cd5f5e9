"""
The targets of fuzzing: each has `seeds`, words for a dictionary, and `check`, which raises for what must not happen.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

TARGETS = ("dates", "records", "documents", "names", "texts", "service", "http", "command")


def target(name: str) -> Any:
    """
    Give the module of a target.

    Args:
        name: its name.
    """
    return import_module(f"fuzz_{name}")
