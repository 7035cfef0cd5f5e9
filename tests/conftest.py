"""
What the tests share: the profiles of Hypothesis, and the small frozen data set.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from destalinization.store.catalogue import Catalogue

MINI = Path(__file__).parent / "data" / "mini"

settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=30, derandomize=True)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def mini_folder() -> Path:
    """
    The folder of the small frozen data set.
    """
    return MINI


@pytest.fixture(scope="session")
def mini() -> Catalogue:
    """
    The small frozen data set.
    """
    return Catalogue.from_directory(MINI)
