"""Figures of single reviewers: intervals as published, comparisons as counted one by one."""

import math
from collections import Counter
from statistics import median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdesk.agreement.reviewers import (
    FEWEST_RANKED,
    NO_GOLD,
    Figures,
    Habits,
    Pace,
    figures,
    habits,
    majority_of_others,
    pace,
    rate,
    wilson,
)

Vote = tuple[int, int, int]
N_LABELS = 3


def arrays(votes: list[Vote]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    table = np.array(votes, dtype=np.int64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def figured(
    votes: list[Vote], n_reviewers: int = 4, gold: list[int] | None = None
) -> list[Figures]:
    return figures(
        *arrays(votes),
        n_reviewers=n_reviewers,
        n_labels=N_LABELS,
        gold=None if gold is None else np.array(gold),
    )


# Wilson's interval


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (8, 10, 0.490, 0.943),
        # Newcombe, 1998 (two-sided intervals for a single proportion), table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (10, 10, 0.7225, 1.0000),
    ],
)
def test_intervals_are_the_published_ones(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.0005)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_ends_of_an_interval_are_where_the_score_test_turns(counts: tuple[int, int]) -> None:
    hits, of = counts
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    for end in (low, high):
        if 0 < end < 1:
            score = abs(hits / of - end) / math.sqrt(end * (1 - end) / of)
            assert score == pytest.approx(1.959964, abs=1e-4)


@pytest.mark.parametrize(("hits", "of"), [(0, 0), (3, 2), (-1, 5)])
def test_a_share_that_cannot_be_is_refused(hits: int, of: int) -> None:
    with pytest.raises(ValueError, match="0 <= hits <= of"):
        wilson(hits, of)


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_confidence_lies_between_zero_and_one(confidence: float) -> None:
    with pytest.raises(ValueError, match="Confidence"):
        wilson(1, 2, confidence=confidence)


def test_a_share_of_nothing_is_none_with_a_reason() -> None:
    found = rate(0, 0, why="judged nothing")
    assert (found.value, found.low, found.high, found.why) == (None, None, None, "judged nothing")


# The others' majority


def one_by_one(votes: list[Vote]) -> list[int]:
    """The same, by counting anew for every vote."""
    found = []
    for claim, reviewer, _ in votes:
        others = Counter(label for c, r, label in votes if c == claim and r != reviewer)
        winners = [label for label, count in others.items() if 2 * count > others.total()]
        found.append(winners[0] if winners else NO_GOLD)
    return found


VOTES = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 6)), st.integers(0, N_LABELS - 1), max_size=30
).map(lambda told: [(claim, reviewer, label) for (claim, reviewer), label in told.items()])


@given(VOTES)
def test_the_majority_of_others_is_what_counting_one_by_one_finds(votes: list[Vote]) -> None:
    claims, _, labels = arrays(votes)
    found = majority_of_others(claims, labels, n_labels=N_LABELS)
    assert found.tolist() == one_by_one(votes)


@given(VOTES.flatmap(lambda votes: st.tuples(st.just(votes), st.permutations(votes))))
def test_the_order_of_votes_changes_nothing(orders: tuple[list[Vote], list[Vote]]) -> None:
    gold = [0, 1, 2, NO_GOLD, 1]
    assert figured(orders[0], 7, gold) == figured(orders[1], 7, gold)


def test_the_confusion_counts_own_label_against_the_others() -> None:
    # on claim 0 everybody agrees, on claim 1 reviewer 2 does not, on claim 2 nobody does
    votes = [(0, 0, 1), (0, 1, 1), (0, 2, 1), (1, 0, 0), (1, 1, 0), (1, 2, 2)]
    votes += [(2, 0, 0), (2, 1, 1), (2, 2, 2)]
    found = figured(votes)
    assert found[2].confusion == ((0, 0, 0), (0, 1, 0), (1, 0, 0))
    assert (found[2].compared.hits, found[2].compared.of, found[2].without_majority) == (1, 2, 1)


def test_a_tie_of_the_others_is_left_out() -> None:
    found = figured([(0, 0, 1), (0, 1, 1), (0, 2, 2)])
    assert [(one.compared.of, one.without_majority) for one in found[:3]] == [
        (0, 1),
        (0, 1),
        (1, 0),
    ]


@pytest.mark.parametrize(
    ("votes", "why"),
    [
        ([], "judged nothing"),
        ([(0, 0, 1)], "the others have no majority on any claim they judged"),
        ([(0, 0, 1), (0, 1, 1), (0, 2, 2)], "the others have no majority on any claim they judged"),
    ],
)
def test_without_comparison_agreement_is_none_with_a_reason(votes: list[Vote], why: str) -> None:
    found = figured(votes)[0]
    assert (found.compared.value, found.compared.why) == (None, why)
    assert found.unranked == "0 of 30 comparable claims needed"


def test_gold_counts_only_where_it_is_known() -> None:
    found = figured([(0, 0, 1), (1, 0, 2), (2, 0, 0)], gold=[1, 0, NO_GOLD])
    assert (found[0].gold.hits, found[0].gold.of, found[0].gold.value) == (1, 2, 0.5)
    assert found[1].gold.why == "judged no claim with a gold label"


def test_one_label_and_one_reviewer_are_answered() -> None:
    claims = np.arange(40)
    found = figures(claims, claims * 0, claims * 0, n_reviewers=1, n_labels=1)
    assert (found[0].compared.value, found[0].without_majority) == (None, 40)


# Ranks


def panel(n_claims: int, mistakes: dict[int, int], reviewers: int = 5) -> list[Vote]:
    """Everybody says 0 but for each one's number of mistakes, no two on the same claim."""
    wrong: dict[tuple[int, int], int] = {}
    claim = 0
    for reviewer, count in mistakes.items():
        for _ in range(count):
            wrong[claim, reviewer] = 1
            claim += 1
    return [(c, r, wrong.get((c, r), 0)) for c in range(n_claims) for r in range(reviewers)]


def test_ranks_follow_agreement_and_equals_share_one() -> None:
    found = figured(panel(FEWEST_RANKED, {0: 2, 1: 4, 2: 2}), n_reviewers=5)
    assert [one.rank for one in found] == [3, 5, 3, 1, 1]
    assert {one.unranked for one in found} == {None}


def test_below_thirty_claims_nobody_is_ranked() -> None:
    found = figured(panel(FEWEST_RANKED - 1, {0: 2}), n_reviewers=5)
    assert {one.rank for one in found} == {None}
    assert found[0].unranked == "29 of 30 comparable claims needed"


def test_nobody_is_ranked_alone() -> None:
    votes = panel(20, {}, 2) + [(c + 20, r, 0) for c in range(20) for r in (0, 2)]
    found = figured(votes)
    assert [one.rank for one in found] == [None] * 4
    assert found[0].unranked == "nobody else has enough claims to be ranked"


# Bad input


@pytest.mark.parametrize(
    ("votes", "message"),
    [
        ([(0, 0, 0), (1, 0, 0), (0, 0, 2)], "Reviewer 0 has more than one vote on claim 0"),
        ([(0, 4, 0)], "no reviewer with the code 4"),
        ([(0, -1, 0)], "no reviewer with the code -1"),
        ([(0, 0, 3)], "no label with the code 3"),
        ([(-2, 0, 0)], "no claim with the code -2"),
    ],
)
def test_votes_that_cannot_be_are_refused(votes: list[Vote], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        figured(votes)


def test_arrays_of_different_lengths_are_refused() -> None:
    one, two = np.zeros(1, dtype=int), np.zeros(2, dtype=int)
    with pytest.raises(ValueError, match="one length"):
        figures(one, two, two, n_reviewers=1, n_labels=1)


def test_codes_are_whole_numbers() -> None:
    half = np.array([0.5])
    with pytest.raises(ValueError, match="whole numbers"):
        figures(half, half, half, n_reviewers=1, n_labels=1)


@pytest.mark.parametrize(
    ("gold", "message"),
    [([0], "every claim code"), ([0, 3], "Gold labels"), ([-2, 0], "Gold labels")],
)
def test_gold_that_does_not_fit_is_refused(gold: list[int], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        figured([(1, 0, 0)], gold=gold)


@pytest.mark.parametrize(
    ("gold", "message"),
    [([0.5], "gold labels must be whole"), (0, "not of 0 dim"), ([[0]], "not of 2 dim")],
)
def test_gold_that_is_not_an_array_of_codes_is_refused(gold: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        figured([(0, 0, 0)], gold=gold)  # type: ignore[arg-type]


def test_a_vote_that_is_not_in_an_array_is_refused() -> None:
    with pytest.raises(ValueError, match="claims must be one array"):
        figures(0, [0], [0], n_reviewers=1, n_labels=1)


def test_empty_lists_are_reviewers_who_judged_nothing() -> None:
    found = figures([], [], [], n_reviewers=2, n_labels=2, gold=[])
    assert [one.compared.why for one in found] == ["judged nothing"] * 2
    assert found[0].confusion == ((0, 0), (0, 0))


def test_the_height_of_a_claim_code_changes_nothing() -> None:
    votes = [(0, 0, 1), (0, 1, 1), (0, 2, 2), (1, 0, 0), (1, 1, 0)]
    high = [(claim * 2**62 + 5, reviewer, label) for claim, reviewer, label in votes]
    assert figured(high) == figured(votes)
    with pytest.raises(ValueError, match=f"more than one vote on claim {2**62 + 5}"):
        figured([*high, high[-1]])


# Habits and pace


def test_habits_are_shares_of_what_was_shown() -> None:
    found = habits(shown=10, moved=2, deleted=0, untouched=8)
    assert (found.moved.value, found.deleted.value, found.untouched.value) == (0.2, 0.0, 0.8)
    assert found.moved.low == pytest.approx(wilson(2, 10)[0])


def test_habits_of_nothing_are_none() -> None:
    nothing = rate(0, 0, why="was shown no claims")
    assert habits(shown=0, moved=0, deleted=0, untouched=0) == Habits(nothing, nothing, nothing)


@pytest.mark.parametrize(("shown", "moved"), [(3, 4), (3, -1), (-1, 0)])
def test_habits_that_cannot_be_are_refused(shown: int, moved: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        habits(shown=shown, moved=moved, deleted=0, untouched=0)


FINISHED = st.tuples(st.floats(0, 1e6), st.integers(0, 5))


@given(st.lists(FINISHED, max_size=8))
def test_the_pace_is_the_median_over_claims(finished: list[tuple[float, int]]) -> None:
    each = [seconds / claims for seconds, claims in finished for _ in range(claims)]
    found = pace(finished)
    assert found.of == len(each)
    assert found.seconds == (pytest.approx(median(each)) if each else None)


def test_a_pace_nobody_told_is_none() -> None:
    assert pace([(None, 10), (30.0, 0)]) == Pace(
        None, 0, "no finished article with claims tells its time"
    )


@pytest.mark.parametrize(
    "finished", [(-1.0, 3), (math.nan, 3), (math.inf, 3), (10.0, -1), (None, -1)]
)
def test_times_that_cannot_be_are_refused(finished: tuple[float | None, int]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        pace([finished])
