"""
Vocabularies: every term has a definition, and every place kind a feature class.
"""

from __future__ import annotations

import re
from typing import get_args

import pytest

from destalinization import vocabulary
from destalinization.vocabulary import FEATURE_CLASSES, PLACE_KINDS, VOCABULARIES

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
TERMS = [(name, term, text) for name, table in VOCABULARIES.items() for term, text in table.items()]


def types() -> dict[str, tuple[str, ...]]:
    """
    Give the terms of each type of the module.
    """
    return {name: get_args(value) for name, value in vars(vocabulary).items() if name[:1].isupper() and get_args(value)}


@pytest.mark.parametrize("name", VOCABULARIES)
def test_terms_are_those_defined(name: str) -> None:
    """
    The terms of a type are the keys of its table of definitions, in its order.
    """
    assert get_args(getattr(vocabulary, name)) == tuple(VOCABULARIES[name])


def test_every_type_is_listed() -> None:
    """
    The list of vocabularies names every type of terms that the module has.
    """
    found = {name for name, terms in types().items() if all(isinstance(term, str) for term in terms)}
    assert found - {"Final", "Literal"} == set(VOCABULARIES)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_terms_are_unique(name: str) -> None:
    """
    No term stands twice in a type.
    """
    terms = get_args(getattr(vocabulary, name))
    assert len(set(terms)) == len(terms) > 1


@pytest.mark.parametrize(("name", "term", "text"), TERMS)
def test_terms_are_slugs(name: str, term: str, text: str) -> None:
    """
    A term is written in small letters with single hyphens.
    """
    assert SLUG.fullmatch(term)


@pytest.mark.parametrize(("name", "term", "text"), TERMS)
def test_definitions_are_sentences(name: str, term: str, text: str) -> None:
    """
    A definition begins with a capital letter, ends with a full stop, and has words in between.
    """
    assert re.fullmatch(r"[A-Z]\S* .*\S\.", text) or re.fullmatch(r"An? \S+\.", text)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_definitions_tell_terms_apart(name: str) -> None:
    """
    No two terms of a vocabulary have one definition.
    """
    definitions = list(VOCABULARIES[name].values())
    assert len(set(definitions)) == len(definitions)


@pytest.mark.parametrize("kind", PLACE_KINDS)
def test_place_kinds_have_a_feature_class(kind: str) -> None:
    """
    Every place kind has one of the feature classes that GeoNames uses for such things.
    """
    assert FEATURE_CLASSES[kind] in {"A", "H", "L", "P", "R", "S", "T"}


def test_nothing_else_has_a_feature_class() -> None:
    """
    Only place kinds have feature classes.
    """
    assert set(FEATURE_CLASSES) == set(PLACE_KINDS)


def test_every_feature_class_is_in_use() -> None:
    """
    Each of the feature classes that the module explains is the class of some kind.
    """
    assert set(FEATURE_CLASSES.values()) == {"A", "H", "L", "P", "R", "S", "T"}
