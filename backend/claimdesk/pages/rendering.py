"""HTML from templates, for whoever is signed in, and for whoever is not."""

import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from claimdesk.errors import ClaimdeskError, NotAllowed, NotPermitted
from claimdesk.recipes.rendering import environment

log = logging.getLogger(__name__)
HERE = Path(__file__).parent
pages = environment(HERE / "templates")


class Page(APIRoute):
    """A route for people, who are told in HTML how to come in, and what went wrong."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler; a browser that fails gets a page instead of a problem."""
        handle = super().get_route_handler()

        async def shown(request: Request) -> Response:
            try:
                return await handle(request)
            except (NotAllowed, NotPermitted) as error:
                return refused(request, error)
            except ClaimdeskError as error:
                if "text/html" not in request.headers.get("accept", ""):
                    raise
                return failed(request, error)

        return shown


def page(request: Request, template: str, **values: object) -> HTMLResponse:
    """A template filled in; it also knows who is signed in."""
    principal = getattr(request.state, "principal", None)
    html = pages.get_template(template).render(principal=principal, **values)
    return HTMLResponse(html)


def failed(request: Request, error: ClaimdeskError) -> HTMLResponse:
    """The page of what was not there or did not work, under the same status as its problem."""
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s", str(error).replace("\n", " "))
    answer = page(request, "failed.html", error=error)
    answer.status_code = error.status
    return answer


def refused(request: Request, error: ClaimdeskError) -> HTMLResponse:
    """The page of somebody who may not see what they asked for.

    A strict cookie is not sent along by a link on another site, so that one who is signed in may
    land here; from here the same link works.
    """
    here = request.url.path if request.method == "GET" else None
    answer = page(request, "refused.html", error=error, here=here)
    answer.status_code = error.status
    if error.status == NotAllowed.status:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer
