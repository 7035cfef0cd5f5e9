"""
The encyclopedia article, claim by claim, with what became of each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from destalinization import Catalogue, Claim
from destalinization.vocabulary import CLAIM_STATUSES

from .addresses import Addresses
from .citing import Sources
from .markup import Markup, block, element, joined, markdown

HEAD = """\
# The article, claim by claim

The encyclopedia article on de-Stalinization, statement by statement in our own words.
Each was checked against sources.

| status | claims | what it means |
| --- | ---: | --- |
"""
ACRONYMS = {"stalins": "Stalin’s"}


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the page.

    Args:
        catalogue: whose claims.

    Yields:
        Its path, and its text.
    """
    counted = Counter[str](claim.status for claim in catalogue.claims)
    rows = "".join(f"| {status} | {counted[status]} | {means} |\n" for status, means in CLAIM_STATUSES.items())
    addresses, sources = Addresses(catalogue), Sources(catalogue)
    sections = "".join(_sections(catalogue, addresses, sources))
    yield "article.md", f"{HEAD}{rows}\n{sections}{block(*sources.list())}"


def _sections(catalogue: Catalogue, addresses: Addresses, sources: Sources) -> Iterator[str]:
    """
    Write the claims under the sections of the article, in the order of their ids.
    """
    found: dict[str, list[Claim]] = {}
    for claim in catalogue.claims:
        found.setdefault(claim.section.partition(":")[0], []).append(claim)
    for section, claims in found.items():
        title = "Linked articles" if section == "gloss" else " ".join(_word(w) for w in section.split("-"))
        yield f"## {markdown(title[:1].upper() + title[1:])}\n\n"
        for about, own in groupby(claims, key=lambda claim: claim.section.partition(":")[2]):
            yield f"### {markdown(about)}\n\n" if about else ""
            yield block(element("ul", *(_claim(claim, addresses, sources) for claim in own), class_="records")) + "\n"


def _word(word: str) -> str:
    """
    Give a word of a section's title.
    """
    return ACRONYMS.get(word, word)


def _claim(claim: Claim, addresses: Addresses, sources: Sources) -> Markup:
    """
    Tell a claim, what became of it, and where the fact stands.
    """
    status = element("span", claim.status, class_=f"tag {claim.status}")
    said = element("p", joined(element("b", claim.statement), status, by=" "), sources.marks(claim.citations, claim.id))
    right = element("p", claim.correction) if claim.correction else None
    note = element("p", element("small", claim.note)) if claim.note else None
    links = joined(*(addresses.link(id) for id in dict.fromkeys((*claim.evidence, *claim.subjects))), by=", ")
    tied = element("p", element("small", "See ", links)) if links else None
    return element("li", said, right, note, tied, id=claim.id)
