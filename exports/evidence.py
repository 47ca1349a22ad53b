"""One row per source that reviewers gave as evidence: how many claims rest on it, and for what.

Sources with the same origin are retellings of one report, and worth no more than one of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from pydantic import BaseModel, Field

from claimdesk.snapshot import Snapshot, leading_address, same_source


class Row(BaseModel):
    """One source."""

    source: str = Field(
        description="As it was first written; spellings that lead to the same thing are one source",
        json_schema_extra={"format": "uri"},
    )
    site: str | None = Field(description="Host of the address it begins with, if it does")
    origin: str | None = Field(
        description="Story that it retells, where it is an article here: all of one are one origin"
    )
    claims: int = Field(description="Claims for which it was given")
    articles: int = Field(description="Articles these claims are in")
    stories: int = Field(description="Stories these articles retell")
    reviewers: int = Field(description="How many people gave it")
    given: int = Field(description="How often it was given")
    verdicts: dict[str, int] = Field(description="For which verdicts it was given, and how often")


@dataclass
class _Tally:
    shown: str
    claims: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    reviewers: set[str] = field(default_factory=set)
    verdicts: Counter[str] = field(default_factory=Counter)


def rows(snapshot: Snapshot) -> Iterator[Row]:
    """The sources of most claims first, then by their spelling."""
    tallies: dict[str, _Tally] = {}
    for claim in snapshot.claims:
        for one in claim.counted:
            for source in {same_source(piece): piece for piece in reversed(one.evidence)}.items():
                known, shown = source
                if not known:
                    continue
                tally = tallies.setdefault(known, _Tally(shown.strip()))
                tally.claims.add(claim.id)
                tally.articles.add(claim.article.id)
                tally.stories.update(filter(None, [claim.article.story]))
                tally.reviewers.add(one.reviewer)
                tally.verdicts[one.verdict] += 1
    for tally in sorted(tallies.values(), key=lambda tally: (-len(tally.claims), tally.shown)):
        yield Row(
            source=tally.shown,
            site=_site(tally.shown),
            origin=snapshot.stories.get(same_source(leading_address(tally.shown) or "")),
            claims=len(tally.claims),
            articles=len(tally.articles),
            stories=len(tally.stories),
            reviewers=len(tally.reviewers),
            given=tally.verdicts.total(),
            verdicts=dict(sorted(tally.verdicts.items())),
        )


def _site(source: str) -> str | None:
    try:
        return urlsplit(leading_address(source) or "").hostname
    except ValueError:
        return None
