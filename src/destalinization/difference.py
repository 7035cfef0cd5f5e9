"""
What changed between two states of the data, record by record and field by field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from .codec import unstructure
from .store.catalogue import Catalogue

MISSING = object()


@frozen
class FieldChange:
    """
    A field of a record that changed.

    Attributes:
        path: where it stands, names by their keys, such as ``names.stalingrad.since``.
        old: the JSON value before, or None where there was none.
        new: the JSON value after, or None where there is none.
    """

    path: str
    old: Any
    new: Any

    def __str__(self) -> str:
        return f"{self.path}: {_shown(self.old)} → {_shown(self.new)}"


@frozen
class RecordChange:
    """
    A record that was added, removed or changed.

    Attributes:
        table: the table that it is in.
        id: its id.
        how: ``added``, ``removed`` or ``changed``.
        fields: the fields that changed, in the order of the model.
    """

    table: str
    id: str
    how: str
    fields: tuple[FieldChange, ...] = ()


@frozen
class Difference:
    """
    All that changed between two catalogues, by table and id.

    Attributes:
        records: the records that were added, removed or changed.
    """

    records: tuple[RecordChange, ...]

    def to_text(self) -> str:
        """
        Write the difference for people: ``+`` added, ``-`` removed, ``~`` changed with its fields below.
        """
        counts = {how: sum(record.how == how for record in self.records) for how in ("added", "removed", "changed")}
        lines = [", ".join(f"{count} {how}" for how, count in counts.items())]
        for record in self.records:
            sign = {"added": "+", "removed": "-", "changed": "~"}[record.how]
            lines.append(f"{sign} {record.table}: {record.id}")
            lines += [f"    {field}" for field in record.fields]
        return "\n".join(lines) + "\n"

    def to_json(self) -> str:
        """
        Write the difference as JSON: an object with the lists ``added``, ``removed`` and ``changed``.
        """
        result: dict[str, list[Any]] = {"added": [], "removed": [], "changed": []}
        for record in self.records:
            entry: dict[str, Any] = {"table": record.table, "id": record.id}
            if record.how == "changed":
                entry["fields"] = [{"path": f.path, "old": f.old, "new": f.new} for f in record.fields]
            result[record.how].append(entry)
        return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def difference(old: Catalogue, new: Catalogue) -> Difference:
    """
    Compare two catalogues.

    Args:
        old: the earlier state.
        new: the later state.

    Returns:
        What was added, removed and changed, in the order of tables and ids; the release and the redirects count as
        records of the tables ``release`` and ``redirects``.

    >>> import destalinization as ds
    >>> difference(ds.catalogue(), ds.catalogue()).records
    ()
    """
    before, after = _flat(old), _flat(new)
    records = []
    for table, id in sorted(before.keys() | after.keys(), key=lambda key: (_order(key[0]), key[1])):
        key = (table, id)
        if key not in before:
            records.append(RecordChange(table, id, "added"))
        elif key not in after:
            records.append(RecordChange(table, id, "removed"))
        else:
            fields = tuple(_fields(before[key], after[key], ""))
            if fields:
                records.append(RecordChange(table, id, "changed", fields))
    return Difference(tuple(records))


def _flat(catalogue: Catalogue) -> dict[tuple[str, str], Any]:
    """
    Give the plain JSON of every record by table and id.
    """
    flat: dict[tuple[str, str], Any] = {(table, r.id): unstructure(r) for table, r in catalogue.stored()}
    flat |= {("redirects", retired): {"successor": id} for retired, id in catalogue.redirects.items()}
    if catalogue.release is not None:
        flat["release", "release"] = unstructure(catalogue.release)
    return flat


def _order(table: str) -> int:
    """
    Give the place of a table in the order of the JSON document.
    """
    from .store.catalogue import STORED

    return ("release", *STORED, "redirects").index(table)


def _fields(old: Any, new: Any, path: str) -> Iterator[FieldChange]:
    """
    Compare two JSON values, objects by key and lists of names by the names' keys.
    """
    if old == new:
        return
    old_items, new_items = _items(old), _items(new)
    if old_items is None or new_items is None:
        yield FieldChange(path, None if old is MISSING else old, None if new is MISSING else new)
        return
    for key in dict.fromkeys([*old_items, *new_items]):
        here = f"{path}.{key}" if path else key
        yield from _fields(old_items.get(key, MISSING), new_items.get(key, MISSING), here)
    order = [key for key in old_items if key in new_items]
    if isinstance(old, list) and order != [key for key in new_items if key in old_items]:
        yield FieldChange(f"{path} (order)", list(old_items), list(new_items))


def _items(value: Any) -> dict[str, Any] | None:
    """
    Give the items of an object, or of a list of names by their keys; None for anything else.
    """
    if isinstance(value, dict):
        return value
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        keys = [item.get("key") or item.get("name", {}).get("key") for item in value if _has_key(item)]
        if len(keys) == len(value) == len(set(keys)):
            return dict(zip(keys, value, strict=True))
    return None


def _has_key(item: dict[str, Any]) -> bool:
    """
    Say whether a list item is a name or a side name.
    """
    return "key" in item or (isinstance(item.get("name"), dict) and "key" in item["name"])


def _shown(value: Any) -> str:
    """
    Show a JSON value on one line.
    """
    return "nothing" if value is None else json.dumps(value, ensure_ascii=False)
