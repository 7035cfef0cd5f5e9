"""
The examples in the docstrings.
"""

import doctest
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import pytest

import destalinization


def examples() -> Iterator[doctest.DocTest]:
    """
    Give the docstrings of the package that hold examples.
    """
    found = pkgutil.walk_packages(destalinization.__path__, "destalinization.")
    for name in ("destalinization", *(module.name for module in found if not module.name.endswith("__main__"))):
        yield from (example for example in doctest.DocTestFinder().find(import_module(name)) if example.examples)


@pytest.mark.parametrize("example", list(examples()), ids=lambda example: example.name)
def test_examples_give_what_they_say(example: doctest.DocTest) -> None:
    """
    The examples of a docstring run and give what stands below them.
    """
    said: list[str] = []

    doctest.DocTestRunner().run(example, out=said.append)

    assert "" == "".join(said)
