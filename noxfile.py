"""
The tests on what is installed, on several versions of Python and of the dependencies; `make dist` builds it first.

The tests are copied to a folder without the checkout, so that they cannot run on its sources instead.
"""

import os
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
OWN = "{}.{}".format(*sys.version_info)
PYTHONS = sorted({"3.11", "3.12", "3.13", "3.14", OWN})
CORE = [
    "test_dates.py", "test_codec.py", "test_decode.py", "test_encode.py", "test_public_face.py",
    "test_json_schema.py", "test_plot.py", "test_hypothesis_hook.py", "test_strategies.py", "model",
    "store/test_table.py", "store/test_tables.py",
    "store/test_catalogue.py", "toponyms/test_engine.py", "toponyms/test_lookup.py", "toponyms/test_questions.py",
]  # fmt: skip
"""The tests of records, dates, reading and looking up, and of each extra; a minute or two."""

nox.options.default_venv_backend = "virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["suite"]

for home in sorted(Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"), "versions").glob("3.*")):
    os.environ["PATH"] += f"{os.pathsep}{home / 'bin'}"


def built(pattern: str) -> str:
    """
    Give the path of what was built.

    Args:
        pattern: how its name ends.
    """
    found = sorted((ROOT / "dist").glob(f"*{pattern}"))
    if len(found) != 1:
        sys.exit(f"dist/ should hold one *{pattern}: run `make dist`")
    return str(found[0])


def check(session: nox.Session, *tests: str, coverage: bool = False) -> None:
    """
    Run tests without the checkout.

    Args:
        session: where the package and the tests' group are installed.
        tests: the files and folders; all where nothing is said.
        coverage: measure the coverage of branches, and fail where it is too low.
    """
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder / "tests", ignore_errors=True)
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__", "downstream"))
    (folder / "settings").mkdir(exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", folder / "settings")
    session.chdir(folder)
    where = "import destalinization, sys; sys.exit(f'{sys.prefix}/' not in destalinization.__file__)"
    session.run("python", "-c", where)
    chosen = [f"tests/{name}" for name in tests] or ["tests"]
    workers = os.environ.get("DESTALINIZATION_WORKERS", "auto")
    options = ["-c", "settings/pyproject.toml", "--rootdir", ".", "--numprocesses", workers]
    if coverage:
        options += ["--cov", "--cov-config", "settings/pyproject.toml", "--cov-report", "term"]
    session.run("pytest", *options, *chosen)


def install(session: nox.Session, *what: str) -> None:
    """
    Install packages and the tests' group, and nothing from where the user's settings of Python point.
    """
    session.env.update(PYTHONPATH=None, PYTHONHOME=None)
    session.install(*what, "--group", str(ROOT / "pyproject.toml:tests"))


@nox.session(python=PYTHONS)
def suite(session: nox.Session) -> None:
    """All tests on the wheel, with coverage on the Python that runs nox; arguments after ``--`` choose some."""
    install(session, built(".whl"))
    check(session, *session.posargs, coverage=session.python == OWN and not session.posargs)


@nox.session(python=PYTHONS)
def core(session: nox.Session) -> None:
    """The core tests on the wheel."""
    install(session, built(".whl"))
    check(session, *CORE)


@nox.session(python=OWN)
def sdist(session: nox.Session) -> None:
    """The core tests on what pip builds of the source archive."""
    install(session, built(".tar.gz"))
    check(session, *CORE)


@nox.session(python=OWN)
def lowest(session: nox.Session) -> None:
    """The core tests with the lowest versions of the dependencies and extras that are allowed."""
    folder = Path(session.create_tmp()).resolve()
    said = session.run("python", str(ROOT / "scripts" / "lowest.py"), silent=True)
    constraints = folder / "constraints.txt"
    constraints.write_text(str(said), encoding="utf-8")
    install(session, f"{built('.whl')}[fast,frames,fuzzy,hypothesis,plot]", "--constraint", str(constraints))
    check(session, *CORE)


@nox.session(python=OWN)
def downstream(session: nox.Session) -> None:
    """A project that depends on the wheel: its types under mypy and pyright, its tests, and its command."""
    session.env.update(PYTHONPATH=None, PYTHONHOME=None)
    folder = Path(session.create_tmp()).resolve() / "downstream"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "tests" / "downstream", folder, ignore=shutil.ignore_patterns("__pycache__"))
    session.chdir(folder)
    session.install(f"{built('.whl')}[hypothesis]")
    session.install(".", "--group", "dev")
    session.run("mypy")
    session.run("pyright", env={"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"})
    session.run("pytest", "-q")
    session.run("old-addresses", "letters.csv", "--overlay", "overlay", "-o", "letters.geojson")
