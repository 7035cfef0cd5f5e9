"""
What the tests of the service share: the service itself, and the judges of the protocol.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

import destalinization as ds
from destalinization.reconciliation.service import Reply, Service

SPACE = "https://reconciliation-api.github.io/specs/0.2/schemas/"
SWAGGER = "http://swagger.io/v2/schema.json"

Ask = Callable[..., Any]
Judge = Callable[[str, Any], list[str]]


@pytest.fixture(scope="session")
def service() -> Service:
    """
    The service for the bundled data.
    """
    return Service(ds.catalogue(), "http://127.0.0.1:8000")


@pytest.fixture(scope="session")
def ask(service: Service) -> Ask:
    """
    Ask the service by GET, and read its answer.
    """

    def ask(path: str, status: int = 200, **parameters: Any) -> Any:
        encoded = {key: value if isinstance(value, str) else json.dumps(value) for key, value in parameters.items()}
        reply: Reply = service.answer("GET", path, encoded)
        assert (status, "application/json; charset=utf-8") == (reply.status, reply.media_type), reply.content
        return json.loads(reply.content)

    return ask


@pytest.fixture(scope="session")
def judge() -> Judge:
    """
    Hold a message against a schema of the protocol, and give what is wrong with it.
    """
    if "DESTALINIZATION_SCHEMAS" not in os.environ:
        pytest.skip("DESTALINIZATION_SCHEMAS names no folder of schemas")
    folder = Path(os.environ["DESTALINIZATION_SCHEMAS"]) / "recon-0.2"
    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
    known = [(f"{SPACE}{name}.json", Resource.from_contents(schema, DRAFT7)) for name, schema in schemas.items()]
    registry: Registry[Any] = Registry().with_resources([*known, (SWAGGER, Resource.from_contents({}, DRAFT7))])

    def judge(name: str, message: Any) -> list[str]:
        found = Draft7Validator(schemas[name] | {"$id": f"{SPACE}{name}.json"}, registry=registry)
        return [error.message for error in found.iter_errors(message)]

    return judge
