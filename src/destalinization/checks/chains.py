"""
The laws of bearers and their chains of names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..dates import HistoricalDate
from ..errors import Finding
from ..store.catalogue import Catalogue
from .common import SLUG, all_names, bearers, finding

COUNTRY = re.compile(r"[A-Z]{2}")
RESERVED = "end"


def unique_keys(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Keys of names are slugs, unique in their bearer, and none is ``end``.
    """
    for table, bearer in bearers(catalogue):
        counts = Counter(name.key for _, name in all_names(bearer))
        for path, name in all_names(bearer):
            if not SLUG.fullmatch(name.key) or name.key == RESERVED:
                expected = f"small letters, digits, single hyphens, and not {RESERVED!r}"
                yield finding("unique-keys", table, bearer, f"{path}.key", repr(name.key), expected)
            if counts[name.key] > 1:
                yield finding("unique-keys", table, bearer, f"{path}.key", f"{name.key!r} twice", "each key once")


def chains_in_order(catalogue: Catalogue) -> Iterator[Finding]:
    """
    The names of a chain begin one after the other, and no period certainly reaches into the next.
    """
    for table, bearer in bearers(catalogue):
        if not bearer.names:
            yield finding("chains-in-order", table, bearer, "names", "no names", "at least one name")
        latest: HistoricalDate | None = None
        for number, name in enumerate(bearer.names):
            here = f"names[{number}]"
            for field, date in (("since", name.since), ("until", name.until)):
                if date is None:
                    continue
                if latest is not None and date.certainly_before(latest):
                    yield finding("chains-in-order", table, bearer, f"{here}.{field}", str(date), f"{latest} or later")
                elif latest is None or date.earliest > latest.earliest:
                    latest = date
            following = bearer.names[number + 1] if number + 1 < len(bearer.names) else None
            begun = following.since if following and following.succession == "direct" else None
            if name.until and begun and name.until.certainly_before(begun):
                expected = f"{begun}, or a gap before the next name"
                yield finding("chains-in-order", table, bearer, f"{here}.until", str(name.until), expected)
        if bearer.current and (bearer.ending or (bearer.names and bearer.names[-1].until)):
            yield finding("chains-in-order", table, bearer, "current", "true", "false for what has ended")


def names_within_life(catalogue: Catalogue) -> Iterator[Finding]:
    """
    No name certainly begins before its bearer's founding or after its end, unless it was planned or a note says why.
    """
    for table, bearer in bearers(catalogue):
        planned = {side.name.key for side in bearer.also if side.use == "planned"}
        founded = bearer.founded.value if bearer.founded else None
        ended = bearer.ending.date if bearer.ending else None
        for path, name in all_names(bearer):
            if name.since is None or name.note or name.key in planned:
                continue
            if founded is not None and name.since.certainly_before(founded):
                expected = f"{founded} (the founding) or later, or a note"
                yield finding("names-within-life", table, bearer, f"{path}.since", str(name.since), expected)
            if ended is not None and name.since.certainly_after(ended):
                expected = f"{ended} (the end) or earlier, or a note"
                yield finding("names-within-life", table, bearer, f"{path}.since", str(name.since), expected)


def acts_before_names(catalogue: Catalogue) -> Iterator[Finding]:
    """
    An act is not certainly later than the name that it gives, or the end that it orders, unless a note says why.
    """
    for table, bearer in bearers(catalogue):
        given: list[tuple[str, Any, HistoricalDate | None]] = [(p, n, n.since) for p, n in all_names(bearer)]
        if bearer.ending:
            given.append(("ending", bearer.ending, bearer.ending.date))
        for path, owner, date in given:
            act = catalogue.acts.get(owner.act) if owner.act else None
            if act and act.date and date and act.date.certainly_after(date) and not owner.note:
                expected = f"an act of {date} or earlier, or a note"
                yield finding("acts-before-names", table, bearer, f"{path}.act", f"{act.id} of {act.date}", expected)


def honours_after_birth(catalogue: Catalogue) -> Iterator[Finding]:
    """
    Nobody is honoured before birth.
    """
    for table, bearer in bearers(catalogue):
        for path, name in all_names(bearer):
            for number, honour in enumerate(name.honours):
                person = catalogue.people.get(honour.target)
                born = person.born.value if person and person.born else None
                if born is not None and name.since is not None and name.since.certainly_before(born):
                    expected = f"a name of {born} (the birth) or later"
                    where = f"{path}.honours[{number}]"
                    yield finding(
                        "honours-after-birth", table, bearer, where, f"{honour.target} in {name.since}", expected
                    )


def countries_are_codes(catalogue: Catalogue) -> Iterator[Finding]:
    """
    A country is a code of two capital letters.
    """
    for table, bearer in bearers(catalogue):
        if bearer.country is not None and not COUNTRY.fullmatch(bearer.country):
            expected = "two capital letters of ISO 3166-1"
            yield finding("countries-are-codes", table, bearer, "country", repr(bearer.country), expected)
