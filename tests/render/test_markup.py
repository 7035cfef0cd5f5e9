"""
Markup: texts become text, whatever is in them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.render.markup import LONGEST, Markup, element, joined, link, text

Read = Callable[[str], Any]

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "</style></svg><script>",
    "]]> &lt; &#60;script&#62; <!--",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_text_is_never_markup(read: Read, hostile: str) -> None:
    """
    A text in an element stays one text, letter by letter.
    """
    page = read(element("b", hostile))
    assert (["b"], hostile) == (page.tags, page.text)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_attribute_is_never_markup(read: Read, hostile: str) -> None:
    """
    A text in an attribute stays in it, whatever marks it holds.
    """
    made = element("b", "x", title=hostile)
    assert ({"title": hostile}, [("title", hostile)]) == (ET.fromstring(made).attrib, read(made).attributes)


@given(st.text(max_size=LONGEST))
def test_every_text_is_well_formed(given_text: str) -> None:
    """
    Whatever signs a text has, the element is XML that holds it, with what XML cannot hold replaced.
    """
    shown = ET.fromstring(element("b", given_text)).text or ""
    assert len(given_text.replace("\r\n", "\n")) == len(shown)


def test_markup_is_kept() -> None:
    """
    Elements are put into each other unescaped, and nothing is left of None.
    """
    assert "<p>a &amp; <b>c</b></p>" == element("p", "a & ", element("b", "c"), None)
    assert "&lt;<i></i>" == joined("<", Markup("<i></i>"))


def test_attributes_are_named_as_in_markup() -> None:
    """
    Python's names of attributes become those of HTML and SVG, and None is none.
    """
    made = element("text", class_="y", text_anchor="end", viewBox="0 0 1 1", id=None)
    assert '<text class="y" text-anchor="end" viewBox="0 0 1 1"></text>' == made


def test_long_text_is_cut() -> None:
    """
    A text longer than can be read ends with an ellipsis.
    """
    assert "a" * (LONGEST - 1) + "…" == text("a" * 100_000)


@pytest.mark.parametrize("address", ["https://tass.ru/a?b=1&c=2", "http://x.org", "HTTPS://X.ORG"])
def test_web_address_is_a_link(address: str) -> None:
    """
    An address of the web is a link that does not hand over the page.
    """
    made = ET.fromstring(link(address, "here"))
    assert ("a", address, "noopener", "here") == (made.tag, made.get("href"), made.get("rel"), made.text)


@pytest.mark.parametrize(
    "address",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", " https://x.org", "java\nscript:alert(1)", "//x.org",
        "data:text/html,<script>alert(1)</script>", "https://x.org/\njavascript:1", "vbscript:x", "https://", "x.html",
    ],
)  # fmt: skip
def test_any_other_address_is_no_link(address: str | None) -> None:
    """
    What is no address of the web is shown as it is.
    """
    assert "here" == link(address, "here")
