"""`take_snapshot` and `status`: what editors and operators are told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from claimdesk.models import Article, Delivery, Judgement, Publication, Reviewer
from claimdesk.snapshot import Snapshot
from claimdesk.store import facts, questions
from claimdesk.store.database import reading
from claimdesk.workflow.bench import Workbench

SHOWN_REFUSALS = 20


@dataclass(frozen=True)
class Refused:
    """A delivery that does not count, and why."""

    delivery: int
    arrived_at: datetime
    article: str
    why: str


@dataclass(frozen=True)
class Status:
    """How far the work is."""

    articles: int
    published: int
    reviewers: int
    deliveries: int
    waiting: int
    judgements: int
    claims: dict[str, int]
    refused: list[Refused]


@contextmanager
def take_snapshot(bench: Workbench) -> Iterator[Snapshot]:
    """One state of the database, to be walked through while the context is open."""
    with reading(bench.engine) as session:
        session.connection()
        yield Snapshot(
            taken_at=datetime.now(UTC),
            verdicts=tuple(bench.labels.votes),
            pages=lambda: questions.article_pages(session, bench.settings.reviewers_see),
        )


def status(bench: Workbench) -> Status:
    """Counts of everything, and what was refused lately."""
    with reading(bench.engine) as session:
        return Status(
            articles=facts.count(session, Article),
            published=facts.count(session, Publication),
            reviewers=facts.count(session, Reviewer),
            deliveries=facts.count(session, Delivery),
            waiting=facts.waiting(session),
            judgements=facts.count(session, Judgement),
            claims=questions.states(session),
            refused=[Refused(*row) for row in facts.refusals(session, SHOWN_REFUSALS)],
        )
