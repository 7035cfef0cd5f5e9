"""
Print the lower bounds of the dependencies and extras in pyproject.toml as constraints for pip.
"""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "pyproject.toml"


def lowest(project: dict[str, object]) -> list[str]:
    """
    Give the lowest version of each requirement that the project's table states.

    Args:
        project: the table.

    Raises:
        ValueError: a requirement states no lower bound.
    """
    extras = project["optional-dependencies"]
    assert isinstance(extras, dict)
    required = [project["dependencies"], *extras.values()]
    return [pinned(text) for texts in required if isinstance(texts, list) for text in texts]


def pinned(requirement: str) -> str:
    """
    Turn a lower bound into the version itself.

    Args:
        requirement: such as ``attrs>=25.4``.
    """
    found = re.fullmatch(r"([\w-]+)>=([\w.]+)", requirement)
    if found is None:
        raise ValueError(f"{requirement!r} is no name with a lower bound")
    return f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    print(*lowest(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]), sep="\n")
