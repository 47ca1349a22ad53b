"""Cohen's kappa between two reviewers, and between all pairs that share a claim."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.agreement import Agreement
from claimdesk.agreement.nominal import Wholes, checked, renumbered
from claimdesk.wholes import whole

NOTHING_SHARED = "the two reviewers share no claim"
SAME_LABEL = "both gave one and the same label throughout, so all agreement may be chance"
MOST_REVIEWERS = 1_000
MOST_PAIRS = 100_000_000
"""Pairs of votes on one claim that are compared: about a quarter of a minute's work."""
_BATCH = 1_000_000


def kappa(
    claims: ArrayLike, reviewers: ArrayLike, labels: ArrayLike, *, first: int, second: int
) -> Agreement:
    """Cohen's kappa of two reviewers over the claims both voted on (Cohen 1960).

    Arrays as in `nominal.tabulate`, with the same errors. `units` is how many claims they share.
    Undefined where that is none, and where both gave one and the same label throughout. Raises
    ValueError where the two are the same, or no codes.
    """
    first, second = whole("the first reviewer", first), whole("the second reviewer", second)
    if first == second:
        raise ValueError(f"reviewer {first} cannot be compared with reviewer {second}: the same")
    claim_codes, reviewer_codes, label_codes = checked(claims, reviewers, labels)
    ones = reviewer_codes == first
    others = reviewer_codes == second
    _, mine, theirs = np.intersect1d(
        claim_codes[ones], claim_codes[others], assume_unique=True, return_indices=True
    )
    pairs = np.stack([label_codes[ones][mine], label_codes[others][theirs]])
    kinds, counts = np.unique(pairs, axis=1, return_counts=True)
    return _kappa(kinds[0], kinds[1], counts)


def kappas(
    claims: ArrayLike, reviewers: ArrayLike, labels: ArrayLike
) -> dict[tuple[int, int], Agreement]:
    """Cohen's kappa of every two reviewers who share a claim, the smaller code first.

    Arrays and errors as in `nominal.tabulate`. Time grows with the pairs of votes on one claim;
    ValueError above MOST_REVIEWERS and MOST_PAIRS, where a table of pairs tells nobody anything.
    """
    claim_codes, reviewer_codes, label_codes = checked(claims, reviewers, labels)
    claim_rows, _ = renumbered(claim_codes)
    _refuse_crowds(claim_rows, reviewer_codes)
    order = np.lexsort((reviewer_codes, claim_rows))
    reviewer_rows, names = renumbered(reviewer_codes[order])
    label_rows, label_names = renumbered(label_codes[order])
    width, kinds = max(1, len(names)), max(1, len(label_names))
    tally: NDArray[np.int64] = np.zeros((3, 0), dtype=np.int64)
    for ones, others in _batches(claim_rows[order]):
        met = reviewer_rows[ones] * width + reviewer_rows[others]
        said = label_rows[ones] * kinds + label_rows[others]
        tally = _tallied(tally, np.stack([met, said, np.ones_like(met)]))
    starts = np.flatnonzero(np.diff(tally[0], prepend=-1))
    found = {}
    for start, end in pairwise([*starts, tally.shape[1]]):
        pair, said, counts = int(tally[0, start]), tally[1, start:end], tally[2, start:end]
        key = int(names[pair // width]), int(names[pair % width])
        found[key] = _kappa(said // kinds, said % kinds, counts)
    return found


def _refuse_crowds(claim_rows: Wholes, reviewers: Wholes) -> None:
    people = len(np.unique(reviewers))
    if people > MOST_REVIEWERS:
        raise ValueError(
            f"there are {people:,} reviewers; pairs are compared for {MOST_REVIEWERS:,} at most: "
            "ask for single pairs with kappa, or for alpha"
        )
    sizes = np.bincount(claim_rows, minlength=1)
    pairs = int((sizes * (sizes - 1) // 2).sum())
    if pairs > MOST_PAIRS:
        raise ValueError(
            f"there are {pairs:,} pairs of votes on one claim; {MOST_PAIRS:,} are compared at "
            "most: ask for single pairs with kappa, or for alpha"
        )


def _batches(rows: Wholes) -> Iterator[tuple[Wholes, Wholes]]:
    """All two places with equal rows, the earlier first, where equal rows stand together."""
    places: Wholes = np.arange(len(rows))
    distance = 1
    waiting: list[tuple[Wholes, Wholes]] = []
    held = 0
    while len(places):
        places = places[places + distance < len(rows)]
        places = places[rows[places] == rows[places + distance]]
        for start in range(0, len(places), _BATCH):
            batch = places[start : start + _BATCH]
            waiting.append((batch, batch + distance))
            held += len(batch)
            if held >= _BATCH:
                yield _joined(waiting)
                waiting, held = [], 0
        distance += 1
    if waiting:
        yield _joined(waiting)


def _joined(batches: list[tuple[Wholes, Wholes]]) -> tuple[Wholes, Wholes]:
    ones, others = zip(*batches, strict=True)
    return np.concatenate(ones), np.concatenate(others)


def _tallied(tally: NDArray[np.int64], more: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pair of reviewers, pair of labels, how often: three rows, each kind once, in order."""
    both = np.concatenate([tally, more], axis=1)
    both = both[:, np.lexsort((both[1], both[0]))]
    new = np.ones(both.shape[1], dtype=bool)
    new[1:] = (both[:2, 1:] != both[:2, :-1]).any(axis=0)
    starts = np.flatnonzero(new)
    return np.stack([both[0, starts], both[1, starts], np.add.reduceat(both[2], starts)])


def _kappa(mine: Wholes, theirs: Wholes, counts: Wholes) -> Agreement:
    """Kappa from the distinct pairs of labels two reviewers gave and how often each occurs."""
    shared = int(counts.sum())
    if not shared:
        return Agreement(None, 0, 0, why=NOTHING_SHARED)
    rows: dict[int, int] = {}
    columns: dict[int, int] = {}
    alike = 0
    for one, other, count in zip(mine.tolist(), theirs.tolist(), counts.tolist(), strict=True):
        rows[one] = rows.get(one, 0) + count
        columns[other] = columns.get(other, 0) + count
        alike += count if one == other else 0
    chance = sum(count * columns.get(label, 0) for label, count in rows.items())
    observed = (shared - alike) / shared
    expected = (shared * shared - chance) / (shared * shared)
    if not expected:
        return Agreement(None, shared, 2 * shared, observed, expected, SAME_LABEL)
    value = 1.0 - observed / expected
    return Agreement(value, shared, 2 * shared, observed, expected)
