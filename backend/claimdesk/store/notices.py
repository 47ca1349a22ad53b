"""Who is told what happens, what they were told, and what waits to be sent."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlmodel import Session, col

from claimdesk.models import Consensus, Endpoint, Notice, Told
from claimdesk.store.database import batches
from claimdesk.store.facts import MANY

Key = tuple[str, str]
"""An article and a claim of it; no claim for the article itself."""


def endpoints(session: Session) -> list[Endpoint]:
    """Everybody who is told, the oldest first."""
    return list(session.scalars(select(Endpoint).order_by(col(Endpoint.created_at))))


def endpoint(session: Session, number: str) -> Endpoint | None:
    """One of them."""
    return session.get(Endpoint, number)


def add_endpoint(session: Session, new: Endpoint) -> None:
    """One more is told."""
    session.add(new)


def remove_endpoint(session: Session, number: str) -> None:
    """One is told no more; what it was told stays in the log, what waited is dropped."""
    session.execute(delete(Endpoint).where(col(Endpoint.id) == number))
    theirs = delete(Notice).where(col(Notice.endpoint_id) == number)
    session.execute(theirs.where(col(Notice.next_at).is_not(None)))


def told(session: Session, articles: Collection[str]) -> dict[Key, str]:
    """How the claims of some articles stood when something was last told of them."""
    found: dict[Key, str] = {}
    for some in batches(sorted(articles), MANY):
        query = select(Told).where(col(Told.article_id).in_(some))
        found |= {(one.article_id, one.claim_id): one.what for one in session.scalars(query)}
    return found


def told_of(session: Session, claims: Collection[str]) -> list[Key]:
    """Those of these claims of which something was told."""
    found: list[Key] = []
    for some in batches(sorted(claims), MANY):
        query = select(col(Told.article_id), col(Told.claim_id)).where(col(Told.claim_id).in_(some))
        found += [(article, claim) for article, claim in session.execute(query)]
    return found


def tell(session: Session, changed: Mapping[Key, str]) -> None:
    """Note how they stand now."""
    for (article, claim), what in sorted(changed.items()):
        session.merge(Told(article_id=article, claim_id=claim, what=what))


def forget_told(session: Session) -> None:
    """Nobody is told anything any more."""
    session.execute(delete(Told))


def decided(session: Session) -> list[Consensus]:
    """What is decided of every claim."""
    return list(session.scalars(select(Consensus).order_by(col(Consensus.claim_id))))


def put(session: Session, new: Sequence[Notice]) -> None:
    """Have notices sent."""
    if new:
        session.execute(insert(Notice), [one.model_dump() for one in new])


def due(session: Session, now: datetime, limit: int) -> list[Notice]:
    """What should have been sent by now, the oldest first."""
    query = select(Notice).where(col(Notice.next_at) <= now)
    return list(session.scalars(query.order_by(col(Notice.created_at)).limit(limit)))


def notice(session: Session, number: str) -> Notice | None:
    """One of them."""
    return session.get(Notice, number)


def newest(session: Session, limit: int) -> list[Notice]:
    """The log, the newest first."""
    query = select(Notice).order_by(col(Notice.created_at).desc(), col(Notice.id))
    return list(session.scalars(query.limit(limit)))


def prune(session: Session, before: datetime) -> None:
    """Drop what was done with long ago."""
    old = delete(Notice).where(col(Notice.next_at).is_(None), col(Notice.created_at) < before)
    session.execute(old)
