"""A ring is on the disk before it is answered 200; a power cut then cannot take it away."""

import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from claimdesk.store.inbox import Inbox

from .catalogue import Seen, longer
from .databases import fresh_database
from .environment import missing
from .fake_server import ring
from .flushes import counted, tracer
from .killing import SECRET, SERVE, Backend, opened, started
from .network import can_trace
from .own_postgresql import own_server
from .ringing import body_of, keep
from .running import wait_until

RINGS = longer(60, 600)
NOT_YET = (429, 503)
UNSYNCED = ("-m", "tests.unsynced", "serve")
AT_ONCE = 16


@contextmanager
def traced(folder: Path, trace: Path, program: Sequence[str] = SERVE) -> Iterator[Backend]:
    """A backend without a Label Studio, so that only rings write; its trace is whole after it."""
    environ = {"CLAIMDESK_WEBHOOK_SECRET": SECRET}
    opened(environ, folder / "home").engine.dispose()
    backend = Backend(folder / "home", environ, before=tracer(trace), program=program)
    with started(backend):
        yield backend
        backend.kill(signal.SIGINT)
    assert wait_until(lambda: trace.read_text().endswith(" +++\n"), 20)


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    reason = can_trace(tmp_path)
    if reason:
        missing(reason)
    return tmp_path / "strace"


def ring_often(backend: Backend, at_once: int) -> int:
    """How many were answered 200."""
    with ThreadPoolExecutor(at_once) as pool:
        rings = [pool.submit(rung, backend, body_of(n)) for n in range(RINGS)]
    return sum(one.result() == 200 for one in rings)


def rung(backend: Backend, body: bytes) -> int:
    """The answer to a ring; too soon or too slow a disk, and it is tried again, as anybody may."""
    while (status := ring(backend.doorbell, SECRET, body, 20)) in NOT_YET:
        time.sleep(0.1)
    return status


@pytest.mark.catalogue("D3", "every 200 comes after an fsync of what it acknowledges")
@pytest.mark.parametrize("at_once", [1, AT_ONCE])
def test_nothing_is_acknowledged_before_it_is_on_the_disk(
    tmp_path: Path, trace: Path, at_once: int, seen: Seen
) -> None:
    with traced(tmp_path, trace) as backend:
        answered = ring_often(backend, at_once)
    found = counted(trace)
    assert answered == found.answers == RINGS
    assert found.early == []
    seen(RINGS, f"all of them after the sync, {found.syncs} syncs in all")


@pytest.mark.catalogue("D3", "a server that does not sync is found out")
def test_the_guard_sees_a_server_that_does_not_wait_for_the_disk(
    tmp_path: Path, trace: Path, seen: Seen
) -> None:
    with traced(tmp_path, trace, UNSYNCED) as backend:
        answered = ring_often(backend, 1)
    found = counted(trace)
    assert answered == found.answers == RINGS
    assert len(found.early) >= RINGS * 0.8
    seen(RINGS, f"{len(found.early)} answers came before a sync")


@pytest.fixture
def own_postgresql() -> Iterator[str]:
    """A server as it comes; the one that tests share has been told not to wait."""
    with own_server() as server:
        yield server.url


@pytest.mark.catalogue("D3", "PostgreSQL waits for the disk, whatever the database prefers")
@pytest.mark.parametrize("preferred", ["on", "off"])
def test_the_inbox_on_postgresql_waits_for_the_disk(
    own_postgresql: str, tmp_path: Path, preferred: str, seen: Seen
) -> None:
    database = fresh_database(own_postgresql)
    bench = opened({"CLAIMDESK_DATABASE_URL": database}, tmp_path / "home")
    with bench.engine.begin() as connection:
        connection.execute(text(NOTES_HOW))
        name = bench.engine.url.database
        connection.execute(text(f"ALTER DATABASE {name} SET synchronous_commit = {preferred}"))
    bench.engine.dispose()
    inbox = Inbox(bench.engine)
    inbox.start()
    keep(inbox, body_of(1))
    inbox.stop()
    with bench.engine.connect() as connection:
        assert connection.execute(text("SELECT how FROM noted")).scalar() == "on"
        assert connection.execute(text("SHOW fsync")).scalar() == "on"
    bench.engine.dispose()
    seen(1, "synchronous_commit is on")


NOTES_HOW = """
CREATE TABLE noted (how text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
INSERT INTO noted VALUES (current_setting('synchronous_commit')); RETURN NEW; END $$;
CREATE TRIGGER note BEFORE INSERT ON ring FOR EACH ROW EXECUTE FUNCTION note();
"""
