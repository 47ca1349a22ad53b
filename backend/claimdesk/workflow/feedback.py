"""`feedback`: where a reviewer was overruled by an adjudicator, and why; nobody else is named."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from claimdesk.errors import NotFound
from claimdesk.store import conflicts, reviewers
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench


@dataclass(frozen=True)
class Overruled:
    """A claim of which an adjudicator says something else: what the reviewer said, what holds.

    `overruling` is the adjudicator's code of why; `note` and `evidence` are those of the ruling.
    """

    claim: str
    article: str
    title: str | None
    text: str
    said: str
    said_reason: str | None
    verdict: str
    reason: str | None
    evidence: list[str]
    overruling: str | None
    note: str | None
    decided_at: datetime


def feedback(bench: Workbench, who: str) -> list[Overruled]:
    """Where somebody, given by pseudonym or address, was overruled, the newest first.

    Raises NotFound for somebody we do not know.
    """
    with reading(bench.engine) as session:
        accounts = [one.id for one in reviewers.accounts(session, who)]
    if not accounts:
        raise unknown()
    return feedback_of(bench, accounts)


def feedback_of(bench: Workbench, accounts: Iterable[int]) -> list[Overruled]:
    """Where the person behind these accounts was overruled, the newest first.

    Only by an adjudicator: a majority may be wrong, and whoever it outvoted may not be. Whoever
    passed was not overruled.
    """
    with reading(bench.engine) as session:
        return [
            Overruled(
                claim=ruling.claim_id,
                article=article.id,
                title=article.title,
                text=article.text[ruling.start : ruling.end],
                said=said.verdict,
                said_reason=said.reason,
                verdict=ruling.verdict,
                reason=ruling.reason,
                evidence=ruling.evidence,
                overruling=ruling.overruling,
                note=ruling.note,
                decided_at=ruling.said_at,
            )
            for said, ruling, article in conflicts.overruled(session, accounts)
            if said.verdict in bench.labels.votes
        ]


def unknown() -> NotFound:
    """Nobody goes by this name."""
    return NotFound(
        "There is no such reviewer.",
        why="It is no pseudonym in force, and no address that claimdesk knows.",
        fix="Run claimdesk reviewers list.",
    )
