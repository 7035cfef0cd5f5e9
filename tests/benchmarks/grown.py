"""
The package with more data: a copy of its code beside a folder of generated records, for measuring how costs grow.

Of ten records six are places with three names each, three are sources and one is an act; the places are spread over
the countries as the shipped ones are. The folder has the form of the shipped data, its indexes too, and is written by
the package itself. It is made once and kept in the temporary folder, under a digest of what makes it.
"""

from __future__ import annotations

import compileall
import hashlib
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product
from pathlib import Path

import destalinization as ds
from destalinization.store.directory import canonical_files
from destalinization.toponyms import spellings

PACKAGE = Path(ds.__path__[0])
SEED = 1961
HONOURED = "joseph-stalin"
COUNTRIES = ("RU", "RU", "RU", "RU", "UA", "UA", "UA", "KZ", "TJ", "GE", "PL", "DE", "BG", "CZ", "UZ")
ENDINGS = ("абад", "град", "ск", "ово", "кент", "поля")
SYLLABLES = tuple("".join(pair) for pair in product("бвгдзклмнпрстх", "аеиоуя"))
LATIN = dict(zip("абвгдезиклмнопрстуюя", "abvgdeziklmnoprstuyj", strict=True)) | {"х": "kh", "ю": "yu", "я": "ya"}


@contextmanager
def grown(records: int) -> Iterator[Path]:
    """
    Give a folder in which Python finds the package with generated data; it is removed afterwards, the data are kept.

    Args:
        records: how many records the data have.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, PACKAGE.name)
        shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("data", "front", "__pycache__"))
        copy.joinpath("data").symlink_to(data_of(records), target_is_directory=True)
        compileall.compile_dir(copy, quiet=2)
        yield Path(folder)


def data_of(records: int) -> Path:
    """
    Give the folder of generated data, which is made if it is not there.

    Args:
        records: how many records.
    """
    kept = Path(tempfile.gettempdir()) / f"destalinization-grown-{digest()}-{records}"
    if not kept.exists():
        with tempfile.TemporaryDirectory(dir=kept.parent) as scratch:
            catalogue = ds.Catalogue.from_records(generated(records), release=ds.catalogue().release)
            Path(scratch, "places").mkdir()
            for file, text in (canonical_files(catalogue) | {spellings.FILE: spellings.lines(catalogue)}).items():
                Path(scratch, file).write_text(text, encoding="utf-8")
            shutil.copytree(scratch, kept)
    return kept


def digest() -> str:
    """
    Tell apart what would make other files: this program, and the code of the package.
    """
    sources = [Path(__file__), *sorted(PACKAGE.rglob("*.py"))]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:12]


def generated(records: int) -> Iterator[ds.Place | ds.Source | ds.Act | ds.Person]:
    """
    Generate records, the same ones each time; one of them is the person whom names honour.

    Args:
        records: how many.
    """
    draw = random.Random(SEED)
    count = records // 10
    yield ds.Person(id=HONOURED, label="Joseph Stalin")
    yield from (source(number) for number in range(3 * count - 1))
    yield from (act(number, 3 * count - 1) for number in range(count))
    yield from (place(draw, number, 3 * count - 1, count) for number in range(records - 4 * count))


def source(number: int) -> ds.Source:
    """
    Generate a source.
    """
    return ds.Source(
        id=f"source-{number}",
        title=f"Ведомости, выпуск {number}",
        author="И. И. Иванов",
        publisher="Gazette",
        url=f"https://example.org/issues/{number}",
        kind="gazette",
        language="ru",
    )


def act(number: int, sources: int) -> ds.Act:
    """
    Generate an act.
    """
    return ds.Act(
        id=f"act-{number}",
        title=f"Decree no. {number} on renaming settlements",
        kind="decree",
        number=str(number),
        date=ds.HistoricalDate("1961-11-01"),
        citations=[ds.Citation(source=f"source-{number % sources}")],
    )


def place(draw: random.Random, number: int, sources: int, acts: int) -> ds.Place:
    """
    Generate a place with three names, the second one in honour.
    """
    texts = [f"{stem(draw)}{draw.choice(ENDINGS)}" for _ in range(3)]
    return ds.Place(
        id=f"{latin(texts[-1]).lower()}-{number}",
        label=latin(texts[-1]),
        kind="town",
        country=COUNTRIES[number % len(COUNTRIES)],
        coordinates=ds.Coordinates(
            latitude=round(draw.uniform(36, 69), 5),
            longitude=round(draw.uniform(10, 140), 5),
            basis="object",
            citation=ds.Citation(source=f"source-{number % sources}"),
        ),
        current=True,
        names=[name(draw, text, order, sources, acts) for order, text in enumerate(texts)],
        summary=f"Town on a river, generated as number {number}.",
    )


def name(draw: random.Random, text: str, order: int, sources: int, acts: int) -> ds.Name:
    """
    Generate a name of a chain.
    """
    cited = sorted(draw.sample(range(sources), k=2))
    since = (None, f"19{draw.randrange(22, 50)}-{draw.randrange(1, 13):02}-15", "1961-11-10")[order]
    return ds.Name(
        key=f"name-{order}",
        text=latin(text),
        forms={"ru": [text]},
        since=None if since is None else ds.HistoricalDate(since),
        honours=[ds.Honour(target=HONOURED)] if order == 1 else [],
        act=f"act-{draw.randrange(acts)}" if order == 2 else None,
        citations=[ds.Citation(source=f"source-{number}") for number in cited],
    )


def stem(draw: random.Random) -> str:
    """
    Generate the first part of a name.
    """
    return "".join(draw.choices(SYLLABLES, k=3)).capitalize()


def latin(text: str) -> str:
    """
    Write a generated name in Latin letters.
    """
    return "".join(LATIN[letter] for letter in text.lower()).capitalize()
