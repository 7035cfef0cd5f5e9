"""
Make the site: `python -m website`, run in ``docs``.
"""

from __future__ import annotations

import subprocess
import sys

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
    options = ["-W", "--keep-going", "-q", "-E", "-j", "auto", "-b", "html", "-c", str(DOCS), "-d", f"{SITE}-doctrees"]
    made = subprocess.run([sys.executable, "-m", "sphinx", *options, str(SOURCE), str(SITE)], check=False)
    if made.returncode:
        return made.returncode
    found = list(problems(SITE))
    for problem in found:
        print(problem, file=sys.stderr)
    files = sum(path.is_file() for path in SITE.rglob("*"))
    print(f"{SITE.relative_to(ROOT)}: {files} files, {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
