"""Articles that one more reviewer is asked to read, and the claims for which."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from claimdesk.models import Article, Consensus, Delivery, Publication, Rereading, Segment
from claimdesk.store.database import batches
from claimdesk.store.deliveries import ANNOTATION
from claimdesk.store.facts import MANY, insert_new


class Wanted(NamedTuple):
    """To how many an article is to be handed out, with which claims, and where it stands.

    All of its claims where none are named.
    """

    readers: int
    claims: Sequence[str] | None
    project: int
    task: int


def readings_asked(session: Session, articles: Iterable[str], overlap: int) -> dict[str, int]:
    """How many readings of each article are asked for, `overlap` being what all are shown to."""
    found = dict.fromkeys(articles, overlap)
    highest = select(col(Rereading.article_id), func.max(col(Rereading.reading)))
    for some in batches(sorted(found), MANY):
        rows = highest.where(col(Rereading.article_id).in_(some))
        for article, reading in session.execute(rows.group_by(col(Rereading.article_id))):
            found[article] = max(overlap, reading)
    return found


def add_rereadings(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Note what is asked for; what was asked for before stays as it was."""
    session.execute(insert_new(session, Rereading), [dict(row) for row in rows])


def rereadings(session: Session, articles: Iterable[str]) -> dict[str, list[Rereading]]:
    """All that was asked for of those articles of which anything was, the newest first."""
    found: dict[str, list[Rereading]] = {}
    newest = select(Rereading).order_by(col(Rereading.reading).desc())
    for some in batches(sorted(set(articles)), MANY):
        for one in session.scalars(newest.where(col(Rereading.article_id).in_(some))):
            found.setdefault(one.article_id, []).append(one)
    return found


def open_claims(
    session: Session, articles: Collection[str] | None, furniture: Collection[str]
) -> dict[str, list[str]]:
    """The published claims, of these articles or of all, that were judged and are not settled.

    `furniture` are the roles of what is no claim. Only of articles that stand in Label Studio;
    what was planted has no consensus.
    """
    query = (
        select(col(Consensus.article_id), col(Consensus.claim_id))
        .join(Segment, col(Segment.id) == col(Consensus.claim_id))
        .join(Article, col(Article.id) == col(Consensus.article_id))
        .join(Publication, col(Publication.article_id) == col(Consensus.article_id))
        .where(
            col(Consensus.settled).is_(False),
            col(Segment.role).not_in(furniture),
            col(Article.gold).is_(False),
            col(Publication.claim_id) == "",
        )
        .order_by(col(Consensus.article_id), col(Segment.position))
    )
    found: dict[str, list[str]] = {}
    for some in _some(articles, query, col(Consensus.article_id)):
        for article, claim in session.execute(some):
            found.setdefault(article, []).append(claim)
    return found


def newest(
    session: Session, articles: Collection[str] | None
) -> dict[str, tuple[int, Sequence[str]]]:
    """What was asked for last of these articles, or of all of which anything was."""
    columns = (col(Rereading.article_id), col(Rereading.reading), col(Rereading.claims))
    query = select(*columns).order_by(col(Rereading.article_id), col(Rereading.reading))
    return {
        article: (reading, claims)
        for some in _some(articles, query, col(Rereading.article_id))
        for article, reading, claims in session.execute(some)
    }


def places(session: Session, articles: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Project and task of those of these articles that stand in Label Studio."""
    columns = (col(Publication.article_id), col(Publication.project_id), col(Publication.task_id))
    query = select(*columns).where(col(Publication.claim_id) == "")
    return {
        article: (project, task)
        for some in batches(sorted(articles), MANY)
        for article, project, task in session.execute(
            query.where(col(Publication.article_id).in_(some))
        )
    }


def last_saved(session: Session, articles: Iterable[str]) -> dict[str, datetime]:
    """When the newest of all that arrived on each article was saved, by Label Studio's clock."""
    query = select(col(Delivery.article_id), col(Delivery.said_at)).where(
        col(Delivery.said_at).is_not(None), col(Delivery.kind) == ANNOTATION
    )
    found: dict[str, datetime] = {}
    for some in batches(sorted(articles), MANY):
        for article, moment in session.execute(query.where(col(Delivery.article_id).in_(some))):
            found[article] = max(moment, found.get(article, moment))
    return found


def _some(articles: Collection[str] | None, query: Any, of: Any) -> Iterable[Select[Any]]:
    """The query for a few articles at a time, or once for all."""
    if articles is None:
        return [query]
    return [query.where(of.in_(some)) for some in batches(sorted(articles), MANY)]
