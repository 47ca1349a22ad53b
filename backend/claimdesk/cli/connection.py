"""A connection that cannot be held open by doing nothing with it.

uvicorn waits for ever for the rest of a request's head, and for whoever does not read an answer.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from claimdesk.api.armour import Limits
from claimdesk.api.armour.headers import complete
from claimdesk.api.problems import Problem, respond

NOT_HTTP = Problem(
    type="/problems/not-http", title="This is no HTTP request that can be read.", status=400
)


class Connection(H11Protocol):
    """uvicorn's, with a time limit for each time that the other side is waited for.

    The body of a request has its limit in `api.armour`, which can answer.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        limits: Limits,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._limits = limits
        self._since = self.loop.time()
        self._head = _Timer(self.loop, self._close)
        self._reading = _Timer(self.loop, self._check_reading)
        self._unread = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait; when there are too many, whoever kept us waiting longest has to go."""
        super().connection_made(_Gathering(transport, self.loop))  # type: ignore[arg-type]
        self._head.start(self._limits.head_seconds)
        if len(self.connections) > self._limits.connections:
            self._make_room()

    @property
    def waits(self) -> bool:
        """Whether it is the other side's turn."""
        return self.cycle is None or self.cycle.response_complete or self.cycle.more_body

    def handle_events(self) -> None:
        """Go on with what was received; a head that is complete is waited for no more."""
        super().handle_events()
        if self.cycle is not None and not self.cycle.response_complete:
            self._head.stop()

    def on_response_complete(self) -> None:
        """Wait for the next head, and for a moment for the rest of a body that nobody read."""
        limits, unread = self._limits, self.cycle is not None and self.cycle.more_body
        self._since = self.loop.time()
        self._head.start(limits.unread_seconds if unread else limits.head_seconds)
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Watch whether what was written is read at all."""
        super().pause_writing()
        self._watch_reading()

    def resume_writing(self) -> None:
        """It was read."""
        self._reading.stop()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        super().connection_lost(exc)
        self._head.stop()
        self._reading.stop()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - the name is uvicorn's
        """Say in our own way that it was no request, unless an answer is on its way."""
        if self.cycle is None or self.cycle.response_complete:
            answer = respond(NOT_HTTP, {"Connection": "close"})
            lines = [b"%s: %s\r\n" % line for line in complete(answer.raw_headers).raw]
            head = b"HTTP/1.1 400 Bad Request\r\n%s\r\n" % b"".join(lines)
            self.transport.write(head + bytes(answer.body))
        self._close()

    def _make_room(self) -> None:
        there = [one for one in self.connections if isinstance(one, Connection)]
        there = [one for one in there if not one.transport.is_closing()]
        if len(there) > self._limits.connections:
            longest = min((one for one in there if one.waits), key=lambda one: one._since)
            longest.transport.abort()

    def _close(self) -> None:
        """Close once what was written is read, if it is."""
        self.transport.close()
        self._watch_reading()

    def _watch_reading(self) -> None:
        self._unread = self.transport.get_write_buffer_size()
        self._reading.start(self._limits.stalled_seconds)

    def _check_reading(self) -> None:
        if self.transport.get_write_buffer_size() < self._unread:
            self._watch_reading()
        else:
            self.transport.abort()


class _Gathering:
    """A transport that sends what is written in one go at once: an answer's head and body.

    Each call of the system costs more than most answers do.
    """

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        self._transport = transport
        self._loop = loop
        self._written: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, written: bytes) -> None:
        if not self._written:
            self._loop.call_soon(self._send)
        self._written.append(written)

    def close(self) -> None:
        self._send()
        self._transport.close()

    def get_write_buffer_size(self) -> int:
        return self._transport.get_write_buffer_size() + sum(map(len, self._written))

    def _send(self) -> None:
        written, self._written = self._written, []
        if written:
            self._transport.write(b"".join(written))


class _Timer:
    """Does one thing after some time, unless it is stopped or started again."""

    def __init__(self, loop: asyncio.AbstractEventLoop, then: Callable[[], None]) -> None:
        self._loop, self._then = loop, then
        self._handle: asyncio.TimerHandle | None = None

    def start(self, seconds: float) -> None:
        self.stop()
        self._handle = self._loop.call_later(seconds, self._then)

    def stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
