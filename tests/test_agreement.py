"""Agreement on labels, against published examples and the packages that others use."""

import math
import random
import subprocess
import sys
import warnings
from collections import defaultdict
from itertools import combinations

import krippendorff
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from claimdesk.agreement import Agreement, nominal, pairs
from claimdesk.agreement.nominal import (
    alpha,
    alpha_per_group,
    alpha_per_label,
    percent,
    tabulate,
)
from claimdesk.agreement.pairs import NOTHING_SHARED, SAME_LABEL, kappa, kappas

from .catalogue import longer

Vote = tuple[int, int, int]
"""Claim, reviewer, label."""
Arrays = tuple[list[int], list[int], list[int]]

TWO_LABELS = ["0100000010", "1110010000"]
FIVE_LABELS = ["aabbdcccedda", "babbbccceddd"]
MISSING = ["123321412***", "1233224125*3", "*3332342251*", "12332441251*"]


def arrays(votes: list[Vote]) -> Arrays:
    return [v[0] for v in votes], [v[1] for v in votes], [v[2] for v in votes]


def written(rows: list[str]) -> Arrays:
    """Votes from one string per reviewer, one letter per claim, a star where there is none."""
    return arrays(
        [
            (claim, reviewer, -1 if letter == "*" else ord(letter))
            for reviewer, row in enumerate(rows)
            for claim, letter in enumerate(row)
        ]
    )


@st.composite
def voted(draw: st.DrawFn, reviewers: int = 5) -> list[Vote]:
    places = draw(st.sets(st.tuples(st.integers(0, 8), st.integers(0, reviewers - 1)), max_size=40))
    labels = st.integers(-1, 4)
    return [(claim, reviewer, draw(labels)) for claim, reviewer in sorted(places)]


@pytest.mark.parametrize(
    ("rows", "published", "votes"),
    [(TWO_LABELS, 0.095, 20), (FIVE_LABELS, 0.692, 24), (MISSING, 0.743, 40)],
)
def test_worked_examples_come_out_as_krippendorff_published_them(
    rows: list[str], published: float, votes: int
) -> None:
    found = alpha(tabulate(*written(rows)))
    assert found.value == pytest.approx(published, abs=0.0005)
    assert found.votes == votes


def test_a_claim_with_one_vote_is_no_unit() -> None:
    found = alpha(tabulate(*written(MISSING)))
    assert (found.units, found.why) == (11, None)
    assert found.observed == pytest.approx(1 - 32 / 40)


@settings(max_examples=longer(150, 5_000), deadline=None)
@given(voted())
def test_alpha_is_that_of_the_package_krippendorff(votes: list[Vote]) -> None:
    found = alpha(tabulate(*arrays(votes)))
    used = pairable(votes)
    if found.value is None:
        assert len(used) < 2 or len({label for _, _, label in used}) == 1
        assert found.why in {nominal.NO_PAIRS, nominal.ONE_LABEL}
    else:
        assert found.value == pytest.approx(reference(votes), abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(voted())
def test_alpha_of_one_label_is_alpha_with_the_others_as_one(votes: list[Vote]) -> None:
    found = alpha_per_label(tabulate(*arrays(votes)))
    assert set(found) == {label for _, _, label in votes if label >= 0}
    for one, agreement in found.items():
        two = [(c, r, label if label < 0 else int(label == one)) for c, r, label in votes]
        same(agreement, alpha(tabulate(*arrays(two))))


@settings(max_examples=60, deadline=None)
@given(voted(), st.lists(st.integers(-1, 3), min_size=9, max_size=9))
def test_alpha_of_a_group_is_alpha_of_its_claims_alone(
    votes: list[Vote], groups: list[int]
) -> None:
    found = alpha_per_group(tabulate(*arrays(votes)), groups)
    assert set(found) == set(groups) - {-1}
    for group, agreement in found.items():
        same(agreement, alpha(tabulate(*arrays([v for v in votes if groups[v[0]] == group]))))


@settings(max_examples=60, deadline=None)
@given(voted())
def test_percent_is_the_mean_over_claims_of_agreeing_pairs(votes: list[Vote]) -> None:
    labels = defaultdict(list)
    for claim, _, label in pairable(votes):
        labels[claim].append(label)
    shares = [
        sum(a == b for a, b in combinations(said, 2)) / math.comb(len(said), 2)
        for said in labels.values()
    ]
    found = percent(tabulate(*arrays(votes)))
    assert (found.value is None) == (not shares)
    if shares:
        assert found.value == pytest.approx(sum(shares) / len(shares))


@settings(max_examples=longer(100, 3_000), deadline=None)
@given(voted(reviewers=3))
def test_kappa_is_that_of_scikit_learn(votes: list[Vote]) -> None:
    found = kappas(*arrays(votes))
    said = {(claim, reviewer): label for claim, reviewer, label in votes if label >= 0}
    for first, second in combinations(range(3), 2):
        both = [
            (said[c, first], said[c, second])
            for c in range(9)
            if {(c, first), (c, second)} <= said.keys()
        ]
        single = kappa(*arrays(votes), first=first, second=second)
        assert single == found.get((first, second), Agreement(None, 0, 0, why=NOTHING_SHARED))
        if single.value is None:
            assert len({label for pair in both for label in pair}) <= 1
        else:
            assert single.value == pytest.approx(sklearn_kappa(both), abs=1e-9)
            assert single.units == len(both)


def test_kappa_of_the_other_way_round_is_the_same() -> None:
    votes = written(MISSING)
    assert kappa(*votes, first=0, second=2) == kappa(*votes, first=2, second=0)
    assert kappa(*votes, first=0, second=2).value == kappas(*votes)[0, 2].value


def test_many_batches_of_pairs_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(4)
    votes = np.repeat(np.arange(30), 6), np.tile(np.arange(6), 30), chance.integers(0, 3, 180)
    whole = kappas(*votes)
    monkeypatch.setattr(pairs, "_BATCH", 7)
    assert kappas(*votes) == whole


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([], nominal.NO_PAIRS),
        (["abc"], nominal.NO_PAIRS),
        (["ab*", "**c"], nominal.NO_PAIRS),
        (["aaa", "aaa"], nominal.ONE_LABEL),
        (["a*b", "a**"], nominal.ONE_LABEL),
    ],
)
def test_alpha_that_cannot_be_told_has_a_reason(rows: list[str], why: str) -> None:
    found = alpha(tabulate(*written(rows)))
    assert (found.value, found.why) == (None, why)


def test_percent_and_kappa_that_cannot_be_told_have_a_reason() -> None:
    alone = written(["ab*", "**c"])
    assert percent(tabulate(*alone)).why == nominal.NO_PAIRS
    assert kappa(*alone, first=0, second=1).why == NOTHING_SHARED
    assert kappa(*written(["aaa", "aaa"]), first=0, second=1).why == SAME_LABEL


def test_one_label_throughout_is_full_agreement_in_percent() -> None:
    assert percent(tabulate(*written(["aaa", "aaa"]))).value == 1.0


def test_two_reviewers_who_always_differ_agree_less_than_by_chance() -> None:
    assert kappa(*written(["aaaa", "bbbb"]), first=0, second=1).value == 0.0
    found = alpha(tabulate(*written(["abab", "baba"]))).value
    assert found is not None
    assert found < 0


@settings(max_examples=40, deadline=None)
@given(voted(), st.randoms(use_true_random=False), st.permutations(range(9)))
def test_order_and_names_change_no_bit(
    votes: list[Vote], chance: random.Random, names: list[int]
) -> None:
    renamed = [(names[c], 70 - r, label if label < 0 else 10**15 - label) for c, r, label in votes]
    chance.shuffle(renamed)
    before, after = tabulate(*arrays(votes)), tabulate(*arrays(renamed))
    assert (alpha(after), percent(after)) == (alpha(before), percent(before))
    per_label = {10**15 - label: found for label, found in alpha_per_label(before).items()}
    assert alpha_per_label(after) == per_label


def test_two_votes_of_one_reviewer_on_one_claim_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"reviewer 7 has 3 votes on claim 5, one is expected$"):
        tabulate([5, 5, 5, 5], [7, 7, 7, 8], [0, 0, 1, 0])
    with pytest.raises(ValueError, match="and 1 more such pairs"):
        kappas([5, 5, 6, 6], [7, 7, 7, 7], [0, 0, 1, 0])


def test_a_missing_vote_is_no_second_vote() -> None:
    assert alpha(tabulate([0, 0, 0, 1, 1], [0, 0, 1, 0, 1], [2, -1, 2, 3, 3])).value == 1.0


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (([0, 1], [0], [0]), "2 claims, 1 reviewers and 1 labels"),
        (([0.5], [0], [0]), "claims holds float64"),
        (([0], ["a"], [0]), "reviewers holds <U1"),
        (([0], [0], [[0]]), "labels has 2 dimensions"),
    ],
)
def test_arrays_that_do_not_fit_are_refused(columns: tuple[list[int], ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        tabulate(*columns)


def test_groups_have_an_entry_for_every_claim() -> None:
    with pytest.raises(ValueError, match="claim 2 has no group: groups has 2 entries"):
        alpha_per_group(tabulate(*written(["abc", "abc"])), [0, 0])
    with pytest.raises(ValueError, match="claim -1 has no group"):
        alpha_per_group(tabulate([-1, -1], [0, 1], [0, 0]), [0, 0])


def test_nobody_is_compared_with_themselves() -> None:
    with pytest.raises(ValueError, match="the same"):
        kappa([0], [1], [0], first=1, second=1)


def test_a_million_reviewers_get_an_alpha_and_no_table_of_pairs() -> None:
    count = 1_000_000
    votes = np.arange(count) // 2, np.arange(count), np.arange(count) // 4 % 3
    assert alpha(tabulate(*votes)).value == 1.0
    with pytest.raises(ValueError, match="1,000,000 reviewers; pairs are compared for 1,000"):
        kappas(*votes)


def test_too_many_pairs_are_refused_before_they_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "MOST_PAIRS", 5)
    with pytest.raises(ValueError, match="10 pairs of votes on one claim; 5 are compared"):
        kappas(*written(["a"] * 5))


def test_the_package_starts_without_numpy() -> None:
    code = "import sys, claimdesk.agreement; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def pairable(votes: list[Vote]) -> list[Vote]:
    """The votes on claims that have two."""
    there = [vote for vote in votes if vote[2] >= 0]
    claims = [claim for claim, _, _ in there]
    return [vote for vote in there if claims.count(vote[0]) >= 2]


def reference(votes: list[Vote]) -> float:
    matrix = np.full((5, 9), np.nan)
    for claim, reviewer, label in votes:
        matrix[reviewer, claim] = label if label >= 0 else np.nan
    found = krippendorff.alpha(reliability_data=matrix, level_of_measurement="nominal")
    return float(found)


def sklearn_kappa(both: list[tuple[int, int]]) -> float:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(cohen_kappa_score(*zip(*both, strict=True)))


def same(one: Agreement, other: Agreement) -> None:
    """Equal, but for the last digits, in which sums over other sets of claims may differ."""
    assert (one.units, one.votes, one.why) == (other.units, other.votes, other.why)
    assert one.value == (None if other.value is None else pytest.approx(other.value, abs=1e-12))
