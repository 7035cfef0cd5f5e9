"""
Small faults that can be put into Python source, one at a time, for `make mutants`.

The operators are those that mutation testing commonly uses (relational, logical and arithmetic operators, constants,
negated conditions, results, deleted statements, left-out arguments). Two are found for a comparison: its boundary and
its opposite. What only checkers and readers see is left alone: annotations, docstrings, overloads, type aliases.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

COMPARISONS: dict[type[ast.cmpop], tuple[str, ...]] = {
    ast.Lt: ("<=", ">="),
    ast.LtE: ("<", ">"),
    ast.Gt: (">=", "<="),
    ast.GtE: (">", "<"),
    ast.Eq: ("!=",),
    ast.NotEq: ("==",),
    ast.Is: ("is not",),
    ast.IsNot: ("is",),
    ast.In: ("not in",),
    ast.NotIn: ("in",),
}
SIGNS = {"+": "-", "-": "+", "*": "//", "//": "*", "/": "*", "%": "//", "|": "&", "&": "|"}
CALLED = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list", "reversed": "iter"}
OPERATOR = re.compile(r"is\s+not|not\s+in|is|in|and|or|[<>=!]=|//|[-+*/%|&<>]")
ALIAS = re.compile(r"_?[A-Z]\w*[a-z]\w*")
TYPES = {"cast", "TypeVar"}

Fault = tuple[int, int, str]
"""Where it starts and ends in the source, in bytes, and what stands there instead."""


@dataclass(frozen=True)
class Mutant:
    """
    A fault in one file.

    Attributes:
        file: the file, below the package.
        where: the qualified name of the innermost function or class, empty for the module.
        lines: the first and the last line of the body of the innermost function; None outside functions.
        fault: what is changed.
    """

    file: str
    where: str
    lines: tuple[int, int] | None
    fault: Fault

    def applied(self, source: bytes) -> bytes:
        """
        Put the fault into the source.
        """
        start, end, new = self.fault
        return source[:start] + new.encode() + source[end:]

    def diff(self, source: bytes) -> list[str]:
        """
        Give the fault as a unified diff.
        """
        old, new = source.decode().splitlines(), self.applied(source).decode().splitlines()
        return list(difflib.unified_diff(old, new, self.file, f"{self.file} ({self.where})", lineterm="", n=1))

    def key(self, source: bytes) -> tuple[str, str, str, str]:
        """
        Give what tells the fault from all others wherever it stands in the file: file, function, old and new text.
        """
        lines = self.diff(source)[2:]
        old, new = (" ".join(line[1:].strip() for line in lines if line[0] == sign) for sign in "-+")
        return self.file, self.where, old, new


def mutants(file: str, source: bytes) -> list[Mutant]:
    """
    Give all faults that can be put into a file, in the order in which they stand there.

    Args:
        file: its name.
        source: its text.
    """
    finder = Finder(file, source)
    finder.visit(ast.parse(source))
    return sorted(set(finder.found), key=lambda mutant: mutant.fault)


class Finder(ast.NodeVisitor):
    """
    What looks for places where a fault can be put.
    """

    def __init__(self, file: str, source: bytes) -> None:
        self.file = file
        self.source = source
        self.found: list[Mutant] = []
        self.names: list[str] = []
        self.body: tuple[int, int] | None = None
        starts = [0]
        for line in source.splitlines(keepends=True):
            starts.append(starts[-1] + len(line))
        self.starts = starts

    def visit(self, node: ast.AST) -> None:
        """
        Note the faults of a node and of what it holds.
        """
        if _is_for_readers(node):
            return
        self.found += [Mutant(self.file, ".".join(self.names), self.body, fault) for fault in self.faults(node)]
        match node:
            case ast.FunctionDef(body=body):
                outer, self.body = self.body, (body[0].lineno, node.end_lineno or node.lineno)
                self.inside(node.name, [node.args, *body])
                self.body = outer
            case ast.ClassDef():
                self.inside(node.name, node.body)
            case ast.arguments():
                self.each([value for value in (*node.defaults, *node.kw_defaults) if value])
            case ast.AnnAssign(value=value):
                self.each([value] if value else [])
            case ast.JoinedStr() | ast.Constant():
                pass
            case _:
                self.generic_visit(node)

    def inside(self, name: str, nodes: list[ast.AST] | list[ast.stmt]) -> None:
        """
        Look into a function or a class.
        """
        self.names.append(name)
        self.each(nodes)
        self.names.pop()

    def each(self, nodes: list[ast.AST] | list[ast.stmt] | list[ast.expr]) -> None:
        """
        Look into several nodes.
        """
        for node in nodes:
            self.visit(node)

    def faults(self, node: ast.AST) -> Iterator[Fault]:
        """
        Give the faults that can be put in the place of a node.
        """
        yield from self.operators(node)
        yield from self.conditions(node)
        yield from self.values(node)
        yield from self.statements(node)

    def operators(self, node: ast.AST) -> Iterator[Fault]:
        """
        Give the faults of an operator.
        """
        match node:
            case ast.Compare(left=left, ops=ops, comparators=others):
                for (one, other), sign in zip(pairwise([left, *others]), ops, strict=True):
                    yield from (self.between(one, other, new) for new in COMPARISONS[type(sign)])
            case ast.BoolOp(op=op, values=values):
                word = "or" if isinstance(op, ast.And) else "and"
                yield from (self.between(one, other, word) for one, other in pairwise(values))
            case ast.BinOp(left=left, right=right) | ast.AugAssign(target=left, value=right):
                yield self.between(left, right)
            case ast.UnaryOp(operand=operand):
                yield (*self.span(node), self.text(operand))

    def conditions(self, node: ast.AST) -> Iterator[Fault]:
        """
        Give the faults of a condition.
        """
        match node:
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
                yield from self.negations(test)
            case ast.comprehension(ifs=tests):
                for test in tests:
                    yield from self.negations(test)

    def values(self, node: ast.AST) -> Iterator[Fault]:
        """
        Give the faults of a constant, a result and a call.
        """
        match node:
            case ast.Constant(value=value):
                yield from ((*self.span(node), repr(new)) for new in _other_constants(value))
            case ast.JoinedStr():
                yield (*self.span(node), '""')
            case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
                yield (*self.span(value), "None")
            case ast.Call():
                yield from self.calls(node)

    def statements(self, node: ast.AST) -> Iterator[Fault]:
        """
        Give the faults of a statement: that it is not there, and the other way out of a loop.
        """
        match node:
            case ast.Expr() | ast.Raise():
                yield (*self.span(node), "pass")
            case ast.Continue():
                yield (*self.span(node), "break")
            case ast.Break():
                yield (*self.span(node), "continue")

    def calls(self, call: ast.Call) -> Iterator[Fault]:
        """
        Give the faults of a call: another function in the place of its own, and an argument left out.
        """
        if isinstance(call.func, ast.Name) and call.func.id in CALLED:
            yield (*self.span(call.func), CALLED[call.func.id])
        arguments: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
        given = sorted(arguments, key=self.span)
        for before, argument in pairwise(given):
            if isinstance(argument, ast.keyword) and argument.arg:
                yield self.span(before)[1], self.span(argument)[1], ""

    def negations(self, test: ast.expr) -> Iterator[Fault]:
        """
        Give the opposite of a condition, where no operator of its own has one.
        """
        if not isinstance(test, ast.Compare | ast.BoolOp) and not isinstance(test, ast.UnaryOp):
            yield (*self.span(test), f"not ({self.text(test)})")

    def between(self, one: ast.expr, other: ast.expr, new: str | None = None) -> Fault:
        """
        Replace the operator that stands between two operands.
        """
        start, end = self.span(one)[1], self.span(other)[0]
        found = OPERATOR.search(self.source[start:end].decode())
        if found is None:
            raise ValueError(f"no operator in {self.source[start:end]!r}")
        sign = new or SIGNS[found[0]]
        return start + found.start(), start + found.end(), sign  # the signs and what stands around them are ASCII

    def span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        """
        Say where a node starts and ends.
        """
        start = self.starts[node.lineno - 1] + node.col_offset
        return start, self.starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def text(self, node: ast.expr) -> str:
        """
        Give the text of a node.
        """
        start, end = self.span(node)
        return self.source[start:end].decode()


def _other_constants(value: object) -> Iterator[object]:
    """
    Give another value of the same type.
    """
    match value:
        case bool():
            yield not value
        case int() | float():
            yield value + 1
        case str():  # the signs touch the words, so that a list of words becomes another one
            words = value.strip()
            before, _, after = value.partition(words) if words else ("", "", value)
            yield f"{before}XX{words}XX{after}"


def _is_for_readers(node: ast.AST) -> bool:
    """
    Say whether a node makes no difference when the code runs.
    """
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.FunctionDef(decorator_list=[ast.Name(id="overload")]):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == "__slots__" or ALIAS.fullmatch(name) is not None
        case ast.Constant(value=value):
            return value is None or value is ...
        case ast.Call(func=ast.Name(id=name)) if name in TYPES:
            return True
    return False
