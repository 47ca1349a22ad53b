"""The real Label Studio: what it does without telling anybody, and what reviewers do to the bell.

Every account may do all of this there. Which look notices it is part of what is promised.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import col, select

from claimdesk.desk.server import Server
from claimdesk.labelstudio.client import DOORBELL, MAIN, Client
from claimdesk.labelstudio.people import sign_up
from claimdesk.models import AuditEntry, Judgement
from claimdesk.settings import Settings
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import INVENTORY, POLL, SWEEP, Pulled, pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import arrange, publish
from claimdesk.workflow.reading import status
from claimdesk.workflow.renaming import rename

from .catalogue import Seen
from .contract_folder import own_folder, reread
from .screens import TEXTS, screen

BACKEND, SECRET = "http://127.0.0.1:9", "the bell of the test"
ELSEWHERE = "http://127.0.0.1:9/elsewhere"
PASSWORD = "correct horse battery staple"


class Desk:
    """A project of our own in the shared Label Studio, its reviewers, and the workbench."""

    def __init__(self, server: Server, home: Path) -> None:
        token = server.keys.token.get_secret_value()
        settings = Settings.read(
            home,
            labelstudio_url=server.url,
            labelstudio_token=token,
            backend_url=BACKEND,
            webhook_secret=SECRET,
        )
        self.bench: Workbench = open_workbench(settings)
        self.client = Client(settings)
        bearer = {"Authorization": f"Token {token}"}
        self.api = httpx.Client(base_url=server.url, headers=bearer, timeout=60, trust_env=False)
        (home / "texts.jsonl").write_text(
            "".join(json.dumps({"text": f"{one} Told by {home.name}."}) + "\n" for one in TEXTS)
        )
        load(self.bench, [str(home / "texts.jsonl")])
        self.project = publish(self.bench, self.client).project
        asked = {"project": self.project, "page_size": 100, "fields": "all"}
        found = self.api.get("/api/tasks", params=asked).json()["tasks"]
        self.tasks = {int(one["id"]): one for one in found}

    def say(self, task: int, verdict: int = 0, **fields: Any) -> int:
        """The service account submits one verdict on every claim."""
        claims = len(self.tasks[task]["predictions"][0]["result"])
        said = screen(self.tasks[task], self.bench.labels, [str(verdict)] * claims)
        body = {"result": said.result, **fields}
        return int(self._done(self.api.post(f"/api/tasks/{task}/annotations/", json=body))["id"])

    def act(self, action: str, *tasks: int) -> None:
        """One of the actions behind the menu of the task list."""
        asked = {"id": action, "project": self.project}
        body = {"selectedItems": {"all": False, "included": list(tasks)}, "project": self.project}
        self._done(self.api.post("/api/dm/actions", params=asked, json=body))

    def pull(self, depth: str) -> Pulled:
        return pull(self.bench, self.client, depth=depth)

    def judged(self) -> set[str]:
        """The verdicts that count."""
        with reading(self.bench.engine) as session:
            return set(session.scalars(select(col(Judgement.verdict))))

    def hooks(self) -> list[dict[str, Any]]:
        found = self.api.get("/api/webhooks/", params={"project": self.project}).json()
        return [one for one in found if one["project"] == self.project]

    def _done(self, answer: httpx.Response) -> Any:
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None


@pytest.fixture
def desk_of_ours(label_studio: Server, tmp_path: Path) -> Iterator[Desk]:
    home = tmp_path / "home"
    home.mkdir()
    desk = Desk(label_studio, home)
    yield desk
    desk.api.delete(f"/api/projects/{desk.project}")
    desk.api.close()
    desk.client.__exit__(None, None, None)
    desk.bench.engine.dispose()


# D15


def repoint(desk: Desk, hook: dict[str, Any]) -> None:
    desk.api.patch(f"/api/webhooks/{hook['id']}/", json={"url": ELSEWHERE}).raise_for_status()


def deactivate(desk: Desk, hook: dict[str, Any]) -> None:
    desk.api.patch(f"/api/webhooks/{hook['id']}/", json={"is_active": False}).raise_for_status()


def remove(desk: Desk, hook: dict[str, Any]) -> None:
    desk.api.delete(f"/api/webhooks/{hook['id']}/").raise_for_status()


def change_header(desk: Desk, hook: dict[str, Any]) -> None:
    body = {"headers": {"Authorization": "Bearer forged"}}
    desk.api.patch(f"/api/webhooks/{hook['id']}/", json=body).raise_for_status()


@pytest.mark.catalogue("D15", "a bell that was tampered with is hung anew, and no label is missed")
def test_a_bell_that_was_tampered_with_is_hung_anew(desk_of_ours: Desk, seen: Seen) -> None:
    desk, task = desk_of_ours, min(desk_of_ours.tasks)
    attacks = (repoint, deactivate, remove, change_header)
    desk.pull(SWEEP)
    for number, attack in enumerate(attacks):
        attack(desk, next(one for one in desk.hooks() if one["url"].endswith(DOORBELL)))
        desk.say(task, number % 3)
        assert desk.pull(POLL).received == 1
        assert desk.judged() == {desk.bench.labels.verdicts[number % 3]}
        desk.pull(INVENTORY)
        (right,) = [one for one in desk.hooks() if one["url"] == f"{BACKEND}{DOORBELL}"]
        assert (right["is_active"], right["headers"]["Authorization"]) == (True, f"Bearer {SECRET}")
    with reading(desk.bench.engine) as session:
        noted = list(session.scalars(select(col(AuditEntry.what))))
    assert noted.count("doorbell put right") == len(attacks)
    assert len(desk.hooks()) == 1
    seen(len(attacks), "restored and audited by the next inventory, none left that has the secret")


# D16


def delete_all_annotations(desk: Desk, task: int) -> None:
    desk.act("delete_tasks_annotations", task)


def delete_the_task(desk: Desk, task: int) -> None:
    desk.act("delete_tasks", task)


def delete_every_task(desk: Desk, _task: int) -> None:
    desk.api.delete(f"/api/projects/{desk.project}/tasks/").raise_for_status()


def make_it_a_draft(desk: Desk, task: int) -> None:
    found = desk.api.get(f"/api/tasks/{task}/").json()["annotations"][0]["id"]
    asked = f"/api/annotations/{found}/convert-to-draft"
    desk.api.post(asked, json={}).raise_for_status()


def import_with_annotations(desk: Desk, task: int) -> None:
    old = desk.tasks[task]
    claims = len(old["predictions"][0]["result"])
    said = screen(old, desk.bench.labels, ["1"] * claims)
    row = {"data": old["data"], "annotations": [{"result": said.result}]}
    desk.api.post(f"/api/projects/{desk.project}/import", json=[row]).raise_for_status()


def change_the_task(desk: Desk, task: int) -> None:
    body = {"data": desk.tasks[task]["data"] | {"title": "Another title"}}
    desk.api.patch(f"/api/tasks/{task}/", json=body).raise_for_status()


SILENT: dict[str, tuple[Callable[[Desk, int], None], str, set[int]]] = {
    "all annotations of a task deleted": (delete_all_annotations, POLL, set()),
    "a task deleted": (delete_the_task, INVENTORY, set()),
    "every task deleted": (delete_every_task, INVENTORY, set()),
    "an annotation made a draft": (make_it_a_draft, POLL, set()),
    "a task changed": (change_the_task, POLL, {0}),
}


@pytest.mark.catalogue("D16", "what happens in silence is noticed by the look that is named")
@pytest.mark.parametrize("silence", SILENT)
def test_what_happens_in_silence_is_noticed(desk_of_ours: Desk, silence: str, seen: Seen) -> None:
    act, depth, left = SILENT[silence]
    desk, task = desk_of_ours, min(desk_of_ours.tasks)
    desk.say(task, 0)
    desk.pull(SWEEP)
    desk.pull(POLL)
    act(desk, task)
    noticed = ""
    expected = {desk.bench.labels.verdicts[one] for one in left}
    for look in (POLL, INVENTORY, SWEEP):
        desk.pull(look)
        if not noticed and desk.judged() == expected:
            noticed = look
    assert noticed == depth
    seen(1, f"noticed by a {noticed}")


@pytest.mark.catalogue("D16", "what happens in silence is noticed by the look that is named")
def test_annotations_that_came_with_an_import_are_told_of_and_count_for_nobody(
    desk_of_ours: Desk, seen: Seen
) -> None:
    desk, task = desk_of_ours, min(desk_of_ours.tasks)
    desk.say(task, 0)
    desk.pull(SWEEP)
    import_with_annotations(desk, task)
    assert desk.pull(POLL).refused == 1
    assert "nobody is recorded" in status(desk.bench).refused[0].why
    assert desk.judged() == {desk.bench.labels.verdicts[0]}
    seen(1, "noticed by a poll, flagged, not counted")


@pytest.mark.catalogue("D16", "what happens in silence is noticed by the look that is named")
def test_label_studio_counts_annotations_as_an_inventory_assumes(
    desk_of_ours: Desk, seen: Seen
) -> None:
    desk, (first, second, third) = desk_of_ours, sorted(desk_of_ours.tasks)
    desk.say(first)
    desk.say(first)
    desk.say(second, was_cancelled=True)
    desk.say(second)
    desk.api.post(f"/api/tasks/{third}/drafts", json={"result": []}).raise_for_status()
    listed = {one.id: one.annotations for one in desk.client.changed_tasks(desk.project, None)}
    fetched = desk.client.fetch(desk.project, [first, second, third])
    assert listed == {first: 2, second: 2, third: 0}
    assert {task: len(row["annotations"]) for task, row in fetched.items()} == listed
    desk.pull(SWEEP)
    for _ in range(3):  # the first asks for a reader in place of whoever voted twice
        desk.pull(INVENTORY)
    assert desk.pull(INVENTORY) == Pulled()
    seen(4, "total and cancelled add up to what is listed; drafts are in neither")


# S4


@pytest.mark.catalogue("S4", "a verdict counts for who made it; a forged author counts for nobody")
def test_an_edit_of_anothers_label_counts_for_nobody(
    desk_of_ours: Desk, label_studio: Server, seen: Seen
) -> None:
    desk, task = desk_of_ours, min(desk_of_ours.tasks)
    token = label_studio.keys.token.get_secret_value()
    sign_up(label_studio.url, token, "other@example.org", PASSWORD)
    people = {one["email"]: one["id"] for one in desk.api.get("/api/users/").json()}
    other = people["other@example.org"]
    mine = desk.say(task, 0)
    desk.pull(POLL)
    body = {"completed_by": other}
    desk.api.patch(f"/api/annotations/{mine}/", json=body).raise_for_status()
    forged = desk.say(task, 1, completed_by=other)
    assert desk.pull(POLL).refused == 2
    assert forged != mine
    assert desk.judged() == {desk.bench.labels.verdicts[0]}
    assert all("in the name of" in one.why for one in status(desk.bench).refused)
    seen(2, "both flagged, the version before them counts")


def test_a_label_renamed_in_use_is_read_under_either_name(
    desk_of_ours: Desk, tmp_path: Path
) -> None:
    desk, verdict = desk_of_ours, desk_of_ours.bench.labels.verdicts[0]
    first, second, *_ = sorted(desk.tasks)
    old = desk.say(first)
    desk.pull(SWEEP)
    with reading(desk.bench.engine) as session:
        assert set(session.scalars(select(Judgement.codebook))) == {desk.bench.codebook.revision}
    desk.bench = own_folder(desk.bench, tmp_path / "contracts")
    rename(desk.bench, verdict, "sound")
    desk.bench = reread(desk.bench)
    publish(desk.bench, desk.client)
    kept = desk.api.get(f"/api/annotations/{old}").json()
    assert {one["value"]["labels"][0] for one in kept["result"]} == {verdict}
    desk.api.patch(f"/api/annotations/{old}", json={"result": kept["result"]}).raise_for_status()
    desk.say(second)
    assert desk.pull(SWEEP).received == 2
    assert desk.judged() == {"sound"}


def test_label_studio_keeps_the_instruction_as_it_was_sent(desk_of_ours: Desk) -> None:
    assert arrange(desk_of_ours.bench, desk_of_ours.client, desk_of_ours.project, MAIN) == []
