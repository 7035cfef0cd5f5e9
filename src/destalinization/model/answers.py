"""
Answers about the names of a bearer: which name held on a day, how sure that is, and why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from attrs import frozen

from ..dates import HistoricalDate, Interval
from .names import Name, SideName
from .record import Record

if TYPE_CHECKING:
    from .changes import Bearer
    from .period import Period
    from .provenance import Citation

Grade = Literal["certain", "likely", "possible"]
State = Literal["named", "before-founding", "gap", "ended", "unknown"]

GRADES: dict[Grade, str] = {
    "certain": "In force on every day asked about, whatever the sources.",
    "likely": "So by the preferred date, which is marked as approximate or uncertain.",
    "possible": "A bounding date is coarse, unknown or disputed, and the day may fall on either side.",
}
STATES: dict[State, str] = {
    "named": "A name held, or may have held.",
    "before-founding": "The bearer did not exist yet.",
    "gap": "The bearer had no name, or did not exist for a while.",
    "ended": "The bearer existed no more.",
    "unknown": "Nothing is known of the time.",
}


@frozen(kw_only=True, repr=False, eq=False)
class Candidate(Record):
    """
    A name that may have held.

    Attributes:
        name: the name.
        grade: certain, likely or possible.
        bearer: the bearer.
        on: the date or period asked about.
    """

    name: Name
    grade: Grade
    bearer: Bearer
    on: HistoricalDate | Interval

    @property
    def period(self) -> Period:
        """
        When the name was in force.
        """
        return self.bearer.period(self.name)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """
        Who says so.
        """
        return self.name.citations

    @property
    def reason(self) -> str:
        """
        Why the grade is what it is, in words.
        """
        from .reasons import reason

        return reason(self)

    def __repr__(self) -> str:
        return f"<Candidate: {self.name} ({self.grade}) of {self.bearer.id} on {self.on}>"

    def __str__(self) -> str:
        return f"{self.name} ({self.grade}: {self.reason})"


@frozen(kw_only=True, repr=False, eq=False)
class NameAnswer(Record):
    """
    What a bearer was called on a date.

    Attributes:
        bearer: the bearer.
        on: the date asked about.
        state: whether it had a name then, and if not, why not.
        held: the places in the chain of the names that may have held, best first, each with its grade.

    >>> import destalinization as ds
    >>> answer = ds.name_on("volgograd", "1961-11-10")
    >>> print(answer.best, answer.grade, [str(other.name) for other in answer.candidates[1:]])
    Volgograd possible ['Stalingrad']
    """

    bearer: Bearer
    on: HistoricalDate
    state: State
    held: tuple[tuple[int, Grade], ...] = ()

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """
        Every name that may have held, best first; none unless the state is ``named`` or ``unknown``.
        """
        names = self.bearer.names
        return tuple(
            [Candidate(name=names[number], grade=grade, bearer=self.bearer, on=self.on) for number, grade in self.held]
        )

    @property
    def best(self) -> Name | None:
        """
        The best name, or None unless the state is ``named``.
        """
        return self.bearer.names[self.held[0][0]] if self.state == "named" else None

    @property
    def grade(self) -> Grade | None:
        """
        How sure the best name is.
        """
        return self.held[0][1] if self.state == "named" else None

    @property
    def period(self) -> Period | None:
        """
        When the best name was in force.
        """
        return self.candidates[0].period if self.state == "named" else None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """
        Who says that the best name held.
        """
        return self.candidates[0].citations if self.state == "named" else ()

    @property
    def beside(self) -> tuple[SideName, ...]:
        """
        The names beside the chain that may have been in use.
        """
        return tuple(side for side in self.bearer.also if _may_hold(side.name, self.on))

    def __repr__(self) -> str:
        return f"<NameAnswer: {self}>"

    def __str__(self) -> str:
        if self.state == "named":
            return f"{self.bearer.id} on {self.on}: {self.best} ({self.grade})"
        return f"{self.bearer.id} on {self.on}: {self.state}"


def _may_hold(name: Name, on: HistoricalDate) -> bool:
    """
    Say whether a name beside the chain may have been in use; one without any date may not.
    """
    starts = name.since is not None and not name.since.certainly_after(on)
    ends = name.until is None or not name.until.certainly_before(on)
    return starts and ends
