"""Work that was not blind is found, flagged and not counted, in whatever order it arrives."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from claimdesk import blindness
from claimdesk.api import create_app
from claimdesk.cli.commands import app
from claimdesk.labelstudio.client import RECORD, Client
from claimdesk.models import Consensus, Flag, Judgement
from claimdesk.pages import router
from claimdesk.recipes import wording
from claimdesk.snapshot import ClaimView
from claimdesk.store import derived
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull, receive
from claimdesk.workflow.handling import handle, replay
from claimdesk.workflow.history import apart
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot
from claimdesk.workflow.reporting import report
from claimdesk.workflow.verifying import verify

from .credentials import bearer
from .databases import known_as
from .fake_labelstudio import FakeLabelStudio, delivery_of, relabelled

TEXT = "The weir was shut in 1999. Nine gates leaked in 2001. The mayor knew of it."
OWN = "I rang the lock keeper twice and he read the log of that night out to me."
Row = dict[str, Any]


class Desk:
    """One article, and people who review it."""

    def __init__(self, bench: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
        self.bench, self.fake = bench, fake
        (folder / "weir.txt").write_text(TEXT)
        load(bench, [str(folder / "weir.txt")])
        self.client = Client(bench.settings, fake)
        publish(bench, self.client)

    def say(self, reviewer: int, codes: Sequence[int], **fields: Any) -> Row:
        """Somebody submits; `notes` are typed at claims, `drawn` is added."""
        notes, drawn = fields.pop("notes", {}), fields.pop("drawn", [])
        verdicts = self.bench.labels.verdicts
        screen = relabelled(self.fake.tasks[1], {n: verdicts[code] for n, code in enumerate(codes)})
        typed = [note(screen[number]["id"], words) for number, words in notes.items()]
        return self.fake.say(1, reviewer, [*screen, *typed, *drawn], **fields)

    def copy(self, reviewer: int, theirs: Row) -> Row:
        """What the button that duplicates an annotation leaves."""
        parents = {"parent_annotation": theirs["id"], "parent_prediction": None}
        return self.fake.say(1, reviewer, json.loads(json.dumps(theirs["result"])), **parents)

    def pull(self) -> None:
        pull(self.bench, self.client, accept_deletions=True)

    def claims(self) -> list[ClaimView]:
        with take_snapshot(self.bench) as snapshot:
            return list(snapshot.claims)

    def flags(self) -> list[tuple[str, str | None, str | None, bool]]:
        return [(f.code, f.reviewer, f.other, f.counts) for f in status(self.bench).flags]


def note(region: str, words: str) -> Row:
    common = {"id": region, "from_name": "note", "to_name": "text", "type": "textarea"}
    return common | {"value": {"text": [words]}}


def kept(bench: Workbench) -> list[Row]:
    with reading(bench.engine) as session:
        tables = (Judgement, Consensus, Flag)
        return [row for table in tables for row in derived.rows(session, table)]


@pytest.fixture
def desk(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Desk:
    return Desk(bench, fake, tmp_path)


def test_a_copy_does_not_count_and_is_told_of_by_pseudonym(desk: Desk) -> None:
    desk.copy(3, desk.say(2, (0, 1, 2)))
    desk.pull()
    ann, ben = known_as(desk.bench, 2, 3)
    assert desk.flags() == [(blindness.COPIED, ben, ann, False)]
    first = desk.claims()[0]
    assert (sum(first.votes.values()), first.state) == (1, "insufficient")
    assert {one.reviewer: one.discounted for one in first.judgements} == {ann: None, ben: "copied"}
    assert status(desk.bench).flagged == {blindness.COPIED: 1}


def test_two_who_work_alone_are_not_flagged(desk: Desk) -> None:
    desk.say(2, (0, 1, 2), notes={0: OWN})
    desk.say(3, (0, 1, 2), notes={0: "Nothing to add to that."})
    desk.pull()
    assert desk.flags() == []
    assert desk.claims()[0].state == "agreed"


def test_words_that_were_pasted_cost_one_claim_and_no_other(desk: Desk) -> None:
    desk.say(2, (0, 1, 2), notes={1: OWN})
    desk.say(3, (0, 1, 2), notes={1: OWN})
    desk.pull()
    assert [sum(claim.votes.values()) for claim in desk.claims()] == [2, 1, 2]
    (flag,) = status(desk.bench).flags
    assert (flag.code, flag.claim) == (blindness.PASTED, desk.claims()[1].id)


def test_the_later_is_discounted_also_when_the_first_arrives_last(desk: Desk) -> None:
    theirs = desk.say(2, (0, 1, 2), notes={0: OWN})
    copied, pasted = desk.copy(3, theirs), desk.say(4, (0, 1, 2), notes={0: OWN})
    now = datetime.now(UTC)
    for one in (pasted, copied, theirs):
        receive(desk.bench, [delivery_of(desk.bench, desk.fake, one["id"], now)])
        handle(desk.bench)
    found = kept(desk.bench)
    against = {(row["reviewer_id"], row["discounted"]) for row in found if "discounted" in row}
    assert against == {(2, None), (3, "copied"), (4, None), (4, "pasted")}
    assert [sum(claim.votes.values()) for claim in desk.claims()] == [1, 2, 2]
    with apart(desk.bench) as anew:
        assert kept(anew) == found


def test_a_copy_stays_one_when_the_first_has_gone(desk: Desk) -> None:
    theirs = desk.say(2, (0, 1, 2))
    desk.pull()
    desk.copy(3, theirs)
    desk.fake.remove(theirs["id"])
    desk.pull()
    assert [one.state for one in desk.claims()] == ["unreviewed"] * 3
    assert desk.flags()[0][0] == blindness.COPIED


def test_an_added_claim_that_stands_in_a_copy_has_one_voice(desk: Desk) -> None:
    drawn = json.loads(json.dumps(desk.fake.tasks[1]["predictions"][0]["result"][0]))
    drawn |= {"id": "kX9_aB3-zz", "origin": "manual"}
    drawn["value"] |= {"start": 4, "end": 12, "labels": [desk.bench.labels.verdicts[0]]}
    desk.say(2, (0, 1, 2), drawn=[drawn])
    desk.say(3, (0, 1, 2), drawn=[json.loads(json.dumps(drawn))])
    desk.pull()
    (added,) = [one for one in desk.claims() if one.role == "added"]
    assert (sum(added.votes.values()), added.support) == (1, 1.0)
    assert desk.flags()[0][0] == blindness.SAME_REGIONS


def test_work_of_another_that_was_changed_is_flagged_and_the_first_vote_stays(desk: Desk) -> None:
    theirs = desk.say(2, (0, 1, 2))
    desk.pull()
    desk.fake.change(theirs["id"], updated_by=3, result=relabelled(desk.fake.tasks[1], {}))
    desk.pull()
    ann, ben = known_as(desk.bench, 2, 3)
    assert desk.flags() == [(blindness.EDITED, ben, ann, False)]
    assert [sum(claim.votes.values()) for claim in desk.claims()] == [1, 1, 1]


def test_forgeries_and_second_votes_are_flagged(desk: Desk) -> None:
    desk.say(2, (0, 1, 2))
    desk.say(4, (0, 0, 0), completed_by=2)
    desk.say(2, (1, 1, 1))
    desk.pull()
    ann, eva = known_as(desk.bench, 2, 4)
    found = [(blindness.FORGED, eva, ann, False), (blindness.DOUBLE, ann, None, False)]
    assert desk.flags() == found
    votes = [claim.votes[desk.bench.labels.verdicts[1]] for claim in desk.claims()]
    assert votes == [1, 1, 1]


def test_what_is_only_a_sign_counts(desk: Desk) -> None:
    desk.say(2, (0, 1, 2), parent_prediction=None)
    desk.pull()
    assert desk.flags() == [(blindness.UNSHOWN, known_as(desk.bench, 2)[0], None, True)]
    assert sum(desk.claims()[0].votes.values()) == 1


def test_a_skip_that_holds_rubbish_stops_nobody(desk: Desk) -> None:
    rubbish: list[Any] = [{"id": 5, "from_name": []}, "note", None]
    desk.fake.say(1, 2, rubbish, was_cancelled=True)
    desk.fake.say(1, 3, rubbish, parent_annotation="x")
    desk.say(4, (0, 1, 2))
    desk.pull()
    assert (desk.flags(), sum(desk.claims()[0].votes.values())) == ([], 1)


def test_what_is_discounted_is_in_no_figure_of_agreement(desk: Desk) -> None:
    desk.copy(3, desk.say(2, (0, 1, 2)))
    desk.pull()
    found = report(desk.bench)
    assert (found.labelled.alpha.votes, found.placed.articles) == (0, 0)
    assert [one.judged for one in found.reviewers] == [3]


def test_flags_are_built_again_and_verified(desk: Desk) -> None:
    desk.copy(3, desk.say(2, (0, 1, 2), notes={0: OWN}))
    desk.pull()
    before = kept(desk.bench)
    replay(desk.bench)
    assert kept(desk.bench) == before
    verify(desk.bench)


def test_rest_and_pages_tell_of_it(desk: Desk) -> None:
    desk.copy(3, desk.say(2, (0, 1, 2)))
    desk.pull()
    service = create_app(desk.bench, pages=[router], transport=desk.fake)
    with TestClient(service, base_url="http://127.0.0.1") as web:
        web.headers |= bearer(desk.bench)
        told = web.get("/api/v1/status").json()
        (row,) = told["flags"]
        assert (row["code"], row["counts"], told["flagged"]) == ("copied", False, {"copied": 1})
        said = web.get("/api/v1/judgements").json()["items"]
        assert [one["discounted"] for one in said].count("copied") == 3
        page = web.get(f"/articles/{row['article']}").text
        assert page.count(wording.DISCOUNTS[blindness.COPIED].replace("'", "&#39;")) == 3


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_status_says_who_what_where_and_why(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = desk.say(2, (0, 1, 2))
    desk.copy(3, theirs)
    desk.pull()
    settings = desk.bench.settings
    monkeypatch.setenv("CLAIMDESK_DATABASE_URL", str(settings.database_url))
    home = ["--home", str(settings.home)]
    said = CliRunner().invoke(app, ["status", *home]).stdout
    ann, ben = known_as(desk.bench, 2, 3)
    assert f"copied  {ben} (after {ann})" in said
    assert f"made as a copy of annotation {theirs['id']}; does not count" in said
    told = json.loads(CliRunner().invoke(app, ["status", "--json", *home]).stdout)
    assert told["flags"][0]["reviewer"] == ben


def test_how_an_annotation_was_made_is_part_of_what_is_delivered() -> None:
    assert {"parent_annotation", "parent_prediction", "draft_created_at"} <= set(RECORD.split(","))


def test_every_reason_has_words_on_the_pages() -> None:
    whole = {blindness.DOUBLE, blindness.EDITED, blindness.FORGED}
    assert set(wording.DISCOUNTS) == set(blindness.CERTAIN) - whole
