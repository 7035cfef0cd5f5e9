"""
The index of surfaces: every form that a name can have in a sentence, folded, and what it means there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Literal

from ..errors import UnknownTerm
from ..folding import fold
from . import wordlists
from .beginnings import Beginnings
from .generic import generic_words
from .inflection import adjectives, inflect
from .keys import WORD, joined, parted, turned, words_of
from .spellings import Entry, Rank, SpellingIndex, entries_of, index_of
from .written_forms import LANGUAGE_OF_SCHEME, forms_of, latin_forms

if TYPE_CHECKING:
    from ..model.people import Person
    from ..store.catalogue import Catalogue

Guard = Literal["", "surname", "word", "adjective", "acronym"]
"""Why a form alone is no sign of a place: it is a surname, a word, an adjective, or counts in capitals only."""

SHORTEST = 3
"""Letters that a form has at least."""

ACRONYM = 2
"""Capital letters that an acronym has at least."""

LONGEST = 80
"""Signs that a form has at most, so that a text can be read in pieces."""

_ADJECTIVAL = re.compile(
    r"(?:[^ -]+[oо]-)?[^ -]{3,}(ский|цкий|ской|ная|ный|ное|ская|цкая|ское|цкое|вое|вый|ський|цький|ське|цьке|ська|скі|"
    r"ski|sky|skiy|skoye|skoje|skaya|skaja|skyi|skij|ske|noye|noe|ny|aya)"
)
_OBLAST = re.compile(r" област\w+$")


class Surface:
    """
    What a form means.

    Attributes:
        entries: the names, each with its bearer.
        cases: the cases that it can be, a letter each; see `inflection.CASES`.
        guard: why it alone is no sign of a place, if so.
        native: the ranks of the names of which it is a form of the text itself, not of an exonym.
    """

    __slots__ = ("_kinds", "_neighbours", "_order", "cases", "entries", "guard", "native")

    def __init__(self, entry: Entry, cases: str, guard: Guard) -> None:
        self.entries = [entry]
        self.cases = cases
        self.guard: Guard = guard
        self.native: set[Rank] = set()
        self._kinds: frozenset[str] | None = None
        self._order: list[Entry] | None = None
        self._neighbours: list[frozenset[str]] | None = None

    def add(self, entry: Entry, cases: str, guard: Guard) -> None:
        """
        Add a further meaning.

        Args:
            entry: the name.
            cases: the cases that the form can be of it.
            guard: why the form alone is no sign of it.
        """
        if all(entry.rank != other.rank for other in self.entries):
            self.entries.append(entry)
        if cases not in self.cases:
            self.cases = "".join(dict.fromkeys(self.cases + cases))
        if "adjective" in (guard, self.guard):  # a name that only looks like one is not guarded by it
            self.guard = guard if self.guard == "adjective" else self.guard
        else:
            self.guard = self.guard or guard

    @property
    def kinds(self) -> frozenset[str]:
        """
        The kinds of its bearers.
        """
        if self._kinds is None:
            self._kinds = frozenset(entry.bearer.kind for entry in self.entries)
        return self._kinds

    @property
    def order(self) -> list[Entry]:
        """
        The names, those first that a text means more often: not exonyms, the larger, the widely known, the dated.
        """
        if self._order is None:
            self._order = sorted(self.entries, key=lambda entry: (entry.rank not in self.native, *_prominence(entry)))
        return self._order

    @property
    def neighbours(self) -> list[frozenset[str]]:
        """
        For each name in their order, the last words, in small letters, of the other names of its bearer.
        """
        if self._neighbours is None:
            self._neighbours = [_neighbours(entry) for entry in self.order]
        return self._neighbours


class SurfaceIndex:
    """
    Surfaces by their folded form, how many words begin with each first word, and those that begin with small letters
    ("пик Сталина") by what follows these.

    Args:
        catalogue: whose names they are.
        language: keep only forms of this language; all where nothing is said.
    """

    __slots__ = ("_borne", "beginnings", "firsts", "given", "people", "spellings", "surfaces", "surnames", "tails")

    def __init__(self, catalogue: Catalogue, language: str | None = None) -> None:
        self.spellings: SpellingIndex = index_of(catalogue)
        self.surnames = frozenset(_surnames(catalogue))
        self._borne = {
            person.id: {fold(form.split()[-1]) for form, _ in _written(person)} for person in catalogue.people
        }
        self.people = frozenset(
            fold(form) for person in catalogue.people for form, _ in _written(person) if " " in form
        )
        self.given = frozenset(_given(catalogue))
        self.surfaces: dict[str, Surface] = {}
        self.firsts: dict[str, int] = {}
        self.beginnings = Beginnings(self.firsts)
        self.tails: dict[str, dict[str, Surface]] = {}
        for bearer in (*catalogue.places, *catalogue.institutions):
            for entry in entries_of(bearer):
                for form, tag, written in forms_of(entry, language):
                    self._add_form(form, tag, entry, self._guard(form, tag, entry) or self._guard_of(written, entry))

    def _add_form(self, form: str, tag: str, entry: Entry, guard: Guard) -> None:
        """
        Add what becomes of a form in sentences.
        """
        native = form == entry.name.text
        if guard == "acronym":
            self._add(form, entry, "n", guard, native=native)
            return
        for surface, cases in inflect(form, tag):
            self._add(surface, entry, cases, guard, native=native)
            if (behind := turned(surface)) is not None:
                self._add(behind, entry, cases, guard, native=native)
            if (short := _OBLAST.sub(" обл", surface)) != surface:
                self._add(short, entry, cases, guard, native=native)
        if entry.bearer.kind not in wordlists.NAMELESS_ADJECTIVES:
            for adjective in adjectives(form, tag):
                self._add(adjective, entry, "", "adjective")

    def _guard(self, form: str, tag: str, entry: Entry) -> Guard:
        """
        Say why a form alone is no sign of a place.
        """
        folded = fold(form)
        if form.isupper() and len(form) < 6 and form.isalpha():
            return "acronym"
        if folded in wordlists.ORDINARY or form.lower() in wordlists.ORDINARY:
            return "word"
        possessive = tag in ("cs", "sk") and form.endswith(("ova", "ová")) and entry.bearer.kind in wordlists.BUILT
        return "adjective" if possessive or _ADJECTIVAL.fullmatch(form.lower()) else ""

    def _guard_of(self, written: str, entry: Entry) -> Guard:
        """
        Say whether a form is but another spelling of the surname that it honours.
        """
        folded = fold(written)
        for honour in entry.name.honours:
            for surname in self._borne.get(honour.target, ()):
                if folded[:3] == surname[:3] and 0 <= len(surname) - len(folded) <= 1:
                    return "surname"
        return ""

    def _add(self, surface: str, entry: Entry, cases: str, guard: Guard, *, native: bool = False) -> None:
        """
        Add a surface with a meaning.
        """
        words = [fold(surface)] if surface.isalpha() else words_of(surface)
        key = " ".join(words)
        if len(key) < (SHORTEST if guard != "acronym" else ACRONYM) or len(surface) > LONGEST:
            return
        if guard == "" and key in self.surnames:
            guard = "surname"
        for spelled in (key, *parted(surface)) if surface.isalpha() else {key, *joined(surface)}:
            self._put(spelled, entry, cases, guard, native=native)
            self._begin(spelled, surface)
        if len(words) == 1:
            return
        small = next((number for number, word in enumerate(WORD.findall(surface)) if not _is_small(word)), 0)
        if small:
            tail = words[small:]
            self.tails.setdefault(" ".join(tail), {})[" ".join(words[:small])] = self.surfaces[key]
            self._begin(" ".join(tail), surface.split(" ", small)[-1])

    def _begin(self, key: str, surface: str) -> None:
        """
        Remember how many words a surface has by its first one, folded and as it is written.
        """
        first, _, rest = key.partition(" ")
        count = 2 + rest.count(" ") if rest else 1
        written = WORD.search(surface.lower())
        for word in (first,) if surface.isascii() or not written else (first, written.group()):
            if self.firsts.get(word, 0) < count:
                self.firsts[word] = count

    def _put(self, key: str, entry: Entry, cases: str, guard: Guard, *, native: bool) -> None:
        """
        Put a surface into the table; a form of a name goes before an adjective made of another.
        """
        found = self.surfaces.get(key)
        if found is None or (cases and not found.cases):
            found = self.surfaces[key] = Surface(entry, cases, guard)
        elif found.cases and not cases:
            return
        else:
            found.add(entry, cases, guard)
        if native:
            found.native.add(entry.rank)


def _is_small(word: str) -> bool:
    """
    Say whether a word at the beginning of a name is written in small letters in a text: "пик", "orașul".
    """
    return word[0].islower() or fold(word) in generic_words()


def surfaces_of(catalogue: Catalogue, language: str | None = None) -> SurfaceIndex:
    """
    Give the surfaces of a catalogue; they are made once for each language.

    Args:
        catalogue: the catalogue.
        language: keep only forms of this language; all where nothing is said.

    Raises:
        UnknownTerm: the data have no forms in the language.
    """
    if language is not None:
        known = catalogue.remember("languages of forms", _languages)
        if language not in known:
            raise UnknownTerm(language, "language of the forms", known)
    return catalogue.remember(f"surfaces {language}", lambda own: SurfaceIndex(own, language))


def _languages(catalogue: Catalogue) -> tuple[str, ...]:
    """
    Give the languages in which names can stand in a text, without scripts and countries.
    """
    tags = {
        tag for bearer in (*catalogue.places, *catalogue.institutions) for name in bearer.names for tag in name.forms
    }
    return tuple(sorted({"en", *LANGUAGE_OF_SCHEME.values(), *(tag.partition("-")[0] for tag in tags)}))


def patterns_of(catalogue: Catalogue, language: str | None = None) -> Iterator[tuple[str, Entry]]:
    """
    Give the forms that speak for a place by themselves, as they are written in sentences, each with its likeliest name.

    Args:
        catalogue: whose names.
        language: keep only forms of this language; all where nothing is said.
    """
    index = surfaces_of(catalogue, language)
    seen: set[str] = set()
    for bearer in catalogue.places:
        for entry in entries_of(bearer):
            for form, tag, _ in forms_of(entry, language):
                for inflected, _ in inflect(form, tag):
                    surface = index.surfaces.get(" ".join(words_of(inflected)))
                    if surface is not None and not surface.guard and inflected not in seen:
                        seen.add(inflected)
                        yield inflected, surface.order[0]


def _surnames(catalogue: Catalogue) -> Iterator[str]:
    """
    Give the folded surnames of the people in the data, in their cases and Latin spellings.
    """
    for surname in wordlists.SURNAMES:
        for language in ("ru", "uk", "be", "pl", "cs", "hu", "de"):
            for inflected, _ in inflect(surname, language):
                yield fold(inflected)
    for person in catalogue.people:
        for form, tag in _written(person):
            surname = form.split()[-1]
            if len(surname) < 4 or " of " in form:
                continue
            for made, own in ((surname, tag), *latin_forms(surname, tag)):
                for inflected, _ in inflect(made, own):
                    yield fold(inflected)
                if own in ("ru", "uk") and made.endswith(("ов", "ев", "ёв", "ин")):  # the wife and the daughter
                    yield from (fold(made + ending) for ending in ("а", "ой", "у", "ою"))


def _written(person: Person) -> Iterator[tuple[str, str]]:
    """
    Give the forms of a person's name with their languages.
    """
    yield person.label, "en"
    yield from ((form, tag) for tag, forms in person.forms.items() for form in forms)


def _given(catalogue: Catalogue) -> Iterator[str]:
    """
    Give folded given names, of the people in the data and common ones, in their cases.
    """
    known = ((name.capitalize(), language) for language, names in wordlists.GIVEN.items() for name in names.split())
    borne = (
        (name, tag)
        for person in catalogue.people
        for form, tag in _written(person)
        for name in form.split()[:-1]
        if len(name) > 2 and "." not in name and not name[:1].islower()
    )
    for name, tag in chain(known, borne):
        yield from (fold(inflected) for inflected, _ in inflect(name, tag))
        if name.endswith(("ий", "ій")):  # which the rules take for an adjective
            yield from (fold(name[:-1] + ending) for ending in ("я", "ю", "ем", "єм", "и", "ї"))


def _prominence(entry: Entry) -> tuple[int, bool, bool, Rank]:
    """
    Order what a surface can mean: the larger first, then what is widely known, then names with dates.
    """
    return (
        wordlists.SIZES.get(entry.bearer.kind, 9),
        entry.bearer.id not in wordlists.FAMOUS,
        entry.name.since is None and len(entry.bearer.names) > 1,
        entry.rank,
    )


def _neighbours(entry: Entry) -> frozenset[str]:
    """
    Give the last words, in small letters, of the other names of a bearer: those that are no generic word, such as
    "street", where there are others.
    """
    own, generic = fold(entry.name.text), generic_words()
    others = [name for name in entry.bearer.names if name is not entry.name]
    forms = (form for name in others for form in (name.text, *(f for forms in name.forms.values() for f in forms)))
    words = (WORD.findall(form.lower()) for form in forms if fold(form) != own)
    return frozenset(next((word for word in reversed(of) if fold(word) not in generic), of[-1]) for of in words)
