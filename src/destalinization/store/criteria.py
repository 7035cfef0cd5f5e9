"""
Criteria of `where`: each function makes a test out of what the user gave, or None where nothing was given.

A value that no record can have is refused, so that a misspelt criterion is an error and no empty answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ..dates import HistoricalDate, Interval, PeriodLike, as_period

if TYPE_CHECKING:
    from ..model.chain import Chain
    from ..model.names import Name
    from .catalogue import Catalogue

Test = Callable[[Any], bool] | None


def is_term(field: str, value: str | None, vocabulary: str, terms: Iterable[str]) -> Test:
    """
    Test a field for a term of a vocabulary.

    Raises:
        UnknownTerm: the vocabulary has no such term.
    """
    if value is None:
        return None
    if value not in terms:
        from ..errors import UnknownTerm

        raise UnknownTerm(value, vocabulary, tuple(terms))
    return lambda record: getattr(record, field) == value


def is_text(field: str, value: str | None) -> Test:
    """
    Test a field for a text.
    """
    return None if value is None else lambda record: getattr(record, field) == value


def country(value: str | None) -> str | None:
    """
    Accept a country code.

    Raises:
        UnknownTerm: it is not two capital letters.
    """
    if value is not None and not (len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()):
        from ..errors import UnknownTerm

        raise UnknownTerm(value, "country code", ("two capital letters of ISO 3166-1, such as UA",))
    return value


def known(catalogue: Catalogue, id: str | None) -> str | None:
    """
    Accept the id of a record of any table, and follow it where it is retired.

    Raises:
        UnknownId: no record bears it.
    """
    return None if id is None else catalogue[id].id


def refers(field: str, id: str | None) -> Test:
    """
    Test a field that is an id, or a tuple of ids, for one id.
    """
    if id is None:
        return None

    def test(record: Any) -> bool:
        value = getattr(record, field)
        return value == id or (isinstance(value, tuple) and id in value)

    return test


def related(type: str, id: str | None) -> Test:
    """
    Test for a relation of one type to one record.
    """
    if id is None:
        return None
    return lambda record: any(tie.type == type and tie.target == id for tie in record.relations)


def honours(id: str | None) -> Test:
    """
    Test whether any name of a bearer honours somebody.
    """
    if id is None:
        return None

    def test(bearer: Chain) -> bool:
        named = (*bearer.names, *(side.name for side in bearer.also))
        return any(honour.target == id for name in named for honour in name.honours)

    return test


def called(field: str, text: str | None) -> Test:
    """
    Test whether the old or new name of a change is spelt like this in any language, whatever the case.

    Raises:
        ValueError: the text is blank.
    """
    if text is None:
        return None
    wanted = text.strip().casefold()
    if not wanted:
        raise ValueError(f"{field}: a blank name matches nothing; leave it out to match any name")

    def test(change: Any) -> bool:
        name: Name | None = getattr(change, field)
        return name is not None and wanted in {spelling.casefold() for spelling in spellings(name)}

    return test


def spellings(name: Name) -> Iterable[str]:
    """
    Give a name's text and all its forms.
    """
    yield name.text
    for forms in name.forms.values():
        yield from forms


def during(
    when: Callable[[Any], HistoricalDate | Interval | None], period: PeriodLike | None, *, certainly: bool
) -> Test:
    """
    Test whether something may have happened in a period, or certainly did; what has no date certainly did not.

    Raises:
        InvalidDate: the period is none.
    """
    if period is None:
        return None
    wanted = as_period(period)

    def test(record: Any) -> bool:
        found = when(record)
        if found is None:
            return False
        return found.certainly_within(wanted) if certainly else found.possibly_overlaps(wanted)

    return test
