"""
Linked Places TSV: rows that the format's rules accept, with every name in one and every place in the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest

import destalinization as ds
from destalinization.store.catalogue import Catalogue

Write = Callable[..., str]

FORMATS = ("lp-tsv", "lp-tsv-places")
NAMES = [(place, name) for place in ds.places for name in (*place.names, *(side.name for side in place.also))]
SPECIFIED = {
    "id", "title", "title_source", "fclasses", "aat_types", "attestation_year", "start", "title_uri", "ccodes",
    "matches", "variants", "types", "parent_name", "parent_id", "lon", "lat", "geowkt", "geo_source", "geo_id",
    "approximation", "end", "description",
}  # fmt: skip
"""The fields of version 0.5."""

DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def table(text: str) -> list[dict[str, str]]:
    """
    Read rows as the format has them: no quotes, a tab between fields.
    """
    head, *rows = (line.split("\t") for line in text.removesuffix("\n").split("\n"))
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("format", FORMATS)
def test_rows_keep_the_rules(write: Write, format: str) -> None:
    """
    Fields are those of the specification, what is required is there, dates are ISO 8601, parents have addresses.
    """
    rows = table(write(format))
    assert rows[0].keys() <= SPECIFIED
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["title"]
        assert row["title_source"]
        assert row["fclasses"] in tuple("AHLPRST")
        assert row["start"] or row["attestation_year"], row
        assert all(not row[key] or DATE.fullmatch(row[key]) for key in ("start", "end", "attestation_year"))
        assert bool(row["parent_name"]) == bool(row["parent_id"])
        assert bool(row["lon"]) == bool(row["lat"])
        assert '"' not in "".join(row.values())


def test_every_name_is_a_row(write: Write) -> None:
    """
    Names with their forms, sources and disputes, as many as the data have.
    """
    rows = {row["id"]: row for row in table(write("lp-tsv"))}
    assert {f"{place.id}/{name.key}" for place, name in NAMES} == set(rows)
    for place, name in NAMES:
        row = rows[f"{place.id}/{name.key}"]
        forms = {(tag, form) for tag, spellings in name.forms.items() for form in spellings} - {("en", name.text)}
        assert forms == {(v.rpartition("@")[2], v.rpartition("@")[0]) for v in row["variants"].split(";") if v}
        cited = {citation.source for citation in name.citations}
        assert len(cited) == len(row["title_source"].split(" | ")) - (not cited)
        assert len(name.disputes) == sum(
            row["description"].count(f"{field}: {value} (")
            for field, value in {(dispute.field, dispute.value) for dispute in name.disputes}
        )


def test_every_place_is_a_row(write: Write) -> None:
    """
    All names of a place stand in its row.
    """
    rows = {row["id"]: row for row in table(write("lp-tsv-places"))}
    assert set(ds.places.ids()) == set(rows)
    found = Counter({id: sum(v.endswith("@en") for v in row["variants"].split(";")) for id, row in rows.items()})
    texts = {
        place.id: {text for own, name in NAMES if own is place for text in (name.text, *name.forms.get("en", ()))}
        for place in ds.places
    }
    assert Counter({id: len(names) for id, names in texts.items()}) == found


def test_a_name_by_hand(write: Write) -> None:
    """
    Times, class, ids, position and parent are those of the data.
    """
    row = next(row for row in table(write("lp-tsv")) if row["id"] == "volgograd/stalingrad")
    assert ("Stalingrad", "1925-04-10", "1961-11-09", "RU", "P", "300008389") == (
        row["title"], row["start"], row["end"], row["ccodes"], row["fclasses"], row["aat_types"]
    )  # fmt: skip
    assert ("gn:472757;wd:Q914", "44.4976", "48.71378") == (row["matches"], row["lon"], row["lat"])
    assert ("Volgograd Oblast", "https://w3id.org/destalinization/volgograd-oblast") == (
        row["parent_name"],
        row["parent_id"],
    )
    assert {"Сталинград@ru", "Sztálingrád@hu"} <= set(row["variants"].split(";"))


def test_a_place_by_hand(write: Write) -> None:
    """
    A place has its last name, its founding, and no end while it stands.
    """
    row = next(row for row in table(write("lp-tsv-places")) if row["id"] == "volgograd")
    assert ("Volgograd", "1589", "") == (row["title"], row["start"], row["end"])
    assert {"Stalingrad@en", "Tsaritsyn@en", "Hero City Stalingrad@en"} <= set(row["variants"].split(";"))
    assert "Disputed: since: 1961-11-11 (open: " not in row["description"].partition("Disputed: ")[0]
    assert "since: 1961-11-11 (open: " in row["description"]


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_names(write: Write, hostile: Catalogue, format: str) -> None:
    """
    Tabs, line ends and quotation marks do not break rows, semicolons no lists.
    """
    rows = table(write(format, catalogue=hostile))
    assert (3 if format == "lp-tsv" else 1) == len(rows)
    whole = "".join(rows[0].values())
    assert "Stalin's <b>”&\\town”</b>" in whole
    assert "Ст”алин\\о@ru" in rows[0]["variants"].split(";")


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_no_place(write: Write, format: str) -> None:
    """
    Institutions are left out, people refused, and nothing gives the head alone.
    """
    assert [] == table(write(format, ds.institutions))
    assert [] == table(write(format, catalogue=Catalogue.from_records([])))
    with pytest.raises(TypeError, match="not a Person"):
        write(format, [ds.people["joseph-stalin"]])
