"""
All pages in one folder: those written by hand, with their links led to where things stand in the site, and those made.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

import destalinization as ds
from destalinization.render import html
from destalinization.render.style import CSS

from . import api, article, bearers, command_line, dictionary, former_names, listings, release
from .figures import ATLAS, atlas, by_month, by_year, drawn_names
from .linked_data import of_dataset, script
from .markup import Markup, block

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PARTS = ("gaps.md",)
"""The files that are parts of others and no pages."""

MAKERS = (bearers, former_names, listings, article, dictionary, command_line, api, release)

MOVED = {
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "README.md#how-to-report-a-wrong-date": "report.md",
    "README.md": "index.md",
    "LICENSE": "licences.md#code",
    "LICENSE-DATA": "licences.md#data",
    "NOTICE": "licences.md#notice",
    "CITATION.cff": "cite.md",
    **{f"examples/{path.name}": f"examples.md#{path.stem.replace('_', '-')}" for path in release.programs()},
}
"""Where files of the repository stand in the site."""

FIGURES: dict[str, Callable[[ds.Catalogue], Markup | None]] = {
    "years": by_year,
    "months of 1961": lambda catalogue: by_month(catalogue, 1961),
    "names of Volgograd": lambda catalogue: drawn_names(catalogue.places["volgograd"]),
    "card of Volgograd": lambda catalogue: Markup(html(catalogue.places["volgograd"])),
    "atlas": atlas,
    "data set": lambda catalogue: script(of_dataset(catalogue)),
}
"""What is drawn where a page names it."""

_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s]+)\)")
_FENCED = re.compile(r"(^ *```.*?^ *```$)", re.DOTALL | re.MULTILINE)
_FIGURE = re.compile(r"<!-- figure: ([\w -]+) -->")


def stage(folder: Path, catalogue: ds.Catalogue) -> None:
    """
    Write every page into a folder; what is there already and the same is left alone, so that Sphinx need not read it.

    Args:
        folder: the folder, which is made.
        catalogue: the data that pages are made of.
    """
    staged = dict(pages(catalogue))
    for path in folder.rglob("*.md"):
        if path.relative_to(folder).as_posix() not in staged:
            path.unlink()
    for name, text in staged.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    shutil.copytree(DOCS / "_static", folder / "_static", dirs_exist_ok=True)
    (folder / "_static" / "records.css").write_text(CSS, encoding="utf-8")
    ds.export("atlas", folder / ATLAS, records=catalogue, catalogue=catalogue)


def pages(catalogue: ds.Catalogue) -> Iterator[tuple[str, str]]:
    """
    Give every page with its path.

    Args:
        catalogue: the data that pages are made of.
    """
    for name in written():
        yield name, figured(led(f"docs/{name}", (DOCS / name).read_text(encoding="utf-8")), catalogue)
    for name in ("CONTRIBUTING.md", "CHANGELOG.md"):
        yield MOVED[name], led(name, (ROOT / name).read_text(encoding="utf-8"))
    for name, text in chain.from_iterable(maker.pages(catalogue) for maker in MAKERS):
        yield name, led("README.md", text) if name == "report.md" else text


def written() -> list[str]:
    """
    Give the paths of the pages that are written by hand.
    """
    found = (path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    return sorted(name for name in found if name not in PARTS)


def led(file: str, text: str) -> str:
    """
    Lead the links of a page to where things stand in the site.

    Args:
        file: where the page stands in the repository.
        text: the page.

    >>> led("docs/data.md", "[how](../CONTRIBUTING.md#code), [where](coverage.md)")
    '[how](contributing.md#code), [where](coverage.md)'
    """
    parts = _FENCED.split(text)
    return "".join(
        part if number % 2 else _LINK.sub(lambda found: f"]({_led(file, found[1])})", part)
        for number, part in enumerate(parts)
    )


def _led(file: str, link: str) -> str:
    """
    Lead one link.
    """
    path, _, anchor = link.partition("#")
    target = normpath(join(dirname(file), path))
    whole = MOVED.get(f"{target}#{anchor}")
    if whole is None:
        whole = MOVED.get(target, target.removeprefix("docs/"))
        whole += f"#{anchor}" if anchor and "#" not in whole else ""
    here = MOVED.get(file, file.removeprefix("docs/"))
    return relpath(whole, dirname(here) or ".")


def figured(text: str, catalogue: ds.Catalogue) -> str:
    """
    Put figures where a page names them in a comment, such as ``<!-- figure: years -->``.

    Args:
        text: the page.
        catalogue: the data that they are drawn from.
    """
    return _FIGURE.sub(lambda found: block(FIGURES[found[1]](catalogue)), text)
