"""
Dating by names: when something can have been written that uses them.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.errors import EmptyQuery
from destalinization.folding import fold
from destalinization.model.names import Name, SideName
from destalinization.model.places import Place
from destalinization.model.provenance import Citation, Dated, Dispute
from destalinization.model.source import Source
from destalinization.store.catalogue import Catalogue
from destalinization.vocabulary import Succession

DAY = timedelta(days=1)
BEARERS = [*ds.places, *ds.institutions]
TEXTS = sorted({name.text for bearer in BEARERS for name in bearer.names})


def name(
    text: str, since: str = "", until: str = "", *others: str, key: str = "", succession: Succession = "direct"
) -> Name:
    """
    Make a name, and what other sources give for its beginning.
    """
    return Name(
        key=key or text.lower(),
        text=text,
        since=HistoricalDate(since) if since else None,
        until=HistoricalDate(until) if until else None,
        succession=succession,
        citations=(Citation(source=f"source-{text.lower()}"),),
        disputes=[Dispute(field="since", value=other) for other in others],
    )


def town(id: str, *names: Name, current: bool | None = True, also: tuple[SideName, ...] = (), **more: Any) -> Place:
    """
    Make a town of its names, in use today unless something else is said.
    """
    return Place(id=id, label=id, kind="town", names=names, current=current, also=also, **more)


def catalogue(*towns: Place) -> Catalogue:
    """
    Make a catalogue of towns and the sources of their names.
    """
    sources = {
        citation.source: Source(id=citation.source, title=citation.source, kind="press")
        for own in towns
        for found in (*own.names, *(side.name for side in own.also))
        for citation in found.citations
    }
    return Catalogue.from_records([*towns, *sources.values()])


OWN = catalogue(
    town("a", name("Alpha", "1900-01-01"), name("Beta", "1920-01-01"), name("Gamma", "1940-01-01")),
    town("b", name("Delta", "1930-01-01"), name("Epsilon", "1950-01-01")),
    town("c", name("Zeta", "1910-01-01"), name("Eta", "1925-01-01"), name("Zeta", "1945-01-01", key="zeta-again")),
    town("d", name("Theta", "1935"), name("Iota", "1955-01-01", "", "1956-01-01")),
    town("e", name("Kappa", "1929~"), name("Lambda", "1960-01-01")),
    town("f", name("Stalino", "1924-01-01"), name("Mu", "1930-01-01"), current=None),
    town("g", name("Stalino", "1940-01-01"), name("Nu", "1950-01-01")),
    town("h", name("Xi")),
    town(
        "i",
        name("Omicron", "1900-01-01", "1941-10-05"),
        name("Pi", "1943-09-08", succession="gap"),
        also=(SideName(name=name("Rho", "1941-10-05", "1943-09-08"), use="de-facto"),),
    ),
)

Ends = tuple[str | None, str | None]


def outer(*names: str, source: Catalogue = OWN) -> list[Ends]:
    """
    Give the intervals of names, each by its first and last day.
    """
    return [ends(interval.earliest, interval.latest) for interval in ds.date_names(names, catalogue=source).intervals]


def inner(*names: str) -> list[list[Ends]]:
    """
    Give the certain stretches of each interval of names.
    """
    answer = ds.date_names(names, catalogue=OWN)
    return [[ends(*stretch) for stretch in interval.certain] for interval in answer.intervals]


def ends(first: date | None, last: date | None) -> Ends:
    """
    Give two days as text.
    """
    return (first.isoformat() if first else None, last.isoformat() if last else None)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Alpha"], [("1900-01-01", "1919-12-31")]),
        (["Gamma"], [("1940-01-01", None)]),
        (["Gamma", "Delta"], [("1940-01-01", "1949-12-31")]),
        (["Beta", "Delta"], [("1930-01-01", "1939-12-31")]),
        (["Zeta"], [("1910-01-01", "1924-12-31"), ("1945-01-01", None)]),
        (["Zeta", "Beta"], [("1920-01-01", "1924-12-31")]),
        (["Zeta", "Delta"], [("1945-01-01", "1949-12-31")]),
        (["Xi"], [(None, None)]),
        (["Xi", "Alpha"], [("1900-01-01", "1919-12-31")]),
        (["Theta"], [("1935-01-01", "1955-12-31")]),
        (["Iota"], [("1955-01-01", None)]),
        (["Theta", "Iota"], [("1955-01-01", "1955-12-31")]),
        (["Mu"], [("1930-01-01", None)]),
        (["Omicron", "Beta"], [("1920-01-01", "1939-12-31")]),
        (["Rho"], [("1941-10-05", "1943-09-07")]),
        (["Omicron", "Rho"], [("1900-01-01", "1941-10-04"), ("1941-10-05", "1943-09-07")]),
        (["Stalino"], [("1924-01-01", "1929-12-31"), ("1940-01-01", "1949-12-31")]),
        (["Stalino", "Gamma"], [("1940-01-01", "1949-12-31")]),
    ],
)
def test_intervals_by_hand(names: list[str], expected: list[Ends]) -> None:
    """
    Names were in force together from the latest of their first days to the earliest of their last; a name that two
    bearers had, or one had twice, gives two intervals, earliest first.
    """
    assert expected == outer(*names)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Alpha"], [[("1900-01-01", "1919-12-31")]]),
        (["Gamma"], [[("1940-01-01", None)]]),
        (["Theta"], [[("1935-12-31", "1954-12-31")]]),
        (["Iota"], [[("1956-01-01", None)]]),
        (["Theta", "Iota"], [[]]),
        (["Kappa"], [[]]),
        (["Kappa", "Epsilon"], [[]]),
        (["Mu"], [[]]),
        (["Stalino"], [[("1924-01-01", "1929-12-31")], [("1940-01-01", "1949-12-31")]]),
        (["Xi"], [[]]),
    ],
)
def test_certain_stretches_by_hand(names: list[str], expected: list[list[Ends]]) -> None:
    """
    Coarse and disputed dates leave fewer days certain than possible; an approximate date, or none, leaves none.
    """
    assert expected == inner(*names)


def test_bearers_that_share_a_name_make_one_certain_stretch() -> None:
    """
    Where two bearers had a name at overlapping times, it was certainly in force from the first day to the last.
    """
    own = catalogue(
        town("a", name("Stalino", "1930-01-01"), name("Beta", "1950-01-01")),
        town("b", name("Stalino", "1940-01-01"), name("Delta", "1960-01-01")),
    )
    interval = ds.date_names(["Stalino"], catalogue=own).intervals[0]
    assert ((date(1930, 1, 1), date(1959, 12, 31)),) == interval.certain


@pytest.mark.parametrize(("since", "until"), [("1941-10-05~", "1943-09-08"), ("1941-10-05", "1943-09-08?")])
def test_a_marked_name_beside_the_chain_is_never_certain(since: str, until: str) -> None:
    """
    A name beside the chain whose dates are marked may have been in use between them, but not for certain.
    """
    beside = SideName(name=name("Rho", since, until), use="de-facto")
    interval = ds.date_names(["Rho"], catalogue=catalogue(town("a", name("Alpha"), also=(beside,)))).intervals[0]
    assert (("1941-10-05", "1943-09-07"), ()) == (ends(interval.earliest, interval.latest), interval.certain)


def test_a_disputed_name_beside_the_chain_is_certain_between_all_dates() -> None:
    """
    Where other sources give other days for a name beside the chain, it may have been in use on the widest stretch, and
    was for certain on the narrowest.
    """
    used = attrs.evolve(
        name("Rho", "1941-10-05", "1943-09-08"),
        disputes=[Dispute(field="since", value="1941-10-20"), Dispute(field="until", value="1943-09-20")],
    )
    own = catalogue(town("a", name("Alpha"), also=(SideName(name=used, use="de-facto"),)))
    interval = ds.date_names(["Rho"], catalogue=own).intervals[0]
    assert ("1941-10-05", "1943-09-19") == ends(interval.earliest, interval.latest)
    assert [("1941-10-20", "1943-09-07")] == [ends(*stretch) for stretch in interval.certain]


def test_certain_stretches_join_in_any_order() -> None:
    """
    A bearer that may have had the name first can be the one that had it for certain later; both stretches make one.
    """
    own = catalogue(
        town("a", name("Alpha", "1930"), name("Beta", "1950-01-01")),
        town("b", name("Alpha", "1930-06-01"), name("Gamma", "1940-01-01")),
    )
    interval = ds.date_names(["Alpha"], catalogue=own).intervals[0]
    assert ("1930-01-01", "1949-12-31") == ends(interval.earliest, interval.latest)
    assert [("1930-06-01", "1949-12-31")] == [ends(*stretch) for stretch in interval.certain]


def test_a_name_that_held_on_no_day_parts_nothing() -> None:
    """
    A name that was replaced on the day on which it was given conflicts, and does not part the time of another name.
    """
    own = catalogue(
        town("a", name("Alpha", "1940-01-01"), name("Beta", "1950-01-01"), name("Gamma", "1950-01-01")),
        town("b", name("Delta", "1930-01-01"), name("Epsilon", "1960-01-01")),
    )
    assert [("1930-01-01", "1959-12-31")] == outer("Beta", "Delta", source=own)


def test_names_that_conflict() -> None:
    """
    Names that never held together give the interval that most of them share, and the one that speaks against it.
    """
    answer = ds.date_names(["Alpha", "Delta", "Gamma"], catalogue=OWN)
    assert (False, [("1940-01-01", "1949-12-31")], ("Delta", "Gamma"), ["Alpha"]) == (
        answer.consistent,
        outer("Alpha", "Delta", "Gamma"),
        answer.intervals[0].supports,
        [conflict.text for conflict in answer.conflicts],
    )


def test_a_conflict_has_its_reason() -> None:
    """
    A name that conflicts says when it was in force, and whose name it was.
    """
    answer = ds.date_names(["Stalino", "Gamma", "Iota", "Lambda"], catalogue=OWN)
    reason = "Stalino was in force from 1924-01-01, before 1930-01-01 (f), or from 1940-01-01, before 1950-01-01 (g)"
    assert [reason] == [str(conflict) for conflict in answer.conflicts]


def test_equally_supported_intervals_are_all_given() -> None:
    """
    Where two intervals have as many names, both are given, earliest first, each with what speaks against it.
    """
    answer = ds.date_names(["Alpha", "Epsilon"], catalogue=OWN)
    assert [("1900-01-01", ["Alpha"], ["Epsilon"]), ("1950-01-01", ["Epsilon"], ["Alpha"])] == [
        (str(found.earliest), list(found.supports), [conflict.text for conflict in found.conflicts])
        for found in answer.intervals
    ]


def test_evidence_names_the_renamings() -> None:
    """
    Each end of an interval has the name and the renaming that gives it, with its date and sources.
    """
    interval = ds.date_names(["Beta", "Delta"], catalogue=OWN).intervals[0]
    assert [
        ("Delta", "… → Delta (1930-01-01)", "1930-01-01", ["source-delta"], False),
        ("Beta", "Beta → Gamma (1940-01-01)", "1940-01-01", ["source-gamma"], True),
    ] == [
        (found.text, str(found.change), str(found.date), [citation.source for citation in found.citations], found.end)
        for found in (*interval.post, *interval.ante)
    ]


def test_evidence_without_a_renaming() -> None:
    """
    A name that was given up before a gap, or stood beside the chain, gives its own dates and sources.
    """
    interval = ds.date_names(["Rho"], catalogue=OWN).intervals[0]
    omicron = ds.date_names(["Omicron"], catalogue=OWN).intervals[0].ante
    assert ["Rho: from 1941-10-05", "Rho: until 1943-09-08", "Omicron: until 1941-10-05"] == [
        str(found) for found in (*interval.post, *interval.ante, *omicron)
    ]
    assert [["source-rho"], ["source-rho"], ["source-omicron"]] == [
        [citation.source for citation in found.citations] for found in (*interval.post, *interval.ante, *omicron)
    ]


def test_a_name_that_held_before_gives_no_end() -> None:
    """
    Where another bearer still had a name, the beginning of a second one's gives no end of an interval.
    """
    own = catalogue(
        town("a", name("Stalino", "1930-01-01"), name("Beta", "1950-01-01")),
        town("b", name("Stalino", "1940-01-01"), name("Delta", "1960-01-01")),
        town("c", name("Zeta", "1940-01-01"), name("Eta", "1950-01-01")),
    )
    interval = ds.date_names(["Stalino", "Zeta"], catalogue=own).intervals[0]
    assert (["Zeta"], ["Zeta"]) == ([found.text for found in interval.post], [found.text for found in interval.ante])


def test_an_open_end_says_so() -> None:
    """
    Names that are in use today have an open end.
    """
    found = ds.date_names(["Gamma"], catalogue=OWN).intervals[0]
    assert (True, None, "1940-01-01 to today") == (found.open, found.latest, str(found))


def test_unknown_names_are_listed() -> None:
    """
    Names that are not in the data are listed, and change nothing else.
    """
    answer = ds.date_names(["Atlantis", "Alpha", "Utopia"], catalogue=OWN)
    assert (("Atlantis", "Utopia"), True, [("1900-01-01", "1919-12-31")]) == (
        answer.unknown,
        answer.consistent,
        outer("Alpha"),
    )


def test_nothing_known_gives_no_date() -> None:
    """
    Where no name is in the data there is no interval, and the answer is not consistent.
    """
    answer = ds.date_names(["Atlantis"], catalogue=OWN)
    assert ((), False, "no date") == (answer.intervals, answer.consistent, str(answer))


def test_names_are_asked_once() -> None:
    """
    A name that is given twice, in whatever spelling, counts once, as it was written first.
    """
    answer = ds.date_names(["Alpha", "ALPHA", "Al-pha", "Beta"], catalogue=OWN)
    assert ("Alpha", "Beta") == answer.names


def test_any_iterable_will_do() -> None:
    """
    The names may come from a generator, a set or a mapping.
    """
    expected = ds.date_names(["Alpha"], catalogue=OWN)
    given_as: list[Iterable[str]] = [(text for text in ["Alpha"]), {"Alpha"}, {"Alpha": 1}, ("Alpha",)]
    assert [expected] * 4 == [ds.date_names(names, catalogue=OWN) for names in given_as]


@pytest.mark.parametrize("text", ["", "Alpha"])
def test_a_single_text_is_refused(text: str) -> None:
    """
    A text where several are wanted is an error, for its letters are no names.
    """
    with pytest.raises(TypeError, match="expected several names"):
        ds.date_names(text)


def test_no_name_at_all_is_an_empty_query() -> None:
    """
    Where no name is given, the error holds an empty text.
    """
    with pytest.raises(EmptyQuery) as caught:
        ds.date_names([])
    assert caught.value.text == ""


@pytest.mark.parametrize("names", [[], [""], ["Alpha", " "]])
def test_nothing_to_look_for_is_an_error(names: list[str]) -> None:
    """
    No names at all, or one without a letter, are an error.
    """
    with pytest.raises(ds.EmptyQuery):
        ds.date_names(names)


def test_answers_compare_hash_and_pickle() -> None:
    """
    The same question has the same answer, with the same hash, also after pickling.
    """
    answer = ds.date_names(["Alpha", "Epsilon"], catalogue=OWN)
    again = ds.date_names(["Alpha", "Epsilon"], catalogue=OWN)
    assert (answer, hash(answer), answer) == (again, hash(again), pickle.loads(pickle.dumps(answer)))


days = st.dates(date(1900, 1, 1), date(2025, 12, 31))
several = st.lists(st.sampled_from(TEXTS), min_size=1, max_size=8, unique_by=fold)


def covers(answer: ds.DatingAnswer, day: date) -> bool:
    """
    Say whether an interval of an answer holds a day.
    """
    return any(
        (found.earliest is None or found.earliest <= day) and (found.latest is None or day <= found.latest)
        for found in answer.intervals
    )


def in_force(day: date) -> list[str]:
    """
    Give all shipped names that may have been in force on a day.
    """
    answers = [answer for bearer in BEARERS if (answer := bearer.name_on(day)).state == "named"]
    return sorted({candidate.name.text for answer in answers for candidate in answer.candidates})


@given(days, st.data())
def test_names_in_force_on_a_day_are_dated_to_it(day: date, data: st.DataObject) -> None:
    """
    Names that were in force on a day can have been used on it, all together or some of them.
    """
    names = in_force(day)
    some = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=10))
    answers = [ds.date_names(names), ds.date_names(some)]
    assert [(True, True)] * 2 == [(answer.consistent, covers(answer, day)) for answer in answers]


DATED = [renaming for renaming in ds.renamings.where(removes="joseph-stalin") if renaming.date is not None]


@pytest.mark.parametrize("renaming", DATED, ids=lambda renaming: renaming.id)
def test_names_in_force_around_renamings(renaming: ds.Renaming) -> None:
    """
    On the day before a renaming, on it and after it, the names then in force can have been used.
    """
    assert renaming.date is not None
    around = [renaming.date.earliest + step * DAY for step in (-1, 0, 1)]
    assert [True] * 3 == [covers(ds.date_names(in_force(day)), day) for day in around]


def widens(smaller: ds.DatingAnswer, larger: ds.DatingAnswer) -> bool:
    """
    Say whether an interval of the second answer reaches beyond those of the first.
    """
    low, high = date.min, date.max
    kept = [(found.earliest or low, found.latest or high) for found in smaller.intervals]
    return any(
        not any(first <= (found.earliest or low) and (found.latest or high) <= last for first, last in kept)
        for found in larger.intervals
    )


@given(several, st.sampled_from(TEXTS))
def test_a_further_name_never_widens(names: list[str], further: str) -> None:
    """
    A further name leaves the intervals as they are or narrows them, unless it conflicts.
    """
    smaller, larger = ds.date_names(names), ds.date_names([*names, further])
    assert not larger.consistent or not widens(smaller, larger)


@given(several)
def test_certain_stretches_lie_within(names: list[str]) -> None:
    """
    Certain stretches lie within their interval, in order, and do not touch.
    """
    for interval in ds.date_names(names).intervals:
        low, high = date.min, date.max
        bounds = [(first or low, last or high) for first, last in interval.certain]
        assert all((interval.earliest or low) <= first <= last <= (interval.latest or high) for first, last in bounds)
        assert all(before[1] < after[0] - DAY for before, after in pairwise(bounds))


@given(several, st.data())
def test_certain_days_are_certain(names: list[str], data: st.DataObject) -> None:
    """
    On a certain day each supporting name was the certain name of one of its bearers.
    """
    stretches = [(found, stretch) for found in ds.date_names(names).intervals for stretch in found.certain]
    if not stretches:
        return
    interval, (first, last) = data.draw(st.sampled_from(stretches))
    day = data.draw(st.dates(first or date(1800, 1, 1), last or date(2100, 1, 1)))
    uncertain = [
        text
        for text in interval.supports
        if all(match.grade != "certain" and match.name in match.bearer.names for match in ds.find(text, on=day))
    ]
    assert [] == uncertain


@given(several, st.randoms(use_true_random=False))
def test_the_order_of_names_does_not_matter(names: list[str], random: Any) -> None:
    """
    The same names in another order give the same intervals.
    """
    shuffled = random.sample(names, len(names))

    def plain(answer: ds.DatingAnswer) -> list[Any]:
        return [
            (found.earliest, found.latest, found.certain, set(found.supports), set(found.conflicts))
            for found in answer.intervals
        ]

    assert plain(ds.date_names(names)) == plain(ds.date_names(shuffled))


@given(several)
def test_every_interval_is_accounted_for(names: list[str]) -> None:
    """
    In each interval every known name supports or conflicts; where they all support, the answer is consistent.
    """
    answer = ds.date_names(names)
    parts = [
        (sorted((*found.supports, *(conflict.text for conflict in found.conflicts))), len(found.supports))
        for found in answer.intervals
    ]
    assert [sorted(answer.names)] * len(parts) == [texts for texts, _ in parts]
    assert (len({count for _, count in parts}), answer.consistent) == (1, parts[0][1] == len(answer.names))


@given(several)
def test_bounded_ends_have_evidence(names: list[str]) -> None:
    """
    What bounds an interval is named: supporting names, and at least one where all names support it.
    """
    answer = ds.date_names(names)
    for found in answer.intervals:
        assert {evidence.text for evidence in (*found.post, *found.ante)} <= set(found.supports)
        assert not answer.consistent or found.earliest is None or found.post
        assert not answer.consistent or found.latest is None or found.ante


LETTERS = ("alpha", "beta", "gamma")
START = date(1950, 1, 1)


@st.composite
def small_catalogues(draw: st.DrawFn) -> Catalogue:
    """
    Give catalogues of a few towns whose names change within some weeks, with names in common.
    """
    towns = []
    for number in range(draw(st.integers(1, 3))):
        count = draw(st.integers(1, 3))
        begins = sorted(draw(st.lists(st.integers(0, 40), min_size=count, max_size=count, unique=True)))
        names = []
        for place, begin in enumerate(begins):
            exact = (START + begin * DAY).isoformat()
            others = [(START + draw(st.integers(0, 40)) * DAY).isoformat()] if draw(st.booleans()) else []
            since = draw(st.sampled_from([exact, exact, exact[:7], ""]))
            text = draw(st.sampled_from(LETTERS))
            names.append(name(text, since, "", *(others if since else []), key=f"{text}-{place}"))
        towns.append(town(f"town-{number}", *names, current=draw(st.booleans())))
    return catalogue(*towns)


@given(small_catalogues(), st.sets(st.sampled_from(LETTERS), min_size=1))
def test_counting_day_by_day(own: Catalogue, texts: set[str]) -> None:
    """
    The intervals hold exactly the days on which the most names may have been in force, counted one day at a time.
    """
    answer = ds.date_names(sorted(texts), catalogue=own)
    span = [START + step * DAY for step in range(-40, 100)]
    counts = [sum(any(possible(own, text, day)) for text in texts) for day in span]
    most = len(answer.intervals[0].supports) if answer.intervals else 0
    assert most >= max(counts)
    assert [count == most > 0 for count in counts] == [covers(answer, day) for day in span]


def possible(own: Catalogue, text: str, day: date) -> list[bool]:
    """
    Say for each name of a text whether it may have been in force on a day, by its timeline's windows; a name that
    nothing dates counts only where nothing dates any of them.
    """
    from destalinization.model.timeline import Timeline

    dated: list[bool] = []
    undated: list[bool] = []
    for bearer in own.places:
        timeline = Timeline(bearer)
        for number, own_name in enumerate(bearer.names):
            if own_name.text == text:
                start, end = timeline.starts[number], timeline.ends[number]
                held = start.first <= day.toordinal() < end.last
                (dated if start.known or end.known else undated).append(held)
    return dated or undated


def test_a_name_that_nothing_dates_is_left_out() -> None:
    """
    A bearer whose name has no date allows any time, so it is named and left out where another has a date.
    """
    lost = town("lost", name("Alpha"), name("Beta", succession="uncertain"))
    own = catalogue(lost, town("a", name("Alpha", "1930-01-01"), name("Beta", "1950-01-01")))
    answer = ds.date_names(["Alpha"], catalogue=own)
    assert [("1930-01-01", "1949-12-31")] == outer("Alpha", source=own)
    assert (lost,) == answer.undated


def test_a_founding_bounds_an_undated_name() -> None:
    """
    A name without a date cannot have been used before its bearer was founded.
    """
    founded = Dated(value=HistoricalDate("1900-05-01"))
    own = catalogue(town("a", name("Alpha"), name("Beta", "1950-01-01"), founded=founded))
    assert [("1900-05-01", "1949-12-31")] == outer("Alpha", source=own)


def test_answers_are_short_to_look_at() -> None:
    """
    What an interpreter shows of an answer and its parts is one line each.
    """
    answer = ds.date_names(["Stalinabad", "Volgograd", "Chkalov"])
    interval = answer.intervals[0]
    shown = [repr(answer), repr(interval), *map(repr, (*interval.post, *interval.ante, *answer.conflicts))]
    assert ["<DatingAnswer: ", "<DatedInterval: "] == [text[: text.index(" ") + 1] for text in shown[:2]]
    assert all(len(text) < 200 and text.startswith("<") and text.endswith(">") for text in shown)
