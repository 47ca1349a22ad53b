"""Writing what is derived: judgements and consensus, replaced for the claims that were touched."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select, update
from sqlmodel import Session, col

from claimdesk.models import Consensus, Delivery, Judgement


def replace_judgements(
    session: Session, article: str, reviewer: int, judgements: Sequence[Judgement]
) -> set[str]:
    """Put a reviewer's judgements on an article in place of the earlier ones.

    Returns the claims that either of them touches.
    """
    theirs = (col(Judgement.article_id) == article, col(Judgement.reviewer_id) == reviewer)
    touched = set(session.scalars(select(col(Judgement.claim_id)).where(*theirs)))
    session.execute(delete(Judgement).where(*theirs))
    if judgements:
        session.execute(insert(Judgement), [one.model_dump() for one in judgements])
    return touched | {one.claim_id for one in judgements}


def judgements_on(session: Session, claims: Iterable[str]) -> dict[str, list[Judgement]]:
    """The judgements of each claim, by reviewer."""
    found: dict[str, list[Judgement]] = {claim: [] for claim in claims}
    query = select(Judgement).where(col(Judgement.claim_id).in_(list(found)))
    for one in session.scalars(query.order_by(col(Judgement.reviewer_id))):
        found[one.claim_id].append(one)
    return found


def replace_consensus(session: Session, claims: Iterable[str], rows: Sequence[Consensus]) -> None:
    """Put the consensus of the touched claims in place of the earlier one."""
    session.execute(delete(Consensus).where(col(Consensus.claim_id).in_(list(claims))))
    if rows:
        session.execute(insert(Consensus), [row.model_dump() for row in rows])


def forget(session: Session) -> None:
    """Drop everything that is derived, so that handling the deliveries again rebuilds it."""
    session.execute(delete(Judgement))
    session.execute(delete(Consensus))
    session.execute(update(Delivery).values(handled=False, refused=None))
