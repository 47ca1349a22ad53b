"""The model of Dawid and Skene beside crowd-kit, its own paper, and what EM promises."""

import importlib
import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from claimdesk.consensus import dawid_skene
from claimdesk.consensus.dawid_skene import Fit, Options, advise, fit, mostly_right, refusal
from claimdesk.consensus.votes import Votes, accuracy, tally, votes

from .catalogue import longer

# Dawid & Skene (1979): five anaesthetists on 45 patients; the first saw each three times. Their
# ratings, and what the paper estimates, to its two decimals: the chance of a rating (given) where
# another one is right (true), and the patients that are not all but certain.
PATIENTS = """
    1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343
    1111111 2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222
    1111111 1111111 2322222 1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343
    2212232 2323233 3333432 1111111 1111111 1212111 2322222 1211111 2222222
""".split()
OBSERVERS = [0, 0, 0, 1, 2, 3, 4]
PUBLISHED_PRIORS = [0.40, 0.42, 0.11, 0.07]
PUBLISHED_CONFUSION = """
    .89 .11 .00 .00  .07 .88 .05 .00  .00 .34 .66 .00  .00 .00 .56 .44
    .83 .17 .00 .00  .05 .63 .31 .00  .00 .00 1.0 .00  .00 .00 .00 1.0
    1.0 .00 .00 .00  .11 .79 .11 .00  .00 .40 .20 .40  .00 .00 .67 .33
    .94 .06 .00 .00  .05 .84 .10 .00  .00 .00 .80 .20  .00 .00 .33 .67
    1.0 .00 .00 .00  .16 .73 .11 .00  .00 .21 .79 .00  .00 .00 .33 .67
"""
PUBLISHED_CLASSES = "142222132243121111222222112111131224233111212"
PUBLISHED_DOUBTS = {7: [0.98, 0.02, 0, 0], 35: [0, 0.95, 0.05, 0], 38: [0, 0.02, 0.98, 0]}
HUNDREDTH = 0.0051
"""How far a figure may be from one that was published with two decimals."""
FOREVER = -np.inf
"""No tolerance: all iterations are made."""


def anaesthetists() -> Votes:
    claims = np.repeat(np.arange(len(PATIENTS)), len(OBSERVERS))
    labels = [int(label) - 1 for patient in PATIENTS for label in patient]
    return votes(claims, OBSERVERS * len(PATIENTS), labels, repeated=True)


def panel(seed: int, n_claims: int, n_reviewers: int, n_labels: int, per_claim: int) -> Votes:
    """Votes of reviewers who are right most of the time, some claims without all of them."""
    chance = np.random.default_rng(seed)
    truth = chance.integers(0, n_labels, n_claims)
    order = chance.permuted(np.tile(np.arange(n_reviewers), (n_claims, 1)), axis=1)[:, :per_claim]
    right = chance.random(order.shape) < chance.uniform(0.4, 0.95, n_reviewers)[order]
    labels = np.where(right, truth[:, None], chance.integers(0, n_labels, order.shape))
    claims = np.repeat(np.arange(n_claims), per_claim)
    kept = chance.random(claims.size) < 0.9
    shape = (n_claims, n_reviewers, n_labels)
    return votes(claims[kept], order.ravel()[kept], labels.ravel()[kept], shape=shape)


def steps(number: int, *, grouped: bool | None = None, prior: float = 0.0) -> Options:
    return Options(iterations=number, tolerance=FOREVER, grouped=grouped, prior=prior)


@pytest.fixture(scope="module")
def crowdkit() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module("crowdkit.aggregation"), importlib.import_module("pandas")


def theirs(peer: Any, some: Votes, iterations: int, gold: NDArray[np.int32] | None = None) -> Any:
    """What crowd-kit says, for the claims that have votes."""
    aggregation, pandas = peer
    columns = {"task": some.claims, "worker": some.reviewers, "label": some.labels.astype(int)}
    known = None
    if gold is not None:
        known = pandas.Series({claim: label for claim, label in enumerate(gold) if label >= 0})
    model = aggregation.DawidSkene(n_iter=iterations, tol=FOREVER)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(pandas.DataFrame(columns), true_labels=known)
    return model


@pytest.mark.parametrize("iterations", [1, 5, 20])
@pytest.mark.parametrize("sizes", [(60, 5, 3, 3), (80, 12, 2, 4), (120, 40, 5, 3)])
def test_posteriors_are_those_of_crowd_kit(
    crowdkit: Any, sizes: tuple[int, int, int, int], iterations: int
) -> None:
    some = panel(iterations, *sizes)
    found = theirs(crowdkit, some, iterations).probas_.sort_index()
    expected = found.reindex(columns=range(some.n_labels)).to_numpy()
    for grouped in (True, False):
        mine = fit(some, steps(iterations, grouped=grouped)).posteriors[found.index]
        assert np.abs(mine - expected).max() < 1e-8


def test_confusion_is_that_of_crowd_kit(crowdkit: Any) -> None:
    some = panel(3, 60, 6, 3, 4)
    mine = fit(some, steps(7)).confusion
    for (reviewer, label), row in theirs(crowdkit, some, 7).errors_.iterrows():
        assert np.abs(mine[reviewer, :, label] - row.sort_index().to_numpy()).max() < 1e-8


@pytest.mark.parametrize("grouped", [True, False])
def test_gold_clamps_as_in_crowd_kit(crowdkit: Any, grouped: bool) -> None:
    some = panel(4, 80, 6, 3, 4)
    gold = np.where(np.arange(80) % 3 == 0, np.arange(80) % 2, -1).astype(np.int32)
    gold[tally(some).sum(axis=1) == 0] = -1
    mine = fit(some, steps(5, grouped=grouped), gold=gold)
    found = theirs(crowdkit, some, 5, gold).probas_.sort_index()
    assert np.abs(mine.posteriors[found.index] - found.to_numpy()).max() < 1e-8
    assert np.array_equal(mine.labels[gold >= 0], gold[gold >= 0])


def test_the_published_estimates_of_the_anaesthetists() -> None:
    found = fit(anaesthetists())
    published = np.array(PUBLISHED_CONFUSION.split(), float).reshape(5, 4, 4)
    assert found.converged
    assert np.abs(found.priors - PUBLISHED_PRIORS).max() < HUNDREDTH
    assert np.abs(found.confusion - published).max() < HUNDREDTH


def test_the_published_classes_of_the_patients() -> None:
    found = fit(anaesthetists())
    assert found.labels.tolist() == [int(one) - 1 for one in PUBLISHED_CLASSES]
    expected = np.eye(4)[found.labels]
    for patient, doubt in PUBLISHED_DOUBTS.items():
        expected[patient - 1] = doubt
    assert np.abs(found.posteriors - expected).max() < HUNDREDTH


def test_anaesthetists_who_saw_each_patient_once_are_judged_as_by_crowd_kit(crowdkit: Any) -> None:
    once = [(claim, code, int(row[at]) - 1) for claim, row in enumerate(PATIENTS)
            for code, at in enumerate((0, 3, 4, 5, 6))]  # fmt: skip
    some = votes(*zip(*once, strict=True))
    expected = theirs(crowdkit, some, 200).probas_.sort_index().to_numpy()
    assert np.abs(fit(some, steps(200)).posteriors - expected).max() < 1e-8


@given(
    st.integers(0, 10**6),
    st.integers(1, 40),
    st.integers(1, 7),
    st.integers(1, 4),
    st.sampled_from([0.0, 0.01, 1.0]),
)
@settings(max_examples=longer(80, 5_000), deadline=None)
def test_the_objective_never_falls(
    seed: int, n_claims: int, n_reviewers: int, n_labels: int, prior: float
) -> None:
    some = panel(seed, n_claims, n_reviewers, n_labels, min(3, n_reviewers))
    if not len(some):
        return
    gold = np.random.default_rng(seed).integers(-1, n_labels, n_claims) if seed % 2 else None
    objective = np.array(fit(some, steps(30, prior=prior), gold=gold).objective)
    assert np.all(np.diff(objective) >= -1e-9 * np.maximum(1, np.abs(objective[:-1])))


def test_a_matrix_as_prior_does_not_fall_either() -> None:
    some = panel(1, 60, 5, 3, 3)
    found = fit(some, Options(prior=mostly_right(3), iterations=50, tolerance=FOREVER))
    assert np.diff(found.objective).min() >= -1e-9


@pytest.mark.parametrize(
    "sizes", [(200, 4, 2, 3), (150, 9, 4, 6), (100, 3, 20, 2), (40, 2, 130, 2)]
)
@pytest.mark.parametrize("with_gold", [True, False])
def test_grouping_by_pattern_changes_nothing(
    sizes: tuple[int, int, int, int], with_gold: bool
) -> None:
    some = panel(5, *sizes)
    gold = np.random.default_rng(1).integers(-1, sizes[2], sizes[0]) if with_gold else None
    one = fit(some, steps(4, grouped=True, prior=0.5), gold=gold)
    other = fit(some, steps(4, grouped=False, prior=0.5), gold=gold)
    assert np.abs(one.posteriors - other.posteriors).max() < 1e-12
    assert np.abs(one.confusion - other.confusion).max() < 1e-12
    assert one.objective == pytest.approx(other.objective, rel=1e-12)


def test_the_log_likelihood_is_that_of_its_definition() -> None:
    some = panel(6, 30, 5, 3, 3)
    before, after = fit(some, steps(3)), fit(some, steps(4))
    total = 0.0
    for claim in np.unique(some.claims):
        joint = before.priors.copy()
        for vote in np.flatnonzero(some.claims == claim):
            joint *= before.confusion[some.reviewers[vote], :, some.labels[vote]]
        total += np.log(joint.sum())
    assert after.objective[3] == pytest.approx(total, rel=1e-9)


def test_a_good_reviewer_outweighs_two_careless_ones() -> None:
    chance = np.random.default_rng(2)
    truth = chance.integers(0, 2, 400)
    sheet = np.column_stack([truth] * 3 + [chance.integers(0, 2, 400) for _ in range(4)])
    some = votes(np.repeat(np.arange(400), 7), np.tile(np.arange(7), 400), sheet.ravel())
    by_model, by_count = accuracy(fit(some).posteriors, truth), accuracy(tally(some), truth)
    assert by_model == 1.0
    assert by_count is not None
    assert by_count < 0.97


def test_what_cannot_be_told_apart_stays_a_tie() -> None:
    found = fit(votes([0, 0], [0, 1], [0, 1]), steps(10))
    assert found.posteriors.tolist() == [[0.5, 0.5]]
    assert found.labels.tolist() == [-1]


def test_a_claim_without_votes_has_the_priors_and_no_label() -> None:
    some = votes([0, 0, 2], [0, 1, 0], [0, 0, 1], shape=(4, 3, 2))
    for grouped in (True, False):
        found = fit(some, Options(grouped=grouped))
        assert np.array_equal(found.posteriors[1], found.priors)
        assert found.labels.tolist() == [0, -1, 1, -1]
        assert np.all(np.isfinite(found.confusion))


@pytest.mark.parametrize(
    ("n_claims", "n_reviewers", "n_labels"), [(1, 1, 1), (5, 1, 3), (5, 4, 1), (1, 6, 2)]
)
def test_one_of_a_kind_still_gives_probabilities(
    n_claims: int, n_reviewers: int, n_labels: int
) -> None:
    found: Fit = fit(panel(0, n_claims, n_reviewers, n_labels, n_reviewers))
    assert np.allclose(found.posteriors.sum(axis=1), 1)
    assert np.allclose(found.confusion.sum(axis=2), 1)
    assert found.converged


def test_all_equal_is_certain() -> None:
    found = fit(votes([0, 0, 1, 1], [0, 1, 0, 1], [1, 1, 1, 1]))
    assert found.posteriors[:, 1].round(6).tolist() == [1, 1]
    assert found.labels.tolist() == [1, 1]


def test_a_million_reviewers_with_a_vote_each_are_no_trouble() -> None:
    everybody = np.arange(1_000_000)
    found = fit(votes(everybody // 4, everybody, everybody % 3), Options(iterations=1))
    assert found.confusion.shape == (1_000_000, 3, 3)
    assert np.all(np.isfinite(found.posteriors))


@pytest.mark.parametrize(
    ("shape", "why"),
    [((1, 2_000_000, 6), "confusion matrices of 2,000,000 reviewers"), ((2**28, 1, 2), "few")],
)
def test_more_than_fits_is_refused_before_anything_is_made(
    shape: tuple[int, int, int], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        fit(votes([0], [0], [0], shape=shape))


@pytest.mark.parametrize(
    ("options", "gold", "why"),
    [
        (Options(prior=[1.0, 2.0]), None, "one number or a matrix of 2 by 2"),
        (Options(prior=-1.0), None, "above 0 and finite in every cell"),
        (Options(prior=np.eye(2)), None, "above 0 and finite in every cell"),
        (Options(prior=np.nan), None, "above 0 and finite in every cell"),
        (Options(iterations=-1), None, "whole number from 0, not -1"),
        (Options(iterations=None), None, "whole number from 0, not None"),  # type: ignore[arg-type]
        (Options(iterations=2.5), None, "whole number from 0, not 2.5"),  # type: ignore[arg-type]
        (Options(tolerance=np.nan), None, "a tolerance is 0 or more"),
        (Options(tolerance=-1e-9), None, "a tolerance is 0 or more"),
        (Options(tolerance="1"), None, "a tolerance is 0 or more"),  # type: ignore[arg-type]
        (None, [0], "each of 2 claims"),
        (None, [0, 2], "labels below 2 or -1"),
        (None, [0.5, 0.5], "each of 2 claims"),
    ],
)
def test_bad_options_are_refused_with_the_reason(
    options: Options | None, gold: list[float] | None, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        fit(votes([0, 1], [0, 0], [0, 1]), options, gold=gold)


def test_repeated_votes_cannot_be_grouped() -> None:
    with pytest.raises(ValueError, match="voted once per claim"):
        fit(anaesthetists(), Options(grouped=True))


def test_nobody_cannot_be_fitted_and_is_refused_by_advice() -> None:
    nobody = votes([], [], [], shape=(3, 2, 2))
    with pytest.raises(ValueError, match="no votes"):
        fit(nobody)
    assert advise(nobody, force=True).fit is None
    assert "reviewers who voted: 0" in str(advise(nobody).refused)


@pytest.mark.parametrize(
    ("n_claims", "n_reviewers", "reason"),
    [(60, 4, "reviewers who voted: 4"), (49, 5, "two votes or more: 49"), (50, 5, None)],
)
def test_small_panels_are_refused_unless_forced(
    n_claims: int, n_reviewers: int, reason: str | None
) -> None:
    every = np.arange(n_claims * n_reviewers)
    some = votes(every // n_reviewers, every % n_reviewers, every % 2)
    found = advise(some)
    assert (found.fit is None) == (reason is not None)
    assert reason is None or reason in str(found.refused)
    assert advise(some, force=True).fit is not None


@pytest.mark.parametrize("force", [False, True])
def test_a_panel_too_large_for_the_model_is_refused_by_advice(force: bool) -> None:
    found = advise(votes([0], [0], [0], shape=(1, 2_000_000, 6)), force=force)
    assert found.fit is None
    assert "confusion matrices of 2,000,000 reviewers" in str(found.refused)


def test_reviewers_who_never_voted_do_not_count() -> None:
    every = np.arange(240)
    assert refusal(votes(every // 4, every % 4, every % 2, shape=(60, 9, 2))) is not None


def test_the_prior_for_small_panels_weighs_the_same_however_many_labels() -> None:
    for n_labels in (2, 3, 10):
        assert np.allclose(mostly_right(n_labels).sum(axis=1), 7)
    assert dawid_skene.mostly_right(1).shape == (1, 1)
