"""Duplicates, clocks, forgeries and losses, one by one: what the state machine meets by chance."""

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy.event
from sqlmodel import col, select

from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio.client import PAGE, Client
from claimdesk.models import AuditEntry, Consensus, Delivery, Judgement
from claimdesk.store import deliveries, rings
from claimdesk.store.database import reading
from claimdesk.workflow import access, collecting
from claimdesk.workflow.access import Grant
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import AT_ONCE, FUSE_FEW, INVENTORY, POLL, SWEEP, pull, receive
from claimdesk.workflow.handling import handle
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status
from claimdesk.workflow.verifying import verify

from .catalogue import Seen, longer
from .fake_labelstudio import FakeLabelStudio, delivery_of
from .screens import CLAIMS, TEXTS, screen

LATE, CROWD = timedelta(minutes=5), 12


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """A client of a Label Studio in which three articles of four claims are published."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text)
    load(bench, [str(path) for path in sorted(tmp_path.glob("*.txt"))])
    made = Client(bench.settings, fake)
    publish(bench, made)
    return made


Say = Callable[..., int]


@pytest.fixture
def say(bench: Workbench, fake: FakeLabelStudio) -> Say:
    """Submit one verdict, by its place in the label config, on all claims of a task."""

    def submit(reviewer: int, verdict: int = 0, task: int = 1, **fields: Any) -> int:
        said = screen(fake.tasks[task], bench.labels, [str(verdict)] * CLAIMS)
        return int(fake.say(task, reviewer, said.result, **fields)["id"])

    return submit


def votes(bench: Workbench) -> dict[str, int]:
    """How many judgements carry each verdict."""
    with reading(bench.engine) as session:
        return dict(Counter(session.scalars(select(col(Judgement.verdict)))))


def derived(bench: Workbench) -> list[str]:
    """Everything derived, as text, in a stated order."""
    with reading(bench.engine) as session:
        tables = (session.scalars(select(table)) for table in (Judgement, Consensus))
        return sorted(repr(sorted(one.model_dump().items())) for rows in tables for one in rows)


def audited(bench: Workbench) -> list[str]:
    with reading(bench.engine) as session:
        return list(session.scalars(select(col(AuditEntry.what))))


class Meddling(httpx.BaseTransport):
    """A Label Studio in which something happens right after it has answered the n-th time."""

    def __init__(self, fake: FakeLabelStudio, path: str, number: int, act: Callable[[], Any]):
        self.fake, self.path, self.left, self.act = fake, path, number, act

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self.fake.handle_request(request)
        if request.url.path.rstrip("/") == self.path:
            self.left -= 1
            if self.left == 0:
                self.act()
        return answer


# D9


@pytest.mark.catalogue("D9", "an event that comes several times counts once")
def test_an_event_that_comes_several_times_counts_once(
    bench: Workbench, fake: FakeLabelStudio, client: Client, seen: Seen
) -> None:
    number, chance = longer(300, 1000), random.Random(9)
    deliveries = [event(bench, fake, one) for one in range(number)]
    collecting.receive(bench, deliveries)
    handle(bench)
    once, history = derived(bench), status(bench).ledger
    again = [one for one in deliveries for _ in range(chance.randint(1, 5))]
    chance.shuffle(again)
    for start in range(0, len(again), 97):
        assert collecting.receive(bench, [copied(one) for one in again[start : start + 97]]) == 0
        handle(bench)
    assert (derived(bench), status(bench).ledger) == (once, history)
    assert status(bench).deliveries == number
    assert len(once) > 0
    seen(number, f"{len(deliveries) + len(again):,} deliveries, each event kept once")


def event(bench: Workbench, fake: FakeLabelStudio, number: int) -> Delivery:
    """One version of an annotation by one of many reviewers."""
    task = 1 + number % len(TEXTS)
    said = screen(fake.tasks[task], bench.labels, [str(number % 3)] * CLAIMS)
    body = fake.say(task, 2 + number % 50, said.result)
    moment = datetime.fromisoformat(body["updated_at"])
    return Delivery(
        key=deliveries.key_of(f"{number}@", moment),
        kind=deliveries.ANNOTATION,
        annotation=f"{number}@",
        task_id=task,
        article_id=fake.tasks[task]["data"]["article_id"],
        reviewer_id=body["updated_by"],
        said_at=moment,
        body=body,
        config=bench.labels.digest,
        arrived_at=datetime.now(UTC),
    )


def test_many_that_arrive_at_once_let_others_write_between_them(
    bench: Workbench, client: Client, fake: FakeLabelStudio
) -> None:
    arrived = [event(bench, fake, number) for number in range(2 * AT_ONCE + 1)]
    written: list[int] = []
    sqlalchemy.event.listen(bench.engine, "commit", lambda _connection: written.append(1))
    assert receive(bench, arrived) == len(arrived)
    assert len(written) == 3


def copied(delivery: Delivery) -> Delivery:
    fields = delivery.model_dump(exclude={"id", "link", "arrived_at"})
    return Delivery(**fields, arrived_at=datetime.now(UTC))


# D11


@pytest.mark.catalogue("D11", "what counts follows Label Studio's state, never our clock")
@pytest.mark.parametrize("ours", ["three days back", "ten years ahead", "jumping"])
@pytest.mark.parametrize("theirs", [timedelta(days=-3), timedelta(days=3650)])
@pytest.mark.usefixtures("client")
def test_no_clock_decides_what_counts(
    bench: Workbench,
    fake: FakeLabelStudio,
    say: Say,
    ours: str,
    theirs: timedelta,
    seen: Seen,
) -> None:
    steps = {
        "three days back": [-3, -3, -3],
        "ten years ahead": [3650] * 3,
        "jumping": [-3, 3650, 0],
    }
    client, number = Client(bench.settings, fake), say(2, 0)
    pull(bench, client)
    bodies = []
    for verdict, days in zip((1, 2, 0), steps[ours], strict=True):
        said = screen(fake.tasks[1], bench.labels, [str(verdict)] * CLAIMS)
        fake._clock += theirs
        fake.change(number, result=said.result)
        bodies.append(bench.labels.verdicts[verdict])
        receive_at(bench, fake, number, datetime.now(UTC) + timedelta(days=days))
        assert votes(bench) == {bodies[-1]: CLAIMS}
    pull(bench, client, depth=INVENTORY)
    assert votes(bench) == {bodies[-1]: CLAIMS}
    with reading(bench.engine) as session:
        arrived = list(session.scalars(select(col(Delivery.arrived_at)).order_by(col(Delivery.id))))
    assert arrived == sorted(arrived)
    verify(bench)
    seen(len(arrived), "the newest state counts, arrival never goes back")


def receive_at(bench: Workbench, fake: FakeLabelStudio, number: int, now: datetime) -> None:
    """What a look would bring if our clock said so."""
    assert collecting.receive(bench, [delivery_of(bench, fake, number, now)]) == 1
    handle(bench)


@pytest.mark.catalogue("D11", "a credential ends by the clock, and never lives longer than made")
@pytest.mark.parametrize(("days", "usable"), [(-3, True), (0, True), (3650, False)])
def test_a_credential_ends_sanely_whatever_the_clock_says(
    bench: Workbench, days: int, usable: bool, seen: Seen
) -> None:
    now = datetime.now(UTC)
    secret = access.create(bench, Grant("somebody", "editor", timedelta(days=1)), now).secret
    then = now + timedelta(days=days)
    assert bool(access.recognise(bench, access.TOKEN, secret, then)) is usable
    assert access.recognise(bench, access.TOKEN, secret, now) is not None
    seen(2, "let in again when the clock is right")


# D14


@pytest.mark.catalogue("D14", "a Label Studio that lost everything empties nothing here")
@pytest.mark.parametrize("loss", ["annotations", "tasks", "project", "all"])
def test_a_label_studio_that_lost_everything_empties_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say, loss: str, seen: Seen
) -> None:
    for number in range(CROWD):
        say(2 + number, number % 3, 1 + number % len(TEXTS))
    pull(bench, client)
    before = derived(bench)
    for lost in (
        ("annotations", "tasks", "projects") if loss == "all" else (loss.rstrip("s") + "s",)
    ):
        getattr(fake, lost).clear()
    if loss == "tasks":
        fake.annotations.clear()
    for depth in (SWEEP, INVENTORY, SWEEP):
        with pytest.raises(LabelStudioTrouble, match=f"{CROWD}"):
            pull(bench, client, depth=depth)
    assert derived(bench) == before
    assert "deletions accepted" not in audited(bench)
    if loss in ("annotations", "tasks"):
        assert pull(bench, client, accept_deletions=True).vanished == CROWD
        assert votes(bench) == {}
        assert audited(bench) == ["deletions accepted"]
    seen(CROWD, "all kept and counted, an alarm at each look")


def test_an_alarm_is_not_forgotten_when_other_things_happen(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    for number in range(CROWD):
        say(2 + number)
    say(2, task=2)
    pull(bench, client)
    pull(bench, client)
    for number in range(1, CROWD + 1):
        fake.remove(number)
    for _ in range(3):
        with pytest.raises(LabelStudioTrouble, match="vanished"):
            pull(bench, client)
        fake._clock += LATE
        say(3, task=2)


def test_what_vanished_is_counted_once(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    """A task that was fetched only once at its stamp is looked at twice when it is gone."""
    for number in range(FUSE_FEW):
        say(2 + number)
    pull(bench, client)
    fake.remove_task(1)
    assert pull(bench, client, depth=SWEEP).vanished == FUSE_FEW


def test_a_deleted_task_is_found_also_after_its_article_was_published_again(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(2)
    pull(bench, client)
    pull(bench, client)
    fake.remove_task(1)
    publish(bench, client)
    assert 1 not in fake.tasks
    pull(bench, client, depth=SWEEP)
    assert votes(bench) == {}


def test_a_task_that_a_listing_skipped_is_not_gone(
    bench: Workbench, fake: FakeLabelStudio, say: Say, tmp_path: Path
) -> None:
    """Between two pages somebody deletes a task of the first, and every later one moves up."""
    client = Client(bench.settings, fake)
    publish(bench, client)
    stranger = {"project": 1, "data": {}, "predictions": [], "updated_at": fake.now()}
    fake.tasks = {number: stranger | {"id": number} for number in range(1, PAGE)}
    (tmp_path / "two.jsonl").write_text("".join(json.dumps({"text": one}) + "\n" for one in TEXTS))
    load(bench, [str(tmp_path / "two.jsonl")])
    publish(bench, client)
    numbers = [say(2, task=task) for task in fake.tasks if task >= PAGE]
    pull(bench, client)
    pull(bench, client, depth=INVENTORY)
    expected = votes(bench)
    meddling = Meddling(fake, "/api/tasks", 1, lambda: fake.remove_task(1))
    pull(bench, Client(bench.settings, meddling), depth=INVENTORY)
    assert votes(bench) == expected == {bench.labels.verdicts[0]: CLAIMS * len(numbers)}


def test_beginning_anew_keeps_what_was_collected_before(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(2)
    say(3, task=2)
    pull(bench, client)
    before = votes(bench)
    fake.projects.clear()
    fake.tasks.clear()
    fake.annotations.clear()
    publish(bench, client)
    pull(bench, client, depth=SWEEP)
    assert votes(bench) == before


def test_an_answer_that_was_lost_is_asked_for_again(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    pull(bench, client)
    pull(bench, client)
    say(2)

    def lose() -> None:
        raise httpx.ReadError("reset")

    with pytest.raises(LabelStudioTrouble, match="does not answer"):
        pull(bench, Client(bench.settings, Meddling(fake, "/api/tasks", 2, lose)))
    assert pull(bench, client).received == 1


def test_what_ended_counts_no_more_even_when_it_comes_back_changed(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    number = say(2)
    pull(bench, client)
    gone = fake.annotations[number]
    fake.remove(number)
    pull(bench, client)
    fake.annotations[number] = gone
    fake.change(number, updated_by=2)
    assert pull(bench, client, depth=SWEEP).received == 1
    assert votes(bench) == {}


def test_what_was_said_counts_also_after_another_made_it_their_own(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    number = say(2, 0)
    pull(bench, client)
    said = screen(fake.tasks[1], bench.labels, ["1"] * CLAIMS)
    fake.change(number, result=said.result, completed_by=3, updated_by=3)
    pull(bench, client)
    assert votes(bench) == dict.fromkeys(bench.labels.verdicts[:2], CLAIMS)


# S3


@pytest.mark.catalogue("S3", "a forged ring with the true secret changes nothing and is told of")
def test_a_forged_ring_changes_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say, seen: Seen
) -> None:
    number, chance = 100, random.Random(3)
    for reviewer in range(2, 6):
        say(reviewer)
    pull(bench, client)
    before, history = derived(bench), status(bench).ledger
    with bench.engine.begin() as connection:
        bodies = [forged(fake, chance, turn) for turn in range(number)]
        rings.put(connection, bodies, datetime.now(UTC))
    for depth in (POLL, INVENTORY, SWEEP):
        pull(bench, client, depth=depth)
        assert (derived(bench), status(bench).ledger) == (before, history)
    assert status(bench).unconfirmed == number
    seen(number, f"{number} unconfirmed, ledger and judgements unchanged")


def forged(fake: FakeLabelStudio, chance: random.Random, turn: int) -> bytes:
    """What nobody said: another verdict, author, time, number or state."""
    told = json.loads(json.dumps(chance.choice(list(fake.annotations.values()))))
    later = {"updated_at": f"2026-05-01T00:00:{turn % 60:02}.{turn:06}Z"}
    change: dict[str, Any] = chance.choice(
        [
            {"result": told["result"][:1], "lead_time": turn},
            later | {"result": []},
            later | {"completed_by": 7, "updated_by": 7},
            later | {"was_cancelled": True},
            {"id": 1000 + turn},
            {"created_at": "2026-01-01T00:00:00Z", "id": 5000 + turn},
        ]
    )
    return json.dumps({"action": "ANNOTATION_UPDATED", "annotation": told | change}).encode()


def test_a_ring_that_tells_of_a_hundred_thousand_annotations_stops_nothing(
    bench: Workbench, client: Client, say: Say
) -> None:
    moment = "2026-01-01T00:00:00Z"
    told = [{"id": n, "created_at": moment, "updated_at": moment} for n in range(70_000)]
    with bench.engine.begin() as connection:
        body = json.dumps({"annotation": told}, separators=(",", ":")).encode()
        rings.put(connection, [body], datetime.now(UTC))
    say(2)
    assert pull(bench, client).received == 1
    assert status(bench).quarantined == 1


# S4


@pytest.mark.catalogue("S4", "a verdict counts for who made it; a forged author counts for nobody")
def test_a_verdict_counts_once_and_for_who_made_it(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say, seen: Seen
) -> None:
    first, second, third = bench.labels.verdicts[:3]
    cases = longer(10, 30)
    for turn in range(cases):
        task = 1 + turn % len(TEXTS)
        mine = say(2, 0, task)
        say(3, 1, task)
        say(2, 0, task)
        pull(bench, client)
        said = screen(fake.tasks[task], bench.labels, ["2"] * CLAIMS)
        fake.change(mine, result=said.result, updated_by=4)
        say(5, 2, task, updated_by=6)
        assert pull(bench, client).refused == 2
        assert status(bench).quarantined == 2 * (turn + 1)
    tasks = min(cases, len(TEXTS))
    assert votes(bench) == {first: CLAIMS * tasks, second: CLAIMS * tasks}
    assert third not in votes(bench)
    with reading(bench.engine) as session:
        assert set(session.scalars(select(col(Judgement.reviewer_id)))) == {2, 3}
    seen(cases * 3, "forged ones flagged and not counted, two accounts are two people")
