"""
Child processes: run with less than they may expect.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Mapping

import pytest

_PR_CAPBSET_DROP = 24
_CAPABILITIES = (1, 2, 3)
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER, by which a superuser passes over permissions."""


def python(
    *arguments: object,
    flags: tuple[str, ...] = (),
    environment: Mapping[str, str | None] | None = None,
    before: Callable[[], object] | None = None,
    **options: object,
) -> subprocess.CompletedProcess[bytes]:
    """
    Run Python, and give what it prints.

    Args:
        arguments: what is run, and its arguments.
        flags: flags of the interpreter.
        environment: what is different in the environment; None takes a variable away.
        before: what is done in the child before it begins.
        options: further options of `subprocess.run`.
    """
    changed = {**os.environ, **(environment or {})}
    kept = {key: value for key, value in changed.items() if value is not None}
    command = [sys.executable, *flags, *map(str, arguments)]
    settings: dict[str, object] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        command, env=kept, preexec_fn=before, timeout=120, check=False, **settings | options
    )


def command(*arguments: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """
    Run the command ``destalinization``.

    Args:
        arguments: its arguments.
        options: as for `python`.
    """
    return python("-m", "destalinization", *arguments, **options)  # type: ignore[arg-type]


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """
    Give the one line on standard error of a command that could not do what it was told.

    Args:
        done: the command.
    """
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n"), told.startswith("destalinization: ")) == (2, 1, True), told
    return told.removeprefix("destalinization: ").removesuffix("\n")


def powerless() -> None:
    """
    Take from a superuser, in a child, what passes over permissions; anybody else has not got it.
    """
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in _CAPABILITIES:
            if libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "capabilities cannot be dropped")


def needs_permissions() -> None:
    """
    Skip a test where permissions bind nobody.
    """
    if not hasattr(os, "geteuid"):
        pytest.skip("there are no users here")
    try:
        held = python("-c", "pass", before=powerless).returncode == 0
    except subprocess.SubprocessError:
        held = False
    if not held:
        pytest.skip("a superuser passes over permissions, and may not give that up here")
