"""
What the command does, a function a verb; each gives the exit code.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from .. import rows
from ..document import cite
from ..store.catalogue import Catalogue, bundled
from .terminal import graded, plain, styled
from .text import describe, write_rows

if TYPE_CHECKING:
    from ..exporters.registry import Format

SHORT = ("records", "names", "changes", "disputes")
"""What the short form of `stats` counts."""


def show(options: Namespace) -> int:
    """
    Show one record.
    """
    catalogue = catalogue_of(options)
    record = catalogue.changes[options.id] if "/" in options.id else catalogue[options.id]
    if options.format == "json":
        from ..document import to_json

        print(to_json(record))
    else:
        print(describe(record, catalogue))
    return 0


def find(options: Namespace) -> int:
    """
    Find what was ever called something.
    """
    from ..toponyms.lookup import find as find_names

    found = find_names(
        options.name,
        on=options.on,
        country=options.country,
        kind=options.kind,
        honours=options.honours,
        fuzzy=options.fuzzy,
        catalogue=catalogue_of(options),
    )
    columns = ["form", "name", "bearer", "kind", "country", "period", *(["grade"] if options.on else [])]
    write_rows(rows.of_matches(found), options.format, shown=[*columns, "sources"])
    return 0


def name_on(options: Namespace) -> int:
    """
    Say what a place or institution was called on a date.
    """
    from ..toponyms.naming import name_on as ask

    catalogue = catalogue_of(options)
    answer = ask(options.id, options.date, catalogue=catalogue)
    if options.format != "table":
        write_rows(rows.of_answer(answer), options.format)
        return 0
    print(styled(plain(str(answer)), "bold"))
    for candidate in answer.candidates:
        print(f"  {plain(candidate.name.text)} ({graded(candidate.grade)}: {plain(candidate.reason)})")
        for source in cite(candidate.name, catalogue=catalogue):
            print(f"    {plain(source)}")
    return 0


def date(options: Namespace) -> int:
    """
    Say when something can have been written that uses certain names, or a text that has them.
    """
    from ..toponyms.dating import date_names
    from .texts import dated

    catalogue = catalogue_of(options)
    answer = dated(options.text, catalogue) if options.text else date_names(options.names, catalogue=catalogue)
    counts = ("mentions", "against") if options.text else ()
    columns = ("earliest", "latest", *counts, "after", "before", "conflicts", "unknown", "sources")
    write_rows(rows.of_dating(answer), options.format, shown=columns)
    return 0


def on(options: Namespace) -> int:
    """
    Say what happened on a date.
    """
    from ..toponyms.happenings import on as happened

    found = happened(options.date, catalogue=catalogue_of(options))
    write_rows(rows.of_happenings(found), options.format, shown=("date", "what", "kind", "grade", "sources"))
    return 0


def renamings(options: Namespace) -> int:
    """
    List renamings.
    """
    catalogue = catalogue_of(options)
    found = catalogue.renamings.where(
        bearer=options.bearer,
        old=options.old,
        new=options.new,
        removes=options.removes,
        gives=options.gives,
        country=options.country,
        kind=options.kind,
        during=options.during,
        certainly=options.certainly,
        event=options.event,
        act=options.act,
    )
    write_rows(rows.of_changes(found, catalogue), options.format, shown=("date", "old", "new", "bearer", "country"))
    return 0


def events(options: Namespace) -> int:
    """
    List events.
    """
    found = catalogue_of(options).events.where(kind=options.kind, during=options.during)
    write_rows(rows.of_events(found), options.format, shown=("when", "event", "kind", "id"))
    return 0


def claims(options: Namespace) -> int:
    """
    List the claims of the article.
    """
    found = catalogue_of(options).claims.where(status=options.status, section=options.section)
    write_rows(rows.of_claims(found), options.format, shown=("id", "status", "statement", "correction"))
    return 0


def export(options: Namespace) -> int:
    """
    Write the data set or a part of it.
    """
    from ..exporters import export as export_to
    from ..exporters.registry import writer_of
    from .choosing import chosen

    catalogue = catalogue_of(options)
    records = chosen(catalogue, options.of, options.where)
    try:
        if options.output:
            export_to(options.format, options.output, records=records, catalogue=catalogue)
        else:
            for piece in writer_of(options.format)(catalogue if records is None else records, catalogue):
                _print(piece, options.format)
    except TypeError as error:
        raise ValueError(f"{options.format}: {error}") from error
    return 0


def _print(piece: str | bytes, format: str) -> None:
    """
    Write a piece of a format to standard output; bytes only where it is no terminal.
    """
    if isinstance(piece, str):
        sys.stdout.write(piece)
    elif sys.stdout.isatty():
        raise ValueError(f"{format} is no text for a terminal: write it to a file with -o")
    else:
        sys.stdout.buffer.write(piece)


def formats(options: Namespace) -> int:
    """
    List the formats of exports.
    """
    from ..exporters.registry import formats as known

    write_rows(_rows_of_formats(known()), options.format, shown=("name", "extension", "title"))
    return 0


def _rows_of_formats(formats: Iterable[Format]) -> list[rows.Row]:
    """
    Give a row for each format.
    """
    return [
        {
            "name": format.name,
            "extension": format.extension,
            "title": format.title,
            "carries": "; ".join(format.carries),
            "lacks": "; ".join(format.lacks),
        }
        for format in formats
    ]


def check(options: Namespace) -> int:
    """
    Hold data files against the laws, and rewrite them where that is wanted.
    """
    from ..checks import check as check_laws
    from ..store.directory import canonical_files, differences, read_directory, write_files
    from ..toponyms.spellings import FILE as SPELLINGS
    from ..toponyms.spellings import lines as spelling_lines

    folder = Path(options.directory or options.data or _bundled_folder())
    catalogue = read_directory(folder)
    findings = list(check_laws(catalogue))
    wanted = canonical_files(catalogue) | {SPELLINGS: spelling_lines(catalogue)}
    if options.fix:
        write_files(folder, wanted)
    findings += differences(folder, wanted)
    for finding in findings:
        print(plain(str(finding)))
    print(f"{catalogue!r}: {len(findings)} finding{'' if len(findings) == 1 else 's'}", file=sys.stderr)
    return 1 if findings else 0


def diff(options: Namespace) -> int:
    """
    Compare two exports.
    """
    from ..difference import difference
    from ..document import read_document

    old, new = (read_document(Path(path)) for path in (options.old, options.new))
    found = difference(old, new)
    sys.stdout.write(found.to_json() if options.format == "json" else found.to_text())
    return 1 if found.records else 0


def stats(options: Namespace) -> int:
    """
    Count what is in the data.
    """
    from ..figures import counts

    found = counts(catalogue_of(options))
    kept = [count for count in found if count[0] in SHORT] if options.short else found
    write_rows(rows.of_counts(kept), options.format)
    return 0


def catalogue_of(options: Namespace) -> Catalogue:
    """
    Give the catalogue that is asked about.

    Args:
        options: the options of the command, among them perhaps a folder of data.
    """
    return Catalogue.from_directory(options.data) if options.data else bundled()


def _bundled_folder() -> str:
    """
    Give the folder of the bundled data.
    """
    return str(Path(__file__).parents[1] / "data")
