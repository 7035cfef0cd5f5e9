"""
Strategies of the records that the package ships, for tests that want real ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..store.catalogue import bundled

if TYPE_CHECKING:
    from ..model.changes import Renaming
    from ..model.claims import Claim
    from ..model.events import Act, Event
    from ..model.institutions import Institution
    from ..model.people import Person, Topic
    from ..model.places import Place
    from ..model.source import Source


def bundled_places(**criteria: Any) -> SearchStrategy[Place]:
    """
    Give shipped places; they shrink towards the first id.

    Args:
        criteria: as for `ds.places.where`.

    Raises:
        Unsatisfiable: when the first is drawn, if no place meets the criteria.

    >>> from hypothesis import find
    >>> find(bundled_places(country="TJ", honours="joseph-stalin"), lambda place: place.kind == "city").id
    'dushanbe'
    """
    return _sampled("places", criteria)


def bundled_institutions(**criteria: Any) -> SearchStrategy[Institution]:
    """
    Give shipped institutions.

    Args:
        criteria: as for `ds.institutions.where`.
    """
    return _sampled("institutions", criteria)


def bundled_people(**criteria: Any) -> SearchStrategy[Person]:
    """
    Give shipped people.

    Args:
        criteria: as for `ds.people.where`.
    """
    return _sampled("people", criteria)


def bundled_topics(**criteria: Any) -> SearchStrategy[Topic]:
    """
    Give shipped topics.

    Args:
        criteria: as for `ds.topics.where`.
    """
    return _sampled("topics", criteria)


def bundled_events(**criteria: Any) -> SearchStrategy[Event]:
    """
    Give shipped events.

    Args:
        criteria: as for `ds.events.where`.
    """
    return _sampled("events", criteria)


def bundled_acts(**criteria: Any) -> SearchStrategy[Act]:
    """
    Give shipped acts.

    Args:
        criteria: as for `ds.acts.where`.
    """
    return _sampled("acts", criteria)


def bundled_claims(**criteria: Any) -> SearchStrategy[Claim]:
    """
    Give shipped claims.

    Args:
        criteria: as for `ds.claims.where`.
    """
    return _sampled("claims", criteria)


def bundled_sources(**criteria: Any) -> SearchStrategy[Source]:
    """
    Give shipped sources.

    Args:
        criteria: as for `ds.sources.where`.
    """
    return _sampled("sources", criteria)


def bundled_renamings(**criteria: Any) -> SearchStrategy[Renaming]:
    """
    Give shipped renamings.

    Args:
        criteria: as for `ds.renamings.where`.
    """
    return _sampled("renamings", criteria)


def _sampled(table: str, criteria: dict[str, Any]) -> SearchStrategy[Any]:
    """
    Give the records of a table that meet criteria; the table is loaded when the first is drawn.
    """

    def records() -> SearchStrategy[Any]:
        found = getattr(bundled(), table)
        return st.sampled_from(list(found.where(**criteria) if criteria else found))

    return st.deferred(records)
