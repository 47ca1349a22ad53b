"""The real Label Studio: what reviewers settle leaves the adjudicators' queue, and comes back."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from claimdesk.consensus import ADJUDICATED
from claimdesk.desk.server import Server
from claimdesk.labelstudio.client import Client
from claimdesk.workflow.adjudicating import adjudicate, list_cases
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import INVENTORY, pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .courts import read_twice
from .fake_labelstudio import relabelled
from .labelstudio_server import Person

TEXT = "The lock was shut in 1987. Seven gates of it leaked in 1991. The warden knew of it."
SignIn = Callable[[Server, str], Person]
Row = dict[str, Any]


@dataclass
class Hall:
    """Three claims in conflict, `bo` who may reconsider, and two adjudicators."""

    bench: Workbench
    client: Client
    project: int
    article: Row
    said: int
    bo: Person
    cem: Person
    dee: Person

    def reconsider(self, *verdicts: int) -> None:
        """Bo gives the claims these verdicts; then everybody is asked what is to be asked."""
        result = relabelled(self.article, dict(enumerate(map(self.verdict, verdicts))))
        change = self.bo.api.patch(f"/api/annotations/{self.said}/", json={"result": result})
        assert change.status_code == 200, change.text
        self.look()

    def look(self) -> None:
        pull(self.bench, self.client, depth=INVENTORY)
        adjudicate(self.bench, self.client)

    def verdict(self, number: int) -> str:
        return self.bench.labels.verdicts[number]

    def begin(self, who: Person, task: Row) -> None:
        """What the page saves every few seconds."""
        draft = {"result": task["predictions"][0]["result"], "draft_id": 0, "lead_time": 1}
        who.api.post(f"/api/tasks/{task['id']}/drafts", json=draft).raise_for_status()


@pytest.fixture
def hall(live: Workbench, label_studio: Server, people: SignIn, tmp_path: Path) -> Iterator[Hall]:
    bench = read_twice(live)
    (tmp_path / "lock.txt").write_text(TEXT)
    load(bench, [str(tmp_path / "lock.txt")])
    ada, bo, cem, dee = (
        people(label_studio, f"{one}@lock.test") for one in "ada bo cem dee".split()
    )
    with Client(bench.settings) as client:
        project = publish(bench, client).project
        asked = {"project": project, "fields": "all"}
        (task,) = ada.api.get("/api/tasks", params=asked).json()["tasks"]
        first, second, _ = bench.labels.verdicts
        ada.submit(task["id"], relabelled(task, dict.fromkeys(range(3), first)))
        theirs = bo.submit(task["id"], relabelled(task, dict.fromkeys(range(3), second)))
        pull(bench, client, depth=INVENTORY)
        court = adjudicate(bench, client).project or 0
        yield Hall(bench, client, court, task, theirs["id"], bo, cem, dee)


def test_the_stream_hands_out_what_is_a_conflict_in_the_order_of_the_text(hall: Hall) -> None:
    claims = [one.claim for one in list_cases(hall.bench)]
    assert hall.cem.next(hall.project)["data"]["claim_id"] == claims[0]
    hall.reconsider(0, 0, 1)
    assert hall.dee.next(hall.project)["data"]["claim_id"] == claims[2]
    hall.reconsider(1, 0, 1)
    assert hall.cem.next(hall.project)["data"]["claim_id"] == claims[0]
    assert [one.state for one in list_cases(hall.bench)] == ["open", "left", "open"]


def test_nothing_that_an_adjudicator_has_on_the_screen_is_lost(hall: Hall) -> None:
    claims = [one.claim for one in list_cases(hall.bench)]
    seen = hall.cem.next(hall.project)
    hall.begin(hall.cem, seen)
    later = hall.dee.next(hall.project)
    hall.reconsider(0, 0, 1)
    assert hall.cem.next(hall.project)["id"] == seen["id"]
    screen = json.loads(json.dumps(later["predictions"][0]["result"]))
    screen[0]["value"]["labels"] = [hall.verdict(2)]
    hall.dee.submit(later["id"], screen)
    hall.look()
    ruled = next(one for one in list_cases(hall.bench) if one.claim == claims[1])
    assert (ruled.state, ruled.now) == ("ruled", ADJUDICATED)
