"""
The manifest: what the service is and offers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..document import BASE
from .entity_types import DEFAULT_TYPES
from .extension import SETTINGS
from .messages import BATCH
from .preview import HEIGHT, WIDTH

if TYPE_CHECKING:
    from ..store.catalogue import Catalogue

NAME = "destalinization: places and institutions that were renamed"


def manifest(address: str, catalogue: Catalogue) -> dict[str, Any]:
    """
    Describe the service, as the protocol writes it.

    Args:
        address: where it is served, without a slash at the end.
        catalogue: whose release it serves.
    """
    shown = f"{address}/preview?id={{{{id}}}}"
    release = {"serviceVersion": f"data {catalogue.release.version}"} if catalogue.release else {}
    return {
        "versions": ["0.1", "0.2"],
        "name": NAME,
        "identifierSpace": BASE,
        "schemaSpace": f"{BASE}schema.json#",
        **release,
        "defaultTypes": list(DEFAULT_TYPES),
        "view": {"url": shown},
        "preview": {"url": shown, "width": WIDTH, "height": HEIGHT},
        "suggest": {of: _suggest(address, of) for of in ("entity", "property", "type")},
        "extend": {
            "propose_properties": {"service_url": address, "service_path": "/properties"},
            "property_settings": list(SETTINGS),
        },
        "batchSize": BATCH,
    }


def _suggest(address: str, of: str) -> dict[str, str]:
    """
    Say where something is suggested, and shown.
    """
    return {
        "service_url": address,
        "service_path": f"/suggest/{of}",
        "flyout_service_url": address,
        "flyout_service_path": f"/flyout/{of}?id=${{id}}",
    }
