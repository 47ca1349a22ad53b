"""What was there at a moment, copied into a place apart."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, insert, select
from sqlmodel import Session, col

from claimdesk.models import (
    Article,
    Codebook,
    Conflict,
    Delivery,
    GoldAnswer,
    Installation,
    Publication,
    Rereading,
    Reviewer,
    Segment,
)
from claimdesk.store.database import batches
from claimdesk.store.deliveries import stand_anew


def copy_until(
    now: Session, then: Session, moment: datetime, *, identities: bool, waiting: bool
) -> None:
    """Copy into an empty database what was there at a moment; nothing of it is handled yet.

    Addresses only if identities are wanted, and keys of pseudonyms never. Deliveries that nobody
    has looked into yet only if those `waiting` are wanted.
    """
    kept = {"key": ""} if identities else {"key": "", "email": None}
    loaded = col(Article.loaded_at) <= moment
    there = select(col(Article.id)).where(loaded)
    of_article = col(Segment.article_id).in_(there)
    published = col(Publication.article_id).in_(there)
    _copy(now, then, select(Installation))
    _copy(now, then, select(Reviewer), **kept)
    _copy(now, then, select(Article).where(loaded).order_by(col(Article.id)))
    _copy(now, then, select(Segment).where(of_article).order_by(col(Segment.id)))
    _copy(now, then, select(Publication).where(published).order_by(col(Publication.article_id)))
    _copy(now, then, select(GoldAnswer).where(col(GoldAnswer.article_id).in_(there)))
    _copy(now, then, select(Rereading).where(col(Rereading.article_id).in_(there)))
    _copy(now, then, select(Conflict).where(col(Conflict.opened_at) <= moment))
    _copy(now, then, select(Codebook).where(col(Codebook.first_used_at) <= moment))
    arrived = select(Delivery).where(col(Delivery.arrived_at) <= moment)
    if not waiting:
        arrived = arrived.where(col(Delivery.handled).is_(True))
    _copy(now, then, arrived.order_by(col(Delivery.id)), handled=False, refused=None)
    stand_anew(then)


def _copy(now: Session, then: Session, query: Select[Any], **instead: Any) -> None:
    (table,) = query.column_descriptions
    streamed = query.with_only_columns(*table["entity"].__table__.c)
    found = now.execute(streamed, execution_options={"yield_per": 500}).mappings()
    for rows in batches(found, 500):
        then.execute(insert(table["entity"]), [dict(row) | instead for row in rows])
