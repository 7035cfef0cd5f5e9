"""
What the command does, a function a verb; each gives the exit code.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from .. import rows
from ..document import cite
from ..store.catalogue import Catalogue, bundled
from .text import describe, write_rows

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
    print(answer)
    for candidate in answer.candidates:
        print(f"  {candidate}")
        for source in cite(candidate.name, catalogue=catalogue):
            print(f"    {source}")
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
    Write the whole data set.
    """
    from ..exporters import export as export_to
    from ..exporters import writer_of

    catalogue = catalogue_of(options)
    if options.output:
        export_to(options.format, options.output, catalogue=catalogue)
    else:
        sys.stdout.writelines(writer_of(options.format)(catalogue, catalogue))
    return 0


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
        print(finding)
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
