"""
The chain of a bearer laid out over days, so that a question about a day is a bisection.

Every change of state has a *window*: the first and the last day on which it can have come about, over the preferred
date and all that openly dispute it. A name certainly holds from the last day of the window of its beginning up to the
first day of the window of its end; it may hold wherever the windows allow. Between the days at which any window opens
or closes the answer is the same, so it is worked out once for each such stretch.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from ..dates import HistoricalDate, Interval, parse
from .answers import Candidate, Grade, NameAnswer, State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .changes import Bearer
    from .names import Name
    from .provenance import Dispute

EVER = 10_000_000
"""A day later than any date; its negative is earlier than any."""

RANK: dict[Grade, int] = {"certain": 0, "likely": 1, "possible": 2}


class Window(NamedTuple):
    """
    When a change can have come about, in days; 1 January of the year 1 is day 1.

    Attributes:
        first: the first day on which the new state can have begun.
        last: the last such day.
        known: whether a date says so, and not only what stands around it.
        marked: whether the preferred date is marked as approximate or uncertain.
    """

    first: int
    last: int
    known: bool = False
    marked: bool = False


class Verdict(NamedTuple):
    """
    What holds on a day.

    Attributes:
        state: the state.
        names: the names that may hold, best first, each by its place in the chain, with its grade.
    """

    state: State
    names: tuple[tuple[int, Grade], ...] = ()


class Timeline:
    """
    The chain of one bearer over days.

    Args:
        bearer: the bearer.
    """

    __slots__ = ("_days", "_verdicts", "bearer", "ends", "founded", "gone", "starts")

    def __init__(self, bearer: Bearer) -> None:
        self.bearer = bearer
        self.founded = _founding(bearer)
        self.gone = _ending(bearer)
        self.starts = _starts(bearer, self.founded, self.gone)
        self.ends = _ends(bearer, self.starts, self.gone)
        changes = (*self.starts, *self.ends, self.founded, *([self.gone] if self.gone else ()))
        edges = {day for window in changes for day in (window.first, window.last)}
        edges |= {name.since.latest.toordinal() for name in bearer.names if name.since is not None}
        if bearer.founded is not None and bearer.founded.value.earliest is not None:
            edges.add(bearer.founded.value.earliest.toordinal())
        self._days = sorted(day for day in edges if abs(day) < EVER)
        self._verdicts = [self.judge(day) for day in (-EVER, *self._days)]

    @property
    def days(self) -> tuple[int, ...]:
        """
        The days on which an answer may differ from that of the day before, in order.

        >>> import destalinization as ds
        >>> HistoricalDate("1961-11-10").earliest.toordinal() in timeline_of(ds.places["volgograd"]).days
        True
        """
        return tuple(self._days)

    def judge(self, day: int) -> Verdict:
        """
        Work out what holds on a day from the windows, name by name.

        Args:
            day: the day, in days since 1 January of the year 1.
        """
        names: list[tuple[int, Grade]] = [
            (number, self._grade(number, day))
            for number, (start, end) in enumerate(zip(self.starts, self.ends, strict=True))
            if start.first <= day < end.last
        ]
        if names:
            dated = [item for item in names if self._dated(item[0])]
            shown: list[tuple[int, Grade]] = dated or names
            if len(shown) > 1:  # two dates of different names may contradict each other
                shown = [(number, "possible") for number, _ in shown]
            shown.sort(key=lambda item: (not self._preferred(item[0], day), item[0]))
            return Verdict("named" if dated else "unknown", tuple(shown))
        founded = self.bearer.founded
        if founded is not None and founded.value.earliest and day < founded.value.earliest.toordinal():
            return Verdict("before-founding")
        if self.gone is not None and day >= self.gone.last:
            return Verdict("ended")
        for number, name in enumerate(self.bearer.names):
            if name.succession == "gap" and number and self.ends[number - 1].last <= day < self.starts[number].first:
                return Verdict("gap")
        return Verdict("unknown")

    def on(self, date: HistoricalDate) -> NameAnswer:
        """
        Answer what the bearer was called on a date.

        Args:
            date: a day, or a coarser date.
        """
        first = date.earliest.toordinal()
        low = bisect_right(self._days, first)
        if date.latest == date.earliest:
            state, names = self._verdicts[low]
            return NameAnswer(bearer=self.bearer, on=date, state=state, held=names)
        last = date.latest.toordinal()
        high = bisect_right(self._days, last)
        middle = self._verdicts[bisect_right(self._days, (first + last) // 2)]
        return self._answer(date, _over(self._verdicts[low : high + 1], middle))

    def scan(self, date: HistoricalDate) -> NameAnswer:
        """
        Answer the same question day by day, without bisection; slow, and the measure of `on`.

        Args:
            date: a day, or a coarser date.
        """
        first, last = date.earliest.toordinal(), date.latest.toordinal()
        verdicts = [self.judge(day) for day in range(first, last + 1)]
        return self._answer(date, verdicts[0] if first == last else _over(verdicts, self.judge((first + last) // 2)))

    def during(self, period: HistoricalDate | Interval) -> tuple[Candidate, ...]:
        """
        Give the names that may have held on some day of a period, in the order of the chain, each with its best grade
        on any of these days.

        Args:
            period: a date or an interval; where it has no end, all time on that side is meant.
        """
        first = period.earliest.toordinal() if period.earliest else -EVER
        last = period.latest.toordinal() if period.latest else EVER
        some_dated = any(map(self._dated, range(len(self.starts))))
        best: dict[int, Grade] = {}
        for verdict in self._verdicts[bisect_right(self._days, first) : bisect_right(self._days, last) + 1]:
            if verdict.state == "named" or not some_dated:
                for number, grade in verdict.names:
                    best[number] = min(grade, best.get(number, grade), key=RANK.__getitem__)
        names = self.bearer.names
        return tuple(
            Candidate(name=names[number], grade=grade, bearer=self.bearer, on=period)
            for number, grade in sorted(best.items())
        )

    def _grade(self, number: int, day: int) -> Grade:
        """
        Grade a name that may hold on a day.
        """
        start, end = self.starts[number], self.ends[number]
        if not start.last <= day < end.first:
            return "possible"
        return "likely" if start.marked or end.marked else "certain"

    def _dated(self, number: int) -> bool:
        """
        Say whether a date bounds a name on either side; one without any is no answer while there are others.
        """
        return self.starts[number].known or self.ends[number].known

    def _preferred(self, number: int, day: int) -> bool:
        """
        Say whether a name is the last one to have begun by a day; a coarse date counts as its last day.
        """
        names = enumerate(self.bearer.names)
        begun = [place for place, name in names if name.since and name.since.latest.toordinal() <= day]
        return bool(begun) and begun[-1] == number

    def _answer(self, date: HistoricalDate, verdict: Verdict) -> NameAnswer:
        """
        Make an answer of a verdict.
        """
        return NameAnswer(bearer=self.bearer, on=date, state=verdict.state, held=verdict.names)


_TIMELINES: dict[str, Timeline] = {}


def timeline_of(bearer: Bearer) -> Timeline:
    """
    Give the timeline of a bearer; it is worked out once for each record, or by several threads at once, of which one
    gives it to all.

    Args:
        bearer: the bearer.
    """
    found = _TIMELINES.get(bearer.id)
    if found is None:
        found = _TIMELINES.setdefault(bearer.id, Timeline(bearer))
    if found.bearer is not bearer:
        found = _TIMELINES[bearer.id] = Timeline(bearer)
    return found


def window(date: HistoricalDate | Interval | None, disputes: Iterable[Dispute] = ()) -> Window | None:
    """
    Give the window of a change: all days that its date, or a date that disputes it, can mean.

    Args:
        date: the preferred date.
        disputes: what other sources say, as EDTF; what is no date is passed over.

    >>> window(HistoricalDate("1961-11-10"))
    Window(first=716189, last=716189, known=True, marked=False)
    """
    if date is None:
        return None
    dates = [date, *(found for dispute in disputes if (found := _disputed(dispute)) is not None)]
    first = min(found.earliest.toordinal() if found.earliest else -EVER for found in dates)
    last = max(found.latest.toordinal() if found.latest else EVER for found in dates)
    marked = isinstance(date, HistoricalDate) and date.qualifier != ""
    return Window(first, last, known=True, marked=marked)


def _disputed(dispute: Dispute) -> HistoricalDate | Interval | None:
    """
    Give the date of a dispute, if it has one.
    """
    from ..errors import InvalidDate

    try:
        return parse(dispute.value)
    except InvalidDate:
        return None


def about(disputes: Iterable[Dispute], field: str) -> list[Dispute]:
    """
    Keep the open disputes about one field.

    Args:
        disputes: the disputes of a record.
        field: the field.
    """
    return [dispute for dispute in disputes if dispute.field == field and dispute.standing == "open"]


def _founding(bearer: Bearer) -> Window:
    """
    Give the window of the founding; any time where it is unknown.
    """
    founded = bearer.founded
    if founded is None:
        return Window(-EVER, EVER)
    start = founded.value.start if isinstance(founded.value, Interval) else founded.value
    return window(start, about(founded.disputes, "value")) or Window(-EVER, EVER)


def _ending(bearer: Bearer) -> Window | None:
    """
    Give the window of the end of a bearer, or None where there is none or its date is unknown.
    """
    ending = bearer.ending
    return None if ending is None else window(ending.date, about(ending.disputes, "date"))


def _starts(bearer: Bearer, founded: Window, gone: Window | None) -> list[Window]:
    """
    Give the window in which each name of a chain began: by its date, narrowed by what stands around it: the founding
    and the end, the names before and after it, and their attestations.
    """
    names = bearer.names
    stated = [window(name.since, about(name.disputes, "since")) for name in names]
    starts: list[Window] = []
    floor = founded.first
    for name, own in zip(names, stated, strict=True):
        start = own or Window(floor, EVER)
        starts.append(start._replace(first=floor) if start.first < floor <= start.last else start)
        floor = max(floor, starts[-1].first, _seen(name))
    ceiling = gone.last if gone else EVER
    for number in reversed(range(len(names))):
        for found in names[number].attested:
            if found.value.latest is not None:
                ceiling = min(ceiling, found.value.latest.toordinal())
        start = starts[number]
        if start.first <= ceiling < start.last:
            starts[number] = start._replace(last=ceiling)
        elif not start.known:
            starts[number] = start._replace(last=max(ceiling, start.first))
        ceiling = min(ceiling, starts[number].last)
    return starts


def _seen(name: Name) -> int:
    """
    Give the first day after a name was attested last; a name that follows cannot have begun before it.
    """
    days = [found.value.earliest.toordinal() + 1 for found in name.attested if found.value.earliest is not None]
    return max(days, default=-EVER)


def _ends(bearer: Bearer, starts: list[Window], gone: Window | None) -> list[Window]:
    """
    Give the window in which each name of a chain ceased to hold, which is no later than the next name began.
    """
    ends: list[Window] = []
    for number, name in enumerate(bearer.names):
        following = bearer.names[number + 1] if number + 1 < len(bearer.names) else None
        stated = window(name.until, about(name.disputes, "until"))
        if stated is not None:
            beyond = starts[number + 1] if following is not None else gone
            if beyond is not None and stated.first <= beyond.last < stated.last:
                stated = stated._replace(last=beyond.last)
            if following is not None and following.succession == "direct":  # the next name may have come before
                stated = stated._replace(first=min(stated.first, starts[number + 1].first))
            ends.append(stated)
        elif following is not None and following.succession == "direct":
            ends.append(starts[number + 1])
        elif following is not None:
            beyond = starts[number + 1]
            ends.append(Window(min(_held(starts[number], name), beyond.last), beyond.last))
        else:
            ends.append(_last_end(bearer, starts[number], gone))
    return ends


def _last_end(bearer: Bearer, start: Window, gone: Window | None) -> Window:
    """
    Give the window in which the last name of a chain ceased to hold.
    """
    if gone is not None:
        return gone
    if bearer.current and bearer.ending is None:
        return Window(EVER, EVER, known=start.known or len(bearer.names) == 1)
    return Window(_held(start, bearer.names[-1]), EVER)


def _held(start: Window, name: Name) -> int:
    """
    Give the first day on which a name can have ceased to hold, where no date says so.
    """
    return max(start.first, _seen(name))


def _over(verdicts: list[Verdict], middle: Verdict) -> Verdict:
    """
    Put together what holds over several days: only what holds on each of them can be more than possible.
    """
    grades: dict[int, list[Grade]] = {}
    for verdict in verdicts:
        for number, grade in verdict.names:
            grades.setdefault(number, []).append(grade)
    states = {verdict.state for verdict in verdicts}
    if "named" in states:
        order = [number for number, _ in middle.names]
        names: list[tuple[int, Grade]] = [
            (number, max(found, key=RANK.__getitem__) if len(found) == len(verdicts) else "possible")
            for number, found in grades.items()
        ]
        names.sort(key=lambda item: (RANK[item[1]], order.index(item[0]) if item[0] in order else len(order), item[0]))
        return Verdict("named", tuple(names))
    return verdicts[0] if len(states) == 1 else Verdict("unknown")
