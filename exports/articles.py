"""One row per article: how far it is judged, what came of it, and what is still in conflict."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel, Field

from claimdesk.snapshot import ArticlePage, Snapshot

FORMATS = ("csv", "jsonl", "json", "parquet", "xlsx", "html")


class Row(BaseModel):
    """One article."""

    article: str = Field(description="Id of the article")
    title: str | None = Field(description="Title of the article")
    publisher: str | None = Field(description="Who published it")
    author: str | None = Field(description="Who wrote it")
    published: str | None = Field(
        description="When, as its source gives it", json_schema_extra={"format": "date"}
    )
    language: str | None = Field(description="Language of the article, as a BCP 47 tag")
    story: str | None = Field(description="Articles with the same story retell one report")
    url: str | None = Field(description="Where it was found", json_schema_extra={"format": "uri"})
    characters: int = Field(description="Length of its text in code points")
    claims: int = Field(description="How many claims it has")
    judged: int = Field(description="Claims of which a judgement or a ruling counts")
    coverage: float | None = Field(description="Share of the claims that somebody has judged")
    settled: int = Field(description="Claims whose verdict can be relied on")
    conflicts: int = Field(description="Claims on which reviewers differ and nothing is settled")
    verdicts: dict[str, int] = Field(description="Claims per verdict")
    shares: dict[str, float] = Field(description="Share of each verdict among claims with one")
    reviewers: int = Field(description="How many people judged anything in it")
    link: str | None = Field(
        description="The article in Label Studio", json_schema_extra={"format": "uri"}
    )


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Articles by id."""
    for page in snapshot.pages():
        yield _row(page)


def _row(page: ArticlePage) -> Row:
    article, claims = page.article, page.claims
    verdicts = Counter(claim.verdict for claim in claims if claim.verdict)
    judged = sum(1 for claim in claims if claim.counted or claim.ruling)
    total = verdicts.total()
    return Row(
        article=article.id,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        published=article.published,
        language=article.language,
        story=article.story,
        url=article.url,
        characters=article.characters,
        claims=len(claims),
        judged=judged,
        coverage=round(judged / len(claims), 4) if claims else None,
        settled=sum(1 for claim in claims if claim.settled),
        conflicts=sum(1 for claim in claims if claim.divided and not claim.settled),
        verdicts=dict(sorted(verdicts.items())),
        shares={name: round(number / total, 4) for name, number in sorted(verdicts.items())},
        reviewers=len({one.reviewer for claim in claims for one in claim.judgements}),
        link=article.link,
    )
