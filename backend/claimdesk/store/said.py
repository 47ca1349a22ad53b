"""Judgements as views, one at a time or by the million.

A database counts code points from the beginning of an article for every row, so the words of many
judgements are cut out of the article here. Values are read as the driver has them: what takes
SQLAlchemy as long as all the rest is done once for equal values.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    BindParameter,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    select,
    type_coerce,
)
from sqlmodel import col

from claimdesk import careful
from claimdesk.models import Article, Judgement, Reviewer
from claimdesk.snapshot import JudgementView
from claimdesk.store.facts import PLANTED

ARTICLES: BindParameter[Any] = bindparam("articles", expanding=True)
"""The articles of a question that is put together once and asked many times."""


def name(*, identities: bool) -> Any:
    """How somebody is called: by pseudonym, or by address where we know it and may say it."""
    pseudonym = col(Reviewer.pseudonym)
    return func.coalesce(col(Reviewer.email), pseudonym) if identities else pseudonym


def judgements(*, identities: bool = False, words: bool = True) -> Select[Any]:
    """Judgements as `views` reads them; without `words`, the caller says of which articles.

    Then the claim's text is left out too. The columns are in the order of the view's fields.
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
    columns = dict(zip(JudgementView._fields, zip(*rows, strict=True), strict=False))
    if not columns:
        return iter(())
    if texts is not None:
        places = zip(columns["article_id"], columns["start"], columns["end"], strict=True)
        columns["text"] = tuple([texts[article][start:end] for article, start, end in places])
    columns["evidence"] = tuple(map(_pieces, columns["evidence"]))
    columns["said_at"] = tuple(map(_moment, columns["said_at"]))
    return map(JudgementView._make, zip(*columns.values(), strict=True))


def of_articles(*, identities: bool) -> Select[Any]:
    """The judgements of `ARTICLES`, for `ranked`."""
    query = judgements(identities=identities, words=False)
    query = query.where(col(Judgement.article_id).in_(ARTICLES))
    return query.order_by(col(Judgement.article_id), col(Reviewer.pseudonym))


def ranked(
    rows: Iterable[Sequence[Any]], texts: Mapping[str, str], rank: Mapping[str, int]
) -> Iterator[Iterator[JudgementView]]:
    """Of one article after the other, the judgements in the order of their claims.

    Those of one article are few enough for the processor to have them at hand all the while.
    """
    for _, some in groupby(rows, itemgetter(1)):
        known = [row for row in some if row[0] in rank]
        known.sort(key=lambda row: rank[row[0]])
        yield views(known, texts)


@lru_cache(maxsize=4096)
def _pieces(stored: str) -> tuple[str, ...]:
    return tuple(careful.reread(stored))


@lru_cache(maxsize=4096)
def _moment(stored: str | datetime) -> datetime:
    """A time of the database, which may be text and may have lost its zone."""
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
