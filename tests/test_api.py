"""The REST door: one shape for every failure, pages that follow on, exports that stream."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import reduce
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from claimdesk.api import create_app
from claimdesk.api.access import EDITOR, TABLE
from claimdesk.labelstudio.client import Client
from claimdesk.pages import router
from claimdesk.workflow import access
from claimdesk.workflow.access import Grant
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio, relabelled

TEXTS = {"a": "The pier is shut. Eleven piles are cracked.", "b": "Title\n\nIt rains. 🚢 It pours."}
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "pattern": "^/problems/[a-z-]+$"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "hint": {"type": "string"},
        "errors": {"type": "array"},
    },
    "additionalProperties": False,
}


@pytest.fixture
def web(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Iterator[TestClient]:
    """The service over two articles, one of them judged by two reviewers."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    load(bench, [str(tmp_path / f"{name}.txt") for name in TEXTS])
    client = Client(bench.settings, fake)
    publish(bench, client)
    task = next(one for one in fake.tasks.values() if one["data"]["text"] == TEXTS["a"])
    verdicts = bench.labels.verdicts
    fake.say(task["id"], 2, relabelled(task, {0: verdicts[0], 1: verdicts[1]}))
    fake.say(task["id"], 3, relabelled(task, {0: verdicts[0], 1: verdicts[2]}))
    pull(bench, client)
    boom = APIRouter()

    @boom.get("/boom")
    def fail() -> None:
        raise ZeroDivisionError("the secret is 42")

    table = TABLE | {"GET /boom": EDITOR}
    app = create_app(bench, pages=[router, boom], transport=fake, table=table)
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as opened:
        opened.headers |= bearer(bench)
        yield opened


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    jsonschema.validate(answer.json(), PROBLEM)
    assert len(answer.content) <= 2048
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/api/v1/nowhere", 404),
        ("DELETE", "/api/v1/claims", 405),
        ("GET", "/api/v1/claims?limit=0", 422),
        ("GET", "/api/v1/claims?limit=ten", 422),
        ("GET", "/api/v1/claims?colour=red", 422),
        ("GET", "/api/v1/claims?cursor=zzz", 422),
        ("GET", "/api/v1/claims?cursor=" + "9" * 900, 422),
        ("GET", "/api/v1/claims?verdict=%00", 422),
        ("GET", "/api/v1/claims?reviewer=99999999999999999999999", 422),
        ("GET", "/api/v1/claims/ffff", 404),
        ("GET", "/api/v1/claims/%F0%9F%9A%A2", 422),
        ("GET", "/api/v1/articles/ffff", 404),
        ("GET", "/api/v1/articles?cursor=WzFd", 422),
        ("GET", "/api/v1/articles?cursor=WyJcdWQ4MDAiXQ", 422),
        ("GET", "/api/v1/claims?cursor=WyJcdWQ4MDAiLCAxLCAyLCAiYSJd", 422),
        ("GET", "/assets/nothing.js", 404),
        ("GET", "/api/v1/judgements?cursor=WyJhIiwgMWU5OTld", 422),
        ("GET", "/api/v1/exports/nothing.csv", 404),
        ("GET", "/api/v1/exports/claims.exe", 404),
        ("GET", "/api/v1/exports/..%2fclaims.csv", 404),
        ("POST", "/api/v1/doorbell", 401),
        ("GET", "/articles/ffff", 404),
        ("GET", "/boom", 500),
    ],
)
def test_every_failure_has_one_shape(web: TestClient, method: str, path: str, status: int) -> None:
    said = json.dumps(assert_problem(web.request(method, path), status))
    assert "secret" not in said.replace("right secret", "")
    assert "Traceback" not in said


def test_another_host_name_is_refused(web: TestClient) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example", "", "localhost@evil"):
        assert_problem(web.get("/healthz", headers={"Host": host}), 400)
    assert web.get("/healthz", headers={"Host": "LOCALHOST:8000"}).status_code == 200


def test_what_should_not_be_there_is_not_repeated(web: TestClient) -> None:
    answer = web.get("/api/v1/claims?zqxjk=7")
    assert assert_problem(answer, 422)["errors"][0]["pointer"] == "/query"
    assert "zqxjk" not in answer.text


def test_no_route_ignores_what_it_does_not_know(web: TestClient) -> None:
    """But the doorbell: whatever rings it is kept."""
    filled = {"{article}": "0" * 32, "{claim}": "0" * 20, "{name}.{format}": "claims.csv"}
    routes = web.get("/api/v1/openapi.json").json()["paths"]
    asked = [
        (method.upper(), reduce(lambda at, one: at.replace(*one), filled.items(), path))
        for path, methods in routes.items()
        for method in methods
        if path.startswith("/api/v1/") and "doorbell" not in path
    ]
    assert len(asked) > 10
    ignored = [
        (method, path)
        for method, path in asked
        if web.request(method, f"{path}?colour=red").status_code != 422
    ]
    assert ignored == []


def test_every_route_tells_openapi_how_it_fails(web: TestClient) -> None:
    described = web.get("/api/v1/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        if path.startswith("/api/"):
            for spoken in methods.values():
                assert "application/problem+json" in spoken["responses"]["422"]["content"], path
                assert spoken["security"], path
                assert "application/problem+json" in spoken["responses"]["401"]["content"], path


def test_pages_of_claims_follow_on(web: TestClient) -> None:
    whole = web.get("/api/v1/claims").json()["items"]
    found, cursor = [], ""
    while cursor is not None:
        answer = web.get(f"/api/v1/claims?limit=1{cursor and '&cursor=' + cursor}").json()
        found += answer["items"]
        cursor = answer["next_cursor"]
    assert found == whole
    assert len(whole) == 5


@pytest.mark.parametrize("noun", ["articles", "judgements"])
def test_pages_of_other_lists_follow_on(web: TestClient, noun: str) -> None:
    whole = web.get(f"/api/v1/{noun}").json()
    first = web.get(f"/api/v1/{noun}?limit=1").json()
    rest = web.get(f"/api/v1/{noun}?cursor={first['next_cursor']}").json()
    assert first["items"] + rest["items"] == whole["items"]
    assert whole["next_cursor"] is None


def test_filters_narrow(web: TestClient, bench: Workbench) -> None:
    verdict = bench.labels.verdicts[0]
    agreed = web.get("/api/v1/claims?state=agreed").json()["items"]
    assert [one["verdict"] for one in agreed] == [verdict]
    assert len(web.get(f"/api/v1/judgements?verdict={verdict}").json()["items"]) == 2
    assert len(web.get(f"/api/v1/claims?reviewer={known_as(bench, 2)[0]}").json()["items"]) == 2
    assert web.get("/api/v1/claims?story=none").json()["items"] == []


def test_an_article_comes_with_its_text_and_claims(web: TestClient) -> None:
    (head,) = [a for a in web.get("/api/v1/articles").json()["items"] if a["characters"] == 28]
    article = web.get(f"/api/v1/articles/{head['id']}").json()
    cut = [article["text"][one["start"] : one["end"]] for one in article["claims"]]
    assert cut == ["Title", "It rains.", "🚢 It pours."]
    assert cut == [one["text"] for one in article["claims"]]


def test_a_claim_is_found_by_its_id(web: TestClient, bench: Workbench) -> None:
    (claim,) = web.get("/api/v1/claims?state=contested").json()["items"]
    assert web.get(f"/api/v1/claims/{claim['id']}").json() == claim
    assert [one["reviewer"] for one in claim["judgements"]] == sorted(known_as(bench, 2, 3))


@pytest.mark.parametrize("name", ["claims", "judgements"])
def test_exports_come_as_files(web: TestClient, name: str) -> None:
    answer = web.get(f"/api/v1/exports/{name}.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert f'filename="{name}.csv"' in answer.headers["content-disposition"]
    assert len(answer.text.splitlines()) > 2


def test_the_list_of_exports_names_columns(web: TestClient) -> None:
    found = {one["name"]: one for one in web.get("/api/v1/exports").json()["items"]}
    assert "verdict" in found["claims"]["columns"]


def test_a_reviewer_sees_their_own_progress(web: TestClient, bench: Workbench) -> None:
    said = web.get("/api/v1/judgements").json()["items"]
    grant = Grant("ada", "reviewer", timedelta(hours=1), said[0]["reviewer"])
    token = access.create(bench, grant, datetime.now(UTC)).secret
    theirs = [one for one in said if one["reviewer"] == said[0]["reviewer"]]
    progress = web.get("/api/v1/progress", headers={"Authorization": f"Bearer {token}"}).json()
    assert (progress["articles"], progress["claims"]) == (1, len(theirs))
    assert progress["last_said"] == max(one["said_at"] for one in theirs)
    assert_problem(web.get("/api/v1/progress"), 404)


def test_the_doorbell_takes_only_its_secret(web: TestClient) -> None:
    right = "ring-the-bell-twice"
    beside = (right[:-1], f"{right}x", right.replace("i", "\xef", 1))
    for wrong in ("", "Bearer", right, *(f"Bearer {one}" for one in beside)):
        headers = {"Authorization": wrong.encode("latin-1")}
        assert_problem(web.post("/api/v1/doorbell", headers=headers), 401)  # type: ignore[arg-type]
    rung = web.post(
        "/api/v1/doorbell", headers={"Authorization": "Bearer ring-the-bell-twice"}, content=b"{"
    )
    assert rung.json() == {"heard": True}


BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/articles/ffff", "/articles/nonsense", "/articles/%00"])
def test_a_bad_address_in_a_browser_gets_a_page(web: TestClient, path: str) -> None:
    answer = web.get(path, headers=BROWSER)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "<h1>There is no article with this id.</h1>" in answer.text


def test_what_fails_on_a_page_is_told_there_and_in_the_log(
    web: TestClient, bench: Workbench, caplog: pytest.LogCaptureFixture
) -> None:
    with bench.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE consensus")
    answer = web.get("/", headers=BROWSER)
    assert (answer.status_code, "<h1>The database did" in answer.text) == (503, True)
    assert "The database did" in caplog.text


def test_a_verdict_that_left_the_label_config_is_shown_as_it_is_stored(
    web: TestClient, bench: Workbench
) -> None:
    gone = bench.labels.verdicts[0]
    left = {name: one for name, one in bench.labels.labels.items() if name != gone}
    web.app.state.bench = replace(  # type: ignore[attr-defined]
        bench, labels=replace(bench.labels, labels=left)
    )
    claim = web.get("/api/v1/claims", params={"verdict": gone}).json()["items"][0]
    assert f" {gone}</span>" in web.get(f"/articles/{claim['article_id']}").text
    assert f" {gone} 1</span>" in web.get("/").text
    assert f",{gone}," in web.get("/api/v1/exports/claims.csv").text
    assert sum(web.get("/api/v1/status").json()["claims"].values()) == 5


def test_alive_is_not_ready(web: TestClient, fake: FakeLabelStudio) -> None:
    assert web.get("/healthz").json() == {"status": "ok"}
    assert web.get("/readyz").status_code in (200, 503)


def test_the_pages_show_articles_and_escape_what_they_hold(
    web: TestClient, bench: Workbench, tmp_path: Path
) -> None:
    (tmp_path / "x.txt").write_text("---\ntitle: <script>alert(1)</script>\n---\nBad <img src=x>.")
    load(bench, [str(tmp_path / "x.txt")])
    page = web.get("/").text
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    (head,) = [a for a in web.get("/api/v1/articles").json()["items"] if "<" in a["title"]]
    assert "&lt;img src=x&gt;" in web.get(f"/articles/{head['id']}").text


def test_the_docs_need_no_other_server(web: TestClient) -> None:
    page = web.get("/docs").text
    assert "http://" not in page.replace("http://127.0.0.1", "")
    assert "https://" not in page
    assert web.get("/assets/swagger-ui-bundle.js").status_code == 200


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("state=banana", "it should be one of unreviewed, insufficient, agreed"),
        ("limit=0", "greater than or equal to 1"),
        ("from=2026-03-14", "should have timezone info"),
        ("to=7", "a time such as 2026-03-14T09:30:00Z"),
        ("banana=1", "there is nothing of this name"),
    ],
)
def test_a_refusal_says_what_would_do_and_not_what_was_sent(
    web: TestClient, asked: str, told: str
) -> None:
    (flaw,) = web.get(f"/api/v1/claims?{asked}").json()["errors"]
    assert told in flaw["detail"]
    assert "banana" not in str(flaw)
