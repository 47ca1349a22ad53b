"""A name in use does not leave the label config without a word of what became of it."""

import difflib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlmodel import col, select, update

from claimdesk import labels
from claimdesk.errors import BadConfiguration, BadInput, StorageTrouble
from claimdesk.labelstudio.client import Client
from claimdesk.models import AuditEntry, Delivery, Judgement
from claimdesk.settings import bundled
from claimdesk.store.database import reading, writing
from claimdesk.workflow import renaming
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.codebooks import list_stale
from claimdesk.workflow.collecting import SWEEP, pull
from claimdesk.workflow.handling import replay
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status
from claimdesk.workflow.renaming import check, rename, retire
from claimdesk.workflow.verifying import verify

from .contract_folder import edit, own_folder, reread
from .fake_labelstudio import FakeLabelStudio
from .screens import CLAIMS, TEXTS, screen

BUNDLED = labels.read(bundled("annotation_config"))
FIRST, SECOND, THIRD = BUNDLED.verdicts
REASONS = list(BUNDLED.reasons[SECOND])
REASON = REASONS[0]
CALLED = (f'value="{SECOND}"', 'value="refuted"')
LISTED = (f",{SECOND}", ",refuted")
WHEN = (f'whenLabelValue="{SECOND}"', 'whenLabelValue="refuted"')
BY_HAND = (CALLED, LISTED, WHEN)
Say = Callable[..., int]


@pytest.fixture
def own(bench: Workbench, tmp_path: Path) -> Workbench:
    return own_folder(bench, tmp_path / "contracts")


@pytest.fixture
def client(own: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Client:
    (tmp_path / "a.txt").write_text(TEXTS[0])
    load(own, [str(tmp_path / "a.txt")])
    made = Client(own.settings, fake)
    publish(own, made)
    return made


@pytest.fixture
def say(own: Workbench, fake: FakeLabelStudio) -> Say:
    """One label, and perhaps a reason, on all claims."""

    def submit(reviewer: int, label: str, reason: str | None = None, leave: int = 0) -> int:
        result = screen(fake.tasks[1], own.labels, ["0"] * CLAIMS).result
        more = []
        for region in result[leave:]:
            region["value"]["labels"] = [label]
            if reason:
                chosen = {"from_name": "reason", "to_name": "text", "type": "choices"}
                more.append(region | chosen | {"value": {"choices": [reason]}})
        return int(fake.say(1, reviewer, result + more)["id"])

    return submit


def said(bench: Workbench) -> Counter[tuple[str, str | None]]:
    with reading(bench.engine) as session:
        rows = session.execute(select(col(Judgement.verdict), col(Judgement.reason)))
        return Counter((verdict, reason) for verdict, reason in rows)


def changed_lines(bench: Workbench, name: str) -> list[str]:
    before = (bundled("annotation_config") / name).read_text(encoding="utf-8")
    after = (bench.config_dir / name).read_text(encoding="utf-8")
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[0] == "+" and not line.startswith("+++")]


def test_a_label_in_use_that_is_called_otherwise_is_refused_with_the_way_out(
    own: Workbench, client: Client, fake: FakeLabelStudio, say: Say
) -> None:
    say(2, SECOND, REASON)
    pull(own, client)
    named, before = edit(own, "claims.xml", *BY_HAND), said(own)
    named = edit(named, "codebook.toml", (f'"{SECOND}', '"refuted'))
    writes = list(fake.writes)
    for verb in (
        lambda: publish(named, client),
        lambda: pull(named, client, depth=SWEEP),
        lambda: replay(named),
        lambda: check(named),
    ):
        with pytest.raises(BadConfiguration) as raised:
            verb()
        assert f"'{SECOND}' ({CLAIMS} judgements)" in raised.value.why
        assert f"claimdesk config rename {SECOND} " in raised.value.fix
        assert f"claimdesk config retire {SECOND}" in raised.value.fix
    assert (said(own), fake.writes) == (before, writes)
    assert fake.projects[1]["label_config"] == own.labels.xml


def test_with_one_new_name_beside_one_that_is_gone_the_command_is_complete(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, SECOND)
    pull(own, client)
    with pytest.raises(BadConfiguration) as raised:
        publish(edit(own, "claims.xml", *BY_HAND), client)
    assert f"claimdesk config rename {SECOND} refuted," in raised.value.fix


def test_what_arrives_meanwhile_is_kept_and_waits(own: Workbench, client: Client, say: Say) -> None:
    say(2, SECOND)
    pull(own, client)
    named = edit(own, "claims.xml", *BY_HAND)
    say(3, SECOND)
    with pytest.raises(BadConfiguration):
        pull(named, client)
    assert status(own).waiting == 1
    rename(named, SECOND, "refuted")
    assert said(own) == {("refuted", None): 2 * CLAIMS}


def test_a_renamed_label_reads_what_was_said_under_either_name(
    own: Workbench, client: Client, fake: FakeLabelStudio, say: Say
) -> None:
    say(2, SECOND, REASON)
    say(3, FIRST)
    pull(own, client)
    kept, writes = json.dumps(fake.annotations), list(fake.writes)
    rename(own, SECOND, "refuted")
    assert (json.dumps(fake.annotations), fake.writes) == (kept, writes)
    now = reread(own)
    publish(now, client)
    say(4, "refuted")
    say(5, SECOND)
    pull(now, client)
    expected = {("refuted", REASON): CLAIMS, (FIRST, None): CLAIMS, ("refuted", None): 2 * CLAIMS}
    assert said(now) == expected
    replay(now)
    assert said(now) == expected
    assert verify(now).entries == 4


def test_a_new_name_makes_no_judgement_stale(own: Workbench, client: Client, say: Say) -> None:
    say(2, SECOND, REASON)
    pull(own, client)
    with writing(own.engine) as session:  # as if the clock of the Label Studio were ours
        session.execute(update(Delivery).values(codebook=own.codebook.revision))
    rename(own, SECOND, "refuted")
    rename(reread(own), REASON, "countered")
    now = reread(own)
    assert now.codebook.revision != own.codebook.revision
    assert said(now) == {("refuted", "countered"): CLAIMS}
    assert list_stale(now).judgements == []


def test_a_rename_touches_the_lines_that_name_it_and_no_others(own: Workbench) -> None:
    rename(own, SECOND, "refuted")
    xml, toml = changed_lines(own, "claims.xml"), changed_lines(own, "codebook.toml")
    assert all("refuted" in line for line in xml + toml)
    (label,) = [line for line in xml if "<Label " in line]
    assert f'<Label value="refuted" formerly="{SECOND}" hint="' in label
    assert f'":{SECOND}"' not in own.config_dir.joinpath("claims.xml").read_text(encoding="utf-8")
    assert any(line.startswith('+ends = ["verified", "refuted/') for line in toml)


def test_a_rename_changes_nothing_the_second_time(own: Workbench) -> None:
    rename(own, SECOND, "refuted")
    before = [path.read_bytes() for path in sorted(own.config_dir.iterdir())]
    rename(reread(own), SECOND, "refuted")
    assert [path.read_bytes() for path in sorted(own.config_dir.iterdir())] == before


def test_a_name_may_change_again_and_back(own: Workbench, client: Client, say: Say) -> None:
    say(2, SECOND)
    pull(own, client)
    for old, new in ((SECOND, "refuted"), ("refuted", "wrong"), ("wrong", SECOND)):
        rename(reread(own), old, new)
    now = reread(own)
    assert said(now) == {(SECOND, None): CLAIMS}
    assert set(now.labels.known_labels) >= {SECOND, "refuted", "wrong"}
    assert now.codebook.cases == own.codebook.cases


def test_a_reason_in_use_is_guarded_and_renamed_alike(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, SECOND, REASON)
    pull(own, client)
    named = edit(own, "claims.xml", (f'<Choice value="{REASON}"', '<Choice value="countered"'))
    with pytest.raises(BadConfiguration, match="names that are in use") as raised:
        publish(named, client)
    assert f"config rename {REASON} " in raised.value.fix
    rename(named, REASON, "countered")
    assert said(own) == {(SECOND, "countered"): CLAIMS}
    assert reread(own).labels.rules != own.labels.rules


def test_a_retired_label_counts_as_no_verdict_and_a_retired_reason_as_none(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, THIRD)
    say(3, SECOND, REASON)
    say(4, FIRST)
    pull(own, client)
    left = without(own, THIRD)
    with pytest.raises(BadConfiguration):
        publish(left, client)
    retire(left, THIRD)
    assert said(own) == {(SECOND, REASON): CLAIMS, (FIRST, None): CLAIMS}
    left = without(reread(own), REASON)
    retire(left, REASON)
    assert said(own) == {(SECOND, None): CLAIMS, (FIRST, None): CLAIMS}
    publish(reread(own), client)
    assert verify(reread(own)).entries == 3


def without(bench: Workbench, name: str) -> Workbench:
    """Somebody takes a label or a reason out of both files."""
    xml = (bench.config_dir / "claims.xml").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = "".join(line for line in xml if f' value="{name}"' not in line)
    kept = kept.replace(f",{name}", "").replace(f'whenLabelValue="{name}"', "")
    choices = kept.find('<Choices name="reason-unsourced"')
    if name not in REASONS:  # its reasons leave with it
        end = kept.index("</Choices>", choices) + len("</Choices>")
        kept = kept[:choices] + kept[end:]
    (bench.config_dir / "claims.xml").write_text(kept, encoding="utf-8")
    book = (bench.config_dir / "codebook.toml").read_text(encoding="utf-8").split("\n\n[[")
    mine = [part for part in book if f'name = "{name}"' not in part]
    mine = [part for part in mine if f'\nlabel = "{name}"' not in part]
    text = "\n\n[[".join(mine)
    for gone in (f', "{name}/anonymous-only"', f', "{name}/insufficient"', f', "{name}"'):
        text = text.replace(gone, "")
    text = text.replace(f'"{SECOND}/{name}"', f'"{SECOND}"')
    (bench.config_dir / "codebook.toml").write_text(text, encoding="utf-8")
    return reread(bench)


def test_the_label_without_a_verdict_is_guarded_too(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, own.labels.open)
    pull(own, client)
    assert said(own) == {}
    named = edit(own, "claims.xml", (f'value="{own.labels.open}"', 'value="todo"'))
    with pytest.raises(BadConfiguration) as raised:
        publish(named, client)
    assert f"'{own.labels.open}' (1 annotations)" in raised.value.why
    assert f"claimdesk config rename {own.labels.open} todo," in raised.value.fix
    rename(named, own.labels.open, "todo")
    publish(reread(own), client)


def test_a_control_in_use_stays(own: Workbench, client: Client, say: Say) -> None:
    say(2, SECOND, REASON)
    pull(own, client)
    for old in ("reason", "verdict"):
        named = edit(own, "claims.xml", (f'name="{old}"', f'name="{old}-2"'))
        with pytest.raises(BadConfiguration, match=f"control '{old}' is missing"):
            publish(named, client)
        edit(named, "claims.xml", (f'name="{old}-2"', f'name="{old}"'))


def test_names_that_nobody_used_may_change_as_they_like(
    own: Workbench, client: Client, fake: FakeLabelStudio, say: Say
) -> None:
    say(2, FIRST)
    say(3, "banana")
    pull(own, client)
    fake.projects[1]["label_config"] = own.labels.xml.replace(FIRST, "banana")
    named = edit(own, "claims.xml", *BY_HAND)
    named = edit(named, "codebook.toml", (f'"{SECOND}', '"refuted'))
    publish(named, client)
    assert fake.projects[1]["label_config"] == named.labels.xml


def test_a_reason_that_nobody_could_choose_is_none(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, SECOND, "banana")
    pull(own, client)
    assert said(own) == {(SECOND, None): CLAIMS}
    publish(own, client)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (SECOND, FIRST, "already"),
        (SECOND, SECOND, "already"),
        ("banana", "apple", "Neither"),
        (SECOND, 'a"b', "words"),
        (SECOND, "a,b", "words"),
        (SECOND, "a/b", "words"),
        (SECOND, "", "words"),
    ],
)
def test_what_cannot_be_renamed_is_refused_and_nothing_changed(
    own: Workbench, old: str, new: str, why: str
) -> None:
    with pytest.raises(BadInput) as raised:
        rename(own, old, new)
    assert why in raised.value.why
    assert changed_lines(own, "claims.xml") == changed_lines(own, "codebook.toml") == []


def test_only_what_was_taken_out_and_was_used_can_be_retired(own: Workbench) -> None:
    with pytest.raises(BadInput, match="stays as it is"):
        retire(own, SECOND)
    with pytest.raises(BadInput, match="stays as it is"):
        retire(own, "banana")


def test_files_that_do_not_fit_each_other_stay_as_they_are(own: Workbench) -> None:
    broken = edit(own, "codebook.toml", (f'name = "{FIRST}"', 'name = "banana"'))
    before = changed_lines(own, "codebook.toml")
    with pytest.raises(BadConfiguration):
        rename(broken, SECOND, "refuted")
    assert (changed_lines(own, "claims.xml"), changed_lines(own, "codebook.toml")) == ([], before)


def test_a_folder_that_cannot_be_written_says_what_to_do(own: Workbench) -> None:
    (own.config_dir / "codebook.toml.part").mkdir()  # who runs tests may write everywhere
    with pytest.raises(StorageTrouble) as raised:
        rename(own, SECOND, "refuted")
    assert "CLAIMDESK_CONFIG_DIR" in raised.value.fix
    assert changed_lines(own, "claims.xml") == []


def test_the_folder_inside_an_installed_package_stays_as_it_is(
    own: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = own.config_dir.parent / "labels.py"
    monkeypatch.setattr(renaming.labels, "__file__", str(package))
    with pytest.raises(BadConfiguration, match="installed claimdesk") as raised:
        rename(own, SECOND, "refuted")
    assert "cp -r" in raised.value.fix
    assert changed_lines(own, "claims.xml") == []


def test_the_command_tells_what_it_did_and_notes_it(
    own: Workbench, client: Client, say: Say
) -> None:
    say(2, SECOND)
    pull(own, client)
    done = json.loads(command(own, "config", "rename", SECOND, "refuted", "--json"))
    assert done == {"old": SECOND, "new": "refuted", "deliveries": 1}
    told = command(own, "config", "check")
    assert "refuted" in told
    assert reread(own).codebook.revision in told
    assert json.loads(command(own, "status", "--stale", "--json"))["before"] == CLAIMS
    with reading(own.engine) as session:
        (noted,) = session.scalars(select(AuditEntry)).all()
    assert (noted.what, noted.about) == (renaming.RENAMED, f"{SECOND} -> refuted")


def command(bench: Workbench, *words: str) -> str:
    """What a command says on stdout."""
    given = {
        "CLAIMDESK_HOME": str(bench.settings.home),
        "CLAIMDESK_CONFIG_DIR": str(bench.config_dir),
        "CLAIMDESK_DATABASE_URL": str(bench.settings.database_url),
    }
    line = [sys.executable, "-m", "claimdesk", *words]
    done = subprocess.run(line, env=os.environ | given, capture_output=True, text=True, check=True)
    return done.stdout
