"""
Linked Places TSV 0.5, a row a place, as the World Historical Gazetteer takes it: names without their own times.

The rules of `lp_tsv` hold here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..columns import columns
from ..dates import Interval
from . import flat, lp_tsv, spans
from .registry import Format
from .selection import places

if TYPE_CHECKING:
    from ..dates import HistoricalDate
    from ..model.places import Place
    from ..store.catalogue import Catalogue

FORMAT = Format(
    name="lp-tsv-places",
    title="Linked Places TSV: a row for each place",
    extension=".tsv",
    carries=(
        "every name of every place in all its forms with their BCP 47 tags",
        "the sources of all names, written out",
        "disputes of names and places, in the description",
        "the first and last day of the place, as far as they are known",
        "position, country, feature class, ids in GeoNames and Wikidata, and the place that a place lies in",
    ),
    lacks=("the times of names, and which source speaks of which name", *lp_tsv.LACKS),
    columns=columns("", "id id the place\ntitle text the last name of the place in Latin script" + lp_tsv.COLUMNS),
)


def write(thing: Catalogue | Iterable[Any], catalogue: Catalogue) -> Iterator[str]:
    """
    Write every place as a row.

    Args:
        thing: a catalogue, a table or several records; a change stands for its bearer.
        catalogue: where sources and other places are looked up.

    Raises:
        TypeError: something in the selection has no names.
    """
    yield lp_tsv.row(column.name for column in FORMAT.columns)
    for place in places(thing, catalogue):
        yield lp_tsv.row(_cells(place, catalogue))


def _cells(place: Place, catalogue: Catalogue) -> tuple[object, ...]:
    """
    Give the cells of a place.
    """
    names = [item.name for item in spans.held(place)]
    label, address, year = lp_tsv.evidence((citation for name in names for citation in name.citations), catalogue)
    forms = dict.fromkeys(f"{form}@{tag}" for name in names for tag, form in flat.forms(name))
    start = _start(place)
    end = spans.last(place.period(place.names[-1])) if place.ending else None
    disputes = [*place.disputes, *(dispute for name in names for dispute in name.disputes)]
    return (
        place.id, place.names[-1].text, label, address, *lp_tsv.classes(place), year,
        spans.first_or_only(start) if start else "", spans.last_or_only(end) if end else "", place.country or "",
        lp_tsv.matches(place), lp_tsv.several(forms), place.kind, *lp_tsv.setting(place, catalogue),
        lp_tsv.described(place, disputes),
    )  # fmt: skip


def _start(place: Place) -> HistoricalDate | None:
    """
    Give the date on which a place began: its founding, or else its first name.
    """
    if place.founded is None:
        return place.names[0].since
    value = place.founded.value
    return value.start if isinstance(value, Interval) else value
