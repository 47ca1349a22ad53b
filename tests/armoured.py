"""The backend as a process of its own, and clients that do not behave.

Run as a program it serves a home with limits that a test chooses, and three routes more: one that
takes a body, one that fails, and one that tells how threads take turns.
"""

import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import psutil
from starlette.requests import Request
from starlette.responses import JSONResponse

from claimdesk.api import create_app
from claimdesk.api.armour import Limits
from claimdesk.cli.serving import listen, serve_app
from claimdesk.pages import router
from claimdesk.settings import Settings
from claimdesk.workflow import access
from claimdesk.workflow.bench import Workbench, open_workbench

from .running import wait_until

SECRET = "the bell of the test"
HOST = "127.0.0.1"


@dataclass
class Served:
    """A backend that answers."""

    home: Path
    port: int
    process: subprocess.Popen[str]
    token: str

    @property
    def client(self) -> httpx.Client:
        """Somebody with the right credential."""
        bearer = {"Authorization": f"Bearer {self.token}"}
        url = f"http://{HOST}:{self.port}"
        return httpx.Client(base_url=url, headers=bearer, timeout=20, trust_env=False)

    @property
    def memory(self) -> int:
        """Bytes that the process holds."""
        return psutil.Process(self.process.pid).memory_info().rss

    def connect(self, room: int | None = None) -> socket.socket:
        """A bare connection; `room` makes its buffer for what comes back small."""
        bare = socket.socket()
        if room:
            bare.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, room)
        bare.settimeout(20)
        bare.connect((HOST, self.port))
        return bare

    def head(self, line: str, *headers: str) -> bytes:
        """The head of a request."""
        lines = [f"{line} HTTP/1.1", f"Host: {HOST}:{self.port}", *headers, "", ""]
        return "\r\n".join(lines).encode("latin-1")


@contextmanager
def served(home: Path, **limits: float) -> Iterator[Served]:
    """A backend over a home within the block; what is left of it is killed after it."""
    token = editor_of(home)
    command = [sys.executable, "-m", "tests.armoured", str(home), json.dumps(limits)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent,
        env=os.environ | {"CLAIMDESK_WEBHOOK_SECRET": SECRET},
        start_new_session=True,
    )
    assert process.stdout is not None
    try:
        port = int(process.stdout.readline())
        found = Served(home, port, process, token)
        with found.client as client:
            assert wait_until(lambda: _answers(client), 20)
        yield found
    finally:
        process.kill()
        process.communicate(timeout=20)


def editor_of(home: Path) -> str:
    """A token for the exports of a home."""
    bench = open_workbench(Settings.read(home))
    try:
        return credential(bench)
    finally:
        bench.engine.dispose()


def invitation(home: Path) -> str:
    """What stands in a login link for a home."""
    bench = open_workbench(Settings.read(home))
    try:
        grant = access.Grant("ada", "editor", timedelta(days=1))
        return access.invite(bench, grant, datetime.now(UTC)).secret
    finally:
        bench.engine.dispose()


def credential(bench: Workbench) -> str:
    """A new token that may do everything."""
    now = datetime.now(UTC)
    grant = access.Grant(f"test-{now.timestamp()}", "admin", timedelta(days=1))
    return access.create(bench, grant, now).secret


def _answers(client: httpx.Client) -> bool:
    try:
        return client.get("/healthz").status_code == 200
    except httpx.TransportError:
        return False


def answer_of(bare: socket.socket) -> bytes:
    """Everything that comes until the other side closes, which it may do in the rough way."""
    said = b""
    try:
        while part := bare.recv(65536):
            said += part
    except ConnectionError:
        pass
    return said


def status_of(said: bytes) -> int:
    """The status of the first answer; 0 when there was none."""
    return int(said.split(b" ", 2)[1]) if said.startswith(b"HTTP/") else 0


def pour(bare: socket.socket, parts: Iterable[bytes]) -> int:
    """Send until all is sent or nobody takes it any more; how many bytes went out."""
    sent = 0
    try:
        for part in parts:
            bare.sendall(part)
            sent += len(part)
    except (ConnectionError, TimeoutError):
        pass
    return sent


@contextmanager
def watched(measure: Callable[[], float], pause: float = 0.01) -> Iterator[list[float]]:
    """What is measured again and again, from a thread of its own, while the block runs."""
    found = [measure()]
    over = threading.Event()

    def run() -> None:
        while not over.wait(pause):
            found.append(measure())

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def seconds_of(client: httpx.Client, path: str) -> float:
    """How long a good client waits for an answer that must be good."""
    began = time.monotonic()
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return time.monotonic() - began


def p99(seconds: list[float]) -> float:
    """What 99 of 100 stay below."""
    return sorted(seconds)[max(0, round(len(seconds) * 0.99) - 1)]


def terminate(backend: Served) -> None:
    """Ask it to stop."""
    backend.process.send_signal(signal.SIGTERM)


async def _swallow(request: Request) -> JSONResponse:
    return JSONResponse({"bytes": len(await request.body())})


async def _fail(request: Request) -> JSONResponse:
    raise ZeroDivisionError(request.query_params["why"])


async def _turns(_request: Request) -> JSONResponse:
    return JSONResponse({"seconds": sys.getswitchinterval(), "frozen": gc.get_freeze_count()})


def main(home: Path, limits: Limits) -> None:
    """Serve until a signal comes."""
    bench = open_workbench(Settings.read(home))
    app = create_app(bench, pages=[router], limits=limits)
    app.add_route("/swallow", _swallow, methods=["POST"])
    app.add_route("/fail/{name}", _fail, methods=["GET"])
    app.add_route("/turns", _turns, methods=["GET"])
    with listen(HOST, 0) as listener:
        sys.stdout.write(f"{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        serve_app(app, listener, limits)


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Limits(**json.loads(sys.argv[2])))
    except KeyboardInterrupt:
        sys.exit(0)
