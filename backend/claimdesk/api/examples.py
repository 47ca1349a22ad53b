"""Examples in OpenAPI: every schema and every answer has one, made of those of its fields."""

from functools import cache
from typing import Any

from fastapi import FastAPI

from claimdesk.api.forms import VERDICT
from claimdesk.workflow.bench import Workbench

MOMENT = "2026-03-14T09:30:00Z"
PLAIN: dict[str, Any] = {"integer": 12, "number": 0.5, "boolean": False, "date-time": MOMENT}
"""What does for fields that say nothing more telling."""

UNTOLD = "(no example)"
"""Stands where a text has no example; a test finds it."""


def show(app: FastAPI) -> None:
    """Let OpenAPI have its examples; it is made once."""
    bare = app.openapi
    bench: Workbench = app.state.bench

    @cache
    def described() -> dict[str, Any]:
        found = bare()
        _complete(found)
        told: dict[str, Any] = _with_verdict(found, bench.labels.votes[0])
        return told

    app.openapi = described  # type: ignore[method-assign]


def _complete(document: dict[str, Any]) -> None:
    schemas: dict[str, Any] = document["components"]["schemas"]
    for schema in schemas.values():
        schema.setdefault("examples", [_example(schema, schemas)])
    for methods in document["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", []):
                if parameter["required"]:  # the page of docs sends whatever has an example here
                    parameter["example"] = _example(parameter["schema"], schemas)
            for answer in operation["responses"].values():
                for content in answer.get("content", {}).values():
                    content["example"] = _example(content["schema"], schemas)


def _example(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:
    """An example of a schema, out of those of its parts."""
    given = schema.get("examples") or schema.get("enum") or [schema.get("default")]
    if given != [None] or not schema:
        return given[0]
    if "$ref" in schema:
        return _example(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    if "anyOf" in schema:
        return _example(schema["anyOf"][0], schemas)
    if schema.get("type") == "array":
        return [_example(schema["items"], schemas)]
    if schema.get("type") == "object":
        parts = schema.get("properties", {})
        return {name: _example(part, schemas) for name, part in parts.items()}
    return PLAIN.get(schema.get("format") or schema.get("type", ""), UNTOLD)


def _with_verdict(found: Any, verdict: str) -> Any:
    """The same with a verdict of the label config wherever an example needs one."""
    if isinstance(found, dict):
        return {
            verdict if name == VERDICT else name: _with_verdict(value, verdict)
            for name, value in found.items()
        }
    if isinstance(found, list):
        return [_with_verdict(one, verdict) for one in found]
    return verdict if found == VERDICT else found
