"""What the service says of itself, in the words of either version."""

from typing import Any

from kg.version import VERSION
from kg.vocab import ONTOLOGY
from kg.web.reconciliation import properties
from kg.web.reconciliation.reading import BATCH

NAME = "Communiqué: actors and places of diplomacy"
WIDTH, HEIGHT = 420, 300  # pixels of a preview
PATH, DRAFT = "/reconcile", "/reconcile/1.0"
Manifest = dict[str, Any]


def current(root: str, base: str) -> Manifest:
    """Return the manifest of version 0.2.

    Args:
        root: address of this host, with its last slash.
        base: base of the IRIs of all data.
    """
    here = f"{root}reconcile"
    suggest = {
        each: {"service_url": here, "service_path": f"/suggest/{each}"}
        for each in ("entity", "type", "property")
    }
    return {
        **_both(root, "0.2"),
        "identifierSpace": base,
        "schemaSpace": str(ONTOLOGY),
        "view": {"url": f"{root}{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/extend/propose"},
            "property_settings": [],
        },
    }


def draft(root: str) -> Manifest:
    """Return the manifest of the draft of version 1.0."""
    return {
        **_both(root, "1.0-draft"),
        "view": {"url": f"{root}{{+id}}"},
        "preview": {"width": WIDTH, "height": HEIGHT},
        "suggest": {"entity": True, "type": True, "property": True},
        "extend": {"proposeProperties": True, "propertySettings": []},
        "standardizedScore": True,
        "lang": "en",
    }


def _both(root: str, version: str) -> Manifest:
    return {
        "versions": [version],
        "name": NAME,
        "documentation": f"{root}crosswalk",
        "logo": f"{root}static/icon.svg",
        "serviceVersion": VERSION,
        "defaultTypes": [properties.told(kind) for kind in properties.OFFERED],
        "batchSize": BATCH,
    }
