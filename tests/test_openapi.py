"""OpenAPI is part of what others build on: kept as a golden file, with examples that fit.

`--update-golden` writes it anew. A public generator makes a client of it that works.
"""

import dataclasses
import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi import FastAPI

from claimdesk.api import create_app, forms
from claimdesk.pages import router
from claimdesk.settings import Settings, keep
from claimdesk.snapshot import ArticleView, ClaimView, Furniture, JudgementView
from claimdesk.workflow.bench import open_workbench

from .armoured import served
from .environment import missing
from .fake_labelstudio import FakeLabelStudio
from .filling import fill

GOLDEN = Path(__file__).parent / "golden" / "openapi.json"
PLACE = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}


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
    ],
)
def test_a_form_leaves_nothing_of_its_view_out(view: type[Any], form: type[Any]) -> None:
    fields = {one.name for one in dataclasses.fields(view)} - {"article"}
    assert fields <= set(form.model_fields)


def test_a_public_generator_makes_a_client_that_works(
    document: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated(document, tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    client_of = importlib.import_module("desk_client").AuthenticatedClient
    list_claims = importlib.import_module("desk_client.api.claims.list_claims")
    home = tmp_path / "home"
    bench = open_workbench(Settings.read(home, **PLACE))
    fill(bench, FakeLabelStudio(), tmp_path)
    bench.engine.dispose()
    keep(home, PLACE)
    with served(home) as backend:
        address = f"http://127.0.0.1:{backend.port}"
        with client_of(base_url=address, token=backend.token) as client:
            some = list_claims.sync(client=client, story="pier", min_reviewers=2, limit=3)
            answer = list_claims.sync_detailed(client=client, q="piles")
            refused = list_claims.sync(client=client, limit=501)
    assert [one.article_id for one in some.items] == [some.items[0].article_id] * 3
    assert [one.text for one in answer.parsed.items] == ["🚢 Eleven piles are cracked."]
    assert answer.parsed.items[0].judgements[0].said_at.year == 2026
    assert (refused.status, refused.type_) == (422, "/problems/invalid-request")


def generated(document: dict[str, Any], folder: Path) -> None:
    """A client of it as the package desk_client; the generator warns of nothing."""
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    words = ["generate", "--path", "openapi.json", "--output-path", "desk_client"]
    command = [sys.executable, "-m", "openapi_python_client", *words, "--meta", "none"]
    try:
        importlib.import_module("openapi_python_client")
    except ImportError:
        missing("no generator of clients: uv sync --group interop")
    done = subprocess.run(
        [*command, "--fail-on-warning"], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
