"""
What the site takes from other files of the repository: how to cite, the licences, the programs, how to report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from destalinization import Catalogue

ROOT = Path(__file__).resolve().parents[2]

CITE = """\
# How to cite

Name the version of the data, since dates get corrected. `destalinization --version` prints it, and so does
`ds.__data_version__`. To cite a single date, cite its sources: `ds.cite(record)` gives them.

{title}. Version {version}, data version {data}. {authors}. {licence}.

```bibtex
@misc{{destalinization,
  title     = {{{title}}},
  author    = {{{{{authors}}}}},
  year      = {{{year}}},
  version   = {{{version}, data version {data}}},
  note      = {{Licence of the data: {licence}}}
}}
```

The same for reference managers, as `CITATION.cff`:

```yaml
{citation}```
"""
LICENCES = (("code", "LICENSE"), ("data", "LICENSE-DATA"), ("notice", "NOTICE"))


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the pages.

    Args:
        catalogue: whose release.

    Yields:
        The path of each page, and its text.
    """
    yield "cite.md", cite(catalogue)
    texts = "".join(f"## {name.capitalize()}\n\n```text\n{_read(file)}```\n\n" for name, file in LICENCES)
    yield "licences.md", f"# Licences\n\n{texts}"
    yield "examples.md", f"# Programs\n\nWhole programs that ask the library.\n\n{''.join(map(_program, programs()))}"
    yield "report.md", _section(_read("README.md"), "How to report a wrong date")


def cite(catalogue: Catalogue) -> str:
    """
    Write how to cite the data, from the citation file.

    Args:
        catalogue: whose release.
    """
    citation = _read("CITATION.cff")
    found = dict(re.findall(r'^(?:  - )?([\w-]+): "?([^"\n]+)"?$', citation, re.MULTILINE))
    release = catalogue.release
    return CITE.format(
        title=found["title"],
        version=found["version"],
        data=release.version if release else "unknown",
        authors=found["name"],
        licence=found["license"],
        year=found["date-released"][:4],
        citation=citation,
    )


def programs() -> list[Path]:
    """
    Give the programs among the examples.
    """
    return sorted((ROOT / "examples").glob("*.py"))


def _program(path: Path) -> str:
    """
    Show a program.
    """
    title = path.stem.replace("_", " ").capitalize()
    return f"## {title}\n\n```python\n{path.read_text(encoding='utf-8')}```\n\n"


def _section(text: str, title: str) -> str:
    """
    Make a page out of a section of another.
    """
    body = text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return f"# {title}\n{body}"


def _read(name: str) -> str:
    """
    Read a file of the repository.
    """
    return (ROOT / name).read_text(encoding="utf-8")
