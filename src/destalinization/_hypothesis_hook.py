"""
What tells Hypothesis how to make the records, so that ``st.from_type(Place)`` works in either order of imports.

Hypothesis loads this module by its entry point whenever it is imported, so it imports nothing but the standard library,
and a strategy is made when it is first asked for. A class is introduced when both it and Hypothesis are there.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

STRATEGIES = {
    "Act": "acts", "Catalogue": "catalogues", "Change": "changes", "Citation": "citations", "Claim": "claims",
    "Coordinates": "coordinates", "Dated": "dateds", "Dispute": "disputes", "Ending": "endings", "Event": "events",
    "HistoricalDate": "historical_dates", "Honour": "honours", "Institution": "institutions", "Interval": "intervals",
    "Name": "names", "Person": "people", "Place": "places", "Relation": "relations", "Release": "releases",
    "Renaming": "renamings", "SideName": "side_names", "Source": "sources", "Topic": "topics",
}  # fmt: skip
"""The strategy of each class, by their names."""


def setup() -> None:
    """
    Introduce the classes that are there already; those that come later introduce themselves.
    """
    for module in [module for name, module in list(sys.modules.items()) if name.startswith("destalinization.")]:
        for name in STRATEGIES:
            kind = vars(module).get(name)
            if isinstance(kind, type):
                introduce(kind)


def introduce(kind: type[Any]) -> None:
    """
    Tell Hypothesis, if it is there, how to make a class of this package.

    Args:
        kind: the class.
    """
    strategies = sys.modules.get("hypothesis.strategies")
    register = getattr(strategies, "register_type_strategy", None)
    name = STRATEGIES.get(kind.__name__)
    if register is not None and name is not None:
        register(kind, lambda _: getattr(import_module("destalinization.strategies"), name)())
