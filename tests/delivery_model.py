"""What must be known after whatever happened: an account of it that claimdesk has no part in.

The model sees what Label Studio answered and works out by the two rules alone what counts: of one
annotation each author's last usable version, between annotations the one that was said later.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import httpx

from .fake_labelstudio import FakeLabelStudio
from .screens import Meaning, Screen

CUT, LOST, REFUSED, BUSY = "cut lost refused busy".split()
FAULTS = (CUT, LOST, REFUSED, BUSY)
"""An answer cut short, an answer lost, no connection, an error of the server."""

Judged = tuple[str, str, int, str, str | None, tuple[str, ...]]
"""Article, claim, reviewer, verdict, note, evidence."""


def identity(annotation: dict[str, Any]) -> str:
    """What makes an annotation itself, whatever its number is used for later."""
    made = datetime.fromisoformat(annotation["created_at"])
    return f"{annotation['id']}@{made.isoformat()}"


@dataclass
class Version:
    """One state of an annotation as Label Studio told it."""

    annotation: str
    article: str
    completed_by: int
    updated_by: int
    said_at: datetime
    skipped: bool
    meaning: Meaning | None

    @property
    def counts(self) -> bool:
        return self.completed_by == self.updated_by and (self.skipped or self.meaning is not None)


@dataclass
class Model:
    """Every version that was told, in the order in which it was told first."""

    articles: set[str]
    meanings: dict[tuple[int, str], Meaning | None] = field(default_factory=dict)
    told: dict[tuple[str, str], Version] = field(default_factory=dict)

    def meant(self, annotation: dict[str, Any], screen: Screen) -> None:
        """Note what a reviewer meant by what stands there now."""
        self.meanings[annotation["id"], annotation["updated_at"]] = screen.meaning

    def hear(self, task: dict[str, Any], annotation: dict[str, Any]) -> None:
        """Label Studio told of an annotation."""
        article = task["data"].get("article_id")
        if article not in self.articles:
            return
        version = Version(
            annotation=identity(annotation),
            article=article,
            completed_by=annotation["completed_by"],
            updated_by=annotation["updated_by"],
            said_at=datetime.fromisoformat(annotation["updated_at"]),
            skipped=annotation["was_cancelled"],
            meaning=self.meanings[annotation["id"], annotation["updated_at"]],
        )
        self.told.setdefault((version.annotation, annotation["updated_at"]), version)

    def newest(self, annotation: str) -> str | None:
        """When the version that was told last of an annotation was saved."""
        return next((saved for one, saved in reversed(self.told) if one == annotation), None)

    def judgements(self, dead: set[str]) -> set[Judged]:
        """Everything that counts, given which annotations have ended."""
        held = {
            (one.annotation, one.updated_by): one
            for one in self.told.values()
            if one.counts and one.annotation not in dead
        }
        last: dict[tuple[str, int], Version] = {}
        for one in sorted(held.values(), key=lambda version: version.said_at):
            last[one.article, one.updated_by] = one
        return {
            (article, claim, reviewer, *said)
            for (article, reviewer), one in last.items()
            if not one.skipped
            for claim, said in (one.meaning or {}).items()
        }


class Wire(httpx.BaseTransport):
    """The network between claimdesk and Label Studio; it fails when a test says so.

    What comes through is told to the model, what is lost on the way is not.
    """

    def __init__(self, fake: FakeLabelStudio, model: Model) -> None:
        self.fake = fake
        self.model = model
        self.fault: str | None = None
        self.requests_left = 0

    def fail(self, fault: str, after: int) -> None:
        """Let one request fail, after so many that do not."""
        self.fault, self.requests_left = fault, after

    def heal(self) -> bool:
        """Let nothing fail any more; whether something had."""
        failed = self.fault is not None and self.requests_left < 0
        self.fault = None
        return failed

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Pass a request on, or fail."""
        self.requests_left -= 1
        fault = self.fault if self.requests_left < 0 else None
        if fault == REFUSED:
            raise httpx.ConnectError("refused", request=request)
        if fault == BUSY:
            return httpx.Response(503, text="busy", request=request)
        answer = self.fake.handle_request(request)
        if fault == LOST:
            raise httpx.ReadError("reset", request=request)
        if fault == CUT:
            half = answer.content[: len(answer.content) // 2]
            return httpx.Response(200, content=half, request=request)
        self._tell(answer)
        return answer

    def _tell(self, answer: httpx.Response) -> None:
        found = json.loads(answer.content or b"null")
        for row in found.get("tasks", []) if isinstance(found, dict) else []:
            for annotation in row.get("annotations", []):
                self.model.hear(row, annotation)
