"""
The canonical form: a line where a line will do, and the same JSON when read again.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.canonical import WIDTH, render, render_file

scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=30), inner, max_size=5),
    max_leaves=30,
)
records = st.lists(
    st.builds(
        lambda slug, rest: {**rest, "id": slug}, st.text(), st.dictionaries(st.text(max_size=8), values, max_size=4)
    ),
    max_size=5,
)


@given(values)
def test_rendered_values_read_the_same(value: Any) -> None:
    """
    What is rendered reads as what it was, with its keys in their order.
    """
    again = json.loads(render(value))
    assert (value, json.dumps(value)) == (again, json.dumps(again))


@given(values, st.integers(0, 10))
def test_a_line_is_no_wider_than_it_may_be(value: Any, depth: int) -> None:
    """
    Where a list or an object stands on one line, it fits there with what is before it.
    """
    flat = json.dumps(value, ensure_ascii=False)
    alone = not isinstance(value, dict | list) or not value
    assert (flat == render(value, depth)) == (alone or len(flat) + 2 * depth <= WIDTH)


@given(values)
def test_rendering_again_changes_nothing(value: Any) -> None:
    """
    What was rendered and read is rendered the same.
    """
    text = render(value)
    assert text == render(json.loads(text))


def test_what_fits_stands_on_a_line() -> None:
    """
    An object of exactly the widest line stays on it.
    """
    value = {"id": "a" * (WIDTH - len('{"id": ""}'))}
    assert f'{{"id": "{value["id"]}"}}' == render(value)


def test_what_does_not_fit_is_spread_out() -> None:
    """
    An object that is one character too wide is spread out, a key a line, and its small parts are not.
    """
    long = "a" * (WIDTH - len('{"id": "", "n": [1, 2]}') + 1)
    assert f'{{\n  "id": "{long}",\n  "n": [1, 2]\n}}' == render({"id": long, "n": [1, 2]})


def test_lists_are_spread_out_by_item() -> None:
    """
    A list that does not fit has an item a line, two spaces in for each level.
    """
    long = "a" * WIDTH
    assert f'{{\n  "n": [\n    "{long}",\n    1\n  ]\n}}' == render({"n": [long, 1]})


def test_depth_counts_towards_the_width() -> None:
    """
    What stands deeper has less room.
    """
    value = ["a" * (WIDTH - 4)]
    assert (True, False) == ("\n" not in render(value), "\n" not in render(value, 1))


@pytest.mark.parametrize(("value", "text"), [([], "[]"), ({}, "{}"), ("", '""'), (None, "null"), (True, "true")])
def test_small_values_are_plain_json(value: object, text: str) -> None:
    """
    Empty and single values are written as JSON has them.
    """
    assert text == render(value, WIDTH)


def test_letters_are_written_as_they_are() -> None:
    """
    Cyrillic is written in letters, not in escapes.
    """
    assert '{"ru": ["Сталинград"]}' == render({"ru": ["Сталинград"]})


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_lacks_are_refused(number: float) -> None:
    """
    NaN and the infinities are not written.
    """
    with pytest.raises(ValueError, match="not JSON compliant"):
        render([number])


@given(records)
def test_file_reads_as_its_records(raws: list[dict[str, Any]]) -> None:
    """
    A rendered file reads as the list of its records.
    """
    assert raws == json.loads(render_file(raws))


def test_file_has_a_record_a_paragraph() -> None:
    """
    A file is an array with its brackets on lines of their own, a record after each line end.
    """
    assert '[\n{"id": "gulag"},\n{"id": "нквд"}\n]\n' == render_file([{"id": "gulag"}, {"id": "нквд"}])


def test_file_without_records_is_an_empty_list() -> None:
    """
    No records make an empty list.
    """
    assert "[]\n" == render_file([])
