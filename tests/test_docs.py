"""
The documentation: its examples run, its links lead somewhere, and the pages made from the data have all of them.
"""

from __future__ import annotations

import contextlib
import doctest
import html
import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import destalinization as ds
from destalinization.cli import main as command
from destalinization.document import part_of
from destalinization.figures import counts

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

pytestmark = pytest.mark.skipif(not (DOCS / "website").exists(), reason="the documentation is in the checkout only")

if (DOCS / "website").exists():
    sys.path.append(str(DOCS))
    from website import (
        api,
        article,
        bearers,
        checking,
        command_line,
        figures,
        former_names,
        linked_data,
        listings,
        markup,
        staging,
    )
    from website.__main__ import make

PAGES = sorted(path for path in DOCS.rglob("*.md") if path.name not in {"coverage.md", "formats.md", "gaps.md"})
NEEDED = {
    "how-to/qgis.md": ("geopandas", "pyogrio"),
    "how-to/notebook.md": ("altair",),
    "how-to/pandas.md": ("narwhals", "pandas"),
    "how-to/spacy.md": ("spacy",),
    "how-to/sparql.md": ("rdflib",),
    "how-to/property-tests.md": ("hypothesis",),
}
"""What the examples of a page need besides the library."""

ELSEWHERE = {"spark.md"}
"""The pages whose code is run by other tests, since it needs a cluster."""

HOSTILE = '</script></div><script>alert(1)</script>\n```\n# <b onclick="x">*Stalin* {raw} [a](javascript:b) & `c`'


def name_of(page: Path) -> str:
    """
    Give the path of a page in the folder of the documentation.
    """
    return page.relative_to(DOCS).as_posix()


def blocks(page: Path, language: str) -> list[str]:
    """
    Give the blocks of code of a page.
    """
    text = page.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def with_code(language: str) -> list[Path]:
    """
    Give the pages with code of a language.
    """
    return [page for page in PAGES if name_of(page) not in ELSEWHERE and blocks(page, language)]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("page", with_code("python"), ids=name_of)
def test_python_examples_give_what_they_say(page: Path, tmp_path: Path) -> None:
    """
    The Python examples of a page run one after the other, in an empty folder, and give what stands below them.
    """
    for module in NEEDED.get(name_of(page), ()):
        pytest.importorskip(module, reason=f"{name_of(page)} needs {module}")
    example = doctest.DocTestParser().get_doctest("\n".join(blocks(page, "python")), {}, name_of(page), str(page), 0)
    said: list[str] = []

    with contextlib.chdir(tmp_path):
        doctest.DocTestRunner().run(example, out=said.append)

    assert example.examples
    assert "" == "".join(said)


def test_python_code_is_made_of_examples() -> None:
    """
    No block of Python stands on a page that is not run: each begins with a prompt.
    """
    found = [block for page in with_code("python") for block in blocks(page, "python")]

    assert 40 < len(found)
    assert [] == [block for block in found if not block.startswith(">>> ")]


@pytest.mark.parametrize("page", with_code("console"), ids=name_of)
def test_commands_print_what_pages_show(page: Path) -> None:
    """
    The commands of a page print what stands below them; `make readme` renews that.
    """
    spec = importlib.util.spec_from_file_location("readme", ROOT / "scripts" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    script: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    text = page.read_text(encoding="utf-8")

    assert script.renewed(text) == text
    assert all(len(block.splitlines()) > 1 for block in blocks(page, "console"))


def test_commands_that_are_not_run_can_be_read() -> None:
    """
    Every other command of this library that a page shows has options that the command knows.
    """
    shown = [
        line
        for page in PAGES
        for block in blocks(page, "sh")
        for line in block.splitlines()
        if line.startswith("destalinization ")
    ]

    assert shown
    for line in shown:
        assert command_line_of(line), line


def command_line_of(line: str) -> object:
    """
    Read a command without running it.
    """
    from destalinization.cli.command import _parser

    return _parser().parse_args(line.split()[1:])


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_of_pages_lead_somewhere_on_a_code_host_too(page: Path) -> None:
    """
    Every link of a page that is written by hand leads to a file of the repository.
    """
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    linked = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)

    assert [] == [link for link in linked if not (page.parent / link).is_file()]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """
    Every page of the site as it is handed to Sphinx.
    """
    return dict(staging.pages(ds.catalogue()))


def test_every_bearer_has_a_page_with_its_names(pages: dict[str, str]) -> None:
    """
    Each place and institution has a page that shows its label and every name and form, and cites every source.
    """
    document = json.loads(ds.to_json(ds.catalogue()))
    found = [*document["places"], *document["institutions"]]

    assert len(found) == sum(name.startswith("bearers/") for name in pages) - 1
    for bearer in found:
        page = pages[f"bearers/{bearer['id']}.md"]
        shown = " ".join(html.unescape(page).split())
        names = [*bearer["names"], *(side["name"] for side in bearer.get("also", []))]
        texts = {name["text"] for name in names} | {
            f for n in names for own in n.get("forms", {}).values() for f in own
        }
        assert [] == [text for text in texts if text not in shown]
        assert page.count('class="chain"') == 1 + bool(bearer.get("also"))
        assert len(names) == len(re.findall(r'<li id="name-', page))
        cited = set(re.findall(r'"source": "([^"]+)"', json.dumps(bearer)))
        assert len(cited) == len(re.findall(r'<li id="source-\d+"', page))
        noted = [d["value"] for d in all_disputes(bearer)]
        assert len(noted) == page.count("<li><b>")


def test_every_bearer_is_described_to_search_engines(pages: dict[str, str]) -> None:
    """
    The page of each bearer, and the first page, hold one description as JSON-LD.
    """
    for name, page in {**pages, "bearers/index.md": ""}.items():
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
        if name.startswith("bearers/") and page:
            assert f"https://w3id.org/destalinization/{Path(name).stem}" == json.loads(found.pop())["@id"]
        elif name == "index.md":
            assert "Dataset" == json.loads(found.pop())["@type"]
        assert [] == found


def test_figures_draw_what_is_counted() -> None:
    """
    The figures have a bar for each year and month, and the table under each has the counts of `destalinization stats`.
    """
    counted = {(what, which): count for what, which, count in counts(ds.catalogue())}
    months = figures.by_month(ds.catalogue(), 1961)
    years = dict(re.findall(r"<td>(\d{4})</td><td>(\d+)</td>", figures.by_year(ds.catalogue())))

    assert 12 == months.count("<rect ")
    assert f"<td>Nov</td><td>{counted['de-Stalinizing changes by month', '1961-11']}</td>" in months
    assert {year: str(n) for (what, year), n in counted.items() if what == "de-Stalinizing changes by year"} == years


def all_disputes(thing: object) -> Iterator[dict[str, str]]:
    """
    Give every dispute in a JSON value.
    """
    if isinstance(thing, dict):
        yield from thing.get("disputes", [])
        for value in thing.values():
            yield from all_disputes(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from all_disputes(value)


def test_every_former_name_is_in_the_index(pages: dict[str, str]) -> None:
    """
    The index has every spelling of every name that is not used today, once for each bearer, and no other.
    """
    document = json.loads(ds.to_json(ds.catalogue()))
    expected = set()
    for bearer in [*document["places"], *document["institutions"]]:
        former = bearer["names"][: -1 if bearer.get("current") is True else None]
        for name in [*former, *(side["name"] for side in bearer.get("also", []))]:
            spellings = {name["text"], *(form for own in name.get("forms", {}).values() for form in own)}
            expected |= {(spelling, f"../bearers/{bearer['id']}.html#name-{name['key']}") for spelling in spellings}

    listed: list[tuple[str, str]] = []
    for name, page in pages.items():
        if name.startswith("names/"):
            for spelling, links in re.findall(r"<li><b>(.*?)</b>(.*?)</li>", page):
                listed += [(html.unescape(spelling), link) for link in re.findall(r'href="([^"]+)"', links)]

    assert len(expected) == len(listed)
    assert expected == set(listed)


def test_names_stand_under_their_scripts(pages: dict[str, str]) -> None:
    """
    Spellings in Latin and Cyrillic letters have pages of their own, and those in other scripts a third.
    """
    assert "<b>Sztálinváros</b>" in pages["names/latin.md"]
    assert "<b>Сталинабад</b>" in pages["names/cyrillic.md"]
    assert "## Georgian" in pages["names/others.md"]
    assert not re.search(r"<li><b>[a-zA-Z]", pages["names/others.md"] + pages["names/cyrillic.md"])


def test_every_claim_is_told(pages: dict[str, str]) -> None:
    """
    The page on the article has each claim with its statement, what became of it, and what is right.
    """
    shown = html.unescape(pages["article.md"])

    assert 117 == len(ds.claims) == len(re.findall(r'<li id="claim-\d+"', pages["article.md"]))
    for claim in ds.claims:
        assert claim.statement in shown
        assert not claim.correction or claim.correction in shown


def test_dictionary_has_every_field_and_term(pages: dict[str, str]) -> None:
    """
    The data dictionary has every field of every record; the vocabularies have every term of the schema.
    """
    definitions = ds.schema()["$defs"]
    fields = sum(len(definition["properties"]) for definition in definitions.values())
    enums = {
        term for found in re.findall(r'"enum": \[(.*?)\]', json.dumps(definitions)) for term in json.loads(f"[{found}]")
    }

    assert fields == len(re.findall(r"^\| `", pages["reference/dictionary.md"], re.MULTILINE))
    assert set() == enums - set(re.findall(r"^\| `([\w-]+)`", pages["reference/vocabularies.md"], re.MULTILINE))


def test_reference_has_every_public_name() -> None:
    """
    Every public name has its place in the reference.
    """
    assert set() == set(ds.__all__) - api.told()


def test_reference_has_every_command(pages: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """
    The reference of the command line has every command that `--help` lists, with every option of it.
    """
    with pytest.raises(SystemExit):
        command(["--help"])
    verbs = re.findall(r"^    ([a-z-]+) ", capsys.readouterr().out, re.MULTILINE)
    page = pages["reference/command-line.md"]

    assert len(verbs) > 10
    for verb in verbs:
        with pytest.raises(SystemExit):
            command([verb, "--help"])
        options = set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out)) - {"--help"}
        section = page.partition(f"\n## {verb}\n")[2].partition("\n## ")[0]
        assert [] == [option for option in options if option not in section]


def hostile() -> ds.Catalogue:
    """
    Make a catalogue whose texts are markup.
    """
    source = ds.Source(id="source", title=HOSTILE, url="javascript:alert(1)", author=HOSTILE, kind="web")
    cited = [ds.Citation(source="source", locator=HOSTILE, note=HOSTILE)]
    dispute = ds.Dispute(field="since", value=HOSTILE, note=HOSTILE, citations=cited)
    person = ds.Person(id="person", label=HOSTILE, summary=HOSTILE, citations=cited)
    honour = ds.Honour(target="person", note=HOSTILE)
    name = ds.Name(
        key="name",
        text=HOSTILE,
        forms={"ru": [HOSTILE]},
        honours=[honour],
        note=HOSTILE,
        citations=cited,
        disputes=[dispute],
    )
    place = ds.Place(
        id="place", label=HOSTILE, kind="city", country=HOSTILE, admin1=HOSTILE, names=[name], summary=HOSTILE,
        links={"geonames": HOSTILE, "wikidata": '"><script>alert(1)</script>'},
    )  # fmt: skip
    claim = ds.Claim(
        id="claim", section=HOSTILE, statement=HOSTILE, subjects=["place"], status="confirmed", note=HOSTILE
    )
    return ds.Catalogue.from_records([source, person, place, claim])


def test_markup_in_the_data_is_shown_and_not_obeyed() -> None:
    """
    Texts that are markup stand in the pages as texts: no element, no link, no end of a block comes from them.
    """
    for module in (bearers, former_names, listings, article):
        for name, page in module.pages(hostile()):
            html_blocks = re.findall(r"^```\{raw\} html\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
            outside = re.sub(r"^```\{raw\} html\n.*?^```$", "", page, flags=re.DOTALL | re.MULTILINE)
            assert not re.search(r"(?<!\\)[<*]|javascript:b\)$", outside.replace("---", "")), name
            for block in html_blocks:
                assert 1 == len(block.splitlines())
                assert {"application/ld+json"} >= set(re.findall(r"<script(?: type=\"([^\"]*)\")?>", block))
                assert not re.search(r'<b [^>]*onclick|href="javascript', block)


def test_ids_that_are_no_slugs_make_no_files() -> None:
    """
    An id that could lead out of the folder is refused.
    """
    place = ds.Place(id="../../place", label="Place", kind="city", names=[ds.Name(key="name", text="Name")])

    with pytest.raises(ValueError, match="no slug"):
        list(bearers.pages(ds.Catalogue.from_records([place])))


def test_linked_data_of_a_place() -> None:
    """
    A place is described to search engines with its name of today, all other spellings and its identifiers.
    """
    found = linked_data.of_bearer(ds.places["volgograd"], ds.catalogue())

    assert ("Place", "Volgograd") == (found["@type"], found["name"])
    assert {"Stalingrad", "Сталинград", "Tsaritsyn"} <= set(found["alternateName"])
    assert ["https://sws.geonames.org/472757/"] == found["sameAs"][:1]
    assert 48 < found["geo"]["latitude"] < 49


def test_linked_data_of_the_data_set() -> None:
    """
    The data set is described with its version, its day and its licence.
    """
    found = linked_data.of_dataset(ds.catalogue())

    assert "Dataset" == found["@type"]
    assert ds.__data_version__ == found["version"]
    assert "https://creativecommons.org/licenses/by/4.0/" == found["license"]


def test_linked_data_cannot_end_its_element() -> None:
    """
    No text in a description can end the element that it stands in.
    """
    shown = linked_data.script({"name": HOSTILE})

    assert 1 == shown.count("</script>")
    assert (
        HOSTILE
        == json.loads(shown.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))["name"]
    )


def test_checker_finds_what_is_broken(tmp_path: Path) -> None:
    """
    The checker tells of lost pages and anchors and of what is fetched from elsewhere, and of nothing else.
    """
    (tmp_path / "a.html").write_text(
        '<h1 id="top">A</h1><a href="b.html#here">b</a><a href="b.html#gone">b</a><a href="c.html">c</a>'
        '<a href="https://example.org">elsewhere</a><script src="https://example.org/x.js"></script>'
        '<img src="//example.org/x.png"><div style="background: url(http://example.org/y.png)"></div>'
        '<a href="#top">up</a>'
    )
    (tmp_path / "b.html").write_text('<p id="here"><a href="a.html">a</a></p>')
    (tmp_path / "s.css").write_text(
        "@import url('https://example.org/font.css'); a { b: url(data:image/png;base64,x) }"
    )

    assert [
        "a.html: fetches //example.org/x.png",
        "a.html: fetches http://example.org/y.png",
        "a.html: fetches https://example.org/x.js",
        "a.html: b.html#gone leads to no anchor",
        "a.html: c.html leads to no page",
        "s.css: fetches https://example.org/font.css",
    ] == list(checking.problems(tmp_path))


def test_site_is_made_without_a_warning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """
    Sphinx makes the site of a few records, hostile ones among them, without a warning; all links lead somewhere.
    """
    pytest.importorskip("furo", reason="making the site needs the dependency group docs")
    around = part_of([ds.places["volgograd"]]).catalogue
    staging.stage(tmp_path / "source", around.overlay(hostile()))

    made = make(tmp_path / "source", tmp_path / "site")

    assert (0, "") == (made.returncode, capfd.readouterr().err)
    assert [] == list(checking.problems(tmp_path / "site"))
    page = (tmp_path / "site" / "bearers" / "place.html").read_text(encoding="utf-8")
    assert "alert(1)" in page
    assert "<script>alert" not in page
    assert markup.text(HOSTILE).replace("`", "&#96;") in page


def test_command_line_says_where_nothing_is_said() -> None:
    """
    Defaults of options stand in the reference.
    """
    (_, page), *_ = command_line.pages(ds.catalogue())

    assert "| `--port PORT` | the port; 0 takes one that is free; 8000 where nothing is said |" in page.replace(
        "\\", ""
    )
