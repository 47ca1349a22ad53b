"""Writing and reading what cannot be computed again: articles, segments, deliveries.

Publications, which say where an article stands in Label Studio, live here too: they join the two.
"""

import secrets
from collections.abc import Generator, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Insert, Select, bindparam, case, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel, col

from claimdesk import ledger
from claimdesk.ledger import Head
from claimdesk.models import (
    Article,
    Delivery,
    Installation,
    Publication,
    Reconciliation,
    Reviewer,
    Segment,
    Standing,
)
from claimdesk.pseudonyms import pseudonym
from claimdesk.store.database import batches

ANNOTATION, TOMBSTONE = "annotation", "tombstone"
NOT_NOTED = ""
"""The project of what arrived before it was noted: taken for the one we look at."""

LEDGER_LOCK = 0x1ED6E2
KEPT_RECONCILIATIONS = 1000
MANY = 500
"""Most values in one list of a statement; both databases have a limit."""

Pair = tuple[str, int]
"""An article and a reviewer who said something of it."""

_ENTERED = [name for name in Delivery.model_fields if name not in ("id", "link")]


def key_of(annotation: str, updated_at: object) -> str:
    """The key of one version of an annotation, the same whenever and however it arrives."""
    version = updated_at.isoformat() if isinstance(updated_at, datetime) else updated_at
    return f"{ANNOTATION}:{annotation}:{version}"


def installation_mark(session: Session) -> str:
    """The mark by which we know our own projects in Label Studio; made on first use."""
    kept = session.get(Installation, 1)
    if kept is None:
        session.execute(insert_new(session, Installation), [{"id": 1, "mark": uuid4().hex}])
        kept = session.get_one(Installation, 1)
    return kept.mark


def known_mark(session: Session) -> str | None:
    """Our mark, if there is one yet."""
    return session.scalar(select(col(Installation.mark)))


def known_articles(session: Session, ids: Iterable[str]) -> set[str]:
    """Those of these articles that are loaded."""
    return set(session.scalars(select(col(Article.id)).where(col(Article.id).in_(list(ids)))))


def add_articles(
    session: Session, articles: Sequence[Article], segments: Iterable[Segment]
) -> set[str]:
    """Store the articles that are not there yet, with their segments; return their ids."""
    there = known_articles(session, [article.id for article in articles])
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


def segments_of(session: Session, articles: Iterable[str]) -> dict[str, list[Segment]]:
    """The segments of each of these articles in order."""
    found: dict[str, list[Segment]] = {article: [] for article in articles}
    query = select(Segment).where(col(Segment.article_id).in_(list(found)))
    for segment in session.scalars(query.order_by(col(Segment.position))):
        found[segment.article_id].append(segment)
    return found


def unpublished(session: Session, limit: int) -> list[Article]:
    """The next articles, in the order they were loaded, that stand in no project yet."""
    published = select(col(Publication.article_id))
    query = select(Article).where(col(Article.id).not_in(published))
    oldest = query.order_by(col(Article.loaded_at), col(Article.id))
    return list(session.scalars(oldest.limit(limit)))


def count(session: Session, table: type[SQLModel]) -> int:
    """How many rows a table has."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def publications(
    session: Session, project: int, tasks: Sequence[int] | None = None
) -> dict[int, Publication]:
    """What we know of a project's tasks, or of some of them, by task."""
    query = select(Publication).where(col(Publication.project_id) == project)
    if tasks is not None:
        query = query.where(col(Publication.task_id).in_(tasks))
    return {row.task_id: row for row in session.scalars(query)}


def unsure(session: Session, project: int) -> dict[int, str]:
    """Tasks that have been fetched only once at their newest stamp, and that stamp."""
    query = select(col(Publication.task_id), col(Publication.seen)).where(
        col(Publication.project_id) == project,
        col(Publication.sure).is_(False),
        col(Publication.seen).is_not(None),
    )
    return {task: stamp for task, stamp in session.execute(query) if stamp is not None}


def put_publications(session: Session, project: int, places: Mapping[int, str]) -> None:
    """Note which article stands in which task; a known article keeps its first task.

    Label Studio hands the number of a deleted task out again, so another article that stood
    there stands there no more.
    """
    if not places:
        return
    known = publications(session, project, list(places))
    moved = [task for task, row in known.items() if row.article_id != places[task]]
    drop_publications(session, moved, project)
    rows = [
        {"article_id": article, "project_id": project, "task_id": task, "sure": False}
        for task, article in places.items()
    ]
    session.execute(insert_new(session, Publication), rows)


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


def mark_seen(session: Session, looked: Mapping[int, tuple[str, str, bool]]) -> None:
    """Note how far tasks have been fetched: by task, its article, its stamp, whether twice."""
    this = (
        col(Publication.article_id) == bindparam("article"),
        col(Publication.task_id) == bindparam("task"),
    )
    change = (
        update(Publication).where(*this).values(seen=bindparam("stamp"), sure=bindparam("twice"))
    )
    rows = [
        {"task": task, "article": article, "stamp": stamp, "twice": sure}
        for task, (article, stamp, sure) in looked.items()
    ]
    if rows:
        session.connection().execute(change, rows)


def newest_stamp(session: Session, project: int) -> str | None:
    """The greatest updated_at fetched so far in a project."""
    stamp = func.max(col(Publication.seen))
    return session.scalar(select(stamp).where(col(Publication.project_id) == project))


def add_deliveries(session: Session, deliveries: Sequence[Delivery]) -> int:
    """Append what has not arrived before; return how many were new."""
    rows = [{name: getattr(one, name) for name in _ENTERED} for one in deliveries]
    if not rows:
        return 0
    _one_at_a_time(session)
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


def entries(session: Session, at_once: int = 500) -> Generator[dict[str, Any]]:
    """The ledger from its beginning: what is chained of every delivery, and its link."""
    columns: list[Any] = [getattr(Delivery, name) for name in (*ledger.CHAINED, "link")]
    query = select(*columns).order_by(col(Delivery.id))
    with session.execute(query, execution_options={"yield_per": at_once}) as rows:
        for row in rows.mappings():
            yield dict(row)


def texts(session: Session, articles: Iterable[str] | None = None) -> Generator[tuple[str, str]]:
    """Id and text of every article, or of these."""
    query = select(col(Article.id), col(Article.text)).order_by(col(Article.id))
    if articles is not None:
        query = query.where(col(Article.id).in_(list(articles)))
    with session.execute(query, execution_options={"yield_per": 50}) as rows:
        yield from ((row.id, row.text) for row in rows)


def copy_until(now: Session, then: Session, moment: datetime, *, identities: bool) -> None:
    """Copy into an empty database what was there at a moment; nothing of it is handled yet.

    Addresses only if identities are wanted, and keys of pseudonyms never.
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
    arrived = select(Delivery).where(col(Delivery.arrived_at) <= moment)
    _copy(now, then, arrived.order_by(col(Delivery.id)), handled=False, refused=None)
    stand_anew(then)


def unhandled(session: Session, limit: int) -> list[Delivery]:
    """Deliveries nobody has looked into yet: all of those articles that the oldest are about."""
    waiting = col(Delivery.handled).is_(False)
    oldest = select(col(Delivery.article_id)).where(waiting)
    articles = set(session.scalars(oldest.order_by(col(Delivery.id)).limit(limit)))
    query = select(Delivery).where(waiting, col(Delivery.article_id).in_(articles))
    return list(session.scalars(query.order_by(col(Delivery.id)))) if articles else []


def waiting(session: Session) -> int:
    """How many deliveries nobody has looked into yet."""
    query = select(func.count()).where(col(Delivery.handled).is_(False))
    return session.scalar(query) or 0


def mark_handled(session: Session, outcomes: Mapping[int, str | None]) -> None:
    """Note how handling went: by delivery, why it does not count, if it does not."""
    fine = [number for number, refused in outcomes.items() if refused is None]
    change = update(Delivery).where(col(Delivery.id).in_(fine))
    session.execute(change.values(handled=True, refused=None))
    for number, refused in outcomes.items():
        if refused is not None:
            this = update(Delivery).where(col(Delivery.id) == number)
            session.execute(this.values(handled=True, refused=refused))


def live_annotations(session: Session, project: str, tasks: Sequence[int]) -> dict[int, set[str]]:
    """Unique ids of the annotations of each task that have arrived and have not vanished."""
    query = select(col(Standing.task_id), col(Standing.annotation)).where(
        col(Standing.gone).is_(False),
        col(Standing.project).in_((project, NOT_NOTED)),
        col(Standing.task_id).in_(tasks),
    )
    found: dict[int, set[str]] = {}
    for task, annotation in session.execute(query):
        found.setdefault(task, set()).add(annotation)
    return found


def live_counts(session: Session, project: str) -> dict[int, int]:
    """How many annotations of each task have arrived and have not vanished."""
    query = select(col(Standing.task_id), func.count()).where(
        col(Standing.gone).is_(False), col(Standing.project).in_((project, NOT_NOTED))
    )
    rows = session.execute(query.group_by(col(Standing.task_id)))
    return {task: int(number) for task, number in rows}


def count_live(session: Session) -> int:
    """How many annotations have arrived and have not vanished."""
    query = select(func.count()).select_from(Standing).where(col(Standing.gone).is_(False))
    return session.scalar(query) or 0


def latest_of(session: Session, annotation: str) -> Delivery:
    """The last version of an annotation that arrived."""
    query = select(Delivery).where(
        col(Delivery.annotation) == annotation, col(Delivery.kind) == ANNOTATION
    )
    return session.scalars(query.order_by(col(Delivery.id).desc()).limit(1)).one()


def arrived(session: Session, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The bodies of the deliveries that have these keys."""
    query = select(col(Delivery.key), col(Delivery.body)).where(col(Delivery.key).in_(list(keys)))
    return {row.key: row.body for row in session.execute(query)}


def last_said(session: Session, pairs: set[Pair]) -> dict[Pair, Delivery]:
    """What each of these reviewers said last of the article, among all that is usable.

    Of one annotation the version that arrived last counts, because it is what Label Studio held
    when we last looked, whatever its clock said. Between annotations the later said wins.
    """
    held = (
        select(func.max(col(Delivery.id)))
        .join(Standing, col(Standing.annotation) == col(Delivery.annotation))
        .where(
            col(Delivery.article_id).in_({article for article, _ in pairs}),
            col(Delivery.reviewer_id).in_({reviewer for _, reviewer in pairs}),
            col(Delivery.kind) == ANNOTATION,
            col(Delivery.handled).is_(True),
            col(Delivery.refused).is_(None),
            col(Standing.gone).is_(False),
        )
        .group_by(col(Delivery.annotation), col(Delivery.reviewer_id))
    )
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id), col(Delivery.id))
    query = select(*columns).where(col(Delivery.id).in_(held))
    said = session.execute(query.order_by(col(Delivery.said_at), col(Delivery.key)))
    newest = {(article, reviewer): number for article, reviewer, number in said}
    return {pair: session.get_one(Delivery, newest[pair]) for pair in pairs & newest.keys()}


def authors_of(session: Session, annotations: Iterable[str]) -> set[Pair]:
    """Everybody who ever saved one of these annotations, with the article it is about."""
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id))
    said = select(*columns).where(col(Delivery.reviewer_id).is_not(None)).distinct()
    return {
        (article, reviewer)
        for some in batches(sorted(annotations), MANY)
        for article, reviewer in session.execute(said.where(col(Delivery.annotation).in_(some)))
    }


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
        session.execute(insert_new(session, Reviewer), rows)
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


def insert_new(session: Session, table: type[SQLModel]) -> Insert:
    """An insert that leaves rows alone that are already there."""
    dialect = session.get_bind().dialect.name
    statement: Any = postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
    new: Insert = statement.on_conflict_do_nothing()
    return new


def count_refused(session: Session) -> int:
    """How many deliveries do not count."""
    return session.scalar(select(func.count()).where(col(Delivery.refused).is_not(None))) or 0


def note_reconciliation(session: Session, row: Reconciliation) -> None:
    """Append how a comparison went; the oldest make room."""
    session.add(row)
    session.flush()
    oldest = (row.id or 0) - KEPT_RECONCILIATIONS
    session.execute(delete(Reconciliation).where(col(Reconciliation.id) <= oldest))


def last_reconciliation(session: Session) -> Reconciliation | None:
    """The newest comparison that was finished."""
    query = select(Reconciliation).where(col(Reconciliation.trouble).is_(None))
    return session.scalars(query.order_by(col(Reconciliation.id).desc()).limit(1)).first()


def mended(session: Session) -> int:
    """How much the comparisons that are still noted had to mend."""
    number = func.sum(col(Reconciliation.received) + col(Reconciliation.vanished))
    return int(session.scalar(select(number)) or 0)


def stand_anew(session: Session) -> None:
    """Find out again which delivery is the newest of each annotation, and which have ended."""
    session.execute(delete(Standing))
    ended = case((col(Delivery.kind) == TOMBSTONE, 1), else_=0)
    last = (
        select(
            col(Delivery.annotation),
            func.max(col(Delivery.id)).label("id"),
            func.max(ended).label("gone"),
        )
        .group_by(col(Delivery.annotation))
        .subquery()
    )
    found = select(
        last.c.annotation,
        last.c.id,
        col(Delivery.project),
        col(Delivery.task_id),
        col(Delivery.article_id),
        last.c.gone == 1,
    ).join(Delivery, col(Delivery.id) == last.c.id)
    columns = ["annotation", "delivery_id", "project", "task_id", "article_id", "gone"]
    session.execute(insert(Standing).from_select(columns, found))


def _copy(now: Session, then: Session, query: Select[Any], **instead: Any) -> None:
    (table,) = query.column_descriptions
    streamed = query.with_only_columns(*table["entity"].__table__.c)
    found = now.execute(streamed, execution_options={"yield_per": 500}).mappings()
    for rows in batches(found, 500):
        then.execute(insert(table["entity"]), [dict(row) | instead for row in rows])


def _one_at_a_time(session: Session) -> None:
    """Have the ledger to oneself until the transaction ends; SQLite has one writer anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(LEDGER_LOCK)))


def _chain(last: Head, rows: Sequence[dict[str, Any]]) -> None:
    """Give new entries their place behind the last one, and never a time before its."""
    position, link, earliest = last.position, last.link, last.arrived_at
    for row in rows:
        position += 1
        row["id"] = position
        row["arrived_at"] = earliest = max(row["arrived_at"], earliest or row["arrived_at"])
        row["link"] = link = ledger.link(link, row)


def _advance(session: Session, rows: Sequence[dict[str, Any]]) -> None:
    """Let what stands of each annotation point to its newest delivery; the end stays the end."""
    newest = {
        row["annotation"]: {
            "annotation": row["annotation"],
            "delivery_id": row["id"],
            "project": row["project"],
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
            "project": new.project,
            "task_id": new.task_id,
            "article_id": new.article_id,
            "gone": or_(col(Standing.gone), new.gone),
        },
        where=col(Standing.delivery_id) < new.delivery_id,
    )
    session.execute(advance, list(newest.values()))
