"""
Any text: mentions stand where they say, do not overlap, and are the same however the text is cut into pieces.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import destalinization as ds
from destalinization.toponyms.streams import annotate_stream

WORDS = (
    "Сталинград", "Сталинабаде", "Molotov", "Stalingrad", "Volgograd", "обл.", "пос. ", "ул. ", "им. ", "В. М. ",
    "-\n", "\u00ad", "\u0301", "\u0306", "\ufeff", "\u200b", "\r\n", "ё", "İ", "“", "(", " battle of ", "товарищ ",
)  # fmt: skip
TEXTS = (
    "Он жил в Сталинабаде, потом в Ворошилов-\nграде.", "Molotov told them that he was born in Voroshilovgrad.",
    "В. М. Молотов заявил: город Молотов, 1942.", "the Battle of Stalingrad (today Volgograd)", "пик Сталина",
    "Ста\u00adлин\u00adабад и Сталинська обл.", "Bydleli v Gottwaldově. Sztálinvárosban dolgozott.", "Bras\u0326ov",
)  # fmt: skip


def seeds() -> Iterator[bytes]:
    """
    Give sentences, each after the language, the date, and the number of bytes that are read at once.
    """
    for number, text in enumerate(TEXTS):
        for options in ("\t\t5", "ru\t1955\t1", "\tauto\t300", "\t1945/1953\t64"):
            yield f"{options}\t{text * (1 + 40 * (number % 2))}".encode()
    yield b"\t\t9\t" + "Сталинград".encode("cp1251")


def check(data: bytes) -> None:
    """
    Annotate a text whole and in pieces.
    """
    if data.count(b"\t") < 3:
        return
    language, on, size, content = data.split(b"\t", 3)
    options: dict[str, Any] = {
        "language": language.decode(errors="replace") or None,
        "on": on.decode(errors="replace") or None,
        "everything": len(size) % 2 == 1,
    }
    text = content.decode(errors="replace")
    try:
        mentions = ds.annotate(text, **options)
        whole = [_shown(mention) for mention in mentions]
    except (ds.InvalidDate, ds.UnknownTerm):
        return
    _stand(mentions, text)
    options["size"] = int(size) if size.isdigit() and 0 < int(size[:9]) < 1 << 20 else 1
    pieces = list(annotate_stream(io.BytesIO(content), errors="replace", **options))
    assert "".join(piece.text for piece in pieces) == text
    assert [_shown(mention) for piece in pieces for mention in piece.mentions] == whole
    _strict(content, options)


def _shown(mention: ds.Mention) -> tuple[object, ...]:
    """
    Give what is to be equal of two mentions.
    """
    meanings = [(meaning.bearer.id, meaning.name.key, meaning.grade) for meaning in mention.candidates]
    return mention.start, mention.end, mention.surface, mention.kind, mention.certainty, mention.reason, meanings


def _stand(mentions: tuple[ds.Mention, ...], text: str) -> None:
    """
    Hold mentions against their text.
    """
    before = 0
    for mention in mentions:
        assert before <= mention.start < mention.end <= len(text)
        assert mention.surface == text[mention.start : mention.end]
        assert mention.candidates
        assert str(mention)
        before = mention.end


def _strict(content: bytes, options: dict[str, Any]) -> None:
    """
    Read bytes that may be no UTF-8: the error names the first wrong one.
    """
    try:
        content.decode()
        wrong = None
    except UnicodeDecodeError as error:
        wrong = error.start
    try:
        list(annotate_stream(io.BytesIO(content), **options))
        assert wrong is None
    except ds.BrokenText as error:
        assert (error.offset, error.byte) == (wrong, content[error.offset])
