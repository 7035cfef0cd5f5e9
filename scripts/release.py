"""
Put a release together in build/release-VERSION, and print the commands that publish it; nothing is published here.

It builds sdist and wheel twice, checks them, holds the data of the wheel against their laws, and puts beside them: the
data as one JSON document, a statement of the data, a bill of materials, the notes, and the sums of all files. Without
--final this is a dry run, for which the tree need not be clean and no tests are run; nothing but dist/ changes.
"""

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from check_build import epoch
from release_notes import DATA, DIFFERENCE, data_of, notes, section, since, unreleased
from sbom import bill, digest

import destalinization as ds
from destalinization.checks import check
from destalinization.codec import unstructure
from destalinization.store.catalogue import DERIVED, STORED

ROOT = Path(__file__).resolve().parents[1]
SUMS = "SHA256SUMS"


def main() -> int:
    """
    Check, build, and put together.
    """
    options = parsed()
    problems = [*disagreements(ROOT, options.version), *(changed_files() if options.final else ())]
    if options.previous is None:
        problems += unnamed(_read(ROOT / "CHANGELOG.md"), options.version)
    if problems:
        print("\n".join(problems), file=sys.stderr)
        return 1
    if options.final:
        subprocess.run(["make", "test"], cwd=ROOT, check=True)
    subprocess.run(["make", "dist"], cwd=ROOT, check=True)
    folder = ROOT / "build" / f"release-{options.version}"
    assemble(folder, options.version, options.previous)
    for path in sorted(folder.iterdir()):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size} bytes")
    print("\n" + ("\n".join(publishing(folder.relative_to(ROOT), options.version)) if options.final else DRY))
    return 0


DRY = "This was a dry run: the tree was not looked at, and no tests were run. FINAL=yes asks for both."


def parsed() -> argparse.Namespace:
    """
    Read the options.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("version", help="the version that is released")
    parser.add_argument("--previous", type=Path, help="wheel or JSON document of the release before")
    parser.add_argument("--final", action="store_true", help="ask for a clean tree, and run all tests")
    return parser.parse_args()


def disagreements(root: Path, version: str) -> Iterator[str]:
    """
    Say where the files of the tree do not state one version, one date or one version of the data.

    Args:
        root: the tree.
        version: the version that is released.
    """
    changelog, citation, notice = (_read(root / name) for name in ("CHANGELOG.md", "CITATION.cff", "NOTICE"))
    release = json.loads(_read(root / "src" / "destalinization" / "data" / "release.json"))
    try:
        date, text = section(changelog, version)
    except LookupError as error:
        yield str(error)
        return
    stated = {
        "pyproject.toml": (tomllib.loads(_read(root / "pyproject.toml"))["project"]["version"], version),
        "CITATION.cff, version": (_line(citation, "version"), version),
        "CITATION.cff, date-released": (_line(citation, "date-released"), date),
    }
    yield from (f"{file}: {found}, expected {wanted}" for file, (found, wanted) in stated.items() if found != wanted)
    if f"Data version {release['version']}" not in text:
        yield f"CHANGELOG.md, {version}: does not name data version {release['version']}"
    if f"data {release['version']}," not in notice:
        yield f"NOTICE: does not name data version {release['version']}"
    if unreleased(changelog):
        yield "CHANGELOG.md: something stands under Unreleased"


def unnamed(changelog: str, version: str) -> Iterator[str]:
    """
    Say which release stands before this one in the changelog, where none is named to compare the data with.

    Args:
        changelog: the whole changelog.
        version: the version that is released.
    """
    _, _, older = changelog.partition(f"\n## [{version}]")
    before = re.search(r"^## \[(.+?)\]", older, re.MULTILINE)
    if before:
        yield f"PREVIOUS: not given, expected the wheel or the JSON document of {before[1]}"


def changed_files() -> Iterator[str]:
    """
    Name the files of the tree that are not committed.
    """
    command = ["git", "status", "--porcelain"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    yield from (f"not committed: {line[3:]}" for line in listed.splitlines())


def assemble(folder: Path, version: str, previous: Path | None) -> None:
    """
    Put everything that is released into a folder.

    Args:
        folder: the folder, which is made anew.
        version: the version that is released.
        previous: wheel or JSON document of the release before, if there is one.

    Raises:
        ValueError: the data in the wheel break a law, or are of no release.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    built = sorted(path for path in folder.parent.iterdir() if path.is_file())
    for path in built:
        shutil.copy(path, folder)
    wheel = next(path for path in built if path.suffix == ".whl")
    catalogue = data_of(wheel)
    released = catalogue.release
    if released is None:
        raise ValueError("the data in the wheel are of no release")
    changed = since(previous, catalogue)
    documents = {
        f"destalinization-{version}.cdx.json": _written(bill(wheel, int(epoch()))),
        f"destalinization-data-{released.version}.json": ds.to_json(catalogue),
        "NOTES.md": "".join(notes(_read(ROOT / "CHANGELOG.md"), version, changed)),
    }
    if changed is not None:
        documents[DIFFERENCE] = changed.to_text()
    for name, text in documents.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "STATEMENT.json").write_text(_written(statement(wheel, catalogue, folder)), encoding="utf-8")
    (folder / SUMS).write_text("".join(f"{sum}  {name}\n" for name, sum in sums(folder).items()), encoding="utf-8")


def statement(wheel: Path, catalogue: ds.Catalogue, folder: Path) -> dict[str, Any]:
    """
    State what the data version is made of: the sums of its files, how many records it has, and what was released.

    Args:
        wheel: the wheel that holds the data.
        catalogue: the data in it.
        folder: where the other files of the release are.

    Raises:
        ValueError: the data break a law.
    """
    findings = [str(finding) for finding in check(catalogue)]
    if findings:
        raise ValueError("\n".join(findings))
    return {
        "statement": "The data in these files are of this version; they were read from the wheel and break no law.",
        "data": unstructure(catalogue.release),
        "records": {table: len(catalogue.table(table)) for table in (*STORED, *DERIVED)},
        "redirects": len(catalogue.redirects),
        "data files": _sums_inside(wheel),
        "artefacts": sums(folder),
    }


def sums(folder: Path) -> dict[str, str]:
    """
    Give the SHA-256 sums of the files in a folder, other than that of the sums.
    """
    return {path.name: digest(path) for path in sorted(folder.iterdir()) if path.name != SUMS}


def _sums_inside(wheel: Path) -> dict[str, str]:
    """
    Give the SHA-256 sums of the data files in a wheel.
    """
    with zipfile.ZipFile(wheel) as archive:
        names = sorted(name for name in archive.namelist() if name.startswith(DATA))
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in names}


def publishing(folder: Path, version: str) -> Iterator[str]:
    """
    Give the commands that publish, for somebody to run.
    """
    yield "To publish:"
    yield f"  git tag --annotate v{version} --cleanup=whitespace --file {folder}/NOTES.md"
    yield f"  git push origin v{version}"
    yield f"  twine upload {folder}/*.whl {folder}/*.tar.gz"
    yield f"The other files in {folder} belong beside the tag's release, with NOTES.md as its text."


def _read(path: Path) -> str:
    """
    Read a file.
    """
    return path.read_text(encoding="utf-8")


def _line(text: str, key: str) -> str:
    """
    Give the value of a line of YAML, without quotes.
    """
    found = re.search(rf'^{key}: "?([^"\n]+)"?$', text, re.MULTILINE)
    return found[1] if found else "nothing"


def _written(value: dict[str, Any]) -> str:
    """
    Write JSON for people too.
    """
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.exit(main())
