"""
What README.md and CONTRIBUTING.md show and promise.
"""

import doctest
import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import destalinization as ds
from destalinization.checks import check

ROOT = Path(__file__).parents[1]
README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"

pytestmark = pytest.mark.skipif(not README.exists(), reason="README.md is in the checkout only")


def test_python_examples_give_what_they_say() -> None:
    """
    The Python examples of the README run one after the other and give what stands below them.
    """
    blocks = re.findall(r"^```python\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    example = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "README.md", "README.md", 0)
    said: list[str] = []

    doctest.DocTestRunner().run(example, out=said.append)

    assert example.examples
    assert "" == "".join(said)


def test_first_example_stands_on_the_first_screen() -> None:
    """
    The README shows running Python, the two commands and the table of counts within its first sixty lines.
    """
    first_screen = "\n".join(README.read_text(encoding="utf-8").splitlines()[:60])

    assert re.search(
        r"```python\n>>> import destalinization as ds\n.*make run.*make test.*in the data", first_screen, re.DOTALL
    )


def script(name: str) -> ModuleType:
    """
    Load a script.
    """
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_counts_and_outputs_are_those_of_today() -> None:
    """
    The counts in the README are those of the data, and its commands print what it shows; `make readme` renews both.
    """
    text = README.read_text(encoding="utf-8")

    assert script("readme").renewed(text) == text


def test_coverage_page_is_that_of_today() -> None:
    """
    The page on what is in the data has the figures of the data, and ends with what is missing; `make readme` renews it.
    """
    text = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")

    assert "".join(script("coverage").page()) == text
    assert "## What is known to be missing" in text


def test_formats_page_is_that_of_today() -> None:
    """
    The page on formats tells every format and every column; `make readme` renews it.
    """
    text = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")

    assert "".join(script("formats").page()) == text


def test_public_names_are_those_of_today() -> None:
    """
    The list of public names and signatures is that of the package, so that a break shows as a difference.
    """
    text = (ROOT / "public_api.txt").read_text(encoding="utf-8")

    assert list(script("public_api").lines()) == text.splitlines()


def test_counts_name_every_table() -> None:
    """
    The table of counts in the README has a row for every table that is stored, with its number of records.
    """
    rows = dict(re.findall(r"^\| (\w+) \| (\d+) \|", README.read_text(encoding="utf-8"), re.MULTILINE))
    catalogue = ds.catalogue()
    tables = (
        catalogue.places, catalogue.institutions, catalogue.people, catalogue.topics,
        catalogue.events, catalogue.acts, catalogue.claims, catalogue.sources,
    )  # fmt: skip

    assert {table.name: str(len(table)) for table in tables}.items() <= rows.items()


@pytest.mark.parametrize(
    "page",
    [README, CONTRIBUTING, ROOT / "SECURITY.md", ROOT / "CHANGELOG.md", ROOT / "docs" / "data.md"],
    ids=lambda p: p.name,
)
def test_links_lead_somewhere(page: Path) -> None:
    """
    Every link of a page to another file of the repository leads to one.
    """
    linked = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [] == [link for link in linked if not (page.parent / link).is_file()]


@pytest.mark.parametrize("page", [README, CONTRIBUTING], ids=lambda page: page.name)
def test_make_targets_exist(page: Path) -> None:
    """
    Every `make` command that a page names is a target of the Makefile.
    """
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)

    assert named
    assert set() == set(named) - targets


def test_worked_example_breaks_no_law() -> None:
    """
    The records of the worked example in CONTRIBUTING.md, put over the bundled data, are read and break no law.
    """
    text = CONTRIBUTING.read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```json (\w+)\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    document: dict[str, Any] = json.loads(ds.to_json(ds.catalogue()))
    added = {table: json.loads(block) for table, block in blocks}
    for table, records in added.items():
        ids = {record["id"] for record in records}
        document[table] = [record for record in document[table] if record["id"] not in ids] + records
    del document["changes"]

    catalogue = ds.from_json(json.dumps(document))

    assert ["acts", "places", "sources"] == sorted(added)
    assert () == check(catalogue)
    assert "1961-11-04" == str(catalogue.renamings["european-square-kyiv/lenin-komsomol-square"].date)
