"""What can be told of single reviewers: agreement with the others, gold, habits, pace.

Figures for talking with people, not for weighing votes: every rate comes with its interval, and
nobody is ranked on a handful of claims.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from numbers import Real
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

from claimdesk.wholes import whole

Codes = NDArray[np.integer]
Wholes = NDArray[np.int64]

FEWEST_RANKED = 30
"""Claims that must be comparable before a reviewer is ranked."""

MOST_CELLS = 2**27
"""Counts of confusion, reviewers times labels times labels, that are held: a gigabyte."""

NO_GOLD = -1
"""The gold label of a claim that has none, and the majority where there is none."""


@dataclass(frozen=True)
class Rate:
    """`hits` of `of` as a share from 0 to 1, with its interval; None, with `why`, of nothing."""

    hits: int
    of: int
    value: float | None
    low: float | None
    high: float | None
    why: str | None = None


@dataclass(frozen=True)
class Figures:
    """What the votes tell of one reviewer.

    `compared` is how often they said what most of the others said, among the claims on which the
    others had a majority; `without_majority` counts the rest. `confusion[a][b]` counts claims
    they called `a` and most of the others `b`. `rank` counts from 1, level ones share it; without
    one, `unranked` says why.
    """

    judged: int
    compared: Rate
    without_majority: int
    confusion: tuple[tuple[int, ...], ...]
    gold: Rate
    rank: int | None
    unranked: str | None


@dataclass(frozen=True)
class Habits:
    """Shares of the published claims whose ends a reviewer moved, deleted, left as shown."""

    moved: Rate
    deleted: Rate
    untouched: Rate


@dataclass(frozen=True)
class Pace:
    """Median seconds a claim, over `of` claims with a known time; None, with `why`, of none."""

    seconds: float | None
    of: int
    why: str | None = None


def wilson(hits: int, of: int, *, confidence: float = 0.95) -> tuple[float, float]:
    """Score interval of a share (Wilson, 1927): lower and upper end, within 0 and 1.

    Unlike the textbook interval it stays honest for few trials and for shares near 0 and 1.
    ValueError unless 0 <= hits <= of, of > 0 and confidence lies between 0 and 1.
    """
    hits, of = whole("hits", hits), whole("trials", of)
    if of <= 0 or not 0 <= hits <= of:
        raise ValueError(f"A share needs 0 <= hits <= of and of > 0, not {hits} of {of}.")
    if not 0 < confidence < 1:
        raise ValueError(f"Confidence lies between 0 and 1; {confidence} does not.")
    z = NormalDist().inv_cdf(0.5 + confidence / 2)
    share, slack = hits / of, z * z / of
    centre = (share + slack / 2) / (1 + slack)
    reach = z / (1 + slack) * math.sqrt(share * (1 - share) / of + slack / of / 4)
    low = 0.0 if hits == 0 else max(0.0, centre - reach)
    return low, 1.0 if hits == of else min(1.0, centre + reach)


def rate(hits: int, of: int, *, why: str) -> Rate:
    """A share with its 95 % Wilson interval; None of nothing, because of `why`."""
    if of == 0 and hits == 0:
        return Rate(0, 0, None, None, None, why)
    low, high = wilson(hits, of)
    return Rate(hits, of, hits / of, low, high)


def figures(
    claims: ArrayLike,
    reviewers: ArrayLike,
    labels: ArrayLike,
    *,
    n_reviewers: int,
    n_labels: int,
    gold: ArrayLike | None = None,
) -> list[Figures]:
    """What the votes tell of each reviewer, in the order of their codes.

    The arrays are of one length, a vote each: codes from 0 of claim, reviewer and label, in any
    order, one vote at most for each reviewer on each claim. `gold` gives the true label per
    claim code, `NO_GOLD` where it is not known.

    Each vote is compared with what more than half of the *other* votes on the claim say. Where
    no label has more than half, ties included, the claim is left out of the comparison: half a
    hit for a tie would draw careful reviewers towards .5 because others disagree.

    Time grows as votes times their logarithm, memory as votes plus claims with votes times labels.
    ValueError on codes that are no whole numbers or out of range, on two votes of one reviewer
    on one claim, on arrays that do not belong together, and on more confusion than can be counted.
    """
    _check_sizes(n_reviewers, n_labels)
    on, by, said = (
        _whole(name, codes)
        for name, codes in (("claim", claims), ("reviewer", reviewers), ("label", labels))
    )
    _check_votes(on, by, said, n_reviewers=n_reviewers, n_labels=n_labels)
    judged = np.bincount(by, minlength=n_reviewers)
    others = majority_of_others(on, said, n_labels=n_labels)
    confusion = _crossed(by, said, others, n_reviewers, n_labels)
    compared = confusion.sum(axis=(1, 2))
    agreed = np.trace(confusion, axis1=1, axis2=2)
    known, right = _against_gold(on, by, said, gold, n_reviewers, n_labels)
    ranks = _ranks(agreed, compared)
    return [
        Figures(
            judged=int(judged[code]),
            compared=rate(int(agreed[code]), int(compared[code]), why=_why_not(int(judged[code]))),
            without_majority=int(judged[code] - compared[code]),
            confusion=tuple(map(tuple, confusion[code].tolist())),
            gold=rate(int(right[code]), int(known[code]), why="judged no claim with a gold label"),
            rank=ranks[code][0],
            unranked=ranks[code][1],
        )
        for code in range(n_reviewers)
    ]


def majority_of_others(claims: Codes, labels: Codes, *, n_labels: int) -> Wholes:
    """For each vote, the label of more than half of the other votes on its claim, or NO_GOLD.

    Only the two labels with most votes can be it: a claim's counts are sorted out once, and each
    vote is taken from its own label's count.
    """
    if not len(claims):
        return np.empty(0, dtype=np.int64)
    _check_codes("label", labels, whole("the number of labels", n_labels))
    claims, n_claims = _renumbered(claims)
    cells = claims * n_labels + labels
    counts = np.bincount(cells, minlength=n_claims * n_labels).reshape(n_claims, n_labels)
    totals = counts.sum(axis=1)
    places = np.arange(n_claims)
    first = counts.argmax(axis=1)
    most = counts[places, first]
    counts[places, first] = -1
    second = counts.argmax(axis=1)
    next_most = counts[places, second]
    others = totals[claims] - 1
    found: Wholes = np.full(len(claims), NO_GOLD, dtype=np.int64)
    for label, count in ((first, most), (second, next_most)):
        without = count[claims] - (label[claims] == labels)
        found = np.where(without * 2 > others, label[claims], found)
    return found


def habits(*, shown: int, moved: int, deleted: int, untouched: int) -> Habits:
    """A reviewer's habits from counts over the claims they were shown in finished articles.

    A claim is moved (kept with other ends), deleted, untouched (left exactly as it was shown) or
    none of these. ValueError on counts below zero, or more of them than were shown.
    """
    if min(shown, moved, deleted, untouched) < 0 or moved + deleted + untouched > shown:
        raise ValueError(
            f"Of {shown} claims shown, {moved} moved, {deleted} deleted and {untouched} "
            "untouched ones cannot be."
        )
    why = "was shown no claims"
    return Habits(*(rate(count, shown, why=why) for count in (moved, deleted, untouched)))


def pace(finished: Iterable[tuple[float | None, int]]) -> Pace:
    """Median time per claim from seconds and number of claims of each finished article.

    Every claim of an article is given an equal share of its seconds, since nothing finer is
    known, and the median is over claims, so that a long article weighs as much as it holds.
    Articles without a time or without claims are left out. ValueError on times that are
    negative or not finite, and on numbers of claims below zero.
    """
    timed = []
    for seconds, claims in finished:
        whole("the number of claims of an article", claims)
        timeable = seconds is None or (isinstance(seconds, Real) and 0 <= seconds < math.inf)
        if claims < 0 or not timeable:
            raise ValueError(f"{seconds} seconds for {claims} claims cannot be.")
        if seconds is not None and claims:
            timed.append((seconds / claims, claims))
    total = sum(claims for _, claims in timed)
    if not total:
        return Pace(None, 0, "no finished article with claims tells its time")
    timed.sort()
    middle = (_at(timed, (total - 1) // 2) + _at(timed, total // 2)) / 2
    return Pace(middle, total)


def _at(timed: Sequence[tuple[float, int]], place: int) -> float:
    """The value at a place, counted from 0, when each value is repeated as often as it says."""
    for value, times in timed:
        place -= times
        if place < 0:
            return value
    raise IndexError("There is no such place.")


def _check_sizes(n_reviewers: int, n_labels: int) -> None:
    people = whole("the number of reviewers", n_reviewers, least=0)
    cells = people * whole("the number of labels", n_labels, least=0) ** 2
    if cells > MOST_CELLS:
        raise ValueError(
            f"{people:,} reviewers and {n_labels:,} labels make {cells:,} counts of confusion; "
            f"{MOST_CELLS:,} are the most."
        )


def _check_votes(
    claims: Codes, reviewers: Codes, labels: Codes, *, n_reviewers: int, n_labels: int
) -> None:
    if not len(claims) == len(reviewers) == len(labels):
        raise ValueError(
            "Claims, reviewers and labels must be of one length, a vote each, not "
            f"{len(claims)}, {len(reviewers)} and {len(labels)}."
        )
    if not len(claims):
        return
    _check_codes("claim", claims, None)
    _check_codes("reviewer", reviewers, n_reviewers)
    _check_codes("label", labels, n_labels)
    places, _ = _renumbered(claims)
    pairs = np.sort(places * n_reviewers + reviewers)
    twice = np.flatnonzero(pairs[1:] == pairs[:-1])
    if len(twice):
        place, reviewer = divmod(int(pairs[twice[0]]), n_reviewers)
        claim = claims[np.argmax(places == place)]
        raise ValueError(f"Reviewer {reviewer} has more than one vote on claim {claim}.")


def _renumbered(claims: Codes) -> tuple[Wholes, int]:
    """Codes without gaps, and how many there are, so that no code costs memory by its height."""
    if int(claims.max()) < 2 * len(claims):
        return claims.astype(np.int64), int(claims.max()) + 1
    found, places = np.unique(claims, return_inverse=True)
    return places.astype(np.int64), len(found)


def _whole(name: str, given: ArrayLike) -> Codes:
    try:
        codes = np.asarray(given)
    except ValueError:
        raise ValueError(f"Codes of {name}s must be one array, not of unequal rows.") from None
    if codes.ndim != 1:
        raise ValueError(f"Codes of {name}s must be one array, not of {codes.ndim} dimensions.")
    if not len(codes):
        return np.empty(0, dtype=np.int64)
    if not np.issubdtype(codes.dtype, np.integer):
        raise ValueError(f"Codes of {name}s must be whole numbers, not {codes.dtype}.")
    return codes


def _check_codes(name: str, codes: Codes, end: int | None) -> None:
    low, high = int(codes.min()), int(codes.max())
    if low < 0 or (end is not None and high >= end):
        wrong = low if low < 0 else high
        raise ValueError(f"There is no {name} with the code {wrong}; they count from 0.")


def _crossed(
    reviewers: Codes, labels: Codes, others: Wholes, n_reviewers: int, n_labels: int
) -> Wholes:
    """Counts per reviewer, own label and the others' label, of votes that can be compared."""
    there = others != NO_GOLD
    cells = reviewers[there].astype(np.int64) * n_labels + labels[there]
    cells = cells * n_labels + others[there]
    counts = np.bincount(cells, minlength=n_reviewers * n_labels * n_labels)
    return counts.reshape(n_reviewers, n_labels, n_labels)


def _against_gold(
    claims: Codes, reviewers: Codes, labels: Codes, gold: ArrayLike | None, *sizes: int
) -> tuple[Wholes, Wholes]:
    """Per reviewer, votes on claims with a gold label, and those of them that are right."""
    n_reviewers, n_labels = sizes
    if gold is None:
        nothing = np.zeros(n_reviewers, dtype=np.int64)
        return nothing, nothing
    given = _whole("gold label", gold)
    if len(claims) and len(given) <= int(claims.max()):
        raise ValueError(
            f"Gold is needed for every claim code, {NO_GOLD} where it is not known; there are "
            f"{len(given)} and claim {int(claims.max())}."
        )
    if len(given) and not (given.min() >= NO_GOLD and given.max() < n_labels):
        raise ValueError(f"Gold labels go from {NO_GOLD} (not known) to {n_labels - 1}.")
    truth = given[claims]
    known = np.bincount(reviewers[truth != NO_GOLD], minlength=n_reviewers)
    return known, np.bincount(reviewers[truth == labels], minlength=n_reviewers)


def _ranks(agreed: Wholes, compared: Wholes) -> list[tuple[int | None, str | None]]:
    """Rank among those with enough claims, by share; or why there is none."""
    enough = compared >= FEWEST_RANKED
    shares = agreed / np.maximum(compared, 1)
    ordered = np.sort(shares[enough])
    better = len(ordered) - np.searchsorted(ordered, shares, side="right")
    found: list[tuple[int | None, str | None]] = []
    for code, count in enumerate(compared.tolist()):
        if not enough[code]:
            found.append((None, f"{count} of {FEWEST_RANKED} comparable claims needed"))
        elif len(ordered) == 1:
            found.append((None, "nobody else has enough claims to be ranked"))
        else:
            found.append((int(better[code]) + 1, None))
    return found


def _why_not(judged: int) -> str:
    if not judged:
        return "judged nothing"
    return "the others have no majority on any claim they judged"
