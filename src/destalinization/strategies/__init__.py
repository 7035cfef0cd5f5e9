"""
Hypothesis strategies for every kind of record, and for whole catalogues.

What they give is lawful: it breaks none of the laws in `destalinization.checks`. What a record may refer to is said by
a `Pool`; without one it refers to ids such as ``a-person``. They need the extra ``hypothesis``.

>>> from hypothesis import given
>>> @given(places())
... def test_place_has_a_name(place):
...     assert place.names

"""

try:
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    message = "the strategies need Hypothesis: pip install destalinization[hypothesis]"
    raise ImportError(message, name=error.name) from error

from .._hypothesis_hook import setup
from .bearers import changes, endings, institutions, names, places, renamings, side_names
from .bundled import (
    bundled_acts,
    bundled_claims,
    bundled_events,
    bundled_institutions,
    bundled_people,
    bundled_places,
    bundled_renamings,
    bundled_sources,
    bundled_topics,
)
from .catalogues import catalogues, releases
from .entities import acts, claims, events, people, sources, topics
from .pool import Pool
from .statements import citations, coordinates, dateds, disputes, honours, relations
from .values import forms, historical_dates, intervals, slugs, spellings, texts

__all__ = [
    "Pool",
    "acts",
    "bundled_acts",
    "bundled_claims",
    "bundled_events",
    "bundled_institutions",
    "bundled_people",
    "bundled_places",
    "bundled_renamings",
    "bundled_sources",
    "bundled_topics",
    "catalogues",
    "changes",
    "citations",
    "claims",
    "coordinates",
    "dateds",
    "disputes",
    "endings",
    "events",
    "forms",
    "historical_dates",
    "honours",
    "institutions",
    "intervals",
    "names",
    "people",
    "places",
    "relations",
    "releases",
    "renamings",
    "side_names",
    "slugs",
    "sources",
    "spellings",
    "texts",
    "topics",
]

setup()
