"""One row per reviewer, by pseudonym: how much they judged, and how often others say the same."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, Field

from claimdesk.snapshot import ClaimView, Snapshot


class Row(BaseModel):
    """One reviewer."""

    reviewer: str = Field(description="Pseudonym of the reviewer, as in r-0123456789ab")
    articles: int = Field(description="Articles in which they judged anything")
    claims: int = Field(description="Claims they judged, abstentions included")
    abstained: int = Field(description="Claims they could not judge")
    verdicts: dict[str, int] = Field(description="How often they gave each label that counts")
    compared: int = Field(
        description="Claims on which more than half of the others say the same; only these count "
        "for the agreement"
    )
    agreed: int = Field(description="Of these, how often this reviewer says it too")
    agreement: float | None = Field(description="Share of these; no figure for ranking people by")
    overruled: int = Field(description="Settled claims whose verdict is another than theirs")
    with_evidence: int = Field(description="Judgements with evidence")
    first_said: datetime | None = Field(description="Their oldest judgement that stands")
    last_said: datetime | None = Field(description="Their newest one")


@dataclass
class _Tally:
    articles: set[str] = field(default_factory=set)
    verdicts: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    compared: int = 0
    agreed: int = 0
    overruled: int = 0
    with_evidence: int = 0
    moments: tuple[datetime, datetime] | None = None


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Reviewers by pseudonym."""
    tallies: dict[str, _Tally] = {}
    counted = frozenset(snapshot.verdicts)
    for claim in snapshot.claims:
        _count(claim, counted, tallies)
    for reviewer, tally in sorted(tallies.items()):
        first, last = tally.moments or (None, None)
        yield Row(
            reviewer=reviewer,
            articles=len(tally.articles),
            claims=tally.claims,
            abstained=tally.claims - tally.verdicts.total(),
            verdicts=dict(sorted(tally.verdicts.items())),
            compared=tally.compared,
            agreed=tally.agreed,
            agreement=round(tally.agreed / tally.compared, 4) if tally.compared else None,
            overruled=tally.overruled,
            with_evidence=tally.with_evidence,
            first_said=first,
            last_said=last,
        )


def _count(claim: ClaimView, counted: frozenset[str], tallies: dict[str, _Tally]) -> None:
    """Add one claim to what is known of those who judged it."""
    votes = Counter(one.verdict for one in claim.counted if one.verdict in counted)
    for one in claim.counted:
        tally = tallies.setdefault(one.reviewer, _Tally())
        tally.articles.add(claim.article.id)
        tally.claims += 1
        tally.with_evidence += bool(one.evidence)
        first, last = tally.moments or (one.said_at, one.said_at)
        tally.moments = min(first, one.said_at), max(last, one.said_at)
        if one.verdict not in counted:
            continue
        tally.verdicts[one.verdict] += 1
        tally.overruled += claim.settled and claim.verdict != one.verdict
        others = votes - Counter([one.verdict])
        most = max(others, key=lambda label: others[label], default=None)
        if most is not None and others[most] * 2 > others.total():
            tally.compared += 1
            tally.agreed += most == one.verdict
