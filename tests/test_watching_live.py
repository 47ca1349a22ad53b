"""The real Label Studio: what a copy of a colleague's annotation leaves in its record."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from claimdesk import blindness
from claimdesk.desk.server import Server
from claimdesk.labelstudio.client import Client
from claimdesk.labelstudio.people import sign_up
from claimdesk.settings import Settings
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot

from .reviewers import CSRF

TEXT = "The sluice was shut in 1987. Seven gates of it leaked in 1991. The warden knew."
PASSWORD = "correct horse battery staple"


class Person:
    """Somebody signed in by the form, as reviewers are."""

    def __init__(self, server: Server, email: str) -> None:
        sign_up(server.url, server.keys.token.get_secret_value(), email, PASSWORD)
        self.api = httpx.Client(base_url=server.url, timeout=60, trust_env=False)
        proof = CSRF.search(self.api.get("/user/login/").text)
        filled = {"email": email, "password": PASSWORD}
        filled["csrfmiddlewaretoken"] = proof[1] if proof else ""
        self.api.post("/user/login/", data=filled, headers={"Referer": f"{server.url}/user/login/"})

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
def bench(label_studio: Server, tmp_path: Path) -> Iterator[Workbench]:
    token = label_studio.keys.token.get_secret_value()
    settings = Settings.read(
        tmp_path / "home", labelstudio_url=label_studio.url, labelstudio_token=token
    )
    opened = open_workbench(settings)
    yield opened
    opened.engine.dispose()


def test_a_duplicated_annotation_comes_back_as_a_copy_and_does_not_count(
    label_studio: Server,
    bench: Workbench,
    people: Callable[[Server, str], Person],
    tmp_path: Path,
) -> None:
    (tmp_path / "sluice.txt").write_text(TEXT)
    load(bench, [str(tmp_path / "sluice.txt")])
    with Client(bench.settings) as client:
        project = publish(bench, client).project
        ann, ben = (people(label_studio, f"{name}@sluice.example") for name in ("ann", "ben"))
        asked = {"project": project, "fields": "all"}
        (task,) = ann.api.get("/api/tasks", params=asked).json()["tasks"]
        (shown,) = task["predictions"]
        result = json.loads(json.dumps(shown["result"]))
        for region in result:
            region["value"]["labels"] = [bench.labels.verdicts[0]]
        first = ann.submit(task["id"], result, parent_prediction=shown["id"])
        ben.submit(task["id"], first["result"], parent_annotation=first["id"])
        pull(bench, client)
    (flag,) = status(bench).flags
    assert (flag.code, flag.counts) == (blindness.COPIED, False)
    assert str(first["id"]) in flag.why
    with take_snapshot(bench) as snapshot:
        claims = list(snapshot.claims)
    assert [sum(one.votes.values()) for one in claims] == [1] * 3
    assert [len(one.judgements) for one in claims] == [2] * 3
