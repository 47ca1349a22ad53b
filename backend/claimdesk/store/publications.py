"""Where articles stand in Label Studio, how far we have looked there, and how that went."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session, col

from claimdesk.models import Article, Delivery, Publication, Reconciliation
from claimdesk.store.facts import PLANTED, insert_new

KEPT_RECONCILIATIONS = 1000
Place = tuple[str, str]
"""What stands in a task: an article, and the claim of it that is in conflict, if it is one."""


def publications(
    session: Session, project: int, tasks: Sequence[int] | None = None
) -> dict[int, Publication]:
    """What we know of a project's tasks, or of some of them, by task."""
    query = select(Publication)
    if tasks is None:
        query = query.where(col(Publication.project_id) == project)
    else:  # the few of these numbers that are another project's are left out here
        query = query.where(col(Publication.task_id).in_(tasks))
    return {row.task_id: row for row in session.scalars(query) if row.project_id == project}


def count_articles(session: Session) -> int:
    """How many articles stand in Label Studio to be reviewed, planted ones left out."""
    query = select(func.count()).select_from(Publication)
    query = query.where(
        col(Publication.claim_id) == "", col(Publication.article_id).not_in(PLANTED)
    )
    return session.scalar(query) or 0


def unsure(session: Session, project: int) -> dict[int, str]:
    """Tasks that have been fetched only once at their newest stamp, and that stamp."""
    query = select(col(Publication.task_id), col(Publication.seen)).where(
        col(Publication.project_id) == project,
        col(Publication.sure).is_(False),
        col(Publication.seen).is_not(None),
    )
    return {task: stamp for task, stamp in session.execute(query) if stamp is not None}


def put_publications(
    session: Session, project: int, places: Mapping[int, Place], cuts: Mapping[str, int]
) -> None:
    """Note what stands in which task; what is known keeps its first task.

    `cuts` says by which version of the segmenter an article stands there cut; none means that
    it is not known. Label Studio hands the number of a deleted task out again, so another article
    that stood there stands there no more.
    """
    if not places:
        return
    known = publications(session, project, list(places))
    moved = [task for task, row in known.items() if (row.article_id, row.claim_id) != places[task]]
    drop_publications(session, moved, project)
    rows = [
        {
            "article_id": article,
            "claim_id": claim,
            "project_id": project,
            "task_id": task,
            "sure": False,
            "segmenter": cuts.get(article, 0),
        }
        for task, (article, claim) in places.items()
    ]
    session.execute(insert_new(session, Publication), rows)


def drop_publications(session: Session, tasks: Iterable[int], project: int) -> None:
    """Forget tasks that are no longer there."""
    gone = list(tasks)
    if gone:
        theirs = delete(Publication).where(col(Publication.task_id).in_(gone))
        session.execute(theirs.where(col(Publication.project_id) == project))


def drop_other_projects(session: Session, projects: Collection[int]) -> None:
    """Forget tasks of projects that are not among ours any more."""
    session.execute(delete(Publication).where(col(Publication.project_id).not_in(projects)))


def projects(session: Session) -> set[int]:
    """The projects in which something of ours stands."""
    return set(session.scalars(select(col(Publication.project_id)).distinct()))


def languages(session: Session) -> list[tuple[int, str | None, int]]:
    """In which languages articles stand in each project to be reviewed, and how many."""
    of = (col(Publication.project_id), col(Article.language))
    query = (
        select(*of, func.count())
        .join(Article, col(Article.id) == col(Publication.article_id))
        .where(col(Publication.claim_id) == "")
        .group_by(*of)
    )
    found = [(project, tag, int(number)) for project, tag, number in session.execute(query)]
    return sorted(found, key=lambda one: (one[0], one[1] or ""))


def tasks_of(session: Session, articles: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Project and task of each of these articles that stands anywhere to be reviewed."""
    columns = (col(Publication.article_id), col(Publication.project_id), col(Publication.task_id))
    query = select(*columns).where(
        col(Publication.article_id).in_(articles), col(Publication.claim_id) == ""
    )
    return {article: (project, task) for article, project, task in session.execute(query)}


def shown_otherwise(session: Session, project: int, after: int, limit: int) -> dict[int, str]:
    """The next tasks that nobody has judged and that do not show the article's segments."""
    query = (
        select(col(Publication.task_id), col(Publication.article_id))
        .join(Article, col(Article.id) == col(Publication.article_id))
        .where(
            col(Publication.project_id) == project,
            col(Publication.segmenter) != col(Article.segmenter),
            col(Publication.article_id).not_in(select(col(Delivery.article_id))),
            col(Publication.task_id) > after,
        )
    )
    rows = session.execute(query.order_by(col(Publication.task_id)).limit(limit))
    return {row.task_id: row.article_id for row in rows}


def mark_shown(session: Session, article: str) -> None:
    """Note that an article stands in Label Studio with the segments it has."""
    version = select(col(Article.segmenter)).where(col(Article.id) == article).scalar_subquery()
    this = update(Publication).where(
        col(Publication.article_id) == article, col(Publication.claim_id) == ""
    )
    session.execute(this.values(segmenter=version))


def mark_seen(session: Session, looked: Mapping[int, tuple[Place, str, bool]]) -> None:
    """Note how far tasks have been fetched: by task, its place, its stamp, whether twice."""
    this = (
        col(Publication.article_id) == bindparam("article"),
        col(Publication.claim_id) == bindparam("claim"),
        col(Publication.task_id) == bindparam("task"),
    )
    change = (
        update(Publication).where(*this).values(seen=bindparam("stamp"), sure=bindparam("twice"))
    )
    rows = [
        {"task": task, "article": article, "claim": claim, "stamp": stamp, "twice": sure}
        for task, ((article, claim), stamp, sure) in looked.items()
    ]
    if rows:
        session.connection().execute(change, rows)


def newest_stamp(session: Session, project: int) -> str | None:
    """The greatest updated_at fetched so far in a project."""
    stamp = func.max(col(Publication.seen))
    return session.scalar(select(stamp).where(col(Publication.project_id) == project))


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
