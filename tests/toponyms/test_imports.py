"""
What questions about names import: not cattrs, not the ways in and out.
"""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

QUESTIONS = {
    "find": "ds.find('Сталинабад')",
    "one": "ds.one('Stalinabad')",
    "find on a date": "ds.find('Stalino', on='1950', country='UA', kind='city', honours='joseph-stalin')",
    "name_on": "ds.name_on('volgograd', '1961-11-10').candidates[0].reason",
    "names_during": "ds.names_during('volgograd', '1900/2000')",
    "date_names": "str(ds.date_names(['Stalinabad', 'Molotov', 'Atlantis']).intervals[0].post[0])",
    "on": "list(map(str, ds.on('1961-11-10')))",
}


def imported(code: str) -> set[str]:
    """
    Give the modules that a fresh process imports for some code.
    """
    program = f"import json, sys\nimport destalinization as ds\n{code}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("question", QUESTIONS)
def test_questions_import_neither_cattrs_nor_ways_in_and_out(question: str) -> None:
    """
    A question about names imports neither cattrs and the codec, nor the command line, nor the exports.
    """
    found = imported(QUESTIONS[question])
    rooms = ("cli", "exporters", "codec", "document", "rows", "checks", "strategies", "json_schema")
    unwanted = {"cattrs", "rapidfuzz", "hypothesis", "argparse", *(f"destalinization.{room}" for room in rooms)}
    assert set() == found & unwanted


def test_similar_spellings_import_rapidfuzz_and_no_more() -> None:
    """
    Only asking for similar spellings imports rapidfuzz, and not cattrs either.
    """
    found = imported("ds.find('Stalinno', fuzzy=True)")
    assert (True, False) == ("rapidfuzz" in found, "cattrs" in found)


def test_only_large_texts_import_the_engine() -> None:
    """
    Only a text that is large enough imports the engine of the extra.
    """
    assert [False, True] == ["ahocorasick_rs" in imported(f"ds.annotate('Stalino ' * {n})") for n in (9, 9999)]


def test_the_whole_room_imports_neither_cattrs_nor_ways_in_and_out() -> None:
    """
    All modules of the room together import neither cattrs, nor the command line, nor the exports.
    """
    found = imported(
        "import importlib, pkgutil, destalinization.toponyms as room\n"
        "[importlib.import_module(f'{room.__name__}.{module.name}') for module in pkgutil.iter_modules(room.__path__)]"
    )
    assert {"destalinization.toponyms.dating", "destalinization.toponyms.fuzzy"} <= found
    assert set() == found & {"cattrs", "destalinization.cli", "destalinization.exporters", "destalinization.codec"}
