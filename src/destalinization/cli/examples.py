"""
An example or two for the help of each verb.
"""

from __future__ import annotations

import argparse

EXAMPLES: dict[str, tuple[str, ...]] = {
    "show": ("show dushanbe", "show volgograd/volgograd --format json"),
    "find": ("find Stalino --on 1950 --country UA", "find Сталинабад", "find Stalinabadd --fuzzy"),
    "name-on": ("name-on volgograd 1961-11-10", "name-on dushanbe 1950 --format json"),
    "annotate": ("annotate memoir.txt --language ru --on 1955", "annotate memoir.txt --format tei -o memoir.xml"),
    "patterns": ("patterns --language ru -o patterns.jsonl",),
    "date": ("date Stalinabad Molotov", "date --text memoir.txt"),
    "on": ("on 1961-11-11", "on 1961-11 --format csv"),
    "renamings": (
        "renamings --removes joseph-stalin --during 1961",
        "renamings --country UA --gives kliment-voroshilov --format csv",
    ),
    "events": ("events --kind congress", "events --during 1953/1956"),
    "claims": ("claims --status contradicted",),
    "export": (
        "export json -o destalinization.json",
        "export geojson --of renamings --where removes=joseph-stalin --where during=1961 -o 1961.geojson",
    ),
    "atlas": ("atlas -o atlas.html", "atlas --where country=TJ -o tajikistan.html"),
    "formats": ("formats", "formats --format json"),
    "check": ("check", "check my-data --fix"),
    "diff": ("diff old.json new.json", "diff old.json new.json --format json"),
    "serve": ("serve", "serve --port 8001"),
    "stats": ("stats --short", "stats --format csv"),
}
"""The examples by verb, without the name of the command."""


def illustrate(parsers: dict[str, argparse.ArgumentParser]) -> None:
    """
    Put the examples under the help of the verbs.

    Args:
        parsers: the parsers by verb.
    """
    for verb, parser in parsers.items():
        lines = (f"  destalinization {example}" for example in EXAMPLES.get(verb, ()))
        parser.epilog = "\n".join(("examples:", *lines))
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
