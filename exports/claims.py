"""One row per claim: what it says, where it stands, and what the reviewers made of it."""

from collections.abc import Iterator

from pydantic import BaseModel, Field

from claimdesk.snapshot import Snapshot

SHEETS = ("summary", "claims", "disagreements", "reviewers")


class Row(BaseModel):
    """One claim."""

    claim: str = Field(description="Id of the claim; also the region id in Label Studio")
    article: str = Field(description="Id of the article")
    title: str | None = Field(description="Title of the article")
    publisher: str | None = Field(description="Who published the article")
    published: str | None = Field(
        description="When, as its source gives it", json_schema_extra={"format": "date"}
    )
    language: str | None = Field(description="Language of the claim, as a BCP 47 tag")
    story: str | None = Field(description="Articles with the same story retell one report")
    start: int = Field(description="First character, in code points of the article's text")
    end: int = Field(description="After the last character")
    text: str = Field(description="The claim as reviewers placed it")
    role: str = Field(description="Part it plays in the article; 'added' if a reviewer found it")
    speaker: str | None = Field(description="Who says it, where the article tells")
    worth: float | None = Field(
        description="How much it is worth checking, 0 to 1; for ordering, never for hiding"
    )
    signals: list[str] = Field(description="What speaks for and against checking it, as codes")
    state: str = Field(
        description="unreviewed, insufficient, agreed, majority, contested, rejected, adjudicated"
    )
    verdict: str | None = Field(description="The consensus, if there is one")
    settled: bool = Field(description="Whether the verdict can be relied on without adjudication")
    why: str = Field(description="Why it is settled or not")
    reason: str | None = Field(description="Given most often by those who gave the verdict")
    robust: bool | None = Field(
        description="Whether the verdict stands if a little less is believed; empty without one"
    )
    flips: list[str] = Field(
        description="What would take it away: one-reviewer-less, two-origins, no-anonymous"
    )
    votes: dict[str, int] = Field(description="Usable judgements per label")
    reviewers: int = Field(description="How many usable judgements there are")
    agreement: float | None = Field(description="Share of them that say the same as most")
    abstained: int = Field(description="Reviewers who could not judge it")
    probability: float | None = Field(
        description="Probability that the leading verdict is the reviewers' mode, not that the "
        "claim is true"
    )
    support: float | None = Field(
        description="Of an added claim: share of those who finished the article who drew it"
    )
    policy: str | None = Field(description="Rules the verdict was found by, and their version")
    adopted: str | None = Field(description="Letter of the version that an adjudicator adopted")
    overruling: str | None = Field(description="Code of why an adjudicator overruled reviewers")
    challenged: bool = Field(description="Whether later votes speak against the adjudicator")
    evidence: list[str] = Field(
        description="Everything reviewers gave as evidence, each once, what most of them gave first"
    )
    notes: list[str] = Field(description="Reviewers' notes")
    origin: str | None = Field(
        description="Article that the claim goes back to, where it is known to retell one"
    )
    in_origin: str | None = Field(description="What that says there; nothing where it does not")
    drifts: list[str] = Field(description="What differs, as type: there → here")
    link: str | None = Field(
        description="The article in Label Studio", json_schema_extra={"format": "uri"}
    )


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Claims by article and place."""
    for claim in snapshot.claims:
        yield Row(
            claim=claim.id,
            article=claim.article.id,
            title=claim.article.title,
            publisher=claim.article.publisher,
            published=claim.article.published,
            language=claim.language,
            story=claim.article.story,
            start=claim.start,
            end=claim.end,
            text=claim.text,
            role=claim.role,
            speaker=claim.speaker,
            worth=claim.worth,
            signals=list(claim.signals),
            state=claim.state,
            verdict=claim.verdict,
            settled=claim.settled,
            why=claim.why,
            reason=claim.reason,
            robust=claim.robust,
            flips=list(claim.flips),
            votes={label: count for label, count in claim.votes.items() if count},
            reviewers=sum(claim.votes.values()),
            agreement=None if claim.agreement is None else round(claim.agreement, 4),
            abstained=claim.abstained,
            probability=None if claim.probability is None else round(claim.probability, 4),
            support=None if claim.support is None else round(claim.support, 4),
            policy=claim.policy,
            adopted=claim.ruling.adopted if claim.ruling else None,
            overruling=claim.ruling.overruling if claim.ruling else None,
            challenged=claim.challenged,
            evidence=list(claim.evidence),
            notes=[one.note for one in claim.counted if one.note],
            origin=claim.origin.article if claim.origin else None,
            in_origin=claim.origin.text if claim.origin else None,
            drifts=[_drift(one) for one in claim.origin.drifts] if claim.origin else [],
            link=claim.article.link,
        )


def _drift(drift: dict[str, str | None]) -> str:
    there, here = drift.get("in_origin") or "–", drift.get("in_retelling") or "–"
    return f"{drift.get('type')}: {there} → {here}"
