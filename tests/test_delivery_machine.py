"""Everything that can happen between Label Studio and us, in any order, against a model of it.

After each step the history may only have grown; after each look at Label Studio exactly that
counts which has to, and after a sweep nothing is missing, doubled or left over.
"""

import copy
import json
import os
import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio import annotations
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery
from claimdesk.settings import Settings
from claimdesk.store import deliveries, rings
from claimdesk.store.database import open_engine
from claimdesk.workflow import collecting
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import FUSE_FEW, INVENTORY, POLL, SWEEP, pull
from claimdesk.workflow.handling import handle, replay
from claimdesk.workflow.history import as_of
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.verifying import verify

from .catalogue import Seen, longer
from .delivery_model import FAULTS, Model, Wire, identity
from .fake_labelstudio import FakeLabelStudio
from .screens import ACTIONS, CLAIMS, TEXTS, Screen, broken, screen

EXAMPLES, STEPS = longer(100, 1500), longer(20, 40)
SMALLER = "CLAIMDESK_SMALLER"
"""When it is set, a counterexample is made small, which takes minutes."""

CHAINED = (
    "id,key,kind,annotation,task_id,article_id,reviewer_id,said_at,body,config,arrived_at,link"
)
DERIVED = (
    "SELECT * FROM judgement ORDER BY claim_id, reviewer_id",
    "SELECT * FROM consensus ORDER BY claim_id",
)
STRAY = (
    'INSERT INTO judgement (claim_id, reviewer_id, article_id, start, "end", verdict, evidence,'
    " delivery_id, said_at, config) SELECT 'stray', 99, id, 0, 1, ?, '[]', 1,"
    " '2026-01-01 00:00:00', '' FROM article LIMIT 1"
)

Row = tuple[Any, ...]
pick = st.integers(0, 1000)
people = st.integers(2, 4)
screens = st.lists(st.sampled_from(ACTIONS), min_size=CLAIMS, max_size=CLAIMS)


@dataclass(frozen=True)
class Template:
    """A desk with published articles, to be copied for each example."""

    bench: Workbench
    fake: FakeLabelStudio
    database: Path


class Deliveries(RuleBasedStateMachine):
    """Label Studio, its reviewers, the network, and claimdesk."""

    template: ClassVar[Template]
    steps: ClassVar[Counter[str]]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="claimdesk-machine-"))
        self.database = self.folder / "claimdesk.db"
        shutil.copy(self.template.database, self.database)
        self.bench = replace(self.template.bench, engine=open_engine(self.database))
        self.labels = self.bench.labels
        self.fake = copy.deepcopy(self.template.fake)
        self.model = Model({one["data"]["article_id"] for one in self.fake.tasks.values()})
        self.wire = Wire(self.fake, self.model)
        self.client = Client(self.bench.settings, self.wire)
        self.ledger: list[Row] = []
        self.graves: list[dict[str, Any]] = []
        self.silent: set[int] = set()
        self.hidden: set[int] = set()
        self.latest = self.fake._clock
        self.waiting = False
        self.lies: set[bytes] = set()
        self.moments: list[tuple[datetime, list[list[Row]]]] = []

    def teardown(self) -> None:
        try:
            verify(self.bench)
        finally:
            self.bench.engine.dispose()
            shutil.rmtree(self.folder)

    @initialize(said=st.lists(st.tuples(people, pick, screens), max_size=9), swept=st.booleans())
    def begin_in_the_middle(self, said: list[tuple[int, int, list[str]]], swept: bool) -> None:
        for reviewer, at, actions in said:
            self.submit(reviewer, at, actions, skipped=0)
        self._look(SWEEP if swept else POLL)
        if swept:
            self._look(POLL)

    # What reviewers do

    @rule(reviewer=people, at=pick, actions=screens, skipped=st.sampled_from([0, 0, 0, 1]))
    def submit(self, reviewer: int, at: int, actions: list[str], skipped: int) -> None:
        if task := self._task(at):
            self._say(task, reviewer, screen(task, self.labels, actions), bool(skipped))

    @rule(at=pick, actions=screens)
    def change(self, at: int, actions: list[str]) -> None:
        self._save(at, actions)

    @rule(at=pick, actions=screens)
    def change_without_a_trace(self, at: int, actions: list[str]) -> None:
        """As a change does that is committed long after its stamp was taken."""
        if found := self._annotation(at):
            task = self.fake.tasks[found["task"]]
            before = task["updated_at"]
            self._save(at, actions)
            task["updated_at"] = before
            self.silent.add(task["id"])

    @rule(reviewer=people, at=pick, actions=screens)
    def submit_and_commit_late(self, reviewer: int, at: int, actions: list[str]) -> None:
        """The stamp is older than one that has been seen, by less than the overlap."""
        if task := self._task(at):
            self._say(task, reviewer, screen(task, self.labels, actions), skipped=False)
            stamp = datetime.fromisoformat(task["updated_at"]) - timedelta(seconds=29.9999)
            task["updated_at"] = stamp.isoformat().replace("+00:00", "Z")

    @rule(reviewer=people, at=pick, how=st.sampled_from(["label", "place", "nul"]))
    def submit_nonsense(self, reviewer: int, at: int, how: str) -> None:
        if task := self._task(at):
            self._say(task, reviewer, broken(task, self.labels, how), skipped=False)

    @rule(at=pick, actions=screens, other=people, whole=st.booleans())
    def change_what_another_said(
        self, at: int, actions: list[str], other: int, whole: bool
    ) -> None:
        """In the other's name, or `whole`, with the name changed as well."""
        names = {"updated_by": other} | ({"completed_by": other} if whole else {})
        self._save(at, actions, **names)

    @rule(reviewer=people, other=people, at=pick, actions=screens)
    def submit_in_the_name_of_another(
        self, reviewer: int, other: int, at: int, actions: list[str]
    ) -> None:
        if task := self._task(at):
            said = screen(task, self.labels, actions)
            self._say(task, reviewer, said, skipped=False, updated_by=other)

    @rule(at=pick)
    def delete(self, at: int) -> None:
        if found := self._annotation(at):
            self.graves.append(found)
            self.fake.remove(found["id"])
            self._stamped(found["task"])

    @rule(at=pick, several=st.integers(2, 9), traced=st.booleans())
    def delete_several(self, at: int, several: int, traced: bool) -> None:
        for _ in range(several):
            (self.delete if traced else self.delete_without_a_trace)(at)

    @rule(at=pick)
    def delete_without_a_trace(self, at: int) -> None:
        if found := self._annotation(at):
            self.graves.append(found)
            del self.fake.annotations[found["id"]]
            self.silent.add(found["task"])

    @precondition(lambda self: self.graves)
    @rule(at=pick)
    def bring_back_what_was_deleted(self, at: int) -> None:
        """As restoring Label Studio from a backup does."""
        found = self.graves[at % len(self.graves)]
        there = found["task"] in self.fake.tasks and found["id"] not in self.fake.annotations
        if there and self._article(found["task"]) == found["article"]:
            self.fake.annotations[found["id"]] = found
            self.silent.add(found["task"])

    @rule(at=pick)
    def delete_a_task(self, at: int) -> None:
        if task := self._task(at):
            here = [one for one in self.fake.annotations.values() if one["task"] == task["id"]]
            self.graves += here
            self.fake.remove_task(task["id"])
            self.silent.discard(task["id"])
            self.hidden.discard(task["id"])

    @rule()
    def hand_numbers_out_again(self) -> None:
        self.fake._numbers = max(self.fake.annotations, default=0)

    @rule(seconds=st.sampled_from([2.0, 45.0, 200.0, 90_000.0]))
    def time_passes(self, seconds: float) -> None:
        self.fake._clock += timedelta(seconds=seconds)

    @rule(seconds=st.sampled_from([3.000007, 600.000013, 90_000.000001]))
    def the_clock_of_label_studio_is_set_back(self, seconds: float) -> None:
        self.latest = max(self.latest, self.fake._clock)
        self.fake._clock -= timedelta(seconds=seconds)

    # What comes with the doorbell

    @rule(at=pick, kind=st.sampled_from(["true", "stale", "forged", "claimed", "bare"]), to=pick)
    def ring(self, at: int, kind: str, to: int) -> None:
        """With the true secret, and with what may be true or not."""
        if not (found := self._annotation(at)):
            return
        told = {name: found[name] for name in found if name != "article"}
        if kind == "forged":
            told |= {"result": [], "was_cancelled": to % 2 == 0, "lead_time": to}
        elif kind == "claimed":
            stamp = f"2031-01-01T00:00:{to % 60:02}.{to:06}Z"
            told |= {"updated_at": stamp, "completed_by": 2, "updated_by": 2}
        elif kind == "stale":
            told |= {"updated_at": found["created_at"]}
        body: dict[str, Any] = {"action": "ANNOTATION_UPDATED", "annotation": told}
        if kind == "bare":
            body = {"action": "ANNOTATION_UPDATED"}
        self._ring(json.dumps(body).encode())
        if kind == "claimed":
            self.lies.add(json.dumps(body).encode())

    @rule(body=st.binary(max_size=20) | st.sampled_from([b"[]", b"{}", b'{"annotation": 1}']))
    def ring_with_anything(self, body: bytes) -> None:
        self._ring(body)

    # What claimdesk does

    @rule()
    def poll(self) -> None:
        self._look(POLL)

    @rule()
    def take_inventory(self) -> None:
        self._look(INVENTORY)

    @rule()
    def sweep(self) -> None:
        self._look(SWEEP)

    @rule(depth=st.sampled_from([POLL, INVENTORY, SWEEP]))
    def accept_deletions(self, depth: str) -> None:
        self._look(depth, accept=True)

    @rule()
    def publish_again(self) -> None:
        before = self.fake.tasks.keys() | set()
        publish(self.bench, self.client)
        for task in self.fake.tasks.keys() - before:
            self._stamped(task)

    @rule(
        depth=st.sampled_from([POLL, SWEEP]),
        fault=st.sampled_from(FAULTS),
        after=st.integers(0, 5),
    )
    def look_through_a_bad_network(self, depth: str, fault: str, after: int) -> None:
        self.wire.fail(fault, after)
        try:
            pull(self.bench, self.client, depth=depth)
            cut_short = False
        except LabelStudioTrouble:
            cut_short = True
        failed = self.wire.heal()
        self.waiting |= cut_short
        if not (failed or cut_short):
            self._looked(depth)

    @rule(order=st.lists(pick, max_size=6), finish=st.booleans(), early=st.booleans())
    def receive_in_another_order(self, order: list[int], finish: bool, early: bool) -> None:
        """Without `finish`, the process is gone before it looks inside."""
        some = [one for at in order if (one := self._annotation(at))]
        for one in some:
            self.model.hear(self.fake.tasks[one["task"]], one)
        now = datetime.now(UTC) - timedelta(days=3 * early)
        collecting.receive(self.bench, [delivered(one, now) for one in some])
        self.waiting = True
        if early:
            self.moments.clear()  # what arrives now bears the time of the last one before it
        if finish:
            handle(self.bench)
            self.waiting = False
            self._check_judgements()

    @rule()
    def handle_what_waits(self) -> None:
        handle(self.bench)
        self.waiting = False
        self._check_judgements()

    @rule()
    def replay_everything(self) -> None:
        handle(self.bench)
        before = self._derived()
        with closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute(STRAY, (self.labels.verdicts[0],))
        replay(self.bench)
        self.waiting = False
        assert self._derived() == before
        self._check_judgements()

    @precondition(lambda self: self.moments)
    @rule(at=pick)
    def read_the_past(self, at: int) -> None:
        moment, derived = self.moments[at % len(self.moments)]
        with as_of(self.bench, moment) as past:
            place = Path(past.engine.url.database or "")
            assert [rows(place, one) for one in DERIVED] == derived

    # What must hold

    @invariant()
    def history_only_grows(self) -> None:
        now = rows(self.database, f"SELECT {CHAINED} FROM delivery ORDER BY id")
        assert now[: len(self.ledger)] == self.ledger
        new, self.ledger = now[len(self.ledger) :], now
        assert [row[0] for row in now] == list(range(1, len(now) + 1))
        assert [row[10] for row in now] == sorted(row[10] for row in now)
        here = self._here()
        told = {(one.annotation, one.said_at) for one in self.model.told.values()}
        for row in new:
            if row[2] == deliveries.TOMBSTONE:
                assert row[3] not in here
            else:
                said_at = datetime.fromisoformat(row[7]).replace(tzinfo=UTC)
                assert (row[3], said_at) in told

    @invariant()
    def what_stands_follows_from_history(self) -> None:
        dead = self._dead()
        newest = {row[3]: row[0] for row in self.ledger}
        stands = rows(self.database, "SELECT annotation, delivery_id, gone FROM standing")
        assert {(a, n, bool(gone)) for a, n, gone in stands} == {
            (one, number, one in dead) for one, number in newest.items()
        }

    def _look(self, depth: str, *, accept: bool = False) -> None:
        missing = len(self._known() - self._here().keys() - self._dead())
        try:
            pull(self.bench, self.client, depth=depth, accept_deletions=accept)
            trouble = None
        except LabelStudioTrouble as error:
            trouble = error.what
        if trouble is not None:
            assert "vanished" in trouble
            assert missing > FUSE_FEW
            assert not accept
            self.waiting = False
            self._check_judgements()
            return
        assert accept or depth != SWEEP or missing <= FUSE_FEW
        self._looked(INVENTORY if accept and depth == POLL else depth)

    def _looked(self, depth: str) -> None:
        """Everything that has to be so after a look that went well."""
        self.waiting = False
        if depth == SWEEP:
            self.silent.clear()
        if depth != POLL:
            self.hidden.clear()
        self._check_live(depth)
        self._check_judgements()
        found = dict(rows(self.database, "SELECT outcome, count(*) FROM ring GROUP BY outcome"))
        assert None not in found
        aside = found.get(rings.UNCONFIRMED, 0) + found.get(rings.QUARANTINED, 0)
        assert aside >= len(self.lies)
        self.moments.append((datetime.now(UTC), self._derived()))
        self.steps[depth] += 1

    def _check_live(self, depth: str) -> None:
        dead, here = self._dead(), self._here()
        live = self._known() - dead
        for one, annotation in here.items():
            if annotation["task"] not in self.silent | self.hidden:
                assert one in dead or self.model.newest(one) == annotation["updated_at"]
        stands = dict(
            rows(self.database, "SELECT annotation, task_id FROM standing WHERE NOT gone")
        )
        for one in live - here.keys():
            dropped = depth == POLL and stands[one] not in self.fake.tasks
            assert dropped or stands[one] in self.silent | self.hidden
        if depth == SWEEP:
            assert stands.keys() == here.keys() - dead
        if depth == INVENTORY:
            counts = Counter(one["task"] for one in here.values())
            risen = {here[one]["task"] for one in dead & here.keys()}
            held = Counter(stands.values())
            assert {t: held[t] for t in held.keys() - risen} == {
                t: counts[t] for t in counts.keys() - risen
            }

    def _check_judgements(self) -> None:
        if self.waiting:
            return
        expected = self.model.judgements(self._dead())
        said = "article_id, claim_id, reviewer_id, verdict, note, evidence"
        found = rows(self.database, f"SELECT {said} FROM judgement")
        assert {(*row[:5], tuple(json.loads(row[5]))) for row in found} == expected
        assert len(found) == len(expected)
        votes = Counter((claim, verdict) for _, claim, _, verdict, _, _ in expected)
        decided = rows(self.database, "SELECT claim_id, votes FROM consensus")
        counted = {
            (claim, verdict): number
            for claim, kept in decided
            for verdict, number in json.loads(kept).items()
            if number
        }
        assert counted == dict(votes)

    # Small things

    def _derived(self) -> list[list[Row]]:
        return [rows(self.database, one) for one in DERIVED]

    def _dead(self) -> set[str]:
        ended = "SELECT annotation FROM delivery WHERE kind = 'tombstone'"
        return {annotation for (annotation,) in rows(self.database, ended)}

    def _known(self) -> set[str]:
        return {annotation for annotation, _ in self.model.told}

    def _here(self) -> dict[str, dict[str, Any]]:
        return {identity(one): one for one in self.fake.annotations.values()}

    def _task(self, at: int) -> dict[str, Any] | None:
        tasks = list(self.fake.tasks.values())
        return tasks[at % len(tasks)] if tasks else None

    def _annotation(self, at: int) -> dict[str, Any] | None:
        found = list(self.fake.annotations.values())
        return found[at % len(found)] if found else None

    def _article(self, task: int) -> str:
        return str(self.fake.tasks[task]["data"]["article_id"])

    def _stamped(self, task: int) -> None:
        """A change whose stamp lies behind one that was seen is found by an inventory only."""
        if datetime.fromisoformat(self.fake.tasks[task]["updated_at"]) <= self.latest:
            self.hidden.add(task)

    def _say(
        self, task: dict[str, Any], reviewer: int, said: Screen, skipped: bool, **names: int
    ) -> None:
        result = [] if skipped else said.result
        made = self.fake.say(task["id"], reviewer, result, was_cancelled=skipped, **names)
        made["article"] = self._article(task["id"])
        self.model.meant(made, said)
        self._stamped(task["id"])

    def _save(self, at: int, actions: list[str], **names: int) -> None:
        if found := self._annotation(at):
            said = screen(self.fake.tasks[found["task"]], self.labels, actions)
            author = {"updated_by": found["completed_by"]}
            self.fake.change(found["id"], result=said.result, **(author | names))
            self.model.meant(found, said)
            self._stamped(found["task"])

    def _ring(self, body: bytes) -> None:
        with self.bench.engine.begin() as connection:
            rings.put(connection, [body], datetime.now(UTC))


def rows(database: Path, question: str) -> list[Row]:
    """Rows as the database holds them."""
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(question).fetchall()


def delivered(annotation: dict[str, Any], now: datetime) -> Delivery:
    """What a look makes of an annotation."""
    body = {name: value for name, value in annotation.items() if name != "article"}
    stamp = annotations.stamp(body)
    assert stamp is not None
    return Delivery(
        key=deliveries.key_of(stamp.identity, stamp.updated_at),
        kind=deliveries.ANNOTATION,
        annotation=stamp.identity,
        task_id=annotation["task"],
        article_id=annotation["article"],
        reviewer_id=stamp.updated_by,
        said_at=stamp.updated_at,
        body=annotations.record(body),
        config="0",
        arrived_at=now,
    )


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Three articles of four claims, published."""
    folder = tmp_path_factory.mktemp("template")
    bench = open_workbench(
        Settings.read(
            folder / "home",
            labelstudio_url="http://labelstudio.test",
            labelstudio_token="0" * 40,
            most_readings=1,  # screens are made from what all are shown
        )
    )
    for number, text in enumerate(TEXTS):
        (folder / f"{number}.txt").write_text(text)
    load(bench, [str(path) for path in sorted(folder.glob("*.txt"))])
    fake = FakeLabelStudio()
    publish(bench, Client(bench.settings, fake))
    bench.engine.dispose()
    return Template(bench, fake, folder / "home" / "claimdesk.db")


@pytest.mark.catalogue("D10", "whatever happens in whatever order, a sweep makes us equal")
def test_whatever_happens_exactly_what_has_to_counts(template: Template, seen: Seen) -> None:
    steps: Counter[str] = Counter()
    machine = type("Machine", (Deliveries,), {"template": template, "steps": steps})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            derandomize=True,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate] + [Phase.shrink] * bool(os.environ.get(SMALLER)),
        ),
    )
    looks = sum(steps.values())
    seen(EXAMPLES, f"0 counterexamples in up to {STEPS} steps each; {looks:,} looks compared")
