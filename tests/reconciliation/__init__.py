"""Judges answers by the JSON schemas of the Reconciliation Service API, which lie here by version."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

_HERE = Path(__file__).parent
_SPACE = "https://reconciliation-api.github.io/specs"
# What the schemas say of signing in stands in a schema of Swagger; nobody signs in here.
_SWAGGER = {"definitions": {"securityDefinitions": {"additionalProperties": False}}}


def judge(version: str, schema: str, told: object) -> None:
    """Fail where something does not fit a schema of a version."""
    found = [
        f"{error.instance_path}: {error.message}" for error in _validator(version, schema).iter_errors(told)
    ]
    assert found == []


@cache
def _validator(version: str, schema: str) -> Any:  # noqa: ANN401 # a class of a compiled library
    # The draft's files name themselves by "draft", and each refers to others beside it.
    space = "draft" if version == "1.0-draft" else version
    files = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (_HERE / version).glob("*.json")
    }
    known = [(f"{_SPACE}/{space}/schemas/{name}", found) for name, found in files.items()]
    swagger = [("http://swagger.io/v2/schema.json", _SWAGGER)]
    registry = jsonschema_rs.Registry([*known, *swagger], draft=jsonschema_rs.Draft7)
    return jsonschema_rs.Draft7Validator(files[f"{schema}.json"], registry=registry)
