"""Load and publish: once each, whatever is repeated, missing or doubled."""

from pathlib import Path

import pytest

from claimdesk.codebook import revision_in
from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.models import Article, Segment
from claimdesk.settings import bundled
from claimdesk.store import facts
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_labelstudio import FakeLabelStudio


def counts(bench: Workbench) -> tuple[int, int]:
    with reading(bench.engine) as session:
        return facts.count(session, Article), facts.count(session, Segment)


def test_the_sample_is_loaded_once(bench: Workbench) -> None:
    samples = str(bundled("samples"))
    first = load(bench, [samples])
    before = counts(bench)
    again = load(bench, [samples, samples])
    assert (first.new, first.refused) == (6, [])
    assert (again.new, again.known) == (0, 6)
    assert counts(bench) == before


def test_a_changed_text_is_a_new_revision_of_the_old(bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "pier", "text": "Shut."}')
    load(bench, [str(path)])
    path.write_text('{"id": "pier", "text": "Shut again."}')
    load(bench, [str(path)])
    with reading(bench.engine) as session:
        newest = session.get_one(Article, facts.named_articles(session, ["pier"])["pier"])
        replaced = session.get_one(Article, newest.replaces)
    assert (newest.text, replaced.text) == ("Shut again.", "Shut.")


def test_one_name_for_two_texts_is_refused_and_the_first_stands(
    bench: Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n{"text": "Three."}')
    loaded = load(bench, [str(path)])
    assert (loaded.new, len(loaded.refused)) == (2, 1)
    assert "a.jsonl:1" in loaded.refused[0].why


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio) -> Client:
    load(bench, [str(bundled("samples"))])
    return Client(bench.settings, fake)


def test_each_article_becomes_one_task(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    assert publish(bench, client).new == 6
    assert len({task["data"]["article_id"] for task in fake.tasks.values()}) == 6


def test_publishing_again_writes_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    fake.projects[1]["total_predictions_number"] = 6
    publish(bench, client)
    fake.writes.clear()
    assert publish(bench, client).new == 0
    assert fake.writes == []


def test_regions_are_the_claims_by_id_and_place(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    task = fake.tasks[1]
    with reading(bench.engine) as session:
        article = task["data"]["article_id"]
        segments = facts.segments_of(session, [article])[article]
    regions = task["predictions"][0]["result"]
    assert [(r["id"], r["value"]["start"], r["value"]["end"]) for r in regions] == [
        (s.id, s.start, s.end) for s in segments
    ]


def test_an_import_whose_answer_was_lost_is_not_repeated(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    with bench.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM publication")
    assert publish(bench, client).new == 0
    assert len(fake.tasks) == 6


def test_twins_are_reduced_to_the_one_that_was_judged(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    fake.tasks[7] = fake.tasks[1] | {"id": 7}
    fake.say(7, 2, [])
    with bench.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM publication")
    publish(bench, client)
    assert sorted(fake.tasks) == [2, 3, 4, 5, 6, 7]


def test_a_task_that_was_deleted_is_published_again(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    fake.remove_task(3)
    assert publish(bench, client).new == 1
    assert len(fake.tasks) == 6


def test_the_project_is_brought_back_to_the_contract(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    fake.projects[1] |= {"label_config": "<View/>", "show_collab_predictions": False}
    publish(bench, client)
    assert fake.projects[1]["label_config"] == bench.labels.xml
    assert fake.projects[1]["show_collab_predictions"] is True


def test_the_doorbell_hangs_once_and_is_repaired(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    settings = bench.settings.model_copy(update={"backend_url": "http://127.0.0.1:8000"})
    ringing = Workbench(settings=settings, labels=bench.labels, engine=bench.engine)
    publish(ringing, client)
    publish(ringing, client)
    assert len(fake.webhooks) == 1
    fake.webhooks[1]["url"] = "http://127.0.0.1:9999/api/v1/doorbell"
    publish(ringing, client)
    (hung,) = fake.webhooks.values()
    assert hung["url"] == "http://127.0.0.1:8000/api/v1/doorbell"
    assert hung["send_payload"] is True


def test_another_version_of_label_studio_is_refused_untouched(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.version = "1.13.0"
    with pytest.raises(LabelStudioTrouble, match=r"1\.13\.0"):
        publish(bench, client)
    assert fake.writes == []


def test_reviewers_are_shown_the_codebook(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    publish(bench, client)
    shown = fake.projects[1]["expert_instruction"]
    assert "<h1>How to judge claims</h1>" in shown
    assert revision_in(shown) == bench.codebook.revision
