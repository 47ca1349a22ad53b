"""What an export or a page may see: frozen values, and nothing of where they came from.

A Snapshot reads one state of the database. Its articles, claims and judgements can be walked
through as often as wanted; they arrive one article at a time, so that memory stays flat.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from claimdesk.consensus.evidence import Piece, key, unite
from claimdesk.folding import folded
from claimdesk.labels import Label, Reason


def is_address(words: str) -> bool:
    """Whether words can be followed as a link: an address of the web and nothing else."""
    return words.startswith(("http://", "https://")) and words.isprintable() and " " not in words


def leading_address(words: str) -> str | None:
    """The address that words begin with; reviewers write behind it what is to be found there."""
    first, blank, _ = words.partition(" ")
    first = first.rstrip(",;") if blank else first
    return first if is_address(first) else None


def same_source(words: str) -> str:
    """What spellings of one piece of evidence have in common; for comparing, never shown."""
    return key(words)


@dataclass(frozen=True)
class ArticleView:
    """An article without its text; `known_from` says where its metadata were found."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str | None
    story: str | None
    known_from: dict[str, str]
    loaded_at: datetime
    characters: int
    link: str | None


class JudgementView(NamedTuple):
    """One reviewer on one claim; `reviewer` is a pseudonym, as in `r-0123456789ab`.

    `discounted` is the code of why it does not count, if it does not. There may be millions of
    them, and no other frozen value is made so fast.
    """

    claim_id: str
    article_id: str
    reviewer: str
    start: int
    end: int
    text: str
    verdict: str
    change: str | None
    reason: str | None
    evidence: tuple[str, ...]
    note: str | None
    confidence: int | None
    said_at: datetime
    config: str
    codebook: str | None
    discounted: str | None


@dataclass(frozen=True)
class RulingView:
    """What an adjudicator decided of a claim; `adjudicator` is a pseudonym."""

    adjudicator: str
    adopted: str | None
    overruling: str | None
    evidence: tuple[str, ...]
    note: str | None
    said_at: datetime


@dataclass(frozen=True)
class OriginView:
    """Where a claim of a retelling goes back to, as far as that is known.

    `text` is what the origin says, and nothing where it says nothing of it. Each of `drifts` has a
    `type`, and the words on either side as `in_origin` and `in_retelling`, where there are any.
    """

    article: str
    start: int | None
    end: int | None
    text: str | None
    drifts: tuple[dict[str, str | None], ...]


@dataclass(frozen=True)
class ClaimView:
    """One claim with what its judgements add up to; offsets are code points of the article."""

    id: str
    article: ArticleView
    start: int
    end: int
    text: str
    role: str
    language: str | None
    speaker: str | None
    worth: float | None
    signals: tuple[str, ...]
    state: str
    verdict: str | None
    votes: dict[str, int]
    abstained: int
    margin: int
    probability: float | None
    settled: bool
    why: str
    reason: str | None
    robust: bool | None
    flips: tuple[str, ...]
    support: float | None
    policy: str | None
    challenged: bool
    ruling: RulingView | None
    origin: OriginView | None
    judgements: tuple[JudgementView, ...]

    @property
    def agreement(self) -> float | None:
        """Share of the usable judgements that say the same as most; None without any."""
        total = sum(self.votes.values())
        return max(self.votes.values()) / total if total else None

    @property
    def divided(self) -> bool:
        """Whether usable judgements differ."""
        return sum(1 for count in self.votes.values() if count) > 1

    @cached_property
    def sources(self) -> tuple[Piece[str], ...]:
        """The evidence, each piece once, with everybody who gave it; where ruled, only that."""
        if self.ruling is not None:
            return unite((self.ruling.adjudicator, piece) for piece in self.ruling.evidence)
        return unite((one.reviewer, piece) for one in self.counted for piece in one.evidence)

    @property
    def counted(self) -> tuple[JudgementView, ...]:
        """The judgements that count."""
        return tuple(one for one in self.judgements if one.discounted is None)

    @property
    def evidence(self) -> tuple[str, ...]:
        """The pieces alone."""
        return tuple(piece.shown for piece in self.sources)


@dataclass(frozen=True)
class Furniture:
    """What stands in an article and is no part of it; `reason` is a code."""

    start: int
    end: int
    role: str
    reason: str | None


@dataclass(frozen=True)
class ArticlePage:
    """One article with its text, its claims by place, and its furniture where it was asked for."""

    article: ArticleView
    text: str
    claims: tuple[ClaimView, ...]
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True)
class Filters:
    """What is asked for, of every noun in its own way; None asks for everything.

    `since` is the first moment and `until` the first one after. They are about when a judgement
    was said, when a claim was judged last, and when an article was published, else loaded.
    """

    article: str | None = None
    story: str | None = None
    language: str | None = None
    state: str | None = None
    verdict: str | None = None
    reviewer: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    q: str | None = None
    min_reviewers: int = 0

    @property
    def looks_inside(self) -> bool:
        """Whether an article's text or claims tell if it is meant."""
        return self._about_claims or self.q is not None

    @property
    def computes(self) -> bool:
        """Whether it takes more than comparing columns to tell if a claim is meant."""
        wanted = (self.language, self.since, self.until, self.q)
        return self.min_reviewers > 0 or any(one is not None for one in wanted)

    def takes_article(self, page: ArticlePage) -> bool:
        """Whether an article is meant: one with such words, and with such a claim."""
        one = page.article
        return (
            self._lies_in(one)
            and self._is_in(one.language)
            and self._was_at(_dated(one))
            and self._reads(f"{one.title or ''}\n{page.text}")
            and (not self._about_claims or any(map(self._stands, page.claims)))
        )

    def takes_claim(self, claim: ClaimView) -> bool:
        """Whether a claim is meant."""
        return (
            self._lies_in(claim.article)
            and self._is_in(claim.language)
            and self._stands(claim)
            and self._was_at(max((one.said_at for one in claim.judgements), default=None))
            and self._reads(claim.text)
        )

    def takes_judgement(self, claim: ClaimView, one: JudgementView) -> bool:
        """Whether a judgement on a claim is meant, by what it says itself."""
        return (
            self._lies_in(claim.article)
            and self._is_in(claim.language)
            and self.state in (None, claim.state)
            and self.min_reviewers <= sum(claim.votes.values())
            and self.verdict in (None, one.verdict)
            and self.reviewer in (None, one.reviewer)
            and self._was_at(one.said_at)
            and self._reads(one.text)
        )

    @property
    def _about_claims(self) -> bool:
        wanted = (self.state, self.verdict, self.reviewer)
        return self.min_reviewers > 0 or any(one is not None for one in wanted)

    def _lies_in(self, article: ArticleView) -> bool:
        return self.article in (None, article.id) and self.story in (None, article.story)

    def _is_in(self, language: str | None) -> bool:
        """A tag means itself and what it begins: en is meant by en-GB too."""
        if self.language is None:
            return True
        found, wanted = (language or "").casefold(), self.language.casefold()
        return found == wanted or found.startswith(f"{wanted}-")

    def _stands(self, claim: ClaimView) -> bool:
        return (
            self.state in (None, claim.state)
            and self.verdict in (None, claim.verdict)
            and self.min_reviewers <= sum(claim.votes.values())
            and (
                self.reviewer is None or self.reviewer in {one.reviewer for one in claim.judgements}
            )
        )

    def _was_at(self, moment: datetime | None) -> bool:
        if moment is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= moment) and (
            self.until is None or moment < self.until
        )

    def _reads(self, text: str) -> bool:
        return self.q is None or self._words in folded(text)

    @cached_property
    def _words(self) -> str:
        return folded(self.q or "")


EVERYTHING = Filters()


def _dated(article: ArticleView) -> datetime:
    """When an article came out, as far as its source gives it as ISO 8601 has it."""
    try:
        moment = datetime.fromisoformat(article.published or "")
    except ValueError:
        return article.loaded_at
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Snapshot:
    """One state of the desk: articles by id, claims by article and place.

    `ledger` is the head of the ledger that it follows from, `state` stands for all it follows from.
    `known_until` is when the newest of what it holds arrived or was loaded: of the same desk all
    three are the same, whenever it is asked. `pages` are the articles that are asked for, whole;
    `walk` are those that may hold what `filters` ask for, if others do.
    `said` brings the judgements of the pages without the pages, `some` the pages of some articles
    with their furniture, and `retold` the story of every address at which an article of one stands,
    where that can be had. `codebook` is the revision that reviewers were shown last, and `site`
    where editors find the desk, if that is known. `labels` and `reasons` are those of the label
    config.
    """

    known_until: datetime
    ledger: str
    verdicts: tuple[str, ...]
    pages: Callable[[], Iterator[ArticlePage]]
    state: str = ""
    filters: Filters = EVERYTHING
    walk: Callable[[], Iterator[ArticlePage]] | None = None
    said: Callable[[], Iterator[JudgementView]] | None = None
    some: Callable[[Sequence[str]], Iterator[ArticlePage]] | None = None
    retold: Callable[[], Mapping[str, str]] | None = None
    codebook: str | None = None
    site: str | None = None
    labels: Mapping[str, Label] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    def is_verdict(self, label: str | None) -> bool:
        """Whether a label says how true a claim is, and not that it is none."""
        known = self.labels.get(label or "")
        return known is not None and known.counts == "verdict"

    def whole(self, articles: Sequence[str]) -> Iterator[ArticlePage]:
        """The pages of these articles by id, with their furniture if that is known."""
        if self.some is not None:
            return self.some(articles)
        return (page for page in self.pages() if page.article.id in articles)

    @cached_property
    def stories(self) -> Mapping[str, str]:
        """The story of every article that has an address, by what spellings of that have in common.

        Whatever the filters are: articles of one story are one source.
        """
        known = self.retold() if self.retold else {}
        return {same_source(url): story for url, story in known.items()}

    def page_of(self, claim: ClaimView) -> str | None:
        """Where editors see a claim."""
        return self.site and f"{self.site}/articles/{claim.article.id}#{claim.id}"

    @property
    def articles(self) -> Iterator[ArticleView]:
        """Every article that is asked for."""
        return (page.article for page in self.pages())

    @property
    def excerpts(self) -> Iterator[ArticlePage]:
        """Every article that holds a claim that is asked for, with its text and no other claim."""
        for page in (self.walk or self.pages)():
            if claims := tuple(filter(self.filters.takes_claim, page.claims)):
                yield replace(page, claims=claims)

    @property
    def claims(self) -> Iterator[ClaimView]:
        """Every claim that is asked for, judged or not."""
        return (claim for page in self.excerpts for claim in page.claims)

    @property
    def judgements(self) -> Iterator[JudgementView]:
        """Every judgement that is asked for, by article, place and reviewer."""
        if self.said is not None and self.filters == EVERYTHING:
            return self.said()
        return (one for _, one in self.remarks)

    @property
    def remarks(self) -> Iterator[tuple[ArticlePage, JudgementView]]:
        """The judgements, each with the article it is about."""
        return (
            (page, one)
            for page in (self.walk or self.pages)()
            for claim in page.claims
            for one in claim.judgements
            if self.filters.takes_judgement(claim, one)
        )
