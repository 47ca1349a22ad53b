"""How long Label Studio's reviewers wait for our doorbell, whatever else goes on.

    python -m benchmarks.doorbell [ring|submit] [RINGS] [SUBMITS]

`ring` measures the doorbell alone: idle, while exports stream, while everything is swept.
`submit` measures a reviewer's submit on the real Label Studio, with the doorbell hung and not,
the backend healthy, stopped or dead, Label Studio sending its payload along or not.
"""

import json
import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

import httpx
from tests.armoured import credential
from tests.fake_server import Studio
from tests.killing import (
    SECRET,
    Backend,
    opened,
    publish_articles,
    settings_for,
    started,
)
from tests.reviewers import VERDICTS
from tests.ringing import Heard, body_of
from tests.running import RunningDesk, start, stop

from claimdesk.labelstudio.client import DOORBELL, RINGS

ANNOTATIONS = 10_000
ARTICLES = 250
PAUSE = 0.012
ROUNDS = 6
BETWEEN = 0.5
"""Seconds from one submit to the next, so that what the last one set off is over."""


# The doorbell alone


def studio_process(line: Connection) -> None:
    """A Label Studio in a process of its own, so that its work is not in our way."""
    studio = Studio(SECRET)
    with studio.serving():
        line.send(studio.url)
        grown = line.recv()
        chance = Random(1)
        for number in range(grown):
            task = 1 + number % len(studio.fake.tasks)
            with studio.lock:
                studio.fake.say(task, 2 + number % 7, studio._verdicts(task, chance)[:10])
        line.send(len(studio.fake.annotations))
        line.recv()


@contextmanager
def busy(work: Callable[[], object]) -> Iterator[list[float]]:
    """Something is done again and again meanwhile; how long each took."""
    over, took = threading.Event(), []

    def run() -> None:
        while not over.is_set():
            began = time.monotonic()
            work()
            took.append(time.monotonic() - began)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield took
    finally:
        over.set()
        thread.join()


def rung(backend: Backend, name: str, number: int) -> Heard:
    """So many rings, one after the other, as fast as one service may ring."""
    heard = Heard()
    for turn in range(number):
        heard.ring(backend.doorbell, SECRET, body_of(f"{name} {turn}"), timeout=10)
        time.sleep(PAUSE)
    return heard


def measure_rings(number: int) -> dict[str, Heard]:
    """Idle first, then under exports, then while ten thousand annotations are swept."""
    found = {}
    ours, theirs = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=studio_process, args=(theirs,), daemon=True)
    process.start()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        studio = Studio(SECRET)
        studio.url = ours.recv()
        environ = settings_for(studio, home, f"sqlite:///{home / 'claimdesk.db'}")
        bench = opened(environ | {"CLAIMDESK_POLL_SECONDS": "5"}, home)
        publish_articles(bench, Path(folder), ARTICLES)
        token = credential(bench)
        with started(Backend(home, environ)) as backend:
            time.sleep(3)
            found["idle"] = rung(backend, "idle", number)
        ours.send(ANNOTATIONS)
        ours.recv()
        with started(Backend(home, environ)) as backend:
            found["while 10,000 annotations are collected"] = rung(backend, "sweep", number)
            wait_collected(backend, token)
        with started(Backend(home, environ | {"CLAIMDESK_SWEEP_SECONDS": "1"})) as backend:
            found["while they are swept again and again"] = rung(backend, "again", number)
        with started(Backend(home, environ)) as backend:
            time.sleep(3)
            with busy(lambda: export(backend, token)) as took:
                found["while exports stream"] = rung(backend, "exports", number)
            print(f"{len(took)} exports meanwhile")
        bench.engine.dispose()
    process.kill()
    return found


def export(backend: Backend, token: str) -> None:
    """Fetch the largest one."""
    asked(backend, token, "/api/v1/exports/judgements.csv")


def asked(backend: Backend, token: str, path: str) -> httpx.Response:
    """What the API answers."""
    bearer = {"Authorization": f"Bearer {token}"}
    answer = httpx.get(backend.url + path, headers=bearer, timeout=300, trust_env=False)
    answer.raise_for_status()
    return answer


def wait_collected(backend: Backend, token: str) -> None:
    """Until everything has arrived and been looked into."""
    while True:
        found = asked(backend, token, "/api/v1/status").json()
        if found["deliveries"] >= ANNOTATIONS and not found["waiting"]:
            return
        time.sleep(0.5)


# A reviewer's submit


def measure_submits(number: int) -> dict[str, list[float]]:
    """All cases in turn, so that a busy moment hits them alike."""
    found: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        desk = start(Path(folder) / "home")
        try:
            for _ in range(ROUNDS):
                for name, url, payload, stopped in cases(desk):
                    hang(desk, url, payload=payload)
                    with halted(desk) if stopped else running():
                        found.setdefault(name, []).extend(submits(desk, number // ROUNDS))
        finally:
            stop(desk.process)
    return found


def cases(desk: RunningDesk) -> list[tuple[str, str | None, bool, bool]]:
    """Each with a name, where the bell hangs, whether the payload is sent, whether we stand."""
    here, nowhere = desk.backend + DOORBELL, "http://127.0.0.1:9" + DOORBELL
    rows: list[tuple[str, str | None, bool, bool]] = [("no doorbell", None, False, False)]
    for payload in (False, True):
        sent = "with payload" if payload else "name only"
        rows += [
            (f"healthy, {sent}", here, payload, False),
            (f"stopped, {sent}", here, payload, True),
            (f"dead, {sent}", nowhere, payload, False),
        ]
    return rows


def hang(desk: RunningDesk, url: str | None, *, payload: bool) -> None:
    """One doorbell, or none."""
    with desk.labelstudio as api:
        for one in api.get("/api/webhooks/", params={"project": desk.project}).json():
            api.delete(f"/api/webhooks/{one['id']}/").raise_for_status()
        if url is not None:
            hook = {
                "project": desk.project,
                "url": url,
                "headers": {"Authorization": f"Bearer {desk.kept['webhook_secret']}"},
                "send_payload": payload,
                "send_for_all_actions": False,
                "is_active": True,
                "actions": RINGS,
            }
            api.post("/api/webhooks/", json=hook).raise_for_status()


@contextmanager
def halted(desk: RunningDesk) -> Iterator[None]:
    """The backend stands still; Label Studio goes on."""
    os.kill(desk.process.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(desk.process.pid, signal.SIGCONT)
        time.sleep(2)


@contextmanager
def running() -> Iterator[None]:
    """Nothing is done to the backend."""
    yield


def submits(desk: RunningDesk, number: int) -> list[float]:
    """How long each submit took."""
    found = []
    with desk.labelstudio as api:
        api.headers["Connection"] = "close"  # or the server hangs up while we pause
        query = {"project": desk.project, "page_size": 20, "fields": "all"}
        tasks = api.get("/api/tasks", params=query).json()["tasks"]
        for turn in range(number):
            task = tasks[turn % len(tasks)]
            body = {"result": verdicts(task["predictions"][0]["result"][:40])}
            began = time.monotonic()
            api.post(f"/api/tasks/{task['id']}/annotations/", json=body).raise_for_status()
            found.append(time.monotonic() - began)
            time.sleep(BETWEEN)
    return found


def verdicts(shown: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each region with a label."""
    copied: list[dict[str, Any]] = json.loads(json.dumps(shown))
    for number, region in enumerate(copied):
        region["value"]["labels"] = [VERDICTS[number % len(VERDICTS)]]
    return copied


def main() -> None:
    """Print the tables that were asked for."""
    words = sys.argv[1:]
    what = words.pop(0) if words and not words[0].isdigit() else "both"
    rings = int(words[0]) if words else 1000
    number = int(words[1]) if len(words) > 1 else 60
    if what in ("both", "ring"):
        print_rings(measure_rings(rings))
    if what in ("both", "submit"):
        print_submits(measure_submits(number))


def print_rings(found: dict[str, Heard]) -> None:
    """Milliseconds and how often which status."""
    idle = median(found["idle"].waits)
    print(f"{'the doorbell':42}{'p50 ms':>8}{'p99 ms':>8}{'max ms':>8}{'x idle':>8}  answers")
    for name, heard in found.items():
        waits = sorted(heard.waits)
        high = waits[round(len(waits) * 0.99) - 1]
        columns = "".join(f"{1000 * one:8.1f}" for one in (median(waits), high, waits[-1]))
        print(f"{name:42}{columns}{median(waits) / idle:8.2f}  {dict(heard.statuses)}")


def print_submits(found: dict[str, list[float]]) -> None:
    """Milliseconds, and how they compare with no doorbell."""
    plain = found["no doorbell"]
    print(f"{'a submit to Label Studio':42}{'p50 ms':>8}{'max ms':>8}{'ratio':>8}{'p50 more':>10}")
    for name, waits in found.items():
        more = 1000 * (median(waits) - median(plain))
        columns = "".join(f"{1000 * one:8.1f}" for one in (median(waits), max(waits)))
        print(f"{name:42}{columns}{median(waits) / median(plain):8.2f}{more:10.1f}")


if __name__ == "__main__":
    main()
