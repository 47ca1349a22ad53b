"""Label Studio on a real socket, for backends in processes of their own, with reviewers at work.

As the real one it commits first and rings once afterwards, within a second, whatever comes of it.
What was answered 200 is remembered: that must never be lost.
"""

import http.client
import json
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import urlsplit

import httpx

from .fake_labelstudio import FakeLabelStudio, relabelled
from .reviewers import VERDICTS

HOOK_SECONDS = 1.0
FEWEST = 30
"""With fewer annotations nobody deletes any: a few of few vanishing would look like an accident."""


class Studio:
    """A fake behind HTTP. `asked` lists requests as (token, what); `acknowledged` ring bodies.

    `pause` makes it slow; with `most` annotations reviewers only change what is there.
    """

    def __init__(self, secret: str) -> None:
        self.fake = FakeLabelStudio()
        self.url = ""
        self.doorbell: str | None = None
        self.lock = threading.Lock()
        self.asked: list[tuple[str, str]] = []
        self.acknowledged: list[bytes] = []
        self.heard: Counter[str] = Counter()
        self.waits: list[float] = []
        self.pause = 0.0
        self.most = 1_000_000
        self._secret = secret

    @contextmanager
    def serving(self) -> Iterator["Studio"]:
        """Answer requests within the block."""
        handler = type("Here", (Handler,), {"studio": self})
        with Server(("127.0.0.1", 0), handler) as server:
            self.url = f"http://127.0.0.1:{server.server_port}"
            threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
            try:
                yield self
            finally:
                server.shutdown()

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What the fake says; slowly, if a test wants that."""
        token = request.headers.get("Authorization", "").removeprefix("Token ")
        with self.lock:
            self.asked.append((token, f"{request.method} {request.url.path}"))
            found = self.fake.handle_request(request)
        time.sleep(self.pause)
        return found

    def act(self, reviewer: int, chance: random.Random) -> None:
        """One reviewer does one thing; it is committed, then told once."""
        with self.lock:
            body = json.dumps(self._done(reviewer, chance)).encode()
        self._ring(body)

    def _done(self, reviewer: int, chance: random.Random) -> dict[str, Any]:
        fake = self.fake
        mine = [n for n, one in fake.annotations.items() if one["completed_by"] == reviewer]
        shares = {
            "say": 6 if len(fake.annotations) < self.most or not mine else 0,
            "change": 5 if mine else 0,
            "remove": 1 if mine and len(fake.annotations) >= FEWEST else 0,
        }
        kind = chance.choices(list(shares), list(shares.values()))[0]
        if kind == "remove":
            number = chance.choice(mine)
            fake.remove(number)
            return {"action": "ANNOTATIONS_DELETED", "annotations": [{"id": number}]}
        if kind == "say":
            task = chance.choice(list(fake.tasks))
            number = int(fake.say(task, reviewer, self._verdicts(task, chance))["id"])
        else:
            number = chance.choice(mine)
            task = fake.annotations[number]["task"]
            fake.change(number, result=self._verdicts(task, chance), updated_by=reviewer)
        return {
            "action": "ANNOTATION_CREATED" if kind == "say" else "ANNOTATION_UPDATED",
            "annotation": fake.annotations[number],
            "task": {name: fake.tasks[task][name] for name in ("id", "data", "updated_at")},
            "project": fake.projects[1],
        }

    def _verdicts(self, task: int, chance: random.Random) -> list[dict[str, Any]]:
        shown = self.fake.tasks[task]
        number = len(shown["predictions"][0]["result"])
        return relabelled(shown, {n: chance.choice(VERDICTS) for n in range(number)})

    def _ring(self, body: bytes) -> None:
        """Post once; an answer that does not come in time is an answer that was not heard."""
        if self.doorbell is None:
            return
        began = time.monotonic()
        try:
            said = str(ring(self.doorbell, self._secret, body))
        except (OSError, http.client.HTTPException) as error:
            said = type(error).__name__
        self.waits.append(time.monotonic() - began)
        self.heard[said] += 1
        if said == "200":
            self.acknowledged.append(body)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """Somebody who was killed in the middle is no error of ours."""


class Handler(BaseHTTPRequestHandler):
    """Passes requests to the fake."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    studio: Studio

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = httpx.Request(
            self.command, self.studio.url + self.path, headers=dict(self.headers), content=body
        )
        answer = self.studio.answer(asked)
        content = b"" if answer.status_code == 204 else answer.content
        self.send_response(answer.status_code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names are the library's

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Reviewers:
    """Some of them, working until it is over. `done` counts what they did."""

    def __init__(self, studio: Studio, number: int, seed: int, pause: float) -> None:
        self._studio = studio
        self._pause = pause
        self._over = threading.Event()
        self._done = [0] * number
        self._threads = [
            threading.Thread(target=self._work, args=(n, random.Random(f"{seed} {n}")), daemon=True)
            for n in range(number)
        ]

    @property
    def done(self) -> int:
        return sum(self._done)

    def __enter__(self) -> "Reviewers":
        for one in self._threads:
            one.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for one in self._threads:
            one.join(10)

    def _work(self, number: int, chance: random.Random) -> None:
        while not self._over.wait(chance.uniform(0, 2 * self._pause)):
            self._studio.act(number + 2, chance)
            self._done[number] += 1


def ring(url: str, secret: str, body: bytes, timeout: float = HOOK_SECONDS) -> int:
    """Post a body to a doorbell over a connection of its own, as Label Studio does; the status."""
    place = urlsplit(url)
    line = http.client.HTTPConnection(cast("str", place.hostname), place.port, timeout=timeout)
    headers = {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}
    try:
        line.request("POST", place.path, body, headers)
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()
