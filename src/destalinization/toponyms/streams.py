"""
Names in files of any size: a text is read in pieces that overlap, and gives the same mentions as when it is read whole.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Literal, NamedTuple

from ..errors import BrokenText
from ..store.catalogue import Catalogue, bundled
from .cleaning import clean
from .hits import hits
from .mentions import MARGIN, Mention, mentions_of, time_of
from .surfaces import SurfaceIndex, surfaces_of

if TYPE_CHECKING:
    from ..dates import HistoricalDate, Interval, PeriodLike

SIZE = 1 << 20
"""How many bytes are read at once."""

AROUND = 4 * MARGIN
"""How many signs of the text before and after a piece are kept for its margins."""


class Piece(NamedTuple):
    """
    A stretch of a text; all pieces together are the text.

    Attributes:
        start: the offset of its first sign in the text.
        text: the stretch.
        mentions: the mentions in it, with offsets in the whole text.
    """

    start: int
    text: str
    mentions: tuple[Mention, ...]


def annotate_stream(
    file: BinaryIO,
    *,
    name: str = "",
    language: str | None = None,
    on: PeriodLike | Literal["auto"] | None = None,
    everything: bool = False,
    errors: Literal["strict", "replace"] = "strict",
    size: int = SIZE,
    progress: Callable[[int], object] | None = None,
    catalogue: Catalogue | None = None,
) -> Iterator[Piece]:
    """
    Find the names in a file, piece by piece, in memory that does not grow with the file.

    Args:
        file: the file, open for reading bytes; UTF-8.
        name: what it is called in errors.
        language: keep only forms of this language; all where nothing is said.
        on: as for `annotate`; ``auto`` reads the file twice.
        everything: as for `annotate`.
        errors: whether bytes that are no UTF-8 are an error or become U+FFFD.
        size: how many bytes are read at once.
        progress: is told how many bytes have been read.
        catalogue: whose names; the bundled data where nothing else is said.

    Raises:
        BrokenText: there are bytes that are no UTF-8; the error has the file and the offset.
        ValueError: the text shall date itself, but the file cannot be read twice.
        InvalidDate: the date is none.

    >>> import io
    >>> [piece.mentions[0].surface for piece in annotate_stream(io.BytesIO("Жил в Сталинабаде.".encode()))]
    ['Сталинабаде']
    """
    index = surfaces_of(catalogue or bundled(), language)
    when = time_of(on, lambda: _likely(file, index, name, errors, size))
    yield from _pieces(_decoded(file, name, errors, size, progress), index, when, everything=everything)


def _likely(
    file: BinaryIO, index: SurfaceIndex, name: str, errors: Literal["strict", "replace"], size: int
) -> Iterator[Mention]:
    """
    Give the likely places in a file, and go back to where it stood.
    """
    if not file.seekable():
        told = name or "the text"
        raise ValueError(f"{told}: to date the text by its names it is read twice, which a pipe does not allow")
    start = file.tell()
    for piece in _pieces(_decoded(file, name, errors, size, None), index, None, everything=False):
        yield from piece.mentions
    file.seek(start)


def _decoded(
    file: BinaryIO,
    name: str,
    errors: Literal["strict", "replace"],
    size: int,
    progress: Callable[[int], object] | None,
) -> Iterator[str]:
    """
    Read a file as text, piece by piece.
    """
    decoder = codecs.getincrementaldecoder("utf-8")(errors)
    done = 0
    while True:
        chunk = file.read(size)
        kept = len(decoder.getstate()[0])
        try:
            text = decoder.decode(chunk, final=not chunk)
        except UnicodeDecodeError as error:
            raise BrokenText(name, done - kept + error.start, error.object[error.start]) from None
        done += len(chunk)
        if text:
            yield text
        if progress is not None:
            progress(done)
        if not chunk:
            return


def _pieces(
    chunks: Iterator[str], index: SurfaceIndex, when: HistoricalDate | Interval | None, *, everything: bool
) -> Iterator[Piece]:
    """
    Cut a text into pieces at places where no mention stands, and read each with what is around it.
    """
    left = pending = ""
    offset = 0
    while True:
        chunk = next(chunks, None)
        pending += chunk or ""
        if chunk is not None and len(pending) <= 2 * AROUND:
            continue
        window = left + pending
        stop = len(window) - (AROUND if chunk is not None else 0)
        shift = offset - len(left)
        cleaned = clean(window)
        found = list(hits(cleaned, index, len(left), stop))
        cut = max(stop, cleaned.end(found[-1].end)) if found else stop
        mentions = mentions_of(window, cleaned, found, index, when=when, everything=everything, shift=shift)
        yield Piece(offset, window[len(left) : cut], tuple(mentions))
        offset += cut - len(left)
        left, pending = window[max(0, cut - AROUND) : cut], window[cut:]
        if chunk is None:
            return
