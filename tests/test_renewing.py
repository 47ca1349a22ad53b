"""A newer segmenter cuts anew what nobody has judged, and nothing else."""

from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlmodel import col

from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.labelstudio.tasks import predicted
from claimdesk.models import Article, Publication, Segment, segment_id
from claimdesk.segmenting import VERSION
from claimdesk.store import facts
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_labelstudio import FakeLabelStudio, relabelled

TEXTS = ("Pier shut\n\nIt rained. It stopped.", "Bridge open\n\nIt snowed. It thawed. It froze.")


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """Two articles that stand in Label Studio, each cut into one piece by an older segmenter."""
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    load(bench, [str(tmp_path / "0.txt"), str(tmp_path / "1.txt")])
    client = Client(bench.settings, fake)
    publish(bench, client)
    with writing(bench.engine) as session:
        older = {number: [whole(number, text)] for number, text in facts.texts(session)}
        facts.replace_segments(session, VERSION - 1, older)
        session.execute(update(Publication).values(segmenter=VERSION - 1))
    for task in fake.tasks.values():
        segments = older[task["data"]["article_id"]]
        task["predictions"][0]["result"] = predicted(segments, bench.labels)
    return client


def whole(article: str, text: str) -> Segment:
    number = segment_id(article, 0, len(text))
    return Segment(id=number, article_id=article, position=0, start=0, end=len(text), role="body")


def shown(fake: FakeLabelStudio) -> dict[int, list[str]]:
    """The ids of the regions each task shows."""
    return {
        number: [region["id"] for region in task["predictions"][0]["result"]]
        for number, task in fake.tasks.items()
    }


def cut(bench: Workbench, fake: FakeLabelStudio) -> dict[int, list[str]]:
    """The ids of the segments of each task's article."""
    articles = {number: task["data"]["article_id"] for number, task in fake.tasks.items()}
    with reading(bench.engine) as session:
        segments = facts.segments_of(session, articles.values())
    return {number: [one.id for one in segments[name]] for number, name in articles.items()}


def versions(bench: Workbench) -> set[int]:
    with reading(bench.engine) as session:
        return set(session.scalars(select(col(Article.segmenter))))


def test_what_nobody_has_judged_is_cut_and_shown_anew(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = shown(fake)
    done = publish(bench, client)
    assert (done.anew, done.left, versions(bench)) == (2, 0, {VERSION})
    assert shown(fake) == cut(bench, fake) != before
    assert [len(ids) for ids in shown(fake).values()] == [3, 4]


def test_once_is_enough(bench: Workbench, fake: FakeLabelStudio, client: Client) -> None:
    publish(bench, client)
    fake.writes.clear()
    assert publish(bench, client).anew == 0
    assert not [one for one in fake.writes if "predictions" in one]


def test_what_somebody_has_judged_stays_as_it_is(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = shown(fake)
    fake.say(1, 2, relabelled(fake.tasks[1], {0: bench.labels.votes[0]}))
    pull(bench, client)
    done = publish(bench, client)
    assert (done.anew, done.left) == (1, 1)
    assert shown(fake)[1] == before[1] == cut(bench, fake)[1]
    assert shown(fake)[2] != before[2]


def test_an_annotation_that_was_not_collected_yet_is_seen(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = shown(fake)
    fake.say(1, 2, relabelled(fake.tasks[1], {0: bench.labels.votes[0]}))
    assert publish(bench, client).left == 1
    pull(bench, client)
    assert shown(fake)[1] == before[1] == cut(bench, fake)[1]


def test_what_was_cut_short_is_shown_the_next_time(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.broken = "predictions"
    with pytest.raises(LabelStudioTrouble):
        publish(bench, client)
    assert shown(fake) != cut(bench, fake)
    fake.broken = None
    publish(bench, client)
    assert shown(fake) == cut(bench, fake)


def test_whoever_had_it_open_is_read_by_where_it_stands(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    older = relabelled(fake.tasks[1], {0: bench.labels.votes[0]})
    publish(bench, client)
    fake.say(1, 2, older)
    assert pull(bench, client).refused == 0
