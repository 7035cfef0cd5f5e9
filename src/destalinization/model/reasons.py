"""
Why a name may hold on a date, in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..dates import HistoricalDate, Interval
    from .answers import Candidate
    from .names import Name
    from .provenance import Dispute


def reason(candidate: Candidate) -> str:
    """
    Say why a candidate has its grade.

    Args:
        candidate: the candidate.

    >>> import destalinization as ds
    >>> ds.name_on("volgograd", "1961-11-09").candidates[0].reason
    'in force from 1925-04-10, before 1961-11-10'
    """
    period = candidate.period
    said = [f"in force {period}"]
    if candidate.grade != "certain":
        said += _doubts(candidate)
    return "; ".join(said)


def _doubts(candidate: Candidate) -> Iterator[str]:
    """
    Say what keeps a candidate from being certain.
    """
    bearer, name = candidate.bearer, candidate.name
    names = bearer.names
    number = next(
        (place for place, own in enumerate(names) if own.key == name.key), len(names)
    )  # beside the chain: last
    yield from _of_date("its beginning", name.since, name.disputes, "since", candidate)
    if name.until is not None:
        yield from _of_date("its end", name.until, name.disputes, "until", candidate)
    elif number + 1 < len(names):
        following: Name = names[number + 1]
        if following.succession == "direct":
            yield from _of_date("the next name", following.since, following.disputes, "since", candidate)
        else:
            yield "its end is unknown"
    elif bearer.ending is not None:
        yield from _of_date("the end", bearer.ending.date, bearer.ending.disputes, "date", candidate)
    elif bearer.current is not True:
        yield "whether it is in use today is unknown" if bearer.current is None else "its end is unknown"


def _of_date(
    what: str,
    date: HistoricalDate | None,
    disputes: tuple[Dispute, ...],
    field: str,
    candidate: Candidate,
) -> Iterator[str]:
    """
    Say what is doubtful about a bounding date, as far as it bears on the date asked about.
    """
    from .timeline import about, window

    on: HistoricalDate | Interval = candidate.on
    if date is None:
        yield f"the date of {what} is unknown"
        return
    if date.qualifier:
        yield f"the date of {what}, {date}, is marked as approximate or uncertain"
    others = about(disputes, field)
    first, last, *_ = window(date, others) or (0, 0)
    start, end = on.earliest, on.latest
    if (start is not None and start.toordinal() > last) or (end is not None and end.toordinal() < first):
        return
    if date.precision != "day":
        yield f"the date of {what} is known only as {date}"
    if others:
        yield f"another source gives {' or '.join(dispute.value for dispute in others)} for {what}"
