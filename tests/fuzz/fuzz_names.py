"""
Names from any text: found, or not, or refused, and all questions agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import destalinization as ds

WORDS = (
    "Сталин", "Stalin", "град", "abad", "обл.", "oblast", "city of ", "г. ", "ул. ", "-", "’", "ё", "\u0301", "\u00ad",
    "İ", "ß", "ﬁ", "\t1950", "\tUA", "\tcity", "\tjoseph-stalin", "\tfuzzy",
)  # fmt: skip
REFUSALS = (ds.EmptyQuery, ds.InvalidDate, ds.UnknownTerm, ds.UnknownId)


def seeds() -> Iterator[bytes]:
    """
    Give spellings of shipped names, some with criteria after them.
    """
    names = [name for place in list(ds.places)[::80] for name in place.names]
    for name in names[:20]:
        forms = [form for spellings in name.forms.values() for form in spellings]
        for form in [name.text, *forms[:2]]:
            yield form.encode()
            yield f"{form}\t{name.since or ''}\tRU\tcity".encode()
    yield "г. Сталино\t1950\tUA\tcity\tjoseph-stalin\tfuzzy".encode()
    yield "\u0301\u00ad -".encode()


def check(data: bytes) -> None:
    """
    Look for a text, with the criteria that stand after tabs, and date it as a list of names.
    """
    text, *given = data.decode(errors="surrogateescape").split("\t")
    criteria: dict[str, Any] = {
        key: value for key, value in zip(("on", "country", "kind", "honours"), given, strict=False) if value
    }
    try:
        found = ds.find(text, **criteria)
        if len(given) > 4:
            near = ds.find(text, fuzzy=True, **criteria)
            assert near[: len(found)] == found
    except REFUSALS as error:
        assert str(error)
        return
    _agree(text, found, criteria)
    _dated(text.split(","))


def _agree(text: str, found: tuple[ds.Match, ...], criteria: dict[str, Any]) -> None:
    """
    Hold an answer against its criteria, and against those of the other questions.
    """
    everything = [(match.bearer, match.name) for match in ds.find(text)]
    for match in found:
        assert (match.bearer, match.name) in everything
        assert (match.grade is not None, match.distance) == ("on" in criteria, 0)
        assert "country" not in criteria or match.bearer.country == criteria["country"].upper()
        assert match.bearer.kind == criteria.get("kind", match.bearer.kind)
        assert str(match)
        assert match.form
    bearers = {match.bearer.id for match in found}
    if not found and len(text) % 16:
        return  # to say what is spelt alike takes long
    try:
        assert bearers == {ds.one(text, **criteria).id}
    except ds.AmbiguousName as error:
        assert {match.bearer.id for match in error.candidates} == bearers
        assert len(bearers) > 1
    except ds.UnknownName as error:
        assert str(error)
        assert not bearers


def _dated(names: list[str]) -> None:
    """
    Date a list of names.
    """
    try:
        answer = ds.date_names(names)
    except ds.EmptyQuery:
        return
    assert set(answer.unknown) <= set(answer.names) <= set(names)
    assert bool(answer.intervals) == any(name not in answer.unknown for name in answer.names)
    assert str(answer)
