"""Claims that adjudicators are asked to decide: which there are, and what was shown of them."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import and_, select
from sqlmodel import Session, col

from claimdesk.models import (
    Article,
    Conflict,
    Consensus,
    Delivery,
    Judgement,
    Publication,
    Ruling,
    Standing,
)
from claimdesk.store.database import batches
from claimdesk.store.facts import MANY, insert_new


class Candidate(NamedTuple):
    """An unsettled claim; `known` says that it was a conflict before."""

    story: str | None
    article_id: str
    start: int
    end: int
    claim_id: str
    state: str
    votes: dict[str, int]
    known: bool


def candidates(session: Session, states: Iterable[str]) -> list[Candidate]:
    """Unsettled claims in some states, by story, article and place."""
    columns = (Consensus.article_id, Consensus.start, Consensus.end, Consensus.claim_id)
    found = (col(Consensus.state), col(Consensus.votes), col(Conflict.claim_id).is_not(None))
    query: Any = (
        select(col(Article.story), *map(col, columns), *found)
        .join(Article, col(Article.id) == col(Consensus.article_id))
        .outerjoin(Conflict, col(Conflict.claim_id) == col(Consensus.claim_id))
        .where(
            col(Consensus.settled).is_(False),
            col(Consensus.state).in_(list(states)),
            col(Article.gold).is_(False),
        )
    )
    rows = [Candidate(*row) for row in session.execute(query)]
    return sorted(rows, key=lambda one: (one.story is None, one.story or "", *one[1:5]))


def judgements(session: Session, claims: Iterable[str]) -> dict[str, list[Judgement]]:
    """What counts of what was said of some claims, by claim, in the order of reviewers' numbers."""
    found: dict[str, list[Judgement]] = {}
    for some in batches(sorted(claims), MANY):
        query = select(Judgement).where(
            col(Judgement.claim_id).in_(some), col(Judgement.discounted).is_(None)
        )
        for one in session.scalars(query.order_by(col(Judgement.reviewer_id))):
            found.setdefault(one.claim_id, []).append(one)
    return found


def open_conflicts(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Record what is shown of claims; what was shown first stays."""
    if rows:
        session.execute(insert_new(session, Conflict), list(rows))


def conflicts(session: Session, claims: Iterable[str]) -> dict[str, Conflict]:
    """What was shown of these claims."""
    return {
        one.claim_id: one
        for some in batches(sorted(claims), MANY)
        for one in session.scalars(select(Conflict).where(col(Conflict.claim_id).in_(some)))
    }


def unpublished(session: Session) -> list[Conflict]:
    """Conflicts that nobody has ruled on and that stand in no project, in the queue's order."""
    query = (
        select(Conflict, col(Article.story))
        .join(Article, col(Article.id) == col(Conflict.article_id))
        .where(
            col(Conflict.claim_id).not_in(select(col(Publication.claim_id))),
            col(Conflict.claim_id).not_in(select(col(Ruling.claim_id))),
        )
    )
    return _queued([(row[0], row[1]) for row in session.execute(query)])


class Undecided(NamedTuple):
    """A conflict without a ruling; `answered` says that somebody said something that is none."""

    claim_id: str
    task_id: int
    answered: bool


def undecided(session: Session) -> list[Undecided]:
    """Conflicts that stand in Label Studio and wait for a ruling."""
    said = (
        select(col(Delivery.claim_id))
        .join(Standing, col(Standing.annotation) == col(Delivery.annotation))
        .where(col(Delivery.claim_id).is_not(None), col(Standing.gone).is_(False))
    )
    query = select(col(Publication.claim_id), col(Publication.task_id)).where(
        col(Publication.claim_id) != "",
        col(Publication.claim_id).not_in(select(col(Ruling.claim_id))),
    )
    answered = set(session.scalars(said.distinct()))
    return [Undecided(claim, task, claim in answered) for claim, task in session.execute(query)]


def _queued(found: Sequence[tuple[Conflict, str | None]]) -> list[Conflict]:
    """By story, article and place; in Python, because databases order letters differently."""
    keyed = [
        ((story is None, story or "", one.article_id, one.start, one.end, one.claim_id), one)
        for one, story in found
    ]
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


class Listed(NamedTuple):
    """A conflict with what became of it."""

    conflict: Conflict
    article: Article
    publication: Publication | None
    consensus: Consensus | None
    ruling: Ruling | None


def listed(session: Session) -> list[Listed]:
    """Every conflict in the order of the queue."""
    query: Any = (
        select(Conflict, Article, Publication, Consensus, Ruling)
        .join(Article, col(Article.id) == col(Conflict.article_id))
        .outerjoin(Publication, col(Publication.claim_id) == col(Conflict.claim_id))
        .outerjoin(Consensus, col(Consensus.claim_id) == col(Conflict.claim_id))
        .outerjoin(Ruling, col(Ruling.claim_id) == col(Conflict.claim_id))
    )
    rows = {row[0].claim_id: Listed(*row) for row in session.execute(query)}
    order = _queued([(one.conflict, one.article.story) for one in rows.values()])
    return [rows[one.claim_id] for one in order]


def overruled(session: Session, people: Iterable[int]) -> list[tuple[Judgement, Ruling, Article]]:
    """What these reviewers say of claims of which an adjudicator says something else."""
    query: Any = (
        select(Judgement, Ruling, Article)
        .join(
            Ruling,
            and_(
                col(Ruling.claim_id) == col(Judgement.claim_id),
                col(Ruling.verdict) != col(Judgement.verdict),
            ),
        )
        .join(Article, col(Article.id) == col(Judgement.article_id))
        .where(col(Judgement.reviewer_id).in_(list(people)))
        .order_by(col(Ruling.said_at).desc(), col(Ruling.claim_id))
    )
    return [tuple(row) for row in session.execute(query)]
