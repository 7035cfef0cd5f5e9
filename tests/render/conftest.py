"""
What the tests of rendering share: reading markup as a browser does.
"""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest

Attribute = tuple[str, str | None]


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
def read() -> Callable[[str], Page]:
    """
    Read markup as a browser does.
    """
    return Page
