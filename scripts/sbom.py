"""
Write the bill of materials of a wheel: what it is, what it holds of others, and what it needs.

The form is CycloneDX 1.6 in JSON (https://cyclonedx.org/docs/1.6/json/). A library does not choose the versions of what
it needs, so its dependencies stand there with the requirement as a property and without a version.
"""

import base64
import hashlib
import json
import re
import uuid
import zipfile
from datetime import UTC, datetime
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "src" / "destalinization" / "exporters" / "atlas" / "front" / "package-lock.json"
BUNDLED = ("d3-array", "d3-geo", "internmap", "topojson-client")
"""The npm packages that the script of the atlas has parts of; NOTICE names the same."""

Component = dict[str, Any]


def bill(wheel: Path, epoch: int) -> dict[str, Any]:
    """
    Make the bill of materials of a wheel.

    Args:
        wheel: the wheel.
        epoch: the time of the build, in seconds since 1970.

    Returns:
        A CycloneDX document; the same wheel and time give the same one.
    """
    itself = package(wheel)
    others = [data_set(wheel), land(), *bundled(), *needed(wheel)]
    needs = [{"ref": itself["bom-ref"], "dependsOn": sorted(other["bom-ref"] for other in others)}]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_URL, digest(wheel)).urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(epoch, UTC).isoformat().replace("+00:00", "Z"),
            "component": itself,
        },
        "components": others,
        "dependencies": [*needs, *({"ref": other["bom-ref"]} for other in others)],
    }


def package(wheel: Path) -> Component:
    """
    Describe the package itself.
    """
    stated = metadata(wheel)
    name, version = stated["Name"], stated["Version"]
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{version}",
        "name": name,
        "version": version,
        "description": stated["Summary"],
        "hashes": [{"alg": "SHA-256", "content": digest(wheel)}],
        "licenses": [{"expression": stated["License-Expression"]}],
        "purl": f"pkg:pypi/{name}@{version}",
    }


def data_set(wheel: Path) -> Component:
    """
    Describe the data that the wheel holds.
    """
    with zipfile.ZipFile(wheel) as archive:
        release = json.loads(archive.read("destalinization/data/release.json"))
    return {
        "type": "data",
        "bom-ref": "destalinization-data",
        "name": "destalinization data",
        "version": release["version"],
        "licenses": [{"license": {"id": release["licence"]}}],
    }


def land() -> Component:
    """
    Describe the land of the atlas.
    """
    return {
        "type": "data",
        "bom-ref": "natural-earth-land",
        "name": "Natural Earth, land at 1:50m, simplified",
        "licenses": [{"license": {"name": "public domain"}}],
        "externalReferences": [{"type": "website", "url": "https://www.naturalearthdata.com/"}],
    }


def bundled() -> list[Component]:
    """
    Describe the npm packages that the script of the atlas has parts of, as they are locked.
    """
    locked = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    return [_npm(name, locked[f"node_modules/{name}"]) for name in BUNDLED]


def _npm(name: str, locked: dict[str, str]) -> Component:
    """
    Describe an npm package.
    """
    algorithm, _, content = locked["integrity"].partition("-")
    return {
        "type": "library",
        "bom-ref": f"pkg:npm/{name}@{locked['version']}",
        "name": name,
        "version": locked["version"],
        "hashes": [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(content).hex()}],
        "licenses": [{"license": {"id": locked["license"]}}],
        "purl": f"pkg:npm/{name}@{locked['version']}",
    }


def needed(wheel: Path) -> list[Component]:
    """
    Describe what the package requires, always or for an extra.
    """
    return [_requirement(text) for text in metadata(wheel).get_all("Requires-Dist") or []]


def _requirement(text: str) -> Component:
    """
    Describe a requirement.
    """
    found = re.match(r"[A-Za-z0-9._-]+", text)
    if found is None:
        raise ValueError(f"no requirement: {text}")
    name = re.sub(r"[-_.]+", "-", found[0]).lower()
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}",
        "name": name,
        "scope": "optional" if "extra ==" in text else "required",
        "purl": f"pkg:pypi/{name}",
        "properties": [{"name": "destalinization:requirement", "value": text}],
    }


def metadata(wheel: Path) -> Any:
    """
    Read what the wheel states of itself.
    """
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return BytesHeaderParser().parsebytes(archive.read(name))


def digest(path: Path) -> str:
    """
    Give the SHA-256 sum of a file.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()
