"""What the votes on one claim add up to, with the doubt kept visible.

Knows nothing of verdict names, clocks or databases: votes go in as counts, and the label that
rejects the claim is told by the caller. Ties are never broken by order.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import index

from claimdesk.consensus.policy import SAFE_MARGIN, VERSION, Policy
from claimdesk.wholes import whole

__all__ = [
    "ADJUDICATED",
    "AGREED",
    "CONTESTED",
    "INSUFFICIENT",
    "MAJORITY",
    "REJECTED",
    "SAFE_MARGIN",
    "STATES",
    "UNREVIEWED",
    "VERSION",
    "Decision",
    "Policy",
    "count_reasons",
    "decide",
    "lead_probability",
    "leading_reason",
]

UNREVIEWED = "unreviewed"
INSUFFICIENT = "insufficient"
AGREED = "agreed"
MAJORITY = "majority"
CONTESTED = "contested"
REJECTED = "rejected"
ADJUDICATED = "adjudicated"
STATES = (UNREVIEWED, INSUFFICIENT, AGREED, MAJORITY, CONTESTED, REJECTED, ADJUDICATED)

_STEPS = 400
_MANY = 400
"""Votes from which a count's distribution function is taken from the normal one."""


@dataclass(frozen=True)
class Decision:
    """State and verdict of one claim, how sure the votes make us, and why it is settled or not.

    `margin` is the lead of the first over the second, in votes. `probability` is that of the
    leading verdict being the reviewers' mode, not of the claim being true; None without votes or
    on a tie for the lead.
    """

    state: str
    verdict: str | None
    margin: int
    probability: float | None
    settled: bool
    why: str


def decide(
    votes: Mapping[str, int],
    *,
    abstained: int,
    reject: str,
    verdicts: int,
    policy: Policy,
    objections: frozenset[str] = frozenset(),
) -> Decision:
    """Decide one claim from its votes.

    `votes` counts usable judgements per label, `abstained` those who could not judge; `reject`
    is the label that says it is no claim, `verdicts` is how many verdicts there are beside it,
    `objections` are the labels that hold up a verdict of another kind when the policy is strict.
    ValueError on counts that are not whole or below zero, and on votes for more labels than there
    are.
    """
    counted = _counted(votes, reject, verdicts)
    _check_count("those who abstained", abstained)
    total = sum(counted)
    if not counted:
        if abstained:
            return Decision(INSUFFICIENT, None, 0, None, False, "only abstentions so far")
        return Decision(UNREVIEWED, None, 0, None, False, "nobody has judged it")
    margin = counted[0] - (counted[1] if len(counted) > 1 else 0)
    categories = verdicts + bool(votes.get(reject))
    probability = lead_probability(tuple(counted), categories) if margin else None
    if total < policy.min_reviewers:
        why = f"{total} of {policy.min_reviewers} reviewers needed"
        return Decision(INSUFFICIENT, None, margin, probability, False, why)
    if counted[0] * 2 <= total:
        return Decision(CONTESTED, None, margin, probability, False, "no verdict above half")
    leader = max(votes, key=lambda label: votes[label])
    unanimous = counted[0] == total
    against = _objecting(votes, leader, objections) if policy.strict else 0
    settled = unanimous or (margin >= SAFE_MARGIN and not against)
    state = REJECTED if leader == reject else AGREED if unanimous else MAJORITY
    why = "all agree" if unanimous else _reckoned(counted[0], total, margin, against)
    return Decision(state, leader, margin, probability, settled, why)


def _counted(votes: Mapping[str, int], reject: str, verdicts: int) -> list[int]:
    """The counts that are not zero, the highest first."""
    _check_count("the number of verdicts", verdicts)
    try:
        counted = sorted([index(count) for count in votes.values() if count], reverse=True)
    except TypeError:
        raise ValueError(f"Votes are counted in whole numbers, and {votes} are not.") from None
    if counted and counted[-1] < 0:
        raise ValueError(f"Votes are counted from 0 on, and {counted[-1]} is less.")
    if len(counted) - bool(votes.get(reject)) > verdicts:
        raise ValueError(
            f"There are votes for {len(counted)} labels, but only {verdicts} verdicts."
        )
    return counted


def _check_count(what: str, count: int) -> None:
    """See that it is a whole number from 0; the usual case costs next to nothing."""
    if type(count) is not int or count < 0:
        whole(what, count, least=0)


def _objecting(votes: Mapping[str, int], leader: str, objections: frozenset[str]) -> int:
    if leader in objections:
        return 0
    return sum(votes.get(label, 0) for label in objections)


def _reckoned(first: int, total: int, margin: int, against: int) -> str:
    """Why a verdict that is not unanimous is settled or not."""
    why = f"{first} of {total}, margin {margin}"
    if margin < SAFE_MARGIN:
        why += ", one vote decides"
    if against:
        why += f", {against} objecting"
    return why


def count_reasons(said: Iterable[tuple[str, str | None]], *, verdict: str | None) -> dict[str, int]:
    """How often each reason was given by those who gave the winning verdict, by name.

    `said` is label and reason of each usable judgement. The reasons of those who were outvoted
    explain another verdict and are left out; without a verdict nothing is left.
    """
    given = Counter(reason for label, reason in said if reason and label == verdict)
    return dict(sorted(given.items()))


def leading_reason(reasons: Mapping[str, int]) -> str | None:
    """The reason given most often; None where there is no single one, because two are level."""
    most = max(reasons.values(), default=0)
    leading = [reason for reason, count in reasons.items() if count == most > 0]
    return leading[0] if len(leading) == 1 else None


def lead_probability(counts: Sequence[int], categories: int) -> float:
    """Probability that the first count's label is the mode, under a Dirichlet(1/2) prior.

    Jeffreys' prior over the categories. ValueError without counts, on counts that are not whole
    or below zero, and on more of them than categories.
    """
    return _lead_probability(tuple(counts), categories)


@lru_cache(maxsize=4096)
def _lead_probability(counts: tuple[int, ...], categories: int) -> float:
    """The same, computed.

    A Dirichlet is a set of independent gammas, so this is the integral of the first one's density
    times the others' distribution functions, taken by Simpson's rule over x = t * t, in which
    every gamma is about one wide.
    """
    for count in counts:
        whole("a count of votes", count, least=0)
    if not 0 < len(counts) <= whole("the number of categories", categories):
        raise ValueError(f"{len(counts)} counts of votes cannot be those of {categories} labels.")
    others = [*counts[1:], *[0] * (categories - len(counts))]
    shape = counts[0] + 0.5
    lower = max(0.0, math.sqrt(shape) - 6.5)
    upper = math.sqrt(shape + 12.0 * math.sqrt(shape) + 40.0)
    step = (upper - lower) / _STEPS
    total = 0.0
    for number in range(1, _STEPS + 1):
        root = lower + number * step
        weight = 1 if number == _STEPS else 4 if number % 2 else 2
        x = root * root
        density = 2.0 * math.exp((2 * shape - 1) * math.log(root) - x - math.lgamma(shape))
        total += weight * density * math.prod(_below(count, x) for count in others)
    return min(1.0, total * step / 3.0)


def _below(count: int, x: float) -> float:
    """Distribution function of a gamma variable of shape count + 1/2 at x.

    Of many votes by the cube root, which is all but normal (Wilson and Hilferty, 1931): the
    sum would take a step for each of them and lose its first term.
    """
    if count > _MANY:
        shape = count + 0.5
        away = 3.0 * math.sqrt(shape) * ((x / shape) ** (1 / 3) - 1.0 + 1.0 / (9.0 * shape))
        return 0.5 * math.erfc(-away / math.sqrt(2.0))
    value = math.erf(math.sqrt(x))
    term = math.exp(-x) * math.sqrt(x) / math.gamma(1.5)
    for step in range(count):
        value -= term
        term *= x / (step + 1.5)
    return max(0.0, value)
