"""Two reviewers who disagree on a claim, and those who decide it."""

import json
from pathlib import Path
from typing import Any

import pytest

from claimdesk.labelstudio.client import Client
from claimdesk.snapshot import ClaimView
from claimdesk.workflow.adjudicating import adjudicate
from claimdesk.workflow.bench import Workbench
from claimdesk.workflow.collecting import pull
from claimdesk.workflow.loading import load
from claimdesk.workflow.publishing import publish
from claimdesk.workflow.reading import status, take_snapshot

from .fake_labelstudio import FakeLabelStudio, relabelled

TEXT = "The weir was shut in 1999. Nine gates leaked in 2001. The mayor knew of it."
Screen = list[dict[str, Any]]
ADA, BO, CEM, JUDGE, OTHER = 2, 3, 4, 7, 8


class Court:
    """One article, two reviewers who disagree on its first claim, and an adjudicator."""

    def __init__(self, bench: Workbench, fake: FakeLabelStudio, folder: Path) -> None:
        self.bench, self.fake = bench, fake
        self.client = Client(bench.settings, fake)
        (folder / "weir.txt").write_text(TEXT)
        load(bench, [str(folder / "weir.txt")])
        publish(bench, self.client)
        self.verdicts = bench.labels.verdicts

    def review(self, who: int, first: str, *evidence: str, end: int | None = None) -> int:
        """Somebody judges the article: the first claim as told, the others alike."""
        first_verdict, *_ = self.verdicts
        screen = relabelled(self.fake.tasks[1], {0: first, 1: first_verdict, 2: first_verdict})
        if end is not None:
            screen[0]["value"]["end"] = end
        place = {key: screen[0]["value"][key] for key in ("start", "end")}
        common = {"id": screen[0]["id"], "to_name": self.bench.labels.text}
        names = {
            one.meaning: one.name
            for one in self.bench.labels.controls.values()
            if first in one.valid_for
        }
        if evidence:
            value = place | {"text": list(evidence)}
            screen.append(
                common | {"from_name": names["evidence"], "type": "textarea", "value": value}
            )
        value = place | {"text": [f"said by {who}\nEvidence: none"]}
        screen.append(common | {"from_name": names["note"], "type": "textarea", "value": value})
        return int(self.fake.say(1, who, screen)["id"])

    def look(self) -> None:
        pull(self.bench, self.client, accept_deletions=True)

    def ask(self) -> int:
        """Publish conflicts; how many were new."""
        self.look()
        return adjudicate(self.bench, self.client).new

    @property
    def conflicts(self) -> list[dict[str, Any]]:
        """The tasks of the second project, as they stand in Label Studio."""
        return [one for one in self.fake.tasks.values() if "claim_id" in one["data"]]

    def shown(self, number: int = 0) -> dict[str, str]:
        """What the screen of a conflict says under each letter."""
        result = self.conflicts[number]["predictions"][0]["result"]
        letters = {name: letter for letter, name in self.bench.adjudication.letters.items()}
        return {
            letters[one["from_name"]]: one["value"]["text"][0]
            for one in result
            if one["from_name"] in letters
        }

    def letter(self, of: int) -> str:
        """Under which letter a reviewer's version is shown."""
        return next(one for one, said in self.shown().items() if f"said by {of}" in said)

    def adopts(self, letter: str) -> str:
        labels = self.bench.adjudication.labels.values()
        return next(one.value for one in labels if one.adopts == letter)

    def rule(self, label: str, who: int = JUDGE, **fields: Any) -> int:
        """An adjudicator labels the claim, perhaps with `overruling` and `note`, and submits."""
        task = self.conflicts[0]
        more = {name: fields.pop(name) for name in ("overruling", "note") if name in fields}
        return int(self.fake.say(task["id"], who, self.screen(label, **more), **fields)["id"])

    def screen(self, label: str, overruling: str = "", note: str = "") -> Screen:
        screen: Screen = json.loads(json.dumps(self.conflicts[0]["predictions"][0]["result"]))
        screen[0]["value"]["labels"] = [label]
        place = {key: screen[0]["value"][key] for key in ("start", "end")}
        common = {"id": screen[0]["id"], "to_name": self.bench.adjudication.text}
        if overruling:
            value = place | {"choices": [overruling]}
            screen.append(common | {"from_name": "overruling", "type": "choices", "value": value})
        if note:
            value = place | {"text": [note]}
            screen.append(common | {"from_name": "note", "type": "textarea", "value": value})
        return screen

    @property
    def claim(self) -> ClaimView:
        """The first claim as editors see it, after everything was collected."""
        self.look()
        with take_snapshot(self.bench) as snapshot:
            return next(iter(snapshot.claims))

    @property
    def refused(self) -> list[str]:
        self.look()
        return [one.why for one in status(self.bench).refused]


@pytest.fixture
def court(bench: Workbench, fake: FakeLabelStudio, tmp_path: Path) -> Court:
    return Court(bench, fake, tmp_path)


@pytest.fixture
def torn(court: Court) -> Court:
    """Ada and Bo have disagreed, and the conflict stands before adjudicators."""
    court.review(ADA, court.verdicts[0], "https://example.org/a")
    court.review(BO, court.verdicts[1], "https://example.org/b", end=21)
    assert court.ask() == 1
    return court
