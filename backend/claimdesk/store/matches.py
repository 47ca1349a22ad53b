"""Which sentence of a story's origin a claim retells."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select
from sqlmodel import Session, col

from claimdesk.models import Article, Match, Segment
from claimdesk.snapshot import OriginView
from claimdesk.store.database import batches
from claimdesk.store.facts import MANY


def articles_of_story(session: Session, story: str) -> list[Article]:
    """The articles that retell one report."""
    query = select(Article).where(col(Article.story) == story)
    return list(session.scalars(query.order_by(col(Article.loaded_at), col(Article.id))))


def put_matches(session: Session, matches: Sequence[Match]) -> None:
    """Write matches, each in place of what was known of its claim."""
    claims = [one.claim_id for one in matches]
    session.execute(delete(Match).where(col(Match.claim_id).in_(claims)))
    if matches:
        session.execute(insert(Match), [one.model_dump() for one in matches])


def origins_of(session: Session, claims: Iterable[str]) -> dict[str, OriginView]:
    """Where each of these claims goes back to, as far as that is known."""
    query = select(Match, col(Article.text)).join(Article, col(Article.id) == col(Match.origin_id))
    return {
        match.claim_id: OriginView(
            article=match.origin_id,
            start=match.start,
            end=match.end,
            text=None if match.start is None else text[match.start : match.end],
            drifts=tuple(match.drifts),
        )
        for some in batches(claims, MANY)
        for match, text in session.execute(query.where(col(Match.claim_id).in_(some)))
    }


def matches_of(session: Session, articles: Iterable[str]) -> list[tuple[Match, str | None]]:
    """What is known of the claims of some articles, each with its sentence of the origin."""
    query = (
        select(Match, col(Article.text))
        .join(Segment, col(Segment.id) == col(Match.claim_id))
        .join(Article, col(Article.id) == col(Match.origin_id))
        .where(col(Segment.article_id).in_(list(articles)))
        .order_by(col(Match.claim_id))
    )
    return [
        (match, None if match.start is None else text[match.start : match.end])
        for match, text in session.execute(query)
    ]
