"""Alpha, its interval and kappa beside the packages others use, and beside one numpy pass.

    python -m benchmarks.agreeing [VOTES ...]

For each number of votes (10,000, 100,000 and 1,000,000 unless told): five votes a claim from a
panel of five, and, where its matrix of reviewers by claims fits, from a crowd of a hundred. Times
are processor seconds, best of three; ratios stand beside them. The floor is one bincount of
claims and labels. Last, the alpha_u family over texts of 40 units and five reviewers.
"""

import sys
import time
from collections.abc import Callable

import krippendorff
import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import cohen_kappa_score

from claimdesk.agreement.nominal import alpha, tabulate
from claimdesk.agreement.pairs import kappa
from claimdesk.agreement.resampling import over_claims, over_groups
from claimdesk.agreement.units import Continuum, unitizing

Wholes = NDArray[np.int64]
ROUNDS = 3
LABELS = 4
PER_CLAIM = 5
MOST_CELLS = 30_000_000
TEXTS = 100


def main() -> int:
    """Measure labels at the sizes told, then spans."""
    sizes = [int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000]
    print(f"{'votes':>10} {'panel':>6}  what")
    for size in sizes:
        for panel in (PER_CLAIM, 100):
            if size // PER_CLAIM * panel <= MOST_CELLS:
                labels(size, panel)
    spans()
    return 0


def labels(size: int, panel: int) -> None:
    """Alpha, interval and kappa for so many votes of a panel."""
    claims, reviewers, said = votes(size, panel)
    count = size // PER_CLAIM
    matrix = np.full((panel, count), np.nan)
    matrix[reviewers, claims] = said
    table = tabulate(claims, reviewers, said)
    floor = seconds(lambda: np.bincount(claims * LABELS + said))
    ours = seconds(lambda: alpha(tabulate(claims, reviewers, said)))
    peer = seconds(
        lambda: krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
    )
    drawn = seconds(lambda: over_claims(table, seed=1))
    articles = np.arange(count) // 20
    grouped = seconds(lambda: over_groups(table, articles, seed=1))
    told = seconds(lambda: kappa(claims, reviewers, said, first=0, second=1))
    both = matrix[:2][:, ~np.isnan(matrix[:2]).any(axis=0)]
    theirs = seconds(lambda: cohen_kappa_score(both[0], both[1]))
    print(
        f"{size:>10,} {panel:>6}  alpha {ours:.4f} s: {peer / ours:.1f} times as fast as "
        f"krippendorff, {ours / floor:.0f} times one bincount; 1,000 resamples of claims "
        f"{drawn:.2f} s, of articles {grouped:.2f} s; kappa {told:.4f} s, scikit-learn on columns "
        f"already matched {theirs:.4f} s"
    )


def votes(size: int, panel: int) -> tuple[Wholes, Wholes, Wholes]:
    """Claims, reviewers and labels; a vote is the claim's label four times out of five."""
    chance = np.random.default_rng(size + panel)
    count = size // PER_CLAIM
    claims = np.repeat(np.arange(count), PER_CLAIM)
    first = chance.integers(0, panel, count)
    reviewers = (first[:, None] + np.arange(PER_CLAIM)).ravel() % panel
    truth = chance.integers(0, LABELS, count)[claims]
    said = np.where(
        chance.random(len(claims)) < 0.8, truth, chance.integers(0, LABELS, len(claims))
    )
    return claims, reviewers, said


def spans() -> None:
    """The alpha_u family at one size and ten times that: time per text, and how it grows."""
    chance = np.random.default_rng(1)
    texts = [text(chance) for _ in range(10 * TEXTS)]
    few, many = seconds(lambda: unitizing(texts[:TEXTS])), seconds(lambda: unitizing(texts))
    print(
        f"alpha_u of {TEXTS} texts {few:.3f} s ({few / TEXTS * 1000:.2f} ms each), of ten times "
        f"as many {many / few:.1f} times as long"
    )


def text(chance: np.random.Generator) -> Continuum:
    """40 units, and five reviewers who moved a tenth of the boundaries and labels."""
    units = {}
    for reviewer in range(5):
        ends = np.arange(40) * 100 + 90 + (chance.random(40) < 0.1) * 5
        said = np.where(chance.random(40) < 0.9, 0, chance.integers(0, LABELS, 40))
        starts = np.arange(40) * 100
        units[reviewer] = list(zip(starts.tolist(), ends.tolist(), said.tolist(), strict=True))
    return Continuum(4_000, units)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the best of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return max(min(taken), 1e-9)


if __name__ == "__main__":
    sys.exit(main())
