"""
XML piece by piece: elements as text, with all that XML cannot hold taken out.

Signs that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets) become U+FFFD; line ends and tabs are written as
references, so that readers give them back in attributes too.
"""

from __future__ import annotations

import re
from html import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def escaped(content: str) -> str:
    r"""
    Escape a text, and leave its spaces and line ends as they are.

    Args:
        content: the text.

    >>> escaped('"Lenin" & Co\x00')
    '&quot;Lenin&quot; &amp; Co�'
    """
    return escape(_NOT_XML.sub("\ufffd", content))


def text(value: object) -> str:
    r"""
    Escape a text for an element or an attribute, where readers would change line ends and tabs.

    Args:
        value: what is written.

    >>> text("one\ntwo")
    'one&#10;two'
    """
    return escaped(str(value)).translate(_SPACES)


def element(tag: str, *content: str, **attributes: object) -> str:
    """
    Write an element.

    Args:
        tag: its name.
        content: what stands in it, escaped or other elements; an empty text is left out.
        attributes: its attributes, not yet escaped; those that are None are left out.

    >>> element("pname", value="Stalin's", lang="en")
    '<pname value="Stalin&#x27;s" lang="en"/>'
    """
    written = "".join(f' {key}="{text(value)}"' for key, value in attributes.items() if value is not None)
    inner = "".join(content)
    return f"<{tag}{written}>{inner}</{tag}>" if inner else f"<{tag}{written}/>"
