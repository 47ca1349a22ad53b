"""What the votes on one claim add up to, with the doubt kept visible.

Knows nothing of verdict names, clocks or databases: votes go in as counts, and the label that
rejects the claim is told by the caller. Ties are never broken by order.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

UNREVIEWED = "unreviewed"
INSUFFICIENT = "insufficient"
AGREED = "agreed"
MAJORITY = "majority"
CONTESTED = "contested"
REJECTED = "rejected"
STATES = (UNREVIEWED, INSUFFICIENT, AGREED, MAJORITY, CONTESTED, REJECTED)

SAFE_MARGIN = 2
_STEPS = 400


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
    votes: Mapping[str, int], *, abstained: int, reject: str, verdicts: int, min_reviewers: int
) -> Decision:
    """Decide one claim from its votes.

    `votes` counts usable judgements per label, `abstained` those who could not judge; `reject`
    is the label that says it is no claim, `verdicts` is how many verdicts there are beside it.
    """
    counted = sorted((count for count in votes.values() if count), reverse=True)
    total = sum(counted)
    if not counted:
        if abstained:
            return Decision(INSUFFICIENT, None, 0, None, False, "only abstentions so far")
        return Decision(UNREVIEWED, None, 0, None, False, "nobody has judged it")
    margin = counted[0] - (counted[1] if len(counted) > 1 else 0)
    categories = verdicts + bool(votes.get(reject))
    probability = lead_probability(tuple(counted), categories) if margin else None
    leader = max(votes, key=lambda label: votes[label])
    if total < min_reviewers:
        why = f"{total} of {min_reviewers} reviewers needed"
        return Decision(INSUFFICIENT, None, margin, probability, False, why)
    if counted[0] * 2 <= total:
        return Decision(CONTESTED, None, margin, probability, False, "no verdict above half")
    unanimous = counted[0] == total
    settled = unanimous or margin >= SAFE_MARGIN
    why = "all agree" if unanimous else f"{counted[0]} of {total}, margin {margin}"
    if not settled:
        why += ", one vote decides"
    state = REJECTED if leader == reject else AGREED if unanimous else MAJORITY
    return Decision(state, leader, margin, probability, settled, why)


@lru_cache(maxsize=4096)
def lead_probability(counts: tuple[int, ...], categories: int) -> float:
    """Probability that the first count's label is the mode, under a Dirichlet(1/2) prior.

    Jeffreys' prior over the categories; a Dirichlet is a set of independent gammas, so this
    is the integral of the first one's density times the others' distribution functions, taken
    by Simpson's rule over x = t * t.
    """
    others = [*counts[1:], *[0] * (categories - len(counts))]
    shape = counts[0] + 0.5
    upper = math.sqrt(shape + 12.0 * math.sqrt(shape) + 40.0)
    step = upper / _STEPS
    total = 0.0
    for index in range(1, _STEPS + 1):
        root = index * step
        weight = 1 if index == _STEPS else 4 if index % 2 else 2
        x = root * root
        density = 2.0 * math.exp((2 * shape - 1) * math.log(root) - x - math.lgamma(shape))
        total += weight * density * math.prod(_below(count, x) for count in others)
    return min(1.0, total * step / 3.0)


def _below(count: int, x: float) -> float:
    """Distribution function of a gamma variable of shape count + 1/2 at x."""
    value = math.erf(math.sqrt(x))
    term = math.exp(-x) * math.sqrt(x) / math.gamma(1.5)
    for step in range(count):
        value -= term
        term *= x / (step + 1.5)
    return max(0.0, value)
