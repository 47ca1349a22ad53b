"""A third reader is asked where two leave claims open, for these claims, and never twice."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from claimdesk.errors import LabelStudioTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.models import Article, Consensus, GoldAnswer, Judgement, Rereading, Segment
from claimdesk.store import deliveries, rereadings
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import POLL, SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.history import apart
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reporting import report
from claimdesk.workflow.rereading import due
from claimdesk.workflow.verifying import verify

from .fake_labelstudio import FakeLabelStudio, relabelled

ARTICLE = "The pier is shut. Eleven piles are cracked. The mayor knew. She denies it all."
TASK, ADA, BO, CEM, DEE = 1, 2, 3, 4, 5

Row = dict[str, Any]


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    path = tmp_path / "pier.txt"
    path.write_text(ARTICLE)
    load(bench, [str(path)])
    client = Client(bench.settings, fake)
    publish(bench, client)
    return client


@pytest.fixture
def whole(fake: FakeLabelStudio, client: Client) -> list[Row]:
    """The regions that the first two are shown."""
    shown: list[Row] = json.loads(json.dumps(fake.tasks[TASK]["predictions"][0]["result"]))
    return shown


Say = Callable[..., Row]


@pytest.fixture
def say(bench: Workbench, fake: FakeLabelStudio, whole: list[Row]) -> Say:
    """A reviewer gives every region of the whole article a verdict, by its place."""

    def said(reviewer: int, *verdicts: int, **fields: Any) -> Row:
        labels = dict(enumerate(bench.labels.verdicts[one] for one in verdicts))
        task = {"predictions": [{"result": whole}]}
        return fake.say(TASK, reviewer, relabelled(task, labels), **fields)

    return said


@pytest.fixture
def disputed(bench: Workbench, client: Client, say: Say) -> None:
    """Two reviewers agree on the first claim and the last, and on no other."""
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 1, 2, 2)
    pull(bench, client)


def shown(fake: FakeLabelStudio) -> list[str]:
    return [region["id"] for region in fake.tasks[TASK]["predictions"][0]["result"]]


def ids(regions: list[Row], *numbers: int) -> list[str]:
    return [regions[one]["id"] for one in numbers]


def votes(bench: Workbench) -> dict[str, int]:
    """How many judgements there are of each claim."""
    with reading(bench.engine) as session:
        found = list(session.scalars(select(col(Judgement.claim_id))))
    return {claim: found.count(claim) for claim in found}


def asked(bench: Workbench) -> list[tuple[int, list[str]]]:
    with reading(bench.engine) as session:
        found = session.scalars(select(Rereading).order_by(col(Rereading.reading)))
        return [(one.reading, one.claims) for one in found]


def patched(fake: FakeLabelStudio) -> list[str]:
    return [one for one in fake.writes if one.startswith("PATCH") and "projects" not in one]


@pytest.mark.usefixtures("disputed")
def test_a_third_reader_is_shown_the_open_claims_and_the_first_two_nothing(
    bench: Workbench, fake: FakeLabelStudio, whole: list[Row]
) -> None:
    assert shown(fake) == ids(whole, 1, 2)
    assert fake.next_task(1, ADA) is fake.next_task(1, BO) is None
    assert fake.next_task(1, CEM) is fake.tasks[TASK]
    assert asked(bench) == [(3, ids(whole, 1, 2))]


def test_where_two_agree_nobody_else_is_asked(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(ADA, 0, 1, 2, 0)
    say(BO, 0, 1, 2, 0)
    assert pull(bench, client).reread == 0
    assert fake.next_task(1, CEM) is None
    assert asked(bench) == patched(fake) == []


def test_nobody_is_asked_before_the_second_is_done(
    bench: Workbench, client: Client, say: Say
) -> None:
    say(ADA, 0, 1, 2, 0)
    say(BO, 0, 0, 0, 0, was_cancelled=True)
    assert pull(bench, client).reread == 0


@pytest.mark.usefixtures("disputed")
@pytest.mark.parametrize("depth", [POLL, SWEEP])
def test_nothing_is_asked_for_twice(
    bench: Workbench, fake: FakeLabelStudio, client: Client, depth: str
) -> None:
    assert len(patched(fake)) == 2
    assert pull(bench, client, depth=depth).reread == pull(bench, client, depth=depth).reread == 0
    publish(bench, client)
    assert len(patched(fake)) == 2


@pytest.mark.usefixtures("disputed")
def test_the_third_reading_counts_for_what_was_asked_and_nothing_else(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row]
) -> None:
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[1]}))
    pull(bench, client)
    assert votes(bench) == dict(zip(ids(whole, 0, 1, 2, 3), [2, 3, 2, 2], strict=True))
    assert fake.tasks[TASK]["is_labeled"]
    assert len(asked(bench)) == 1


@pytest.mark.usefixtures("disputed")
def test_a_claim_that_was_asked_for_and_is_deleted_is_no_claim(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row]
) -> None:
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[0]}, drop=(1,)))
    pull(bench, client)
    assert said_by(bench, CEM) == {
        whole[1]["id"]: bench.labels.verdicts[0],
        whole[2]["id"]: bench.labels.reject,
    }


def said_by(bench: Workbench, reviewer: int) -> dict[str, str]:
    with reading(bench.engine) as session:
        theirs = select(Judgement).where(col(Judgement.reviewer_id) == reviewer)
        return {one.claim_id: one.verdict for one in session.scalars(theirs)}


@pytest.mark.usefixtures("disputed")
@pytest.mark.parametrize("left", [0, 2])
def test_a_second_look_in_part_takes_nothing_back(
    bench: Workbench, fake: FakeLabelStudio, client: Client, left: int
) -> None:
    before, decided_before = said_by(bench, BO), settled(bench)
    read_before = [(one.judged, one.untouched) for one in report(bench).reviewers]
    verdicts = dict.fromkeys(range(left), bench.labels.verdicts[2])
    shown_now = relabelled(fake.tasks[TASK], verdicts)
    fake.say(TASK, BO, shown_now[:left])
    pull(bench, client)
    assert said_by(bench, BO) == before
    assert settled(bench) == decided_before
    assert [(one.judged, one.untouched) for one in report(bench).reviewers] == read_before
    assert fake.next_task(1, CEM) is not None
    verify(bench)


@pytest.mark.usefixtures("disputed")
def test_of_two_readings_of_all_the_later_one_stays_under_a_look_in_part(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(BO, 1, 1, 1, 1)
    pull(bench, client)
    before = said_by(bench, BO), settled(bench)
    fake.say(TASK, BO, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[2]}))
    pull(bench, client)
    assert (said_by(bench, BO), settled(bench)) == before


def test_an_annotation_in_which_nothing_stands_takes_nothing_back(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(ADA, 0, 0, 1, 2)
    pull(bench, client)
    before = said_by(bench, ADA)
    fake.say(TASK, ADA, [])
    fake.say(TASK, BO, [])
    assert pull(bench, client).refused == 2
    assert said_by(bench, ADA) == before
    with reading(bench.engine) as session:
        (article,) = session.scalars(select(col(Article.id)))
        assert deliveries.finished(session, [article]) == {article: 1}


@pytest.mark.usefixtures("disputed")
def test_whoever_skips_what_they_had_read_has_not_read_it(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.say(TASK, BO, [], was_cancelled=True)
    pull(bench, client)
    assert said_by(bench, BO) == {}
    with reading(bench.engine) as session:
        (article,) = session.scalars(select(col(Article.id)))
        assert deliveries.finished(session, [article]) == {article: 1}


def test_whoever_skipped_it_before_may_be_the_third_reader(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row], say: Say
) -> None:
    fake.say(TASK, CEM, [], was_cancelled=True)
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 1, 2, 2)
    pull(bench, client)
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[1]}))
    pull(bench, client)
    assert votes(bench)[whole[1]["id"]] == 3


@pytest.mark.usefixtures("disputed")
def test_whoever_had_all_of_it_open_is_read_as_a_reader_of_all(
    bench: Workbench, client: Client, say: Say, whole: list[Row]
) -> None:
    say(CEM, 1, 1, 1, 1)
    pull(bench, client)
    assert votes(bench) == dict.fromkeys(ids(whole, 0, 1, 2, 3), 3)


@pytest.mark.usefixtures("disputed")
def test_a_first_reader_who_changes_their_mind_is_read_as_a_reader_of_all(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row]
) -> None:
    fake.change(1, result=relabelled({"predictions": [{"result": whole[1:3]}]}, {}))
    pull(bench, client)
    with reading(bench.engine) as session:
        said = session.get_one(Judgement, (whole[0]["id"], ADA)).verdict
    assert said == bench.labels.reject


@pytest.mark.usefixtures("disputed")
def test_a_region_drawn_over_a_claim_that_was_not_asked_for_speaks_of_that_claim(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row]
) -> None:
    again = whole[0] | {"id": "drawn"}
    again["value"] = again["value"] | {"labels": [bench.labels.verdicts[0]]}
    fake.say(TASK, CEM, [*fake.tasks[TASK]["predictions"][0]["result"], again])
    pull(bench, client)
    assert votes(bench) == dict(zip(ids(whole, 0, 1, 2, 3), [3, 2, 2, 2], strict=True))


@pytest.mark.usefixtures("disputed")
def test_what_was_asked_for_stays_when_a_first_reader_settles_it(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say, whole: list[Row]
) -> None:
    settled = fake.annotations[2]["result"]
    fake.change(1, result=settled)
    assert pull(bench, client).reread == 0
    assert shown(fake) == ids(whole, 1, 2)
    assert fake.next_task(1, CEM) is not None


@pytest.mark.parametrize("broken", ["predictions", "tasks"])
def test_what_was_cut_short_is_finished_by_the_next_look(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say, broken: str
) -> None:
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 1, 2, 2)
    fake.broken = broken
    with pytest.raises(LabelStudioTrouble):
        pull(bench, client)
    assert fake.next_task(1, CEM) is None  # nobody gets more than is asked for
    fake.broken = None
    assert pull(bench, client).reread == 0
    assert fake.next_task(1, CEM) is not None
    assert len(shown(fake)) == 2


@pytest.mark.usefixtures("disputed")
def test_a_number_that_somebody_flattened_is_put_right(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.tasks[TASK] |= {"overlap": 2, "is_labeled": True}
    pull(bench, client, depth=SWEEP)
    assert fake.next_task(1, CEM) is fake.tasks[TASK]


def test_somebody_else_reads_what_a_copy_was_made_of(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 0, 1, 2, parent_annotation=1, parent_prediction=None)
    assert fake.next_task(1, CEM) is None
    assert pull(bench, client).reread == 0
    assert fake.next_task(1, CEM) is fake.tasks[TASK]
    assert len(shown(fake)) == 4
    say(CEM, 0, 0, 1, 2)
    pull(bench, client)
    assert fake.next_task(1, DEE) is None
    assert len(patched(fake)) == 1


@pytest.mark.usefixtures("disputed")
def test_somebody_else_reads_again_where_the_third_has_copied(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    copied = relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[1]})
    fake.say(TASK, CEM, copied, parent_annotation=1, parent_prediction=None)
    pull(bench, client)
    assert fake.next_task(1, CEM) is None
    assert fake.next_task(1, DEE) is fake.tasks[TASK]


def test_a_desk_may_do_without(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Say
) -> None:
    settings = bench.settings.model_copy(update={"most_readings": 2})
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 1, 2, 2)
    assert pull(replace(bench, settings=settings), client).reread == 0
    assert fake.next_task(1, CEM) is None


@pytest.mark.usefixtures("disputed")
def test_a_fourth_is_asked_for_what_is_open_then(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row]
) -> None:
    more = replace(bench, settings=bench.settings.model_copy(update={"most_readings": 4}))
    verdicts = bench.labels.verdicts
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: verdicts[1], 1: verdicts[0]}))
    assert pull(more, client).reread == 1
    assert asked(bench) == [(3, ids(whole, 1, 2)), (4, ids(whole, 1, 2))]
    assert fake.next_task(1, CEM) is None
    assert fake.next_task(1, DEE) is not None


@pytest.mark.usefixtures("disputed")
def test_how_many_readings_are_asked_for_is_told(bench: Workbench) -> None:
    with reading(bench.engine) as session:
        (article,) = session.scalars(select(col(Article.id)))
        assert rereadings.readings_asked(session, [article, "other"], 2) == {article: 3, "other": 2}
        assert deliveries.finished(session, [article]) == {article: 2}


def make_planted(bench: Workbench) -> None:
    """As if the article had been planted, with an answer to one of its claims."""
    with writing(bench.engine) as session:
        article = session.scalars(select(Article)).one()
        article.gold = True
        verdict = bench.labels.verdicts[0]
        session.add(GoldAnswer(claim_id="any", article_id=article.id, verdict=verdict))


def with_settings(bench: Workbench, **changed: Any) -> Workbench:
    return replace(bench, settings=bench.settings.model_copy(update=changed))


@pytest.mark.parametrize("settings", [{}, {"strict": True}, {"min_reviewers": 4}])
@pytest.mark.parametrize(
    "verdicts",
    [
        ((0, 0, 1, 2), (0, 1, 2, 2), (0, 1, 1, 2)),
        ((0, 1, 2, 0), (0, 1, 2, 0), (0, 1, 2, 0)),
        ((0, 1, 2, 0), (2, 2, 0, 1), (1, 0, 1, 0)),
    ],
)
def test_what_was_planted_is_read_as_often_as_anything_else(
    bench: Workbench, client: Client, say: Say, settings: Row, verdicts: tuple[tuple[int, ...]]
) -> None:
    for reviewer, said in zip((ADA, BO, CEM), verdicts, strict=True):
        say(reviewer, *said)
    pull(with_settings(bench, most_readings=2, **settings), client)
    bench = with_settings(bench, most_readings=4, **settings)
    with writing(bench.engine) as session:  # as if they had taken furniture for a claim
        session.scalars(select(Segment).where(col(Segment.position) == 3)).one().role = "heading"
    with reading(bench.engine) as session:
        before = due(session, bench)
    make_planted(bench)
    with reading(bench.engine) as session:
        assert due(session, bench) == due(session, bench, before) == before


def test_a_third_reader_of_what_was_planted_is_shown_the_open_claims(
    bench: Workbench, fake: FakeLabelStudio, client: Client, whole: list[Row], say: Say
) -> None:
    make_planted(bench)
    say(ADA, 0, 0, 1, 2)
    say(BO, 0, 1, 2, 2)
    assert [pull(bench, client).reread, pull(bench, client, depth=SWEEP).reread] == [1, 0]
    assert shown(fake) == ids(whole, 1, 2)
    assert fake.next_task(1, CEM) is fake.tasks[TASK]
    with reading(bench.engine) as session:
        assert list(session.scalars(select(Consensus))) == []


@pytest.mark.usefixtures("disputed")
def test_derived_again_it_is_the_same(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[1]}))
    pull(bench, client)
    before = settled(bench)
    assert verify(bench).entries == 3
    with apart(bench) as again:
        assert settled(again) == before
    replay(bench)
    assert settled(bench) == before


def settled(bench: Workbench) -> list[tuple[Any, ...]]:
    with reading(bench.engine) as session:
        found = session.scalars(select(Consensus).order_by(col(Consensus.claim_id)))
        return [(one.claim_id, one.state, one.verdict, one.votes) for one in found]


@pytest.mark.usefixtures("disputed")
def test_claims_that_a_third_reader_was_not_shown_are_no_gaps(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    before = report(bench).placed
    fake.say(TASK, CEM, relabelled(fake.tasks[TASK], {0: bench.labels.verdicts[1]}))
    pull(bench, client)
    after = report(bench)
    assert after.placed == before
    of = {one.judged: one.untouched.of for one in after.reviewers}
    assert of == {4: 4, 1: 2}
