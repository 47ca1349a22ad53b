"""What was noticed of deliveries, for whoever looks after the desk."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from claimdesk.models import Delivery, Flag, Reviewer
from claimdesk.store.facts import PLANTED


@dataclass(frozen=True)
class Noticed:
    """One flag; reviewers by their pseudonyms."""

    delivery: int
    said_at: datetime | None
    code: str
    reviewer: str | None
    other: str | None
    article: str
    claim: str
    counts: bool
    why: str
    planted: bool


def newest(session: Session, limit: int) -> list[Noticed]:
    """The flags of the newest deliveries."""
    who, other = aliased(Reviewer), aliased(Reviewer)
    columns: tuple[Any, ...] = (
        col(Flag.delivery_id).label("delivery"),
        col(Delivery.said_at),
        col(Flag.code),
        col(who.pseudonym).label("reviewer"),
        col(other.pseudonym).label("other"),
        col(Flag.article_id).label("article"),
        col(Flag.claim_id).label("claim"),
        col(Flag.counts),
        col(Flag.why),
        col(Flag.article_id).in_(PLANTED).label("planted"),
    )
    query: Select[Any] = (
        select(*columns)
        .join(Delivery, col(Delivery.id) == col(Flag.delivery_id))
        .outerjoin(who, col(who.id) == col(Flag.reviewer_id))
        .outerjoin(other, col(other.id) == col(Flag.other_id))
        .order_by(col(Flag.delivery_id).desc(), col(Flag.code), col(Flag.claim_id))
    )
    rows = session.execute(query.limit(limit))
    return [Noticed(**{**row, "planted": bool(row["planted"])}) for row in rows.mappings()]


def numbers(session: Session) -> dict[str, int]:
    """How many flags of each code there are."""
    code = col(Flag.code)
    query = select(code, func.count()).group_by(code).order_by(code)
    return {name: int(number) for name, number in session.execute(query)}
