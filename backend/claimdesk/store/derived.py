"""Writing what is derived: judgements and consensus, replaced for the claims that were touched.

A row here is a dictionary of a table's columns: an object for each label costs twelve times as
much.
"""

from collections.abc import Generator, Iterable, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlmodel import Session, SQLModel, col

from claimdesk.models import Consensus, Delivery, Judgement
from claimdesk.store import deliveries
from claimdesk.store.database import batches
from claimdesk.store.deliveries import Pair
from claimdesk.store.facts import MANY

Said = tuple[str, str, int, str, int, int]
"""What consensus needs of a judgement: claim, article, reviewer, verdict, start, end."""


def judgements_on(session: Session, articles: Iterable[str]) -> list[Said]:
    """What was said of the claims of some articles."""
    query = select(
        col(Judgement.claim_id),
        col(Judgement.article_id),
        col(Judgement.reviewer_id),
        col(Judgement.verdict),
        col(Judgement.start),
        col(Judgement.end),
    ).where(col(Judgement.article_id).in_(list(articles)))
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in session.execute(query)]


def replace_judgements(
    session: Session, pairs: Iterable[Pair], rows: Sequence[dict[str, Any]]
) -> None:
    """Put reviewers' judgements on articles in place of their earlier ones."""
    theirs = delete(_table(Judgement)).where(
        col(Judgement.article_id) == bindparam("article"),
        col(Judgement.reviewer_id) == bindparam("reviewer"),
    )
    gone = [{"article": article, "reviewer": reviewer} for article, reviewer in sorted(pairs)]
    if gone:
        session.connection().execute(theirs, gone)
    if rows:
        session.execute(insert(_table(Judgement)), rows)


def replace_consensus(
    session: Session, claims: Iterable[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Put the consensus of the touched claims in place of the earlier one."""
    for some in batches(sorted(claims), MANY):
        session.execute(delete(Consensus).where(col(Consensus.claim_id).in_(some)))
    if rows:
        session.execute(insert(_table(Consensus)), rows)


def rows(session: Session, model: type[SQLModel]) -> Generator[dict[str, Any]]:
    """Every row of a derived table by its key."""
    table = _table(model)
    query = select(*table.columns).order_by(*table.primary_key.columns)
    with session.execute(query, execution_options={"yield_per": MANY}) as found:
        for row in found.mappings():
            yield dict(row)


def forget(session: Session) -> None:
    """Drop everything that is derived, so that handling the deliveries again rebuilds it."""
    session.execute(delete(Judgement))
    session.execute(delete(Consensus))
    session.execute(update(Delivery).values(handled=False, refused=None))
    deliveries.stand_anew(session)


def _table(model: type[SQLModel]) -> Table:
    """The table behind a model: what goes past the objects is twice as fast."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
