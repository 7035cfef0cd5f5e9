"""
Run the core tests with CPython in Pyodide, in node, on the wheel in dist/; what it needs is loaded from npm and PyPI.

What starts processes or threads is left out: WebAssembly has neither here.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "pyodide"
PYODIDE = "pyodide@314"
PLATFORM = ["--platform", "pyemscripten_2026_0_wasm32", "--python-version", "3.14", "--abi", "cp314", "--abi", "none"]
NEEDED = ["pytest", "hypothesis"]
TESTS = [
    "test_dates.py", "test_decode.py", "test_codec.py", "test_encode.py", "test_folding.py",
    "model", "store/test_table.py", "store/test_tables.py", "store/test_catalogue.py", "toponyms/test_lookup.py",
]  # fmt: skip


def main() -> int:
    """
    Put everything together and run.
    """
    wheels = sorted((ROOT / "dist").glob("*.whl"))
    if len(wheels) != 1:
        sys.exit("dist/ should hold one wheel: run `make dist`")
    for name in ("wheels", "tests", "settings"):
        shutil.rmtree(FOLDER / name, ignore_errors=True)
    shutil.copytree(ROOT / "tests", FOLDER / "tests", ignore=shutil.ignore_patterns("__pycache__", "downstream"))
    (FOLDER / "settings").mkdir()
    shutil.copy(ROOT / "pyproject.toml", FOLDER / "settings")
    download = ["download", "--quiet", "--only-binary=:all:", *PLATFORM, "--dest", str(FOLDER / "wheels")]
    subprocess.run([sys.executable, "-m", "pip", *download, str(wheels[0]), *NEEDED], check=True)
    npm = shutil.which("npm") or "npm"
    subprocess.run([npm, "install", "--silent", "--no-save", "--prefix", str(FOLDER), PYODIDE], check=True)
    node = shutil.which("node") or "node"
    chosen = sys.argv[1:] or TESTS
    program = [node, str(ROOT / "tests" / "pyodide" / "run.mjs"), str(FOLDER), *(f"tests/{name}" for name in chosen)]
    return subprocess.run(program, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
