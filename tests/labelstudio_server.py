"""A real Label Studio for tests: one per session, started as `claimdesk up` starts it.

It is never left out silently: where it cannot be installed the tests say why, and fail instead
of skipping when `--strict-env` or CI is set.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimdesk.desk import toolenv
from claimdesk.desk.server import Server
from claimdesk.errors import ClaimdeskError
from claimdesk.labelstudio.people import sign_up
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench, open_workbench

from .environment import missing
from .reviewers import CSRF

PASSWORD = "correct horse battery staple"


def start_label_studio(home: Path, **options: object) -> Server:
    """A started and ready server over a home; the caller stops it."""
    server = Server(home, toolenv.ensure(print), tell=print, **options)  # type: ignore[arg-type]
    try:
        server.start()
        server.wait_ready()
    except BaseException:
        server.stop()
        raise
    return server


@pytest.fixture(scope="session")
def tool_python() -> Path:
    """The Python of Label Studio's tool environment, installed by the first test that asks."""
    try:
        return toolenv.ensure(print)
    except ClaimdeskError as error:
        missing(str(error))


@pytest.fixture(scope="session")
def label_studio(tool_python: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Label Studio shared by all tests: leave other tests' projects and people alone."""
    server = start_label_studio(tmp_path_factory.mktemp("home") / "home of ours")
    yield server
    server.stop()


class Person:
    """Somebody signed in by the form, as reviewers are."""

    def __init__(self, server: Server, email: str) -> None:
        sign_up(server.url, server.keys.token.get_secret_value(), email, PASSWORD)
        self.api = httpx.Client(base_url=server.url, timeout=60, trust_env=False)
        proof = CSRF.search(self.api.get("/user/login/").text)
        filled = {"email": email, "password": PASSWORD}
        filled["csrfmiddlewaretoken"] = proof[1] if proof else ""
        self.api.post("/user/login/", data=filled, headers={"Referer": f"{server.url}/user/login/"})

    def next(self, project: int) -> dict[str, Any]:
        """What the label stream hands out."""
        asked = {"id": "next_task", "project": str(project)}
        answer = self.api.post("/api/dm/actions", params=asked, json={"project": project})
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    def submit(self, task: int, result: list[dict[str, Any]], **made_from: int) -> dict[str, Any]:
        """What the button "Submit" sends: what was made from what stands beside the regions."""
        body = {"result": result, **made_from}
        answer = self.api.post(f"/api/tasks/{task}/annotations/", json=body)
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found


@pytest.fixture
def people() -> Iterator[Callable[[Server, str], Person]]:
    """Whoever signs in signs out at the end."""
    with ExitStack() as stack:

        def sign_in(server: Server, email: str) -> Person:
            person = Person(server, email)
            stack.callback(person.api.close)
            return person

        yield sign_in


@pytest.fixture
def live(label_studio: Server, tmp_path: Path) -> Iterator[Workbench]:
    """A workbench beside the real Label Studio."""
    token = label_studio.keys.token.get_secret_value()
    settings = Settings.read(
        tmp_path / "home", labelstudio_url=label_studio.url, labelstudio_token=token
    )
    opened = open_workbench(settings)
    yield opened
    opened.engine.dispose()
