"""ETags: whoever asks again what they know already is told so, and nothing is worked out.

A tag stands for the address, the program, its settings, and the state of the database. It is for
programs that keep what they have made of an answer; caches may still keep nothing (no-store).
"""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Header, Request, Response

from claimdesk import __version__
from claimdesk.store import versions
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.deciding import rules
from claimdesk.workflow.reading import Sight, looking

EXAMPLE = '"0123456789abcdef0123456789abcdef"'
UNCHANGED: dict[int | str, dict[str, Any]] = {
    304: {"description": "What If-None-Match names is still so"}
}
_TAG = re.compile(r'(?:W/)?"([\x21\x23-\x7e]*)"|\*')


class Unchanged(Exception):
    """The caller has it already."""

    def __init__(self, headers: dict[str, str]) -> None:
        super().__init__()
        self.headers = headers


class Tagging:
    """The tag of one answer, and what the caller has."""

    def __init__(
        self,
        request: Request,
        response: Response,
        if_none_match: Annotated[
            str | None, Header(description="ETag of an earlier answer", examples=[EXAMPLE])
        ] = None,
    ) -> None:
        self.bench: Workbench = request.app.state.bench
        self._address = f"{request.url.path}?{request.url.query}"
        self._response = response
        self._known = if_none_match

    @contextmanager
    def looking(self, as_of: datetime | None = None) -> Iterator[Sight]:
        """One state of the desk. Raises Unchanged when the caller knows it."""
        with looking(self.bench, as_of) as sight:
            self._response.headers.update(self.headers(versions.state(sight.now)))
            yield sight

    def headers(self, state: str, *parts: bytes) -> dict[str, str]:
        """Those of an answer that follows from a state and these parts; Unchanged if known."""
        settings = self.bench.settings
        labels = self.bench.labels.digest
        sites = (settings.reviewers_see, settings.public_url)
        known = (__version__, rules(self.bench), labels, sites, self._address)
        digest = hashlib.sha256(repr((state, *known, *parts)).encode()).hexdigest()[:32]
        headers = {"ETag": f'"{digest}"'}
        given = self._known or ""
        if given.strip() == "*" or digest in _TAG.findall(given):
            raise Unchanged(headers)
        return headers


Tagged = Annotated[Tagging, Depends()]


def install(app: FastAPI) -> None:
    """Answer 304 where nothing has changed."""

    async def unchanged(_request: Request, error: Exception) -> Response:
        return Response(status_code=304, headers=getattr(error, "headers", None))

    app.add_exception_handler(Unchanged, unchanged)
