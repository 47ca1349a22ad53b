"""`consensus`: what a table of votes adds up to, without a database."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimdesk.agreement import nominal
from claimdesk.consensus import dawid_skene, lead_probability
from claimdesk.consensus.dawid_skene import Advice, Options
from claimdesk.consensus.votes import UNKNOWN, Majority, accuracy, majority, tally
from claimdesk.errors import BadInput
from claimdesk.workflow.ballots import Ballots

NO_MODEL = "nobody asked for it"
TIED = "no label leads"
ONE_LABEL = "the table has one label alone"


@dataclass(frozen=True)
class Wishes:
    """What is asked of the model: none, in spite of a small panel, held to gold, with a prior."""

    model: bool = True
    force: bool = False
    hold_gold: bool = False
    prior: bool = True


@dataclass(frozen=True, eq=False)
class Outcome:
    """Everything that is told about the votes."""

    ballots: Ballots
    counts: NDArray[np.int32]
    majority: Majority
    advice: Advice
    held: bool
    prior: bool

    def rows(self) -> Iterator[dict[str, Any]]:
        """An item each, as the table first names them: plain values, None where there is none."""
        for item in self.ballots.order.tolist():
            yield self._row(item)

    @cached_property
    def summary(self) -> dict[str, Any]:
        """What holds for all items together."""
        ballots, votes = self.ballots, self.ballots.votes
        alpha = nominal.alpha(nominal.tabulate(votes.claims, votes.reviewers, votes.labels))
        return {
            "items": len(ballots.items),
            "reviewers": len(ballots.reviewers),
            "labels": ballots.labels,
            "votes": len(votes),
            "ties": int(np.count_nonzero(self.majority.labels == UNKNOWN)),
            "alpha": alpha.value,
            "alpha_undefined": alpha.why,
            "model": self._model(),
            "gold": self._gold(),
        }

    def _row(self, item: int) -> dict[str, Any]:
        counts: list[int] = self.counts[item].tolist()
        labels = self.ballots.labels
        gold = self.ballots.gold
        given = {labels[label]: count for label, count in enumerate(counts) if count}
        probability, undefined = self._probability(item, given)
        row = {
            "item": self.ballots.items[item],
            "label": self._named(int(self.majority.labels[item])),
            "votes": int(self.majority.totals[item]),
            "counts": given,
            "share": self.majority.share(item),
            "probability": probability,
            "probability_undefined": undefined,
        }
        if (fit := self.advice.fit) is not None:
            row["model_label"] = self._named(int(fit.labels[item]))
            row["model_probability"] = float(fit.posteriors[item].max())
        if gold is not None:
            row["gold"] = self._named(int(gold[item]))
        return row

    def _probability(self, item: int, given: dict[str, int]) -> tuple[float | None, str | None]:
        """That the leading label is the reviewers' mode; or else None, and why."""
        if self.majority.labels[item] == UNKNOWN:
            return None, TIED
        if len(self.ballots.labels) < 2:
            return None, ONE_LABEL
        counts = tuple(sorted(given.values(), reverse=True))
        return lead_probability(counts, len(self.ballots.labels)), None

    def _named(self, label: int) -> str | None:
        if label == UNKNOWN:
            return None
        return (*self.ballots.labels, *self.ballots.unheard)[label]

    def _model(self) -> dict[str, Any]:
        fit, refused = self.advice.fit, self.advice.refused
        if fit is None:
            return {"used": False, "why": refused}
        return {
            "used": True,
            "why": f"forced, although {refused}" if refused else None,
            "iterations": fit.iterations,
            "converged": fit.converged,
            "objective": fit.objective[-1] if fit.objective else None,
            "priors": dict(zip(self.ballots.labels, fit.priors.tolist(), strict=True)),
            "held_to_gold": self.held,
            "prior": self.prior,
        }

    def _gold(self) -> dict[str, Any] | None:
        """How often majority and model are right; the model only where it was not told."""
        gold, fit = self.ballots.gold, self.advice.fit
        if gold is None:
            return None
        by_model = None if fit is None or self.held else accuracy(fit.posteriors, gold)
        return {
            "items": int(np.count_nonzero(gold != UNKNOWN)),
            "majority_accuracy": accuracy(self.counts, gold),
            "model_accuracy": by_model,
            "labels_nobody_gave": list(self.ballots.unheard),
        }


def count(ballots: Ballots, wishes: Wishes) -> Outcome:
    """Count the votes, and fit the model where it is wanted and the panel is large enough.

    Raises BadInput when there are too many labels to be counted, and when the model is to be held
    to gold labels that are not there or that nobody gave. A panel too large for the model is
    counted without it.
    """
    gold = _held(ballots) if wishes.hold_gold else None
    try:
        counts, leading = tally(ballots.votes), majority(ballots.votes)
    except ValueError as error:
        raise BadInput(
            "These votes cannot be counted.",
            why=f"{error}.",
            fix="See that the column label holds few labels and no free text.",
        ) from None
    advice = _advised(ballots, wishes, gold)
    return Outcome(ballots, counts, leading, advice, gold is not None, wishes.prior)


def _advised(ballots: Ballots, wishes: Wishes, gold: NDArray[np.int32] | None) -> Advice:
    if not wishes.model:
        return Advice(NO_MODEL, None)
    if (why := dawid_skene.too_large(ballots.votes)) is not None:  # and so may its prior be
        return Advice(why, None)
    prior = dawid_skene.mostly_right(len(ballots.labels)) if wishes.prior else 0.0
    return dawid_skene.advise(ballots.votes, Options(prior=prior), gold=gold, force=wishes.force)


def _held(ballots: Ballots) -> NDArray[np.int32]:
    if ballots.gold is None:
        raise BadInput(
            "There are no gold labels to hold the model to.",
            why="The table has no column gold, or nothing in it.",
            fix="Add the column, empty where the right label is not known.",
        )
    if ballots.unheard:
        raise BadInput(
            "The model cannot be held to a label that nobody gave.",
            why=f"Only the column gold has: {', '.join(map(repr, ballots.unheard[:5]))}.",
            fix="Correct the spelling, or leave out --hold-gold.",
        )
    return ballots.gold
