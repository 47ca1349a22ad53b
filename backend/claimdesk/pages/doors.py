"""Signing in by a link that works once, and signing out."""

from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from claimdesk.pages.rendering import Page, page
from claimdesk.workflow import access
from claimdesk.workflow.bench import Workbench

ROOM = 1_000
"""More bytes than the form of a login link has."""

router = APIRouter(include_in_schema=False, route_class=Page)


async def _posted_code(request: Request) -> str:
    fields = parse_qs((await request.body()).decode("ascii", "replace"))
    return fields.get("code", [""])[0]


@router.get("/login/{code}")
def show_login(request: Request, code: str) -> HTMLResponse:
    """One button. Looking at a link, as previews and mail filters do, does not use it up."""
    return page(request, "login.html", code=code if access.is_secret(code) else "")


@router.post("/login", max_body_size=ROOM)
def sign_in(request: Request, code: Annotated[str, Depends(_posted_code)]) -> RedirectResponse:
    """Exchange the link for a session, kept in a cookie that no script and no other site gets."""
    bench: Workbench = request.app.state.bench
    issued = access.sign_in(bench, code, datetime.now(UTC))
    answer = RedirectResponse("/", status_code=303)
    answer.set_cookie(
        request.app.state.cookie,
        issued.secret,
        max_age=int(access.SESSION_LIFE.total_seconds()),
        httponly=True,
        samesite="strict",
        secure=_by_https(request, bench),
    )
    return answer


@router.post("/logout")
def sign_out(request: Request) -> RedirectResponse:
    """End the session on this side, and forget it on the other."""
    access.sign_out(request.app.state.bench, request.state.principal, datetime.now(UTC))
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(request.app.state.cookie, httponly=True, samesite="strict")
    return answer


def _by_https(request: Request, bench: Workbench) -> bool:
    return request.url.scheme == "https" or (bench.settings.public_url or "").startswith("https:")
