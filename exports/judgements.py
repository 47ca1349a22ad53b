"""One row per reviewer and claim: who said what of it, why, and on what evidence."""

from collections.abc import Iterator
from datetime import datetime
from operator import attrgetter

from pydantic import BaseModel, Field

from claimdesk.snapshot import Snapshot


class Row(BaseModel):
    """One judgement."""

    claim: str = Field(description="Id of the claim")
    article: str = Field(description="Id of the article")
    reviewer: str = Field(description="Pseudonym of the reviewer, as in r-0123456789ab")
    verdict: str = Field(description="The label this reviewer gave it")
    reason: str | None = Field(description="Why, where the verdict asks for a reason")
    evidence: list[str] = Field(description="Sources this reviewer gave, or where they looked")
    note: str | None = Field(description="What else this reviewer wrote")
    confidence: int | None = Field(description="1 a guess, 3 certain; empty if not said")
    start: int = Field(description="First character as this reviewer placed the claim")
    end: int = Field(description="After the last character")
    text: str = Field(description="The claim as this reviewer placed it")
    change: str | None = Field(
        description="What the reviewer did to its place: boundary, redrawn, merge, split, "
        "split-mixed, deleted or added"
    )
    said_at: datetime = Field(description="When it was saved, by Label Studio's clock")
    config: str = Field(description="Digest of the label config it was made under")
    codebook: str | None = Field(
        description="Revision of the codebook it was made under; empty if before those were kept"
    )
    discounted: str | None = Field(
        description="Why it does not count: copied, seen-before, same-regions or pasted; empty if "
        "it counts"
    )


_VALUES = attrgetter(
    "claim_id",
    "article_id",
    "reviewer",
    "verdict",
    "reason",
    "evidence",
    "note",
    "confidence",
    "start",
    "end",
    "text",
    "change",
    "said_at",
    "config",
    "codebook",
    "discounted",
)


def rows(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    """Judgements by article, place and reviewer; as tuples, because there may be millions."""
    return map(_VALUES, snapshot.judgements)
