"""How often and how many at once: enough for people, too little for a flood.

The counts are of this process. Behind a proxy all clients share one address, because what a
client says of itself (X-Forwarded-For) is not believed.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import unquote_to_bytes

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimdesk.api.armour.limits import Limits
from claimdesk.api.problems import Problem, ProblemResponse, respond

Clock = Callable[[], float]


class Bucket:
    """Lets some through in a row, and as many a second as it is refilled with."""

    def __init__(self, per_second: float, in_a_row: float, clock: Clock = time.monotonic) -> None:
        self._per_second = per_second
        self._most = self._left = float(in_a_row)
        self._clock = clock
        self._at = clock()

    def wait(self) -> float:
        """0 for what is let through; for what is not, the seconds until the next one is."""
        now = self._clock()
        self._left = min(self._most, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._per_second


class Buckets:
    """A bucket for each name; of too many names, the one that was quiet longest is forgotten."""

    def __init__(self, make: Callable[[], Bucket], most: int) -> None:
        self._make = make
        self._most = most
        self._found: OrderedDict[str, Bucket] = OrderedDict()

    def wait(self, name: str) -> float:
        """As the bucket of this name says."""
        bucket = self._found.pop(name, None) or self._make()
        self._found[name] = bucket
        if len(self._found) > self._most:
            self._found.popitem(last=False)
        return bucket.wait()


class Paced:
    """Takes requests to one path as fast as a bucket lets them through."""

    def __init__(self, app: ASGIApp, path: str, bucket: Bucket) -> None:
        self._app = app
        self._path = path
        self._bucket = bucket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is not too much."""
        if scope["type"] == "http" and scope["path"] == self._path:
            wait = self._bucket.wait()
            if wait:
                await _too_many(wait)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class FewFailures:
    """Slows down whoever guesses: a 401 beyond what a bucket allows becomes a 429.

    It looks at the answer, so that the right credential is never slowed by somebody else's wrong
    ones from the same address.
    """

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app = app
        self._buckets = Buckets(
            lambda: Bucket(limits.failures_per_second, limits.failures_in_a_row),
            limits.addresses,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, and watch what comes back."""
        replaced = False

        async def watched(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and message["status"] == 401:
                wait = self._buckets.wait((scope.get("client") or ("",))[0])
                if wait:
                    replaced = True
                    await _too_many(wait)(scope, receive, send)
            if not replaced:
                await send(message)

        await self._app(scope, receive, watched)


class AtOnce:
    """At most so many requests at once to paths with one beginning, or with a word in the query."""

    def __init__(
        self, app: ASGIApp, prefix: str, most: int, status: int, asking: str | None = None
    ) -> None:
        self._app = app
        self._prefix = prefix
        self._asking = asking
        self._most = most
        self._status = status
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what there is a place for."""
        if scope["type"] != "http" or not self._is_meant(scope):
            await self._app(scope, receive, send)
            return
        if self._running >= self._most:
            await _too_many(1, self._status)(scope, receive, send)
            return
        self._running += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._running -= 1

    def _is_meant(self, scope: Scope) -> bool:
        asked = unquote_to_bytes(scope.get("query_string", b""))
        word = self._asking is not None and self._asking.encode() in asked
        return word or scope["path"].startswith(self._prefix)


def _too_many(seconds: float, status: int = HTTPStatus.TOO_MANY_REQUESTS) -> ProblemResponse:
    problem = Problem(
        type="/problems/too-many-requests",
        title="Too many requests.",
        status=status,
        hint="Wait as long as Retry-After says.",
    )
    return respond(problem, {"Retry-After": str(math.ceil(seconds))})
