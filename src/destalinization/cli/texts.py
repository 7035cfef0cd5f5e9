"""
What the command does with texts: it annotates them, dates them, and writes patterns for others that do.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..files import write_whole
from .verbs import catalogue_of

if TYPE_CHECKING:
    from ..exporters.annotated import Annotated
    from ..store.catalogue import Catalogue
    from ..toponyms.datings import DatingAnswer
    from ..toponyms.mentions import Mention
    from ..toponyms.streams import Piece

STDIN = "-"


def annotate(options: Namespace) -> int:
    """
    Find the names in texts.
    """
    from ..exporters.annotated import write

    texts = ((path, _pieces(path, options)) for path in options.files)
    _put(_lines(texts) if options.format == "table" else write(options.format, texts), options.output)
    return 0


def patterns(options: Namespace) -> int:
    """
    Write patterns for spaCy, one a line.
    """
    from ..exporters.annotated import patterns as patterns_for

    found = patterns_for(language=options.language, catalogue=catalogue_of(options))
    _put((json.dumps(row, ensure_ascii=False) + "\n" for row in found), options.output)
    return 0


def dated(path: str, catalogue: Catalogue) -> DatingAnswer:
    """
    Date the text in a file by the names in it.

    Args:
        path: the file; ``-`` is standard input.
        catalogue: whose names.
    """
    from ..toponyms.dated_text import dated as date_mentions
    from ..toponyms.streams import annotate_stream

    with _opened(path) as (file, name):
        found = [
            mention for piece in annotate_stream(file, name=name, catalogue=catalogue) for mention in piece.mentions
        ]
    return date_mentions(found)


def _pieces(path: str, options: Namespace) -> Iterator[Piece]:
    """
    Annotate one file.
    """
    from ..toponyms.streams import annotate_stream

    with _opened(path) as (file, name), _progress(path) as progress:
        yield from annotate_stream(
            file,
            name=name,
            language=options.language,
            on=options.on,
            everything=options.everything,
            errors=options.errors,
            progress=progress,
            catalogue=catalogue_of(options),
        )


def _lines(texts: Iterator[Annotated]) -> Iterator[str]:
    """
    Write a line for each mention, for reading.
    """
    for name, pieces in texts:
        for piece in pieces:
            for mention in piece.mentions:
                yield f"{name}:{mention.start}  {_shown(mention)}\n"


def _shown(mention: Mention) -> str:
    """
    Write a mention in one line.
    """
    surface = " ".join(mention.surface.split())
    others = len({meaning.bearer.id for meaning in mention.candidates}) - 1
    more = f" (and {others} other{'' if others == 1 else 's'})" if others else ""
    return f"{surface}  {mention.kind}, {mention.certainty} ({mention.reason}): {mention.best}{more}"


def _put(parts: Iterator[str], path: str | None) -> None:
    """
    Write to a file, which is whole or absent, or to standard output.
    """
    if path:
        write_whole(Path(path), parts)
    else:
        sys.stdout.writelines(parts)


@contextmanager
def _opened(path: str) -> Iterator[tuple[BinaryIO, str]]:
    """
    Open a file, or standard input, with the name that errors give it.
    """
    if path == STDIN:
        yield sys.stdin.buffer, "standard input"
    else:
        with Path(path).open("rb") as file:
            yield file, path


@contextmanager
def _progress(path: str) -> Iterator[Callable[[int], object] | None]:
    """
    Give what shows how far a file has been read, where standard error is a terminal and the file has a size.
    """
    size = Path(path).stat().st_size if path != STDIN else 0
    if not size or not sys.stderr.isatty():
        yield None
        return

    def show(done: int) -> None:
        print(f"\r{path}: {min(100, 100 * done // size)} %", end="", file=sys.stderr, flush=True)

    yield show
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)
