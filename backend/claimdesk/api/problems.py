"""Every failing route answers in one shape: RFC 9457 problem details, without echoing input."""

import logging
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claimdesk.errors import ClaimdeskError

MEDIA_TYPE = "application/problem+json"
SHOWN_ERRORS = 10
LONGEST = 120
"""Letters of what is said of one of them, so that no answer grows with what is asked."""

log = logging.getLogger(__name__)


class Flaw(BaseModel):
    """One thing that is wrong with a request."""

    pointer: str = Field(description="Where: /query/limit, /path/article", examples=["/query"])
    detail: str = Field(examples=["Not acceptable: there is nothing of this name."])


class Problem(BaseModel):
    """Why a request failed, as RFC 9457 has it."""

    type: str = Field(description="Kind of problem; stable", examples=["/problems/invalid-request"])
    title: str = Field(description="What happened", examples=["The request does not fit."])
    status: int = Field(examples=[422])
    detail: str | None = Field(
        default=None, description="Why", examples=["See errors for what and where."]
    )
    hint: str | None = Field(
        default=None, description="What to do", examples=["The forms are described at /docs."]
    )
    errors: list[Flaw] = Field(default_factory=list)


UNEXPECTED = Problem(
    type="/problems/unexpected",
    title="Something unexpected happened.",
    status=HTTPStatus.INTERNAL_SERVER_ERROR,
    hint="Look into claimdesk's log.",
)


class ProblemResponse(JSONResponse):
    """A response with the media type of problem details."""

    media_type = MEDIA_TYPE


class Unexpected:
    """Turns what nobody foresaw into a Problem that says nothing of it; the log has the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; an answer that has begun can only be cut off."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except Exception:  # here the process meets the world
            if scope["type"] != "http" or started:
                raise
            log.exception("%s %s failed", scope["method"], scope["path"])
            await respond(UNEXPECTED)(scope, receive, send)


def schemas() -> dict[str, Any]:
    """What `answers` refers to, for OpenAPI."""
    found = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    inner: dict[str, Any] = found.pop("$defs")
    return inner | {"Problem": found}


def answers(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may fail in these ways, for OpenAPI."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in statuses
    }


def install(app: FastAPI) -> None:
    """Make every failure that routes foresee a Problem; `Unexpected` has the others."""
    app.add_exception_handler(ClaimdeskError, _on_ours)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)


def respond(problem: Problem, headers: dict[str, str] | None = None) -> ProblemResponse:
    """A Problem as a response."""
    content = problem.model_dump(exclude_none=True)
    return ProblemResponse(content, status_code=problem.status, headers=headers)


async def _on_ours(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, ClaimdeskError):
        raise error
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s", str(error).replace("\n", " "))
    kind = f"/problems/{error.code}"
    problem = Problem(
        type=kind, title=error.what, status=error.status, detail=error.why, hint=error.fix
    )
    refused = error.status == HTTPStatus.UNAUTHORIZED
    return respond(problem, {"WWW-Authenticate": "Bearer"} if refused else None)


async def _on_invalid(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    return respond(invalid(error.errors()))


def invalid(found: Sequence[Any]) -> Problem:
    """The Problem of a request that does not fit; says where and what, never what was sent."""
    flaws = [Flaw(pointer=_pointer(one), detail=_plain(one)) for one in found[:SHOWN_ERRORS]]
    return Problem(
        type="/problems/invalid-request",
        title="The request does not fit.",
        status=HTTPStatus.UNPROCESSABLE_ENTITY,
        detail="See errors for what and where.",
        hint="The forms are described at /docs.",
        errors=flaws,
    )


async def _on_http(_request: Request, error: Exception) -> ProblemResponse:
    if not isinstance(error, HTTPException):
        raise error
    phrase = HTTPStatus(error.status_code).phrase
    kind = "/problems/" + phrase.lower().replace(" ", "-")
    problem = Problem(type=kind, title=f"{phrase}.", status=error.status_code)
    return respond(problem, dict(error.headers or {}))


def _pointer(flaw: Any) -> str:
    """Where a flaw is; the name of what should not be there came from the caller."""
    known = 1 if flaw["type"] == "extra_forbidden" else 2
    return "/" + "/".join(map(str, flaw["loc"][:known]))


def _plain(flaw: Any) -> str:
    """What was expected, in pydantic's words or ours; neither repeat what was sent."""
    if flaw["type"] == "extra_forbidden":
        return "Not acceptable: there is nothing of this name."
    words = flaw["msg"].removeprefix("Value error, ")
    return f"Not acceptable: {words[:1].lower()}{words[1:LONGEST]}."
