"""
Errors: values under builtin bases that say what was wrong and what would be right.
"""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from destalinization import errors
from destalinization.errors import (
    ACCEPTED_DATES,
    BrokenText,
    DataError,
    DestalinizationError,
    EmptyQuery,
    Finding,
    InvalidDate,
    MissingExtra,
    TableError,
    UnknownId,
    UnknownName,
    UnknownTerm,
)

FINDING = Finding("structure", "places/tj.json", "dushanbe", "names[1].since", "'10 Apr 1925'", "an EDTF date")
OTHER = Finding("unique-ids", "topics.json", "gulag", "id", "twice", "once")
ERRORS: list[DestalinizationError] = [
    UnknownId("dushanbeh", "places", ("dushanbe",)),
    UnknownTerm("hamlet", "place kind", ("city", "village")),
    InvalidDate("1961-13", 5, "there is no such month"),
    EmptyQuery(" - "),
    BrokenText("memoir.txt", 21, 255),
    UnknownName("Stalinobod", ("Stalinabad",)),
    MissingExtra("rapidfuzz", "fuzzy"),
    TableError("date", "it is not in the table"),
    DataError((FINDING, OTHER)),
]
BASES: list[tuple[type[DestalinizationError], type[Exception]]] = [
    (UnknownId, KeyError),
    (UnknownId, LookupError),
    (UnknownTerm, ValueError),
    (InvalidDate, ValueError),
    (EmptyQuery, ValueError),
    (BrokenText, ValueError),
    (UnknownName, KeyError),
    (MissingExtra, ImportError),
    (TableError, ValueError),
    (DataError, ValueError),
]
by_name = pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)


@pytest.mark.parametrize(("kind", "base"), BASES)
def test_error_has_a_builtin_base(kind: type[DestalinizationError], base: type[Exception]) -> None:
    """
    An error can be caught as the builtin error that it is a case of.
    """
    assert issubclass(kind, base)


@by_name
def test_error_has_the_root(error: DestalinizationError) -> None:
    """
    Every error can be caught as an error of this library.
    """
    with pytest.raises(DestalinizationError) as caught:
        raise error
    assert error is caught.value


def test_no_error_has_the_root_alone() -> None:
    """
    Every error of the module has a builtin base beside the root, so that it can be caught without knowing the library.
    """
    found = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    alone = [kind for kind in found if kind is not DestalinizationError and len(kind.__bases__) < 2]
    assert [] == alone


def test_every_error_is_visited() -> None:
    """
    The tests of this file visit every error of the module.
    """
    found = {kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)}
    assert found - {DestalinizationError} == {type(error) for error in ERRORS}


def test_unknown_id_has_fields() -> None:
    """
    An unknown id comes with the table that was asked and the nearest ids.
    """
    error = UnknownId("dushanbeh", "places", ("dushanbe",))
    assert ("dushanbeh", "places", ("dushanbe",)) == (error.id, error.table, error.suggestions)


def test_unknown_term_has_fields() -> None:
    """
    An unknown term comes with its vocabulary and the accepted terms.
    """
    error = UnknownTerm("hamlet", "place kind", ("city",))
    assert ("hamlet", "place kind", ("city",)) == (error.term, error.vocabulary, error.accepted)


def test_invalid_date_has_fields() -> None:
    """
    An invalid date comes with its text, the place in it, and the reason.
    """
    error = InvalidDate("1961-13", 5, "there is no such month")
    assert ("1961-13", 5, "there is no such month") == (error.text, error.position, error.reason)


def test_data_error_has_fields() -> None:
    """
    A data error holds all findings in order.
    """
    assert (FINDING, OTHER) == DataError((FINDING, OTHER)).findings


@by_name
def test_errors_are_equal_by_value(error: DestalinizationError) -> None:
    """
    Two errors of the same fields are equal and have one hash.
    """
    twin = type(error)(*error.args)
    assert (error, hash(error)) == (twin, hash(twin))


@by_name
def test_errors_of_other_fields_differ(error: DestalinizationError) -> None:
    """
    Errors of other fields, of another class, and other things are not equal.
    """
    assert [error] == [known for known in (*ERRORS, error.args, str(error)) if known == error]
    assert error != type(error)("", *error.args[1:])


@by_name
def test_errors_survive_pickling_and_copying(error: DestalinizationError) -> None:
    """
    An error that was pickled or copied is equal, and says the same.
    """
    for other in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (error, type(error), str(error)) == (other, type(other), str(other))


@by_name
def test_errors_cannot_change(error: DestalinizationError) -> None:
    """
    No field of an error can be set or deleted.
    """
    name = type(error).__annotations__.copy().popitem()[0]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(error, name, "another")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(error, name)


@by_name
def test_errors_can_be_chained_and_noted(error: DestalinizationError) -> None:
    """
    Frozen as they are, errors can be raised from another and take notes, as the interpreter does with any error.
    """
    raised = type(error)(*error.args)
    with pytest.raises(DestalinizationError) as caught:
        raise raised from OSError("disk")
    raised.add_note("while reading")
    assert ("disk", ["while reading"]) == (str(caught.value.__cause__), raised.__notes__)


def test_unknown_id_names_the_nearest() -> None:
    """
    The message joins up to three suggestions as one reads them aloud.
    """
    assert [
        "no record 'x' in places",
        "no record 'x' in places; did you mean 'a'?",
        "no record 'x' in places; did you mean 'a' or 'b'?",
        "no record 'x' in places; did you mean 'a', 'b' or 'c'?",
    ] == [str(UnknownId("x", "places", hints)) for hints in ((), ("a",), ("a", "b"), ("a", "b", "c"))]


def test_unknown_term_names_the_accepted() -> None:
    """
    The message shows the word, the vocabulary and all its terms.
    """
    error = UnknownTerm("hamlet", "place kind", ("city", "village"))
    assert "'hamlet' is no place kind; accepted: city, village" == str(error)


def test_empty_query_says_what_a_name_has() -> None:
    """
    The message shows what was asked and says what a name needs.
    """
    assert "nothing to look for in ' - '; a name has at least one letter or digit" == str(EmptyQuery(" - "))


@pytest.mark.parametrize(("file", "told"), [("memoir.txt", "memoir.txt"), ("", "the text")])
def test_broken_text_says_where_and_what_to_do(file: str, told: str) -> None:
    """
    The message has the file, the offset, the byte and the two ways on.
    """
    wanted = f"{told}: byte 21 (0xff) is not UTF-8; convert the file, or replace what is broken (--errors replace)"
    assert wanted == str(BrokenText(file, 21, 255))


@pytest.mark.parametrize(("hints", "ending"), [((), ""), (("A", "B"), "; did you mean 'A' or 'B'?")])
def test_unknown_name_names_the_nearest(hints: tuple[str, ...], ending: str) -> None:
    """
    The message shows the name and the nearest spellings, if there are any.
    """
    assert f"nothing in the data was ever called 'Stalinobod'{ending}" == str(UnknownName("Stalinobod", hints))


def test_missing_extra_says_what_to_install() -> None:
    """
    The message has the line that installs what is missing.
    """
    wanted = "this needs rapidfuzz: pip install 'destalinization[fuzzy]'"
    assert wanted == str(MissingExtra("rapidfuzz", "fuzzy"))


def test_invalid_date_names_the_accepted_forms() -> None:
    """
    The message shows the text, the place, the reason and the accepted forms.
    """
    error = InvalidDate("1961-13", 5, "there is no such month")
    message = f"not a date: '1961-13', at character 5: there is no such month; accepted: {ACCEPTED_DATES}"
    assert message == str(error)


@pytest.mark.parametrize(
    "form", ["1961", "1961-11", "1961-11-10", "196X", "1961-XX", "[1961-11-10,1961-11-11]", "1953-03/1964-10", ".."]
)
def test_accepted_forms_are_shown_by_example(form: str) -> None:
    """
    The accepted forms are shown by examples.
    """
    assert form in ACCEPTED_DATES


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (FINDING, "places/tj.json: dushanbe: names[1].since: found '10 Apr 1925', expected an EDTF date (structure)"),
        (Finding("structure", "", "dushanbe", "", "null", "an object"), "dushanbe: found null, expected an object"),
        (Finding("structure", "", "", "", "nothing", "a JSON value"), "data: found nothing, expected a JSON value"),
    ],
)
def test_finding_says_where_and_what(finding: Finding, text: str) -> None:
    """
    A finding says the place as far as it is known, what was found and what would be right, and the law.
    """
    assert text in str(finding)
    assert str(finding).endswith("(structure)")


@pytest.mark.parametrize(("findings", "head"), [((FINDING,), "1 finding in"), ((FINDING, OTHER), "2 findings in")])
def test_data_error_lists_everything(findings: tuple[Finding, ...], head: str) -> None:
    """
    The message counts the findings, and has a line for each.
    """
    first, *lines = str(DataError(findings)).splitlines()
    assert (head, [f"  {finding}" for finding in findings]) == (first[: len(head)], lines)


def test_finding_is_a_frozen_value() -> None:
    """
    A finding is equal by value, hashable, and cannot change.
    """
    twin = attrs.evolve(FINDING)
    assert {FINDING} == {twin}
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        twin.path = "elsewhere"  # type: ignore[misc]
