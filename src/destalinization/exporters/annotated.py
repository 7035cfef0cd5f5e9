"""
Annotated texts in the formats of others: JSON Lines, CSV, W3C Web Annotation, TEI, HTML; and patterns for spaCy.

Each format is written piece by piece, so that a text of any size passes through.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ..document import BASE
from ..errors import UnknownTerm
from ..store.catalogue import Catalogue, bundled
from ..toponyms.mentions import Mention
from ..toponyms.surfaces import patterns_of
from . import flat
from .markup import escaped

if TYPE_CHECKING:
    from ..toponyms.mentions import Meaning
    from ..toponyms.streams import Piece

COLUMNS = (
    "file", "start", "end", "surface", "kind", "certainty", "reason", "bearer", "label", "name", "since", "before",
    "candidates",
)  # fmt: skip

_CERTAINTY = {"certain": "high", "likely": "medium", "possible": "low"}
_TEI_ELEMENT = {"place": "placeName", "institution": "orgName", "person": "persName"}
_QUOTE = 32
"""How many signs before and after a mention a Web Annotation quotes."""

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
.text { white-space: pre-wrap; }
mark { border-radius: .2em; padding: 0 .15em; background: light-dark(#cfe8ff, #123a5c); color: inherit; }
mark[data-certainty=possible] { background: light-dark(#eee, #333); }
mark[data-kind=person] { background: light-dark(#fde2c4, #5a3a12); }
mark:not([data-kind=place], [data-kind=person]) { background: light-dark(#e6e0f8, #3a2f5a); }
"""

Annotated = tuple[str, Iterable["Piece"]]
"""A text's name and its pieces."""


def formats() -> tuple[str, ...]:
    """
    Give the names of the formats.

    >>> formats()
    ('jsonl', 'csv', 'web-annotation', 'tei', 'html')
    """
    return tuple(_WRITERS)


def write(format: str, texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write annotated texts piece by piece.

    Args:
        format: the name of the format.
        texts: the texts, each with its name and its pieces, as `annotate_stream` gives them.

    Raises:
        UnknownTerm: there is no such format.

    >>> import io
    >>> from destalinization.toponyms.streams import annotate_stream
    >>> pieces = annotate_stream(io.BytesIO("Жил в Сталинабаде.".encode()))
    >>> print(*write("csv", [("memoir.txt", pieces)]), sep="", end="")  # doctest: +ELLIPSIS
    file,start,end,surface,...
    memoir.txt,6,17,Сталинабаде,place,certain,“в” beside it,dushanbe,Dushanbe,Stalinabad,1929-10-19,1961,
    """
    writer = _WRITERS.get(format)
    if writer is None:
        raise UnknownTerm(format, "format of annotations", formats())
    return writer(texts)


def as_dict(mention: Mention) -> dict[str, Any]:
    """
    Give a mention as plain values.

    Args:
        mention: the mention.
    """
    return {
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "kind": mention.kind,
        "certainty": mention.certainty,
        "reason": mention.reason,
        "candidates": [_candidate(meaning) for meaning in mention.candidates],
    }


def patterns(
    format: str = "spacy", *, language: str | None = None, catalogue: Catalogue | None = None
) -> list[dict[str, str]]:
    """
    Give the names as patterns for a rule-based entity recogniser.

    Only forms that speak for a place by themselves are in: no surnames, ordinary words or adjectives.

    Args:
        format: ``spacy``, the patterns of its EntityRuler, with the bearer as ``id``.
        language: keep only forms of this language; all where nothing is said.
        catalogue: whose names; the bundled data where nothing else is said.

    Raises:
        UnknownTerm: there is no such format.

    >>> next(row for row in patterns(language="en") if row["pattern"] == "Stalinabad")
    {'label': 'GPE', 'pattern': 'Stalinabad', 'id': 'dushanbe'}
    """
    if format != "spacy":
        raise UnknownTerm(format, "format of patterns", ("spacy",))
    return [
        {"label": _label(entry.bearer.kind), "pattern": form, "id": entry.bearer.id}
        for form, entry in patterns_of(catalogue or bundled(), language)
    ]


def _label(kind: str) -> str:
    """
    Give spaCy's label for a kind of bearer.
    """
    if kind in ("mountain", "river", "cape", "island", "reservoir", "canal", "geographic-region"):
        return "LOC"
    return "FAC" if kind in ("street", "square", "bridge", "building", "dam", "metro-station", "monument") else "GPE"


def _candidate(meaning: Meaning) -> dict[str, Any]:
    """
    Give what a mention can mean as plain values.
    """
    period = meaning.period
    found = {
        "bearer": meaning.bearer.id,
        "uri": BASE + meaning.bearer.id,
        "label": meaning.bearer.label,
        "name": meaning.name.text,
        "since": str(period.since) if period.since else None,
        "before": str(period.before) if period.before else None,
        "grade": meaning.grade,
    }
    return {key: value for key, value in found.items() if value is not None}


def _json_lines(texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write a JSON object a line for each mention.
    """
    for name, pieces in texts:
        for piece in pieces:
            for mention in piece.mentions:
                row = ({"file": name} if name else {}) | as_dict(mention)
                yield json.dumps(row, ensure_ascii=False) + "\n"


def _csv(texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write a row for each mention.
    """
    yield flat.row(COLUMNS)
    for name, pieces in texts:
        for piece in pieces:
            for mention in piece.mentions:
                best, *others = mention.candidates
                period = best.period
                yield flat.row(
                    (
                        name, mention.start, mention.end, mention.surface, mention.kind, mention.certainty,
                        mention.reason, best.bearer.id, best.bearer.label, best.name.text, period.since or "",
                        period.before or "", " ".join(dict.fromkeys(other.bearer.id for other in others)),
                    )
                )  # fmt: skip


def _web_annotation(texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write an annotation page after the W3C Web Annotation Data Model, in JSON-LD.
    """
    yield '{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": ['
    separator = "\n"
    for name, pieces in texts:
        source = name or "urn:destalinization:text"
        for piece in pieces:
            for mention in piece.mentions:
                yield separator + json.dumps(_annotation(mention, piece, source), ensure_ascii=False)
                separator = ",\n"
    yield "\n]}\n"


def _annotation(mention: Mention, piece: Piece, source: str) -> dict[str, Any]:
    """
    Give one annotation; its address is the stretch of the text, after RFC 5147.
    """
    start, end = mention.start - piece.start, mention.end - piece.start
    quote = {
        "type": "TextQuoteSelector",
        "exact": mention.surface,
        "prefix": piece.text[max(0, start - _QUOTE) : start],
        "suffix": piece.text[end : end + _QUOTE],
    }
    position = {"type": "TextPositionSelector", "start": mention.start, "end": mention.end}
    return {
        "id": f"{source}#char={mention.start},{mention.end}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "source": BASE + meaning.bearer.id, "purpose": "identifying"}
            for meaning in mention.candidates
        ]
        + [{"type": "TextualBody", "value": mention.kind, "purpose": "tagging"}],
        "target": {"source": source, "selector": [position, quote]},
    }


def _tei(texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write one TEI document, with a division for each text.
    """
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>'
        "<titleStmt><title>Annotated text</title></titleStmt><publicationStmt><p>Unpublished</p></publicationStmt>"
        "<sourceDesc><p>Names marked by destalinization</p></sourceDesc></fileDesc></teiHeader><text><body>\n"
    )
    for name, pieces in texts:
        yield f'<div n="{escaped(name)}"><ab xml:space="preserve">'
        for piece in pieces:
            yield from _marked(piece, escaped, _tei_name)
        yield "</ab></div>\n"
    yield "</body></text></TEI>\n"


def _tei_name(mention: Mention) -> str:
    """
    Write a mention as an element, with the time of its name.
    """
    element = _TEI_ELEMENT.get(mention.kind, "name")
    period = mention.best.period
    attributes = {"ref": " ".join(dict.fromkeys(BASE + meaning.bearer.id for meaning in mention.candidates))}
    if element == "name":
        attributes["type"] = mention.kind
    if mention.kind == "place" and period.since is not None:
        attributes["notBefore"] = str(period.since.earliest)
    if mention.kind == "place" and period.before is not None:
        attributes["notAfter"] = str(period.before.latest - timedelta(days=1))
    attributes["cert"] = _CERTAINTY[mention.certainty]
    written = "".join(f' {key}="{escaped(value)}"' for key, value in attributes.items())
    return f"<{element}{written}>{escaped(mention.surface)}</{element}>"


def _html(texts: Iterable[Annotated]) -> Iterator[str]:
    """
    Write one page for reading, with the names highlighted.
    """
    yield (
        '<!doctype html>\n<html><head><meta charset="utf-8"><title>Annotated text</title>'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style></head><body>\n'
    )
    for name, pieces in texts:
        yield f"<h1>{escaped(name)}</h1>\n" if name else ""
        yield '<div class="text">'
        for piece in pieces:
            yield from _marked(piece, escaped, _html_mark)
        yield "</div>\n"
    yield "</body></html>\n"


def _html_mark(mention: Mention) -> str:
    """
    Write a mention as a mark that says what it means.
    """
    meant = "; ".join(f"{meaning.bearer.label}, {meaning.period}" for meaning in mention.candidates[:3])
    title = escaped(f"{mention.kind}, {mention.certainty}: {meant}")
    data = f'data-kind="{mention.kind}" data-certainty="{mention.certainty}" data-bearer="{mention.best.bearer.id}"'
    return f'<mark {data} title="{title}">{escaped(mention.surface)}</mark>'


def _marked(piece: Piece, plain: Callable[[str], str], mark: Callable[[Mention], str]) -> Iterator[str]:
    """
    Write a piece of text with its mentions marked.
    """
    offset = 0
    for mention in piece.mentions:
        yield plain(piece.text[offset : mention.start - piece.start])
        yield mark(mention)
        offset = mention.end - piece.start
    yield plain(piece.text[offset:])


_WRITERS: dict[str, Callable[[Iterable[Annotated]], Iterator[str]]] = {
    "jsonl": _json_lines,
    "csv": _csv,
    "web-annotation": _web_annotation,
    "tei": _tei,
    "html": _html,
}
