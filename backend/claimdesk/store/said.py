"""Judgements as views, one at a time or by the million.

A database counts code points from the beginning of an article for every row, so the words of many
judgements are cut out of the article here. Values are read as the driver has them: what takes
SQLAlchemy as long as all the rest is done once for equal values.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, select, type_coerce
from sqlmodel import Session, col

from claimdesk import careful
from claimdesk.models import Article, Judgement, Reviewer
from claimdesk.snapshot import JudgementView
from claimdesk.store.facts import PLANTED


def name(*, identities: bool) -> Any:
    """How somebody is called: by pseudonym, or by address where we know it and may say it."""
    pseudonym = col(Reviewer.pseudonym)
    return func.coalesce(col(Reviewer.email), pseudonym) if identities else pseudonym


def judgements(*, identities: bool = False, words: bool = True) -> Select[Any]:
    """Judgements as `views` reads them; without `words`, the caller says of which articles.

    Then the claim's text is left out too.
    Both databases count characters as code points.
    """
    length = col(Judgement.end) - col(Judgement.start)
    cut = func.substr(col(Article.text), col(Judgement.start) + 1, length)
    query: Any = select(
        col(Judgement.claim_id),
        col(Judgement.article_id),
        name(identities=identities),
        col(Judgement.start),
        col(Judgement.end),
        cut if words else literal(""),
        col(Judgement.verdict),
        col(Judgement.change),
        col(Judgement.reason),
        cast(col(Judgement.evidence), String),
        col(Judgement.note),
        col(Judgement.confidence),
        type_coerce(col(Judgement.said_at), String),
        col(Judgement.config),
        col(Judgement.codebook),
        col(Judgement.discounted),
    )
    if words:
        query = query.where(col(Judgement.article_id).not_in(PLANTED))
        query = query.join(Article, col(Article.id) == col(Judgement.article_id))
    rows: Select[Any] = query.join(Reviewer, col(Reviewer.id) == col(Judgement.reviewer_id))
    return rows


def views(
    rows: Iterable[Sequence[Any]], texts: Mapping[str, str] | None = None
) -> Iterator[JudgementView]:
    """What an export or a page sees of rows of `judgements`; `texts` has the articles' texts."""
    for (
        claim,
        article,
        who,
        start,
        end,
        words,
        verdict,
        change,
        reason,
        given,
        note,
        confidence,
        said_at,
        config,
        codebook,
        discounted,
    ) in rows:
        yield JudgementView(
            claim,
            article,
            who,
            start,
            end,
            words if texts is None else texts[article][start:end],
            verdict,
            change,
            reason,
            _pieces(given),
            note,
            confidence,
            _moment(said_at),
            config,
            codebook,
            discounted,
        )


def of_articles(
    session: Session, texts: Mapping[str, str], rank: Mapping[str, int], *, identities: bool
) -> Iterator[JudgementView]:
    """The judgements of some articles, in the order of their claims and by pseudonym."""
    query = judgements(identities=identities, words=False)
    query = query.where(col(Judgement.article_id).in_(list(texts)))
    result: Any = session.connection().execute(query.order_by(col(Reviewer.pseudonym)))
    rows = [row for row in result.cursor.fetchall() if row[0] in rank]
    rows.sort(key=lambda row: rank[row[0]])
    return views(rows, texts)


@lru_cache(maxsize=4096)
def _pieces(stored: str) -> tuple[str, ...]:
    return tuple(careful.reread(stored))


@lru_cache(maxsize=4096)
def _moment(stored: str | datetime) -> datetime:
    """A time of the database, which may be text and may have lost its zone."""
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
