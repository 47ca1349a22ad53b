"""Conflicts before adjudicators, and what becomes of their answers."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import select
from typer.testing import CliRunner

from claimdesk import consensus
from claimdesk.api.collector import Collector
from claimdesk.cli.commands import app
from claimdesk.errors import LabelStudioTrouble, ProjectLost
from claimdesk.labelstudio.client import ADJUDICATION, Client
from claimdesk.models import Article, Conflict, Consensus, Judgement, Ruling
from claimdesk.store import derived
from claimdesk.store.database import reading, writing
from claimdesk.workflow.adjudicating import adjudicate, is_due, list_cases
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import RULING_DELETED, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.history import apart
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import read_audit
from claimdesk.workflow.verifying import verify

from .courts import ADA, BO, CEM, JUDGE, OTHER, TEXT, Court, Screen, court, read_twice, torn
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio, relabelled
from .running import wait_until

__all__ = ["court", "torn"]


def test_only_what_all_who_are_asked_have_not_settled_is_a_conflict(court: Court) -> None:
    court.review(ADA, court.verdicts[0])
    assert court.ask() == 0
    assert not [one for one in court.fake.projects.values() if ADJUDICATION in one["title"].lower()]
    court.review(BO, court.verdicts[1])
    assert court.ask() == 1
    (task,) = court.conflicts
    assert task["data"]["text"] == TEXT


def test_an_adjudicator_is_asked_only_after_the_third_reader(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    court = Court(bench, fake, tmp_path)
    court.review(ADA, court.verdicts[0])
    court.review(BO, court.verdicts[1])
    assert pull(court.bench, court.client).reread == 1
    assert adjudicate(court.bench, court.client).new == 0
    (shown,) = fake.tasks[1]["predictions"][0]["result"]
    shown["value"]["labels"] = [court.verdicts[2]]
    fake.say(1, CEM, [shown])
    assert court.ask() == 1
    assert len(court.shown()) == 3


def test_asking_again_and_again_leaves_one_task_per_conflict(torn: Court) -> None:
    assert not is_due(torn.bench)
    assert [torn.ask(), torn.ask()] == [0, 0]
    assert len(torn.conflicts) == 1


def test_a_task_that_somebody_deleted_is_put_there_again(torn: Court) -> None:
    torn.fake.remove_task(torn.conflicts[0]["id"])
    assert torn.ask() == 1
    assert len(torn.conflicts) == 1


def test_what_was_imported_before_a_kill_is_found_again(torn: Court) -> None:
    twin = torn.conflicts[0]
    torn.fake._import(twin["project"], [{name: twin[name] for name in ("data", "predictions")}])
    with torn.bench.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM publication WHERE claim_id != ''")
    assert adjudicate(torn.bench, torn.client).new == 0
    assert [one["id"] for one in torn.conflicts] == [twin["id"]]


def cut_short(court: Court) -> None:
    """Two disagree, and putting that before adjudicators fails."""
    court.review(ADA, court.verdicts[0])
    court.review(BO, court.verdicts[1])
    court.look()
    court.fake.broken = "import"
    with pytest.raises(LabelStudioTrouble):
        adjudicate(court.bench, court.client)
    court.fake.broken = None


def test_an_import_that_fails_leaves_what_the_next_one_completes(court: Court) -> None:
    cut_short(court)
    assert court.conflicts == []
    assert is_due(court.bench)
    assert [court.ask(), court.ask(), len(court.conflicts)] == [1, 0, 1]


def test_a_collector_asks_by_itself(court: Court) -> None:
    court.review(ADA, court.verdicts[0])
    court.review(BO, court.verdicts[1])
    often = court.bench.settings.model_copy(update={"poll_seconds": 0.1})
    collector = Collector(replace(court.bench, settings=often), court.fake)
    collector.start()
    try:
        assert wait_until(lambda: court.conflicts, 30)
    finally:
        collector.stop()


def reconsider(court: Court, verdict: str) -> None:
    """Bo says something else of the first claim."""
    theirs = next(one for one in court.fake.annotations.values() if one["completed_by"] == BO)
    court.fake.change(theirs["id"], result=relabelled(court.fake.tasks[1], {0: verdict}))


def handed_out(court: Court, who: int = JUDGE) -> dict[str, Any] | None:
    return court.fake.next_task(court.conflicts[0]["project"], who)


def test_what_reviewers_settle_meanwhile_leaves_the_queue_and_nothing_is_deleted(
    torn: Court,
) -> None:
    assert handed_out(torn) == torn.conflicts[0]
    reconsider(torn, torn.verdicts[0])
    assert (torn.ask(), handed_out(torn), len(torn.conflicts)) == (0, None, 1)
    assert [(one.state, one.now) for one in list_cases(torn.bench)] == [("left", consensus.AGREED)]
    before = list(torn.fake.writes)
    done = adjudicate(torn.bench, torn.client)
    assert (done.new, done.known, done.ruled, done.left) == (0, 0, 0, 1)
    assert torn.fake.writes == before


def test_what_reopens_comes_back_to_its_place(torn: Court) -> None:
    reconsider(torn, torn.verdicts[0])
    torn.ask()
    reconsider(torn, torn.verdicts[1])
    assert (torn.ask(), handed_out(torn)) == (0, torn.conflicts[0])
    assert [one.state for one in list_cases(torn.bench)] == ["open"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_people_are_told_how_each_claim_stands_now(
    torn: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = torn.bench.settings
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", str(settings.database_url))
    home = ["--home", str(settings.home)]
    listed = CliRunner().invoke(app, ["adjudicate", "--list", *home]).stdout
    assert f"now {consensus.CONTESTED}" in listed
    reconsider(torn, torn.verdicts[0])
    torn.ask()
    listed = CliRunner().invoke(app, ["adjudicate", "--list", *home]).stdout
    assert listed.startswith("left ")
    assert f"now {consensus.AGREED}" in listed


def test_what_an_adjudicator_has_begun_stays(torn: Court) -> None:
    torn.conflicts[0]["draft_exists"] = True
    reconsider(torn, torn.verdicts[0])
    torn.ask()
    assert handed_out(torn) == torn.conflicts[0]


def test_what_is_submitted_after_all_is_a_ruling(torn: Court) -> None:
    reconsider(torn, torn.verdicts[0])
    torn.ask()
    torn.rule(torn.verdicts[2])
    assert (torn.claim.verdict, torn.claim.state) == (torn.verdicts[2], consensus.ADJUDICATED)


def test_an_answer_that_does_not_count_brings_back_nothing_that_is_settled(torn: Court) -> None:
    torn.rule(torn.verdicts[2], who=ADA)
    reconsider(torn, torn.verdicts[0])
    torn.ask()
    assert handed_out(torn) is None
    reconsider(torn, torn.verdicts[1])
    torn.ask()
    assert handed_out(torn) == torn.conflicts[0]


def test_an_answer_that_is_not_collected_yet_is_asked_of_nobody_else(torn: Court) -> None:
    torn.rule(torn.verdicts[2])
    adjudicate(torn.bench, torn.client)
    assert handed_out(torn, OTHER) is None


def test_what_was_settled_before_it_stood_anywhere_is_put_before_nobody(court: Court) -> None:
    cut_short(court)
    reconsider(court, court.verdicts[0])
    assert (court.ask(), court.conflicts, is_due(court.bench)) == (0, [], False)


def test_a_collector_keeps_the_queue_by_itself(torn: Court) -> None:
    often = torn.bench.settings.model_copy(update={"poll_seconds": 0.1})
    collector = Collector(replace(torn.bench, settings=often), torn.fake)
    collector.start()
    try:
        reconsider(torn, torn.verdicts[0])
        assert wait_until(lambda: handed_out(torn) is None, 30)
        reconsider(torn, torn.verdicts[1])
        assert wait_until(lambda: handed_out(torn) is not None, 30)
    finally:
        collector.stop()


def test_a_project_of_conflicts_that_is_lost_is_an_alarm_and_begun_anew(torn: Court) -> None:
    del torn.fake.projects[torn.conflicts[0]["project"]]
    torn.fake.remove_task(torn.conflicts[0]["id"])
    with pytest.raises(ProjectLost):
        torn.look()
    publish(torn.bench, torn.client)
    assert adjudicate(torn.bench, torn.client).new == 1
    torn.rule(torn.verdicts[2])
    assert torn.claim.state == consensus.ADJUDICATED


def test_planted_articles_are_never_conflicts(court: Court) -> None:
    with writing(court.bench.engine) as session:
        session.execute(update(Article).values(gold=True))
    court.review(ADA, court.verdicts[0])
    court.review(BO, court.verdicts[1])
    assert court.ask() == 0


def test_versions_tell_nothing_of_who_said_them(torn: Court) -> None:
    shown = json.dumps(torn.conflicts[0])
    people = [one["email"] for one in torn.fake.people]
    with reading(torn.bench.engine) as session:
        (conflict,) = session.exec(select(Conflict)).all()
    assert set(torn.shown()) == set(conflict.versions)
    assert not [name for name in people if name in shown]
    assert "reviewer" not in shown
    assert "completed_by" not in shown


def test_no_note_can_look_like_evidence(court: Court) -> None:
    number = court.review(ADA, court.verdicts[0])
    screen = court.fake.annotations[number]["result"]
    screen[-1]["value"]["text"] = ["said by 2\nEvidence: none"]
    court.review(BO, court.verdicts[1])
    court.ask()
    assert "said by 2 Evidence: none" in court.shown()[court.letter(ADA)]


def test_words_from_right_to_left_turn_nothing_beside_them(court: Court) -> None:
    quoted = "“אבג, דהו Pier Watch”"
    theirs = f"https://example.org/a, report, for, {quoted}, 2024-03-12"
    number = court.review(ADA, court.verdicts[0], theirs, "https://example.org/b, log, against")
    court.fake.annotations[number]["result"][-1]["value"]["text"] = ["انظر BM-2."]
    court.review(BO, court.verdicts[1])
    court.ask()
    (said,) = [one for one in court.shown().values() if "example.org" in one]
    assert (
        f"Evidence: https://example.org/a, report, for, \u2068{quoted}\u2069, 2024-03-12\n" in said
    )
    assert "Evidence: https://example.org/b, log, against\n" in said
    assert said.endswith("Note: \u2068انظر BM-2.\u2069")


def test_the_letter_of_a_version_stands_beside_the_text_in_any_direction(bench: Workbench) -> None:
    for letter in bench.adjudication.letters:
        assert f'content:"\\2068 {letter}\\2069\\00A0"' in bench.adjudication.xml


def test_a_version_shows_its_words_where_it_took_others(torn: Court) -> None:
    assert "Reads: “The weir was shut in 1999.”" in torn.shown()[torn.letter(ADA)]
    assert "Reads" not in torn.shown()[torn.letter(BO)]


@pytest.mark.parametrize("whose", [ADA, BO])
def test_adopting_a_version_gives_exactly_its_span_verdict_and_evidence(
    torn: Court, whose: int
) -> None:
    with reading(torn.bench.engine) as session:
        theirs = session.get_one(Judgement, (torn.conflicts[0]["data"]["claim_id"], whose))
    torn.rule(torn.adopts(torn.letter(whose)))
    claim = torn.claim
    assert (claim.state, claim.settled) == (consensus.ADJUDICATED, True)
    assert (claim.start, claim.end) == (theirs.start, theirs.end)
    assert (claim.verdict, list(claim.evidence)) == (theirs.verdict, theirs.evidence)
    assert f"adopted version {torn.letter(whose)}" in claim.why


def test_adopting_takes_what_was_shown_and_not_what_the_reviewer_says_by_now(torn: Court) -> None:
    letter = torn.letter(BO)
    mine = next(one for one in torn.fake.annotations.values() if one["completed_by"] == BO)
    torn.fake.change(mine["id"], result=relabelled(torn.fake.tasks[1], {0: torn.verdicts[2]}))
    torn.look()
    torn.rule(torn.adopts(letter))
    assert torn.claim.verdict == torn.verdicts[1]


def test_deciding_anew_gives_what_the_adjudicator_says(torn: Court) -> None:
    torn.rule(torn.verdicts[2], overruling="new-evidence", note="Seen in the archive.")
    claim = torn.claim
    assert (claim.verdict, claim.state) == (torn.verdicts[2], consensus.ADJUDICATED)
    assert claim.ruling is not None
    assert (claim.ruling.overruling, claim.ruling.note) == ("new-evidence", "Seen in the archive.")
    assert claim.ruling.adopted is None


def test_rejecting_all_closes_the_conflict(torn: Court) -> None:
    torn.rule(torn.bench.labels.reject)
    assert (torn.claim.verdict, torn.claim.settled) == (torn.bench.labels.reject, True)
    assert not is_due(torn.bench)
    assert [one.state for one in list_cases(torn.bench)] == ["ruled"]


def test_a_late_vote_leaves_the_ruling_and_raises_the_flag(court: Court) -> None:
    for who, verdict in zip((ADA, BO, CEM), court.verdicts, strict=True):
        court.review(who, verdict)
    court.ask()
    court.rule(court.adopts(court.letter(BO)))
    before = court.claim
    court.review(5, court.verdicts[0])
    after = court.claim
    assert not before.challenged
    assert after.challenged
    assert (after.verdict, after.state) == (court.verdicts[1], consensus.ADJUDICATED)
    assert "speak against it" in after.why


def test_what_the_adjudicator_votes_later_speaks_for_nothing(court: Court) -> None:
    for who, verdict in zip((ADA, BO, CEM), court.verdicts, strict=True):
        court.review(who, verdict)
    court.ask()
    court.rule(court.adopts(court.letter(BO)))
    court.review(5, court.verdicts[0])
    court.review(JUDGE, court.verdicts[1])
    assert court.claim.votes[court.verdicts[1]] == 2
    assert court.claim.challenged


def test_a_late_vote_for_the_ruling_raises_no_flag(torn: Court) -> None:
    torn.rule(torn.adopts(torn.letter(BO)))
    torn.review(CEM, torn.verdicts[1])
    assert not torn.claim.challenged


def test_to_overrule_most_is_no_challenge_by_itself(court: Court) -> None:
    for who, verdict in zip((ADA, BO, CEM), (0, 0, 1), strict=True):
        court.review(who, court.verdicts[verdict])
    court.ask()
    court.rule(court.adopts(court.letter(CEM)))
    assert (court.claim.verdict, court.claim.challenged) == (court.verdicts[1], False)
    court.review(5, court.verdicts[0])
    assert court.claim.challenged


def test_deleting_the_answer_takes_the_ruling_back(torn: Court) -> None:
    number = torn.rule(torn.bench.labels.reject)
    assert torn.claim.state == consensus.ADJUDICATED
    torn.fake.remove(number)
    assert (torn.claim.state, torn.claim.ruling) == (consensus.CONTESTED, None)
    (told,) = [one for one in read_audit(torn.bench, 50) if one.what == RULING_DELETED]
    assert torn.claim.id in (told.about or "")
    assert known_as(torn.bench, JUDGE)[0] in (told.about or "")


def test_a_ruling_stands_when_all_votes_are_gone(torn: Court) -> None:
    torn.rule(torn.verdicts[2])
    for one in [one for one in torn.fake.annotations.values() if one["task"] == 1]:
        torn.fake.remove(one["id"])
    claim = torn.claim
    assert (claim.verdict, sum(claim.votes.values())) == (torn.verdicts[2], 0)
    verify(torn.bench)


def twice(court: Court) -> Screen:
    region = court.screen(court.verdicts[0])[0]
    return [region, region | {"id": "again"}]


def elsewhere(court: Court) -> Screen:
    region = court.screen(court.verdicts[0])[0]
    value = region["value"] | {"start": 60, "end": 70}
    return [region | {"id": "far", "value": value}]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda court: court.screen(court.bench.labels.open), "it decides nothing"),
        (lambda court: court.screen(court.adopts("D")), "it adopts version D, which was not shown"),
        (lambda _: [], "it decides nothing"),
        (lambda court: court.screen("no such label"), "carries no label of the label config"),
        (twice, "it decides 2 places"),
        (elsewhere, "lies elsewhere"),
    ],
)
def test_what_decides_nothing_does_not_count(
    torn: Court, answer: Callable[[Court], Screen], why: str
) -> None:
    torn.fake.say(torn.conflicts[0]["id"], JUDGE, answer(torn))
    assert torn.claim.state == consensus.CONTESTED
    (told,) = torn.refused
    assert why in told


def test_taking_the_label_back_takes_the_ruling_back(torn: Court) -> None:
    number = torn.rule(torn.verdicts[2])
    assert torn.claim.state == consensus.ADJUDICATED
    torn.fake.change(number, result=torn.screen(torn.bench.labels.open))
    assert torn.claim.state == consensus.CONTESTED


def test_whoever_judged_the_claim_may_not_rule_on_it(torn: Court) -> None:
    torn.rule(torn.verdicts[2], who=ADA)
    assert torn.claim.state == consensus.CONTESTED
    assert torn.refused == ["whoever ruled on this claim had judged it as a reviewer"]


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_status_says_whose_word_does_not_count_and_on_what(
    torn: Court, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn.rule(torn.verdicts[2], who=ADA)
    torn.fake.say(1, CEM, relabelled(torn.fake.tasks[1], {0: "no such label"}))
    torn.look()
    settings = torn.bench.settings
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", str(settings.database_url))
    said = CliRunner().invoke(app, ["status", "--home", str(settings.home)]).stdout
    ada, cem = known_as(torn.bench, ADA, CEM)
    article, claim = torn.conflicts[0]["data"]["article_id"], torn.conflicts[0]["data"]["claim_id"]
    assert f"not counted  {ada} on {article[:12]}, claim {claim[:12]}, delivery " in said
    assert f"not counted  {cem} on {article[:12]}, delivery " in said
    told = CliRunner().invoke(app, ["status", "--json", "--home", str(settings.home)]).stdout
    found = {(one["reviewer"], one["claim"]) for one in json.loads(told)["refused"]}
    assert found == {(ada, claim), (cem, "")}


def test_a_conflict_whose_answer_does_not_count_is_put_before_somebody_else(torn: Court) -> None:
    torn.rule(torn.verdicts[2], who=ADA)
    project = torn.conflicts[0]["project"]
    assert torn.fake.next_task(project, JUDGE) is None
    torn.ask()
    assert torn.fake.next_task(project, JUDGE) == torn.conflicts[0]
    torn.rule(torn.verdicts[2])
    torn.ask()
    assert torn.claim.state == consensus.ADJUDICATED
    assert torn.fake.next_task(project, OTHER) is None


def test_nor_may_who_judged_it_and_took_that_back(court: Court) -> None:
    number = court.review(CEM, court.verdicts[0])
    court.look()
    court.fake.remove(number)
    court.review(ADA, court.verdicts[0])
    court.review(BO, court.verdicts[1])
    court.ask()
    court.rule(court.verdicts[2], who=CEM)
    assert court.claim.state == consensus.CONTESTED
    assert "had judged it" in court.refused[0]


def test_whoever_ruled_first_and_reviews_later_keeps_the_ruling(torn: Court) -> None:
    torn.rule(torn.verdicts[2])
    torn.look()
    torn.review(JUDGE, torn.verdicts[0])
    assert (torn.claim.state, torn.claim.verdict) == (consensus.ADJUDICATED, torn.verdicts[2])


def test_of_two_adjudicators_the_first_keeps_the_claim_and_the_other_is_told(torn: Court) -> None:
    first = torn.rule(torn.verdicts[2])
    torn.rule(torn.verdicts[0], who=OTHER)
    torn.fake.change(first, result=torn.screen(torn.bench.labels.reject))
    assert torn.claim.verdict == torn.bench.labels.reject
    assert torn.refused == ["another adjudicator has ruled on this claim before"]
    torn.fake.remove(first)
    assert torn.claim.verdict == torn.verdicts[0]
    assert torn.refused == []


def test_skipping_decides_nothing_and_is_no_mistake(torn: Court) -> None:
    torn.rule(torn.verdicts[2], was_cancelled=True)
    assert torn.claim.state == consensus.CONTESTED
    assert torn.refused == []


def test_a_forged_answer_does_not_take_the_ruling_away(torn: Court) -> None:
    number = torn.rule(torn.verdicts[2])
    torn.look()
    torn.fake.change(number, updated_by=OTHER, result=torn.screen(torn.verdicts[0]))
    assert torn.claim.verdict == torn.verdicts[2]
    assert "in the name of" in torn.refused[0]


def test_a_claim_named_by_a_task_of_reviewers_is_no_conflict(torn: Court) -> None:
    torn.fake.tasks[1]["data"]["claim_id"] = torn.conflicts[-1]["data"]["claim_id"]
    torn.review(CEM, torn.verdicts[0])
    assert sum(torn.claim.votes.values()) == 3
    assert torn.claim.ruling is None


def kept(bench: Workbench) -> list[dict[str, Any]]:
    with reading(bench.engine) as session:
        return [
            row for table in (Judgement, Ruling, Consensus) for row in derived.rows(session, table)
        ]


def test_all_at_once_comes_to_the_same_as_step_by_step(torn: Court) -> None:
    torn.rule(torn.verdicts[2])
    torn.look()
    torn.rule(torn.verdicts[0], who=OTHER)
    torn.review(OTHER, torn.verdicts[1])
    torn.look()
    torn.rule(torn.verdicts[1], who=CEM)
    torn.review(CEM, torn.verdicts[0])
    torn.look()
    now, told = kept(torn.bench), torn.refused
    with apart(torn.bench) as anew:
        assert kept(anew) == now
    replay(torn.bench)
    assert kept(torn.bench) == now
    assert torn.refused == told
    verify(torn.bench)


def test_the_queue_is_by_story_article_and_place(
    bench: Workbench, fake: FakeLabelStudio, tmp_path: Path
) -> None:
    bench = read_twice(bench)
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name.upper()} pier is shut. Nine piles leak there."
        )
    load(bench, [str(tmp_path / f"{name}.txt") for name in ("b", "a", "c")])
    client = Client(bench.settings, fake)
    publish(bench, client)
    for task in list(fake.tasks.values()):
        regions = range(len(task["predictions"][0]["result"]))
        for who, verdict in ((BO, bench.labels.verdicts[0]), (ADA, bench.labels.verdicts[1])):
            fake.say(task["id"], who, relabelled(task, dict.fromkeys(regions, verdict)))
    pull(bench, client)
    adjudicate(bench, client)
    tasks = [one for _, one in sorted(fake.tasks.items()) if "claim_id" in one["data"]]
    places = [
        (one["data"]["article_id"], one["predictions"][0]["result"][0]["value"]["start"])
        for one in tasks
    ]
    assert len(places) == 6
    assert places == sorted(places)
    assert [one.claim for one in list_cases(bench)] == [one["data"]["claim_id"] for one in tasks]
