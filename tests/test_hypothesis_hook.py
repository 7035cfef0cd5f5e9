"""
Hypothesis makes the records from their types, whichever of the two is imported first, and neither pays for the other.
"""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import destalinization as ds
from destalinization import _hypothesis_hook, strategies
from destalinization.checks import check
from destalinization.store.catalogue import Catalogue

KINDS = sorted(set(_hypothesis_hook.STRATEGIES) - {"Catalogue"})


def python(code: str, *flags: str) -> str:
    """
    Run code in a fresh interpreter, warnings being errors, and give what it prints.
    """
    command = [sys.executable, "-W", "error", *flags, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout.strip()


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis, destalinization as ds",
        "import destalinization as ds; [getattr(ds, kind) for kind in kinds]; import hypothesis",
        "import destalinization as ds; ds.places['dushanbe']; import hypothesis",
        "import destalinization.strategies, destalinization as ds",
    ],
    ids=["hypothesis first", "classes first", "data first", "strategies first"],
)
def test_either_order(imports: str) -> None:
    """
    Each class is made by its own strategy.
    """
    code = f"kinds = {KINDS!r}\n{imports}\nfrom hypothesis import Phase, find, settings, strategies as st\n"
    code += "quick = settings(max_examples=1, database=None, phases=[Phase.generate])\n"
    code += "made = [type(find(st.from_type(getattr(ds, kind)), lambda _: True, settings=quick)) for kind in kinds]\n"
    code += "print(made == [getattr(ds, kind) for kind in kinds])"
    assert "True" == python(code)


def test_catalogues_are_made_once_the_strategies_are_there() -> None:
    """
    A whole catalogue is made from its type too.
    """
    quick = settings(phases=[Phase.generate], database=None)
    found = find(st.from_type(Catalogue), lambda catalogue: bool(catalogue.places.ids()), settings=quick)
    assert [] == list(check(found))


def test_every_class_has_a_strategy_of_that_name() -> None:
    """
    The table names strategies that there are, and classes that can be had from the package.
    """
    assert [] == [name for name in _hypothesis_hook.STRATEGIES.values() if not hasattr(strategies, name)]
    assert [] == [kind for kind in _hypothesis_hook.STRATEGIES if not hasattr(ds, kind)]


def test_hypothesis_does_not_load_the_records() -> None:
    """
    Importing Hypothesis brings in the hook and the empty front of the package, and nothing else of it.
    """
    code = "import hypothesis, sys; print(*sorted(name for name in sys.modules if name.startswith('destalinization')))"
    assert "destalinization destalinization._hypothesis_hook" == python(code)


def test_the_package_does_not_load_hypothesis() -> None:
    """
    Nor do records and questions bring in Hypothesis.
    """
    code = "import destalinization as ds, sys; ds.find('Stalino'); print('hypothesis' in sys.modules)"
    assert "False" == python(code)


@given(...)
def test_annotations_are_enough(place: ds.Place, maybe: ds.Person | None, when: ds.HistoricalDate) -> None:
    """
    An ellipsis reads the types of the arguments, unions too.
    """
    assert place.names
    assert maybe is None or maybe.label
    assert when.earliest is not None


@pytest.mark.parametrize(
    "table", ["places", "institutions", "people", "topics", "events", "acts", "claims", "sources", "renamings"]
)
def test_bundled_records(table: str) -> None:
    """
    Shipped records are given as they are, the later ones too.
    """
    records = list(getattr(ds, table))
    strategy = getattr(strategies, f"bundled_{table}")()
    assert records[0] is find(strategy, lambda _: True)
    middle = records[len(records) // 2]
    assert find(strategy, lambda record: record.id > middle.id) in records


@given(strategies.bundled_places(country="TJ"))
def test_bundled_records_meet_criteria(place: ds.Place) -> None:
    """
    Criteria narrow them.
    """
    assert "TJ" == place.country
