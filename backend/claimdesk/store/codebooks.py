"""Which codebooks were in force since when, and which names of labels and reasons are in use."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Text, cast, func, or_, select, union_all
from sqlmodel import Session, col

from claimdesk import careful
from claimdesk.models import Codebook, Delivery, GoldAnswer, Judgement, Reviewer, Ruling
from claimdesk.store.facts import insert_new


class Under(NamedTuple):
    """A judgement, and the codebook under which it was made."""

    claim: str
    article: str
    reviewer: str
    verdict: str
    reason: str | None
    revision: str


def note(session: Session, revision: str, cases: Mapping[str, str], now: datetime) -> None:
    """A codebook is in force, since now if it never was before."""
    row = {"revision": revision, "cases": dict(cases), "first_used_at": now}
    session.execute(insert_new(session, Codebook), row)


def noted(session: Session) -> dict[str, dict[str, str]]:
    """The cases of every codebook that ever was in force, by revision."""
    rows = session.execute(select(col(Codebook.revision), col(Codebook.cases)))
    return {row.revision: row.cases for row in rows}


def begun(session: Session) -> dict[str, datetime]:
    """Since when each codebook has been in force."""
    rows = session.execute(select(col(Codebook.revision), col(Codebook.first_used_at)))
    return {row.revision: row.first_used_at for row in rows}


def under_others(session: Session, revision: str) -> list[tuple[str, str, str | None, int]]:
    """Other codebooks that were judged under, with verdict and reason, and how often."""
    key = (col(Judgement.codebook), col(Judgement.verdict), col(Judgement.reason))
    query: Any = select(*key, func.count()).where(key[0] != revision).group_by(*key)
    return [(old, verdict, why, number) for old, verdict, why, number in session.execute(query)]


def judged_under(session: Session, revisions: Iterable[str]) -> list[Under]:
    """What was judged under some codebooks, by article, place and reviewer."""
    columns: tuple[Any, ...] = (
        Judgement.claim_id,
        Judgement.article_id,
        Reviewer.pseudonym,
        Judgement.verdict,
        Judgement.reason,
        Judgement.codebook,
    )
    place = (col(Judgement.article_id), col(Judgement.start), col(Judgement.claim_id))
    query = (
        select(*columns)
        .join(Reviewer, col(Reviewer.id) == col(Judgement.reviewer_id))
        .where(col(Judgement.codebook).in_(list(revisions)))
        .order_by(*place, col(Reviewer.pseudonym))
    )
    return [Under(*row) for row in session.execute(query)]


def judged_before(session: Session) -> int:
    """How many judgements are from before codebooks were kept."""
    query = select(func.count()).select_from(Judgement).where(col(Judgement.codebook).is_(None))
    return session.scalar(query) or 0


def used(
    session: Session, articles: Collection[str] | None = None
) -> dict[tuple[str, str | None], int]:
    """Verdicts with their reasons that were given, on some articles or on all, and how often."""
    tables: tuple[Any, ...] = (Judgement, Ruling, GoldAnswer)
    queries: list[Any] = [select(col(one.verdict), col(one.reason)) for one in tables]
    if articles is not None:
        queries = [
            query.where(col(table.article_id).in_(articles))
            for query, table in zip(queries, tables, strict=True)
        ]
    every = union_all(*queries).subquery()
    query = select(every.c.verdict, every.c.reason, func.count())
    rows = session.execute(query.group_by(every.c.verdict, every.c.reason))
    return {(verdict, reason): number for verdict, reason, number in rows}


def deliveries_with(session: Session, key: str, value: Any) -> int:
    """How many deliveries that could be read hold this under a key, however old they are."""
    body = cast(col(Delivery.body), Text)
    part = {key: value}  # as we write it, and as it was written when something in it was odd
    parts = [written[1:-1] for written in (careful.write(part), json.dumps(part))]
    query = (
        select(func.count())
        .select_from(Delivery)
        .where(
            col(Delivery.handled).is_(True),
            col(Delivery.refused).is_(None),
            or_(*(body.contains(one, autoescape=True) for one in parts)),
        )
    )
    return session.scalar(query) or 0
