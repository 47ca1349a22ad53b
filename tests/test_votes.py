"""Votes as arrays: what is refused, and that no tie is broken."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.consensus.votes import Votes, accuracy, majority, tally, votes

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 5)), st.integers(0, 3), min_size=1, max_size=40
)


def arrays(given: dict[tuple[int, int], int]) -> tuple[list[int], list[int], list[int]]:
    claims, reviewers = zip(*given, strict=True)
    return list(claims), list(reviewers), list(given.values())


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_votes_changes_nothing(
    found: dict[tuple[int, int], int], chance: object
) -> None:
    shuffled = list(found.items())
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = votes(*arrays(found)), votes(*arrays(dict(shuffled)))
    for field in ("claims", "reviewers", "labels"):
        assert np.array_equal(getattr(one, field), getattr(other, field))


@given(PAIRS)
def test_counts_are_those_of_counting_one_by_one(found: dict[tuple[int, int], int]) -> None:
    expected = np.zeros((8, 4), int)
    for (claim, _), label in found.items():
        expected[claim, label] += 1
    assert np.array_equal(tally(votes(*arrays(found), shape=(8, 6, 4))), expected)


@given(PAIRS)
def test_a_majority_is_the_one_label_that_leads(found: dict[tuple[int, int], int]) -> None:
    some = votes(*arrays(found), shape=(8, 6, 4))
    counts, decided = tally(some), majority(some)
    for claim, row in enumerate(counts.tolist()):
        leaders = [label for label, count in enumerate(row) if count == max(row) > 0]
        assert decided.labels[claim] == (leaders[0] if len(leaders) == 1 else -1)
        assert decided.share(claim) == (max(row) / sum(row) if any(row) else None)


def test_counting_in_chunks_gives_the_same_as_at_once() -> None:
    claims = np.repeat(np.arange(50_000), 3)
    reviewers, labels = np.tile(np.arange(3), 50_000), np.arange(150_000) * 7 % 5
    whole = np.bincount(claims * 5 + labels).reshape(-1, 5)
    assert np.array_equal(tally(votes(claims, reviewers, labels)), whole)


def test_many_labels_need_two_bytes_each() -> None:
    assert votes([0], [0], [127]).labels.dtype == np.int8
    assert votes([1, 0], [0, 0], [0, 128]).labels.dtype == np.int16
    assert majority(votes([1, 0], [0, 0], [0, 300])).labels.tolist() == [300, 0]


def test_votes_cannot_be_written_to() -> None:
    some = votes([0, 0], [0, 1], [1, 1])
    with pytest.raises(ValueError, match="read-only"):
        some.labels[0] = 0


def test_what_is_given_stays_as_it_is() -> None:
    claims = np.array([1, 0], np.int32)
    votes(claims, [0, 0], [0, 0])
    claims[0] = 7
    assert claims.tolist() == [7, 0]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (([0, 1], [0], [0]), "one length, and these are 2 claims, 1 reviewers, 1 labels"),
        (([0], [-1], [0]), "reviewers should be codes from 0, and -1"),
        (([0.5], [0], [0]), "claims should be whole numbers"),
        (([0], ["a"], [0]), "reviewers should be whole numbers"),
        (([[0]], [0], [0]), "not of 2 dimensions"),
        (([0, 0], [3, 3], [0, 1]), "reviewer 3 stands more than once on claim 0"),
        (([0], [0], [40_000]), "up to 32,767 labels"),
        (([0], [0], [2**40]), "up to 32,767 labels"),
    ],
)
def test_bad_votes_are_refused_with_the_reason(
    given: tuple[list[int], list[int], list[int]], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        votes(*given)


def test_codes_beyond_the_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="labels should be codes below 2, and 2 is among them"):
        votes([0], [0], [2], shape=(1, 1, 2))


def test_counts_that_do_not_fit_are_refused_before_they_are_made() -> None:
    many = votes([0], [0], [0], shape=(2_000_000_000, 1, 4))
    with pytest.raises(ValueError, match="labels should be few"):
        tally(many)


def test_a_reviewer_may_stand_twice_where_that_is_said() -> None:
    some = votes([0, 0], [3, 3], [0, 1], repeated=True)
    assert tally(some).tolist() == [[1, 1]]


@pytest.mark.parametrize("shape", [None, (0, 0, 0), (3, 0, 0), (3, 2, 2)])
def test_nobody_gives_no_majority(shape: tuple[int, int, int] | None) -> None:
    nobody = votes([], [], [], shape=shape)
    decided = majority(nobody)
    assert decided.labels.tolist() == [-1] * nobody.n_claims
    assert tally(nobody).shape == (nobody.n_claims, nobody.n_labels)


@pytest.mark.parametrize(("labels", "expected"), [([0, 0, 0], 0), ([1, 0, 1], 1), ([0, 1, 2], -1)])
def test_one_claim(labels: list[int], expected: int) -> None:
    some: Votes = votes([0, 0, 0], [0, 1, 2], labels)
    assert majority(some).labels.tolist() == [expected]


def test_a_tie_is_right_as_often_as_a_draw_would_be() -> None:
    scores = [[2, 2, 0], [3, 0, 0], [0, 0, 1], [1, 1, 1]]
    assert accuracy(scores, [1, 0, 0, -1]) == pytest.approx(1.5 / 3)
    assert accuracy(scores, [9, 0, 2, -1]) == pytest.approx(2 / 3)
    assert accuracy(scores, [-1] * 4) is None


def test_a_claim_without_votes_is_right_as_often_as_a_draw_of_all_labels() -> None:
    assert accuracy([[0, 0]], [0]) == 0.5


@pytest.mark.parametrize(
    ("scores", "gold", "why"),
    [
        ([[1, 0]], [-2], "-2 is among it"),
        ([[1, 0]], [0, 1], "scores and gold, and these are 1 and 2"),
        ([[1, 0], [0, 1]], [0], "scores and gold, and these are 2 and 1"),
        ([[1, 0]], [0.5], "gold should be whole numbers"),
        ([[1, 0]], 0, "not of 0 dimensions"),
        ([1, 0], [0, 0], "not of 1 dimensions"),
        ([["a", "b"]], [0], "counts or probabilities"),
        ([[np.nan, 1.0]], [1], "not a number"),
        ([[-1.0, 1.0]], [1], "0 or more"),
    ],
)
def test_accuracy_of_what_does_not_fit_is_refused(scores: object, gold: object, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        accuracy(scores, gold)  # type: ignore[arg-type]


def test_the_accuracy_of_nothing_is_none() -> None:
    assert accuracy([], []) is None
    assert accuracy(np.empty((0, 3)), []) is None


def test_the_package_is_imported_without_numpy() -> None:
    code = "import sys, claimdesk.consensus; print('numpy' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"
