"""
Keep README.md and the pages in docs/ true: the table of counts, and the output of the commands that they show.

Without an option it says what is out of date and fails; with --fix it rewrites the files.
"""

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

from pages import kept

import destalinization as ds
from destalinization.cli import main as command
from destalinization.figures import counts

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
WIDTH = "100"
BEGIN, END = "<!-- counts: renewed by `make readme` -->\n", "<!-- end of counts -->\n"
ROWS = (
    ("places", "records", "places", "cities, regions, streets, mountains, works: what has a fixed position"),
    ("institutions", "records", "institutions", "parties, agencies, prizes, networks"),
    ("names", "names", "in chains", "with their periods, whom they honour, and their spellings in several languages"),
    ("names beside the chains", "names", "beside chains", "unofficial, ceremonial, planned, de facto"),
    ("renamings", "changes", "renaming", "derived from the chains"),
    ("renamings dated to the day", "renamings by precision of date", "day", "the others to a month, a year or less"),
    ("people", "records", "people", "those who were honoured, and those who decided"),
    ("topics", "records", "topics", "offices, concepts, titles, documents"),
    ("events", "records", "events", "congresses, speeches, dismissals, periods"),
    ("acts", "records", "acts", "decrees, laws and decisions"),
    ("claims", "records", "claims", "statements of the encyclopedia article, each checked"),
    ("claims confirmed", "claims by status", "confirmed", ""),
    ("claims imprecise", "claims by status", "imprecise", "with the better value"),
    ("claims contradicted", "claims by status", "contradicted", "with what is right"),
    ("claims unverified", "claims by status", "unverified", "with what was searched"),
    ("disputes", "disputes", "kept", "what another source says instead"),
    ("sources", "records", "sources", "what the citations point to"),
)


def main() -> int:
    """
    Compare each file with what it should be, or write it.
    """
    return max(kept(page, renewed(page.read_text(encoding="utf-8"))) for page in PAGES)


def renewed(text: str) -> str:
    """
    Renew the generated parts of a text.
    """
    text = re.sub(f"(?<={re.escape(BEGIN)}).*?(?={re.escape(END)})", lambda _: table(), text, flags=re.DOTALL)
    return re.sub(
        r"(?<=^```console\n).*?(?=^```$)", lambda block: session(block[0]), text, flags=re.DOTALL | re.MULTILINE
    )


def table() -> str:
    """
    Lay out the counts.
    """
    found = {(what, which): count for what, which, count in counts(ds.catalogue())}
    lines = [f"| {label} | {found.get((what, which), 0)} | {meaning} |" for label, what, which, meaning in ROWS]
    return "\n".join(["", "| in the data | | |", "| --- | ---: | --- |", *lines, "", ""])


def session(block: str) -> str:
    """
    Run the commands of a block, and give them with what they print.
    """
    commands = [line for line in block.splitlines() if line.startswith("$ destalinization")]
    return "\n".join(f"{line}\n{printed(line)}" for line in commands)


def printed(line: str) -> str:
    """
    Give what a command prints on a terminal of a fixed width.
    """
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH
    try:
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.suppress(SystemExit):
            command(shlex.split(line)[2:])
    finally:
        os.environ.pop("COLUMNS") if before is None else os.environ.update(COLUMNS=before)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
