"""What OpenAPI says of the service is so: requests are made up from it, and answers compared."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimdesk.settings import keep
from claimdesk.workflow.bench import Workbench

from .armoured import SECRET, Served, served
from .catalogue import Seen, longer
from .databases import KINDS, fresh_database
from .fake_server import Studio
from .filling import fill

UNHURRIED = {
    "failures_per_second": 1e6,
    "failures_in_a_row": 1e6,
    "doorbells_per_second": 1e6,
    "doorbells_in_a_row": 1e6,
    "doorbell_seconds": 5.0,
}


@pytest.fixture(params=KINDS[: longer(1, 2)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What the databases make of odd words is in test_evil_requests; here one is enough."""
    if request.param == "postgresql":
        return fresh_database(request.getfixturevalue("postgresql"))
    return f"sqlite:///{tmp_path / 'claimdesk.db'}"


@pytest.fixture
def backend(bench: Workbench, tmp_path: Path) -> Iterator[Served]:
    """A backend with a bit of everything in it, beside a Label Studio on a socket."""
    studio = Studio(SECRET)
    fill(bench, studio.fake, tmp_path).__exit__()
    with studio.serving():
        place = {"labelstudio_url": studio.url, "labelstudio_token": "0" * 40}
        keep(bench.settings.home, place | {"database_url": bench.settings.database_url})
        with served(bench.settings.home, **UNHURRIED) as found:
            yield found


@pytest.mark.catalogue("H2", "requests made up from OpenAPI find nothing that it does not say")
@pytest.mark.parametrize("credential", ["none", "token", "doorbell"])
def test_openapi_says_how_every_request_ends(
    backend: Served, credential: str, tmp_path: Path, seen: Seen
) -> None:
    only = ["--include-path", "/api/v1/doorbell"] if credential == "doorbell" else []
    proof = {"none": None, "token": backend.token, "doorbell": SECRET}[credential]
    done = fuzzed(backend, proof, only, tmp_path)
    assert done.returncode == 0, done.stdout[-8_000:]
    assert "Unresolvable" not in done.stdout
    (made,) = re.findall(r"([\d,]+) generated", done.stdout)
    seen(int(made.replace(",", "")), "0 failures of all checks")


def fuzzed(
    backend: Served, proof: str | None, only: list[str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Every check there is, on requests that fit and requests that do not."""
    examples = longer(40 if proof else 10, 1_000)
    address = f"http://127.0.0.1:{backend.port}/api/v1/openapi.json"
    options = ["--checks", "all", "--mode", "all", "--generation-allow-x00", "true"]
    options += ["--seed", "1", "--max-examples", str(examples), "--continue-on-failure"]
    options += ["--generation-database", "none", "--no-color", *only]
    if proof:
        options += ["-H", f"Authorization: Bearer {proof}"]
    command = [sys.executable, "-m", "schemathesis.cli", "run", address, *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
