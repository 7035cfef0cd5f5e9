"""
Markup that is safe by construction: every text is escaped when it becomes part of an element.
"""

from __future__ import annotations

import re
from html import escape

LONGEST = 400
"""How many signs of a text are shown."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold (XML 1.0, production 2, https://www.w3.org/TR/xml/#charsets)."""

_WEB = re.compile(r"https?://[^\s\x00-\x20]+\Z", re.IGNORECASE)


class Markup(str):
    """
    Text that is markup already.
    """

    __slots__ = ()


def text(value: object) -> Markup:
    """
    Give a value as markup that shows its text, cut where it is very long.

    Args:
        value: the value.

    >>> text("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return Markup(escaped(cut(str(value), LONGEST)))


def cut(shown: str, length: int) -> str:
    """
    Cut a text where it is longer than it may be.

    Args:
        shown: the text.
        length: how many signs it may have.
    """
    return shown if len(shown) <= length else f"{shown[: length - 1]}…"


def element(name: str, *children: object, **attributes: object) -> Markup:
    """
    Make an element.

    Args:
        name: its name.
        children: what is in it, one after another; what is no `Markup` is text, and None is nothing.
        attributes: its attributes, with ``_`` for ``-`` and ``class_`` for ``class``; None for those that it has not.

    >>> element("a", "R&D", href='"x"', target=None)
    '<a href="&quot;x&quot;">R&amp;D</a>'
    """
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escaped(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{name}{said}>{joined(*children)}</{name}>")


def joined(*children: object) -> Markup:
    """
    Put markup and texts one after another.

    Args:
        children: as for `element`.
    """
    return Markup("".join(c if isinstance(c, Markup) else text(c) for c in children if c is not None))


def link(address: str | None, shown: object) -> Markup:
    """
    Link to an address of the web; anything else, such as ``javascript:``, is no link.

    Args:
        address: the address, or None.
        shown: what is shown.

    >>> link("javascript:alert(1)", "a page")
    'a page'
    """
    if address is None or not _WEB.match(address):
        return joined(shown)
    return element("a", shown, href=address, rel="noopener", target="_blank")


def escaped(shown: str) -> str:
    """
    Escape a text for an element or an attribute; what XML does not allow is replaced.

    Args:
        shown: the text.

    >>> escaped('"<"')
    '&quot;&lt;&quot;'
    """
    return escape(_FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", shown))
