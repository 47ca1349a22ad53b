"""What hostile hands leave in Label Studio costs nobody else's work, and can be seen."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import select

from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio.annotations import SET_ASIDE
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery
from claimdesk.snapshot import JudgementView
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot

from .catalogue import Seen
from .fake_labelstudio import FakeLabelStudio, relabelled

EVIL: dict[str, bytes] = {
    "NUL": b'"a\\u0000b"',
    "high surrogate": b'"\\ud83d"',
    "low surrogate": b'"\\udc00x"',
    "NaN": b"NaN",
    "Infinity": b"-Infinity",
    "1e999": b"1e999",
    "2^63": b"9223372036854775808",
    "2^70": b"1180591620717411303424",
    "5,000 digits": b"9" * 5_000,
    "70 lists": b"[" * 70 + b"]" * 70,
    "100,000 lists": b"[" * 100_000 + b"]" * 100_000,
    "100,000 objects": b'{"a":' * 100_000 + b"0" + b"}" * 100_000,
    "a NUL key": b'{"\\u0000": 1}',
}
"""What no database could keep; by mark, because the fake cannot hold it either."""

ODD: dict[str, Any] = {
    "null": None,
    "true": True,
    "minus one": -1,
    "a half": 0.5,
    "words": "seven",
    "a list": [],
    "lists": [[[]]],
    "an object": {"id": 7},
    "nothing": "",
    "100,000 letters": "x" * 100_000,
    "the year 9999": "9999-12-31T23:59:59.999999-12:00",
    "the year 1": "0001-01-01T00:00:00+14:00",
    "no zone": "2026-03-14T09:00:00",
    "a leap second": "2026-06-30T23:59:60Z",
}
FIELDS = ("id", "created_at", "updated_at", "completed_by", "updated_by", "result", "was_cancelled")
INSIDE = ("id", "from_name", "to_name", "type", "value")
VALUES = ("start", "end", "labels", "text")


class Careless(FakeLabelStudio):
    """Lets through what it should not: marks in its answers become what they stand for."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses = {number: f"r{number}@example.org" for number in range(1, 9)}

    def _answer(self, method: str, path: list[str], *rest: Any) -> tuple[int, Any]:
        if path == ["users"]:
            return 200, [{"id": n, "email": address} for n, address in self.addresses.items()]
        return super()._answer(method, path, *rest)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = super().handle_request(request)
        content = answer.content
        for mark, raw in EVIL.items():
            content = content.replace(
                json.dumps({"data": f"<{mark}>"}, separators=(",", ":")).encode(), raw
            )
            content = content.replace(json.dumps(f"<{mark}>").encode(), raw)
        return httpx.Response(answer.status_code, content=content, request=request)


@pytest.fixture
def fake() -> Careless:
    return Careless()


@pytest.fixture
def client(bench: Workbench, fake: Careless, tmp_path: Path) -> Client:
    (tmp_path / "pier.txt").write_text("The pier is shut. Eleven piles are cracked.")
    load(bench, [str(tmp_path / "pier.txt")])
    made = Client(bench.settings, fake)
    publish(bench, made)
    return made


def good(bench: Workbench, fake: Careless, reviewer: int, verdict: int = 0) -> int:
    label = bench.labels.verdicts[verdict]
    return int(fake.say(1, reviewer, relabelled(fake.tasks[1], {0: label}))["id"])


def spoilt(bench: Workbench, fake: Careless) -> Iterator[tuple[str, dict[str, Any]]]:
    """Good annotations with something in one place that does not belong there."""
    label = bench.labels.verdicts[0]
    wrong = {name: f"<{name}>" for name in EVIL} | ODD
    for what, value in wrong.items():
        for name in FIELDS:
            yield f"{name} {what}", {name: value}
        for name in INSIDE:
            yield f"result.{name} {what}", {"result": inside(fake, label, {name: value})}
        for name in VALUES:
            yield f"value.{name} {what}", {"result": inside(fake, label, {}, {name: value})}
        note = [beside(bench, fake, value)]
        yield f"note {what}", {"result": relabelled(fake.tasks[1], {0: label}) + note}
        yield f"more {what}", {"import_id": value}
    for name in FIELDS[:-1]:  # the fake itself counts by the last
        yield f"{name} lacks", {name: "<lacks>"}


def inside(
    fake: Careless, label: str, fields: dict[str, Any], value: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    first, *others = relabelled(fake.tasks[1], {0: label})
    first["value"] |= value or {}
    return [first | fields, *others]


def beside(bench: Workbench, fake: Careless, words: Any) -> dict[str, Any]:
    (name,) = [c.name for c in bench.labels.controls.values() if c.meaning == "note"]
    region = fake.tasks[1]["predictions"][0]["result"][0]["id"]
    common = {"id": region, "to_name": bench.labels.text, "type": "textarea"}
    return common | {"from_name": name, "value": {"text": [words]}}


def plant(bench: Workbench, fake: Careless) -> int:
    """Every spoilt annotation, each said by an account of its own; how many there are."""
    number = 0
    for number, (_, fields) in enumerate(spoilt(bench, fake), 1):
        said = fake.say(1, 1000 + number, relabelled(fake.tasks[1], {}))
        said |= fields
        for name in [name for name, value in fields.items() if value == "<lacks>"]:
            del said[name]
    return number


def judgements(bench: Workbench) -> dict[str, list[JudgementView]]:
    found: dict[str, list[JudgementView]] = {}
    with take_snapshot(bench) as snapshot:
        for one in snapshot.judgements:
            found.setdefault(one.reviewer, []).append(one)
    return found


@pytest.mark.catalogue(
    "H1", "an evil annotation is kept and named; the others on its page are collected"
)
def test_evil_annotations_cost_no_other(
    bench: Workbench, fake: Careless, client: Client, seen: Seen
) -> None:
    good(bench, fake, 2)
    number = plant(bench, fake)
    last = good(bench, fake, 3)
    pull(bench, client)
    found = status(bench)
    assert found.waiting == 0
    assert found.deliveries == number + 2
    assert len(fake.annotations) == number + 2
    assert found.quarantined > number / 2
    assert found.refused
    before = judgements(bench)
    assert len(before) >= 2
    fake.change(last, result=relabelled(fake.tasks[1], {0: bench.labels.verdicts[1]}))
    assert pull(bench, client).received == 1
    replay(bench)
    assert judgements(bench).keys() == before.keys()
    assert pull(bench, client, depth=SWEEP).received == 0
    seen(
        number,
        f"all kept, {found.quarantined} set aside with why, 2 of 2 good ones counted",
    )


def test_what_cannot_be_kept_as_it_is_is_kept_as_text(
    bench: Workbench, fake: Careless, client: Client
) -> None:
    for reviewer, name in enumerate(EVIL, 2):
        fake.say(1, reviewer, [beside(bench, fake, f"<{name}>")])
    pull(bench, client)
    with reading(bench.engine) as session:
        bodies = [one.body for one in session.scalars(select(Delivery))]
    assert len(bodies) == len(EVIL)
    assert all(SET_ASIDE in body and body["why"] for body in bodies)
    assert len(status(bench).refused) == len(EVIL)


@pytest.mark.parametrize("field", ["article_id", "title", "data"])
def test_tasks_that_a_reviewer_has_spoilt_cost_no_other(
    bench: Workbench, fake: Careless, client: Client, tmp_path: Path, field: str
) -> None:
    for number, evil in enumerate(EVIL, 2):
        (tmp_path / f"{number}.txt").write_text(f"It rains on {number}. It pours.")
        load(bench, [str(tmp_path / f"{number}.txt")])
        publish(bench, client)
        shown = {} if field == "data" else fake.tasks[number]["data"]
        fake.tasks[number]["data"] = shown | {field: f"<{evil}>"}
        fake.say(number, 3, relabelled(fake.tasks[number], {}))
    good(bench, fake, 2)
    pull(bench, client)
    assert len(judgements(bench)) >= 1
    assert publish(bench, client).project == 1


def test_accounts_with_evil_addresses_cost_nothing(
    bench: Workbench, fake: Careless, client: Client
) -> None:
    fake.addresses = {number: f"<{evil}>" for number, evil in enumerate(EVIL, 3)}
    fake.addresses[2] = "good@example.org"
    for reviewer in fake.addresses:
        good(bench, fake, reviewer)
    pull(bench, client)
    assert len(judgements(bench)) == len(fake.addresses)


@pytest.mark.parametrize("rows", [[None], [7], ["x"], [[]], 7, "x", {"id": 1}])
@pytest.mark.parametrize("place", ["tasks", "annotations"])
def test_what_no_label_studio_answers_is_its_trouble_and_not_ours(
    bench: Workbench, fake: Careless, client: Client, rows: list[Any], place: str
) -> None:
    class Stranger(Careless):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.rstrip("/") != "/api/tasks":
                return fake.handle_request(request)
            whole = [{"id": 1, "updated_at": "2026-03-14T09:00:00Z", "annotations": rows}]
            answer = {"tasks": rows if place == "tasks" else whole}
            return httpx.Response(200, json=answer, request=request)

    trouble = pytest.raises(LabelStudioTrouble, match="does not talk like Label Studio")
    with Client(bench.settings, Stranger()) as strange, trouble:
        pull(bench, strange)
    good(bench, fake, 2)
    pull(bench, client)
    assert len(judgements(bench)) == 1
