"""
The index of spellings: every form of every name and its Latin spellings, folded, and the name that each belongs to.

A line holds, with tabs between them: the folded spelling; the bearer; the key of the name; the language's tag; the
scheme of a generated spelling; the class of generic words that were taken out of it; and the spelling as it is written.
The lines are sorted, so that a first question is a bisection over the bytes of the bundled index; later ones look into
a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..folding import fold
from ..store import bundle

if TYPE_CHECKING:
    from ..model.chain import Chain
    from ..model.changes import Bearer
    from ..model.names import Name
    from ..store.catalogue import Catalogue

FILE = "spellings.tsv"
PATIENCE = 16
"""How many questions are answered by bisection before all lines are put into a table."""


class Spelling(NamedTuple):
    """
    A spelling of a name.

    Attributes:
        folded: the spelling, folded.
        bearer: the id of the bearer.
        key: the key of the name.
        language: the tag of its language.
        scheme: the scheme by which it was generated, empty for a form that the data has.
        generic: the class of generic words that were taken out of it, empty where it is whole.
        form: the spelling as it is written.
    """

    folded: str
    bearer: str
    key: str
    language: str
    scheme: str
    generic: str
    form: str


class SpellingIndex:
    """
    Spellings by their folded form.

    Args:
        content: sorted lines, as `lines` gives them.
    """

    __slots__ = ("_asked", "_content", "_meanings", "_table", "_whole")

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._table: dict[str, list[Spelling]] | None = None
        self._whole: dict[str, list[Spelling]] = {}
        self._meanings: dict[tuple[str, str], tuple[Bearer, Name, int]] = {}
        self._asked = 0

    def get(self, folded: str) -> list[Spelling]:
        """
        Give all spellings with a folded form.

        Args:
            folded: the folded form.
        """
        if self._table is not None:
            return self._table.get(folded, [])
        self._asked += 1
        if self._asked > PATIENCE:
            return self.table().get(folded, [])
        return [_read(line) for line in bundle.lines(self._content, folded.encode())]

    def whole(self, folded: str) -> list[Spelling]:
        """
        Give the spellings with a folded form from which no generic words were taken out.

        Args:
            folded: the folded form.
        """
        if self._table is not None:
            return self._whole.get(folded, [])
        return [spelling for spelling in self.get(folded) if not spelling.generic]

    def meaning(self, spelling: Spelling, catalogue: Catalogue) -> tuple[Bearer, Name, int]:
        """
        Give the bearer and the name that a spelling belongs to, and the place of the name among the bearer's names.

        Args:
            spelling: the spelling.
            catalogue: where the bearer is looked up.
        """
        mark = (spelling.bearer, spelling.key)
        found = self._meanings.get(mark)
        if found is None:
            bearer = catalogue.bearer(spelling.bearer)
            named = (*bearer.names, *(side.name for side in bearer.also))
            place = next(number for number, name in enumerate(named) if name.key == spelling.key)
            found = self._meanings[mark] = (bearer, named[place], place)
        return found

    def table(self) -> dict[str, list[Spelling]]:
        """
        Give all spellings by their folded form.
        """
        if self._table is None:
            table: dict[str, list[Spelling]] = {}
            for line in self._content.splitlines():
                spelling = _read(line)
                table.setdefault(spelling.folded, []).append(spelling)
                if not spelling.generic:
                    self._whole.setdefault(spelling.folded, []).append(spelling)
            self._table = table
        return self._table


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
    return SpellingIndex(bundle.read(FILE) if catalogue.is_bundled else lines(catalogue).encode())


def lines(catalogue: Catalogue) -> str:
    """
    Write the index of a catalogue.

    Args:
        catalogue: the catalogue.
    """
    found = (spelling for bearer in (*catalogue.places, *catalogue.institutions) for spelling in spellings_of(bearer))
    return "".join(sorted(("\t".join(spelling) + "\n" for spelling in found), key=_sort_key))


def spellings_of(bearer: Chain) -> Iterator[Spelling]:
    """
    Give the spellings of all names of a bearer: those that the data has first, each folded form once for a name.

    Args:
        bearer: the place or institution.
    """
    from .generic import parse
    from .romanise import romanise

    for name in (*bearer.names, *(side.name for side in bearer.also)):
        seen: set[tuple[str, str]] = set()
        written = [("en", "", name.text)]
        written += [(tag, "", form) for tag, forms in name.forms.items() for form in forms]
        generated = [
            (tag, *made) for tag, forms in name.forms.items() for form in forms for made in romanise(form, tag)
        ]
        for language, scheme, form in (*written, *generated):
            parsed = parse(form)
            whole = ("", fold(form))
            parts = [whole, *((generic, parsed.core) for generic in sorted(parsed.classes) if parsed.core != whole[1])]
            for generic, folded in parts:
                if folded and (generic, folded) not in seen:
                    seen.add((generic, folded))
                    yield Spelling(folded, bearer.id, name.key, language, scheme, generic, form)


def _sort_key(line: str) -> tuple[bytes, str]:
    """
    Sort by the bytes of the folded form, then by the rest.
    """
    folded, _, rest = line.partition("\t")
    return folded.encode(), rest


def _read(line: bytes) -> Spelling:
    """
    Read a line.
    """
    return Spelling(*line.decode().split("\t"))
