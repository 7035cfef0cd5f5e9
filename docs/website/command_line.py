"""
The reference of the command line, from its own parsers.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from destalinization import Catalogue
from destalinization.cli import command

from .markup import markdown

HEAD = """\
# Command line

`destalinization COMMAND --help` says the same.
Lists come as a table; `--format json` and `--format csv` give all columns.

| exit code | meaning |
| ---: | --- |
| 0 | done |
| 1 | `check` found something, or `diff` a difference |
| 2 | the call or the data could not be used; standard error says why, in one line |

"""


def pages(_: Catalogue) -> Iterator[tuple[str, str]]:
    """
    Write the page.

    Yields:
        Its path, and its text.
    """
    parser = command._parser()  # noqa: SLF001
    yield "reference/command-line.md", HEAD + "".join(_written(parser))


def _written(parser: argparse.ArgumentParser) -> Iterator[str]:
    """
    Tell the command and each of its verbs.
    """
    yield _section(parser, "destalinization", "Options before the command.")
    for group in parser._actions:  # noqa: SLF001
        if isinstance(group, argparse._SubParsersAction):  # noqa: SLF001
            helps = {choice.dest: choice.help or "" for choice in group._choices_actions}  # noqa: SLF001
            for name, verb in group.choices.items():
                yield _section(verb, name, f"{helps[name][:1].upper()}{helps[name][1:]}.")


def _section(parser: argparse.ArgumentParser, name: str, about: str) -> str:
    """
    Tell a verb with its arguments.
    """
    formatter = argparse.HelpFormatter(parser.prog, width=90)
    formatter.add_usage(parser.usage, parser._actions, parser._mutually_exclusive_groups, prefix="")  # noqa: SLF001
    own = [a for a in parser._actions if not isinstance(a, (argparse._HelpAction, argparse._SubParsersAction))]  # noqa: SLF001
    rows = "".join(f"| {_called(action)} | {_said(action)} |\n" for action in own)
    table = f"| argument | what it says |\n| --- | --- |\n{rows}\n" if own else ""
    return f"## {name}\n\n{markdown(about)}\n\n```text\n{formatter.format_help()}```\n\n{table}{_examples(parser)}"


def _called(action: argparse.Action) -> str:
    """
    Give an argument as it is written.
    """
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}" if not action.choices else ""
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    return ", ".join(f"`{option}{value}`" for option in action.option_strings)


def _said(action: argparse.Action) -> str:
    """
    Say what an argument means, what it may be, and what it is where nothing is said.
    """
    parts = [action.help or ""]
    if action.choices:
        parts.append(f"one of {', '.join(str(choice) for choice in action.choices)}")
    if action.nargs != 0 and action.default not in (None, [], argparse.SUPPRESS):
        parts.append(f"{action.default} where nothing is said")
    return markdown("; ".join(part for part in parts if part))


def _examples(parser: argparse.ArgumentParser) -> str:
    """
    Give the examples of a verb.
    """
    return f"```text\n{parser.epilog.strip()}\n```\n\n" if parser.epilog else ""
