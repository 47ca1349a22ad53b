"""Writing what is derived: judgements and consensus, replaced for the claims that were touched.

A row here is a dictionary of a table's columns: an object for each label costs twelve times as
much.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlmodel import Session, SQLModel, col

from claimdesk.models import Consensus, Delivery, Judgement
from claimdesk.store import facts
from claimdesk.store.database import batches

MANY = 500
"""Most values in one list of a statement; both databases have a limit."""

Said = tuple[str, str, int, int]
"""What consensus needs of a judgement: claim, verdict, start, end."""


def replace_judgements(
    session: Session, article: str, rows: Mapping[int, Sequence[dict[str, Any]]]
) -> set[str]:
    """Put reviewers' judgements on an article, by reviewer, in place of their earlier ones.

    Returns the claims that either of them touches.
    """
    theirs = (col(Judgement.article_id) == article, col(Judgement.reviewer_id).in_(list(rows)))
    touched = set(session.scalars(select(col(Judgement.claim_id)).where(*theirs)))
    if touched:
        session.execute(delete(Judgement).where(*theirs))
    new = [row for of_one in rows.values() for row in of_one]
    if new:
        session.execute(insert(_table(Judgement)), new)
    return touched | {row["claim_id"] for row in new}


def judgements_on(session: Session, article: str, claims: set[str]) -> dict[str, list[Said]]:
    """What was said of each of these claims of an article, by reviewer."""
    found: dict[str, list[Said]] = {}
    query = select(
        col(Judgement.claim_id), col(Judgement.verdict), col(Judgement.start), col(Judgement.end)
    )
    theirs = query.where(col(Judgement.article_id) == article)
    for row in session.execute(theirs.order_by(col(Judgement.reviewer_id))):
        if row[0] in claims:
            found.setdefault(row[0], []).append((row[0], row[1], row[2], row[3]))
    return found


def replace_consensus(
    session: Session, claims: Iterable[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Put the consensus of the touched claims in place of the earlier one."""
    for some in batches(sorted(claims), MANY):
        session.execute(delete(Consensus).where(col(Consensus.claim_id).in_(some)))
    if rows:
        session.execute(insert(_table(Consensus)), rows)


def forget(session: Session) -> None:
    """Drop everything that is derived, so that handling the deliveries again rebuilds it."""
    session.execute(delete(Judgement))
    session.execute(delete(Consensus))
    session.execute(update(Delivery).values(handled=False, refused=None))
    facts.stand_anew(session)


def _table(model: type[SQLModel]) -> Table:
    """The table behind a model: what goes past the objects is twice as fast."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
