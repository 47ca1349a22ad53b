"""What one event costs the server, from its arrival at the doorbell to its answer.

    python benchmarks/throughput.py [EVENTS] [DATABASE_URL]

Events of 40 regions over 16 connections, each answered once it is committed. Processor seconds of
the server process per event beside the floor: the same bodies put into a table of the same
database by its driver, a hundred to a transaction, by a process that does nothing else.
"""

import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

import psutil
from sqlalchemy import text

from claimdesk.api import create_app
from claimdesk.api.armour import LIMITS
from claimdesk.cli.serving import serve_app
from claimdesk.pages import router
from claimdesk.settings import Settings
from claimdesk.store.database import batches, open_engine
from claimdesk.workflow.bench import open_workbench

CONNECTIONS = 16
REGIONS = 40
SECRET = "the bell of a benchmark"


def serve(home: Path, url: str | None, port: int) -> None:
    """The server alone: nothing is collected, and nobody is slowed for ringing often."""
    settings = Settings.read(home, database_url=url, webhook_secret=SECRET)
    fast = replace(LIMITS, doorbells_per_second=1e9, doorbells_in_a_row=10**9)
    app = create_app(open_workbench(settings), pages=[router], collect=False, limits=fast)
    listener = socket.create_server(("127.0.0.1", port))
    serve_app(app, listener, fast)


def bodies(number: int) -> list[bytes]:
    """Different events, as Label Studio writes them without the task and the project."""
    return [json.dumps(event(one)).encode() for one in range(number)]


def event(number: int) -> dict[str, object]:
    """One annotation of 40 regions."""
    regions = [
        {
            "id": secrets.token_hex(10),
            "from_name": "verdict",
            "to_name": "text",
            "type": "labels",
            "origin": "prediction-changed",
            "value": {
                "start": 80 * one,
                "end": 80 * one + 79,
                "text": "Eleven of the piles are cracked, the harbour master said on Tuesday",
                "labels": ["verified"],
            },
        }
        for one in range(REGIONS)
    ]
    stamp = f"2026-03-14T09:{number // 60 % 60:02}:{number % 60:02}.{number:06}Z"
    made = {"id": number, "created_at": stamp, "updated_at": stamp, "completed_by": 2}
    return {"action": "ANNOTATION_CREATED", "annotation": made | {"result": regions}}


def ring(port: int, mine: Sequence[bytes], taken: list[float]) -> None:
    """One connection that rings again as soon as it is answered."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    headers = {"Authorization": f"Bearer {SECRET}", "Content-Type": "application/json"}
    for body in mine:
        began = time.perf_counter()
        line.request("POST", "/api/v1/doorbell", body, headers)
        answer = line.getresponse()
        answer.read()
        taken.append(time.perf_counter() - began)
        assert answer.status == 200, answer.status
    line.close()


def loaded(home: Path, url: str | None, events: list[bytes]) -> tuple[float, list[float], float]:
    """Processor seconds per event, seconds each took, and seconds in all."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [sys.executable, __file__, "serve", str(home), url or "", str(port)]
    server = subprocess.Popen(words)
    try:
        wait_for(port, server)
        ring(port, bodies(50), [])
        process = psutil.Process(server.pid)
        taken: list[float] = []
        threads = [
            threading.Thread(target=ring, args=(port, events[turn::CONNECTIONS], taken))
            for turn in range(CONNECTIONS)
        ]
        before, began = process.cpu_times(), time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        lasted, after = time.perf_counter() - began, process.cpu_times()
        spent = after.user + after.system - before.user - before.system
        return spent / len(events), taken, lasted
    finally:
        server.terminate()
        server.wait(20)


def wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    """Until it answers."""
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the server has ended")


def floor(home: Path, url: str | None, events: list[bytes]) -> float:
    """Processor seconds per event of nothing but batched inserts."""
    engine = open_engine(url or home / "floor.db")
    kind = "bytea" if url else "blob"
    mark = "%s" if url else "?"
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS floor"))
        connection.execute(text(f"CREATE TABLE floor (digest text UNIQUE, body {kind})"))
    began = time.process_time()
    for number, some in enumerate(batches(events, 100)):
        rows = [(f"{number}-{place}", body) for place, body in enumerate(some)]
        with engine.begin() as connection:
            connection.exec_driver_sql(f"INSERT INTO floor VALUES ({mark}, {mark})", rows)
    return (time.process_time() - began) / len(events)


def main(number: int, url: str | None) -> None:
    """Print what README.md has."""
    events = bodies(number)
    with tempfile.TemporaryDirectory() as folder:
        bare = floor(Path(folder), url, events)
        each, taken, lasted = loaded(Path(folder) / "desk", url, events)
    taken.sort()
    print(f"{number} events of {len(events[0])} bytes, {CONNECTIONS} connections")
    print(f"server    {1e6 * each:8.0f} us of processor per event")
    print(f"floor     {1e6 * bare:8.0f} us, {each / bare:.1f} times as little")
    print(
        f"answered  median {1e3 * median(taken):.1f} ms, "
        f"99 % in {1e3 * taken[len(taken) * 99 // 100]:.1f} ms"
    )
    print(
        f"          {number / lasted:.0f} events/s, clients on the same {os.cpu_count()} processors"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(Path(sys.argv[2]), sys.argv[3] or None, int(sys.argv[4]))
    else:
        events_wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
        main(events_wanted, sys.argv[2] if len(sys.argv) > 2 else None)
