"""
Annotated texts in the formats of others: each says the same, and can be read by others' readers.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import destalinization as ds
from destalinization.exporters import annotated
from destalinization.toponyms.streams import annotate_stream

TEXT = (
    "Он родился в Сталинабаде,\nслужил в г. Молотове & <жил> в «Ворошиловграде».\x01 "
    "Битва под Сталинградом; Molotov said.\n"
)
NAME = 'a "text" & more.txt'
TEI = "{http://www.tei-c.org/ns/1.0}"


def written(format: str, text: str = TEXT, **options: Any) -> str:
    """
    Annotate a text and write it.
    """
    return "".join(annotated.write(format, [(NAME, annotate_stream(io.BytesIO(text.encode()), size=16, **options))]))


def marked(format: str, text: str, **options: Any) -> list[tuple[int, int, str]]:
    """
    Give what a format marks: where it begins and ends, and what stands there.
    """
    return READERS[format](written(format, text, **options))


def from_json_lines(content: str) -> list[tuple[int, int, str]]:
    rows = [json.loads(line) for line in content.splitlines()]
    return [(row["start"], row["end"], row["surface"]) for row in rows]


def from_csv(content: str) -> list[tuple[int, int, str]]:
    return [(int(row["start"]), int(row["end"]), row["surface"]) for row in csv.DictReader(io.StringIO(content))]


def from_web_annotation(content: str) -> list[tuple[int, int, str]]:
    selectors = [item["target"]["selector"] for item in json.loads(content)["items"]]
    return [(position["start"], position["end"], quote["exact"]) for position, quote in selectors]


def from_tei(content: str) -> list[tuple[int, int, str]]:
    block = ET.fromstring(content).find(f".//{TEI}ab")
    assert block is not None
    offset, found = len(block.text or ""), []
    for element in block:
        surface = element.text or ""
        found.append((offset, offset + len(surface), surface))
        offset += len(surface) + len(element.tail or "")
    return found


class Marks(HTMLParser):
    """
    Reads the marks of a page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.place, self.inside, self.found, self.start = 0, False, list[tuple[int, int, str]](), -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, dict(attrs).get("class")) == ("div", "text"):
            self.inside = True
        if tag == "mark":
            self.start = self.place

    def handle_data(self, data: str) -> None:
        if self.inside:
            if self.start >= 0:
                self.found.append((self.start, self.start + len(data), data))
            self.place += len(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self.start = -1
        if tag == "div":
            self.inside = False


def from_html(content: str) -> list[tuple[int, int, str]]:
    reader = Marks()
    reader.feed(content)
    return reader.found


READERS: dict[str, Callable[[str], list[tuple[int, int, str]]]] = {
    "jsonl": from_json_lines,
    "csv": from_csv,
    "web-annotation": from_web_annotation,
    "tei": from_tei,
    "html": from_html,
}


@pytest.mark.parametrize("everything", [True, False])
@pytest.mark.parametrize("format", READERS)
def test_each_format_has_every_mention(format: str, everything: bool) -> None:
    """
    What a reader of the format finds is what was annotated, at the offsets of the text as it was given.
    """
    wanted = [(m.start, m.end, m.surface) for m in ds.annotate(TEXT, everything=everything)]
    assert (wanted, True) == (marked(format, TEXT, everything=everything), len(wanted) >= 3)


@given(
    st.lists(st.sampled_from(["Сталинабад", "<b>", "&amp;", "]]>", '"', "'", "\n", "\t", "Volgograd", " "])).map(
        "".join
    )
)
def test_odd_signs_break_no_format(text: str) -> None:
    """
    Signs that mean something in a format are escaped, and all formats mark the same.
    """
    found = {tuple(marked(format, text)) for format in READERS}
    assert {tuple((m.start, m.end, m.surface) for m in ds.annotate(text))} == found


def test_formats_are_those_that_can_be_written() -> None:
    """
    The list of formats has each once, and an unknown one is refused with them.
    """
    assert tuple(READERS) == annotated.formats()
    with pytest.raises(ds.UnknownTerm, match="jsonl, csv, web-annotation, tei, html"):
        annotated.write("pdf", [])


def test_tei_says_when_and_how_sure() -> None:
    """
    A place has the address of its bearer, the first and the last day of its name, and how sure it is; a person none.
    """
    root = ET.fromstring(written("tei", everything=True))
    places = [element.attrib for element in root.iter(f"{TEI}placeName")]
    assert {
        "ref": "https://w3id.org/destalinization/dushanbe",
        "notBefore": "1929-10-19",
        "notAfter": "1961-12-30",
        "cert": "high",
    } == places[0]
    assert ["event"] == [element.attrib["type"] for element in root.iter(f"{TEI}name")]
    assert [{"ref", "cert"}] == [set(element.attrib) for element in root.iter(f"{TEI}persName")]
    divisions = root.findall(f".//{TEI}div")
    assert [NAME] == [division.attrib["n"] for division in divisions]


def test_web_annotations_are_annotations() -> None:
    """
    Each has what the model asks for: an address of its own, a type, a body and a target with selectors.
    """
    page = json.loads(written("web-annotation"))
    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (page["@context"], page["type"])
    ids = [item["id"] for item in page["items"]]
    assert (len(ids), f"{NAME}#char=13,24") == (len(set(ids)), ids[0])
    first = page["items"][0]
    assert ("Annotation", "identifying", NAME) == (first["type"], first["motivation"], first["target"]["source"])
    assert {
        "type": "SpecificResource",
        "source": "https://w3id.org/destalinization/dushanbe",
        "purpose": "identifying",
    } in (first["body"])
    quote = first["target"]["selector"][1]
    assert (
        TEXT[13 - len(quote["prefix"]) : 24 + len(quote["suffix"])]
        == quote["prefix"] + quote["exact"] + quote["suffix"]
    )


def test_json_lines_have_all_candidates() -> None:
    """
    Every bearer that a mention can mean is there, with the time of its name.
    """
    rows = [json.loads(line) for line in written("jsonl").splitlines()]
    molotov = next(row for row in rows if row["surface"] == "Молотове")
    assert {"perm", "motovilikha-town"} <= {candidate["bearer"] for candidate in molotov["candidates"]}
    assert ("1940-03-08", "1957-10-02") == (molotov["candidates"][0]["since"], molotov["candidates"][0]["before"])


def test_html_asks_nobody() -> None:
    """
    The page needs nothing from anywhere.
    """
    content = written("html")
    assert [] == re.findall(r"(?:src|href)=|@import|url\(", content)


def test_no_texts() -> None:
    """
    Nothing to write gives an empty but lawful file.
    """
    assert "" == "".join(annotated.write("jsonl", []))
    assert {"items": []}.items() <= json.loads("".join(annotated.write("web-annotation", []))).items()
    assert [] == list(ET.fromstring("".join(annotated.write("tei", []))).iter(f"{TEI}div"))


def test_patterns_for_spacy() -> None:
    """
    Patterns have the label, the form as it is written, and the bearer; nothing that is no sign of a place by itself.
    """
    rows = ds.patterns("spacy", language="ru")
    forms = {row["pattern"]: row for row in rows}
    assert {"label": "GPE", "pattern": "Сталинабаде", "id": "dushanbe"} == forms["Сталинабаде"]
    assert ("LOC", "FAC") == (forms["пика Сталина"]["label"], forms["проспекта Сталина"]["label"])
    assert len(rows) == len(forms) > 1000
    assert not {"Молотов", "Мир", "Сталинский"} & set(forms)
    with pytest.raises(ds.UnknownTerm, match="spacy"):
        ds.patterns("gate")
