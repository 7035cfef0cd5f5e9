"""
What an argument of the command line may be.
"""

from __future__ import annotations

from argparse import ArgumentTypeError


def port(text: str) -> int:
    """
    Read the number of a port.

    Args:
        text: the number.

    Raises:
        ArgumentTypeError: it is none.
    """
    if text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no port: expected a number from 0 to 65535")


def path(text: str) -> str:
    """
    Read a path, which an empty text, as a variable that is not set gives it, is not.

    Args:
        text: the path.

    Raises:
        ArgumentTypeError: it is none.
    """
    if not text or "\0" in text:
        raise ArgumentTypeError(f"{text!r} is no path")
    return text
