"""How fast votes are added up, in how much memory, and how often that is right.

    python -m benchmarks.aggregating [--sizes 10000,100000,1000000] [--patience SECONDS]
    python -m benchmarks.aggregating --folder DIR
    python -m benchmarks.aggregating --panels

Without options: seconds of majority beside one bincount, and of ten iterations of EM beside the
same in plain numpy and beside crowd-kit, where that ends within the patience; bytes per vote; the
exponent with which time grows; the import. Everything of one row is measured in one run.

`--folder` reads public crowd data sets, one to a folder: `answer.csv` (question, worker, answer)
and `truth.csv` (question, truth) as in Zheng et al., "Truth Inference in Crowdsourcing: Is the
Problem Solved?" (VLDB 2017), or `crowd_labels.csv` and `gt.csv` (task, worker, label) as crowd-kit
has them. It prints how often each is right. A tie among k labels that hold the right one counts
1 / k, which is what drawing one of them gives on average.

`--panels` simulates small panels with a careless reviewer and hard claims, to see what a prior is
good for.
"""

import argparse
import csv
import math
import subprocess
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claimdesk.consensus import dawid_skene
from claimdesk.consensus.dawid_skene import Options
from claimdesk.consensus.votes import Votes, accuracy, majority, tally, votes

ITERATIONS = 10
CONVERGED = 20_000
PANELS = {
    "5 of 200": (200, 5, 4),
    "5 of 5": (5, 5, 4),
    "5 of 10": (10, 5, 4),
    "10 of 10": (10, 10, 4),
}
FILES = (("answer.csv", "truth.csv"), ("crowd_labels.csv", "gt.csv"))
NAMES = {
    "claim": ("question", "task", "item"),
    "reviewer": ("worker", "performer", "reviewer"),
    "label": ("answer", "label"),
    "truth": ("truth", "label", "answer"),
}
FLOOR = 1e-10


@dataclass(frozen=True)
class Crowd:
    """A data set: votes, and the right label of each claim or -1."""

    name: str
    votes: Votes
    gold: NDArray[np.int64]


def main() -> int:
    """Measure what the options say."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--patience", type=float, default=120.0)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--panels", action="store_true")
    parser.add_argument("--crowdkit", nargs=2, metavar=("PANEL", "SIZE"), help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.crowdkit:
        print(crowdkit_seconds(wanted.crowdkit[0], int(wanted.crowdkit[1])))
    elif wanted.folder:
        return published(wanted.folder)
    elif wanted.panels:
        small_panels()
    else:
        speed([int(size) for size in wanted.sizes.split(",")], wanted.patience)
    return 0


def speed(sizes: list[int], patience: float) -> None:
    """Tables of seconds, ratios, bytes per vote and exponents."""
    print(
        "| panel | votes | majority / bincount | EM / plain EM | crowd-kit / EM | EM, s | bytes |"
    )
    print("|---|---|---|---|---|---|---|")
    for panel in PANELS:
        spent = []
        for size in sizes:
            measured, row = one_size(panel, size, patience)
            spent.append(measured)
            print(row, flush=True)
        if len(sizes) > 1:
            print(f"| {panel} | exponent | | | | {exponent(sizes, spent):.2f} | |", flush=True)
    names = ("claimdesk.consensus.dawid_skene", "numpy")
    rounds = [[import_seconds(name) for name in names] for _ in range(9)]
    ours, numpy = (min(column) for column in zip(*rounds, strict=True))
    print(f"\nimport: {ours:.3f} s, numpy alone {numpy:.3f} s, ratio {ours / numpy:.2f}")


def one_size(panel: str, size: int, patience: float) -> tuple[float, str]:
    """Seconds of EM, and the row of the table."""
    columns = invented(panel, size)
    some = votes(*columns)
    rounds = max(2, min(20, 2_000_000 // size))
    once, counted = rivals([lambda: one_bincount(some), lambda: majority(some)], 5 * rounds)
    options = Options(iterations=ITERATIONS, tolerance=-np.inf)
    both = [lambda: dawid_skene.fit(some, options), lambda: plain_em(some, ITERATIONS)]
    fitted, plain = rivals(both, rounds)
    peer = peer_seconds(panel, size, patience)
    told = f"{peer / fitted:,.0f}" if peer else f"not within {patience:.0f} s"
    row = (
        f"| {panel} | {size:,} | {counted / once:.2f} | {fitted / plain:.2f} | {told} "
        f"| {fitted:.3f} | {most_bytes(columns) / size:.0f} |"
    )
    return fitted, row


def invented(
    panel: str, size: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int8]]:
    """So many votes: reviewers who are right 40 to 95 times in a hundred."""
    n_reviewers, per_claim, n_labels = PANELS[panel]
    chance = np.random.default_rng(size)
    n_claims = size // per_claim
    claims = np.repeat(np.arange(n_claims, dtype=np.int32), per_claim)
    first = np.repeat(chance.integers(0, n_reviewers, n_claims, np.int32), per_claim)
    reviewers = (first + np.tile(np.arange(per_claim, dtype=np.int32), n_claims)) % n_reviewers
    right = (
        chance.random(claims.size, np.float32) < chance.uniform(0.4, 0.95, n_reviewers)[reviewers]
    )
    truth = np.repeat(chance.integers(0, n_labels, n_claims, np.int8), per_claim)
    return (
        claims,
        reviewers,
        np.where(right, truth, chance.integers(0, n_labels, claims.size, np.int8)),
    )


def one_bincount(some: Votes) -> NDArray[np.intp]:
    """One pass over the same arrays: votes per claim and label, and nothing made of them."""
    cells = some.claims * some.n_labels + some.labels
    return np.bincount(cells, minlength=some.n_claims * some.n_labels)


def plain_em(some: Votes, iterations: int, tolerance: float = -1.0) -> NDArray[np.float64]:
    """The same EM as one writes it down in numpy: the floor for time, and a reference."""
    claims, n_claims, n_labels = some.claims.astype(np.intp), some.n_claims, some.n_labels
    cells = some.reviewers.astype(np.intp) * n_labels + some.labels
    n_cells = some.n_reviewers * n_labels
    seen = np.bincount(cells, minlength=n_cells) > 0
    belief = np.bincount(claims * n_labels + some.labels, minlength=n_claims * n_labels)
    belief = (
        belief.reshape(n_claims, n_labels)
        / np.maximum(1, np.bincount(claims, minlength=n_claims))[:, None]
    )
    for step in range(iterations + 1):
        priors = belief.mean(axis=0)
        mass = [np.bincount(cells, belief[claims, label], n_cells) for label in range(n_labels)]
        confusion = np.where(seen, np.maximum(mass, FLOOR), 0).reshape(n_labels, -1, n_labels)
        confusion /= np.maximum(confusion.sum(axis=2, keepdims=True), FLOOR)
        if step == iterations:
            break
        chances = np.log(np.maximum(confusion, 1e-300)).reshape(n_labels, -1)
        logs = np.stack([np.bincount(claims, row[cells], n_claims) for row in chances], axis=1)
        logs += np.log(np.maximum(priors, FLOOR))
        logs = np.exp(logs - logs.max(axis=1, keepdims=True))
        logs /= logs.sum(axis=1, keepdims=True)
        moved, belief = np.abs(logs - belief).max(initial=0), logs
        if moved <= tolerance:
            break
    return belief


def most_bytes(columns: tuple[Any, ...]) -> int:
    """The most memory that is held at once from three arrays to posteriors, without those three."""
    tracemalloc.start()
    some = votes(*columns)
    majority(some)
    dawid_skene.fit(some, Options(iterations=2, tolerance=-np.inf))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def peer_seconds(panel: str, size: int, patience: float) -> float | None:
    """Seconds of crowd-kit in a process of its own, None when it takes too long."""
    command = [sys.executable, "-m", "benchmarks.aggregating", "--crowdkit", panel, str(size)]
    try:
        said = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    return float(said.stdout)


def crowdkit_seconds(panel: str, size: int) -> float:
    """As many iterations of crowd-kit on the same votes."""
    some = votes(*invented(panel, size))
    frame = crowdkit_frame(some)
    model = crowdkit_model("DawidSkene", n_iter=ITERATIONS, tol=-np.inf)
    return best(lambda: model.fit(frame), 1 if size > 100_000 else 3)


def crowdkit_frame(some: Votes) -> Any:
    """The votes as crowd-kit takes them."""
    import pandas as pd

    columns = {"task": some.claims, "worker": some.reviewers, "label": some.labels.astype(int)}
    return pd.DataFrame(columns)


def crowdkit_model(name: str, **options: Any) -> Any:
    """A model of crowd-kit, whose warnings are not about us."""
    warnings.simplefilter("ignore")
    from crowdkit import aggregation

    return getattr(aggregation, name)(**options)


def import_seconds(module: str) -> float:
    """Seconds that an import takes in a new interpreter."""
    code = f"import time; a = time.perf_counter(); import {module}; print(time.perf_counter() - a)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(said.stdout)


def published(folder: Path) -> int:
    """How often majority and the model are right on each data set of a folder."""
    crowds = list(read(folder))
    if not crowds:
        print(
            f"{folder}: no folder in it holds {' or '.join(' and '.join(pair) for pair in FILES)}"
        )
        return 2
    titles = ["claims", "reviewers", "labels", "votes", "known", "majority", "crowd-kit majority"]
    titles += ["model", "iterations", "plain EM, converged", "crowd-kit model"]
    print(f"| data set | {' | '.join(titles)} |")
    print(f"|{'---|' * (len(titles) + 1)}")
    for crowd in crowds:
        print(f"| {crowd.name} | {' | '.join(figures(crowd))} |", flush=True)
    return 0


def figures(crowd: Crowd) -> Iterator[str]:
    """The row of one data set."""
    some, gold = crowd.votes, crowd.gold
    yield from (f"{size:,}" for size in (some.n_claims, some.n_reviewers, some.n_labels, len(some)))
    yield f"{np.count_nonzero(gold >= 0):,}"
    yield percent(accuracy(tally(some), gold))
    yield percent(by_crowdkit(crowd, crowdkit_model("MajorityVote")))
    found = dawid_skene.fit(some, Options(iterations=CONVERGED))
    yield percent(accuracy(found.posteriors, gold))
    yield f"{found.iterations:,}{'' if found.converged else ' (not converged)'}"
    yield percent(accuracy(plain_em(some, CONVERGED, 1e-9), gold))
    yield percent(by_crowdkit(crowd, crowdkit_model("DawidSkene")))


def by_crowdkit(crowd: Crowd, model: Any) -> float | None:
    """How often a model of crowd-kit is right; it takes one label of a tie."""
    labels = model.fit_predict(crowdkit_frame(crowd.votes))
    scores = np.zeros((crowd.votes.n_claims, crowd.votes.n_labels))
    scores[labels.index.to_numpy(), labels.to_numpy()] = 1.0
    return accuracy(scores, crowd.gold)


def percent(value: float | None) -> str:
    """Hundredths with two decimals, as the papers have them."""
    return "-" if value is None else f"{100 * value:.2f}"


def read(folder: Path) -> Iterator[Crowd]:
    """The data sets of a folder, by name."""
    for place in sorted(path for path in [folder, *folder.rglob("*")] if path.is_dir()):
        for answers, truth in FILES:
            if (place / answers).is_file() and (place / truth).is_file():
                yield crowd(place.name, place / answers, place / truth)


def crowd(name: str, answers: Path, truth: Path) -> Crowd:
    """One data set; an answer given twice counts twice, and truth without answers is left out."""
    given = list(rows(answers, "claim", "reviewer", "label"))
    known = dict(rows(truth, "claim", "truth"))
    claims, reviewers, labels = (
        {value: code for code, value in enumerate(sorted(set(column)))}
        for column in zip(*given, strict=True)
    )
    columns = [
        [codes[value] for value in column]
        for codes, column in zip((claims, reviewers, labels), zip(*given, strict=True), strict=True)
    ]
    gold = np.array([labels.get(known[one], len(labels)) if one in known else -1 for one in claims])
    return Crowd(name, votes(*columns, repeated=True), gold)


def rows(path: Path, *fields: str) -> Iterator[tuple[str, ...]]:
    """The wanted columns of a table, whatever they are called."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        table = csv.DictReader(stream)
        columns = table.fieldnames or []
        names = [next((name for name in NAMES[field] if name in columns), None) for field in fields]
        if None in names:
            sys.exit(f"{path}: columns for {', '.join(fields)} are needed, and it has {columns}")
        for row in table:
            yield tuple(str(row[name]).strip() for name in names if name)


def small_panels(rounds: int = 100) -> None:
    """Majority, likelihood alone and with the prior, on invented small panels."""
    titles = "claims reviewers votes-each majority model with-prior worse:model worse:with-prior"
    print(f"| {' | '.join(titles.split())} |")
    print("|---|---|---|---|---|---|---|---|")
    for n_claims, n_reviewers, per_claim in ((60, 5, 3), (60, 5, 5), (150, 6, 3), (300, 8, 3)):
        found = []
        for seed in range(rounds):
            some, truth = small_panel(seed, n_claims, n_reviewers, per_claim)
            prior = Options(prior=dawid_skene.mostly_right(some.n_labels))
            fits = [dawid_skene.fit(some), dawid_skene.fit(some, prior)]
            scores = [tally(some), *(one.posteriors for one in fits)]
            found.append([accuracy(one, truth) for one in scores])
        right = np.array(found, float)
        means = " | ".join(percent(float(one)) for one in right.mean(axis=0))
        worse = (right[:, 1:] < right[:, :1] - 0.05).mean(axis=0)
        told = " | ".join(f"{100 * one:.0f} %" for one in worse)
        print(f"| {n_claims} | {n_reviewers} | {per_claim} | {means} | {told} |", flush=True)


def small_panel(
    seed: int, n_claims: int, n_reviewers: int, per_claim: int
) -> tuple[Votes, NDArray[np.int64]]:
    """Three labels, a careless reviewer, and a fifth of the claims hard."""
    chance = np.random.default_rng(seed)
    truth = chance.choice(3, n_claims, p=[0.6, 0.25, 0.15])
    skill = chance.uniform(0.75, 0.92, n_reviewers)
    skill[0] = 0.4
    order = chance.permuted(np.tile(np.arange(n_reviewers), (n_claims, 1)), axis=1)[:, :per_claim]
    ease = np.where(chance.random(n_claims) < 0.2, 0.6, 1.0)
    right = chance.random(order.shape) < skill[order] * ease[:, None]
    wrong = (truth[:, None] + chance.integers(1, 3, order.shape)) % 3
    labels = np.where(right, truth[:, None], wrong)
    claims = np.repeat(np.arange(n_claims), per_claim)
    return votes(claims, order.ravel(), labels.ravel(), shape=(n_claims, n_reviewers, 3)), truth


def best(work: Callable[[], object], rounds: int) -> float:
    """The least seconds of several runs, which is what least disturbs."""
    return rivals([work], rounds)[0]


def rivals(works: list[Callable[[], object]], rounds: int) -> list[float]:
    """The least seconds of each, run in turn, so that what else goes on meets all alike."""
    found = [math.inf] * len(works)
    for _ in range(rounds):
        for place, work in enumerate(works):
            began = time.perf_counter()
            work()
            found[place] = min(found[place], time.perf_counter() - began)
    return found


def exponent(sizes: list[int], spent: list[float]) -> float:
    """How time grows from the smallest size to the largest, as a power."""
    return math.log(spent[-1] / spent[0]) / math.log(sizes[-1] / sizes[0])


if __name__ == "__main__":
    raise SystemExit(main())
