"""
The command ``destalinization``.
"""

from .command import main

__all__ = ["main"]
