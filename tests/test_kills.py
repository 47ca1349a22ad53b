"""The backend killed at any moment while reviewers work: nothing answered 200 is ever lost.

Label Studio is a fake behind a real socket that commits, rings once and ignores the answer; it
goes on while nobody hears it. CLAIMDESK_TORTURE=1 makes it ten times as much, with three seeds.
"""

import os
import random
import time
from pathlib import Path

import pytest

from claimdesk.workflow.handling import replay
from claimdesk.workflow.verifying import verify

from .catalogue import TORTURE, Seen, longer
from .fake_server import Reviewers, Studio
from .killing import (
    SECRET,
    Backend,
    Difference,
    derived,
    difference,
    integrity,
    lost,
    opened,
    publish_articles,
    settings_for,
)
from .running import claimdesk, wait_until

EVENTS = longer(1_000, 10_000)
KILLS = longer(10, 100)
SEEDS = (1, 2, 3) if TORTURE else (1,)
PACE = 0.08
STARTING = 0.2
"""Share of the kills that come while it is still starting."""


@pytest.mark.catalogue(
    "D1", "killed at random while reviewers work: nothing acknowledged lost, one reconcile mends"
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_backend_that_is_killed_again_and_again_loses_nothing(
    database: str, tmp_path: Path, seed: int, seen: Seen
) -> None:
    studio, home = Studio(SECRET), tmp_path / "home"
    with studio.serving():
        environ = settings_for(studio, home, database)
        bench = opened(environ, home)
        publish_articles(bench, tmp_path)
        backend = Backend(home, environ)
        studio.doorbell = backend.doorbell
        with Reviewers(studio, 3, seed, PACE) as reviewers:
            kills = kill_again_and_again(backend, studio, reviewers, random.Random(seed))
        before = difference(bench, studio)
        assert lost(bench, studio.acknowledged) == []
        meant = ("--sweep", "--accept-deletions")  # an accident would not delete more
        pulled = claimdesk("pull", *meant, home=home, env=os.environ | environ)
        assert pulled.returncode == 0, pulled.stderr
    after = difference(bench, studio)
    assert after == Difference(missing=0, doubled=0, ghosts=0)
    assert lost(bench, studio.acknowledged) == []
    assert verify(bench).entries > 0
    assert integrity(bench) == "ok"
    once = derived(bench)
    replay(bench)
    assert derived(bench) == once
    assert len(once) > 0
    bench.engine.dispose()
    acknowledged = len(studio.acknowledged)
    seen(
        reviewers.done,
        f"{kills} kills, {acknowledged} acknowledged, 0 of them lost; one reconcile mended "
        f"{before.missing} missing and {before.ghosts} gone, 0 left, 0 twice",
    )


def kill_again_and_again(
    backend: Backend, studio: Studio, reviewers: Reviewers, chance: random.Random
) -> int:
    """Until there was enough of everything; how often. It is dead in the end."""
    kills = 0
    while kills < KILLS or reviewers.done < EVENTS:
        heard = studio.heard["200"]
        if chance.random() < STARTING:
            backend.begin()
            time.sleep(chance.uniform(0, 2.5))
        else:
            backend.start()
            assert wait_until(lambda: studio.heard["200"] > heard, 20)  # noqa: B023 - called at once
            time.sleep(chance.uniform(0, 2))
        backend.kill()
        kills += 1
    return kills
