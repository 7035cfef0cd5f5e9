"""
Take the picture of the atlas for README and documentation, and an animation of November 1961, from the atlas itself.

Needs Chromium, and what the dependency group `browser` holds; Pillow, where it is there, makes the animation.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from datetime import date, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import destalinization as ds

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "docs" / "_static"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SIZE = (1280, 860)
DAY = "1953-03-05"
FRAMES = [date(1953 + number // 4, number % 4 * 3 + 1, 1) for number in range(16, 42)]
"""The quarters of the animation, from 1957 to the spring of 1963."""
HELD = 350
LARGEST = 500_000


def main() -> int:
    """
    Write the pictures.
    """
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if path is None:
        print(f"needs one of the browsers {', '.join(BROWSERS)}", file=sys.stderr)
        return 1
    STATIC.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, import_module("playwright.sync_api").sync_playwright() as playwright:
        atlas = ds.export("atlas", Path(folder, "atlas.html"))
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]}, color_scheme="light")
        page.goto(f"{atlas.as_uri()}#@{DAY}")
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(500)
        page.screenshot(path=STATIC / "atlas.png")
        if find_spec("PIL"):
            animate(page)
        browser.close()
    for picture in sorted(STATIC.glob("atlas.*")):
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size} bytes")
    return 0


def animate(page: Any) -> None:
    """
    Write the animation: the map, its key and the waves, quarter by quarter.
    """
    image = import_module("PIL.Image")
    shots = []
    for day in FRAMES:
        page.evaluate(f"location.hash = '#@{day - timedelta(days=1)}'")
        page.wait_for_timeout(150)
        stage, time = (page.locator(part).bounding_box() for part in (".stage", ".waves"))
        clip = {
            "x": stage["x"],
            "y": stage["y"],
            "width": stage["width"],
            "height": time["y"] + time["height"] - stage["y"],
        }
        shot = image.open(io.BytesIO(page.screenshot(clip=clip))).convert("RGB")
        shots.append(shot.resize((800, round(800 * shot.height / shot.width))))
    for quality in (70, 55, 40, 25):
        made = io.BytesIO()
        shots[0].save(
            made, "WEBP", save_all=True, append_images=shots[1:], duration=HELD, loop=0, quality=quality, method=6
        )
        if made.tell() < LARGEST:
            (STATIC / "atlas.webp").write_bytes(made.getvalue())
            return
    raise RuntimeError(f"the animation is larger than {LARGEST} bytes")


if __name__ == "__main__":
    sys.exit(main())
