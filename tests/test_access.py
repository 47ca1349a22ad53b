"""Who may come in: every route against every kind of credential, and the pages to sign in by."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import httpx
import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from claimdesk.api import create_app
from claimdesk.api.access import ADMIN, DOORBELL, EDITOR, OPEN, REVIEWER, TABLE
from claimdesk.api.armour import Limits
from claimdesk.errors import BadConfiguration
from claimdesk.pages import router
from claimdesk.workflow import access
from claimdesk.workflow.access import ROLES, Grant
from claimdesk.workflow.bench import Workbench

from .catalogue import Seen
from .credentials import DAY, HOUR, bearer, issue, session

PATIENT = Limits(failures_per_second=1e6, failures_in_a_row=10**6, doorbell_seconds=5.0)
Headers = list[tuple[str, bytes]]


@pytest.fixture
def app(bench: Workbench) -> FastAPI:
    return create_app(bench, pages=[router], collect=False, limits=PATIENT)


@pytest.fixture
def web(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as opened:
        yield opened


# Every route


def rows(app: FastAPI) -> list[str]:
    """The routes as the application has them, not as the table says."""
    return [
        f"{method} {one.path}"
        for one in iter_route_contexts(app.routes)
        for method in sorted((one.methods or set()) - {"HEAD"})
    ]


def ask(web: TestClient, row: str, headers: Headers, *, spoilt: bool = False) -> httpx.Response:
    """A request to a route; a spoilt one could not be answered even if it were let in."""
    method, path = re.sub(r"\{\w+\}", "x", row).split(" ")
    path, _, parameter = path.partition("?")
    asked = {parameter: "true"} if parameter else {}
    web.cookies.clear()
    if not spoilt:
        return web.request(method, path, params=asked, headers=headers)
    rubbish: Headers = [("Content-Type", b"application/json")] if method == "POST" else []
    body = b'{"half' if method == "POST" else None
    asked |= {"limit": "none", "colour": "red"}
    return web.request(method, path, params=asked, headers=[*headers, *rubbish], content=body)


def auth(word: str | bytes) -> Headers:
    return [("Authorization", word if isinstance(word, bytes) else word.encode())]


def bad_credentials(bench: Workbench) -> dict[str, Headers]:
    """Everything that must let nobody in."""
    cookie = access.cookie_name(bench)
    good = issue(bench, "good").secret
    old = issue(bench, "old", now=datetime.now(UTC) - 2 * DAY).secret
    gone = issue(bench, "gone")
    access.revoke(bench, gone.name, datetime.now(UTC))
    seated, left = session(bench, "seated"), session(bench, "left")
    access.revoke(bench, left.id, datetime.now(UTC))
    late = session(bench, "late", datetime.now(UTC) - 8 * DAY)
    link = access.invite(bench, Grant("link", ADMIN, HOUR), datetime.now(UTC))

    def carried(secret: str) -> Headers:
        return [("Cookie", f"{cookie}={secret}".encode())]

    return {
        "none": [],
        "wrong": auth(f"Bearer cdk_{'A' * 43}"),
        "expired": auth(f"Bearer {old}"),
        "revoked": auth(f"Bearer {gone.secret}"),
        "no scheme": auth(good),
        "other scheme": auth(f"Basic {good}"),
        "scheme alone": auth("Bearer"),
        "cut": auth(f"Bearer {good[:-1]}"),
        "longer": auth(f"Bearer {good}A"),
        "of another case": auth(f"Bearer {good.swapcase()}"),
        "empty": auth(""),
        "non-ASCII": auth(f"Bearer {good[:-1]}é"),
        "not UTF-8": auth(b"Bearer \xff\xfe"),
        "10 kB": auth(f"Bearer {'A' * 10_000}"),
        "two headers": auth(f"Bearer {good}") * 2,
        "good and wrong": auth(f"Bearer {good}") + auth("Bearer x"),
        "link as token": auth(f"Bearer {link.secret}"),
        "session as token": auth(f"Bearer {seated.secret}"),
        "token as cookie": carried(good),
        "link as cookie": carried(link.secret),
        "session that ended": carried(left.secret),
        "session too old": carried(late.secret),
        "cookie garbage": [("Cookie", f"{cookie}=\x01;;=;{cookie}".encode())],
        "session under another name": [("Cookie", f"session={seated.secret}".encode())],
        **{
            f"{word!r} with a good cookie": auth(word) + carried(seated.secret)
            for word in ("", "Basic x", "Bearer x", f"Bearer cdk_{'A' * 43}")
        },
    }


@pytest.mark.catalogue("S1", "every route refuses every credential that is not good for it")
def test_every_route_refuses_what_is_not_good(
    web: TestClient, app: FastAPI, bench: Workbench, seen: Seen
) -> None:
    bad = bad_credentials(bench)
    wrong = []
    for row in rows(app):
        public = TABLE[row] == OPEN
        due = ask(web, row, []).status_code if public else 401
        for kind, headers in bad.items():
            status = ask(web, row, headers, spoilt=not public).status_code
            if status != due:
                wrong.append((row, kind, status))
    assert wrong == []
    assert min(len(rows(app)), len(bad)) > 20
    number = len(rows(app)) * len(bad)
    seen(number, f"{len(rows(app))} routes, {len(bad)} credentials, none let in")


@pytest.mark.catalogue("S1", "every route takes its least role and those above, and no other")
def test_every_route_takes_its_least_role_and_those_above(
    web: TestClient, app: FastAPI, bench: Workbench, seen: Seen
) -> None:
    tokens = {role: auth(bearer(bench, role)["Authorization"]) for role in ROLES}
    guarded = [row for row in TABLE if TABLE[row] in ROLES]
    wrong = []
    for row in guarded:
        for role, token in tokens.items():
            status = ask(web, row, token).status_code
            let_in = status not in (401, 403)
            if let_in is not (ROLES.index(role) >= ROLES.index(TABLE[row])):
                wrong.append((row, role, status))
    assert wrong == []
    assert len(guarded) > 10
    seen(len(guarded) * len(tokens), "let in or 403 as the table says")


def test_the_doorbell_takes_no_token_and_its_secret_opens_nothing_else(
    web: TestClient, bench: Workbench
) -> None:
    (doorbell,) = [row for row, least in TABLE.items() if least == DOORBELL]
    token = auth(bearer(bench, ADMIN)["Authorization"])
    assert ask(web, doorbell, token).status_code == 401
    assert ask(web, doorbell, auth("Bearer ring-the-bell-twice")).status_code == 200
    assert ask(web, "GET /api/v1/claims", auth("Bearer ring-the-bell-twice")).status_code == 401


def test_why_somebody_is_refused_is_never_told(web: TestClient, bench: Workbench) -> None:
    answers = {
        kind: ask(web, "GET /api/v1/claims", headers)
        for kind, headers in bad_credentials(bench).items()
    }
    assert len({answer.content for answer in answers.values()}) == 1
    assert {answer.headers["WWW-Authenticate"] for answer in answers.values()} == {"Bearer"}


@pytest.mark.parametrize("asked", ["true", "1", "TRUE", "", "x", ["false", "true"]])
def test_identities_are_for_admins(
    web: TestClient, bench: Workbench, asked: str | list[str]
) -> None:
    address = "/api/v1/exports/claims.csv"
    refused, taken = (
        web.get(address, params={"identities": asked}, headers=bearer(bench, role)).status_code
        for role in (EDITOR, ADMIN)
    )
    assert (refused, taken == 403) == (403, False)
    for plain in ({}, {"identities": "false"}):
        assert web.get(address, params=plain, headers=bearer(bench)).status_code == 200


# The table


def test_a_route_without_a_row_is_not_served(bench: Workbench) -> None:
    more = APIRouter()
    more.add_api_route("/more", lambda: None)
    with pytest.raises(BadConfiguration, match="Without a row: GET /more"):
        create_app(bench, pages=[router, more])


def test_a_row_without_a_route_is_not_served(bench: Workbench) -> None:
    with pytest.raises(BadConfiguration, match="Without a route: GET /more"):
        create_app(bench, pages=[router], table=TABLE | {"GET /more": REVIEWER})


def test_a_mount_has_no_row_that_it_could_be_in(bench: Workbench) -> None:
    more = APIRouter()
    more.routes.append(Mount("/more", Starlette()))
    with pytest.raises(BadConfiguration, match="Without a row: ANY /more"):
        create_app(bench, pages=[router, more])


def test_a_route_that_the_guard_does_not_reach_may_only_be_open(bench: Workbench) -> None:
    more = APIRouter()
    more.routes.append(Route("/more", lambda _request: None, methods=["GET"]))
    with pytest.raises(BadConfiguration, match="Without the guard: GET /more"):
        create_app(bench, pages=[router, more], table=TABLE | {"GET /more": REVIEWER})
    create_app(bench, pages=[router, more], table=TABLE | {"GET /more": OPEN})


def test_openapi_says_what_each_route_takes(web: TestClient) -> None:
    described = web.get("/api/v1/openapi.json").json()
    for path, methods in described["paths"].items():
        for method, spoken in methods.items():
            least = TABLE[f"{method.upper()} {path}"]
            kind = {OPEN: None, DOORBELL: "doorbell"}.get(least, "token")
            assert spoken.get("security") == (None if kind is None else [{kind: []}]), path
            assert ("403" in spoken["responses"]) is (least in ROLES), path
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_somebody_is_told_who_they_are(web: TestClient, bench: Workbench) -> None:
    issued = issue(bench, "nora", EDITOR)
    me = web.get("/api/v1/me", headers={"Authorization": f"Bearer {issued.secret}"}).json()
    assert (me["name"], me["role"]) == ("nora", EDITOR)
    assert datetime.fromisoformat(me["expires_at"]) == issued.expires_at


# Links and sessions


def test_looking_at_a_link_does_not_use_it_up(web: TestClient, bench: Workbench) -> None:
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), datetime.now(UTC))
    for _ in range(3):
        shown = web.get(f"/login/{link.secret}")
        assert (shown.status_code, "<button" in shown.text) == (200, True)
        assert "set-cookie" not in shown.headers
    assert web.post("/login", data={"code": link.secret}).status_code == 303


def test_a_link_signs_a_browser_in_once(web: TestClient, bench: Workbench) -> None:
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), datetime.now(UTC))
    assert web.get("/").status_code == 401
    web.post("/login", data={"code": link.secret})
    assert "nora, editor" in web.get("/").text
    web.cookies.clear()
    again = web.post("/login", data={"code": link.secret})
    assert (again.status_code, "claimdesk login" in again.text) == (401, True)
    assert web.get("/").status_code == 401


def test_signing_out_ends_the_session_itself(web: TestClient, bench: Workbench) -> None:
    name = access.cookie_name(bench)
    secret = session(bench, "nora").secret
    web.cookies.set(name, secret)
    assert web.get("/").status_code == 200
    out = web.post("/logout")
    assert (out.status_code, f'{name}=""' in out.headers["set-cookie"]) == (303, True)
    web.cookies.clear()
    web.cookies.set(name, secret)
    assert web.get("/").status_code == 401


def test_signing_out_leaves_tokens_alone(web: TestClient, bench: Workbench) -> None:
    header = bearer(bench)
    assert web.post("/logout", headers=header).status_code == 303
    assert web.get("/api/v1/me", headers=header).status_code == 200


@pytest.mark.parametrize("site", [None, "http://desk.example", "https://desk.example/"])
def test_the_cookie_is_for_this_desk_and_nobody_else(bench: Workbench, site: str | None) -> None:
    bench = replace(bench, settings=bench.settings.model_copy(update={"public_url": site}))
    app = create_app(bench, pages=[router], collect=False)
    web = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), datetime.now(UTC))
    cookie = web.post("/login", data={"code": link.secret}).headers["set-cookie"]
    for part in ("HttpOnly", "SameSite=strict", "Path=/", "Max-Age=604800"):
        assert part in cookie
    assert ("Secure" in cookie) is bool(site and site.startswith("https"))
    assert re.match(r"claimdesk_[0-9a-f]{8}=cdk_", cookie)


@pytest.mark.parametrize(
    "body", [b"", b"code=", b"code=x", b"code=\xff", b"a&" * 200, b"code=" + b"A" * 2000]
)
def test_a_form_that_is_not_ours_signs_nobody_in(web: TestClient, body: bytes) -> None:
    answer = web.post(
        "/login", content=body, headers={"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert answer.status_code in (401, 413)
    assert "set-cookie" not in answer.headers


def test_a_page_says_how_to_come_in(web: TestClient, bench: Workbench) -> None:
    for path in ("/", "/articles/x"):
        answer = web.get(path)
        assert answer.headers["content-type"].startswith("text/html")
        assert "<code>claimdesk login</code>" in answer.text
        assert f'href="{path}"' in answer.text
    stranger = web.get("/", headers=bearer(bench, REVIEWER))
    assert (stranger.status_code, "You may not do this" in stranger.text) == (403, True)


def test_pages_for_signing_in_run_nothing(web: TestClient, bench: Workbench) -> None:
    link = access.invite(bench, Grant("nora", EDITOR, HOUR), datetime.now(UTC))
    for path in ("/", f"/login/{link.secret}", "/login/%3Cscript%3E%22"):
        text = web.get(path).text
        assert not re.search(r"<script|\bon\w+=|style=|<script>&quot;", text)
