"""
Answers and mentions as HTML: what was found, how sure that is, why, and who says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..model.answers import STATES, Candidate, NameAnswer
from ..rows import of_dating
from ..store.references import sources
from ..toponyms.datings import DatedInterval, DatingAnswer
from ..toponyms.happenings import Happening
from ..toponyms.lookup import Match
from ..toponyms.mentions import Meaning, Mention
from .labels import home
from .markup import Markup, element, joined
from .records import body, definitions, folded, grid, heading, picture, sourced

if TYPE_CHECKING:
    from ..model.changes import Bearer
    from ..model.names import Name

__all__ = ["body"]


@body.register
def _of_name_answer(answer: NameAnswer) -> Iterator[Markup]:
    """
    Show what a bearer was called on a date.
    """
    yield heading(f"{answer.bearer.label} on {answer.on}")
    if answer.best is None:
        yield element("p", STATES[answer.state])
    else:
        yield element("p", element("b", answer.best), f" ({answer.grade})")
    yield from picture(answer.bearer, on=answer.on)
    if answer.candidates:
        yield grid(("name", "grade", "why"), ((c.name, c.grade, c.reason) for c in answer.candidates))
    if answer.beside:
        names = ", ".join(f"{side.name} ({side.use})" for side in answer.beside)
        yield element("p", f"Beside it: {names}")
    yield from _sourced(answer.bearer, (candidate.name for candidate in answer.candidates))


@body.register
def _of_candidate(candidate: Candidate) -> Iterator[Markup]:
    """
    Show a name that may have held.
    """
    yield heading(candidate.name, f"{candidate.bearer.label} on {candidate.on}")
    yield from picture(candidate.bearer, on=candidate.on)
    yield definitions([("grade", candidate.grade), ("why", candidate.reason)])
    yield from _sourced(candidate.bearer, [candidate.name])


@body.register
def _of_match(match: Match) -> Iterator[Markup]:
    """
    Show a name that a query found.
    """
    yield heading(match.form, f"{match.language}{f', {match.scheme}' if match.scheme else ''}")
    today = [("today", "yes" if match.current else "no")]
    dated = [("on", f"{match.on} ({match.grade})")] if match.on else []
    near = [("letters that differ", match.distance)] if match.distance else []
    yield from _of_named(match, [*today, *dated, *near])


@body.register
def _of_meaning(meaning: Meaning) -> Iterator[Markup]:
    """
    Show a name that a mention can mean.
    """
    yield heading(meaning.name)
    yield from _of_named(meaning, [("grade", meaning.grade)] if meaning.grade else [])


@body.register
def _of_mention(mention: Mention) -> Iterator[Markup]:
    """
    Show a name in a text.
    """
    yield heading(mention.surface, f"{mention.start}–{mention.end}")
    yield element("p", f"{mention.kind}, {mention.certainty}: {mention.reason}")
    yield grid(
        ("name", "of", "in force", "grade"),
        ((m.name, _called(m.bearer), m.period, m.grade or "") for m in mention.candidates),
    )
    yield from _sourced(mention.best.bearer, [mention.best.name])


@body.register
def _of_dating(answer: DatingAnswer) -> Iterator[Markup]:
    """
    Show when something can have been written.
    """
    yield heading(answer, ", ".join(answer.names))
    rows = [row for row in of_dating(answer) if not row["unknown"]]
    if rows:
        columns = [column for column in rows[0] if any(row[column] for row in rows)]
        yield grid(columns, ([row[column] for column in columns] for row in rows))
    if answer.unknown:
        yield element("p", f"Not in the data: {', '.join(answer.unknown)}")
    if answer.undated:
        yield element("p", f"Left out, since nothing dates their names: {', '.join(b.label for b in answer.undated)}")


@body.register
def _of_interval(interval: DatedInterval) -> Iterator[Markup]:
    """
    Show a stretch of time in which names were in force together.
    """
    yield heading(interval, ", ".join(interval.supports))
    for title, found in (("After", interval.post), ("Before", interval.ante), ("Conflicts", interval.conflicts)):
        if found:
            yield folded(title, [element("li", item) for item in found])


@body.register
def _of_happening(happening: Happening) -> Iterator[Markup]:
    """
    Show what happened, under its date.
    """
    yield element("p", f"{happening.date} ({happening.grade})")
    yield from body(happening.record)


def _of_named(found: Match | Meaning, facts: Iterable[tuple[str, object]]) -> Iterator[Markup]:
    """
    Show a name of a bearer.
    """
    yield definitions([("name", found.name), ("of", _called(found.bearer)), ("in force", found.period), *facts])
    yield from picture(found.bearer)
    yield from _sourced(found.bearer, [found.name])


def _called(bearer: Bearer) -> Markup:
    """
    Give the label of a bearer and its id.
    """
    return joined(bearer.label, " ", element("code", bearer.id))


def _sourced(bearer: Bearer, names: Iterable[Name]) -> Iterator[Markup]:
    """
    Give the sources of names.
    """
    ids: dict[str, Any] = {id: None for name in names for id in sources(name)}
    yield from sourced(ids, home(bearer))
