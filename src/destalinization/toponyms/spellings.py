"""
The index of spellings: every form of every name and its Latin spellings, folded, and the name that each belongs to.

A line is that of a name. It holds, with tabs between them: the bearer; the number of the name in its chain; and, for
each language and scheme, their tag, as in ``ru`` or ``ru:bgn``, with the folded spellings after it, each behind an
equals sign. A spelling out of which generic words were taken has their class behind a plus sign. How a spelling is
written is asked of the name. Spellings of one name are much alike, so that side by side they take little room where
they are packed. A first question is a scan over the bytes of the bundled index; later ones look into a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..folding import fold
from ..store import bundle
from ..store.shelf import LOCK

if TYPE_CHECKING:
    from types import ModuleType

    from ..model.chain import Chain
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..store.catalogue import Catalogue
    from .generic import Parsed

FILE = "spellings.tsv"
PARTED = ("", "bgn")
"""The schemes whose spellings are found without their generic words too; empty for the forms of the data."""

RARE = frozenset(["district", "street", "square", "works"])
"""The classes of generic words that nobody writes in a generated spelling, but in the language of the text."""

PATIENCE = 256
"""How many questions are answered by scans before all lines are put into a table, which costs several hundred."""

Rank = tuple[bool, str, int]
"""Where a name stands among all names: whether it is not one of today, its bearer's id, and its place in the chain."""


class Spelling(NamedTuple):
    """
    A spelling of a name.

    Attributes:
        folded: the spelling, folded.
        bearer: the id of the bearer.
        number: the place of the name in the bearer's chain, from zero; names beside the chain follow it.
        language: the tag of its language.
        scheme: the scheme by which it was generated, empty for a form that the data has.
        generic: the class of generic words that were taken out of it, empty where it is whole.
    """

    folded: str
    bearer: str
    number: int
    language: str
    scheme: str
    generic: str


class Entry:
    """
    A spelling with what it means; no named tuple, since Python would have to compile that before a first question.

    Args:
        rank: where the name stands among all names.
        bearer: whose name it is.
        name: the name.
        spelling: the spelling.
    """

    __slots__ = ("bearer", "name", "rank", "spelling")

    def __init__(self, rank: Rank, bearer: Bearer, name: Name, spelling: Spelling) -> None:
        self.rank = rank
        self.bearer = bearer
        self.name = name
        self.spelling = spelling

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash(_values(self))

    def spelled(self, spelling: Spelling) -> Entry:
        """
        Give the same name with a spelling of it.

        Args:
            spelling: the spelling.
        """
        return Entry(self.rank, self.bearer, self.name, spelling)


_AFTER = (b"=", b"+", b"\t", b"\n")
"""What may follow a folded spelling in the index."""

_NO_SPELLING = Spelling("", "", 0, "", "", "")
_rank = attrgetter("rank")
_values = attrgetter("rank", "bearer", "name", "spelling")


class SpellingIndex:
    """
    Spellings by their folded form.

    Args:
        content: the lines, as `lines` gives them; None where the spellings are worked out.
        catalogue: where the bearers are looked up.
    """

    __slots__ = ("_asked", "_catalogue", "_content", "_table", "_written")

    def __init__(self, content: bytes | None, catalogue: Catalogue) -> None:
        self._content = content
        self._catalogue = catalogue
        self._table: dict[str, list[Entry]] | None = None
        self._written: dict[str, list[Entry]] = {}
        self._asked = 0

    def get(self, folded: str) -> list[Entry]:
        """
        Give all spellings with a folded form, and what they mean.

        Args:
            folded: the folded form.
        """
        if self._table is not None:
            return self._table.get(folded, [])
        self._asked += 1
        if self._content is None or self._asked > PATIENCE:
            return self.table().get(folded, [])
        return [
            entries_of(self._catalogue.bearer(spelling.bearer))[spelling.number].spelled(spelling)
            for line in _lines_with(self._content, folded.encode())
            for spelling in _read(line)
            if spelling.folded == folded
        ]

    def exact(self, text: str) -> list[Entry]:
        """
        Give what a text means exactly, generic words understood: one entry for each name, in the order of their ranks.

        Args:
            text: a name as somebody wrote it.

        Raises:
            TypeError: it is no text.
        """
        return self._written.get(text) or self._search(text, self.get)

    def table(self) -> dict[str, list[Entry]]:
        """
        Give all spellings by their folded form; from then on the forms of the data are found as they are written.
        """
        if self._table is None:
            with LOCK:
                if self._table is None:
                    self._table = self._read_all()
        return self._table

    def _read_all(self) -> dict[str, list[Entry]]:
        """
        Make the table of all spellings, and that of the forms of the data.
        """
        table: dict[str, list[Entry]] = {}
        own = self._catalogue
        names = {bearer.id: entries_of(bearer) for bearer in (*own.places, *own.institutions)}
        for spelling in self._spellings():
            table.setdefault(spelling.folded, []).append(names[spelling.bearer][spelling.number].spelled(spelling))
        written = {form for entries in names.values() for entry in entries for _, form in _written(entry.name)}
        self._written = {form: self._search(form, lambda folded: table.get(folded, [])) for form in written}
        return table

    def _spellings(self) -> Iterator[Spelling]:
        """
        Read all spellings, or work them out.
        """
        if self._content is None:
            return chain.from_iterable(map(_ordered, _bearers(self._catalogue)))
        return chain.from_iterable(map(_read, self._content.splitlines()))

    def _search(self, text: str, get: Callable[[str], list[Entry]]) -> list[Entry]:
        """
        Work out what a text means exactly.
        """
        if not isinstance(text, str):
            raise TypeError(f"a name is text, not {type(text).__name__}: {text!r}")
        found = [entry for entry in get(fold(text)) if not entry.spelling.generic]
        parsed: Parsed | None = None if text.isalpha() else _generic().parted(text)
        if parsed is not None:
            ranks = {entry.rank for entry in found}
            found += {
                entry.rank: entry for entry in reversed(of_kind(parsed, get(parsed.core))) if entry.rank not in ranks
            }.values()
        return found if len(found) < 2 else sorted(found, key=_rank)


@cache
def _generic() -> ModuleType:
    """
    Load the module that knows generic words, which a name of one word does without.
    """
    from . import generic

    return generic


def of_kind(parsed: Parsed, entries: list[Entry]) -> list[Entry]:
    """
    Keep what a query with words such as "city of" means: names with such words, and bearers of the kind.

    Args:
        parsed: the query without such words.
        entries: what has the spelling that is left of it.
    """
    if parsed.classes == {"named"}:
        return entries
    classes, kinds = _generic().meant(parsed.classes)
    return [
        entry
        for entry in entries
        if (entry.spelling.generic in classes if entry.spelling.generic else entry.bearer.kind in kinds)
    ]


def index_of(catalogue: Catalogue) -> SpellingIndex:
    """
    Give the index of a catalogue: the bundled one is read, another one made, once each.

    Args:
        catalogue: the catalogue.
    """
    return catalogue.remember("spellings", _make)


def _make(catalogue: Catalogue) -> SpellingIndex:
    """
    Read the bundled index, or make one of another catalogue.
    """
    return SpellingIndex(bundle.read(FILE) if catalogue.is_bundled else None, catalogue)


def lines(catalogue: Catalogue) -> str:
    """
    Write the index of a catalogue.

    Args:
        catalogue: the catalogue.
    """
    return "".join(chain.from_iterable(map(_lines_of, _bearers(catalogue))))


def _bearers(catalogue: Catalogue) -> list[Chain]:
    """
    Give the bearers of a catalogue in the order of the index, that of their ids.
    """
    return sorted((*catalogue.places, *catalogue.institutions), key=attrgetter("id"))


def _ordered(bearer: Chain) -> list[Spelling]:
    """
    Give the spellings of all names of a bearer in the order of the index.
    """
    return sorted(spellings_of(bearer), key=attrgetter("number", "language", "scheme"))


def spellings_of(bearer: Chain) -> Iterator[Spelling]:
    """
    Give the spellings of all names of a bearer: those that the data has first, each folded form once for a name.

    Args:
        bearer: the place or institution.
    """
    from .generic import parse
    from .romanise import romanise

    for number, name in enumerate((*bearer.names, *(side.name for side in bearer.also))):
        seen: set[tuple[str, str]] = set()
        (_, text), *native = _written(name)
        written = [("en", "", text), *((tag, "", form) for tag, form in native)]
        generated = [(tag, *made) for tag, form in native for made in romanise(form, tag)]
        for language, scheme, form in (*written, *generated):
            parsed = parse(form)
            whole = ("", fold(form))
            parts = [whole]
            if scheme in PARTED and parsed.core != whole[1]:
                classes = parsed.classes - RARE if scheme else parsed.classes
                parts += [(generic, parsed.core) for generic in sorted(classes)]
            for generic, folded in parts:
                if folded and (generic, folded) not in seen:
                    seen.add((generic, folded))
                    yield Spelling(folded, bearer.id, number, language, scheme, generic)


def _written(name: Name) -> Iterator[tuple[str, str]]:
    """
    Give a name as the data write it, each form with its language: the text first, then the native forms.
    """
    yield "en", name.text
    for tag, forms in sorted(name.forms.items()):
        for form in forms:
            yield tag, form


def form_of(name: Name, spelling: Spelling) -> str:
    """
    Give a spelling of a name as it is written.

    Args:
        name: the name.
        spelling: one of its spellings.

    >>> import destalinization as ds
    >>> [match.form for match in ds.find("Woroschilowsk")][:1]
    ['Woroschilowsk']
    """
    if spelling.scheme:
        from .romanise import romanise

        made = (made for form in name.forms[spelling.language] for made in romanise(form, spelling.language))
        forms = (form for scheme, form in made if scheme == spelling.scheme)
    else:
        forms = (form for language, form in _written(name) if language == spelling.language)
    return next(form for form in forms if _spells(form, spelling))


def _spells(form: str, spelling: Spelling) -> bool:
    """
    Say whether a form has a spelling, whole or without the generic words that were taken out of it.
    """
    if not spelling.generic:
        return fold(form) == spelling.folded
    from .generic import parse

    parsed = parse(form)
    return parsed.core == spelling.folded and spelling.generic in parsed.classes


def entries_of(bearer: Bearer) -> tuple[Entry, ...]:
    """
    Give the names of a bearer, in the chain and beside it, as entries whose spelling is still to come.

    Args:
        bearer: the place or institution.
    """
    named = (*bearer.names, *(side.name for side in bearer.also))
    today = bearer.names[-1] if bearer.current is True else None
    return tuple(
        [Entry((name is not today, bearer.id, number), bearer, name, _NO_SPELLING) for number, name in enumerate(named)]
    )


def _lines_of(bearer: Chain) -> Iterator[str]:
    """
    Write the lines of a bearer, one for each name.
    """
    for number, of_name in groupby(_ordered(bearer), attrgetter("number")):
        groups = groupby(of_name, attrgetter("language", "scheme"))
        yield "\t".join((bearer.id, str(number), *(_group(*made, spellings) for made, spellings in groups))) + "\n"


def _group(language: str, scheme: str, spellings: Iterator[Spelling]) -> str:
    """
    Write the spellings of a language and scheme.
    """
    parts = (f"{folded}+{generic}" if generic else folded for folded, *_, generic in spellings)
    return "=".join((f"{language}:{scheme}" if scheme else language, *parts))


def _lines_with(content: bytes, folded: bytes) -> Iterator[bytes]:
    """
    Give the lines that have a folded spelling, by a scan.
    """
    key, end = b"=" + folded, 0
    while (found := content.find(key, end)) >= 0:
        end = found + len(key)
        if content[end : end + 1] in _AFTER:
            end = content.index(b"\n", found)
            yield content[content.rfind(b"\n", 0, found) + 1 : end]


def _read(line: bytes) -> Iterator[Spelling]:
    """
    Read a line.
    """
    bearer, number, *groups = line.decode().split("\t")
    for group in groups:
        made, *parts = group.split("=")
        language, _, scheme = made.partition(":")
        for part in parts:
            folded, _, generic = part.partition("+")
            yield Spelling(folded, bearer, int(number), language, scheme, generic)
