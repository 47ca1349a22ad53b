"""ETags: what has not changed is not worked out again, and what has is never held back."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update

from claimdesk.api import create_app
from claimdesk.labelstudio.client import Client
from claimdesk.models import Match, Ranking
from claimdesk.pages import router
from claimdesk.store import facts, matches, rankings
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.handling import handle
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reviewers import erase_reviewer

from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio
from .filling import fill, said

LISTS = ("articles", "claims", "judgements", "exports/claims.csv", "exports/judgements.jsonl")


@pytest.fixture
def desk(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Workbench:
    fill(bench, fake, tmp_path)
    return bench


@pytest.fixture
def web(desk: Workbench) -> Iterator[TestClient]:
    app = create_app(desk, pages=[router], collect=False)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(desk, "admin")
        yield opened


def paths(web: TestClient) -> list[str]:
    """Every address whose answers have a tag."""
    (article, *_) = web.get("/api/v1/articles").json()["items"]
    (claim, *_) = web.get("/api/v1/claims").json()["items"]
    single = (f"articles/{article['id']}", f"claims/{claim['id']}")
    return [f"/api/v1/{one}" for one in (*LISTS, *single)]


def asked(web: TestClient, path: str, tag: str) -> Any:
    return web.get(path, headers={"If-None-Match": tag})


def test_what_has_not_changed_is_not_told_again(web: TestClient) -> None:
    for path in paths(web):
        first = web.get(path)
        tag = first.headers["etag"]
        assert re.fullmatch('"[0-9a-f]{32}"', tag), path
        for known in (tag, f'"other", W/{tag}', "*"):
            again = asked(web, path, known)
            assert (again.status_code, again.content) == (304, b""), path
            assert again.headers["etag"] == tag
            assert again.headers["cache-control"] == "no-store"
        for other in ('"other"', tag.strip('"'), f'"{tag}"x', ""):
            assert asked(web, path, other).content == first.content, path


def test_two_questions_have_two_tags(web: TestClient) -> None:
    questions = ["", "?state=agreed", "?limit=1", "?q=pier", "?as_of=2026-03-01T00:00:00Z"]
    tags = [web.get(f"/api/v1/claims{one}").headers["etag"] for one in questions]
    assert len(set(tags)) == len(questions)


def judge(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    said(desk, fake, max(fake.tasks), 7, 2)
    pull(desk, Client(desk.settings, fake))


def load_one(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    (folder / "new.txt").write_text("Something new. It is so.", encoding="utf-8")
    load(desk, [str(folder / "new.txt")])


def publish_one(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    load_one(desk, fake, folder)
    publish(desk, Client(desk.settings, fake))


def erase(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    erase_reviewer(desk, known_as(desk, 2)[0])


def rank(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    row = Ranking(fitted_at=datetime.now(UTC), labels=0, used=True, why="", model="")
    with writing(desk.engine) as session:
        rankings.put(session, row)


def decide(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    handle(replace(desk, settings=desk.settings.model_copy(update={"min_reviewers": 3})))


def retell(desk: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
    with writing(desk.engine) as session:
        articles = [number for number, _ in facts.texts(session)]
        claims = [one.id for some in facts.segments_of(session, articles).values() for one in some]
        found = [Match(claim_id=one, origin_id=articles[0], start=0, end=5) for one in claims]
        matches.put_matches(session, found)


@pytest.mark.parametrize("change", [judge, load_one, publish_one, erase, rank, decide, retell])
def test_whatever_changes_an_answer_changes_its_tag(
    desk: Workbench,
    fake: FakeLabelStudio,
    web: TestClient,
    tmp_path: Path,
    change: Callable[[Workbench, FakeLabelStudio, Path], None],
) -> None:
    there = paths(web)
    before = {path: web.get(path) for path in there}
    change(desk, fake, tmp_path)
    changed = 0
    for path, old in before.items():
        new = asked(web, path, old.headers["etag"])
        assert new.status_code == 200, path
        changed += new.content != old.content
    assert changed or change is rank


@pytest.mark.parametrize("setting", ["public_labelstudio_url", "public_url"])
def test_settings_are_part_of_it(web: TestClient, desk: Workbench, setting: str) -> None:
    path = "/api/v1/exports/claimreview.json"
    tag = web.get(path).headers["etag"]
    settings = desk.settings.model_copy(update={setting: "http://other.test"})
    web.app.state.bench = replace(desk, settings=settings)  # type: ignore[attr-defined]
    assert asked(web, path, tag).status_code == 200


@pytest.mark.parametrize("kind", ["csv", "json", "parquet", "xlsx", "html"])
def test_every_format_has_a_tag_of_its_own(web: TestClient, kind: str) -> None:
    path = f"/api/v1/exports/articles.{kind}"
    tag = web.get(path).headers["etag"]
    assert asked(web, path, tag).status_code == 304
    assert asked(web, f"{path}?language=en", tag).status_code == 200
    assert asked(web, "/api/v1/exports/articles.jsonl", tag).status_code == 200


@pytest.mark.parametrize(
    ("export", "changed"), [("claims.csv", "claims"), ("claims.xlsx", "summary")]
)
def test_another_recipe_of_the_same_name_is_another_answer(
    web: TestClient, desk: Workbench, tmp_path: Path, export: str, changed: str
) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(desk.exports_dir, folder, ignore=shutil.ignore_patterns("__pycache__"))
    settings = desk.settings.model_copy(update={"exports_dir": folder})
    web.app.state.bench = replace(desk, settings=settings)  # type: ignore[attr-defined]
    path = f"/api/v1/exports/{export}"
    tag = web.get(path).headers["etag"]
    assert asked(web, path, tag).status_code == 304
    with (folder / f"{changed}.py").open("a", encoding="utf-8") as source:
        source.write("\n")
    assert asked(web, path, tag).status_code == 200


def test_addresses_have_no_tag(web: TestClient) -> None:
    answer = web.get("/api/v1/exports/claims.csv?identities=true")
    assert answer.status_code == 200
    assert "etag" not in answer.headers


def test_a_tag_opens_no_door(web: TestClient) -> None:
    tag = web.get("/api/v1/claims").headers["etag"]
    headers = {"Authorization": "Bearer wrong", "If-None-Match": tag}
    assert web.get("/api/v1/claims", headers=headers).status_code == 401


def test_the_order_of_claims_has_a_new_date_once_all_are_ordered(desk: Workbench) -> None:
    rank(desk, FakeLabelStudio(), Path())
    later = datetime(2030, 1, 1, tzinfo=UTC)
    with writing(desk.engine) as session:
        session.execute(update(Ranking).values(fitted_at=datetime(2026, 1, 1, tzinfo=UTC)))
        rankings.date(session, later)
    with reading(desk.engine) as session:
        assert session.get_one(Ranking, 1).fitted_at == later
