"""PostgreSQL killed or restarted under load: what was acknowledged stays, the pool finds back."""

import hashlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from claimdesk.models import Ring
from claimdesk.store.database import reading

from .catalogue import Seen, longer
from .databases import fresh_database
from .killing import SECRET, Backend, opened, started
from .own_postgresql import OwnServer, own_server
from .ringing import Heard, ringing
from .running import wait_until

ROWS = longer(1_000, 6_000)
BLOWS = ("kill", "restart", "kill", "restart", "kill")
WRITERS = 4
PAUSE = 0.03
SOON = 5.0


@pytest.fixture
def server() -> Iterator[OwnServer]:
    with own_server() as found:
        yield found


@pytest.mark.catalogue(
    "D8", "PostgreSQL killed three times, restarted twice: 0 acknowledged lost, back within 5 s"
)
def test_nothing_acknowledged_is_lost_with_the_database_server(
    server: OwnServer, tmp_path: Path, seen: Seen
) -> None:
    environ = {
        "CLAIMDESK_DATABASE_URL": fresh_database(server.url),
        "CLAIMDESK_WEBHOOK_SECRET": SECRET,
    }
    opened(environ, tmp_path / "home").engine.dispose()
    heard, back, chance = Heard(), [], random.Random(1)
    with started(Backend(tmp_path / "home", environ)) as backend:
        process = backend.process

        def once(body: bytes) -> int:
            return heard.ring(backend.doorbell, SECRET, body)

        with ringing(once, WRITERS, PAUSE):
            for number, blow in enumerate(BLOWS, start=1):
                reached(heard, ROWS * number // (len(BLOWS) + 1))
                time.sleep(chance.uniform(0, 0.3))
                back.append(struck(server, blow, heard))
            reached(heard, ROWS)
        assert backend.process is process
        assert process is not None
        assert process.poll() is None
    assert lost(environ, tmp_path / "home", heard.acknowledged) == 0
    assert max(back) < SOON
    statuses = dict(sorted(heard.statuses.items()))
    seen(len(heard.acknowledged), f"0 lost, back after at most {max(back):.1f} s; {statuses}")


def reached(heard: Heard, number: int) -> None:
    assert wait_until(lambda: len(heard.acknowledged) >= number, 120)


def struck(server: OwnServer, blow: str, heard: Heard) -> float:
    """How long after the server was back something was acknowledged again."""
    if blow == "kill":
        server.kill()
        server.start()
    else:
        server.restart()
    back = time.monotonic()
    assert wait_until(lambda: [1 for end, status in heard.ends if status == 200 and end > back], 60)
    return min(end for end, status in heard.ends if status == 200 and end > back) - back


def lost(environ: dict[str, str], home: Path, acknowledged: list[bytes]) -> int:
    bench = opened(environ, home)
    with reading(bench.engine) as session:
        kept = set(session.scalars(select(Ring.digest)))
    bench.engine.dispose()
    return len({hashlib.sha256(body).hexdigest() for body in acknowledged} - kept)
