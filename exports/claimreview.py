"""ClaimReview of schema.org, as JSON-LD: every settled verdict, for a web page or a search engine.

A verdict carries a number only where the label config says which, and only if everybody who gave
it had a reason that says the same: what is unsourced, denied or conflicting has words and no
number. Who publishes the review is left to whoever publishes it.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from claimdesk.snapshot import ArticleView, ClaimView, OriginView, Snapshot, is_address

FORMATS = ("json", "jsonl")
LEDGER = "version"
Words = tuple[str, str]


def _absent(value: object) -> bool:
    return value is None


class Work(BaseModel):
    """An article in which the claim stands."""

    type: Literal["NewsArticle"] = Field(default="NewsArticle", serialization_alias="@type")
    identifier: str
    headline: str | None = Field(exclude_if=_absent)
    url: str | None = Field(exclude_if=_absent)
    datePublished: str | None = Field(exclude_if=_absent)  # noqa: N815 - as schema.org spells it
    inLanguage: str | None = Field(exclude_if=_absent)  # noqa: N815
    publisher: dict[str, str] | None = Field(exclude_if=_absent)


class Claim(BaseModel):
    """What is reviewed."""

    type: Literal["Claim"] = Field(default="Claim", serialization_alias="@type")
    author: dict[str, str] | None = Field(exclude_if=_absent)
    datePublished: str | None = Field(exclude_if=_absent)  # noqa: N815
    firstAppearance: Work | None = Field(exclude_if=_absent)  # noqa: N815
    appearance: list[Work]


class Rating(BaseModel):
    """The verdict: always in words, sometimes as a number."""

    type: Literal["Rating"] = Field(default="Rating", serialization_alias="@type")
    alternateName: str  # noqa: N815
    ratingValue: int | None = Field(exclude_if=_absent)  # noqa: N815
    bestRating: int | None = Field(exclude_if=_absent)  # noqa: N815
    worstRating: int | None = Field(exclude_if=_absent)  # noqa: N815
    ratingExplanation: str  # noqa: N815


class Row(BaseModel):
    """One review."""

    context: Literal["https://schema.org"] = Field(
        default="https://schema.org", serialization_alias="@context", description="schema.org"
    )
    type: Literal["ClaimReview"] = Field(
        default="ClaimReview", serialization_alias="@type", description="What it is"
    )
    identifier: str = Field(description="Id of the claim")
    url: str | None = Field(
        exclude_if=_absent, description="Where editors see it, if the desk has a public address"
    )
    claimReviewed: str = Field(description="The claim as reviewers placed it")  # noqa: N815
    inLanguage: str | None = Field(  # noqa: N815
        exclude_if=_absent, description="Language of the claim, as a BCP 47 tag"
    )
    datePublished: str = Field(  # noqa: N815
        description="Day of the newest judgement it follows from"
    )
    itemReviewed: Claim = Field(  # noqa: N815
        description="The claim: who said it, and the articles of its story in which it stands"
    )
    reviewRating: Rating = Field(  # noqa: N815
        description="Verdict and reason in words; a number from 1, false, to 5, true, where known"
    )
    version: str = Field(description="Head of the ledger it follows from")


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Settled claims by article and place."""
    known = _Appearances(snapshot)
    for claim in snapshot.claims:
        if not claim.settled or claim.verdict is None or not snapshot.is_verdict(claim.verdict):
            continue
        number = rating(snapshot, claim)
        words = claim.verdict + (f": {claim.reason}" if claim.reason else "")
        yield Row(
            identifier=claim.id,
            url=snapshot.page_of(claim),
            claimReviewed=claim.text,
            inLanguage=claim.language,
            datePublished=_newest(claim).date().isoformat(),
            itemReviewed=_claim(claim, known.of(claim)),
            reviewRating=Rating(
                alternateName=words,
                ratingValue=number,
                bestRating=None if number is None else 5,
                worstRating=None if number is None else 1,
                ratingExplanation=claim.why,
            ),
            version=snapshot.ledger,
        )


def _newest(claim: ClaimView) -> datetime:
    """When the newest was said that the verdict follows from."""
    said = [one.said_at for one in claim.judgements]
    return max([*said, claim.ruling.said_at] if claim.ruling else said)


def rating(snapshot: Snapshot, claim: ClaimView) -> int | None:
    """The number of a verdict, if every reason given for it has the same; of a ruling, its own."""
    given = () if claim.ruling else claim.counted
    reasons = {one.reason for one in given if one.verdict == claim.verdict}
    found = {_rated(snapshot, claim.verdict, reason) for reason in reasons | {claim.reason}}
    (number, *others) = found
    return int(number) if not others and number is not None and number.isdigit() else None


def _rated(snapshot: Snapshot, verdict: str | None, reason: str | None) -> str | None:
    """What verdict and reason are as a number; nothing where they do not say the same."""
    both = (snapshot.labels.get(verdict or ""), snapshot.reasons.get(reason or ""))
    said = {one.rating for one in both if one and one.rating}
    return said.pop() if len(said) == 1 else None


def _words(claim: ClaimView) -> Words:
    """What claims have in common that say the same in the same words: story and words."""
    return claim.article.story or claim.article.id, " ".join(claim.text.split()).casefold()


class _Appearances:
    """In which articles of its story each settled claim stands.

    In the same words, or in others where it is known that it goes back to one sentence of the
    origin and that nothing differs: what differs is another claim.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        settled = (one.article.story for one in snapshot.claims if one.settled)
        stories = set(filter(None, settled))
        self._articles: dict[Words, dict[str, ArticleView]] = {}
        self._same: dict[Words, Words] = {}
        spots: dict[str, list[tuple[int, int, Words]]] = {}
        retold: dict[Words, OriginView] = {}
        for page in snapshot.pages() if stories else ():
            if page.article.story in stories:
                for claim in page.claims:
                    words = _words(claim)
                    self._articles.setdefault(words, {})[claim.article.id] = claim.article
                    spots.setdefault(claim.article.id, []).append((claim.start, claim.end, words))
                    if claim.origin and claim.origin.text and not claim.origin.drifts:
                        retold[words] = claim.origin
        for words, origin in retold.items():
            said = _said_at(origin, spots.get(origin.article, ()))
            if said is not None and said != words:
                self._same[words] = said
        for words, said in self._same.items():
            self._articles.setdefault(said, {}).update(self._articles[words])

    def of(self, claim: ClaimView) -> list[ArticleView]:
        """The oldest first."""
        words = _words(claim)
        found = self._articles.get(self._same.get(words, words), {claim.article.id: claim.article})
        return sorted(found.values(), key=_age)


def _said_at(origin: OriginView, spots: Iterable[tuple[int, int, Words]]) -> Words | None:
    """The words of the claim that covers most of a place in the origin."""
    start, end = origin.start or 0, origin.end or 0
    shared, words = max(
        ((min(end, last) - max(start, first), words) for first, last, words in spots),
        default=(0, None),
    )
    return words if shared > 0 else None


def _age(article: ArticleView) -> tuple[str, str]:
    return article.published or "~", article.id


def _claim(claim: ClaimView, articles: list[ArticleView]) -> Claim:
    first = articles[0] if articles[0].published else None
    return Claim(
        author={"name": claim.speaker} if claim.speaker else None,
        datePublished=first and _day(first),
        firstAppearance=first and _work(first),
        appearance=[_work(article) for article in articles],
    )


def _work(article: ArticleView) -> Work:
    named = article.publisher and {"@type": "Organization", "name": article.publisher}
    return Work(
        identifier=article.id,
        headline=article.title,
        url=article.url if article.url and is_address(article.url) else None,
        datePublished=_day(article),
        inLanguage=article.language,
        publisher=named or None,
    )


def _day(article: ArticleView) -> str | None:
    """The date, where the source gives one that is whole."""
    try:
        return date.fromisoformat((article.published or "")[:10]).isoformat()
    except ValueError:
        return None
