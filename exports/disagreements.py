"""One row per claim on which reviewers differ: who says what, why, and on what evidence."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from claimdesk.snapshot import JudgementView, Snapshot


class Row(BaseModel):
    """One claim with different verdicts."""

    claim: str = Field(description="Id of the claim")
    article: str = Field(description="Id of the article")
    title: str | None = Field(description="Title of the article")
    language: str | None = Field(description="Language of the claim, as a BCP 47 tag")
    story: str | None = Field(description="Articles with the same story retell one report")
    text: str = Field(description="The claim as reviewers placed it")
    state: str = Field(description="What the votes come to")
    verdict: str | None = Field(description="The consensus, if there is one")
    settled: bool = Field(description="Whether the verdict can be relied on all the same")
    why: str = Field(description="Why it is settled or not")
    votes: dict[str, int] = Field(description="Usable judgements per label")
    agreement: float | None = Field(description="Share of them that say the same as most")
    margin: int = Field(description="Votes by which the first leads the second")
    said: list[str] = Field(description="What each reviewer said, and for which reason")
    evidence: list[str] = Field(description="Everything given as evidence, each once")
    notes: list[str] = Field(description="Reviewers' notes")
    link: str | None = Field(
        description="The article in Label Studio", json_schema_extra={"format": "uri"}
    )


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Claims by article and place."""
    for claim in snapshot.claims:
        if not claim.divided:
            continue
        yield Row(
            claim=claim.id,
            article=claim.article.id,
            title=claim.article.title,
            language=claim.language,
            story=claim.article.story,
            text=claim.text,
            state=claim.state,
            verdict=claim.verdict,
            settled=claim.settled,
            why=claim.why,
            votes={label: count for label, count in claim.votes.items() if count},
            agreement=None if claim.agreement is None else round(claim.agreement, 4),
            margin=claim.margin,
            said=[_said(one) for one in claim.counted],
            evidence=list(claim.evidence),
            notes=[one.note for one in claim.judgements if one.note],
            link=claim.article.link,
        )


def _said(one: JudgementView) -> str:
    reason = f" ({one.reason})" if one.reason else ""
    return f"{one.reviewer}: {one.verdict}{reason}"
