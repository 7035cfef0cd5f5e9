"""
The atlas in a browser: what it shows, how it is used by mouse, keys and screen readers, and how fast it plays.
"""

from __future__ import annotations

import json
import random
import re
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Self

import pytest

import destalinization as ds
from destalinization.model.places import Coordinates

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BEARERS = [*ds.places, *ds.institutions]
FRONT = Path(ds.__file__).parent / "exporters" / "atlas" / "front"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MANY = 5000
FRAME = 20.0
"""How many milliseconds a frame of the play may take, at the median, other work on the machine apart."""
WIDTHS = [(1440, 900), (768, 1024), (390, 844)]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """
    A browser without a window.
    """
    api = pytest.importorskip("playwright.sync_api", reason="needs Playwright, which the group `browser` holds")
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if path is None:
        pytest.skip(f"needs one of the browsers {', '.join(BROWSERS)}")
    with api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """
    The atlas of the bundled data.
    """
    return ds.export("atlas", tmp_path_factory.mktemp("atlas") / "atlas.html")


class Opened:
    """
    A page that was opened, and all that it said and asked for.
    """

    def __init__(self, browser: Browser, path: Path, link: str = "", **context: Any) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | context)
        self.page: Page = self.context.new_page()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri() + link)
        if context.get("java_script_enabled", True):
            self.page.wait_for_selector("html[data-ready]", timeout=20_000)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.context.close()

    def until(self, condition: str, seconds: float = 10) -> None:
        """
        Wait until a condition holds; Playwright's own waiting would need what the page's policy forbids.
        """
        for _ in range(int(seconds * 20)):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"after {seconds} seconds still not: {condition}")

    def text(self, selector: str) -> str:
        """
        Give what an element says.
        """
        found: str = self.page.locator(selector).inner_text()
        return found

    def names(self) -> list[str]:
        """
        Give the names in the list.
        """
        found: list[str] = self.page.locator("#list .row b").all_inner_texts()
        return found


@pytest.mark.parametrize(
    ("day", "then", "other"), [("1961-11-09", "Stalingrad", "Volgograd"), ("1961-11-10", "Volgograd", "Stalingrad")]
)
def test_names_of_the_day(browser: Browser, atlas: Path, day: str, then: str, other: str) -> None:
    """
    On 9 November 1961 the list and the card have Stalingrad, on the day after Volgograd.
    """
    with Opened(browser, atlas, f"#@{day}") as opened:
        opened.page.get_by_label("All places").check()
        while opened.page.locator("#more").is_visible():
            opened.page.locator("#more").click()
        rows = opened.page.locator('[data-id="volgograd"]').all_inner_texts()
        assert [then] == [row.split("\n")[0] for row in rows]
        assert (then in opened.names(), other in opened.names()) == (True, False)
        opened.page.locator('[data-id="volgograd"]').click()
        assert opened.text("#card-then").startswith(f"{int(day[-2:])} November 1961: {then}")
        assert ["Tsaritsyn", "Stalingrad", "Volgograd"] == opened.page.locator("#card-chain .name").all_inner_texts()
        assert then == opened.text("#card-chain [aria-current] .name")


def test_search_in_any_script(browser: Browser, atlas: Path) -> None:
    """
    A former name in Cyrillic finds the place, in capitals and without care for signs too.
    """
    with Opened(browser, atlas) as opened:
        for query in ("Сталинабад", "СТАЛИНАБАД", "stalinabad", "Сталинобод"):
            opened.page.locator("#search").fill(query)
            first = opened.page.locator("#list .row").first
            assert "dushanbe" == first.get_attribute("data-id"), query
        opened.page.locator("#search").press("Enter")
        assert "Dushanbe" == opened.text("#card-title")
        opened.page.keyboard.press("Escape")
        opened.page.locator("#search").fill("no such name")
        assert "Nothing was ever called this." == opened.text("#list")


def test_slider_by_keys(browser: Browser, atlas: Path) -> None:
    """
    Arrow keys go by days, with Shift by months, Page Up and Page Down by years; the slider says its day in words.
    """
    with Opened(browser, atlas, "#@1961-11-09") as opened:
        slider = opened.page.locator("#slider")
        slider.focus()
        for key, wanted in [
            ("ArrowRight", "10 November 1961"),
            ("ArrowLeft", "9 November 1961"),
            ("Shift+ArrowRight", "9 December 1961"),
            ("PageUp", "9 December 1962"),
            ("PageDown", "9 December 1961"),
            ("Home", "1 January 1917"),
        ]:
            slider.press(key)
            assert (wanted, wanted) == (slider.get_attribute("aria-valuetext"), opened.text("#date"))
        opened.until("document.getElementById('live').textContent.startsWith('1 January 1917')")
        assert re.fullmatch(r"1 January 1917: \d+ names on the map, 0 of them after Stalin", opened.text("#live"))


def test_deep_links(browser: Browser, atlas: Path) -> None:
    """
    A link opens a card on a day, the address follows what is shown, and what is no link is passed over.
    """
    with Opened(browser, atlas, "#dushanbe@1950-06-01") as opened:
        assert ("Dushanbe", "1 June 1950") == (opened.text("#card-title"), opened.text("#date"))
        assert opened.text("#card-then") == "1 June 1950: Stalinabad"
        opened.page.locator("#later").click()
        opened.until("location.hash !== '#dushanbe@1950-06-01'")
        assert re.fullmatch(r"#dushanbe@1950-\d\d-\d\d", opened.page.evaluate("location.hash"))
        opened.page.evaluate("location.hash = '#volgograd@1917-01-01'")
        opened.until("document.getElementById('card-title').textContent === 'Volgograd'")
        assert "1 January 1917" == opened.text("#date")
    for link in ("#nothing@1950-06-01", "#@1950-99-99", "#%E0%A4%A", "#@@", "#__proto__"):
        with Opened(browser, atlas, link) as opened:
            assert [] == opened.said
            assert opened.page.locator("#card").is_hidden()


def test_filters_and_period(browser: Browser, atlas: Path) -> None:
    """
    A period keeps the renamings that may lie in it, a filter those that honour somebody; both can be cleared.
    """
    with Opened(browser, atlas) as opened:
        opened.page.locator("#from").fill("1961-11-01")
        opened.page.locator("#to").fill("1961-11-30")
        opened.page.locator("#country").select_option("UA")
        opened.page.locator("#honoured").select_option("joseph-stalin")
        found = ds.renamings.where(during="1961-11", country="UA")
        stalin = {b.id for b in BEARERS if any(h.target == "joseph-stalin" for n in b.names for h in n.honours)}
        wanted = [change.bearer for change in found if change.date is not None and change.bearer in stalin]
        ids = [row.get_attribute("data-id") for row in opened.page.locator("#list .row").all()]
        assert sorted(wanted) == sorted(str(id) for id in ids)
        assert "donetsk" in ids
        opened.page.locator("#unfilter").click()
        opened.page.locator("#unbrush").click()
        assert "1953" in opened.text("#list-title")


def test_brush_with_the_mouse(browser: Browser, atlas: Path) -> None:
    """
    Dragging over the waves chooses a period of whole months, a click goes to a day.
    """
    with Opened(browser, atlas) as opened:
        box = opened.page.locator("#waves").bounding_box()
        assert box is not None
        y = box["y"] + 30
        opened.page.mouse.move(box["x"] + box["width"] * 0.40, y)
        opened.page.mouse.down()
        opened.page.mouse.move(box["x"] + box["width"] * 0.42, y, steps=4)
        opened.page.mouse.up()
        assert opened.page.locator("#from").input_value().endswith("-01")
        assert "renamings between 1 " in opened.text("#list-title")
        opened.page.mouse.click(box["x"] + 8, y)
        assert "1 January 1917" == opened.text("#date")


def test_what_has_no_position_is_beside_the_map(browser: Browser, atlas: Path) -> None:
    """
    Prizes, ships and metros are in a list of their own.
    """
    with Opened(browser, atlas, "#@1950-01-01") as opened:
        opened.page.get_by_label("Beside the map").check()
        unplaced = [b for b in BEARERS if not (isinstance(b, ds.Place) and b.coordinates)]
        ids = {row.get_attribute("data-id") for row in opened.page.locator("#list .row").all()}
        assert {bearer.id for bearer in unplaced} == ids


def test_places_of_the_map_by_keys(browser: Browser, atlas: Path) -> None:
    """
    Arrow keys on the map go from place to place and say which; Enter opens the card, Escape leads back.
    """
    with Opened(browser, atlas, "#@1950-01-01") as opened:
        opened.page.locator("#touch").focus()
        heard = []
        for key in ("ArrowRight", "ArrowUp", "ArrowLeft"):
            opened.page.keyboard.press(key)
            heard.append(opened.text("#live"))
        assert 3 == len(set(heard))
        opened.page.keyboard.press("Enter")
        assert "card-title" == opened.page.evaluate("document.activeElement.id")
        assert heard[-1].split(". ")[0] in opened.text("#card-then")
        opened.page.keyboard.press("Escape")
        assert "touch" == opened.page.evaluate("document.activeElement.id")


def test_every_control_is_reached_by_tab(browser: Browser, atlas: Path) -> None:
    """
    Tab goes through tools, map, time, search and list, in this order.
    """
    with Opened(browser, atlas) as opened:
        reached = []
        for _ in range(60):
            opened.page.keyboard.press("Tab")
            reached.append(opened.page.evaluate("document.activeElement.id"))
        order = ["theme", "touch", "zoom-in", "play", "slider", "search", "honoured"]
        places = [reached.index(id) for id in order]
        assert sorted(places) == places


def test_no_request_and_no_word(browser: Browser, atlas: Path) -> None:
    """
    Using the page asks for nothing but the page, and says nothing on the console.
    """
    with Opened(browser, atlas) as opened:
        opened.page.locator("#play").click()
        opened.page.wait_for_timeout(600)
        opened.page.locator("#play").click()
        opened.page.locator("#theme").click()
        opened.page.locator("#about-open").click()
        opened.page.keyboard.press("Escape")
        opened.page.locator("#search").fill("Stalin")
        opened.page.locator("#list .row").first.click()
        assert [atlas.as_uri()] == opened.asked
        assert [] == opened.said


def test_the_policy_forbids_requests(browser: Browser, atlas: Path) -> None:
    """
    Even a script could fetch nothing.
    """
    with Opened(browser, atlas) as opened:
        told = opened.page.evaluate("fetch('https://example.org/').then(() => 'fetched', () => 'refused')")
        assert "refused" == told
        assert any("Content Security Policy" in text for text in opened.said)


def test_play_and_pause(browser: Browser, atlas: Path) -> None:
    """
    Play moves the day on, pause stops it, and the end of time is the end.
    """
    with Opened(browser, atlas, "#@1961-01-01") as opened:
        opened.page.locator("#play").click()
        opened.until("document.getElementById('date').textContent.includes('1962')")
        opened.page.locator("#play").click()
        day = opened.text("#date")
        opened.page.wait_for_timeout(200)
        assert (day, "Play") == (opened.text("#date"), opened.text("#play"))


def test_days_drawn_one_by_one_are_as_drawn_at_once(browser: Browser, atlas: Path) -> None:
    """
    Marks that were drawn alone, change by change, stand as if the whole map had been drawn on that day.
    """
    drawn = "document.getElementById('marks').toDataURL()"
    with Opened(browser, atlas, "#@1961-10-01") as opened:
        before = opened.page.evaluate(drawn)
        for _ in range(12):
            opened.page.locator("#later").click()
            opened.page.wait_for_timeout(60)
        step_by_step = opened.page.evaluate(drawn)
        day = opened.page.locator("#day").input_value()
    with Opened(browser, atlas, f"#@{day}") as opened:
        opened.page.wait_for_timeout(200)
        assert opened.page.evaluate(drawn) == step_by_step != before


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", WIDTHS, ids=[str(width) for width, _ in WIDTHS])
def test_accessible_at_every_width(browser: Browser, atlas: Path, size: tuple[int, int], scheme: Any) -> None:
    """
    axe-core finds nothing on the page, on a card and in the dialog; nothing is wider than the window.
    """
    axe = FRONT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.is_file():
        pytest.skip("needs axe-core, which `make atlas` installs")
    viewport = {"width": size[0], "height": size[1]}
    with Opened(browser, atlas, viewport=viewport, color_scheme=scheme, bypass_csp=True) as opened:
        opened.page.evaluate(axe.read_text(encoding="utf-8"))
        for prepare in ("1", "location.hash = '#volgograd@1961-11-10'", "document.getElementById('about').showModal()"):
            opened.page.evaluate(prepare)
            opened.page.wait_for_timeout(200)
            found = opened.page.evaluate("axe.run().then((told) => told.violations)")
            assert [] == [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found]
        wide = opened.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= size[0]


def test_theme(browser: Browser, atlas: Path) -> None:
    """
    The page is as dark as the system, until the button says otherwise.
    """
    with Opened(browser, atlas, color_scheme="dark") as opened:
        colour = "getComputedStyle(document.documentElement).backgroundColor"
        dark = opened.page.evaluate(colour)
        opened.page.locator("#theme").click()
        assert ("rgb(22, 24, 27)", "rgb(255, 255, 255)") == (dark, opened.page.evaluate(colour))


def test_a_table_without_javascript(browser: Browser, atlas: Path) -> None:
    """
    Without JavaScript a table of all bearers is all that is seen.
    """
    with Opened(browser, atlas, java_script_enabled=False) as opened:
        assert len(BEARERS) == opened.page.locator("noscript tbody tr").count()
        assert opened.page.locator("noscript tbody tr").first.is_visible()
        assert opened.page.locator("#app").is_hidden()


def test_hostile_records(browser: Browser, tmp_path: Path, evil: ds.Catalogue) -> None:
    """
    Text that looks like markup is shown as text; an address that is no web address makes no link.
    """
    path = ds.export("atlas", tmp_path / "atlas.html", catalogue=evil, records=evil)
    with Opened(browser, path, "#evil@1955-01-01") as opened:
        alarms: list[object] = []
        opened.page.on("dialog", lambda dialog: alarms.insert(0, dialog))
        opened.page.locator("#touch").focus()
        opened.page.keyboard.press("ArrowRight")
        assert opened.text("#card-title").startswith("</script></noscript><img src=x onerror=alert(1)>")
        assert 0 == opened.page.locator("#app img, #app script").count()
        links = opened.page.locator("#card a").evaluate_all("found => found.map((link) => link.getAttribute('href'))")
        assert [] == [link for link in links if not re.match(r"#|https://www\.geonames\.org/[^\"]*$", link)]
        assert ([], []) == (alarms, opened.said)


def many() -> ds.Catalogue:
    """
    Make a catalogue of many places with four names each, given on days all over the century.
    """
    chance = random.Random(1961)
    people = [ds.Person(id=id, label=id) for id in ("joseph-stalin", "vladimir-lenin", "vyacheslav-molotov")]
    source = ds.Source(id="made-up", title="Made up", kind="web")
    places = []
    for number in range(MANY):
        days = sorted(chance.sample(range((date(2020, 1, 1) - date(1918, 1, 1)).days), 4))
        names = [
            ds.Name(
                key=f"n{i}",
                text=f"Name {number} {i}",
                since=ds.HistoricalDate(str(date(1918, 1, 1) + timedelta(days=day))),
                honours=[ds.Honour(target=chance.choice(people).id)] if i % 2 else [],
            )
            for i, day in enumerate(days)
        ]
        spot = Coordinates(
            latitude=round(chance.uniform(40, 62), 4),
            longitude=round(chance.uniform(12, 120), 4),
            basis=chance.choice(("object", "containing-settlement", "approximate")),
            citation=ds.Citation(source="made-up"),
        )
        id = f"place-{number}"
        places.append(ds.Place(id=id, label=id, kind="town", names=names, coordinates=spot, current=True, country="RU"))
    return ds.Catalogue.from_records([source, *people, *places])


def costs(trace: bytes) -> list[float]:
    """
    Give how many milliseconds of its thread's own time each frame took in a trace: script, style, layout and painting.
    """
    events = json.loads(trace)["traceEvents"]
    frames = [event for event in events if event["name"] == "ProxyMain::BeginMainFrame" and "tdur" in event]
    return [event["tdur"] / 1000 for event in frames]


def test_many_places_play_smoothly(browser: Browser, tmp_path: Path) -> None:
    """
    With 5,000 generated places the median frame of the play takes less than 20 milliseconds.
    """
    catalogue = many()
    path = ds.export("atlas", tmp_path / "atlas.html", catalogue=catalogue, records=catalogue)
    with Opened(browser, path, "#@1930-01-01") as opened:
        opened.page.locator("#play").click()
        opened.page.wait_for_timeout(500)
        browser.start_tracing(page=opened.page, categories=["toplevel", "cc"])
        opened.page.wait_for_timeout(4000)
        found = costs(browser.stop_tracing())
        assert "Pause" == opened.text("#play")
        assert len(found) > 30
        assert median(found) < FRAME
