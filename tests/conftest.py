"""
What the tests share: the profiles of Hypothesis, the small frozen data set, and running the command.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from destalinization.cli import main
from destalinization.store.catalogue import Catalogue

pytest_plugins = ["format_fixtures"]

MINI = Path(__file__).parent / "data" / "mini"

Run = Callable[..., tuple[int, str, str]]

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


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """
    Run the command: its exit code, what it prints, and what it says on standard error.
    """

    def run(*arguments: object) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def on_mini(run: Run, mini_folder: Path) -> Run:
    """
    Run the command on the small data set.
    """
    return lambda *arguments: run("--data", mini_folder, *arguments)
