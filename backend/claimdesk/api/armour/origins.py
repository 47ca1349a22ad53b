"""Who is meant and who sends: our own names only, and no other site's pages."""

import re
from collections.abc import Sequence
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from claimdesk.api.problems import Problem, respond

READS = ("GET", "HEAD", "OPTIONS")

UNKNOWN_HOST = Problem(
    type="/problems/unknown-host",
    title="This service does not answer to that host name.",
    status=HTTPStatus.BAD_REQUEST,
    hint="Its names are the setting hosts.",
)
FOREIGN = Problem(
    type="/problems/foreign-origin",
    title="Another site's page may not change anything here.",
    status=HTTPStatus.FORBIDDEN,
    detail="Origin or Sec-Fetch-Site says that the request comes from elsewhere.",
    hint="A program leaves both out. Behind a proxy, the setting hosts must hold its name.",
)


class OnlyHosts:
    """Answers only to its own names, so that no other site's name can be pointed at it."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._hosts = {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what asks for one of our names; a Problem for the rest."""
        if scope["type"] == "http" and "*" not in self._hosts:
            name = re.sub(r":\d*$", "", Headers(scope=scope).get("host", "")).lower()
            if name not in self._hosts:
                await respond(UNKNOWN_HOST)(scope, receive, send)
                return
        await self._app(scope, receive, send)


class SameOrigin:
    """Lets only our own pages, and programs, change anything.

    A browser says where a page came from; a program says nothing. Ports count: what runs beside
    us on this machine is another origin, though it shares our cookies.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._app = app
        self._proxied = {f"https://{host.lower()}" for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what reads, and what does not come from another site."""
        if scope["type"] == "http" and scope["method"] not in READS and self._foreign(scope):
            await respond(FOREIGN)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _foreign(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        # TLS ends at a proxy, which may also put another name into Host.
        ours = {f"{scope['scheme']}://{host}", f"https://{host}", *self._proxied}
        sites = headers.getlist("sec-fetch-site")
        if sites == ["same-origin"]:
            ours.add("null")  # what forms of pages without a referrer say
        return any(origin.lower() not in ours for origin in headers.getlist("origin")) or any(
            site not in ("same-origin", "none") for site in sites
        )
