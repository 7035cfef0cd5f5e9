"""
Small pages of HTML: the chain of names of an entity, who says so, and who says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from ..document import cite
from ..model.chain import Chain
from ..model.names import Name
from ..model.provenance import Dispute
from ..model.walk import parts
from .candidates import bearer_of
from .entity_types import TYPES
from .extension import PROPERTIES

if TYPE_CHECKING:
    from ..model.period import Period
    from ..model.record import Record
    from ..store.catalogue import Catalogue

WIDTH, HEIGHT = 440, 320
"""The size in pixels of the frame that a preview is shown in."""

_PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font:14px sans-serif;margin:8px}}h1{{font-size:16px;margin:0}}h2{{font-size:14px;margin:8px 0 0}}\
ol,ul{{margin:4px 0;padding-left:20px}}p{{margin:4px 0}}</style></head>
<body>{body}</body></html>
"""


def preview(id: str, catalogue: Catalogue) -> str | None:
    """
    Give a page about a record, or None if there is none with the id.

    Args:
        id: the id of a place or an institution, or of any other record that a name may honour.
        catalogue: where it is looked up.

    >>> import destalinization as ds
    >>> "<li>Stalinabad: from 1929-10-19, before 1961" in preview("dushanbe", ds.catalogue())
    True
    """
    record = _record(id, catalogue)
    if record is None:
        return None
    body = "".join((*_head(record), *_chain(record, catalogue), *_disputes(record), *_sources(record, catalogue)))
    return _PAGE.format(title=escape(_label(record)), body=body)


def flyout(of: str, id: str, catalogue: Catalogue) -> str | None:
    """
    Give a piece of HTML about an entity, a property or a type, or None if there is none with the id.

    Args:
        of: ``entity``, ``property`` or ``type``.
        id: its id.
        catalogue: where entities are looked up.
    """
    if of == "entity":
        bearer = bearer_of(id, catalogue)
        return None if bearer is None else "".join((*_head(bearer), *_chain(bearer, catalogue)))
    known = TYPES.get(id) if of == "type" else PROPERTIES[id].written() if id in PROPERTIES else None
    return None if known is None else f"<h1>{escape(known['name'])}</h1><p>{escape(known['description'])}</p>"


def _record(id: str, catalogue: Catalogue) -> Any:
    """
    Give a record of any table that an entity may be shown with, or None.
    """
    others = (catalogue.people, catalogue.topics, catalogue.events)
    return bearer_of(id, catalogue) or next((table[id] for table in others if id in table), None)


def _label(record: Any) -> str:
    """
    Give what a record is called.
    """
    return str(getattr(record, "label", record.id))


def _head(record: Any) -> Iterator[str]:
    """
    Say what a record is.
    """
    facts = (getattr(record, "kind", ""), getattr(record, "admin1", None), getattr(record, "country", None))
    yield f"<h1>{escape(_label(record))}</h1>"
    yield f"<p>{escape(', '.join(str(fact) for fact in facts if fact))}</p>"
    if record.summary:
        yield f"<p>{escape(record.summary)}</p>"


def _chain(record: Record, catalogue: Catalogue) -> Iterator[str]:
    """
    List the names of a bearer, with those beside the chain.
    """
    if isinstance(record, Chain):
        named = zip(record.names, record.periods(), strict=True)
        yield f"<ol>{''.join(_item(name, period, '', catalogue) for name, period in named)}</ol>"
        beside = [_item(side.name, record.period(side.name), side.use, catalogue) for side in record.also]
        yield f"<ul>{''.join(beside)}</ul>" if beside else ""


def _item(name: Name, period: Period, use: str, catalogue: Catalogue) -> str:
    """
    Write a name with its period, its native forms, and whom it honours.
    """
    forms = ", ".join(dict.fromkeys(forms[0] for forms in name.forms.values() if forms))
    honours = ", ".join(_label(catalogue[honour.target]) for honour in name.honours)
    more = (use, f"written {forms}" if forms else "", f"honours {honours}" if honours else "")
    return f"<li>{escape('; '.join(part for part in (f'{name}: {period}', *more) if part))}</li>"


def _disputes(record: Record) -> Iterator[str]:
    """
    List what other sources say, and about which name.
    """
    found: dict[str, None] = {}
    about, inside = "", ""
    for path, part in parts(record):
        if isinstance(part, Name):
            about, inside = part.text, f"{path}."
        elif isinstance(part, Dispute):
            field = path.partition(".")[0] if "." in path else ""
            found[_dispute(part, about if inside and path.startswith(inside) else field)] = None
    if found:
        yield f"<h2>Disputed</h2><ul>{''.join(found)}</ul>"


def _dispute(dispute: Dispute, about: str) -> str:
    """
    Write what another source says.
    """
    said = f"{dispute.field}: {dispute.value}{' (refuted)' if dispute.standing == 'refuted' else ''}"
    return f"<li>{escape('; '.join(part for part in (about, said, dispute.note) if part))}</li>"


def _sources(record: Record, catalogue: Catalogue) -> Iterator[str]:
    """
    List the sources.
    """
    found = cite(record, catalogue=catalogue)
    if found:
        yield f"<h2>Sources</h2><ul>{''.join(f'<li>{escape(source)}</li>' for source in found)}</ul>"
