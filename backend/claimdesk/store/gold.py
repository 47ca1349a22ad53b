"""What is known of the claims of planted articles."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, delete, func, select
from sqlmodel import Session, col

from claimdesk.models import Article, GoldAnswer, Segment


class Known(NamedTuple):
    """One planted claim and the answer to it."""

    article: str
    title: str | None
    claim: str
    text: str
    verdict: str
    reason: str | None


def put_answers(session: Session, articles: Iterable[str], answers: Sequence[GoldAnswer]) -> None:
    """Put the answers of planted articles in place of those that were known before."""
    session.execute(delete(GoldAnswer).where(col(GoldAnswer.article_id).in_(list(articles))))
    session.flush()
    session.add_all(answers)


def answers(session: Session) -> list[Known]:
    """Every answer, by article and place."""
    length = col(Segment.end) - col(Segment.start)
    words = func.substr(col(Article.text), col(Segment.start) + 1, length)
    columns: tuple[Any, ...] = (
        col(Article.id),
        col(Article.title),
        col(GoldAnswer.claim_id),
        words,
        col(GoldAnswer.verdict),
        col(GoldAnswer.reason),
    )
    query: Select[Any] = (
        select(*columns)
        .select_from(GoldAnswer)
        .join(Segment, col(Segment.id) == col(GoldAnswer.claim_id))
        .join(Article, col(Article.id) == col(GoldAnswer.article_id))
        .order_by(col(Article.id), col(Segment.start))
    )
    return [Known(*row) for row in session.execute(query)]
