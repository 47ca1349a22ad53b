"""A desk with something of everything: scripts, versions, deletions, refusals, evidence."""

from pathlib import Path
from typing import Any

from claimdesk.labelstudio.client import Client
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_labelstudio import FakeLabelStudio, relabelled

ARTICLES = {
    "pier": "---\ntitle: Pier, shut\nstory: pier\nlanguage: en\n---\n"
    "The “pier” is shut. 🚢 Eleven piles are cracked. The mayor knew. She denies it.",
    "pier-uk": "---\nstory: pier\nlanguage: uk\n---\n"
    "Причал зачинено. Одинадцять паль тріснули. Мер знав про це.",
    "pier-ja": "---\nstory: pier\nlanguage: ja\n---\n桟橋は閉鎖された。杭が十一本ひび割れた。",
    "pier-ar": "---\nlanguage: ar\n---\nأُغلق الرصيف. تشققت إحدى عشرة دعامة. 𝒜 😀",
}
FORGED, BANANA, SKIPPED = 5, 6, 7


def fill(bench: Workbench, fake: FakeLabelStudio, folder: Path) -> Client:
    """Load, publish and collect what six reviewers said; two of them are refused, one skips."""
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    load(bench, [str(folder / f"{name}.txt") for name in ARTICLES])
    client = Client(bench.settings, fake)
    publish(bench, client)
    first, *_ = sorted(fake.tasks)
    for task in sorted(fake.tasks):
        said(bench, fake, task, 2, 0)
        said(bench, fake, task, 3, task % 2)
    pull(bench, client)
    last = said(bench, fake, first, 4, 1)
    fake.say(first, FORGED, relabelled(fake.tasks[first], {}), updated_by=3)
    fake.say(first, BANANA, relabelled(fake.tasks[first], {0: "banana"}))
    fake.say(first, SKIPPED, [], was_cancelled=True)
    pull(bench, client)
    fake.change(1, result=verdicts(bench, fake.tasks[first], 2))
    fake.remove(last)
    pull(bench, client)
    return client


def said(bench: Workbench, fake: FakeLabelStudio, task: int, reviewer: int, turn: int) -> int:
    """Somebody judges a task."""
    return int(fake.say(task, reviewer, verdicts(bench, fake.tasks[task], turn))["id"])


def verdicts(bench: Workbench, task: dict[str, Any], turn: int) -> list[dict[str, Any]]:
    """Labels in turn, evidence for the first region, a note for the last, and one region more."""
    votes = bench.labels.votes
    shown = task["predictions"][0]["result"]
    result = relabelled(task, {n: votes[(n + turn) % len(votes)] for n in range(len(shown))})
    of = {control.meaning: name for name, control in bench.labels.controls.items()}
    common = {"to_name": bench.labels.text, "origin": "manual"}
    link, note = f"https://example.org/доказ/{turn}", "Seite 3 😀\n=1+1"
    typed = {"from_name": of["evidence"], "type": "textarea", "value": {"text": [link]}}
    written = {"from_name": of["note"], "type": "textarea", "value": {"text": [note]}}
    sure = {"from_name": of["confidence"], "type": "rating", "value": {"rating": 3}}
    drawn = {
        "id": f"drawn{turn}",
        "from_name": of["verdict"],
        "type": "labels",
        "value": {"start": 1, "end": 6 + turn, "labels": [votes[0]]},
    }
    sides = [typed | {"id": shown[0]["id"]}, written | {"id": shown[-1]["id"]}]
    return [*result, *(one | common for one in [*sides, sure | {"id": shown[0]["id"]}, drawn])]
