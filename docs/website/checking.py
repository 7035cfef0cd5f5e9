"""
What must hold of the finished site: links and anchors lead somewhere, and nothing is fetched from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

FETCHED = {
    "script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "embed": "src", "object": "data", "use": "href", "image": "href", "input": "src",
}  # fmt: skip
"""What a browser fetches by itself: the elements and their attributes."""

OWN = "_static/"
"""The folder of files that are taken as they are; what follows ``#`` there is their own business."""

_IN_STYLE = re.compile(r"(?:@import|url\()\s*[\"']?\s*((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)


class Page(NamedTuple):
    """
    What is in a page.

    Attributes:
        anchors: what links can lead to.
        links: what the page links to.
        fetched: what a browser fetches with it.
    """

    anchors: set[str]
    links: set[str]
    fetched: set[str]


class _Reader(HTMLParser):
    """
    Reads a page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.page = Page(set(), set(), set())
        self.base = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """
        Note what an element links to, fetches, and is called.
        """
        said = {key: value or "" for key, value in attrs}
        if "id" in said:
            self.page.anchors.add(said["id"])
        if tag == "a" and said.get("href"):
            self.page.links.add(said["href"])
        if said.get(FETCHED.get(tag, "")):
            self.page.fetched.add(said[FETCHED[tag]])
        self.page.fetched.update(_IN_STYLE.findall(said.get("style", "")))


def read(text: str) -> Page:
    """
    Read a page.

    Args:
        text: its HTML.
    """
    reader = _Reader()
    reader.feed(text)
    reader.page.fetched.update(
        found for style in re.findall(r"<style.*?</style>", text, re.DOTALL) for found in _IN_STYLE.findall(style)
    )
    return reader.page


def problems(site: Path) -> Iterator[str]:
    """
    Give what is wrong with a site.

    Args:
        site: its folder.
    """
    pages = {path.relative_to(site).as_posix(): read(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for name, page in sorted(pages.items()):
        yield from (f"{name}: fetches {address}" for address in sorted(page.fetched) if urlsplit(address).netloc)
        yield from _broken(name, page.links | page.fetched, pages, site)
    for path in sorted(site.rglob("*.css")):
        yield from (f"{path.name}: fetches {found}" for found in _IN_STYLE.findall(path.read_text(encoding="utf-8")))


def _broken(name: str, links: Iterable[str], pages: dict[str, Page], site: Path) -> Iterator[str]:
    """
    Give the links of a page within the site that lead nowhere.
    """
    for link in sorted(links):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = unquote(urlsplit(urljoin(name, link)).path) or name
        if target not in pages:
            if not (site / target).is_file():
                yield f"{name}: {link} leads to no page"
        elif parts.fragment and not target.startswith(OWN) and unquote(parts.fragment) not in pages[target].anchors:
            yield f"{name}: {link} leads to no anchor"
