"""
Make the site: `python -m website`, run in ``docs``.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import destalinization as ds

from .checking import problems
from .staging import DOCS, ROOT, stage

SOURCE = ROOT / "build" / "docs-source"
SITE = ROOT / "build" / "docs"


def main() -> int:
    """
    Stage the pages, make the site, and check it.
    """
    stage(SOURCE, ds.catalogue())
    made = make(SOURCE, SITE)
    if made.returncode:
        return made.returncode
    found = list(problems(SITE))
    for problem in found:
        print(problem, file=sys.stderr)
    files = sum(path.is_file() for path in SITE.rglob("*"))
    print(f"{SITE.relative_to(ROOT)}: {files} files, {len(found)} problems")
    return 1 if found else 0


def make(source: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """
    Let Sphinx make the site, afresh; a warning is an error.

    Args:
        source: the folder of the pages.
        site: the folder of the site.
    """
    options = ["-W", "--keep-going", "-q", "-E", "-j", "auto", "-b", "html", "-c", str(DOCS), "-d", f"{site}-doctrees"]
    command = [sys.executable, "-m", "sphinx", *options, "-D", f"html_static_path={source / '_static'}"]
    return subprocess.run([*command, str(source), str(site)], check=False, text=True)


if __name__ == "__main__":
    sys.exit(main())
