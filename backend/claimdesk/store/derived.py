"""Writing what is derived: judgements and consensus, replaced for the claims that were touched.

A row here is a dictionary of a table's columns: an object for each label costs twelve times as
much.
"""

from collections.abc import Generator, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, delete, func, insert, select, update
from sqlmodel import Session, SQLModel, col

from claimdesk.models import Conflict, Consensus, Delivery, Flag, Judgement, Ruling
from claimdesk.store import deliveries
from claimdesk.store.database import batches
from claimdesk.store.deliveries import Pair
from claimdesk.store.facts import MANY


class Said(NamedTuple):
    """What consensus needs of a judgement."""

    claim_id: str
    article_id: str
    reviewer_id: int
    start: int
    end: int
    verdict: str
    change: str | None
    reason: str | None
    evidence: Sequence[str]
    discounted: str | None = None


class Ruled(NamedTuple):
    """What consensus needs of a ruling."""

    claim_id: str
    article_id: str
    start: int
    end: int
    verdict: str
    reason: str | None
    adopted: str | None
    reviewer_id: int
    seen: dict[str, int]


def judgements_on(session: Session, articles: Iterable[str]) -> list[Said]:
    """What was said of the claims of some articles."""
    query = select(*(_table(Judgement).c[name] for name in Said._fields)).where(
        col(Judgement.article_id).in_(list(articles))
    )
    return [Said(*row) for row in session.execute(query)]


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


def flags_on(session: Session, articles: Iterable[str]) -> list[dict[str, Any]]:
    """What was noticed of what was left on some articles."""
    query = select(_table(Flag)).where(col(Flag.article_id).in_(list(articles)))
    return [dict(row) for row in session.execute(query).mappings()]


def replace_flags(
    session: Session, articles: Iterable[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Put what is noticed now in place of what was."""
    session.execute(delete(Flag).where(col(Flag.article_id).in_(list(articles))))
    if rows:
        session.execute(insert(_table(Flag)), rows)


def replace_rulings(
    session: Session, articles: Iterable[str], rows: Sequence[dict[str, Any]]
) -> set[str]:
    """Put the rulings on claims of some articles in place of the earlier; the claims of both."""
    here = col(Ruling.article_id).in_(list(articles))
    before = set(session.scalars(select(col(Ruling.claim_id)).where(here)))
    if before:
        session.execute(delete(Ruling).where(here))
    if rows:
        session.execute(insert(_table(Ruling)), rows)
    return before | {row["claim_id"] for row in rows}


def rulings_on(session: Session, articles: Iterable[str]) -> dict[str, Ruled]:
    """What was ruled on claims of some articles, with the votes that the adjudicator saw."""
    columns = [_table(Ruling).c[name] for name in Ruled._fields if name != "seen"]
    query = (
        select(*columns, col(Conflict.votes))
        .join(Conflict, col(Conflict.claim_id) == col(Ruling.claim_id))
        .where(col(Ruling.article_id).in_(list(articles)))
    )
    return {row.claim_id: Ruled(*row) for row in session.execute(query)}


def rename_claims(session: Session, renamed: Sequence[tuple[str, int, str]]) -> None:
    """Give judgements, known by claim and reviewer, another claim each.

    All at once, as it were: one may get the name that another one has had.
    """
    table = _table(Judgement)
    theirs = (table.c.claim_id == bindparam("old"), table.c.reviewer_id == bindparam("reviewer"))
    change = update(table).where(*theirs).values(claim_id=bindparam("new"))
    between = [{"old": a, "reviewer": who, "new": f"~{a}"} for a, who, _ in renamed]
    at_last = [{"old": f"~{a}", "reviewer": who, "new": b} for a, who, b in renamed]
    for step in filter(None, (between, at_last)):
        session.connection().execute(change, step)


def decided_otherwise(session: Session, policy: str, limit: int) -> list[str]:
    """Articles with a consensus that came about under another policy, so many of them."""
    ends = select(func.min(col(Consensus.policy))), select(func.max(col(Consensus.policy)))
    if {session.scalar(end) for end in ends} <= {policy, None}:
        return []
    query = select(col(Consensus.article_id)).where(col(Consensus.policy) != policy).distinct()
    return list(session.scalars(query.order_by(col(Consensus.article_id)).limit(limit)))


def forget_consensus(session: Session, articles: Iterable[str]) -> None:
    """Drop the consensus of some articles."""
    session.execute(delete(Consensus).where(col(Consensus.article_id).in_(list(articles))))


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
    for table in (Judgement, Ruling, Consensus, Flag):
        session.execute(delete(table))
    session.execute(update(Delivery).values(handled=False, refused=None))
    deliveries.stand_anew(session)


def _table(model: type[SQLModel]) -> Table:
    """The table behind a model: what goes past the objects is twice as fast."""
    return SQLModel.metadata.tables[str(model.__tablename__)]
