"""Who may use which route: one table, looked up before anything of a request is answered."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from claimdesk.api.problems import answers, schemas
from claimdesk.errors import BadConfiguration, NotAllowed, NotPermitted
from claimdesk.store.credentials import SESSION, TOKEN
from claimdesk.workflow import access
from claimdesk.workflow.access import ROLES, Principal
from claimdesk.workflow.bench import Workbench

OPEN, DOORBELL = "open", "doorbell"
REVIEWER, EDITOR, ADJUDICATOR, ADMIN = ROLES

TABLE: dict[str, str] = {
    "GET /healthz": OPEN,
    "GET /readyz": OPEN,
    "GET /docs": OPEN,
    "GET /assets/{name}": OPEN,
    "GET /api/v1/openapi.json": OPEN,
    "GET /style.css": OPEN,
    "GET /labels.css": OPEN,
    "GET /login/{code}": OPEN,
    "POST /login": OPEN,
    "POST /api/v1/doorbell": DOORBELL,
    "POST /logout": REVIEWER,
    "GET /api/v1/me": REVIEWER,
    "GET /api/v1/progress": REVIEWER,
    "GET /api/v1/feedback": REVIEWER,
    "GET /": EDITOR,
    "GET /articles/{article}": EDITOR,
    "GET /agreement": EDITOR,
    "GET /feedback/{reviewer}": EDITOR,
    "GET /api/v1/status": EDITOR,
    "POST /api/v1/pull": EDITOR,
    "GET /api/v1/articles": EDITOR,
    "GET /api/v1/articles/{article}": EDITOR,
    "GET /api/v1/claims": EDITOR,
    "GET /api/v1/claims/{claim}": EDITOR,
    "GET /api/v1/judgements": EDITOR,
    "GET /api/v1/agreement": EDITOR,
    "GET /api/v1/exports": EDITOR,
    "GET /api/v1/exports/{name}.{format}": EDITOR,
    "GET /api/v1/exports/{name}.{format}?identities": ADMIN,
}
"""The least role of every route, or `open`, or `doorbell`, which has a secret of its own. What
stands behind a question mark is a parameter that asks for more when it is anything but false."""

_BEARER = re.compile(r"(?i:bearer) (\S{1,100})")


async def guard(request: Request) -> None:
    """Let a request in or raise; it is the first dependency of every route."""
    table: Mapping[str, str] = request.app.state.access
    row = f"{request.method} {request.scope['route'].path}"
    least = table.get(row)
    if least in (OPEN, DOORBELL):
        return
    principal = await run_in_threadpool(_recognised, request)
    request.state.principal = principal
    for wanted in [least, *(more for name, more in _more(table, row) if _asked(request, name))]:
        if wanted is None or not principal.may(wanted):
            raise NotPermitted(
                "You may not do this.",
                why=f"Your role is {principal.role}; this takes {wanted or 'what nobody has'}.",
                fix="Ask whoever runs claimdesk for another role.",
            )


async def caller(request: Request) -> Principal:
    """Who was let in."""
    principal: Principal = request.state.principal
    return principal


Caller = Annotated[Principal, Depends(caller)]


def check(app: FastAPI, table: Mapping[str, str]) -> None:
    """Every route has a row, every row a route, and all but the open the guard.

    Raises BadConfiguration.
    """
    there = dict(_routes(app))
    flaws = {
        "Without a row": there.keys() - table.keys(),
        "Without a route": {row.partition("?")[0] for row in table} - there.keys(),
        "Without the guard": {row for row in there if table.get(row) != OPEN} - _guarded(there),
    }
    if found := [f"{what}: {', '.join(sorted(rows))}." for what, rows in flaws.items() if rows]:
        raise BadConfiguration(
            "The routes and the table of who may use them do not agree.",
            why=" ".join(found),
            fix="Give every route its least role in claimdesk/api/access.py.",
        )


def describe(app: FastAPI, table: Mapping[str, str]) -> None:
    """Let OpenAPI say which credential a route takes, and how it refuses."""
    undescribed = app.openapi

    def described() -> dict[str, Any]:
        found = undescribed()
        components = found.setdefault("components", {})
        components.setdefault("schemas", {}).update(schemas())
        components["securitySchemes"] = {
            "token": {"type": "http", "scheme": "bearer", "description": "claimdesk token create"},
            "doorbell": {"type": "http", "scheme": "bearer", "description": "webhook_secret"},
        }
        for path, methods in found["paths"].items():
            for method, operation in methods.items():
                least = table[f"{method.upper()} {path}"]
                if least != OPEN:
                    kind = "doorbell" if least == DOORBELL else "token"
                    operation["security"] = [{kind: []}]
                    refusals = (401, 429) if least == DOORBELL else (401, 403, 429)
                    for status, answer in answers(*refusals).items():
                        operation["responses"].setdefault(str(status), answer)
        return found

    app.openapi = described  # type: ignore[method-assign]


def _recognised(request: Request) -> Principal:
    """Who asks; a header counts before a cookie, and a wrong one is not made good by it."""
    bench: Workbench = request.app.state.bench
    given = request.headers.getlist("authorization")
    now = datetime.now(UTC)
    if given:
        match = _BEARER.fullmatch(given[0]) if len(given) == 1 else None
        found = access.recognise(bench, TOKEN, match[1], now) if match else None
    else:
        cookie = request.cookies.get(request.app.state.cookie, "")
        found = access.recognise(bench, SESSION, cookie, now)
    if found is None:
        raise NotAllowed(
            "You are not signed in.",
            why="It takes a token as Authorization: Bearer, or a session, that is still good.",
            fix="Ask whoever runs claimdesk: claimdesk login, or claimdesk token create.",
        )
    return found


def _more(table: Mapping[str, str], row: str) -> list[tuple[str, str]]:
    """Parameters of a route that ask for a role of their own."""
    start = f"{row}?"
    return [
        (one.removeprefix(start), least) for one, least in table.items() if one.startswith(start)
    ]


def _asked(request: Request, parameter: str) -> bool:
    return any(value != "false" for value in request.query_params.getlist(parameter))


def _routes(app: FastAPI) -> list[tuple[str, RouteContext]]:
    """Every route by its row; one that has no method, a mount, has none that could be in it."""
    return [
        (f"{method} {route.path}", route)
        for route in iter_route_contexts(app.routes)
        for method in sorted((route.methods or {"ANY"}) - {"HEAD"})
    ]


def _guarded(routes: Mapping[str, RouteContext]) -> set[str]:
    return {
        row
        for row, route in routes.items()
        if isinstance(route.original_route, APIRoute)
        and guard in [one.call for one in route.dependant.dependencies[:1]]
    }
