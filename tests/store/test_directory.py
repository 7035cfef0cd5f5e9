"""
A folder of data files: read strictly with all findings at once, written canonically.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from destalinization.errors import DataError, Finding
from destalinization.store.catalogue import Catalogue
from destalinization.store.directory import canonical_files, differences, write_files

Edit = Callable[[Any], Any]


@pytest.fixture
def folder(mini_folder: Path, tmp_path: Path) -> Path:
    """
    A copy of the small data set that may be broken.
    """
    return shutil.copytree(mini_folder, tmp_path / "copy")


def refused(folder: Path) -> list[Finding]:
    """
    Give what is found in a folder that is refused.
    """
    with pytest.raises(DataError) as caught:
        Catalogue.from_directory(folder)
    return list(caught.value.findings)


def edit(path: Path, change: Edit) -> None:
    """
    Change the content of a JSON file.
    """
    raw = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(change(raw) or raw), encoding="utf-8")


def shape(path: str, found: str, expected: str, *, file: str = "topics.json", record: str = "") -> Finding:
    """
    Make a finding about the shape of data.
    """
    return Finding("structure", file, record, path, found, expected)


def test_copy_is_the_same(mini: Catalogue, folder: Path) -> None:
    """
    A folder gives its records, wherever it stands.
    """
    assert mini == Catalogue.from_directory(folder)


def test_path_may_be_text(mini: Catalogue, folder: Path) -> None:
    """
    A folder may be given as text.
    """
    assert mini == Catalogue.from_directory(str(folder))


def test_records_over_others(mini: Catalogue, tmp_path: Path) -> None:
    """
    A folder that refers to records of another catalogue is read over it, and refused alone.
    """
    own = tmp_path / "own"
    own.mkdir()
    relation = {"type": "about", "target": "moscow"}
    topic = {"id": "gulag", "label": "Gulag", "kind": "concept", "relations": [relation]}
    (own / "topics.json").write_text(json.dumps([topic]), encoding="utf-8")
    assert [finding.found for finding in refused(own)] == ["'moscow'"]
    both = Catalogue.from_directory(own, base=mini)
    assert (both.topics["gulag"].relations[0].target, len(both.topics)) == ("moscow", len(mini.topics) + 1)
    assert both.release == mini.release


def test_form_does_not_matter(mini: Catalogue, folder: Path) -> None:
    """
    Neither line breaks nor the order of records nor a byte order mark change what is read.
    """
    for path in folder.rglob("*.json"):
        raw = json.loads(path.read_text(encoding="utf-8"))
        mixed = raw[::-1] if isinstance(raw, list) else raw
        path.write_text(json.dumps(mixed, ensure_ascii=True), encoding="utf-8-sig")
    assert mini == Catalogue.from_directory(folder)


def test_places_may_stand_in_any_file_of_theirs(mini: Catalogue, folder: Path) -> None:
    """
    It is the record that says in which country a place lies, not the file.
    """
    (folder / "places" / "ru.json").rename(folder / "places" / "elsewhere.json")
    assert mini == Catalogue.from_directory(folder)


def test_index_is_not_read(mini: Catalogue, folder: Path) -> None:
    """
    The index is derived, so that a wrong or missing one changes nothing.
    """
    (folder / "index.tsv").unlink()
    assert mini == Catalogue.from_directory(folder)


def test_missing_folder(tmp_path: Path) -> None:
    """
    A folder that is not there is an error that names it.
    """
    with pytest.raises(FileNotFoundError, match=r"no folder of data files: .*nowhere"):
        Catalogue.from_directory(tmp_path / "nowhere")


def test_file_instead_of_a_folder(folder: Path) -> None:
    """
    A file is no folder.
    """
    with pytest.raises(FileNotFoundError, match="no folder of data files"):
        Catalogue.from_directory(folder / "topics.json")


def test_empty_folder(tmp_path: Path) -> None:
    """
    Files that are not there count as empty.
    """
    assert Catalogue.from_records([]) == Catalogue.from_directory(tmp_path)


@pytest.mark.parametrize("file", ["claims.json", "redirects.json", "release.json"])
def test_missing_file_counts_as_empty(folder: Path, file: str) -> None:
    """
    A folder without claims, redirects or a release has none.
    """
    (folder / file).unlink()
    found = Catalogue.from_directory(folder)
    sizes = {"claims.json": len(found.claims), "redirects.json": len(found.redirects), "release.json": found.release}
    assert not sizes[file]


@pytest.mark.parametrize("file", ["topics.json", "places/tj.json", "redirects.json", "release.json"])
@pytest.mark.parametrize(
    ("content", "path", "found", "expected"),
    [
        pytest.param(b"", "", "nothing", "a JSON value", id="empty"),
        pytest.param(b" \n\t", "", "nothing", "a JSON value", id="blank"),
        pytest.param(b'["\xd1', "byte 2", "the byte 0xd1", "UTF-8", id="cut"),
        pytest.param("Сталино".encode("cp1251"), "byte 0", "the byte 0xd1", "UTF-8", id="wrong encoding"),
        pytest.param('["a"]'.encode("utf-16-le"), "line 1 column 2", "no JSON (Expecting value)", "JSON", id="UTF-16"),
        pytest.param(b"[{]", "line 1 column 3", None, "JSON", id="malformed"),
        pytest.param(b"[" * 100_000, "", "lists or objects nested too deeply", "a few levels", id="deep"),
        pytest.param(b"[NaN]", "", "NaN", "a number that JSON has", id="NaN"),
        pytest.param(b'{"a": 1, "a": 2}', "", "the key 'a' twice in one object", "each key once", id="key twice"),
    ],
)
def test_file_that_is_no_json(
    folder: Path, file: str, content: bytes, path: str, found: str | None, expected: str
) -> None:
    """
    A file that is no JSON in UTF-8 is one finding that names the file, and the place where it goes wrong.
    """
    (folder / file).write_bytes(content)
    (finding,) = refused(folder)
    assert (file, path, found or finding.found, expected) == (
        finding.file,
        finding.path,
        finding.found,
        finding.expected,
    )


def test_file_too_large(folder: Path) -> None:
    """
    A file of more than 64 MiB is not read.
    """
    with (folder / "topics.json").open("r+b") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    assert [shape("", "67,108,865 bytes", "at most 67,108,864 bytes")] == refused(folder)


@pytest.mark.parametrize(("content", "found"), [("{}", "a dict"), ('"topics"', "a str"), ("7", "a int")])
def test_file_that_is_no_list(folder: Path, content: str, found: str) -> None:
    """
    A file of records holds a list.
    """
    (folder / "topics.json").write_text(content, encoding="utf-8")
    assert [shape("", found, "a list of records")] == refused(folder)


@pytest.mark.parametrize("file", ["redirects.json", "release.json"])
def test_file_that_is_no_object(folder: Path, file: str) -> None:
    """
    The redirects and the release are objects.
    """
    (folder / file).write_text("[]", encoding="utf-8")
    assert [shape("", "a list", "an object", file=file)] == refused(folder)


def test_redirect_that_is_no_id(folder: Path) -> None:
    """
    A retired id leads to the text of another id.
    """
    edit(folder / "redirects.json", lambda raw: {**raw, "camps": 7})
    wanted = shape("", "other values", "the id that took its place", file="redirects.json")
    assert [wanted] == refused(folder)


@pytest.mark.parametrize(
    ("change", "path", "found", "expected"),
    [
        (lambda raw: raw[0].update(colour="red"), "colour", "an unknown key", None),
        (lambda raw: raw[0].update(label=None), "label", "null", "a text"),
        (lambda raw: raw[0].update(label=7), "label", "7", "a text"),
        (lambda raw: raw[0].update(summary=["a"]), "summary", '["a"]', "a text"),
        (lambda raw: raw[0].update(aliases="Thaw"), "aliases", "'Thaw'", "a list"),
        (lambda raw: raw[0].update(aliases=["Thaw", 7]), "aliases[1]", "7", "a text"),
        (lambda raw: raw[0].update(forms=["Thaw"]), "forms", '["Thaw"]', "an object"),
        (lambda raw: raw[0].update(forms={"de": "Tauwetter"}), "forms.de", "'Tauwetter'", "a list"),
        (lambda raw: raw[0].update(kind="theme"), "kind", "'theme'", None),
        (lambda raw: raw[0].pop("label"), "label", "nothing", "a value"),
        (lambda raw: raw[0].update(period="1953"), "period", "'1953'", "an object"),
        (lambda raw: raw[0]["period"].update(value="spring 1953"), "period.value", "'spring 1953'", None),
        (lambda raw: raw[0]["period"].update(value=1953), "period.value", "1953", "an EDTF date or interval as text"),
        (lambda raw: raw[0]["relations"].append(7), "relations[1]", "7", "an object"),
    ],
)
def test_record_that_does_not_fit(folder: Path, change: Edit, path: str, found: str, expected: str | None) -> None:
    """
    A field that does not fit is one finding: the file, the record, the place in it, what is there, what should be.
    """
    edit(folder / "topics.json", lambda raw: change(raw) and None)
    (finding,) = refused(folder)
    assert shape(path, found, expected or finding.expected, record="de-stalinization") == finding


def test_record_without_an_id(folder: Path) -> None:
    """
    A record that has no id is named by its place in the file.
    """
    edit(folder / "topics.json", lambda raw: raw[1].pop("id") and None)
    assert [shape("id", "nothing", "a value", record="[1]")] == refused(folder)


def test_record_that_is_no_object(folder: Path) -> None:
    """
    A record is an object.
    """
    edit(folder / "topics.json", lambda raw: [*raw, "gulag"])
    assert [shape("", "'gulag'", "an object", record="[2]")] == refused(folder)


def test_id_twice(folder: Path) -> None:
    """
    An id that two records of a file bear is refused.
    """
    edit(folder / "topics.json", lambda raw: [*raw, raw[0]])
    assert [("unique-ids", "de-stalinization")] == [(finding.law, finding.record) for finding in refused(folder)]


def test_id_in_two_files(folder: Path) -> None:
    """
    An id that records of two files bear is refused.
    """
    edit(folder / "topics.json", lambda raw: [*raw, {"id": "moscow", "label": "Moscow", "kind": "concept"}])
    assert [("unique-ids", "moscow")] == [(finding.law, finding.record) for finding in refused(folder)]


def test_dangling_reference(folder: Path) -> None:
    """
    A reference that leads nowhere is refused, with its place.
    """
    edit(folder / "topics.json", lambda raw: raw[0]["relations"][0].update(target="nobody"))
    assert [("references-resolve", "de-stalinization", "relations[0].target", "'nobody'")] == [
        (finding.law, finding.record, finding.path, finding.found) for finding in refused(folder)
    ]


def test_all_findings_stand_in_one_error(folder: Path) -> None:
    """
    Everything that is wrong in several files is listed at once, in the order of the files.
    """
    edit(folder / "places" / "ua.json", lambda raw: raw[0].update(colour="red", current="yes"))
    edit(folder / "people.json", lambda raw: raw[0]["born"].update(value="1814-13"))
    (folder / "acts.json").write_bytes(b"")
    edit(folder / "claims.json", lambda raw: [record.update(status="true") for record in raw] and None)
    edit(folder / "release.json", lambda raw: raw.pop("version") and None)
    assert [
        ("places/ua.json", "donetsk", "current"),
        ("places/ua.json", "donetsk", "colour"),
        ("people.json", "john-hughes", "born.value"),
        ("acts.json", "", ""),
        ("claims.json", "claim-001", "status"),
        ("claims.json", "claim-002", "status"),
        ("claims.json", "claim-003", "status"),
        ("claims.json", "claim-004", "status"),
        ("release.json", "", "version"),
    ] == [(finding.file, finding.record, finding.path) for finding in refused(folder)]


def test_canonical_files_are_those_of_the_folder(mini: Catalogue, mini_folder: Path) -> None:
    """
    The small data set is in canonical form, its index included.
    """
    wanted = canonical_files(mini)
    assert wanted == {file: (mini_folder / file).read_text(encoding="utf-8") for file in wanted}


def test_written_files_give_the_catalogue(mini: Catalogue, tmp_path: Path) -> None:
    """
    What is written is read back.
    """
    write_files(tmp_path, canonical_files(mini))
    assert mini == Catalogue.from_directory(tmp_path)


def test_writing_twice_changes_nothing(mini: Catalogue, tmp_path: Path) -> None:
    """
    Writing what was read gives the same files again.
    """
    write_files(tmp_path, canonical_files(mini))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    write_files(tmp_path, canonical_files(Catalogue.from_directory(tmp_path)))
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.*")}


def test_written_files_have_no_differences(mini: Catalogue, tmp_path: Path) -> None:
    """
    Files that were just written are as they would be written.
    """
    write_files(tmp_path, canonical_files(mini))
    assert not list(differences(tmp_path, canonical_files(mini)))


@pytest.mark.parametrize("file", ["topics.json", "places/ru.json", "redirects.json", "release.json", "index.tsv"])
def test_file_in_another_form_is_found(mini: Catalogue, folder: Path, file: str) -> None:
    """
    A file that is not as it would be written is found, be it by one space.
    """
    with (folder / file).open("a", encoding="utf-8") as stream:
        stream.write(" ")
    wanted = Finding("canonical-files", file, "", "", "another form", "the canonical form (`check --fix`)")
    assert [wanted] == list(differences(folder, canonical_files(mini)))


@pytest.mark.parametrize("file", ["topics.json", "places/ru.json", "redirects.json", "release.json", "index.tsv"])
def test_missing_file_is_found(mini: Catalogue, folder: Path, file: str) -> None:
    """
    A file that would be written and is not there is found.
    """
    (folder / file).unlink()
    wanted = Finding("canonical-files", file, "", "", "no file", "the file (`check --fix` writes it)")
    assert [wanted] == list(differences(folder, canonical_files(mini)))


def test_file_without_records_is_found(mini: Catalogue, folder: Path) -> None:
    """
    A file of places that has none is found.
    """
    (folder / "places" / "fr.json").write_text("[]\n", encoding="utf-8")
    wanted = Finding("canonical-files", "places/fr.json", "", "", "a file without records", "no file (`check --fix`)")
    assert [wanted] == list(differences(folder, canonical_files(mini)))


def test_writing_removes_files_without_records(mini: Catalogue, folder: Path) -> None:
    """
    A file of places that are no longer there goes when the folder is written.
    """
    (folder / "places" / "fr.json").write_text("[]\n", encoding="utf-8")
    write_files(folder, canonical_files(mini))
    assert not (folder / "places" / "fr.json").exists()


def test_writing_leaves_other_files_alone(mini: Catalogue, folder: Path) -> None:
    """
    What is no data file stays as it is.
    """
    (folder / "places" / "README.md").write_text("places", encoding="utf-8")
    (folder / "notes.txt").write_text("notes", encoding="utf-8")
    write_files(folder, canonical_files(mini))
    assert {"notes.txt", "README.md"} <= {path.name for path in folder.rglob("*")}


def test_writing_leaves_nothing_beside_the_files(mini: Catalogue, tmp_path: Path) -> None:
    """
    Writing leaves no half-written file behind.
    """
    write_files(tmp_path, canonical_files(mini))
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    assert set(canonical_files(mini)) == names
