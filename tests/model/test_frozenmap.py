"""
The mapping of the records: immutable, hashable, equal by its items.
"""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from destalinization.model.frozenmap import FrozenMap

maps = st.dictionaries(st.text(max_size=4), st.tuples(st.text(max_size=4)), max_size=6)


@given(maps)
def test_it_holds_the_items_in_their_order(items: dict[str, tuple[str]]) -> None:
    """
    It gives the items that it was made of, in their order.
    """
    assert list(items.items()) == list(FrozenMap(items).items())


@given(maps)
def test_it_is_equal_to_a_mapping_of_the_same_items(items: dict[str, tuple[str]]) -> None:
    """
    It is equal to a plain mapping of the same items, and to its own pairs made into one.
    """
    assert items == FrozenMap(items) == FrozenMap(items.items())


@given(maps)
def test_order_matters_neither_for_equality_nor_for_the_hash(items: dict[str, tuple[str]]) -> None:
    """
    Maps of the same items in another order are equal and have one hash.
    """
    one, other = FrozenMap(items), FrozenMap(reversed(items.items()))
    assert (one, hash(one)) == (other, hash(other))


@given(maps, maps)
def test_maps_of_other_items_differ(items: dict[str, tuple[str]], others: dict[str, tuple[str]]) -> None:
    """
    Two maps are equal only if their items are.
    """
    assert (items == others) == (FrozenMap(items) == FrozenMap(others))


@given(maps)
def test_it_has_a_length_and_members(items: dict[str, tuple[str]]) -> None:
    """
    It counts its keys and knows them.
    """
    found = FrozenMap(items)
    assert (len(items), True, False) == (len(found), all(key in found for key in items), "absent" in found)


@given(maps)
def test_it_survives_pickling_and_copying(items: dict[str, tuple[str]]) -> None:
    """
    A map that was pickled is equal, in the same order; a copy is the map itself, which cannot change.
    """
    found = FrozenMap(items)
    again = pickle.loads(pickle.dumps(found))
    assert (list(items.items()), FrozenMap) == (list(again.items()), type(again))
    assert copy.copy(found) is found is copy.deepcopy(found)


def test_it_is_apart_from_what_it_was_made_of() -> None:
    """
    A change to the dictionary that it was made of does not reach it.
    """
    items = {"ru": ("Сталинград",)}
    found = FrozenMap(items)
    items["de"] = ("Stalingrad",)
    assert ["ru"] == list(found)


def test_missing_key_is_a_key_error() -> None:
    """
    A key that is not there is a KeyError, and `get` gives the default.
    """
    with pytest.raises(KeyError, match="ru"):
        FrozenMap[str, str]()["ru"]
    assert None is FrozenMap[str, str]().get("ru")


def test_it_is_a_mapping_but_no_dictionary() -> None:
    """
    It is a `Mapping` without the methods that change one.
    """
    found: object = FrozenMap()
    assert (True, False, False) == (isinstance(found, Mapping), isinstance(found, dict), hasattr(found, "update"))


def test_it_refuses_to_change() -> None:
    """
    Neither items nor attributes can be set or deleted.
    """
    found = FrozenMap({"ru": "x"})
    with pytest.raises(TypeError, match="does not support item assignment"):
        found["ru"] = "y"  # type: ignore[index]
    with pytest.raises(TypeError, match="support item deletion"):
        del found["ru"]  # type: ignore[attr-defined]
    with pytest.raises(AttributeError, match="cannot change: 'spare'"):
        setattr(found, "spare", 1)  # noqa: B010
    with pytest.raises(AttributeError, match="cannot change: '_items'"):
        del found._items
    assert {"ru": "x"} == found


def test_values_that_are_not_hashable_leave_it_so() -> None:
    """
    A map of lists has no hash.
    """
    with pytest.raises(TypeError, match="unhashable"):
        hash(FrozenMap({"ru": ["x"]}))


def test_it_is_shown_as_it_is_made() -> None:
    """
    The repr makes the same map.
    """
    assert "FrozenMap({'ru': ('x',)})" == repr(FrozenMap({"ru": ("x",)}))


def test_it_has_no_dictionary_of_attributes() -> None:
    """
    It has slots, so that it is small and takes no other attribute.
    """
    assert not hasattr(FrozenMap(), "__dict__")
