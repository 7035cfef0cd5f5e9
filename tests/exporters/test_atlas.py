"""
The atlas as a file: what it holds, what it never holds, and how large it is.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
import zlib
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import destalinization as ds
from destalinization.exporters.atlas.honoured import GROUPS
from destalinization.exporters.atlas.stretches import EPOCH, first_honoured, stretches
from destalinization.exporters.registry import writer_of
from destalinization.folding import fold

FRONT = Path(ds.__file__).parent / "exporters" / "atlas" / "front"
PAGE = FRONT.with_name("page")
SMALL = 700_000
BEARERS = [*ds.places, *ds.institutions]


def written(thing: Any = None, catalogue: ds.Catalogue | None = None) -> str:
    """
    Write the atlas of the bundled data, or of something else.
    """
    own = catalogue or ds.catalogue()
    return "".join(str(piece) for piece in writer_of("atlas")(own if thing is None else thing, own))


def unpacked(page: str) -> Any:
    """
    Give the data that a page carries.
    """
    packed = re.search(r'<script type="text/plain" id="data">([^<]*)</script>', page)
    assert packed is not None
    return json.loads(zlib.decompress(base64.b64decode(packed[1])))


def record(id: str, names: list[ds.Name], **more: Any) -> ds.Place:
    """
    Make a place.
    """
    return ds.Place(id=id, label=more.pop("label", id), kind="town", names=names, **more)


def name(text: str, since: str | None = None, **more: Any) -> ds.Name:
    """
    Make a name.
    """
    key = more.pop("key", text.lower())
    return ds.Name(key=key, text=text, since=ds.HistoricalDate(since) if since else None, **more)


def shown(bearer: ds.Place, day: str, honoured: dict[str, int] | None = None) -> tuple[str | None, bool]:
    """
    Say what is shown of a bearer on a day, and whether as certain.
    """
    wanted = date.fromisoformat(day).toordinal() - EPOCH
    found = stretches(bearer, honoured or {})
    place, sure = [(found[i + 1], found[i + 2]) for i in range(0, len(found), 3) if found[i] <= wanted][-1]
    return (bearer.names[place].text if place >= 0 else None), bool(sure)


class Elements(HTMLParser):
    """
    The elements of a page, with their attributes.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_page_with_all_data_is_small() -> None:
    """
    The whole page stays below 700 kB, and land, script and style below 45 kB when they are compressed.
    """
    assert len(written().encode()) < SMALL
    parts = b"".join((PAGE / name).read_bytes() for name in ("land.json", "atlas.js", "style.css"))
    assert len(gzip.compress(parts, 9)) < 45_000


def test_nothing_is_fetched() -> None:
    """
    No element names an address to load from, and the policy forbids every request.
    """
    page = written()
    elements = Elements(page).found
    loading = {"src", "srcset", "action", "formaction", "poster", "data", "background", "ping"}
    assert [] == [(tag, attributes) for tag, attributes in elements if loading & set(attributes)]
    assert [] == [tag for tag, _ in elements if tag in ("link", "iframe", "object", "embed", "base", "img")]
    assert not re.search(r"@import|url\(", (PAGE / "style.css").read_text(encoding="utf-8"))
    policy = next(a["content"] or "" for tag, a in elements if tag == "meta" and "http-equiv" in a)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy


def test_the_script_reads_no_text_as_markup() -> None:
    """
    Neither the sources nor what is built of them use what turns text into markup or code.
    """
    forbidden = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|srcdoc|setHTML"
    )
    for path in [PAGE / "atlas.js", *FRONT.glob("*.js")]:
        assert not forbidden.search(path.read_text(encoding="utf-8")), path


def test_every_name_citation_and_dispute_is_carried() -> None:
    """
    As many bearers, names, forms, citations of names and disputes as the catalogue has, and every source cited.
    """
    data = unpacked(written())
    assert [bearer.id for bearer in BEARERS] == [told["i"] for told in data["bearers"]]
    for bearer, told in zip(BEARERS, data["bearers"], strict=True):
        own = [*bearer.names, *(side.name for side in bearer.also)]
        pairs = list(zip(own, [*told["n"], *told.get("x", [])], strict=True))
        assert [n.text for n in own] == [found["t"] for _, found in pairs]
        for n, found in pairs:
            forms = {form.partition(": ")[2] for form in found.get("f", [])}
            assert {form for spellings in n.forms.values() for form in spellings} == forms
            assert len(n.citations) == len(found.get("q", []))
            assert [(d.field, d.value) for d in n.disputes] == [(d[0], d[1]) for d in found.get("d", [])]
        assert len(bearer.disputes) == len(told.get("d", []))
    cited = {c.source for b in BEARERS for n in b.names for c in n.citations}
    titles = {source[0] for source in data["sources"]}
    assert {ds.catalogue().sources[id].title for id in cited} <= titles


def test_the_table_without_javascript_lists_every_bearer() -> None:
    """
    The noscript element holds a row a bearer, with the dates of its names.
    """
    page = written()
    table = page.partition("<noscript>")[2].partition("</noscript>")[0]
    assert len(BEARERS) == table.count('<tr><th scope="row">')
    assert "Tsaritsyn (1589) → Stalingrad (1925-04-10) → Volgograd (1961-11-10)" in table


def test_the_day_of_a_renaming() -> None:
    """
    A name changes on its day; while sources disagree about the day, it is shown as uncertain.
    """
    volgograd = ds.places["volgograd"]
    assert [("Stalingrad", True), ("Volgograd", False), ("Volgograd", True)] == [
        shown(volgograd, day) for day in ("1961-11-09", "1961-11-10", "1961-11-11")
    ]


def test_a_coarse_date_changes_on_its_first_day() -> None:
    """
    A name of a year is shown from 1 January on, and is uncertain up to 31 December.
    """
    town = record("town", [name("Old", "1920-01-01"), name("New", "1961")], current=True)
    assert [("Old", True), ("New", False), ("New", False), ("New", True)] == [
        shown(town, day) for day in ("1960-12-31", "1961-01-01", "1961-12-30", "1961-12-31")
    ]


def test_an_undated_name_is_not_shown_before_its_honour_was_given_elsewhere() -> None:
    """
    A name without a beginning appears, uncertain, on the first day of any dated name after the same person.
    """
    stalin = [ds.Honour(target="joseph-stalin")]
    dated = record("dated", [name("Stalinsk", "1932-05-05", honours=stalin)], current=True)
    town = record("town", [name("Stalino", honours=stalin), name("New", "1961-11-10")], current=True)
    first = first_honoured([dated, town])
    assert [(None, False), ("Stalino", False), ("Stalino", False), ("New", True)] == [
        shown(town, day, first) for day in ("1932-05-04", "1932-05-05", "1961-11-09", "1961-11-10")
    ]


@pytest.mark.parametrize("id", ["volgograd", "dushanbe", "donetsk", "luhansk", "perm"])
def test_certain_days_are_those_of_the_library(id: str) -> None:
    """
    The atlas shows as certain what `name_on` answers with certainty, and nothing else.
    """
    place = ds.places[id]
    first = first_honoured(BEARERS)
    for month in range(0, 12 * 109, 10):
        day = date(1917 + month // 12, month % 12 + 1, 15)
        answer = place.name_on(day)
        text, sure = shown(place, day.isoformat(), first)
        certain = answer.state == "named" and answer.grade == "certain"
        assert (certain, str(answer.best) if certain else None) == (
            sure and text is not None,
            text if certain else None,
        )


def test_stretches_are_in_order() -> None:
    """
    Days rise, the first is the first of the map, and neighbours differ.
    """
    first = first_honoured(BEARERS)
    for bearer in BEARERS:
        found = stretches(bearer, first)
        days = found[::3]
        assert (date(1917, 1, 1) - date(1970, 1, 1)).days == days[0]
        assert all(earlier < later for earlier, later in pairwise(days))
        states = list(zip(found[1::3], found[2::3], strict=True))
        assert all(before != after for before, after in pairwise(states))


def test_groups() -> None:
    """
    A region named after a city has the colour of the man whom the city's name honoured.
    """
    told = {b["i"]: b for b in unpacked(written())["bearers"]}
    group = {n["t"]: GROUPS[n["g"]] for n in told["volgograd-oblast"]["n"]}
    assert "joseph-stalin" == group["Stalingrad Oblast"]
    assert "nobody" == GROUPS[told["volgograd"]["n"][0]["g"]]


def test_hostile_text_stays_text(evil: ds.Catalogue) -> None:
    """
    Text that looks like markup makes no element: the page has the elements of the template, and the table's.
    """
    page = written(catalogue=evil)
    tags = [tag for tag, _ in Elements(page).found]
    assert "img" not in tags
    assert 3 == tags.count("script") == page.count("</script>")
    assert 1 == page.count("</noscript>")
    assert "alert(2)" in unpacked(page)["bearers"][0]["l"]


def test_a_selection_and_nothing() -> None:
    """
    A table, records and changes give what is theirs; an empty catalogue gives a page without bearers.
    """
    table = unpacked(written(ds.places.where(country="TJ")))
    assert list(ds.places.where(country="TJ").ids()) == [bearer["i"] for bearer in table["bearers"]]
    alone = written([ds.changes["dushanbe/dushanbe"], ds.places["dushanbe"]])
    assert ["dushanbe"] == [bearer["i"] for bearer in unpacked(alone)["bearers"]]
    assert len(alone) < len(written()) / 3
    assert [] == unpacked(written(catalogue=ds.Catalogue.from_records([])))["bearers"]
    with pytest.raises(TypeError, match="not a Person"):
        written([ds.people["joseph-stalin"]])


def test_the_same_data_give_the_same_bytes() -> None:
    """
    Two writings of equal catalogues are equal.
    """
    records = [record for _, record in ds.catalogue().stored()]
    again = ds.Catalogue.from_records(records, release=ds.catalogue().release)
    assert written() == written(catalogue=again)


def test_days_of_landmarks_are_told() -> None:
    """
    The day of Stalin's death is marked, counted from 1970.
    """
    days = {day for day, *_ in unpacked(written())["landmarks"]}
    assert (date(1953, 3, 5) - date(1970, 1, 1)) // timedelta(days=1) in days


def test_what_is_built_is_built_of_the_source() -> None:
    """
    Building again gives the script and the style that the package ships.
    """
    node = shutil.which("node")
    if node is None or not (FRONT / "node_modules" / "esbuild").is_dir():
        pytest.skip("needs node, and `make atlas` to have installed what it builds with")
    checked = subprocess.run([node, "build.mjs", "--check"], cwd=FRONT, check=False, capture_output=True, text=True)
    assert (0, "") == (checked.returncode, checked.stderr)


def test_the_lock_names_no_addresses() -> None:
    """
    The lock file of the front-end pins versions by hash, without saying where they were downloaded from.
    """
    if not FRONT.is_dir():
        pytest.skip("the sources of the page are in the checkout only")
    lock = json.loads((FRONT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {key: value for key, value in lock["packages"].items() if key}
    assert packages
    assert [] == [key for key, value in packages.items() if "resolved" in value or "integrity" not in value]


def test_folding_is_the_library_s() -> None:
    """
    The page folds every spelling in the data as the library does.
    """
    node = shutil.which("node")
    if node is None or not FRONT.is_dir():
        pytest.skip("needs node and the sources of the page")
    names = [n for b in BEARERS for n in (*b.names, *(side.name for side in b.also))]
    texts = sorted({form for n in names for form in (n.text, *(f for forms in n.forms.values() for f in forms))})
    texts += ["Straße", "İstanbul", "ISI", "ŒUVRE", "ΣΤΑΛΙΝ", "Йошкар-Ола", "Їжакове", "ЁЛКА", "Ł’ódź №5", "½ ²"]
    script = (
        'import { fold } from "./folding.js"; import { readFileSync } from "node:fs";'
        "process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(fold)))"
    )
    command = [node, "--no-warnings", "--input-type=module", "-e", script]
    made = subprocess.run(command, cwd=FRONT, input=json.dumps(texts), check=True, capture_output=True, text=True)
    assert [fold(text) for text in texts] == json.loads(made.stdout)
