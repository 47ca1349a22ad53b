"""What reviewers are told, since when, and what was judged when it said something else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from claimdesk.codebook import changed
from claimdesk.errors import BadConfiguration
from claimdesk.store import codebooks
from claimdesk.store.database import reading, writing
from claimdesk.workflow.bench import Workbench

NOT_NOTED = "unknown revision"
"""Stands for the cases of a codebook that was never in force here."""


@dataclass(frozen=True)
class StaleJudgement:
    """A judgement whose case the codebook has otherwise by now."""

    claim: str
    article: str
    reviewer: str
    verdict: str
    reason: str | None
    revision: str
    changed: list[str]


@dataclass(frozen=True)
class Stale:
    """All of them; `before` were made before codebooks were kept, and nobody can tell of them."""

    revision: str
    before: int
    judgements: list[StaleJudgement]


def put_in_force(bench: Workbench) -> None:
    """Note that reviewers are shown this codebook."""
    book = bench.codebook
    with writing(bench.engine) as session:
        codebooks.note(session, book.revision, book.cases, datetime.now(UTC))


def shown_to(
    said_at: datetime | None, revision: str | None, begun: Mapping[str, datetime]
) -> str | None:
    """The codebook that somebody was shown who said something at a time.

    It is the `revision` that stands in Label Studio now, unless that came later: then the newest
    that had come by then, and none where none had.
    """
    since = begun.get(revision or "")
    if said_at is None or since is None or since <= said_at:
        return revision
    earlier = [(then, one) for one, then in begun.items() if then <= said_at]
    return max(earlier)[1] if earlier else None


def list_stale(bench: Workbench) -> Stale:
    """Every judgement made under a codebook that had its case otherwise."""
    book = bench.codebook
    with reading(bench.engine) as session:
        cases = _changed_cases(session, bench)
        found = codebooks.judged_under(session, sorted({one[0] for one in cases}))
        before = codebooks.judged_before(session)
    stale = [
        StaleJudgement(
            one.claim, one.article, one.reviewer, one.verdict, one.reason, one.revision, why
        )
        for one in found
        if (why := cases.get((one.revision, one.verdict, one.reason)))
    ]
    return Stale(book.revision, before, stale)


def count_stale(session: Session, bench: Workbench) -> int | None:
    """How many there are; None where there is no codebook to compare with."""
    try:
        cases = _changed_cases(session, bench)
    except BadConfiguration:
        return None
    groups = codebooks.under_others(session, bench.codebook.revision)
    return sum(number for *case, number in groups if tuple(case) in cases)


def _changed_cases(
    session: Session, bench: Workbench
) -> dict[tuple[str, str, str | None], list[str]]:
    """By revision, verdict and reason: the cases that are otherwise now, where any are."""
    book, noted = bench.codebook, codebooks.noted(session)
    found = {}
    for revision, verdict, reason, _ in codebooks.under_others(session, book.revision):
        why = [NOT_NOTED]
        if revision in noted:
            why = changed(noted[revision], book.cases, verdict, reason, bench.labels.present)
        if why:
            found[revision, verdict, reason] = why
    return found
