"""Every judgement says which codebook its author was shown, and which are stale by now."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select, update

from claimdesk.errors import BadConfiguration, BrokenLedger
from claimdesk.labelstudio.client import Client
from claimdesk.models import Codebook, Delivery, Judgement
from claimdesk.store.database import reading, writing
from claimdesk.workflow import codebooks
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.codebooks import list_stale, shown_to
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot
from claimdesk.workflow.verifying import verify

from .contract_folder import edit, own_folder
from .fake_labelstudio import FakeLabelStudio
from .screens import CLAIMS, TEXTS, screen

LATER = datetime.now(UTC) + timedelta(days=1)
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
EXAMPLE = ("for 4.9 km is fine", "for 4.95 km is fine")
Say = Callable[..., int]


@pytest.fixture
def own(bench: Workbench, tmp_path: Path) -> Workbench:
    return own_folder(bench, tmp_path / "contracts")


@pytest.fixture
def client(own: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    """One published article of four claims."""
    (tmp_path / "a.txt").write_text(TEXTS[0])
    load(own, [str(tmp_path / "a.txt")])
    made = Client(own.settings, fake)
    publish(own, made)
    return made


@pytest.fixture
def say(own: Workbench, fake: FakeLabelStudio) -> Say:
    """One verdict, by its place in the label config, on all claims; tomorrow unless it is said."""

    def submit(reviewer: int, verdict: int, at: datetime | None = LATER) -> int:
        said = screen(fake.tasks[1], own.labels, [str(verdict)] * CLAIMS)
        when = {"updated_at": at.isoformat()} if at else {}
        return int(fake.say(1, reviewer, said.result, **when)["id"])

    return submit


def revisions(bench: Workbench) -> list[str | None]:
    with reading(bench.engine) as session:
        return list(session.scalars(select(Judgement.codebook).order_by(Judgement.reviewer_id)))


def test_a_judgement_carries_the_codebook_that_its_author_was_shown(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, 0)
    pull(own, client)
    shown = own.codebook.revision
    assert revisions(own) == [shown] * CLAIMS
    with take_snapshot(own) as snapshot:
        assert {one.codebook for one in snapshot.judgements} == {shown}
    assert replay(own) == 1
    assert revisions(own) == [shown] * CLAIMS
    assert verify(own).entries == 1


def test_the_ledger_covers_the_codebook(own: Workbench, client: Client, say: Say) -> None:
    say(2, 0)
    pull(own, client)
    with writing(own.engine) as session:
        session.execute(update(Delivery).values(codebook="0" * 12))
    with pytest.raises(BrokenLedger, match="entry 1"):
        verify(own)


def test_what_was_said_before_a_codebook_came_was_said_under_the_one_before(
    own: Workbench, client: Client, say: Say
) -> None:
    first = own.codebook.revision
    changed = edit(own, "codebook.toml", EXAMPLE)
    publish(changed, client)
    with writing(own.engine) as session:
        this = update(Codebook).where(col(Codebook.revision) == changed.codebook.revision)
        session.execute(this.values(first_used_at=LATER + timedelta(days=1)))
    say(2, 0)
    say(3, 0, LATER + timedelta(days=2))
    say(4, 0, None)
    pull(changed, client)
    expected = [first] * CLAIMS + [changed.codebook.revision] * CLAIMS + [None] * CLAIMS
    assert revisions(own) == expected


@pytest.mark.parametrize(
    ("revision", "hours", "expected"),
    [
        ("b", 3, "b"),
        ("b", 1, "a"),
        ("b", -1, None),
        ("a", 5, "a"),
        ("never noted", 5, "never noted"),
        (None, 5, None),
    ],
)
def test_who_was_shown_what(revision: str | None, hours: int, expected: str | None) -> None:
    begun = {"a": NOON, "b": NOON + timedelta(hours=2)}
    assert shown_to(NOON + timedelta(hours=hours), revision, begun) == expected


def test_only_judgements_whose_case_has_changed_are_stale(
    own: Workbench, client: Client, say: Say
) -> None:
    verified, _, unsourced = own.labels.verdicts
    say(2, 0)
    say(3, 2)
    pull(own, client)
    assert status(own).stale == 0
    changed = edit(own, "codebook.toml", EXAMPLE)
    found = list_stale(changed)
    assert {one.verdict for one in found.judgements} == {verified}
    assert [one.changed for one in found.judgements] == [["rounded-numbers"]] * CLAIMS
    assert {one.revision for one in found.judgements} == {own.codebook.revision}
    assert status(changed).stale == CLAIMS
    general = edit(changed, "codebook.toml", ("Is it a claim at all", "A claim"))
    assert {one.verdict for one in list_stale(general).judgements} == {verified, unsourced}


def test_a_codebook_that_comes_back_makes_nothing_stale(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, 0)
    pull(own, client)
    changed = edit(own, "codebook.toml", EXAMPLE)
    publish(changed, client)
    back = edit(changed, "codebook.toml", (EXAMPLE[1], EXAMPLE[0]))
    publish(back, client)
    assert (status(changed).stale, status(back).stale) == (CLAIMS, 0)


def test_what_is_from_before_codebooks_is_never_stale(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, 0, None)
    pull(own, client)
    changed = edit(own, "codebook.toml", EXAMPLE)
    found = list_stale(changed)
    assert (found.before, found.judgements, status(changed).stale) == (CLAIMS, [], 0)


def test_a_codebook_that_was_never_in_force_here_is_named_as_such(
    own: Workbench, client: Client, fake: FakeLabelStudio, say: Say
) -> None:
    fake.projects[1]["expert_instruction"] = "<p>Codebook 0123456789ab</p>"
    say(2, 0)
    pull(own, client)
    assert {one.revision for one in list_stale(own).judgements} == {"0123456789ab"}
    assert list_stale(own).judgements[0].changed == [codebooks.NOT_NOTED]


def test_a_folder_without_a_codebook_collects_and_publishes_nothing(
    own: Workbench, client: Client, fake: FakeLabelStudio, say: Say
) -> None:
    say(2, 0)
    (own.config_dir / "codebook.toml").unlink()
    bare = edit(own, "claims.xml")
    with pytest.raises(BadConfiguration, match=r"codebook\.toml"):
        pull(bare, client, depth=SWEEP)
    assert len(revisions(bare)) == CLAIMS
    with pytest.raises(BadConfiguration, match=r"codebook\.toml"):
        publish(bare, client)
    assert status(bare).stale is None
