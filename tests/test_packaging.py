"""
The packaging: what is installed, and what the files beside the code say about it.
"""

import re
import tomllib
from importlib.metadata import metadata, requires, version
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds

ROOT = Path(__file__).parents[1]
DEPENDENCIES = ["attrs", "cattrs", "importlib-resources"]

checkout = pytest.mark.skipif(not (ROOT / "pyproject.toml").exists(), reason="the file is in the checkout only")


def read(name: str) -> str:
    """
    Read a file of the checkout.
    """
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    """
    Read the project's table of pyproject.toml.
    """
    table: dict[str, Any] = tomllib.loads(read("pyproject.toml"))["project"]
    return table


def names(requirements: list[str]) -> list[str]:
    """
    Give the names of what is required.
    """
    return sorted(match[0] for text in requirements if (match := re.match(r"[A-Za-z0-9-]+", text)))


def newest_release() -> tuple[str, str, str]:
    """
    Give the version, the date and the text of the newest release in the changelog.
    """
    release = re.search(r"^## \[(\d[^]]*)\] - (\S+)\n(.*?)(?=^## |\Z)", read("CHANGELOG.md"), re.DOTALL | re.MULTILINE)
    assert release is not None
    return release[1], release[2], release[3]


def test_only_three_packages_are_required() -> None:
    """
    What is installed requires attrs, cattrs and importlib-resources and nothing else, extras apart.
    """
    assert DEPENDENCIES == names([text for text in requires("destalinization") or [] if "extra ==" not in text])


def test_version_is_that_of_the_installed_package() -> None:
    """
    The version that the package states is the one that was installed.
    """
    assert version("destalinization") == ds.__version__


@pytest.mark.parametrize("name", ["py.typed", "data/index.tsv", "data/schema.json", "data/places/ru.json"])
def test_package_holds_its_data_and_marker(name: str) -> None:
    """
    The installed package holds its data, its schema and the marker that it is typed.
    """
    assert files("destalinization").joinpath(name).is_file()


def test_both_licences_and_the_notice_are_installed() -> None:
    """
    The installed package names its two licences and the three files that state them.
    """
    stated = metadata("destalinization")

    assert "MIT AND CC-BY-4.0" == stated["License-Expression"]
    assert ["LICENSE", "LICENSE-DATA", "NOTICE"] == stated.get_all("License-File")


def test_data_licence_is_the_one_stated_in_the_data() -> None:
    """
    The release of the data names the licence whose text is in LICENSE-DATA.
    """
    release = ds.catalogue().release

    assert release is not None
    assert "CC-BY-4.0" == release.licence


@checkout
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("LICENSE", "MIT License"),
        ("LICENSE", "Copyright (c) 2026 The destalinization contributors"),
        ("LICENSE-DATA", "Creative Commons Attribution 4.0 International Public License"),
        ("LICENSE-DATA", "Section 8 -- Interpretation."),
        ("NOTICE", "src/destalinization/data"),
    ],
)
def test_licence_files_hold_their_texts(name: str, words: str) -> None:
    """
    A licence file holds the text of its licence.
    """
    assert words in read(name)


@checkout
def test_every_gazetteer_is_credited() -> None:
    """
    NOTICE names the publisher and the address of every gazetteer that the data cite.
    """
    notice = read("NOTICE")
    gazetteers = ds.sources.where(kind="gazetteer")

    assert len(gazetteers) > 0
    assert [] == [source.id for source in gazetteers if f"{source.publisher} ({source.url})" not in notice]


@checkout
def test_notice_names_the_version_of_the_data() -> None:
    """
    The example of an attribution in NOTICE names the data version of today.
    """
    assert f"data {ds.__data_version__}," in read("NOTICE")


@checkout
def test_only_tested_versions_of_python_are_named() -> None:
    """
    The classifiers name the versions of Python on which the tests run, and no version below them is accepted.
    """
    stated = project()
    named = [text.rpartition(" ")[2] for text in stated["classifiers"] if re.search(r"Python :: 3\.\d+$", text)]

    assert ["3.11", "3.12", "3.13"] == named
    assert ">=3.11" == stated["requires-python"]


@checkout
def test_versions_agree() -> None:
    """
    pyproject.toml, CITATION.cff and the newest release of the changelog state one version.
    """
    cited = re.search(r"^version: (\S+)$", read("CITATION.cff"), re.MULTILINE)
    assert cited is not None

    assert project()["version"] == cited[1] == newest_release()[0]


@checkout
def test_dates_agree() -> None:
    """
    CITATION.cff and the newest release of the changelog state one date.
    """
    cited = re.search(r'^date-released: "(\S+)"$', read("CITATION.cff"), re.MULTILINE)
    assert cited is not None

    assert newest_release()[1] == cited[1]


@checkout
def test_changelog_tells_code_from_data() -> None:
    """
    The newest release of the changelog has a section for the code and one for the data, which names their version.
    """
    _, _, text = newest_release()

    assert ["Code", "Data"] == re.findall(r"^### (.*)$", text, re.MULTILINE)
    assert f"Data version {ds.__data_version__}" in text
