"""The report as values: what is told of agreement, of reviewers and of the model.

Whatever is not defined is None and stands beside a sentence that says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimdesk.agreement import Agreement, Interval

if TYPE_CHECKING:
    from claimdesk.agreement.reviewers import Pace, Rate

SEED = 2013
"""Of the resamples: the same votes give the same intervals."""

CONFIDENCE = 0.95
FEWEST_ARTICLES = 10
"""Articles from which on intervals of parts draw whole articles, as the honest question is."""

MOST_PAIRED = 100
"""More reviewers than this make a table of pairs that nobody reads."""

MOST_LISTED = 100
"""Claims that are listed where the model differs; all of them are counted."""

LEAST_ALPHA, GOOD_ALPHA = 0.667, 0.8


def rule_of_thumb(alpha: float | None) -> str:
    """What Krippendorff (Content Analysis, 2004, 241) would have one do with so much agreement."""
    if alpha is None:
        return "not defined"
    if alpha < LEAST_ALPHA:
        return "not to be relied on"
    return "good" if alpha >= GOOD_ALPHA else "for tentative conclusions"


@dataclass(frozen=True)
class Counts:
    """How many claims are in each state, how sturdy verdicts are, and what was done to places."""

    claims: dict[str, int]
    robust: int
    fragile: int
    flips: dict[str, int]
    events: dict[str, int]


@dataclass(frozen=True)
class Part:
    """Alpha of one verdict against all others, or of the claims of one language."""

    name: str
    alpha: Agreement
    interval: Interval


@dataclass(frozen=True)
class ArticlePart:
    """Alpha of the claims of one article."""

    id: str
    title: str | None
    alpha: Agreement


@dataclass(frozen=True)
class Pair:
    """Cohen's kappa of two reviewers; its `units` are the claims that they share."""

    first: str
    second: str
    kappa: Agreement


@dataclass(frozen=True)
class Labelled:
    """Agreement on labels.

    `drawn` is what the intervals of verdicts and languages draw anew: claims, or articles where
    there are ten or more. `coincidences[a][b]` counts how often one vote on a claim was label `a`
    and another one `b`, in the order of the report's labels, each two votes both ways. `no_pairs`
    says why there are no pairs, if they were left out.
    """

    alpha: Agreement
    over_claims: Interval
    over_articles: Interval
    percent: Agreement
    drawn: str
    seed: int
    confidence: float
    verdicts: tuple[Part, ...]
    languages: tuple[Part, ...]
    articles: tuple[ArticlePart, ...]
    coincidences: tuple[tuple[int, ...], ...]
    pairs: tuple[Pair, ...]
    no_pairs: str | None


@dataclass(frozen=True)
class Placed:
    """Agreement on where claims are: the alpha_u family, over `articles` two people finished.

    `marking` asks whether something is a claim at all, `coding` which verdict it has where two
    marked it, `whole` both at once, `verdicts` each verdict where two marked something.
    `coverage` is the share of all that was read that `coding` rests on.
    """

    articles: int
    whole: Agreement
    marking: Agreement
    coding: Agreement
    verdicts: dict[str, Agreement]
    coverage: float | None


@dataclass(frozen=True)
class ReviewerFigures:
    """What can be told of one reviewer.

    `confusion[a][b]` counts claims they called label `a` and most of the others label `b`; `gold`
    is how often they gave the known answer to a planted claim, which nothing else counts. The
    rates from `moved` on are shares of the claims they were shown in the articles they finished;
    `added` counts claims that they drew themselves.
    """

    name: str
    judged: int
    abstained: int
    compared: Rate
    without_majority: int
    confusion: tuple[tuple[int, ...], ...]
    gold: Rate
    rank: int | None
    unranked: str | None
    finished: int
    moved: Rate
    merged: Rate
    split: Rate
    deleted: Rate
    untouched: Rate
    added: int
    pace: Pace


@dataclass(frozen=True)
class Otherwise:
    """A claim of which the model would say something else than the consensus."""

    claim: str
    article: str
    title: str | None
    text: str
    consensus: str
    model: str
    probability: float


@dataclass(frozen=True)
class Model:
    """What the model of Dawid and Skene makes of the votes. Advice: it changes nothing.

    `refused` says why it is not worth much; it was fitted all the same where `fitted` is set.
    Of the claims it was `compared` on, which have votes and a verdict, it says something else of
    `otherwise`; `suggested` counts claims without a verdict for which it has one.
    """

    fitted: bool
    refused: str | None
    iterations: int
    converged: bool
    compared: int
    otherwise: int
    suggested: int
    listed: tuple[Otherwise, ...]


@dataclass(frozen=True)
class Report:
    """How far reviewers agree, from one state of the desk; `labels` are those that count."""

    taken_at: datetime
    ledger: str
    policy: str
    labels: tuple[str, ...]
    counts: Counts
    labelled: Labelled
    placed: Placed
    reviewers: tuple[ReviewerFigures, ...]
    model: Model
