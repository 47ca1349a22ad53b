"""The database kept locked by somebody else: nobody waits long, and it heals by itself."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from .armoured import SECRET, served
from .catalogue import TORTURE, Seen
from .ringing import hiccups, missing_from, ring_all

LOCKS = (5, 30) if TORTURE else (5,)
CONNECTIONS = 20
EACH = 50
LIMIT = 0.8
FREELY = {"doorbells_per_second": 1e5, "doorbells_in_a_row": 1e5}


@pytest.mark.catalogue(
    "D7", "locked by another process: 503 within 0.8 s, nothing acknowledged lost, heals by itself"
)
@pytest.mark.parametrize("seconds", LOCKS)
def test_a_locked_database_makes_nobody_wait_long(tmp_path: Path, seconds: int, seen: Seen) -> None:
    home = tmp_path / "home"
    with served(home, **FREELY) as backend:
        url = f"http://127.0.0.1:{backend.port}/api/v1/doorbell"
        assert ring_all(url, SECRET, 1, 1).statuses == {200: 1}
        with Locked(home / "claimdesk.db", seconds) as lock, hiccups() as slow:
            heard = ring_all(url, SECRET, CONNECTIONS, EACH * (1 + seconds // 30))
        after = ring_all(url, SECRET, CONNECTIONS, 5)
    assert set(heard.statuses) == {200, 503}
    assert {status for ended, status in heard.ends if lock.began + 1 < ended < lock.ended} == {503}
    assert max(heard.waits) <= LIMIT + 2 * max(slow)
    assert after.statuses == {200: CONNECTIONS * 5}
    acknowledged = heard.acknowledged + after.acknowledged
    assert missing_from(home / "claimdesk.db", acknowledged) == 0
    healed = min(ended for ended, status in heard.ends if status == 200 and ended > lock.ended)
    seen(
        len(heard.waits),
        f"longest wait {max(heard.waits) * 1000:.0f} ms, {heard.statuses[503]} times 503, "
        f"first 200 again {healed - lock.ended:.1f} s after the lock, 0 lost",
    )


class Locked:
    """Keeps the one lock of writers for some seconds, from another process than the backend's."""

    def __init__(self, path: Path, seconds: float) -> None:
        self._path = path
        self._seconds = seconds
        self._locked = threading.Event()
        self._thread = threading.Thread(target=self._keep)
        self.began = self.ended = 0.0

    def __enter__(self) -> "Locked":
        self._thread.start()
        assert self._locked.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join()

    def _keep(self) -> None:
        with closing(sqlite3.connect(self._path, timeout=10, isolation_level=None)) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            self.began = time.monotonic()
            self._locked.set()
            time.sleep(self._seconds)
            self.ended = time.monotonic()
            connection.execute("ROLLBACK")
