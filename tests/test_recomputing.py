"""After whatever reviewers do, what is kept is what follows from the ledger, to the last bit."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from claimdesk import consensus, spans
from claimdesk.errors import BrokenLedger, OutOfDate
from claimdesk.labelstudio.client import Client
from claimdesk.models import Consensus, Delivery, Flag, Judgement, Ruling
from claimdesk.store import deliveries, derived
from claimdesk.store.database import reading
from claimdesk.workflow.adjudicating import adjudicate
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull, receive
from claimdesk.workflow.deciding import rules
from claimdesk.workflow.handling import handle
from claimdesk.workflow.history import apart
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.verifying import verify

from .catalogue import Seen, longer
from .fake_labelstudio import FakeLabelStudio, delivery_of, relabelled

EVENTS = longer(2_000, 10_000)
REVIEWERS = (2, 3, 4, 5, 6)
JUDGES = (7, 8)
CONFLICTS = 8
"""Most of them, or reviewers would have nothing left to do."""
SENTENCES = (
    "The pier is shut.",
    "Мер знав.",
    "😀 Nine piles leak, she said.",
    "杭が折れた。",
    "So be it.",
)


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    chance = random.Random(3)
    for number in range(5):
        words = [chance.choice(SENTENCES) for _ in range(9)]
        (tmp_path / f"{number}.txt").write_text(f"{number}. " + " ".join(words), encoding="utf-8")
    load(bench, [str(tmp_path / f"{number}.txt") for number in range(5)])
    client = Client(bench.settings, fake)
    publish(bench, client)
    return client


def kept(bench: Workbench) -> list[dict[str, Any]]:
    """Every row that is derived, in an order of its own."""
    with reading(bench.engine) as session:
        return [
            row
            for table in (Judgement, Ruling, Consensus, Flag)
            for row in derived.rows(session, table)
        ]


def edited(bench: Workbench, task: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """A screen on which somebody judged, moved, deleted, merged, split and added."""
    text = task["data"]["text"]
    votes = (*bench.labels.votes, bench.labels.open)
    shown = task["predictions"][0]["result"]
    result = relabelled(task, {n: chance.choice(votes) for n in range(len(shown))})
    for region in list(result):
        if region not in result:
            continue
        place = region["value"]
        act = chance.random()
        if act < 0.05:
            result.remove(region)
        elif act < 0.1:
            place["start"] = min(place["start"] + 2, place["end"] - 1)
        elif act < 0.15:
            place["end"] = min(len(text), place["end"] + 12)
        elif act < 0.2:
            result.append(drawn(chance, region, place["start"], place["end"] - 1))
            result.remove(region)
        elif act < 0.25 and place["end"] - place["start"] > 6:
            middle = (place["start"] + place["end"]) // 2
            rest = drawn(chance, region, middle, place["end"])
            rest["value"]["labels"] = chance.choice([place["labels"], [chance.choice(votes)]])
            result.append(rest)
            place["end"] = middle
        elif act < 0.3 and region is not result[-1]:
            swallowed = result[result.index(region) + 1]
            place["end"] = max(place["end"], swallowed["value"]["end"])
            result.remove(swallowed)
    for _ in range(chance.randrange(3)):
        start = chance.randrange(len(text) - 8)
        result.append(drawn(chance, shown[0], start, start + chance.randrange(3, 8)))
    return result


def drawn(chance: random.Random, like: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    value = like["value"] | {"start": start, "end": end}
    return like | {"id": f"new-{chance.randrange(10**6)}", "value": value}


def ruled(bench: Workbench, task: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    """What an adjudicator leaves of a conflict, among it what does not count."""
    result = json.loads(json.dumps(task["predictions"][0]["result"]))
    result[0]["value"]["labels"] = [chance.choice(list(bench.adjudication.labels))]
    if chance.random() < 0.2:
        result[0]["value"]["end"] = result[0]["value"]["start"] + 2
    return list(result) if chance.random() < 0.9 else []


def left(bench: Workbench, task: dict[str, Any], chance: random.Random) -> list[dict[str, Any]]:
    return (ruled if "claim_id" in task["data"] else edited)(bench, task, chance)


def happen(bench: Workbench, fake: FakeLabelStudio, chance: random.Random) -> int | None:
    """One event: somebody submits, changes or deletes; the number of what stands there now."""
    act = chance.random()
    task = fake.tasks[chance.choice(sorted(fake.tasks))]
    if act < 0.5 or not fake.annotations:
        people = JUDGES if "claim_id" in task["data"] and chance.random() < 0.7 else REVIEWERS
        said = fake.say(task["id"], chance.choice(people), left(bench, task, chance))
        return int(said["id"])
    number = chance.choice(sorted(fake.annotations))
    if act > 0.85:
        fake.remove(number)
        return None
    theirs = fake.tasks[fake.annotations[number]["task"]]
    fake.change(number, result=left(bench, theirs, chance))
    return number


def arrive(bench: Workbench, late: list[Delivery], chance: random.Random) -> None:
    """Events come out of order, and some of them more than once."""
    chance.shuffle(late)
    receive(bench, late)
    receive(bench, [Delivery(**one.model_dump(exclude={"id"})) for one in late[::2]])
    handle(bench)
    late.clear()


@pytest.mark.catalogue(
    "D9", "what is kept step by step is what all of the ledger gives, bit by bit"
)
def test_step_by_step_comes_to_the_same_as_all_at_once(
    bench: Workbench, fake: FakeLabelStudio, client: Client, seen: Seen
) -> None:
    chance, late, met = random.Random(11), list[Delivery](), set[str | None]()
    for _ in range(EVENTS):
        number = happen(bench, fake, chance)
        if number is not None and chance.random() < 0.5:
            late.append(delivery_of(bench, fake, number, datetime.now(UTC)))
        if len(late) > 7:
            arrive(bench, late, chance)
        elif chance.random() < 0.02:
            pull(bench, client, accept_deletions=True)
            if len(fake.tasks) < CONFLICTS:
                adjudicate(bench, client)
        if not late:
            met |= {row.get("change") or row.get("state") for row in kept(bench)}
    pull(bench, client, accept_deletions=True)
    now = kept(bench)
    with apart(bench) as anew:
        assert kept(anew) == now
    assert met >= {*spans.EVENTS, *consensus.STATES} - {consensus.UNREVIEWED}
    seen(EVENTS, f"events; {len(now):,} rows equal")


@pytest.fixture
def judged(bench: Workbench, fake: FakeLabelStudio, client: Client) -> Client:
    """A desk on which much was said, all of it handled."""
    chance = random.Random(5)
    for _ in range(60):
        happen(bench, fake, chance)
    pull(bench, client, accept_deletions=True)
    return client


@pytest.fixture
def stricter(bench: Workbench) -> Workbench:
    """The same desk under other settings."""
    settings = bench.settings.model_copy(update={"min_reviewers": 4, "strict": True})
    return replace(bench, settings=settings)


def test_other_rules_decide_everything_anew(
    bench: Workbench, stricter: Workbench, judged: Client
) -> None:
    pull(stricter, judged)
    now = kept(stricter)
    assert {row["policy"] for row in now if "policy" in row} == {rules(stricter)} != {rules(bench)}
    with apart(stricter) as anew:
        assert kept(anew) == now


def test_verifying_says_what_was_decided_by_other_rules_and_changes_nothing(
    bench: Workbench, stricter: Workbench, judged: Client
) -> None:
    now = kept(bench)
    claims = sum("policy" in row for row in now)
    with pytest.raises(OutOfDate, match=rf"^{claims} claims were decided by other rules"):
        verify(stricter)
    assert kept(bench) == now
    assert verify(bench).waiting == 0
    pull(stricter, judged)
    assert verify(stricter).waiting == 0


def test_what_was_tampered_with_is_found_before_it_is_out_of_date(
    bench: Workbench, stricter: Workbench, judged: Client
) -> None:
    change = "UPDATE judgement SET verdict = 'forged' WHERE claim_id = "
    with bench.engine.begin() as connection:
        connection.execute(text(f"{change}(SELECT max(claim_id) FROM judgement)"))
    with pytest.raises(BrokenLedger, match="The judgement of claim"):
        verify(stricter)


def test_a_consensus_cannot_be_forged_under_rules_of_its_own(
    bench: Workbench, judged: Client
) -> None:
    with bench.engine.begin() as connection:
        connection.execute(text("UPDATE consensus SET policy = 'mine', verdict = 'forged'"))
    with pytest.raises(OutOfDate, match="decided by other rules"):
        verify(bench)


def test_what_waits_to_be_handled_is_counted_and_compared_with_nothing(
    bench: Workbench, fake: FakeLabelStudio, judged: Client
) -> None:
    now, chance, late = kept(bench), random.Random(7), list[Delivery]()
    for _ in range(12):
        number = happen(bench, fake, chance)
        if number is not None:
            late.append(delivery_of(bench, fake, number, datetime.now(UTC)))
    received = receive(bench, late)
    assert verify(bench).waiting == received > 5
    assert kept(bench) == now
    handle(bench)
    assert kept(bench) != now
    assert verify(bench).waiting == 0


def test_an_end_that_waits_to_be_handled_takes_nothing_away_yet(
    bench: Workbench, fake: FakeLabelStudio, judged: Client
) -> None:
    now = kept(bench)
    last = delivery_of(bench, fake, max(fake.annotations), datetime.now(UTC))
    gone = {"key": f"tombstone:{last.annotation}", "kind": deliveries.TOMBSTONE, "body": {}}
    receive(bench, [Delivery(**last.model_dump(exclude={"id"}) | gone)])
    assert verify(bench).waiting == 1
    assert kept(bench) == now
