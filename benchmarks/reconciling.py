"""How often reviewers' regions are put with the claims they mean, and what it costs.

    python -m benchmarks.reconciling [ARTICLES [FIRST]] [--json]

Invented articles of 40 segments, edited by five invented reviewers (`tests/editing.py`); the seeds
begin at FIRST, 0 unless told. Pair F1
counts what is said to be one claim: two reviewers' regions, or a region and a published segment.
The peers in the same run are equal offsets, and an intersection over union of a half or more;
both see offsets only. They are told which regions say nothing, because only ids and labels tell.
Time is processor time, the best of several.
"""

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import combinations
from random import Random

from tests.editing import (
    REJECT,
    REVIEWERS,
    TONGUES,
    Links,
    Simulated,
    found_links,
    reconciled,
    simulated,
    true_links,
)

from claimdesk.spans import Drawn, Published, Region, cluster, judged

RATES = (0.05, 0.15, 0.4)
KEPT = {"all": 1.0, "one in ten": 0.1, "none": 0.0}
SIZES = (1_000, 2_000, 5_000, 10_000)
Score = tuple[float, float, float]


def main() -> int:
    """Print the tables, or all figures as JSON."""
    words = [word for word in sys.argv[1:] if word != "--json"]
    if len(words) > 2 or not all(word.isdecimal() for word in words) or "0" in words[:1]:
        print(__doc__, file=sys.stderr)
        return 2
    articles, first = [int(word) for word in words] + [25, 0][len(words) :]
    seeds = range(first, first + articles)
    figures: dict[str, object] = {"f1": quality(seeds), "speed": speed(), "growth": growth()}
    if "--json" in sys.argv:
        print(json.dumps(figures, indent=1))
        return 0
    show(figures)
    return 0


def quality(seeds: range) -> list[dict[str, object]]:
    """Pair F1 by tongue, rate of edits and ids kept, over an article of each seed."""
    rows: list[dict[str, object]] = []
    for ids, kept in KEPT.items():
        for tongue in TONGUES:
            for rate in RATES:
                made = [simulated(seed, tongue=tongue, rate=rate, kept_ids=kept) for seed in seeds]
                scores = {
                    "claimdesk": score(made, found_links),
                    "equal offsets": score(made, lambda one: by_offsets(one, equal)),
                    "half shared": score(made, lambda one: by_offsets(one, half_shared)),
                }
                rows.append({"ids": ids, "tongue": tongue, "rate": rate, **scores})
    return rows


def score(articles: list[Simulated], find: Callable[[Simulated], Links]) -> Score:
    """F1, precision and recall of the links, all articles together."""
    right = said = true = 0
    for article in articles:
        wanted, found = true_links(article), find(article)
        right += len(wanted & found)
        said += len(found)
        true += len(wanted)
    return 2 * right / (said + true), right / said, right / true


def by_offsets(
    article: Simulated, same: Callable[[Published | Region, Published | Region], bool]
) -> Links:
    """Links between whatever this says is the same place."""
    speaking = [
        (number, region)
        for number, screen in enumerate(article.screens)
        for region in screen.regions
        if screen.meant[region.id]
    ]
    links = {
        (f"{number}:{region.id}", segment.id)
        for number, region in speaking
        for segment in article.published
        if same(region, segment)
    }
    for (who, one), (whom, other) in combinations(speaking, 2):
        if who != whom and same(one, other):
            pair = sorted((f"{who}:{one.id}", f"{whom}:{other.id}"))
            links.add((pair[0], pair[1]))
    return links


def equal(one: Published | Region, other: Published | Region) -> bool:
    """Whether the offsets are the same."""
    return (one.start, one.end) == (other.start, other.end)


def half_shared(one: Published | Region, other: Published | Region) -> bool:
    """Whether intersection over union is a half or more."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both * 2 >= max(one.end, other.end) - min(one.start, other.start)


def speed() -> dict[str, float]:
    """Milliseconds for both stages of one article, 5 reviewers and 40 segments."""
    return {ids: best(partial(reconcile_all, kept), runs=7) / 20 for ids, kept in KEPT.items()}


def reconcile_all(kept: float) -> Callable[[], object]:
    """Both stages for 20 articles."""
    made = [simulated(seed, kept_ids=kept) for seed in range(20)]
    return lambda: [reconciled(one) for one in made]


def growth() -> dict[str, dict[int, float]]:
    """Milliseconds for ever more regions in one article: spread out, or heaped on one place."""
    return {
        f"{made.__name__}, {'spread' if spread else 'heaped'}": {
            size: best(partial(made, size, spread=spread)) for size in SIZES
        }
        for made in (screen, clusters)
        for spread in (True, False)
    }


def best(made: Callable[[], Callable[[], object]], *, runs: int = 3) -> float:
    """The shortest of several runs, in milliseconds."""
    run = made()
    return min(taking(run) for _ in range(runs))


def taking(run: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    begun = time.process_time()
    run()
    return (time.process_time() - begun) * 1_000


def places(size: int, *, spread: bool) -> list[tuple[int, int]]:
    """Places of 60 to 100 code points with 80 free for each, or all of them within 2,000."""
    chance = Random(size)
    room = size * 80 if spread else 2_000
    starts = [chance.randrange(room) for _ in range(size)]
    return [(start, start + chance.randint(60, 100)) for start in starts]


def screen(size: int, *, spread: bool) -> Callable[[], object]:
    """One reviewer who deleted half the segments and drew as many regions as there were."""
    text = "abcdefg " * (size * 10 + 300)
    shown = [Published(f"s{n}", n * 80, n * 80 + 79, "claim") for n in range(size)]
    regions = [Region(one.id, one.start, one.end, "yes") for one in shown[::2]]
    drawn = enumerate(places(size, spread=spread))
    regions += [Region(f"r{n}", start, end, "yes") for n, (start, end) in drawn]
    return lambda: judged(text, shown, regions, reject=REJECT, name=lambda a, b: f"{a}-{b}")


def clusters(size: int, *, spread: bool) -> Callable[[], object]:
    """As many added claims, by the reviewers in turn."""
    added = [
        Drawn(number % REVIEWERS, start, end)
        for number, (start, end) in enumerate(places(size, spread=spread))
    ]
    return lambda: cluster(added, finished=REVIEWERS)


def show(figures: dict[str, object]) -> None:
    """Print what was measured as tables."""
    rows = figures["f1"]
    assert isinstance(rows, list)
    print("| ids kept | tongue | edits a segment | claimdesk F1 (P, R) | equal offsets | ", end="")
    print("half shared |\n|---|---|---|---|---|---|")
    for row in rows:
        f1, precision, recall = row["claimdesk"]
        told = f"{f1:.3f} ({precision:.3f}, {recall:.3f})"
        peers = f"{row['equal offsets'][0]:.3f} | {row['half shared'][0]:.3f}"
        print(f"| {row['ids']} | {row['tongue']} | {row['rate']} | {told} | {peers} |")
    for ids in KEPT:
        for rate in RATES:
            mine = [row["claimdesk"][0] for row in rows if (row["ids"], row["rate"]) == (ids, rate)]
            print(f"mean F1, ids kept: {ids}, {rate} edits: {sum(mine) / len(mine):.4f}")
    print("\nms an article:", json.dumps(figures["speed"]))
    print("ms by regions:", json.dumps(figures["growth"], indent=1))


if __name__ == "__main__":
    sys.exit(main())
