"""
The public face: what `import destalinization` gives, and what it costs.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import runpy
import subprocess
import sys
import tomllib
from importlib.metadata import version
from inspect import isfunction
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.store.catalogue import DERIVED, STORED

ROOT = Path(__file__).parents[1]
FACE = Path(ds.__file__)


def face() -> ast.Module:
    """
    Parse the module that is the public face.
    """
    return ast.parse(FACE.read_text(encoding="utf-8"))


def said_by(code: str, *flags: str) -> subprocess.CompletedProcess[str]:
    """
    Run code in a process of its own.
    """
    command = [sys.executable, *flags, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_importing_imports_nothing_else() -> None:
    """
    Importing the package loads no other module: neither its own nor attrs, cattrs, json or importlib_resources.
    """
    code = "import sys; before = set(sys.modules); import destalinization; print(*set(sys.modules) - before)"
    assert said_by(code).stdout.split() == ["destalinization"]


def test_importing_reads_no_data() -> None:
    """
    Importing the package opens none of its data files.
    """
    code = (
        "import sys; opened = [];"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])));"
        "import destalinization; print([path for path in opened if path.endswith(('.json', '.tsv'))])"
    )
    assert said_by(code).stdout.strip() == "[]"


@pytest.mark.parametrize(
    "module", ["cattrs", "importlib_resources", "difflib", "destalinization.codec", "destalinization.render"]
)
def test_first_lookup_does_without(module: str) -> None:
    """
    A first lookup loads neither the reader of users' files nor anything else that it does not need.
    """
    code = f"import sys, destalinization as ds; ds.places['dushanbe']; print({module!r} in sys.modules)"
    assert said_by(code).stdout.strip() == "False"


@pytest.mark.parametrize("flags", [("-W", "error"), ("-X", "importtime"), ("-I",), ("-O",), ("-OO",), ("-X", "dev")])
def test_importing_under_flags(flags: tuple[str, ...]) -> None:
    """
    The package and all its public names can be had whatever the interpreter is told.
    """
    code = "import destalinization as ds; print(len([getattr(ds, name) for name in ds.__all__]) == len(ds.__all__))"
    done = said_by(code, *flags)
    assert (done.returncode, done.stdout.strip(), "Warning" in done.stderr) == (0, "True", False)


def test_public_names_are_literal() -> None:
    """
    The list of public names is written out, so that it can be read without running anything.
    """
    (value,) = [
        node.value
        for node in face().body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "__all__"
    ]
    assert ds.__all__ == ast.literal_eval(value)


def test_public_names_are_sorted() -> None:
    """
    The public names stand in order, each once.
    """
    assert sorted(set(ds.__all__)) == ds.__all__


@pytest.mark.parametrize("name", ds.__all__)
def test_public_name_resolves(name: str) -> None:
    """
    Each public name is there, and is the same object each time.
    """
    assert getattr(ds, name) is getattr(ds, name)


def test_checkers_see_the_public_names() -> None:
    """
    What type checkers see is what there is: each public name once, and beside them only the types of the tables.
    """
    (block,) = [node for node in face().body if isinstance(node, ast.If)]
    imported = [name for node in block.body if isinstance(node, ast.ImportFrom) for name in node.names]
    declared = [node.target for node in block.body if isinstance(node, ast.AnnAssign)]
    seen = [name.asname or name.name for name in imported] + [getattr(target, "id", "") for target in declared]
    assert sorted(name for name in seen if not name.endswith("Table") or name == "Table") == ds.__all__


def test_star_import_gives_the_public_names() -> None:
    """
    Importing everything gives the public names.
    """
    names: dict[str, Any] = {}
    exec("from destalinization import *", names)
    assert {name: getattr(ds, name) for name in ds.__all__} == {name: names.get(name) for name in ds.__all__}


def test_dir_lists_the_public_names() -> None:
    """
    Listing the package gives its public names.
    """
    assert dir(ds) == ds.__all__


@pytest.mark.parametrize("name", ["placse", "Places", "stalin", "_HOMES_", "__wrapped__"])
def test_unknown_name_is_an_error(name: str) -> None:
    """
    A name that there is not is an error that names it, as with any module.
    """
    with pytest.raises(AttributeError, match=f"module 'destalinization' has no attribute '{name}'"):
        getattr(ds, name)


def test_no_public_function_bears_the_name_of_a_module() -> None:
    """
    A function and a module of one name would hide each other.
    """
    modules = {module.name for module in pkgutil.iter_modules(ds.__path__)}
    assert not modules & {name for name in ds.__all__ if isfunction(getattr(ds, name))}


def test_no_table_bears_the_name_of_a_module() -> None:
    """
    A table and a module of one name would hide each other.
    """
    assert not {module.name for module in pkgutil.iter_modules(ds.__path__)} & {*STORED, *DERIVED}


@pytest.mark.parametrize("name", [*STORED, *DERIVED])
def test_tables_are_those_of_the_catalogue(name: str) -> None:
    """
    The tables of the public face are those of the bundled catalogue.
    """
    assert ds.catalogue().table(name) is getattr(ds, name)


def test_version_is_that_of_the_package() -> None:
    """
    The version of the code is that of the installed package.
    """
    assert version("destalinization") == ds.__version__


def test_version_is_that_of_the_project() -> None:
    """
    The version of the code is the one that the project declares.
    """
    project = ROOT / "pyproject.toml"
    if not project.exists():
        pytest.skip("the project's file is not here")
    assert tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"] == ds.__version__


def test_version_of_the_data_is_that_of_the_release() -> None:
    """
    The version of the data is the one that the data declare.
    """
    release = json.loads((FACE.parent / "data" / "release.json").read_text(encoding="utf-8"))
    assert release["version"] == ds.__data_version__


def test_three_questions_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    """
    The example that asks three questions runs, and answers each with its sources.
    """
    example = ROOT / "examples" / "three_questions.py"
    if not example.exists():
        pytest.skip("the examples are not here")
    runpy.run_path(str(example), run_name="__main__")
    printed = capsys.readouterr().out
    assert all(word in printed for word in ("Stalinabad", "1961-11-10", "Sources:", "https://"))
