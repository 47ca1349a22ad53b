"""From annotations to consensus: nothing lost, nothing doubled, whatever the order."""

import itertools
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlmodel import select

from claimdesk.errors import BrokenLedger, LabelStudioTrouble, ProjectLost
from claimdesk.labelstudio.client import Client
from claimdesk.models import Consensus, Delivery, Judgement
from claimdesk.snapshot import ClaimView
from claimdesk.store import audit
from claimdesk.store.database import reading
from claimdesk.workflow import collecting
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import SWEEP, Pulled, pull
from claimdesk.workflow.handling import handle, replay
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import prepare_projects, publish
from claimdesk.workflow.reading import status, take_snapshot
from claimdesk.workflow.verifying import verify

from .fake_labelstudio import FakeLabelStudio, relabelled

ARTICLE = "The pier is shut. Eleven piles are cracked. The mayor knew. She denies it."


@pytest.fixture
def client(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """A client of a Label Studio in which one article of four claims is published."""
    (tmp_path / "pier.txt").write_text(ARTICLE)
    load(bench, [str(tmp_path / "pier.txt")])
    made = Client(bench.settings, fake)
    publish(bench, made)
    return made


@pytest.fixture
def say(bench: Workbench, fake: FakeLabelStudio) -> Callable[..., int]:
    """Submit verdicts, given by their place among the verdicts of the label config."""

    def submit(reviewer: int, said: dict[int, int], **fields: Any) -> int:
        verdicts = [*bench.labels.verdicts, bench.labels.reject]
        labels = {claim: verdicts[verdict] for claim, verdict in said.items()}
        result = relabelled(fake.tasks[1], labels)
        return int(fake.say(1, reviewer, result, **fields)["id"])

    return submit


def claims(bench: Workbench) -> list[ClaimView]:
    with take_snapshot(bench) as snapshot:
        return list(snapshot.claims)


def derived(bench: Workbench) -> list[str]:
    """Everything derived, as text, in a stated order."""
    with reading(bench.engine) as session:
        said = [
            repr(sorted(one.model_dump().items())) for one in session.scalars(select(Judgement))
        ]
        made = [
            repr(sorted(one.model_dump().items())) for one in session.scalars(select(Consensus))
        ]
    return sorted(said) + sorted(made)


def test_two_equal_judgements_agree(bench: Workbench, client: Client, say: Any) -> None:
    say(2, {0: 0, 1: 1})
    say(3, {0: 0, 1: 2})
    assert pull(bench, client).received == 2
    states = [(one.state, one.verdict) for one in claims(bench)]
    first = bench.labels.verdicts[0]
    assert states == [("agreed", first), ("contested", None)] + [("unreviewed", None)] * 2


def test_what_came_before_label_studio_went_away_counts(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    class Fading(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/api/users/":
                raise httpx.ConnectError("gone")
            return fake.handle_request(request)

    say(2, {0: 0})
    with pytest.raises(LabelStudioTrouble):
        pull(bench, Client(bench.settings, Fading()))
    assert claims(bench)[0].state == "insufficient"


def test_pulling_again_brings_nothing_new(bench: Workbench, client: Client, say: Any) -> None:
    say(2, {0: 0})
    pull(bench, client)
    before = derived(bench)
    pull(bench, client)
    again = pull(bench, client, depth=SWEEP)
    assert (again.received, again.vanished) == (0, 0)
    assert derived(bench) == before


def test_a_quiet_label_studio_is_not_asked_for_annotations(
    bench: Workbench, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    pull(bench, client)
    assert pull(bench, client) == Pulled()


def test_a_change_that_came_between_the_stamp_and_the_look_is_not_missed(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    stamp = fake.tasks[1]["updated_at"]
    say(3, {0: 0})
    fake.tasks[1]["updated_at"] = stamp
    assert pull(bench, client).received == 1


def test_the_newest_version_counts_and_every_version_is_kept(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    number = say(2, {0: 0})
    pull(bench, client)
    fake.change(number, result=relabelled(fake.tasks[1], {0: bench.labels.verdicts[1]}))
    pull(bench, client)
    assert claims(bench)[0].judgements[0].verdict == bench.labels.verdicts[1]
    assert status(bench).deliveries == 2


def test_the_later_said_wins_not_the_later_arrived(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    first = say(2, {0: 0})
    say(2, {0: 1})
    pull(bench, client)
    fake.change(first, result=relabelled(fake.tasks[1], {0: bench.labels.verdicts[2]}))
    pull(bench, client)
    assert claims(bench)[0].judgements[0].verdict == bench.labels.verdicts[2]
    expected = derived(bench)
    with reading(bench.engine) as session:
        rows = [one.model_dump() for one in session.scalars(select(Delivery))]
    for order in itertools.permutations(rows):
        if order.index(rows[0]) > order.index(rows[2]):
            continue  # of one annotation, Label Studio never shows an older version later
        forget_everything(bench)
        for row in order:
            fields = {k: v for k, v in row.items() if k not in ("id", "handled", "refused")}
            collecting.receive(bench, [Delivery(**fields)])
            handle(bench)
        assert without_ids(derived(bench)) == without_ids(expected)


def test_a_clock_that_was_set_back_hides_no_change(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    number = say(2, {0: 0})
    pull(bench, client)
    fake.change(number, result=relabelled(fake.tasks[1], {0: bench.labels.verdicts[1]}))
    fake.annotations[number]["updated_at"] = "2026-03-13T00:00:00.000001Z"
    pull(bench, client)
    assert claims(bench)[0].judgements[0].verdict == bench.labels.verdicts[1]


def test_a_stamp_of_whole_seconds_is_asked_for_in_full(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    fake.tasks[1]["updated_at"] = "2026-03-14T09:10:00Z"
    for _ in range(3):
        pull(bench, client)
    assert fake.asked_since[-1] == "2026-03-14T09:09:00.000000Z"


def test_what_was_deleted_counts_no_more_and_stays_dead(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    number = say(2, {0: 0})
    say(3, {0: 0})
    pull(bench, client)
    gone = dict(fake.annotations[number])
    fake.remove(number)
    assert pull(bench, client).vanished == 1
    assert claims(bench)[0].state == "insufficient"
    fake.annotations[number] = gone
    pull(bench, client, depth=SWEEP)
    assert claims(bench)[0].state == "insufficient"


def test_a_deleted_task_is_found_by_the_sweep(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    pull(bench, client)
    fake.remove_task(1)
    assert pull(bench, client).vanished == 0
    assert pull(bench, client, depth=SWEEP).vanished == 1
    assert claims(bench)[0].state == "unreviewed"


def test_so_many_deletions_at_once_are_an_accident(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    for reviewer in range(2, 14):
        say(reviewer, {0: 0})
    pull(bench, client)
    fake.annotations.clear()
    for _ in range(2):
        with pytest.raises(LabelStudioTrouble, match="vanished"):
            pull(bench, client, depth=SWEEP)
    assert claims(bench)[0].votes[bench.labels.verdicts[0]] == 12
    assert pull(bench, client, accept_deletions=True).vanished == 12
    assert claims(bench)[0].state == "unreviewed"


def test_a_lost_project_empties_nothing(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    fake.projects.clear()
    with pytest.raises(LabelStudioTrouble, match="not in the Label Studio"):
        pull(bench, client)
    assert claims(bench)[0].state == "insufficient"


def test_a_forged_author_is_seen_and_not_counted(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    number = say(2, {0: 0})
    pull(bench, client)
    fake.change(number, result=relabelled(fake.tasks[1], {0: bench.labels.reject}), updated_by=3)
    say(4, {0: 1}, updated_by=3)
    assert pull(bench, client).refused == 2
    assert [one.verdict for one in claims(bench)[0].judgements] == [bench.labels.verdicts[0]]
    assert "in the name of" in status(bench).refused[0].why


def test_an_annotation_deleted_after_a_forged_edit_counts_no_more(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    number = say(2, {0: 0})
    pull(bench, client)
    fake.change(number, updated_by=3)
    pull(bench, client)
    fake.remove(number)
    pull(bench, client)
    assert claims(bench)[0].state == "unreviewed"


def test_skipping_an_article_is_no_judgement(bench: Workbench, client: Client, say: Any) -> None:
    say(2, {0: 0})
    say(2, {}, was_cancelled=True)
    pull(bench, client)
    assert claims(bench)[0].state == "unreviewed"


@pytest.mark.parametrize(
    "broken",
    [
        {"value": {"start": 0, "end": 10_000, "labels": None}},
        {"value": {"start": -1, "end": 4, "labels": None}},
        {"value": {"start": "0", "end": 4, "labels": None}},
        {"value": {"start": 0, "end": 4, "labels": ["banana"]}},
        {"from_name": "banana"},
        {"id": None},
        {"value": None},
    ],
)
def test_what_no_reviewer_could_have_left_is_refused_whole(
    bench: Workbench, fake: FakeLabelStudio, client: Client, broken: dict[str, Any]
) -> None:
    result = relabelled(fake.tasks[1], {0: bench.labels.verdicts[0]})
    if isinstance(broken.get("value"), dict) and broken["value"]["labels"] is None:
        broken["value"]["labels"] = [bench.labels.verdicts[0]]
    result[1] |= broken
    fake.say(1, 2, result)
    assert pull(bench, client).refused == 1
    assert status(bench).judgements == 0
    assert status(bench).deliveries == 1


def test_a_task_of_somebody_else_is_left_alone(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    fake.tasks[9] = {
        "id": 9,
        "project": 1,
        "data": {"text": "x"},
        "updated_at": fake.now(),
        "predictions": [],
    }
    fake.say(9, 2, [])
    assert pull(bench, client).foreign == 1
    assert status(bench).deliveries == 0


def test_a_number_that_is_handed_out_again_belongs_to_the_new_article(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any, tmp_path: Path
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    fake.remove_task(1)
    (tmp_path / "other.txt").write_text("Another article. It has two claims.")
    load(bench, [str(tmp_path / "other.txt")])
    publish(bench, client)
    assert len(fake.tasks) == 2
    pull(bench, client, depth=SWEEP)
    assert status(bench).judgements == 0


def test_replay_builds_the_same_again(bench: Workbench, client: Client, say: Any) -> None:
    say(2, {0: 0, 1: 1, 2: 3})
    say(3, {0: 1, 1: 1})
    say(4, {0: 0})
    pull(bench, client)
    before = derived(bench)
    assert replay(bench) == 3
    assert derived(bench) == before
    assert before


def test_evidence_of_another_verdict_is_dropped(
    bench: Workbench, fake: FakeLabelStudio, client: Client
) -> None:
    labels = bench.labels
    result = relabelled(fake.tasks[1], {0: labels.verdicts[0], 1: labels.reject})
    evidence = next(c for c in labels.controls.values() if c.meaning == "evidence")
    for number in (0, 1):
        result.append(
            {
                "id": result[number]["id"],
                "from_name": evidence.name,
                "to_name": labels.text,
                "type": "textarea",
                "value": {"text": ["https://example.org/a https://example.org/b"]},
            }
        )
    fake.say(1, 2, result)
    pull(bench, client)
    said = [one.judgements[0].evidence for one in claims(bench)[:2]]
    assert said == [("https://example.org/a", "https://example.org/b"), ()]


def forget_everything(bench: Workbench) -> None:
    with bench.engine.begin() as connection:
        for table in ("delivery", "judgement", "consensus"):
            connection.execute(text(f"DELETE FROM {table}"))


def without_ids(rows: list[str]) -> list[str]:
    """Deliveries are numbered as they arrive; all else must not depend on it."""
    return [re.sub(r"\('delivery_id', \d+\)", "", row) for row in rows]


def test_a_number_that_was_given_to_somebody_else_is_not_taken_for_the_first(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    before = derived(bench)
    fake.people[1] |= {"email": "other@example.org", "date_joined": "2026-05-01T00:00:00Z"}
    say(2, {0: 1})
    with pytest.raises(LabelStudioTrouble, match=r"Account 2 .* is somebody else"):
        pull(bench, client)
    assert derived(bench) == before


def test_a_person_who_has_another_address_is_the_same_person(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    fake.people[1]["email"] = "married@example.org"
    say(2, {0: 1})
    assert pull(bench, client).received == 1


def test_deletions_that_come_slowly_are_noted_when_they_add_up(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    numbers = [say(2 + turn % 6, {0: 0}) for turn in range(20)]
    pull(bench, client)
    for number in numbers[:7]:
        fake.remove(number)
        assert pull(bench, client).vanished == 1
    with reading(bench.engine) as session:
        assert [one.what for one in audit.newest(session, 9)] == ["many deletions"]
    assert status(bench).vanished == 7


def test_what_was_said_of_another_text_does_not_count(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    fake.tasks[1]["data"]["text"] = ARTICLE.replace("shut", "open")
    say(2, {0: 0})
    assert pull(bench, client).refused == 1
    assert claims(bench)[0].state == "unreviewed"
    assert "text in Label Studio was changed" in status(bench).refused[0].why


def test_a_label_config_that_was_changed_is_noted_and_put_right(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    fake.projects[1]["label_config"] = bench.labels.xml.replace("#00457C", "#A63C00")
    say(2, {0: 0})
    pull(bench, client, depth=SWEEP)
    assert claims(bench)[0].judgements[0].config != bench.labels.digest
    assert fake.projects[1]["label_config"] == bench.labels.xml
    with reading(bench.engine) as session:
        assert [one.what for one in audit.newest(session, 9)] == ["label_config put right"]


def test_a_result_that_does_not_follow_from_the_ledger_is_found(
    bench: Workbench, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    assert verify(bench).entries == 1
    with bench.engine.begin() as connection:
        connection.execute(text("UPDATE consensus SET state = 'agreed', verdict = 'verified'"))
    with pytest.raises(BrokenLedger, match="not what the ledger gives"):
        verify(bench)
    replay(bench)
    assert verify(bench).entries == 1


def test_a_lost_project_is_made_anew_only_when_somebody_says_so(
    bench: Workbench, fake: FakeLabelStudio, client: Client, say: Any
) -> None:
    say(2, {0: 0})
    pull(bench, client)
    fake.projects.clear()
    with pytest.raises(ProjectLost):
        prepare_projects(bench, client)
    assert fake.projects == {}
    assert publish(bench, client).project == 1
