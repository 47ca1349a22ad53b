"""Servers on this machine for tests of what goes out: one that should be reached, one never."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .environment import missing

ENDLESS = 50_000_000
PERMITTED = "127.0.0.2"
"""The same machine by another address, so that one can be let through and the other not."""


class Canary:
    """Listens at every address of this machine, answers, and counts who came."""

    def __init__(self) -> None:
        self.visits = 0
        self._socket = everywhere()
        self._socket.listen(100)
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._socket.accept()
            except OSError:
                return
            self.visits += 1
            line.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret")
            line.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()


def everywhere() -> socket.socket:
    """A socket at both kinds of addresses, or where there is no IPv6 at one."""
    try:
        return socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    except (OSError, ValueError):
        return socket.create_server(("0.0.0.0", 0))


@contextmanager
def canary() -> Iterator[Canary]:
    listening = Canary()
    try:
        yield listening
    finally:
        listening.close()


class Site(ThreadingHTTPServer):
    """Answers as the path says; `sent` counts the bytes of endless answers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((PERMITTED, 0), _Paths)
        self.url = f"http://{PERMITTED}:{self.server_port}"
        self.asked: list[str] = []
        self.sent = 0


class _Paths(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        kind, _, rest = self.path[1:].partition("/")
        kind, _, _ = kind.partition("?")
        try:
            getattr(self, f"_{kind}", self._page)(rest)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _page(self, _: str) -> None:
        self._answer(200, b"<p>A page.</p>", {"Content-Type": "text/html; charset=utf-8"})

    def _to(self, target: str) -> None:
        self._answer(302, b"", {"Location": target})

    def _status(self, number: str) -> None:
        self._answer(int(number), b"secret", {})

    def _packed(self, _: str) -> None:
        self._answer(200, gzip.compress(b"x" * 1_000_000), {"Content-Encoding": "gzip"})

    def _endless(self, _: str) -> None:
        self._head(200, {"Connection": "close"})
        while self.server.sent < ENDLESS:
            self.server.sent += self.wfile.write(b"x" * 65_536)

    def _dripping(self, _: str) -> None:
        self._head(200, {"Content-Length": "1000"})
        for _ in range(100):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def _silent(self, _: str) -> None:
        time.sleep(3)

    def _answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self._head(status, headers | {"Content-Length": str(len(body))})
        self.wfile.write(body)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def site() -> Iterator[Site]:
    try:
        server = Site()
    except OSError as error:
        missing(f"this machine has no {PERMITTED}: {error}")
    with server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
