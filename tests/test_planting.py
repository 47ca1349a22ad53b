"""Planted articles: matched or refused, published like all others, scored, and shown nowhere."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import duckdb
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import update
from sqlmodel import Session, col
from typer.testing import CliRunner

from claimdesk import recipes
from claimdesk.agreement.reviewers import wilson
from claimdesk.api import create_app
from claimdesk.api.access import TABLE
from claimdesk.cli.commands import app
from claimdesk.errors import BadInput
from claimdesk.labelstudio.client import Client
from claimdesk.models import Article, GoldAnswer, Judgement, Segment
from claimdesk.pages import router
from claimdesk.settings import bundled
from claimdesk.store import derived, facts, questions
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.history import apart
from claimdesk.workflow.loading import load
from claimdesk.workflow.planting import Planted, list_planted, plant
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.ranking import rank
from claimdesk.workflow.reading import read_audit, status, take_snapshot
from claimdesk.workflow.reporting import report
from claimdesk.workflow.verifying import verify

from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio, relabelled

PLAIN = "---\ntitle: Weir\n---\nThe weir was shut in 1999. Nine gates leaked in 2001."
GOLD = """---
title: Zanderfeld Ferry
url: https://zanderfeld.example/ferry
publisher: Zanderfeld Courier
story: zanderfeld
id: zanderfeld-1
---
The Zanderfeld ferry sank in 1931. Its captain Zanderfeld swam ashore. A Zanderfeld choir sang."""
WORD = "anderfeld"


@dataclass
class Desk:
    """An article that everybody may see, and one that is planted."""

    bench: Workbench
    fake: FakeLabelStudio
    folder: Path

    def write(self, answers: Any, text: str = GOLD) -> str:
        (self.folder / "ferry.txt").write_text(text, encoding="utf-8")
        beside = answers if isinstance(answers, str) else json.dumps(answers)
        (self.folder / "ferry.answers.json").write_text(beside, encoding="utf-8")
        return str(self.folder / "ferry.txt")

    def answers(self) -> list[dict[str, str]]:
        first, second, _ = self.bench.labels.verdicts
        quotes = ("The Zanderfeld ferry sank in 1931.", "captain Zanderfeld  swam")
        return [{"quote": q, "verdict": v} for q, v in zip(quotes, (first, second), strict=True)]

    def publish(self) -> None:
        self.client = Client(self.bench.settings, self.fake)
        publish(self.bench, self.client)
        self.by_title = {one["data"]["title"]: one for one in self.fake.tasks.values()}

    def judge(self, reviewer: int, *codes: int) -> None:
        """Somebody judges both articles, the planted one by these verdicts."""
        verdicts = self.bench.labels.verdicts
        said = {n: verdicts[code] for n, code in enumerate(codes)}
        weir, ferry = self.by_title["Weir"], self.by_title["Zanderfeld Ferry"]
        screen = relabelled(ferry, said)
        drawn = json.loads(json.dumps(screen[0])) | {"id": f"own-{reviewer}", "origin": "manual"}
        drawn["value"] |= {"start": 4, "end": 14, "labels": [verdicts[0]]}
        self.fake.say(ferry["id"], reviewer, [*screen, drawn])
        self.fake.say(weir["id"], reviewer, relabelled(weir, {0: verdicts[0]}))

    def copy(self, reviewer: int) -> None:
        """Somebody duplicates what a colleague left on the planted article."""
        ferry = self.by_title["Zanderfeld Ferry"]["id"]
        theirs = next(one for one in self.fake.annotations.values() if one["task"] == ferry)
        parents = {"parent_annotation": theirs["id"], "parent_prediction": None}
        self.fake.say(ferry, reviewer, theirs["result"], **parents)
        pull(self.bench, self.client)


@pytest.fixture
def desk(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Desk:
    (tmp_path / "weir.txt").write_text(PLAIN)
    load(bench, [str(tmp_path / "weir.txt")])
    return Desk(bench, fake, tmp_path)


@pytest.fixture
def judged(desk: Desk) -> Desk:
    """Two reviewers: one knows both answers, one the first."""
    plant(desk.bench, [desk.write(desk.answers())])
    desk.publish()
    desk.judge(2, 0, 1, 0)
    desk.judge(3, 0, 2, 1)
    pull(desk.bench, desk.client)
    return desk


def test_answers_are_at_the_claims_that_they_quote(desk: Desk) -> None:
    path = desk.write(desk.answers())
    assert plant(desk.bench, [path]) == Planted(new=1, known=0, answers=2)
    found = list_planted(desk.bench)
    assert [one.verdict for one in found] == list(desk.bench.labels.verdicts[:2])
    assert found[1].text.strip() == "Its captain Zanderfeld swam ashore."
    assert plant(desk.bench, [path]) == Planted(new=0, known=1, answers=2)
    assert read_audit(desk.bench, 5)[0].what == "planted"


def test_what_is_planted_cannot_be_loaded_as_content(desk: Desk) -> None:
    path = desk.write(desk.answers())
    plant(desk.bench, [path])
    plain = desk.folder / "plain.txt"
    plain.write_text("The quay was shut in 1999.")
    loaded = load(desk.bench, [path, str(plain), str(desk.folder / "weir.txt")])
    assert (loaded.new, loaded.known) == (1, 1)
    assert [one.source for one in loaded.refused] == [path]
    assert "It is planted" in loaded.refused[0].why


def test_other_answers_take_the_place_of_those_before(desk: Desk) -> None:
    plant(desk.bench, [desk.write(desk.answers())])
    plant(desk.bench, [desk.write(desk.answers()[1:])])
    assert [one.verdict for one in list_planted(desk.bench)] == [desk.bench.labels.verdicts[1]]


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([{"quote": "The moon is of cheese.", "verdict": "VERDICT"}], "quotes no claim"),
        ([{"quote": "Zanderfeld", "verdict": "VERDICT"}], "fits 3 claims"),
        ([{"quote": " ", "verdict": "VERDICT"}], "quotes no claim"),
        ([{"quote": "sank", "verdict": "perhaps"}], "which is none of"),
        ([{"quote": "sank", "verdict": "OPEN"}], "which is none of"),
        (
            [{"quote": "sank", "verdict": "VERDICT"}, {"quote": "ferry", "verdict": "VERDICT"}],
            "sec",
        ),
        ([{"quote": "sank"}], "0.verdict"),
        ([{"quote": "sank", "verdict": "VERDICT", "colour": "red"}], "0.colour"),
        ({"quote": "sank"}, "the list"),
        ([], "holds no answer"),
        ("[{", "cannot be read"),
        ('["\\ud800"]', "cannot be read"),
    ],
)
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_cannot_be_matched_is_refused_and_nothing_is_kept(
    desk: Desk, answers: Any, why: str
) -> None:
    labels = desk.bench.labels
    told = json.dumps(answers) if not isinstance(answers, str) else answers
    told = told.replace("VERDICT", labels.verdicts[0]).replace("OPEN", labels.open)
    with pytest.raises(BadInput, match="nothing was") as refused:
        plant(desk.bench, [desk.write(told)])
    assert why in refused.value.why
    with reading(desk.bench.engine) as session:
        assert facts.count(session, Article) == 1
        assert facts.count(session, GoldAnswer) == 0


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_no_answers_no_article_and_an_article_of_everybodys_are_refused(desk: Desk) -> None:
    (desk.folder / "weir.answers.json").write_text('[{"quote": "1999", "verdict": "verified"}]')
    (desk.folder / "alone.txt").write_text("Nobody knows the answer.")
    for name, why in (("weir", "loaded already"), ("alone", "No such file"), ("none", "exist")):
        with pytest.raises(BadInput) as refused:
            plant(desk.bench, [str(desk.folder / f"{name}.txt")])
        assert why in str(refused.value)
    with pytest.raises(BadInput):
        plant(desk.bench, [])


def test_one_bad_file_keeps_all_out(desk: Desk) -> None:
    good = desk.write(desk.answers())
    (desk.folder / "other.txt").write_text("The mill burnt down. The miller was out.")
    (desk.folder / "other.answers.json").write_text('[{"quote": "mill", "verdict": "verified"}]')
    with pytest.raises(BadInput):
        plant(desk.bench, [good, str(desk.folder / "other.txt")])
    assert list_planted(desk.bench) == []


def test_nothing_in_a_task_tells(desk: Desk) -> None:
    plant(desk.bench, [desk.write(desk.answers())])
    desk.publish()
    planted, plain = desk.by_title["Zanderfeld Ferry"], desk.by_title["Weir"]
    assert planted["data"].keys() == plain["data"].keys()
    assert planted.keys() == plain.keys()
    told = json.dumps([desk.fake.projects, planted]).casefold()
    assert not any(word in told for word in ("gold", "planted", "answer", desk.folder.name))
    articles = [desk.fake.tasks[n]["data"]["article_id"] for n in sorted(desk.fake.tasks)]
    assert articles == sorted(articles)


def test_reviewers_are_scored_and_nothing_else_is_counted(judged: Desk) -> None:
    found = report(judged.bench)
    by_name = {one.name: one for one in found.reviewers}
    knows, guesses = (by_name[name] for name in known_as(judged.bench, 2, 3))
    assert (knows.gold.hits, knows.gold.of, guesses.gold.hits, guesses.gold.of) == (2, 2, 1, 2)
    assert (guesses.gold.low, guesses.gold.high) == wilson(1, 2)
    assert (knows.judged, knows.finished, knows.added) == (1, 1, 0)
    assert found.labelled.alpha.units == 1
    assert sum(found.counts.claims.values()) == 2


def test_answers_are_read_by_the_names_of_today(judged: Desk) -> None:
    bench, first = judged.bench, judged.bench.labels.verdicts[0]
    with writing(bench.engine) as session:
        session.execute(
            update(GoldAnswer).where(col(GoldAnswer.verdict) == first).values(verdict="once")
        )
    known = bench.labels.known_labels | {"once": first}
    renamed = replace(bench, labels=replace(bench.labels, known_labels=known))
    scores = [one.gold.of for one in report(bench).reviewers]
    assert [one.gold.of for one in report(renamed).reviewers] == [of + 1 for of in scores]


def test_a_copied_answer_is_no_score(judged: Desk) -> None:
    judged.copy(4)
    assert known_as(judged.bench, 4)[0] not in {one.name for one in report(judged.bench).reviewers}
    assert [(one.code, one.planted) for one in status(judged.bench).flags] == [("copied", True)]


def test_work_on_planted_articles_is_collected_and_verified_like_all(judged: Desk) -> None:
    with reading(judged.bench.engine) as session:
        assert facts.count(session, Judgement) == 10
        assert questions.share(session, 2).claims == 5
    replay(judged.bench)
    verify(judged.bench)
    with apart(judged.bench) as then:
        assert list_planted(then) == list_planted(judged.bench)
        assert [one.gold for one in report(then).reviewers] == [
            one.gold for one in report(judged.bench).reviewers
        ]


def test_it_is_in_no_count_of_status_and_in_no_ranking(judged: Desk) -> None:
    found = status(judged.bench)
    assert (found.articles, found.published, found.judgements) == (1, 1, 2)
    assert sum(found.claims.values()) == 2
    assert rank(judged.bench).labels == 1


@pytest.fixture
def web(judged: Desk) -> Iterator[TestClient]:
    judged.copy(4)
    service = create_app(judged.bench, pages=[router], transport=judged.fake)
    with TestClient(service, base_url="http://127.0.0.1") as opened:
        opened.headers |= bearer(judged.bench, "admin")
        yield opened


def secrets(bench: Workbench) -> list[str]:
    """What nobody but operators may see: a word of the text, and every id."""
    known = list_planted(bench)
    with reading(bench.engine) as session:
        segments = facts.segments_of(session, {known[0].article})[known[0].article]
        said = [row["claim_id"] for row in derived.rows(session, Judgement)]
        visible = {one.id for one in segments_of_others(session, known[0].article)}
    ours = {one.id for one in segments} | (set(said) - visible)
    return [WORD, known[0].article, *sorted(ours)]


def segments_of_others(session: Session, article: str) -> list[Segment]:
    others = [id_ for id_, _ in facts.texts(session) if id_ != article]
    return [one for some in facts.segments_of(session, others).values() for one in some]


def leaked(told: str, hidden: list[str]) -> list[str]:
    return [secret for secret in hidden if secret in told]


def words_of(raw: bytes, format_name: str, folder: Path) -> str:
    """What an export tells whoever opens it."""
    path = folder / "export"
    path.write_bytes(raw)
    if format_name == "parquet":
        with duckdb.connect(":memory:") as read:
            return str(read.sql(f"SELECT * FROM read_parquet('{path}')").fetchall())
    if format_name == "xlsx":
        with ZipFile(path) as parts:
            return "".join(parts.read(name).decode() for name in parts.namelist())
    return raw.decode()


def test_no_export_in_any_format_holds_any_of_it(judged: Desk) -> None:
    hidden, holding = secrets(judged.bench), set()
    assert len(hidden) >= 6
    for recipe in recipes.every(bundled("exports")):
        for format_name in recipe.formats:
            with take_snapshot(judged.bench) as snapshot:
                raw = b"".join(recipes.render(recipe, snapshot, format_name))
            told = words_of(raw, format_name, judged.folder)
            assert leaked(told, hidden) == [], (recipe.name, format_name)
            holding |= {format_name} if "1999" in told else set()
    assert holding == recipes.FORMATS.keys()


def test_no_route_tells_any_of_it(judged: Desk, web: TestClient) -> None:
    hidden, asked = secrets(judged.bench), 0
    (visible,) = (one.id for one in _articles(judged.bench))
    for row in TABLE:
        method, path = row.split("?")[0].split(" ")
        if method != "GET" or path.startswith(("/login", "/docs", "/assets")):
            continue
        for name, format_name in (("claims", "csv"), ("articles", "html")):
            filled = path.replace("{article}", visible).replace("{claim}", hidden[2])
            filled = filled.replace("{name}", name).replace("{format}", format_name)
            answer = web.get(filled, headers={"Accept": "text/html"})
            assert leaked(answer.text, hidden) == [], filled
            asked += answer.status_code == 200
    assert asked > 25


def test_asked_for_by_its_id_it_is_not_there(judged: Desk, web: TestClient) -> None:
    _, article, claim, *_ = secrets(judged.bench)
    for path in (f"/articles/{article}", f"/api/v1/articles/{article}", f"/api/v1/claims/{claim}"):
        assert web.get(path).status_code == 404
    for path in (f"claims?article={article}", f"judgements?article={article}", "articles?story=z"):
        assert web.get(f"/api/v1/{path}").json()["items"] == []
    assert web.get("/api/v1/claims?story=zanderfeld").json()["items"] == []


def _articles(bench: Workbench) -> list[Any]:
    with take_snapshot(bench) as snapshot:
        return list(snapshot.articles)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_operators_plant_list_and_read_scores(
    judged: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = judged.bench.settings
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", str(settings.database_url))
    home = ["--home", str(settings.home)]
    listed = CliRunner().invoke(app, ["gold", "--list", *home]).stdout
    assert "Zanderfeld Ferry" in listed
    told = json.loads(CliRunner().invoke(app, ["gold", "--list", "--json", *home]).stdout)
    assert [one["verdict"] for one in told["items"]] == list(judged.bench.labels.verdicts[:2])
    again = CliRunner().invoke(app, ["gold", str(judged.folder / "ferry.txt"), *home])
    assert "0 articles planted, known before: 1; 2 answers" in again.stderr
    assert "PLANTED CLAIMS" in CliRunner().invoke(app, ["report", *home]).stdout
