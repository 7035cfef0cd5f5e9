"""
A page for each place and institution: its chain of names with all that is known of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from destalinization import Catalogue, Citation, Dated, Name, Period, Place
from destalinization.document import BASE
from destalinization.model.changes import Bearer
from destalinization.vocabulary import COORDINATE_BASES

from .addresses import Addresses, anchor
from .citing import Sources, disputed
from .countries import country_name
from .figures import ATLAS, drawn_names
from .linked_data import of_bearer, script
from .markup import Markup, block, element, joined, link, markdown

LINKS = {
    "geonames": ("GeoNames", "https://www.geonames.org/{}/"),
    "wikidata": ("Wikidata", "https://www.wikidata.org/wiki/{}"),
}
"""The authorities of identifiers, and the addresses that these lead to."""

HEAD = "---\norphan: true\nhtml_theme.sidebar_secondary.remove: true\n---\n"


def pages(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the page of each bearer.

    Args:
        catalogue: whose bearers.

    Yields:
        The path of each page, and its text.
    """
    addresses = Addresses(catalogue, "../")
    told = _told(catalogue)
    for bearer in every(catalogue):
        path = addresses.of(bearer.id).removeprefix("../").removesuffix(".html")
        yield f"{path}.md", _page(bearer, addresses, told.get(bearer.id, []))


def every(catalogue: Catalogue) -> list[Bearer]:
    """
    Give the places and institutions.

    Args:
        catalogue: whose.
    """
    return [*catalogue.places, *catalogue.institutions]


def _told(catalogue: Catalogue) -> dict[str, list[str]]:
    """
    Give the ids of the claims about each record.
    """
    found: dict[str, list[str]] = {}
    for claim in catalogue.claims:
        for subject in claim.subjects:
            found.setdefault(subject, []).append(claim.id)
    return found


def _page(bearer: Bearer, addresses: Addresses, claims: list[str]) -> str:
    """
    Write the page of a bearer.
    """
    sources = Sources(addresses.catalogue)
    parts = (
        *_about(bearer, sources),
        *_names(bearer, addresses, sources),
        *_rest(bearer, addresses, sources),
        *_article(claims, addresses),
        *sources.list(),
        *_elsewhere(bearer),
        script(of_bearer(bearer, addresses.catalogue)),
    )
    return f"{HEAD}\n# {markdown(bearer.label)}\n\n{block(*parts)}"


def _about(bearer: Bearer, sources: Sources) -> Iterator[Markup]:
    """
    Say what a bearer is.
    """
    admin1 = bearer.admin1 if isinstance(bearer, Place) else None
    facts = (bearer.kind, admin1, country_name(bearer.country))
    yield element("p", joined(*facts, by=", "), sources.marks(bearer.citations), class_="facts")
    if bearer.summary:
        yield element("p", bearer.summary)


def _names(bearer: Bearer, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell the names, in the chain and beside it.
    """
    named = zip(bearer.names, bearer.periods(), strict=True)
    yield element("h2", "Names")
    yield joined(drawn_names(bearer))
    yield element("ol", *(_name(name, period, addresses, sources) for name, period in named), class_="chain")
    if bearer.also:
        beside = (_name(side.name, bearer.period(side.name), addresses, sources, side.use) for side in bearer.also)
        yield element("h2", "Beside the chain")
        yield element("ul", *beside, class_="chain")


def _name(name: Name, period: Period, addresses: Addresses, sources: Sources, use: str = "") -> Markup:
    """
    Tell a name.
    """
    kind = element("span", use, class_="tag") if use else None
    people = addresses.catalogue.people
    honoured = "honoured" if any(honour.target in people for honour in name.honours) else None
    return element(
        "li",
        element("p", joined(element("b", name.text), kind, period, by=" "), sources.marks(name.citations, name.text)),
        *(element("p", line) for line in _of_name(name, addresses, sources)),
        disputed(name.disputes, sources, name.text),
        id=anchor(name.key),
        class_=honoured,
    )


def _of_name(name: Name, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell what is known of a name, a line each.
    """
    if name.succession != "direct":
        yield _said("Succession", name.succession)
    spelt: dict[str, list[str]] = {}
    for tag, spellings in name.forms.items():
        for spelling in spellings:
            spelt.setdefault(spelling, []).append(tag)
    if spelt:
        forms = (element("span", form, element("small", f" {' '.join(tags)}")) for form, tags in spelt.items())
        yield _said("Forms", joined(*forms, by=", "))
    for honour in name.honours:
        doubt = f"({honour.certainty})" if honour.certainty != "certain" else None
        shown = joined(addresses.link(honour.target), doubt, honour.note, by=" ")
        yield joined(_said("Honours", shown), sources.marks(honour.citations, name.text))
    if name.act:
        yield _said("Act", addresses.link(name.act))
    if name.event:
        yield _said("Event", addresses.link(name.event))
    for seen in name.attested:
        yield _dated("In use", seen, sources, name.text)
    if name.note:
        yield _said("Note", name.note)


def _said(what: str, *shown: object) -> Markup:
    """
    Give a statement with what it is about.
    """
    return joined(element("span", f"{what}:", class_="term"), joined(*shown), by=" ")


def _dated(what: str, found: Dated, sources: Sources, about: str) -> Markup:
    """
    Give a dated statement.
    """
    shown = _said(what, joined(found.value, found.note, by="; "))
    return joined(shown, sources.marks(found.citations, about), disputed(found.disputes, sources, about))


def _rest(bearer: Bearer, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell what else is known: founding and end, position, ties, disputes.
    """
    lines = [*_life(bearer, addresses, sources), *_where(bearer, addresses, sources)]
    for relation in bearer.relations:
        when = f"({relation.when})" if relation.when else None
        shown = joined(addresses.link(relation.target), when, relation.note, by=" ")
        lines.append(joined(_said(relation.type, shown), sources.marks(relation.citations, relation.type)))
    doubts = disputed(bearer.disputes, sources)
    if lines or doubts:
        yield element("h2", "More")
        yield element("ul", *(element("li", line) for line in lines))
        yield joined(doubts)


def _life(bearer: Bearer, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell when a bearer began and ended.
    """
    if bearer.founded:
        yield _dated("Founded", bearer.founded, sources, "founded")
    ending = bearer.ending
    if ending is not None:
        into = joined(*(addresses.link(id) for id in ending.into), by=", ")
        act = addresses.link(ending.act) if ending.act else None
        event = addresses.link(ending.event) if ending.event else None
        facts = (ending.how, ending.date, into and joined("into ", into), act, event)
        said = joined(joined(*facts, by=", "), ending.note, by=": ")
        shown = element("span", _said("End", said), id=anchor("end"))
        yield joined(shown, sources.marks(ending.citations, "end"), disputed(ending.disputes, sources, "end"))
    elif bearer.current is None:
        yield _said("Today", "whether the last name is in use is not known")
    elif not bearer.current:
        yield _said("Today", "the last name is not in use")


def _where(bearer: Bearer, addresses: Addresses, sources: Sources) -> Iterator[Markup]:
    """
    Tell where a bearer is.
    """
    yield _said("Atlas", element("a", "the map", href=f"{addresses.root}{ATLAS}#{bearer.id}"))
    if bearer.within:
        yield _said("Within", addresses.link(bearer.within))
    if not isinstance(bearer, Place):
        if bearer.seat:
            yield _said("Seat", addresses.link(bearer.seat))
    elif bearer.coordinates:
        at = bearer.coordinates
        cited: tuple[Citation, ...] = (at.citation,)
        shown = joined(
            f"{at.latitude:.4f}, {at.longitude:.4f}",
            COORDINATE_BASES[at.basis].rstrip(".").replace("The ", "the ").replace("A ", "a "),
            by="; ",
        )
        yield joined(_said("Position", shown), sources.marks(cited, "position"))


def _article(claims: list[str], addresses: Addresses) -> Iterator[Markup]:
    """
    Tell what the encyclopedia article says of a bearer.
    """
    if claims:
        yield element("h2", "In the article")
        found = [addresses.catalogue.claims[id] for id in claims]
        shown = (joined(addresses.link(claim.id, claim.statement), _status(claim.status), by=" ") for claim in found)
        yield element("ul", *(element("li", line) for line in shown))


def _status(status: str) -> Markup:
    """
    Give what became of a claim.
    """
    return element("span", status, class_=f"tag {status}")


def _elsewhere(bearer: Bearer) -> Iterator[Markup]:
    """
    Tell by which identifiers a bearer is known, here and elsewhere.
    """
    table = "places" if isinstance(bearer, Place) else "institutions"
    lines = [element("code", f'ds.{table}["{bearer.id}"]'), element("code", f"{BASE}{bearer.id}")]
    for authority, id in bearer.links.items():
        name, pattern = LINKS.get(authority, (authority, "{}"))
        lines.append(joined(f"{name} ", link(pattern.format(id), id)))
    yield element("h2", "Identifiers")
    yield element("ul", *(element("li", line) for line in lines))
