"""OpenAPI is part of what others build on: kept as a golden file, with examples that fit.

`--update-golden` writes it anew; tests/interop has a client made of it.
"""

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi import FastAPI

from claimdesk.api import create_app, forms
from claimdesk.api.examples import UNTOLD
from claimdesk.pages import router
from claimdesk.settings import Settings
from claimdesk.snapshot import (
    ArticleView,
    ClaimView,
    Furniture,
    JudgementView,
    OriginView,
    RulingView,
)
from claimdesk.workflow.bench import open_workbench

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[FastAPI]:
    bench = open_workbench(Settings.read(tmp_path / "home"))
    yield create_app(bench, pages=[router], collect=False)
    bench.engine.dispose()


@pytest.fixture
def document(app: FastAPI) -> dict[str, Any]:
    return app.openapi()


def test_openapi_is_its_golden_file(
    document: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    found = json.dumps(document, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(found, encoding="utf-8")
    assert found == GOLDEN.read_text(encoding="utf-8")


def test_every_schema_has_an_example_that_fits(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    for name, schema in schemas.items():
        for example in schema["examples"]:
            wanted = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
            jsonschema.validate(example, wanted)
            assert example, name
            assert UNTOLD not in json.dumps(example), name


def test_every_answer_has_an_example_that_fits(document: dict[str, Any]) -> None:
    kinds = set()
    for path, methods in document["paths"].items():
        for operation in methods.values():
            contents = [one.get("content", {}) for one in operation["responses"].values()]
            assert any(contents), path
            for kind, content in (pair for one in contents for pair in one.items()):
                wanted = content["schema"] | {"components": document["components"]}
                jsonschema.validate(content["example"], wanted)
                kinds.add(kind)
    assert {"application/json", "application/problem+json"} < kinds


def test_operations_have_short_names_of_their_own(document: dict[str, Any]) -> None:
    names = [one["operationId"] for path in document["paths"].values() for one in path.values()]
    assert len(names) == len(set(names))
    assert "list_claims" in names


@pytest.mark.parametrize(
    ("view", "form"),
    [
        (ArticleView, forms.ArticleOut),
        (JudgementView, forms.JudgementOut),
        (Furniture, forms.FurnitureOut),
        (ClaimView, forms.ClaimOut),
        (OriginView, forms.OriginOut),
        (RulingView, forms.RulingOut),
    ],
)
def test_a_form_leaves_nothing_of_its_view_out(view: type[Any], form: type[Any]) -> None:
    named = getattr(view, "_fields", None) or [one.name for one in dataclasses.fields(view)]
    assert set(named) - {"article"} <= set(form.model_fields)
