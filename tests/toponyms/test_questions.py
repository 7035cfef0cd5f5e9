"""
Questions that people ask, with the answers of printed and published sources.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds

Question = dict[str, Any]

QUESTIONS: list[Question] = json.loads(
    (Path(__file__).parents[1] / "data" / "questions.json").read_text(encoding="utf-8")
)


def asked(kind: str) -> pytest.MarkDecorator:
    """
    Ask each question of a kind.
    """
    chosen = [question for question in QUESTIONS if question["ask"] == kind]
    return pytest.mark.parametrize("question", chosen, ids=[question["id"] for question in chosen])


@asked("name-on")
def test_name_on_a_date(question: Question) -> None:
    """
    The state and the best name are those of the source; so are the grade, the native form and the other names that
    may have held, where it speaks of them.
    """
    answer = ds.name_on(question["bearer"], question["on"])
    expected: Question = {key: question[key] for key in ("state", "best", "grade") if key in question}
    actual: Question = {"state": answer.state, "best": answer.best and answer.best.text, "grade": answer.grade}
    if "also" in question:
        expected["also"] = set(question["also"])
        actual["also"] = {candidate.name.text for candidate in answer.candidates[1:]}
    if "best_ru" in question:
        expected["best_ru"] = True
        actual["best_ru"] = answer.best is not None and question["best_ru"] in answer.best.forms.get("ru", ())
    assert expected == {key: actual[key] for key in expected}


@asked("find")
def test_what_a_name_means(question: Question) -> None:
    """
    The bearers that the source names are found, the first of them first, and those that it excludes are not.
    """
    matches = ds.find(question["text"], on=question.get("on"), country=question.get("country"))
    ids = [match.bearer.id for match in matches]
    missing = [id for id in question["includes"] if id not in ids]
    wrong = [id for id in question.get("excludes", ()) if id in ids]
    first = question.get("first", ids[0] if ids else None)
    assert ([], [], first) == (missing, wrong, ids[0] if ids else None)


@asked("find")
def test_what_a_name_does_not_mean(question: Question) -> None:
    """
    Something is found, unless the source says that there is nothing of that name.
    """
    matches = ds.find(question["text"], on=question.get("on"), country=question.get("country"))
    assert bool(question.get("none")) is not bool(matches)


@asked("date-names")
def test_when_names_held_together(question: Question) -> None:
    """
    The first and the last day are those that follow from the sources, or the names conflict as they say.
    """
    answer = ds.date_names(question["names"])
    outer = [answer.intervals[0].earliest, answer.intervals[-1].latest] if answer.intervals else [None, None]
    conflict = bool(question.get("conflict"))
    dates = [question["earliest"], question["latest"]]
    assert (conflict, conflict or dates) == (
        not answer.consistent,
        conflict or [day and day.isoformat() for day in outer],
    )


@asked("during")
def test_names_of_a_period(question: Question) -> None:
    """
    The names of a period are those of the source, in its order.
    """
    names = ds.names_during(question["bearer"], f"{question['from']}/{question['to']}")
    assert question["names"] == [candidate.name.text for candidate in names]


def test_questions_are_many_and_cited() -> None:
    """
    There are at least 120 questions, each with an id of its own and a source that can be found again.
    """
    ids = Counter(question["id"] for question in QUESTIONS)
    uncited = [q["id"] for q in QUESTIONS if not q["source"].get("title") or not q["source"].get("publisher")]
    assert (True, [], set()) == (
        len(QUESTIONS) >= 120,
        uncited,
        {question["ask"] for question in QUESTIONS} - {"name-on", "find", "date-names", "during"},
    )
    assert set(ids.values()) == {1}
