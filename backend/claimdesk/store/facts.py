"""Writing and reading what cannot be computed again: articles, segments, deliveries.

Publications, which say where an article stands in Label Studio, live here too: they join the two.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Insert, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col

from claimdesk import ledger
from claimdesk.ledger import Head
from claimdesk.models import (
    Article,
    Delivery,
    Installation,
    Publication,
    Reviewer,
    Segment,
    Standing,
)
from claimdesk.pseudonyms import pseudonym

ANNOTATION, TOMBSTONE = "annotation", "tombstone"


def installation_mark(session: Session) -> str:
    """The mark by which we know our own projects in Label Studio; made on first use."""
    kept = session.get(Installation, 1)
    if kept is None:
        session.execute(_insert_new(session, Installation), [{"id": 1, "mark": uuid4().hex}])
        kept = session.get_one(Installation, 1)
    return kept.mark


def add_articles(
    session: Session, articles: Sequence[Article], segments: Iterable[Segment]
) -> set[str]:
    """Store the articles that are not there yet, with their segments; return their ids."""
    ids = [article.id for article in articles]
    there = set(session.scalars(select(col(Article.id)).where(col(Article.id).in_(ids))))
    new = {article.id: article.model_dump() for article in articles if article.id not in there}
    if new:
        session.execute(insert(Article), list(new.values()))
        rows = {one.id: one.model_dump() for one in segments if one.article_id in new}
        if rows:
            session.execute(insert(Segment), list(rows.values()))
    return set(new)


def named_articles(session: Session, names: Iterable[str]) -> dict[str, str]:
    """The newest article under each name its owner gave it."""
    rows = session.execute(
        select(col(Article.external_id), col(Article.id))
        .where(col(Article.external_id).in_(list(names)))
        .order_by(col(Article.loaded_at), col(Article.id))
    )
    return {name: article for name, article in rows if name is not None}


def segments_of(session: Session, article: str) -> list[Segment]:
    """The segments of an article in order."""
    query = select(Segment).where(col(Segment.article_id) == article)
    return list(session.scalars(query.order_by(col(Segment.position))))


def unpublished(session: Session, limit: int) -> list[Article]:
    """The next articles, in the order they were loaded, that stand in no project yet."""
    published = select(col(Publication.article_id))
    query = select(Article).where(col(Article.id).not_in(published))
    oldest = query.order_by(col(Article.loaded_at), col(Article.id))
    return list(session.scalars(oldest.limit(limit)))


def count(session: Session, table: type[SQLModel]) -> int:
    """How many rows a table has."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def publications(session: Session, project: int) -> dict[int, Publication]:
    """What we know of a project's tasks, by task."""
    query = select(Publication).where(col(Publication.project_id) == project)
    return {row.task_id: row for row in session.scalars(query)}


def put_publication(session: Session, article: str, project: int, task: int) -> None:
    """Note that an article stands in Label Studio; a known one keeps its first task.

    Label Studio hands the number of a deleted task out again, so another article that stood
    there stands there no more.
    """
    session.execute(
        delete(Publication).where(
            col(Publication.project_id) == project,
            col(Publication.task_id) == task,
            col(Publication.article_id) != article,
        )
    )
    row = {"article_id": article, "project_id": project, "task_id": task, "sure": False}
    session.execute(_insert_new(session, Publication), [row])


def drop_publications(session: Session, tasks: Iterable[int], project: int) -> None:
    """Forget tasks that are no longer there."""
    session.execute(
        delete(Publication).where(
            col(Publication.task_id).in_(list(tasks)), col(Publication.project_id) == project
        )
    )


def drop_other_projects(session: Session, project: int) -> None:
    """Forget tasks of projects that are not ours any more."""
    session.execute(delete(Publication).where(col(Publication.project_id) != project))


def mark_seen(session: Session, article: str, task: int, stamp: str, *, sure: bool) -> None:
    """Note up to which of Label Studio's stamps a task has been fetched."""
    this = (col(Publication.article_id) == article, col(Publication.task_id) == task)
    session.execute(update(Publication).where(*this).values(seen=stamp, sure=sure))


def newest_stamp(session: Session, project: int) -> str | None:
    """The greatest updated_at fetched so far in a project."""
    stamp = func.max(col(Publication.seen))
    return session.scalar(select(stamp).where(col(Publication.project_id) == project))


def add_deliveries(session: Session, deliveries: Sequence[Delivery]) -> int:
    """Append what has not arrived before; return how many were new."""
    rows = [delivery.model_dump(exclude={"id"}) for delivery in deliveries]
    if not rows:
        return 0
    keys = [delivery.key for delivery in deliveries]
    known = set(session.scalars(select(col(Delivery.key)).where(col(Delivery.key).in_(keys))))
    fresh = list({row["key"]: row for row in rows if row["key"] not in known}.values())
    if fresh:
        _chain(head(session), fresh)
        session.execute(insert(Delivery), fresh)
        _advance(session, fresh)
        put_reviewers(session, {one["reviewer_id"]: None for one in fresh if one["reviewer_id"]})
    return len(fresh)


def head(session: Session) -> Head:
    """Where the ledger ends."""
    newest = select(col(Delivery.id), col(Delivery.link), col(Delivery.arrived_at))
    row = session.execute(newest.order_by(col(Delivery.id).desc()).limit(1)).first()
    return Head(*row) if row else Head()


def unhandled(session: Session, limit: int) -> list[Delivery]:
    """The oldest deliveries nobody has looked into yet."""
    query = select(Delivery).where(col(Delivery.handled).is_(False))
    return list(session.scalars(query.order_by(col(Delivery.id)).limit(limit)))


def waiting(session: Session) -> int:
    """How many deliveries nobody has looked into yet."""
    query = select(func.count()).where(col(Delivery.handled).is_(False))
    return session.scalar(query) or 0


def mark_handled(session: Session, delivery: Delivery, refused: str | None) -> None:
    """Note how handling went."""
    change = update(Delivery).where(col(Delivery.id) == delivery.id)
    session.execute(change.values(handled=True, refused=refused))


def live_annotations(session: Session, task: int | None = None) -> set[str]:
    """Unique ids of the annotations that have arrived and have not vanished."""
    query = select(col(Standing.annotation)).where(col(Standing.gone).is_(False))
    if task is not None:
        query = query.where(col(Standing.task_id) == task)
    return set(session.scalars(query))


def latest_of(session: Session, annotation: str) -> Delivery | None:
    """The last version of an annotation that arrived."""
    query = select(Delivery).where(
        col(Delivery.annotation) == annotation, col(Delivery.kind) == ANNOTATION
    )
    return session.scalars(query.order_by(col(Delivery.id).desc()).limit(1)).first()


def last_said(session: Session, article: str, reviewer: int) -> Delivery | None:
    """What a reviewer said last of an article, among all that is usable.

    Of one annotation the version that arrived last counts, because it is what Label Studio held
    when we last looked, whatever its clock said. Between annotations the later said wins.
    """
    dead = select(col(Delivery.annotation)).where(
        col(Delivery.kind) == TOMBSTONE, col(Delivery.article_id) == article
    )
    held = (
        select(func.max(col(Delivery.id)))
        .where(
            col(Delivery.article_id) == article,
            col(Delivery.reviewer_id) == reviewer,
            col(Delivery.kind) == ANNOTATION,
            col(Delivery.handled).is_(True),
            col(Delivery.refused).is_(None),
            col(Delivery.annotation).not_in(dead),
        )
        .group_by(col(Delivery.annotation))
    )
    query = select(Delivery).where(col(Delivery.id).in_(held))
    newest = query.order_by(col(Delivery.said_at).desc(), col(Delivery.key).desc())
    return session.scalars(newest.limit(1)).first()


def authors_of(session: Session, annotation: str) -> set[int]:
    """Everybody who ever saved an annotation."""
    query = select(col(Delivery.reviewer_id)).where(
        col(Delivery.annotation) == annotation, col(Delivery.reviewer_id).is_not(None)
    )
    return {number for number in session.scalars(query.distinct()) if number is not None}


def nameless_reviewers(session: Session, numbers: set[int]) -> set[int]:
    """Those of the accounts whose address we do not know and may know."""
    query = select(col(Reviewer.id)).where(
        col(Reviewer.id).in_(numbers),
        col(Reviewer.email).is_(None),
        col(Reviewer.erased_at).is_(None),
    )
    return set(session.scalars(query))


def put_reviewers(session: Session, reviewers: dict[int, str | None]) -> None:
    """Note who there is; somebody new gets a key and a pseudonym, somebody erased no address."""
    mark = installation_mark(session)
    rows = [
        {"id": number, "key": key, "pseudonym": pseudonym(key, mark, number)}
        for number, key in ((number, secrets.token_hex(32)) for number in sorted(reviewers))
    ]
    if rows:
        session.execute(_insert_new(session, Reviewer), rows)
    for number, email in reviewers.items():
        if email is not None:
            theirs = update(Reviewer).where(col(Reviewer.id) == number)
            kept = theirs.where(col(Reviewer.erased_at).is_(None))
            session.execute(kept.values(email=email))


def refusals(session: Session, limit: int) -> list[tuple[int, datetime, str, str]]:
    """The newest deliveries that do not count: id, arrival, article, reason."""
    query = (
        select(
            col(Delivery.id),
            col(Delivery.arrived_at),
            col(Delivery.article_id),
            col(Delivery.refused),
        )
        .where(col(Delivery.refused).is_not(None))
        .order_by(col(Delivery.id).desc())
    )
    return [tuple(row) for row in session.execute(query.limit(limit))]


def _insert_new(session: Session, table: type[SQLModel]) -> Insert:
    """An insert that leaves rows alone that are already there."""
    dialect = session.get_bind().dialect.name
    statement: Any = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    new: Insert = statement.on_conflict_do_nothing()
    return new


def _chain(last: Head, rows: Sequence[dict[str, Any]]) -> None:
    """Give new entries their place behind the last one, and never a time before its."""
    position, link = last.position, last.link
    for row in rows:
        position += 1
        row["id"] = position
        if last.arrived_at is not None:
            row["arrived_at"] = max(row["arrived_at"], last.arrived_at)
        row["link"] = link = ledger.link(link, row)


def _advance(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Let what stands of each annotation point to its newest delivery; the end stays the end."""
    newest = {
        row["annotation"]: {
            "annotation": row["annotation"],
            "delivery_id": row["id"],
            "task_id": row["task_id"],
            "article_id": row["article_id"],
            "gone": row["kind"] == TOMBSTONE,
        }
        for row in rows
    }
    for row in rows:
        newest[row["annotation"]]["gone"] |= row["kind"] == TOMBSTONE
    dialect = session.get_bind().dialect.name
    statement: Any = (
        postgresql.insert(Standing) if dialect == "postgresql" else sqlite.insert(Standing)
    )
    new = statement.excluded
    advance = statement.on_conflict_do_update(
        index_elements=["annotation"],
        set_={
            "delivery_id": new.delivery_id,
            "task_id": new.task_id,
            "article_id": new.article_id,
            "gone": or_(col(Standing.gone), new.gone),
        },
        where=col(Standing.delivery_id) < new.delivery_id,
    )
    session.execute(advance, list(newest.values()))
