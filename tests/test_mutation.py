"""
The faults that `make mutants` puts into the code.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

import destalinization

SCRIPTS = Path(__file__).parents[1] / "scripts" / "mutation"
PACKAGE = Path(destalinization.__file__).parent
ACCEPTED = Path(__file__).with_name("mutants.toml")

if not SCRIPTS.exists():
    pytest.skip("scripts/ is in the checkout only", allow_module_level=True)
sys.path.append(str(SCRIPTS))

from mutations import Mutant, mutants  # noqa: E402


def changed(source: str) -> list[str]:
    """
    Give all that a line can become.
    """
    text = source.encode()
    return [mutant.applied(text).decode() for mutant in mutants("small.py", text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a < b", ["pass", "a <= b", "a >= b"]),
        ("a is not b", ["pass", "a is b"]),
        ("a and (b or c)", ["pass", "a or (b or c)", "a and (b and c)"]),
        ("x = a + 'é' // b", ["x = a - 'é' // b", "x = a + 'XXéXX' // b", "x = a + 'é' * b"]),
        ("x -= 1", ["x += 1", "x -= 2"]),
        ("x = not True", ["x = True", "x = not False"]),
        ("x = f'{a}'", ['x = ""']),
        ("x = ' one two '", ["x = ' XXone twoXX '"]),
        ("x = b if a else c", ["x = b if not (a) else c"]),
        ("x = [a for a in b if a]", ["x = [a for a in b if not (a)]"]),
        ("x = max(a, key=b)", ["x = min(a, key=b)", "x = max(a)"]),
        ("raise a", ["pass"]),
        ("def f(a=1): return a", ["def f(a=2): return a", "def f(a=1): return None"]),
    ],
)
def test_faults_of_a_line(line: str, expected: list[str]) -> None:
    """
    Each operator, condition, constant, result, argument and statement has its faults.
    """
    assert sorted(expected) == sorted(changed(line))


@pytest.mark.parametrize(
    "source",
    [
        '"""What it does."""',
        "x: int | None = None",
        "def f(a: 'str | int') -> 'tuple[int, ...]': ...",
        "if TYPE_CHECKING:\n    x = 1",
        "@overload\ndef f(a=1): ...",
        "Reading = int | str",
        "T = TypeVar('T')",
        "__slots__ = ('a', 'b')",
    ],
)
def test_what_only_readers_see_has_no_faults(source: str) -> None:
    """
    Annotations, docstrings, overloads and aliases of types are left alone.
    """
    assert [] == changed(source)


def test_a_fault_knows_where_it_stands() -> None:
    """
    A fault has the name and the lines of the function that it stands in, and is shown as a diff.
    """
    source = b"class A:\n    def f(self):\n        x = a\n        return x < a\n"
    first = Mutant("small.py", "A.f", (3, 4), (57, 58, "<="))
    assert first in mutants("small.py", source)
    assert ("small.py", "A.f", "return x < a", "return x <= a") == first.key(source)
    assert ["-        return x < a", "+        return x <= a"] == first.diff(source)[-2:]


def test_accepted_faults_are_faults_of_the_code() -> None:
    """
    What is accepted with a reason stands in the code of today.
    """
    groups = tomllib.loads(ACCEPTED.read_text(encoding="utf-8"))["group"]
    accepted = {tuple(fault.values()) for group in groups for fault in group["faults"] if group["reason"].strip()}
    sources = {file: (PACKAGE / file).read_bytes() for file, *_ in accepted}
    known = {mutant.key(source) for file, source in sources.items() for mutant in mutants(file, source)}
    assert set() == accepted - known
