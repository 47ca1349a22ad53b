"""Many ringing the doorbell at once, each on a connection of its own, and how long they waited."""

import asyncio
import hashlib
import http.client
import json
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from claimdesk.store.inbox import Inbox

from .armoured import watched
from .fake_server import HOOK_SECONDS, ring


def body_of(name: object) -> bytes:
    """As large as what Label Studio sends about forty claims."""
    return json.dumps({"action": "ANNOTATION_CREATED", "name": str(name), "x": "x" * 9000}).encode()


def keep(inbox: Inbox, body: bytes) -> None:
    """Hand a body in, without a service around it, and wait until it is kept."""

    async def once() -> None:
        await asyncio.wait_for(inbox.keep(body), timeout=20)

    asyncio.run(once())


@dataclass
class Heard:
    """What came back: how often which status (0 for none), what was acknowledged, the waits."""

    statuses: Counter[int] = field(default_factory=Counter)
    acknowledged: list[bytes] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    ends: list[tuple[float, int]] = field(default_factory=list)

    def ring(self, url: str, secret: str, body: bytes, timeout: float = HOOK_SECONDS) -> int:
        """Ring once and note how it went."""
        began, status = time.monotonic(), 0
        with suppress(OSError, http.client.HTTPException):
            status = ring(url, secret, body, timeout)
        ended = time.monotonic()
        self.waits.append(ended - began)
        self.ends.append((ended, status))
        self.statuses[status] += 1
        if status == 200:
            self.acknowledged.append(body)
        return status


def ring_all(url: str, secret: str, connections: int, each: int) -> Heard:
    """So many at once, so many rings each; every body is another."""
    heard, run = Heard(), uuid4().hex

    def one(number: int) -> None:
        for turn in range(each):
            heard.ring(url, secret, body_of(f"{run} {number} {turn}"), timeout=20)

    with ThreadPoolExecutor(connections) as pool:
        for done in [pool.submit(one, number) for number in range(connections)]:
            done.result()
    return heard


@contextmanager
def ringing(ring_once: Callable[[bytes], object], writers: int, pause: float) -> Iterator[None]:
    """Writers that ring again and again while the block runs."""
    over, run = threading.Event(), uuid4().hex

    def work(number: int) -> None:
        turn = 0
        while not over.wait(pause):
            turn += 1
            ring_once(body_of(f"{run} {number} {turn}"))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(writers)]
    for one in threads:
        one.start()
    try:
        yield
    finally:
        over.set()
        for one in threads:
            one.join()


@contextmanager
def hiccups() -> Iterator[list[float]]:
    """How much longer than asked for this machine let us sleep, meanwhile."""

    def overslept() -> float:
        began = time.monotonic()
        time.sleep(0.01)
        return time.monotonic() - began - 0.01

    with watched(overslept, pause=0) as found:
        yield found


def missing_from(database: Path, acknowledged: list[bytes]) -> int:
    """How many bodies an SQLite file does not hold, after checking that it is whole."""
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        kept = dict(connection.execute("SELECT digest, body FROM ring"))
    assert all(hashlib.sha256(body).hexdigest() == digest for digest, body in kept.items())
    return len({hashlib.sha256(one).hexdigest() for one in acknowledged} - kept.keys())
