"""How large a request may be and how long it may take to arrive, seen while it comes in."""

import asyncio
import re
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimdesk.api.armour.limits import Limits
from claimdesk.api.problems import Problem, respond

CLOSE = {"Connection": "close"}
"""Whatever else is on the way belongs to a request that was refused."""

GONE: Message = {"type": "http.disconnect"}

LONG_TARGET = Problem(
    type="/problems/address-too-long",
    title="The address is too long.",
    status=HTTPStatus.REQUEST_URI_TOO_LONG,
    hint="Ask for less at once.",
)
LARGE_HEAD = Problem(
    type="/problems/headers-too-large",
    title="The headers are too many or too large.",
    status=HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    hint="Send fewer cookies and headers.",
)
PACKED = Problem(
    type="/problems/packed-body",
    title="The body is compressed.",
    status=HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    detail="Nothing is unpacked here.",
    hint="Send it without Content-Encoding.",
)
NO_LENGTH = Problem(
    type="/problems/bad-length",
    title="Content-Length is not a number.",
    status=HTTPStatus.BAD_REQUEST,
    hint="Leave it to your HTTP library.",
)
LARGE = Problem(
    type="/problems/body-too-large",
    title="The body is too large.",
    status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    hint="The limits are listed in docs/operators.md.",
)
LATE = Problem(
    type="/problems/body-too-slow",
    title="The body did not arrive in time.",
    status=HTTPStatus.REQUEST_TIMEOUT,
    hint="Send it again in one go.",
)


class Bounds:
    """Refuses what is too large, packed or too slow, before or while it is received."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what fits."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await respond(refusal, CLOSE)(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._limits)
        try:
            await self._app(scope, exchange.receive, exchange.send)
        except Exception:  # what a route makes of a body that was cut off is no longer of interest
            if not exchange.refused:
                raise

    def _refusal(self, scope: Scope) -> Problem | None:
        """What is wrong with a request, as far as its head tells."""
        limits = self._limits
        headers = Headers(scope=scope)
        target = scope.get("raw_path") or scope["path"].encode("utf-8", "surrogatepass")
        if len(target) + len(scope.get("query_string", b"")) > limits.target_bytes:
            return LONG_TARGET
        size = sum(len(name) + len(value) for name, value in headers.raw)
        if len(headers.raw) > limits.head_lines or size > limits.head_bytes:
            return LARGE_HEAD
        if headers.get("content-encoding", "identity").strip().lower() != "identity":
            return PACKED
        length = headers.get("content-length", "0")
        if not re.fullmatch("[0-9]{1,20}", length):
            return NO_LENGTH
        return LARGE if int(length) > limits.body_bytes else None


class _Exchange:
    """One request's body, counted and timed; a refusal of it ends the answer too."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, limits: Limits) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._most = limits.body_bytes
        self._due = asyncio.get_running_loop().time() + limits.body_seconds
        self._taken = 0
        self._complete = False
        self._started = False
        self.refused = False

    async def receive(self) -> Message:
        if self.refused:
            return GONE
        if self._complete:
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._due):
                message = await self._receive()
        except TimeoutError:
            return await self._refuse(LATE)
        self._taken += len(message.get("body", b""))
        if self._taken > self._most:
            return await self._refuse(LARGE)
        self._complete = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        if not self.refused:
            self._started = True
            await self._send(message)

    async def _refuse(self, problem: Problem) -> Message:
        self.refused = True
        if not self._started:
            await respond(problem, CLOSE)(self._scope, self._receive, self._send)
        return GONE
