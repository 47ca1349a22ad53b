"""Live and ready are two things: what each probe says while one thing after another is broken."""

import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text

from claimdesk.api import create_app
from claimdesk.api.collector import LATE_SECONDS, Collector
from claimdesk.labelstudio.client import Client
from claimdesk.pages import router
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .catalogue import Seen
from .credentials import bearer
from .environment import beyond
from .fake_labelstudio import FakeLabelStudio
from .running import wait_until
from .screens import CLAIMS, TEXTS, screen

SOON = 10.0


class Plug(httpx.BaseTransport):
    """The cable to Label Studio, which can be pulled."""

    def __init__(self, fake: FakeLabelStudio) -> None:
        self.fake, self.there = fake, True

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self.there:
            raise httpx.ConnectError("refused", request=request)
        return self.fake.handle_request(request)


@pytest.fixture
def plug(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Plug:
    """The cable of a desk on which one claim was judged and collected."""
    bench.settings.home.mkdir()
    (tmp_path / "a.txt").write_text(TEXTS[0])
    load(bench, [str(tmp_path / "a.txt")])
    client = Client(bench.settings, fake)
    publish(bench, client)
    fake.say(1, 2, screen(fake.tasks[1], bench.labels, ["0"] * CLAIMS).result)
    pull(bench, client, depth=SWEEP)
    return Plug(fake)


@contextmanager
def serving(bench: Workbench, plug: Plug, **settings: Any) -> Iterator[TestClient]:
    """The service, looking often."""
    often = {"poll_seconds": 0.2} | settings
    quick = replace(bench, settings=bench.settings.model_copy(update=often))
    app = create_app(quick, pages=[router], transport=plug)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(bench)
        yield opened


def reason(web: TestClient) -> str | None:
    found: str | None = web.get("/readyz").json()["reason"]
    return found


def becomes(web: TestClient, words: str | None, seconds: float = 15.0) -> bool:
    """Whether readiness comes to say this; it is found out at most every other second."""

    def says() -> bool:
        said = reason(web)
        return said is None if words is None else words in (said or "")

    return wait_until(says, seconds)


def test_liveness_is_open_and_says_nothing(bench: Workbench, plug: Plug) -> None:
    with serving(bench, plug) as web:
        del web.headers["Authorization"]
        assert web.get("/healthz").json() == {"status": "ok"}
        assert web.get("/readyz").status_code in (200, 503)
        assert web.get("/api/v1/status").status_code == 401


@pytest.mark.catalogue("D12", "with Label Studio away it starts, says why, and serves what it has")
def test_a_label_studio_that_comes_later_is_collected_from(
    bench: Workbench, plug: Plug, seen: Seen
) -> None:
    plug.there = False
    began = time.monotonic()
    with serving(bench, plug) as web:
        assert becomes(web, "does not answer")
        started = time.monotonic() - began
        assert web.get("/readyz").status_code == 503
        assert len(web.get("/api/v1/claims").json()["items"]) == CLAIMS
        assert len(web.get("/api/v1/judgements").json()["items"]) == CLAIMS
        fake = plug.fake
        fake.say(1, 3, screen(fake.tasks[1], bench.labels, ["0"] * CLAIMS).result)
        time.sleep(2)
        plug.there = True
        back = time.monotonic()
        judged = "/api/v1/judgements"
        assert wait_until(lambda: len(web.get(judged).json()["items"]) == 2 * CLAIMS, SOON)
        late = time.monotonic() - back
        assert becomes(web, None)
    assert started < 3
    seen(1, f"started in {started:.1f} s, collected {late:.1f} s after Label Studio came up")


def stop_writing(bench: Workbench, _plug: Plug, undo: bool) -> None:
    """Let the database refuse every write."""
    with bench.engine.begin() as connection:
        postgresql = bench.engine.dialect.name == "postgresql"
        if undo:
            connection.execute(
                text("DROP TRIGGER refusing" + " ON installation" * postgresql),
            )
            return
        refuse = "BEGIN SELECT RAISE(ABORT, 'read only'); END"
        if postgresql:
            body = "BEGIN RAISE EXCEPTION 'read only'; END"
            made = f"CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
            connection.execute(text(made))
            refuse = "EXECUTE FUNCTION refuse()"
        connection.execute(text(f"CREATE TRIGGER refusing BEFORE UPDATE ON installation {refuse}"))


def pull_the_plug(_bench: Workbench, plug: Plug, undo: bool) -> None:
    plug.there = undo


Break = Callable[[Workbench, Plug, bool], None]
BROKEN: dict[str, tuple[Break, str]] = {
    "the database refuses writes": (stop_writing, "did not take the change"),
    "Label Studio is away": (pull_the_plug, "does not answer"),
}


@pytest.mark.catalogue("S17", "what is broken makes it unready, with one reason, never dead")
@pytest.mark.parametrize("broken", BROKEN)
def test_what_is_broken_makes_it_unready_with_one_reason(
    bench: Workbench, plug: Plug, broken: str, seen: Seen
) -> None:
    act, words = BROKEN[broken]
    with serving(bench, plug) as web:
        assert becomes(web, None)
        act(bench, plug, False)
        assert becomes(web, words)
        said = web.get("/readyz")
        assert (said.status_code, said.json()["ready"]) == (503, False)
        assert web.get("/healthz").status_code == 200
        act(bench, plug, True)
        assert becomes(web, None)
    seen(1, f"unready: {said.json()['reason']}")


@pytest.mark.catalogue("S17", "what is broken makes it unready, with one reason, never dead")
def test_a_full_disk_makes_it_unready(
    bench: Workbench, plug: Plug, tmp_path: Path, seen: Seen
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        beyond("mounting needs root")
    try:
        with serving(bench, plug, home=small) as web:
            assert becomes(web, "disk is almost full")
            assert web.get("/healthz").status_code == 200
    finally:
        subprocess.run(["umount", str(small)], check=True)
    seen(1, "unready: The disk is almost full.")


@pytest.mark.catalogue("S17", "what is broken makes it unready, with one reason, never dead")
def test_before_the_first_look_it_is_unready(bench: Workbench, plug: Plug, seen: Seen) -> None:
    app = create_app(bench, pages=[router], transport=plug, collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as web:
        assert "not been looked at" in (reason(web) or "")
        assert web.get("/healthz").status_code == 200
    seen(1, "unready: Label Studio has not been looked at yet.")


@pytest.mark.catalogue("D11", "a comparison that is overdue is told of, and no clock that is set")
def test_a_comparison_that_is_overdue_is_told_of(bench: Workbench, plug: Plug, seen: Seen) -> None:
    now = [0.0]
    collector = Collector(bench, plug, clock=lambda: now[0])
    assert not collector.is_late
    now[0] = 3 * bench.settings.sweep_seconds + LATE_SECONDS + 1
    assert collector.is_late
    seen(1, "late by its own count of seconds, whatever the time of day")
