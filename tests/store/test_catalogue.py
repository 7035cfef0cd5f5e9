"""
The catalogue: made, looked into, overlaid, compared, copied.
"""

from __future__ import annotations

import copy
import pickle
from typing import Any

import attrs
import pytest

import destalinization as ds
from destalinization.dates import HistoricalDate
from destalinization.errors import DataError, UnknownId, UnknownTerm
from destalinization.model.names import Name
from destalinization.model.people import Topic
from destalinization.model.places import Place
from destalinization.model.release import Release
from destalinization.store.catalogue import DERIVED, STORED, Catalogue, bundled, table_of

GULAG = Topic(id="gulag", label="Gulag", kind="concept")
RELEASE = Release(version="2026.2.2", date=HistoricalDate("2026-02-02"), licence="CC-BY-4.0")


def rebuilt(catalogue: Catalogue) -> Catalogue:
    """
    Make an equal catalogue anew.
    """
    records = [record for _, record in catalogue.stored()]
    return Catalogue.from_records(records, redirects=catalogue.redirects, release=catalogue.release)


def test_records_are_found_in_whatever_table(mini: Catalogue) -> None:
    """
    A catalogue gives the record with an id, whatever table it stands in.
    """
    assert [record for _, record in mini.stored()] == [mini[record.id] for _, record in mini.stored()]


def test_retired_id_gives_its_successor(mini: Catalogue) -> None:
    """
    A catalogue follows a retired id.
    """
    assert mini.topics["de-stalinization"] is mini["destalinisation"]


def test_unknown_id_names_the_nearest(mini: Catalogue) -> None:
    """
    An id that no record bears is an error that names the three nearest of all tables.
    """
    with pytest.raises(UnknownId) as caught:
        mini["josef-stalin"]
    suggestions = caught.value.suggestions
    assert (caught.value.table, suggestions[0], len(suggestions)) == ("the catalogue", "joseph-stalin", 3)


@pytest.mark.parametrize("id", ["volgograd", "stalin-prize", "stalingrad"])
def test_bearers_are_places_and_institutions(mini: Catalogue, id: str) -> None:
    """
    A bearer is found whether it is a place or an institution.
    """
    assert mini[id] is mini.bearer(id)


def test_what_bears_no_names_is_no_bearer(mini: Catalogue) -> None:
    """
    A person is no bearer of a chain of names.
    """
    with pytest.raises(UnknownId):
        mini.bearer("joseph-stalin")


@pytest.mark.parametrize("name", [*STORED, *DERIVED])
def test_tables_are_attributes(mini: Catalogue, name: str) -> None:
    """
    Each table is an attribute of the catalogue, and always the same object.
    """
    assert mini.table(name) is getattr(mini, name)


def test_unknown_table_is_an_error(mini: Catalogue) -> None:
    """
    A table that there is not is an error that names those that there are.
    """
    with pytest.raises(UnknownTerm) as caught:
        mini.table("cities")
    assert (*STORED, *DERIVED) == caught.value.accepted


def test_stored_records_come_table_by_table(mini: Catalogue) -> None:
    """
    The stored records come in the order of the JSON document, by id within a table.
    """
    order = [(STORED.index(table), record.id) for table, record in mini.stored()]
    assert sorted(order) == order


def test_table_of_knows_every_record(mini: Catalogue) -> None:
    """
    Each stored record knows to which table it belongs.
    """
    assert [table for table, _ in mini.stored()] == [table_of(record) for _, record in mini.stored()]


def test_table_of_refuses_what_is_not_stored(mini: Catalogue) -> None:
    """
    A change is derived, so that it belongs to no stored table.
    """
    with pytest.raises(TypeError, match="found Renaming"):
        table_of(mini.renamings["volgograd/volgograd"])


def test_changes_follow_the_chains(mini: Catalogue) -> None:
    """
    A bearer has a change for each name of its chain, and one for its end.
    """
    bearers = [*mini.places, *mini.institutions]
    steps = {f"{bearer.id}/{name.key}" for bearer in bearers for name in bearer.names}
    ends = {f"{bearer.id}/end" for bearer in bearers if bearer.ending}
    assert steps | ends == set(mini.changes.ids())


def test_renamings_are_changes_with_two_names(mini: Catalogue) -> None:
    """
    The renamings are exactly the changes that have an old and a new name.
    """
    both = [change for change in mini.changes if change.old is not None and change.new is not None]
    assert both == list(mini.renamings)


@pytest.mark.parametrize(
    "id", ["dushanbe/dyushambe", "donetsk/stalino-1943", "soviet-union/end", "volgograd", "volgograd/", "/end", ""]
)
def test_what_is_no_renaming_is_not_in(mini: Catalogue, id: str) -> None:
    """
    First names, names after a gap, ends, and ids that are none are not among the renamings.
    """
    assert id not in mini.renamings


def test_single_change_is_the_one_of_the_table() -> None:
    """
    A change looked up by itself is the very object that the whole table gives afterwards.
    """
    fresh = Catalogue.from_records(record for _, record in bundled().stored())
    single = fresh.changes["volgograd/volgograd"]
    assert any(single is change for change in fresh.changes)


def test_renaming_is_the_change() -> None:
    """
    A renaming and the change with its id are one object.
    """
    fresh = Catalogue.from_records(record for _, record in bundled().stored())
    renaming = fresh.renamings["volgograd/volgograd"]
    assert renaming is fresh.changes["volgograd/volgograd"]


def test_repr_counts(mini: Catalogue) -> None:
    """
    A catalogue shows how many records of each kind it has.
    """
    wanted = "7 places, 3 institutions, 4 people, 2 topics, 4 events, 4 acts, 4 claims, 35 sources"
    assert f"<Catalogue: {wanted}>" == repr(mini)


def test_repr_of_an_empty_catalogue() -> None:
    """
    A catalogue without records says so.
    """
    assert repr(Catalogue.from_records([])) == "<Catalogue: empty>"


def test_id_twice_is_refused(mini: Catalogue) -> None:
    """
    Two records with one id in one table are refused, with the id.
    """
    with pytest.raises(DataError) as caught:
        Catalogue.from_records([GULAG, GULAG])
    assert [("unique-ids", "topics", "gulag")] == [(f.law, f.file, f.record) for f in caught.value.findings]


def test_id_in_two_tables_is_refused(mini: Catalogue) -> None:
    """
    An id is unique across all tables.
    """
    records = [record for _, record in mini.stored()]
    with pytest.raises(DataError) as caught:
        Catalogue.from_records([*records, attrs.evolve(GULAG, id="moscow")], redirects=mini.redirects)
    assert [("unique-ids", "moscow")] == [(f.law, f.record) for f in caught.value.findings]


@pytest.mark.parametrize("wrong", [None, "gulag", {"id": "gulag"}, RELEASE])
def test_what_is_no_record_is_refused(wrong: Any) -> None:
    """
    Only records of the stored tables make a catalogue.
    """
    with pytest.raises(TypeError, match="expected a record"):
        Catalogue.from_records([wrong])


def test_later_changes_of_the_redirects_given_do_not_count() -> None:
    """
    A catalogue does not change when the mapping of redirects that it was made with does.
    """
    redirects = {"camps": "gulag"}
    made = Catalogue.from_records([GULAG], redirects=redirects)
    redirects["prisons"] = "gulag"
    assert dict(made.redirects) == {"camps": "gulag"}


@pytest.mark.parametrize("which", ["mini", "bundled"])
def test_redirects_cannot_be_changed(mini: Catalogue, which: str) -> None:
    """
    The redirects that a catalogue gives cannot be tampered with.
    """
    given: Any = (mini if which == "mini" else bundled()).redirects
    with pytest.raises(TypeError):
        given["dushanbe"] = "volgograd"


def test_overlay_adds(mini: Catalogue) -> None:
    """
    An overlay adds records of new ids.
    """
    both = mini.overlay(Catalogue.from_records([GULAG]))
    assert both.topics.ids() == ("de-stalinization", "first-secretary-of-the-cpsu", "gulag")


def test_overlay_replaces_whole_records(mini: Catalogue) -> None:
    """
    An overlay replaces a record of the same id as a whole; no field of the old one is left.
    """
    bare = Topic(id="de-stalinization", label="Thaw", kind="policy")
    assert mini.overlay(Catalogue.from_records([bare])).topics["de-stalinization"] is bare


def test_records_are_laid_over(mini: Catalogue) -> None:
    """
    Records that are no catalogue by themselves may refer to those below.
    """
    village = Place(
        id="village", label="Village", kind="village", within="moscow", names=[Name(key="village", text="Village")]
    )
    both = mini.overlaid([village, attrs.evolve(mini.topics["de-stalinization"], label="Thaw")])
    assert (both.places["village"].within, both.topics["de-stalinization"].label) == ("moscow", "Thaw")
    assert len(both.places) == len(mini.places) + 1


def test_a_record_laid_over_twice_is_refused(mini: Catalogue) -> None:
    """
    Of two records with one id on top neither wins.
    """
    with pytest.raises(DataError, match="gulag"):
        mini.overlaid([GULAG, attrs.evolve(GULAG, label="Camps")])


def test_overlay_derives_changes_anew(mini: Catalogue) -> None:
    """
    The changes of an overlaid catalogue are those of its chains.
    """
    moscow = mini.places["moscow"]
    bare = attrs.evolve(moscow, names=[attrs.evolve(moscow.names[0], key="moskva", citations=())])
    both = mini.overlay(Catalogue.from_records([bare]))
    assert ("moscow/moskva" in both.changes, "moscow/moscow" in both.changes) == (True, False)


def test_overlay_leaves_both_as_they_are(mini: Catalogue) -> None:
    """
    Overlaying gives a new catalogue and changes neither of the two.
    """
    before = rebuilt(mini)
    mini.overlay(Catalogue.from_records([GULAG]))
    assert before == mini


def test_overlay_of_nothing_is_equal(mini: Catalogue) -> None:
    """
    Overlaying an empty catalogue changes nothing.
    """
    assert mini == mini.overlay(Catalogue.from_records([]))


def test_overlay_of_itself_is_equal(mini: Catalogue) -> None:
    """
    Overlaying a catalogue with itself changes nothing.
    """
    assert mini == mini.overlay(mini)


def test_overlay_takes_the_release_on_top(mini: Catalogue) -> None:
    """
    The release of an overlaid catalogue is that of the one on top, if it has one.
    """
    assert RELEASE == mini.overlay(Catalogue.from_records([GULAG], release=RELEASE)).release


def test_overlay_joins_redirects(mini: Catalogue) -> None:
    """
    The redirects of both catalogues hold in the overlaid one.
    """
    both = mini.overlay(Catalogue.from_records([GULAG], redirects={"camps": "gulag"}))
    assert {**mini.redirects, "camps": "gulag"} == dict(both.redirects)


def test_an_id_retired_twice_leads_to_the_record() -> None:
    """
    Where what took the place of a retired id was retired in turn, both ids give the record that is there.
    """
    below = Catalogue.from_records([GULAG], redirects={"camps": "gulag"})
    records = [attrs.evolve(GULAG, id="camp-system")]
    both = Catalogue.from_records(records, redirects={**below.redirects, "gulag": "camp-system"})
    assert {"camps": "camp-system", "gulag": "camp-system"} == dict(both.redirects)
    assert [records[0]] * 2 == [both["camps"], both["gulag"]]


def test_ids_retired_in_a_circle_are_refused() -> None:
    """
    Two retired ids that lead to each other lead nowhere.
    """
    with pytest.raises(DataError) as caught:
        Catalogue.from_records([GULAG], redirects={"camps": "prisons", "prisons": "camps"})
    assert [("redirects", "camps"), ("redirects", "prisons")] == [(f.file, f.record) for f in caught.value.findings]


def test_overlay_checks_references(mini: Catalogue) -> None:
    """
    An overlay that takes away what others refer to is refused.
    """
    bare = Place(id="dushanbe", label="Dushanbe", kind="city", names=[Name(key="stalinabad", text="Stalinabad")])
    with pytest.raises(DataError) as caught:
        mini.overlay(Catalogue.from_records([bare]))
    assert [("claim-001", "'dushanbe/dushanbe'")] == [(f.record, f.found) for f in caught.value.findings]


def test_overlay_refuses_an_id_of_another_table(mini: Catalogue) -> None:
    """
    An overlay cannot turn a place into a topic.
    """
    with pytest.raises(DataError) as caught:
        mini.overlay(Catalogue.from_records([attrs.evolve(GULAG, id="moscow")]))
    assert [("unique-ids", "moscow")] == [(f.law, f.record) for f in caught.value.findings]


def test_equal_catalogues_are_equal(mini: Catalogue) -> None:
    """
    Two catalogues of the same records, redirects and release are equal, and so are their hashes.
    """
    other = rebuilt(mini)
    assert (mini, hash(mini)) == (other, hash(other))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(lambda mini: mini.overlay(Catalogue.from_records([GULAG])), id="records"),
        pytest.param(lambda mini: mini.overlay(Catalogue.from_records([], release=RELEASE)), id="release"),
        pytest.param(
            lambda mini: Catalogue.from_records([r for _, r in mini.stored()], release=mini.release), id="ids"
        ),
        pytest.param(str, id="type"),
    ],
)
def test_other_catalogues_are_not_equal(mini: Catalogue, other: Any) -> None:
    """
    A catalogue of other records, another release or other redirects is another catalogue.
    """
    assert mini != other(mini)


def test_pickled_catalogue_is_equal(mini: Catalogue) -> None:
    """
    A catalogue survives pickling.
    """
    assert mini == pickle.loads(pickle.dumps(mini))


def test_pickled_bundled_catalogue_is_the_bundled_one() -> None:
    """
    The bundled catalogue is pickled as what it is: each process has one.
    """
    assert bundled() is pickle.loads(pickle.dumps(bundled()))


@pytest.mark.parametrize("name", [*STORED, *DERIVED])
def test_pickled_records_are_equal(mini: Catalogue, name: str) -> None:
    """
    Every record survives pickling.
    """
    records = list(mini.table(name))
    assert records == pickle.loads(pickle.dumps(records))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copies_are_the_same_object(mini: Catalogue, copied: Any) -> None:
    """
    What cannot change need not be copied.
    """
    assert mini is copied(mini)


def test_the_catalogue_of_the_public_face_is_the_bundled_one() -> None:
    """
    There is one bundled catalogue, whichever way it is reached.
    """
    assert bundled() is ds.catalogue()


def test_release_of_a_folder(mini: Catalogue) -> None:
    """
    A catalogue knows which release it is of.
    """
    assert Release(version="2026.1.1", date=HistoricalDate("2026-01-01"), licence="CC-BY-4.0") == mini.release
