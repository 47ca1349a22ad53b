"""Intervals of alpha: the same for the same seed, honest in width, silent where they must be."""

from collections.abc import Callable

import numpy as np
import pytest

from claimdesk.agreement import Interval, nominal, resampling
from claimdesk.agreement.nominal import Table, alpha, tabulate
from claimdesk.agreement.resampling import over_claims, over_groups

SEED = 5


def panel(claims: int, *, seed: int, noise: float = 0.3, articles: int = 0) -> Table:
    """Three reviewers, four labels; a noisy vote is any label. With articles, some are harder."""
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, 4, claims)
    share = np.full(claims, noise)
    if articles:
        share = (chance.random(articles) < noise)[np.arange(claims) % articles].astype(float)
    noisy = chance.random((claims, 3)) < share[:, None]
    labels = np.where(noisy, chance.integers(0, 4, (claims, 3)), truth[:, None])
    return tabulate(np.repeat(np.arange(claims), 3), np.tile(np.arange(3), claims), labels.ravel())


def test_the_same_seed_gives_the_same_interval() -> None:
    table = panel(50, seed=1)
    assert over_claims(table, seed=SEED) == over_claims(table, seed=SEED)
    assert over_claims(table, seed=SEED) != over_claims(table, seed=SEED + 1)


def test_order_of_votes_and_names_of_claims_change_no_interval() -> None:
    chance = np.random.default_rng(2)
    claims, reviewers = np.repeat(np.arange(40), 3), np.tile(np.arange(3), 40)
    labels = chance.integers(0, 3, 120)
    order, names = chance.permutation(120), chance.permutation(40)
    table = tabulate(claims, reviewers, labels)
    shuffled = tabulate(names[claims][order], reviewers[order], labels[order])
    assert over_claims(shuffled, seed=SEED) == over_claims(table, seed=SEED)


def test_the_interval_holds_the_true_value_about_as_often_as_it_says() -> None:
    truth = alpha(panel(200_000, seed=0)).value
    found = [over_claims(panel(60, seed=one), seed=one, resamples=200) for one in range(1, 151)]
    held = sum(found.low <= truth <= found.high for found in found)
    assert 132 <= held <= 149


def test_articles_that_differ_widen_the_interval() -> None:
    table = panel(600, seed=3, articles=20)
    articles = np.arange(600) % 20
    assert width(over_groups(table, articles, seed=SEED)) > 2 * width(over_claims(table, seed=SEED))


@pytest.mark.parametrize(
    "draw", [over_claims, lambda table, seed: over_groups(table, [0, 1], seed=seed)]
)
def test_two_claims_can_be_drawn_in_three_ways(draw: Callable[..., Interval]) -> None:
    """Unlike twice: 1 - 1 / (2 / 3); unlike and like: 1 - (1 / 2) / (1 / 2); like twice: none."""
    found = draw(tabulate([0, 0, 1, 1], [0, 1, 0, 1], [0, 1, 0, 0]), seed=SEED)
    assert (found.low, found.high) == pytest.approx((-0.5, 0.0), abs=1e-12)
    assert found.undefined == pytest.approx(0.25, abs=0.05)


@pytest.mark.parametrize("noise", [0.3, 0.02])
def test_claims_with_the_same_counts_are_drawn_as_single_ones_are(noise: float) -> None:
    table = panel(2_000, seed=4, noise=noise)
    one = over_groups(table, np.arange(2_000), seed=SEED, resamples=4_000)
    other = over_claims(table, seed=SEED, resamples=4_000)
    assert (one.low, one.high) == pytest.approx((other.low, other.high), abs=width(one) / 10)
    assert one.drawn == other.drawn == 2_000


def test_less_confidence_is_a_narrower_interval() -> None:
    table = panel(50, seed=1)
    wide, narrow = (over_claims(table, seed=SEED, confidence=share) for share in (0.95, 0.5))
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize("limit", ["_CELLS", "_WHOLE"])
def test_small_batches_sparse_counts_and_broken_sums_change_nothing_that_counts(
    monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    table = panel(50, seed=1)
    whole = over_claims(table, seed=SEED)
    monkeypatch.setattr(resampling, limit, 1)
    found = over_claims(table, seed=SEED)
    assert (found.low, found.high) == pytest.approx((whole.low, whole.high), abs=1e-9)


def test_claims_of_many_labels_are_drawn_one_by_one() -> None:
    chance = np.random.default_rng(6)
    table = tabulate(
        np.repeat(np.arange(200), 2), np.tile([0, 1], 200), chance.integers(0, 60, 400)
    )
    found = over_claims(table, seed=SEED)
    value = alpha(table).value
    assert found.low < value < found.high
    assert found.high - found.low < 0.15


def test_resamples_without_an_alpha_are_told() -> None:
    table = tabulate([0, 0, 1, 1, 2, 2], [0, 1] * 3, [0, 0, 0, 0, 1, 0])
    found = over_claims(table, seed=SEED, resamples=4_000)
    assert found.undefined == pytest.approx((2 / 3) ** 3, abs=0.03)
    assert found.high is not None


def test_a_single_resample_without_an_alpha_is_no_interval() -> None:
    table = tabulate([0, 0, 1, 1], [0, 1] * 2, [0, 0, 0, 1])
    found = [over_claims(table, seed=seed, resamples=1) for seed in range(20)]
    assert {one.why for one in found} == {None, resampling.ALL_UNDEFINED}
    assert {one.undefined for one in found if one.why} == {1.0}


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        ([], nominal.NO_PAIRS),
        ([0, -1, 1, -1], nominal.NO_PAIRS),
        ([0, 1], "there is only one to draw from, two are needed at least"),
        ([0, 0, 0, 0], nominal.ONE_LABEL),
        ([0, 0, 1, 1], resampling.NO_DISAGREEMENT),
    ],
)
def test_what_drawing_anew_cannot_show_has_a_reason(labels: list[int], why: str) -> None:
    claims = [place // 2 for place in range(len(labels))]
    table = tabulate(claims, [place % 2 for place in range(len(labels))], labels)
    assert over_claims(table, seed=SEED).why == why
    assert over_groups(table, range(len(labels)), seed=SEED).why == why


def test_one_article_is_no_ground_for_an_interval_over_articles() -> None:
    found = over_groups(panel(30, seed=1), [0] * 30, seed=SEED)
    assert (found.low, found.drawn, found.resamples) == (None, 1, 0)


def test_claims_without_a_group_are_left_out() -> None:
    table = panel(60, seed=1)
    groups = np.where(np.arange(60) < 40, np.arange(60) % 8, -1)
    first = tabulate(*votes_of(panel(60, seed=1), 40))
    assert over_groups(table, groups, seed=SEED) == over_groups(first, groups[:40], seed=SEED)


@pytest.mark.parametrize(
    ("resamples", "confidence", "message"),
    [(0, 0.95, "0 resamples"), (10, 1.0, "confidence is 1.0"), (10, 0.0, "between 0 and 1")],
)
def test_figures_without_sense_are_refused(resamples: int, confidence: float, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        over_claims(panel(9, seed=1), seed=SEED, resamples=resamples, confidence=confidence)


def votes_of(table: Table, claims: int) -> tuple[list[int], list[int], list[int]]:
    """Votes that make the same table, for the first claims."""
    found: tuple[list[int], list[int], list[int]] = ([], [], [])
    for row in range(claims):
        cells = table.cell_rows == row
        said = np.repeat(table.labels[table.cell_labels[cells]], table.counts[cells]).tolist()
        for reviewer, label in enumerate(said):
            for column, code in zip(found, (row, reviewer, label), strict=True):
                column.append(code)
    return found


def width(interval: Interval) -> float:
    assert interval.low is not None
    assert interval.high is not None
    return interval.high - interval.low
