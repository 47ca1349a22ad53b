"""An export that is made while work is collected shows one state of the desk, and no mixture."""

import json
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from claimdesk import recipes
from claimdesk.api import create_app
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery
from claimdesk.pages import router
from claimdesk.snapshot import ArticlePage, Filters
from claimdesk.store import facts
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.reading import take_snapshot

from .credentials import bearer
from .fake_labelstudio import FakeLabelStudio
from .filling import fill, verdicts
from .running import wait_until

ROUNDS = 4


@pytest.fixture
def desk(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    fill(bench, fake, tmp_path)
    return bench


@contextmanager
def collecting(desk: Workbench, fake: FakeLabelStudio) -> Iterator[None]:
    """Reviewers change their minds about everything, again and again, and it is collected."""
    over = threading.Event()
    trouble: list[BaseException] = []

    def run() -> None:
        turn = 0
        try:
            while not over.is_set():
                turn += 1
                for number, one in list(fake.annotations.items()):
                    fake.change(number, result=verdicts(desk, fake.tasks[one["task"]], turn % 3))
                pull(desk, Client(desk.settings, fake))
        except BaseException as error:  # the test tells of it
            trouble.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(60)
    assert trouble == []


def arrived(desk: Workbench) -> int:
    with reading(desk.engine) as session:
        return facts.count(session, Delivery)


def adds_up(pages: list[ArticlePage], labels: tuple[str, ...]) -> None:
    """What is counted of every claim is what was said of it, in the same state."""
    for page in pages:
        for claim in page.claims:
            said = Counter(one.verdict for one in claim.counted)
            assert {label: said[label] for label in labels if said[label]} == {
                label: number for label, number in claim.votes.items() if number
            }


def test_a_snapshot_stays_as_it_was_while_more_is_collected(
    desk: Workbench, fake: FakeLabelStudio
) -> None:
    heads = set()
    with collecting(desk, fake):
        for _ in range(ROUNDS):
            with take_snapshot(desk, filters=Filters(min_reviewers=1)) as snapshot:
                walk = snapshot.pages()
                first, before = next(walk), arrived(desk)
                assert wait_until(lambda: arrived(desk) > before + 8, 60)  # noqa: B023
                whole = [first, *walk]
                adds_up(whole, snapshot.verdicts)
                assert list(snapshot.pages()) == whole
                heads.add(snapshot.ledger)
    assert len(heads) == ROUNDS


def test_an_export_over_rest_is_of_one_state_while_more_is_collected(
    desk: Workbench, fake: FakeLabelStudio
) -> None:
    app = create_app(desk, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as web, collecting(desk, fake):
        web.headers |= bearer(desk)
        found = 0
        for one in recipes.every(desk.exports_dir) * 2:
            answer = web.get(f"/api/v1/exports/{one.name}.jsonl")
            rows = [json.loads(line) for line in answer.text.splitlines()]
            told = {row[one.states_ledger or recipes.LEDGER] for row in rows}
            assert told <= {answer.headers["claimdesk-ledger"]}
            found += len(rows)
            assert answer.headers["etag"]
    assert found > 100
