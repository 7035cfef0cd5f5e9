"""
The command line: its arguments, its exit codes, and what becomes of errors.

Exit code 0: done; 1: `check` found something, or `diff` a difference; 2: the call or the data could not be used; 128
and the number of a signal: ended by it, such as 130 by an interrupt and 143 by SIGTERM.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from ..errors import DestalinizationError
from ..vocabulary import CLAIM_STATUSES, EVENT_KINDS
from . import serving, texts, verbs
from .arguments import path, port
from .choosing import TABLES
from .examples import illustrate
from .process import EndedError, ended_by, ending_clears_up, prepare_streams
from .terminal import plain

ANNOTATIONS = ("jsonl", "csv", "web-annotation", "tei", "html")
"""The formats of annotated texts; a test holds them against those that can be written."""

OUTPUT = "the file to write; standard output without it"

EPILOG = """\
examples:
  destalinization show dushanbe
  destalinization find Stalino --on 1950 --country UA
  destalinization name-on volgograd 1961-11-10
  destalinization date Stalinabad Molotov
  destalinization annotate memoir.txt --format tei -o memoir.xml
  destalinization renamings --removes joseph-stalin --during 1961
  destalinization claims --status contradicted
  destalinization export json -o destalinization.json
  destalinization atlas -o atlas.html
  destalinization export geojson --of renamings --where removes=joseph-stalin --where during=1961 -o 1961.geojson
  destalinization serve --port 8000
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command.

    Args:
        arguments: the arguments; those of the process where nothing is given.

    Returns:
        The exit code.
    """
    prepare_streams()
    try:
        with ending_clears_up():
            options = _parser().parse_args(arguments)
            code: int = options.verb(options)
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, EndedError, DestalinizationError, OSError, ValueError) as error:
        number = ended_by(error)
        return 128 + number if number else _fail(_told(error))
    return code


def _told(error: BaseException) -> str:
    """
    Say what an error tells, and of which file; a path may hold anything, and is put on one line.
    """
    if isinstance(error, OSError):
        return plain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    return str(error)


def _fail(message: str) -> int:
    """
    Say what went wrong, on standard error.
    """
    print("destalinization:", "\n".join(map(plain, message.split("\n"))), file=sys.stderr)
    return 2


class _Version(argparse.Action):
    """
    Print the versions of code and data when they are asked for, and not before.
    """

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import destalinization as ds

        print(f"destalinization {ds.__version__} (data {ds.__data_version__})")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    """
    Build the parser of the command line.
    """
    parser = argparse.ArgumentParser(
        prog="destalinization",
        description="The reference open data set of de-Stalinization.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the versions of code and data")
    parser.add_argument(
        "--data", type=path, metavar="DIR", help="a folder of data files to use instead of the bundled data"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    show = commands.add_parser("show", help="show one record with its names, disputes and sources")
    show.add_argument("id", help="the id of a record, or of a change such as volgograd/volgograd")
    show.add_argument("--format", choices=("text", "json"), default="text")
    show.set_defaults(verb=verbs.show)

    _questions(commands)
    _renamings(commands.add_parser("renamings", help="list renamings"))

    events = commands.add_parser("events", help="list events")
    events.add_argument("--kind", choices=tuple(EVENT_KINDS))
    events.add_argument("--during", metavar="PERIOD", help="a date or interval in EDTF, such as 1956 or 1953/1964")
    _formatted(events)
    events.set_defaults(verb=verbs.events)

    claims = commands.add_parser("claims", help="list the claims of the article and what became of them")
    claims.add_argument("--status", choices=tuple(CLAIM_STATUSES))
    claims.add_argument("--section")
    _formatted(claims)
    claims.set_defaults(verb=verbs.claims)

    _export(commands.add_parser("export", help="write the data set, or a part of it, in a format"))

    atlas = commands.add_parser("atlas", help="write the atlas: a page for the browser, with a map of any day")
    _selected(atlas)
    atlas.set_defaults(format="atlas")

    _serve(commands.add_parser("serve", help="serve the data to OpenRefine, as a reconciliation service"))

    formats = commands.add_parser("formats", help="list the formats of export, and what each holds and lacks")
    _formatted(formats)
    formats.set_defaults(verb=verbs.formats)

    check = commands.add_parser("check", help="hold data files against the laws of the data")
    check.add_argument("directory", type=path, nargs="?", help="a folder of data files; the bundled data without it")
    check.add_argument("--fix", action="store_true", help="rewrite the files in canonical form, with their index")
    check.set_defaults(verb=verbs.check)

    diff = commands.add_parser("diff", help="compare two JSON exports")
    diff.add_argument("old", type=path, help="the earlier export")
    diff.add_argument("new", type=path, help="the later export")
    diff.add_argument("--format", choices=("text", "json"), default="text")
    diff.set_defaults(verb=verbs.diff)

    stats = commands.add_parser("stats", help="count what is in the data")
    stats.add_argument("--short", action="store_true", help="records, names, changes and disputes only")
    _formatted(stats)
    stats.set_defaults(verb=verbs.stats)
    illustrate(commands.choices)
    return parser


def _questions(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """
    Add the questions about names.
    """
    find = commands.add_parser("find", help="find what was ever called something, in any script and spelling")
    find.add_argument("name", help="the name, such as Stalino, Сталино or Woroschilowgrad")
    find.add_argument("--on", metavar="DATE", help="only names that may have held on this date")
    find.add_argument("--country", metavar="CODE", help="the country of today, such as UA")
    find.add_argument("--kind", help="the kind of the bearer, such as city")
    find.add_argument("--honours", metavar="ID", help="whom the name honours")
    find.add_argument("--fuzzy", action="store_true", help="similar spellings too")
    _formatted(find)
    find.set_defaults(verb=verbs.find)

    name_on = commands.add_parser("name-on", help="say what a place or institution was called on a date")
    name_on.add_argument("id", help="the id of the place or institution, such as dushanbe")
    name_on.add_argument("date", help="a date in EDTF, such as 1950-06-01, 1950-06 or 1950")
    _formatted(name_on)
    name_on.set_defaults(verb=verbs.name_on)

    annotate = commands.add_parser("annotate", help="find the names in texts, and say what they mean")
    annotate.add_argument(
        "files", type=path, nargs="+", metavar="FILE", help="a text in UTF-8, of any size; - is standard input"
    )
    annotate.add_argument("--language", metavar="TAG", help="only forms of this language, such as ru")
    annotate.add_argument("--on", metavar="DATE", help="when the text was written, or auto to date it by its names")
    annotate.add_argument("--everything", action="store_true", help="people, adjectives and parts of other names too")
    annotate.add_argument(
        "--errors", choices=("strict", "replace"), default="strict", help="what to do with broken bytes"
    )
    annotate.add_argument("--format", choices=("table", *ANNOTATIONS), default="table")
    annotate.add_argument("-o", "--output", type=path, metavar="PATH", help=OUTPUT)
    annotate.set_defaults(verb=texts.annotate)

    patterns = commands.add_parser("patterns", help="write the names as patterns for spaCy's EntityRuler, one a line")
    patterns.add_argument("--language", metavar="TAG", help="only forms of this language, such as ru")
    patterns.add_argument("-o", "--output", type=path, metavar="PATH", help=OUTPUT)
    patterns.set_defaults(verb=texts.patterns)

    date = commands.add_parser("date", help="say when something can have been written that uses certain names")
    what = date.add_mutually_exclusive_group(required=True)
    what.add_argument("names", nargs="*", default=[], metavar="NAME", help="a name, such as Stalinabad")
    what.add_argument(
        "--text", type=path, metavar="FILE", help="date the text in this file by the names in it; - is standard input"
    )
    _formatted(date)
    date.set_defaults(verb=verbs.date)

    on = commands.add_parser("on", help="list what happened on a day, or in a month or year")
    on.add_argument("date", help="a date in EDTF, such as 1961-11-11")
    _formatted(on)
    on.set_defaults(verb=verbs.on)


def _renamings(parser: argparse.ArgumentParser) -> None:
    """
    Add the criteria of renamings.
    """
    parser.add_argument("--bearer", metavar="ID", help="the id of the place or institution")
    parser.add_argument("--old", metavar="NAME", help="a spelling of the name given up, in any language")
    parser.add_argument("--new", metavar="NAME", help="a spelling of the name taken, in any language")
    parser.add_argument("--removes", metavar="ID", help="whom the old name honours and the new one does not")
    parser.add_argument("--gives", metavar="ID", help="whom the new name honours and the old one does not")
    parser.add_argument("--country", metavar="CODE", help="the country of today, such as UA")
    parser.add_argument("--kind", help="the kind of the bearer, such as city")
    parser.add_argument("--during", metavar="PERIOD", help="a date or interval in EDTF, such as 1961-11")
    parser.add_argument("--certainly", action="store_true", help="only those that certainly lie in the period")
    parser.add_argument("--event", metavar="ID", help="the event that they belong to")
    parser.add_argument("--act", metavar="ID", help="the act that ordered them")
    _formatted(parser)
    parser.set_defaults(verb=verbs.renamings)


def _export(parser: argparse.ArgumentParser) -> None:
    """
    Add the options of exports.
    """
    parser.add_argument("format", help="a format, such as json or geojson; `destalinization formats` lists them")
    _selected(parser)


def _selected(parser: argparse.ArgumentParser) -> None:
    """
    Add the choice of what is exported, and where to.
    """
    parser.add_argument("-o", "--output", type=path, metavar="PATH", help=OUTPUT)
    parser.add_argument("--of", metavar="TABLE", choices=TABLES, help="one table only, such as renamings")
    parser.add_argument(
        "--where",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="only records of the table (places, unless --of says another) that meet this criterion, such as"
        " country=TJ; may be given several times",
    )
    parser.set_defaults(verb=verbs.export)


def _serve(parser: argparse.ArgumentParser) -> None:
    """
    Add the options of the service.
    """
    parser.add_argument("--host", default="127.0.0.1", help="the interface; this machine alone can reach the default")
    parser.add_argument("--port", type=port, default=8000, help="the port; 0 takes one that is free")
    parser.add_argument("--url", help="what links begin with, where others reach it by another address")
    parser.set_defaults(verb=serving.serve)


def _formatted(parser: argparse.ArgumentParser) -> None:
    """
    Add the choice of the output's format.
    """
    parser.add_argument("--format", choices=("table", "json", "csv"), default="table")
