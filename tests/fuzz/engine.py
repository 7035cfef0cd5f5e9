"""
Run one target under atheris (https://github.com/google/atheris), which hands its arguments on to libFuzzer.

Usage: engine.py TARGET [-OPTION=VALUE ...] FOLDER ...
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import walk_packages

import atheris
from targets import target


def instrumented() -> None:
    """
    Import the library so that atheris sees which way the code goes; modules that need an extra are left out.
    """
    atheris.enabled_hooks.add("str")
    with atheris.instrument_imports(include=["destalinization", "cattrs"]):
        package = import_module("destalinization")
        for module in walk_packages(package.__path__, "destalinization."):
            if not module.name.endswith("__main__"):
                with suppress(ImportError):
                    import_module(module.name)


def main() -> None:
    """
    Fuzz until libFuzzer ends it.
    """
    name, *options = sys.argv[1:]
    instrumented()
    module = target(name)
    for seed in module.seeds():
        module.check(seed)  # what is made once is made before time is taken
    atheris.Setup([sys.argv[0], *options], module.check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
