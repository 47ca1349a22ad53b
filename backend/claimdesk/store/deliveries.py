"""The ledger of deliveries, and which of them stands of each annotation.

Deliveries are appended here and nowhere else, because each is chained to the one before it.
"""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, case, delete, func, insert, or_, select, update
from sqlmodel import Session, col

from claimdesk import ledger
from claimdesk.ledger import Head
from claimdesk.models import Delivery, Flag, Reviewer, Standing
from claimdesk.store.database import batches, insert_into
from claimdesk.store.facts import MANY, put_reviewers

ANNOTATION, TOMBSTONE, OUTSIDE = "annotation", "tombstone", "outside"
"""Kinds: a version of an annotation of Label Studio's, the end of one, and what others say."""

NOT_NOTED = ""
"""The project of what arrived before it was noted: taken for the one we look at."""
NEWEST = 2000
LEDGER_LOCK = 0x1ED6E2
Pair = tuple[str, int]
"""An article and a reviewer who said something of it."""
_REVIEWS = col(Delivery.claim_id).is_(None)
"""Deliveries that judge an article, and do not rule on one claim of it."""

_VOID = (
    select(col(Flag.delivery_id))
    .where(
        col(Flag.delivery_id) == col(Delivery.id),
        col(Flag.counts).is_(False),
        col(Flag.claim_id) == "",
    )
    .correlate(Delivery)
    .exists()
)
"""Deliveries of which nothing counts."""

_LATEST_LAST = (col(Delivery.said_at), col(Delivery.key))
_ENTERED = [name for name in Delivery.model_fields if name not in ("id", "link")]


def key_of(annotation: str, updated_at: object) -> str:
    """The key of one version of an annotation, the same whenever and however it arrives."""
    version = updated_at.isoformat() if isinstance(updated_at, datetime) else updated_at
    return f"{ANNOTATION}:{annotation}:{version}"


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
    names = (*ledger.CHAINED, *ledger.IF_THERE, "link")
    columns: list[Any] = [getattr(Delivery, name) for name in names]
    query = select(*columns).order_by(col(Delivery.id))
    with session.execute(query, execution_options={"yield_per": at_once}) as rows:
        for row in rows.mappings():
            yield dict(row)


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
    return session.scalar(query.where(col(Standing.project) != OUTSIDE)) or 0


def count_gone(session: Session) -> int:
    """How many annotations have vanished."""
    query = select(func.count()).select_from(Standing).where(col(Standing.gone).is_(True))
    return session.scalar(query.where(col(Standing.project) != OUTSIDE)) or 0


def ended_since(session: Session, moment: datetime) -> int:
    """How many of the newest deliveries are ends that arrived after a moment."""
    query = select(col(Delivery.kind), col(Delivery.arrived_at)).order_by(col(Delivery.id).desc())
    newest = session.execute(query.limit(NEWEST))
    return sum(kind == TOMBSTONE and arrived_at > moment for kind, arrived_at in newest)


def latest_of(session: Session, annotation: str) -> Delivery:
    """The last version of an annotation that arrived."""
    query = select(Delivery).where(
        col(Delivery.annotation) == annotation, col(Delivery.kind) == ANNOTATION
    )
    return session.scalars(query.order_by(col(Delivery.id).desc()).limit(1)).one()


def tombstone(last: Delivery, now: datetime) -> Delivery:
    """The end of an annotation, of which this was the last version."""
    return Delivery(
        key=f"{TOMBSTONE}:{last.annotation}",
        kind=TOMBSTONE,
        annotation=last.annotation,
        project=last.project,
        task_id=last.task_id,
        article_id=last.article_id,
        reviewer_id=last.reviewer_id,
        claim_id=last.claim_id,
        body={},
        config=last.config,
        codebook=last.codebook,
        arrived_at=now,
    )


def outside_by(
    session: Session, reviewers: Iterable[int], articles: Iterable[str] | None = None
) -> list[Delivery]:
    """What stands of what these people said outside, of some articles or of all."""
    query = (
        select(Delivery)
        .join(Standing, col(Standing.delivery_id) == col(Delivery.id))
        .where(
            col(Delivery.kind) == OUTSIDE,
            col(Delivery.reviewer_id).in_(list(reviewers)),
            col(Standing.gone).is_(False),
        )
        .order_by(col(Delivery.id))
    )
    if articles is not None:
        query = query.where(col(Delivery.article_id).in_(list(articles)))
    return list(session.scalars(query))


def link_at(session: Session, position: int) -> str | None:
    """The link of an entry of the ledger, if it goes that far."""
    return session.scalar(select(col(Delivery.link)).where(col(Delivery.id) == position))


def arrived(session: Session, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The bodies of the deliveries that have these keys."""
    query = select(col(Delivery.key), col(Delivery.body)).where(col(Delivery.key).in_(list(keys)))
    return {row.key: row.body for row in session.execute(query)}


def last_said(session: Session, pairs: set[Pair]) -> dict[Pair, Delivery]:
    """What each of these reviewers said last of the article, among all that is usable.

    Of one annotation the version that arrived last counts, because it is what Label Studio held
    when we last looked, whatever its clock said. Between annotations the later said wins.
    """
    reviewers = {reviewer for _, reviewer in pairs}
    held = _held({article for article, _ in pairs}, (ANNOTATION, OUTSIDE))
    held = held.where(col(Delivery.reviewer_id).in_(reviewers))
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id), col(Delivery.id))
    query = select(*columns).where(col(Delivery.id).in_(held))
    said = session.execute(query.order_by(*_LATEST_LAST))
    newest = {(article, reviewer): number for article, reviewer, number in said}
    return {pair: session.get_one(Delivery, newest[pair]) for pair in pairs & newest.keys()}


def said_before(session: Session, pair: Pair) -> list[Delivery]:
    """All that is usable of what one reviewer said of an article, the last first."""
    article, reviewer = pair
    held = _held([article]).where(col(Delivery.reviewer_id) == reviewer)
    query = select(Delivery).where(col(Delivery.id).in_(held))
    return list(session.scalars(query.order_by(*(one.desc() for one in _LATEST_LAST))))


def finished(session: Session, articles: Iterable[str]) -> dict[str, int]:
    """How many reviewers have something that counts and is not skipped last on each article."""
    return Counter(
        article
        for some in batches(sorted(set(articles)), MANY)
        for article, _ in finishers(session, some)
    )


def left_on(session: Session, articles: Iterable[str] | None = None) -> Counter[str]:
    """How many annotations stand on each of these articles, or of all, skips left out."""
    skipped = col(Delivery.body)["was_cancelled"]  # of what is refused it may be anything
    query = (
        select(col(Delivery.article_id), skipped)
        .join(
            Standing,
            and_(  # the first of the two has an index
                col(Standing.annotation) == col(Delivery.annotation),
                col(Standing.delivery_id) == col(Delivery.id),
            ),
        )
        .where(col(Standing.gone).is_(False), col(Delivery.kind) == ANNOTATION, _REVIEWS)
    )
    parts = (
        [query]
        if articles is None
        else [
            query.where(col(Delivery.article_id).in_(some))
            for some in batches(sorted(set(articles)), MANY)
        ]
    )
    return Counter(
        article for part in parts for article, skips in session.execute(part) if skips is not True
    )


def finishers(session: Session, articles: Iterable[str]) -> dict[Pair, Any]:
    """Those reviewers, and the seconds that Label Studio says it took them, whatever it says."""
    skipped = col(Delivery.body)["was_cancelled"].as_boolean()
    seconds = col(Delivery.body)["lead_time"]
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id), skipped, seconds)
    query = select(*columns).where(col(Delivery.id).in_(_held(articles)), ~_VOID)
    said = session.execute(query.order_by(*_LATEST_LAST))
    last = {(article, reviewer): (bool(skips), took) for article, reviewer, skips, took in said}
    return {pair: took for pair, (skips, took) in last.items() if not skips}


def reviews_of(session: Session, articles: Iterable[str]) -> list[tuple[Delivery, bool]]:
    """Everything that was ever handled of these articles, and whether it stands, as it was said."""
    ids = list(articles)
    standing = set(session.scalars(_held(ids)))
    query = select(Delivery).where(
        col(Delivery.article_id).in_(ids),
        _REVIEWS,
        col(Delivery.kind) == ANNOTATION,
        col(Delivery.handled).is_(True),
    )
    found = session.scalars(query.order_by(*_LATEST_LAST))
    return [(one, one.id in standing) for one in found]


def pairs_on(session: Session, articles: Iterable[str]) -> set[Pair]:
    """Everybody who ever said something of these articles."""
    query = select(col(Delivery.article_id), col(Delivery.reviewer_id)).where(
        col(Delivery.article_id).in_(list(articles)),
        col(Delivery.reviewer_id).is_not(None),
        _REVIEWS,
    )
    return {(article, reviewer) for article, reviewer in session.execute(query.distinct())}


def annotations_on(session: Session, articles: Iterable[str]) -> set[tuple[str, int, str]]:
    """Which annotations there ever were on these articles, each with everybody who saved it."""
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id), col(Delivery.annotation))
    query = (
        select(*columns)
        .where(col(Delivery.reviewer_id).is_not(None), col(Delivery.kind) != OUTSIDE, _REVIEWS)
        .distinct()
    )
    return {
        (article, reviewer, annotation)
        for some in batches(sorted(set(articles)), MANY)
        for article, reviewer, annotation in session.execute(
            query.where(col(Delivery.article_id).in_(some))
        )
    }


def _held(articles: Iterable[str], kinds: Sequence[str] = (ANNOTATION,)) -> Select[Any]:
    """Of each annotation on some articles and each of its authors, the version that counts."""
    query: Select[Any] = (
        select(func.max(col(Delivery.id)))
        .join(Standing, col(Standing.annotation) == col(Delivery.annotation))
        .where(
            col(Delivery.article_id).in_(list(articles)),
            _REVIEWS,
            col(Delivery.kind).in_(kinds),
            col(Delivery.handled).is_(True),
            col(Delivery.refused).is_(None),
            col(Standing.gone).is_(False),
        )
        .group_by(col(Delivery.annotation), col(Delivery.reviewer_id))
    )
    return query


def authors_of(session: Session, annotations: Iterable[str]) -> set[Pair]:
    """Everybody who ever saved one of these annotations, with the article it is about."""
    columns = (col(Delivery.article_id), col(Delivery.reviewer_id))
    said = select(*columns).where(col(Delivery.reviewer_id).is_not(None), _REVIEWS).distinct()
    return {
        (article, reviewer)
        for some in batches(sorted(annotations), MANY)
        for article, reviewer in session.execute(said.where(col(Delivery.annotation).in_(some)))
    }


def rulings_on(session: Session, articles: Iterable[str]) -> list[tuple[Delivery, bool]]:
    """What adjudicators said of claims of these articles, as it arrived, and whether it is gone."""
    query = (
        select(Delivery, col(Standing.gone))
        .join(Standing, col(Standing.annotation) == col(Delivery.annotation))
        .where(
            col(Delivery.article_id).in_(list(articles)),
            col(Delivery.claim_id).is_not(None),
            col(Delivery.kind) == ANNOTATION,
        )
    )
    return [(row[0], row[1]) for row in session.execute(query.order_by(col(Delivery.id)))]


def reviews_by(session: Session, articles: Iterable[str], people: Iterable[int]) -> list[Delivery]:
    """Every usable version of what these people ever said of some articles, also if it is gone."""
    query = select(Delivery).where(
        col(Delivery.article_id).in_(list(articles)),
        col(Delivery.reviewer_id).in_(list(people)),
        col(Delivery.kind) == ANNOTATION,
        col(Delivery.handled).is_(True),
        col(Delivery.refused).is_(None),
        _REVIEWS,
    )
    return list(session.scalars(query.order_by(col(Delivery.id))))


@dataclass(frozen=True)
class Refused:
    """A delivery that does not count, whose it is by pseudonym, and why.

    `claim` is the one that it rules on, empty for a review.
    """

    delivery: int
    arrived_at: datetime
    reviewer: str | None
    article: str
    claim: str
    why: str


def refusals(session: Session, limit: int) -> list[Refused]:
    """The newest deliveries that do not count."""
    columns: tuple[Any, ...] = (
        col(Delivery.id).label("delivery"),
        col(Delivery.arrived_at),
        col(Reviewer.pseudonym).label("reviewer"),
        col(Delivery.article_id).label("article"),
        func.coalesce(col(Delivery.claim_id), "").label("claim"),
        col(Delivery.refused).label("why"),
    )
    query: Select[Any] = (
        select(*columns)
        .outerjoin(Reviewer, col(Reviewer.id) == col(Delivery.reviewer_id))
        .where(col(Delivery.refused).is_not(None))
        .order_by(col(Delivery.id).desc())
    )
    return [Refused(**row) for row in session.execute(query.limit(limit)).mappings()]


def count_refused(session: Session) -> int:
    """How many deliveries do not count."""
    return session.scalar(select(func.count()).where(col(Delivery.refused).is_not(None))) or 0


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
    statement = insert_into(Standing, session.get_bind().dialect.name)
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
