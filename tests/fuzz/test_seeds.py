"""
What is fuzzed holds on the seeds of fuzzing.
"""

from __future__ import annotations

import pytest
from targets import TARGETS, target


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_hold(name: str) -> None:
    """
    No seed of a target does what must not happen, nor does a seed that is cut short.
    """
    seeds = list(target(name).seeds())
    for seed in seeds:
        target(name).check(seed)
        target(name).check(seed[: len(seed) // 2])
    assert len(seeds) > 8


@pytest.mark.parametrize("name", TARGETS)
def test_words_are_for_a_dictionary(name: str) -> None:
    """
    The words of a target are different, and none is empty.
    """
    words = target(name).WORDS
    assert len(words) == len(set(words)) > 8
    assert all(words)
