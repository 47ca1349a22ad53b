"""The model of Dawid and Skene (1979): how often each reviewer takes which label for which.

Advisory. It is fitted by exact EM, which never lowers the likelihood, and finds an optimum that
depends on where it starts: the shares of the votes. It says what it was refused for on panels too
small to tell reviewers apart, and it never changes a state.

A. P. Dawid, A. M. Skene: Maximum Likelihood Estimation of Observer Error-Rates Using the EM
Algorithm. Applied Statistics 28 (1979), 20-28.
"""

from dataclasses import dataclass, field
from numbers import Integral, Real

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.consensus.passes import (
    SMALL_PANEL,
    Floats,
    Passes,
    by_pattern,
    by_vote,
)
from claimdesk.consensus.votes import TIE, UNKNOWN, Votes, as_array, chunks
from claimdesk.wholes import whole

REVIEWERS_NEEDED = 5
SHARED_NEEDED = 50
MOST_CELLS = 50_000_000
"""Of all confusion matrices, 400 MB; a reviewer of eight labels has 64 of them."""
MOST_BELIEFS = 2**28
MOST_GROUPED = 1000
_FLOOR = 1e-10


@dataclass(frozen=True)
class Options:
    """How the model is fitted.

    EM ends after `iterations`, or when one gains less than `tolerance` per vote in natural
    logarithm; with a tolerance of minus infinity it makes all of them. `prior` is added to each
    confusion matrix as if so many claims had been answered so: one number for every cell, or a
    matrix (true label, given label); 0 is maximum likelihood. `grouped` is whether claims with the
    same answers are taken together; None decides by the size of the panel.
    """

    iterations: int = 1000
    tolerance: float = 1e-9
    prior: ArrayLike = 0.0
    grouped: bool | None = None


@dataclass(frozen=True, eq=False)
class Fit:
    """What came out.

    `posteriors` is (n_claims, n_labels), and the same as `priors` for a claim without votes;
    `confusion` is (n_reviewers, true label, given label) with rows that sum to 1, even for a
    reviewer without votes; `priors` is (n_labels,). `labels` has the likeliest label per claim, -1
    on a tie and without votes. `objective` has an entry per iteration: the log-likelihood of the
    parameters with which its posteriors were computed, with a prior plus that prior's logarithm,
    up to a constant.
    """

    posteriors: Floats = field(repr=False)
    confusion: Floats = field(repr=False)
    priors: Floats
    labels: NDArray[np.int32] = field(repr=False)
    objective: tuple[float, ...] = field(repr=False)
    iterations: int
    converged: bool


@dataclass(frozen=True, eq=False)
class Advice:
    """A fit, or the reason why there is none."""

    refused: str | None
    fit: Fit | None


@dataclass(frozen=True, eq=False)
class _Model:
    """Parameters: priors, confusion as (true label, reviewer, given label), and its prior."""

    priors: Floats
    confusion: Floats
    log_prior: float


@dataclass(frozen=True, eq=False)
class _Prior:
    """Pseudo-counts, or else the answers that a reviewer gave at least once.

    Only those have a chance without a prior; none of them ever has no chance at all.
    """

    pseudo: Floats | None
    seen: NDArray[np.bool_]


def advise(
    votes: Votes,
    options: Options | None = None,
    *,
    gold: ArrayLike | None = None,
    force: bool = False,
) -> Advice:
    """A fit, unless the panel is too small for one; `force` fits anyway, and tells why not to.

    A panel too large for one is never fitted. Raises ValueError as `fit` does for the rest.
    """
    if (why := too_large(votes)) is not None:
        return Advice(why, None)
    refused = refusal(votes)
    if refused is not None and not force:
        return Advice(refused, None)
    return Advice(refused, fit(votes, options, gold=gold) if len(votes) else None)


def mostly_right(n_labels: int, *, right: float = 5.0, wrong: float = 2.0) -> Floats:
    """A prior for small panels, (true label, given label): a reviewer who is mostly right.

    As if each reviewer had answered `right` claims of every label rightly and `wrong` of them
    wrongly, the latter spread over the other labels. Likelihood alone explains few votes by
    reviewers who cannot be; `benchmarks/aggregating.py --panels` has what this does about it.
    """
    if whole("the number of labels", n_labels, least=0) < 2:
        return np.full((n_labels, n_labels), right)
    prior = np.full((n_labels, n_labels), wrong / (n_labels - 1))
    np.fill_diagonal(prior, right)
    return prior


def refusal(votes: Votes) -> str | None:
    """Why a fit would not be worth much, None if it would be.

    Fewer than 5 reviewers who voted, or fewer than 50 claims on which two or more did.
    """
    reviewers = int(np.count_nonzero(np.bincount(votes.reviewers, minlength=1)))
    shared = int(np.count_nonzero(np.bincount(votes.claims, minlength=1) > 1))
    if reviewers < REVIEWERS_NEEDED:
        return f"reviewers who voted: {reviewers}, and {REVIEWERS_NEEDED} are needed"
    if shared < SHARED_NEEDED:
        return f"claims with two votes or more: {shared}, and {SHARED_NEEDED} are needed"
    return None


def too_large(votes: Votes) -> str | None:
    """Why a fit would not go into memory, None if it would.

    More than 50 million cells of confusion matrices, or more than 2 to the 28th probabilities.
    """
    if votes.n_reviewers * votes.n_labels**2 > MOST_CELLS:
        return (
            f"confusion matrices of {votes.n_reviewers:,} reviewers and {votes.n_labels:,} labels "
            f"have more than {MOST_CELLS:,} cells"
        )
    if votes.n_claims * votes.n_labels > MOST_BELIEFS:
        return (
            f"{votes.n_claims:,} claims times {votes.n_labels:,} labels are more than "
            f"{MOST_BELIEFS:,} probabilities; labels should be few"
        )
    return None


def fit(votes: Votes, options: Options | None = None, *, gold: ArrayLike | None = None) -> Fit:
    """Fit the model, however small the panel.

    `gold` has an entry per claim: the label that is known to be right, to which it is held, or -1.
    Raises ValueError for options, gold or numbers of reviewers and labels that cannot be used.
    """
    options = options or Options()
    _check(votes, options)
    pseudo = _pseudo_counts(options, votes.n_labels)
    known = None if gold is None else _known(gold, votes)
    grouped = _is_grouped(options, votes)
    passes: Passes = by_pattern(votes, known) if grouped else by_vote(votes, known)
    belief = _vote_shares(votes, passes)
    prior = _Prior(pseudo, passes.masses(np.ones((1, belief.shape[1])))[0] > 0)
    model = _maximised(belief, passes, prior)
    objective: list[float] = []
    converged = False
    while len(objective) < options.iterations and not converged:
        reached = _believe(belief, passes, model) + model.log_prior
        gain = reached - objective[-1] if objective else np.inf
        objective.append(reached)
        converged = gain <= options.tolerance * len(votes)
        model = _maximised(belief, passes, prior)
    return _told(belief, passes, model, tuple(objective), converged=converged)


def _check(votes: Votes, options: Options) -> None:
    if not len(votes):
        raise ValueError("there are no votes, and a model is fitted to votes")
    if (why := too_large(votes)) is not None:
        raise ValueError(why)
    iterations, tolerance = options.iterations, options.tolerance
    if not _is_number(iterations, Integral) or iterations < 0:
        raise ValueError(f"iterations should be a whole number from 0, not {iterations!r}")
    if not _is_number(tolerance, Real) or not (tolerance >= 0 or tolerance == -np.inf):
        raise ValueError(
            f"a tolerance is 0 or more, or minus infinity to make all iterations, not {tolerance!r}"
        )


def _is_number(given: object, kind: type) -> bool:
    return isinstance(given, kind) and not isinstance(given, bool)


def _is_grouped(options: Options, votes: Votes) -> bool:
    """Whether claims are taken by pattern: where that is possible, for small panels or on wish."""
    wanted = options.grouped
    if wanted is None:
        return votes.n_reviewers <= SMALL_PANEL and not votes.repeated
    if wanted and (votes.repeated or votes.n_reviewers > MOST_GROUPED):
        raise ValueError(
            f"claims can be grouped for up to {MOST_GROUPED} reviewers who voted once per claim"
        )
    return wanted


def _pseudo_counts(options: Options, n_labels: int) -> Floats | None:
    """The prior as (true label, given label), None if there is none."""
    given = as_array("a prior", options.prior)
    if given.dtype.kind not in "iuf":
        raise ValueError(f"a prior is one number or a matrix of numbers, not {given.dtype}")
    given = given.astype(np.float64)
    if given.shape not in {(), (n_labels, n_labels)}:
        raise ValueError(
            f"a prior is one number or a matrix of {n_labels} by {n_labels}, not {given.shape}"
        )
    if not given.any():
        return None
    if not np.all(np.isfinite(given) & (given > 0)):
        raise ValueError("a prior is 0 everywhere, or above 0 and finite in every cell")
    return np.broadcast_to(given, (n_labels, n_labels))


def _known(gold: ArrayLike, votes: Votes) -> NDArray[np.int32]:
    found = as_array("gold", gold)
    if found.shape != (votes.n_claims,) or not np.issubdtype(found.dtype, np.integer):
        raise ValueError(
            f"gold should have one whole number for each of {votes.n_claims} claims, "
            f"not {found.dtype} of shape {found.shape}"
        )
    wrong = (found < UNKNOWN) | (found >= votes.n_labels)
    if wrong.any():
        raise ValueError(
            f"gold should be labels below {votes.n_labels} or {UNKNOWN} for unknown, "
            f"and {found[np.argmax(wrong)]} is among it"
        )
    return found.astype(np.int32)


def _vote_shares(votes: Votes, passes: Passes) -> Floats:
    """Where EM starts: the share of each label among a claim's votes, (n_labels, rows)."""
    belief = np.zeros((votes.n_labels, len(passes.weights)))
    passes.add_evidence(np.tile(np.eye(votes.n_labels), votes.n_reviewers), belief)
    for part in chunks(belief.shape[1]):
        share = belief[:, part]
        totals = share.sum(axis=0)
        share[:, totals == 0] = 1.0
        share /= share.sum(axis=0)
        if passes.gold is not None:
            known = np.flatnonzero(passes.gold[part] != UNKNOWN)
            share[:, known] = 0.0
            share[passes.gold[part][known], known] = 1.0
    return belief


def _maximised(belief: Floats, passes: Passes, prior: _Prior) -> _Model:
    """The parameters that the beliefs make likeliest."""
    n_labels = len(belief)
    masses = passes.masses(belief)
    pseudo = prior.pseudo
    if pseudo is None:
        np.maximum(masses, _FLOOR, out=masses, where=prior.seen)
    confusion = masses.reshape(n_labels, -1, n_labels)
    if pseudo is not None:
        confusion += pseudo[:, np.newaxis, :]
    totals = confusion.sum(axis=2, keepdims=True)
    confusion += totals == 0
    confusion /= confusion.sum(axis=2, keepdims=True)
    # Not `@`: what threads of a linear algebra library add up depends on how many there are.
    priors = np.array([np.sum(row * passes.weights) for row in belief]) / passes.weights.sum()
    log_prior = 0.0 if pseudo is None else float(np.sum(np.log(confusion).sum(axis=1) * pseudo))
    return _Model(priors, confusion, log_prior)


def _believe(belief: Floats, passes: Passes, model: _Model) -> float:
    """Overwrite the beliefs with the posteriors under the model; gives its log-likelihood."""
    n_labels = len(belief)
    cells = model.confusion.reshape(n_labels, -1)
    chances = np.log(cells, out=np.zeros_like(cells), where=cells > 0)
    belief[:] = np.log(np.maximum(model.priors, _FLOOR))[:, np.newaxis]
    passes.add_evidence(chances, belief)
    return sum(
        _normalise(
            belief[:, part],
            passes.weights[part],
            None if passes.gold is None else passes.gold[part],
        )
        for part in chunks(belief.shape[1])
    )


def _normalise(logs: Floats, weights: Floats, gold: NDArray[np.int32] | None) -> float:
    """Make probabilities of joint logarithms, in place; gives the weighted log of their sums."""
    if gold is not None:
        known = np.flatnonzero(gold != UNKNOWN)
        kept = logs[gold[known], known]
        logs[:, known] = -np.inf
        logs[gold[known], known] = kept
    highest = logs.max(axis=0)
    logs -= highest
    np.exp(logs, out=logs)
    sums = logs.sum(axis=0)
    logs /= sums
    np.log(sums, out=sums)
    sums += highest
    return float(np.sum(weights * sums))


def _told(
    belief: Floats, passes: Passes, model: _Model, objective: tuple[float, ...], *, converged: bool
) -> Fit:
    """The fit, with rows spread over the claims that they stand for."""
    silent = passes.weights == 0
    if passes.gold is not None:
        silent &= passes.gold == UNKNOWN
    belief[:, silent] = model.priors[:, np.newaxis]
    labels = _likeliest(belief)
    labels[silent] = UNKNOWN
    posteriors = belief.T
    if passes.of_claims is not None:
        posteriors, labels = posteriors[passes.of_claims], labels[passes.of_claims]
    return Fit(
        posteriors=posteriors,
        confusion=model.confusion.transpose(1, 0, 2),
        priors=model.priors,
        labels=labels,
        objective=objective,
        iterations=len(objective),
        converged=converged,
    )


def _likeliest(belief: Floats) -> NDArray[np.int32]:
    """The label with the highest probability per row, -1 where two are as good as equal."""
    labels = np.empty(belief.shape[1], np.int32)
    for part in chunks(belief.shape[1]):
        found = belief[:, part]
        near = (found >= found.max(axis=0) - TIE).sum(axis=0)
        labels[part] = np.where(near == 1, found.argmax(axis=0), UNKNOWN)
    return labels
