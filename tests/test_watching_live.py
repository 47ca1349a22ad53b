"""The real Label Studio: what a copy of a colleague's annotation leaves in its record."""

import json
from collections.abc import Callable
from pathlib import Path

from claimdesk import blindness
from claimdesk.desk.server import Server
from claimdesk.labelstudio.client import Client
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot

from .labelstudio_server import Person

TEXT = "The sluice was shut in 1987. Seven gates of it leaked in 1991. The warden knew."


def test_a_duplicated_annotation_comes_back_as_a_copy_and_does_not_count(
    label_studio: Server,
    live: Workbench,
    people: Callable[[Server, str], Person],
    tmp_path: Path,
) -> None:
    (tmp_path / "sluice.txt").write_text(TEXT)
    load(live, [str(tmp_path / "sluice.txt")])
    with Client(live.settings) as client:
        project = publish(live, client).project
        ann, ben = (people(label_studio, f"{name}@sluice.example") for name in ("ann", "ben"))
        asked = {"project": project, "fields": "all"}
        (task,) = ann.api.get("/api/tasks", params=asked).json()["tasks"]
        (shown,) = task["predictions"]
        result = json.loads(json.dumps(shown["result"]))
        for region in result:
            region["value"]["labels"] = [live.labels.verdicts[0]]
        first = ann.submit(task["id"], result, parent_prediction=shown["id"])
        ben.submit(task["id"], first["result"], parent_annotation=first["id"])
        pull(live, client)
    (flag,) = status(live).flags
    assert (flag.code, flag.counts) == (blindness.COPIED, False)
    assert str(first["id"]) in flag.why
    with take_snapshot(live) as snapshot:
        claims = list(snapshot.claims)
    assert [sum(one.votes.values()) for one in claims] == [1] * 3
    assert [len(one.judgements) for one in claims] == [2] * 3
