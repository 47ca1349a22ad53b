"""Disks that fill up, fail or turn read-only: said with 503, and nothing is left half-done."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from claimdesk.errors import ClaimdeskError, StorageTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.models import Delivery, Ring
from claimdesk.settings import Settings
from claimdesk.store import deliveries, facts
from claimdesk.store.database import reading
from claimdesk.store.inbox import Inbox
from claimdesk.workflow.bench import Workbench, open_workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.verifying import verify

from .armoured import SECRET, Served, served
from .catalogue import Seen, longer
from .disks import Image, failing, file_limit, small_disk
from .environment import missing
from .fake_labelstudio import FakeLabelStudio, relabelled
from .killing import derived, integrity, publish_articles
from .network import can_trace
from .reviewers import VERDICTS
from .ringing import Heard, body_of, keep, missing_from
from .running import wait_until

CALLS = 15
"""How many a ring makes, and two of the next."""
STEP = longer(3, 1)
FREELY = {"doorbells_per_second": 1e5, "doorbells_in_a_row": 1e5}
PAGE = 4096


def rung(backend: Served, heard: Heard, name: object) -> int:
    url = f"http://127.0.0.1:{backend.port}/api/v1/doorbell"
    return heard.ring(url, SECRET, body_of(name), timeout=10)


def problem(backend: Served) -> dict[str, object]:
    """What the doorbell says when it cannot keep a ring."""
    bearer = {"Authorization": f"Bearer {SECRET}"}
    url = f"http://127.0.0.1:{backend.port}/api/v1/doorbell"
    said = httpx.post(url, content=body_of("again"), headers=bearer, timeout=10, trust_env=False)
    assert (said.status_code, said.headers["content-type"]) == (503, "application/problem+json")
    found: dict[str, object] = said.json()
    return found


def readiness(backend: Served) -> tuple[bool, str]:
    with backend.client as client:
        found = client.get("/readyz").json()
    return found["ready"], str(found["reason"])


# Full


@pytest.mark.catalogue("D5", "disk full: 503 and why, nothing lost, on again without a restart")
def test_a_full_disk_is_said_and_survived(tmp_path: Path, seen: Seen) -> None:
    heard = Heard()
    with small_disk(tmp_path / "disk", "16m") as disk:
        ballast = disk / "ballast"
        with served(disk / "home", **FREELY) as backend:
            ballast.write_bytes(bytes(shutil.disk_usage(disk).free - (1 << 20)))
            numbers = iter(range(10_000))
            assert wait_until(lambda: rung(backend, heard, next(numbers)) == 503, 30)
            before = len(heard.acknowledged)
            assert "full" in str(problem(backend)["detail"])
            ready, reason = readiness(backend)
            assert not ready
            assert "full" in reason
            ballast.unlink()
            again = [rung(backend, heard, next(numbers)) for _ in range(50)]
            assert again == [200] * 50
            assert backend.process.poll() is None
        lost = missing_from(disk / "home" / "claimdesk.db", heard.acknowledged)
    assert (before > 0, lost) == (True, 0)
    seen(len(heard.acknowledged), f"{before} acknowledged before it was full, 0 lost, 50 after")


# Read-only


@pytest.mark.catalogue("D6", "the kernel turns the disk read-only: 503, not ready and why, 0 lost")
def test_a_disk_that_turns_read_only_is_said_and_its_rings_are_kept(
    tmp_path: Path, seen: Seen
) -> None:
    heard, image = Heard(), Image(tmp_path / "disk")
    image.mount()
    home = image.folder / "home"
    try:
        with served(home, **FREELY) as backend:
            assert [rung(backend, heard, number) for number in range(20)] == [200] * 20
            image.turn_read_only()
            assert rung(backend, heard, 100) == 503
            problem(backend)
            ready, reason = readiness(backend)
            assert not ready
            assert "database" in reason
            with backend.client as client:
                assert client.get("/healthz").status_code == 200
        image.unmount()
        image.mount()
        with served(home, **FREELY) as backend:
            assert rung(backend, heard, 200) == 200
        assert missing_from(home / "claimdesk.db", heard.acknowledged) == 0
    finally:
        image.unmount()
    seen(len(heard.acknowledged), f"not ready: {reason}; after a new mount 0 lost")


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Served]:
    reason = can_trace(tmp_path)
    if reason:
        missing(reason)
    with served(tmp_path / "home", **FREELY) as found:
        yield found


@pytest.mark.catalogue("D6", "writes refused as read-only for a while: on again without a restart")
def test_a_disk_that_may_be_written_again_is_used_again(
    backend: Served, tmp_path: Path, seen: Seen
) -> None:
    heard = Heard()
    assert rung(backend, heard, 0) == 200
    with failing(backend.process.pid, "EROFS", "1+", tmp_path / "strace"):
        refused = [rung(backend, heard, number) for number in range(1, 6)]
        ready, _ = readiness(backend)
    assert (refused, ready) == ([503] * 5, False)
    assert rung(backend, heard, 10) == 200
    assert missing_from(backend.home / "claimdesk.db", heard.acknowledged) == 0
    seen(5, "5 times 503, then 200 at once")


# Failing in the middle


@pytest.mark.catalogue("D4", "the N-th write or sync fails, or all from it on: 503 or whole")
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_write_that_fails_anywhere_leaves_nothing_half_done(
    backend: Served, tmp_path: Path, error: str, seen: Seen
) -> None:
    heard = Heard()
    places = [f"{n}{rest}" for n in range(1, CALLS + 1, STEP) for rest in ("", "+")]
    for place in places:
        log = tmp_path / f"strace {place}"
        with failing(backend.process.pid, error, place, log):
            for turn in range(3):
                rung(backend, heard, f"{place} {turn}")
        assert "(INJECTED)" in log.read_text()
        assert rung(backend, heard, f"{place} after") == 200
    assert set(heard.statuses) == {200, 503}
    assert missing_from(backend.home / "claimdesk.db", heard.acknowledged) == 0
    refused = heard.statuses[503]
    seen(len(places), f"{refused} of {len(heard.waits)} rings 503, 0 lost, the next always kept")


@pytest.mark.catalogue("D4", "no room from any place of a ring's commit on: kept whole or not")
def test_a_ring_that_meets_a_limit_is_kept_whole_or_not_at_all(tmp_path: Path, seen: Seen) -> None:
    bench = opened(tmp_path / "home")
    inbox, kept, refused = Inbox(bench.engine), 0, 0
    inbox.start()
    sizes = range(0, 14 * PAGE, longer(PAGE // 2, 100))
    for number, size in enumerate(sizes):
        empty_the_journal(bench)
        there = rings(bench)
        try:
            with file_limit(size):
                keep(inbox, body_of(number))
        except StorageTrouble:
            refused += 1
            assert rings(bench) == there
        else:
            kept += 1
        keep(inbox, body_of(f"after {number}"))
    inbox.stop()
    assert rings(bench) == kept + len(sizes)
    assert min(kept, refused) > 0
    assert integrity(bench) == "ok"
    bench.engine.dispose()
    seen(len(sizes), f"{refused} refused, {kept} kept, the next one always kept")


@pytest.mark.catalogue("D4", "no room from any place of a pull on: never a part, the next mends")
def test_a_pull_that_meets_a_limit_leaves_a_whole_ledger(
    said: Path, tmp_path: Path, fake: FakeLabelStudio, seen: Seen
) -> None:
    broken: list[type[ClaimdeskError]] = []
    sizes = range(0, 160 * PAGE, longer(10 * PAGE, PAGE))
    for size in sizes:
        bench = opened(Path(shutil.copytree(said, tmp_path / str(size))))
        empty_the_journal(bench)
        with Client(bench.settings, fake) as client:
            try:
                with file_limit(size):
                    pull(bench, client)
            except ClaimdeskError as error:
                broken.append(type(error))
            whole(bench)
            pull(bench, client)
            whole(bench)
            assert entries(bench) == len(fake.annotations)
        bench.engine.dispose()
    assert 0 < len(broken) < len(sizes)
    assert set(broken) == {StorageTrouble}
    seen(len(sizes), f"{len(broken)} broken off, all whole, the next pull brought the rest")


def whole(bench: Workbench) -> None:
    assert integrity(bench) == "ok"
    assert verify(bench).entries == entries(bench)
    with reading(bench.engine) as session:
        waiting, judged = deliveries.waiting(session), bool(derived(bench))
    assert judged or waiting == entries(bench)


@pytest.fixture
def said(tmp_path: Path, fake: FakeLabelStudio) -> Path:
    """A home of which nothing is collected, beside a Label Studio with three annotations."""
    bench = opened(tmp_path / "said")
    with Client(bench.settings, fake) as client:
        publish_articles(bench, tmp_path, 2, client)
    bench.engine.dispose()
    for task in (1, 2, 1):
        labels = {claim: VERDICTS[claim % len(VERDICTS)] for claim in range(40)}
        fake.say(task, len(fake.annotations) + 2, relabelled(fake.tasks[task], labels))
    return tmp_path / "said"


def opened(home: Path) -> Workbench:
    return open_workbench(
        Settings.read(home, labelstudio_url="http://labelstudio.test", labelstudio_token="0" * 40)
    )


def empty_the_journal(bench: Workbench) -> None:
    with bench.engine.connect() as connection:
        raw = connection.connection.cursor()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        raw.close()


def rings(bench: Workbench) -> int:
    with reading(bench.engine) as session:
        return facts.count(session, Ring)


def entries(bench: Workbench) -> int:
    with reading(bench.engine) as session:
        return facts.count(session, Delivery)
