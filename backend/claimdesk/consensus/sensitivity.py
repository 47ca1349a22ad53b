"""Which verdicts would not stand if a little less were believed.

Three questions are asked of every claim: what if any one reviewer had not been there, what if a
verdict needed two origins, and what if anonymous evidence did not count? A verdict that stands
through all three is robust. Nothing here changes a state.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimdesk.consensus import Decision, Policy, decide

ONE_REVIEWER_LESS = "one-reviewer-less"
TWO_ORIGINS = "two-origins"
NO_ANONYMOUS = "no-anonymous"
CODES = (ONE_REVIEWER_LESS, TWO_ORIGINS, NO_ANONYMOUS)


@dataclass(frozen=True)
class Basis:
    """What one usable judgement says, and what it rests on.

    `origins` are the codes of the origins behind its evidence, None where its label needs no
    evidence; `anonymous` says that it rests on nothing but anonymous evidence.
    """

    label: str
    origins: frozenset[str] | None = None
    anonymous: bool = False


@dataclass(frozen=True)
class Flip:
    """Under which question a verdict goes, and what state and verdict there would be instead."""

    code: str
    state: str
    verdict: str | None


@dataclass(frozen=True)
class Sensitivity:
    """Whether a verdict stands through all questions, and where not.

    `robust` is None, with `why`, where there is no verdict that could go.
    """

    robust: bool | None
    flips: tuple[Flip, ...]
    why: str | None = None


@dataclass(frozen=True)
class Deciding:
    """How a claim is decided: `decide`'s arguments other than the votes."""

    reject: str
    verdicts: int
    policy: Policy
    objections: frozenset[str] = frozenset()

    def __call__(self, votes: Counter[str], abstained: int) -> Decision:
        """Decide votes in this way."""
        return decide(
            votes,
            abstained=abstained,
            reject=self.reject,
            verdicts=self.verdicts,
            policy=self.policy,
            objections=self.objections,
        )

    def with_fewer(self) -> "Deciding":
        """The same where one reviewer less has been asked."""
        least = max(1, self.policy.min_reviewers - 1)
        return replace(self, policy=replace(self.policy, min_reviewers=least))


def probe(judgements: Iterable[Basis], *, abstained: int, deciding: Deciding) -> Sensitivity:
    """Ask the three questions of one claim, in the order of `CODES`.

    A verdict flips when another takes its place or when none is left: `Flip.state` tells which.
    Where a reviewer is left out, the policy needs one less, because somebody who was never asked
    contradicts nobody. To leave out one of those who gave the verdict is always the hardest, so
    nobody else is tried. Origins are those of all who
    gave a label together; with fewer than two, none of these judgements counts. Judgements that
    do not count are abstentions.
    """
    heard = list(judgements)
    votes = Counter([one.label for one in heard])
    decision = deciding(votes, abstained)
    if decision.verdict is None:
        return Sensitivity(None, (), f"there is no verdict: {decision.why}")
    poor = _poor_labels(heard)
    less = votes - Counter((decision.verdict,))
    rich = Counter([one.label for one in heard if one.label not in poor]) if poor else votes
    named = Counter([one.label for one in heard if not one.anonymous])
    flips = []
    for code, fewer in zip(CODES, (less, rich, named), strict=True):
        absent = code == ONE_REVIEWER_LESS
        asked = deciding.with_fewer() if absent else deciding
        if _stands(decision.verdict, fewer, asked.policy):
            continue
        other = asked(fewer, abstained + (0 if absent else votes.total() - fewer.total()))
        flips.append(Flip(code, other.state, other.verdict))
    return Sensitivity(not flips, tuple(flips))


def _stands(verdict: str, votes: Counter[str], policy: Policy) -> bool:
    """Whether the votes still come to this verdict; cheaper than to decide all of it."""
    total = votes.total()
    return total >= policy.min_reviewers and votes[verdict] * 2 > total


def _poor_labels(judgements: Iterable[Basis]) -> frozenset[str]:
    """Labels that need evidence and have fewer than two origins, all who gave them together."""
    origins: dict[str, set[str]] = {}
    for one in judgements:
        if one.origins is not None:
            origins.setdefault(one.label, set()).update(one.origins)
    return frozenset(label for label, found in origins.items() if len(found) < 2)
