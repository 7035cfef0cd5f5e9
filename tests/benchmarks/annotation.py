"""
How well names in running text are found, and how fast; run as a process of its own, prints one JSON value.

The text is real running text from Debian packages, half English and half Russian, a second time with one name of the
data put in about every five hundred letters. It is fetched with ``apt-get download`` into a folder of its own and kept
there; where that fails, only the sentences are judged.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from importlib import import_module
from pathlib import Path
from typing import Any

import destalinization as ds
from destalinization.toponyms import beginnings
from destalinization.toponyms.streams import annotate_stream
from destalinization.toponyms.surfaces import patterns_of

SENTENCES = Path(__file__).parents[1] / "data" / "sentences.json"
PACKAGES = ("dict-gcide", "manpages-ru", "fortunes-ru", "libreoffice-help-ru")
CACHE = Path(tempfile.gettempdir()) / "destalinization-texts"
SIZE = 10_000_000
EVERY = 500
SEED = 1961
OURS = "annotate_stream, with the rules"
FAST = "annotate_stream with the extra fast, with the rules"
Span = tuple[int, int]
ROUNDS = 3


def main() -> None:
    """
    Judge the sentences, time the engines on the texts, and print both.
    """
    result: dict[str, Any] = {"quality": quality(), "speed": {}}
    text = running_text()
    if text:
        result["speed"] = {"as it is": timed(text), "with names put in": timed(seeded(text))}
        result["memory"] = memory(text)
    json.dump(result, sys.stdout)


def quality() -> dict[str, dict[str, float]]:
    """
    Give precision and recall for likely places by half and by language, and how often the kind of what is no place is
    right.
    """
    counts: dict[str, Counter[str]] = {}
    for sentence in json.loads(SENTENCES.read_text(encoding="utf-8")):
        spans = sentence["spans"]
        wanted = {(s["start"], s["end"]) for s in spans if s["kind"] == "place" and s.get("bearers")}
        allowed = {(s["start"], s["end"]) for s in spans if s["kind"] == "place"}
        mentions = ds.annotate(sentence["text"], everything=True)
        given = {(mention.start, mention.end) for mention in mentions if mention.likely}
        for group in (f"{sentence['half']} half", f"{sentence['half']} half, {sentence['language']}"):
            count = counts.setdefault(group, Counter())
            count.update(right=len(given & wanted), wrong=len(given - allowed), missed=len(wanted - given))
        for span in spans:
            if span["kind"] != "place":
                count = counts.setdefault(f"{sentence['half']} half, {span['kind']}", Counter())
                over = [m for m in mentions if m.start < span["end"] and span["start"] < m.end]
                likely = any(mention.likely for mention in over)
                count.update(right=not likely, wrong=likely, missed=0)
    return {
        group: {
            "precision": count["right"] / ((count["right"] + count["wrong"]) or 1),
            "recall": count["right"] / ((count["right"] + count["missed"]) or 1),
            "of": count["right"] + count["wrong"] + count["missed"],
        }
        for group, count in sorted(counts.items())
    }


def running_text() -> str:
    """
    Give ten megabytes of English and as much Russian, or nothing where the packages cannot be had.
    """
    kept = CACHE / "text.txt"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        try:
            subprocess.run(["apt-get", "download", *PACKAGES], cwd=CACHE, check=True, capture_output=True)
            for package in CACHE.glob("*.deb"):
                subprocess.run(["dpkg-deb", "-x", package.name, "files"], cwd=CACHE, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError):
            return ""
        english, russian = (piece.encode()[:SIZE].decode(errors="ignore") for piece in pieces(CACHE / "files"))
        kept.write_text(f"{english}\n{russian}", encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def pieces(folder: Path) -> tuple[str, str]:
    """
    Give the English and the Russian text in the files of the packages, without their markup.
    """
    english, russian = [], []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".dz":
            english.append(gzip.decompress(path.read_bytes()).decode(errors="replace"))
        elif path.suffix == ".gz" and "/man/" in str(path):
            russian.append(gzip.decompress(path.read_bytes()).decode(errors="replace"))
        elif path.suffix == ".html":
            russian.append(re.sub(r"<[^>]+>", " ", unescape(path.read_text(errors="replace"))))
    return "".join(english), "".join(russian)


def seeded(text: str) -> str:
    """
    Put a name of the data in about every five hundred letters.
    """
    random.seed(SEED)
    names, offset = forms(), 0
    parts: list[str] = []
    while offset < len(text):
        end = text.find(" ", offset + EVERY)
        end = len(text) if end < 0 else end
        parts += (text[offset:end], f" {random.choice(names)}")
        offset = end
    return "".join(parts)


def forms() -> list[str]:
    """
    Give the written forms of all places, each once.
    """
    names = (name for place in ds.places for name in place.names)
    return sorted({form for name in names for form in (name.text, *(f for fs in name.forms.values() for f in fs))})


def timed(text: str) -> dict[str, dict[str, float]]:
    """
    Time every engine in turn, several times, and give its least seconds for a megabyte, how many stretches it found,
    and how many of these `annotate_stream` finds too; a slow one is given the first part of the text only.
    """
    best: dict[str, float] = {}
    spans: dict[str, set[Span]] = {}
    ready = list(engines())
    for _ in range(ROUNDS):
        for name, share, run in ready:
            part = text[: len(text) // share]
            content = part.encode()
            start = time.perf_counter()
            spans[name] = set(run(part, content))
            seconds = (time.perf_counter() - start) / (len(content) / 1e6)
            best[name] = min(best.get(name, 9e9), seconds)
    own = spans[OURS]
    return {
        name: {"seconds": seconds, "found": len(spans[name]), "shared": len(spans[name] & own)}
        for name, seconds in best.items()
    }


def engines() -> Iterator[tuple[str, int, Callable[[str, bytes], Iterable[Span]]]]:
    """
    Give the engines that are installed, each with the share of the text that it is given.
    """
    ds.annotate("Stalino")
    yield OURS, 1, lambda _, content: ours(content, sys.maxsize)
    yield FAST, 1, lambda _, content: ours(content, beginnings.LARGE)
    names = forms()
    flashtext = import_module("flashtext").KeywordProcessor(case_sensitive=True)
    for name in names:
        flashtext.add_keyword(name)
    yield "flashtext", 1, lambda text, _: [(s, e) for _, s, e in flashtext.extract_keywords(text, span_info=True)]
    engine = import_module("ahocorasick_rs")
    written = [form.encode() for form, _ in patterns_of(ds.catalogue())]
    automaton_of_bytes = engine.BytesAhoCorasick(written, matchkind=engine.MatchKind.LeftmostLongest)
    yield (
        "ahocorasick_rs over bytes, all likely forms, no rules",
        1,
        lambda _, content: [(s, e) for _, s, e in automaton_of_bytes.find_matches_as_indexes(content)],
    )
    automaton = import_module("ahocorasick").Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    yield "pyahocorasick", 1, lambda text, _: [(e + 1 - len(n), e + 1) for e, n in automaton.iter_long(text)]
    try:
        spacy, matching = import_module("spacy"), import_module("spacy.matcher")
    except ImportError:
        return
    blank = spacy.blank("xx")
    blank.max_length = 10**9
    matcher = matching.PhraseMatcher(blank.vocab)
    matcher.add("place", [blank.make_doc(name) for name in names])

    def phrases(text: str, _: bytes) -> Iterable[Span]:
        doc = blank.make_doc(text)
        return [(doc[s:e].start_char, doc[s:e].end_char) for _, s, e in matcher(doc)]

    yield "spaCy's PhraseMatcher, blank model", 40, phrases


def ours(content: bytes, large: int) -> Iterable[Span]:
    """
    Annotate as the command does, with the extra from a size on.
    """
    before, beginnings.LARGE = beginnings.LARGE, large
    found = [(m.start, m.end) for piece in annotate_stream(io.BytesIO(content)) for m in piece.mentions]
    beginnings.LARGE = before
    return found


def memory(text: str) -> dict[str, float]:
    """
    Give the peak of resident memory, in bytes, for the text and for ten times the text.
    """
    script = (
        "import sys\nfrom destalinization.toponyms.streams import annotate_stream\n"
        "for _ in annotate_stream(open(sys.argv[1], 'rb')): pass\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    found: dict[str, float] = {}
    for times in (1, 10):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            for _ in range(times):
                file.write(text)
            file.flush()
            command = [sys.executable, "-c", script, file.name]
            run = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
            found[f"{times} times the text"] = int(run.stdout) * 1024
    return found


if __name__ == "__main__":
    main()
