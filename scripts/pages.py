"""
Pages that are made from the data or the code: compared with what they should be, or written.
"""

import difflib
import sys
from pathlib import Path


def kept(page: Path, new: str) -> int:
    """
    Write a page with --fix; without it say what is out of date, and give 1 if anything is.

    Args:
        page: the file.
        new: what it should hold.
    """
    if "--fix" in sys.argv[1:]:
        page.write_text(new, encoding="utf-8")
        return 0
    old = page.read_text(encoding="utf-8") if page.exists() else ""
    for line in difflib.unified_diff(old.splitlines(), new.splitlines(), page.name, "as it is now", lineterm=""):
        print(line)
    return int(old != new)
