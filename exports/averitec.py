"""Settled claims in the form of the AVeriTeC data set, for researchers.

Reviewers here do not write questions: there is one, and what they gave as evidence are its
answers. What nobody has asked (types, strategies, places, archived copies) is empty.
"""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel, Field

from claimdesk.snapshot import ClaimView, Snapshot, is_address, leading_address

FORMATS = ("json", "jsonl")
QUESTION = "What evidence is there for or against this claim?"


class Answer(BaseModel):
    """One piece of evidence."""

    answer: str
    answer_type: str
    source_url: str | None
    cached_source_url: str | None
    source_medium: str | None


class Question(BaseModel):
    """The question, and every answer to it."""

    question: str
    answers: list[Answer]


class Row(BaseModel):
    """One claim."""

    claim_id: str = Field(description="Id of the claim")
    claim: str = Field(description="The claim as reviewers placed it")
    required_reannotation: bool = Field(description="Whether reviewers differed on it")
    label: str = Field(description="The verdict, as AVeriTeC names it")
    justification: str = Field(description="Why it is settled, and the notes of those who gave it")
    claim_date: str | None = Field(description="Day its article was published, as 31-12-2026")
    speaker: str | None = Field(description="Who says it, where the article tells")
    original_claim_url: str | None = Field(description="Address of the article")
    cached_original_claim_url: str | None = Field(default=None, description="Not known here")
    fact_checking_article: str | None = Field(
        description="Where editors see it, if the desk has a public address"
    )
    reporting_source: str | None = Field(description="Who published the article")
    location_ISO_code: str | None = Field(default=None, description="Not known here")  # noqa: N815
    claim_types: list[str] = Field(default=[], description="Not asked here")
    fact_checking_strategies: list[str] = Field(default=[], description="Not asked here")
    language: str | None = Field(description="Language of the claim, as a BCP 47 tag; ours")
    verdict: str = Field(description="The verdict as this desk names it; ours")
    reason: str | None = Field(description="The leading reason; ours")
    questions: list[Question] = Field(description="The question and its answers")


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Settled claims by article and place."""
    for claim in snapshot.claims:
        label = _label(snapshot, claim)
        if label is None or claim.verdict is None:
            continue
        article = claim.article
        notes = [one.note for one in claim.counted if one.note and one.verdict == claim.verdict]
        yield Row(
            claim_id=claim.id,
            claim=claim.text,
            required_reannotation=claim.divided,
            label=label,
            justification="\n".join([f"{claim.why}.", *notes]),
            claim_date=_day(article.published),
            speaker=claim.speaker,
            original_claim_url=article.url if article.url and is_address(article.url) else None,
            fact_checking_article=snapshot.page_of(claim),
            reporting_source=article.publisher,
            language=claim.language,
            verdict=claim.verdict,
            reason=claim.reason,
            questions=[Question(question=QUESTION, answers=_answers(claim))],
        )


def _label(snapshot: Snapshot, claim: ClaimView) -> str | None:
    """What AVeriTeC calls a settled verdict; None where the label config does not say."""
    if not claim.settled or not snapshot.is_verdict(claim.verdict):
        return None
    reason = snapshot.reasons.get(claim.reason or "")
    return (reason and reason.averitec) or snapshot.labels[claim.verdict or ""].averitec


def _answers(claim: ClaimView) -> list[Answer]:
    if not claim.evidence:
        return [_answer("No answer could be found.", "Unanswerable", None)]
    return [_answer(piece, "Abstractive", leading_address(piece)) for piece in claim.evidence]


def _answer(words: str, kind: str, url: str | None) -> Answer:
    return Answer(
        answer=words,
        answer_type=kind,
        source_url=url,
        cached_source_url=None,
        source_medium="Web text" if url else None,
    )


def _day(published: str | None) -> str | None:
    """As that data set writes days; None where the source gives no whole one."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return f"{day.day}-{day.month}-{day.year}"
