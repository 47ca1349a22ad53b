"""What can be told of single reviewers: agreement with the others, habits, pace."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

import numpy as np
from sqlmodel import Session

from claimdesk import spans
from claimdesk.agreement import reviewers
from claimdesk.agreement.reviewers import Figures, Rate
from claimdesk.labels import Labels
from claimdesk.store import statistics
from claimdesk.store.deliveries import Pair
from claimdesk.store.statistics import Votes
from claimdesk.workflow.reporting.figures import ReviewerFigures

NOTHING_SHOWN = "finished no article with claims"
LONGEST = 30 * 86_400.0
"""Seconds on one article beyond which no clock is believed."""


def measure(
    session: Session,
    labels: Labels,
    votes: Votes,
    readers: tuple[Mapping[Pair, Any], Mapping[Pair, int]],
    names: Mapping[int, str],
) -> tuple[ReviewerFigures, ...]:
    """Everybody who judged or finished something, by name.

    `readers` are those who finished articles, with their seconds, and those of them who were asked
    for a few claims only, with how many.
    """
    given = reviewers.figures(
        np.asarray(votes.claims),
        np.asarray(votes.reviewers),
        np.asarray(votes.labels),
        n_reviewers=len(votes.accounts),
        n_labels=len(labels.votes),
    )
    by_account = dict(zip(votes.accounts, given, strict=True))
    gold = _against_gold(session, labels)
    finished, in_part = readers
    work = _Work(session, labels, finished, in_part)
    everybody = by_account.keys() | {account for _, account in finished} | work.passed.keys()
    nothing = _nothing(len(labels.votes))
    found = [
        work.told(
            account,
            names[account],
            by_account.get(account, nothing),
            gold.get(account, nothing.gold),
        )
        for account in everybody | gold.keys()
    ]
    return tuple(sorted(found, key=lambda one: one.name))


def _against_gold(session: Session, labels: Labels) -> dict[int, Rate]:
    """How often everybody gave the answer that is known, in planted articles."""
    votes, truth = statistics.gold_votes(session, labels.votes)
    found = reviewers.figures(
        np.asarray(votes.claims),
        np.asarray(votes.reviewers),
        np.asarray(votes.labels),
        n_reviewers=len(votes.accounts),
        n_labels=len(labels.votes),
        gold=np.asarray(truth),
    )
    return {who: one.gold for who, one in zip(votes.accounts, found, strict=True)}


class _Work:
    """What everybody was shown and did to it."""

    def __init__(
        self,
        session: Session,
        labels: Labels,
        finished: Mapping[Pair, Any],
        in_part: Mapping[Pair, int],
    ) -> None:
        others = [label for label in labels.labels if label not in labels.votes]
        self.passed = statistics.abstained(session, [one for one in others if one != labels.open])
        self._changes = statistics.changes(session)
        self._shown: Counter[int] = Counter()
        self._articles: Counter[int] = Counter()
        self._times: dict[int, list[tuple[float | None, int]]] = {}
        shown, said = statistics.shown(session), statistics.said(session)
        for (article, account), seconds in finished.items():
            self._articles[account] += 1
            self._shown[account] += in_part.get((article, account), shown.get(article, 0))
            timed = _seconds(seconds), said.get((article, account), 0)
            self._times.setdefault(account, []).append(timed)

    def told(self, account: int, name: str, figures: Figures, gold: Rate) -> ReviewerFigures:
        """All of it of one reviewer."""
        done = self._changes.get(account, Counter())
        shown, touched = self._shown[account], sum(done.values()) - done[spans.ADDED]
        return ReviewerFigures(
            name=name,
            judged=figures.judged,
            abstained=self.passed.get(account, 0),
            compared=figures.compared,
            without_majority=figures.without_majority,
            confusion=figures.confusion,
            gold=gold,
            rank=figures.rank,
            unranked=figures.unranked,
            finished=self._articles[account],
            moved=_rate(done[spans.BOUNDARY] + done[spans.REDRAWN], shown),
            merged=_rate(done[spans.MERGE], shown),
            split=_rate(done[spans.SPLIT] + done[spans.SPLIT_MIXED], shown),
            deleted=_rate(done[spans.DELETED], shown),
            untouched=_rate(shown - touched, shown),
            added=done[spans.ADDED],
            pace=reviewers.pace(self._times.get(account, ())),
        )


def _rate(hits: int, of: int) -> Rate:
    """A share of the claims shown; segments that were cut anew since cannot make it more."""
    return reviewers.rate(min(max(hits, 0), of), of, why=NOTHING_SHOWN)


def _seconds(recorded: Any) -> float | None:
    """A time that can be one: what was recorded came from a browser and may be anything."""
    if type(recorded) not in (int, float) or not 0 < recorded <= LONGEST:
        return None
    return float(recorded) if math.isfinite(recorded) else None


def _nothing(n_labels: int) -> Figures:
    """Of somebody without a vote."""
    nobody = np.empty(0, dtype=np.int64)
    return reviewers.figures(nobody, nobody, nobody, n_reviewers=1, n_labels=n_labels)[0]
