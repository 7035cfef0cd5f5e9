"""
The release: its files agree, its notes say what changed, and its statement and bill of materials tell what is in it.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.difference import difference

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(not (ROOT / "scripts").exists(), reason="the scripts are in the checkout only")

if (ROOT / "scripts").exists():
    import release
    import release_notes
    import sbom

MINI = Path(__file__).parent / "data" / "mini"
VERSION = "0.1.0"
METADATA = """\
Metadata-Version: 2.4
Name: destalinization
Version: 0.1.0
Summary: Something that was built.
License-Expression: MIT AND CC-BY-4.0
Requires-Dist: attrs>=25.4
Requires-Dist: narwhals>=2.29; extra == 'frames'

A description.
"""
CHANGELOG = """\
# Changelog

## [Unreleased]

## [0.1.0] - 2026-11-23

### Code

Something new.

### Data

Data version 2026.11.23, the first.

## [0.0.1] - 2025-01-01

Older.
"""
FILES = {
    "CHANGELOG.md": CHANGELOG,
    "CITATION.cff": 'title: "a"\nversion: 0.1.0\ndate-released: "2026-11-23"\n',
    "NOTICE": "destalinization, data 2026.11.23, by its contributors\n",
    "pyproject.toml": '[project]\nversion = "0.1.0"\n',
    "src/destalinization/data/release.json": '{"version": "2026.11.23"}',
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """
    A tree whose files agree.
    """
    for name, text in FILES.items():
        path = tmp_path / "tree" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "tree"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """
    A wheel that holds the small data set.
    """
    (tmp_path / "dist").mkdir()
    path = tmp_path / "dist" / "destalinization-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("destalinization-0.1.0.dist-info/METADATA"), METADATA)
        for file in sorted(file for file in MINI.rglob("*") if file.is_file()):
            name = f"destalinization/data/{file.relative_to(MINI).as_posix()}"
            archive.writestr(zipfile.ZipInfo(name), file.read_bytes())
    return path


@pytest.fixture
def assembled(wheel: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """
    A release that was put together.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = wheel.parent / "release-0.1.0"
    release.assemble(folder, VERSION, None)
    return folder


def test_files_that_agree_are_no_problem(tree: Path) -> None:
    """
    Nothing is said of a tree whose files state one version, one date and one version of the data.
    """
    assert [] == list(release.disagreements(tree, VERSION))


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("pyproject.toml", "0.1.0", "0.2.0", "pyproject.toml: 0.2.0, expected 0.1.0"),
        ("CITATION.cff", "0.1.0", "0.2.0", "CITATION.cff, version: 0.2.0, expected 0.1.0"),
        ("CITATION.cff", "11-23", "11-24", "CITATION.cff, date-released: 2026-11-24, expected 2026-11-23"),
        ("CITATION.cff", "date-released", "date", "CITATION.cff, date-released: nothing, expected 2026-11-23"),
        ("CHANGELOG.md", "11.23", "11.22", "CHANGELOG.md, 0.1.0: does not name data version 2026.11.23"),
        ("CHANGELOG.md", "## [0.1.0]", "New.\n\n## [0.1.0]", "CHANGELOG.md: something stands under Unreleased"),
        ("NOTICE", "11.23", "11.22", "NOTICE: does not name data version 2026.11.23"),
    ],
)
def test_each_disagreement_is_told(tree: Path, name: str, old: str, new: str, problem: str) -> None:
    """
    A file that states something else is named, with what it states and what was expected.
    """
    (tree / name).write_text(FILES[name].replace(old, new, 1), encoding="utf-8")

    assert [problem] == list(release.disagreements(tree, VERSION))


def test_version_without_a_section_is_told(tree: Path) -> None:
    """
    A version that the changelog does not have cannot be released.
    """
    assert ["CHANGELOG.md has no section for 0.3.0"] == list(release.disagreements(tree, "0.3.0"))


def test_release_before_must_be_named_where_there_is_one() -> None:
    """
    Only the first release in the changelog has nothing to be compared with.
    """
    told = ["PREVIOUS: not given, expected the wheel or the JSON document of 0.0.1"]
    assert told == list(release.unnamed(CHANGELOG, VERSION))
    assert [] == list(release.unnamed(CHANGELOG, "0.0.1"))


def test_section_ends_where_the_next_begins() -> None:
    """
    The section of a version has its date and its text, without that of another version.
    """
    date, text = release_notes.section(CHANGELOG, VERSION)

    assert "2026-11-23" == date
    assert text.startswith("### Code")
    assert text.endswith("Data version 2026.11.23, the first.")


def test_notes_of_a_first_release_say_so() -> None:
    """
    The notes of a release that has none before it are its section and one sentence.
    """
    text = "".join(release_notes.notes(CHANGELOG, VERSION, None))

    assert "Something new." in text
    assert "Older." not in text
    assert text.endswith("### Records\n\nThis is the first release.\n")


def test_notes_count_what_changed_in_each_table() -> None:
    """
    The notes count added, removed and changed records by table, out of the difference from the release before.
    """
    gone, kept = ds.Topic(id="gone", label="Gone", kind="concept"), ds.Topic(id="kept", label="Kept", kind="concept")
    other = ds.Topic(id="kept", label="Kept on", kind="concept")
    source = ds.Source(id="book", title="A book", kind="reference")
    changed = difference(ds.Catalogue.from_records([gone, kept]), ds.Catalogue.from_records([other, source]))

    text = "".join(release_notes.notes(CHANGELOG, VERSION, changed))

    assert "| topics | 0 | 1 | 1 |\n| sources | 1 | 0 | 0 |\n" in text


def test_release_before_is_a_wheel_or_a_document(wheel: Path, mini: ds.Catalogue, tmp_path: Path) -> None:
    """
    The data of the release before are read from its wheel as well as from its JSON document.
    """
    document = tmp_path / "before.json"
    document.write_text(ds.to_json(mini), encoding="utf-8")
    newer = mini.overlay(ds.Catalogue.from_records([ds.Topic(id="new-topic", label="New", kind="concept")]))

    for before in (wheel, document):
        changed = release_notes.since(before, newer)

        assert changed is not None
        assert [("topics", "new-topic", "added")] == [(r.table, r.id, r.how) for r in changed.records]


def test_statement_has_the_sums_of_data_and_artefacts(assembled: Path, wheel: Path) -> None:
    """
    The statement names the version of the data, counts the records of each table, and has the sum of every data file
    in the wheel and of every other file of the release.
    """
    told = json.loads((assembled / "STATEMENT.json").read_text(encoding="utf-8"))
    topics = json.loads((MINI / "topics.json").read_text(encoding="utf-8"))
    files = {f"destalinization/data/{file.relative_to(MINI).as_posix()}" for file in MINI.rglob("*.*")}

    assert json.loads((MINI / "release.json").read_text(encoding="utf-8")) == told["data"]
    assert len(topics) == told["records"]["topics"]
    assert files == told["data files"].keys()
    assert summed(MINI / "topics.json") == told["data files"]["destalinization/data/topics.json"]
    assert summed(wheel) == told["artefacts"][wheel.name]
    assert {*told["artefacts"], "STATEMENT.json", "SHA256SUMS"} == {path.name for path in assembled.iterdir()}


def test_sums_are_those_of_the_files(assembled: Path) -> None:
    """
    SHA256SUMS has every other file of the release, in the form that `sha256sum --check` reads.
    """
    lines = (assembled / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    files = {path for path in assembled.iterdir() if path.name != "SHA256SUMS"}

    assert {f"{summed(path)}  {path.name}" for path in files} == set(lines)
    assert len(files) == len(lines)


def test_same_wheel_gives_the_same_release(assembled: Path) -> None:
    """
    A release that is put together again has the same bytes.
    """
    before = {path.name: path.read_bytes() for path in assembled.iterdir()}

    release.assemble(assembled, VERSION, None)

    assert before == {path.name: path.read_bytes() for path in assembled.iterdir()}


def test_data_that_break_a_law_are_not_signed(wheel: Path) -> None:
    """
    There is no statement of data that break a law.
    """
    broken = ds.Catalogue.from_records([ds.Topic(id="Not A Slug", label="Bad", kind="concept")])

    with pytest.raises(ValueError, match="Not A Slug"):
        release.statement(wheel, broken, wheel.parent)


def test_bill_of_materials_is_valid(wheel: Path) -> None:
    """
    The bill of materials is valid by the schema of CycloneDX, read strictly.
    """
    pytest.importorskip("jsonschema", reason="the validator of CycloneDX needs it")
    validation = pytest.importorskip("cyclonedx.validation.json", reason="it is in the dependency group build only")
    schema = pytest.importorskip("cyclonedx.schema", reason="it is in the dependency group build only")
    judge = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    made = sbom.bill(wheel, 1_700_000_000)

    assert judge.validate_str(json.dumps(made)) is None
    assert judge.validate_str(json.dumps(made | {"specVersion": 16})) is not None


def test_bill_of_materials_tells_the_wheel_and_what_it_needs(wheel: Path) -> None:
    """
    The bill has the wheel with its sum, each requirement with its scope, the data, and what is bundled; all depend.
    """
    made = sbom.bill(wheel, 1_700_000_000)
    itself, others = made["metadata"]["component"], {other["name"]: other for other in made["components"]}

    assert "2023-11-14T22:13:20Z" == made["metadata"]["timestamp"]
    assert ("destalinization", VERSION, summed(wheel)) == (
        itself["name"],
        itself["version"],
        itself["hashes"][0]["content"],
    )
    assert ("required", "optional") == (others["attrs"]["scope"], others["narwhals"]["scope"])
    assert "attrs>=25.4" == others["attrs"]["properties"][0]["value"]
    assert "CC-BY-4.0" == others["destalinization data"]["licenses"][0]["license"]["id"]
    assert {other["bom-ref"] for other in others.values()} == set(made["dependencies"][0]["dependsOn"])


def test_bill_of_materials_names_what_the_notice_names() -> None:
    """
    The npm packages in the bill are those whose makers NOTICE names, with the sums that the lock file has.
    """
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    named = re.search(r"holds\nparts of ([\w, -]+), under", notice)
    assert named is not None
    found = sbom.bundled()

    assert sorted(re.split(r", | and ", named[1])) == [component["name"] for component in found]
    assert {"SHA-512"} == {component["hashes"][0]["alg"] for component in found}
    assert {128} == {len(component["hashes"][0]["content"]) for component in found}


def test_tree_of_today_names_its_newest_version_everywhere() -> None:
    """
    Nothing but changes that are still to be released stands between the tree and a release of its version.
    """
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    problems = release.disagreements(ROOT, project["version"])

    assert [] == [problem for problem in problems if "Unreleased" not in problem]


def summed(path: Path) -> str:
    """
    Give the SHA-256 sum of a file.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()
