"""Writing and reading what cannot be computed again: articles, segments, reviewers."""

import secrets
from collections.abc import Generator, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import uuid4

from sqlalchemy import Insert, delete, func, insert, select, update
from sqlmodel import Session, SQLModel, col

from claimdesk.models import (
    Article,
    Codebook,
    Delivery,
    GoldAnswer,
    Installation,
    Original,
    Publication,
    Reviewer,
    Segment,
)
from claimdesk.pseudonyms import pseudonym
from claimdesk.store.database import insert_into

MANY = 500
"""Most values in one list of a statement; both databases have a limit."""


PLANTED = select(col(GoldAnswer.article_id)).distinct()
"""Articles that are no content. Each has an answer: nothing is planted without one."""


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


def last_loaded(session: Session) -> datetime | None:
    """When the newest article was loaded."""
    content = col(Article.id).not_in(PLANTED)
    return session.scalar(select(func.max(col(Article.loaded_at))).where(content))


def newest_codebook(session: Session) -> str | None:
    """The revision of the codebook that was first used last, if any is known."""
    newest = select(col(Codebook.revision)).order_by(
        col(Codebook.first_used_at).desc(), col(Codebook.revision)
    )
    return session.scalar(newest.limit(1))


def planted(session: Session, ids: Iterable[str] | None) -> set[str]:
    """Those of these articles, or of all, that are planted, and no content."""
    if ids is None:
        return set(session.scalars(PLANTED))
    return set(session.scalars(PLANTED.where(col(GoldAnswer.article_id).in_(list(ids)))))


def add_articles(
    session: Session,
    articles: Sequence[Article],
    segments: Iterable[Segment],
    originals: Iterable[Original] = (),
) -> set[str]:
    """Store the articles that are not there yet, with what belongs to them; return their ids."""
    there = known_articles(session, [article.id for article in articles])
    new = {article.id: article.model_dump() for article in articles if article.id not in there}
    if new:
        session.execute(insert(Article), list(new.values()))
        rows = {one.id: one.model_dump() for one in segments if one.article_id in new}
        if rows:
            session.execute(insert(Segment), list(rows.values()))
        kept = {one.article_id: one.model_dump() for one in originals if one.article_id in new}
        if kept:
            session.execute(insert(Original), list(kept.values()))
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
    """The next articles, in the order they were loaded, that stand in no project yet.

    Those among which one is planted come in no order, so that its place does not tell.
    """
    published = select(col(Publication.article_id)).where(col(Publication.claim_id) == "")
    query = select(Article).where(col(Article.id).not_in(published))
    oldest = query.order_by(col(Article.loaded_at), col(Article.id))
    found = list(session.scalars(oldest.limit(limit)))
    return sorted(found, key=lambda one: one.id) if any(one.gold for one in found) else found


def outdated(session: Session, version: int, after: str, limit: int) -> list[Article]:
    """The next articles by id that an older segmenter cut and that nobody has judged.

    No planted ones: the answers that are known of them are of the claims as they were cut.
    """
    judged = select(col(Delivery.article_id))
    query = select(Article).where(
        col(Article.segmenter) < version,
        col(Article.id).not_in(PLANTED),
        col(Article.id) > after,
        col(Article.id).not_in(judged),
    )
    return list(session.scalars(query.order_by(col(Article.id)).limit(limit)))


def count_outdated(session: Session, version: int) -> int:
    """How many articles an older segmenter cut, planted ones left out."""
    query = (
        select(func.count())
        .select_from(Article)
        .where(col(Article.segmenter) < version, col(Article.id).not_in(PLANTED))
    )
    return session.scalar(query) or 0


def replace_segments(
    session: Session, version: int, segments: Mapping[str, Sequence[Segment]]
) -> None:
    """Give articles the segments of a newer segmenter."""
    session.execute(delete(Segment).where(col(Segment.article_id).in_(list(segments))))
    rows = [one.model_dump() for some in segments.values() for one in some]
    if rows:
        session.execute(insert(Segment), rows)
    these = update(Article).where(col(Article.id).in_(list(segments)))
    session.execute(these.values(segmenter=version))


def texts_of_publisher(session: Session, publisher: str, limit: int, longest: int) -> list[str]:
    """The newest texts of a publisher that are no longer than this."""
    query = select(col(Article.text)).where(
        col(Article.publisher) == publisher,
        col(Article.id).not_in(PLANTED),
        func.length(col(Article.text)) <= longest,
    )
    newest = query.order_by(col(Article.loaded_at).desc(), col(Article.id))
    return list(session.scalars(newest.limit(limit)))


def count_articles(session: Session) -> int:
    """How many articles there are, planted ones left out."""
    query = select(func.count()).select_from(Article).where(col(Article.id).not_in(PLANTED))
    return session.scalar(query) or 0


def count(session: Session, table: type[SQLModel]) -> int:
    """How many rows a table has."""
    return session.scalar(select(func.count()).select_from(table)) or 0


def articles(session: Session, ids: Iterable[str]) -> dict[str, Article]:
    """These articles, by id."""
    query = select(Article).where(col(Article.id).in_(list(ids)))
    return {one.id: one for one in session.scalars(query)}


def texts(session: Session, articles: Iterable[str] | None = None) -> Generator[tuple[str, str]]:
    """Id and text of every article, or of these."""
    query = select(col(Article.id), col(Article.text)).order_by(col(Article.id))
    if articles is not None:
        query = query.where(col(Article.id).in_(list(articles)))
    with session.execute(query, execution_options={"yield_per": 50}) as rows:
        yield from ((row.id, row.text) for row in rows)


def stories(session: Session) -> dict[str, str]:
    """The story of every article of one that has an address, by that; planted ones left out."""
    query = select(col(Article.url), col(Article.story)).where(
        col(Article.url).is_not(None),
        col(Article.story).is_not(None),
        col(Article.id).not_in(PLANTED),
    )
    rows = session.execute(query.order_by(col(Article.loaded_at), col(Article.id)))
    return {url: story for url, story in rows if url and story}


def nameless_reviewers(session: Session, numbers: set[int]) -> set[int]:
    """Those of the accounts whose address we do not know and may know."""
    query = select(col(Reviewer.id)).where(
        col(Reviewer.id).in_(numbers),
        col(Reviewer.email).is_(None),
        col(Reviewer.erased_at).is_(None),
    )
    return set(session.scalars(query))


def reviewers_of(session: Session, numbers: Iterable[int]) -> dict[int, Reviewer]:
    """Those of these accounts that we know, by number."""
    query = select(Reviewer).where(col(Reviewer.id).in_(list(numbers)))
    return {one.id: one for one in session.scalars(query)}


def note_joined(session: Session, joined: Mapping[int, str]) -> None:
    """Note when accounts were made."""
    for number, moment in joined.items():
        session.execute(update(Reviewer).where(col(Reviewer.id) == number).values(joined=moment))


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


def insert_new(session: Session, table: type[SQLModel]) -> Insert:
    """An insert that leaves rows alone that are already there."""
    statement = insert_into(table, session.get_bind().dialect.name)
    new: Insert = statement.on_conflict_do_nothing()
    return new
