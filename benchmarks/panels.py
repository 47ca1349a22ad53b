"""What the default makes of small panels, beside plain majority and the model of Dawid and Skene.

    python -m benchmarks.panels [PROJECTS]

Simulated projects, PROJECTS (25) for each of 96 kinds: 3 or 5 reviewers who judge all of 20 to 200
claims, everybody careful or one careless, no, 20 or 40 % hard claims, three verdicts and "not a
claim" about equally frequent or one of them 70 %.

A careful reviewer sees the truth of a claim with 90 % (Beta 18, 2) times its ease, a careless one
with 20 % times its ease. Who does not see it follows the claim's lure in 6 of 10 cases, else the
frequencies of the labels; the careless one always the frequencies. Of hard claims most reviewers
may well say the lure: then the mode of the reviewers is not the truth.

Where a method has no single label, each of those it cannot part counts as if it were drawn: the
same rule for all. For the default without a verdict these are the labels with most votes.
"""

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from claimdesk.consensus import Decision, Policy, decide
from claimdesk.consensus.dawid_skene import Options, fit, mostly_right
from claimdesk.consensus.votes import TIE, accuracy, votes

Floats = NDArray[np.float64]
Wholes = NDArray[np.int64]

LABELS = ("first", "second", "third", "none")
EVEN, SKEWED = (0.3, 0.3, 0.3, 0.1), (0.7, 0.15, 0.1, 0.05)
KINDS = list(itertools.product((3, 5), (20, 50, 100, 200), (0, 1), (0.0, 0.2, 0.4), (EVEN, SKEWED)))
CAREFUL, CARELESS, LURED = (18, 2), 0.2, 0.6
METHODS = {
    "Dawid-Skene": Options(),
    "Dawid-Skene, prior": Options(prior=mostly_right(len(LABELS))),
}
ALL = ("default", "majority", *METHODS)


@dataclass(frozen=True)
class Project:
    """Labels as (claims, reviewers); per claim the truth and what most such reviewers would say."""

    reviewers: int
    careless: int
    said: Wholes
    truth: Wholes
    mode: Wholes


@dataclass(frozen=True)
class Outcome:
    """Scores per claim and label of each method, decisions, and posteriors."""

    project: Project
    counts: Wholes
    scores: dict[str, Floats]
    decisions: list[Decision]


def main() -> int:
    """Simulate, decide, print."""
    if len(sys.argv) > 2 or not all(one.isdigit() and int(one) for one in sys.argv[1:]):
        print(__doc__, file=sys.stderr)
        return 2
    each = int(sys.argv[1]) if len(sys.argv) == 2 else 25
    outcomes = [
        decided(simulated(np.random.default_rng([number, repeat]), *kind))
        for number, kind in enumerate(KINDS)
        for repeat in range(each)
    ]
    print(f"{len(outcomes):,} projects\n")
    for title, chosen in groups(outcomes):
        print(f"## {title}\n")
        compare(chosen)
    doubt(outcomes)
    calibration(outcomes)
    return 0


def groups(outcomes: list[Outcome]) -> Iterator[tuple[str, list[Outcome]]]:
    """All projects, and those of each size of panel, careful or not."""
    yield "all", outcomes
    for size, careless in itertools.product((3, 5), (0, 1)):
        told = "one careless" if careless else "all careful"
        of_kind = (size, careless)
        yield (
            f"{size} reviewers, {told}",
            [one for one in outcomes if (one.project.reviewers, one.project.careless) == of_kind],
        )


def simulated(
    chance: np.random.Generator,
    reviewers: int,
    claims: int,
    careless: int,
    hard: float,
    frequencies: tuple[float, ...],
) -> Project:
    """One project of a kind."""
    usual = np.array(frequencies)
    truth = chance.choice(4, claims, p=usual)
    is_hard = chance.random(claims) < hard
    ease = np.where(is_hard, chance.uniform(0.2, 0.6, claims), chance.beta(18, 2, claims))
    missed = lured(chance, truth, usual)
    seeing = np.append(chance.beta(*CAREFUL, reviewers - careless), [CARELESS] * careless)
    chances = [
        answers(truth, sees * ease, usual if number >= reviewers - careless else missed)
        for number, sees in enumerate(seeing)
    ]
    share = careless / reviewers
    mean = CAREFUL[0] / sum(CAREFUL)
    careful, others = answers(truth, mean * ease, missed), answers(truth, CARELESS * ease, usual)
    everybody = (1 - share) * careful + share * others
    return Project(reviewers, careless, given(chance, chances), truth, everybody.argmax(axis=1))


def lured(chance: np.random.Generator, truth: Wholes, usual: Floats) -> Floats:
    """What those say who do not see the truth: chances of each label per claim."""
    lure = (truth + chance.integers(1, 4, len(truth))) % 4
    return np.asarray(LURED * np.eye(4)[lure] + (1 - LURED) * usual)


def answers(truth: Wholes, seen: Floats, otherwise: Floats) -> Floats:
    """Chances of each label per claim, for a chance to see the truth of each claim."""
    sees = seen[:, None]
    return np.asarray(sees * np.eye(4)[truth] + (1 - sees) * otherwise)


def given(chance: np.random.Generator, chances: Sequence[Floats]) -> Wholes:
    """Labels drawn from the chances of each reviewer, as (claims, reviewers)."""
    drawn = chance.random((len(chances), len(chances[0]), 1))
    return np.asarray((np.cumsum(chances, axis=2) < drawn).sum(axis=2).clip(max=3).T)


def decided(project: Project) -> Outcome:
    """What each method makes of a project."""
    claims, reviewers = np.indices(project.said.shape)
    cast = votes(
        claims.ravel(),
        reviewers.ravel(),
        project.said.ravel(),
        shape=(len(project.said), project.reviewers, 4),
    )
    counts = np.eye(4, dtype=np.int64)[project.said].sum(axis=1)
    decisions = [decision(tuple(row)) for row in counts.tolist()]
    default = counts == counts.max(axis=1, keepdims=True)
    for row, one in zip(default, decisions, strict=True):
        if one.verdict is not None:
            row[:] = [label == one.verdict for label in LABELS]
    scores = {"default": default.astype(np.float64), "majority": counts.astype(np.float64)}
    scores |= {name: fit(cast, options).posteriors for name, options in METHODS.items()}
    return Outcome(project, counts, scores, decisions)


@cache
def decision(counts: tuple[int, ...]) -> Decision:
    """The default on these counts."""
    told = dict(zip(LABELS, counts, strict=True))
    return decide(told, abstained=0, reject="none", verdicts=3, policy=Policy())


def compare(outcomes: list[Outcome]) -> None:
    """Accuracy per project against the truth, and how far from majority's."""
    right = {
        name: 100 * np.array([accuracy(one.scores[name], one.project.truth) for one in outcomes])
        for name in ALL
    }
    print("| | accuracy % | points over majority | worst | 5 or more worse | 5 or more better |")
    print("|---|---|---|---|---|---|")
    for name in ALL:
        lead = right[name] - right["majority"]
        worse, better = 100 * np.mean(lead <= -5 + TIE), 100 * np.mean(lead >= 5 - TIE)
        print(
            f"| {name} | {right[name].mean():.2f} | {lead.mean():+.2f} | {lead.min():+.1f} "
            f"| {worse:.1f} % | {better:.1f} % |"
        )
    print()


def doubt(outcomes: list[Outcome]) -> None:
    """How often the default has a verdict, a settled one, and how often these are right."""
    decisions = [one for outcome in outcomes for one in outcome.decisions]
    truth = np.concatenate([one.project.truth for one in outcomes])
    mode = np.concatenate([one.project.mode for one in outcomes])
    verdicts = np.array([LABELS.index(one.verdict) if one.verdict else -1 for one in decisions])
    settled = np.array([one.settled for one in decisions])
    print("## What the default says\n")
    print("| | share of claims | is the mode | is the truth |\n|---|---|---|---|")
    kinds = {"settled": settled, "a verdict, not settled": ~settled & (verdicts >= 0)}
    for told, chosen in kinds.items():
        modal, true = (np.mean(verdicts[chosen] == one[chosen]) for one in (mode, truth))
        print(f"| {told} | {np.mean(chosen):.3f} | {modal:.3f} | {true:.3f} |")
    print(f"| no verdict | {np.mean(verdicts < 0):.3f} | | |\n")


def calibration(outcomes: list[Outcome]) -> None:
    """What is shown beside a claim against what it claims to be, where one label leads."""
    print("## Calibration: claims on which one label leads\n")
    print("| panel | shown | mean | is the mode | ECE | Brier | is the truth | ECE | Brier |")
    print("|---|---|---|---|---|---|---|---|---|")
    for title, chosen in groups(outcomes):
        for name, (shown, *happened) in shown_beside(chosen).items():
            print(f"| {title} | {name} | {shown.mean():.3f}", end=" |")
            for one in happened:
                brier = np.mean((shown - one) ** 2)
                print(f" {one.mean():.3f} | {ece(shown, one):.3f} | {brier:.3f}", end=" |")
            print()


def shown_beside(outcomes: list[Outcome]) -> dict[str, tuple[Floats, Floats, Floats]]:
    """Per method the number shown, and whether its label is the mode and the truth."""
    counts = np.concatenate([one.counts for one in outcomes])
    mode = np.concatenate([one.project.mode for one in outcomes])
    truth = np.concatenate([one.project.truth for one in outcomes])
    told = [one.probability for outcome in outcomes for one in outcome.decisions]
    leads = np.array([one is not None for one in told])
    leader = counts.argmax(axis=1)
    found = {
        "probability": (np.array([one for one in told if one is not None]), leader[leads]),
        "share of votes": ((counts.max(axis=1) / counts.sum(axis=1))[leads], leader[leads]),
    }
    for name in METHODS:
        posteriors = np.concatenate([one.scores[name] for one in outcomes])[leads]
        found[name] = (posteriors.max(axis=1), posteriors.argmax(axis=1))
    return {
        name: (shown, 1.0 * (label == mode[leads]), 1.0 * (label == truth[leads]))
        for name, (shown, label) in found.items()
    }


def ece(shown: Floats, happened: Floats) -> float:
    """Expected calibration error: ten bins of equal width, weighed by what falls into them."""
    bins = np.minimum((shown * 10).astype(np.int64), 9)
    gaps = np.bincount(bins, shown - happened, minlength=10)
    return float(np.abs(gaps).sum() / len(shown))


if __name__ == "__main__":
    sys.exit(main())
