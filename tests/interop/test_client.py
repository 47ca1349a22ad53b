"""A client that openapi-python-client makes of our OpenAPI talks to a running desk."""

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from claimdesk.settings import Settings, keep
from claimdesk.workflow.bench import open_workbench

from ..armoured import served
from ..fake_labelstudio import FakeLabelStudio
from ..filling import fill
from ..test_openapi import GOLDEN

pytest.importorskip("openapi_python_client", reason="the group interop is not installed")

PLACE = {"labelstudio_url": "http://127.0.0.1:9", "labelstudio_token": "0" * 40}


def test_a_public_generator_makes_a_client_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    generated(json.loads(GOLDEN.read_text(encoding="utf-8")), tmp_path)
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
    beside = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [*command, "--fail-on-warning"],
        cwd=folder,
        env=os.environ | {"PATH": beside},  # it calls ruff by its name
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Warning" not in done.stdout + done.stderr
