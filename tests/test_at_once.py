"""
Loading at once, from a cold start: threads share their objects, processes agree, and no one waits for ever.
"""

from __future__ import annotations

import ast
import json
import multiprocessing
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds

PROGRAM = Path(__file__).parent / "support" / "at_once.py"
PACKAGE = Path(ds.__file__).parent
METHODS = multiprocessing.get_all_start_methods()


@cache
def run(*arguments: str) -> list[Any]:
    """
    Run the program that asks at once in an interpreter that has loaded nothing yet, and give what each got.
    """
    command = [sys.executable, str(PROGRAM), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-4000:]
    got: list[Any] = json.loads(done.stdout)
    return got


def said(answers: dict[str, list[Any]]) -> dict[str, Any]:
    """
    Give the answers without the identities of their objects.
    """
    return {question: answer for question, (answer, _) in answers.items()}


@pytest.mark.parametrize("seed", ["1"])
def test_threads_get_the_same_answers_and_objects(seed: str) -> None:
    """
    32 threads that load, look up, annotate and export at once get the answers that one alone gets, and each record,
    table, timeline and index is one object in all of them.
    """
    seen = run("threads", seed)

    assert 32 == len(seen)
    assert [seen[0]] * 32 == seen
    assert run("alone") == [said(seen[0])]


@pytest.mark.parametrize("seed", ["1", "2", "3", "4", "5", "6"])
def test_threads_fetch_the_same_public_names(seed: str) -> None:
    """
    32 threads that fetch all public names at once, each in its own order, get the same things without an error.
    """
    seen = run("names", seed)

    assert [seen[0]] * 32 == seen
    assert ds.__version__ == seen[0]["__version__"]


@pytest.mark.parametrize(
    ("method", "loaded"), [("fork", "half"), ("fork", "all"), ("spawn", "nothing"), ("forkserver", "half")]
)
def test_processes_get_the_same_answers(method: str, loaded: str) -> None:
    """
    8 processes that ask at once get the answers that one alone gets, however they are started, and whatever the
    process that starts them has loaded.
    """
    if method not in METHODS:
        pytest.skip(f"this system starts no processes by {method}")

    assert run("alone") * 8 == run("processes", method, loaded)


@pytest.mark.skipif("fork" not in METHODS, reason="this system does not fork")
def test_a_child_does_not_wait_for_a_thread_that_stayed_behind() -> None:
    """
    A process that is forked while another thread loads can load by itself.
    """
    assert run("alone") == run("fork")


def test_a_record_is_found_while_another_thread_loads_its_table() -> None:
    """
    A look-up that began before a table was whole, and goes on when it is, finds the record.
    """
    from destalinization.store.shelf import LazyShelf

    class Here(dict[str, str]):
        def get(self, id: str, default: Any = None) -> Any:
            found = super().get(id, default)
            shelf.all()  # what another thread does just now
            return found

    shelf: LazyShelf[str] = LazyShelf({"a": "record"}.get, lambda _: [("a", "record")])
    shelf.here = Here()

    assert "record" == shelf.get("a")


def test_no_module_loads_data_while_it_is_imported() -> None:
    """
    Nothing is loaded at import, so that a thread that imports never waits for one that loads, and the other way round.
    """
    code = (
        "import destalinization.store.shelf as shelf, pkgutil, destalinization, importlib\n"
        "shelf.LOCK = None\n"
        "names = [m.name for m in pkgutil.walk_packages(destalinization.__path__, 'destalinization.')]\n"
        "for name in names:\n"
        "    if not name.endswith('__main__'): importlib.import_module(name)\n"
        "print(len(names))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)

    assert "" == done.stderr
    assert 150 < int(done.stdout)


def modules() -> dict[str, Path]:
    """
    Give the files of all modules, by the names of the modules.
    """
    names = {path: path.relative_to(PACKAGE.parent).with_suffix("").parts for path in PACKAGE.rglob("*.py")}
    return {".".join(parts[:-1] if parts[-1] == "__init__" else parts): path for path, parts in names.items()}


def imported(name: str, path: Path, *, at_once: bool = False) -> Iterator[str]:
    """
    Give the modules from which a module imports by their full names: all, or those that importing it imports at once.
    """
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checking = {id(part) for node in ast.walk(tree) if is_for_checkers(node) for part in ast.walk(node)}
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and id(node) not in checking:
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            yield ".".join([*above, *([node.module] if node.module else [])])


def is_for_checkers(node: ast.AST) -> bool:
    """
    Say whether a statement is passed over when the program runs.
    """
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def test_packages_are_entered_by_the_front() -> None:
    """
    A package whose front imports its modules is imported before them from everywhere else: two threads, of which one
    comes by the front and the other from behind, would wait for each other, which Python answers with an error.

    ``from .package import module`` imports the package first; ``from .package.module import name`` locks the module
    first (https://docs.python.org/3/library/importlib.html, ``importlib.import_module``).
    """
    known = modules()
    inner = [name for name in known if name.count(".") == 1 and known[name].name == "__init__.py"]
    fronts = [
        front
        for front in inner
        if any(own.startswith(f"{front}.") for own in imported(front, known[front], at_once=True))
    ]
    behind = [
        f"{name} imports from {module}"
        for name, path in known.items()
        for module in imported(name, path)
        for front in fronts
        if module.startswith(f"{front}.") and not f"{name}.".startswith(f"{front}.")
    ]

    assert {"destalinization.relational", "destalinization.render", "destalinization.frames"} <= set(fronts)
    assert [] == behind
