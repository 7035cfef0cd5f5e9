"""
What the tests share: the profiles of Hypothesis, the small frozen data set, running the command, and reading markup.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from destalinization.cli import main
from destalinization.store.catalogue import Catalogue

for folder in ("tests/support", "tests/fuzz", "scripts"):  # wherever the settings of pytest stand
    sys.path.append(str(Path(__file__).parents[1] / folder))
pytest_plugins = ["format_fixtures"]
collect_ignore = ["downstream"]  # a project of its own

MINI = Path(__file__).parent / "data" / "mini"

Run = Callable[..., tuple[int, str, str]]
Attribute = tuple[str, str | None]

settings.register_profile("dev", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=30, derandomize=True)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=300)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


class Page(HTMLParser):
    """
    Markup that was read: its elements, their attributes, and its texts, the style apart.
    """

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[Attribute] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[Attribute]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.texts.append(data)

    @property
    def text(self) -> str:
        """
        All texts, one after another.
        """
        return "".join(self.texts)

    def links(self) -> list[str]:
        """
        Give all addresses.
        """
        return [value or "" for key, value in self.attributes if key in ("href", "src", "action")]

    def dangers(self) -> list[object]:
        """
        Give everything that could run, load or lead elsewhere than to the web.
        """
        elements = {"script", "iframe", "object", "embed", "img", "form", "input", "base", "meta", "use", "image"}
        handlers = [key for key, _ in self.attributes if key.startswith("on") or key in ("src", "style", "srcdoc")]
        addresses = [link for link in self.links() if not link.lower().startswith(("http://", "https://"))]
        return [*(tag for tag in self.tags if tag in elements), *handlers, *addresses, *self.open]


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


@pytest.fixture(scope="session")
def read() -> Callable[[str], Page]:
    """
    Read markup as a browser does.
    """
    return Page
