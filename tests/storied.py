"""A desk worth looking at: the sample story and an Arabic article, judged by three people.

Chance with a seed decides what they say, so that pictures of it are the same every time. The ends
of articles are left to nobody, and an adjudicator rules one of the conflicts.
"""

from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from claimdesk.labelstudio.client import Client
from claimdesk.settings import bundled
from claimdesk.workflow.adjudicating import adjudicate
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish

from .fake_labelstudio import FakeLabelStudio, relabelled

ARABIC = """---
title: إغلاق رصيف العبارات في براكمير بعد اكتشاف شقوق
url: https://example.com/ar/2026/03/16/pier
publisher: صحيفة المرفأ
published: 2026-03-16
language: ar
story: pier
---

أغلقت بلدة براكمير رصيف العبارات مساء الخميس بعد أن وجد الغواصون شقوقا في 11 من 64 ركيزة.

قالت رئيسة البلدية Ingrid Halloran إن القرار لم يكن سهلا. بني الرصيف في عام 1974.

يستخدم نحو 2300 شخص هذا الخط في كل يوم عمل. ولم يصدر تعليق من سلطة الميناء.
"""
READERS, JUDGE = (2, 3, 4), 7
SOURCES = (
    "https://example.org/inspection-report.pdf, report, for, “38 percent of its thickness”, "
    "2026-03-10",
    "https://example.org/brackmere-courier/2026/03/14/pier-closed",
    "https://example.net/port-authority/statements/2026/march/statement-on-the-closure-of-the-pier",
    "anonymous",
)
NOTES = (
    "The report has 11, the excerpt 12.",
    "Asked the port authority on 18 March; no answer yet.",
    "Two sentences say this, and the second one takes half of it back: the authority speaks of “an "
    "inspection”, the courier of two, and neither says which of them the photographs are of.",
)


def fill(bench: Workbench, fake: FakeLabelStudio, folder: Path, *more: Path) -> None:
    """Load, publish, collect, and have one conflict ruled; `more` are files with articles."""
    arabic = folder / "arabic.txt"
    arabic.write_text(ARABIC, encoding="utf-8")
    load(bench, [*(str(one) for one in sorted(bundled("samples").glob("*.txt"))), str(arabic)])
    if more:
        load(bench, [str(one) for one in more])
    alone = replace(bench, settings=bench.settings.model_copy(update={"most_readings": 2}))
    client = Client(bench.settings, fake)
    publish(alone, client)
    for task in list(fake.tasks.values()):
        for reader in READERS[: 2 + task["id"] % 2]:
            fake.say(task["id"], reader, _said(bench, task, reader), lead_time=600.0 + reader)
    pull(alone, client)
    adjudicate(alone, client)
    conflict = next(one for one in fake.tasks.values() if "claim_id" in one["data"])
    fake.say(conflict["id"], JUDGE, _ruled(bench, conflict))
    pull(alone, client)


def _said(bench: Workbench, task: dict[str, Any], reader: int) -> list[dict[str, Any]]:
    """One screen: readers mostly see what there is to be seen, each after their own fashion."""
    shown = task["predictions"][0]["result"]
    claims = [n for n, one in enumerate(shown) if one["value"]["labels"] == [bench.labels.open]]
    number = max(2, len(claims) * 2 // 3)
    common, own = Random(task["data"]["text"]), Random(f"{reader} {task['data']['text']}")
    weights = (10, 4, 4, 1)[: len(bench.labels.votes)]
    truth = common.choices(bench.labels.votes, weights, k=number)
    guess = own.choices(bench.labels.votes, weights, k=number)
    said = [one if own.random() < 0.8 else other for one, other in zip(truth, guess, strict=True)]
    result = relabelled(task, dict(zip(claims, said, strict=False)))
    sides = (_beside(bench, result[n], own) for n in claims[:number])
    return result + [one for some in sides for one in some]


def _beside(bench: Workbench, region: dict[str, Any], chance: Random) -> list[dict[str, Any]]:
    """What is written beside a region under its label: reason, evidence, a note now and then."""
    labels, label = bench.labels, region["value"]["labels"][0]
    place = {key: region["value"][key] for key in ("start", "end")}
    common = {"id": region["id"], "to_name": labels.text, "origin": "manual"}
    found = []
    for control in labels.controls.values():
        if control.valid_for and label not in control.valid_for:
            continue
        value: dict[str, Any]
        if control.meaning == "reason":
            value, kind = {"choices": [chance.choice(sorted(labels.reasons[label]))]}, "choices"
        elif control.meaning == "evidence" and chance.random() < 0.7:
            value, kind = {"text": [chance.choice(SOURCES)]}, "textarea"
        elif control.meaning == "note" and chance.random() < 0.2:
            value, kind = {"text": [chance.choice(NOTES)]}, "textarea"
        else:
            continue
        found.append(common | {"from_name": control.name, "type": kind, "value": place | value})
    return found


def _ruled(bench: Workbench, conflict: dict[str, Any]) -> list[dict[str, Any]]:
    """The adjudicator adopts the first version."""
    labels = bench.adjudication.labels.values()
    first = next(one.value for one in labels if one.adopts)
    result = relabelled(conflict, {0: first})
    place = {key: result[0]["value"][key] for key in ("start", "end")}
    note = {"text": ["The inspection report decides it."]}
    beside = {"id": result[0]["id"], "to_name": bench.adjudication.text, "from_name": "note"}
    return [*result, beside | {"type": "textarea", "value": place | note}]
