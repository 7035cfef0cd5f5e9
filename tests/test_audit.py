"""
What the library does beyond computing, as Python's audit events tell it (https://docs.python.org/3/library/audit_events.html).

Classes and converters are code that attrs and cattrs write when they are first needed. Once that is done, reading,
looking up, annotating and writing run no new code, open no connection, and touch no file but those that are wanted.
"""

from __future__ import annotations

import json
import sysconfig
from pathlib import Path
from typing import Any

import pytest
from children import python

import destalinization

PACKAGE = Path(destalinization.__file__).parent

SCRIPT = """
import inspect, json, os, sys

phase, told = "imports", {"imports": [], "questions": [], "exports": []}

def hook(event, arguments):
    if event == "builtins.id" or event == "object.__setattr__" and arguments[1] == "__class__" and str(arguments[0]):
        return  # the second is how a record that has been filled is frozen
    if event == "exec":
        arguments = [arguments[0].co_filename]
    elif event == "compile":
        arguments = arguments[1:]
    elif event == "open" and isinstance(arguments[0], int):
        return
    told[phase].append([event, *(os.fsdecode(item) if isinstance(item, bytes) else str(item) for item in arguments)])

sys.addaudithook(hook)

import destalinization as ds
from destalinization.checks import check
from destalinization.exporters.registry import formats, writer_of
from destalinization.reconciliation.service import Service
from destalinization.store import bundle, catalogue

def ask():
    known, own = ds.catalogue(), ds.Catalogue.from_directory(sys.argv[1])
    known["dushanbe"], known.release
    for _ in known.stored(): pass
    for _ in known.changes: pass
    ds.find("Сталино", on=1950), ds.one("Stalinabad"), ds.name_on("volgograd", "1961-11-10"), ds.on("1961-11-11")
    ds.date_names(["Stalinabad", "Molotov"]), ds.names_during("volgograd", "1950"), ds.cite(ds.places["dushanbe"])
    ds.renamings.where(removes="joseph-stalin", during="1961"), ds.schema(), ds.places["dushanbe"]._repr_html_()
    ds.annotate("Он жил в Сталинабаде.", on="auto", everything=True, catalogue=own), list(ds.patterns(catalogue=own))
    assert ds.from_json(ds.to_json(own)) == own and not check(own)
    for hostile in ('{"__class__": "os.system", "py/object": "os.system"}', '{"$id": "http://a.org"}', "[" * 9999):
        for kind in (ds.Place, ds.Catalogue):
            try: ds.from_json(hostile, of=kind)
            except ds.DataError as error: str(error)
    service = Service(own, "http://localhost")
    service.answer("POST", "/", {"queries": '{"q": {"query": "Stalino"}}'}), service.answer("GET", "/", {})
    service.answer("GET", "/preview", {"id": "dushanbe"}), service.answer("GET", "/suggest/entity", {"prefix": "stal"})
    for name in names:
        for _ in writer_of(name)(own, own): pass

names = [format.name for format in formats() if format.name != "parquet"]  # which is pandas' or Polars' work
ask()

for remembered in (bundle.read, bundle.files):
    remembered.cache_clear()
inspect.getclosurevars(catalogue.bundled).nonlocals["made"].clear()

phase = "questions"
ask()
own = ds.Catalogue.from_directory(sys.argv[1])
phase = "exports"
for name in names:
    ds.export(name, os.path.join(sys.argv[2], name), catalogue=own)
phase = "imports"
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The folder that is written to.
    """
    return tmp_path_factory.mktemp("target").resolve()


@pytest.fixture(scope="module")
def events(target: Path, mini_folder: Path) -> dict[str, list[list[Any]]]:
    """
    What happens while modules are imported, while questions are asked, and while files are written.
    """
    done = python("-c", SCRIPT, mini_folder, target)
    assert (done.returncode, done.stderr) == (0, b"")
    found: dict[str, list[list[Any]]] = json.loads(done.stdout)
    return found


def test_questions_do_nothing_but_read(events: dict[str, list[list[Any]]], mini_folder: Path) -> None:
    """
    Loading all data, looking up, dating, annotating, reading JSON, answering requests and writing all formats to memory
    opens files of the package and the folder that was named, for reading, and a database in memory; nothing else.
    """
    listed = {"os.scandir", "os.listdir", "pathlib.Path.glob"}
    opened = [event for event in events["questions"] if event[0] == "open"]
    others = [event for event in events["questions"] if event[0] not in {"open", *listed}]
    folders = [event[1] for event in events["questions"] if event[0] in listed]
    assert {"sqlite3.connect", "sqlite3.connect/handle"} >= {event[0] for event in others}
    assert {":memory:"} == {event[1] for event in others if event[0] == "sqlite3.connect"}
    assert {"r", "rb"} >= {event[2] for event in opened}
    own = (PACKAGE / "data", PACKAGE / "exporters" / "atlas" / "page", mini_folder)
    assert not [event for event in opened if not any(Path(event[1]).is_relative_to(folder) for folder in own)]
    assert {str(mini_folder / "places")} == set(folders)
    assert {str(path) for path in (PACKAGE / "data").rglob("*.json")} <= {event[1] for event in opened}


def test_exports_touch_their_own_file_alone(events: dict[str, list[list[Any]]], target: Path) -> None:
    """
    Writing a file opens nothing for writing, moves nothing and changes no permissions but in the folder named.
    """
    written = [event for event in events["exports"] if event[0] != "open" or event[2] not in {"r", "rb"}]
    assert {"open", "os.rename", "os.chmod", "sqlite3.connect", "sqlite3.connect/handle"} >= {
        event[0] for event in written
    }
    paths = [event[1] for event in written if event[0] in {"open", "os.rename", "os.chmod"}]
    assert {target} == {Path(str(path)).parent for path in paths}
    assert len(paths) > 30


def test_imports_run_code_of_modules_alone(events: dict[str, list[list[Any]]]) -> None:
    """
    Up to then code is run that stands in modules, or that attrs, cattrs and the standard library write for classes;
    nothing connects, starts another program, or unpickles.
    """
    homes = tuple(str(Path(path)) for path in {*sysconfig.get_paths().values(), str(PACKAGE.parent)})
    generated = ("<attrs generated", "<cattrs generated", "<frozen ", "<string>", "<__array_function__", "<factory>")
    run = {event[1] for event in events["imports"] if event[0] in {"exec", "compile"}}
    assert [] == sorted(name for name in run if not name.startswith((*homes, *generated)))
    kinds = {event[0] for event in events["imports"]}
    begin = ("socket", "subprocess", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib", "pickle", "ctypes")
    assert [] == sorted(kind for kind in kinds if kind.startswith(begin))
    assert {"import", "exec", "compile"} <= kinds
