"""How many claims are in each state and carry each verdict, and how many of them are settled."""

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel, Field

from claimdesk.snapshot import Snapshot


class Row(BaseModel):
    """The claims of one state and verdict."""

    state: str = Field(description="State of these claims")
    verdict: str | None = Field(description="The consensus, if there is one")
    claims: int = Field(description="How many claims there are")
    settled: int = Field(description="How many of them can be relied on without adjudication")
    share: float = Field(description="Share of all claims")
    articles: int = Field(description="In how many articles")


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """Most claims first, then by state and verdict."""
    claims: Counter[tuple[str, str]] = Counter()
    settled: Counter[tuple[str, str]] = Counter()
    articles: Counter[tuple[str, str]] = Counter()
    for page in snapshot.pages():
        found = Counter((claim.state, claim.verdict or "") for claim in page.claims)
        claims.update(found)
        articles.update(found.keys())
        settled.update((one.state, one.verdict or "") for one in page.claims if one.settled)
    for key in sorted(claims, key=lambda key: (-claims[key], key)):
        yield Row(
            state=key[0],
            verdict=key[1] or None,
            claims=claims[key],
            settled=settled[key],
            share=round(claims[key] / claims.total(), 4),
            articles=articles[key],
        )
