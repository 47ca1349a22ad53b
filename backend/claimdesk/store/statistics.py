"""What the report on agreement is counted from: streamed into arrays, an object per row for none.

Codes are places in the lists of names that stand beside them. Planted articles are counted apart
(`gold_votes`), and what is discounted nowhere.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import and_, func, or_, select
from sqlmodel import Session, col

from claimdesk.models import Article, Consensus, GoldAnswer, Judgement, Reviewer, Segment, Standing
from claimdesk.segmenting import FURNITURE
from claimdesk.store import deliveries
from claimdesk.store.database import batches
from claimdesk.store.deliveries import Pair
from claimdesk.store.facts import MANY, PLANTED

NO_LABEL = -1
"""The code of a consensus without a verdict."""

UNKNOWN_LANGUAGE = "und"
STREAMED = {"yield_per": 5_000}

FAIR = col(Judgement.discounted).is_(None)
COUNTED = (FAIR, col(Judgement.article_id).not_in(PLANTED))
"""Judgements that agreement is counted from."""


@dataclass(frozen=True, eq=False)
class Claims:
    """Every claim somebody judged: its article, its language and the verdict it has come to."""

    ids: list[str]
    articles: list[str]
    languages: list[str]
    article_of: array[int]
    language_of: array[int]
    verdict_of: array[int]


@dataclass(frozen=True, eq=False)
class Votes:
    """Parallel arrays, an entry per judgement that counts; reviewers by their account."""

    accounts: list[int]
    claims: array[int]
    reviewers: array[int]
    labels: array[int]


class Words(NamedTuple):
    """Where a claim stands and what it says."""

    claim: str
    article: str
    title: str | None
    text: str


def claims(session: Session, labels: Sequence[str]) -> Claims:
    """The judged claims by id; `labels` are those that count, in the order of their codes."""
    language = func.coalesce(col(Segment.language), col(Article.language), UNKNOWN_LANGUAGE)
    columns = (col(Consensus.claim_id), col(Consensus.article_id), language)
    query = (
        select(*columns, col(Consensus.verdict))
        .join(Article, col(Article.id) == col(Consensus.article_id))
        .outerjoin(Segment, col(Segment.id) == col(Consensus.claim_id))
        .order_by(col(Consensus.claim_id))
    )
    codes = {label: code for code, label in enumerate(labels)}
    ids: list[str] = []
    articles: dict[str, int] = {}
    languages: dict[str, int] = {}
    article_of, language_of, verdict_of = array("i"), array("i"), array("i")
    for claim, article, tongue, verdict in session.execute(query, execution_options=STREAMED):
        ids.append(claim)
        article_of.append(articles.setdefault(article, len(articles)))
        language_of.append(languages.setdefault(tongue, len(languages)))
        verdict_of.append(codes.get(verdict, NO_LABEL))
    return Claims(ids, list(articles), list(languages), article_of, language_of, verdict_of)


def votes(session: Session, ids: Sequence[str], labels: Sequence[str]) -> Votes:
    """Judgements that count on these claims, the newest of each reviewer, by claim and account."""
    key = (col(Judgement.claim_id), col(Judgement.reviewer_id))
    query = select(*key, col(Judgement.verdict)).where(*COUNTED)
    query = query.where(col(Judgement.verdict).in_(labels))
    rows = session.execute(query.order_by(*key), execution_options=STREAMED)
    return _votes(rows, ids, {label: code for code, label in enumerate(labels)})


def _votes(rows: Iterable[Any], ids: Sequence[str], codes: Mapping[str, int]) -> Votes:
    claim_codes = {claim: code for code, claim in enumerate(ids)}
    accounts: dict[int, int] = {}
    claims_, reviewers, said = array("i"), array("i"), array("i")
    for claim, account, verdict in rows:
        claims_.append(claim_codes[claim])
        reviewers.append(accounts.setdefault(account, len(accounts)))
        said.append(codes[verdict])
    return Votes(list(accounts), claims_, reviewers, said)


def gold_votes(session: Session, labels: Sequence[str]) -> tuple[Votes, array[int]]:
    """Judgements on claims of which the answer is known, and the answer to each claim."""
    answers = select(col(GoldAnswer.claim_id), col(GoldAnswer.verdict)).where(
        col(GoldAnswer.verdict).in_(labels)
    )
    rows = session.execute(answers.order_by(col(GoldAnswer.claim_id)))
    known: dict[str, str] = {row.claim_id: row.verdict for row in rows}
    key = (col(Judgement.claim_id), col(Judgement.reviewer_id))
    query = select(*key, col(Judgement.verdict)).where(
        FAIR,
        col(Judgement.verdict).in_(labels),
        col(Judgement.claim_id).in_(answers.with_only_columns(col(GoldAnswer.claim_id))),
    )
    given = session.execute(query.order_by(*key), execution_options=STREAMED)
    codes = {label: code for code, label in enumerate(labels)}
    truth = array("i", (codes[verdict] for verdict in known.values()))
    return _votes(given, list(known), codes), truth


def names(session: Session, *, identities: bool) -> dict[int, str]:
    """What to call each account: its pseudonym, or with `identities` its address if we know it."""
    query = select(col(Reviewer.id), col(Reviewer.pseudonym), col(Reviewer.email))
    return {
        account: (identities and address) or pseudonym
        for account, pseudonym, address in session.execute(query)
    }


def titles(session: Session, articles: Iterable[str]) -> dict[str, str | None]:
    """The titles of some articles."""
    query = select(col(Article.id), col(Article.title))
    return {
        article: title
        for some in batches(articles, MANY)
        for article, title in session.execute(query.where(col(Article.id).in_(some)))
    }


def lengths(session: Session) -> dict[str, int]:
    """Code points of every article that something was ever said of."""
    query = select(col(Article.id), func.length(col(Article.text)))
    said_of = select(col(Standing.article_id))
    content = col(Article.id).not_in(PLANTED)
    rows = session.execute(query.where(content, col(Article.id).in_(said_of)))
    return {article: int(length) for article, length in rows}


def finished(session: Session, articles: Iterable[str]) -> dict[Pair, Any]:
    """Everybody who finished one of these articles, and the seconds it took as it was recorded."""
    return {
        pair: seconds
        for some in batches(articles, MANY)
        for pair, seconds in deliveries.finishers(session, some).items()
    }


def regions(
    session: Session, labels: Sequence[str]
) -> Iterator[tuple[str, dict[int, list[tuple[int, int, str]]]]]:
    """Article by article, where each account left regions under one of these labels."""
    columns = (Judgement.article_id, Judgement.reviewer_id, Judgement.start, Judgement.end)
    query = select(*(col(column) for column in columns), col(Judgement.verdict))
    query = query.where(*COUNTED, col(Judgement.verdict).in_(labels))
    query = query.order_by(col(Judgement.article_id))
    rows = session.execute(query, execution_options=STREAMED)
    for article, of_article in groupby(rows, key=lambda row: row[0]):
        found: dict[int, list[tuple[int, int, str]]] = {}
        for _, account, start, end, verdict in of_article:
            found.setdefault(account, []).append((start, end, verdict))
        yield article, found


def shown(session: Session) -> dict[str, int]:
    """How many claims of each article reviewers were shown; furniture is none."""
    query = select(col(Segment.article_id), func.count())
    query = query.where(col(Segment.role).not_in(FURNITURE)).group_by(col(Segment.article_id))
    return {article: int(number) for article, number in session.execute(query)}


def said(session: Session) -> dict[Pair, int]:
    """How many judgements each account gave on each article, those that abstain included."""
    key = (col(Judgement.article_id), col(Judgement.reviewer_id))
    rows = session.execute(select(*key, func.count()).where(*COUNTED).group_by(*key))
    return {(article, account): int(number) for article, account, number in rows}


def changes(session: Session) -> dict[int, Counter[str | None]]:
    """What each account did to the claims they were shown, and to none: how often each change.

    A claim judged where it stood counts under None; what was done to furniture is left out.
    """
    key = (col(Judgement.reviewer_id), col(Judgement.change))
    query = (
        select(*key, func.count())
        .outerjoin(Segment, col(Segment.id) == col(Judgement.claim_id))
        .where(*COUNTED, or_(col(Segment.id).is_(None), col(Segment.role).not_in(FURNITURE)))
        .group_by(*key)
    )
    found: dict[int, Counter[str | None]] = {}
    for account, change, number in session.execute(query):
        found.setdefault(account, Counter())[change] = int(number)
    return found


def abstained(session: Session, labels: Sequence[str]) -> dict[int, int]:
    """How often each account gave a label that is no vote."""
    query = select(col(Judgement.reviewer_id), func.count()).where(*COUNTED)
    query = query.where(col(Judgement.verdict).in_(labels)).group_by(col(Judgement.reviewer_id))
    return {account: int(number) for account, number in session.execute(query)}


def events(session: Session) -> dict[str, int]:
    """How often reviewers did what to the places of claims, by kind."""
    change = col(Judgement.change)
    query = select(change, func.count()).where(*COUNTED, change.is_not(None)).group_by(change)
    return {kind: int(number) for kind, number in session.execute(query.order_by(change))}


def sturdiness(session: Session) -> tuple[int, int, Counter[str]]:
    """How many verdicts are robust and how many fragile, and what it is that would flip those."""
    robust = col(Consensus.robust)
    query = select(robust, func.count()).where(robust.is_not(None)).group_by(robust)
    number = {bool(kind): int(count) for kind, count in session.execute(query)}
    fragile = select(col(Consensus.flips)).where(and_(robust.is_not(None), robust.is_(False)))
    flips: Counter[str] = Counter()
    for codes in session.scalars(fragile, execution_options=STREAMED):
        flips.update(set(codes or ()))
    return number.get(True, 0), number.get(False, 0), flips


def policies(session: Session) -> list[str]:
    """The rules by which what stands was decided; several only until the next look is over."""
    query = select(col(Consensus.policy)).distinct().order_by(col(Consensus.policy))
    return list(session.scalars(query))


def words(session: Session, ids: Sequence[str]) -> Mapping[str, Words]:
    """What some claims say, at the place that their consensus has."""
    start, end = col(Consensus.start), col(Consensus.end)
    text = func.substr(col(Article.text), start + 1, end - start)
    query = select(col(Consensus.claim_id), col(Article.id), col(Article.title), text)
    query = query.join(Article, col(Article.id) == col(Consensus.article_id))
    return {
        row[0]: Words(*row)
        for some in batches(ids, MANY)
        for row in session.execute(query.where(col(Consensus.claim_id).in_(some)))
    }
