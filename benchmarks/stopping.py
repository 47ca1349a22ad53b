"""What a third reading only where two leave claims open saves, beside three readings of all.

    python -m benchmarks.stopping [PROJECTS]

Simulated projects of 100 claims, PROJECTS (200) for each kind and rate of error, with the truth,
lures and draws of `benchmarks.panels`: who does not see the truth follows the claim's lure in 6 of
10 cases, else the frequencies of the labels. Reviewers err on 10 to 30 % of the claims, all alike
or each on another share between. Errors are of two kinds:

independent    every claim is as easy as the others
hard claims    nine of ten errors fall on claims of which the average reviewer sees 20 to 60 %

The adjudicator judges one claim and errs as the average reviewer does on it (*alike*), or never.
What is settled is told by `claimdesk.consensus.decide` with the default policy, in every arm:

all three          three readings of every claim
third if open      two readings, and a third of claims that they do not settle: the default
straight           two readings; what they do not settle is adjudicated (`most_readings` 2)

A label is one reading of one claim. *Votes* is the verdict with most of them; where several have
most, each counts as if it were drawn. *Final* is the adjudicator's where votes do not settle.
"""

import itertools
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.panels import EVEN, SKEWED, Wholes, answers, decision, given, lured
from claimdesk.consensus.votes import accuracy

RATES = ((0.1, 0.1), (0.15, 0.15), (0.2, 0.2), (0.25, 0.25), (0.3, 0.3), (0.1, 0.3))
KINDS = INDEPENDENT, HARD = "independent", "hard claims"
ARMS = ALL, THIRD, STRAIGHT = "all three", "third if open", "straight"
CLAIMS, READERS = 100, 3
HARD_EASE, ON_HARD = (0.2, 0.6), 0.9


@dataclass(frozen=True)
class Arm:
    """What came of one way to ask, per claim; `final` is right or not, for both adjudicators."""

    labels: Wholes
    settled: NDArray[np.bool_]
    votes: float
    final: tuple[float, float]
    leaders: NDArray[np.bool_]

    @property
    def cost(self) -> float:
        """Labels of a claim."""
        return float(self.labels.mean())

    @property
    def total(self) -> float:
        """Labels with those of the adjudicator."""
        return float(self.labels.mean() + (~self.settled).mean())


@dataclass(frozen=True)
class Cell:
    """All projects of one kind and rate."""

    kind: str
    rates: tuple[float, float]
    errors: float
    arms: dict[str, Arm]


def main() -> int:
    """Simulate, decide, print."""
    if len(sys.argv) > 2 or not all(one.isdigit() and int(one) for one in sys.argv[1:]):
        print(__doc__, file=sys.stderr)
        return 2
    each = int(sys.argv[1]) if len(sys.argv) == 2 else 200
    cells = [
        cell(number, kind, rates, each)
        for number, (kind, rates) in enumerate(itertools.product(KINDS, RATES))
    ]
    print(f"{CLAIMS * each * 2:,} claims in each row\n")
    readings(cells)
    print()
    adjudicated(cells)
    return 0


def cell(number: int, kind: str, rates: tuple[float, float], each: int) -> Cell:
    """Simulate one row, half of it with labels that are even, half of it with one that is not."""
    found = [
        simulated(np.random.default_rng([number, repeat]), kind, rates, usual)
        for repeat in range(each)
        for usual in (EVEN, SKEWED)
    ]
    said, truth, ruled = (np.concatenate(column) for column in zip(*found, strict=True))
    return Cell(kind, rates, float((said != truth[:, None]).mean()), compared(said, truth, ruled))


def simulated(
    chance: np.random.Generator,
    kind: str,
    rates: tuple[float, float],
    frequencies: tuple[float, ...],
) -> tuple[Wholes, Wholes, Wholes]:
    """What three readers say of each claim, its truth, and what the adjudicator would say."""
    usual = np.array(frequencies)
    truth = chance.choice(4, CLAIMS, p=usual)
    missed = lured(chance, truth, usual)
    wrong = 1 - missed[np.arange(CLAIMS), truth]
    average = sum(rates) / 2
    blind = np.ones(CLAIMS) * average / wrong.mean()
    if kind == HARD:
        ease = chance.uniform(*HARD_EASE, CLAIMS)
        hard = np.cumsum((1 - ease) * wrong) <= ON_HARD * average * CLAIMS
        rest = (1 - ON_HARD) * average * CLAIMS / wrong[~hard].sum()
        blind = np.where(hard, 1 - ease, rest)
    readers = [*chance.uniform(*rates, READERS), average]
    seen = [1 - (blind * rate / average).clip(max=1) for rate in readers]
    said = given(chance, [answers(truth, one, missed) for one in seen])
    return said[:, :READERS], truth, said[:, READERS]


def compared(said: Wholes, truth: Wholes, ruled: Wholes) -> dict[str, Arm]:
    """The three ways to ask, on the same answers."""
    two, three = (np.eye(4, dtype=np.int64)[said[:, :number]].sum(axis=1) for number in (2, 3))
    undecided = ~settled(two)
    asked = {
        ALL: three,
        THIRD: np.where(undecided[:, None], three, two),
        STRAIGHT: two,
    }
    return {name: arm(counts, truth, ruled) for name, counts in asked.items()}


def arm(counts: Wholes, truth: Wholes, ruled: Wholes) -> Arm:
    """What the votes come to, and what is final when the rest is adjudicated."""
    enough, leaders = settled(counts), counts == counts.max(axis=1, keepdims=True)
    by_votes = counts.argmax(axis=1) == truth
    return Arm(
        labels=counts.sum(axis=1),
        settled=enough,
        votes=accuracy(leaders.astype(np.float64), truth),
        final=(
            float(np.where(enough, by_votes, ruled == truth).mean()),
            float(np.where(enough, by_votes, True).mean()),
        ),
        leaders=leaders,
    )


def settled(counts: Wholes) -> NDArray[np.bool_]:
    """Which claims the default policy takes for settled."""
    return np.array([decision(tuple(row)).settled for row in counts.tolist()])


def readings(cells: list[Cell]) -> None:
    """Labels and accuracy of votes: three of all beside a third where two leave a claim open."""
    print("| errors | rate | labels | saved | votes, all three | votes, third if open | same |")
    print("|---|---|---|---|---|---|---|")
    for one, told in rows(cells):
        every, third = one.arms[ALL], one.arms[THIRD]
        same = (every.leaders == third.leaders).all(axis=1).mean()
        print(
            f"| {told} | {third.cost:.2f} | {saved(third.cost, every.cost)} "
            f"| {100 * every.votes:.1f} | {100 * third.votes:.1f} | {100 * same:.0f} % |"
        )
    every, third = (np.mean([one.arms[name].cost for one in cells]) for name in (ALL, THIRD))
    print(f"| all rows | | {third:.2f} | {saved(float(third), float(every))} | | | |")


def adjudicated(cells: list[Cell]) -> None:
    """The same with the adjudicator's labels, and how often the final verdict is right."""
    print(
        "| errors | rate | adjudicated | with adjudications | saved | final, alike | never errs |"
    )
    print("|---|---|---|---|---|---|---|")
    for one, told in rows(cells):
        arms = [one.arms[name] for name in ARMS]
        shares = " / ".join(f"{100 * (~arm.settled).mean():.0f} %" for arm in arms)
        totals = " / ".join(f"{arm.total:.2f}" for arm in arms)
        spared = " / ".join(saved(arm.total, arms[0].total) for arm in arms[1:])
        final = [" / ".join(f"{100 * arm.final[which]:.1f}" for arm in arms) for which in range(2)]
        print(f"| {told} | {shares} | {totals} | {spared} | {final[0]} | {final[1]} |")
    every, *others = (float(np.mean([one.arms[name].total for one in cells])) for name in ARMS)
    print(f"| all rows | | | | {' / '.join(saved(one, every) for one in others)} | | |")


def rows(cells: list[Cell]) -> Iterator[tuple[Cell, str]]:
    """Each cell with the beginning of its row: the errors as they came out."""
    for one in cells:
        low, high = (round(100 * rate) for rate in one.rates)
        meant = f"{low}" if low == high else f"{low} to {high}"
        yield one, f"{one.kind} | {meant} % ({100 * one.errors:.1f})"


def saved(cost: float, of: float) -> str:
    """How much less it is."""
    return f"{100 * (1 - cost / of):.1f} %"


if __name__ == "__main__":
    sys.exit(main())
