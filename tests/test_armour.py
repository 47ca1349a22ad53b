"""What every request passes and every answer carries: headers, origins, bounds, rates, the log."""

import asyncio
import logging
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient
from starlette.types import Message, Scope

from claimdesk.api import create_app
from claimdesk.api.access import OPEN, TABLE
from claimdesk.api.armour import Limits
from claimdesk.api.armour.rates import AtOnce, Bucket, Buckets
from claimdesk.cli.logs import UNSEEN, OneLine, log_to
from claimdesk.pages import router
from claimdesk.settings import bundled
from claimdesk.workflow.bench import Workbench

from .armoured import credential
from .catalogue import Seen

HERE = "http://127.0.0.1"
FOREIGN = [
    "http://evil.example",
    "https://127.0.0.1.evil.example",
    "http://127.0.0.1:8080",
    "http://localhost",
    "null",
]
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
LIMITS = Limits(
    body_bytes=10_000,
    doorbells_in_a_row=5,
    doorbells_per_second=0.01,
    doorbell_seconds=5.0,
    failures_in_a_row=3,
    failures_per_second=0.01,
)
boom = APIRouter()


@boom.get("/boom")
def fail() -> None:
    raise ZeroDivisionError("the secret is 42")


@boom.post("/take")
def take(text: dict[str, str]) -> int:
    return len(text)


@pytest.fixture
def app(bench: Workbench) -> FastAPI:
    """The service without its collector, and two routes more."""
    table = {**TABLE, "GET /boom": OPEN, "POST /take": OPEN}
    return create_app(bench, pages=[router, boom], collect=False, table=table, limits=LIMITS)


@pytest.fixture
def web(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url=HERE, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def bearer(bench: Workbench) -> dict[str, str]:
    return {"Authorization": f"Bearer {credential(bench)}"}


def routes(app: FastAPI) -> list[tuple[str, str]]:
    """Every method and address there is; what stands in braces is filled in."""
    known = {"name": "claims", "format": "csv"}
    return [
        (method, re.sub(r"\{(\w+)\}", lambda found: known.get(found[1], "abc"), str(route.path)))
        for route in iter_route_contexts(app.routes)
        for method in sorted(route.methods or ())
    ]


# S8: origins


def refused(answer: Any, kind: str, status: int) -> bool:
    """Whether it is that Problem, short and without permission for other sites."""
    return (
        answer.status_code == status
        and answer.json()["type"] == f"/problems/{kind}"
        and len(answer.content) <= 2048
        and not [name for name in answer.headers if name.startswith("access-control-")]
    )


@pytest.mark.catalogue("S8", "other sites' pages change nothing and read nothing")
def test_only_our_own_origin_may_change_anything(app: FastAPI, web: TestClient, seen: Seen) -> None:
    foreign = [{"Origin": origin} for origin in FOREIGN]
    foreign += [{"Sec-Fetch-Site": site} for site in ("cross-site", "same-site", "what?")]
    foreign += [{"Origin": HERE, "Sec-Fetch-Site": "cross-site"}]
    changing = [(how, where) for how, where in routes(app) if how not in ("GET", "HEAD")]
    assert ("POST", "/api/v1/doorbell") in changing
    for method, path in changing:
        for headers in foreign:
            answer = web.request(method, path, headers=headers)
            assert refused(answer, "foreign-origin", 403), (method, path, headers)
        answer = web.request(method, path, headers={"Host": "evil.example", "Origin": HERE})
        assert refused(answer, "unknown-host", 400), (method, path)
    seen(len(changing) * (len(foreign) + 1), "all refused")


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": HERE},
        {"Origin": "https://127.0.0.1"},
        {"Origin": HERE, "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
    ],
)
def test_our_own_pages_and_programs_may(web: TestClient, headers: dict[str, str]) -> None:
    rung = web.post(
        "/api/v1/doorbell", headers={"Authorization": "Bearer ring-the-bell-twice", **headers}
    )
    assert rung.status_code == 200


def test_no_other_site_is_let_in_by_a_browser(app: FastAPI, web: TestClient) -> None:
    for method, path in routes(app):
        headers = {"Origin": FOREIGN[0], "Access-Control-Request-Method": method}
        for asked in ("OPTIONS", method):
            names = web.request(asked, path, headers=headers).headers
            assert not [name for name in names if name.startswith("access-control-")]


# S9: headers


def flaws(answer: Any) -> list[str]:
    """What an answer's headers lack."""
    headers = answer.headers
    found = [name for name, value in ALWAYS.items() if headers.get_list(name) != [value]]
    policy = headers.get("content-security-policy", "")
    wanted = ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"]
    wanted += ["form-action '"]
    found += [part for part in wanted if part not in policy]
    found += [part for part in ("unsafe", "*", "http") if part in policy]
    if not headers.get("content-type", "").startswith("text/html") and "'self'" in policy:
        found.append("a policy for pages")
    static = answer.request.url.path.startswith(("/assets/", "/style.css", "/labels.css"))
    if "no-store" not in headers.get("cache-control", "") and not (static and answer.is_success):
        found.append("no-store")
    return [*found, *({"server", "x-powered-by"} & set(headers))]


@pytest.mark.catalogue("S9", "every answer tells browsers what it may not be used for")
def test_every_answer_carries_its_headers(
    app: FastAPI, web: TestClient, bearer: dict[str, str], seen: Seen
) -> None:
    answers = [
        web.request(method, path, headers=headers)
        for method, path in routes(app)
        for headers in ({}, bearer)
    ]
    answers += [web.request(*one) for one in (("GET", "/nowhere"), ("DELETE", "/api/v1/claims"))]
    answers += [web.get("/healthz", headers=headers) for headers in ODD_HEADERS]
    answers += [web.get("/?" + "q" * 9000), web.post("/take", content=b"x" * 10_001)]
    answers += [web.post("/api/v1/doorbell") for _ in range(LIMITS.doorbells_in_a_row + 1)]
    assert {one.status_code for one in answers} >= {200, 401, 404, 405, 413, 414, 415, 422, 429}
    assert {one.status_code for one in answers} >= {303, 400, 431, 500}
    wrong = {(one.request.method, str(one.request.url)): flaws(one) for one in answers}
    assert {where: what for where, what in wrong.items() if what} == {}
    seen(len(answers), "100 % of the headers")


ODD_HEADERS: list[dict[str, str]] = [
    {"Host": "evil.example"},
    {"Content-Encoding": "gzip"},
    {"Content-Length": "many"},
    {f"X-{number}": "1" for number in range(101)},
    {"X-Long": "x" * 40_000},
]


def test_an_export_is_a_file_to_be_saved(web: TestClient, bearer: dict[str, str]) -> None:
    for kind, media in (("csv", "text/csv"), ("jsonl", "application/")):
        headers = web.get(f"/api/v1/exports/claims.{kind}", headers=bearer).headers
        assert headers["content-disposition"] == f'attachment; filename="claims.{kind}"'
        assert headers["content-type"].startswith(media)


def test_head_is_a_get_without_its_body(
    app: FastAPI, web: TestClient, bearer: dict[str, str]
) -> None:
    for path in [path for method, path in routes(app) if method == "GET"]:
        head, get = web.head(path, headers=bearer), web.get(path, headers=bearer)
        assert (head.status_code, head.content) == (get.status_code, b"")


def test_what_nobody_foresaw_says_nothing(web: TestClient) -> None:
    answer = web.get("/boom")
    assert refused(answer, "unexpected", 500)
    assert "42" not in answer.text
    assert "Zero" not in answer.text


# Bounds; what takes a real connection is in test_armour_live


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Encoding": "gzip"}, 415),
        ({"Content-Encoding": "Identity"}, 200),
        ({"Content-Length": "10001"}, 413),
        ({"Content-Length": "9" * 30}, 400),
        ({"Content-Length": "-1"}, 400),
        (ODD_HEADERS[3], 431),
        (ODD_HEADERS[4], 431),
        ({"X-Short": "x" * 30_000}, 200),
    ],
)
def test_a_head_that_promises_too_much(
    web: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = web.post("/take", headers={"Content-Type": "application/json", **headers}, json={})
    assert answer.status_code == status
    assert len(answer.content) <= 2048
    if status != 200:
        assert answer.headers["connection"] == "close"


@pytest.mark.parametrize("path", ["/" + "a" * 9000, "/?" + "a" * 9000])
def test_an_address_has_an_end(web: TestClient, path: str) -> None:
    assert refused(web.get(path), "address-too-long", 414)
    assert web.get(path[:8000]).status_code in (401, 404)


def test_the_limits_in_the_docs_are_those_in_force() -> None:
    page = bundled("docs") / "operators.md"
    rows = re.findall(
        r"^\| `([a-z_]+)` \| ([\d.]+) \|", page.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert dict(rows) == {name: str(value) for name, value in asdict(Limits()).items()}


# S10: rates


def test_a_bucket_lets_a_row_through_and_then_so_many_a_second() -> None:
    now = 0.0
    bucket = Bucket(2, 3, clock=lambda: now)
    assert [bucket.wait() for _ in range(4)] == [0, 0, 0, 0.5]
    now = 0.5
    assert [bucket.wait(), bucket.wait()] == [0, 0.5]
    now = 1000
    assert sum(bucket.wait() == 0 for _ in range(10)) == 3


def test_names_without_end_take_no_more_room() -> None:
    buckets = Buckets(lambda: Bucket(1, 1, clock=lambda: 0), 100)
    assert [buckets.wait("a"), buckets.wait("a")] == [0, 1]
    for number in range(1000):
        assert buckets.wait(f"b{number}") == 0
    assert len(buckets._found) == 100


def test_whoever_guesses_is_slowed_and_nobody_else(web: TestClient, bearer: dict[str, str]) -> None:
    wrong = {"Authorization": "Bearer guess"}
    said = [web.get("/api/v1/articles", headers=wrong) for _ in range(8)]
    assert [one.status_code for one in said] == [401] * 3 + [429] * 5
    assert 50 <= int(said[-1].headers["retry-after"]) <= 100
    assert refused(said[-1], "too-many-requests", 429)
    assert web.get("/api/v1/articles", headers=bearer).status_code == 200


def test_the_bell_is_heard_so_often_and_no_more(web: TestClient) -> None:
    right = {"Authorization": "Bearer ring-the-bell-twice"}
    said = [web.post("/api/v1/doorbell", headers=right) for _ in range(8)]
    assert [one.status_code for one in said][:5] == [200] * 5
    assert refused(said[-1], "too-many-requests", 429)
    assert 50 <= int(said[-1].headers["retry-after"]) <= 100


@pytest.mark.parametrize(
    ("path", "query"), [("/x/y", b""), ("/y", b"as_of=1"), ("/y", b"a&as%5Fof%3D1")]
)
def test_so_many_at_once_and_the_next_when_one_has_ended(path: str, query: bytes) -> None:
    async def run() -> list[int]:
        over = asyncio.Event()
        statuses: list[int] = []

        async def slow(scope: Scope, receive: Any, send: Any) -> None:
            await over.wait()
            await send({"type": "http.response.start", "status": 200})

        async def send(message: Message) -> None:
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        layer = AtOnce(slow, prefix="/x", asking="as_of=", most=2, status=429)
        scope = {"type": "http", "path": path, "query_string": query}
        running = [asyncio.create_task(layer(scope, None, send)) for _ in range(3)]  # type: ignore[arg-type]
        await asyncio.sleep(0)
        over.set()
        await asyncio.gather(*running)
        await layer(scope, None, send)  # type: ignore[arg-type]
        return statuses

    assert asyncio.run(run()) == [429, 200, 200, 200]


# H12: the log

HOSTILE = [
    "\r\n2026-01-01 00:00:00,000 INFO claimdesk: all is well",
    "\n",
    "\r",
    "\r\n\r\n",
    "\x0b",
    "\x0c",
    "\x1c\x1d\x1e",
    "\x85",
    "\u2028",
    "\u2029",
    "\x1b[2J\x1b[H",
    "\x1b]0;title\x07",
    "\x1b]8;;http://evil.example\x1b\\here",
    "\x9b31m",
    "\x90q\x9c",
    "\b\b\b\b",
    "\x7f",
    "\0",
    "\u202egnp.exe",
    "\u2066\u2067\u2068\u2069",
    "\u200e\u200f\u061c",
    "\u200b\u200c\u200d\ufeff",
    "\ud800",
    "\U000e0041\U000e007f",
]


@pytest.mark.catalogue("H12", "a line of the log is one line, whatever was in a name")
def test_nothing_in_a_name_passes_for_a_line_of_the_log(tmp_path: Path, seen: Seen) -> None:
    root = logging.getLogger()
    before = root.handlers[:], root.level
    try:
        log_to(tmp_path)
        for text in HOSTILE:
            logging.getLogger("test").info("it is called %s, it says", text)
    finally:
        for handler in [one for one in root.handlers if one not in before[0]]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(before[1])
    lines = (tmp_path / "logs" / "claimdesk.log").read_bytes().decode().removesuffix("\n")
    found = lines.split("\n")
    assert len(found) == len(HOSTILE) >= 20
    assert not [line for line in found if UNSEEN.search(line) or not line.endswith("it says")]
    assert "it is called \\r\\n2026" in found[0]
    seen(len(HOSTILE), "one line each, all escaped")


def test_a_traceback_stays_readable_and_behind_its_margin() -> None:
    try:
        raise ValueError("über\n2026-01-01 INFO claimdesk: forged\x1b[2J")
    except ValueError as error:
        raised = (type(error), error, error.__traceback__)
    record = logging.LogRecord("test", logging.ERROR, "", 0, "it failed", (), raised)
    first, *others = OneLine("%(levelname)s %(message)s").format(record).split("\n")
    assert first == "ERROR it failed"
    assert all(line.startswith("  | ") for line in others)
    assert "  | ValueError: über" in others
    assert others[-1] == "  | 2026-01-01 INFO claimdesk: forged\\x1b[2J"
