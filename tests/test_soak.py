"""A backend at work for minutes: what it holds does not grow. Only with CLAIMDESK_TORTURE=1.

CLAIMDESK_SOAK_MINUTES says how long.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx
import psutil
import pytest

from .armoured import credential
from .catalogue import TORTURE, Seen
from .fake_server import Reviewers, Studio
from .killing import (
    SECRET,
    Backend,
    Difference,
    difference,
    opened,
    publish_articles,
    settings_for,
    started,
)
from .running import wait_until

MINUTES = float(os.environ.get("CLAIMDESK_SOAK_MINUTES", "5"))
PER_SECOND = 5
STANDING = 60
"""From then on reviewers change what is there, so that the work stays the same."""
EXPORTS = ("claims.csv", "judgements.jsonl")
EVERY = min(60.0, MINUTES * 60 / 5)
GROWTH, JOURNAL, FILES = 1.10, 64 << 20, 5


@dataclass(frozen=True)
class Held:
    """What a process holds at a moment."""

    memory: int
    files: int
    journal: int


def held(backend: Backend) -> Held:
    assert backend.process is not None
    process = psutil.Process(backend.process.pid)
    journal = backend.home / "claimdesk.db-wal"
    return Held(process.memory_info().rss, process.num_fds(), journal.stat().st_size)


@pytest.mark.catalogue("D22", "minutes at 5 events/s with exports: memory, journal and files flat")
@pytest.mark.skipif(not TORTURE, reason="takes minutes; CLAIMDESK_TORTURE=1 runs it")
def test_a_backend_that_works_for_long_does_not_grow(tmp_path: Path, seen: Seen) -> None:
    studio, home = Studio(SECRET), tmp_path / "home"
    studio.most = STANDING
    with studio.serving():
        environ = settings_for(studio, home, f"sqlite:///{home / 'claimdesk.db'}")
        bench = opened(environ, home)
        publish_articles(bench, tmp_path)
        token = credential(bench)
        with started(Backend(home, environ)) as backend:
            studio.doorbell = backend.doorbell
            with Reviewers(studio, 5, 1, 5 / PER_SECOND) as reviewers:
                found = observed(backend, token)
            assert wait_until(lambda: difference(bench, studio) == Difference(0, 0, 0), 60)
    bench.engine.dispose()
    third = len(found) // 3
    early, late = found[third : 2 * third], found[2 * third :]
    growth = median(one.memory for one in late) / median(one.memory for one in early)
    journal = max(one.journal for one in found)
    files = max(one.files for one in late) - max(one.files for one in early)
    assert growth < GROWTH
    assert journal <= JOURNAL
    assert files <= FILES
    seen(
        reviewers.done,
        f"{MINUTES:g} minutes: memory x {growth:.3f}, journal at most {journal / 2**20:.1f} MB, "
        f"{files:+d} open files",
    )


def observed(backend: Backend, token: str) -> list[Held]:
    """What it held every second, while somebody exports now and then."""
    found: list[Held] = []
    ends = time.monotonic() + MINUTES * 60
    due = time.monotonic()
    while time.monotonic() < ends:
        if time.monotonic() >= due:
            due += EVERY
            for name in EXPORTS:
                export(backend, token, name)
        time.sleep(1)
        found.append(held(backend))
    return found


def export(backend: Backend, token: str, name: str) -> None:
    bearer = {"Authorization": f"Bearer {token}"}
    url = f"{backend.url}/api/v1/exports/{name}"
    answer = httpx.get(url, headers=bearer, timeout=60, trust_env=False)
    assert answer.status_code == 200, answer.text
