"""Two backends on one database: both hear, one collects, and who lost the lease writes no more."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from claimdesk.errors import Busy
from claimdesk.labelstudio.client import Client
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import Pulled, pull
from claimdesk.workflow.verifying import verify

from .catalogue import Seen, longer
from .databases import fresh_database
from .fake_labelstudio import FakeLabelStudio, relabelled
from .fake_server import Reviewers, Studio
from .killing import (
    SECRET,
    Backend,
    Difference,
    difference,
    lost,
    opened,
    publish_articles,
    settings_for,
    started,
)
from .reviewers import VERDICTS
from .running import wait_until

EVENTS = longer(150, 3_000)
SLOWLY = 0.04
"""Seconds for each answer of Label Studio, so that one look would meet another."""
BEGIN = "GET /api/projects"
CUT = """
SELECT pg_terminate_backend(pid) FROM pg_locks
WHERE locktype = 'advisory' AND database =
    (SELECT oid FROM pg_database WHERE datname = current_database())
"""


@pytest.mark.catalogue("P2", "two backends on one database: both acknowledge, one at a time pulls")
def test_of_two_backends_one_at_a_time_collects(
    postgresql: str, tmp_path: Path, seen: Seen
) -> None:
    studio, database = Studio(SECRET), fresh_database(postgresql)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with studio.serving():
        # Nobody is asked for more: a third reader and an adjudicator are asked by themselves.
        many = {"overlap": "20", "most_readings": "1"}
        environ = settings_for(studio, tmp_path / "a" / "home", database, **many)
        bench = opened(environ, tmp_path / "a" / "home")
        publish_articles(bench, tmp_path)
        studio.asked.clear()
        studio.pause = SLOWLY
        first, second = (
            Backend(tmp_path / name / "home", environ | {"CLAIMDESK_LABELSTUDIO_TOKEN": name * 40})
            for name in ("a", "b")
        )
        with started(first), started(second):
            studio.doorbell = first.doorbell
            with Reviewers(studio, 3, 1, 0.05) as reviewers:
                wait_for(reviewers, EVENTS // 2)
                studio.doorbell = second.doorbell
                heard = studio.heard["200"]
                wait_for(reviewers, EVENTS)
            assert studio.heard["200"] > heard > 0
            assert wait_until(lambda: difference(bench, studio) == SAME, 30)
        asked = list(studio.asked)
    turns = [
        (token, what)
        for (token, what), (other, _) in zip(asked[1:], asked, strict=False)
        if token != other
    ]
    assert {token for token, _ in asked} == {"a" * 40, "b" * 40}
    assert {what for _, what in turns} == {BEGIN}
    assert lost(bench, studio.acknowledged) == []
    assert verify(bench).entries > 0
    bench.engine.dispose()
    seen(reviewers.done, f"{len(turns)} changes of turn, none within a look; nothing lost or twice")


SAME = Difference(missing=0, doubled=0, ghosts=0)


def wait_for(reviewers: Reviewers, number: int) -> None:
    assert wait_until(lambda: reviewers.done >= number, 120)


# The connection that holds the lease is cut in the middle of a pull


class Interrupted(httpx.BaseTransport):
    """Passes on to a fake; the first time annotations are fetched, something happens first."""

    def __init__(self, fake: FakeLabelStudio, happens: Callable[[], None]) -> None:
        self._fake = fake
        self._happens: Callable[[], None] | None = happens

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        happens = self._happens
        if (
            happens is not None
            and b"annotations" in request.url.query
            and (b"result" in request.url.query)
        ):
            self._happens = None
            happens()
        return self._fake.handle_request(request)


@pytest.fixture
def two(postgresql: str, tmp_path: Path, fake: FakeLabelStudio) -> Iterator[list[Workbench]]:
    """Two workbenches on one database, with two articles published."""
    values = {
        "CLAIMDESK_DATABASE_URL": fresh_database(postgresql),
        "CLAIMDESK_LABELSTUDIO_URL": "http://labelstudio.test",
        "CLAIMDESK_LABELSTUDIO_TOKEN": "0" * 40,
    }
    found = [opened(values, tmp_path / name) for name in ("one", "other")]
    publish_articles(found[0], tmp_path, 2, Client(found[0].settings, fake))
    say(fake, 1)
    yield found
    for bench in found:
        bench.engine.dispose()


def say(fake: FakeLabelStudio, task: int) -> None:
    labels = {claim: VERDICTS[claim % len(VERDICTS)] for claim in range(40)}
    fake.say(task, len(fake.annotations) + 2, relabelled(fake.tasks[task], labels))


def cut(bench: Workbench) -> None:
    """End the session that holds the lease, as a failover or an operator would."""
    with bench.engine.connect() as connection:
        assert connection.execute(text(CUT)).scalar()
    time.sleep(0.2)


def pulled(bench: Workbench, transport: httpx.BaseTransport) -> Pulled:
    with Client(bench.settings, transport) as client:
        return pull(bench, client, wait=5)


@pytest.mark.catalogue("P2", "a pull whose lease was cut and taken over writes nothing more")
def test_who_lost_the_lease_to_another_one_is_stopped(
    two: list[Workbench], fake: FakeLabelStudio, seen: Seen
) -> None:
    one, other = two

    def taken_over() -> None:
        cut(other)
        assert pulled(other, fake).received == 1
        say(fake, 2)
        say(fake, 1)

    with pytest.raises(Busy, match="taken over"):
        pulled(one, Interrupted(fake, taken_over))
    assert verify(one).entries == 1
    assert pulled(one, fake).received == 2
    assert verify(one).entries == 3
    seen(1, "stopped at its first write; the next pull brought the rest, the ledger verifies")


@pytest.mark.catalogue("P2", "a pull whose lease was cut while nobody took over loses nothing")
def test_who_lost_the_lease_to_nobody_goes_on(
    two: list[Workbench], fake: FakeLabelStudio, seen: Seen
) -> None:
    one, other = two
    found = pulled(one, Interrupted(fake, lambda: cut(other)))
    assert found.received == 1
    assert pulled(one, fake).received == 0
    assert verify(one).entries == 1
    seen(1, "it went on and ended well")
