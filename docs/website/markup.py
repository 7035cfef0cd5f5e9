"""
Text that is safe in pages: HTML that is escaped by construction, and Markdown without markup of its own.
"""

from __future__ import annotations

import re
from html import unescape

from destalinization.render import markup as render
from destalinization.render.markup import Markup, escaped

__all__ = ["Markup", "block", "element", "joined", "link", "markdown", "text"]

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def text(value: object) -> Markup:
    """
    Give a value as HTML that shows its text, on one line.

    Args:
        value: the value.

    >>> text("<b> & co")
    '&lt;b&gt; &amp; co'
    """
    return Markup(" ".join(escaped(str(value)).split()))


def element(name: str, *children: object, **attributes: object) -> Markup:
    """
    Make an element.

    Args:
        name: its name.
        children: what is in it; what is no `Markup` is text, and None is nothing.
        attributes: its attributes, with ``_`` for ``-`` and ``class_`` for ``class``; None for those that it has not.

    >>> element("a", "R&D", href='"x"', target=None)
    '<a href="&quot;x&quot;">R&amp;D</a>'
    """
    return render.element(name, joined(*children), **attributes)


def joined(*children: object, by: str = "") -> Markup:
    """
    Put HTML and texts one after another.

    Args:
        children: as for `element`.
        by: the text between them.
    """
    return Markup(spaced(by).join(c if isinstance(c, Markup) else spaced(c) for c in children if c))


def spaced(value: object) -> Markup:
    """
    Give a value as HTML, and keep a space at either end of it.

    Args:
        value: the value.

    >>> spaced(", ")
    ', '
    """
    shown = str(value)
    inner = text(shown)
    if not inner:
        return Markup(" " if shown else "")
    return Markup(f"{' ' * shown[:1].isspace()}{inner}{' ' * shown[-1:].isspace()}")


def link(address: str | None, shown: object) -> Markup:
    """
    Link to an address of the web; anything else, such as ``javascript:``, is no link.

    Args:
        address: the address, or None.
        shown: what is shown.

    >>> link("javascript:alert(1)", "a page")
    'a page'
    """
    return render.link(address, joined(shown))


def block(*children: object) -> str:
    r"""
    Give HTML as a block of a Markdown page; no line of it ends the block.

    Args:
        children: as for `element`.

    >>> block("```")
    '```{raw} html\n<div class="data">&#96;&#96;&#96;</div>\n```\n'
    """
    shown = " ".join(element("div", *children, class_="data").replace("`", "&#96;").split())
    return f"```{{raw}} html\n{shown}\n```\n"


def markdown(shown: object) -> str:
    r"""
    Give a text as Markdown that shows it as it is, on one line.

    Args:
        shown: the text.

    >>> markdown("*Stalin* <b>")
    '\\*Stalin\\* \\<b\\>'
    """
    return _PUNCTUATION.sub(r"\\\1", unescape(text(shown)))
