"""The desk's own model of what is worth checking, and the scores of segments."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session, col

from claimdesk.models import Article, Consensus, Ranking, Segment


def newest(session: Session) -> Ranking | None:
    """How the last fit went; none if there was none."""
    return session.get(Ranking, 1)


def put(session: Session, ranking: Ranking) -> None:
    """Put a fit in place of the last one."""
    session.execute(delete(Ranking))
    session.add(ranking)


def date(session: Session, moment: datetime) -> None:
    """Note that everything is ordered by the last fit since then."""
    session.execute(update(Ranking).values(fitted_at=moment))


def count_labels(session: Session) -> int:
    """How many claims have a verdict, which is what a fit can learn from."""
    verdict = select(func.count()).select_from(Consensus).where(col(Consensus.verdict).is_not(None))
    return session.scalar(verdict) or 0


def articles_after(session: Session, after: str, limit: int) -> list[str]:
    """The next articles by id."""
    query = select(col(Article.id)).where(col(Article.id) > after)
    return list(session.scalars(query.order_by(col(Article.id)).limit(limit)))


def rescore(session: Session, scores: Sequence[tuple[str, float, list[str]]]) -> None:
    """Give segments another score: segment, worth, signals."""
    change = (
        update(Segment.__table__)  # type: ignore[attr-defined]
        .where(col(Segment.id) == bindparam("segment"))
        .values(worth=bindparam("score"), signals=bindparam("reasons"))
    )
    rows = [{"segment": one, "score": score, "reasons": why} for one, score, why in scores]
    if rows:
        session.connection().execute(change, rows)
