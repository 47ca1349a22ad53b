"""Reading for people: articles, claims and judgements as the views that exports and pages see.

Planted articles are no content: nothing here tells of them, or of what stands in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Row,
    Select,
    and_,
    bindparam,
    func,
    literal,
    null,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlmodel import Session, col

from claimdesk.consensus import UNREVIEWED
from claimdesk.models import Article, Consensus, Judgement, Publication, Reviewer, Ruling, Segment
from claimdesk.segmenting import FURNITURE
from claimdesk.snapshot import (
    EVERYTHING,
    ArticlePage,
    ArticleView,
    ClaimView,
    Filters,
    Furniture,
    JudgementView,
    RulingView,
)
from claimdesk.spans import ADDED
from claimdesk.store import matches, said
from claimdesk.store.facts import MANY, PLANTED

CHUNK = 10
"""Articles in memory at once: Python stands still while it sorts out what is left of them."""

_CONTENT = col(Article.id).not_in(PLANTED)

Place = tuple[str, int, int, str]
"""Where a claim stands in the order of all claims: article, start, end, claim."""


MOST_ARTICLES, MOST_JUDGEMENTS = 1_000, 10_000
"""Most that are looked through for one answer to a question that no index helps with."""

View = TypeVar("View")
Key = TypeVar("Key")


@dataclass(frozen=True)
class Part(Generic[View, Key]):
    """Part of an answer, and after what to go on; None when that was all."""

    found: list[View]
    more: Key | None


def articles(
    session: Session,
    filters: Filters,
    *,
    after: str,
    limit: int,
    site: str | None,
    most: int = MOST_ARTICLES,
) -> Part[ArticleView, str]:
    """The next articles by id, out of so many at most."""
    walk = article_pages if filters.looks_inside else _bare_pages
    pages = walk(session, site, filters=filters, after=after)
    asked: list[ArticleView] = []
    last = after
    for number, page in enumerate(pages):
        if len(asked) == limit or number == most:
            return Part(asked, last)
        last = page.article.id
        if filters.takes_article(page):
            asked.append(page.article)
    return Part(asked, None)


def article_page(session: Session, article: str, site: str | None) -> ArticlePage | None:
    """One article with its text, its claims and its furniture."""
    return next(whole_pages(session, [article], site), None)


def whole_pages(
    session: Session, ids: Sequence[str], site: str | None, *, identities: bool = False
) -> Iterator[ArticlePage]:
    """Some articles by id, with text, claims and furniture."""
    columns = (Segment.article_id, Segment.start, Segment.end, Segment.role, Segment.reason)
    query = select(*(col(column) for column in columns)).where(
        col(Segment.article_id).in_(ids), col(Segment.role).in_(FURNITURE)
    )
    found: dict[str, list[Furniture]] = {}
    for article, *rest in session.execute(query.order_by(col(Segment.position))):
        found.setdefault(article, []).append(Furniture(*rest))
    for page in _pages(session, ids, site, identities=identities):
        yield replace(page, furniture=tuple(found.get(page.article.id, ())))


def article_pages(
    session: Session,
    site: str | None,
    *,
    identities: bool = False,
    filters: Filters = EVERYTHING,
    after: str = "",
) -> Iterator[ArticlePage]:
    """Articles with their text and claims, by id, a few in memory at a time.

    All that `filters` may be about are among them. Reviewers go by their pseudonyms; with
    `identities` by their addresses, where we know them.
    """
    while True:
        query = select(col(Article.id)).where(col(Article.id) > after, _CONTENT)
        query = _of_articles(query, filters)
        ids = list(session.scalars(query.order_by(col(Article.id)).limit(CHUNK)))
        if not ids:
            return
        yield from _pages(session, ids, site, identities=identities)
        after = ids[-1]


def every_judgement(session: Session, *, identities: bool = False) -> Iterator[JudgementView]:
    """Those of `article_pages`, in the same order, without the rest of the pages."""
    return chain.from_iterable(_judgements_of_some(session, identities=identities))


def _judgements_of_some(session: Session, *, identities: bool) -> Iterator[Iterator[JudgementView]]:
    """The judgements of a few articles at a time, by article, place and pseudonym.

    The questions are put together once: that takes longer than to answer one of them.
    """
    next_articles = (
        select(col(Article.id), col(Article.text))
        .where(col(Article.id) > bindparam("after"), _CONTENT)
        .order_by(col(Article.id))
        .limit(CHUNK)
    )
    every = _claim_rows(said.ARTICLES)
    place = (every.c.article_id, every.c.start, every.c.end, every.c.claim_id)
    next_claims = select(every.c.claim_id).order_by(*place)
    next_judgements = said.of_articles(identities=identities)
    after = ""
    while texts := {row[0]: row[1] for row in session.execute(next_articles, {"after": after})}:
        some = {said.ARTICLES.key: list(texts)}
        ranks = {claim: n for n, claim in enumerate(session.scalars(next_claims, some))}
        result: Any = session.connection().execute(next_judgements, some)
        yield from said.ranked(result.cursor, texts, ranks)
        after = next(reversed(texts))


def claims(
    session: Session,
    filters: Filters,
    *,
    after: Place | None,
    limit: int,
    site: str | None,
    most: int = MOST_ARTICLES,
) -> Part[ClaimView, Place]:
    """The next claims by article and place.

    Where no index helps, they are out of so many articles at most.
    """
    if filters.computes:
        first = after[0] if after else ""
        begun = _pages(session, [first], site) if after else iter(())
        pages = article_pages(session, site, filters=filters, after=first)
        return _computed(chain(begun, pages), filters, after=after, limit=limit, most=most)
    every = _claim_rows()
    place = tuple_(every.c.article_id, every.c.start, every.c.end, every.c.claim_id)
    query = _narrowed(
        select(every),
        (every.c.article_id, filters.article),
        (every.c.state, filters.state),
        (every.c.verdict, filters.verdict),
    )
    if filters.story is not None:
        of_story = select(col(Article.id)).where(col(Article.story) == filters.story)
        query = query.where(every.c.article_id.in_(of_story))
    if filters.reviewer is not None:
        judged = select(col(Judgement.claim_id)).join(
            Reviewer, col(Reviewer.id) == col(Judgement.reviewer_id)
        )
        theirs = judged.where(col(Reviewer.pseudonym) == filters.reviewer)
        query = query.where(every.c.claim_id.in_(theirs))
    if after is not None:
        query = query.where(place > tuple_(*map(literal, after)))
    rows = session.execute(query.order_by(*place).limit(limit + 1)).all()
    views = _claim_views(session, rows[:limit], site)
    return Part(views, _place(views[-1]) if len(rows) > limit else None)


def _computed(
    pages: Iterable[ArticlePage], filters: Filters, *, after: Place | None, limit: int, most: int
) -> Part[ClaimView, Place]:
    """The next claims by looking at one after the other."""
    asked: list[ClaimView] = []
    last = after
    for number, page in enumerate(pages):
        for claim in page.claims:
            if after is None or _place(claim) > after:
                if len(asked) == limit or (number >= most and last != after):
                    return Part(asked, last)
                last = _place(claim)
                if filters.takes_claim(claim):
                    asked.append(claim)
    return Part(asked, None)


def _place(claim: ClaimView) -> Place:
    return claim.article.id, claim.start, claim.end, claim.id


def claim(session: Session, claim_id: str, site: str | None) -> ClaimView | None:
    """One claim."""
    return next(iter(_claims_called(session, [claim_id], site)), None)


def _claims_called(session: Session, ids: Sequence[str], site: str | None) -> list[ClaimView]:
    every = _claim_rows()
    rows = session.execute(select(every).where(every.c.claim_id.in_(ids))).all()
    return _claim_views(session, rows, site)


def judgements(
    session: Session,
    filters: Filters,
    *,
    after: tuple[str, str] | None,
    limit: int,
    most: int = MOST_JUDGEMENTS,
) -> Part[JudgementView, tuple[str, str]]:
    """The next judgements by claim and pseudonym, out of so many at most."""
    asked: list[JudgementView] = []
    size, seen = limit, 0
    while True:
        rows = _judgements_after(session, filters, after, size + 1)
        views = list(said.views(rows[:size]))
        called = _claims_called(session, sorted({one.claim_id for one in views}), None)
        of_claim = {claim.id: claim for claim in called}
        for one in views:
            if len(asked) == limit:
                return Part(asked, after)
            after = (one.claim_id, one.reviewer)
            meant = of_claim.get(one.claim_id)  # none for furniture that was only passed over
            if meant and filters.takes_judgement(meant, one):
                asked.append(one)
        seen += len(views)
        if len(rows) <= size:
            return Part(asked, None)
        if len(asked) == limit or seen >= most:
            return Part(asked, after)
        size = MANY


def _judgements_after(
    session: Session, filters: Filters, after: tuple[str, str] | None, limit: int
) -> Sequence[Row[Any]]:
    """The next that may be meant, as far as their own columns tell."""
    key = tuple_(col(Judgement.claim_id), col(Reviewer.pseudonym))
    query = _narrowed(
        _of_articles(said.judgements(), filters),
        (col(Judgement.article_id), filters.article),
        (col(Judgement.verdict), filters.verdict),
        (col(Reviewer.pseudonym), filters.reviewer),
    )
    if filters.since is not None:
        query = query.where(col(Judgement.said_at) >= filters.since)
    if filters.until is not None:
        query = query.where(col(Judgement.said_at) < filters.until)
    if after is not None:  # the first of the two lets an index find where to begin
        query = query.where(col(Judgement.claim_id) >= after[0], key > tuple_(*map(literal, after)))
    return session.execute(query.order_by(*key).limit(limit)).all()


def shown_as(session: Session, pseudonym: str) -> str:
    """The address of a reviewer, where we know it, else the pseudonym."""
    query = select(col(Reviewer.email)).where(col(Reviewer.pseudonym) == pseudonym)
    return session.scalar(query) or pseudonym


def count_judgements(session: Session) -> int:
    """How many judgements there are, those that do not count too."""
    content = col(Judgement.article_id).not_in(PLANTED)
    return session.scalar(select(func.count()).select_from(Judgement).where(content)) or 0


@dataclass(frozen=True)
class Tally:
    """How many claims of an article share a state and a verdict."""

    article: str
    state: str
    verdict: str | None
    settled: bool
    claims: int


def tallies(session: Session, articles: Iterable[str] | None = None) -> list[Tally]:
    """The claims of every article, or of these, by state and verdict."""
    every = _claim_rows(None if articles is None else list(articles))
    key = (every.c.article_id, every.c.state, every.c.verdict, every.c.settled)
    rows = session.execute(select(*key, func.count()).group_by(*key).order_by(*key))
    return [Tally(row[0], row[1], row[2], bool(row[3]), row[4]) for row in rows]


def states(session: Session) -> dict[str, int]:
    """How many claims are in each state."""
    every = _claim_rows()
    query = select(every.c.state, func.count()).group_by(every.c.state).order_by(every.c.state)
    return {state: int(number) for state, number in session.execute(query)}


@dataclass(frozen=True)
class Share:
    """What one reviewer has done."""

    articles: int
    claims: int
    last_said: datetime | None


def share(session: Session, reviewer: int) -> Share:
    """How much of it all one reviewer has judged.

    All of it, planted articles and what is discounted too: who asks must not learn which those are.
    """
    columns = (
        func.count(col(Judgement.article_id).distinct()),
        func.count(),
        func.max(col(Judgement.said_at)),
    )
    query = select(*columns).where(col(Judgement.reviewer_id) == reviewer)
    return Share(*session.execute(query).one())


def _of_articles(query: Select[Any], filters: Filters) -> Select[Any]:
    """The query as far as the columns of articles, and states, tell what is meant."""
    if filters.state not in (None, UNREVIEWED):
        holding = select(col(Consensus.article_id)).where(col(Consensus.state) == filters.state)
        query = query.where(col(Article.id).in_(holding))
    return _narrowed(query, (col(Article.id), filters.article), (col(Article.story), filters.story))


def _bare_pages(
    session: Session, site: str | None, *, filters: Filters, after: str
) -> Iterator[ArticlePage]:
    """Articles without looking inside."""
    query = _of_articles(_article_columns(), filters).where(col(Article.id) > after)
    options = {"yield_per": MANY}
    with session.execute(query.order_by(col(Article.id)), execution_options=options) as rows:
        for row in rows:
            yield ArticlePage(article=_article_view(row, site), text="", claims=())


def _narrowed(query: Select[Any], *conditions: tuple[Any, object]) -> Select[Any]:
    """The query with every column equal to what is wanted of it, if anything is."""
    for column, wanted in conditions:
        if wanted is not None:
            query = query.where(column == wanted)
    return query


def _pages(
    session: Session, ids: Sequence[str], site: str | None, *, identities: bool = False
) -> Iterator[ArticlePage]:
    wanted = _article_columns().add_columns(col(Article.text)).where(col(Article.id).in_(ids))
    every = _claim_rows(ids)
    rows = session.execute(
        select(every).order_by(every.c.article_id, every.c.start, every.c.end, every.c.claim_id)
    ).all()
    by_article: dict[str, list[ClaimView]] = {}
    for one in _claim_views(session, rows, site, identities=identities):
        by_article.setdefault(one.article.id, []).append(one)
    for row in session.execute(wanted.order_by(col(Article.id))):
        view = _article_view(row, site)
        yield ArticlePage(article=view, text=row.text, claims=tuple(by_article.get(view.id, ())))


def _claim_rows(articles: Sequence[str] | BindParameter[Any] | None = None) -> Any:
    """Every claim, or those of some articles, as a row.

    They are segments that are no furniture or were judged, and added claims. Of some articles it
    is said of each table by itself: PostgreSQL does not conclude it of one from the other, and
    reads all of that.
    """
    cut: ColumnElement[bool] = true()
    agreed: ColumnElement[bool] = true()
    if articles is not None:
        cut = col(Segment.article_id).in_(articles)
        agreed = col(Consensus.article_id).in_(articles)
    judged = and_(
        col(Consensus.claim_id) == col(Segment.id), agreed, col(Consensus.state) != UNREVIEWED
    )
    of_consensus = (
        Consensus.verdict,
        Consensus.votes,
        Consensus.abstained,
        Consensus.margin,
        Consensus.probability,
        Consensus.settled,
        Consensus.why,
        Consensus.reason,
        Consensus.robust,
        Consensus.flips,
        Consensus.support,
        Consensus.policy,
        Consensus.challenged,
    )
    shown: Any = (
        select(
            col(Segment.id).label("claim_id"),
            col(Segment.article_id).label("article_id"),
            func.coalesce(col(Consensus.start), col(Segment.start)).label("start"),
            func.coalesce(col(Consensus.end), col(Segment.end)).label("end"),
            col(Segment.role).label("role"),
            col(Segment.language).label("language"),
            col(Segment.speaker_start).label("speaker_start"),
            col(Segment.speaker_end).label("speaker_end"),
            col(Segment.worth).label("worth"),
            col(Segment.signals).label("signals"),
            func.coalesce(col(Consensus.state), UNREVIEWED).label("state"),
            *(col(column) for column in of_consensus),
        )
        .outerjoin(Consensus, judged)
        .where(or_(col(Segment.role).not_in(FURNITURE), col(Consensus.claim_id).is_not(None)))
        .where(cut, col(Segment.article_id).not_in(PLANTED))
    )
    added: Any = (
        select(
            col(Consensus.claim_id),
            col(Consensus.article_id),
            col(Consensus.start),
            col(Consensus.end),
            literal(ADDED),
            *(null() for _ in ("language", "speaker_start", "speaker_end", "worth", "signals")),
            col(Consensus.state),
            *(col(column) for column in of_consensus),
        )
        .outerjoin(Segment, and_(col(Segment.id) == col(Consensus.claim_id), cut))
        .where(agreed, col(Segment.id).is_(None))
    )
    return union_all(shown, added).subquery("claims")


def _claim_views(
    session: Session, rows: Sequence[Row[Any]], site: str | None, *, identities: bool = False
) -> list[ClaimView]:
    ids = sorted({row.article_id for row in rows})
    by_id = {
        row.id: (_article_view(row, site), row.text)
        for row in session.execute(
            _article_columns().add_columns(col(Article.text)).where(col(Article.id).in_(ids))
        )
    }
    judged = _said(session, [row.claim_id for row in rows], identities=identities)
    ruled = _ruled(session, [row.claim_id for row in rows], identities=identities)
    origins = matches.origins_of(session, [row.claim_id for row in rows])
    found = []
    for row in rows:
        article, text = by_id[row.article_id]
        found.append(
            ClaimView(
                id=row.claim_id,
                article=article,
                start=row.start,
                end=row.end,
                text=text[row.start : row.end],
                role=row.role,
                language=row.language or article.language,
                speaker=None
                if row.speaker_end is None
                else text[row.speaker_start : row.speaker_end],
                worth=row.worth,
                signals=tuple(row.signals or ()),
                state=row.state,
                verdict=row.verdict,
                votes=row.votes or {},
                abstained=row.abstained or 0,
                margin=row.margin or 0,
                probability=row.probability,
                settled=bool(row.settled),
                why=row.why or "nobody has judged it",
                reason=row.reason,
                robust=None if row.robust is None else bool(row.robust),
                flips=tuple(row.flips or ()),
                support=row.support,
                policy=row.policy or None,
                challenged=bool(row.challenged),
                ruling=ruled.get(row.claim_id),
                origin=origins.get(row.claim_id),
                judgements=tuple(judged.get(row.claim_id, ())),
            )
        )
    return found


def _said(
    session: Session, ids: Iterable[str], *, identities: bool
) -> dict[str, list[JudgementView]]:
    query = said.judgements(identities=identities).where(col(Judgement.claim_id).in_(list(ids)))
    found: dict[str, list[JudgementView]] = {}
    for one in said.views(session.execute(query.order_by(col(Reviewer.pseudonym)))):
        found.setdefault(one.claim_id, []).append(one)
    return found


def _ruled(session: Session, ids: Iterable[str], *, identities: bool) -> dict[str, RulingView]:
    query: Any = select(Ruling, said.name(identities=identities)).join(
        Reviewer, col(Reviewer.id) == col(Ruling.reviewer_id)
    )
    return {
        one.claim_id: RulingView(
            adjudicator=name,
            adopted=one.adopted,
            overruling=one.overruling,
            evidence=tuple(one.evidence),
            note=one.note,
            said_at=one.said_at,
        )
        for one, name in session.execute(query.where(col(Ruling.claim_id).in_(list(ids))))
    }


def _article_columns() -> Select[Any]:
    columns = (
        Article.id,
        Article.title,
        Article.url,
        Article.publisher,
        Article.author,
        Article.published,
        Article.language,
        Article.story,
        Article.known_from,
        Article.loaded_at,
        Publication.project_id,
        Publication.task_id,
    )
    characters = func.length(col(Article.text)).label("characters")
    query: Any = select(*(col(column) for column in columns), characters)
    joined: Select[Any] = query.outerjoin(
        Publication,
        and_(col(Publication.article_id) == col(Article.id), col(Publication.claim_id) == ""),
    )
    return joined.where(_CONTENT)


def _article_view(row: Row[Any], site: str | None) -> ArticleView:
    link = f"{site}/projects/{row.project_id}/data?task={row.task_id}"
    return ArticleView(
        id=row.id,
        title=row.title,
        url=row.url,
        publisher=row.publisher,
        author=row.author,
        published=row.published,
        language=row.language,
        story=row.story,
        known_from=row.known_from,
        loaded_at=row.loaded_at,
        characters=row.characters,
        link=link if site and row.task_id is not None else None,
    )
