"""The desk's own model orders claims only where it is surely better than the rules."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update

from claimdesk.api.collector import Collector
from claimdesk.labelstudio.client import Client
from claimdesk.models import Ranking, Segment
from claimdesk.store import rankings
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.ranking import is_due, rank
from claimdesk.workflow.reading import status

from .fake_labelstudio import FakeLabelStudio, relabelled
from .running import wait_until

ARTICLES = 14
OPENINGS = ("The harbour", "A visitor", "The old mill", "Her neighbour", "The choir", "A baker")
CLAIMS = ("keeps gravel under the roof", "painted the gravel yard", "found gravel in the well")
CHATTER = ("keeps ribbons under the roof", "painted the garden yard", "found ribbons in the well")


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """Articles in which only the word gravel tells what this desk checks."""
    chance = random.Random(7)
    for number in range(ARTICLES):
        said = [
            f"{chance.choice(OPENINGS)} {chance.choice(chance.choice((CLAIMS, CHATTER)))} by "
            f"{chance.choice(('day', 'night', 'hand', 'boat'))} {place} {number}."
            for place in ("here", "there", "upstairs", "outside", "inside", "below")
        ]
        (tmp_path / f"{number}.txt").write_text("\n\n".join(said), encoding="utf-8")
    load(bench, [str(tmp_path)])
    client = Client(bench.settings, fake)
    publish(bench, client)
    return client


def judge(bench: Workbench, fake: FakeLabelStudio, client: Client, *, sense: bool) -> None:
    """Two reviewers judge everything, by the word or by chance."""
    chance = random.Random(11)
    for number, task in fake.tasks.items():
        shown = task["predictions"][0]["result"]
        said = {}
        for place, region in enumerate(shown):
            words = task["data"]["text"][region["value"]["start"] : region["value"]["end"]]
            checked = "gravel" in words if sense else chance.random() < 0.5
            said[place] = bench.labels.verdicts[0] if checked else bench.labels.reject
        for reviewer in (2, 3):
            fake.say(number, reviewer, relabelled(task, said))
    pull(bench, client)


def scores(bench: Workbench) -> dict[str, float | None]:
    with reading(bench.engine) as session:
        return {one.id: one.worth for one in session.scalars(select(Segment))}


def test_it_takes_over_where_it_is_better(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = scores(bench)
    judge(bench, fake, client, sense=True)
    found = rank(bench)
    assert found.used
    assert (found.model_ap or 0) > (found.rules_ap or 1)
    assert scores(bench) != before


def test_what_is_loaded_later_is_scored_by_it(
    bench: Workbench, fake: FakeLabelStudio, client: Client, tmp_path: Path
) -> None:
    judge(bench, fake, client, sense=True)
    rank(bench)
    late = tmp_path / "late.txt"
    late.write_text("A baker found gravel in the well.\n\nA baker found ribbons in the well.")
    load(bench, [str(late)])
    with reading(bench.engine) as session:
        segments = {one.end - one.start: one.worth for one in session.scalars(select(Segment))}
        newest = rankings.newest(session)
    assert newest is not None
    assert newest.used
    assert segments[33] > segments[34]


def test_it_stays_off_where_verdicts_follow_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = scores(bench)
    judge(bench, fake, client, sense=False)
    assert not rank(bench).used
    assert scores(bench) == before


def test_without_verdicts_it_says_what_is_missing(bench: Workbench, client: Client) -> None:
    assert not is_due(bench)
    found = rank(bench)
    assert (found.used, found.labels) == (False, 0)
    assert "at least 20 of each" in found.why


def test_it_is_due_once_and_again_when_there_is_more(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    judge(bench, fake, client, sense=True)
    assert is_due(bench)
    rank(bench)
    assert not is_due(bench)


def test_turned_off_again_the_rules_are_back(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = scores(bench)
    judge(bench, fake, client, sense=True)
    rank(bench)
    for number in list(fake.annotations):
        fake.remove(number)
    pull(bench, client, accept_deletions=True)
    assert not rank(bench).used
    assert scores(bench) == before


def test_a_model_that_cannot_be_read_is_not_used(
    bench: Workbench, fake: FakeLabelStudio, client: Client, tmp_path: Path
) -> None:
    judge(bench, fake, client, sense=True)
    rank(bench)
    with writing(bench.engine) as session:
        session.execute(update(Ranking).values(model='{"version": 99}'))
    late = tmp_path / "late.txt"
    late.write_text("A baker found gravel in the well.")
    assert load(bench, [str(late)]).new == 1


def test_scores_that_a_lost_model_gave_are_given_anew(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = scores(bench)
    judge(bench, fake, client, sense=True)
    rank(bench)
    with writing(bench.engine) as session:
        session.execute(delete(Ranking))
    for number in list(fake.annotations):
        fake.remove(number)
    pull(bench, client, accept_deletions=True)
    assert not rank(bench).used
    assert scores(bench) == before


def test_a_fit_that_fails_does_not_stop_collecting(
    bench: Workbench, fake: FakeLabelStudio, client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with writing(bench.engine) as session:
        session.execute(text("DROP TABLE ranking"))
    often = bench.settings.model_copy(update={"poll_seconds": 0.1, "sweep_seconds": 0.1})
    collector = Collector(replace(bench, settings=often), fake)
    collector.start()
    try:
        assert wait_until(lambda: "ranking failed" in caplog.text, 20)
        fake.say(1, 2, relabelled(fake.tasks[1], {0: bench.labels.verdicts[0]}))
        assert wait_until(lambda: status(bench).judgements == 1, 20)
        assert collector.trouble is None
    finally:
        collector.stop()
