"""Mistakes put into a copy of claimdesk on purpose: each has to be noticed by a test.

A mistake that nobody notices shows that a test is weak. Each names the test that is meant to
notice it; the text it replaces has to be there exactly once, or the list is out of date.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from .catalogue import Seen, longer

ROOT = Path(__file__).parent.parent
MACHINE = "test_delivery_machine.py"
DELIVERIES, TAMPERING = "test_deliveries.py", "test_tampering.py"
COLLECTING = "test_collecting.py"
QUICK = 3
PATIENCE = 1500


@dataclass(frozen=True)
class Mutant:
    """One mistake: in a module, instead of a text, another; and who has to notice it."""

    name: str
    module: str
    right: str
    wrong: str
    hunter: str
    only: str = ""


MUTANTS = (
    Mutant(
        "a forged author counts",
        "labelstudio/annotations.py",
        "if annotation.completed_by != annotation.updated_by:",
        "if False:",
        DELIVERIES,
        "counts_once_and_for_who_made_it and sqlite",
    ),
    Mutant(
        "a ring is believed",
        "workflow/rings.py",
        "            rings.drop(session,",
        """            for ring in some:
                told = _told(ring)
                for body in told if isinstance(told, list) else []:
                    stamp = annotations.stamp(body)
                    first = deliveries.select(deliveries.Standing.article_id).limit(1)
                    article = session.scalar(first)
                    new = deliveries.Delivery(
                        key=_key(body),
                        kind="annotation",
                        annotation=stamp.identity,
                        task_id=body.get("task") or 1,
                        article_id=article or "",
                        reviewer_id=stamp.updated_by,
                        said_at=stamp.updated_at,
                        body=body,
                        config="",
                        arrived_at=ring.arrived_at,
                    )
                    deliveries.add_deliveries(session, [new])
            rings.drop(session,""",
        DELIVERIES,
        "forged_ring_changes_nothing and sqlite",
    ),
    Mutant(
        "an alarm is forgotten",
        "workflow/collecting.py",
        "publications.mark_seen(session, settled | doubted)",
        "publications.mark_seen(session, settled)",
        DELIVERIES,
        "alarm_is_not_forgotten and sqlite",
    ),
    Mutant(
        "a gap in a listing is believed",
        "workflow/collecting.py",
        "gone = [task for task in absent if task not in there]",
        "gone = absent",
        DELIVERIES,
        "listing_skipped and sqlite",
    ),
    Mutant(
        "a link leaves the body out",
        "ledger.py",
        '    "body",\n',
        "",
        TAMPERING,
        "changed_in_the_ledger and sqlite",
    ),
    Mutant(
        "a link leaves out the one before it",
        "ledger.py",
        'f"{previous}\\n{canonical}"',
        "canonical",
        TAMPERING,
        "changed_in_the_ledger and sqlite",
    ),
    Mutant(
        "one look at a stamp is enough",
        "workflow/collecting.py",
        "wanted = publications.unsure(session, self.project)",
        "wanted: dict[int, str] = {}",
        COLLECTING,
        "between_the_stamp_and_the_look and sqlite",
    ),
    Mutant(
        "an end is not final",
        "store/deliveries.py",
        '"gone": or_(col(Standing.gone), new.gone)',
        '"gone": new.gone',
        DELIVERIES,
        "comes_back_changed and sqlite",
    ),
    Mutant(
        "the pointer goes backwards",
        "store/deliveries.py",
        "where=col(Standing.delivery_id) < new.delivery_id",
        "where=col(Standing.delivery_id) > new.delivery_id",
        MACHINE,
    ),
    Mutant(
        "a key without the time of the version",
        "store/deliveries.py",
        'return f"{ANNOTATION}:{annotation}:{version}"',
        'return f"{ANNOTATION}:{annotation}:{version and 1}"',
        MACHINE,
    ),
    Mutant(
        "no overlap between two looks",
        "workflow/collecting.py",
        "OVERLAP = timedelta(seconds=60)",
        "OVERLAP = timedelta(seconds=0)",
        MACHINE,
    ),
    Mutant(
        "what arrived later wins",
        "store/deliveries.py",
        "_LATEST_LAST = (col(Delivery.said_at), col(Delivery.key))",
        "_LATEST_LAST = (col(Delivery.id),)",
        MACHINE,
    ),
    Mutant(
        "another's edit hides what was said before it",
        "store/deliveries.py",
        ".group_by(col(Delivery.annotation), col(Delivery.reviewer_id))",
        ".group_by(col(Delivery.annotation))",
        DELIVERIES,
        "made_it_their_own and sqlite",
    ),
    Mutant(
        "no fuse",
        "workflow/collecting.py",
        "if many and not self.accept_deletions:",
        "if False and not self.accept_deletions:",
        MACHINE,
    ),
    Mutant(
        "deleted tasks are not noticed",
        "workflow/collecting.py",
        "return self._gone(listed) if since is None else []",
        "return []",
        COLLECTING,
        "deleted_task_is_found and sqlite",
    ),
    Mutant(
        "a deleted task is forgotten once its article is published again",
        "workflow/collecting.py",
        ".keys() | here",
        ".keys() | set()",
        DELIVERIES,
        "published_again and sqlite",
    ),
    Mutant(
        "stamps are noted before anything is received",
        "workflow/collecting.py",
        "        fetched = self.client.fetch(self.project, list(stamps))",
        """        with writing(self.bench.engine) as session:
            rows = publications.publications(session, self.project, list(stamps))
            early = {t: (rows[t].article_id, stamps[t], True) for t in stamps if t in rows}
            publications.mark_seen(session, early)
        fetched = self.client.fetch(self.project, list(stamps))""",
        DELIVERIES,
        "answer_that_was_lost and sqlite",
    ),
    Mutant(
        "only the newest delivery is looked into",
        "store/deliveries.py",
        "waiting = col(Delivery.handled).is_(False)\n",
        "waiting = col(Delivery.handled).is_(False)"
        " & (col(Delivery.id) >= head(session).position)\n",
        MACHINE,
    ),
    Mutant(
        "a replay keeps judgements of before",
        "store/derived.py",
        "for table in (Judgement, Ruling, Consensus, Flag):",
        "for table in (Ruling, Flag):",
        MACHINE,
    ),
    Mutant(
        "a replay looks into nothing again",
        "store/derived.py",
        "    session.execute(update(Delivery).values(handled=False, refused=None))\n",
        "",
        MACHINE,
    ),
    Mutant(
        "an inventory does not count",
        "workflow/collecting.py",
        "differs = self.depth == INVENTORY and",
        "differs = False and",
        MACHINE,
    ),
    Mutant(
        "a skip takes nothing back",
        "workflow/handling.py",
        '    if delivery.body.get("was_cancelled"):\n        return []\n',
        "",
        MACHINE,
    ),
    Mutant(
        "a number that is handed out again is the same annotation",
        "labelstudio/annotations.py",
        'return f"{self.id}@{self.created_at.isoformat()}"',
        'return f"{self.id}@"',
        MACHINE,
    ),
    Mutant(
        "arrival goes back with the clock",
        "store/deliveries.py",
        'row["arrived_at"] = earliest = max(row["arrived_at"], earliest or row["arrived_at"])',
        'row["arrived_at"] = earliest = row["arrived_at"]',
        DELIVERIES,
        "no_clock_decides and sqlite",
    ),
    Mutant(
        "an end is noted for what is still there",
        "workflow/collecting.py",
        "self._miss({task: live[task] - here for task in lacking})",
        "self._miss({task: live[task] for task in lacking})",
        MACHINE,
    ),
)


def source(module: str) -> Path:
    return ROOT / "backend" / "claimdesk" / module


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_what_a_mutant_replaces_is_there_once(mutant: Mutant) -> None:
    assert source(mutant.module).read_text(encoding="utf-8").count(mutant.right) == 1
    assert mutant.wrong != mutant.right


def copied(folder: Path) -> Path:
    """The package and its contracts, to be changed."""
    shutil.copytree(ROOT / "backend", folder / "backend", ignore=shutil.ignore_patterns("*.pyc"))
    for name in ("annotation_config", "exports", "samples"):
        (folder / name).symlink_to(ROOT / name)
    return folder / "backend"


def hunted(backend: Path, hunter: str, only: str) -> subprocess.CompletedProcess[str]:
    """A test run on the copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
    chosen = ["-k", only] if only else []
    return subprocess.run(
        [*command, f"tests/{hunter}", *chosen],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(backend), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@pytest.mark.catalogue("D10", "every mistake put in on purpose is noticed")
def test_every_mutant_is_killed(tmp_path: Path, seen: Seen) -> None:
    backend = copied(tmp_path)
    where = [sys.executable, "-c", "import claimdesk; print(claimdesk.__file__)"]
    env = os.environ | {"PYTHONPATH": str(backend)}
    used = subprocess.run(where, check=True, env=env, capture_output=True, text=True).stdout
    assert str(backend) in used
    tried = MUTANTS[: longer(QUICK, len(MUTANTS))]
    survivors = []
    for mutant in tried:
        path = backend / "claimdesk" / mutant.module
        right = path.read_text(encoding="utf-8")
        path.write_text(right.replace(mutant.right, mutant.wrong), encoding="utf-8")
        done = hunted(backend, mutant.hunter, mutant.only)
        path.write_text(right, encoding="utf-8")
        if done.returncode != 1:
            survivors.append(f"{mutant.name}: {done.stdout[-300:]}")
    assert survivors == []
    seen(len(tried), f"{len(tried)} of {len(tried)} mutants killed")
