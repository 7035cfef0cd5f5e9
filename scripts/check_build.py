"""
Build sdist and wheel twice and put them into dist/; fail where they differ or lack something.

The two builds run in copies of the tree that differ in place, times, modes, time zone and hash seed.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "src/destalinization/"
SOURCES_OF_THE_PAGE = PACKAGE + "exporters/atlas/front/"
LICENCES = ("LICENSE", "LICENSE-DATA", "NOTICE")


def main() -> int:
    """
    Build, compare, look inside, and keep the result.
    """
    files = tracked()
    with tempfile.TemporaryDirectory() as scratch:
        first = build(files, Path(scratch, "first"), mode=0o644, time=1_000_000_000, zone="UTC", seed="1")
        second = build(
            files, Path(scratch, "second", "elsewhere"), mode=0o664, time=1_500_000_000, zone="Asia/Dushanbe", seed="2"
        )
        problems = [*differing(first, second), *lacking(first, files)]
        for problem in problems:
            print(problem, file=sys.stderr)
        if problems:
            return 1
        shutil.rmtree(ROOT / "dist", ignore_errors=True)
        shutil.copytree(first, ROOT / "dist")
    for path in sorted((ROOT / "dist").iterdir()):
        print(f"{path.name}: {path.stat().st_size} bytes, twice the same")
    return 0


def tracked() -> list[str]:
    """
    Name the files of the tree that git knows, or would add.
    """
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})


def build(files: list[str], folder: Path, *, mode: int, time: int, zone: str, seed: str) -> Path:
    """
    Build in a copy of the tree.
    """
    for name in files:
        copy = folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy)
        copy.chmod(mode)
        os.utime(copy, (time, time))
    out = folder.parent / f"{folder.name}-dist"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch(), "TZ": zone, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out)]
    made = subprocess.run(command, cwd=folder, env=environment, check=False, capture_output=True, text=True)
    if made.returncode:
        sys.exit(made.stdout + made.stderr)
    return out


def epoch() -> str:
    """
    Give the time of the build: the one that is set, or that of the last commit.
    """
    if "SOURCE_DATE_EPOCH" in os.environ:
        return os.environ["SOURCE_DATE_EPOCH"]
    command = ["git", "log", "-1", "--format=%ct"]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def differing(first: Path, second: Path) -> list[str]:
    """
    Name what the two builds have not in common.
    """
    mine, theirs = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in (first, second))
    return [f"{name}: the two builds differ" for name in sorted({*mine, *theirs}) if mine.get(name) != theirs.get(name)]


def lacking(folder: Path, files: list[str]) -> list[str]:
    """
    Name what the sdist and the wheel should hold and do not, and what the wheel should not hold.
    """
    sdist, wheel = next(folder.glob("*.tar.gz")), next(folder.glob("*.whl"))
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    with zipfile.ZipFile(wheel) as archive:
        installed = set(archive.namelist())
    metadata = {name for name in installed if ".dist-info/" in name}
    own = [name for name in files if name.startswith(PACKAGE) and not name.startswith(SOURCES_OF_THE_PAGE)]
    package = {name.removeprefix("src/") for name in own}
    shipped = [name for name in files if not name.startswith(".")]
    return [
        *(f"{sdist.name} lacks {name}" for name in shipped if name not in packed),
        *(f"{wheel.name} lacks {name}" for name in sorted(package - installed)),
        *(f"{wheel.name} should not hold {name}" for name in sorted(installed - package - metadata)),
        *(
            f"{wheel.name} lacks the licence file {name}"
            for name in LICENCES
            if not any(held.endswith(f".dist-info/licenses/{name}") for held in metadata)
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
