"""A receiver of notices on this machine: it keeps what it hears, and answers as a test wishes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from standardwebhooks import Webhook


class Receiver(ThreadingHTTPServer):
    """`answers` are the statuses of the next answers; after them, and without any, it is 200."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: list[tuple[dict[str, str], bytes]] = []
        self.answers: list[int] = []
        self.pause = 0.0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"

    @property
    def numbers(self) -> list[str]:
        """The ids of what was heard."""
        return [headers["webhook-id"] for headers, _ in self.heard]

    def verified(self, secret: str) -> list[dict[str, Any]]:
        """What was heard, as somebody else's library believes it; raises for a wrong signature."""
        return [Webhook(secret).verify(body, headers) for headers, body in self.heard]


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.heard.append((headers, body))
        time.sleep(self.server.pause)
        status = self.server.answers.pop(0) if self.server.answers else 200
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", self.server.url)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self) -> None:
        self.server.heard.append(({"webhook-id": "a redirect was followed"}, b""))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_arguments: object) -> None:
        pass

    def handle(self) -> None:
        with suppress(ConnectionError):  # whoever sent it was killed
            super().handle()


@contextmanager
def receiving() -> Iterator[Receiver]:
    server = Receiver()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
