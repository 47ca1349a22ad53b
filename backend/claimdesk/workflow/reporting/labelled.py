"""Agreement on labels: alpha with its intervals and parts, percent agreement, pairs."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlmodel import Session

from claimdesk.agreement import Agreement, Interval, nominal, pairs, resampling
from claimdesk.agreement.nominal import Table
from claimdesk.store import statistics
from claimdesk.store.statistics import Claims, Votes
from claimdesk.workflow.reporting.figures import (
    CONFIDENCE,
    FEWEST_ARTICLES,
    MOST_PAIRED,
    SEED,
    ArticlePart,
    Labelled,
    Pair,
    Part,
)

Wholes = NDArray[np.int64]


def measure(
    session: Session,
    labels: Sequence[str],
    claims: Claims,
    votes: Votes,
    names: Mapping[int, str],
) -> Labelled:
    """Everything that is told of agreement on labels."""
    counted = _Counted(claims, votes)
    every = counted.table()
    over_articles = counted.over_articles(every)
    by_article = over_articles.drawn >= FEWEST_ARTICLES
    drawn = counted.over_articles if by_article else _over_claims
    found, no_pairs = _pairs(counted, [names[account] for account in votes.accounts])
    return Labelled(
        alpha=nominal.alpha(every),
        over_claims=_over_claims(every),
        over_articles=over_articles,
        percent=nominal.percent(every),
        drawn="articles" if by_article else "claims",
        seed=SEED,
        confidence=CONFIDENCE,
        verdicts=tuple(
            Part(labels[code], alpha, drawn(counted.table_of_label(code)))
            for code, alpha in nominal.alpha_per_label(every).items()
        ),
        languages=tuple(
            Part(claims.languages[code], alpha, drawn(counted.table_of_language(code)))
            for code, alpha in _by_votes(nominal.alpha_per_group(every, counted.language_of))
        ),
        articles=_of_articles(session, claims, every, counted.article_of),
        coincidences=_coincidences(every, len(labels)),
        pairs=found,
        no_pairs=no_pairs,
    )


class _Counted:
    """The votes as arrays that the functions for agreement take."""

    def __init__(self, claims: Claims, votes: Votes) -> None:
        self.article_of = np.asarray(claims.article_of, dtype=np.int64)
        self.language_of = np.asarray(claims.language_of, dtype=np.int64)
        self.claims = np.asarray(votes.claims, dtype=np.int64)
        self.reviewers = np.asarray(votes.reviewers, dtype=np.int64)
        self.labels = np.asarray(votes.labels, dtype=np.int64)

    def table(self) -> Table:
        """All votes."""
        return nominal.tabulate(self.claims, self.reviewers, self.labels)

    def table_of_label(self, code: int) -> Table:
        """One label, and all others as one."""
        this = (self.labels == code).astype(np.int64)
        return nominal.tabulate(self.claims, self.reviewers, this)

    def table_of_language(self, code: int) -> Table:
        """The claims of one language."""
        spoken = self.language_of[self.claims] == code
        columns = (self.claims, self.reviewers, self.labels)
        return nominal.tabulate(*(column[spoken] for column in columns))

    def over_articles(self, table: Table) -> Interval:
        """How far alpha moves when articles are drawn anew."""
        return resampling.over_groups(table, self.article_of, seed=SEED, confidence=CONFIDENCE)


def _over_claims(table: Table) -> Interval:
    return resampling.over_claims(table, seed=SEED, confidence=CONFIDENCE)


def _by_votes(found: Mapping[int, Agreement]) -> list[tuple[int, Agreement]]:
    """Languages in which two reviewers judged something, those with most votes first."""
    shared = [(code, alpha) for code, alpha in found.items() if alpha.units]
    return sorted(shared, key=lambda one: (-one[1].votes, one[0]))


def _of_articles(
    session: Session, claims: Claims, table: Table, article_of: Wholes
) -> tuple[ArticlePart, ...]:
    """Articles in which two reviewers judged a claim, the least agreement first."""
    found = nominal.alpha_per_group(table, article_of)
    shared = {claims.articles[code]: alpha for code, alpha in found.items() if alpha.units}
    titles = statistics.titles(session, shared)
    rows = [ArticlePart(article, titles[article], alpha) for article, alpha in shared.items()]
    return tuple(sorted(rows, key=_least_first))


def _least_first(row: ArticlePart) -> tuple[bool, float, str]:
    value = row.alpha.value
    return value is None, value or 0.0, row.id


def _coincidences(table: Table, n_labels: int) -> tuple[tuple[int, ...], ...]:
    """How often two votes on one claim were these two labels, each two of them both ways."""
    counts = np.zeros((len(table.sizes), n_labels), dtype=np.int64)
    counts[table.cell_rows, table.labels[table.cell_labels]] = table.counts
    met = counts.T @ counts - np.diag(counts.sum(axis=0))
    return tuple(map(tuple, met.tolist()))


def _pairs(counted: _Counted, names: Sequence[str]) -> tuple[tuple[Pair, ...], str | None]:
    """Kappa of every two reviewers who share a claim, those who share most first."""
    if len(names) > MOST_PAIRED:
        return (), f"there are {len(names)} reviewers; pairs are told of {MOST_PAIRED} at most"
    try:
        found = pairs.kappas(counted.claims, counted.reviewers, counted.labels)
    except ValueError as error:
        return (), f"{error}"
    rows = []
    for (one, other), kappa in found.items():
        first, second = sorted((names[one], names[other]))
        rows.append(Pair(first, second, kappa))
    return tuple(sorted(rows, key=lambda row: (-row.kappa.units, row.first, row.second))), None
