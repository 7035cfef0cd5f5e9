"""
The errors that the library raises, as values.

Every error is an attrs value under a builtin base, so that it can be caught by either name, compared, and pickled.
Its fields say what was wrong; its text says what would be right.
"""

from __future__ import annotations

import attrs

ACCEPTED_DATES = (
    "a year 1961, a month 1961-11, a day 1961-11-10, unspecified digits 196X or 1961-XX, "
    "a mark for approximate ~, uncertain ? or both % at the end, one of a set [1961-11-10,1961-11-11], "
    "or an interval 1953-03/1964-10 whose end may be .. (open) or empty (unknown)"
)


class DestalinizationError(Exception):
    """
    The root of all errors of this library.

    >>> issubclass(UnknownId, DestalinizationError) and issubclass(UnknownId, KeyError)
    True
    """

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))


@attrs.frozen
class UnknownId(DestalinizationError, KeyError):
    """
    No record bears this id.

    Attributes:
        id: the id that was asked for.
        table: the table that was asked, such as ``places``.
        suggestions: the nearest ids, at most three, best first.
    """

    id: str
    table: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f"; did you mean {_alternatives(self.suggestions)}?" if self.suggestions else ""
        return f"no record {self.id!r} in {self.table}{hint}"


@attrs.frozen
class UnknownTerm(DestalinizationError, ValueError):
    """
    A word that is not in the vocabulary asked for.

    Attributes:
        term: the word.
        vocabulary: the name of the vocabulary, such as ``place kind``.
        accepted: its terms.
    """

    term: str
    vocabulary: str
    accepted: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.term!r} is no {self.vocabulary}; accepted: {', '.join(self.accepted)}"


@attrs.frozen
class InvalidDate(DestalinizationError, ValueError):
    """
    A text or value that is no date of the supported part of EDTF.

    Attributes:
        text: what was given.
        position: the offset in ``text`` at which it stops making sense.
        reason: what is wrong there.
    """

    text: str
    position: int
    reason: str

    def __str__(self) -> str:
        return f"not a date: {self.text!r}, at character {self.position}: {self.reason}; accepted: {ACCEPTED_DATES}"


@attrs.frozen
class EmptyQuery(DestalinizationError, ValueError):
    """
    A query without a letter or digit; it would match everything.

    Attributes:
        text: what was asked.
    """

    text: str

    def __str__(self) -> str:
        return f"nothing to look for in {self.text!r}; a name has at least one letter or digit"


@attrs.frozen
class UnknownName(DestalinizationError, KeyError):
    """
    No bearer was ever called this.

    Attributes:
        text: the name that was asked for.
        suggestions: the nearest spellings, at most three, best first.
    """

    text: str
    suggestions: tuple[str, ...] = ()

    def __str__(self) -> str:
        hint = f"; did you mean {_alternatives(self.suggestions)}?" if self.suggestions else ""
        return f"nothing in the data was ever called {self.text!r}{hint}"


@attrs.frozen
class MissingExtra(DestalinizationError, ImportError):
    """
    An optional dependency that is not installed.

    Attributes:
        package: the package that is missing.
        extra: the extra of this library that brings it; empty where none does, but the user chooses and installs it.
    """

    package: str
    extra: str

    def __str__(self) -> str:
        wanted = f"'destalinization[{self.extra}]'" if self.extra else self.package.lower()
        return f"this needs {self.package}: pip install {wanted}"


@attrs.frozen
class TableError(DestalinizationError, ValueError):
    """
    A table of the user's that cannot be worked with as it is.

    Attributes:
        column: the column in question, or an empty text where it is the whole table.
        problem: what is wrong with it, and what would be right.
    """

    column: str
    problem: str

    def __str__(self) -> str:
        return f"column {self.column!r}: {self.problem}" if self.column else f"the table: {self.problem}"


@attrs.frozen
class Finding:
    """
    One thing that is wrong in data.

    Attributes:
        law: the name of the rule that is broken, such as ``structure`` or ``references-resolve``.
        file: the file, or an empty text where there is none.
        record: the id of the record, or an empty text where it has none.
        path: where in the record, such as ``names[1].since``.
        found: what stands there.
        expected: what would be right.

    >>> print(Finding("structure", "places/tj.json", "dushanbe", "names[1].since", "'10 Apr 1925'", "an EDTF date"))
    places/tj.json: dushanbe: names[1].since: found '10 Apr 1925', expected an EDTF date (structure)
    """

    law: str
    file: str
    record: str
    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = ": ".join(part for part in (self.file, self.record, self.path) if part)
        return f"{place or 'data'}: found {self.found}, expected {self.expected} ({self.law})"


@attrs.frozen
class BrokenText(DestalinizationError, ValueError):
    """
    A text that is no UTF-8.

    Attributes:
        file: the file, or an empty text where it has no name.
        offset: the offset of the first wrong byte.
        byte: that byte.
    """

    file: str
    offset: int
    byte: int

    def __str__(self) -> str:
        return (
            f"{self.file or 'the text'}: byte {self.offset} (0x{self.byte:02x}) is not UTF-8; "
            "convert the file, or replace what is broken (--errors replace)"
        )


@attrs.frozen
class DataError(DestalinizationError, ValueError):
    """
    Data that cannot be accepted, with everything that is wrong in it.

    Attributes:
        findings: all of them, in the order of the data.
    """

    findings: tuple[Finding, ...]

    def __str__(self) -> str:
        head = f"{len(self.findings)} finding{'' if len(self.findings) == 1 else 's'} in the data"
        return "\n".join([head, *(f"  {finding}" for finding in self.findings)])


def _alternatives(words: tuple[str, ...]) -> str:
    """
    Join words for reading: ``'a', 'b' or 'c'``.
    """
    quoted = [repr(word) for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
