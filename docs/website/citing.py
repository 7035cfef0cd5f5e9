"""
Who says so, on a page: marks beside statements, and the list of sources that they lead to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from destalinization import Catalogue, Citation, Dispute, Source

from .markup import Markup, element, joined, link


class Sources:
    """
    The sources of a page, numbered in the order in which they are cited.
    """

    def __init__(self, catalogue: Catalogue, prefix: str = "") -> None:
        self._catalogue = catalogue
        self._prefix = prefix
        self._said: dict[str, list[str]] = {}

    def marks(self, citations: Iterable[Citation], about: str = "") -> Markup:
        """
        Cite sources.

        Args:
            citations: the citations.
            about: what they are for, where one says where in the source it stands.
        """
        return joined(*(self._mark(citation, about) for citation in citations))

    def list(self) -> Iterator[Markup]:
        """
        Give the list of all sources that were cited.
        """
        if self._said:
            yield element("h2", "Sources")
            yield element("ol", *map(self._item, self._said), class_="sources")

    def _mark(self, citation: Citation, about: str) -> Markup:
        """
        Give the number of a source, with a link to its entry.
        """
        said = self._said.setdefault(citation.source, [])
        where = "; ".join(part for part in (citation.locator, citation.note) if part)
        if where:
            said.append(f"{about}: {where}" if about else where)
        number = list(self._said).index(citation.source) + 1
        return element("sup", element("a", f"[{number}]", href=f"#{self._prefix}source-{number}"))

    def _item(self, id: str) -> Markup:
        """
        Give the entry of a source.
        """
        number = list(self._said).index(id) + 1
        said = [element("small", words) for words in dict.fromkeys(self._said[id])]
        shown = described(self._catalogue.sources[id])
        return element("li", shown, *said, id=f"{self._prefix}source-{number}")


def described(source: Source) -> Markup:
    """
    Give a source with a link to it.

    Args:
        source: the source.
    """
    title = link(source.url, source.title)
    archived = source.archived_url and joined("(", link(source.archived_url, "archived"), ")")
    facts = (source.author, title, source.publisher, source.date, source.language, source.kind)
    return joined(joined(*facts, by=", "), archived, by=" ")


def dispute(found: Dispute, sources: Sources, about: str = "") -> Markup:
    """
    Say what another source says.

    Args:
        found: the dispute.
        sources: the sources of the page.
        about: what it is about.
    """
    field = "date" if found.field == "value" else found.field
    refuted = element("span", "refuted", class_="tag") if found.standing == "refuted" else None
    said = joined(element("b", found.value), element("small", f"({field})"), refuted, by=" ")
    return joined(joined(said, found.note, by=": "), sources.marks(found.citations, about))


def disputed(disputes: Iterable[Dispute], sources: Sources, about: str = "") -> Markup | None:
    """
    List what other sources say, or give None where none says otherwise.

    Args:
        disputes: the disputes.
        sources: the sources of the page.
        about: what they are about.
    """
    found = [element("li", dispute(one, sources, about)) for one in disputes]
    head = element("span", "Disputed:", class_="term")
    return element("div", head, element("ul", *found, class_="disputes")) if found else None
